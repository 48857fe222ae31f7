/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/sources/dolen-feed-window.h"

#include "app/directory/sources/dolen-feed-jobs.h"
#include "app/dolen-error-message.h"
#include "base/dolen-worker.h"
#include "exchange/feeds/dolen-feed-address.h"

#include <glib/gi18n.h>

struct _DolenFeedWindow {
  AdwWindow parent_instance;
  DolenSession *session; /* (owned) */
  DolenWorker *worker;   /* (owned) (nullable) looks; not that of the readings, which take long */
  GCancellable *cancellable; /* (owned) of the looking */
  AdwEntryRow *address;
  AdwEntryRow *name;
  GtkWidget *http_row;
  GtkSwitch *http;
  GtkSpinner *spinner;
  GtkLabel *text;
  GtkWidget *look;
  GtkWidget *add;
  gboolean is_feed; /* what stands in the entry was looked at, and is one */
};

G_DEFINE_FINAL_TYPE (DolenFeedWindow, dolen_feed_window, ADW_TYPE_WINDOW)

const char *
dolen_feed_window_get_text (DolenFeedWindow *self)
{
  return gtk_label_get_text (self->text);
}

gboolean
dolen_feed_window_can_add (DolenFeedWindow *self)
{
  return gtk_widget_get_sensitive (self->add);
}

static const char *
typed (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
update (DolenFeedWindow *self)
{
  gboolean busy = gtk_spinner_get_spinning (self->spinner);
  gboolean plain = g_str_has_prefix (typed (self->address), "http://");

  gtk_widget_set_visible (self->http_row, plain);
  gtk_widget_set_sensitive (self->look, !busy && typed (self->address)[0] != 0);
  gtk_widget_set_sensitive (self->add, !busy && self->is_feed && typed (self->name)[0] != 0);
}

static void
say (DolenFeedWindow *self, const char *text, gboolean failed)
{
  gtk_label_set_text (self->text, text);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "error");
}

/* ---- looking ---- */

typedef struct {
  char *address;
  gboolean allow_http;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->address);
  g_free (look);
}

static void
found_free (gpointer data)
{
  dolen_feed_found_clear (data);
  g_free (data);
}

static void
look_in_worker (GTask *task)
{
  const Look *look = g_task_get_task_data (task);
  DolenFeedOptions options = { .limits = { .allow_http = look->allow_http },
                               .cancellable = g_task_get_cancellable (task) };
  DolenFeedFound *found = g_new0 (DolenFeedFound, 1);
  GError *error = NULL;

  if (dolen_feed_try (look->address, &options, found, &error)) {
    g_task_return_pointer (task, found, found_free);
  } else {
    found_free (found);
    g_task_return_error (task, error);
  }
}

static char *
describe (const DolenFeedFound *found)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (found->total >= 0)
    /* Translators: a count of services. */
    g_string_append_printf (text, _ ("A feed. Services: %u."), (guint) found->total);
  else if (found->more)
    /* Translators: a count of services. */
    g_string_append_printf (text, _ ("A feed. Services on its first page: %u."), found->services);
  else
    /* Translators: a count of services. */
    g_string_append_printf (text, _ ("A feed. Services: %u."), found->services);
  if (found->names != NULL && found->names->len > 0) {
    g_autoptr (GString) names = g_string_new (NULL);
    for (guint i = 0; i < found->names->len; i++)
      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", (char *) found->names->pdata[i]);
    /* Translators: names of services. */
    g_string_append_printf (text, _ (" The first: %s."), names->str);
  }
  if (found->thin)
    g_string_append (text,
                     _ (" Its list says little of each; every service is asked for by itself, two "
                        "at a time, which can take a while."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
suggest_name (DolenFeedWindow *self, const char *list)
{
  g_autofree char *host = dolen_feed_address_host (list);

  if (typed (self->name)[0] == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name), host);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenFeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DolenFeedFound *found = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (self->session == NULL) {
    g_clear_pointer (&found, found_free);
    return;
  }
  gtk_spinner_stop (self->spinner);
  self->is_feed = found != NULL;
  if (found != NULL) {
    suggest_name (self, found->list);
    text = describe (found);
  } else {
    text = dolen_error_to_message (error);
  }
  say (self, text != NULL ? text : "", found == NULL);
  g_clear_pointer (&found, found_free);
  update (self);
}

static void
forget_look (DolenFeedWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

void
dolen_feed_window_look (DolenFeedWindow *self)
{
  GTask *task;
  Look *look = g_new0 (Look, 1);

  look->address = g_strdup (typed (self->address));
  look->allow_http = gtk_switch_get_active (self->http);
  forget_look (self);
  task = g_task_new (NULL, self->cancellable, on_looked_cb, g_object_ref (self));
  g_task_set_task_data (task, look, look_free);
  self->is_feed = FALSE;
  say (self, _ ("Asking the server"), FALSE);
  gtk_spinner_start (self->spinner);
  update (self);
  if (self->worker == NULL)
    self->worker = dolen_worker_new ("feed-look");
  dolen_worker_queue (self->worker, G_PRIORITY_DEFAULT, task, look_in_worker);
}

/* ---- adding ---- */

typedef struct {
  char *name;
  char *address;
  char *who;
  gboolean allow_http;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_free (adding->name);
  g_free (adding->address);
  g_free (adding->who);
  g_free (adding);
}

static gpointer
add_in_worker (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Adding *adding = data;
  DolenFeedSettings settings = { .allow_http = adding->allow_http };

  return dolen_feed_add (directory, adding->name, adding->address, &settings, adding->who, error);
}

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenFeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  g_autofree char *text = NULL;

  if (uid != NULL) {
    dolen_feed_jobs_start (dolen_feed_jobs_get (DOLEN_SESSION (source)), uid, FALSE);
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  text = dolen_error_to_message (error);
  if (self->session != NULL && text != NULL)
    say (self, text, TRUE);
}

void
dolen_feed_window_add (DolenFeedWindow *self)
{
  DolenSessionJob job = { "add feed", G_PRIORITY_DEFAULT, add_in_worker };
  Adding *adding = g_new0 (Adding, 1);

  adding->name = g_strdup (typed (self->name));
  adding->address = g_strdup (typed (self->address));
  adding->who = dolen_session_dup_worker (self->session);
  adding->allow_http = gtk_switch_get_active (self->http);
  job.data = adding;
  job.free_data = adding_free;
  job.free_result = g_free;
  dolen_session_run (self->session, &job, NULL, on_added_cb, g_object_ref (self));
}

/* ---- the window ---- */

static void
on_address_changed_cb (DolenFeedWindow *self)
{
  self->is_feed = FALSE;
  forget_look (self);
  say (self, "", FALSE);
  update (self);
}

void
dolen_feed_window_type (DolenFeedWindow *self, const char *address, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (self->address), address);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
}

static void
dolen_feed_window_dispose (GObject *object)
{
  DolenFeedWindow *self = DOLEN_FEED_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->worker);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_feed_window_parent_class)->dispose (object);
}

