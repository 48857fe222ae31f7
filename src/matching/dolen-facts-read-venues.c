/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"

#include "matching/dolen-named-places.h"
#include "place/dolen-gazetteer.h"

#include <math.h>
#include <string.h>

/* Where services are: by their venues, or else as roughly as a name tells. */

/* How far off a venue may be, as DolenFacts.precision has it: the store keeps where its position
 * came from. */
static guint8
precision_of (const char *origin, const char *postcode)
{
  switch (dolen_position_origin_from_id (origin)) {
  case DOLEN_POSITION_POSTCODE_DISTRICT: {
    double km = dolen_gazetteer_district_km (dolen_gazetteer_get_bundled (), postcode);

    return (guint8) (DOLEN_FACTS_DISTRICT | MIN ((guint) ceil (km), DOLEN_FACTS_DISTRICT - 1));
  }
  case DOLEN_POSITION_PLACE:
    return 20;
  case DOLEN_POSITION_POSTCODE_UNIT:
  case DOLEN_POSITION_FEED:
  case DOLEN_POSITION_PERSON:
  case DOLEN_POSITION_NONE:
  case DOLEN_N_POSITION_ORIGINS:
    break;
  }
  return (guint8) (DOLEN_POSITION_EXACT_KM * 10);
}

/* Every venue says what kind of place it is; a position only those that have one and want to be on
 * a map. */
static const char venues[]
    = "SELECT sv.service, v.id, v.name_en, v.name_cy, v.origin, v.latitude, v.longitude,"
      " v.latitude IS NOT NULL AND v.no_map = 0 AND v.hide_address = 0,"
      " v.latitude IS NOT NULL OR v.no_map <> 0 OR v.hide_address <> 0, v.postcode"
      " FROM service_venue sv JOIN venue v ON v.id = sv.venue"
      " ORDER BY sv.service";

typedef struct {
  guint32 service;
  float latitude, longitude;
  guint32 postcode;
  guint8 precision;
} VenueRow;

/* What is needed while venues are read. */
typedef struct {
  GHashTable *kinds; /* of venues already seen, and one more, by row */
  GArray *rows;      /* of VenueRow, in the order of their services */
  gint64 last;       /* the service of the row before; -1 none */
  guint8
      *placeless; /* services whose place a name may tell: none is known, and none is kept back */
  const DolenNamedPlaces *named;
} Venues;

static guint
kinds_of (Venues *seen, DolenStatement *row)
{
  gpointer id = GSIZE_TO_POINTER (dolen_statement_get_int64 (row, 1));
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (seen->kinds, id));

  if (known == 0) {
    known = 1
            + (dolen_place_kinds_read (dolen_statement_get_text (row, 2))
               | dolen_place_kinds_read (dolen_statement_get_text (row, 3)));
    g_hash_table_insert (seen->kinds, id, GUINT_TO_POINTER (known));
  }
  return known - 1;
}

static void
read_venue (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  Venues *seen = pass->data;
  guint kinds = kinds_of (seen, row);
  VenueRow venue;

  facts->places_all[i]
      = (guint16) (seen->last == (gint64) i ? facts->places_all[i] & kinds : kinds);
  facts->places_any[i] |= (guint16) kinds;
  seen->last = i;
  if (dolen_statement_get_int64 (row, 8) != 0)
    seen->placeless[i] = FALSE;
  if (dolen_statement_get_int64 (row, 7) == 0)
    return;
  venue.service = i;
  venue.latitude = (float) dolen_statement_get_double (row, 5);
  venue.longitude = (float) dolen_statement_get_double (row, 6);
  venue.precision
      = precision_of (dolen_statement_get_text (row, 4), dolen_statement_get_text (row, 9));
  venue.postcode = dolen_postcode_number (dolen_statement_get_text (row, 9));
  g_array_append_val (seen->rows, venue);
  facts->first_venue[i + 1]++; /* how many, until the pass is over */
}

static void
take_venues (DolenFacts *facts, const GArray *rows)
{
  for (guint i = 0; i < facts->n; i++)
    facts->first_venue[i + 1] += facts->first_venue[i];
  facts->n_venues = rows->len;
  facts->latitude = g_renew (float, facts->latitude, MAX (rows->len, 1));
  facts->longitude = g_renew (float, facts->longitude, MAX (rows->len, 1));
  facts->precision = g_renew (guint8, facts->precision, MAX (rows->len, 1));
  facts->postcode = g_renew (guint32, facts->postcode, MAX (rows->len, 1));
  for (guint v = 0; v < rows->len; v++) {
    const VenueRow *venue = &g_array_index (rows, VenueRow, v);

    facts->latitude[v] = venue->latitude;
    facts->longitude[v] = venue->longitude;
    facts->precision[v] = venue->precision;
    facts->postcode[v] = venue->postcode;
  }
}

