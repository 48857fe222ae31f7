/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-entry.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-choice-row.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define N_DAYS 7
#define TEXT_HEIGHT 84

static const char *const day_codes[N_DAYS] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

struct _DolenListingEntry {
  AdwBin parent_instance;
  const DolenListingField *field;
  gboolean setting; /* what changes is no person's doing */
  GtkWidget *top;   /* (nullable) the title and what stands at its end */
  GtkWidget *input;
  GtkWidget *days[N_DAYS]; /* of a field of days */
  GtkLabel *note;          /* the problem or the hint */
  char *problem;           /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DolenListingEntry, dolen_listing_entry, ADW_TYPE_BIN)

static guint typed_signal, left_signal;

/* ---- what a person does ---- */

static void
on_typed (DolenListingEntry *self)
{
  if (!self->setting)
    g_signal_emit (self, typed_signal, 0);
}

static void
on_left (DolenListingEntry *self)
{
  if (!self->setting)
    g_signal_emit (self, left_signal, 0);
}

static void
on_chosen (DolenListingEntry *self)
{
  on_typed (self);
  on_left (self);
}

static void
watch_focus (DolenListingEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (self->input, focus);
}

/* ---- inputs ---- */

static GtkWidget *
new_line (DolenListingEntry *self)
{
  self->input = gtk_entry_new ();
  g_signal_connect_swapped (self->input, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->input, "activate", G_CALLBACK (on_left), self);
  watch_focus (self);
  return self->input;
}

static GtkWidget *
new_text (DolenListingEntry *self)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkTextView *view;

  self->input = gtk_text_view_new ();
  view = GTK_TEXT_VIEW (self->input);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_text_view_set_left_margin (view, 9);
  gtk_text_view_set_right_margin (view, 9);
  gtk_widget_set_size_request (self->input, -1, TEXT_HEIGHT);
  gtk_widget_set_vexpand (self->input, TRUE);
  gtk_frame_set_child (GTK_FRAME (frame), self->input);
  g_signal_connect_swapped (
      gtk_text_view_get_buffer (view), "changed", G_CALLBACK (on_typed), self);
  watch_focus (self);
  return frame;
}

static GtkWidget *
new_choice (DolenListingEntry *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) whole = dolen_choice_factory_new ();
  const DolenListingChoices *choices = self->field->choices;

  for (guint i = 0; choices->codes[i] != NULL; i++)
    gtk_string_list_append (names, choices->words (choices->codes[i]));
  self->input = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->input), whole);
  g_signal_connect_swapped (self->input, "notify::selected", G_CALLBACK (on_chosen), self);
  return self->input;
}

static GtkWidget *
new_tick (DolenListingEntry *self, const char *title)
{
  GtkWidget *label;

  self->input = gtk_check_button_new_with_label (title);
  label = gtk_widget_get_last_child (self->input);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_signal_connect_swapped (self->input, "toggled", G_CALLBACK (on_chosen), self);
  return self->input;
}

static GtkWidget *
new_days (DolenListingEntry *self)
{
  DolenLanguage language = dolen_language_current ();

  self->input = dolen_wrap_box_new ();
  for (guint i = 0; i < N_DAYS; i++) {
    self->days[i] = gtk_toggle_button_new_with_label (dolen_weekday_name_short (language, i + 1));
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->days[i]),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    dolen_weekday_name (language, i + 1),
                                    -1);
    g_signal_connect_swapped (self->days[i], "toggled", G_CALLBACK (on_chosen), self);
    gtk_box_append (GTK_BOX (self->input), self->days[i]);
  }
  return self->input;
}

static GtkWidget *
new_input (DolenListingEntry *self, const char *title)
{
  switch (self->field->input) {
  case DOLEN_LISTING_TEXT:
    return new_text (self);
  case DOLEN_LISTING_CHOICE:
    return new_choice (self);
  case DOLEN_LISTING_TICK:
    return new_tick (self, title);
  case DOLEN_LISTING_DAYS:
    return new_days (self);
  case DOLEN_LISTING_LINE:
  case DOLEN_LISTING_DATE:
  case DOLEN_LISTING_TIME:
  case DOLEN_LISTING_NUMBER:
  case DOLEN_LISTING_MONEY:
  case DOLEN_LISTING_PHONE:
  case DOLEN_LISTING_EMAIL:
  case DOLEN_LISTING_URL:
  case DOLEN_LISTING_POSTCODE:
  default:
    return new_line (self);
  }
}

/* ---- the object ---- */

