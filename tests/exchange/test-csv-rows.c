/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "directory/dolen-sentences.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <string.h>

/* Rows of one name in a table without numbers: which are one group and which are several. */

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static DolenImportReport *
import_folder (DolenDirectory *directory, const char *folder, gboolean dry_run)
{
  const DolenImportOptions options = { .source_name = "Groups", .dry_run = dry_run };

  return imports_read_as (directory, folder, &options);
}

static DolenImportReport *
import_table (DolenDirectory *directory, const char *text)
{
  g_autofree char *folder = dolen_test_folder ();

  write_file (folder, "groups.csv", text);
  return import_folder (directory, folder, FALSE);
}

/* The uid of the only service with that telephone. */
static char *
find_by_phone (DolenDirectory *directory, const char *phone)
{
  g_autoptr (DolenStatement) statement
             = dolen_db_prepare (dolen_directory_get_db (directory),
                                 "SELECT min(uid), count(*) FROM service WHERE phone = ?1",
                                 NULL);
  gboolean found = FALSE;

  dolen_statement_bind_text (statement, 1, phone);
  g_assert_true (dolen_statement_step (statement, &found, NULL));
  g_assert_cmpint (dolen_statement_get_int64 (statement, 1), ==, 1);
  return dolen_statement_dup_text (statement, 0);
}

#define HEADINGS "Name,Organisation,Venue,Town,Telephone,E-mail,Website,Cost,When,Description\n"
#define AERON "Coffee Morning,,Memorial Hall,Aberaeron,01545 570001,,,,Tue 10-12,Cakes\n"
#define BORTH "Coffee Morning,,Community Hall,Borth,01970 871002,,,,Wed 10-12,Scones\n"
#define CLARACH "Coffee Morning,,Church Hall,Clarach,01970 828003,,,,Thu 10-12,Tea\n"
#define BORTH_AGAIN "Coffee Morning,,Community Hall,Borth,,,,,Fri 2pm-4pm,Cards\n"

static void
three_villages_are_three_groups (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report
             = import_table (directory, HEADINGS AERON BORTH CLARACH BORTH_AGAIN);
  g_autoptr (DolenImportReport) again = NULL;
  g_autofree char *aeron = find_by_phone (directory, "01545570001");
  g_autofree char *borth = find_by_phone (directory, "01970871002");
  g_autofree char *clarach = find_by_phone (directory, "01970828003");
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, borth, NULL);

  g_assert_cmpuint (report->services.added, ==, 3);
  g_assert_cmpstr (aeron, !=, clarach);
  /* Two rows of the one in Borth: its times and what is said of them are there both. */
  g_assert_cmpuint (service->schedules->len, ==, 2);
  g_assert_cmpuint (service->venues->len, ==, 1);
  g_assert_cmpstr (service->description.en, ==, "Scones\n\nCards");
  again = import_table (directory, HEADINGS AERON BORTH CLARACH BORTH_AGAIN);
  g_assert_cmpuint (again->services.unchanged, ==, 3);
  g_assert_cmpuint (again->same->len + again->doubtful->len, ==, 0);
}

/* Whose mailbox it is comes with it, whichever row names it. */
static void
a_mailbox_of_a_person_stays_one (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_table (
      directory,
      HEADINGS "Yoga,,Hall,,01545 570001,,,,Mon 10-11,\n"
               "Yoga,,Hall,,01545 570001,mari.jones@gmail.com,,,Thu 10-11,\n");
  g_autofree char *uid = find_by_phone (directory, "01545570001");
  g_autoptr (DolenService) yoga = dolen_directory_get_service (directory, uid, NULL);

  g_assert_cmpuint (report->services.added, ==, 1);
  g_assert_cmpstr (yoga->email, ==, "mari.jones@gmail.com");
  g_assert_true (yoga->email_personal);
}

