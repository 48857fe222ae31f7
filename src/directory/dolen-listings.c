/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-listings.h"

#include "base/dolen-text.h"
#include "directory/dolen-directory-private.h"
#include "directory/dolen-search.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

/* The numbers are those of DolenListingStatus. */
#define STATUS                                                                                     \
  "CASE WHEN s.do_not_list <> 0 THEN 3"                                                            \
  " WHEN s.closed_on IS NOT NULL OR s.status IN ('inactive', 'defunct') THEN 2"                    \
  " WHEN s.gone_since IS NOT NULL THEN 4"                                                          \
  " WHEN s.status = 'temporarily-closed' OR 'paused' = (SELECT status FROM capacity_report"        \
  "  WHERE service = s.id ORDER BY as_of DESC, id DESC LIMIT 1) THEN 1 ELSE 0 END"

#define ONE_SIDE(there, missing)                                                                   \
  "(s.name_" there " IS NOT NULL AND s.name_" missing " IS NULL"                                   \
  " OR s.description_" there " IS NOT NULL AND s.description_" missing " IS NULL"                  \
  " OR s.eligibility_" there " IS NOT NULL AND s.eligibility_" missing " IS NULL"                  \
  " OR s.how_to_join_" there " IS NOT NULL AND s.how_to_join_" missing " IS NULL)"
#define OLD "'out-of-date'"
#define OUT_OF_DATE                                                                                \
  "(" OLD " IN (s.name_en_state, s.name_cy_state, s.description_en_state, s.description_cy_state," \
  " s.eligibility_en_state, s.eligibility_cy_state, s.how_to_join_en_state,"                       \
  " s.how_to_join_cy_state))"
/* The numbers are those of DolenListingLacks. */
#define LACKS                                                                                      \
  "(" ONE_SIDE ("en", "cy") " * 1 + " ONE_SIDE ("cy", "en") " * 2 + " OUT_OF_DATE " * 4)"

void
dolen_listing_free (DolenListing *listing)
{
  if (listing == NULL)
    return;
  g_free (listing->uid);
  dolen_bilingual_clear (&listing->name);
  dolen_bilingual_clear (&listing->organisation);
  g_free (listing->place);
  g_free (listing->since);
  g_free (listing);
}

/* ---- finding ---- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *first = a, *second = b;
  return (*first > *second) - (*first < *second);
}

/* (nullable): those with the statuses and texts asked for, by rising id. */
static GArray *
find_fitting (DolenDirectory *dir, const DolenListingQuery *query, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (dir,
                            "SELECT s.id FROM service s WHERE (?1 = 0 OR (1 << " STATUS ") & ?1)"
                            " AND (?2 = 0 OR " LACKS " & ?2) ORDER BY s.id",
                            &row,
                            error))
    return NULL;
  dolen_row_put_int (&row, query->statuses);
  dolen_row_put_int (&row, query->lacks);
  while (dolen_statement_step (row.statement, &more, error)) {
    gint64 id;

    if (!more)
      return g_steal_pointer (&ids);
    id = dolen_statement_get_int64 (row.statement, 0);
    g_array_append_val (ids, id);
  }
  return NULL;
}

static GArray *
search (DolenDirectory *dir, const DolenListingQuery *query, GError **error)
{
  DolenSearchQuery all;

  dolen_search_query_init (&all);
  if (!dolen_text_is_empty (query->text))
    all.text = query->text;
  else
    all.order = DOLEN_SEARCH_BY_NAME;
  all.names_in = query->names_in;
  all.with_unlisted = TRUE;
  return dolen_search_ids (dir, &all, NULL, error);
}

GArray *
dolen_listings_find (DolenDirectory *dir, const DolenListingQuery *query, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean asked = query->statuses != 0 || query->lacks != 0;
  g_autoptr (GArray) hits = search (dir, query, error);
  g_autoptr (GArray) fitting = hits != NULL && asked ? find_fitting (dir, query, error) : NULL;

  if (hits == NULL || (asked && fitting == NULL))
    return NULL;
  for (guint i = 0; i < hits->len; i++) {
    gint64 id = g_array_index (hits, DolenSearchHit, i).id;

    if (!asked || g_array_binary_search (fitting, &id, compare_ids, NULL))
      g_array_append_val (found, id);
  }
  return g_steal_pointer (&found);
}

/* ---- loading ---- */