static void
dolen_listing_entry_finalize (GObject *object)
{
  g_free (DOLEN_LISTING_ENTRY (object)->problem);
  G_OBJECT_CLASS (dolen_listing_entry_parent_class)->finalize (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (
      name, DOLEN_TYPE_LISTING_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_listing_entry_class_init (DolenListingEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_listing_entry_finalize;
  typed_signal = new_signal ("typed");
  left_signal = new_signal ("left");
}

static void
dolen_listing_entry_init (DolenListingEntry *self)
{
}

static void
name_input (DolenListingEntry *self, const char *title)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
add_title (DolenListingEntry *self, GtkWidget *box, const char *title)
{
  GtkWidget *label = dolen_label_new (title, "caption-heading");

  gtk_widget_set_hexpand (label, TRUE);
  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->top), label);
  gtk_box_append (GTK_BOX (box), self->top);
}

GtkWidget *
dolen_listing_entry_new_titled (const DolenListingField *field, const char *title)
{
  DolenListingEntry *self = g_object_new (DOLEN_TYPE_LISTING_ENTRY, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->field = field;
  if (field->input != DOLEN_LISTING_TICK)
    add_title (self, box, title);
  gtk_box_append (GTK_BOX (box), new_input (self, title));
  self->note = GTK_LABEL (dolen_label_new (NULL, "caption"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  adw_bin_set_child (ADW_BIN (self), box);
  name_input (self, title);
  dolen_listing_entry_set_problem (self, NULL);
  return GTK_WIDGET (self);
}

GtkWidget *
dolen_listing_entry_new (const DolenListingField *field)
{
  return dolen_listing_entry_new_titled (field, _ (field->title));
}

const DolenListingField *
dolen_listing_entry_get_field (DolenListingEntry *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_ENTRY (self), NULL);
  return self->field;
}

/* ---- its text ---- */

static void
set_days (DolenListingEntry *self, const char *text)
{
  g_auto (GStrv) chosen = g_strsplit (text, ",", -1);

  for (guint i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->days[i]),
                                  g_strv_contains ((const char *const *) chosen, day_codes[i]));
}

static char *
dup_days (DolenListingEntry *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->days[i])))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", day_codes[i]);
  return g_string_free (text, FALSE);
}

static void
set_choice (DolenListingEntry *self, const char *text)
{
  const char *const *codes = self->field->choices->codes;

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], text))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input), i);
}

static char *
dup_buffer (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
put_text (DolenListingEntry *self, const char *text)
{
  if (GTK_IS_TEXT_VIEW (self->input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text, -1);
  else if (GTK_IS_DROP_DOWN (self->input))
    set_choice (self, text);
  else if (GTK_IS_CHECK_BUTTON (self->input))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->input), *text != '\0');
  else if (GTK_IS_EDITABLE (self->input))
    gtk_editable_set_text (GTK_EDITABLE (self->input), text);
  else
    set_days (self, text);
}

void
dolen_listing_entry_set_text (DolenListingEntry *self, const char *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (DOLEN_IS_LISTING_ENTRY (self) && text != NULL);

  /* Where it stands already the cursor stays. */
  now = dolen_listing_entry_dup_text (self);
  if (g_str_equal (now, text))
    return;
  self->setting = TRUE;
  put_text (self, text);
  self->setting = FALSE;
}

char *
dolen_listing_entry_dup_text (DolenListingEntry *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_ENTRY (self), NULL);

  if (GTK_IS_TEXT_VIEW (self->input))
    return dup_buffer (self->input);
  if (GTK_IS_DROP_DOWN (self->input))
    return g_strdup (
        self->field->choices->codes[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->input))]);
  if (GTK_IS_CHECK_BUTTON (self->input))
    return g_strdup (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->input)) ? "1" : "");
  if (GTK_IS_EDITABLE (self->input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
  return dup_days (self);
}

void
dolen_listing_entry_type (DolenListingEntry *self, const char *text)
{
  g_return_if_fail (DOLEN_IS_LISTING_ENTRY (self) && text != NULL);

  put_text (self, text);
  on_left (self);
}

/* ---- what is wrong ---- */

void
dolen_listing_entry_set_problem (DolenListingEntry *self, const char *problem)
{
  const char *hint;

  g_return_if_fail (DOLEN_IS_LISTING_ENTRY (self));

  hint = self->field->hint != NULL ? _ (self->field->hint) : "";
  g_free (self->problem);
  self->problem = g_strdup (problem);
  gtk_label_set_text (self->note, problem != NULL ? problem : hint);
  gtk_widget_set_visible (GTK_WIDGET (self->note), problem != NULL || *hint != '\0');
  if (problem != NULL) {
    gtk_widget_add_css_class (self->input, "error");
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "dim-label");
  } else {
    gtk_widget_remove_css_class (self->input, "error");
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : hint,
                                  -1);
}

const char *
dolen_listing_entry_get_problem (DolenListingEntry *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_ENTRY (self), NULL);
  return self->problem;
}

void
dolen_listing_entry_set_suffix (DolenListingEntry *self, GtkWidget *suffix)
{
  g_return_if_fail (DOLEN_IS_LISTING_ENTRY (self) && self->top != NULL);
  gtk_box_append (GTK_BOX (self->top), suffix);
}

void
dolen_listing_entry_focus (DolenListingEntry *self)
{
  g_return_if_fail (DOLEN_IS_LISTING_ENTRY (self));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
