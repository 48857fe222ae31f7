/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-row.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-call-part.h"
#include "app/find/dolen-capacity-editor.h"
#include "base/dolen-text.h"
#include "directory/dolen-parts.h"
#include "directory/dolen-sentences.h"

#include <glib/gi18n.h>

#define LINES_HEIGHT 96

struct _DolenCallRow {
  GtkListBoxRow parent_instance;
  DolenCallFact *fact;              /* (owned) */
  DolenCapacity *capacity;          /* (owned) (nullable): as the directory has it */
  const DolenListingPartForm *form; /* (nullable): of a fact that is a list */
  DolenService *service;            /* (owned) (nullable): where there is such a form */
  char *before;                     /* (owned) (nullable): its list as the directory has it */
  GtkWidget *fields;                /* (nullable): its DolenListingFields */
  GPtrArray *editables;             /* (owned): of GtkWidget: entries and text views, not owned */
  gboolean showing;                 /* what changes is the draft's doing */
  GtkLabel *now_label;
  GtkLabel *age_label;
  GtkCheckButton *tick;
  GtkWidget *change; /* a toggle where there is a small editor, else a button */
  GtkWidget *editor; /* (nullable) */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (DolenCallRow, dolen_call_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  TICK,
  CHANGE,
  CAPACITY,
  UNCHANGE,
  EDITOR,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
set_name (GtkWidget *widget, const char *verb, const char *title)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", verb, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ---- what is typed ---- */

static char *
dup_text (GtkWidget *widget)
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
set_text (GtkWidget *widget, const char *text)
{
  g_autofree char *now = dup_text (widget);

  if (g_str_equal (now, text))
    return;
  if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
}

static void
on_typed (GtkWidget *widget, DolenCallRow *self)
{
  g_autofree char *text = NULL;

  if (self->showing)
    return;
  text = dup_text (widget);
  g_signal_emit (self, signals[CHANGE], 0, g_object_get_data (G_OBJECT (widget), "field"), text);
}

static void
on_buffer_changed (GtkTextBuffer *buffer, DolenCallRow *self)
{
  on_typed (g_object_get_data (G_OBJECT (buffer), "view"), self);
}

static GtkWidget *
new_lines (DolenCallRow *self, GtkWidget **view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer;

  *view = gtk_text_view_new ();
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (*view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (*view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (*view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (*view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (*view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (*view), 9);
  g_object_set_data (G_OBJECT (buffer), "view", *view);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_buffer_changed), self);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LINES_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), *view);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

static void
add_field (DolenCallRow *self,
           GtkBox *box,
           const DolenCallField *field,
           const DolenService *service)
{
  g_autofree char *value = dolen_call_fact_dup_field (service, field->field);
  GtkWidget *title = dolen_label_new (_ (field->title), "caption-heading");
  GtkWidget *input, *shown;

  if (field->lines) {
    shown = new_lines (self, &input);
  } else {
    shown = input = gtk_entry_new ();
    gtk_editable_set_width_chars (GTK_EDITABLE (input), 8);
    g_signal_connect (input, "changed", G_CALLBACK (on_typed), self);
  }
  g_object_set_data (G_OBJECT (input), "field", (gpointer) field->field);
  g_object_set_data_full (G_OBJECT (input), "before", g_strdup (value), g_free);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->title), -1);
  gtk_box_append (box, title);
  gtk_box_append (box, shown);
  g_ptr_array_add (self->editables, input);
}

/* ---- the small editor ---- */

static void
open_editor (DolenCallRow *self, gboolean open)
{
  if (self->editor == NULL)
    return;
  gtk_widget_set_visible (self->editor, open);
  if (open && gtk_widget_get_root (self->editor) != NULL)
    gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
}

void
dolen_call_row_open (DolenCallRow *self)
{
  g_return_if_fail (DOLEN_IS_CALL_ROW (self));
  if (self->editor != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->change), TRUE);
}

static void
close_editor (DolenCallRow *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->change), FALSE);
  gtk_widget_grab_focus (self->change);
}

static void
on_capacity_saved (DolenCallRow *self)
{
  g_signal_emit (self, signals[CAPACITY], 0);
}

static void
on_unchange (DolenCallRow *self)
{
  g_signal_emit (self, signals[UNCHANGE], 0);
  close_editor (self);
}

