/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/sources/dolen-source-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/sources/dolen-feed-jobs.h"
#include "app/directory/sources/dolen-source-licence-group.h"
#include "app/dolen-choice-row.h"
#include "app/dolen-page.h"
#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

struct _DolenSourceWindow {
  AdwWindow parent_instance;
  DolenSession *session; /* (owned) */
  char *uid;             /* (owned) of the source */
  gint64 undoable;       /* entry of the newest import that can be undone, 0 */
  AdwPreferencesPage *page;
  AdwPreferencesGroup *imports;
};

G_DEFINE_FINAL_TYPE (DolenSourceWindow, dolen_source_window, ADW_TYPE_WINDOW)

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = dolen_plain_row_new (title);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  return row;
}

static AdwPreferencesGroup *
add_group (DolenSourceWindow *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_button (GtkWidget *row, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return button;
}

/* ---- undoing an import ---- */

typedef struct {
  gint64 entry;
  char *who;
  char *uid;
  DolenRemoveChoice choice;
  DolenFeedEvery every;
  guint removed, kept;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->who);
  g_free (act->uid);
  g_free (act);
}

static Act *
act_new (DolenSourceWindow *self)
{
  Act *act = g_new0 (Act, 1);

  act->entry = self->undoable;
  act->uid = g_strdup (self->uid);
  act->who = dolen_session_dup_worker (self->session);
  return act;
}

static gpointer
undo_in_worker (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Act *act = data;
  DolenUndoReport *report = NULL;

  dolen_directory_undo_import (directory, act->entry, act->who, &report, error);
  return report;
}

static char *
describe_undone (const DolenUndoReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: counts of records. */
  g_string_append_printf (
      text, _ ("As they were: %u; removed: %u."), report->restored, report->removed);
  if (report->kept->len > 0) {
    g_autoptr (GString) names = g_string_new (NULL);
    for (guint i = 0; i < MIN (report->kept->len, 3); i++) {
      const DolenUndoKept *kept = g_ptr_array_index (report->kept, i);
      const char *name = dolen_bilingual_get (&kept->name, dolen_language_current ());
      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name != NULL ? name : "–");
    }
    /* Translators: a count of records, and the names of the first of them. */
    g_string_append_printf (text,
                            _ (" Kept, because somebody changed them since: %u (%s)."),
                            report->kept->len,
                            names->str);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenSourceWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenUndoReport) report
             = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  g_autofree char *text = NULL;

  if (report != NULL) {
    text = describe_undone (report);
    dolen_session_toast (DOLEN_SESSION (source), text);
    gtk_window_destroy (GTK_WINDOW (self));
  } else {
    dolen_session_report (DOLEN_SESSION (source), error);
  }
}

gboolean
dolen_source_window_undo (DolenSourceWindow *self)
{
  DolenSessionJob job = { "undo import", G_PRIORITY_DEFAULT, undo_in_worker };

  if (self->undoable == 0)
    return FALSE;
  job.data = act_new (self);
  job.free_data = act_free;
  job.free_result = (GDestroyNotify) dolen_undo_report_free;
  dolen_session_run (self->session, &job, NULL, on_undone_cb, g_object_ref (self));
  return TRUE;
}

static void
on_undo_clicked_cb (DolenSourceWindow *self)
{
  dolen_source_window_undo (self);
}

static void
add_import (DolenSourceWindow *self, const DolenImportEntry *entry)
{
  g_autofree char *date = dolen_date_of_instant (entry->at);
  g_autofree char *day = dolen_format_date (dolen_language_current (), date);
  g_autofree char *brought = dolen_source_line_import (entry);
  g_autofree char *undone
      /* Translators: an import that was undone: what it had brought. */
      = entry->undone ? g_strdup_printf (_ ("Undone. It had brought: %s"), brought) : NULL;
  GtkWidget *row = add_row (self->imports, day, undone != NULL ? undone : brought);

  if (!entry->undoable || self->undoable != 0)
    return;
  self->undoable = entry->id;
  g_signal_connect_swapped (
      add_button (row, _ ("_Undo This Import")), "clicked", G_CALLBACK (on_undo_clicked_cb), self);
}

static void
add_imports (DolenSourceWindow *self, const DolenSourceLine *line)
{
  self->imports = add_group (
      self,
      _ ("Imports"),
      _ ("Undoing makes every record what it was. What somebody changed since stays, and is named. "
         "The newest comes first; the last five can be undone."));
  for (guint i = 0; i < line->imports->len; i++)
    add_import (self, g_ptr_array_index (line->imports, i));
  if (line->imports->len == 0)
    add_row (self->imports, _ ("Nothing has come in yet"), NULL);
}

/* ---- reading by itself ---- */

static gpointer
set_every_in_worker (DolenDirectory *directory,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  const Act *act = data;

  dolen_feed_set_every (directory, act->uid, act->every, error);
  return NULL;
}

static void
on_every_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  if (error != NULL)
    dolen_session_report (DOLEN_SESSION (source), error);
  else
    dolen_feed_jobs_start_due (dolen_feed_jobs_get (DOLEN_SESSION (source)));
}

