/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-small-form.h"

#include "app/casework/dolen-draft-keeper.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"
#include "app/dolen-error-message.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>
#include <json-c/json.h>

struct _DolenSmallForm {
  AdwWindow parent_instance;

  DolenSession *session;    /* (owned) */
  DolenSmallFormSpec spec;  /* its texts are not kept, its data is */
  DolenDraftKeeper *keeper; /* (owned) */
  GHashTable *fields;       /* (owned): key to its widget: a combo row, entry row, text
                             view or check button */
  GtkWidget *list;          /* (nullable): the boxed list that rows are still added to */
  char *initial;            /* (owned): the fields as they were at first, as JSON */
  gboolean filling;

  GtkButton *act_button;
  GtkLabel *problem_label;
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (DolenSmallForm, dolen_small_form, ADW_TYPE_WINDOW)

static guint changed_signal;

static void
show_problem (DolenSmallForm *self, const char *message)
{
  gtk_label_set_label (self->problem_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), message != NULL);
}

/* ---- fields ---- */

static GtkWidget *
field (DolenSmallForm *self, const char *key)
{
  GtkWidget *widget = g_hash_table_lookup (self->fields, key);

  if (widget == NULL)
    g_critical ("the form has no field “%s”", key);
  return widget;
}

static char *
dup_raw (GtkWidget *widget)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  if (GTK_IS_EDITABLE (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_raw (GtkWidget *widget, const char *text)
{
  if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
}

static void
on_changed (DolenSmallForm *self)
{
  if (self->filling)
    return;
  show_problem (self, NULL);
  g_signal_emit (self, changed_signal, 0);
  dolen_draft_keeper_changed (self->keeper);
}

static void
add_row (DolenSmallForm *self, const char *key, GtkWidget *row)
{
  if (self->list == NULL) {
    self->list = dolen_boxed_list_new ();
    gtk_box_append (GTK_BOX (self->content), self->list);
  }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_hash_table_insert (self->fields, g_strdup (key), row);
}

void
dolen_small_form_add (DolenSmallForm *self, GtkWidget *widget)
{
  g_return_if_fail (DOLEN_IS_SMALL_FORM (self) && GTK_IS_WIDGET (widget));

  gtk_box_append (GTK_BOX (self->content), widget);
  self->list = NULL;
}

void
dolen_small_form_add_choice (DolenSmallForm *self,
                             const char *key,
                             const char *title,
                             const char *const *names,
                             guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  g_return_if_fail (DOLEN_IS_SMALL_FORM (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  dolen_choice_row_show_whole (ADW_COMBO_ROW (row));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_changed), self);
  add_row (self, key, row);
}

void
dolen_small_form_add_entry (DolenSmallForm *self,
                            const char *key,
                            const char *title,
                            const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  g_return_if_fail (DOLEN_IS_SMALL_FORM (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  /* A line that stands first is typed into at once. */
  if (g_hash_table_size (self->fields) == 0)
    g_signal_connect (row, "map", G_CALLBACK (gtk_widget_grab_focus), NULL);
  add_row (self, key, row);
}

void
dolen_small_form_add_text (DolenSmallForm *self, const char *key, const char *title)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *frame = gtk_frame_new (NULL);

  g_return_if_fail (DOLEN_IS_SMALL_FORM (self));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_widget_set_size_request (view, -1, 84);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  g_signal_connect_swapped (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (on_changed), self);
  g_hash_table_insert (self->fields, g_strdup (key), view);
  dolen_small_form_add (self, dolen_section_new (title, NULL, frame));
}

void
dolen_small_form_add_check (DolenSmallForm *self,
                            const char *key,
                            const char *title,
                            gboolean active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_return_if_fail (DOLEN_IS_SMALL_FORM (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_changed), self);
  add_row (self, key, row);
  g_hash_table_insert (self->fields, g_strdup (key), check);
}

gboolean
dolen_small_form_get_check (DolenSmallForm *self, const char *key)
{
  g_return_val_if_fail (DOLEN_IS_SMALL_FORM (self), FALSE);
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (field (self, key)));
}

void
dolen_small_form_set_check (DolenSmallForm *self, const char *key, gboolean active)
{
  g_return_if_fail (DOLEN_IS_SMALL_FORM (self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (field (self, key)), active);
}

gboolean
dolen_small_form_get_number (
    DolenSmallForm *self, const char *key, int most, int *number, GError **error)
{
  g_autofree char *typed = dolen_small_form_dup_text (self, key);
  guint64 value = 0;

  *number = -1;
  if (typed == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (typed, 10, 0, (guint64) most, &value, NULL)) {
    *number = (int) value;
    return TRUE;
  }
  dolen_small_form_lead_to (self, key);
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_ALLOWED,
               /* Translators: first: what was typed where a number is wanted; second: the most. */
               _ ("“%1$s” is not a number from 0 to %2$d."),
               typed,
               most);
  return FALSE;
}

guint
dolen_small_form_get_choice (DolenSmallForm *self, const char *key)
{
  g_return_val_if_fail (DOLEN_IS_SMALL_FORM (self), 0);
  return adw_combo_row_get_selected (ADW_COMBO_ROW (field (self, key)));
}

char *
dolen_small_form_dup_text (DolenSmallForm *self, const char *key)
{
  g_autofree char *raw = NULL;

  g_return_val_if_fail (DOLEN_IS_SMALL_FORM (self), NULL);
  raw = dup_raw (field (self, key));
  return dolen_text_clean (raw);
}

gboolean
dolen_small_form_dup_date (DolenSmallForm *self, const char *key, char **date, GError **error)
{
  g_autofree char *typed = dolen_small_form_dup_text (self, key);

  *date = NULL;
  if (typed == NULL)
    return TRUE;
  *date = dolen_typed_date_parse (typed);
  if (*date != NULL)
    return TRUE;
  dolen_small_form_lead_to (self, key);
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_ALLOWED,
               /* Translators: %s: what was typed where a day is wanted. */
               _ ("“%s” is not a day. Write it as 7/3/2026."),
               typed);
  return FALSE;
}

gboolean
dolen_small_form_dup_number (
    DolenSmallForm *self, const char *key, guint most, int *number, GError **error)
{
  g_autofree char *text = dolen_small_form_dup_text (self, key);
  guint64 read = 0;

  *number = 0;
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, most, &read, NULL)) {
    dolen_small_form_lead_to (self, key);
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: what was typed is no number; %u: the greatest that is possible. */
                 _ ("Please write a number from 0 to %u."),
                 most);
    return FALSE;
  }
  *number = (int) read;
  return TRUE;
}

