/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "directory/dolen-edits.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <string.h>

/* Where little changed, the report of an import says what. */

#define HEADINGS "ID,Name,Cost,Telephone,When,Contact\n"
#define KNIT(cost, phone) "1,Knit & Natter," cost "," phone ",Mon 2-4,Mair Jones\n"
#define CHOIR "2,Choir,£2,01970 611098,Tue 7-9pm,\n"

static void
few_changes_are_named (void)
{
  static const DolenImportOptions DRY = { .dry_run = TRUE };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *path = imports_write ("groups.csv", HEADINGS KNIT ("£3", "") CHOIR);
  g_autoptr (DolenImportReport) first = imports_read (directory, path);
  g_autoptr (DolenImportReport) dry = NULL, second = NULL, third = NULL;
  g_autofree char *kept = NULL, *shown = NULL;

  g_assert_cmpuint (first->changes->len, ==, 0);
  g_assert_true (g_file_set_contents (path, HEADINGS KNIT ("£4", "01970 611099") CHOIR, -1, NULL));
  dry = imports_read_as (directory, path, &DRY);
  second = imports_read (directory, path);
  third = imports_read (directory, path);
  g_assert_cmpuint (dry->changes->len, ==, 1);
  g_assert_cmpstr (dry->changes->pdata[0], ==, "Knit & Natter: Cost £3 → £4; Contacts");
  g_assert_cmpuint (second->changes->len, ==, 1);
  g_assert_cmpstr (second->changes->pdata[0], ==, dry->changes->pdata[0]);
  g_assert_cmpuint (third->changes->len, ==, 0);
  kept = dolen_import_report_to_json (second);
  shown = dolen_import_report_with_examples (second);
  g_assert_null (strstr (kept, "Knit"));
  g_assert_nonnull (strstr (shown, "\"changes\":[\"Knit & Natter: Cost £3 → £4; Contacts\"]"));
}

static char *
table_of (int n, const char *cost)
{
  g_autoptr (GString) text = g_string_new ("ID,Name,Cost\n");

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%d,Group %d,%s\n", i, i, cost);
  return g_strdup (text->str);
}

static void
many_are_only_counted (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *old = table_of (11, "£3"), *new = table_of (11, "£4"), *shown = NULL;
  g_autoptr (DolenImportReport) first = imports_table (directory, old);
  g_autofree char *path = imports_write ("groups.csv", new);
  const DolenImportOptions same = { .source_name = first->source_name };
  g_autoptr (DolenImportReport) second = imports_read_as (directory, path, &same);

  g_assert_cmpuint (second->services.changed, ==, 11);
  shown = dolen_import_report_with_examples (second);
  g_assert_null (strstr (shown, "\"changes\""));
}

/* What stands here stays, and is no change; that the feed says otherwise now is counted. */
static void
a_clash_is_counted (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *path = imports_write ("groups.csv", HEADINGS CHOIR);
  g_autoptr (DolenImportReport) first = imports_read (directory, path);
  g_autofree char *uid = imports_find (directory, "service", "Choir"), *said = NULL;
  g_autoptr (DolenImportReport) second = NULL, third = NULL;
  g_autoptr (GError) error = NULL;

  dolen_edit_set_field (directory, "service", uid, "phone", "01970611000", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (
      g_file_set_contents (path, HEADINGS "2,Choir,£2,01970 611097,Tue 7-9pm,\n", -1, NULL));
  second = imports_read (directory, path);
  third = imports_read (directory, path);
  g_assert_cmpuint (first->clashes, ==, 0);
  g_assert_cmpuint (second->clashes, ==, 1);
  g_assert_cmpuint (second->changes->len, ==, 0);
  g_assert_cmpuint (third->clashes, ==, 0);
  said = dolen_import_clashes_sentence (second->clashes);
  g_assert_cmpstr (said, ==, "1 clash, see the queue");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/import-changes/" name, function)
  ADD ("few changes are named", few_changes_are_named);
  ADD ("many are only counted", many_are_only_counted);
  ADD ("a clash is counted", a_clash_is_counted);
  return g_test_run ();
}