#define SELECT_LISTING                                                                             \
  "SELECT s.id, s.uid, s.name_en, s.name_en_state, s.name_cy, s.name_cy_state,"                    \
  " o.name_en, coalesce (o.name_en_state, 'missing'), o.name_cy,"                                  \
  " coalesce (o.name_cy_state, 'missing'),"                                                        \
  " (SELECT coalesce (v.city, iif (v.hide_address, v.county,"                                      \
  "   coalesce (v.name_en, v.name_cy)), v.county)"                                                 \
  "  FROM service_venue sv JOIN venue v ON v.id = sv.venue WHERE sv.service = s.id"                \
  "  ORDER BY sv.id LIMIT 1), " STATUS ", coalesce (s.closed_on, s.gone_since), " LACKS            \
  " FROM service s LEFT JOIN organisation o ON o.id = s.organisation WHERE s.id = ?1"

static void
take_listing (DolenRow *row, gpointer user_data)
{
  DolenListing **found = user_data, *listing = *found = g_new0 (DolenListing, 1);

  listing->id = dolen_row_take_int (row);
  listing->uid = dolen_row_take_text (row);
  dolen_row_take_bilingual (row, &listing->name);
  dolen_row_take_bilingual (row, &listing->organisation);
  listing->place = dolen_row_take_text (row);
  listing->status = (DolenListingStatus) dolen_row_take_int (row);
  listing->since = dolen_row_take_text (row);
  listing->lacks = (guint) dolen_row_take_int (row);
}

GPtrArray *
dolen_listings_load (DolenDirectory *dir, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (GPtrArray) listings
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_listing_free);

  for (gsize i = 0; i < n; i++) {
    DolenListing *listing = NULL;
    gboolean ok = dolen_directory_each (dir, SELECT_LISTING, ids[i], take_listing, &listing, error);

    g_ptr_array_add (listings, listing);
    if (!ok)
      return NULL;
  }
  return g_steal_pointer (&listings);
}

/* ---- words ---- */

const char *
dolen_listing_status_words (DolenListingStatus status, DolenLanguage language)
{
  static const char *const words[DOLEN_N_LISTING_STATUSES] = {
    /* Translators: how a group (grŵp, masc.) stands in the directory: it is shown. */
    [DOLEN_LISTING_LISTED] = N_ ("Listed"),
    /* Translators: how a group stands in the directory: closed for now. */
    [DOLEN_LISTING_PAUSED] = N_ ("Paused"),
    /* Translators: how a group stands in the directory: it has ended. */
    [DOLEN_LISTING_CLOSED] = N_ ("Closed"),
    /* Translators: how a group stands in the directory: somebody said: do not list it. */
    [DOLEN_LISTING_UNLISTED] = N_ ("Do not list"),
    /* Translators: how a group stands in the directory: its feed has it no more. */
    [DOLEN_LISTING_GONE] = N_ ("Not in its feed"),
  };

  g_return_val_if_fail (status < DOLEN_N_LISTING_STATUSES, "");
  return dolen_text (language, words[status]);
}

static char *
describe_status (const DolenListing *listing, DolenLanguage language)
{
  g_autofree char *day = NULL;

  if (listing->since == NULL
      || (listing->status != DOLEN_LISTING_CLOSED && listing->status != DOLEN_LISTING_GONE))
    return g_strdup (dolen_listing_status_words (listing->status, language));
  day = dolen_format_date_as (language, listing->since, DOLEN_DATE_DAY);
  if (listing->status == DOLEN_LISTING_CLOSED)
    /* Translators: %s: a day, such as 4 May 2026. */
    return g_strdup_printf (dolen_text (language, N_ ("Closed since %s")), day);
  /* Translators: of a group (grŵp, masc.); %s: a day, such as 4 May 2026. */
  return g_strdup_printf (dolen_text (language, N_ ("Not in its feed since %s")), day);
}

char *
dolen_listing_describe (const DolenListing *listing, DolenLanguage language)
{
  static const char *const wants[] = {
    /* Translators: a group's texts stand in English alone. */
    N_ ("Welsh missing"),
    /* Translators: a group's texts stand in Welsh alone. */
    N_ ("English missing"),
    /* Translators: one language of a text has changed since the other was written. */
    N_ ("Text out of date"),
  };
  g_autofree char *status = NULL;
  GString *line;

  g_return_val_if_fail (listing != NULL, NULL);

  status = describe_status (listing, language);
  line = g_string_new (status);
  for (guint i = 0; i < G_N_ELEMENTS (wants); i++)
    if (listing->lacks & (1u << i))
      g_string_append_printf (line, " · %s", dolen_text (language, wants[i]));
  return g_string_free (line, FALSE);
}
