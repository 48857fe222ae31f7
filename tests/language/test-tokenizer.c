/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-plurals.h"
#include "language/dolen-tokenizer.h"
#include "support/dolen-test.h"

/* An index as the directory has it: English in one table, Welsh and the unclear in another. */
static const char *const migrations[] = {
  "CREATE VIRTUAL TABLE search_en USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');"
  "CREATE VIRTUAL TABLE search_cy USING fts5(text, tokenize = 'cymraeg', prefix = '2 3');",
};

static const DolenSchema schema = {
  .name = "search test",
  .application_id = 0x646f6c54,
  .version = 1,
  .migrations = migrations,
  .prepare = dolen_tokenizer_register,
};

static DolenDb *
open_index (const char *const *welsh)
{
  GError *error = NULL;
  DolenDb *db = dolen_db_open (NULL, DOLEN_DB_MEMORY, &schema, &error);
  g_autoptr (DolenStatement) insert = NULL;

  g_assert_no_error (error);
  insert = dolen_db_prepare (db, "INSERT INTO search_cy (rowid, text) VALUES (?1, ?2)", &error);
  for (gsize i = 0; welsh[i] != NULL; i++) {
    dolen_statement_bind_int64 (insert, 1, (gint64) i + 1);
    dolen_statement_bind_text (insert, 2, welsh[i]);
    g_assert_true (dolen_statement_run (insert, &error));
  }
  return db;
}

/* The rows a query finds, as "1 3". */
static char *
find (DolenDb *db, const char *table, const char *query)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM %s "
                         "WHERE %s MATCH ?1 ORDER BY rowid)",
                         table,
                         table);
  GError *error = NULL;
  g_autoptr (DolenStatement) statement = dolen_db_prepare (db, sql, &error);
  char *rows;

  g_assert_no_error (error);
  dolen_statement_bind_text (statement, 1, query);
  g_assert_true (dolen_statement_step (statement, NULL, &error));
  g_assert_no_error (error);
  rows = dolen_statement_dup_text (statement, 0);
  return rows != NULL ? rows : g_strdup ("");
}

static void
check_search (DolenDb *db, const char *typed, const char *exact, const char *every_form)
{
  g_auto (DolenSearchTerms) terms = { 0 };
  g_autofree char *exact_rows = NULL;
  g_autofree char *form_rows = NULL;

  g_assert_true (dolen_search_terms (typed, &terms));
  exact_rows = find (db, "search_cy", terms.welsh);
  form_rows = find (db, "search_cy", terms.mutated != NULL ? terms.mutated : terms.welsh);
  g_assert_cmpstr (exact_rows, ==, exact);
  g_assert_cmpstr (form_rows, ==, every_form);
}

static void
test_every_form_of_a_word_is_found_and_exact_ones_are_known (void)
{
  static const char *const texts[] = {
    "Canolfan y gymuned", /* 1 */
    "cymuned",            /* 2 */
    "fy nghymuned",       /* 3 */
    "ei chymuned",        /* 4 */
    "Dŵr y Cwm",          /* 5 */
    "Tŷ’r Ysgol",         /* 6 */
    "Gwasanaeth bws",     /* 7 */
    "dau wasanaeth",      /* 8 */
    NULL,
  };
  g_autoptr (DolenDb) db = open_index (texts);

  check_search (db, "cymuned ", "2", "1 2 3 4");
  check_search (db, "gymuned ", "1", "1 2 3 4");
  check_search (db, "chymuned ", "4", "1 2 3 4");
  check_search (db, "dwr ", "5", "5");
  check_search (db, "DŴR ", "5", "5");
  check_search (db, "chwm ", "", "5");
  check_search (db, "ysgol ", "6", "6");
  check_search (db, "tŷ'r ysgol ", "6", "6");
  check_search (db, "gwasanaeth ", "7", "7 8");
  check_search (db, "wasanaeth bws ", "", "7");
  check_search (db, "fws ", "", "7");
}

