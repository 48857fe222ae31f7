/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "directory/dolen-edit-parts.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-undo-import.h"
#include "directory/dolen-writer.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <string.h>

/* A table without numbers of its own, mended and read again. */

#define HEADINGS "Name,Organisation,Venue,Address,Postcode,Telephone,Description,Website\n"
#define LUNCH "Lunch club,Age Friendly,Village Hall,Main Street,,01974 000000,Soup\n"
#define LUNCH_PLACED "Lunch club,Age Friendly,Village Hall,Main Street,SY25 6HX,01974 000000,Soup\n"
#define WALK                                                                                       \
  "Walking group,Age Friendly,Car park,Hill,SA44 4SR,01974 000001,Walks,www.walks.example.org\n"
#define KNIT "Knit and natter,Menter,Library,High Street,SA44 4SR,,Wool\n"

static void
a_postcode_filled_in_makes_no_second_group (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_table (directory, HEADINGS LUNCH WALK);
  g_autofree char *before = imports_find (directory, "service", "Lunch club");
  g_autoptr (DolenImportReport) again = imports_table (directory, HEADINGS LUNCH_PLACED WALK);
  g_autofree char *after = imports_find (directory, "service", "Lunch club");
  g_autoptr (DolenService) lunch = dolen_directory_get_service (directory, after, NULL);
  g_autoptr (DolenImportReport) third = NULL;
  const DolenImportRefusal *same;

  g_assert_cmpuint (first->services.added, ==, 2);
  g_assert_cmpuint (again->services.added, ==, 0);
  g_assert_cmpuint (again->services.changed, ==, 1);
  g_assert_cmpuint (again->services.unchanged, ==, 1);
  g_assert_cmpuint (again->same->len, ==, 1);
  same = again->same->pdata[0];
  g_assert_cmpstr (same->where, ==, "groups.csv, row 2");
  g_assert_cmpstr (same->why, ==, "“Lunch club”: the same group; it has a postcode now.");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (((DolenVenue *) lunch->venues->pdata[0])->postcode, ==, "SY25 6HX");
  g_assert_cmpint (imports_count (directory, "service"), ==, 2);
  g_assert_cmpint (imports_count (directory, "organisation"), ==, 1);
  third = imports_table (directory, HEADINGS LUNCH_PLACED WALK);
  g_assert_cmpuint (third->services.unchanged, ==, 2);
  g_assert_cmpuint (third->same->len, ==, 0);
  g_assert_cmpuint (third->organisations.changed, ==, 0);
}

/* What a person did to group and place stays theirs. */
static void
what_was_edited_stays_with_the_group (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_table (directory, HEADINGS LUNCH WALK);
  g_autofree char *uid = imports_find (directory, "service", "Lunch club");
  g_autofree char *venue = imports_find (directory, "venue", "Village Hall");
  g_autoptr (DolenImportReport) again = NULL;
  g_autoptr (DolenService) lunch = NULL;
  const DolenVenue *hall;
  GError *error = NULL;

  dolen_edit_set_field (directory, "service", uid, "phone", "01974 999999", "Ann", &error);
  g_assert_no_error (error);
  dolen_edit_set_field (directory, "venue", venue, "getting_there", "Bus 585", "Ann", &error);
  g_assert_no_error (error);
  again = imports_table (directory, HEADINGS LUNCH_PLACED WALK);
  g_assert_cmpuint (again->services.changed, ==, 1);
  lunch = dolen_directory_get_service (directory, uid, NULL);
  hall = lunch->venues->pdata[0];
  g_assert_cmpstr (lunch->phone, ==, "01974999999");
  g_assert_cmpstr (hall->uid, ==, venue);
  g_assert_cmpstr (hall->getting_there, ==, "Bus 585");
  g_assert_cmpstr (hall->postcode, ==, "SY25 6HX");
}

static void
a_mended_name_makes_no_second_group (void)
{
  static const char *const names[] = { "Lunch club", "Lunch clwb", "Tregaron Lunch clwb" };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *uid = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text
        = g_strdup_printf (HEADINGS "%s,Age Friendly,Village Hall,Main Street,SY25 6HX,"
                                    "01974 000000,Soup\n" WALK,
                           names[i]);
    g_autoptr (DolenImportReport) report = imports_table (directory, text);
    g_autofree char *now = imports_find (directory, "service", names[i]);

    if (uid == NULL)
      uid = g_strdup (now);
    g_assert_cmpstr (now, ==, uid);
    g_assert_cmpuint (report->services.added, ==, i == 0 ? 2 : 0);
    g_assert_cmpuint (report->same->len, ==, i == 0 ? 0 : 1);
  }
  g_assert_cmpint (imports_count (directory, "service"), ==, 2);
}

