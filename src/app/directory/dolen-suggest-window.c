/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-suggest-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-text-pane.h"
#include "app/dolen-choice-row.h"
#include "app/dolen-error-message.h"
#include "app/dolen-text-windows.h"
#include "base/dolen-text.h"
#include "directory/dolen-field-words.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "directory/keeping/dolen-suggested-field.h"

#include <glib/gi18n.h>

#define OWN "dolen-suggest"
#define VALUE_HEIGHT 80

/* What the window is made from; lives as long as its box. */
typedef struct {
  DolenSession *session;       /* (owned) */
  DolenService *service;       /* (owned) (nullable) */
  DolenSuggestedField *fields; /* (owned) */
  AdwComboRow *field_row;
  GtkLabel *now;
  GtkLabel *example;
  GtkWidget *value;
  GtkWidget *note;
  GtkLabel *wrong;
} Suggest;

static void
suggest_free (gpointer data)
{
  Suggest *suggest = data;

  g_object_unref (suggest->session);
  g_clear_pointer (&suggest->service, dolen_service_free);
  g_free (suggest->fields);
  g_free (suggest);
}

static const DolenSuggestedField *
get_field (const Suggest *suggest)
{
  return &suggest->fields[adw_combo_row_get_selected (suggest->field_row)];
}

static void
say_wrong (Suggest *suggest, const char *why)
{
  gtk_label_set_text (suggest->wrong, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (suggest->wrong), why != NULL);
}

/* What stands there, and how a value may look. */
static void
on_field (Suggest *suggest)
{
  const DolenSuggestedField *field = get_field (suggest);
  g_autofree char *told = dolen_suggested_field_tell (
      "service", suggest->service, field->name, dolen_language_current ());
  g_autofree char *now = g_strdup_printf (
      /* Translators: what a field of a listing says now follows the colon. */
      _ ("Here now: %s"),
      *told != '\0' ? told : _ ("nothing"));
  /* Translators: an example of what may be typed follows the colon. */
  g_autofree char *example = g_strdup_printf (_ ("For example: %s"), field->example);

  gtk_label_set_text (suggest->now, now);
  gtk_label_set_text (suggest->example, example);
  say_wrong (suggest, NULL);
}

/* ---- saving ---- */

static gpointer
add_change (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  dolen_suggested_changes_add (directory, data, NULL, error);
  return NULL;
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  dolen_session_run_told (
      DOLEN_SESSION (source), result, _ ("The change waits in the queue of Directory"));
}

/* (transfer full) (nullable): what is typed, tried on a copy of the listing. */
static DolenSuggestedChange *
make_change (Suggest *suggest, GError **error)
{
  g_autofree char *value = dolen_text_pane_dup_text (suggest->value);
  g_autofree char *who = dolen_session_dup_worker (suggest->session);

  return dolen_suggested_change_new (dolen_session_get_directory (suggest->session),
                                     "service",
                                     suggest->service->uid,
                                     get_field (suggest)->name,
                                     value,
                                     gtk_editable_get_text (GTK_EDITABLE (suggest->note)),
                                     who,
                                     error);
}

static gboolean
act (Suggest *suggest)
{
  DolenSessionJob job = { "suggest a change", G_PRIORITY_DEFAULT, add_change };
  g_autoptr (GError) error = NULL;
  DolenSuggestedChange *change = make_change (suggest, &error);
  GtkRoot *root = gtk_widget_get_root (suggest->value);
  GPtrArray *changes;

  if (change == NULL) {
    g_autofree char *why = dolen_error_to_message (error);

    say_wrong (suggest, why);
    gtk_widget_grab_focus (dolen_text_pane_get_view (suggest->value));
    return FALSE;
  }
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
  g_ptr_array_add (changes, change);
  job.data = changes;
  job.free_data = (GDestroyNotify) g_ptr_array_unref;
  dolen_session_run (suggest->session, &job, NULL, on_added, NULL);
  gtk_window_close (GTK_WINDOW (root));
  return TRUE;
}

static void
on_act (Suggest *suggest)
{
  act (suggest);
}

/* ---- the window ---- */

static GtkLabel *
add_label (GtkBox *box, const char *css)
{
  GtkWidget *label = dolen_label_new ("", css);

  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_choice (Suggest *suggest, GtkBox *box)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  GtkWidget *list = dolen_boxed_list_new ();

  for (guint i = 0; suggest->fields[i].name != NULL; i++)
    g_strv_builder_add (names,
                        dolen_field_label (suggest->fields[i].name, dolen_language_current ()));
  labels = g_strv_builder_end (names);
  suggest->field_row = dolen_choice_row_new (
      /* Translators: which field of a listing is to be changed. */
      _ ("What is to be changed"),
      (const char *const *) labels,
      0);
  g_signal_connect_swapped (suggest->field_row, "notify::selected", G_CALLBACK (on_field), suggest);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (suggest->field_row));
  gtk_box_append (box, list);
}

static void
add_note (Suggest *suggest, GtkBox *box)
{
  GtkWidget *list = dolen_boxed_list_new ();

  suggest->note = adw_entry_row_new ();
  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (suggest->note),
      /* Translators: why a change of a listing is suggested; nothing about somebody supported. */
      _ ("How you know, about the group only"));
  gtk_list_box_append (GTK_LIST_BOX (list), suggest->note);
  gtk_box_append (box, list);
}

static void
fill (Suggest *suggest, GtkBox *box)
{
  /* Translators: a button: the change is put into the queue for whoever keeps the directory. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Suggest"));
  const char *name = dolen_bilingual_get (&suggest->service->name, dolen_language_current ());

  gtk_box_append (box, dolen_label_new (name, "heading"));
  add_choice (suggest, box);
  suggest->now = add_label (box, NULL);
  suggest->value = dolen_text_pane_new (_ ("What it should be"), VALUE_HEIGHT);
  gtk_box_append (box, suggest->value);
  suggest->example = add_label (box, "dim-label");
  add_note (suggest, box);
  suggest->wrong = add_label (box, "error");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_act), suggest);
  gtk_box_append (box, button);
  on_field (suggest);
}

GtkWindow *
dolen_suggest_window_new (DolenSession *session, const char *service)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autoptr (DolenService) found
             = directory != NULL ? dolen_directory_get_service (directory, service, NULL) : NULL;
  GtkWindow *window;
  Suggest *suggest;
  GtkBox *box;

  if (found == NULL)
    return NULL;
  /* Translators: a window: a link worker says what should be put right in a listing. */
  window = dolen_text_window_new (_ ("Suggest a Change"), &box);
  suggest = g_new0 (Suggest, 1);
  suggest->session = g_object_ref (session);
  suggest->service = g_steal_pointer (&found);
  suggest->fields = dolen_suggested_fields ("service");
  g_object_set_data_full (G_OBJECT (box), OWN, suggest, suggest_free);
  g_object_set_data (G_OBJECT (window), OWN, suggest);
  fill (suggest, box);
  return window;
}

gboolean
dolen_suggest_window_type (GtkWindow *window, const char *field, const char *value)
{
  Suggest *suggest = g_object_get_data (G_OBJECT (window), OWN);

  for (guint i = 0; suggest->fields[i].name != NULL; i++)
    if (g_strcmp0 (suggest->fields[i].name, field) == 0) {
      adw_combo_row_set_selected (suggest->field_row, i);
      dolen_text_pane_set_text (suggest->value, value);
      return TRUE;
    }
  return FALSE;
}

gboolean
dolen_suggest_window_act (GtkWindow *window)
{
  return act (g_object_get_data (G_OBJECT (window), OWN));
}
