/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-filter-form.h"

#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-term-picker.h"
#include "app/find/dolen-place-entry.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <math.h>

#define KM_PER_MILE 1.609344
#define N_DAYS 7

static const DolenCapacityStatus statuses[] = {
  DOLEN_CAPACITY_OPEN,
  DOLEN_CAPACITY_PLACES,
  DOLEN_CAPACITY_WAITING_LIST,
  DOLEN_CAPACITY_ASK_FIRST,
};
static const char *const languages[] = { "cy", "en", "bfi" };
static const gint64 costs[] = { -1, 0, 200, 500, 1000 };
static const double distances[] = { 0, 1, 2, 5, 10, 15, 20, 30 };

struct _DolenFilterForm {
  AdwBin parent_instance;
  DolenDistanceUnit unit;
  gboolean person;
  gboolean showing; /* set from here: not a change */
  double odd_km;    /* a distance that is none of @distances; 0 none */

  DolenTermPicker *interests;
  DolenTermPicker *needs;
  DolenTermPicker *barriers;
  DolenTermPicker *enablers;
  GtkWidget *barriers_part;
  DolenPlaceEntry *place;
  GtkDropDown *distance;
  GtkDropDown *cost;
  GtkWidget *status[G_N_ELEMENTS (statuses)];
  GtkWidget *language[G_N_ELEMENTS (languages)];
  GtkWidget *day[N_DAYS];
};

G_DEFINE_FINAL_TYPE (DolenFilterForm, dolen_filter_form, ADW_TYPE_BIN)

static guint changed_signal;

static void
emit_changed (DolenFilterForm *self)
{
  if (!self->showing)
    g_signal_emit (self, changed_signal, 0);
}

/* A search knows one language: choosing another leaves the first. */
static void
on_language_toggled_cb (GtkToggleButton *button, DolenFilterForm *self)
{
  if (self->showing)
    return;
  if (!self->person && gtk_toggle_button_get_active (button)) {
    self->showing = TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
      if (self->language[i] != GTK_WIDGET (button))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->language[i]), FALSE);
    self->showing = FALSE;
  }
  emit_changed (self);
}

/* ---- building ---- */

static GtkWidget *
add_part (GtkWidget *form, const char *title, GtkWidget *content)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (part), label);
  gtk_box_append (GTK_BOX (part), content);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (content), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (form), part);
  return part;
}

