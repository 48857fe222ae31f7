/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-counts.h"

#include "casework/dolen-caseload-private.h"
#include "casework/records/dolen-codes.h"
#include "casework/records/dolen-episode-words.h"

#include <glib/gi18n-lib.h>

static void
count_free (gpointer data)
{
  g_free (((DolenCount *) data)->name);
  g_free (data);
}

void
dolen_count_table_free (DolenCountTable *table)
{
  if (table == NULL)
    return;
  g_free (table->title);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/* ---- the rows of each table: (nullable) the code at @i and what a person reads of it ---- */

typedef struct {
  const char *code;
  const char *name; /* msgid */
} Row;

static const char *
nth_of (const Row *rows, gsize n, guint i, DolenLanguage language, const char **name)
{
  if (i >= n)
    return NULL;
  *name = dolen_text (language, rows[i].name);
  return rows[i].code;
}

static const char *
source_nth (guint i, DolenLanguage language, const char **name)
{
  const char *code = dolen_codes_nth (DOLEN_CODES_SOURCE, i);

  *name = dolen_code_name (DOLEN_CODES_SOURCE, code, language);
  return code;
}

static const char *
decided_nth (guint i, DolenLanguage language, const char **name)
{
  if (i >= DOLEN_INCOMING_IN_ERROR)
    return NULL;
  *name = dolen_incoming_state_name (i, language);
  return dolen_incoming_state_nick (i);
}

static const char *
level_nth (guint i, DolenLanguage language, const char **name)
{
  static const char *const levels[] = { "signpost", "light", "medium", "holistic" };

  if (i >= G_N_ELEMENTS (levels))
    return NULL;
  *name = dolen_level_name (dolen_level_from_nick (levels[i]), language);
  return levels[i];
}

static const char *
reason_nth (guint i, DolenLanguage language, const char **name)
{
  const char *const *reasons = dolen_closing_reasons ();
  const char *code = i == 0 ? "died" : reasons[i - 1];

  *name = dolen_closing_reason_name (code, language);
  return code;
}

static const char *
state_nth (guint i, DolenLanguage language, const char **name)
{
  DolenReferralState state = DOLEN_REFERRAL_SENT + i;

  if (state >= DOLEN_REFERRAL_IN_ERROR)
    return NULL;
  *name = dolen_referral_state_name (state, language);
  return dolen_referral_state_nick (state);
}

static const char *
contacts_nth (guint i, DolenLanguage language, const char **name)
{
  static const Row rows[] = {
    /* Translators: how often somebody was reached in a quarter or a year. */
    { "1", N_ ("Once") },
    { "2-5", N_ ("2 to 5 times") },
    { "6-12", N_ ("6 to 12 times") },
    { "13", N_ ("13 times or more") },
  };

  return nth_of (rows, G_N_ELEMENTS (rows), i, language, name);
}

static const struct {
  int from; /* years */
  Row row;
} ages[] = {
  { 0, { "0", N_ ("Under 18") } },   { 18, { "18", N_ ("18 to 24") } },
  { 25, { "25", N_ ("25 to 44") } }, { 45, { "45", N_ ("45 to 64") } },
  { 65, { "65", N_ ("65 to 79") } }, { 80, { "80", N_ ("80 and over") } },
};

static const char *
age_nth (guint i, DolenLanguage language, const char **name)
{
  return i < G_N_ELEMENTS (ages) ? nth_of (&ages[i].row, 1, 0, language, name) : NULL;
}

static const char *
language_nth (guint i, DolenLanguage language, const char **name)
{
  static const Row rows[] = {
    { "cy", N_ ("Welsh") },
    { "en", N_ ("English") },
    /* Translators: no answer was asked for; of the language somebody wishes to be spoken to in. */
    { "none", N_ ("Not asked") },
  };

  return nth_of (rows, G_N_ELEMENTS (rows), i, language, name);
}

/* ---- counting ---- */

static const char *
age_code (DolenStatement *statement, const char *to)
{
  g_autofree char *born = dolen_statement_dup_text (statement, 0);
  const DolenPerson person = { .date_of_birth = born,
                               .age = dolen_statement_is_null (statement, 1)
                                          ? -1
                                          : (int) dolen_statement_get_int64 (statement, 1) };
  int age = dolen_person_age (&person, to);

  for (gsize i = G_N_ELEMENTS (ages); age >= 0 && i > 0; i--)
    if (age >= ages[i - 1].from)
      return ages[i - 1].row.code;
  return NULL;
}

#define SUPPORTED                                                                                  \
  " FROM person p WHERE p.uid IN (SELECT person FROM episode WHERE opened BETWEEN ?1 AND ?2)"

/* Each gives a row a person: the code, of the latest where there are several. */
static const struct {
  const char *title; /* msgid */
  const char *sql;
  const char *(*nth) (guint i, DolenLanguage language, const char **name);
  const char *(*code) (DolenStatement *statement, const char *to); /* (nullable) */
} tables[] = {
  /* Translators: titles of tables that count people. */
  { N_ ("Referred to us: where from"),
    "SELECT source, max (received_on) FROM incoming"
    " WHERE received_on BETWEEN ?1 AND ?2 AND state != 'in-error' GROUP BY person",
    source_nth,
    NULL },
  { N_ ("Referred to us: what became of it"),
    "SELECT state, max (received_on) FROM incoming"
    " WHERE received_on BETWEEN ?1 AND ?2 AND state != 'in-error' GROUP BY person",
    decided_nth,
    NULL },
  { N_ ("Support began: how much"),
    "SELECT level, max (opened) FROM episode WHERE opened BETWEEN ?1 AND ?2 GROUP BY person",
    level_nth,
    NULL },
  { N_ ("Support began: age"), "SELECT p.date_of_birth, p.age" SUPPORTED, age_nth, age_code },
  { N_ ("Support began: language they wish to be spoken to in"),
    "SELECT coalesce (p.language_spoken, 'none')" SUPPORTED,
    language_nth,
    NULL },
  { N_ ("Reached: how often"),
    "SELECT CASE WHEN count(*) = 1 THEN '1' WHEN count(*) <= 5 THEN '2-5'"
    " WHEN count(*) <= 12 THEN '6-12' ELSE '13' END FROM encounter WHERE \"on\" BETWEEN ?1 AND ?2"
    " AND result = 'reached' AND \"with\" IS NULL GROUP BY person",
    contacts_nth,
    NULL },
  { N_ ("Referred or signposted to a group: what became of it"),
    "SELECT state, max (sent_on) FROM referral WHERE sent_on BETWEEN ?1 AND ?2"
    " AND state NOT IN ('draft', 'in-error') GROUP BY person",
    state_nth,
    NULL },
  { N_ ("Support ended: why"),
    "SELECT reason, max (closed) FROM episode WHERE closed BETWEEN ?1 AND ?2 GROUP BY person",
    reason_nth,
    NULL },
};

static DolenCount *
add_row (DolenCountTable *table, const char *name)
{
  DolenCount *row = g_new0 (DolenCount, 1);

  row->name = g_strdup (name);
  g_ptr_array_add (table->rows, row);
  return row;
}

/* Codes of a newer Dolen, and what is not known, share the last row. */
static DolenCountTable *
table_new (gsize t, DolenLanguage language, GHashTable *by_code)
{
  DolenCountTable *table = g_new0 (DolenCountTable, 1);
  const char *name = NULL, *code;

  table->title = g_strdup (dolen_text (language, tables[t].title));
  table->rows = g_ptr_array_new_with_free_func (count_free);
  for (guint i = 0; (code = tables[t].nth (i, language, &name)) != NULL; i++)
    g_hash_table_insert (by_code, (gpointer) code, add_row (table, name));
  /* Translators: last row of a table that counts people. */
  add_row (table, dolen_text (language, "Another, or not known"));
  return table;
}

static DolenCountTable *
read_table (DolenCaseload *caseload,
            gsize t,
            const char *from,
            const char *to,
            DolenLanguage language,
            GError **error)
{
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, tables[t].sql, error);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DolenCountTable) table = table_new (t, language, by_code);
  gboolean found = FALSE, ok;

  if (rows == NULL)
    return NULL;
  dolen_statement_bind_text (rows, 1, from);
  dolen_statement_bind_text (rows, 2, to);
  while ((ok = dolen_statement_step (rows, &found, error)) && found) {
    const char *code
        = tables[t].code != NULL ? tables[t].code (rows, to) : dolen_statement_get_text (rows, 0);
    DolenCount *count = code != NULL ? g_hash_table_lookup (by_code, code) : NULL;

    if (count == NULL)
      count = g_ptr_array_index (table->rows, table->rows->len - 1);
    count->people++;
  }
  return ok ? g_steal_pointer (&table) : NULL;
}

GPtrArray *
dolen_caseload_read_counts (DolenCaseload *caseload,
                            const char *from,
                            const char *to,
                            DolenLanguage language,
                            GError **error)
{
  g_autoptr (GPtrArray) all
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_count_table_free);

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++) {
    DolenCountTable *table = read_table (caseload, t, from, to, language, error);

    if (table == NULL)
      return NULL;
    g_ptr_array_add (all, table);
  }
  return g_steal_pointer (&all);
}
