/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-restore-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "casework/dolen-casework-restore.h"

#include <glib/gi18n.h>

#define LINES_SHOWN 100

struct _DolenRestoreWindow {
  AdwWindow parent_instance;

  DolenSession *session; /* (owned) (nullable) after dispose */
  char *path;            /* (owned) */
  char *secret;          /* (owned) (nullable) what opened it */
  gboolean busy;
  gboolean restoring; /* the lock that comes is ours */

  GtkWidget *passphrase_row;
  GtkWidget *look_button;
  GtkWidget *spinner;
  GtkWidget *problem_label;
  GtkWidget *result_box;
  GtkWidget *result_label;
  GtkWidget *lines_box;
  GtkWidget *restore_button;
};

G_DEFINE_FINAL_TYPE (DolenRestoreWindow, dolen_restore_window, ADW_TYPE_WINDOW)

static void
show_problem (DolenRestoreWindow *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_label, message != NULL);
}

static void
set_busy (DolenRestoreWindow *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_set_sensitive (self->look_button, !busy);
  gtk_widget_set_sensitive (self->restore_button, !busy);
}

/* ---- the drill ---- */

static void
show_lines (DolenRestoreWindow *self, const DolenDrill *drill)
{
  GtkWidget *list = dolen_boxed_list_new ();

  dolen_box_clear (self->lines_box);
  for (guint i = 0; i < MIN (drill->lines->len, LINES_SHOWN); i++) {
    const DolenDrillLine *line = g_ptr_array_index (drill->lines, i);
    g_autofree char *sentence = dolen_drill_line_sentence (line, dolen_language_current ());
    GtkWidget *row = dolen_plain_row_new (line->name);

    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  gtk_box_append (GTK_BOX (self->lines_box), list);
  gtk_widget_set_visible (self->lines_box, drill->lines->len > 0);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenRestoreWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDrill) drill
             = dolen_casework_drill_finish (DOLEN_CASEWORK (source), result, &error);
  g_autofree char *words = NULL;
  g_autofree char *message = NULL;

  if (self->session == NULL) /* closed meanwhile */
    return;
  set_busy (self, FALSE);
  gtk_widget_set_visible (self->result_box, drill != NULL);
  if (drill == NULL) {
    message = dolen_error_to_message (error);
    show_problem (self, message);
    gtk_widget_grab_focus (self->passphrase_row);
    return;
  }
  words = dolen_drill_sentences (drill, dolen_language_current ());
  gtk_label_set_label (GTK_LABEL (self->result_label), words);
  show_lines (self, drill);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_widget_grab_focus (self->restore_button);
}

void
dolen_restore_window_look (DolenRestoreWindow *self, const char *secret)
{
  g_return_if_fail (DOLEN_IS_RESTORE_WINDOW (self));

  if (self->busy || *secret == '\0')
    return;
  dolen_wipe_string (self->secret);
  self->secret = g_strdup (secret);
  show_problem (self, NULL);
  gtk_widget_set_visible (self->result_box, FALSE);
  set_busy (self, TRUE);
  dolen_casework_drill_async (dolen_session_get_casework (self->session),
                              self->path,
                              self->secret,
                              NULL,
                              on_looked,
                              g_object_ref (self));
}

static void
on_look_clicked (DolenRestoreWindow *self)
{
  dolen_restore_window_look (self, gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)));
}

/* ---- going back ---- */

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenRestoreWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean restored = dolen_casework_restore_finish (DOLEN_CASEWORK (source), result, NULL, &error);
  g_autofree char *message = NULL;

  if (self->session == NULL)
    return;
  set_busy (self, FALSE);
  self->restoring = FALSE;
  if (restored) {
    dolen_session_toast (self->session, _ ("Restored. What was there is kept aside for 35 days."));
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  message = dolen_error_to_message (error);
  show_problem (self, message);
}

