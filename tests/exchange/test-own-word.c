/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-directory-private.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-edits.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "exchange/out/dolen-export.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <string.h>

/* What a Dolen exported comes back: into the same directory, and into another. */

static char *
export_as (DolenDirectory *directory, DolenExportFormat format, DolenLanguage language)
{
  static const char *const ends[] = { [DOLEN_EXPORT_ORUK3] = ".json",
                                      [DOLEN_EXPORT_HSDS] = ".json",
                                      [DOLEN_EXPORT_HSDS_CSV] = "",
                                      [DOLEN_EXPORT_GEOJSON] = ".geojson",
                                      [DOLEN_EXPORT_CSV] = ".csv" };
  static int number;
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *name = g_strdup_printf ("own-%d%s", number++, ends[format]);
  char *path = g_build_filename (folder, name, NULL);
  const DolenExportOptions options = { .language = language };
  GError *error = NULL;

  dolen_export_run (directory, format, path, &options, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
take_text (DolenRow *row, gpointer text)
{
  char *line = dolen_row_take_text (row);

  g_string_append_printf (text, "%s\n", line != NULL ? line : "");
  g_free (line);
}

/* Everything that stands in the directory, as one text. */
static char *
dump (DolenDirectory *directory)
{
  static const char *const selects[] = {
    "SELECT uid || coalesce (name_en, '') || coalesce (name_cy, '') || coalesce (description_en, '')"
    " || coalesce (eligibility_en, '') || coalesce (how_to_join_cy, '') || coalesce (phone, '')"
    " || coalesce (email, '') || coalesce (url, '') || coalesce (fees, '') || status"
    " || coalesce (gone_since, '') FROM service WHERE id > ?1 ORDER BY uid",
    "SELECT uid || coalesce (name_en, '') || coalesce (phone, '') || governance FROM organisation"
    " WHERE id > ?1 ORDER BY uid",
    "SELECT uid || coalesce (name_en, '') || coalesce (address, '') || coalesce (postcode, '')"
    " || coalesce (latitude, '') || hide_address FROM venue WHERE id > ?1 ORDER BY uid",
    "SELECT uid || coalesce (name, '') || coalesce (phone, '') || permission FROM contact"
    " WHERE id > ?1 ORDER BY uid",
    "SELECT uid || coalesce (byday, '') || coalesce (opens_at, '') || coalesce (freq, '')"
    " FROM schedule WHERE id > ?1 ORDER BY uid",
    "SELECT uid || coalesce (pence, '') FROM cost WHERE id > ?1 ORDER BY uid",
    "SELECT uid || status FROM capacity_report WHERE id > ?1 ORDER BY uid",
    "SELECT code || kind || state || service FROM tag WHERE id > ?1 ORDER BY service, kind, code",
    "SELECT '=' WHERE ?1 = 0",
    "SELECT record_uid || field FROM field_edit WHERE id > ?1 ORDER BY record_uid, field",
    "SELECT uid FROM source WHERE id > ?1 ORDER BY uid",
    "SELECT uid FROM history WHERE id > ?1 ORDER BY uid",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (selects); i++) {
    dolen_directory_each (directory, selects[i], 0, take_text, text, &error);
    g_assert_no_error (error);
  }
  return g_strdup (text->str);
}

/* The same, without what is noted of edits and sources. */
static char *
dump_facts (DolenDirectory *directory)
{
  char *all = dump (directory);
  char *end = strstr (all, "\n=\n");

  if (end != NULL)
    *end = 0;
  return all;
}

static void
assert_comes_back (DolenExportFormat format, DolenLanguage language)
{
  g_autoptr (DolenDirectory) directory = imports_sample ();
  g_autofree char *path = export_as (directory, format, language);
  g_autofree char *before = dump (directory);
  g_autoptr (DolenImportReport) report = imports_read (directory, path);
  g_autofree char *after = dump (directory);

  g_assert_cmpuint (report->services.added, ==, 0);
  g_assert_cmpuint (report->services.changed, ==, 0);
  g_assert_cmpuint (report->services.unchanged, >, 100);
  g_assert_cmpuint (report->organisations.added, ==, 0);
  g_assert_cmpuint (report->organisations.changed, ==, 0);
  g_assert_cmpstr (after, ==, before);
}

static void
an_export_read_where_it_was_made_changes_nothing (void)
{
  assert_comes_back (DOLEN_EXPORT_ORUK3, DOLEN_LANGUAGE_EN);
  assert_comes_back (DOLEN_EXPORT_HSDS, DOLEN_LANGUAGE_EN);
  assert_comes_back (DOLEN_EXPORT_HSDS_CSV, DOLEN_LANGUAGE_EN);
  assert_comes_back (DOLEN_EXPORT_CSV, DOLEN_LANGUAGE_EN);
  assert_comes_back (DOLEN_EXPORT_CSV, DOLEN_LANGUAGE_CY);
}

static char *
uids_of (DolenDirectory *directory)
{
  g_autoptr (GString) text = g_string_new (NULL);

  dolen_directory_each (directory,
                        "SELECT uid FROM service WHERE id > ?1 AND gone_since IS NULL"
                        " AND status IN ('active', 'temporarily-closed') ORDER BY uid",
                        0,
                        take_text,
                        text,
                        NULL);
  return g_strdup (text->str);
}

/* The records keep their uids in every form, and reading the file again changes nothing. */
static void
an_empty_directory_has_the_same_records (void)
{
  static const DolenExportFormat formats[]
      = { DOLEN_EXPORT_HSDS, DOLEN_EXPORT_HSDS_CSV, DOLEN_EXPORT_ORUK3, DOLEN_EXPORT_CSV };
  g_autoptr (DolenDirectory) first = imports_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *path = export_as (first, formats[i], DOLEN_LANGUAGE_EN);
    g_autoptr (DolenDirectory) second = samples_open ();
    g_autoptr (DolenImportReport) came = imports_read (second, path);
    g_autoptr (DolenImportReport) again = imports_read (second, path);
    g_autofree char *ours = uids_of (first), *theirs = uids_of (second);

    g_assert_cmpuint (came->services.added, >, 100);
    g_assert_cmpuint (again->services.added + again->services.changed, ==, 0);
    g_assert_cmpstr (ours, ==, theirs);
  }
}

#define GROUPS                                                                                      \
  "[{\"id\":\"g1\",\"name\":\"Lunch club\",\"status\":\"active\",\"application_process\":\"Ring\"," \
  "\"phones\":[{\"number\":\"01974 000000\"}],\"email\":\"lunch@group.example\","                   \
  "\"contacts\":[{\"name\":\"Ann Jones\",\"phones\":[{\"number\":\"01974 000009\"}]}],"             \
  "\"organization\":{\"id\":\"o1\",\"name\":\"Trust\"}},"                                           \
  "{\"id\":\"g2\",\"name\":\"Walking group\",\"status\":\"active\"}]"

static char *
lunch_uid (DolenDirectory *directory)
{
  g_autoptr (GString) text = g_string_new (NULL);

  dolen_directory_each (directory,
                        "SELECT uid FROM service WHERE id > ?1 AND name_en = 'Lunch club'",
                        0,
                        take_text,
                        text,
                        NULL);
  return g_strchomp (g_strdup (text->str));
}

/* The places at which it is, as one text. */
static char *
places_of (DolenDirectory *directory)
{
  g_autoptr (GString) text = g_string_new (NULL);

  dolen_directory_each (directory,
                        "SELECT coalesce (v.address, '') || '|' || coalesce (v.city, '') || '|'"
                        " || coalesce (v.postcode, '') FROM venue v JOIN service_venue sv"
                        " ON sv.venue = v.id WHERE v.id > ?1 ORDER BY v.id",
                        0,
                        take_text,
                        text,
                        NULL);
  return g_strdup (text->str);
}

static char *
edited_copy (const char *path, const char *from, const char *to)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) edited = NULL;
  static int number;
  g_autofree char *name = g_strdup_printf ("edited-%d.csv", number++);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  edited = g_string_new (text);
  g_assert_cmpuint (g_string_replace (edited, from, to, 0), >, 0);
  return imports_write (name, edited->str);
}

