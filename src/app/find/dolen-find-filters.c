/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-find-filters.h"

#include "app/find/dolen-person-limits.h"
#include "place/dolen-gazetteer.h"
#include "place/dolen-postcode.h"

#include <string.h>

static char **
no_codes (void)
{
  return g_new0 (char *, 1);
}

DolenFindFilters *
dolen_find_filters_new (void)
{
  DolenFindFilters *filters = g_new0 (DolenFindFilters, 1);

  filters->interests = no_codes ();
  filters->needs = no_codes ();
  filters->barriers = no_codes ();
  filters->enablers = no_codes ();
  filters->languages = no_codes ();
  filters->max_pence = -1;
  filters->max_wait = -1;
  filters->age = -1;
  return filters;
}

DolenFindFilters *
dolen_find_filters_copy (const DolenFindFilters *filters)
{
  DolenFindFilters *copy = g_memdup2 (filters, sizeof *filters);

  copy->text = g_strdup (filters->text);
  copy->place = g_strdup (filters->place);
  copy->limits = g_strdup (filters->limits);
  copy->interests = g_strdupv (filters->interests);
  copy->needs = g_strdupv (filters->needs);
  copy->barriers = g_strdupv (filters->barriers);
  copy->enablers = g_strdupv (filters->enablers);
  copy->languages = g_strdupv (filters->languages);
  return copy;
}

void
dolen_find_filters_free (DolenFindFilters *filters)
{
  if (filters == NULL)
    return;
  g_free (filters->text);
  g_free (filters->place);
  g_free (filters->limits);
  g_strfreev (filters->interests);
  g_strfreev (filters->needs);
  g_strfreev (filters->barriers);
  g_strfreev (filters->enablers);
  g_strfreev (filters->languages);
  g_free (filters);
}

