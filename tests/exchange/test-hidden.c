/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edit-parts.h"
#include "directory/privacy/dolen-edit-erase.h"
#include "directory/privacy/dolen-made-ids.h"
#include "directory/samples.h"
#include "exchange/dolen-import.h"
#include "support/dolen-test.h"

#include <string.h>

/* A refuge in every place where a feed may say where it is. */
static const char feed[]
    = "[{\"id\": \"1\", \"name\": \"Safe House\", \"description\": \"Ring first.\","
      " \"service_at_locations\": [{\"id\": \"2\", \"location\": {\"id\": \"3\","
      " \"name\": \"The House\", \"location_type\": \"physical\","
      " \"x_dolen_hide_address\": true, \"latitude\": 52.1234567, \"longitude\": -4.7654321,"
      " \"description\": \"behind Canary Chapel\","
      " \"addresses\": [{\"address_1\": \"7 Canary Street\", \"city\": \"Lampeter\","
      " \"postal_code\": \"SA48 7ZZ\", \"address_type\": \"physical\"}]}}]}]";

static void
test_nothing_in_the_file_tells_where_a_refuge_is (void)
{
  static const char *const telling[] = { "Canary", "7ZZ", "52.1234", "4.7654" };
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *elsewhere = dolen_test_folder ();
  g_autofree char *path = g_build_filename (elsewhere, "feed.json", NULL);
  g_autofree char *store = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  {
    g_autoptr (DolenDirectory) directory
               = dolen_directory_open (store, DOLEN_DB_READ_WRITE, &error);

    g_assert_no_error (error);
    dolen_import_run (directory, (const char *const[]){ path }, 1, NULL, NULL, &error);
    g_assert_no_error (error);
    for (gsize i = 0; i < G_N_ELEMENTS (telling); i++) {
      g_autofree char *found = dolen_test_find_in_tree (folder, telling[i]);
      g_assert_cmpstr (found, ==, NULL);
    }
  }
  for (gsize i = 0; i < G_N_ELEMENTS (telling); i++) {
    g_autofree char *found = dolen_test_find_in_tree (folder, telling[i]);
    g_assert_cmpstr (found, ==, NULL);
  }
}

/* ---- rows of a table, known by an id that is made of what they say ---- */

#define HEADINGS "Name,Organisation,Venue,Address,Postcode,Contact,Telephone,E-mail,Description\n"
#define REFUGE(postcode, words)                                                                    \
  "Safe house,Aid,The House,7 Canary Street," postcode ",,,," words "\n"
#define COFFEE(name, phone, words)                                                                 \
  "Coffee morning,Aid,Hall,Main Street,SY25 6HX," name "," phone "," name "@canary.example," words \
  "\n"
#define OTHERS "Choir,Aid,Chapel,High Street,SA44 4SR,,,,\n"

static DolenImportReport *
import_table (DolenDirectory *directory, const char *text)
{
  g_autofree char *elsewhere = dolen_test_folder ();
  g_autofree char *path = g_build_filename (elsewhere, "groups.csv", NULL);
  const DolenImportOptions options = { .given_out = TRUE };
  const char *one = path;
  DolenImportReport *report = NULL;
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dolen_import_run (directory, &one, 1, &options, &report, &error);
  g_assert_no_error (error);
  return report;
}

static void
assert_nowhere (DolenDirectory *directory, const char *folder, const char *const *telling)
{
  dolen_erasure_settle (directory);
  for (; *telling; telling++) {
    g_autofree char *found = dolen_test_find_in_tree (folder, *telling);

    if (found)
      g_error ("“%s” is still in the file", *telling);
  }
}

static char *
get_text (DolenDirectory *directory, const char *sql)
{
  g_autoptr (DolenStatement) statement
             = dolen_db_prepare (dolen_directory_get_db (directory), sql, NULL);
  gboolean found = FALSE;

  g_assert_true (dolen_statement_step (statement, &found, NULL));
  g_assert_true (found);
  return dolen_statement_dup_text (statement, 0);
}

static gint64
count (DolenDirectory *directory, const char *sql)
{
  g_autofree char *text = get_text (directory, sql);

  return g_ascii_strtoll (text, NULL, 10);
}