/* @back, @close: beneath an editor. */
static GtkWidget *
new_editor_buttons (DolenCallRow *self, GCallback close, GCallback back)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: a button beneath texts that were changed: they are as they were; short. */
  GtkWidget *as_it_was = gtk_button_new_with_label (_ ("As It Was"));
  GtkWidget *done = gtk_button_new_with_label (_ ("Done"));

  g_signal_connect_swapped (as_it_was, "clicked", back, self);
  g_signal_connect_swapped (done, "clicked", close, self);
  gtk_box_append (GTK_BOX (buttons), done);
  gtk_box_append (GTK_BOX (buttons), as_it_was);
  return buttons;
}

/* ---- the form of a list's element ---- */

static void
on_left (DolenCallRow *self)
{
  DolenListingFields *fields = DOLEN_LISTING_FIELDS (self->fields);
  g_autofree char *json = NULL;

  if (self->showing || dolen_listing_fields_has_problem (fields, NULL))
    return;
  json = dolen_call_part_write (self->form, self->service, dolen_listing_fields_get (fields));
  if (dolen_part_json_equal ("service", self->form->part, json, self->before)) {
    g_free (json);
    json = g_strdup (self->before);
  }
  g_signal_emit (self, signals[CHANGE], 0, self->form->part, json);
}

static void
on_fields_done (DolenCallRow *self)
{
  dolen_listing_fields_leave (DOLEN_LISTING_FIELDS (self->fields));
  if (!dolen_listing_fields_has_problem (DOLEN_LISTING_FIELDS (self->fields), NULL))
    close_editor (self);
}

static void
show_fields (DolenCallRow *self, const char *json)
{
  g_autoptr (DolenListingValues) values = dolen_call_part_read (self->form, self->service, json);

  self->showing = TRUE;
  dolen_listing_fields_clear (DOLEN_LISTING_FIELDS (self->fields));
  dolen_listing_fields_show (DOLEN_LISTING_FIELDS (self->fields), values);
  self->showing = FALSE;
}

static void
on_fields_back (DolenCallRow *self)
{
  show_fields (self, NULL);
  on_unchange (self);
}

static GtkWidget *
new_part_editor (DolenCallRow *self, const DolenService *service)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->service = dolen_service_copy (service);
  self->before = dolen_call_part_get (self->form, service);
  self->fields
      = dolen_listing_fields_new (self->form->fields, self->form->problem, self->form->shows);
  show_fields (self, NULL);
  g_signal_connect_swapped (self->fields, "left", G_CALLBACK (on_left), self);
  gtk_box_append (GTK_BOX (box), self->fields);
  gtk_box_append (
      GTK_BOX (box),
      new_editor_buttons (self, G_CALLBACK (on_fields_done), G_CALLBACK (on_fields_back)));
  return box;
}

static GtkWidget *
new_text_editor (DolenCallRow *self, const DolenCallField *fields, const DolenService *service)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; fields[i].field != NULL; i++)
    add_field (self, GTK_BOX (box), &fields[i], service);
  gtk_box_append (GTK_BOX (box),
                  new_editor_buttons (self, G_CALLBACK (close_editor), G_CALLBACK (on_unchange)));
  return box;
}

static GtkWidget *
new_editor (DolenCallRow *self, const DolenService *service)
{
  const DolenCallField *fields = dolen_call_fact_fields (self->fact->code);
  GtkWidget *editor;

  if (g_str_equal (self->fact->code, dolen_fact_code (DOLEN_FACT_CAPACITY))) {
    const DolenCapacity *capacity = dolen_service_current_capacity (service);

    self->capacity = capacity != NULL ? dolen_capacity_copy (capacity) : NULL;
    editor = dolen_capacity_editor_new ();
    dolen_capacity_editor_show (DOLEN_CAPACITY_EDITOR (editor), self->capacity);
    g_signal_connect_swapped (editor, "save", G_CALLBACK (on_capacity_saved), self);
    g_signal_connect_swapped (editor, "cancel", G_CALLBACK (on_unchange), self);
    return editor;
  }
  self->form = dolen_call_part_form (self->fact->code, service);
  if (self->form != NULL)
    return new_part_editor (self, service);
  if (fields[0].field == NULL)
    return NULL;
  /* Several prices in figures stand before words: they are changed in the editor. */
  if (g_str_equal (self->fact->code, dolen_fact_code (DOLEN_FACT_COST)) && service->costs->len > 0)
    return NULL;
  return new_text_editor (self, fields, service);
}

/* ---- the row ---- */

static void
on_ticked (DolenCallRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[TICK], 0, gtk_check_button_get_active (self->tick));
}

