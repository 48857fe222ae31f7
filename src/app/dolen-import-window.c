/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-import-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-import-oddity-row.h"
#include "app/dolen-import-table.h"
#include "app/dolen-page.h"
#include "app/dolen-window.h"
#include "exchange/files/dolen-csv-preview.h"
#include "exchange/files/dolen-file-kind.h"
#include "language/dolen-language.h"

#include <glib/gi18n.h>

#define PROGRESS_MS 100
#define REFUSALS_SHOWN 50

struct _DolenImportWindow {
  AdwWindow parent_instance;
  DolenSession *session;        /* (owned) */
  DolenImportJob *job;          /* (owned) (nullable) */
  GtkFileChooserNative *native; /* (owned) (nullable) while it is open */
  guint progress_source;        /* 0: none */
  GPtrArray *rows;              /* (owned) of GtkWidget (not owned): of the report */

  char **paths; /* (owned) (nullable): waiting for where to, or for what columns hold; then read */
  DolenImportChoice choice; /* of what was read */

  GtkStack *stack;
  AdwStatusPage *where_page;
  GtkWidget *own_button;
  DolenImportTable *table;
  AdwStatusPage *copy_page;
  GtkWidget *copy_button;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;
  AdwStatusPage *failed_page;
  AdwPreferencesGroup *counts_group;
  AdwPreferencesGroup *told_group;
  GtkWidget *accept_button;
  AdwPreferencesGroup *doubtful_group;
  AdwPreferencesGroup *same_group;
  AdwPreferencesGroup *noted_group;
  AdwPreferencesGroup *rejected_group;
  GtkWidget *oddities_box;
};

G_DEFINE_FINAL_TYPE (DolenImportWindow, dolen_import_window, ADW_TYPE_WINDOW)

/* ---- the report ---- */

static void
add_row (DolenImportWindow *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle,
         const char *figure)
{
  GtkWidget *row = dolen_plain_row_new (title);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (figure != NULL) {
    GtkWidget *label = gtk_label_new (figure);

    gtk_widget_add_css_class (label, "numeric");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  }
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_count (DolenImportWindow *self, AdwPreferencesGroup *group, const char *title, guint n)
{
  g_autofree char *figure = g_strdup_printf ("%u", n);
  add_row (self, group, title, NULL, figure);
}

/* A register or grants: no listings came, more is known of organisations. */
static void
show_known (DolenImportWindow *self, const DolenImportReport *report)
{
  add_count (self, self->counts_group, _ ("Organisations it speaks of"), report->matched);
  add_count (self, self->counts_group, _ ("Of which more is known now"), report->filled);
  add_count (self, self->counts_group, _ ("Proposed in the queue"), report->proposed);
  add_count (self, self->counts_group, _ ("About nobody known here"), report->passed);
}

static void
show_counts (DolenImportWindow *self, const DolenImportReport *report)
{
  g_autofree char *title = g_markup_escape_text (report->source_name, -1);

  adw_preferences_group_set_title (self->counts_group, title);
  if (report->matched + report->proposed + report->passed > 0) {
    show_known (self, report);
    return;
  }
  add_count (self, self->counts_group, _ ("New services"), report->services.added);
  add_count (self, self->counts_group, _ ("Changed services"), report->services.changed);
  for (guint i = 0; i < report->changes->len && report->changes->len <= DOLEN_IMPORT_CHANGES; i++)
    add_row (self, self->counts_group, g_ptr_array_index (report->changes, i), NULL, NULL);
  add_count (self, self->counts_group, _ ("Unchanged services"), report->services.unchanged);
  add_count (self,
             self->counts_group,
             _ ("Organisations"),
             report->organisations.added + report->organisations.changed
                 + report->organisations.unchanged);
  if (report->gone > 0)
    add_count (self, self->counts_group, _ ("No longer in the feed"), report->gone);
}

/* Most useful first, under what is to be done about them. */
static void
show_oddities (DolenImportWindow *self, const DolenImportReport *report)
{
  DolenLanguage language = dolen_language_current ();
  DolenOddity order[DOLEN_N_ODDITIES];
  guint n = dolen_oddities_sort (&report->oddities, order);
  GtkWidget *group = NULL;

  for (guint i = 0; i < n; i++) {
    DolenOddityGroup of = dolen_oddity_group (order[i]);
    if (i == 0 || of != dolen_oddity_group (order[i - 1])) {
      group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                       dolen_oddity_group_title (of, language));
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                             dolen_oddity_group_note (of, language));
      gtk_box_append (GTK_BOX (self->oddities_box), group);
    }
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               dolen_import_oddity_row_new (report, order[i]));
  }
  gtk_widget_set_visible (self->oddities_box, n > 0);
}

