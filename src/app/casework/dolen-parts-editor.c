/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-parts-editor.h"

#include "app/casework/dolen-code-choice.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>
#include <json-c/json.h>

#define MOST_FIELDS 8

/* One part: its row, and the widget of each field. */
typedef struct {
  DolenPartsEditor *editor;
  GtkWidget *row;
  GtkWidget *fields[MOST_FIELDS];
  void *original; /* (owned): what is not shown stays */
} Part;

struct _DolenPartsEditor {
  AdwBin parent_instance;
  const DolenPartsSpec *spec;
  GtkWidget *list;
  GPtrArray *parts; /* (element-type Part) (owned) */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DolenPartsEditor, dolen_parts_editor, ADW_TYPE_BIN)

static guint changed_signal;

static void
part_free (Part *part, const DolenRecordType *type)
{
  dolen_record_free (type, part->original);
  g_free (part);
}

static void
clear_parts (DolenPartsEditor *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    part_free (g_ptr_array_index (self->parts, i), self->spec->type);
  g_ptr_array_set_size (self->parts, 0);
}

/* ---- reading ---- */

static const char *
code_of (GtkWidget *widget, const DolenPartField *field)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (widget));

  return chosen > 0 ? dolen_codes_nth (field->codes, chosen - 1) : NULL;
}

static char *
dup_value (GtkWidget *widget, const DolenPartField *field)
{
  g_autofree char *typed = NULL;
  char *phone;

  if (field->kind == DOLEN_PART_FIELD_CODE)
    return g_strdup (code_of (widget, field));
  typed = dolen_text_clean (gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (typed == NULL)
    return NULL;
  if (field->kind == DOLEN_PART_FIELD_DATE)
    return dolen_typed_date_parse (typed);
  if (field->kind != DOLEN_PART_FIELD_PHONE)
    return g_steal_pointer (&typed);
  phone = dolen_text_phone (typed);
  return phone != NULL ? phone : g_steal_pointer (&typed);
}

static GtkWidget *
switch_of (GtkWidget *row)
{
  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
}

static void *
read_part (DolenPartsEditor *self, const Part *part)
{
  const DolenPartsSpec *spec = self->spec;
  void *record = dolen_record_copy (spec->type, part->original);
  struct json_object *object = json_object_new_object ();

  for (gsize i = 0; i < spec->n_fields; i++) {
    const DolenPartField *field = &spec->fields[i];
    struct json_object *value = NULL;

    if (field->kind == DOLEN_PART_FIELD_FLAG) {
      gboolean on = gtk_switch_get_active (GTK_SWITCH (switch_of (part->fields[i])));
      value = json_object_new_boolean (on);
    } else {
      g_autofree char *text = dup_value (part->fields[i], field);
      value = text != NULL ? json_object_new_string (text) : NULL;
    }
    json_object_object_add (object, field->name, value);
  }
  dolen_record_merge_json (spec->type, record, object);
  json_object_put (object);
  return record;
}

static gboolean
is_needed_there (DolenPartsEditor *self, const Part *part)
{
  for (gsize i = 0; i < self->spec->n_fields; i++)
    if (g_str_equal (self->spec->fields[i].name, self->spec->needed)) {
      g_autofree char *text = dup_value (part->fields[i], &self->spec->fields[i]);
      return text != NULL;
    }
  return TRUE;
}

GPtrArray *
dolen_parts_editor_get (DolenPartsEditor *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_return_val_if_fail (DOLEN_IS_PARTS_EDITOR (self), NULL);

  for (guint i = 0; i < self->parts->len; i++) {
    const Part *part = g_ptr_array_index (self->parts, i);

    if (is_needed_there (self, part))
      g_ptr_array_add (records, read_part (self, part));
  }
  return records->len > 0 ? g_steal_pointer (&records) : NULL;
}

GtkWidget *
dolen_parts_editor_find_problem (DolenPartsEditor *self)
{
  g_return_val_if_fail (DOLEN_IS_PARTS_EDITOR (self), NULL);

  for (guint i = 0; i < self->parts->len; i++) {
    const Part *part = g_ptr_array_index (self->parts, i);

    for (gsize k = 0; k < self->spec->n_fields; k++) {
      g_autofree char *day = NULL;

      if (self->spec->fields[k].kind != DOLEN_PART_FIELD_DATE
          || dolen_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (part->fields[k]))))
        continue;
      day = dup_value (part->fields[k], &self->spec->fields[k]);
      if (day != NULL)
        continue;
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (part->row), TRUE);
      return part->fields[k];
    }
  }
  return NULL;
}

/* ---- showing ---- */

/* (nullable): what a field says. */
static char *
dup_said (GtkWidget *widget, const DolenPartField *field)
{
  const char *code;

  if (field->kind == DOLEN_PART_FIELD_TEXT || field->kind == DOLEN_PART_FIELD_DATE)
    return dolen_text_clean (gtk_editable_get_text (GTK_EDITABLE (widget)));
  code = field->kind == DOLEN_PART_FIELD_CODE ? code_of (widget, field) : NULL;
  return code != NULL ? g_strdup (dolen_code_name (field->codes, code, dolen_language_current ()))
                      : NULL;
}

/* The row says what is in it: the first two fields that say something. */
static void
say_part (DolenPartsEditor *self, const Part *part)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  for (gsize i = 0; i < self->spec->n_fields && second == NULL; i++) {
    char *said = dup_said (part->fields[i], &self->spec->fields[i]);

    if (first == NULL)
      first = said;
    else
      second = said;
  }
  title = g_markup_escape_text (first != NULL ? first : _ ("New"), -1);
  subtitle = g_markup_escape_text (second != NULL ? second : "", -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (part->row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (part->row), subtitle);
}

