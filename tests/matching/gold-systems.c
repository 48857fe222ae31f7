/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "gold-systems.h"

#include "directory/dolen-sql-builder.h"
#include "language/dolen-tokenizer.h"
#include "matching/dolen-ranking.h"
#include "matching/facts-helper.h"
#include "matching/feed-helper.h"
#include "place/dolen-gazetteer.h"

#include <math.h>

struct _GoldPlace {
  DolenDirectory *directory;
  DolenFacts *facts;
  GHashTable *id_of_uid; /* the feed's id of a service */
  GHashTable *ids;       /* of all */
};

const char *
gold_system_label (GoldSystem system)
{
  static const char *const labels[] = {
    "ranking",
    "search, words",
    "search, words and wishes",
    "search, words, wishes, barriers",
    "nearest within filters",
    "(search within filters)",
    "(ranking, chips alone)",
    "(nearest with a tag named)",
  };

  return labels[system];
}

static void
read_ids (GoldPlace *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      dolen_directory_get_db (place->directory),
      "SELECT record_uid, foreign_id FROM source_record WHERE kind = 'service'",
      &error);
  gboolean row;

  g_assert_no_error (error);
  while (dolen_statement_step (statement, &row, &error) && row) {
    char *id = dolen_statement_dup_text (statement, 1);

    g_hash_table_insert (place->id_of_uid, dolen_statement_dup_text (statement, 0), id);
    g_hash_table_add (place->ids, id);
  }
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (place->ids), >, 0);
}

GoldPlace *
gold_place_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  GoldPlace *place;

  if (path == NULL)
    return NULL;
  place = g_new0 (GoldPlace, 1);
  place->directory = test_import_feed (path);
  place->facts = dolen_facts_new (
      dolen_directory_get_db (place->directory), test_vocabulary (), NULL, &error);
  g_assert_no_error (error);
  place->id_of_uid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  place->ids = g_hash_table_new (g_str_hash, g_str_equal);
  read_ids (place);
  return place;
}

void
gold_place_free (GoldPlace *place)
{
  if (place == NULL)
    return;
  g_hash_table_unref (place->ids);
  g_hash_table_unref (place->id_of_uid);
  dolen_facts_unref (place->facts);
  dolen_directory_close (place->directory);
  g_free (place);
}

gboolean
gold_place_knows (const GoldPlace *place, const char *service)
{
  return g_hash_table_contains (place->ids, service);
}

GList *
gold_place_services (const GoldPlace *place)
{
  return g_hash_table_get_keys (place->ids);
}

static gboolean
find_place (const char *text, DolenPosition *position, gpointer data)
{
  g_assert_null (data);
  return dolen_gazetteer_locate (dolen_gazetteer_get_bundled (), text, position, NULL);
}

DolenProfile *
gold_profile_read (const GoldPerson *person, GoldWhich which)
{
  g_auto (GStrv) unknown = NULL;
  g_autoptr (GError) error = NULL;
  DolenProfile *profile = dolen_profile_from_json (
      person->profile[which], -1, test_vocabulary (), find_place, NULL, &unknown, &error);

  g_assert_no_error (error);
  for (guint i = 0; unknown[i] != NULL; i++)
    g_test_message ("%s: not understood: %s", person->id, unknown[i]);
  g_assert_cmpuint (g_strv_length (unknown), ==, 0);
  return profile;
}

static void
add_shown (GoldPlace *place, GPtrArray *shown, const char *uid)
{
  const char *id = g_hash_table_lookup (place->id_of_uid, uid);

  g_assert_nonnull (id);
  g_ptr_array_add (shown, g_strdup (id));
}

/* Words of grammar, which say nothing. */
static gboolean
is_left_out (const char *word)
{
  static const char *const left_out[]
      = { "a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with", NULL };
  g_autofree char *small = g_utf8_strdown (word, -1);

  return g_utf8_strlen (small, -1) < 2 || g_strv_contains (left_out, small);
}

/* The words a worker would type, looked for as the program does it. */
static void
add_words (GoldPlace *place, DolenProfile *profile, const char *typed)
{
  g_auto (GStrv) words = g_strsplit_set (typed, " ,.-/()&+'", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (!is_left_out (words[i]))
      dolen_profile_add_word (profile, words[i]);
  dolen_profile_find_words (profile, place->directory, &error);
  g_assert_no_error (error);
}

static void
show_ranking (GoldPlace *place, const DolenProfile *profile, GPtrArray *shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenRanking) ranking
             = dolen_ranking_run (place->facts, profile, GOLD_DEPTH, NULL, &error);

  g_assert_no_error (error);
  for (guint m = 0; m < ranking->n_matches; m++) {
    char uid[DOLEN_FACTS_UID_SIZE];

    if (ranking->matches[m].band != DOLEN_BAND_UNSUITABLE)
      add_shown (place, shown, dolen_facts_uid (place->facts, ranking->matches[m].index, uid));
  }
}

