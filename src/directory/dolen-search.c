/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-search.h"

#include "base/dolen-text.h"
#include "directory/dolen-directory-private.h"
#include "directory/dolen-search-filters.h"
#include "directory/dolen-search-typing.h"
#include "directory/dolen-spelling.h"
#include "language/dolen-collation.h"
#include "language/dolen-tokenizer.h"
#include "place/dolen-distance.h"

#include <math.h>
#include <string.h>

/* A word of fewer letters is not searched as the beginning of one, but while typing. */
#define MIN_OPEN_WORD 3

void
dolen_search_query_init (DolenSearchQuery *query)
{
  *query = (DolenSearchQuery){ .max_pence = -1, .latitude = NAN, .longitude = NAN };
}

/* One table asked one way. The class is where the words stand, 3 more where they are only
 * radicals: an exact spelling is always above. Weights: name, keywords, description. */
typedef struct {
  const char *select;
  const char *match;
} Arm;

#define ARM(table, weights, above)                                                                 \
  "SELECT rowid AS id, " above " + dolen_where (" table ") AS class, bm25 (" table ", " weights    \
  ") AS rank FROM " table " WHERE " table " MATCH "

static void
add_hits (DolenSqlBuilder *sql, const DolenSearchTerms *terms, gboolean typing)
{
  const Arm whole[] = {
    { ARM ("search_en", "10, 4, 1", "0"), terms->english },
    { ARM ("search_cy", "10, 4, 1", "0"), terms->welsh },
    { ARM ("search_cy", "10, 4, 1", "3"), terms->mutated },
  };
  const Arm names[] = {
    { ARM ("search_name_en", "10, 4", "0"), terms->english },
    { ARM ("search_name_cy", "10, 4", "0"), terms->welsh },
    { ARM ("search_name_cy", "10, 4", "3"), terms->mutated },
  };
  const Arm *arms = typing ? names : whole;
  gboolean first = TRUE;

  dolen_sql_add (sql, "WITH hit AS MATERIALIZED (");
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++) {
    if (arms[i].match == NULL)
      continue;
    dolen_sql_add (sql, first ? "" : " UNION ALL ");
    dolen_sql_add (sql, arms[i].select);
    dolen_sql_add_text (sql, arms[i].match);
    first = FALSE;
  }
  dolen_sql_add (sql,
                 "), best AS MATERIALIZED (SELECT id, min (class) AS class, min (rank) AS rank"
                 " FROM hit GROUP BY id) ");
}

static void
add_km (DolenSqlBuilder *sql, const DolenSearchQuery *query)
{
  dolen_sql_add (sql, "min (");
  if (query->postcode != NULL) {
    dolen_sql_add (sql, "CASE v.postcode WHEN ");
    dolen_sql_add_text (sql, query->postcode);
    dolen_sql_add (sql, " THEN 0.0 ELSE ");
  }
  dolen_sql_add (sql, "dolen_km (");
  dolen_sql_add_double (sql, query->latitude);
  dolen_sql_add (sql, ", ");
  dolen_sql_add_double (sql, query->longitude);
  dolen_sql_add (sql, ", v.latitude, v.longitude)");
  dolen_sql_add (sql, query->postcode != NULL ? " END)" : ")");
}

static gboolean
has_centre (const DolenSearchQuery *query)
{
  return isfinite (query->latitude) && isfinite (query->longitude);
}

static gboolean
is_within (const DolenSearchQuery *query)
{
  return has_centre (query) && query->within_km > 0;
}