/* Another name at the same telephone may be another group: that is said, and nothing is guessed. */
static void
another_name_is_told (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_table (
      directory, HEADINGS "Yoga class,,Hall,,SY25 6HX,01974 000000,Stretch\n" WALK);
  g_autoptr (DolenImportReport) again = imports_table (
      directory, HEADINGS "Pilates class,,Hall,,SY25 6HX,01974 000000,Stretch\n" WALK);
  const DolenImportRefusal *doubt;

  g_assert_cmpuint (first->services.added, ==, 2);
  g_assert_cmpuint (again->services.added, ==, 1);
  g_assert_cmpuint (again->same->len, ==, 0);
  g_assert_cmpuint (again->doubtful->len, ==, 1);
  doubt = again->doubtful->pdata[0];
  g_assert_cmpstr (doubt->where, ==, "groups.csv, row 2");
  g_assert_nonnull (strstr (doubt->why, "Yoga class"));
  g_assert_nonnull (strstr (doubt->why, "Pilates class"));
}

/* Nothing of the name is the same: what else is tells the group again, or it is said that it may
 * be.
 */
static void
a_new_name_is_known_or_told (void)
{
  static const struct {
    const char *before, *after;
    guint same, doubtful;
  } cases[] = {
    /* Telephone and street; mailbox and telephone. */
    { "Lunch club,,Hall,Main St,SY25 6HX,01974 000000,,",
      "Cinio,,Hall,Main St,SY25 6HX,01974 000000,,",
      1,
      0 },
    { "Lunch club,,,,,01974 000000,,a@b.example", "Cinio,,,,,01974 000000,,a@b.example", 1, 0 },
    /* A telephone alone, wherever it is. */
    { "Lunch club,,,,,01974 000000,,", "Cinio,,,,,01974 000000,,", 0, 1 },
    /* Two that others have too. */
    { "Lunch club,,,,,01974 000001,,hall@b.example",
      "Cinio,,,,,01974 000001,,hall@b.example",
      0,
      1 },
    /* Nothing else is known, and one goes where one comes. */
    { "Lunch club,,,,,,,", "Dinner club,,,,,,,", 0, 1 },
    { "Lunch club,,,,,,,", "Cinio,,,,,,,", 0, 1 },
    /* The same place, or a name that was mended too; a telephone that is another. */
    { "Lunch club,,Hall,Main St,SY25 6HX,,,", "Cinio,,Hall,Main St,SY25 6HX,,,", 0, 1 },
    { "Lunch club,,,,,01974 000008,,", "Lunch clwb,,,,,01974 000009,,", 0, 1 },
    /* Nothing is the same, or words tell them apart. */
    { "Lunch club,,,,,01974 000008,,", "Choir,,,,,01974 000009,,", 0, 0 },
    { "Yoga on Monday,,,,,,,", "Yoga on Friday,,,,,,,", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *rest = "\nWalking group,,,,,01974 000001,,hall@b.example\n";
    const char *headings = "Name,Organisation,Venue,Address,Postcode,Telephone,Website,E-mail\n";
    g_autofree char *old = g_strconcat (headings, cases[i].before, rest, NULL);
    g_autofree char *new = g_strconcat (headings, cases[i].after, rest, NULL);
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autoptr (DolenImportReport) first = imports_table (directory, old);
    g_autoptr (DolenImportReport) again = imports_table (directory, new);

    g_test_message ("%s", cases[i].after);
    g_assert_cmpuint (first->services.added, ==, 2);
    g_assert_cmpuint (again->same->len, ==, cases[i].same);
    g_assert_cmpuint (again->doubtful->len, ==, cases[i].doubtful);
    g_assert_cmpuint (again->services.added, ==, 1 - cases[i].same);
    g_assert_cmpint (imports_count (directory, "service"), ==, 3 - cases[i].same);
  }
}

/* "Yoga" goes and "Slow yoga" comes with the same telephone: certain only in the same organisation
 * or at the same postcode. */
static void
a_telephone_alone_is_not_certain (void)
{
  static const struct {
    const char *organisation, *postcode;
    guint same;
  } cases[] = {
    { "", "", 0 },
    { "Menter", "", 1 },
    { "", "SY25 6HX", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *rest = g_strdup_printf (
        "%s,Hall,,%s,01974 000000,Stretch\n" WALK, cases[i].organisation, cases[i].postcode);
    g_autofree char *old = g_strconcat (HEADINGS "Yoga,", rest, NULL);
    g_autofree char *new = g_strconcat (HEADINGS "Slow yoga,", rest, NULL);
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autoptr (DolenImportReport) first = imports_table (directory, old);
    g_autoptr (DolenImportReport) again = imports_table (directory, new);

    g_assert_cmpuint (first->services.added, ==, 2);
    g_assert_cmpuint (again->services.added, ==, 1 - cases[i].same);
    g_assert_cmpuint (again->same->len, ==, cases[i].same);
    g_assert_cmpuint (again->doubtful->len, ==, 1 - cases[i].same);
    g_assert_cmpint (imports_count (directory, "service"), ==, 3 - cases[i].same);
  }
}

/* Name and postcode at once: too much to be certain. */
static void
two_changes_at_once_are_told (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_table (directory, HEADINGS LUNCH WALK);
  g_autoptr (DolenImportReport) again
             = imports_table (directory,
                              HEADINGS "Tregaron Lunch club,Age Friendly,Village Hall,Main Street,"
                                       "SY25 6HX,01974 000000,Soup\n" WALK);

  g_assert_cmpuint (first->services.added, ==, 2);
  g_assert_cmpuint (again->services.added, ==, 1);
  g_assert_cmpuint (again->doubtful->len, ==, 1);
}

/* A kept copy that cannot be read stops nothing: its row is the record it was, and read anew. */
static void
a_damaged_copy_stops_no_import (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_table (directory, HEADINGS LUNCH LUNCH_PLACED WALK);
  DolenDb *db = dolen_directory_get_db (directory);
  g_autoptr (DolenImportReport) again = NULL, third = NULL;
  const DolenImportRefusal *noted;

  g_assert_cmpuint (first->services.added, ==, 3);
  g_assert_true (dolen_db_exec (db,
                                "UPDATE source_record SET json = '{', hash = ''"
                                " WHERE foreign_id GLOB 'name:lunch club|*sy256hx'",
                                NULL));
  g_assert_cmpint (sqlite3_changes (dolen_db_get_handle (db)), ==, 1);
  again = imports_table (directory, HEADINGS LUNCH_PLACED WALK);
  g_assert_cmpuint (again->services.added, ==, 0);
  g_assert_cmpuint (again->services.changed, ==, 1);
  g_assert_cmpuint (again->rejected->len, ==, 0);
  g_assert_cmpuint (again->same->len, ==, 0);
  g_assert_cmpuint (again->noted->len, ==, 1);
  noted = again->noted->pdata[0];
  g_assert_cmpstr (noted->where, ==, "groups.csv, row 2");
  third = imports_table (directory, HEADINGS LUNCH_PLACED WALK);
  g_assert_cmpuint (third->services.unchanged, ==, 2);
  g_assert_cmpuint (third->noted->len, ==, 0);
  g_assert_cmpint (imports_count (directory, "service"), ==, 3);
}

/* One that is gone and two that are new: neither is taken for it. */
static void
what_may_be_either_stays_apart (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first
             = imports_table (directory, HEADINGS "Lunch club,Age Friendly,,,,,Soup\n" WALK);
  g_autoptr (DolenImportReport) again
             = imports_table (directory,
                              HEADINGS "Lunch club,Age Friendly,,,SY25 6HX,,Soup\n"
                                       "Lunch club,Age Friendly,,,SA44 4SR,,Soup\n" WALK);

  g_assert_cmpuint (first->services.added, ==, 2);
  g_assert_cmpuint (again->services.added, ==, 2);
  g_assert_cmpuint (again->same->len, ==, 0);
  g_assert_cmpuint (again->doubtful->len, ==, 2);
}

/* A few rows more are no newer copy: another branch is another group. */
static void
a_part_of_a_table_renames_nothing (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (GString) all = g_string_new (HEADINGS);
  g_autoptr (DolenImportReport) first = NULL, part = NULL;

  for (int i = 0; i < 10; i++)
    g_string_append_printf (all, "Club%d,Age Friendly,,,SY25 6H%c,,Soup\n", i, 'A' + i);
  first = imports_table (directory, all->str);
  part = imports_table (directory, HEADINGS "Club3,Age Friendly,,,SA44 4SR,,Soup\n");
  g_assert_cmpuint (first->services.added, ==, 10);
  g_assert_cmpuint (part->services.added, ==, 1);
  g_assert_cmpuint (part->doubtful->len, ==, 1);
}

/* The name of the organisation is mended in all its rows. */
static void
a_mended_organisation_stays_one (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_table (directory, HEADINGS LUNCH_PLACED WALK KNIT);
  g_autofree char *before = imports_find (directory, "organisation", "Age Friendly");
  g_autoptr (DolenImportReport) again = imports_table (
      directory,
      HEADINGS "Lunch club,Age Friendly Wales,Village Hall,Main Street,SY25 6HX,"
               "01974 000000,Soup\n"
               "Walking group,Age Friendly Wales,Car park,Hill,SA44 4SR,"
               "01974 000001,Walks\n" KNIT);
  g_autofree char *after = imports_find (directory, "organisation", "Age Friendly Wales");

  g_assert_cmpuint (first->organisations.added, ==, 2);
  g_assert_cmpuint (again->services.added, ==, 0);
  g_assert_cmpuint (again->organisations.added, ==, 0);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (again->same->len, ==, 3);
}

/* Another body that takes the groups over is another body: what was seen of the one says nothing of
 * the other. */
static void
another_body_is_another (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_table (directory, HEADINGS KNIT WALK);
  g_autofree char *knit = imports_find (directory, "service", "Knit and natter");
  g_autoptr (DolenImportReport) again = imports_table (
      directory, HEADINGS "Knit and natter,Cered,Library,High Street,SA44 4SR,,Wool\n" WALK);

  g_assert_cmpuint (first->organisations.added, ==, 2);
  g_assert_cmpuint (again->organisations.added, ==, 1);
  g_assert_cmpuint (again->doubtful->len + again->same->len, <=, 1);
}

static DolenImportFormer
find_former_of (DolenDirectory *directory, const char *name, const char *text)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *one = path;
  DolenImportFormer former = { 0 };
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dolen_import_find_former (directory, &one, 1, NULL, &former, NULL, &error);
  g_assert_no_error (error);
  return former;
}

static DolenImportFormer
find_former (DolenDirectory *directory, const char *text)
{
  return find_former_of (directory, "groups of march.csv", text);
}

#define OF_FEED(id, name) "{\"id\":\"" id "\",\"name\":\"" name "\",\"status\":\"active\"}"
#define UUID(n) "0f0c7a52-6b8e-4e0a-9d57-00000000000" n
#define CONTENTS(records) "{\"contents\":[" records "]}"

static void
import_feed (DolenDirectory *directory, const char *text)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "feed.json", NULL);
  const char *one = path;
  DolenImportOptions options = { .source_name = "The feed" };
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dolen_import_run (directory, &one, 1, &options, NULL, &error);
  g_assert_no_error (error);
}

