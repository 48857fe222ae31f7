/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-form-in-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-text-pane.h"
#include "app/directory/dolen-undoable.h"
#include "app/dolen-error-message.h"
#include "app/dolen-open-file.h"
#include "app/dolen-text-windows.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "directory/keeping/dolen-keeping-form.h"

#include <glib/gi18n.h>

#define TEXT_HEIGHT 180

/* What the window is made from; lives as long as its box. */
typedef struct {
  DolenSession *session; /* (owned) */
  GPtrArray *forms;      /* (owned) (nullable): of DolenFilledForm */
  GtkWidget *pane;
  GtkBox *preview;
  GtkWidget *save_button;
} In;

static void
in_free (gpointer data)
{
  In *in = data;

  g_object_unref (in->session);
  g_clear_pointer (&in->forms, g_ptr_array_unref);
  g_free (in);
}

/* ---- what it would do ---- */

static const char *
effect_words (DolenFormEffect effect)
{
  switch (effect) {
  case DOLEN_FORM_CONFIRMS:
    /* Translators: before a line of a form that came back: what it does. */
    return C_ ("filled form", "Holds");
  case DOLEN_FORM_CHANGES:
    /* Translators: before a line of a form that came back: what it does. */
    return C_ ("filled form", "Changes");
  case DOLEN_FORM_BY_HAND:
    /* Translators: before a line of a form that came back: it cannot be entered by itself. */
    return C_ ("filled form", "To enter by hand");
  case DOLEN_FORM_REFUSED:
  default:
    break;
  }
  /* Translators: before a line of a form that came back: it cannot be what it should be. */
  return C_ ("filled form", "Not taken");
}

static GtkWidget *
new_line (const DolenFormLine *line)
{
  GtkWidget *fact = dolen_fact_new (effect_words (line->effect), line->sentence);

  if (line->changed_since)
    gtk_box_append (
        GTK_BOX (fact),
        dolen_label_new (_ ("It was changed here after the form was sent."), "fact-warning"));
  return fact;
}

static void
show_form (In *in, const DolenFilledForm *form)
{
  DolenDirectory *directory = dolen_session_get_directory (in->session);
  DolenLanguage language = dolen_language_current ();
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, form->service, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (DolenCall) call = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *list = dolen_boxed_list_new ();
  const char *name = service != NULL ? dolen_bilingual_get (&service->name, language) : "";

  call = dolen_filled_form_apply (directory, form, language, &lines, &error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    dolen_boxed_list_add (list, new_line (lines->pdata[i]));
  if (call == NULL)
    dolen_boxed_list_add (list, dolen_label_new (error->message, "error"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (in->preview, dolen_section_new (name, NULL, list));
}

static void
show_wrong (In *in, char **wrong)
{
  for (guint i = 0; wrong != NULL && wrong[i] != NULL; i++)
    gtk_box_append (in->preview, dolen_label_new (wrong[i], "dim-label"));
}

static void
look (In *in)
{
  g_autofree char *text = dolen_text_pane_dup_text (in->pane);
  g_auto (GStrv) wrong = NULL;
  g_autoptr (GError) error = NULL;

  dolen_box_clear (GTK_WIDGET (in->preview));
  g_clear_pointer (&in->forms, g_ptr_array_unref);
  if (!dolen_text_is_empty (text) && dolen_session_get_directory (in->session) != NULL) {
    in->forms = dolen_filled_forms_read (text, -1, &wrong, &error);
    if (in->forms == NULL)
      gtk_box_append (in->preview, dolen_label_new (error->message, "error"));
    for (guint i = 0; in->forms != NULL && i < in->forms->len; i++)
      show_form (in, in->forms->pdata[i]);
    show_wrong (in, wrong);
  }
  gtk_widget_set_sensitive (in->save_button, in->forms != NULL && in->forms->len > 0);
}

/* ---- from a file ---- */

static void
say_wrong (In *in, const char *path, const char *why)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *said = g_strdup_printf ("%s: %s", name, why);

  dolen_text_pane_set_text (in->pane, "");
  dolen_box_clear (GTK_WIDGET (in->preview));
  gtk_box_append (in->preview, dolen_label_new (said, "error"));
}

/* (transfer full) (nullable): the file as text; older programs write Windows' letters. */
static char *
read_text (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
             = g_file_query_info (file,
                                  G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                  G_FILE_QUERY_INFO_NONE,
                                  NULL,
                                  error);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > DOLEN_FORM_MAX_BYTES) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE, _ ("A form is not as large as that."));
    return NULL;
  }
  if (!g_file_load_contents (file, NULL, &bytes, &length, NULL, error))
    return NULL;
  if (g_utf8_validate_len (bytes, length, NULL))
    return g_strndup (bytes, length);
  return g_convert (bytes, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, error);
}