/* The nearest venue of each service within the box, then the circle. */
static void
add_circle (DolenSqlBuilder *sql, const DolenSearchQuery *query)
{
  DolenPosition centre;
  DolenDegreeBox box;

  dolen_position_set (&centre, query->latitude, query->longitude, 0, DOLEN_POSITION_PERSON);
  box = dolen_distance_box (&centre, query->within_km);
  dolen_sql_add (sql, " JOIN (SELECT sv.service AS id, ");
  add_km (sql, query);
  dolen_sql_add (sql,
                 " AS km FROM venue v JOIN service_venue sv ON sv.venue = v.id"
                 " WHERE v.latitude BETWEEN ");
  dolen_sql_add_double (sql, box.south);
  dolen_sql_add (sql, " AND ");
  dolen_sql_add_double (sql, box.north);
  dolen_sql_add (sql, " AND v.longitude BETWEEN ");
  dolen_sql_add_double (sql, box.west);
  dolen_sql_add (sql, " AND ");
  dolen_sql_add_double (sql, box.east);
  dolen_sql_add (sql, " GROUP BY sv.service) near ON near.id = s.id AND near.km <= ");
  dolen_sql_add_double (sql, query->within_km);
}

static void
add_distance (DolenSqlBuilder *sql, const DolenSearchQuery *query)
{
  if (is_within (query)) {
    dolen_sql_add (sql, "near.km AS km");
  } else if (has_centre (query)) {
    dolen_sql_add (sql, "(SELECT ");
    add_km (sql, query);
    dolen_sql_add (sql,
                   " FROM service_venue sv JOIN venue v ON v.id = sv.venue"
                   " WHERE sv.service = s.id AND v.latitude IS NOT NULL) AS km");
  } else {
    dolen_sql_add (sql, "NULL AS km");
  }
}

static void
add_name_order (DolenSqlBuilder *sql, DolenLanguage language)
{
  dolen_sql_add (sql,
                 language == DOLEN_LANGUAGE_CY ? "coalesce (s.name_cy, s.name_en) COLLATE "
                                               : "coalesce (s.name_en, s.name_cy) COLLATE ");
  dolen_sql_add (sql, dolen_collation_name (language));
}

static void
add_order (DolenSqlBuilder *sql, const DolenSearchQuery *query, gboolean has_text)
{
  dolen_sql_add (sql, " ORDER BY ");
  if (query->order == DOLEN_SEARCH_BY_DISTANCE && has_centre (query))
    dolen_sql_add (sql, "km IS NULL, km, ");
  if (query->order == DOLEN_SEARCH_BY_RANK && has_text)
    dolen_sql_add (sql, "class, rank, ");
  else
    add_name_order (sql, query->names_in), dolen_sql_add (sql, ", ");
  dolen_sql_add (sql, "s.id");
}

static void
take_hit (DolenStatement *statement, gboolean approximate, GArray *hits)
{
  DolenSearchHit hit = { .id = dolen_statement_get_int64 (statement, 0), .distance_km = NAN };

  if (!dolen_statement_is_null (statement, 1))
    hit.distance_km = dolen_statement_get_double (statement, 1);
  if (!dolen_statement_is_null (statement, 2)) {
    gint64 class = dolen_statement_get_int64 (statement, 2);

    hit.found_in = (guint8) (DOLEN_FOUND_IN_NAME + class % 3);
    hit.approximate = approximate;
  }
  g_array_append_val (hits, hit);
}

/* Whether the rows of services must be read: what hangs on their id alone is cheaper without. */
static gboolean
needs_row (const DolenSearchQuery *query)
{
  return query->order == DOLEN_SEARCH_BY_NAME || query->order == DOLEN_SEARCH_BY_DISTANCE
         || dolen_search_filters_need_row (query);
}

static GArray *
run (DolenDirectory *dir,
     const DolenSearchQuery *query,
     const DolenSearchTerms *terms,
     gboolean approximate,
     GError **error)
{
  g_auto (DolenSqlBuilder) sql = { 0 };
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DolenSearchHit));
  g_autoptr (DolenStatement) statement = NULL;
  gboolean more = FALSE;

  dolen_sql_builder_init (&sql);
  if (terms != NULL)
    add_hits (&sql, terms, query->typing);
  dolen_sql_add (&sql, "SELECT s.id, ");
  add_distance (&sql, query);
  dolen_sql_add (&sql, terms == NULL ? ", NULL FROM service s" : ", class FROM best ");
  if (terms != NULL)
    dolen_sql_add (&sql, needs_row (query) ? "CROSS JOIN service s ON s.id = best.id" : "s");
  if (is_within (query))
    add_circle (&sql, query);
  dolen_sql_add (&sql, " WHERE TRUE");
  dolen_search_add_filters (&sql, query);
  add_order (&sql, query, terms != NULL);
  statement = dolen_sql_prepare (&sql, dir->db, error);
  if (statement == NULL)
    return NULL;
  while (dolen_statement_step (statement, &more, error)) {
    if (!more)
      return g_steal_pointer (&hits);
    take_hit (statement, approximate, hits);
  }
  return NULL;
}

