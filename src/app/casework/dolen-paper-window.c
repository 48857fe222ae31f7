/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-paper-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-print.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DolenPaperWindow {
  AdwWindow parent_instance;

  DolenSession *session; /* (owned) */
  DolenPaperSpec spec;
  char *text; /* (owned) as shown */
  GtkLabel *label;
  GtkLabel *problem_label;
  GtkDropDown *language_drop;
  GtkFileChooserNative *native; /* (owned) (nullable) while it is open */
  gboolean fhir;                /* what the open file dialogue is for */
};

G_DEFINE_FINAL_TYPE (DolenPaperWindow, dolen_paper_window, ADW_TYPE_WINDOW)

static DolenLanguage
chosen_language (DolenPaperWindow *self)
{
  return gtk_drop_down_get_selected (self->language_drop) == 0 ? DOLEN_LANGUAGE_CY
                                                               : DOLEN_LANGUAGE_EN;
}

static void
show_text (DolenPaperWindow *self)
{
  if (self->session == NULL)
    return;
  dolen_wipe_string (self->text);
  self->text = self->spec.text (self->session, self->spec.data, chosen_language (self));
  gtk_label_set_label (self->label, self->text);
}

static void
left (DolenPaperWindow *self, const char *how)
{
  if (self->spec.out != NULL)
    self->spec.out (self->session, self->spec.data, chosen_language (self), self->text, how);
}

static void
show_problem (DolenPaperWindow *self, const char *message)
{
  gtk_label_set_label (self->problem_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

/* ---- print, copy, save ---- */

static void
on_printed (gboolean printed, gpointer user_data)
{
  g_autoptr (DolenPaperWindow) self = user_data;

  if (printed && self->session != NULL && dolen_session_is_unlocked (self->session))
    left (self, "printed");
}

static void
on_print_clicked (DolenPaperWindow *self)
{
  char *markup = g_markup_escape_text (self->text, -1);

  dolen_print_text (GTK_WINDOW (self), self->spec.job, markup, on_printed, g_object_ref (self));
  dolen_wipe_string (markup);
}

static void
on_copy_clicked (DolenPaperWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  dolen_session_toast (self->session, _ ("Copied: it goes from the clipboard when you lock."));
  left (self, "copied");
}

static gboolean
write_file (DolenPaperWindow *self, const char *path, gboolean fhir, GError **error)
{
  char *content;
  gboolean done;

  if (fhir) {
    content = self->spec.xml (self->session, self->spec.data, chosen_language (self));
    done = g_file_set_contents (path, content, -1, error);
  } else {
    content = g_markup_escape_text (self->text, -1);
    done = dolen_print_to_pdf (path, content, error);
  }
  dolen_wipe_string (content);
  return done;
}

gboolean
dolen_paper_window_save (DolenPaperWindow *self, const char *path, gboolean fhir, GError **error)
{
  g_return_val_if_fail (DOLEN_IS_PAPER_WINDOW (self), FALSE);
  g_return_val_if_fail (!fhir || self->spec.xml != NULL, FALSE);

  if (!write_file (self, path, fhir, error))
    return FALSE;
  left (self, "exported");
  return TRUE;
}

static void
on_file_chosen (DolenPaperWindow *self, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->native));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && !dolen_paper_window_save (self, path, self->fhir, &error))
    show_problem (self, error->message);
  else if (path != NULL)
    dolen_session_toast (self->session, _ ("Saved. From now on the file is yours to look after."));
  g_clear_object (&self->native);
}

static void
choose_file (DolenPaperWindow *self, gboolean fhir)
{
  g_autofree char *name = g_strconcat (self->spec.job, fhir ? ".xml" : ".pdf", NULL);

  g_clear_object (&self->native);
  self->fhir = fhir;
  self->native = gtk_file_chooser_native_new (
      _ ("Save As"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->native), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->native), name);
  g_signal_connect_swapped (self->native, "response", G_CALLBACK (on_file_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->native));
}

static void
on_pdf_clicked (DolenPaperWindow *self)
{
  choose_file (self, FALSE);
}

static void
on_fhir_clicked (DolenPaperWindow *self)
{
  choose_file (self, TRUE);
}

/* ---- the object ---- */

static void
dolen_paper_window_dispose (GObject *object)
{
  DolenPaperWindow *self = DOLEN_PAPER_WINDOW (object);

  g_clear_object (&self->native);
  g_clear_object (&self->session);
  if (self->spec.free_data != NULL)
    g_clear_pointer (&self->spec.data, self->spec.free_data);
  G_OBJECT_CLASS (dolen_paper_window_parent_class)->dispose (object);
}

static void
dolen_paper_window_finalize (GObject *object)
{
  dolen_wipe_string (DOLEN_PAPER_WINDOW (object)->text);
  G_OBJECT_CLASS (dolen_paper_window_parent_class)->finalize (object);
}

static void
dolen_paper_window_class_init (DolenPaperWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_paper_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_paper_window_finalize;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_button (DolenPaperWindow *self, const char *label, GCallback func)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", func, self);
  return button;
}

static GtkWidget *
new_language_row (DolenPaperWindow *self)
{
  static const char *const names[] = { "Cymraeg", "English", NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Language"));

  self->language_drop = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (names));
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (self->language_drop), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_drop_down_set_selected (self->language_drop,
                              self->spec.language == DOLEN_LANGUAGE_CY ? 0 : 1);
  g_signal_connect_swapped (self->language_drop, "notify::selected", G_CALLBACK (show_text), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->language_drop));
  return row;
}

static GtkWidget *
new_buttons (DolenPaperWindow *self)
{
  GtkWidget *buttons = dolen_wrap_box_new ();
  GtkWidget *print = new_button (self, _ ("_Print…"), G_CALLBACK (on_print_clicked));

  gtk_widget_add_css_class (print, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), print);
  gtk_box_append (GTK_BOX (buttons), new_button (self, _ ("_Copy"), G_CALLBACK (on_copy_clicked)));
  gtk_box_append (GTK_BOX (buttons),
                  new_button (self, _ ("Save as P_DF…"), G_CALLBACK (on_pdf_clicked)));
  if (self->spec.xml != NULL)
    gtk_box_append (GTK_BOX (buttons),
                    new_button (self, _ ("Save as _FHIR…"), G_CALLBACK (on_fhir_clicked)));
  return buttons;
}

static GtkWidget *
new_content (DolenPaperWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->label = GTK_LABEL (dolen_label_new (NULL, "card"));
  gtk_label_set_selectable (self->label, TRUE);
  gtk_label_set_yalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "paper");
  self->problem_label = GTK_LABEL (dolen_label_new (NULL, "notice"));
  gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "warning");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->label));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), new_language_row (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem_label));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (
      GTK_BOX (box),
      dolen_label_new (_ ("Nothing is sent by itself. What you print, copy or save leaves the case "
                          "records: Dolen can no longer lock it or take it back."),
                       "dim-label"));
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  return box;
}

static void
dolen_paper_window_init (DolenPaperWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 720);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

GtkWindow *
dolen_paper_window_new (DolenSession *session, const DolenPaperSpec *spec)
{
  DolenPaperWindow *self = g_object_new (DOLEN_TYPE_PAPER_WINDOW, "title", spec->title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->spec = *spec;
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), new_content (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  self->session = g_object_ref (session);
  show_text (self);
  g_signal_connect_object (
      session, "locking", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

const char *
dolen_paper_window_get_text (DolenPaperWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_PAPER_WINDOW (self), NULL);
  return self->text;
}