static void
on_change_toggled (GtkToggleButton *button, DolenCallRow *self)
{
  open_editor (self, gtk_toggle_button_get_active (button));
}

static void
on_editor_asked (DolenCallRow *self)
{
  g_signal_emit (self, signals[EDITOR], 0);
}

static GtkWidget *
new_change (DolenCallRow *self)
{
  GtkWidget *button;

  if (g_str_equal (self->fact->code, "exists"))
    return NULL;
  if (self->editor != NULL) {
    /* Translators: a button beside a fact of a group: it is otherwise; short. */
    button = gtk_toggle_button_new_with_label (_ ("Change"));
    g_signal_connect (button, "toggled", G_CALLBACK (on_change_toggled), self);
  } else {
    /* Translators: a button beside a fact of a group: opens its editor; short. */
    button = gtk_button_new_with_label (_ ("Change…"));
    g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_editor_asked), self);
  }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  set_name (button, _ ("Change"), self->fact->title);
  return button;
}

/* (nullable): which of several there are, where one small form would not do. */
static const char *
say_several (DolenCallRow *self)
{
  if (self->editor != NULL || g_str_equal (self->fact->code, "exists"))
    return NULL;
  if (g_str_equal (self->fact->code, dolen_fact_code (DOLEN_FACT_TIMES)))
    return _ ("Several times: “Change…” opens them in the listing.");
  if (g_str_equal (self->fact->code, dolen_fact_code (DOLEN_FACT_COST)))
    return _ ("Several amounts: “Change…” opens them in the listing.");
  if (g_str_equal (self->fact->code, dolen_fact_code (DOLEN_FACT_ACCESS)))
    return _ ("“Change…” opens the places, and what helps people come, in the listing.");
  return _ ("“Change…” opens it in the listing.");
}

static GtkWidget *
new_words (DolenCallRow *self)
{
  const char *several = say_several (self);

  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->now_label = GTK_LABEL (dolen_label_new (NULL, NULL));
  self->age_label = GTK_LABEL (dolen_label_new (NULL, "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->age_label), "dim-label");
  gtk_label_set_lines (self->now_label, 6);
  gtk_label_set_ellipsize (self->now_label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (words), dolen_label_new (self->fact->title, "caption-heading"));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->now_label));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->age_label));
  if (several != NULL)
    gtk_box_append (GTK_BOX (words), dolen_label_new (several, "caption"));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static GtkWidget *
new_buttons (DolenCallRow *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  /* Translators: a tick beside a fact that was read out to a group and holds: yn dal yn gywir. */
  self->tick = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("Still true")));
  set_name (GTK_WIDGET (self->tick), _ ("Still true"), self->fact->title);
  gtk_widget_set_visible (GTK_WIDGET (self->tick), self->fact->known);
  g_signal_connect_swapped (self->tick, "toggled", G_CALLBACK (on_ticked), self);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->tick));
  self->change = new_change (self);
  if (self->change != NULL)
    gtk_box_append (GTK_BOX (buttons), self->change);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  return buttons;
}

GtkWidget *
dolen_call_row_new (DolenCallFact *fact, const DolenService *service)
{
  DolenCallRow *self = g_object_new (DOLEN_TYPE_CALL_ROW, NULL);

  self->fact = fact;
  self->editor = new_editor (self, service);
  gtk_box_append (GTK_BOX (self->box), dolen_side_box_new (new_words (self), new_buttons (self)));
  if (self->editor != NULL) {
    gtk_box_append (GTK_BOX (self->box), self->editor);
    gtk_widget_set_visible (self->editor, FALSE);
  }
  return GTK_WIDGET (self);
}

const DolenCallFact *
dolen_call_row_get_fact (DolenCallRow *self)
{
  g_return_val_if_fail (DOLEN_IS_CALL_ROW (self), NULL);
  return self->fact;
}

const char *
dolen_call_row_get_before (DolenCallRow *self, const char *field)
{
  g_return_val_if_fail (DOLEN_IS_CALL_ROW (self), NULL);

  if (self->form != NULL && g_str_equal (field, self->form->part))
    return self->before;

  for (guint i = 0; i < self->editables->len; i++)
    if (g_strcmp0 (g_object_get_data (self->editables->pdata[i], "field"), field) == 0)
      return g_object_get_data (self->editables->pdata[i], "before");
  return NULL;
}

/* ---- showing a draft ---- */

