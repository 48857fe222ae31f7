/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/dolen-error.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-sentences.h"
#include "directory/dolen-writer.h"
#include "exchange/files/dolen-csv-phones.h"
#include "exchange/files/dolen-csv-preview.h"
#include "exchange/files/dolen-csv-values.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <string.h>

/* Flat tables, as CVSs have them. */

static DolenImportReport *
import_table (DolenDirectory *directory, const char *text, const char *columns)
{
  g_autofree char *path = imports_write ("groups.csv", text);
  const DolenImportOptions options = { .columns = columns };

  return imports_read_as (directory, path, &options);
}

static DolenService *
get_service (DolenDirectory *directory, const char *name)
{
  DolenDb *db = dolen_directory_get_db (directory);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT uid FROM service WHERE name_en = '%s' OR name_cy = '%s'", name, name);
  g_autoptr (DolenStatement) statement = dolen_db_prepare (db, sql, &error);
  g_autofree char *uid = NULL;
  gboolean found = FALSE;

  g_assert_no_error (error);
  g_assert_true (dolen_statement_step (statement, &found, &error));
  g_assert_true (found);
  uid = dolen_statement_dup_text (statement, 0);
  return dolen_directory_get_service (directory, uid, &error);
}

#define ENGLISH                                                                                    \
  "Ceredigion groups,,,,,,,,,,,,\n\n"                                                              \
  "Group name,Enw (Cymraeg),Run by,Description,Venue,Address,Post Code,Contact,Tel no.,E-mail,"    \
  "When?,Cost,Ages\n"                                                                              \
  "Lunch club,Clwb cinio,Age Friendly,\"Soup,\ncompany\",Village Hall,Main Street,SY25 6HX,,"      \
  "01974 000000,info@lunch.example.org,Tuesdays 10-12,£3,50+\n"                                   \
  "Lunch club,Clwb cinio,Age Friendly,\"Soup,\ncompany\",Village Hall,Main Street,sy256hx,,"       \
  "01974 000000,info@lunch.example.org,Thu 12-2,£3,50+\n"                                         \
  "Walking group,,,Walks,,,nowhere,Jan Jones,07700 900123,not an address,Tuesday 7-9,Donation,"    \
  "Adults\n"                                                                                       \
  ",,,A row without a name,,,,,,,,,\n"

static void
a_table_comes_in (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_table (directory, ENGLISH, NULL);
  g_autoptr (DolenService) lunch = get_service (directory, "Lunch club");
  g_autoptr (DolenService) walk = get_service (directory, "Walking group");
  const DolenContact *jan;

  g_assert_cmpuint (report->services.added, ==, 2);
  g_assert_cmpuint (report->organisations.added, ==, 1);
  g_assert_cmpuint (report->services.rejected, ==, 1);
  g_assert_cmpstr (
      ((DolenImportRefusal *) report->rejected->pdata[0])->where, ==, "groups.csv, row 7");
  g_assert_cmpstr (lunch->name.en, ==, "Lunch club");
  g_assert_cmpstr (lunch->name.cy, ==, "Clwb cinio");
  g_assert_cmpstr (lunch->description.en, ==, "Soup,\ncompany");
  g_assert_cmpint (lunch->minimum_age, ==, 50);
  g_assert_cmpint (lunch->maximum_age, ==, -1);
  g_assert_cmpstr (lunch->email, ==, "info@lunch.example.org");
  g_assert_cmpstr (lunch->phone, ==, "01974000000");
  g_assert_cmpint (((DolenCost *) lunch->costs->pdata[0])->pence, ==, 300);
  /* Two rows of one group at one place: one venue, both times. */
  g_assert_cmpuint (lunch->venues->len, ==, 1);
  g_assert_cmpstr (((DolenVenue *) lunch->venues->pdata[0])->postcode, ==, "SY25 6HX");
  g_assert_cmpuint (lunch->schedules->len, ==, 2);
  /* What is not certain stays in words, and a person's number is theirs. */
  g_assert_cmpuint (walk->schedules->len, ==, 1);
  g_assert_cmpstr (
      ((DolenSchedule *) walk->schedules->pdata[0])->description.en, ==, "Tuesday 7-9");
  g_assert_null (((DolenSchedule *) walk->schedules->pdata[0])->byday);
  g_assert_cmpstr (walk->eligibility.en, ==, "Adults");
  g_assert_cmpstr (walk->fees, ==, "Donation");
  g_assert_null (walk->phone);
  jan = walk->contacts->pdata[0];
  g_assert_cmpstr (jan->name, ==, "Jan Jones");
  g_assert_true (jan->personal);
}