static void
assert_read_again (DolenDirectory *directory, const char *text)
{
  g_autoptr (DolenImportReport) report = import_table (directory, text);

  g_assert_cmpuint (report->services.added, ==, 0);
  g_assert_cmpuint (report->doubtful->len, ==, 0);
}

static void
test_a_row_whose_place_is_hidden_is_known_and_says_nothing (void)
{
  static const char *const telling[]
      = { "Canary", "SA48 7ZZ", "SA487ZZ", "SA48 7QQ", "SA487QQ", NULL };
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autoptr (DolenImportReport) first
             = import_table (directory, HEADINGS REFUGE ("SA48 7ZZ", "Ring") OTHERS);
  g_autoptr (DolenImportReport) second
             = import_table (directory, HEADINGS REFUGE ("SA48 7ZZ", "Ring us") OTHERS);
  g_autofree char *uid = get_text (directory, "SELECT uid FROM venue WHERE name_en = 'The House'");
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (directory, uid, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (first->services.added + second->services.changed, ==, 3);
  venue->hide_address = TRUE;
  dolen_edit_set_part (directory, "venue", "place", venue, NULL, &error);
  g_assert_no_error (error);
  assert_nowhere (directory, folder, telling);
  /* In a directory of before such ids were hidden it goes with the next reading. */
  g_assert_true (
      dolen_db_exec (dolen_directory_get_db (directory),
                     "UPDATE source_record SET foreign_id = 'name:safe house|aid|sa487zz'"
                     " WHERE foreign_id GLOB 'made:*'",
                     NULL));
  assert_read_again (directory, HEADINGS REFUGE ("SA48 7ZZ", "Ring us") OTHERS);
  assert_nowhere (directory, folder, telling);
  /* The same, more of it, another postcode, and that again. */
  assert_read_again (directory, HEADINGS REFUGE ("SA48 7ZZ", "Ring us") OTHERS);
  assert_nowhere (directory, folder, telling);
  assert_read_again (directory, HEADINGS REFUGE ("SA48 7ZZ", "Ring us first") OTHERS);
  assert_nowhere (directory, folder, telling);
  assert_read_again (directory, HEADINGS REFUGE ("SA48 7QQ", "Ring us first") OTHERS);
  assert_nowhere (directory, folder, telling);
  assert_read_again (directory, HEADINGS REFUGE ("SA48 7QQ", "Ring us first!") OTHERS);
  assert_nowhere (directory, folder, telling);
}

static void
test_a_row_whose_contact_is_erased_is_known_and_says_nothing (void)
{
  static const char *const telling[] = { "canary", "gwen", "632960777", "632 960777", NULL };
  static const char *const rows[] = { HEADINGS COFFEE ("Gwen", "01632 960777", "Tea")
                                          COFFEE ("Bob", "01632 960778", "Cake") OTHERS,
                                      HEADINGS COFFEE ("Gwen", "01632 960777", "Coffee")
                                          COFFEE ("Bob", "01632 960778", "Cake") OTHERS,
                                      HEADINGS COFFEE ("Gwen", "1632960777", "Coffee")
                                          COFFEE ("Bob", "1632960778", "Cake") OTHERS };
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autoptr (DolenImportReport) first = import_table (directory, rows[0]);
  g_autofree char *service = get_text (
      directory,
      "SELECT s.uid FROM service s JOIN contact c ON c.service = s.id WHERE c.name = 'Gwen'");
  g_autofree char *bobs = get_text (
      directory,
      "SELECT s.uid FROM service s JOIN contact c ON c.service = s.id WHERE c.name = 'Bob'");
  g_autofree char *gwen = get_text (directory, "SELECT uid FROM contact WHERE name = 'Gwen'");
  g_autofree char *bob = get_text (directory, "SELECT uid FROM contact WHERE name = 'Bob'");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (first->services.added, ==, 3);
  g_assert_cmpint (dolen_edit_erase_contact (directory, "service", bobs, bob, NULL, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (
      dolen_edit_erase_contact (directory, "service", service, gwen, NULL, &error), >, 0);
  g_assert_no_error (error);
  assert_nowhere (directory, folder, telling);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    assert_read_again (directory, rows[i]);
    assert_nowhere (directory, folder, telling);
  }
}

/* An import that changed the row before keeps it as it was, to be undone. */
static void
test_what_an_import_keeps_to_be_undone_says_nothing_either (void)
{
  static const char *const telling[] = { "canary", "Gwen", "gwen", "place:hall", NULL };
  static const char *const rows[] = { HEADINGS COFFEE ("Gwen", "01632 960777", "Tea")
                                          COFFEE ("Bob", "01632 960777", "Cake") OTHERS,
                                      HEADINGS COFFEE ("Gwen", "01632 960777", "Coffee")
                                          COFFEE ("Bob", "01632 960777", "Cake") OTHERS };
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autoptr (DolenImportReport) first = import_table (directory, rows[0]);
  g_autoptr (DolenImportReport) second = import_table (directory, rows[1]);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (first->services.added, ==, 3);
  g_assert_cmpuint (second->services.changed, ==, 1);
  for (guint i = 0; i < 2; i++) {
    static const char *const names[] = { "Bob", "Gwen" };
    g_autofree char *of = g_strdup_printf ("SELECT s.uid FROM service s JOIN contact c"
                                           " ON c.service = s.id WHERE c.name = '%s'",
                                           names[i]);
    g_autofree char *at = g_strdup_printf ("SELECT uid FROM contact WHERE name = '%s'", names[i]);
    g_autofree char *service = get_text (directory, of);
    g_autofree char *contact = get_text (directory, at);

    g_assert_cmpint (
        dolen_edit_erase_contact (directory, "service", service, contact, NULL, &error), >, 0);
    g_assert_no_error (error);
  }
  assert_nowhere (directory, folder, telling);
  g_assert_cmpint (count (directory,
                          "SELECT count(*) FROM import_before b WHERE b.before GLOB '*made:*made:*'"
                          " AND b.before NOT GLOB '*name:*'"),
                   ==,
                   1);
}

/* In an id a mailbox stands folded, its signs as one blank. */
static void
test_a_mailbox_is_found_in_an_id_as_it_was_folded (void)
{
  static const char make[]
      = "UPDATE source_record SET foreign_id = 'name:choir|aid|sa444sr ////gwen x canary example'"
        " WHERE kind = 'service'";
  static const char hidden[]
      = "SELECT count(*) FROM source_record WHERE foreign_id GLOB 'made:*' AND kind = 'service'";
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = import_table (directory, HEADINGS OTHERS);
  g_autoptr (DolenErased) erased = NULL;
  DolenDb *db = dolen_directory_get_db (directory);

  g_assert_cmpuint (first->services.added, ==, 1);
  g_assert_true (dolen_db_exec (db, make, NULL));
  g_assert_true (dolen_made_ids_hide (directory, nobody, NULL, "tom@canary.example", NULL));
  g_assert_cmpint (count (directory, hidden), ==, 0);
  g_assert_true (dolen_made_ids_hide (directory, nobody, NULL, "gwen_.x@canary.example", NULL));
  g_assert_cmpint (count (directory, hidden), ==, 1);
  /* Of one erased before. */
  g_assert_true (dolen_db_exec (db, make, NULL));
  g_assert_true (
      dolen_erased_add (directory, DOLEN_SCRUB_EMAIL, "gwen_.x@canary.example", "elsewhere", NULL));
  erased = dolen_erased_load (directory, NULL);
  g_assert_true (dolen_made_ids_hide_former (directory, erased, NULL));
  g_assert_cmpint (count (directory, hidden), ==, 1);
}

/* A spreadsheet took the number for a sum and cut its 0: it is the same number all the same. */
static void
test_a_number_that_is_erased_does_not_come_back_without_its_zero (void)
{
  static const char *const telling[] = { "Gwen", "632960777", "632 960777", NULL };
  static const char *const tables[] = {
    HEADINGS "Choir,Aid,Chapel,High Street,SA44 4SR,Gwen,01632 960777,,Mondays\n",
    HEADINGS "Choir,Aid,Chapel,High Street,SA44 4SR,Gwen,1632960777,,Mondays\n",
    HEADINGS "Choir,Aid,Chapel,High Street,SA44 4SR,,1632960777,,Sundays\n",
    HEADINGS "Choir,Aid,Chapel,High Street,SA44 4SR,,,,Or ring 1632 960777\n",
  };
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autoptr (DolenImportReport) first = import_table (directory, tables[0]);
  g_autofree char *service = get_text (directory, "SELECT uid FROM service");
  g_autofree char *gwen = get_text (directory, "SELECT uid FROM contact WHERE name = 'Gwen'");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (first->services.added, ==, 1);
  g_assert_cmpint (
      dolen_edit_erase_contact (directory, "service", service, gwen, NULL, &error), >, 0);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_test_message ("%s", tables[i]);
    assert_read_again (directory, tables[i]);
    assert_nowhere (directory, folder, telling);
  }
}

/* ---- several rows that tell one group ---- */

#define CHOIR(postcode, contact, words) "Choir,Aid," postcode "," contact "," words "\n"
#define NOBODY ",,"
#define GWEN "Gwen,01632 960777,gwen@canary.example"

/* Whom the second row names is erased from what is kept of it, and the first stays. */
static void
test_a_contact_of_the_second_row_is_erased_and_the_other_rows_stay (void)
{
  static const char *const telling[] = { "canary", "Gwen", "632960777", "632 960777", NULL };
  static const char *const tables[]
      = { HEADINGS CHOIR ("Chapel,High Street,SA44 4SR", NOBODY, "Mondays")
              CHOIR ("Chapel,High Street,SA44 4SR", GWEN, "Tuesdays"),
          HEADINGS CHOIR ("Chapel,High Street,SA44 4SR", NOBODY, "Mondays")
              CHOIR ("Chapel,High Street,SA44 4SR", GWEN, "Wednesdays") };
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autoptr (DolenImportReport) first = import_table (directory, tables[0]);
  g_autofree char *service = get_text (directory, "SELECT uid FROM service");
  g_autofree char *gwen = get_text (directory, "SELECT uid FROM contact WHERE name = 'Gwen'");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (first->services.added, ==, 1);
  g_assert_cmpint (
      dolen_edit_erase_contact (directory, "service", service, gwen, NULL, &error), >, 0);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    assert_nowhere (directory, folder, telling);
    g_assert_cmpint (count (directory,
                            "SELECT count(*) FROM source_record WHERE kind = 'service'"
                            " AND json LIKE '%Mondays%' AND json LIKE '%sdays%'"),
                     ==,
                     1);
    assert_read_again (directory, tables[i]);
  }
  assert_nowhere (directory, folder, telling);
  g_assert_cmpint (count (directory,
                          "SELECT count(*) FROM source_record WHERE kind = 'service'"
                          " AND json LIKE '%Mondays%' AND json LIKE '%Wednesdays%'"),
                   ==,
                   1);
}