static void
on_changed (GtkWidget *widget, GParamSpec *pspec, Part *part)
{
  DolenPartsEditor *self = part->editor;

  if (self->filling)
    return;
  say_part (self, part);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_typed (GtkWidget *widget, Part *part)
{
  on_changed (widget, NULL, part);
}

static void
on_remove (GtkWidget *button, Part *part)
{
  DolenPartsEditor *self = part->editor;

  gtk_list_box_remove (GTK_LIST_BOX (self->list), part->row);
  g_ptr_array_remove (self->parts, part);
  gtk_widget_set_visible (self->list, self->parts->len > 0);
  part_free (part, self->spec->type);
  g_signal_emit (self, changed_signal, 0);
}

static const char *
text_in (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  return json_object_object_get_ex (object, name, &value)
                 && json_object_is_type (value, json_type_string)
             ? json_object_get_string (value)
             : NULL;
}

static GtkWidget *
new_choice (const DolenPartField *field, struct json_object *values, Part *part)
{
  GtkWidget *row = adw_combo_row_new ();
  g_auto (GStrv) names = dolen_code_names (field->codes, _ ("Not chosen yet"));
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) names);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (row),
      (guint) (dolen_codes_position (field->codes, text_in (values, field->name)) + 1));
  dolen_choice_row_show_whole (ADW_COMBO_ROW (row));
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_changed), part);
  return row;
}

static GtkWidget *
new_flag (const DolenPartField *field, struct json_object *values, Part *part)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *flag = gtk_switch_new ();
  struct json_object *value = NULL;

  json_object_object_get_ex (values, field->name, &value);
  gtk_widget_set_valign (flag, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (flag), json_object_get_boolean (value));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), flag);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), flag);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (flag), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->title), -1);
  g_signal_connect (flag, "notify::active", G_CALLBACK (on_changed), part);
  return row;
}

static GtkWidget *
new_entry (const DolenPartField *field, struct json_object *values, Part *part)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *text = text_in (values, field->name);
  g_autofree char *shown = NULL;

  if (field->kind == DOLEN_PART_FIELD_DATE)
    shown = dolen_typed_date_format (text);
  else if (field->kind == DOLEN_PART_FIELD_PHONE && text != NULL)
    shown = dolen_text_phone_display (text);
  gtk_editable_set_text (GTK_EDITABLE (row), shown != NULL ? shown : text != NULL ? text : "");
  g_signal_connect (row, "changed", G_CALLBACK (on_typed), part);
  return row;
}

static GtkWidget *
new_field (const DolenPartField *field, struct json_object *values, Part *part)
{
  GtkWidget *row;

  if (field->kind == DOLEN_PART_FIELD_CODE)
    row = new_choice (field, values, part);
  else if (field->kind == DOLEN_PART_FIELD_FLAG)
    row = new_flag (field, values, part);
  else
    row = new_entry (field, values, part);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  return row;
}

static Part *
add_part (DolenPartsEditor *self, const void *record)
{
  const DolenPartsSpec *spec = self->spec;
  Part *part = g_new0 (Part, 1);
  GtkWidget *remove = dolen_icon_button_new ("user-trash-symbolic", _ ("Take this out"));
  struct json_object *values;

  part->editor = self;
  part->original
      = record != NULL ? dolen_record_copy (spec->type, record) : dolen_record_new (spec->type);
  part->row = adw_expander_row_new ();
  values = dolen_record_to_json (spec->type, part->original);
  for (gsize i = 0; i < spec->n_fields; i++) {
    part->fields[i] = new_field (&spec->fields[i], values, part);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (part->row), part->fields[i]);
  }
  json_object_put (values);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), part);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (part->row), remove);
  g_ptr_array_add (self->parts, part);
  gtk_list_box_append (GTK_LIST_BOX (self->list), part->row);
  gtk_widget_set_visible (self->list, TRUE);
  say_part (self, part);
  return part;
}

void
dolen_parts_editor_add (DolenPartsEditor *self, const void *part)
{
  g_return_if_fail (DOLEN_IS_PARTS_EDITOR (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (add_part (self, part)->row), part == NULL);
  g_signal_emit (self, changed_signal, 0);
}

void
dolen_parts_editor_set (DolenPartsEditor *self, const GPtrArray *parts)
{
  g_return_if_fail (DOLEN_IS_PARTS_EDITOR (self));

  self->filling = TRUE;
  for (guint i = 0; i < self->parts->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list),
                         ((Part *) g_ptr_array_index (self->parts, i))->row);
  clear_parts (self);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    add_part (self, g_ptr_array_index (parts, i));
  gtk_widget_set_visible (self->list, self->parts->len > 0);
  self->filling = FALSE;
}

/* ---- the object ---- */

static void
on_add (DolenPartsEditor *self)
{
  dolen_parts_editor_add (self, NULL);
}

static void
dolen_parts_editor_finalize (GObject *object)
{
  DolenPartsEditor *self = DOLEN_PARTS_EDITOR (object);

  clear_parts (self);
  g_ptr_array_unref (self->parts);
  G_OBJECT_CLASS (dolen_parts_editor_parent_class)->finalize (object);
}

static void
dolen_parts_editor_class_init (DolenPartsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_parts_editor_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_parts_editor_init (DolenPartsEditor *self)
{
  self->parts = g_ptr_array_new ();
}

GtkWidget *
dolen_parts_editor_new (const DolenPartsSpec *spec)
{
  DolenPartsEditor *self = g_object_new (DOLEN_TYPE_PARTS_EDITOR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *add = gtk_button_new_with_mnemonic (_ (spec->add));

  g_return_val_if_fail (spec->n_fields <= MOST_FIELDS, NULL);

  self->spec = spec;
  self->list = dolen_boxed_list_new ();
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), add);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