static void
test_the_last_word_is_a_beginning_until_a_blank_follows (void)
{
  static const char *const texts[] = { "y gymuned", "cymuned", "cymunedol", NULL };
  g_autoptr (DolenDb) db = open_index (texts);

  check_search (db, "gymun", "1", "1 2 3");
  check_search (db, "cymuned", "2 3", "1 2 3");
  check_search (db, "cymuned ", "2", "1 2");
  check_search (db, "gy", "1", "1"); /* two letters: exact only */
}

static void
test_a_noun_is_found_in_its_other_number (void)
{
  static const char *const texts[] = {
    "Côr Meibion",        /* 1 */
    "corau'r sir",        /* 2 */
    "y côr a'r gôr",      /* 3 */
    "plentyn",            /* 4 */
    "i blant",            /* 5 */
    "lleoedd",            /* 6 */
    "llefydd",            /* 7 */
    "timau",              /* 8 */
    "corachod y goedwig", /* 9 */
    NULL,
  };
  g_autoptr (DolenDb) db = open_index (texts);

  g_assert_cmpuint (dolen_plurals_count (), >=, 200);
  check_search (db, "corau ", "2", "1 2 3");
  check_search (db, "corau", "2", "1 2 3");
  check_search (db, "chorau ", "", "1 2 3");
  check_search (db, "côr ", "1 3", "1 2 3");
  check_search (db, "plant ", "", "4 5");
  check_search (db, "phlentyn ", "", "4 5");
  check_search (db, "lleoedd ", "6", "6");
  check_search (db, "lle ", "", "6 7");
  check_search (db, "corau sir ", "2", "2");
  check_search (db, "dim ", "", "");
}

static void
test_every_noun_is_another_in_its_other_number (void)
{
  static const char *const pairs[][2] = {
    { "capeli", "capel" }, { "ci", "cwn" },        { "iar", "ieir" },     { "menywod", "menyw" },
    { "tai", "ty" },       { "straeon", "stori" }, { "gwyl", "gwyliau" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    const char *const *there = dolen_plurals_others (pairs[i][0]);
    const char *const *back = dolen_plurals_others (pairs[i][1]);

    g_assert_nonnull (there);
    g_assert_nonnull (back);
    g_assert_true (g_strv_contains (there, pairs[i][1]));
    g_assert_true (g_strv_contains (back, pairs[i][0]));
  }
  g_assert_null (dolen_plurals_others ("nonsens"));
}

static void
test_english_words_bring_no_other_words (void)
{
  static const char *const texts[] = {
    "the hall",    /* 1 */
    "open to all", /* 2 */
    "food",        /* 3 */
    "good mood",   /* 4 */
    "men",         /* 5 */
    "Pen-y-bryn",  /* 6 */
    "gall",        /* 7 */
    NULL,
  };
  g_autoptr (DolenDb) db = open_index (texts);

  check_search (db, "hall ", "1", "1");
  check_search (db, "food ", "3", "3");
  check_search (db, "mood ", "4", "4");
  check_search (db, "men ", "5", "5");
  check_search (db, "open ", "2", "2");
  check_search (db, "pen ", "6", "6");
}

static void
test_the_english_table_knows_no_mutation (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (DolenDb) db = open_index (none);
  g_auto (DolenSearchTerms) terms = { 0 };
  g_autofree char *rows = NULL;

  g_assert_true (dolen_db_exec (
      db, "INSERT INTO search_en (rowid, text) VALUES (1, 'Cymuned Café'), (2, 'gymuned')", NULL));
  g_assert_true (dolen_search_terms ("cymuned cafe", &terms));
  rows = find (db, "search_en", terms.english);
  g_assert_cmpstr (rows, ==, "1");
}

static void
test_what_is_typed_is_text_and_nothing_else (void)
{
  static const char *const texts[] = { "art near OR not music", NULL };
  static const char *const harmless[] = {
    "art\" OR \"x",
    "text:art",
    "art*",
    "art NEAR music",
    "art AND NOT music",
    "^art",
    "{text}:art",
    "-art +music",
    "art\x01music",
    ("\x01"
     "art"),
    "art ' ; -- \"\"",
    "(art",
    "art)",
    "art\xff music",
    "\xc3(",
    "a\"\"\"\"\"b",
    "ａｒｔ",
    "😀 art",
    "art\u202e music",
    "1' OR '1'='1",
  };
  g_autoptr (DolenDb) db = open_index (texts);

  for (gsize i = 0; i < G_N_ELEMENTS (harmless); i++) {
    g_auto (DolenSearchTerms) terms = { 0 };

    if (dolen_search_terms (harmless[i], &terms)) {
      g_autofree char *en = find (db, "search_en", terms.english);
      g_autofree char *cy = find (db, "search_cy", terms.welsh);
      g_autofree char *forms = find (db, "search_cy", terms.mutated ? terms.mutated : terms.welsh);
      g_assert_cmpstr (en, ==, "");
    }
  }
  check_search (db, "art NEAR music", "1", "1");
  check_search (db, "art OR nothere", "", "");
}

static void
test_signs_alone_are_no_search (void)
{
  static const char *const nothing[] = { NULL, "", "  ", "\"", "* - ( )", "'", "😀", "\x01" };

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++) {
    g_auto (DolenSearchTerms) terms = { 0 };
    g_assert_false (dolen_search_terms (nothing[i], &terms));
    g_assert_null (terms.english);
  }
}