/* So is a feed, by the ids of its services; short ones count only beside the name. What cannot be
 * read is no copy: the import says why. */
static void
a_renamed_feed_is_found (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenDirectory) numbered = samples_open ();

  import_feed (directory,
               CONTENTS (OF_FEED (UUID ("1"), "Lunch club") "," OF_FEED (
                   UUID ("2"), "Choir") "," OF_FEED (UUID ("3"), "Chess")));
  import_feed (
      numbered,
      CONTENTS (OF_FEED ("1", "Lunch club") "," OF_FEED ("2", "Choir") "," OF_FEED ("3", "Chess")));
  g_auto (DolenImportFormer) same = find_former_of (
      directory,
      "feed of march.json",
      CONTENTS (OF_FEED (UUID ("1"), "Another name") "," OF_FEED (UUID ("2"), "Choir") "," OF_FEED (
          UUID ("3"), "Chess") "," OF_FEED (UUID ("4"), "Bowls")));
  g_auto (DolenImportFormer) few
          = find_former_of (directory,
                            "feed of march.json",
                            CONTENTS (OF_FEED (UUID ("1"), "Lunch club") "," OF_FEED (
                                UUID ("2"), "Choir") "," OF_FEED (UUID ("7"), "Bowls")));
  /* It says itself whose it is: it comes in as that. */
  g_auto (DolenImportFormer) says = find_former_of (
      directory,
      "feed of march.json",
      "{\"publisher\":\"The feed\",\"contents\":[" OF_FEED (UUID ("1"), "Lunch club") "," OF_FEED (
          UUID ("2"), "Choir") "," OF_FEED (UUID ("3"), "Chess") "]}");
  g_auto (DolenImportFormer) broken
          = find_former_of (directory, "feed of march.json", "{\"contents\":[{\"id\":");
  g_auto (DolenImportFormer) copy = find_former_of (
      numbered,
      "march.json",
      CONTENTS (OF_FEED ("1", "Lunch club") "," OF_FEED ("2", "Choir") "," OF_FEED ("3", "Chess")));
  g_auto (DolenImportFormer) other = find_former_of (
      numbered,
      "march.json",
      CONTENTS (OF_FEED ("1", "Bowls") "," OF_FEED ("2", "Reading") "," OF_FEED ("3", "Knitting")));

  g_assert_cmpstr (same.name, ==, "The feed");
  g_assert_cmpuint (same.known, ==, 3);
  g_assert_cmpuint (same.rows, ==, 4);
  g_assert_null (few.name);
  g_assert_null (says.name);
  g_assert_null (broken.name);
  g_assert_cmpstr (copy.name, ==, "The feed");
  g_assert_null (other.name);
}

