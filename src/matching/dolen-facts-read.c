/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"
#include "matching/dolen-facts-second.h"

#include "base/dolen-time.h"
#include "directory/dolen-closed-name.h"

/* Which services there are, who offers them and where. */

static const char services[]
    = "SELECT s.id, s.uid, coalesce (s.name_en, s.name_cy), s.status, s.gone_since,"
      " s.minimum_age, s.maximum_age, s.gender, s.access, s.attending, s.name_cy,"
      " s.organisation, s.areas FROM service s WHERE " DOLEN_FACTS_LISTED " ORDER BY s.id";

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

/* Mostly one of a few. */
static guint8
area_of (DolenFactsPass *pass, const char *area)
{
  gpointer known;
  guint8 at;

  if (area == NULL)
    return 0;
  if (g_hash_table_lookup_extended (pass->areas, area, NULL, &known))
    return (guint8) GPOINTER_TO_UINT (known);
  at = dolen_facts_add_area (pass->facts, area);
  g_hash_table_insert (pass->areas, g_strdup (area), GUINT_TO_POINTER (at));
  return at;
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
  else if (dolen_name_says_closed (dolen_statement_get_text (row, 2))
           || dolen_name_says_closed (dolen_statement_get_text (row, 10)))
    facts->listing[i] = DOLEN_LISTING_NAMED_CLOSED;
  facts->eligible[i].min_age = (gint8) small (dolen_statement_get_known (row, 5));
  facts->eligible[i].max_age = (gint8) small (dolen_statement_get_known (row, 6));
  facts->eligible[i].gender
      = (guint8) dolen_facts_gender_from_words (dolen_statement_get_text (row, 7));
  facts->access[i] = (guint8) dolen_statement_get_int64 (row, 8);
  facts->attending[i] = (guint8) dolen_statement_get_int64 (row, 9);
  if (!dolen_statement_is_null (row, 10))
    pass->name_cy[i] = keep_text (pass, dolen_statement_get_text (row, 10));
  pass->organisation[i] = dolen_statement_get_int64 (row, 11);
  facts->area[i] = area_of (pass, dolen_statement_get_text (row, 12));
}

/* How many there are is known when they are read: to ask beforehand would read the whole table
 * twice, its long texts included. */
static gboolean
read_services (DolenFactsPass *pass, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_facts_pass_prepare (pass, services, error);
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

/* All but the services and who offers them. @second: (nullable): see dolen_facts_begin_tags() */
static gboolean
read_rest (DolenFactsPass *pass, DolenDb *second, GError **error)
{
  g_autoptr (DolenTagsUnderWay) tags = dolen_facts_begin_tags (pass, second, error);

  return tags != NULL && dolen_facts_read_venues (pass, error)
         && dolen_facts_read_told (pass, error) && dolen_facts_read_times (pass, error)
         && dolen_facts_finish_tags (tags, error) && dolen_facts_read_checks (pass, error);
}

static gboolean
read_all (DolenFactsPass *pass, DolenDb *second, GError **error)
{
  guint n = pass->facts->n;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree const char **names_cy = g_new0 (const char *, n + 1);
  g_autofree gint64 *organisations_of = g_new0 (gint64, n + 1);
  g_autoptr (GStringChunk) strings = g_string_chunk_new (64 * 1024);
  g_autoptr (GHashTable) days_since = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_autoptr (GHashTable) areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  pass->areas = areas;
  pass->strings = strings;
  pass->days_since = days_since;
  pass->name = names;
  pass->name_cy = names_cy;
  pass->organisation = organisations_of;
  if (!read_services (pass, error) || !read_owners (pass, error)
      || !read_rest (pass, second, error))
    return FALSE;
  dolen_facts_derive (pass->facts);
  return TRUE;
}

static gboolean
count (DolenFactsPass *pass, const char *sql, guint *n, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_facts_pass_prepare (pass, sql, error);
  gboolean row = FALSE;

  if (statement == NULL || !dolen_statement_step (statement, &row, error) || !row)
    return FALSE;
  *n = (guint) dolen_statement_get_int64 (statement, 0);
  return TRUE;
}

DolenFacts *
dolen_facts_read (DolenDb *directory,
                  DolenVocabulary *vocabulary,
                  guint hands,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenFacts) facts = NULL;
  DolenFactsPass pass = { .db = directory, .cancellable = cancellable };
  g_auto (DolenFactsSecond) second = { 0 };
  guint n = 0;
  gboolean done;

  dolen_facts_second_open (&second, directory, hands);
  if (!dolen_db_exec (directory, "SAVEPOINT facts", error))
    return NULL;
  done = count (&pass, "SELECT count (*) FROM service", &n, error);
  if (done) {
    pass.facts = facts = dolen_facts_alloc (vocabulary, today, n, 0);
    done = read_all (&pass, dolen_facts_second_get (&second, directory), error);
  }
  dolen_db_exec (directory, "RELEASE facts", NULL);
  return done ? g_steal_pointer (&facts) : NULL;
}
