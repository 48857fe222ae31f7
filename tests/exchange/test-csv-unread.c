/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/imports.h"
#include "directory/keeping-samples.h"

#include <string.h>

/* Cells of a table as people type them: what is no number, no time, no group and no language is not
 * made into one, and stays with its words. */

static DolenService *
only_service (DolenDirectory *directory)
{
  g_autofree char *uid = NULL;
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      dolen_directory_get_db (directory), "SELECT min (uid), count (*) FROM service", NULL);
  gboolean found = FALSE;

  g_assert_true (dolen_statement_step (statement, &found, NULL));
  g_assert_cmpint (dolen_statement_get_int64 (statement, 1), ==, 1);
  uid = dolen_statement_dup_text (statement, 0);
  return dolen_directory_get_service (directory, uid, NULL);
}

/* What the queue asks of the only service that has something odd. */
static void
assert_asked (DolenDirectory *directory, const char *code, const char *question)
{
  g_autoptr (DolenQueueList) odd
             = keeping_read (directory, DOLEN_QUEUE_BIT (DOLEN_QUEUE_ODDITY), KEEPING_TODAY);

  g_assert_cmpuint (odd->total, ==, 1);
  g_assert_nonnull (keeping_ask (keeping_item (odd, 0), code));
  g_assert_cmpstr (keeping_ask (keeping_item (odd, 0), code)->question, ==, question);
}

static void
a_number_is_whole_or_none (void)
{
  static const char *const CELLS[] = { "01559 O362 403", "01970 one one one 119", "01970 11111" };

  for (gsize i = 0; i < G_N_ELEMENTS (CELLS); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text = g_strdup_printf ("Name,Telephone\nLunch club,%s\n", CELLS[i]);
    g_autofree char *question
        = g_strdup_printf ("The telephone number cannot be read: “%s”", CELLS[i]);
    g_autoptr (DolenImportReport) report = imports_table (directory, text);
    g_autoptr (DolenService) lunch = only_service (directory);

    g_test_message ("%s", CELLS[i]);
    g_assert_cmpstr (lunch->phone, ==, NULL);
    g_assert_cmpuint (report->noted->len, ==, 1);
    g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_PHONE_UNREADABLE], ==, 1);
    g_assert_cmpuint (lunch->contacts->len, ==, 1);
    g_assert_cmpstr (((DolenContact *) lunch->contacts->pdata[0])->phone_given, ==, CELLS[i]);
    assert_asked (directory, "phone-unreadable", question);
  }
}

static void
a_counted_sum_is_no_group (void)
{
  static const char *const SUMS[] = { "Total,10 groups", "CYFANSWM / TOTAL,13 grŵp" };
  static const char *const GROUPS[]
      = { "Total / Fitness,13 groups", "10 groups,10", "Total,For ten groups" };

  for (gsize i = 0; i < G_N_ELEMENTS (SUMS); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text = g_strdup_printf ("Name,Description\nLunch club,Soup\n%s\n", SUMS[i]);
    g_autoptr (DolenImportReport) report = imports_table (directory, text);

    g_test_message ("%s", SUMS[i]);
    g_assert_cmpuint (report->services.added, ==, 1);
    g_assert_cmpuint (report->rejected->len, ==, 1);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (GROUPS); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text = g_strdup_printf ("Name,Description\nLunch club,Soup\n%s\n", GROUPS[i]);
    g_autoptr (DolenImportReport) report = imports_table (directory, text);

    g_test_message ("%s", GROUPS[i]);
    g_assert_cmpuint (report->services.added, ==, 2);
  }
}

static void
unread_times_keep_both_cells_and_are_told (void)
{
  static const struct {
    const char *days, *times, *words;
  } CASES[] = {
    { "Monday (term time)", "7.30-9", "Monday (term time) 7.30-9" },
    { "Monday", "7.30-9", "7.30-9" },
    { "Monday", "noon til late", "noon til late" },
    { "Monday", "two until four-ish", "two until four-ish" },
    { "Monday", "o hanner dydd ymlaen i’r te", "o hanner dydd ymlaen i’r te" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text = g_strdup_printf (
        "Name,Telephone,Day,Time\nLunch club,01632 960123,%s,%s\n", CASES[i].days, CASES[i].times);
    g_autofree char *question = g_strdup_printf ("Times could not be read: “%s”", CASES[i].words);
    g_autoptr (DolenImportReport) report = imports_table (directory, text);
    g_autoptr (DolenService) lunch = only_service (directory);
    const DolenSchedule *schedule = lunch->schedules->pdata[0];

    g_test_message ("%s, %s", CASES[i].days, CASES[i].times);
    g_assert_cmpstr (schedule->byday, ==, "MO");
    g_assert_cmpstr (schedule->opens_at, ==, NULL);
    g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_TIMES_UNREADABLE], ==, 1);
    assert_asked (directory, "times-unreadable", question);
  }
}

static void
til_and_pnawn_are_read (void)
{
  static const struct {
    const char *times, *from, *to;
  } CASES[]
      = { { "2 til 4", "14:00", "16:00" }, { "o hanner dydd tan 2 y pnawn", "12:00", "14:00" } };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text
        = g_strdup_printf ("Name,Day,Time\nLunch club,Monday,%s\n", CASES[i].times);
    g_autoptr (DolenImportReport) report = imports_table (directory, text);
    g_autoptr (DolenService) lunch = only_service (directory);
    const DolenSchedule *schedule = lunch->schedules->pdata[0];

    g_test_message ("%s", CASES[i].times);
    g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_TIMES_UNREADABLE], ==, 0);
    g_assert_cmpstr (schedule->opens_at, ==, CASES[i].from);
    g_assert_cmpstr (schedule->closes_at, ==, CASES[i].to);
  }
}

static void
both_is_no_language (void)
{
  static const struct {
    const char *cell, *codes, *note;
  } CASES[] = {
    { "Both", "cy en", NULL },
    { "Bilingual", "cy en", NULL },
    { "Dwyieithog", "cy en", NULL },
    { "Y ddwy", "cy en", NULL },
    { "Cymraeg yn bennaf", "cy", "Cymraeg yn bennaf" },
    { "mainly Welsh", "cy", "mainly Welsh" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text = g_strdup_printf ("Name,Language\nLunch club,%s\n", CASES[i].cell);
    g_autoptr (DolenImportReport) report = imports_table (directory, text);
    g_autoptr (DolenService) lunch = only_service (directory);
    g_autoptr (GString) codes = g_string_new (NULL);

    for (guint l = 0; l < lunch->languages->len; l++) {
      const DolenLanguageOffered *language = lunch->languages->pdata[l];
      g_string_append_printf (codes, "%s%s", l ? " " : "", language->code ? language->code : "?");
      g_assert_cmpstr (language->note, ==, CASES[i].note);
    }
    g_assert_cmpuint (report->services.added, ==, 1);
    g_assert_cmpstr (codes->str, ==, CASES[i].codes);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/csv-unread/" name, function)
  ADD ("a number is whole or none", a_number_is_whole_or_none);
  ADD ("a counted sum is no group", a_counted_sum_is_no_group);
  ADD ("unread times keep both cells and are told", unread_times_keep_both_cells_and_are_told);
  ADD ("til and pnawn are read", til_and_pnawn_are_read);
  ADD ("both is no language", both_is_no_language);
  return g_test_run ();
}