static char *
say_changed (DolenCallRow *self, const DolenCallDraft *draft)
{
  const DolenCapacity *capacity = dolen_call_draft_get_capacity (draft, self->fact->service);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->form != NULL)
    return dolen_call_part_tell (
        self->form,
        self->service,
        dolen_call_draft_get_value (draft, self->fact->service, self->form->part));
  if (self->capacity != NULL || self->editables->len == 0)
    return capacity != NULL ? dolen_sentence_capacity_bare (dolen_language_current (), capacity)
                            : g_strdup (self->fact->now);
  for (guint i = 0; i < self->editables->len; i++) {
    const char *field = g_object_get_data (self->editables->pdata[i], "field");
    const char *value = dolen_call_draft_get_value (draft, self->fact->service, field);

    if (value != NULL && !dolen_text_is_empty (value))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", value);
    else if (value != NULL)
      /* Translators: a text of a listing was taken out; which one follows. */
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", _ ("Taken out"));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_texts (DolenCallRow *self, const DolenCallDraft *draft)
{
  for (guint i = 0; i < self->editables->len; i++) {
    GtkWidget *input = self->editables->pdata[i];
    const char *field = g_object_get_data (G_OBJECT (input), "field");
    const char *value = dolen_call_draft_get_value (draft, self->fact->service, field);

    set_text (input, value != NULL ? value : g_object_get_data (G_OBJECT (input), "before"));
  }
}

/* What was begun before the card was made anew. */
static void
show_begun (DolenCallRow *self, const DolenCallDraft *draft)
{
  const char *json = self->form != NULL
                         ? dolen_call_draft_get_value (draft, self->fact->service, self->form->part)
                         : NULL;

  if (json != NULL && !gtk_widget_get_visible (self->editor))
    show_fields (self, json);
}

void
dolen_call_row_show (DolenCallRow *self, const DolenCallDraft *draft)
{
  const DolenCallFact *fact = self->fact;
  gboolean changed = dolen_call_draft_is_changed (draft, fact->service, fact->code);
  g_autofree char *was = NULL;
  g_autofree char *words = NULL;

  show_begun (self, draft);
  self->showing = TRUE;
  gtk_check_button_set_active (self->tick,
                               dolen_call_draft_is_ticked (draft, fact->service, fact->code));
  show_texts (self, draft);
  if (changed) {
    words = say_changed (self, draft);
    /* Translators: beneath what a fact of a group was changed to: what it was before. */
    was = g_strdup_printf (_ ("changed; it was: %s"), fact->now);
  }
  gtk_label_set_label (self->now_label, changed ? words : fact->now);
  gtk_label_set_label (self->age_label, changed ? was : fact->age);
  gtk_widget_set_visible (GTK_WIDGET (self->age_label),
                          !dolen_text_is_empty (changed ? was : fact->age));
  self->showing = FALSE;
}

DolenCapacity *
dolen_call_row_read_capacity (DolenCallRow *self)
{
  DolenCapacity *report;

  g_return_val_if_fail (DOLEN_IS_CALL_ROW (self) && DOLEN_IS_CAPACITY_EDITOR (self->editor), NULL);
  report = dolen_capacity_editor_read (DOLEN_CAPACITY_EDITOR (self->editor));
  if (report != NULL)
    close_editor (self);
  return report;
}

/* ---- the object ---- */

static void
dolen_call_row_finalize (GObject *object)
{
  DolenCallRow *self = DOLEN_CALL_ROW (object);

  dolen_call_fact_free (self->fact);
  g_clear_pointer (&self->capacity, dolen_capacity_free);
  g_clear_pointer (&self->service, dolen_service_free);
  g_free (self->before);
  g_ptr_array_unref (self->editables);
  G_OBJECT_CLASS (dolen_call_row_parent_class)->finalize (object);
}

static guint
new_signal (const char *name, guint n, GType one, GType two)
{
  return g_signal_new (
      name, DOLEN_TYPE_CALL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n, one, two);
}

static void
dolen_call_row_class_init (DolenCallRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_call_row_finalize;
  signals[TICK] = new_signal ("tick", 1, G_TYPE_BOOLEAN, G_TYPE_NONE);
  signals[CHANGE] = new_signal ("change", 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CAPACITY] = new_signal ("capacity", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[UNCHANGE] = new_signal ("unchange", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[EDITOR] = new_signal ("editor", 0, G_TYPE_NONE, G_TYPE_NONE);
}

static void
dolen_call_row_init (DolenCallRow *self)
{
  self->editables = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_margin_top (self->box, 9);
  gtk_widget_set_margin_bottom (self->box, 9);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}
