/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/dolen-error.h"
#include "directory/dolen-writer.h"
#include "exchange/imports.h"
#include "exchange/out/dolen-export.h"
#include "support/dolen-test.h"

#include <string.h>

/* Files of every kind come in through one door. */

/* What would come in is counted; nothing is there afterwards, not even the source. */
static void
a_dry_run_changes_nothing (void)
{
  g_autofree char *path
      = imports_write ("one.json",
                       "[{\"id\": \"1\", \"name\": \"Lunch club\", \"status\": \"active\","
                       " \"organization\": {\"id\": \"2\", \"name\": \"Age Friendly\"}}]");
  const char *one = path;
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  const DolenImportOptions options = { .dry_run = TRUE };

  g_assert_true (dolen_import_run (directory, &one, 1, &options, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report->services.added, ==, 1);
  g_assert_cmpuint (report->organisations.added, ==, 1);
  imports_assert_counts (directory, 0, 0);
  sources = dolen_directory_list_sources (directory, NULL);
  g_assert_cmpuint (sources->len, ==, 0);
}

static void
add_table (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
write_package (void)
{
  char *folder = dolen_test_folder ();

  add_table (folder,
             "services.csv",
             "id,organization_id,name,description,status,minimum_age\n"
             "s1,o1,Lunch club,Soup,active,50\ns2,o1,Walks,,active,\n");
  add_table (folder,
             "organizations.csv",
             "id,name,description,legal_status\no1,Age Friendly,Help,Charity\no2,Alone,Nothing,\n");
  add_table (folder,
             "organization_identifiers.csv",
             "id,organization_id,identifier_scheme,identifier_type,identifier\n"
             "i1,o1,GB-CHC,Charity,1090095\n");
  add_table (folder, "service_at_location.csv", "id,service_id,location_id\nl1,s1,p1\nl2,s2,p1\n");
  add_table (folder, "locations.csv", "id,location_type,name\np1,physical,Village Hall\n");
  add_table (folder,
             "address.csv",
             "id,location_id,address_1,city,postal_code,address_type\n"
             "a1,p1,Main Street,Tregaron,SY25 6HX,physical\n");
  add_table (folder,
             "schedules.csv",
             "id,service_at_location_id,freq,byday,opens_at,closes_at\n"
             "c1,l1,WEEKLY,TU,10:00,12:00\n");
  add_table (folder, "contacts.csv", "id,service_id,name\nn1,s1,Jan Jones\n");
  add_table (folder,
             "phones.csv",
             "id,service_id,contact_id,number\nt1,s1,n1,07700 900123\nt2,s1,,01974 000000\n");
  add_table (folder, "datapackage.json", "{\"name\": \"hsds\"}");
  return folder;
}

/* Tables that point at each other come in as the records they are, from the folder or from any of
 * its files. */
static void
a_package_of_tables_comes_in (void)
{
  g_autofree char *folder = write_package ();
  g_autofree char *one = g_build_filename (folder, "services.csv", NULL), *uid = NULL;
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = imports_read (directory, folder);
  g_autoptr (DolenImportReport) again = imports_read (directory, one);
  g_autoptr (DolenService) lunch = NULL;
  g_autoptr (DolenOrganisation) organisation = NULL;
  const DolenVenue *venue;
  const DolenSchedule *schedule;

  g_assert_cmpuint (report->services.added, ==, 2);
  g_assert_cmpuint (report->organisations.added, ==, 2);
  g_assert_cmpuint (report->services.rejected, ==, 0);
  g_assert_cmpuint (again->services.unchanged, ==, 2);
  g_assert_cmpuint (again->organisations.unchanged, ==, 2);
  imports_assert_counts (directory, 2, 2);
  uid = dolen_directory_find_by_source (directory, report->source_uid, "service", "s1", NULL);
  lunch = dolen_directory_get_service (directory, uid, NULL);
  venue = lunch->venues->pdata[0];
  g_assert_cmpstr (venue->postcode, ==, "SY25 6HX");
  g_assert_cmpstr (venue->name.en, ==, "Village Hall");
  schedule = lunch->schedules->pdata[0];
  g_assert_cmpstr (schedule->byday, ==, "TU");
  g_assert_cmpstr (schedule->venue_uid, ==, venue->uid);
  /* Jan's number is not the group's. */
  g_assert_cmpstr (lunch->phone, ==, "01974000000");
  g_assert_cmpuint (lunch->contacts->len, ==, 1);
  g_assert_cmpstr (((DolenContact *) lunch->contacts->pdata[0])->phone, ==, "07700900123");
  organisation = dolen_directory_get_organisation (directory, lunch->organisation_uid, NULL);
  g_assert_cmpuint (organisation->registrations->len, ==, 1);
}

static void
the_standard_s_own_package_comes_in (void)
{
  g_autofree char *folder = dolen_test_shared ("hsds/hsds-3.0/examples/csv");
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenImportReport) report = NULL;

  if (!folder)
    return;
  directory = samples_open ();
  report = imports_read (directory, folder);
  g_assert_cmpuint (report->services.added, ==, 1);
  g_assert_cmpuint (report->organisations.added, ==, 1);
  g_assert_cmpuint (report->services.rejected, ==, 0);
}

/* One table that breaks off, and nothing comes in. */
static void
a_broken_package_changes_nothing (void)
{
  g_autofree char *folder = write_package ();
  const char *path = folder;
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (GError) error = NULL;

  add_table (folder, "phones.csv", "id,service_id,number\nt1,s1,\"01974\nt2,s1,5\n");
  g_assert_false (dolen_import_run (directory, &path, 1, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "phones.csv, row 2"));
  imports_assert_counts (directory, 0, 0);
}

/* Whatever the kind: cancelled, or cut at any place, nothing has come in. */
static const struct {
  const char *name, *text;
} KINDS[] = {
  { "a.csv", "Name,Postcode\n\"Lunch\nclub\",SY25 6HX\n\"Walks\",SA44 4SR\n" },
  { "a.osm",
    "<osm><node id='1' lat='52' lon='-4'><tag k='amenity' v='library'/>"
    "<tag k='name' v='Library'/></node></osm>" },
  { "a.json", "[{\"registered_charity_number\": 1, \"charity_name\": \"A\"}]" },
  { "b.json", "{\"grants\": [{\"id\": \"1\", \"amountAwarded\": 1}]}" },
  { "c.json",
    "{\"items\": [{\"state\": \"updated\", \"id\": \"1\", \"modified\": 1, \"data\":"
    " {\"type\": \"Event\", \"name\": \"Fun Day\"}}]}" },
};

static void
cancelled_files_leave_nothing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++) {
    g_autofree char *path = imports_write (KINDS[i].name, KINDS[i].text);
    const char *one = path;
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    const DolenImportOptions options = { .cancellable = cancellable };
    g_autoptr (GError) error = NULL;

    g_cancellable_cancel (cancellable);
    g_test_message ("%s", KINDS[i].name);
    g_assert_false (dolen_import_run (directory, &one, 1, &options, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    imports_assert_counts (directory, 0, 0);
  }
}

static void
cut_files_come_in_whole_or_not_at_all (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    for (gsize length = 0; length < strlen (KINDS[i].text); length += 5) {
      g_autofree char *text = g_strndup (KINDS[i].text, length);
      g_autofree char *path = imports_write (KINDS[i].name, text);
      const char *one = path;
      g_autoptr (DolenDirectory) directory = samples_open ();
      g_autoptr (DolenImportReport) report = NULL;
      g_autoptr (GError) error = NULL;
      gboolean ok = dolen_import_run (directory, &one, 1, NULL, &report, &error);

      g_assert_true (ok == (error == NULL));
      /* A table may end at any row; everything else says where it ends. */
      if (strcmp (KINDS[i].name, "a.csv") != 0)
        g_assert_false (ok);
      if (!ok)
        imports_assert_counts (directory, 0, 0);
    }
}

/* A value that goes on for ever is refused, not kept. */
static void
endless_values_are_refused (void)
{
  g_autoptr (GString) text = g_string_new ("<osm><node id='1'><tag k='name' v='");
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const char *one;

  while (text->len < 12 * 1024 * 1024)
    g_string_append (text, "and so on and so on and so on and so on and so on and so on ");
  g_string_append (text, "'/></node></osm>");
  one = path = imports_write ("endless.osm", text->str);
  g_assert_false (dolen_import_run (directory, &one, 1, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  imports_assert_counts (directory, 0, 0);
}

static void
a_file_of_an_office_program_says_so (void)
{
  static const struct {
    const char *name, *text;
    gsize length;
    const char *why;
  } cases[] = {
    { "groups.xlsx",
      "PK\3\4\24\0\6\0[Content_Types].xml",
      27,
      "“groups.xlsx” is a spreadsheet of the program Excel. Open it there, save it as CSV and read "
      "the CSV file." },
    { "groups.csv",
      "PK\3\4\24\0\6\0 xl/workbook.xml",
      24,
      "“groups.csv” is a spreadsheet of the program Excel. Open it there, save it as CSV and read "
      "the CSV file." },
    { "old.xls",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      8,
      "“old.xls” is a spreadsheet of the program Excel. Open it there, save it as CSV and read the "
      "CSV file." },
    { "list.ods",
      "PK\3\4mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
      58,
      "“list.ods” is a spreadsheet of the program LibreOffice. Open it there, save it as CSV and "
      "read the CSV file." },
    { "list.docx",
      "PK\3\4 word/document.xml",
      22,
      "“list.docx” is a document of the program Word, and no table. Put what is in it into a "
      "spreadsheet, save that as CSV and read the CSV file." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *folder = dolen_test_folder ();
    g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (path, cases[i].text, (gssize) cases[i].length, NULL));
    g_assert_false (
        dolen_import_run (directory, (const char *const[]){ path }, 1, NULL, NULL, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    g_assert_cmpstr (error->message, ==, cases[i].why);
  }
}

/* Of what was published one file holds everything, and the others say it again. */
static void
a_published_folder_is_read_once (void)
{
  g_autoptr (DolenDirectory) ours = imports_sample (), theirs = samples_open ();
  g_autofree char *base = dolen_test_folder ();
  g_autofree char *folder = g_build_filename (base, "site", NULL);
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  dolen_publish (ours, folder, NULL, NULL, &error);
  g_assert_no_error (error);
  report = imports_read (theirs, folder);
  g_assert_cmpuint (report->services.added, >, 100);
  g_assert_cmpuint (report->services.rejected, ==, 0);
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_DUPLICATE_ID], ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/files/" name, function)
  ADD ("a dry run changes nothing", a_dry_run_changes_nothing);
  ADD ("a file of an office program says so", a_file_of_an_office_program_says_so);
  ADD ("a published folder is read once", a_published_folder_is_read_once);
  ADD ("a package of tables comes in", a_package_of_tables_comes_in);
  ADD ("the standard's own package comes in", the_standard_s_own_package_comes_in);
  ADD ("cancelled files leave nothing", cancelled_files_leave_nothing);
  ADD ("cut files come in whole or not at all", cut_files_come_in_whole_or_not_at_all);
  ADD ("endless values are refused", endless_values_are_refused);
  ADD ("a broken package changes nothing", a_broken_package_changes_nothing);
  return g_test_run ();
}