/* Two rows that differ in one thing. */
static void
what_contradicts_keeps_rows_apart (void)
{
  static const struct {
    const char *one, *other;
    guint groups;
  } cases[] = {
    { "Yoga,,Hall,,,,,,Mon 10-11,Gentle", "Yoga,,Hall,,,,,,Thu 10-11,Strong", 1 },
    { "Yoga,,Hall,,01545 570001,,,,Mon 10-11,", "Yoga,,Hall,,(01545) 570 001,,,,Thu 10-11,", 1 },
    { "Yoga,,Hall,,01545 570001,,,,Mon 10-11,", "Yoga,,Hall,,,,,£3,Thu 10-11,", 1 },
    { "Yoga,,Hall,,,,,£3,Mon 10-11,", "Yoga,,Hall,,,,,3.00,Thu 10-11,", 1 },
    { "Yoga,,Hall,,01545 570001,,,,Mon 10-11,", "Yoga,,Hall,,01545 570002,,,,Thu 10-11,", 2 },
    { "Yoga,,Hall,,,a@y.example.org,,,Mon 10-11,", "Yoga,,Hall,,,b@y.example.org,,,Mon 10-11,", 2 },
    { "Yoga,,Hall,,,,a.example.org,,Mon 10-11,", "Yoga,,Hall,,,,b.example.org,,Mon 10-11,", 2 },
    { "Yoga,,Hall,,,,,£3,Mon 10-11,", "Yoga,,Hall,,,,,£4,Thu 10-11,", 2 },
    { "Yoga,,Hall,,,,,,Mon 10-11,", "Yoga,,School,,,,,,Thu 10-11,", 2 },
    { "Yoga,,,Borth,,,,,Mon 10-11,", "Yoga,,,Aberaeron,,,,,Mon 10-11,", 2 },
    { "Yoga,Age Friendly,Hall,,,,,,Mon 10-11,", "Yoga,Age Friendly,School,,,,,,Mon 10-11,", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text = g_strdup_printf (HEADINGS "%s\n%s\n", cases[i].one, cases[i].other);
    g_autoptr (DolenImportReport) report = import_table (directory, text);

    g_test_message ("%s | %s", cases[i].one, cases[i].other);
    g_assert_cmpuint (report->services.added, ==, cases[i].groups);
    g_assert_cmpuint (report->rows, ==, 2);
    g_assert_cmpuint (report->rows_services, ==, cases[i].groups);
  }
}

/* A row that may be of two groups is given to neither, wherever it stands. */
static void
what_may_be_of_two_is_neither (void)
{
  static const char *const tables[] = { HEADINGS AERON BORTH "Coffee Morning,,,,,,,,Fri 1-2,\n",
                                        HEADINGS "Coffee Morning,,,,,,,,Fri 1-2,\n" AERON BORTH };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autoptr (DolenImportReport) report = import_table (directory, tables[i]);

    g_assert_cmpuint (report->services.added, ==, 3);
  }
}

/* What one row leaves out another says. */
static void
rows_of_one_group_fill_each_other (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_table (
      directory,
      HEADINGS "Yoga,,Hall,,,,,,Mondays by arrangement,Gentle\n"
               "Yoga,,Hall,,01545 570001,a@y.example.org,y.example.org,£3,Fridays by ear,Gentle\n");
  g_autofree char *uid = find_by_phone (directory, "01545570001");
  g_autoptr (DolenService) yoga = dolen_directory_get_service (directory, uid, NULL);

  g_assert_cmpuint (report->services.added, ==, 1);
  g_assert_cmpstr (yoga->email, ==, "a@y.example.org");
  g_assert_nonnull (yoga->url);
  g_assert_cmpuint (yoga->costs->len, ==, 1);
  g_assert_cmpuint (yoga->schedules->len, ==, 2);
  g_assert_cmpstr (yoga->description.en, ==, "Gentle");
}

/* A telephone that was mended finds the record, by whatever else its rows are told apart. */
static void
a_mended_telephone_finds_its_record (void)
{
  static const char *const before[] = { HEADINGS AERON BORTH CLARACH,
                                        HEADINGS "Coffee Morning,,,,01545 570001,,,,,\n"
                                                 "Coffee Morning,,,,01970 871002,,,,,\n"
                                                 "Coffee Morning,,,,01970 828003,,,,,\n",
                                        HEADINGS "Coffee Morning,,Hall,Borth,01545 570001,,,,,\n"
                                                 "Coffee Morning,,Hall,Borth,01970 871002,,,,,\n" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autoptr (DolenImportReport) first = import_table (directory, before[i]);
    g_autofree char *uid = find_by_phone (directory, "01970871002");
    g_autofree char *other = find_by_phone (directory, "01545570001");
    g_autoptr (GString) text = g_string_new (before[i]);
    g_autoptr (DolenImportReport) again = NULL, third = NULL;
    g_autofree char *now = NULL, *other_now = NULL;

    g_string_replace (text, "01970 871002", "01970 999999", 0);
    again = import_table (directory, text->str);
    now = find_by_phone (directory, "01970999999");
    other_now = find_by_phone (directory, "01545570001");
    g_assert_cmpstr (now, ==, uid);
    g_assert_cmpstr (other_now, ==, other);
    g_assert_cmpuint (again->services.added, ==, 0);
    g_assert_cmpuint (again->services.changed, ==, 1);
    third = import_table (directory, text->str);
    g_assert_cmpuint (third->services.unchanged, ==, first->services.added);
  }
}

