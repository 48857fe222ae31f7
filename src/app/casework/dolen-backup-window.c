/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-backup-window.h"

#include "app/casework/dolen-backup-keeper.h"
#include "app/casework/dolen-restore-window.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-window.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-backup.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

#define PROGRESS_MS 100
#define BACKUPS_SHOWN 30

struct _DolenBackupWindow {
  AdwWindow parent_instance;

  DolenSession *session;        /* (owned) (nullable) after dispose */
  GtkFileChooserNative *native; /* (owned) (nullable) while it is open */
  GCancellable *cancellable;    /* (owned) (nullable) while a backup is made */
  guint progress_source;        /* 0: none */
  gint done, all;               /* KiB; written by the backup's thread */

  GtkWidget *status_label;
  GtkWidget *problem_label;
  GtkWidget *folder_row;
  GtkWidget *disk_label;
  GtkWidget *locking_switch;
  GtkWidget *start_button;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkWidget *backups_group;
  GPtrArray *rows; /* (owned) rows in that group, not owned */
};

G_DEFINE_FINAL_TYPE (DolenBackupWindow, dolen_backup_window, ADW_TYPE_WINDOW)

static void update (DolenBackupWindow *self);

static DolenCasework *
get_casework (DolenBackupWindow *self)
{
  return dolen_session_get_casework (self->session);
}

static char *
dup_folder (DolenBackupWindow *self)
{
  return g_settings_get_string (dolen_session_get_settings (self->session), "backup-folder");
}

static void
show_problem (DolenBackupWindow *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_label, message != NULL);
}

/* ---- those there are ---- */

static void
on_restore_clicked (GtkButton *button, DolenBackupWindow *self)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");

  dolen_window_present_dialog (GTK_WIDGET (self), dolen_restore_window_new (self->session, path));
}

static GtkWidget *
new_backup_row (DolenBackupWindow *self, const DolenBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Go Back to It…"));
  g_autofree char *date = dolen_date_of_instant (backup->header.at);
  g_autofree char *day = dolen_format_date_as (dolen_language_current (), date, DOLEN_DATE_FULL);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (backup->header.at / 1000);
  g_autoptr (GDateTime) time = g_date_time_to_local (utc);
  g_autofree char *at = g_date_time_format (time, "%H:%M");
  g_autofree char *title = g_strdup_printf ("%s, %s", day, at);
  g_autofree char *label = NULL;
  g_autofree char *events = g_strdup_printf (
      ngettext ("%d entry", "%d entries", (gulong) backup->header.rows), (int) backup->header.rows);

  /* Translators: for screen readers; %s: day and time of a backup. */
  label = g_strdup_printf (_ ("Go back to the backup of %s"), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (backup->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_restore_clicked), self, 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), events);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* Looks into each file of the folder, which may be a slow stick: only where they may have changed,
 * not after each act. */
static void
list_backups (DolenBackupWindow *self)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  folder = dup_folder (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->backups_group),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (*folder != '\0')
    backups = dolen_casework_list_backups (get_casework (self), folder, &error);
  for (guint i = 0; backups != NULL && i < MIN (backups->len, BACKUPS_SHOWN); i++) {
    GtkWidget *row = new_backup_row (self, g_ptr_array_index (backups, i));

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->backups_group), row);
    g_ptr_array_add (self->rows, row);
  }
  gtk_widget_set_visible (self->backups_group, *folder != '\0');
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->backups_group),
      error != NULL          ? error->message
      : self->rows->len == 0 ? _ ("There are none in this folder yet.")
                             : _ ("Going back says first what would change, and keeps what is "
                                  "here aside."));
}

/* ---- the whole ---- */

static gboolean
is_on_the_same_disk (DolenBackupWindow *self, const char *folder)
{
  struct stat there, here;

  return *folder != '\0' && stat (folder, &there) == 0
         && stat (dolen_session_get_folder (self->session), &here) == 0
         && there.st_dev == here.st_dev;
}

static const char *
say_why_not (DolenBackupWindow *self, const char *folder)
{
  if (dolen_session_is_sample (self->session))
    return _ ("These are practice records; they need no backup.");
  if (!dolen_session_is_unlocked (self->session))
    return _ ("Unlock the case records to make a backup.");
  if (*folder == '\0')
    return _ ("Choose a folder first: on a stick, another drive or a share.");
  return NULL;
}