static gboolean
is_only_typing (const DolenSearchQuery *query)
{
  return query->typing && query->order == DOLEN_SEARCH_BY_RANK && !has_centre (query)
         && !query->with_unlisted && !dolen_search_has_filters (query);
}

static GArray *
run_terms (DolenDirectory *dir,
           const DolenSearchQuery *query,
           const DolenSearchTerms *terms,
           gboolean approximate,
           GError **error)
{
  if (!approximate && is_only_typing (query))
    return dolen_search_typing (dir, terms, error);
  return run (dir, query, terms, approximate, error);
}

/* A short last word is whole unless it is being typed: "ty" is not "typing". */
static char *
close_short_word (const char *text)
{
  const char *end = text + strlen (text), *start = end;

  while (start > text && !g_ascii_isspace (start[-1]))
    start--;
  return g_strconcat (text, g_utf8_strlen (start, end - start) < MIN_OPEN_WORD ? " " : "", NULL);
}

static GArray *
search_text (DolenDirectory *dir, const DolenSearchQuery *query, GError **error)
{
  g_auto (DolenSearchTerms) terms = { 0 };
  g_auto (DolenSearchTerms) nearly = { 0 };
  g_autofree char *text = query->typing ? g_strdup (query->text) : close_short_word (query->text);
  g_autofree char *respelt = NULL;
  g_autoptr (GArray) hits = NULL;

  if (!dolen_search_terms (text, &terms))
    return g_array_new (FALSE, FALSE, sizeof (DolenSearchHit));
  hits = run_terms (dir, query, &terms, FALSE, error);
  if (hits == NULL || hits->len > 0)
    return g_steal_pointer (&hits);
  if (!dolen_spelling_correct (dir, query->text, &respelt, error))
    return NULL;
  if (respelt == NULL || !dolen_search_terms (respelt, &nearly))
    return g_steal_pointer (&hits);
  return run_terms (dir, query, &nearly, TRUE, error);
}

GArray *
dolen_search_ids (DolenDirectory *dir, const DolenSearchQuery *query, guint *total, GError **error)
{
  GArray *hits = dolen_text_is_empty (query->text) ? run (dir, query, NULL, FALSE, error)
                                                   : search_text (dir, query, error);

  if (hits == NULL)
    return NULL;
  if (total != NULL)
    *total = hits->len;
  if (query->offset > 0)
    g_array_remove_range (hits, 0, MIN (query->offset, hits->len));
  if (query->limit > 0 && hits->len > query->limit)
    g_array_set_size (hits, query->limit);
  return hits;
}

GPtrArray *
dolen_search (DolenDirectory *dir, const DolenSearchQuery *query, guint *total, GError **error)
{
  g_autoptr (GArray) hits = dolen_search_ids (dir, query, total, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *cards;

  if (hits == NULL)
    return NULL;
  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (ids, g_array_index (hits, DolenSearchHit, i).id);
  cards = dolen_directory_load_cards (dir, (const gint64 *) (gpointer) ids->data, ids->len, error);
  for (guint i = 0; cards != NULL && i < cards->len; i++) {
    const DolenSearchHit *hit = &g_array_index (hits, DolenSearchHit, i);
    DolenServiceCard *card = g_ptr_array_index (cards, i);

    card->distance_km = hit->distance_km;
    card->found_in = (DolenFoundIn) hit->found_in;
    card->approximate = hit->approximate;
  }
  return cards;
}
