/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-find-filters.h"

#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <math.h>

/* What is asked, in words, a chip each. */

#define KM_PER_MILE 1.609344

DolenDistanceUnit
dolen_find_unit (GSettings *settings)
{
  g_autofree char *id = g_settings_get_string (settings, "distance-unit");

  return g_strcmp0 (id, "kilometres") == 0 ? DOLEN_DISTANCE_KM : DOLEN_DISTANCE_MILES;
}

char *
dolen_find_distance_label (DolenLanguage language, DolenDistanceUnit unit, double km)
{
  gulong n = (gulong) lround (unit == DOLEN_DISTANCE_KM ? km : km / KM_PER_MILE);

  if (unit == DOLEN_DISTANCE_KM)
    /* Translators: a distance of a filter. */
    return g_strdup_printf (dolen_ntext (language, "%lu km", "%lu km", n), n);
  /* Translators: a distance of a filter; milltir is feminine. */
  return g_strdup_printf (dolen_ntext (language, "%lu mile", "%lu miles", n), n);
}

void
dolen_filter_chip_free (DolenFilterChip *chip)
{
  if (chip == NULL)
    return;
  g_free (chip->code);
  g_free (chip->label);
  g_free (chip);
}

static void
add_chip (GPtrArray *chips, DolenFilterKind kind, const char *code, guint value, char *label)
{
  DolenFilterChip *chip = g_new0 (DolenFilterChip, 1);

  chip->kind = kind;
  chip->code = g_strdup (code);
  chip->value = value;
  chip->label = label;
  g_ptr_array_add (chips, chip);
}

typedef struct {
  GPtrArray *chips;
  DolenVocabulary *vocabulary;
  DolenLanguage language;
} Chips;

static void
add_terms (const Chips *to, DolenFilterKind filter, DolenTermKind kind, char **codes)
{
  for (guint i = 0; codes[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (to->vocabulary, kind, codes[i]);
    const char *label = term != NULL ? dolen_term_label (term, to->language) : codes[i];
    add_chip (to->chips, filter, codes[i], 0, g_strdup (label));
  }
}

static char *
cost_label (DolenLanguage language, gint64 pence)
{
  g_autofree char *money = NULL;

  if (pence == 0)
    /* Translators: a filter: only what costs nothing. */
    return g_strdup (dolen_text (language, "Free only"));
  money = dolen_sentence_money (pence, "GBP");
  /* Translators: a filter; %s is an amount: "Up to £5". */
  return g_strdup_printf (dolen_text (language, "Up to %s"), money);
}

static char *
place_label (DolenLanguage language, DolenDistanceUnit unit, const DolenFindFilters *filters)
{
  g_autofree char *distance = NULL;

  if (filters->max_km <= 0)
    /* Translators: a filter; %s is a place or a postcode: distances are measured from there. */
    return g_strdup_printf (dolen_text (language, "From: %s"), filters->place);
  distance = dolen_find_distance_label (language, unit, filters->max_km);
  /* Translators: a filter: first a distance ("5 miles"), then a place or a postcode. */
  return g_strdup_printf (dolen_text (language, "Within %1$s: %2$s"), distance, filters->place);
}

static char *
wait_label (DolenLanguage language, int weeks)
{
  g_autofree char *text = NULL;

  if (weeks == 0)
    /* Translators: a filter: no wait is wished. */
    return g_strdup (dolen_text (language, "No wait"));
  text = dolen_format_weeks (language, (guint) weeks, (guint) weeks);
  /* Translators: a filter; %s is "3 weeks": the longest wait that suits. */
  return g_strdup_printf (dolen_text (language, "Wait: up to %s"), text);
}

static void
add_plain (const Chips *to, const DolenFindFilters *filters, DolenDistanceUnit unit)
{
  DolenLanguage language = to->language;

  for (guint status = 0; status <= DOLEN_CAPACITY_PAUSED; status++)
    if (filters->capacities & (1u << status))
      add_chip (to->chips,
                DOLEN_FILTER_CAPACITY,
                NULL,
                status,
                g_strdup (dolen_sentence_capacity_status (language, status)));
  if (filters->max_pence >= 0)
    add_chip (to->chips, DOLEN_FILTER_COST, NULL, 0, cost_label (language, filters->max_pence));
  for (guint i = 0; filters->languages[i] != NULL; i++)
    add_chip (to->chips,
              DOLEN_FILTER_LANGUAGE,
              filters->languages[i],
              0,
              dolen_sentence_language (language, filters->languages[i], NULL));
  if (filters->place != NULL && *filters->place != '\0')
    add_chip (to->chips, DOLEN_FILTER_PLACE, NULL, 0, place_label (language, unit, filters));
  for (guint day = 1; day <= 7; day++)
    if (filters->days & DOLEN_DAY_BIT (day))
      add_chip (
          to->chips, DOLEN_FILTER_DAY, NULL, day, g_strdup (dolen_weekday_name (language, day)));
  if (filters->max_wait >= 0)
    add_chip (to->chips, DOLEN_FILTER_WAIT, NULL, 0, wait_label (language, filters->max_wait));
}

GPtrArray *
dolen_find_filters_chips (const DolenFindFilters *filters,
                          DolenVocabulary *vocabulary,
                          DolenLanguage language,
                          DolenDistanceUnit unit)
{
  GPtrArray *chips = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_filter_chip_free);
  Chips to = { chips, vocabulary, language };

  add_terms (&to, DOLEN_FILTER_INTEREST, DOLEN_TERM_INTEREST, filters->interests);
  add_terms (&to, DOLEN_FILTER_NEED, DOLEN_TERM_NEED, filters->needs);
  add_terms (&to, DOLEN_FILTER_BARRIER, DOLEN_TERM_BARRIER, filters->barriers);
  add_terms (&to, DOLEN_FILTER_ENABLER, DOLEN_TERM_ENABLER, filters->enablers);
  add_plain (&to, filters, unit);
  return chips;
}

/* ---- taking one away ---- */

static void
remove_code (char ***codes, const char *code)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();

  for (guint i = 0; (*codes)[i] != NULL; i++)
    if (g_strcmp0 ((*codes)[i], code) != 0)
      g_strv_builder_add (rest, (*codes)[i]);
  g_strfreev (*codes);
  *codes = g_strv_builder_end (rest);
}

void
dolen_find_filters_remove (DolenFindFilters *filters, const DolenFilterChip *chip)
{
  switch (chip->kind) {
  case DOLEN_FILTER_INTEREST:
    remove_code (&filters->interests, chip->code);
    break;
  case DOLEN_FILTER_NEED:
    remove_code (&filters->needs, chip->code);
    break;
  case DOLEN_FILTER_BARRIER:
    remove_code (&filters->barriers, chip->code);
    break;
  case DOLEN_FILTER_ENABLER:
    remove_code (&filters->enablers, chip->code);
    break;
  case DOLEN_FILTER_LANGUAGE:
    remove_code (&filters->languages, chip->code);
    break;
  case DOLEN_FILTER_CAPACITY:
    filters->capacities &= ~(1u << chip->value);
    break;
  case DOLEN_FILTER_COST:
    filters->max_pence = -1;
    break;
  case DOLEN_FILTER_PLACE:
    g_clear_pointer (&filters->place, g_free);
    filters->max_km = 0;
    break;
  case DOLEN_FILTER_DAY:
    filters->days &= ~DOLEN_DAY_BIT (chip->value);
    break;
  case DOLEN_FILTER_WAIT:
    filters->max_wait = -1;
    break;
  }
}