/* A cell that was changed in the spreadsheet changes that, and nothing else; its feed does not take
 * it back. */
static void
a_changed_cell_changes_that_alone (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *feed = imports_write ("county.json", GROUPS);
  g_autoptr (DolenImportReport) first = imports_read (directory, feed);
  g_autofree char *uid = lunch_uid (directory);
  g_autofree char *sheet = export_as (directory, DOLEN_EXPORT_CSV, DOLEN_LANGUAGE_EN);
  g_autofree char *edited = edited_copy (sheet, "01974 000000", "01974 111111");
  g_autoptr (DolenImportReport) report = imports_read (directory, edited);
  g_autoptr (DolenService) lunch = dolen_directory_get_service (directory, uid, NULL);
  g_autoptr (GString) newer = g_string_new (GROUPS);
  g_autofree char *later = NULL;
  g_autoptr (DolenImportReport) again = NULL, refreshed = NULL;
  g_autoptr (DolenService) now = NULL;

  g_assert_cmpuint (first->services.added, ==, 2);
  g_assert_cmpuint (report->services.added, ==, 0);
  g_assert_cmpuint (report->services.changed, ==, 1);
  g_assert_cmpuint (report->organisations.added, ==, 0);
  g_assert_cmpstr (lunch->phone, ==, "01974111111");
  g_assert_cmpstr (lunch->how_to_join.en, ==, "Ring");
  g_assert_cmpstr (lunch->email, ==, "lunch@group.example");
  g_assert_cmpuint (lunch->contacts->len, ==, 1);
  again = imports_read (directory, edited);
  g_assert_cmpuint (again->services.changed, ==, 0);
  g_string_replace (newer, "\"Ring\"", "\"Just come\"", 0);
  later = imports_write ("county.json", newer->str);
  refreshed = imports_read (directory, later);
  g_assert_cmpuint (refreshed->services.changed, ==, 1);
  now = dolen_directory_get_service (directory, uid, NULL);
  g_assert_cmpstr (now->phone, ==, "01974111111");
  g_assert_cmpstr (now->how_to_join.en, ==, "Just come");
}