/* The same table under another name is found, mended as it is; another table is not, though its
 * rows are numbered alike. */
static void
a_renamed_table_is_found (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_table (directory, HEADINGS LUNCH WALK KNIT);
  g_auto (DolenImportFormer) same = find_former (directory, HEADINGS LUNCH_PLACED WALK KNIT);
  g_auto (DolenImportFormer) other = find_former (
      directory, HEADINGS WALK "Choir,,,,SY25 6HX,,Song\nChess,,,,SA44 4SR,,Play\n");
  g_autoptr (DolenDirectory) numbered = samples_open ();
  g_autoptr (DolenImportReport) one
             = imports_table (numbered, "ID,Name\n1,Lunch club\n2,Walking group\n3,Choir\n");
  g_auto (DolenImportFormer) none
          = find_former (numbered, "ID,Name\n1,Chess\n2,Bowls\n3,Reading\n");
  g_auto (DolenImportFormer) copy
          = find_former (numbered, "ID,Name\n1,Lunch club\n2,Walking group\n3,Choir\n4,Chess\n");

  g_assert_cmpuint (first->services.added + one->services.added, ==, 6);
  g_assert_cmpstr (same.name, ==, "groups");
  g_assert_cmpuint (same.known, ==, 3);
  g_assert_null (other.name);
  g_assert_null (none.name);
  g_assert_cmpstr (copy.name, ==, "groups");
  g_assert_cmpuint (copy.known, ==, 3);
  g_assert_cmpuint (copy.rows, ==, 4);
}

