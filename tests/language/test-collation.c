/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-collation.h"
#include "support/dolen-test.h"

#define EN DOLEN_LANGUAGE_EN
#define CY DOLEN_LANGUAGE_CY

/* Every pair of a list in order must compare so, both ways, by comparison and by key. */
static void
check_order (DolenLanguage language, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    for (gsize k = 0; names[k] != NULL; k++) {
      g_autofree char *a = dolen_collation_key (language, names[i]);
      g_autofree char *b = dolen_collation_key (language, names[k]);
      int expected = (i > k) - (i < k);
      int compared = dolen_collate (language, names[i], names[k]);
      int by_key = g_strcmp0 (a, b);

      if (CLAMP (compared, -1, 1) != expected || CLAMP (by_key, -1, 1) != expected)
        g_error ("%s and %s: %d, key %d", names[i], names[k], compared, by_key);
    }
}

static void
test_the_welsh_alphabet_has_its_order (void)
{
  static const char *const letters[]
      = { "a",  "b", "c", "ch", "d",  "dd", "e", "f", "ff", "g",  "ng", "h",
          "i",  "j", "k", "l",  "ll", "m",  "n", "o", "p",  "ph", "q",  "r",
          "rh", "s", "t", "th", "u",  "v",  "w", "x", "y",  "z",  NULL };
  check_order (CY, letters);
}

/* The order that ICU 72 and glibc's cy_GB give (CLDR's rules for cy). */
static void
test_welsh_words_stand_as_in_a_welsh_dictionary (void)
{
  static const char *const words[]
      = { "Caernarfon", "Conwy",    "cwm",   "chwarae", "Chwilog", "dydd",  "ddoe",
          "fan",        "ffrwd",    "gwlad", "ngardd",  "hwyl",    "lyn",   "Lladin",
          "llan",       "Llanelli", "rydd",  "rhodd",   "tŷ",      "thema", NULL };
  check_order (CY, words);
}

static void
test_two_signs_are_not_always_one_letter (void)
{
  static const char *const words[] = { "Baner", "Bangor", "Banwy", NULL };
  static const char *const places[] = { "Llanelli", "Llangefni", "Llangollen", "Llanwrda", NULL };
  static const char *const joined[] = { "agor", "angen", "ail", NULL };
  static const char *const told[] = { "L\u034flan", "Lm", "Llan", NULL };

  check_order (CY, words);
  check_order (CY, places);
  check_order (CY, joined);
  check_order (CY, told);
}

static void
test_english_order_knows_no_digraphs (void)
{
  static const char *const words[] = { "Caernarfon", "chwarae", "Chwilog",  "Conwy", "cwm",
                                       "ddoe",       "Lladin",  "Llanelli", "lyn",   NULL };
  check_order (EN, words);
}

static void
test_accents_and_capitals_only_break_ties (void)
{
  static const char *const words[]
      = { "cor", "Cor", "côr", "Côr", "cor bach", "coron", "tan", "tân", "tanc", NULL };

  check_order (CY, words);
  check_order (EN, words);
  g_assert_cmpint (dolen_collate (CY, "w\u0302y", "ŵyn"), <, 0);
  g_assert_cmpint (dolen_collate (CY, NULL, "a"), <, 0);
  g_assert_cmpint (dolen_collate (CY, NULL, ""), ==, 0);
}

static void
test_articles_and_signs_do_not_count (void)
{
  static const char *const names[]
      = { "Arts Club",  "The Band", "Y Caban", "“Drop-in”", "Drop-ins", "Yr Egin",
          "Men's Shed", "Mensa",    "Y",       "Yr Ysgol",  NULL };

  check_order (EN, names);
}

static void
test_names_stand_under_their_letter (void)
{
  static const char *const cases[][3] = {
    { "Chwilog", "C", "Ch" }, { "Llanelli", "L", "Ll" }, { "ŵyn", "W", "W" },
    { "The Hub", "H", "H" },  { "Y Ddraig", "D", "Dd" }, { "3rd Age", "#", "#" },
    { "", "#", "#" },         { "Ngardd", "N", "Ng" },   { "Рух", "Р", "Р" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *en = dolen_collation_heading (EN, cases[i][0]);
    g_autofree char *cy = dolen_collation_heading (CY, cases[i][0]);

    g_assert_cmpstr (en, ==, cases[i][1]);
    g_assert_cmpstr (cy, ==, cases[i][2]);
  }
}

static const char *const migrations[] = { "CREATE TABLE t (name TEXT) STRICT;" };

static void
test_sqlite_sorts_by_it (void)
{
  static const DolenSchema schema = { .name = "sort test",
                                      .application_id = 0x646f6c53,
                                      .version = 1,
                                      .migrations = migrations,
                                      .prepare = dolen_collation_register };
  GError *error = NULL;
  g_autoptr (DolenDb) db = dolen_db_open (NULL, DOLEN_DB_MEMORY, &schema, &error);
  g_autoptr (DolenStatement) query = NULL;

  g_assert_no_error (error);
  dolen_db_exec (db,
                 "INSERT INTO t VALUES ('Llan'), ('Lwc'), ('Y Cwm'), ('Chwa'), ('Ca'), "
                 "(CAST (x'4cff' AS TEXT)), (CAST (x'4cc5' AS TEXT))",
                 &error);
  g_assert_no_error (error);
  query = dolen_db_prepare (db,
                            "SELECT group_concat(name, '|') FROM (SELECT name FROM t "
                            "WHERE length(name) > 1 AND name NOT GLOB 'L[^wl]*' "
                            "ORDER BY name COLLATE dolen_cy)",
                            &error);
  g_assert_no_error (error);
  g_assert_true (dolen_statement_step (query, NULL, NULL));
  g_assert_cmpstr (dolen_statement_get_text (query, 0), ==, "Ca|Y Cwm|Chwa|Lwc|Llan");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/language/collation/" #name, test_##name)
  ADD (the_welsh_alphabet_has_its_order);
  ADD (welsh_words_stand_as_in_a_welsh_dictionary);
  ADD (two_signs_are_not_always_one_letter);
  ADD (english_order_knows_no_digraphs);
  ADD (accents_and_capitals_only_break_ties);
  ADD (articles_and_signs_do_not_count);
  ADD (names_stand_under_their_letter);
  ADD (sqlite_sorts_by_it);
  return g_test_run ();
}