static void
add_labels (GString *words, DolenTermKind kind, const DolenTermSet *terms)
{
  for (guint i = 0; i < dolen_vocabulary_count (test_vocabulary (), kind); i++)
    if (dolen_term_set_has (terms, i))
      g_string_append_printf (
          words, " %s", dolen_vocabulary_term (test_vocabulary (), kind, i)->label_en);
}

static char *
words_of (GoldSystem system, const GoldPerson *person, const DolenProfile *profile)
{
  GString *words = g_string_new (person->search);

  if (system != GOLD_WORDS) {
    add_labels (words, DOLEN_TERM_INTEREST, &profile->interests);
    add_labels (words, DOLEN_TERM_NEED, &profile->needs);
  }
  if (system == GOLD_WORDS_AND_BARRIERS)
    add_labels (words, DOLEN_TERM_BARRIER, &profile->barriers);
  return g_string_free (words, FALSE);
}

static void
add_term (GString *query, const char *term)
{
  if (term == NULL)
    return;
  g_string_append (query, query->len > 0 ? " OR " : "");
  g_string_append (query, term);
}

/* Any of the words, each as the program writes it for its tables; words of grammar left out. */
static void
any_of (const char *words, GString *english, GString *welsh)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) each = g_strsplit_set (words, " ,.-/()&+'", -1);

  for (guint i = 0; each[i] != NULL; i++) {
    g_autofree char *small = g_utf8_strdown (each[i], -1);
    g_autofree char *whole = g_strconcat (small, " ", NULL); /* not the beginning of a word */
    g_auto (DolenSearchTerms) terms = { 0 };

    if (is_left_out (small) || !g_hash_table_add (seen, g_steal_pointer (&small))
        || !dolen_search_terms (whole, &terms))
      continue;
    add_term (english, terms.english);
    add_term (welsh, terms.mutated != NULL ? terms.mutated : terms.welsh);
  }
}

/* What a plain directory can leave out: who is too young or old, the other gender, what is too far
 * or shut. */
static void
add_filters (DolenSqlBuilder *sql, const DolenProfile *profile)
{
  dolen_sql_add (sql,
                 " AND s.status = 'active' AND s.gone_since IS NULL AND s.do_not_list = 0"
                 " AND coalesce ((SELECT c.status FROM capacity_report c WHERE c.service = s.id"
                 "  ORDER BY c.as_of DESC, c.id DESC LIMIT 1), '') NOT IN ('full', 'paused')");
  if (profile->age >= 0) {
    dolen_sql_add (sql, " AND coalesce (s.minimum_age, 0) <= ");
    dolen_sql_add_int (sql, profile->age);
    dolen_sql_add (sql, " AND coalesce (s.maximum_age, 200) >= ");
    dolen_sql_add_int (sql, profile->age);
  }
  if (profile->gender == DOLEN_GENDER_FEMALE)
    dolen_sql_add (sql, " AND coalesce (s.gender, '') <> 'male'");
  if (profile->gender == DOLEN_GENDER_MALE)
    dolen_sql_add (sql, " AND coalesce (s.gender, '') <> 'female'");
}

static void
run (GoldPlace *place, DolenSqlBuilder *sql, GPtrArray *shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenStatement) statement
             = dolen_sql_prepare (sql, dolen_directory_get_db (place->directory), &error);
  gboolean row;

  g_assert_no_error (error);
  while (dolen_statement_step (statement, &row, &error) && row)
    add_shown (place, shown, dolen_statement_get_text (statement, 0));
  g_assert_no_error (error);
}