static void
undoing_brings_the_old_row_back (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_table (directory, HEADINGS LUNCH WALK);
  g_autoptr (DolenImportReport) again = imports_table (directory, HEADINGS LUNCH_PLACED WALK);
  g_autoptr (DolenImportReport) old = NULL, next = NULL;
  g_autoptr (GError) error = NULL;
  gint64 entry = 0;

  g_assert_cmpuint (again->services.changed, ==, 1);
  g_assert_true (dolen_db_get_int64 (
      dolen_directory_get_db (directory), "SELECT max(id) FROM history", &entry, NULL));
  g_assert_true (dolen_directory_undo_import (directory, entry, "Ann", NULL, &error) > 0);
  g_assert_no_error (error);
  old = imports_table (directory, HEADINGS LUNCH WALK);
  g_assert_cmpuint (old->services.added, ==, 0);
  g_assert_cmpuint (old->same->len, ==, 0);
  next = imports_table (directory, HEADINGS LUNCH_PLACED WALK);
  g_assert_cmpuint (next->services.added, ==, 0);
  g_assert_cmpint (imports_count (directory, "service"), ==, 2);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/csv-again/" name, function)
  ADD ("a postcode filled in makes no second group", a_postcode_filled_in_makes_no_second_group);
  ADD ("what was edited stays with the group", what_was_edited_stays_with_the_group);
  ADD ("a mended name makes no second group", a_mended_name_makes_no_second_group);
  ADD ("another name is told", another_name_is_told);
  ADD ("a new name is known or told", a_new_name_is_known_or_told);
  ADD ("a telephone alone is not certain", a_telephone_alone_is_not_certain);
  ADD ("two changes at once are told", two_changes_at_once_are_told);
  ADD ("a damaged copy stops no import", a_damaged_copy_stops_no_import);
  ADD ("what may be either stays apart", what_may_be_either_stays_apart);
  ADD ("a part of a table renames nothing", a_part_of_a_table_renames_nothing);
  ADD ("a mended organisation stays one", a_mended_organisation_stays_one);
  ADD ("another body is another", another_body_is_another);
  ADD ("a renamed table is found", a_renamed_table_is_found);
  ADD ("a renamed feed is found", a_renamed_feed_is_found);
  ADD ("undoing brings the old row back", undoing_brings_the_old_row_back);
  return g_test_run ();
}
