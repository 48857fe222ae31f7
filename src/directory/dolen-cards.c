/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-search.h"

#include "directory/dolen-directory-private.h"
#include "directory/dolen-search-filters.h"

#include "place/dolen-distance.h"
#include "place/dolen-postcode.h"

#include <math.h>
#include <string.h>

/* A row of a list shows two or three times; the rest stands in the detail pane. */
#define MAX_SCHEDULES "4"

void
dolen_service_card_free (DolenServiceCard *card)
{
  if (card == NULL)
    return;
  g_free (card->uid);
  g_free (card->organisation_uid);
  dolen_bilingual_clear (&card->name);
  g_free (card->organisation_en);
  g_free (card->organisation_cy);
  g_free (card->place);
  g_free (card->postcode);
  g_free (card->district);
  g_ptr_array_unref (card->schedules);
  dolen_capacity_free (card->capacity);
  g_free (card->fees);
  g_free (card->languages);
  g_free (card->phone);
  g_free (card->confirmed_on);
  g_free (card->gone_since);
  g_free (card);
}

/* The venue shown is the first that has a position, else the first. */
#define SELECT_CARD                                                                                \
  "SELECT s.id, s.uid, o.uid, s.name_en, s.name_en_state, s.name_cy, s.name_cy_state, o.name_en,"  \
  " o.name_cy, coalesce (v.city, iif (v.hide_address, v.county,"                                   \
  "  coalesce (v.name_en, v.name_cy)), v.county), v.latitude,"                                     \
  " v.longitude, coalesce (v.hide_address, 0), v.postcode,"                                        \
  " iif (v.origin = 'postcode-district', v.postcode, NULL),"                                       \
  " (SELECT min (pence) FROM cost WHERE service = s.id), s.fees,"                                  \
  " (SELECT group_concat (DISTINCT code) FROM language_offered WHERE service = s.id),"             \
  " coalesce (s.phone, (SELECT c.phone FROM contact c WHERE c.service = s.id"                      \
  "  AND c.phone IS NOT NULL AND c.permission = 'given-out' ORDER BY c.id LIMIT 1), o.phone),"     \
  " (SELECT max (on_date) FROM confirmation WHERE service = s.id AND outcome = 'reached'"          \
  "  AND confirmed IS NOT NULL), s.status, s.gone_since"                                           \
  " FROM service s LEFT JOIN organisation o ON o.id = s.organisation"                              \
  " LEFT JOIN venue v ON v.id = (SELECT sv.venue FROM service_venue sv JOIN venue x"               \
  "  ON x.id = sv.venue WHERE sv.service = s.id ORDER BY x.latitude IS NULL, sv.id LIMIT 1)"       \
  " WHERE s.id = ?1"

static void
take_card (DolenRow *row, gpointer user_data)
{
  DolenServiceCard **found = user_data, *card = *found = g_new0 (DolenServiceCard, 1);

  card->id = dolen_row_take_int (row);
  card->uid = dolen_row_take_text (row);
  card->organisation_uid = dolen_row_take_text (row);
  dolen_row_take_bilingual (row, &card->name);
  card->organisation_en = dolen_row_take_text (row);
  card->organisation_cy = dolen_row_take_text (row);
  card->place = dolen_row_take_text (row);
  card->latitude = dolen_row_take_double (row);
  card->longitude = dolen_row_take_double (row);
  card->hide_address = dolen_row_take_int (row) != 0;
  card->postcode = dolen_row_take_text (row);
  card->district = dolen_row_take_text (row);
  if (card->district != NULL)
    card->district[strcspn (card->district, " ")] = '\0';
  card->pence = dolen_row_take_known (row);
  card->fees = dolen_row_take_text (row);
  card->languages = dolen_row_take_text (row);
  card->phone = dolen_row_take_text (row);
  card->confirmed_on = dolen_row_take_text (row);
  card->status = dolen_service_status_from_code (dolen_row_peek_text (row));
  card->gone_since = dolen_row_take_text (row);
  card->distance_km = NAN;
  card->schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_schedule_free);
}

/* Whether the venue that the card shows is the one that is @km from @from. */
static gboolean
is_of_venue (const DolenServiceCard *card, double km, const DolenPosition *from)
{
  DolenPosition there;

  return dolen_position_set (
             &there, card->latitude, card->longitude, 0, DOLEN_POSITION_POSTCODE_DISTRICT)
         && fabs (dolen_distance_km (from, &there) - km) < 0.1 + km / 50;
}