/* The street stands in the second row alone. */
static void
test_a_hidden_place_of_the_second_row_is_nowhere (void)
{
  static const char *const telling[] = { "Canary", "canary", NULL };
  static const char table[] = HEADINGS CHOIR (",,SA44 4SR", NOBODY, "Mondays")
      CHOIR ("House,7 Canary Row,SA44 4SR", NOBODY, "Sundays");
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autoptr (DolenImportReport) first = import_table (directory, table);
  g_autofree char *uid = get_text (directory, "SELECT uid FROM venue WHERE name_en = 'House'");
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (directory, uid, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpuint (first->services.added, ==, 1);
  venue->hide_address = TRUE;
  dolen_edit_set_part (directory, "venue", "place", venue, NULL, &error);
  g_assert_no_error (error);
  assert_nowhere (directory, folder, telling);
  assert_read_again (directory, table);
  assert_nowhere (directory, folder, telling);
  kept = get_text (directory, "SELECT json FROM source_record WHERE kind = 'service'");
  g_assert_nonnull (strstr (kept, "Mondays"));
  g_assert_nonnull (strstr (kept, "Sundays"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/exchange/hidden/nothing_in_the_file_tells_where_a_refuge_is",
                   test_nothing_in_the_file_tells_where_a_refuge_is);
#define ADD(name) g_test_add_func ("/exchange/hidden/" #name, test_##name)
  ADD (a_row_whose_place_is_hidden_is_known_and_says_nothing);
  ADD (a_row_whose_contact_is_erased_is_known_and_says_nothing);
  ADD (a_mailbox_is_found_in_an_id_as_it_was_folded);
  ADD (a_number_that_is_erased_does_not_come_back_without_its_zero);
  ADD (what_an_import_keeps_to_be_undone_says_nothing_either);
  ADD (a_contact_of_the_second_row_is_erased_and_the_other_rows_stay);
  ADD (a_hidden_place_of_the_second_row_is_nowhere);
#undef ADD
  return g_test_run ();
}
