/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz/dolen-fuzz.h"
#include "language/dolen-tokenizer.h"

#include <stdlib.h>

/* Whatever is typed is a query that FTS5 understands, and whatever stands in a text is indexed. */

static const char *const MIGRATIONS[] = {
  "CREATE VIRTUAL TABLE search_en USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');"
  "CREATE VIRTUAL TABLE search_cy USING fts5(text, tokenize = 'cymraeg', prefix = '2 3');",
};

static const DolenSchema SCHEMA = {
  .name = "fuzz",
  .application_id = 0x646f6c46,
  .version = 1,
  .migrations = MIGRATIONS,
  .prepare = dolen_tokenizer_register,
};

static DolenDb *db;

static void
close_db (void)
{
  g_clear_pointer (&db, dolen_db_close);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  db = dolen_db_open (NULL, DOLEN_DB_MEMORY, &SCHEMA, &error);
  g_assert_no_error (error);
  atexit (close_db);
  return 0;
}

static void
index_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenStatement) insert = dolen_db_prepare (
      db, "INSERT OR REPLACE INTO search_cy (rowid, text) VALUES (1, ?1)", &error);

  g_assert_no_error (error);
  dolen_statement_bind_text (insert, 1, text);
  dolen_statement_run (insert, &error);
  g_assert_no_error (error);
}

/* Whether the row is found. */
static gboolean
find (const char *sql, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenStatement) statement = dolen_db_prepare (db, sql, &error);
  gboolean found;

  g_assert_no_error (error);
  dolen_statement_bind_text (statement, 1, query);
  found = dolen_statement_step (statement, NULL, &error);
  g_assert_no_error (error);
  return found;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *typed = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (typed, -1);
  g_auto (DolenSearchTerms) terms = { 0 };

  index_text (text);
  if (!dolen_search_terms (typed, &terms))
    return 0;
  g_assert_cmpuint (terms.n_words, >, 0);
  find ("SELECT 1 FROM search_en WHERE search_en MATCH ?1", terms.english);
  find ("SELECT 1 FROM search_cy WHERE search_cy MATCH ?1", terms.welsh);
  if (terms.mutated != NULL)
    find ("SELECT 1 FROM search_cy WHERE search_cy MATCH ?1", terms.mutated);
  return 0;
}