static void
assert_note (const DolenImportReport *report, guint index, const char *where, const char *why)
{
  const DolenImportRefusal *note = g_ptr_array_index (report->noted, index);

  g_assert_cmpstr (note->where, ==, where);
  g_assert_cmpstr (note->why, ==, why);
}

static void
cells_that_cannot_be_read_are_named (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_table (directory, ENGLISH, NULL);

  g_assert_cmpuint (report->noted->len, ==, 2);
  assert_note (report, 0, "groups.csv, row 6, column “E-mail”", "This is no e-mail address.");
  assert_note (report, 1, "groups.csv, row 6, column “Post Code”", "This is no postcode.");
}

static void
the_same_again_changes_nothing (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = import_table (directory, ENGLISH, NULL);
  g_autoptr (DolenService) before = get_service (directory, "Lunch club");
  g_autoptr (DolenImportReport) second = NULL, third = NULL;
  g_autoptr (DolenService) edited = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) changed = g_string_new (ENGLISH);

  g_assert_cmpuint (first->services.added, ==, 2);
  second = import_table (directory, ENGLISH, NULL);
  g_assert_cmpuint (second->services.added + second->services.changed, ==, 0);
  g_assert_cmpuint (second->services.unchanged, ==, 2);
  sources = dolen_directory_list_sources (directory, NULL);
  g_assert_cmpuint (sources->len, ==, 1);
  /* What somebody edited stays, what they did not follows the table. */
  g_assert_cmpint (
      dolen_edit_set_field (
          directory, "service", before->uid, "email", "ours@lunch.example.org", "Ann", &error),
      >,
      0);
  g_string_replace (changed, "info@lunch", "new@lunch", 0);
  g_string_replace (changed, "company", "more company", 0);
  third = import_table (directory, changed->str, NULL);
  g_assert_cmpuint (third->services.changed, ==, 1);
  edited = get_service (directory, "Lunch club");
  g_assert_cmpstr (edited->uid, ==, before->uid);
  g_assert_cmpstr (edited->email, ==, "ours@lunch.example.org");
  g_assert_cmpstr (edited->description.en, ==, "Soup,\nmore company");
}

/* Semicolons, Windows-1252, Welsh headings, days in columns. */
static void
a_welsh_table_comes_in (void)
{
  static const char WELSH[]
      = "Cyf;Enw'r gr\xfbp;Sefydliad;Disgrifiad;Lleoliad;C\xf4"
        "d post;Ff\xf4n;E-bost;Dydd Llun;"
        "Dydd Mawrth;Pris;Oedran;Rhif elusen;Cymraeg\r\n"
        "17;C\xf4r y Cwm;Menter;Canu;Neuadd;SA44 4SR;01239 000000;cor@cwm.example.org;;19:00-21:00;"
        "Am ddim;dros 18;1090095;ie\r\n";
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_table (directory, WELSH, NULL);
  g_autoptr (DolenService) choir = get_service (directory, "Côr y Cwm");
  g_autoptr (DolenOrganisation) menter = NULL;
  const DolenSchedule *schedule;
  const DolenRegistration *number;
  g_autofree char *uid = NULL;

  g_assert_cmpuint (report->services.added, ==, 1);
  g_assert_cmpuint (choir->schedules->len, ==, 1);
  schedule = choir->schedules->pdata[0];
  g_assert_cmpstr (schedule->byday, ==, "TU");
  g_assert_cmpstr (schedule->opens_at, ==, "19:00");
  g_assert_cmpint (choir->minimum_age, ==, 18);
  g_assert_cmpstr (((DolenLanguageOffered *) choir->languages->pdata[0])->code, ==, "cy");
  g_assert_cmpstr (choir->fees, ==, "Am ddim");
  menter = dolen_directory_get_organisation (directory, choir->organisation_uid, NULL);
  number = menter->registrations->pdata[0];
  g_assert_cmpstr (number->scheme, ==, "GB-CHC");
  g_assert_cmpstr (number->value, ==, "1090095");
  uid = dolen_directory_find_by_source (directory, report->source_uid, "service", "17", NULL);
  g_assert_cmpstr (uid, ==, choir->uid);
}

