/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"

#include "base/dolen-time.h"

/* Which services there are, who offers them and where. */

#define FROM_SERVICES " FROM service s WHERE " DOLEN_FACTS_LISTED
#define FROM_VENUES                                                                                \
  " FROM service s JOIN service_venue sv ON sv.service = s.id JOIN venue v ON v.id = sv.venue"     \
  " WHERE v.latitude IS NOT NULL AND v.no_map = 0 AND v.hide_address = 0 AND " DOLEN_FACTS_LISTED

static const DolenFactsSelect n_services = { "SELECT count (*)" FROM_SERVICES, "s.id", "" };
static const DolenFactsSelect n_venues_of_all = { "SELECT count (*)" FROM_VENUES, "s.id", "" };

static const DolenFactsSelect services = {
  "SELECT s.id, s.uid, coalesce (s.name_en, s.name_cy), s.status, s.gone_since,"
  " s.minimum_age, s.maximum_age, s.gender, s.access, s.attending, s.name_cy,"
  " s.organisation" FROM_SERVICES,
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

static gboolean
read_services (DolenFactsPass *pass, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_facts_pass_prepare (pass, &services, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < pass->facts->n; i++) {
    pass->name[i] = "";
    if (!dolen_statement_step (statement, &row, error))
      return FALSE;
    if (!row)
      break;
    read_service (pass, i, statement);
  }
  dolen_facts_rank_names (pass->facts, pass->name);
  return TRUE;
}

static const DolenFactsSelect organisations = {
  "SELECT s.id, o.governance FROM organisation o JOIN service s ON s.organisation = o.id"
  " WHERE o.governance <> 'unknown'",
  "s.id",
  "",
};

static void
read_governance (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;

  if (facts->owner[i] != DOLEN_NO_OWNER)
    facts->owners[facts->owner[i]].governance
        = (guint8) dolen_governance_from_code (dolen_statement_get_text (row, 1));
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
  return dolen_facts_pass_run (pass, &organisations, read_governance, error);
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

static const DolenFactsSelect venues = {
  "SELECT s.id, v.latitude, v.longitude, v.origin" FROM_VENUES,
  "s.id",
  " ORDER BY s.id",
};

static void
read_venue (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  guint v = facts->first_venue[facts->n]++; /* the running count, until the pass is over */

  if (v >= facts->n_venues)
    return;
  facts->latitude[v] = (float) dolen_statement_get_double (row, 1);
  facts->longitude[v] = (float) dolen_statement_get_double (row, 2);
  facts->precision[v] = precision_of (dolen_statement_get_text (row, 3));
  facts->first_venue[i]++; /* how many, until the pass is over */
}

static gboolean
read_venues (DolenFactsPass *pass, GError **error)
{
  DolenFacts *facts = pass->facts;
  guint32 begin = 0;

  if (!dolen_facts_pass_run (pass, &venues, read_venue, error))
    return FALSE;
  for (guint i = 0; i <= facts->n; i++) {
    guint32 count = i < facts->n ? facts->first_venue[i] : 0;

    facts->first_venue[i] = begin;
    begin += count;
  }
  facts->n_venues = facts->first_venue[facts->n];
  return TRUE;
}

/* Where it is, by what the venues are called, on the map or not. */
static const DolenFactsSelect venue_names = {
  "SELECT sv.service, v.name_en, v.name_cy FROM service_venue sv JOIN venue v ON v.id = sv.venue"
  " WHERE TRUE",
  "sv.service",
  " ORDER BY sv.service",
};

static void
read_place_kinds (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  guint kinds = dolen_place_kinds_read (dolen_statement_get_text (row, 1))
                | dolen_place_kinds_read (dolen_statement_get_text (row, 2));
  gboolean *seen = pass->data;

  facts->places_all[i] = (guint16) (seen[i] ? facts->places_all[i] & kinds : kinds);
  facts->places_any[i] |= (guint16) kinds;
  seen[i] = TRUE;
}

static gboolean
read_places (DolenFactsPass *pass, GError **error)
{
  g_autofree gboolean *seen = g_new0 (gboolean, pass->facts->n + 1);
  gboolean done;

  pass->data = seen;
  done = dolen_facts_pass_run (pass, &venue_names, read_place_kinds, error);
  pass->data = NULL;
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

  pass->strings = strings;
  pass->name = names;
  pass->name_cy = names_cy;
  pass->organisation = organisations_of;
  if (!read_services (pass, error) || !read_owners (pass, error) || !read_venues (pass, error)
      || !read_places (pass, error) || !dolen_facts_read_told (pass, error)
      || !dolen_facts_read_times (pass, error) || !dolen_facts_read_tags (pass, error))
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
  guint n = 0, n_venues = 0;
  gboolean done;

  if (!dolen_db_exec (directory, "SAVEPOINT facts", error))
    return NULL;
  done = count (&pass, &n_services, &n, error) && count (&pass, &n_venues_of_all, &n_venues, error);
  if (done) {
    pass.facts = facts = dolen_facts_alloc (vocabulary, today, n, n_venues);
    done = read_all (&pass, error);
  }
  dolen_db_exec (directory, "RELEASE facts", NULL);
  return done ? g_steal_pointer (&facts) : NULL;
}