static void
dolen_feed_window_class_init (DolenFeedWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_feed_window_dispose;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static AdwEntryRow *
new_entry (DolenFeedWindow *self, GtkListBox *list, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (list, row);
  return ADW_ENTRY_ROW (row);
}

static void
add_http_row (DolenFeedWindow *self, GtkListBox *list)
{
  GtkWidget *toggle = gtk_switch_new ();

  self->http_row = adw_action_row_new ();
  self->http = GTK_SWITCH (toggle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  g_object_set (self->http_row,
                "title",
                _ ("Read it unencrypted"),
                "subtitle",
                _ ("Anybody on the way could read and change what comes."),
                "subtitle-lines",
                0,
                "title-lines",
                0,
                NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->http_row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->http_row), toggle);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (on_address_changed_cb), self);
  gtk_list_box_append (list, self->http_row);
}

static GtkWidget *
new_fields (DolenFeedWindow *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  /* Translators: of a feed: where it is on the web. */
  self->address = new_entry (self, list, _ ("Web address"));
  add_http_row (self, list);
  /* Translators: of a feed: what it is called here. */
  self->name = new_entry (self, list, _ ("Name in the list of sources"));
  gtk_text_set_input_purpose (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->address))),
                              GTK_INPUT_PURPOSE_URL);
  g_signal_connect_swapped (self->address, "changed", G_CALLBACK (on_address_changed_cb), self);
  g_signal_connect_swapped (
      self->address, "entry-activated", G_CALLBACK (dolen_feed_window_look), self);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (update), self);
  return GTK_WIDGET (list);
}

static GtkWidget *
new_answer (DolenFeedWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  return box;
}

static GtkWidget *
new_explanation (void)
{
  GtkWidget *label = gtk_label_new (
      _ ("Where a list of services stands on the web, as a council or another body publishes it "
         "(ORUK or HSDS). It is looked at first; nothing is written before you add it."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
new_content (DolenFeedWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), new_explanation ());
  gtk_box_append (GTK_BOX (box), new_fields (self));
  gtk_box_append (GTK_BOX (box), new_answer (self));
  gtk_box_append (GTK_BOX (box), self->look);
  gtk_box_append (GTK_BOX (box), self->add);
  return box;
}

static void
dolen_feed_window_init (DolenFeedWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cancellable = g_cancellable_new ();
  self->look = gtk_button_new_with_mnemonic (_ ("_Look at the Feed"));
  self->add = gtk_button_new_with_mnemonic (_ ("_Add and Read It"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  g_signal_connect_swapped (self->look, "clicked", G_CALLBACK (dolen_feed_window_look), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (dolen_feed_window_add), self);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Add a Feed"));
  gtk_window_set_default_size (GTK_WINDOW (self), 460, 480);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), new_content (self));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  update (self);
}

GtkWindow *
dolen_feed_window_new (DolenSession *session)
{
  DolenFeedWindow *self = g_object_new (DOLEN_TYPE_FEED_WINDOW, NULL);

  self->session = g_object_ref (session);
  return GTK_WINDOW (self);
}