void
dolen_small_form_show (DolenSmallForm *self, const char *key, gboolean visible)
{
  g_return_if_fail (DOLEN_IS_SMALL_FORM (self));
  gtk_widget_set_visible (field (self, key), visible);
}

void
dolen_small_form_set_choice (DolenSmallForm *self, const char *key, guint selected)
{
  g_return_if_fail (DOLEN_IS_SMALL_FORM (self));
  adw_combo_row_set_selected (ADW_COMBO_ROW (field (self, key)), selected);
}

void
dolen_small_form_set_text (DolenSmallForm *self, const char *key, const char *text)
{
  g_return_if_fail (DOLEN_IS_SMALL_FORM (self) && text != NULL);
  set_raw (field (self, key), text);
}

/* ---- drafts ---- */

static char *
fields_to_json (DolenSmallForm *self)
{
  struct json_object *object = json_object_new_object ();
  g_autoptr (GList) keys
             = g_list_sort (g_hash_table_get_keys (self->fields), (GCompareFunc) strcmp);
  char *json;

  for (GList *l = keys; l != NULL; l = l->next) {
    GtkWidget *widget = field (self, l->data);
    struct json_object *value;

    if (GTK_IS_CHECK_BUTTON (widget)) {
      value = json_object_new_boolean (gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
    } else if (ADW_IS_COMBO_ROW (widget)) {
      value = json_object_new_int ((int) adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
    } else {
      char *raw = dup_raw (widget);
      value = json_object_new_string (raw);
      dolen_wipe_string (raw);
    }
    json_object_object_add (object, l->data, value);
  }
  json = g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  return json;
}

static char *
form_to_json (gpointer user_data)
{
  DolenSmallForm *self = user_data;
  char *json = fields_to_json (self);

  if (g_strcmp0 (json, self->initial) == 0)
    g_clear_pointer (&json, g_free);
  return json;
}

static void
take_up_draft (DolenSmallForm *self)
{
  char *json = dolen_draft_keeper_take (self->keeper);
  struct json_object *object;

  if (json == NULL)
    return;
  object = json_tokener_parse (json);
  dolen_wipe_string (json);
  if (json_object_is_type (object, json_type_object)) {
    json_object_object_foreach (object, key, value)
    {
      GtkWidget *widget = g_hash_table_lookup (self->fields, key);

      if (widget != NULL && GTK_IS_CHECK_BUTTON (widget))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), json_object_get_boolean (value));
      else if (widget != NULL && ADW_IS_COMBO_ROW (widget))
        adw_combo_row_set_selected (ADW_COMBO_ROW (widget), (guint) json_object_get_int (value));
      else if (widget != NULL && json_object_is_type (value, json_type_string))
        set_raw (widget, json_object_get_string (value));
    }
  }
  json_object_put (object);
}