/* The places that @name tells for service @i, which has none. */
static void
add_named (DolenFactsPass *pass, guint i, const char *name)
{
  Venues *seen = pass->data;
  DolenPosition found[DOLEN_NAMED_PLACES_MOST];
  guint n = seen->placeless[i] ? dolen_named_places_find (seen->named, name, found) : 0;

  for (guint p = 0; p < n; p++) {
    const VenueRow venue = { i,
                             (float) found[p].latitude,
                             (float) found[p].longitude,
                             0,
                             (guint8) MIN (found[p].precision_km * 10, DOLEN_FACTS_DISTRICT - 1) };

    g_array_append_val (seen->rows, venue);
    pass->facts->first_venue[i + 1]++;
    seen->placeless[i] = FALSE;
  }
}

/* The name of whoever offers it, where its own tells nothing: asked of those few alone. */
static gboolean
read_owner_names (DolenFactsPass *pass, GError **error)
{
  const Venues *seen = pass->data;
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      pass->db, "SELECT coalesce (name_en, name_cy) FROM organisation WHERE id = ?1", error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < pass->facts->n; i++) {
    if (!seen->placeless[i] || pass->organisation[i] == 0)
      continue;
    dolen_statement_bind_int64 (statement, 1, pass->organisation[i]);
    if (!dolen_statement_step (statement, &row, error))
      return FALSE;
    if (row)
      add_named (pass, i, dolen_statement_get_text (statement, 0));
    dolen_statement_reset (statement);
  }
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const VenueRow *) a)->service, y = ((const VenueRow *) b)->service;

  return (x > y) - (x < y);
}

/* Where a directory is: the middle of its venues, whichever service is read. FALSE: not known */
static gboolean
find_middle (DolenFactsPass *pass, DolenPosition *middle)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      pass->db,
      "SELECT (SELECT latitude FROM venue WHERE latitude IS NOT NULL ORDER BY latitude LIMIT 1"
      " OFFSET (SELECT count (latitude) / 2 FROM venue)),"
      " (SELECT longitude FROM venue WHERE longitude IS NOT NULL ORDER BY longitude LIMIT 1"
      " OFFSET (SELECT count (longitude) / 2 FROM venue))",
      NULL);
  gboolean row = FALSE;

  if (statement == NULL || !dolen_statement_step (statement, &row, NULL) || !row
      || dolen_statement_is_null (statement, 0) || dolen_statement_is_null (statement, 1))
    return FALSE;
  dolen_position_set (middle,
                      dolen_statement_get_double (statement, 0),
                      dolen_statement_get_double (statement, 1),
                      0,
                      DOLEN_POSITION_PLACE);
  return TRUE;
}

/* A feed often gives no place, and the name of the group does. It is never kept as a position of a
 * venue: it only says about how far it is. What comes to them has no place. */
static gboolean
read_named (DolenFactsPass *pass, GError **error)
{
  const DolenFacts *facts = pass->facts;
  Venues *seen = pass->data;
  g_autoptr (DolenNamedPlaces) named = NULL;
  DolenPosition middle = { 0 };
  guint n = 0;

  for (guint i = 0; i < facts->n; i++) {
    seen->placeless[i]
        &= facts->attending[i] == 0 || (facts->attending[i] & DOLEN_ATTENDING_VENUE) != 0;
    n += seen->placeless[i];
  }
  if (n == 0 || !find_middle (pass, &middle))
    return TRUE;
  seen->named = named = dolen_named_places_new (&middle);
  for (guint i = 0; i < facts->n; i++) {
    add_named (pass, i, pass->name[i]);
    add_named (pass, i, pass->name_cy[i]);
  }
  if (!read_owner_names (pass, error))
    return FALSE;
  g_array_sort (seen->rows, compare_rows);
  return TRUE;
}

gboolean
dolen_facts_read_venues (DolenFactsPass *pass, GError **error)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (VenueRow));
  g_autofree guint8 *placeless = g_malloc (MAX (pass->facts->n, 1));
  Venues seen = { kinds, rows, -1, placeless, NULL };
  gboolean done;

  memset (placeless, TRUE, pass->facts->n);
  pass->data = &seen;
  done = dolen_facts_pass_run (pass, venues, read_venue, error) && read_named (pass, error);
  pass->data = NULL;
  if (done)
    take_venues (pass->facts, rows);
  return done;
}