static void
show_refusals (DolenImportWindow *self, AdwPreferencesGroup *group, const GPtrArray *refusals)
{
  for (guint i = 0; i < MIN (refusals->len, REFUSALS_SHOWN); i++) {
    const DolenImportRefusal *refusal = g_ptr_array_index (refusals, i);

    add_row (self, group, refusal->why, refusal->where, NULL);
  }
  gtk_widget_set_visible (GTK_WIDGET (group), refusals->len > 0);
}

/* What somebody should know, or do something about. */
static void
show_told (DolenImportWindow *self, const DolenImportReport *report)
{
  g_autofree char *rows = dolen_import_rows_sentence (report);
  g_autofree char *unread = dolen_import_columns_sentence (report);
  g_autofree char *withheld = dolen_import_withheld_sentence (report->withheld);
  g_autofree char *clashes = dolen_import_clashes_sentence (report->clashes);

  if (report->clashes > 0)
    add_row (self, self->told_group, clashes, NULL, NULL);
  if (rows != NULL)
    add_row (self, self->told_group, rows, NULL, NULL);
  if (report->only_list)
    add_row (self, self->told_group, dolen_import_only_list_sentence (), NULL, NULL);
  if (report->shrunk)
    add_row (self, self->told_group, dolen_import_shrunk_sentence (), NULL, NULL);
  if (report->withheld > 0)
    add_row (self, self->told_group, withheld, NULL, NULL);
  if (unread != NULL)
    add_row (self, self->told_group, unread, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->told_group),
                          rows != NULL || report->only_list || report->shrunk
                              || report->withheld > 0 || unread != NULL || report->clashes > 0);
  gtk_widget_set_visible (self->accept_button, report->shrunk);
}

static void
remove_rows (DolenImportWindow *self)
{
  GtkWidget *group;

  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);

    group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
  }
  g_ptr_array_set_size (self->rows, 0);
  while ((group = gtk_widget_get_first_child (self->oddities_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->oddities_box), group);
}

static void
show_report (DolenImportWindow *self, const DolenImportReport *report)
{
  remove_rows (self);
  show_counts (self, report);
  show_told (self, report);
  show_refusals (self, self->doubtful_group, report->doubtful);
  show_refusals (self, self->same_group, report->same);
  show_refusals (self, self->noted_group, report->noted);
  show_refusals (self, self->rejected_group, report->rejected);
  show_oddities (self, report);
}

/* ---- the job ---- */

static gboolean
progress_cb (gpointer user_data)
{
  DolenImportWindow *self = user_data;
  double fraction;
  guint64 records;
  g_autofree char *text = NULL;

  dolen_import_job_get_progress (self->job, &fraction, &records);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  text = g_strdup_printf (
      /* Translators: while a feed is being read; %u counts records (masculine: cofnod). */
      ngettext ("%u record read", "%u records read", (gulong) records),
      (guint) records);
  gtk_label_set_text (self->progress_label, text);
  return G_SOURCE_CONTINUE;
}

