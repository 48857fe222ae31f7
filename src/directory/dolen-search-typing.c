/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-search-typing.h"

#include "directory/dolen-directory-private.h"
#include "directory/dolen-directory-sql.h"
#include "directory/dolen-search-filters.h"

#include <math.h>

/* A hit by its row and its score, the smaller the better; in a list by rising row. */
typedef struct {
  gint64 id;
  guint score;
} Hit;

/* Radicals come after all exact spellings. */
#define SCORES (2 * DOLEN_PLACE_SCORES)

static gboolean
collect (DolenDirectory *dir,
         const char *sql,
         const char *match,
         guint above,
         GArray *hits,
         GError **error)
{
  DolenStatement *statement = match != NULL ? dolen_directory_statement (dir, sql, error) : NULL;
  gboolean more = FALSE;

  if (match == NULL)
    return TRUE;
  if (statement == NULL)
    return FALSE;
  dolen_statement_bind_text (statement, 1, match);
  while (dolen_statement_step (statement, &more, error)) {
    Hit hit;

    if (!more)
      return TRUE;
    hit.id = dolen_statement_get_int64 (statement, 0);
    hit.score = (guint) dolen_statement_get_int64 (statement, 1) + above;
    g_array_append_val (hits, hit);
  }
  return FALSE;
}

/* Two lists by rising row into one; of a row in both the better score. */
static GArray *
merge (const GArray *a, const GArray *b)
{
  GArray *both = g_array_sized_new (FALSE, FALSE, sizeof (Hit), a->len + b->len);
  guint i = 0, k = 0;

  while (i < a->len || k < b->len) {
    const Hit *first = i < a->len ? &g_array_index (a, Hit, i) : NULL;
    const Hit *second = k < b->len ? &g_array_index (b, Hit, k) : NULL;
    Hit hit;

    if (second == NULL || (first != NULL && first->id < second->id)) {
      hit = *first;
      i++;
    } else if (first == NULL || second->id < first->id) {
      hit = *second;
      k++;
    } else {
      hit = first->score <= second->score ? *first : *second;
      i++;
      k++;
    }
    g_array_append_val (both, hit);
  }
  return both;
}

static gboolean
add_arm (DolenDirectory *dir,
         const char *sql,
         const char *match,
         guint above,
         GArray **hits,
         GError **error)
{
  g_autoptr (GArray) arm = g_array_new (FALSE, FALSE, sizeof (Hit));
  GArray *both;

  if (!collect (dir, sql, match, above, arm, error))
    return FALSE;
  both = merge (*hits, arm);
  g_array_unref (*hits);
  *hits = both;
  return TRUE;
}

static void
take_id (DolenRow *row, gpointer ids)
{
  gint64 id = dolen_row_take_int (row);
  g_array_append_val (ids, id);
}

/* Best scores first, within one by row: counting is quicker than comparing. */
static GArray *
sort_listed (const GArray *hits, const GArray *unlisted)
{
  g_autofree guint *starts = g_new0 (guint, SCORES + 1);
  g_autofree DolenSearchHit *sorted = g_new (DolenSearchHit, MAX (hits->len, 1));
  GArray *result = g_array_new (FALSE, FALSE, sizeof (DolenSearchHit));
  guint next = 0, n = 0;

  for (guint i = 0; i < hits->len; i++)
    starts[g_array_index (hits, Hit, i).score + 1]++;
  for (guint i = 1; i <= SCORES; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < hits->len; i++) {
    const Hit *hit = &g_array_index (hits, Hit, i);
    DolenSearchHit *to = &sorted[starts[hit->score]++];

    while (next < unlisted->len && g_array_index (unlisted, gint64, next) < hit->id)
      next++;
    *to = (DolenSearchHit){ .distance_km = NAN };
    to->id
        = next < unlisted->len && g_array_index (unlisted, gint64, next) == hit->id ? 0 : hit->id;
    to->found_in
        = (guint8) (DOLEN_FOUND_IN_NAME + hit->score % DOLEN_PLACE_SCORES / DOLEN_PLACE_OFFSETS);
  }
  for (guint i = 0; i < hits->len; i++)
    if (sorted[i].id != 0)
      sorted[n++] = sorted[i];
  g_array_append_vals (result, sorted, n);
  return result;
}

GArray *
dolen_search_typing (DolenDirectory *dir, const DolenSearchTerms *terms, GError **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr (GArray) unlisted = g_array_new (FALSE, FALSE, sizeof (gint64));
  static const char english[] = "SELECT rowid, dolen_place (search_name_en) FROM search_name_en"
                                " WHERE search_name_en MATCH ?1 ORDER BY rowid";
  static const char welsh[] = "SELECT rowid, dolen_place (search_name_cy) FROM search_name_cy"
                              " WHERE search_name_cy MATCH ?1 ORDER BY rowid";

  if (!add_arm (dir, english, terms->english, 0, &hits, error)
      || !add_arm (dir, welsh, terms->welsh, 0, &hits, error)
      || !add_arm (dir, welsh, terms->mutated, DOLEN_PLACE_SCORES, &hits, error)
      || !dolen_directory_each (dir,
                                "SELECT id FROM service WHERE (" DOLEN_UNLISTED
                                ") AND id > ?1 ORDER BY id",
                                0,
                                take_id,
                                unlisted,
                                error))
    return NULL;
  return sort_listed (hits, unlisted);
}