/* What people edited stays, and the two are laid before somebody. */
static void
an_edit_stays_and_is_a_clash (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *feed = imports_write ("county.json", GROUPS);
  g_autoptr (DolenImportReport) first = imports_read (directory, feed);
  g_autofree char *uid = lunch_uid (directory);
  g_autofree char *sheet = export_as (directory, DOLEN_EXPORT_CSV, DOLEN_LANGUAGE_EN);
  g_autofree char *edited = edited_copy (sheet, "lunch@group", "new@group");
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (DolenService) lunch = NULL;
  GError *error = NULL;
  guint clashes = 0;

  g_assert_cmpuint (first->services.added, ==, 2);
  dolen_edit_set_field (directory, "service", uid, "email", "ours@group.example", "Ann", &error);
  g_assert_no_error (error);
  report = imports_read (directory, edited);
  lunch = dolen_directory_get_service (directory, uid, NULL);
  g_assert_cmpuint (report->services.changed, ==, 0);
  g_assert_cmpstr (lunch->email, ==, "ours@group.example");
  g_assert_true (dolen_directory_count_clashes (directory, report->source_uid, &clashes, NULL));
  g_assert_cmpuint (clashes, ==, 1);
}

/* A place that was put right here is not mixed with that of an earlier export. */
static void
an_edited_place_stays_and_is_a_clash (void)
{
  static const char TABLE[] = "Name,Venue,Address,Town,Postcode\n"
                              "Lunch club,,\"Unit 4, Glanyrafon Ind Est\",Aberystwyth,SY23 3JQ\n";
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *table = imports_write ("places.csv", TABLE);
  g_autoptr (DolenImportReport) first = imports_read (directory, table);
  g_autofree char *uid = lunch_uid (directory);
  g_autofree char *sheet = export_as (directory, DOLEN_EXPORT_CSV, DOLEN_LANGUAGE_EN);
  g_autoptr (DolenService) edited = dolen_directory_get_service (directory, uid, NULL);
  g_autoptr (DolenImportReport) report = NULL;
  g_autofree char *before = NULL, *after = NULL;
  DolenVenue *hall = dolen_venue_new ();
  GError *error = NULL;
  guint clashes = 0;

  g_assert_cmpuint (first->services.added, ==, 1);
  hall->address = g_strdup ("Town Hall");
  hall->city = g_strdup ("Aberystwyth");
  hall->postcode = g_strdup ("SY23 2EB");
  g_ptr_array_set_size (edited->venues, 0);
  g_ptr_array_add (edited->venues, hall);
  dolen_edit_set_part (directory, "service", "venues", edited, "Ann", &error);
  g_assert_no_error (error);
  before = places_of (directory);
  report = imports_read (directory, sheet);
  after = places_of (directory);
  g_assert_cmpuint (report->services.changed, ==, 0);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (after, "SY23 2EB"));
  g_assert_true (dolen_directory_count_clashes (directory, report->source_uid, &clashes, NULL));
  g_assert_cmpuint (clashes, ==, 1);
}

