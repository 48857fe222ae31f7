/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/out/dolen-export-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/out/dolen-export-words.h"
#include "app/directory/out/dolen-out-choice.h"
#include "app/dolen-error-message.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

#define PROGRESS_MS 100
#define FOLDER_KEY "publish-folder"

struct _DolenExportWindow {
  AdwWindow parent_instance;
  DolenSession *session; /* (owned) */
  gboolean publishes;
  DolenExportJob *job;          /* (owned) (nullable) */
  GtkFileChooserNative *native; /* (owned) (nullable) */
  guint progress_source;
  GtkStack *stack;
  GtkCheckButton *forms[DOLEN_N_EXPORTS];
  DolenOutChoice *choice; /* whose records */
  GtkWidget *folder;      /* where it was published to */
  GtkWidget *again;       /* there once more */
  GtkWidget *write;       /* where to? */
  GtkProgressBar *bar;
  GtkWidget *cancel;
  GtkLabel *written;
  GtkLabel *kept;
  GtkLabel *left; /* what the form has no place for */
  GtkLabel *where;
  GtkWidget *close;
  GtkLabel *failed;
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (DolenExportWindow, dolen_export_window, ADW_TYPE_WINDOW)

/* The order in which they are offered: the plainest need first. */
static const DolenExportFormat offered[] = { DOLEN_EXPORT_CSV,
                                             DOLEN_EXPORT_HSDS,
                                             DOLEN_EXPORT_ORUK3,
                                             DOLEN_EXPORT_GEOJSON,
                                             DOLEN_EXPORT_HSDS_CSV };

static DolenExportFormat
get_chosen (DolenExportWindow *self)
{
  for (int i = 0; i < DOLEN_N_EXPORTS; i++)
    if (self->forms[i] != NULL && gtk_check_button_get_active (self->forms[i]))
      return i;
  return DOLEN_EXPORT_CSV;
}

static char *
dup_folder (DolenExportWindow *self)
{
  return g_settings_get_string (dolen_session_get_settings (self->session), FOLDER_KEY);
}

/* (transfer full): what the choice of sources is kept by: where it goes, or in which form. */
static char *
dup_destination (DolenExportWindow *self)
{
  return self->publishes ? dup_folder (self)
                         : g_strdup (dolen_export_format_code (get_chosen (self)));
}

static void
load_choice (DolenExportWindow *self)
{
  g_autofree char *destination = dup_destination (self);

  dolen_out_choice_load (self->choice, destination);
}

static void
on_form_toggled (GtkCheckButton *form, DolenExportWindow *self)
{
  if (gtk_check_button_get_active (form) && self->choice != NULL)
    load_choice (self);
}

/* What was published to, if anywhere. */
static void
show_folder (DolenExportWindow *self)
{
  g_autofree char *folder = self->publishes ? dup_folder (self) : g_strdup ("");
  gboolean known = *folder != '\0';

  gtk_widget_set_visible (self->folder, known);
  gtk_widget_set_visible (self->again, known);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (gtk_widget_get_first_child (self->folder)), folder);
  if (self->publishes)
    gtk_button_set_label (GTK_BUTTON (self->write),
                          known ? _ ("Another _Folder…") : _ ("Choose a _Folder…"));
  if (known)
    gtk_widget_remove_css_class (self->write, "suggested-action");
  else
    gtk_widget_add_css_class (self->write, "suggested-action");
}

static void
show_page (DolenExportWindow *self, const char *name, GtkWidget *focus)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_grab_focus (focus);
}

static void
show_choose (DolenExportWindow *self)
{
  show_folder (self);
  show_page (self, "choose", gtk_widget_get_visible (self->again) ? self->again : self->write);
}

/* ---- the job ---- */

/* For the next time to the same place. */
static void
keep_choice (DolenExportWindow *self)
{
  const char *path = dolen_export_job_get_path (self->job);

  dolen_out_choice_keep (self->choice,
                         self->publishes ? path : dolen_export_format_code (get_chosen (self)));
}

static void
show_report (DolenExportWindow *self, const DolenExportReport *report)
{
  g_autofree char *written = dolen_export_written (report);
  g_autofree char *kept = dolen_export_kept_back (report);
  g_autofree char *left = dolen_export_left_out (report, dolen_language_current ());
  g_autofree char *where = NULL;

  gtk_label_set_text (self->written, written);
  gtk_label_set_text (self->left, left != NULL ? left : "");
  gtk_widget_set_visible (GTK_WIDGET (self->left), left != NULL);
  gtk_label_set_text (self->kept, kept != NULL ? kept : _ ("Nothing was kept back."));
  /* Translators: the path of a file or a folder follows. */
  where = g_strdup_printf (_ ("Written to: %s"), dolen_export_job_get_path (self->job));
  gtk_label_set_text (self->where, where);
  keep_choice (self);
  if (self->publishes)
    g_settings_set_string (dolen_session_get_settings (self->session),
                           FOLDER_KEY,
                           dolen_export_job_get_path (self->job));
  show_page (self, "done", self->close);
}