static void
show_failure (DolenImportWindow *self, const GError *error)
{
  g_autofree char *message = dolen_error_to_message (error);
  g_autofree char *escaped = NULL;

  if (message == NULL) {
    gtk_stack_set_visible_child_name (self->stack, "choose");
    return;
  }
  escaped = g_markup_escape_text (message, -1);
  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* It came before, under another name. */
static void
ask_whether_copy (DolenImportWindow *self, const DolenImportFormer *former)
{
  g_autofree char *text = g_strdup_printf (
      /* Translators: of a feed (ffrwd, fem.) about to be imported: how many of how many services,
       * and the name of a source. */
      _ ("%1$u of the %2$u services in it came from “%3$s” before. As a newer copy of that, it "
         "brings only what has changed. As a feed of its own, everything in it comes in again, "
         "beside what is here."),
      former->known,
      former->rows,
      former->name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->copy_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "copy");
  gtk_widget_grab_focus (self->copy_button);
}

static void
on_job_finished_cb (DolenImportWindow *self)
{
  const DolenImportFormer *former;
  const DolenImportReport *report;

  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  g_clear_handle_id (&self->progress_source, g_source_remove);
  former = dolen_import_job_get_former (self->job);
  report = dolen_import_job_get_report (self->job);
  if (former != NULL) {
    ask_whether_copy (self, former);
    return;
  }
  if (report == NULL) {
    show_failure (self, dolen_import_job_get_error (self->job));
    return;
  }
  show_report (self, report);
  gtk_stack_set_visible_child_name (self->stack, "report");
}

static void
run (DolenImportWindow *self)
{
  const char *const *paths = (const char *const *) self->paths;

  g_clear_object (&self->job);
  self->job = dolen_import_job_start (self->session, paths, &self->choice);
  g_signal_connect_object (
      self->job, "finished", G_CALLBACK (on_job_finished_cb), self, G_CONNECT_SWAPPED);
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  gtk_stack_set_visible_child_name (self->stack, "progress");
}

/* A table is looked at first; everything else says itself what it holds. */
static void
start (DolenImportWindow *self, const char *const *paths)
{
  g_autofree char *table = dolen_csv_first_table (paths);

  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
  dolen_import_choice_clear (&self->choice);
  self->choice = (DolenImportChoice){ 0 };
  if (table == NULL) {
    run (self);
    return;
  }
  dolen_import_table_load (self->table, self->session, paths);
  gtk_stack_set_visible_child_name (self->stack, "table");
}

static void
on_table_import_cb (DolenImportWindow *self)
{
  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  dolen_import_choice_clear (&self->choice);
  dolen_import_table_choose (self->table, &self->choice);
  run (self);
}

static void
on_copy_clicked_cb (DolenImportWindow *self)
{
  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  self->choice.source_name = g_strdup (dolen_import_job_get_former (self->job)->name);
  run (self);
}

static void
on_another_clicked_cb (DolenImportWindow *self)
{
  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  self->choice.another = TRUE;
  run (self);
}

/* More than half is gone, and somebody says that it is. */
static void
on_accept_clicked_cb (DolenImportWindow *self)
{
  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  self->choice.accept_loss = TRUE;
  run (self);
}

static void
on_table_failed_cb (DolenImportWindow *self)
{
  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  show_failure (self, dolen_import_table_get_error (self->table));
}

/* ---- choosing ---- */

static void
on_chosen_cb (DolenImportWindow *self, int response)
{
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->native));
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    char *path = g_file_get_path (file);

    if (path != NULL)
      g_ptr_array_add (paths, path);
  }
  g_clear_object (&self->native);
  if (paths->len == 0)
    return;
  g_ptr_array_add (paths, NULL);
  start (self, (const char *const *) paths->pdata);
}