static void
open_file (gpointer data, const char *path)
{
  In *in = data;
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_has_suffix (lower, ".eml") || g_str_has_suffix (lower, ".msg")) {
    say_wrong (in, path, _ ("open it in your mail program, and put its text in here."));
    return;
  }
  text = read_text (path, &error);
  if (text != NULL) {
    dolen_text_pane_set_text (in->pane, text);
  } else {
    g_autofree char *why = dolen_error_to_message (error);

    say_wrong (in, path, why);
  }
}

static void
on_open (GtkWidget *button, In *in)
{
  dolen_open_file (button, _ ("Open a Filled Form"), open_file, in);
}

/* ---- saving ---- */

static gint64
write_form (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  g_autoptr (DolenCall) call
             = dolen_filled_form_apply (directory, data, DOLEN_LANGUAGE_EN, NULL, error);

  return call != NULL ? dolen_call_save (directory, call, who, error) : 0;
}

static void
on_save (GtkWidget *button, In *in)
{
  g_autoptr (GPtrArray) forms = g_steal_pointer (&in->forms);

  while (forms != NULL && forms->len > 0) {
    DolenUndoable edit = { /* Translators: a toast with "Undo". */
                           _ ("The form is taken over"),
                           write_form,
                           g_ptr_array_steal_index (forms, 0),
                           (GDestroyNotify) dolen_filled_form_free,
                           NULL,
                           NULL,
                           NULL
    };

    dolen_undoable_run (in->session, &edit);
  }
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (button)));
}

/* ---- the window ---- */

static void
fill (In *in, GtkBox *box)
{
  GtkWidget *view = dolen_text_pane_get_view (in->pane);
  GtkWidget *open = gtk_button_new_with_mnemonic (_ ("_Open a Text File…"));

  gtk_box_append (box,
                  dolen_label_new (_ ("Put in what came back, the whole e-mail or the lines of the "
                                      "paper; or open the text file it was saved in. What it "
                                      "would do is shown before it is saved."),
                                   NULL));
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  g_signal_connect (open, "clicked", G_CALLBACK (on_open), in);
  gtk_box_append (box, open);
  gtk_box_append (box, in->pane);
  in->preview = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (box, GTK_WIDGET (in->preview));
  /* Translators: a button: what a form that came back says is written into the directory. */
  in->save_button = gtk_button_new_with_mnemonic (_ ("_Take It Over"));
  gtk_widget_add_css_class (in->save_button, "suggested-action");
  gtk_widget_set_halign (in->save_button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (in->save_button, FALSE);
  g_signal_connect (in->save_button, "clicked", G_CALLBACK (on_save), in);
  g_signal_connect_swapped (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (look), in);
  gtk_box_append (box, in->save_button);
}

GtkWindow *
dolen_form_in_window_new (DolenSession *session)
{
  GtkBox *box;
  /* Translators: a window: a form that a group has filled in and sent back. */
  GtkWindow *window = dolen_text_window_new (_ ("Read a Filled Form"), &box);
  In *in = g_new0 (In, 1);

  in->session = g_object_ref (session);
  in->pane = dolen_text_pane_new (_ ("What came back"), TEXT_HEIGHT);
  g_object_set_data_full (G_OBJECT (box), "in", in, in_free);
  g_object_set_data (G_OBJECT (window), "pane", in->pane);
  g_object_set_data (G_OBJECT (window), "in", in);
  dolen_open_dropped (GTK_WIDGET (window), open_file, in);
  fill (in, box);
  return window;
}

void
dolen_form_in_window_put (GtkWindow *window, const char *text)
{
  dolen_text_pane_set_text (g_object_get_data (G_OBJECT (window), "pane"), text);
}

void
dolen_form_in_window_open (GtkWindow *window, const char *path)
{
  open_file (g_object_get_data (G_OBJECT (window), "in"), path);
}