static void
on_finished_cb (DolenExportWindow *self)
{
  const DolenExportReport *report = dolen_export_job_get_report (self->job);
  g_autofree char *message = NULL;

  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (report != NULL) {
    show_report (self, report);
    return;
  }
  message = dolen_error_to_message (dolen_export_job_get_error (self->job));
  if (message == NULL) {
    show_choose (self);
    return;
  }
  gtk_label_set_text (self->failed, message);
  show_page (self, "failed", self->back);
}

static gboolean
progress_cb (gpointer user_data)
{
  DolenExportWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->bar, dolen_export_job_get_fraction (self->job));
  return G_SOURCE_CONTINUE;
}

void
dolen_export_window_write (DolenExportWindow *self, const char *path)
{
  g_auto (GStrv) sources = NULL;

  g_return_if_fail (DOLEN_IS_EXPORT_WINDOW (self) && path != NULL);

  sources = dolen_out_choice_get (self->choice);
  if (sources[0] == NULL) {
    gtk_label_set_text (self->failed, _ ("Nobody’s records are ticked."));
    show_page (self, "failed", self->back);
    return;
  }
  g_clear_object (&self->job);
  self->job
      = self->publishes
            ? dolen_export_job_start_publish (self->session, path, (const char *const *) sources)
            : dolen_export_job_start (
                self->session, get_chosen (self), path, (const char *const *) sources);
  g_signal_connect_object (
      self->job, "finished", G_CALLBACK (on_finished_cb), self, G_CONNECT_SWAPPED);
  gtk_progress_bar_set_fraction (self->bar, 0);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  show_page (self, "progress", self->cancel);
}

void
dolen_export_window_cancel (DolenExportWindow *self)
{
  g_return_if_fail (DOLEN_IS_EXPORT_WINDOW (self));

  if (self->job != NULL)
    dolen_export_job_cancel (self->job);
}

/* ---- where to ---- */

static void
on_where_cb (DolenExportWindow *self, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->native));
  path = file != NULL ? g_file_get_path (file) : NULL;
  g_clear_object (&self->native);
  if (path != NULL)
    dolen_export_window_write (self, path);
}

static void
on_write_cb (DolenExportWindow *self)
{
  DolenExportFormat format = get_chosen (self);
  gboolean folder = self->publishes || dolen_export_form_is_folder (format);
  g_autofree char *today = dolen_date_today ();

  g_clear_object (&self->native);
  self->native = gtk_file_chooser_native_new (
      folder ? _ ("An Empty Folder, or the One of Last Time") : _ ("Save As"),
      GTK_WINDOW (self),
      folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE,
      _ ("_Write"),
      _ ("_Cancel"));
  if (!folder) {
    g_autofree char *name = dolen_export_file_name (format, today);

    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->native), name);
  }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->native), TRUE);
  g_signal_connect_object (
      self->native, "response", G_CALLBACK (on_where_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->native));
}

static void
on_again_cb (DolenExportWindow *self)
{
  g_autofree char *folder = dup_folder (self);

  dolen_export_window_write (self, folder);
}

/* ---- the pages ---- */

