/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-new-vault-window.h"

#include "app/casework/dolen-retention-rules-box.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-way-out.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n.h>

struct _DolenNewVaultWindow {
  AdwWindow parent_instance;

  DolenSession *session;     /* (owned) */
  DolenCasework *casework;   /* (owned) */
  DolenSecret *recovery_key; /* (owned) */
  int group;                 /* which group is typed back, 1 to 13 */
  gboolean renew;            /* another recovery key for what there is */

  GtkStack *stack;
  GtkButton *back_button;
  GtkButton *next_button;
  GtkWidget *practice_label;
  GtkEditable *passphrase_row;
  GtkEditable *again_row;
  GtkLevelBar *strength_bar;
  GtkLabel *strength_label;
  GtkLabel *key_label;
  GtkLabel *confirm_label;
  GtkEditable *group_row;
  GtkLabel *group_label;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (DolenNewVaultWindow, dolen_new_vault_window, ADW_TYPE_WINDOW)

static gboolean
is_on (DolenNewVaultWindow *self, const char *page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), page);
}

static gboolean
is_first (DolenNewVaultWindow *self)
{
  return is_on (self, self->renew ? "recovery" : "passphrase");
}

static gboolean
check_passphrase (DolenNewVaultWindow *self)
{
  const char *typed = gtk_editable_get_text (self->passphrase_row);
  const char *again = gtk_editable_get_text (self->again_row);
  int strength = dolen_passphrase_strength (typed, NULL);
  const char *sentence = "";

  gtk_level_bar_set_value (self->strength_bar, *typed != '\0' ? MAX (strength, 1) : 0);
  if (*typed != '\0')
    sentence = dolen_passphrase_strength_sentence (strength, dolen_language_current ());
  if (strength >= DOLEN_PASSPHRASE_LEAST_STRENGTH && *again != '\0' && !g_str_equal (typed, again))
    sentence = _ ("The two are not the same yet.");
  gtk_label_set_label (self->strength_label, sentence);
  return strength >= DOLEN_PASSPHRASE_LEAST_STRENGTH && g_str_equal (typed, again);
}

static gboolean
check_group (DolenNewVaultWindow *self)
{
  const char *typed = gtk_editable_get_text (self->group_row);
  gboolean same = dolen_recovery_key_group_matches (self->recovery_key, self->group, typed);
  gboolean whole = g_utf8_strlen (typed, -1) >= DOLEN_RECOVERY_KEY_GROUP_LENGTH;

  gtk_label_set_label (self->group_label,
                       same || !whole ? "" : _ ("That is not the group on the paper; look again."));
  return same;
}

static void
update (DolenNewVaultWindow *self)
{
  gboolean ready = TRUE;

  if (is_on (self, "passphrase"))
    ready = check_passphrase (self);
  else if (is_on (self, "confirm"))
    ready = check_group (self) && !dolen_casework_is_busy (self->casework);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), ready);
  gtk_button_set_label (self->next_button,
                        is_on (self, "how-long")   ? _ ("_Done")
                        : !is_on (self, "confirm") ? _ ("_Next")
                        : self->renew              ? _ ("_Replace")
                                                   : _ ("_Create"));
  gtk_button_set_label (self->back_button, is_first (self) ? _ ("_Cancel") : _ ("_Back"));
}

static void
on_typed (DolenNewVaultWindow *self)
{
  update (self);
}

/* The last page: the records stand; how long they are kept is asked before the first is in them. */
static void
ask_how_long (DolenNewVaultWindow *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (page),
                  dolen_label_new (
                      _ ("The case records are made. How long is a record kept? When its time is "
                         "over, it waits for somebody to decide; nothing is erased by itself. This "
                         "can be changed later from the main menu."),
                      NULL));
  gtk_box_append (GTK_BOX (page), dolen_retention_rules_box_new (self->session));
  gtk_stack_add_named (self->stack, page, "how-long");
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  gtk_stack_set_visible_child_name (self->stack, "how-long");
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), FALSE);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  g_signal_connect_object (
      self->session, "locking", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenNewVaultWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean created = dolen_casework_open_finish (DOLEN_CASEWORK (source), result, &error);

  if (self->session == NULL) /* closed meanwhile */
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (!created) {
    g_autofree char *message = dolen_error_to_message (error);

    update (self);
    gtk_label_set_label (self->group_label, message != NULL ? message : "");
    return;
  }
  ask_how_long (self);
}

static void
create (DolenNewVaultWindow *self)
{
  const char *passphrase = gtk_editable_get_text (self->passphrase_row);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  dolen_casework_create_async (
      self->casework, passphrase, self->recovery_key, on_created, g_object_ref (self));
  gtk_editable_set_text (self->passphrase_row, "");
  gtk_editable_set_text (self->again_row, "");
  update (self);
}

static void
replace (DolenNewVaultWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (dolen_casework_new_recovery_key (self->casework, self->recovery_key, &error)) {
    dolen_session_toast (self->session, _ ("The new recovery key is in force."));
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  message = dolen_error_to_message (error);
  gtk_label_set_label (self->group_label, message != NULL ? message : "");
}

static void
go_to (DolenNewVaultWindow *self, const char *page, GtkWidget *focus)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  update (self);
  gtk_widget_grab_focus (focus);
}

static void
on_next_clicked (DolenNewVaultWindow *self)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->next_button)))
    return;
  if (is_on (self, "passphrase"))
    go_to (self, "recovery", GTK_WIDGET (self->next_button));
  else if (is_on (self, "recovery"))
    go_to (self, "confirm", GTK_WIDGET (self->group_row));
  else if (is_on (self, "how-long"))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->renew)
    replace (self);
  else
    create (self);
}