static gboolean
same_codes (char **a, char **b)
{
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
same_text (const char *a, const char *b)
{
  return (is_blank (a) && is_blank (b)) || g_strcmp0 (a, b) == 0;
}

gboolean
dolen_find_filters_equal (const DolenFindFilters *a, const DolenFindFilters *b)
{
  return same_text (a->text, b->text) && same_text (a->place, b->place)
         && same_codes (a->interests, b->interests) && same_codes (a->needs, b->needs)
         && same_codes (a->barriers, b->barriers) && same_codes (a->enablers, b->enablers)
         && same_codes (a->languages, b->languages) && a->capacities == b->capacities
         && a->max_pence == b->max_pence && a->days == b->days
         && ABS (a->max_km - b->max_km) < 0.001 && a->max_wait == b->max_wait && a->age == b->age
         && a->gender == b->gender && same_text (a->limits, b->limits);
}

gboolean
dolen_find_filters_is_empty (const DolenFindFilters *filters)
{
  g_autoptr (DolenFindFilters) none = dolen_find_filters_new ();

  none->age = filters->age;
  none->gender = filters->gender;
  none->limits = g_strdup (filters->limits);
  return dolen_find_filters_equal (filters, none);
}

gboolean
dolen_find_filters_locate (const DolenFindFilters *filters, DolenPosition *position, char **known)
{
  *position = (DolenPosition){ 0 };
  return !is_blank (filters->place)
         && dolen_gazetteer_locate (
             dolen_gazetteer_get_bundled (), filters->place, position, known);
}

char *
dolen_find_filters_postcode (const DolenFindFilters *filters)
{
  return is_blank (filters->place) ? NULL : dolen_postcode_canonical (filters->place);
}

static const char *const *
codes_or_null (char **codes)
{
  return codes[0] != NULL ? (const char *const *) codes : NULL;
}

void
dolen_find_filters_to_query (const DolenFindFilters *filters,
                             gboolean typing,
                             DolenSearchQuery *query)
{
  DolenPosition position;

  dolen_search_query_init (query);
  query->text = is_blank (filters->text) ? NULL : filters->text;
  query->typing = typing && query->text != NULL;
  query->interests = codes_or_null (filters->interests);
  query->needs = codes_or_null (filters->needs);
  query->enablers = codes_or_null (filters->enablers);
  query->capacities = filters->capacities;
  query->max_pence = filters->max_pence;
  query->language = filters->languages[0];
  query->days = filters->days;
  query->names_in = dolen_language_current ();
  if (!dolen_find_filters_locate (filters, &position, NULL))
    return;
  query->latitude = position.latitude;
  query->longitude = position.longitude;
  query->within_km = filters->max_km;
  if (query->text == NULL)
    query->order = DOLEN_SEARCH_BY_DISTANCE;
}

static void
add_terms (DolenTermSet *set, DolenVocabulary *vocabulary, DolenTermKind kind, char **codes)
{
  for (guint i = 0; codes[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, kind, codes[i]);
    if (term != NULL)
      dolen_term_set_add (set, term->index);
  }
}

DolenProfile *
dolen_find_filters_to_profile (const DolenFindFilters *filters, DolenVocabulary *vocabulary)
{
  DolenProfile *profile = dolen_person_limits_profile (filters->limits, vocabulary);

  add_terms (&profile->interests, vocabulary, DOLEN_TERM_INTEREST, filters->interests);
  add_terms (&profile->needs, vocabulary, DOLEN_TERM_NEED, filters->needs);
  add_terms (&profile->barriers, vocabulary, DOLEN_TERM_BARRIER, filters->barriers);
  dolen_profile_set_languages (profile, (const char *const *) filters->languages);
  profile->age = filters->age;
  profile->gender = filters->gender;
  profile->max_wait_weeks = filters->max_wait;
  profile->max_pence = filters->max_pence;
  profile->days = filters->days;
  profile->max_km = -1;
  if (dolen_find_filters_locate (filters, &profile->position, NULL)) {
    profile->place = g_strdup (filters->place);
    if (filters->max_km > 0)
      profile->max_km = filters->max_km;
  }
  return profile;
}

gboolean
dolen_find_filters_narrow (const DolenFindFilters *filters,
                           gboolean typing,
                           DolenSearchQuery *query)
{
  dolen_search_query_init (query);
  query->text = is_blank (filters->text) ? NULL : filters->text;
  query->typing = typing && query->text != NULL;
  query->enablers = codes_or_null (filters->enablers);
  query->capacities = filters->capacities;
  query->names_in = dolen_language_current ();
  return query->text != NULL || query->enablers != NULL || query->capacities != 0;
}

/* ---- state ---- */

static void
add_strv (GVariantDict *dict, const char *key, char **codes)
{
  g_variant_dict_insert_value (dict, key, g_variant_new_strv ((const char *const *) codes, -1));
}

GVariant *
dolen_find_filters_save (const DolenFindFilters *filters)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "text", "s", filters->text != NULL ? filters->text : "");
  g_variant_dict_insert (&dict, "place", "s", filters->place != NULL ? filters->place : "");
  add_strv (&dict, "interests", filters->interests);
  add_strv (&dict, "needs", filters->needs);
  add_strv (&dict, "barriers", filters->barriers);
  add_strv (&dict, "enablers", filters->enablers);
  add_strv (&dict, "languages", filters->languages);
  g_variant_dict_insert (&dict, "capacities", "u", filters->capacities);
  g_variant_dict_insert (&dict, "max-pence", "x", filters->max_pence);
  g_variant_dict_insert (&dict, "days", "u", filters->days);
  g_variant_dict_insert (&dict, "max-km", "d", filters->max_km);
  g_variant_dict_insert (&dict, "max-wait", "i", filters->max_wait);
  g_variant_dict_insert (&dict, "age", "i", filters->age);
  g_variant_dict_insert (&dict, "gender", "u", (guint) filters->gender);
  return g_variant_dict_end (&dict);
}

static void
load_strv (GVariant *state, const char *key, char ***codes)
{
  char **loaded;

  if (!g_variant_lookup (state, key, "^as", &loaded))
    return;
  g_strfreev (*codes);
  *codes = loaded;
}

DolenFindFilters *
dolen_find_filters_load (GVariant *state)
{
  DolenFindFilters *filters = dolen_find_filters_new ();
  guint gender = 0;

  g_variant_lookup (state, "text", "s", &filters->text);
  g_variant_lookup (state, "place", "s", &filters->place);
  load_strv (state, "interests", &filters->interests);
  load_strv (state, "needs", &filters->needs);
  load_strv (state, "barriers", &filters->barriers);
  load_strv (state, "enablers", &filters->enablers);
  load_strv (state, "languages", &filters->languages);
  g_variant_lookup (state, "capacities", "u", &filters->capacities);
  g_variant_lookup (state, "max-pence", "x", &filters->max_pence);
  g_variant_lookup (state, "days", "u", &filters->days);
  g_variant_lookup (state, "max-km", "d", &filters->max_km);
  g_variant_lookup (state, "max-wait", "i", &filters->max_wait);
  g_variant_lookup (state, "age", "i", &filters->age);
  if (g_variant_lookup (state, "gender", "u", &gender))
    filters->gender = gender;
  return filters;
}
