/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-term-picker.h"

#include "language/dolen-collation.h"

#include <glib/gi18n.h>

struct _DolenTermPicker {
  GtkWidget parent_instance;

  DolenVocabulary *vocabulary; /* (owned) */
  DolenTermKind kind;
  GPtrArray *codes; /* (owned) of char* */

  GtkWidget *chips;  /* a flow box: the chips, then the button */
  GtkWidget *button; /* opens the popover */
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (DolenTermPicker, dolen_term_picker, GTK_TYPE_WIDGET)

static guint changed_signal;

static gboolean
has_code (DolenTermPicker *self, const char *code)
{
  return g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, NULL);
}

static const char *
label_of (DolenTermPicker *self, const char *code)
{
  const DolenTerm *term = dolen_vocabulary_by_code (self->vocabulary, self->kind, code);
  return term != NULL ? dolen_term_label (term, dolen_language_current ()) : code;
}

static void rebuild_chips (DolenTermPicker *self);

static void
on_chip_removed (GtkButton *button, DolenTermPicker *self)
{
  const char *code = g_object_get_data (G_OBJECT (button), "code");
  guint index;

  if (g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, &index))
    g_ptr_array_remove_index (self->codes, index);
  rebuild_chips (self);
  gtk_widget_grab_focus (self->button);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_chip (DolenTermPicker *self, const char *code)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *label = label_of (self, code);
  /* Translators: a chosen interest, need or barrier follows the colon. */
  g_autofree char *remove = g_strdup_printf (_ ("Remove: %s"), label);

  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, remove);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_chip_removed), self);
  return button;
}

static void
append_child (DolenTermPicker *self, GtkWidget *child)
{
  GtkWidget *cell = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (cell), child);
  gtk_widget_set_focusable (cell, FALSE);
  gtk_widget_set_halign (cell, GTK_ALIGN_START);
  gtk_flow_box_append (GTK_FLOW_BOX (self->chips), cell);
}

static void
rebuild_chips (DolenTermPicker *self)
{
  GtkWidget *child;

  g_object_ref (self->button);
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL) {
    gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), NULL);
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);
  }
  for (guint i = 0; i < self->codes->len; i++)
    append_child (self, new_chip (self, g_ptr_array_index (self->codes, i)));
  append_child (self, self->button);
  g_object_unref (self->button);
}

static void
append_row (DolenTermPicker *self, const DolenTerm *term)
{
  GtkWidget *label = gtk_label_new (dolen_term_label (term, dolen_language_current ()));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "code", (gpointer) term->code);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const DolenTerm *x = *(const DolenTerm *const *) a, *y = *(const DolenTerm *const *) b;
  DolenLanguage language = dolen_language_current ();

  return dolen_collate (language, dolen_term_label (x, language), dolen_term_label (y, language));
}

static GPtrArray *
find_terms (DolenTermPicker *self, const char *words)
{
  GPtrArray *terms;

  if (*words != '\0')
    return dolen_vocabulary_find (self->vocabulary, self->kind, words, 20);
  terms = g_ptr_array_new ();
  for (guint i = 0; i < dolen_vocabulary_count (self->vocabulary, self->kind); i++)
    g_ptr_array_add (terms, (gpointer) dolen_vocabulary_term (self->vocabulary, self->kind, i));
  g_ptr_array_sort (terms, compare_labels);
  return terms;
}

static void
fill_list (DolenTermPicker *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) terms = find_terms (self, words);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL && GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < terms->len; i++) {
    const DolenTerm *term = g_ptr_array_index (terms, i);
    if (!has_code (self, term->code))
      append_row (self, term);
  }
}

static void
choose (DolenTermPicker *self, GtkListBoxRow *row)
{
  const char *code = g_object_get_data (G_OBJECT (row), "code");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (dolen_term_picker_add (self, code))
    g_signal_emit (self, changed_signal, 0);
  gtk_widget_grab_focus (self->button);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, DolenTermPicker *self)
{
  choose (self, row);
}

static void
on_search_activated (GtkSearchEntry *entry, DolenTermPicker *self)
{
  GtkListBoxRow *first;

  fill_list (self);
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (first != NULL)
    choose (self, first);
}

static void
on_opened (GtkPopover *popover, DolenTermPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_list (self);
  gtk_widget_grab_focus (self->search);
}

static GtkWidget *
new_nothing_found (void)
{
  GtkWidget *label = gtk_label_new (_ ("No such word here; try another."));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  return label;
}

static void
build_popover (DolenTermPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search the words"), -1);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), new_nothing_found ());
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 260, 260);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (fill_list), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (on_search_activated), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (self->popover, "show", G_CALLBACK (on_opened), self);
}

static void
dolen_term_picker_dispose (GObject *object)
{
  DolenTermPicker *self = DOLEN_TERM_PICKER (object);

  g_clear_pointer (&self->chips, gtk_widget_unparent);
  g_clear_pointer (&self->vocabulary, dolen_vocabulary_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  G_OBJECT_CLASS (dolen_term_picker_parent_class)->dispose (object);
}

static void
dolen_term_picker_class_init (DolenTermPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_term_picker_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_term_picker_init (DolenTermPicker *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->chips = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), 12);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->chips), 3);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->chips), 3);
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "chip");
}

GtkWidget *
dolen_term_picker_new (DolenVocabulary *vocabulary, DolenTermKind kind, const char *add_label)
{
  DolenTermPicker *self = g_object_new (DOLEN_TYPE_TERM_PICKER, NULL);

  self->vocabulary = dolen_vocabulary_ref (vocabulary);
  self->kind = kind;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), add_label);
  build_popover (self);
  rebuild_chips (self);
  return GTK_WIDGET (self);
}

void
dolen_term_picker_set_codes (DolenTermPicker *self, const char *const *codes)
{
  g_return_if_fail (DOLEN_IS_TERM_PICKER (self));

  g_ptr_array_set_size (self->codes, 0);
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_ptr_array_add (self->codes, g_strdup (codes[i]));
  rebuild_chips (self);
}

char **
dolen_term_picker_get_codes (DolenTermPicker *self)
{
  char **codes;

  g_return_val_if_fail (DOLEN_IS_TERM_PICKER (self), NULL);

  codes = g_new0 (char *, self->codes->len + 1);
  for (guint i = 0; i < self->codes->len; i++)
    codes[i] = g_strdup (g_ptr_array_index (self->codes, i));
  return codes;
}

gboolean
dolen_term_picker_add (DolenTermPicker *self, const char *code)
{
  g_return_val_if_fail (DOLEN_IS_TERM_PICKER (self) && code != NULL, FALSE);

  if (has_code (self, code))
    return FALSE;
  g_ptr_array_add (self->codes, g_strdup (code));
  rebuild_chips (self);
  return TRUE;
}