static void
choose (DolenImportWindow *self, const char *title, GtkFileChooserAction action)
{
  g_clear_object (&self->native);
  self->native = gtk_file_chooser_native_new (
      title, GTK_WINDOW (self), action, _ ("_Import"), _ ("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->native),
                                        action == GTK_FILE_CHOOSER_ACTION_OPEN);
  if (action == GTK_FILE_CHOOSER_ACTION_OPEN) {
    g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

    /* Translators: what kind of files a file chooser shows. */
    gtk_file_filter_set_name (filter, _ ("Feeds and tables"));
    for (const char *const *pattern = dolen_file_patterns (); *pattern != NULL; pattern++)
      gtk_file_filter_add_pattern (filter, *pattern);
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->native), filter);
  }
  g_signal_connect_object (
      self->native, "response", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->native));
}

static void
on_files_clicked_cb (DolenImportWindow *self)
{
  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  choose (self, _ ("Files of a Feed"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
on_folder_clicked_cb (DolenImportWindow *self)
{
  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  choose (self, _ ("Folder of a Feed"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

/* ---- where to ---- */

/* Nothing real enters the sample. */
static void
ask_where (DolenImportWindow *self)
{
  gboolean own = dolen_session_get_home (self->session) != NULL;

  adw_status_page_set_description (
      self->where_page,
      own ? _ ("The sample directory is open; it stays as it was invented. A feed comes into your "
               "own directory: the sample is closed for that.")
          : _ (
              "Dolen was started on its sample directory, which stays as it was invented. To bring "
              "in a feed, start Dolen without it."));
  gtk_widget_set_visible (self->own_button, own);
  gtk_window_set_default_widget (GTK_WINDOW (self), own ? self->own_button : NULL);
  gtk_stack_set_visible_child_name (self->stack, "where");
  if (own)
    gtk_widget_grab_focus (self->own_button);
}

static void
on_own_clicked_cb (DolenImportWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_auto (GStrv) paths = NULL;

  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  if (!DOLEN_IS_WINDOW (parent))
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.close-sample", NULL);
  g_set_object (&self->session, dolen_window_get_session (DOLEN_WINDOW (parent)));
  if (dolen_session_is_sample (self->session))
    return;
  paths = g_steal_pointer (&self->paths);
  if (paths != NULL)
    start (self, (const char *const *) paths);
  else
    gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
on_cancel_clicked_cb (DolenImportWindow *self)
{
  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  dolen_import_job_cancel (self->job);
}

static void
on_again_clicked_cb (DolenImportWindow *self)
{
  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
on_show_clicked_cb (DolenImportWindow *self)
{
  GtkWindow *parent;

  g_assert (DOLEN_IS_IMPORT_WINDOW (self));
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent != NULL)
    dolen_page_go (GTK_WIDGET (parent), "find", NULL, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- the object ---- */

static void
dolen_import_window_dispose (GObject *object)
{
  DolenImportWindow *self = DOLEN_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->job != NULL && !dolen_import_job_is_finished (self->job))
    dolen_import_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->native);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_strfreev);
  dolen_import_choice_clear (&self->choice);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_import_window_parent_class)->dispose (object);
}

static void
dolen_import_window_class_init (DolenImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DOLEN_TYPE_IMPORT_TABLE);

  G_OBJECT_CLASS (klass)->dispose = dolen_import_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, where_page);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, own_button);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, table);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, copy_page);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, counts_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, told_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, accept_button);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, doubtful_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, same_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, noted_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, rejected_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportWindow, oddities_box);
  gtk_widget_class_bind_template_callback (widget_class, on_own_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_another_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_import_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_files_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_import_window_init (DolenImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

GtkWindow *
dolen_import_window_new (DolenSession *session, const char *const *paths)
{
  DolenImportWindow *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);

  self = g_object_new (DOLEN_TYPE_IMPORT_WINDOW, NULL);
  self->session = g_object_ref (session);
  if (dolen_session_is_sample (session)) {
    self->paths = g_strdupv ((char **) paths);
    ask_where (self);
  } else if (paths != NULL) {
    start (self, paths);
  }
  return GTK_WINDOW (self);
}