static DolenTermPicker *
new_picker (DolenFilterForm *self,
            DolenVocabulary *vocabulary,
            DolenTermKind kind,
            const char *add_label)
{
  GtkWidget *picker = dolen_term_picker_new (vocabulary, kind, add_label);

  g_signal_connect_object (picker, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return DOLEN_TERM_PICKER (picker);
}

static GtkWidget *
new_toggle (DolenFilterForm *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, "chip");
  gtk_box_append (GTK_BOX (box), button);
  if (callback != NULL)
    g_signal_connect_object (button, "toggled", callback, self, 0);
  else
    g_signal_connect_object (button, "toggled", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return button;
}

static void
fill_distances (DolenFilterForm *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  DolenLanguage language = dolen_language_current ();
  double unit_km = self->unit == DOLEN_DISTANCE_KM ? 1 : KM_PER_MILE;

  /* Translators: how far away a group may be. */
  gtk_string_list_append (model, _ ("Any distance"));
  for (gsize i = 1; i < G_N_ELEMENTS (distances); i++) {
    g_autofree char *label
        = dolen_find_distance_label (language, self->unit, distances[i] * unit_km);
    gtk_string_list_append (model, label);
  }
  if (self->odd_km > 0) {
    g_autofree char *label = dolen_find_distance_label (language, self->unit, self->odd_km);
    gtk_string_list_append (model, label);
  }
  gtk_drop_down_set_model (self->distance, G_LIST_MODEL (model));
}

static void
fill_costs (DolenFilterForm *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  /* Translators: what a group may cost. */
  gtk_string_list_append (model, _ ("Any cost"));
  gtk_string_list_append (model, _ ("Free only"));
  for (gsize i = 2; i < G_N_ELEMENTS (costs); i++) {
    g_autofree char *money = dolen_sentence_money (costs[i], "GBP");
    g_autofree char *label = g_strdup_printf (_ ("Up to %s"), money);
    gtk_string_list_append (model, label);
  }
  gtk_drop_down_set_model (self->cost, G_LIST_MODEL (model));
}

static GtkDropDown *
new_drop_down (DolenFilterForm *self)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  g_signal_connect_object (
      drop_down, "notify::selected", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (drop_down);
}

static void
add_words (DolenFilterForm *self, GtkWidget *form, DolenVocabulary *vocabulary)
{
  self->interests = new_picker (self, vocabulary, DOLEN_TERM_INTEREST, _ ("Add an Interest"));
  self->needs = new_picker (self, vocabulary, DOLEN_TERM_NEED, _ ("Add a Need"));
  self->barriers
      = new_picker (self, vocabulary, DOLEN_TERM_BARRIER, _ ("Add What Gets in the Way"));
  self->enablers = new_picker (self, vocabulary, DOLEN_TERM_ENABLER, _ ("Add What Helps"));
  /* Translators: what a person likes; diddordebau. */
  add_part (form, _ ("Interests"), GTK_WIDGET (self->interests));
  /* Translators: what a person wants help with; anghenion. */
  add_part (form, _ ("Needs"), GTK_WIDGET (self->needs));
  /* Translators: barriers: what keeps a person from going; rhwystrau. */
  self->barriers_part = add_part (form, _ ("What gets in the way"), GTK_WIDGET (self->barriers));
  /* Translators: what a group offers against barriers: a minibus, a buddy; beth sy'n helpu. */
  add_part (form, _ ("What helps"), GTK_WIDGET (self->enablers));
}

static void
add_where (DolenFilterForm *self, GtkWidget *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->place = DOLEN_PLACE_ENTRY (dolen_place_entry_new ());
  self->distance = new_drop_down (self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->distance), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How far"), -1);
  fill_distances (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->distance));
  g_signal_connect_object (
      self->place, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  /* Translators: a heading over the place and the distance of a search. */
  add_part (form, _ ("Where from, how far"), box);
}

static void
add_rest (DolenFilterForm *self, GtkWidget *form)
{
  DolenLanguage language = dolen_language_current ();
  GtkWidget *places = dolen_wrap_box_new (), *spoken = dolen_wrap_box_new (),
            *days = dolen_wrap_box_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    self->status[i]
        = new_toggle (self, places, dolen_sentence_capacity_status (language, statuses[i]), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autofree char *label = dolen_sentence_language (language, languages[i], NULL);
    self->language[i] = new_toggle (self, spoken, label, G_CALLBACK (on_language_toggled_cb));
  }
  for (guint i = 0; i < N_DAYS; i++)
    self->day[i] = new_toggle (self, days, dolen_weekday_name_short (language, i + 1), NULL);
  self->cost = new_drop_down (self);
  fill_costs (self);
  /* Translators: a heading: whether there are places; lleoedd ar gael. */
  add_part (form, _ ("Places"), places);
  /* Translators: a heading: in which language a group is held. */
  add_part (form, _ ("Language"), spoken);
  /* Translators: a heading over the days of the week. */
  add_part (form, _ ("Days"), days);
  /* Translators: a heading: what a group costs. */
  add_part (form, _ ("Cost"), GTK_WIDGET (self->cost));
}

static void
dolen_filter_form_class_init (DolenFilterFormClass *klass)
{
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_filter_form_init (DolenFilterForm *self)
{
}

GtkWidget *
dolen_filter_form_new (DolenVocabulary *vocabulary, DolenDistanceUnit unit)
{
  DolenFilterForm *self = g_object_new (DOLEN_TYPE_FILTER_FORM, NULL);
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->unit = unit;
  self->showing = TRUE;
  add_words (self, form, vocabulary);
  add_where (self, form);
  add_rest (self, form);
  self->showing = FALSE;
  adw_bin_set_child (ADW_BIN (self), form);
  return GTK_WIDGET (self);
}

/* ---- showing ---- */

static void
show_distance (DolenFilterForm *self, double km)
{
  double value = self->unit == DOLEN_DISTANCE_KM ? km : km / KM_PER_MILE;
  guint chosen = G_N_ELEMENTS (distances);

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    if (fabs (distances[i] - value) < 0.1)
      chosen = i;
  self->odd_km = chosen == G_N_ELEMENTS (distances) ? km : 0;
  fill_distances (self);
  gtk_drop_down_set_selected (self->distance, chosen);
}

static void
show_cost (DolenFilterForm *self, gint64 pence)
{
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    if (costs[i] == pence)
      chosen = i;
  gtk_drop_down_set_selected (self->cost, chosen);
}

void
dolen_filter_form_show (DolenFilterForm *self, const DolenFindFilters *filters, gboolean person)
{
  g_return_if_fail (DOLEN_IS_FILTER_FORM (self) && filters != NULL);

  self->showing = TRUE;
  self->person = person;
  gtk_widget_set_visible (self->barriers_part, person);
  dolen_term_picker_set_codes (self->interests, (const char *const *) filters->interests);
  dolen_term_picker_set_codes (self->needs, (const char *const *) filters->needs);
  dolen_term_picker_set_codes (self->barriers, (const char *const *) filters->barriers);
  dolen_term_picker_set_codes (self->enablers, (const char *const *) filters->enablers);
  dolen_place_entry_set_place (self->place, filters->place);
  show_distance (self, filters->max_km);
  show_cost (self, filters->max_pence);
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->status[i]),
                                  (filters->capacities & (1u << statuses[i])) != 0);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (self->language[i]),
        g_strv_contains ((const char *const *) filters->languages, languages[i]));
  for (guint i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->day[i]),
                                  (filters->days & DOLEN_DAY_BIT (i + 1)) != 0);
  self->showing = FALSE;
}