void
dolen_restore_window_restore (DolenRestoreWindow *self)
{
  g_return_if_fail (DOLEN_IS_RESTORE_WINDOW (self));

  if (self->busy || self->secret == NULL)
    return;
  self->restoring = TRUE;
  dolen_session_lock (self->session);
  /* Their names go with the lock. */
  dolen_box_clear (self->lines_box);
  gtk_widget_set_visible (self->lines_box, FALSE);
  set_busy (self, TRUE);
  dolen_casework_restore_async (dolen_session_get_casework (self->session),
                                self->path,
                                self->secret,
                                on_restored,
                                g_object_ref (self));
}

gboolean
dolen_restore_window_is_busy (DolenRestoreWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_RESTORE_WINDOW (self), FALSE);
  return self->busy;
}

static void
on_locking (DolenRestoreWindow *self)
{
  if (!self->restoring)
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- the object ---- */

static void
dolen_restore_window_dispose (GObject *object)
{
  DolenRestoreWindow *self = DOLEN_RESTORE_WINDOW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_restore_window_parent_class)->dispose (object);
}

static void
dolen_restore_window_finalize (GObject *object)
{
  DolenRestoreWindow *self = DOLEN_RESTORE_WINDOW (object);

  dolen_wipe_string (self->secret);
  g_free (self->path);
  G_OBJECT_CLASS (dolen_restore_window_parent_class)->finalize (object);
}

static void
dolen_restore_window_class_init (DolenRestoreWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_restore_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_restore_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_result_box (DolenRestoreWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->result_label = dolen_label_new ("", NULL);
  self->lines_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->restore_button = gtk_button_new_with_mnemonic (_ ("_Go Back to This Backup"));
  gtk_widget_add_css_class (self->restore_button, "destructive-action");
  gtk_widget_add_css_class (self->restore_button, "pill");
  gtk_widget_set_halign (self->restore_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->restore_button,
                           "clicked",
                           G_CALLBACK (dolen_restore_window_restore),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->result_label);
  gtk_box_append (GTK_BOX (box), self->lines_box);
  gtk_box_append (GTK_BOX (box),
                  dolen_label_new (
                      _ ("Going back locks the case records. What is here now is kept aside in the "
                         "profile folder for 35 days. The passphrase is then the one just typed."),
                      "dim-label"));
  gtk_box_append (GTK_BOX (box), self->restore_button);
  self->result_box = box;
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
new_asking_box (DolenRestoreWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = dolen_boxed_list_new ();

  self->passphrase_row = adw_password_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->passphrase_row),
                                 _ ("Passphrase or recovery key"));
  gtk_list_box_append (GTK_LIST_BOX (list), self->passphrase_row);
  self->look_button = gtk_button_new_with_mnemonic (_ ("_Show What Would Change"));
  gtk_widget_set_halign (self->look_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->look_button, "suggested-action");
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  self->problem_label = dolen_label_new ("", "error");
  gtk_widget_set_visible (self->problem_label, FALSE);
  g_signal_connect_object (
      self->look_button, "clicked", G_CALLBACK (on_look_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passphrase_row,
                           "entry-activated",
                           G_CALLBACK (on_look_clicked),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (
      GTK_BOX (box),
      dolen_label_new (_ ("The backup is opened and compared with what is here. Nothing "
                          "changes by looking."),
                       NULL));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->problem_label);
  gtk_box_append (GTK_BOX (box), self->look_button);
  gtk_box_append (GTK_BOX (box), self->spinner);
  return box;
}

static void
dolen_restore_window_init (DolenRestoreWindow *self)
{
  GtkWidget *column = dolen_window_fill (ADW_WINDOW (self), _ ("Go Back to a Backup"));

  gtk_box_append (GTK_BOX (column), new_asking_box (self));
  gtk_box_append (GTK_BOX (column), new_result_box (self));
}

GtkWindow *
dolen_restore_window_new (DolenSession *session, const char *path)
{
  DolenRestoreWindow *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session) && path != NULL, NULL);
  self = g_object_new (DOLEN_TYPE_RESTORE_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  g_signal_connect_object (session, "locking", G_CALLBACK (on_locking), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