/* The group that was alone of its name, and is not any more, is itself; and the other way. */
static void
others_of_the_name_come_and_go (void)
{
  static const char *const tables[]
      = { HEADINGS BORTH, HEADINGS AERON BORTH CLARACH, HEADINGS CLARACH BORTH, HEADINGS BORTH };
  static const guint added[] = { 1, 2, 0, 0 };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *uid = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (DolenImportReport) report = import_table (directory, tables[i]);
    g_autofree char *now = find_by_phone (directory, "01970871002");

    if (!uid)
      uid = g_strdup (now);
    g_assert_cmpstr (now, ==, uid);
    g_assert_cmpuint (report->services.added, ==, added[i]);
    g_assert_cmpuint (report->doubtful->len, ==, 0);
  }
  g_assert_cmpint (imports_count (directory, "service"), ==, 3);
}

/* As it was before rows were told apart: three were one record, with the values of the first. */
static void
make_one_record (DolenDirectory *directory, const char *kept, const char *const *others)
{
  DolenDb *db = dolen_directory_get_db (directory);
  g_autofree char *joined = g_strdup_printf (
      "UPDATE source_record SET foreign_id = 'name:coffee morning||', json = json || char(10) ||"
      " (SELECT json FROM source_record WHERE record_uid = '%s') || char(10) ||"
      " (SELECT json FROM source_record WHERE record_uid = '%s') WHERE record_uid = '%s'",
      others[0],
      others[1],
      kept);

  g_assert_true (dolen_db_exec (db, joined, NULL));
  for (guint i = 0; i < 2; i++) {
    g_autofree char *record
        = g_strdup_printf ("DELETE FROM source_record WHERE record_uid = '%s'", others[i]);
    g_autofree char *service = g_strdup_printf ("DELETE FROM service WHERE uid = '%s'", others[i]);

    g_assert_true (dolen_db_exec (db, record, NULL));
    g_assert_true (dolen_db_exec (db, service, NULL));
  }
}

static void
what_was_one_stays_with_its_first_row (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = import_table (directory, HEADINGS AERON BORTH CLARACH);
  g_autofree char *aeron = find_by_phone (directory, "01545570001");
  g_autofree char *borth = find_by_phone (directory, "01970871002");
  g_autofree char *clarach = find_by_phone (directory, "01970828003");
  g_autoptr (DolenImportReport) again = NULL;
  g_autofree char *now = NULL;

  make_one_record (directory, aeron, (const char *[]){ borth, clarach });
  again = import_table (directory, HEADINGS AERON BORTH CLARACH);
  now = find_by_phone (directory, "01545570001");
  g_assert_cmpstr (now, ==, aeron);
  g_assert_cmpuint (first->services.added, ==, 3);
  g_assert_cmpuint (again->services.added, ==, 2);
  g_assert_cmpuint (again->doubtful->len, ==, 0);
  g_assert_cmpint (imports_count (directory, "service"), ==, 3);
}

/* A folder of tables is one: a village each. */
static void
tables_of_a_folder_are_one (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (DolenImportReport) report = NULL;

  write_file (folder, "a.csv", HEADINGS AERON);
  write_file (folder, "b.csv", HEADINGS BORTH);
  report = import_folder (directory, folder, FALSE);
  g_assert_cmpuint (report->services.added, ==, 2);
}

static void
how_many_rows_became_how_many_services_is_told (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (DolenImportReport) report = NULL;
  g_autofree char *sentence = NULL, *json = NULL;

  write_file (folder, "a.csv", HEADINGS AERON BORTH CLARACH BORTH_AGAIN);
  report = import_folder (directory, folder, TRUE);
  sentence = dolen_import_rows_sentence (report);
  json = dolen_import_report_to_json (report);
  g_assert_cmpstr (sentence, ==, "Rows of the table: 4. Services made of them: 3.");
  g_assert_nonnull (strstr (json, "\"rows\":{\"read\":4,\"services\":3}"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/csv-rows/" name, function)
  ADD ("three villages are three groups", three_villages_are_three_groups);
  ADD ("a mailbox of a person stays one", a_mailbox_of_a_person_stays_one);
  ADD ("what contradicts keeps rows apart", what_contradicts_keeps_rows_apart);
  ADD ("what may be of two is neither", what_may_be_of_two_is_neither);
  ADD ("rows of one group fill each other", rows_of_one_group_fill_each_other);
  ADD ("a mended telephone finds its record", a_mended_telephone_finds_its_record);
  ADD ("others of the name come and go", others_of_the_name_come_and_go);
  ADD ("what was one stays with its first row", what_was_one_stays_with_its_first_row);
  ADD ("tables of a folder are one", tables_of_a_folder_are_one);
  ADD ("how many rows became how many services is told",
       how_many_rows_became_how_many_services_is_told);
  return g_test_run ();
}