static void
update (DolenBackupWindow *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *sentence = NULL;
  const char *why_not;

  if (self->session == NULL)
    return;
  folder = dup_folder (self);
  why_not = say_why_not (self, folder);
  sentence = dolen_session_is_unlocked (self->session) ? dolen_backup_sentence (
                 dolen_backup_keeper_get_last (self->session), dolen_language_current ())
                                                       : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (self->status_label), sentence);
  gtk_widget_set_visible (self->status_label, *sentence != '\0');
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->folder_row),
                               *folder != '\0' ? folder : _ ("None chosen yet"));
  gtk_widget_set_visible (self->disk_label, is_on_the_same_disk (self, folder));
  gtk_widget_set_sensitive (self->locking_switch, *folder != '\0');
  gtk_widget_set_sensitive (self->start_button, why_not == NULL && self->cancellable == NULL);
  gtk_widget_set_visible (self->progress_box, self->cancellable != NULL);
  if (self->cancellable == NULL && why_not != NULL)
    show_problem (self, why_not);
}

static void
on_changed (DolenBackupWindow *self)
{
  show_problem (self, NULL);
  update (self);
}

/* ---- making one ---- */

static void
note_progress (gint64 done, gint64 all, gpointer user_data)
{
  DolenBackupWindow *self = user_data;

  g_atomic_int_set (&self->all, (gint) (all / 1024));
  g_atomic_int_set (&self->done, (gint) (done / 1024));
}

static gboolean
show_progress_cb (gpointer user_data)
{
  DolenBackupWindow *self = user_data;
  gint all = g_atomic_int_get (&self->all);

  if (all > 0)
    gtk_progress_bar_set_fraction (self->progress_bar,
                                   CLAMP ((double) g_atomic_int_get (&self->done) / all, 0, 1));
  else
    gtk_progress_bar_pulse (self->progress_bar);
  return G_SOURCE_CONTINUE;
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenBackupWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean made = dolen_casework_backup_finish (DOLEN_CASEWORK (source), result, NULL, &error);
  g_autofree char *message = !made ? dolen_error_to_message (error) : NULL;

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->cancellable);
  if (self->session == NULL) /* closed meanwhile */
    return;
  if (made)
    dolen_session_toast (self->session, _ ("Backed up, and read back"));
  show_problem (self, message);
  update (self);
  list_backups (self);
}

void
dolen_backup_window_start (DolenBackupWindow *self)
{
  g_autofree char *folder = NULL;
  DolenBackupWatch watch = { note_progress, self, NULL };

  g_return_if_fail (DOLEN_IS_BACKUP_WINDOW (self));
  folder = dup_folder (self);
  if (self->cancellable != NULL || say_why_not (self, folder) != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  watch.cancellable = self->cancellable;
  self->done = self->all = 0;
  show_problem (self, NULL);
  self->progress_source = g_timeout_add (PROGRESS_MS, show_progress_cb, self);
  dolen_casework_backup_async (get_casework (self), folder, &watch, on_made, g_object_ref (self));
  update (self);
}

gboolean
dolen_backup_window_is_busy (DolenBackupWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_BACKUP_WINDOW (self), FALSE);
  return self->cancellable != NULL;
}

static void
on_cancel_clicked (DolenBackupWindow *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* ---- choosing ---- */

void
dolen_backup_window_set_folder (DolenBackupWindow *self, const char *folder)
{
  g_return_if_fail (DOLEN_IS_BACKUP_WINDOW (self));
  g_settings_set_string (dolen_session_get_settings (self->session), "backup-folder", folder);
  show_problem (self, NULL);
  update (self);
  list_backups (self);
}

static void
on_chosen (DolenBackupWindow *self, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->native));
  path = file != NULL ? g_file_get_path (file) : NULL;
  g_clear_object (&self->native);
  if (path != NULL)
    dolen_backup_window_set_folder (self, path);
}

static void
on_choose_clicked (DolenBackupWindow *self)
{
  g_clear_object (&self->native);
  self->native = gtk_file_chooser_native_new (_ ("Folder for Backups"),
                                              GTK_WINDOW (self),
                                              GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                              _ ("_Choose"),
                                              _ ("_Cancel"));
  g_signal_connect_object (
      self->native, "response", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->native));
}

/* ---- the object ---- */