static void
on_passphrase_activated (DolenNewVaultWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->again_row));
}

/* The eye shows what is typed; it is for the mouse, and Tab goes from row to row. */
static void
skip_eye (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_BUTTON (child))
      gtk_widget_set_focusable (child, FALSE);
    else if (!GTK_IS_TEXT (child))
      skip_eye (child);
  }
}

#define FIGURE_SPACE "\342\200\207" /* U+2007, as wide as a digit */

static const char *
separate (int i)
{
  if (i % DOLEN_RECOVERY_KEY_A_LINE == 0)
    return i > 0 ? "\n" : "";
  return "  ";
}

/* With its number before each group: one of them is asked for on the next page. The numbers are as
 * wide as one another, so that the groups stand in columns. */
static char *
number_groups (const DolenSecret *recovery_key)
{
  char *key = dolen_recovery_key_to_text (recovery_key);
  GString *markup = g_string_sized_new (1024);

  for (int i = 0; i < DOLEN_RECOVERY_KEY_GROUPS; i++)
    g_string_append_printf (markup,
                            "%s<small><span alpha=\"65%%\">%s%d</span></small>\302\240%.*s",
                            separate (i),
                            i < 9 ? FIGURE_SPACE : "",
                            i + 1,
                            DOLEN_RECOVERY_KEY_GROUP_LENGTH,
                            key + i * (DOLEN_RECOVERY_KEY_GROUP_LENGTH + 1));
  dolen_wipe_string (key);
  return g_string_free (markup, FALSE);
}

static void
on_back_clicked (DolenNewVaultWindow *self)
{
  if (is_first (self))
    gtk_window_close (GTK_WINDOW (self));
  else if (is_on (self, "recovery"))
    go_to (self, "passphrase", GTK_WIDGET (self->passphrase_row));
  else
    go_to (self, "recovery", GTK_WIDGET (self->next_button));
}

static void
on_print_clicked (DolenNewVaultWindow *self)
{
  const DolenWayOut out = { self->session, NULL, NULL }; /* about nobody */
  g_autofree char *today = dolen_date_today ();
  g_autofree char *organisation
      = g_settings_get_string (dolen_session_get_settings (self->session), "organisation");
  DolenRecoveryPage page
      = { .organisation = *organisation != '\0' ? organisation : NULL, .date = today };
  char *text = dolen_recovery_key_page (self->recovery_key, &page, dolen_language_current ());
  char *markup = g_markup_escape_text (text, -1);

  dolen_way_out_print (&out, GTK_WINDOW (self), _ ("Dolen recovery page"), markup, NULL, NULL);
  dolen_wipe_string (markup);
  dolen_wipe_string (text);
}

static void
dolen_new_vault_window_dispose (GObject *object)
{
  DolenNewVaultWindow *self = DOLEN_NEW_VAULT_WINDOW (object);

  g_clear_pointer (&self->recovery_key, dolen_secret_free);
  g_clear_object (&self->casework);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_NEW_VAULT_WINDOW);
  G_OBJECT_CLASS (dolen_new_vault_window_parent_class)->dispose (object);
}

static void
dolen_new_vault_window_class_init (DolenNewVaultWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_new_vault_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-new-vault-window.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, DolenNewVaultWindow, name)
  CHILD (stack);
  CHILD (back_button);
  CHILD (next_button);
  CHILD (practice_label);
  CHILD (passphrase_row);
  CHILD (again_row);
  CHILD (strength_bar);
  CHILD (strength_label);
  CHILD (key_label);
  CHILD (confirm_label);
  CHILD (group_row);
  CHILD (group_label);
  CHILD (spinner);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_passphrase_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_new_vault_window_init (DolenNewVaultWindow *self)
{
  char *key;
  g_autofree char *ask = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->recovery_key = dolen_recovery_key_new ();
  self->group = g_random_int_range (1, DOLEN_RECOVERY_KEY_GROUPS + 1);
  skip_eye (GTK_WIDGET (self->passphrase_row));
  skip_eye (GTK_WIDGET (self->again_row));
  key = number_groups (self->recovery_key);
  gtk_label_set_markup (self->key_label, key);
  dolen_wipe_string (key);
  /* Translators: a group is five characters of the recovery key; %d is its number, 1 to 13. */
  ask = g_strdup_printf (_ ("To be sure that it stands on paper, type group number %d of the "
                            "recovery key."),
                         self->group);
  gtk_label_set_label (self->confirm_label, ask);
}

GtkWindow *
dolen_new_vault_window_new (DolenSession *session)
{
  DolenNewVaultWindow *self = g_object_new (DOLEN_TYPE_NEW_VAULT_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->casework = g_object_ref (dolen_session_get_casework (session));
  gtk_widget_set_visible (self->practice_label, dolen_session_is_sample (session));
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
  return GTK_WINDOW (self);
}

GtkWindow *
dolen_new_recovery_key_window_new (DolenSession *session)
{
  DolenNewVaultWindow *self = DOLEN_NEW_VAULT_WINDOW (dolen_new_vault_window_new (session));

  self->renew = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), _ ("New Recovery Key"));
  g_signal_connect_object (
      self->casework, "notify::unlocked", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  go_to (self, "recovery", GTK_WIDGET (self->next_button));
  return GTK_WINDOW (self);
}

void
dolen_new_vault_window_next (DolenNewVaultWindow *self)
{
  g_return_if_fail (DOLEN_IS_NEW_VAULT_WINDOW (self));
  on_next_clicked (self);
}

int
dolen_new_vault_window_get_group (DolenNewVaultWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_NEW_VAULT_WINDOW (self), 0);
  return self->group;
}