const char *
dolen_service_card_district (const DolenServiceCard *card,
                             double km,
                             const DolenPosition *from,
                             const char *postcode)
{
  guint32 here = dolen_postcode_number (postcode);
  gboolean same = here != 0 && dolen_postcode_number (card->postcode) == here;

  return same || isnan (km) || !is_of_venue (card, km, from) ? NULL : card->district;
}

static void
take_schedule (DolenRow *row, gpointer card)
{
  g_ptr_array_add (((DolenServiceCard *) card)->schedules, dolen_load_schedule (row));
}

static void
take_capacity (DolenRow *row, gpointer card)
{
  ((DolenServiceCard *) card)->capacity = dolen_load_capacity (row);
}

static gboolean
load_card (DolenDirectory *dir, gint64 id, DolenServiceCard **card, GError **error)
{
  *card = NULL;
  if (!dolen_directory_each (dir, SELECT_CARD, id, take_card, card, error))
    return FALSE;
  if (*card == NULL)
    return TRUE;
  return dolen_directory_each (dir,
                               "SELECT " DOLEN_SCHEDULE_COLUMNS " FROM schedule"
                               " WHERE service = ?1 AND closed = 0 ORDER BY id"
                               " LIMIT " MAX_SCHEDULES,
                               id,
                               take_schedule,
                               *card,
                               error)
         && dolen_directory_each (dir,
                                  "SELECT " DOLEN_CAPACITY_COLUMNS " FROM capacity_report"
                                  " WHERE service = ?1 ORDER BY as_of DESC, id DESC LIMIT 1",
                                  id,
                                  take_capacity,
                                  *card,
                                  error);
}

GPtrArray *
dolen_directory_load_cards (DolenDirectory *dir, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (GPtrArray) cards
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_service_card_free);

  for (gsize i = 0; i < n; i++) {
    DolenServiceCard *card = NULL;
    gboolean ok = load_card (dir, ids[i], &card, error);

    g_ptr_array_add (cards, card);
    if (!ok)
      return NULL;
  }
  return g_steal_pointer (&cards);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *first = a, *second = b;
  return (*first > *second) - (*first < *second);
}

typedef struct {
  GArray *wanted; /* (nullable) of gint64, rising */
  GArray *points;
} Points;

static void
take_point (DolenRow *row, gpointer user_data)
{
  Points *points = user_data;
  DolenPoint point;

  point.id = dolen_row_take_int (row);
  point.latitude = dolen_row_take_double (row);
  point.longitude = dolen_row_take_double (row);
  if (points->wanted == NULL
      || g_array_binary_search (points->wanted, &point.id, compare_ids, NULL))
    g_array_append_val (points->points, point);
}

/* With one min() in the list, SQLite takes the other columns from the row that has it. */
#define SELECT_POINTS                                                                              \
  "SELECT sv.service, v.latitude, v.longitude, min (sv.id) FROM service_venue sv"                  \
  " JOIN venue v ON v.id = sv.venue JOIN service s ON s.id = sv.service"                           \
  " WHERE v.latitude IS NOT NULL AND s.id > ?1"

/* Few ids are looked up, many are picked out of a walk through all. */
#define FEW_IDS 2000

static char *
select_points_of (const GArray *ids)
{
  GString *sql = g_string_new (SELECT_POINTS);

  if (ids->len <= FEW_IDS) {
    g_string_append (sql, " AND sv.service IN (");
    for (guint i = 0; i < ids->len; i++)
      g_string_append_printf (
          sql, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
    g_string_append (sql, ")");
  }
  g_string_append (sql, " GROUP BY sv.service ORDER BY sv.service");
  return g_string_free (sql, FALSE);
}

GArray *
dolen_directory_load_points (DolenDirectory *dir, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (DolenPoint));
  g_autoptr (GArray) wanted = NULL;
  g_autofree char *of_wanted = NULL;
  Points points = { NULL, found };
  const char *sql
      = SELECT_POINTS " AND " DOLEN_SEARCH_LISTED " GROUP BY sv.service ORDER BY sv.service";

  if (ids != NULL) {
    wanted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n);
    g_array_append_vals (wanted, ids, (guint) n);
    g_array_sort (wanted, compare_ids);
    points.wanted = wanted;
    sql = of_wanted = select_points_of (wanted);
  }
  if (!dolen_directory_each (dir, sql, 0, take_point, &points, error))
    return NULL;
  return g_steal_pointer (&found);
}