static void
dolen_backup_window_dispose (GObject *object)
{
  DolenBackupWindow *self = DOLEN_BACKUP_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->native);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_backup_window_parent_class)->dispose (object);
}

static void
dolen_backup_window_finalize (GObject *object)
{
  DolenBackupWindow *self = DOLEN_BACKUP_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (dolen_backup_window_parent_class)->finalize (object);
}

static void
dolen_backup_window_class_init (DolenBackupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_backup_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_backup_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_where_group (DolenBackupWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *choose = gtk_button_new_with_mnemonic (_ ("_Choose…"));
  GtkWidget *locking_row = adw_action_row_new ();

  self->folder_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->folder_row), _ ("Where to"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->folder_row), 0);
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  g_signal_connect_object (
      choose, "clicked", G_CALLBACK (on_choose_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->folder_row), choose);

  self->locking_switch = gtk_switch_new ();
  gtk_widget_set_valign (self->locking_switch, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (locking_row), _ ("Back up when locking"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (locking_row),
                               _ ("Whenever something was written since the last one."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (locking_row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (locking_row), self->locking_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (locking_row), self->locking_switch);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->folder_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), locking_row);
  return group;
}

static GtkWidget *
new_progress_box (DolenBackupWindow *self)
{
  GtkButton *cancel;

  self->progress_box
      = dolen_progress_new (_ ("Progress of the backup"), &self->progress_bar, &cancel);
  gtk_button_set_label (cancel, _ ("_Cancel"));
  gtk_button_set_use_underline (cancel, TRUE);
  g_signal_connect_object (
      cancel, "clicked", G_CALLBACK (on_cancel_clicked), self, G_CONNECT_SWAPPED);
  return self->progress_box;
}

static void
add_content (DolenBackupWindow *self, GtkWidget *box)
{
  self->status_label = dolen_label_new ("", "heading");
  self->problem_label = dolen_label_new ("", "notice");
  self->disk_label = dolen_label_new (
      _ ("This folder is on the same disk as the case records: if the computer is lost, so is the "
         "backup."),
      "notice");
  self->start_button = gtk_button_new_with_mnemonic (_ ("_Back Up Now"));
  gtk_widget_add_css_class (self->start_button, "suggested-action");
  gtk_widget_add_css_class (self->start_button, "pill");
  gtk_widget_set_halign (self->start_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->start_button,
                           "clicked",
                           G_CALLBACK (dolen_backup_window_start),
                           self,
                           G_CONNECT_SWAPPED);
  self->backups_group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->backups_group),
                                   _ ("Backups There"));
  gtk_box_append (GTK_BOX (box), self->status_label);
  gtk_box_append (GTK_BOX (box), new_where_group (self));
  gtk_box_append (GTK_BOX (box), self->disk_label);
  gtk_box_append (GTK_BOX (box), self->start_button);
  gtk_box_append (GTK_BOX (box), new_progress_box (self));
  gtk_box_append (GTK_BOX (box), self->problem_label);
  gtk_box_append (GTK_BOX (box), self->backups_group);
  gtk_box_append (
      GTK_BOX (box),
      dolen_label_new (
          _ ("A backup holds the case records, sealed; it opens with their passphrase or the "
             "recovery key. It is read back before it counts. Kept: the newest of each of the last "
             "7 days, 4 weeks and 12 months; the files of keys for 35 days. The directory is no "
             "casework and is not in it."),
          "dim-label"));
}

static void
dolen_backup_window_init (DolenBackupWindow *self)
{
  self->rows = g_ptr_array_new ();
  add_content (self, dolen_window_fill (ADW_WINDOW (self), _ ("Backup")));
}

GtkWindow *
dolen_backup_window_new (DolenSession *session)
{
  DolenBackupWindow *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);
  self = g_object_new (DOLEN_TYPE_BACKUP_WINDOW, NULL);
  self->session = g_object_ref (session);
  g_settings_bind (dolen_session_get_settings (session),
                   "backup-when-locking",
                   self->locking_switch,
                   "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (on_changed),
                           self,
                           G_CONNECT_SWAPPED);
  /* Whose they are is known while it is unlocked. */
  g_signal_connect_object (dolen_session_get_casework (session),
                           "notify::unlocked",
                           G_CALLBACK (list_backups),
                           self,
                           G_CONNECT_SWAPPED);
  update (self);
  list_backups (self);
  return GTK_WINDOW (self);
}