#define SAID_TWICE                                                                                 \
  "[{\"id\":\"g1\",\"name\":\"Lunch club\",\"status\":\"active\",\"phone\":\"01974 000000\","      \
  "\"email\":\"lunch@group.example\",\"fees_description\":\"a small gift\","                       \
  "\"cost_options\":[{\"amount\":2}],"                                                             \
  "\"contacts\":[{\"name\":\"Ann Jones\",\"phones\":[{\"number\":\"01974 000009\"}]}]}]"

static void
edit_for_test (DolenDirectory *directory, const char *uid, const char *name)
{
  g_autoptr (DolenService) edited = dolen_directory_get_service (directory, uid, NULL);
  GError *error = NULL;

  if (g_str_equal (name, "contacts"))
    g_ptr_array_set_size (edited->contacts, 0);
  else if (g_str_equal (name, "costs"))
    ((DolenCost *) edited->costs->pdata[0])->pence = 300;
  if (g_str_equal (name, "closing"))
    dolen_edit_close (directory, uid, NULL, NULL, NULL, "Ann", &error);
  else if (g_str_equal (name, "contacts") || g_str_equal (name, "costs"))
    dolen_edit_set_part (directory, "service", name, edited, "Ann", &error);
  else
    dolen_edit_set_field (directory,
                          "service",
                          uid,
                          name,
                          g_str_equal (name, "phone") ? "01974 555555" : "ours@here.example",
                          "Ann",
                          &error);
  g_assert_no_error (error);
}

/* Where one fact has two places (cost in words or a list, a telephone of the group or of a
 * contact), an edit of the one is not spoken against by what a file has in the other. */
