/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-ways-editor.h"

#include "app/dolen-choice-row.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

struct _DolenWaysEditor {
  AdwBin parent_instance;
  GtkWidget *rows; /* a list box of expander rows, then the button's row */
};

G_DEFINE_FINAL_TYPE (DolenWaysEditor, dolen_ways_editor, ADW_TYPE_BIN)

static guint changed_signal;

static const struct {
  const char *code;
  const char *name;
} kinds[] = {
  { "phone", N_ ("Telephone") },
  { "mobile", N_ ("Mobile") },
  { "text", N_ ("Text message") },
  { "email", N_ ("E-mail") },
  { "post", N_ ("Letter") },
  { "visit", N_ ("Visit") },
  /* Translators: reaching a person through somebody else, a daughter perhaps. */
  { "through", N_ ("Through somebody") },
};

/* The widgets of one way, kept with its row. */
typedef struct {
  GtkWidget *kind;
  GtkWidget *value;
  GtkWidget *note;
  GtkWidget *avoid;
  GtkWidget *preferred;
} Row;

const char *
dolen_way_kind_name (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].code, kind) == 0)
      return _ (kinds[i].name);
  return kind != NULL ? kind : "";
}

static void
emit_changed (DolenWaysEditor *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static Row *
row_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "way");
}

static void
show_summary (GtkWidget *expander)
{
  const Row *row = row_of (expander);
  guint kind = adw_combo_row_get_selected (ADW_COMBO_ROW (row->kind));
  const char *value = gtk_editable_get_text (GTK_EDITABLE (row->value));
  gboolean avoid = gtk_switch_get_active (GTK_SWITCH (row->avoid));
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander),
                                 *escaped != '\0' ? escaped : _ ("Not filled in yet"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander),
                                 avoid ? _ ("Not to be used") : _ (kinds[kind].name));
}

static void
on_row_changed (GtkWidget *expander)
{
  DolenWaysEditor *self
      = DOLEN_WAYS_EDITOR (gtk_widget_get_ancestor (expander, DOLEN_TYPE_WAYS_EDITOR));

  show_summary (expander);
  if (self != NULL)
    emit_changed (self);
}

static void
on_remove_clicked (GtkWidget *expander)
{
  DolenWaysEditor *self
      = DOLEN_WAYS_EDITOR (gtk_widget_get_ancestor (expander, DOLEN_TYPE_WAYS_EDITOR));

  gtk_list_box_remove (GTK_LIST_BOX (self->rows), expander);
  emit_changed (self);
}

static GtkWidget *
new_kind_row (const char *kind)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    gtk_string_list_append (names, _ (kinds[i].name));
    if (g_strcmp0 (kinds[i].code, kind) == 0)
      selected = i;
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("How"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  dolen_choice_row_show_whole (ADW_COMBO_ROW (row));
  return row;
}

static GtkWidget *
new_entry_row (const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  return row;
}

static GtkWidget *
new_switch_row (const char *title, gboolean active, GtkWidget **toggle)
{
  GtkWidget *row = adw_action_row_new ();

  *toggle = gtk_switch_new ();
  gtk_switch_set_active (GTK_SWITCH (*toggle), active);
  gtk_widget_set_valign (*toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *toggle);
  return row;
}

static void
add_way (DolenWaysEditor *self, const DolenWay *way, gboolean open)
{
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  Row *row = g_new0 (Row, 1);
  GtkWidget *avoid, *preferred;

  row->kind = new_kind_row (way->kind);
  row->value = new_entry_row (_ ("Number, address or name"), way->value);
  row->note = new_entry_row (_ ("What to mind (leave no message …)"), way->note);
  preferred = new_switch_row (_ ("They like this best"), way->preferred, &row->preferred);
  avoid = new_switch_row (_ ("Must not be used"), way->avoid, &row->avoid);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row->kind);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row->value);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row->note);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), preferred);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), avoid);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove this way"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove this way"), -1);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), remove);
  g_object_set_data_full (G_OBJECT (expander), "way", row, g_free);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_remove_clicked), expander);
  g_signal_connect_swapped (row->kind, "notify::selected", G_CALLBACK (on_row_changed), expander);
  g_signal_connect_swapped (row->value, "changed", G_CALLBACK (on_row_changed), expander);
  g_signal_connect_swapped (row->note, "changed", G_CALLBACK (on_row_changed), expander);
  g_signal_connect_swapped (row->avoid, "notify::active", G_CALLBACK (on_row_changed), expander);
  g_signal_connect_swapped (
      row->preferred, "notify::active", G_CALLBACK (on_row_changed), expander);
  show_summary (expander);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), open);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), expander);
  if (open)
    gtk_widget_grab_focus (row->value);
}

static void
on_add_clicked (DolenWaysEditor *self)
{
  const DolenWay way = { .kind = (char *) "phone" };

  add_way (self, &way, TRUE);
  emit_changed (self);
}

static void
dolen_ways_editor_class_init (DolenWaysEditorClass *klass)
{
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_ways_editor_init (DolenWaysEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("Add a _Way to Reach Them"));
  GtkWidget *none = gtk_label_new (_ ("No way to reach them yet."));

  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_widget_set_margin_top (none, 12);
  gtk_widget_set_margin_bottom (none, 12);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->rows), none);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), add);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_clicked), self);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
dolen_ways_editor_new (void)
{
  return g_object_new (DOLEN_TYPE_WAYS_EDITOR, NULL);
}

static GtkWidget *
first_row (DolenWaysEditor *self)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0));
}

void
dolen_ways_editor_set (DolenWaysEditor *self, const DolenPerson *person)
{
  GtkWidget *row;

  g_return_if_fail (DOLEN_IS_WAYS_EDITOR (self) && person != NULL);

  while ((row = first_row (self)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), row);
  for (guint i = 0; person->ways != NULL && i < person->ways->len; i++)
    add_way (self, g_ptr_array_index (person->ways, i), FALSE);
}

void
dolen_ways_editor_apply (DolenWaysEditor *self, DolenPerson *person)
{
  g_return_if_fail (DOLEN_IS_WAYS_EDITOR (self) && person != NULL);

  dolen_record_rows_clear (&dolen_way_type, &person->ways);
  for (int i = 0;; i++) {
    GtkListBoxRow *widget = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i);
    const Row *row = widget != NULL ? row_of (GTK_WIDGET (widget)) : NULL;
    const char *value, *note;
    DolenWay *way;

    if (row == NULL)
      break;
    value = gtk_editable_get_text (GTK_EDITABLE (row->value));
    note = gtk_editable_get_text (GTK_EDITABLE (row->note));
    if (dolen_text_is_empty (value))
      continue;
    dolen_person_add_way (person,
                          kinds[adw_combo_row_get_selected (ADW_COMBO_ROW (row->kind))].code,
                          value,
                          gtk_switch_get_active (GTK_SWITCH (row->avoid)),
                          dolen_text_is_empty (note) ? NULL : note);
    way = g_ptr_array_index (person->ways, person->ways->len - 1);
    way->preferred = gtk_switch_get_active (GTK_SWITCH (row->preferred));
  }
}