static void
on_locking (DolenSmallForm *self)
{
  dolen_draft_keeper_save_now (self->keeper);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void on_act_clicked (DolenSmallForm *self);

/* Of one line alone Enter ends it: a scanner types that after what it read. */
static void
let_enter_act (DolenSmallForm *self)
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->fields);
  if (g_hash_table_size (self->fields) == 1 && g_hash_table_iter_next (&iter, NULL, &row)
      && ADW_IS_ENTRY_ROW (row))
    g_signal_connect_object (
        row, "entry-activated", G_CALLBACK (on_act_clicked), self, G_CONNECT_SWAPPED);
}

void
dolen_small_form_begin (DolenSmallForm *self)
{
  g_return_if_fail (DOLEN_IS_SMALL_FORM (self));

  let_enter_act (self);
  self->initial = fields_to_json (self);
  take_up_draft (self);
  self->filling = FALSE;
  g_signal_emit (self, changed_signal, 0);
  g_signal_connect_object (
      self->session, "locking", G_CALLBACK (on_locking), self, G_CONNECT_SWAPPED);
}

/* ---- the act ---- */

void
dolen_small_form_lead_to (DolenSmallForm *self, const char *key)
{
  g_return_if_fail (DOLEN_IS_SMALL_FORM (self));
  gtk_widget_grab_focus (field (self, key)); /* its viewport scrolls to it */
}

gboolean
dolen_small_form_act (DolenSmallForm *self)
{
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (DOLEN_IS_SMALL_FORM (self), FALSE);

  if (!self->spec.func (self, self->spec.data, &undo, &error)) {
    g_autofree char *message = dolen_error_to_message (error);

    show_problem (self, message);
    return FALSE;
  }
  dolen_draft_keeper_end (self->keeper);
  dolen_session_did (self->session, g_steal_pointer (&undo));
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

static void
on_act_clicked (DolenSmallForm *self)
{
  dolen_small_form_act (self);
}

static gboolean
dolen_small_form_close_request (GtkWindow *window)
{
  dolen_draft_keeper_end (DOLEN_SMALL_FORM (window)->keeper);
  return GTK_WINDOW_CLASS (dolen_small_form_parent_class)->close_request (window);
}

/* ---- the object ---- */

static void
dolen_small_form_dispose (GObject *object)
{
  DolenSmallForm *self = DOLEN_SMALL_FORM (object);

  self->filling = TRUE;
  g_clear_object (&self->keeper);
  g_clear_object (&self->session);
  if (self->spec.free_data != NULL)
    g_clear_pointer (&self->spec.data, self->spec.free_data);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_SMALL_FORM);
  G_OBJECT_CLASS (dolen_small_form_parent_class)->dispose (object);
}

static void
dolen_small_form_finalize (GObject *object)
{
  DolenSmallForm *self = DOLEN_SMALL_FORM (object);

  g_hash_table_unref (self->fields);
  dolen_wipe_string (self->initial);
  G_OBJECT_CLASS (dolen_small_form_parent_class)->finalize (object);
}

static void
dolen_small_form_class_init (DolenSmallFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dolen_small_form_dispose;
  object_class->finalize = dolen_small_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = dolen_small_form_close_request;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-small-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenSmallForm, act_button);
  gtk_widget_class_bind_template_child (widget_class, DolenSmallForm, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DolenSmallForm, content);
  gtk_widget_class_bind_template_callback (widget_class, on_act_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_small_form_init (DolenSmallForm *self)
{
  self->filling = TRUE;
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

DolenSmallForm *
dolen_small_form_new (DolenSession *session, const DolenSmallFormSpec *spec)
{
  DolenSmallForm *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session) && spec != NULL, NULL);

  self = g_object_new (DOLEN_TYPE_SMALL_FORM, "title", spec->title, NULL);
  self->session = g_object_ref (session);
  self->spec = *spec;
  gtk_button_set_label (self->act_button, spec->button);
  self->keeper = dolen_draft_keeper_new (
      dolen_session_get_casework (session), spec->draft, spec->person, form_to_json, self);
  return self;
}

DolenSession *
dolen_small_form_get_session (DolenSmallForm *self)
{
  g_return_val_if_fail (DOLEN_IS_SMALL_FORM (self), NULL);
  return self->session;
}

gpointer
dolen_small_form_get_data (DolenSmallForm *self)
{
  g_return_val_if_fail (DOLEN_IS_SMALL_FORM (self), NULL);
  return self->spec.data;
}

void
dolen_small_form_tell_remains (DolenSmallForm *form)
{
  DolenSession *session = dolen_small_form_get_session (form);
  const char *remains = dolen_casework_get_remains (dolen_session_get_casework (session));

  if (remains != NULL)
    dolen_session_toast (session, remains);
}
