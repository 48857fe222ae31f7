/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-worker-form.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"
#include "app/dolen-error-message.h"

#include <glib/gi18n.h>

struct _DolenWorkerForm {
  AdwWindow parent_instance;
  DolenSession *session;   /* (owned) */
  DolenCasework *casework; /* (owned) */
  char *worker;            /* (owned) (nullable) uid */
  DolenPassphraseActKind kind;
  gboolean about; /* name and role alone: no passphrase */
  gboolean busy;

  GtkEditable *name_row;    /* (nullable) */
  AdwComboRow *role_row;    /* (nullable) */
  GtkEditable *current_row; /* (nullable) */
  GtkEditable *new_row;     /* (nullable) */
  GtkEditable *again_row;   /* (nullable) */
  GtkLevelBar *strength_bar;
  GtkLabel *strength_label;
  GtkLabel *problem_label;
  GtkWidget *button;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (DolenWorkerForm, dolen_worker_form, ADW_TYPE_WINDOW)

static const char *
get_text (GtkEditable *row)
{
  return row != NULL ? gtk_editable_get_text (row) : NULL;
}

static void
show_problem (DolenWorkerForm *self, const char *message)
{
  gtk_label_set_label (self->problem_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), message != NULL);
}

/* Whether the new passphrase is strong enough and the same twice; says what is missing. */
static gboolean
check_passphrase (DolenWorkerForm *self)
{
  const char *typed = get_text (self->new_row), *again = get_text (self->again_row);
  const char *const words[] = { get_text (self->name_row), NULL };
  int strength = dolen_passphrase_strength (typed, words[0] != NULL ? words : NULL);
  const char *sentence = "";

  gtk_level_bar_set_value (self->strength_bar, *typed != '\0' ? MAX (strength, 1) : 0);
  if (*typed != '\0')
    sentence = dolen_passphrase_strength_sentence (strength, dolen_language_current ());
  if (strength >= DOLEN_PASSPHRASE_LEAST_STRENGTH && *again != '\0' && !g_str_equal (typed, again))
    sentence = _ ("The two are not the same yet.");
  gtk_label_set_label (self->strength_label, sentence);
  return strength >= DOLEN_PASSPHRASE_LEAST_STRENGTH && g_str_equal (typed, again);
}

static void
update (DolenWorkerForm *self)
{
  gboolean ready = !self->busy;

  if (self->new_row != NULL)
    ready = check_passphrase (self) && ready;
  if (self->name_row != NULL)
    ready = ready && *get_text (self->name_row) != '\0';
  if (self->current_row != NULL)
    ready = ready && *get_text (self->current_row) != '\0';
  gtk_widget_set_sensitive (self->button, ready);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->busy);
  gtk_spinner_set_spinning (self->spinner, self->busy);
}

static void
on_typed (DolenWorkerForm *self)
{
  show_problem (self, NULL);
  update (self);
}

/* ---- the act ---- */

static void
finish (DolenWorkerForm *self, gboolean done, const GError *error)
{
  self->busy = FALSE;
  if (done) {
    dolen_session_toast (self->session, self->about ? _ ("Saved") : _ ("The passphrase is set."));
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  if (error != NULL) {
    g_autofree char *message = dolen_error_to_message (error);

    show_problem (self, message);
  }
  update (self);
}

static void
on_passphrase_set (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenWorkerForm) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = dolen_casework_passphrase_act_finish (DOLEN_CASEWORK (source), result, &error);

  if (self->session != NULL) /* closed meanwhile */
    finish (self, done, error);
}

static DolenRole
get_role (DolenWorkerForm *self)
{
  return self->role_row != NULL ? (DolenRole) adw_combo_row_get_selected (self->role_row)
                                : DOLEN_ROLE_WORKER;
}

