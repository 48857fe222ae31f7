/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"

#include "base/dolen-time.h"

/* Which services there are, who offers them and where. */

static const DolenFactsSelect n_services
    = { "SELECT count (*) FROM service s WHERE TRUE", "s.id", "" };

static const DolenFactsSelect services = {
  "SELECT s.id, s.uid, coalesce (s.name_en, s.name_cy), s.status, s.gone_since,"
  " s.minimum_age, s.maximum_age, s.gender, s.access, s.attending, s.name_cy,"
  " s.organisation FROM service s WHERE " DOLEN_FACTS_LISTED,
  "s.id",
  " ORDER BY s.id",
};

static int
small (gint64 value)
{
  return (int) CLAMP (value, -1, 127);
}

static const char *
keep_text (DolenFactsPass *pass, const char *text)
{
  return g_string_chunk_insert (pass->strings, text != NULL ? text : "");
}

static void
read_service (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;

  facts->id[i] = dolen_statement_get_int64 (row, 0);
  dolen_facts_set_uid (facts, i, dolen_statement_get_text (row, 1));
  pass->name[i] = keep_text (pass, dolen_statement_get_text (row, 2));
  if (!dolen_statement_is_null (row, 4))
    facts->listing[i] = DOLEN_LISTING_GONE;
  if (dolen_service_status_from_code (dolen_statement_get_text (row, 3))
      == DOLEN_SERVICE_TEMPORARILY_CLOSED)
    facts->listing[i] = DOLEN_LISTING_CLOSED;
  facts->eligible[i].min_age = (gint8) small (dolen_statement_get_known (row, 5));
  facts->eligible[i].max_age = (gint8) small (dolen_statement_get_known (row, 6));
  facts->eligible[i].gender
      = (guint8) dolen_facts_gender_from_words (dolen_statement_get_text (row, 7));
  facts->access[i] = (guint8) dolen_statement_get_int64 (row, 8);
  facts->attending[i] = (guint8) dolen_statement_get_int64 (row, 9);
  if (!dolen_statement_is_null (row, 10))
    pass->name_cy[i] = keep_text (pass, dolen_statement_get_text (row, 10));
  pass->organisation[i] = dolen_statement_get_int64 (row, 11);
}

/* How many there are is known when they are read: to ask beforehand would read the whole table
 * twice, its long texts included. */
static gboolean
read_services (DolenFactsPass *pass, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_facts_pass_prepare (pass, &services, error);
  gboolean row = FALSE;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  while (n < pass->facts->n) {
    if (!dolen_statement_step (statement, &row, error))
      return FALSE;
    if (!row)
      break;
    read_service (pass, n++, statement);
  }
  pass->facts->n = n;
  dolen_facts_rank_names (pass->facts, pass->name);
  return TRUE;
}