static void
test_function_words_do_not_narrow (void)
{
  static const char *const texts[] = { "Canolfan Dref Aberteifi", "y", NULL };
  g_autoptr (DolenDb) db = open_index (texts);
  g_auto (DolenSearchTerms) terms = { 0 };

  check_search (db, "canolfan y dref ", "1", "1");
  check_search (db, "the canolfan ", "1", "1");
  check_search (db, "y ", "2", "2");
  g_assert_true (dolen_search_terms ("1 2 3 4 5 6 7 8 9 10 11 12 13 14", &terms));
  g_assert_cmpuint (terms.n_words, ==, 12);
}

static void
test_the_index_survives_rebuild_and_deletion (void)
{
  static const char *const texts[] = { "Canolfan y gymuned", "cymuned", NULL };
  g_autoptr (DolenDb) db = open_index (texts);
  GError *error = NULL;

  dolen_db_exec (db, "INSERT INTO search_cy (search_cy) VALUES ('rebuild')", &error);
  g_assert_no_error (error);
  dolen_db_exec (db, "DELETE FROM search_cy WHERE rowid = 2", &error);
  g_assert_no_error (error);
  dolen_db_exec (db, "INSERT INTO search_cy (search_cy) VALUES ('integrity-check')", &error);
  g_assert_no_error (error);
  check_search (db, "cymuned ", "", "1");
}

static void
test_highlighting_marks_the_word_as_written (void)
{
  static const char *const texts[] = { "Canolfan y Gymuned heddiw", NULL };
  g_autoptr (DolenDb) db = open_index (texts);
  g_auto (DolenSearchTerms) terms = { 0 };
  g_autoptr (DolenStatement) statement = NULL;

  g_assert_true (dolen_search_terms ("cymuned", &terms));
  statement = dolen_db_prepare (
      db, "SELECT highlight(search_cy, 0, '[', ']') FROM search_cy WHERE search_cy MATCH ?1", NULL);
  dolen_statement_bind_text (statement, 1, terms.mutated);
  g_assert_true (dolen_statement_step (statement, NULL, NULL));
  g_assert_cmpstr (dolen_statement_get_text (statement, 0), ==, "Canolfan y [Gymuned] heddiw");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/language/tokenizer/" #name, test_##name)
  ADD (every_form_of_a_word_is_found_and_exact_ones_are_known);
  ADD (the_last_word_is_a_beginning_until_a_blank_follows);
  ADD (a_noun_is_found_in_its_other_number);
  ADD (every_noun_is_another_in_its_other_number);
  ADD (english_words_bring_no_other_words);
  ADD (the_english_table_knows_no_mutation);
  ADD (what_is_typed_is_text_and_nothing_else);
  ADD (signs_alone_are_no_search);
  ADD (function_words_do_not_narrow);
  ADD (the_index_survives_rebuild_and_deletion);
  ADD (highlighting_marks_the_word_as_written);
  return g_test_run ();
}