static void
on_every_chosen_cb (DolenSourceWindow *self, GParamSpec *property, AdwComboRow *row)
{
  DolenSessionJob job = { "set how often", G_PRIORITY_DEFAULT, set_every_in_worker };
  Act *act = act_new (self);

  act->every = (DolenFeedEvery) adw_combo_row_get_selected (row);
  job.data = act;
  job.free_data = act_free;
  dolen_session_run (self->session, &job, NULL, on_every_set_cb, NULL);
}

static void
add_every (DolenSourceWindow *self, AdwPreferencesGroup *group, const DolenSource *source)
{
  g_auto (DolenFeedSettings) settings = { 0 };
  const char *const names[]
      = { _ ("Only when somebody asks"), _ ("Every day"), _ ("Every week"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  dolen_feed_settings_read (&settings, source->settings);
  /* Translators: how often a feed is read. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Read it"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), settings.every);
  dolen_choice_row_show_whole (ADW_COMBO_ROW (row));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_every_chosen_cb), self);
  adw_preferences_group_add (group, row);
}

/* ---- removing ---- */

static gpointer
remove_in_worker (DolenDirectory *directory,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  Act *act = data;
  guint removed = 0, kept = 0;

  if (!dolen_directory_remove_source (
          directory, act->uid, act->choice, act->who, &removed, &kept, error))
    return NULL;
  dolen_feed_forget (act->uid, NULL);
  /* Translators: counts of services. */
  return g_strdup_printf (_ ("Services removed: %u; kept as ours: %u."), removed, kept);
}

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenSourceWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);

  if (text != NULL) {
    dolen_session_toast (DOLEN_SESSION (source), text);
    gtk_window_destroy (GTK_WINDOW (self));
  } else {
    dolen_session_report (DOLEN_SESSION (source), error);
  }
}

void
dolen_source_window_remove (DolenSourceWindow *self, DolenRemoveChoice choice)
{
  DolenSessionJob job = { "remove source", G_PRIORITY_DEFAULT, remove_in_worker };
  Act *act = act_new (self);

  act->choice = choice;
  job.data = act;
  job.free_data = act_free;
  job.free_result = g_free;
  dolen_feed_jobs_cancel (dolen_feed_jobs_get (self->session), self->uid);
  dolen_session_run (self->session, &job, NULL, on_removed_cb, g_object_ref (self));
}

static void
on_keep_cb (DolenSourceWindow *self)
{
  dolen_source_window_remove (self, DOLEN_REMOVE_KEEP);
}

static void
on_remove_cb (DolenSourceWindow *self)
{
  dolen_source_window_remove (self, DOLEN_REMOVE_UNEDITED);
}

static void
add_removal (DolenSourceWindow *self)
{
  AdwPreferencesGroup *group = add_group (
      self,
      _ ("Remove This Source"),
      _ ("What shall become of its records? This cannot be undone, but the source can be added "
         "again."));
  GtkWidget *keep = add_row (
      group, _ ("Keep them as ours"), _ ("All stay, and no feed changes them any more."));
  GtkWidget *remove = add_row (group,
                               _ ("Let them go with it"),
                               _ ("Those nobody here worked on; the others stay as ours."));
  GtkWidget *button;

  /* Translators: a button: a source goes, its records stay. */
  button = add_button (keep, _ ("Remove, _Keep"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_keep_cb), self);
  /* Translators: a button: a source goes, and its records with it. */
  button = add_button (remove, _ ("Remove _Both"));
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove_cb), self);
}

/* ---- the window ---- */

static void
on_clashes_cb (DolenSourceWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    dolen_page_go (GTK_WIDGET (parent), "directory", "place", "queue");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_about (DolenSourceWindow *self, const DolenSourceLine *line)
{
  AdwPreferencesGroup *group = add_group (self, "", NULL);
  g_autofree char *facts = dolen_source_line_facts (line);
  GtkWidget *row = add_row (group, line->source->name, facts);

  if (line->source->address != NULL) {
    row = add_row (group,
                   /* Translators: of a source: where it is on the web; the file it came from. */
                   dolen_feed_is (line->source) ? _ ("Web address") : _ ("File"),
                   line->source->address);
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  }
  if (dolen_feed_is (line->source))
    add_every (self, group, line->source);
  if (line->counts.clashes > 0) {
    row = add_row (
        group,
        _ ("Clashes"),
        _ ("Facts that were edited here and that the feed has changed since, or that another "
           "feed says otherwise. What stands here holds until you choose."));
    g_signal_connect_swapped (
        add_button (row, _ ("_Show in the Queue")), "clicked", G_CALLBACK (on_clashes_cb), self);
  }
}

static void
dolen_source_window_dispose (GObject *object)
{
  DolenSourceWindow *self = DOLEN_SOURCE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->uid, g_free);
  G_OBJECT_CLASS (dolen_source_window_parent_class)->dispose (object);
}

static void
dolen_source_window_class_init (DolenSourceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_source_window_dispose;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_source_window_init (DolenSourceWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Source"));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 620);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWindow *
dolen_source_window_new (DolenSession *session, const DolenSourceLine *line)
{
  DolenSourceWindow *self = g_object_new (DOLEN_TYPE_SOURCE_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->uid = g_strdup (line->source->uid);
  add_about (self, line);
  adw_preferences_page_add (
      self->page, ADW_PREFERENCES_GROUP (dolen_source_licence_group_new (session, line->source)));
  add_imports (self, line);
  add_removal (self);
  return GTK_WINDOW (self);
}