static void
headings_are_understood (void)
{
  static const struct {
    const char *heading;
    DolenCsvField field;
  } HEADINGS[] = {
    { "Name", DOLEN_CSV_NAME },
    { "NAME OF GROUP", DOLEN_CSV_NAME },
    { "Enw", DOLEN_CSV_NAME },
    { "Name (Welsh)", DOLEN_CSV_NAME_CY },
    { "Enw Cymraeg", DOLEN_CSV_NAME_CY },
    { "name_cy", DOLEN_CSV_NAME_CY },
    { "Name (English)", DOLEN_CSV_NAME },
    { "Organisation Name", DOLEN_CSV_ORGANISATION },
    { "Disgrifiad (Cymraeg)", DOLEN_CSV_DESCRIPTION_CY },
    { "Description - Welsh", DOLEN_CSV_DESCRIPTION_CY },
    { "Post-code", DOLEN_CSV_POSTCODE },
    { "Côd Post", DOLEN_CSV_POSTCODE },
    { "Contact e-mail address", DOLEN_CSV_EMAIL },
    { "Tel. No.", DOLEN_CSV_PHONE },
    { "Ffôn", DOLEN_CSV_PHONE },
    { "Day(s)", DOLEN_CSV_DAYS },
    { "Dyddiau", DOLEN_CSV_DAYS },
    { "Time", DOLEN_CSV_TIMES },
    { "Amser", DOLEN_CSV_TIMES },
    { "Address Line 2", DOLEN_CSV_ADDRESS },
    { "Charity No", DOLEN_CSV_CHARITY },
    { "Languages spoken", DOLEN_CSV_LANGUAGES },
    { "Cost (£)", DOLEN_CSV_COST },
    { "Group / Grŵp", DOLEN_CSV_NAME },
    { "Cyfeiriad / Address", DOLEN_CSV_ADDRESS },
    { "Venue & Postcode", DOLEN_CSV_VENUE },
    { "Venue and postcode", DOLEN_CSV_VENUE },
    { "Address and postcode", DOLEN_CSV_ADDRESS },
    { "Address (including postcode)", DOLEN_CSV_ADDRESS },
    { "Lleoliad a chod post", DOLEN_CSV_VENUE },
    { "Venue Postcode", DOLEN_CSV_POSTCODE },
    { "Favourite colour", DOLEN_CSV_SKIP },
    { "", DOLEN_CSV_SKIP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (HEADINGS); i++) {
    int certainty;
    g_test_message ("%s", HEADINGS[i].heading);
    g_assert_cmpstr (dolen_csv_field_code (dolen_csv_field_guess (HEADINGS[i].heading, &certainty)),
                     ==,
                     dolen_csv_field_code (HEADINGS[i].field));
  }
}

/* What was said of the columns once is known the next time, for that source. */
static void
columns_are_remembered (void)
{
  static const char TABLE[] = "What,Bla,Post\nLunch,Soup,SY25 6HX\n";
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *path = imports_write ("groups.csv", TABLE);
  const char *one = path;
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenCsvColumns) columns = dolen_csv_columns_propose (path, NULL, &error);
  g_autoptr (DolenImportReport) first = NULL, second = NULL;
  g_autoptr (DolenService) lunch = NULL;
  g_autofree char *json = NULL;

  g_assert_false (dolen_csv_columns_has_name (columns));
  g_assert_false (dolen_import_run (directory, &one, 1, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "groups.csv"));
  g_clear_error (&error);
  g_assert_true (dolen_csv_columns_map (columns, "what=name", &error));
  g_assert_true (dolen_csv_columns_map (columns, "Bla=description", &error));
  g_assert_true (dolen_csv_columns_map (columns, "3=postcode", &error));
  g_assert_no_error (error);
  json = dolen_csv_columns_to_json (columns);
  g_assert_cmpstr (json, ==, "{\"What\":\"name\",\"Bla\":\"description\",\"Post\":\"postcode\"}");
  first = import_table (directory, TABLE, json);
  g_assert_cmpuint (first->services.added, ==, 1);
  second = import_table (directory, TABLE, NULL);
  g_assert_cmpuint (second->services.unchanged, ==, 1);
  lunch = get_service (directory, "Lunch");
  g_assert_cmpstr (lunch->description.en, ==, "Soup");
  g_assert_false (dolen_csv_columns_map (columns, "Nothing=name", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (dolen_csv_columns_map (columns, "Bla=nothing", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
}

/* One field, one column, where there can be only one. */
static void
a_column_takes_a_field_over (void)
{
  g_autofree char *path
      = imports_write ("t.csv", "Name,Title,Address 1,Address 2,Name\na,b,c,d,e\n");
  g_autoptr (DolenCsvColumns) columns = dolen_csv_columns_propose (path, NULL, NULL);
  g_autofree char *json = NULL, *settings = NULL, *again = NULL;

  json = dolen_csv_columns_to_json (columns);
  g_assert_cmpstr (json,
                   ==,
                   "{\"Name\":\"name\",\"Title\":\"skip\",\"Address 1\":\"address\","
                   "\"Address 2\":\"address\",\"#5\":\"skip\"}");
  dolen_csv_columns_set (columns, 1, DOLEN_CSV_NAME);
  g_assert_cmpint (dolen_csv_columns_get (columns, 0)->field, ==, DOLEN_CSV_SKIP);
  dolen_csv_columns_recall (columns, json);
  g_assert_cmpint (dolen_csv_columns_get (columns, 0)->field, ==, DOLEN_CSV_NAME);
  dolen_csv_columns_recall (columns, "[1, 2]");
  dolen_csv_columns_recall (columns, "{\"Name\": 3, \"Title\": \"nothing\"}");
  settings = dolen_csv_columns_into_settings ("{\"pages\":3}", json);
  g_assert_nonnull (strstr (settings, "\"pages\":3"));
  again = dolen_csv_columns_of_settings (settings);
  g_assert_cmpstr (again, ==, json);
}

static void
values_are_read (void)
{
  static const struct {
    const char *text;
    gboolean ok;
    int least, most;
  } AGES[]
      = { { "50+", TRUE, 50, -1 },    { "18 - 25", TRUE, 18, 25 },     { "Over 60s", TRUE, 60, -1 },
          { "dan 18", TRUE, -1, 17 }, { "11 i 16 oed", TRUE, 11, 16 }, { "Pob oed", TRUE, -1, -1 },
          { "25-18", FALSE, -1, -1 }, { "Adults", FALSE, -1, -1 } };
  static const struct {
    const char *text, *date;
  } DATES[] = { { "3/5/2026", "2026-05-03" },
                { "31.12.25", "2025-12-31" },
                { "2026-01-02", "2026-01-02" },
                { "31/02/2026", NULL },
                { "soon", NULL } };
  g_autoptr (GPtrArray) phones = dolen_csv_split_phones ("01970 000000 / 07700 900123");
  g_autoptr (GPtrArray) one = dolen_csv_split_phones ("Office or evenings 01970 000000");

  for (gsize i = 0; i < G_N_ELEMENTS (AGES); i++) {
    int least, most;
    g_test_message ("%s", AGES[i].text);
    g_assert_cmpint (dolen_csv_read_ages (AGES[i].text, &least, &most), ==, AGES[i].ok);
    if (AGES[i].ok) {
      g_assert_cmpint (least, ==, AGES[i].least);
      g_assert_cmpint (most, ==, AGES[i].most);
    }
  }
  for (gsize i = 0; i < G_N_ELEMENTS (DATES); i++) {
    g_autofree char *date = dolen_csv_read_date (DATES[i].text);
    g_assert_cmpstr (date, ==, DATES[i].date);
  }
  g_assert_cmpuint (phones->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
}

/* The first rows as they would be read, and every row that has something wrong. */
static void
the_first_rows_are_shown (void)
{
  g_autofree char *path = imports_write ("groups.csv", ENGLISH);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenCsvColumns) columns = dolen_csv_columns_propose (path, NULL, &error);
  g_autoptr (DolenCsvPreview) preview = dolen_csv_preview (path, columns, 2, NULL, &error);
  const DolenCsvPreviewRow *lunch, *walk, *nameless;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_rows, ==, 4);
  g_assert_cmpuint (preview->n_refused, ==, 1);
  g_assert_cmpuint (preview->n_noted, ==, 1);
  g_assert_cmpuint (preview->rows->len, ==, 2);
  lunch = preview->rows->pdata[0];
  g_assert_cmpstr (lunch->service->name.cy, ==, "Clwb cinio");
  line = dolen_csv_preview_sentence (lunch, DOLEN_LANGUAGE_EN, "2026-11-28");
  g_assert_cmpstr (line, ==, "Age Friendly · Village Hall · SY25 6HX · Tuesdays 10:00–12:00 · £3");
  g_assert_cmpuint (preview->problems->len, ==, 2);
  walk = preview->problems->pdata[0];
  nameless = preview->problems->pdata[1];
  g_assert_cmpuint (walk->number, ==, 6);
  g_assert_cmpuint (walk->notes->len, ==, 2);
  g_assert_cmpuint (nameless->number, ==, 7);
  g_assert_nonnull (nameless->refused);
}

/* A folder is looked into; a file that only looks like a table is none. */
static void
the_first_table_is_found (void)
{
  g_autofree char *path = imports_write ("b.csv", "Name\nLunch\n");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *other = g_build_filename (folder, "a.json", NULL);
  const char *paths[] = { other, folder, NULL };
  g_autofree char *found = dolen_csv_first_table (paths), *none = NULL;

  g_assert_cmpstr (found, ==, path);
  paths[1] = NULL;
  none = dolen_csv_first_table (paths);
  g_assert_null (none);
}

/* A table that breaks off leaves nothing behind. */
static void
a_broken_table_changes_nothing (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *path = imports_write (
      "broken.csv", "Name,Postcode\nLunch club,SY25 6HX\n\"Walking group,SA44 4SR\n");
  const char *one = path;
  g_autoptr (GError) error = NULL;
  DolenDirectoryCounts counts;

  g_assert_false (dolen_import_run (directory, &one, 1, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "broken.csv, row 3"));
  g_assert_true (dolen_directory_get_counts (directory, &counts, NULL));
  g_assert_cmpint (counts.services, ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/csv/" name, function)
  ADD ("a table comes in", a_table_comes_in);
  ADD ("cells that cannot be read are named", cells_that_cannot_be_read_are_named);
  ADD ("the same again changes nothing", the_same_again_changes_nothing);
  ADD ("a Welsh table comes in", a_welsh_table_comes_in);
  ADD ("headings are understood", headings_are_understood);
  ADD ("columns are remembered", columns_are_remembered);
  ADD ("a column takes a field over", a_column_takes_a_field_over);
  ADD ("values are read", values_are_read);
  ADD ("the first rows are shown", the_first_rows_are_shown);
  ADD ("the first table is found", the_first_table_is_found);
  ADD ("a broken table changes nothing", a_broken_table_changes_nothing);
  return g_test_run ();
}