static void
set_passphrase (DolenWorkerForm *self)
{
  DolenPassphraseAct act = { self->kind,
                             self->worker,
                             get_text (self->name_row),
                             get_role (self),
                             get_text (self->current_row),
                             get_text (self->new_row) };

  self->busy = TRUE;
  update (self);
  dolen_casework_passphrase_act_async (
      self->casework, &act, on_passphrase_set, g_object_ref (self));
}

static void
set_about (DolenWorkerForm *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = dolen_casework_worker_set (
      self->casework, self->worker, get_text (self->name_row), get_role (self), &error);

  finish (self, done, error);
}

void
dolen_worker_form_act (DolenWorkerForm *self)
{
  g_return_if_fail (DOLEN_IS_WORKER_FORM (self));

  if (!gtk_widget_get_sensitive (self->button))
    return;
  if (self->about)
    set_about (self);
  else
    set_passphrase (self);
}

void
dolen_worker_form_fill (DolenWorkerForm *self,
                        const char *name,
                        const char *current,
                        const char *passphrase)
{
  g_return_if_fail (DOLEN_IS_WORKER_FORM (self));

  if (name != NULL)
    gtk_editable_set_text (self->name_row, name);
  if (current != NULL)
    gtk_editable_set_text (self->current_row, current);
  if (passphrase != NULL) {
    gtk_editable_set_text (self->new_row, passphrase);
    gtk_editable_set_text (self->again_row, passphrase);
  }
}

/* ---- the object ---- */

static void
dolen_worker_form_dispose (GObject *object)
{
  DolenWorkerForm *self = DOLEN_WORKER_FORM (object);

  g_clear_object (&self->casework);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_worker_form_parent_class)->dispose (object);
}

static void
dolen_worker_form_finalize (GObject *object)
{
  g_free (DOLEN_WORKER_FORM (object)->worker);
  G_OBJECT_CLASS (dolen_worker_form_parent_class)->finalize (object);
}

static void
dolen_worker_form_class_init (DolenWorkerFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_worker_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_worker_form_finalize;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_worker_form_init (DolenWorkerForm *self)
{
}

static GtkEditable *
add_row (DolenWorkerForm *self, GtkWidget *list, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      row, "entry-activated", G_CALLBACK (dolen_worker_form_act), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), row);
  return GTK_EDITABLE (row);
}

static void
add_role (DolenWorkerForm *self, GtkWidget *list, DolenRole role)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < DOLEN_N_ROLES; i++)
    gtk_string_list_append (names, dolen_role_name (i, dolen_language_current ()));
  self->role_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->role_row), _ ("Role"));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->role_row, role);
  dolen_choice_row_show_whole (self->role_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), GTK_WIDGET (self->role_row));
}

static void
add_passphrase (DolenWorkerForm *self, GtkWidget *box)
{
  GtkWidget *list = adw_preferences_group_new ();

  if (self->kind == DOLEN_PASSPHRASE_CHANGE)
    self->current_row
        = add_row (self, list, adw_password_entry_row_new (), _ ("Your passphrase now"));
  self->new_row = add_row (self, list, adw_password_entry_row_new (), _ ("New passphrase"));
  self->again_row = add_row (self, list, adw_password_entry_row_new (), _ ("The same again"));
  gtk_box_append (GTK_BOX (box), list);
  self->strength_bar = GTK_LEVEL_BAR (gtk_level_bar_new_for_interval (0, 4));
  gtk_level_bar_set_mode (self->strength_bar, GTK_LEVEL_BAR_MODE_DISCRETE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strength_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Strength of the passphrase"),
                                  -1);
  self->strength_label = GTK_LABEL (dolen_label_new ("", "dim-label"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->strength_bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->strength_label));
}