/* @owner_of: the place of an organisation in the owners, and one more, by its row. */
static gboolean
read_governance (DolenFactsPass *pass, GHashTable *owner_of, GError **error)
{
  g_autoptr (DolenStatement) row_of = dolen_db_prepare (
      pass->db,
      "SELECT o.id, o.governance FROM organisation o WHERE o.governance <> 'unknown'",
      error);
  gboolean row = FALSE;

  if (row_of == NULL)
    return FALSE;
  for (;;) {
    gint64 id;
    guint owner;

    if (!dolen_statement_step (row_of, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    id = dolen_statement_get_int64 (row_of, 0);
    owner = GPOINTER_TO_UINT (g_hash_table_lookup (owner_of, &id));
    if (owner > 0)
      pass->facts->owners[owner - 1].governance
          = (guint8) dolen_governance_from_code (dolen_statement_get_text (row_of, 1));
  }
}

static gboolean
read_owners (DolenFactsPass *pass, GError **error)
{
  g_autoptr (GHashTable) owner_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  DolenFacts *facts = pass->facts;

  facts->owners = g_new0 (DolenOwnerFact, MAX (facts->n, 1));
  for (guint i = 0; i < facts->n; i++) {
    gint64 *organisation = &pass->organisation[i];
    guint owner;

    if (*organisation == 0)
      continue;
    owner = GPOINTER_TO_UINT (g_hash_table_lookup (owner_of, organisation));
    if (owner == 0) {
      owner = ++facts->n_owners;
      g_hash_table_insert (owner_of, organisation, GUINT_TO_POINTER (owner));
    }
    facts->owner[i] = owner - 1;
    if (facts->owners[owner - 1].n_services < G_MAXUINT16)
      facts->owners[owner - 1].n_services++;
  }
  facts->owners = g_renew (DolenOwnerFact, facts->owners, MAX (facts->n_owners, 1));
  return read_governance (pass, owner_of, error);
}

/* How far off a venue may be, in units of 100 m: the store keeps where its position came from. */
static guint8
precision_of (const char *origin)
{
  switch (dolen_position_origin_from_id (origin)) {
  case DOLEN_POSITION_POSTCODE_DISTRICT:
    return 50;
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
static const DolenFactsSelect venues = {
  "SELECT sv.service, v.id, v.name_en, v.name_cy, v.origin, v.latitude, v.longitude,"
  " v.latitude IS NOT NULL AND v.no_map = 0 AND v.hide_address = 0"
  " FROM service_venue sv JOIN venue v ON v.id = sv.venue WHERE TRUE",
  "sv.service",
  " ORDER BY sv.service",
};

typedef struct {
  float latitude, longitude;
  guint8 precision;
} VenueRow;

/* What is needed while venues are read. */
typedef struct {
  GHashTable *kinds; /* of venues already seen, and one more, by row */
  GArray *rows;      /* of VenueRow, in the order of their services */
  gint64 last;       /* the service of the row before; -1 none */
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
  if (dolen_statement_get_int64 (row, 7) == 0)
    return;
  venue.latitude = (float) dolen_statement_get_double (row, 5);
  venue.longitude = (float) dolen_statement_get_double (row, 6);
  venue.precision = precision_of (dolen_statement_get_text (row, 4));
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
  for (guint v = 0; v < rows->len; v++) {
    const VenueRow *venue = &g_array_index (rows, VenueRow, v);

    facts->latitude[v] = venue->latitude;
    facts->longitude[v] = venue->longitude;
    facts->precision[v] = venue->precision;
  }
}

static gboolean
read_venues (DolenFactsPass *pass, GError **error)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (VenueRow));
  Venues seen = { kinds, rows, -1 };
  gboolean done;

  pass->data = &seen;
  done = dolen_facts_pass_run (pass, &venues, read_venue, error);
  pass->data = NULL;
  if (done)
    take_venues (pass->facts, rows);
  return done;
}

static gboolean
read_all (DolenFactsPass *pass, GError **error)
{
  guint n = pass->facts->n;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree const char **names_cy = g_new0 (const char *, n + 1);
  g_autofree gint64 *organisations_of = g_new0 (gint64, n + 1);
  g_autoptr (GStringChunk) strings = g_string_chunk_new (64 * 1024);
  g_autoptr (GHashTable) days_since = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  pass->strings = strings;
  pass->days_since = days_since;
  pass->name = names;
  pass->name_cy = names_cy;
  pass->organisation = organisations_of;
  if (!read_services (pass, error) || !read_owners (pass, error) || !read_venues (pass, error)
      || !dolen_facts_read_told (pass, error) || !dolen_facts_read_times (pass, error)
      || !dolen_facts_read_tags (pass, error))
    return FALSE;
  dolen_facts_derive (pass->facts);
  return TRUE;
}

static gboolean
count (DolenFactsPass *pass, const DolenFactsSelect *select, guint *n, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_facts_pass_prepare (pass, select, error);
  gboolean row = FALSE;

  if (statement == NULL || !dolen_statement_step (statement, &row, error) || !row)
    return FALSE;
  *n = (guint) dolen_statement_get_int64 (statement, 0);
  return TRUE;
}

DolenFacts *
dolen_facts_read (DolenDb *directory,
                  DolenVocabulary *vocabulary,
                  const char *uid,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenFacts) facts = NULL;
  DolenFactsPass pass = { .db = directory, .uid = uid, .cancellable = cancellable };
  guint n = 0;
  gboolean done;

  if (!dolen_db_exec (directory, "SAVEPOINT facts", error))
    return NULL;
  done = count (&pass, &n_services, &n, error);
  if (done) {
    pass.facts = facts = dolen_facts_alloc (vocabulary, today, n, 0);
    done = read_all (&pass, error);
  }
  dolen_db_exec (directory, "RELEASE facts", NULL);
  return done ? g_steal_pointer (&facts) : NULL;
}