static GtkWidget *
new_page (DolenExportWindow *self, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_stack_add_named (self->stack, box, name);
  return box;
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, GCallback func, gpointer owner)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", func, owner);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *css)
{
  GtkWidget *label = dolen_label_new (text, css);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = dolen_plain_row_new (title);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
add_form (DolenExportWindow *self, GtkWidget *list, DolenExportFormat format)
{
  GtkWidget *row = new_row (dolen_export_form_title (format), dolen_export_form_note (format));
  GtkWidget *check = gtk_check_button_new ();

  self->forms[format] = GTK_CHECK_BUTTON (check);
  if (format != offered[0])
    gtk_check_button_set_group (self->forms[format], self->forms[offered[0]]);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dolen_export_form_title (format),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  dolen_export_form_note (format),
                                  -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_form_toggled), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_forms (DolenExportWindow *self, GtkWidget *box)
{
  GtkWidget *list = dolen_boxed_list_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    add_form (self, list, offered[i]);
  gtk_check_button_set_active (self->forms[offered[0]], TRUE);
  gtk_box_append (GTK_BOX (box),
                  /* Translators: heading: in which form the directory is written. */
                  dolen_section_new (_ ("In Which Form"), NULL, list));
}

static GtkWidget *
new_what_leaves (void)
{
  GtkWidget *list = dolen_boxed_list_new ();

  /* Translators: what an export takes out of this computer; a list follows. */
  dolen_boxed_list_add (list, dolen_fact_new (_ ("What Leaves"), dolen_export_leaves ()));
  /* Translators: what an export does not take; a list follows. */
  dolen_boxed_list_add (list, dolen_fact_new (_ ("What Stays Here"), dolen_export_stays ()));
  return list;
}

static void
fill_choose (DolenExportWindow *self)
{
  GtkWidget *box = new_page (self, "choose");

  if (dolen_session_is_sample (self->session))
    add_label (box, _ ("The sample directory is open: all of it is invented."), "heading");
  if (self->publishes)
    add_label (box,
               _ ("A folder of pages in Open Referral UK 3.0, which any web server can serve: put "
                  "it on your website. Another Dolen adds the address of feed.json there as a "
                  "feed. Dolen itself sends nothing."),
               NULL);
  else
    add_forms (self, box);
  self->choice = DOLEN_OUT_CHOICE (dolen_out_choice_new (self->session));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  load_choice (self);
  gtk_box_append (GTK_BOX (box), new_what_leaves ());
  self->folder = dolen_boxed_list_new ();
  gtk_list_box_append (GTK_LIST_BOX (self->folder),
                       /* Translators: a folder (ffolder, fem.) follows. */
                       new_row (_ ("Published to"), ""));
  gtk_box_append (GTK_BOX (box), self->folder);
  self->again = add_button (box, _ ("_Publish Again"), G_CALLBACK (on_again_cb), self);
  gtk_widget_add_css_class (self->again, "suggested-action");
  /* Translators: a button: where the file is to be written is asked then. */
  self->write = add_button (box, _ ("_Write It…"), G_CALLBACK (on_write_cb), self);
}

static void
fill_others (DolenExportWindow *self)
{
  GtkWidget *progress = new_page (self, "progress");
  GtkWidget *done = new_page (self, "done");
  GtkWidget *failed = new_page (self, "failed");

  add_label (progress, _ ("The directory is being written."), NULL);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The directory is being written."),
                                  -1);
  gtk_box_append (GTK_BOX (progress), GTK_WIDGET (self->bar));
  self->cancel
      = add_button (progress, _ ("_Cancel"), G_CALLBACK (dolen_export_window_cancel), self);
  self->written = add_label (done, "", "title-2");
  self->kept = add_label (done, "", NULL);
  self->left = add_label (done, "", NULL);
  self->where = add_label (done, "", "dim-label");
  self->close = add_button (done, _ ("_Close"), G_CALLBACK (gtk_window_close), self);
  gtk_widget_add_css_class (self->close, "suggested-action");
  add_button (done,
              self->publishes ? _ ("_Publish Again") : _ ("_Another Form"),
              G_CALLBACK (show_choose),
              self);
  /* Translators: heading; why the export failed follows. */
  add_label (failed, _ ("It Was Not Written"), "title-2");
  self->failed = add_label (failed, "", NULL);
  self->back = add_button (failed, _ ("_Back"), G_CALLBACK (show_choose), self);
}

/* ---- the object ---- */

static void
dolen_export_window_dispose (GObject *object)
{
  DolenExportWindow *self = DOLEN_EXPORT_WINDOW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->job != NULL)
    dolen_export_job_stop (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->native);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_export_window_parent_class)->dispose (object);
}

static void
dolen_export_window_class_init (DolenExportWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_export_window_dispose;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_export_window_init (DolenExportWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 760);
}

static GtkWindow *
new_window (DolenSession *session, gboolean publishes)
{
  DolenExportWindow *self = g_object_new (DOLEN_TYPE_EXPORT_WINDOW, NULL);
  GtkWidget *column;

  self->session = g_object_ref (session);
  self->publishes = publishes;
  column = dolen_window_fill (ADW_WINDOW (self),
                              /* Translators: titles of windows: the directory is written for
                               * others, as a file or as pages. */
                              publishes ? _ ("Publish") : _ ("Export"));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE); /* what is not shown makes nothing wider */
  fill_choose (self);
  fill_others (self);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->stack));
  show_choose (self);
  return GTK_WINDOW (self);
}

GtkWindow *
dolen_export_window_new (DolenSession *session)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);
  return new_window (session, FALSE);
}

GtkWindow *
dolen_export_window_new_publish (DolenSession *session)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);
  return new_window (session, TRUE);
}

void
dolen_export_window_choose (DolenExportWindow *self, DolenExportFormat format)
{
  g_return_if_fail (DOLEN_IS_EXPORT_WINDOW (self) && !self->publishes);
  gtk_check_button_set_active (self->forms[format], TRUE);
}

const char *
dolen_export_window_get_page (DolenExportWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_EXPORT_WINDOW (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}

char *
dolen_export_window_dup_text (DolenExportWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_EXPORT_WINDOW (self), NULL);

  if (g_str_equal (dolen_export_window_get_page (self), "failed"))
    return g_strdup (gtk_label_get_text (self->failed));
  return g_strdup_printf (
      "%s %s", gtk_label_get_text (self->written), gtk_label_get_text (self->kept));
}

DolenOutChoice *
dolen_export_window_get_choice (DolenExportWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_EXPORT_WINDOW (self), NULL);
  return self->choice;
}
