/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-paper-window.h"

#include "app/casework/dolen-letter-buttons.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

struct _DolenPaperWindow {
  AdwWindow parent_instance;

  DolenSession *session; /* (owned) */
  DolenPaperSpec spec;
  char *text; /* (owned) as shown */
  GtkLabel *label;
  GtkDropDown *language_drop;
  GtkBox *content;
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
  if (self->session == NULL || !dolen_session_is_unlocked (self->session))
    return;
  dolen_wipe_string (self->text);
  self->text = self->spec.text (self->session, self->spec.data, chosen_language (self));
  gtk_label_set_label (self->label, self->text);
}

/* ---- what its buttons ask for ---- */

static char *
write_paper (gpointer owner, DolenLetterFormat format)
{
  DolenPaperWindow *self = owner;

  if (self->session == NULL || !dolen_session_is_unlocked (self->session))
    return NULL;
  if (format == DOLEN_LETTER_XML)
    return self->spec.xml (self->session, self->spec.data, chosen_language (self));
  return format == DOLEN_LETTER_MARKUP ? g_markup_escape_text (self->text, -1)
                                       : g_strdup (self->text);
}

static char *
dup_name (gpointer owner)
{
  return g_strdup (DOLEN_PAPER_WINDOW (owner)->spec.job);
}

static char *
dup_code (gpointer owner)
{
  DolenPaperWindow *self = owner;

  return self->spec.code != NULL ? self->spec.code (self->spec.data) : NULL;
}

static void
renamed (gpointer owner)
{
  show_text (owner);
}

static void
left (gpointer owner, const char *how)
{
  DolenPaperWindow *self = owner;

  if (self->spec.out != NULL && self->session != NULL)
    self->spec.out (self->session, self->spec.data, chosen_language (self), self->text, how);
}

/* ---- the object ---- */

static void
dolen_paper_window_dispose (GObject *object)
{
  DolenPaperWindow *self = DOLEN_PAPER_WINDOW (object);

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
  const DolenLetterButtonsSpec spec = { .session = self->session,
                                        .person = self->spec.person,
                                        .what = self->spec.what,
                                        .write = write_paper,
                                        .dup_name = dup_name,
                                        .dup_code = dup_code,
                                        .left = left,
                                        .fhir = self->spec.xml != NULL,
                                        .unsigned_ok = self->spec.unsigned_ok,
                                        .renamed = renamed };

  return dolen_letter_buttons_new (&spec, G_OBJECT (self));
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
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->label));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), new_language_row (self));
  if (self->spec.options != NULL)
    gtk_box_append (GTK_BOX (box), self->spec.options (self, self->spec.data));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->content = GTK_BOX (box);
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
  self->session = g_object_ref (session);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), new_content (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  show_text (self);
  g_signal_connect_object (
      session, "locking", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

DolenSession *
dolen_paper_window_get_session (DolenPaperWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_PAPER_WINDOW (self), NULL);
  return self->session;
}

void
dolen_paper_window_refresh (DolenPaperWindow *self)
{
  g_return_if_fail (DOLEN_IS_PAPER_WINDOW (self));
  show_text (self);
}

void
dolen_paper_window_add_button (DolenPaperWindow *self, GtkWidget *button)
{
  g_return_if_fail (DOLEN_IS_PAPER_WINDOW (self) && GTK_IS_WIDGET (button));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->content, button);
}

const char *
dolen_paper_window_get_text (DolenPaperWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_PAPER_WINDOW (self), NULL);
  return self->text;
}