static void
add_end (DolenWorkerForm *self, GtkWidget *box, const char *verb)
{
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->problem_label = GTK_LABEL (dolen_label_new ("", "error"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->button = gtk_button_new_with_mnemonic (verb);
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_object (
      self->button, "clicked", G_CALLBACK (dolen_worker_form_act), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (end, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (end), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (end), self->button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem_label));
  gtk_box_append (GTK_BOX (box), end);
}

static GtkWidget *
start (DolenWorkerForm *self, const char *title, const char *hint)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_object_set (
      box, "margin-top", 12, "margin-bottom", 18, "margin-start", 12, "margin-end", 12, NULL);
  g_object_set (scrolled,
                "hscrollbar-policy",
                GTK_POLICY_NEVER,
                "propagate-natural-height",
                TRUE,
                "vexpand",
                TRUE,
                "child",
                box,
                NULL);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (self), content);
  g_object_set (self, "title", title, "default-width", 420, "width-request", 340, NULL);
  gtk_box_append (GTK_BOX (box), dolen_label_new (hint, NULL));
  return box;
}

static DolenWorkerForm *
new_form (DolenSession *session, const char *worker)
{
  DolenWorkerForm *self = g_object_new (DOLEN_TYPE_WORKER_FORM, NULL);

  self->session = g_object_ref (session);
  self->casework = g_object_ref (dolen_session_get_casework (session));
  self->worker = g_strdup (worker);
  g_signal_connect_object (
      self->casework, "notify::unlocked", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return self;
}

static const struct {
  const char *title;
  const char *hint;
  const char *verb;
} words[] = {
  [DOLEN_PASSPHRASE_CHANGE] = { N_ ("Change Your Passphrase"),
                                N_ ("Your diary and restricted notes stay readable to you."),
                                N_ ("_Change") },
  [DOLEN_PASSPHRASE_ADD]
  = { N_ ("Add a Worker"),
      N_ ("Let them type a passphrase of their own that nobody else knows. It opens the same case "
          "records, and tells Dolen who they are."),
      N_ ("_Add") },
  [DOLEN_PASSPHRASE_RESET]
  = { N_ ("New Passphrase for a Worker"),
      N_ ("For somebody who has forgotten theirs: let them type a new one. Their diary cannot be "
          "opened any more. Restricted notes that they wrote can be opened by a lead only."),
      N_ ("_Set Passphrase") },
};

GtkWindow *
dolen_worker_form_new_passphrase (DolenSession *session,
                                  DolenPassphraseActKind kind,
                                  const char *worker)
{
  DolenWorkerForm *self = new_form (session, worker);
  GtkWidget *box = start (self, _ (words[kind].title), _ (words[kind].hint));
  GtkWidget *list = adw_preferences_group_new ();

  self->kind = kind;
  if (kind == DOLEN_PASSPHRASE_ADD) {
    self->name_row = add_row (self, list, adw_entry_row_new (), _ ("Name"));
    add_role (self, list, DOLEN_ROLE_WORKER);
    gtk_box_append (GTK_BOX (box), list);
  } else {
    g_object_ref_sink (list);
    g_object_unref (list);
  }
  add_passphrase (self, box);
  add_end (self, box, _ (words[kind].verb));
  update (self);
  return GTK_WINDOW (self);
}

GtkWindow *
dolen_worker_form_new_about (DolenSession *session, const char *worker)
{
  DolenWorkerForm *self = new_form (session, worker);
  GtkWidget *box = start (self, _ ("Name and Role"), _ ("Changes stand in the log."));
  GtkWidget *list = adw_preferences_group_new ();
  const GPtrArray *workers = dolen_casework_list_workers (self->casework);
  const DolenHolder *holder = NULL;

  for (guint i = 0; workers != NULL && i < workers->len; i++)
    if (g_strcmp0 (((const DolenHolder *) workers->pdata[i])->uid, worker) == 0)
      holder = workers->pdata[i];
  self->about = TRUE;
  self->name_row = add_row (self, list, adw_entry_row_new (), _ ("Name"));
  gtk_editable_set_text (self->name_row, holder != NULL ? holder->name : "");
  add_role (self, list, holder != NULL ? holder->role : DOLEN_ROLE_WORKER);
  gtk_box_append (GTK_BOX (box), list);
  add_end (self, box, _ ("_Save"));
  update (self);
  return GTK_WINDOW (self);
}