/* Weights of the columns as the program has them: name, keywords, description. */
static void
show_search (GoldPlace *place, const char *words, const DolenProfile *filters, GPtrArray *shown)
{
  g_auto (DolenSqlBuilder) sql;
  g_autoptr (GString) english = g_string_new (NULL);
  g_autoptr (GString) welsh = g_string_new (NULL);

  any_of (words, english, welsh);
  g_assert_cmpuint (english->len, >, 0);
  dolen_sql_builder_init (&sql);
  dolen_sql_add (&sql,
                 "WITH hit AS (SELECT rowid AS id, bm25 (search_en, 10, 4, 1) AS rank"
                 " FROM search_en WHERE search_en MATCH ");
  dolen_sql_add_text (&sql, english->str);
  dolen_sql_add (&sql,
                 " UNION ALL SELECT rowid, bm25 (search_cy, 10, 4, 1) FROM search_cy"
                 " WHERE search_cy MATCH ");
  dolen_sql_add_text (&sql, welsh->str);
  dolen_sql_add (&sql,
                 "), best AS (SELECT id, min (rank) AS rank FROM hit GROUP BY id)"
                 " SELECT s.uid FROM best JOIN service s ON s.id = best.id"
                 " WHERE s.status NOT IN ('inactive', 'defunct')");
  if (filters != NULL)
    add_filters (&sql, filters);
  dolen_sql_add (&sql, " ORDER BY best.rank, s.id LIMIT ");
  dolen_sql_add_int (&sql, GOLD_DEPTH);
  run (place, &sql, shown);
}

static void
add_codes (GPtrArray *codes, DolenTermKind kind, const DolenTermSet *terms)
{
  for (guint i = 0; i < dolen_vocabulary_count (test_vocabulary (), kind); i++)
    if (dolen_term_set_has (terms, i))
      g_ptr_array_add (codes, (gpointer) dolen_vocabulary_term (test_vocabulary (), kind, i)->code);
}

static void
add_tagged (DolenSqlBuilder *sql, const DolenProfile *profile)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  add_codes (codes, DOLEN_TERM_INTEREST, &profile->interests);
  add_codes (codes, DOLEN_TERM_NEED, &profile->needs);
  g_ptr_array_add (codes, NULL);
  dolen_sql_add (sql,
                 " AND EXISTS (SELECT 1 FROM tag t WHERE t.service = s.id AND t.value = 1"
                 " AND t.state <> 'rejected' AND t.kind IN ('interest', 'need') AND t.code IN ");
  dolen_sql_add_list (sql, (const char *const *) codes->pdata);
  dolen_sql_add (sql, ")");
}

static void
show_nearest (
    GoldPlace *place, const DolenProfile *profile, double max_km, gboolean tagged, GPtrArray *shown)
{
  g_auto (DolenSqlBuilder) sql;

  dolen_sql_builder_init (&sql);
  dolen_sql_add (&sql, "SELECT s.uid, min (dolen_km (");
  dolen_sql_add_double (&sql, profile->position.latitude);
  dolen_sql_add (&sql, ", ");
  dolen_sql_add_double (&sql, profile->position.longitude);
  dolen_sql_add (&sql,
                 ", v.latitude, v.longitude)) AS km FROM service s"
                 " LEFT JOIN service_venue sv ON sv.service = s.id"
                 " LEFT JOIN venue v ON v.id = sv.venue WHERE 1");
  add_filters (&sql, profile);
  if (tagged)
    add_tagged (&sql, profile);
  dolen_sql_add (&sql, " GROUP BY s.id HAVING km IS NULL OR km <= ");
  dolen_sql_add_double (&sql, isfinite (max_km) ? max_km : 1e6);
  dolen_sql_add (&sql, " ORDER BY km IS NULL, km, s.name_en, s.id LIMIT ");
  dolen_sql_add_int (&sql, GOLD_DEPTH);
  run (place, &sql, shown);
}

GPtrArray *
gold_place_show (GoldPlace *place, GoldSystem system, const GoldPerson *person, GoldWhich which)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DolenProfile) profile = gold_profile_read (person, which);
  g_autofree char *words = NULL;

  switch (system) {
  case GOLD_RANKING:
    add_words (place, profile, person->search);
    show_ranking (place, profile, shown);
    break;
  case GOLD_RANKING_CHIPS:
    show_ranking (place, profile, shown);
    break;
  case GOLD_WORDS:
  case GOLD_WORDS_AND_WISHES:
  case GOLD_WORDS_AND_BARRIERS:
  case GOLD_FILTERED_WORDS:
    words = words_of (system, person, profile);
    show_search (place, words, system == GOLD_FILTERED_WORDS ? profile : NULL, shown);
    break;
  case GOLD_NEAREST:
  case GOLD_NEAREST_TAGGED:
    show_nearest (place, profile, person->max_km[which], system == GOLD_NEAREST_TAGGED, shown);
    break;
  case GOLD_N_SYSTEMS:
    g_assert_not_reached ();
  }
  return g_steal_pointer (&shown);
}
