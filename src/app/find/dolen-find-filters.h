/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-search.h"
#include "matching/dolen-profile.h"
#include "place/dolen-distance-text.h"

G_BEGIN_DECLS

/*
 * What is asked of Find: a plain value that the chips show and change. With a person open it begins
 * as what they said of themselves (dolen-person-profile.h) and becomes a profile to rank by;
 * without it becomes a search. It holds no name.
 */
typedef struct {
  char *text; /* (nullable) as typed in the search entry */
  /* Codes of the vocabulary, NULL-terminated, never NULL. Barriers are ranked by, never searched.
   */
  char **interests;
  char **needs;
  char **barriers;
  char **enablers;
  char **languages;   /* ISO 639; a search takes the first */
  guint capacities;   /* bits (1 << DolenCapacityStatus); 0 any */
  gint64 max_pence;   /* -1 any, 0 free only */
  guint days;         /* DOLEN_DAY_BIT()s; 0 any */
  char *place;        /* (nullable) from where, as typed */
  double max_km;      /* in a straight line; 0 any distance */
  int max_wait;       /* weeks; -1 any. Of a person; no chip changes it but its cross */
  int age;            /* of a person, years; -1 not known. No chip */
  DolenGender gender; /* of a person; no chip */
  char *limits;       /* (nullable) of a person: when, how and where (dolen-person-limits.h) */
} DolenFindFilters;

DolenFindFilters *dolen_find_filters_new (void);
DolenFindFilters *dolen_find_filters_copy (const DolenFindFilters *filters);
void dolen_find_filters_free (DolenFindFilters *filters);
gboolean dolen_find_filters_equal (const DolenFindFilters *a, const DolenFindFilters *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFindFilters, dolen_find_filters_free)

/** dolen_find_filters_is_empty: neither a chip nor a text narrows anything. */
gboolean dolen_find_filters_is_empty (const DolenFindFilters *filters);

/** dolen_find_filters_locate: where @filters->place is, by the bundled gazetteer; FALSE if it is
 *  empty or not known. @known: (out) (optional) (transfer full): what is known of it. */
gboolean
dolen_find_filters_locate (const DolenFindFilters *filters, DolenPosition *position, char **known);

/** dolen_find_filters_postcode: (transfer full) (nullable): @filters->place, if it is a whole
 *  postcode. */
char *dolen_find_filters_postcode (const DolenFindFilters *filters);

/** dolen_find_filters_to_query: the search they ask for; borrows from @filters. @typing: the text
 *  is not finished. */
void dolen_find_filters_to_query (const DolenFindFilters *filters,
                                  gboolean typing,
                                  DolenSearchQuery *query);

/** dolen_find_filters_to_profile: (transfer full): the profile to rank by. What a profile cannot
 *  say (text, what helps, capacity) is left to dolen_find_filters_narrow(). */
DolenProfile *dolen_find_filters_to_profile (const DolenFindFilters *filters,
                                             DolenVocabulary *vocabulary);

/** dolen_find_filters_narrow: whether something is asked that a ranking cannot answer, and if so
 *  the search that does; borrows from @filters. */
gboolean dolen_find_filters_narrow (const DolenFindFilters *filters,
                                    gboolean typing,
                                    DolenSearchQuery *query);

/** dolen_find_filters_save, _load: as "a{sv}" for the state of the page (never written to disk). */
GVariant *dolen_find_filters_save (const DolenFindFilters *filters);
DolenFindFilters *dolen_find_filters_load (GVariant *state);

/* ---- chips ---- */

typedef enum {
  DOLEN_FILTER_INTEREST,
  DOLEN_FILTER_NEED,
  DOLEN_FILTER_BARRIER,
  DOLEN_FILTER_ENABLER,
  DOLEN_FILTER_CAPACITY,
  DOLEN_FILTER_COST,
  DOLEN_FILTER_LANGUAGE,
  DOLEN_FILTER_PLACE,
  DOLEN_FILTER_DAY,
  DOLEN_FILTER_WAIT,
} DolenFilterKind;

/** DolenFilterChip: one thing that is asked, in words. */
typedef struct {
  DolenFilterKind kind;
  char *code;  /* of a term or language; NULL for the others */
  guint value; /* of a capacity status or an ISO weekday */
  char *label; /* in the language of the window */
} DolenFilterChip;

void dolen_filter_chip_free (DolenFilterChip *chip);

/** dolen_find_filters_chips: (transfer full) (element-type DolenFilterChip): all but the text. */
GPtrArray *dolen_find_filters_chips (const DolenFindFilters *filters,
                                     DolenVocabulary *vocabulary,
                                     DolenLanguage language,
                                     DolenDistanceUnit unit);

/** dolen_find_filters_remove: takes away what @chip asks. */
void dolen_find_filters_remove (DolenFindFilters *filters, const DolenFilterChip *chip);

/** dolen_find_distance_label: (transfer full): "5 miles", a round distance of a filter. */
char *dolen_find_distance_label (DolenLanguage language, DolenDistanceUnit unit, double km);

/** dolen_find_unit: miles or kilometres, as the settings have it. */
DolenDistanceUnit dolen_find_unit (GSettings *settings);

G_END_DECLS