/* ---- reading ---- */

static void
read_codes (DolenTermPicker *picker, char ***codes)
{
  g_strfreev (*codes);
  *codes = dolen_term_picker_get_codes (picker);
}

/* Languages the form does not name stay as they are. */
static void
read_languages (DolenFilterForm *self, char ***codes)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();

  for (guint i = 0; (*codes)[i] != NULL; i++) {
    gboolean named = g_strv_contains (
        (const char *const[]){ languages[0], languages[1], languages[2], NULL }, (*codes)[i]);
    if (!named)
      g_strv_builder_add (chosen, (*codes)[i]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->language[i])))
      g_strv_builder_add (chosen, languages[i]);
  g_strfreev (*codes);
  *codes = g_strv_builder_end (chosen);
}

static double
read_distance (DolenFilterForm *self)
{
  guint chosen = gtk_drop_down_get_selected (self->distance);

  if (chosen >= G_N_ELEMENTS (distances))
    return self->odd_km;
  return distances[chosen] * (self->unit == DOLEN_DISTANCE_KM ? 1 : KM_PER_MILE);
}

void
dolen_filter_form_read (DolenFilterForm *self, DolenFindFilters *filters)
{
  g_return_if_fail (DOLEN_IS_FILTER_FORM (self) && filters != NULL);

  read_codes (self->interests, &filters->interests);
  read_codes (self->needs, &filters->needs);
  read_codes (self->barriers, &filters->barriers);
  read_codes (self->enablers, &filters->enablers);
  read_languages (self, &filters->languages);
  g_free (filters->place);
  filters->place = g_strdup (dolen_place_entry_get_place (self->place));
  filters->max_km = read_distance (self);
  filters->max_pence
      = costs[MIN (gtk_drop_down_get_selected (self->cost), G_N_ELEMENTS (costs) - 1)];
  filters->capacities = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->status[i])))
      filters->capacities |= 1u << statuses[i];
  filters->days = 0;
  for (guint i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->day[i])))
      filters->days |= DOLEN_DAY_BIT (i + 1);
}
