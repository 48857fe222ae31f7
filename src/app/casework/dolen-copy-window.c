/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-copy-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-way-out.h"
#include "casework/dolen-subject-access.h"
#include "reports/dolen-field-names.h"
#include "reports/dolen-subject-document.h"

#include <glib/gi18n.h>

#define COPY "dolen-copy"

typedef struct {
  GtkWindow *window;            /* not owned: it owns this */
  DolenSession *session;        /* (owned) */
  DolenSubjectAccess *access;   /* (owned) */
  GtkFileChooserNative *native; /* (owned) (nullable) while it is open */
  DolenLanguage language;       /* of the document: the person's own */
  GtkWidget *message_label;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_clear_object (&copy->native);
  g_object_unref (copy->session);
  dolen_subject_access_free (copy->access);
  g_free (copy);
}

/* ---- saving ---- */

static gboolean
write_json (const DolenWayOut *out, const char *path, struct json_object *all, GError **error)
{
  const char *text = json_object_to_json_string_ext (
      all, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE);

  return dolen_way_out_save (out, path, text, error);
}

static char *
name_json (const char *path)
{
  gsize stem = g_str_has_suffix (path, ".pdf") ? strlen (path) - 4 : strlen (path);

  return g_strdup_printf ("%.*s.json", (int) stem, path);
}

/* On record first: what cannot be recorded does not leave. */
static gboolean
save (Copy *copy, const char *path, GError **error)
{
  const DolenWayOut out = { copy->session, NULL, NULL }; /* it has a line of its own in the log */
  struct json_object *all = dolen_subject_access_collect (copy->access);
  g_autofree char *organisation
      = g_settings_get_string (dolen_session_get_settings (copy->session), "organisation");
  g_autofree char *document = dolen_subject_document_new (all, organisation, copy->language);
  g_autofree char *json = name_json (path);
  gboolean ok = dolen_subject_access_record (
                    copy->access, dolen_session_get_casework (copy->session), path, error)
                && dolen_way_out_save_pdf (&out, path, document, error)
                && write_json (&out, json, all, error);

  json_object_put (all);
  return ok;
}

gboolean
dolen_copy_window_save (GtkWindow *window, const char *path)
{
  Copy *copy = g_object_get_data (G_OBJECT (window), COPY);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean ok = save (copy, path, &error);

  if (ok)
    /* Translators: %s: the path of a file. */
    message
        = g_strdup_printf (_ ("Saved: %s, and the same for machines beside it. These copies are "
                              "out of Dolen’s reach now: it cannot erase or take them back."),
                           path);
  else
    message = dolen_error_to_message (error);
  gtk_label_set_label (GTK_LABEL (copy->message_label), message != NULL ? message : "");
  return ok;
}

static void
on_chosen (GtkWindow *window, int response)
{
  Copy *copy = g_object_get_data (G_OBJECT (window), COPY);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (copy->native));
  path = file != NULL ? g_file_get_path (file) : NULL;
  g_clear_object (&copy->native);
  if (path != NULL)
    dolen_copy_window_save (window, path);
}

static void
on_save_clicked (GtkWindow *window)
{
  Copy *copy = g_object_get_data (G_OBJECT (window), COPY);

  g_clear_object (&copy->native);
  copy->native = gtk_file_chooser_native_new (
      _ ("Save the Copy"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  /* Translators: the name of a file that is proposed; it names nobody. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (copy->native), _ ("copy-of-record.pdf"));
  g_signal_connect_object (
      copy->native, "response", G_CALLBACK (on_chosen), window, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (copy->native));
}

/* ---- the decisions ---- */

static void
on_switched (GtkSwitch *widget, GParamSpec *pspec, gpointer doubtful)
{
  ((DolenDoubtful *) doubtful)->include = gtk_switch_get_active (widget);
}

static GtkWidget *
new_doubtful_row (DolenDoubtful *doubtful)
{
  GtkWidget *include = gtk_switch_new ();
  g_autofree char *name = dolen_record_name (doubtful->record, dolen_language_current ());
  g_autofree char *title = g_strdup_printf (
      "%s. %s", name, dolen_doubt_sentence (doubtful->why, dolen_language_current ()));
  GtkWidget *row = dolen_plain_row_new (title);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (doubtful->text != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), doubtful->text);
  if (doubtful->shut)
    adw_action_row_set_subtitle (
        ADW_ACTION_ROW (row),
        _ ("Its author or a lead can put it in; whoever has the case records open now cannot."));
  gtk_widget_set_sensitive (include, !doubtful->shut);
  gtk_widget_set_valign (include, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (include, _ ("Put it into the copy"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (include), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Put it into the copy"), -1);
  g_signal_connect (include, "notify::active", G_CALLBACK (on_switched), doubtful);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), include);
  return row;
}

static void
add_content (Copy *copy, GtkWidget *column)
{
  GPtrArray *doubtful = dolen_subject_access_get_doubtful (copy->access);
  GtkWidget *save_button = gtk_button_new_with_mnemonic (_ ("_Save…"));
  GtkWidget *list;

  gtk_box_append (
      GTK_BOX (column),
      dolen_label_new (_ ("Everything the case records hold about this person: each record, each "
                          "entry, each draft. Saved as a PDF to read, and as JSON beside it."),
                       NULL));
  if (doubtful->len > 0) {
    list = dolen_boxed_list_new ();
    for (guint i = 0; i < doubtful->len; i++)
      gtk_list_box_append (GTK_LIST_BOX (list), new_doubtful_row (g_ptr_array_index (doubtful, i)));
    gtk_box_append (GTK_BOX (column),
                    dolen_section_new (_ ("Left out unless you put it in"), NULL, list));
  }
  copy->message_label = dolen_label_new ("", NULL);
  gtk_widget_add_css_class (save_button, "suggested-action");
  gtk_widget_add_css_class (save_button, "pill");
  gtk_widget_set_halign (save_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (
      save_button, "clicked", G_CALLBACK (on_save_clicked), copy->window, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), save_button);
  gtk_box_append (GTK_BOX (column), copy->message_label);
}

static DolenLanguage
choose_language (DolenSession *session, const char *person)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenPerson) known = dolen_caseload_get_person (caseload, person);
  DolenLanguage language = dolen_language_current ();

  if (known != NULL && known->language_written != NULL)
    dolen_language_from_code (known->language_written, &language);
  return language;
}

GtkWindow *
dolen_copy_window_new (DolenSession *session, const char *person)
{
  g_autoptr (GError) error = NULL;
  DolenSubjectAccess *access
      = dolen_subject_access_new (dolen_session_get_casework (session), person, &error);
  GtkWindow *window;
  Copy *copy;

  if (access == NULL) {
    dolen_session_report (session, error);
    return NULL;
  }
  window = GTK_WINDOW (adw_window_new ());
  copy = g_new0 (Copy, 1);
  copy->window = window;
  copy->session = g_object_ref (session);
  copy->access = access;
  copy->language = choose_language (session, person);
  g_object_set_data_full (G_OBJECT (window), COPY, copy, copy_free);
  add_content (copy, dolen_window_fill (ADW_WINDOW (window), _ ("Copy of a Record")));
  /* What stands in it is about somebody. */
  g_signal_connect_object (
      session, "locking", G_CALLBACK (gtk_window_close), window, G_CONNECT_SWAPPED);
  return window;
}