static void
an_edit_of_the_same_fact_stays_and_is_a_clash (void)
{
  static const DolenImportOptions GIVEN_OUT = { .given_out = TRUE };
  static const struct {
    const char *edited, *from, *to;
  } cases[] = { { "costs", "a small gift", "£4" },
                { "fees", "\"amount\":2", "\"amount\":4" },
                { "contacts", "01974 000000", "01974 222222" },
                { "contacts", "lunch@group", "new@group" },
                { "contacts", "Nobody", "Nobody" },
                { "phone", "01974 000009", "01974 333333" },
                { "email", "01974 000009", "01974 333333" },
                { "closing", "Nobody", "Nobody" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *feed = imports_write ("county.json", SAID_TWICE);
    g_autoptr (DolenImportReport) first = imports_read_as (directory, feed, &GIVEN_OUT);
    g_autofree char *uid = lunch_uid (directory);
    g_autofree char *path = export_as (directory, DOLEN_EXPORT_HSDS, DOLEN_LANGUAGE_EN);
    g_autofree char *text = NULL, *before = NULL, *after = NULL;
    g_autoptr (GString) older = NULL;
    g_autoptr (DolenImportReport) report = NULL;
    guint clashes = 0;

    g_assert_cmpuint (first->services.added, ==, 1);
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    older = g_string_new (text);
    g_string_replace (older, cases[i].from, cases[i].to, 0);
    g_assert_true (g_file_set_contents (path, older->str, -1, NULL));
    edit_for_test (directory, uid, cases[i].edited);
    before = dump_facts (directory);
    report = imports_read (directory, path);
    after = dump_facts (directory);
    g_assert_cmpstr (after, ==, before);
    g_assert_true (dolen_directory_count_clashes (directory, report->source_uid, &clashes, NULL));
    g_assert_cmpuint (clashes, >=, 1);
  }
}

/* What a sheet cannot change is said; what is not in it is not gone for that. */
static void
what_a_sheet_cannot_change_is_said (void)
{
  static const DolenImportOptions COMPLETE = { .complete = TRUE };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *feed = imports_write ("county.json", GROUPS);
  g_autoptr (DolenImportReport) first = imports_read (directory, feed);
  g_autofree char *uid = lunch_uid (directory);
  g_autofree char *sheet = export_as (directory, DOLEN_EXPORT_CSV, DOLEN_LANGUAGE_EN);
  g_autofree char *edited = edited_copy (sheet, "Trust", "Another body");
  g_autofree char *again = edited_copy (edited, "01974 000000", "01974 111111");
  g_autofree char *less = NULL;
  g_autoptr (DolenImportReport) report = imports_read (directory, edited);
  g_autoptr (DolenImportReport) more = imports_read (directory, again);
  g_autoptr (DolenImportReport) part = NULL;
  g_autofree char *folder = g_path_get_dirname (again), *name = g_path_get_basename (again);
  g_autoptr (DolenService) lunch = NULL;

  g_assert_cmpuint (first->services.added, ==, 2);
  g_assert_cmpuint (report->services.changed, ==, 0);
  g_assert_cmpuint (report->organisations.added, ==, 0);
  g_assert_cmpuint (report->noted->len, ==, 1);
  g_assert_cmpuint (more->services.changed, ==, 1);
  /* The same sheet, with the other group only. */
  less = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (less, "ID,Name\n7,Choir\n", -1, NULL));
  part = imports_read_as (directory, less, &COMPLETE);
  g_assert_cmpuint (part->services.added, ==, 1);
  g_assert_cmpuint (part->gone, ==, 0);
  lunch = dolen_directory_get_service (directory, uid, NULL);
  g_assert_null (lunch->gone_since);
  g_assert_cmpstr (lunch->phone, ==, "01974111111");
}

/* Strict Open Referral holds less: what it cannot say is not taken away. */
static void
a_poorer_form_takes_nothing_away (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *feed = imports_write ("county.json", GROUPS);
  g_autoptr (DolenImportReport) first = imports_read (directory, feed);
  g_autofree char *uid = lunch_uid (directory);
  g_autofree char *strict = export_as (directory, DOLEN_EXPORT_ORUK3, DOLEN_LANGUAGE_EN);
  g_autofree char *text = NULL, *path = NULL;
  g_autoptr (GString) edited = NULL;
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (DolenService) lunch = NULL;

  g_assert_cmpuint (first->services.added, ==, 2);
  g_assert_true (g_file_get_contents (strict, &text, NULL, NULL));
  edited = g_string_new (text);
  g_string_replace (edited, "Lunch club", "Luncheon club", 0);
  path = imports_write ("strict.json", edited->str);
  report = imports_read (directory, path);
  lunch = dolen_directory_get_service (directory, uid, NULL);
  g_assert_cmpuint (report->services.changed, ==, 1);
  g_assert_cmpstr (lunch->name.en, ==, "Luncheon club");
  g_assert_cmpstr (lunch->how_to_join.en, ==, "Ring");
  g_assert_cmpuint (lunch->contacts->len, ==, 1);
}

/* An id of a stranger's own is not taken for a uid of ours. */
static void
a_strangers_ids_are_no_uids (void)
{
#define STRANGER "5b1f2a3c-0000-4000-8000-000000000001"
  static const char JSON[]
      = "{\"contents\":[{\"id\":\"" STRANGER "\",\"name\":\"Lunch club\",\"status\":\"active\","
        "\"schedules\":[{\"id\":\"5b1f2a3c-0000-4000-8000-000000000002\",\"freq\":\"WEEKLY\","
        "\"byday\":\"TU\"}]}]}";
  static const char TABLE[] = "ID,Name,Organisation,When,Venue,Postcode,Cost\n" STRANGER
                              ",Lunch club,Trust,Tuesdays 10:00–12:00,Hall,SY25 6HX,£3\n";

  for (int i = 0; i < 2; i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *path
        = imports_write (i == 0 ? "strict.json" : "strict.csv", i == 0 ? JSON : TABLE);
    g_autoptr (DolenImportReport) report = imports_read (directory, path);
    g_autofree char *uid = lunch_uid (directory);

    g_assert_cmpuint (report->services.added, ==, 1);
    g_assert_cmpstr (uid, !=, STRANGER);
  }
}

