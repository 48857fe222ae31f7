/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-counts.h"
#include "casework/records/dolen-export.h"
#include "reports/dolen-numbers.h"
#include "support/dolen-test.h"

#include <string.h>

/* The caseload in numbers, for who reports without names. The clock stands at 3 November 2026. */
#define CANARY "Quintavalle"
#define FROM "2026-10-01"
#define TO "2026-12-31"

static DolenCaseload *
caseload (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static void
change (CaseworkTest *test, const char *sql)
{
  GError *error = NULL;

  dolen_db_exec (dolen_caseload_get_db (caseload (test)), sql, &error);
  g_assert_no_error (error);
}

/* Thirty people supported from today: 20 in Welsh, 9 in English, of one nothing was asked. */
static void
add_people (CaseworkTest *test)
{
  for (int i = 0; i < 30; i++) {
    g_autofree char *name = g_strdup_printf ("%s %d", CANARY, i);
    g_autofree char *uid = casework_test_add_person (test, name);
    g_autofree char *sql
        = g_strdup_printf ("UPDATE person SET language_spoken = %s, date_of_birth = '%d-11-03'"
                           " WHERE uid = '%s'",
                           i < 20   ? "'cy'"
                           : i < 29 ? "'en'"
                                    : "NULL",
                           i < 10 ? 1946 : 2002,
                           uid);

    change (test, sql);
  }
  change (test, "UPDATE episode SET level = 'medium'");
}

static GPtrArray *
read_counts (CaseworkTest *test)
{
  GError *error = NULL;
  GPtrArray *tables
      = dolen_caseload_read_counts (caseload (test), FROM, TO, DOLEN_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return tables;
}

static int
find_count (const GPtrArray *tables, const char *title, const char *name)
{
  for (guint t = 0; t < tables->len; t++) {
    const DolenCountTable *table = g_ptr_array_index (tables, t);

    for (guint i = 0; g_str_equal (table->title, title) && i < table->rows->len; i++)
      if (g_str_equal (((DolenCount *) table->rows->pdata[i])->name, name))
        return ((DolenCount *) table->rows->pdata[i])->people;
  }
  g_test_message ("%s: %s", title, name);
  g_test_fail ();
  return -1;
}

static void
test_everybody_is_counted_once_in_each_table (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (GPtrArray) tables = NULL;
  const char *spoken = "Support began: language they wish to be spoken to in";

  add_people (test);
  change (test,
          "INSERT INTO incoming (uid, person, state, source, received_on, created)"
          " SELECT 'one' || uid, person, 'returned', 'gp', '2026-10-02', 1 FROM episode");
  change (test,
          "INSERT INTO incoming (uid, person, state, source, received_on, created)"
          " SELECT 'two' || uid, person, 'supported', 'self', '2026-10-09', 2 FROM episode");
  change (test,
          "INSERT INTO incoming (uid, person, state, source, received_on, created)"
          " SELECT 'old' || uid, person, 'declined', 'gp', '2026-09-30', 3 FROM episode");
  tables = read_counts (test);
  g_assert_cmpint (find_count (tables, "Referred to us: where from", "GP practice"), ==, 0);
  g_assert_cmpint (find_count (tables, "Support began: age", "80 and over"), ==, 10);
  g_assert_cmpint (find_count (tables, "Support began: age", "18 to 24"), ==, 20);
  g_assert_cmpint (find_count (tables, spoken, "Welsh"), ==, 20);
  g_assert_cmpint (find_count (tables, spoken, "Not asked"), ==, 1);
  for (guint t = 0; t < 5; t++) {
    const DolenCountTable *table = g_ptr_array_index (tables, t);
    int sum = 0;

    for (guint i = 0; i < table->rows->len; i++)
      sum += ((DolenCount *) table->rows->pdata[i])->people;
    g_assert_cmpint (sum, ==, 30);
  }
}

static void
test_neither_a_name_nor_a_small_number_leaves (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (GPtrArray) tables = NULL;
  g_autofree char *text = NULL, *csv = NULL;
  g_auto (GStrv) lines = NULL;

  add_people (test);
  tables = read_counts (test);
  text = dolen_numbers_text (tables, DOLEN_LANGUAGE_EN);
  csv = dolen_numbers_csv (tables, FROM, TO, DOLEN_LANGUAGE_EN);
  g_assert_null (strstr (text, CANARY));
  g_assert_null (strstr (csv, CANARY));
  g_assert_nonnull (strstr (text,
                            "be spoken to in: 30\n    Welsh: 20\n    English: *\n"
                            "    Not asked: *\n"));
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpstr (lines[0], ==, "\"First day\",\"Last day\",\"Table\",\"Row\",\"People\"");
  g_assert_nonnull (strstr (csv, "\"Not asked\",\"*\"\r\n"));
  g_assert_nonnull (strstr (csv, "\"" FROM "\",\"" TO "\",\"Support began: age\",\"All\",\"30\""));
}

static void
test_what_counts_the_same_days_is_not_handed_out_twice (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (GPtrArray) log = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_give_numbers (
      test->casework, DOLEN_EXPORT_NUMBERS, "2026-07-01", "2026-09-30", &error));
  g_assert_true (dolen_casework_give_numbers (
      test->casework, DOLEN_EXPORT_NUMBERS, "2026-07-01", "2026-09-30", &error));
  g_assert_true (dolen_casework_give_numbers (
      test->casework, DOLEN_EXPORT_NUMBERS, "2026-04-01", "2026-06-30", &error));
  g_assert_no_error (error);
  g_assert_false (dolen_casework_give_numbers (
      test->casework, DOLEN_EXPORT_NUMBERS, "2026-04-01", "2027-03-31", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  casework_test_reopen (test);
  g_assert_false (dolen_casework_give_numbers (
      test->casework, DOLEN_EXPORT_NUMBERS, "2026-09-30", "2026-12-31", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  log = dolen_casework_list_audit (test->casework, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 3);
  g_assert_cmpstr (((DolenAudit *) log->pdata[0])->about, ==, "numbers/exported");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/casework/numbers/" #name, test_##name)
  TEST (everybody_is_counted_once_in_each_table);
  TEST (neither_a_name_nor_a_small_number_leaves);
  TEST (what_counts_the_same_days_is_not_handed_out_twice);
  return g_test_run ();
}