static void
assert_suggestion_arrives (DolenDirectory *from, DolenDirectory *to)
{
  g_autoptr (GPtrArray) changes
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
  g_autofree char *uid = lunch_uid (from), *theirs = lunch_uid (to);
  g_autoptr (GPtrArray) listed = NULL;
  DolenSuggestedCounts counts = { 0 };
  GError *error = NULL;

  g_ptr_array_add (changes,
                   dolen_suggested_change_new (
                       from, "service", uid, "fees", "£2", "They told me", "Ann", &error));
  g_assert_no_error (error);
  g_assert_true (dolen_suggested_changes_add (to, changes, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 1);
  listed = dolen_suggested_changes_list (to, theirs, NULL);
  g_assert_cmpuint (listed->len, >=, 1);
}

/* A change that is suggested in the one is known in the other, in whichever form the record went
 * there; and the other way, and in a third that was made of the same file. */
static void
a_change_suggested_elsewhere_is_known (void)
{
  static const DolenExportFormat formats[]
      = { DOLEN_EXPORT_HSDS, DOLEN_EXPORT_HSDS_CSV, DOLEN_EXPORT_ORUK3, DOLEN_EXPORT_CSV };
  g_autoptr (DolenDirectory) first = samples_open ();
  g_autofree char *feed = imports_write ("county.json", GROUPS);
  g_autoptr (DolenImportReport) came = imports_read (first, feed);

  g_assert_cmpuint (came->services.added, ==, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *path = export_as (first, formats[i], DOLEN_LANGUAGE_EN);
    g_autoptr (DolenDirectory) second = samples_open ();
    g_autoptr (DolenImportReport) there = imports_read (second, path);
    g_autoptr (DolenDirectory) third = samples_open ();
    const DolenImportOptions named = { .source_name = "By another name" };
    g_autoptr (DolenImportReport) elsewhere = imports_read_as (third, path, &named);

    g_assert_cmpuint (there->services.added, ==, 2);
    g_assert_cmpuint (elsewhere->services.added, ==, 2);
    assert_suggestion_arrives (first, second);
    assert_suggestion_arrives (second, first);
    assert_suggestion_arrives (second, third);
  }
}

/* A map file is not read, and it says what to open instead. */
static void
a_map_file_says_what_to_open (void)
{
  g_autoptr (DolenDirectory) directory = imports_sample ();
  g_autofree char *path = export_as (directory, DOLEN_EXPORT_GEOJSON, DOLEN_LANGUAGE_EN);
  const char *one = path;
  g_autoptr (GError) error = NULL;

  g_assert_false (dolen_import_run (directory, &one, 1, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "(GeoJSON)"));
  g_assert_nonnull (strstr (error->message, "“For another Dolen”"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/own-word/" name, function)
  ADD ("an export read where it was made changes nothing",
       an_export_read_where_it_was_made_changes_nothing);
  ADD ("an empty directory has the same records", an_empty_directory_has_the_same_records);
  ADD ("a changed cell changes that alone", a_changed_cell_changes_that_alone);
  ADD ("an edit stays and is a clash", an_edit_stays_and_is_a_clash);
  ADD ("an edited place stays and is a clash", an_edited_place_stays_and_is_a_clash);
  ADD ("an edit of the same fact stays and is a clash",
       an_edit_of_the_same_fact_stays_and_is_a_clash);
  ADD ("what a sheet cannot change is said", what_a_sheet_cannot_change_is_said);
  ADD ("a poorer form takes nothing away", a_poorer_form_takes_nothing_away);
  ADD ("a stranger's ids are no uids", a_strangers_ids_are_no_uids);
  ADD ("a map file says what to open", a_map_file_says_what_to_open);
  ADD ("a change suggested elsewhere is known", a_change_suggested_elsewhere_is_known);
  return g_test_run ();
}
