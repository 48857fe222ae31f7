/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "directory/bytes.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-field-words.h"
#include "directory/dolen-writer.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "directory/keeping/dolen-value-words.h"
#include "directory/privacy/dolen-edit-erase.h"
#include "directory/samples.h"

#include <string.h>

/* 4 May 2026, noon */
#define NOW G_GINT64_CONSTANT (1777892400000)

static DolenVenue *
refuge (void)
{
  DolenVenue *venue = samples_venue ("Safe house", "Lampeter", 52.1131, -4.0797);

  venue->uid = g_strdup ("house");
  venue->address = g_strdup ("7 Canary Row");
  venue->postcode = g_strdup ("SA48 7QQ");
  return venue;
}

#define PLACE_JSON                                                                                 \
  "{\"id\":\"2\",\"locations\":[{\"latitude\":52.1131,\"physical_addresses\":[{\"address_1\":\"7 " \
  "Canary Row\",\"postal_code\":\"SA48 7QQ\"}]}]}"

static void
import_refuge (DolenDirectory *dir, const char *hash)
{
  DolenSource source
      = { .uid = (char *) "a-feed", .name = (char *) "A feed", .dialect = (char *) "oruk-1" };
  DolenSourceRecord record = { "service", "2", "refuge", PLACE_JSON, hash };
  g_autoptr (DolenService) service = samples_service ("Refuge", NULL, DOLEN_TEXT_GIVEN);
  g_autoptr (DolenDirectoryWriter) writer = NULL;
  DolenRecordState state;

  service->uid = g_strdup ("refuge");
  g_ptr_array_add (service->venues, refuge ());
  writer = dolen_directory_writer_new (dir, &source, NULL);
  g_assert_true (dolen_directory_writer_put_record (writer, &record, &state, NULL));
  g_assert_true (dolen_directory_writer_put_service (writer, service, NULL));
  g_assert_true (dolen_directory_writer_finish (writer, NULL, NULL, NULL));
}

static void
assert_hidden (const char *path)
{
  static const char *const words[] = { "canary row", "sa48 7qq", "52.1131" };
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (stands_in (path, words[i]) || stands_in (log, words[i]))
      g_error ("“%s” is still in the file", words[i]);
}

static void
test_an_address_that_is_hidden_is_nowhere (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  DolenDirectory *dir = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (DolenVenue) venue = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  import_refuge (dir, "first");
  venue = dolen_directory_get_venue (dir, "house", NULL);
  g_assert_true (stands_in (path, "canary row") || stands_in (log, "canary row"));
  venue->hide_address = TRUE;
  id = dolen_edit_set_part (dir, "venue", "place", venue, "a curator", &error);
  g_assert_no_error (error);
  assert_hidden (path);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM venue WHERE postcode = 'SA48'"), ==, 1);
  /* However often the feed tells it anew. */
  for (int i = 0; i < 3; i++) {
    g_autofree char *hash = g_strdup_printf ("again %d", i);

    import_refuge (dir, hash);
    dolen_erasure_settle (dir);
    assert_hidden (path);
    g_assert_cmpint (
        samples_count (dir, "SELECT count(*) FROM field_edit WHERE field = 'place'"), ==, 1);
  }
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, &error), >, 0);
  g_assert_cmpint (
      samples_count (dir,
                     "SELECT count(*) FROM venue WHERE hide_address = 0 AND city = 'Lampeter'"),
      ==,
      1);
  /* Hidden, its street typed anew, and that taken back: it goes again. */
  {
    g_autoptr (DolenVenue) anew = refuge ();

    g_assert_cmpint (dolen_edit_set_part (dir, "venue", "place", venue, NULL, NULL), >, 0);
    id = dolen_edit_set_part (dir, "venue", "place", anew, "a curator", &error);
    g_assert_no_error (error);
    g_assert_cmpint (dolen_edit_undo (dir, id, NULL, &error), >, 0);
    dolen_erasure_settle (dir);
    assert_hidden (path);
  }
  dolen_directory_close (dir);
}

/* ---- as often and in whatever way the address was written ---- */

#define FORMER_JSON                                                                                   \
  "{\"id\":\"2\",\"locations\":[{\"latitude\":52.1131,\"address\":\"Canary Row No. 7, Upper Floor\"," \
  "\"postcode\":\"sa48 7qq\"}]}"

static void
move_to (DolenDirectory *dir, const char *address, const char *postcode)
{
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (dir, "house", NULL);

  g_free (venue->address);
  g_free (venue->postcode);
  venue->address = g_strdup (address);
  venue->postcode = g_strdup (postcode);
  g_assert_cmpint (dolen_edit_set_part (dir, "venue", "place", venue, NULL, NULL), >, 0);
}

static gint64
hide (DolenDirectory *dir)
{
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (dir, "house", NULL);
  g_autoptr (GError) error = NULL;
  gint64 id;

  venue->hide_address = TRUE;
  id = dolen_edit_set_part (dir, "venue", "place", venue, "a curator", &error);
  g_assert_no_error (error);
  return id;
}

/* A feed's record, a second one that an import keeps the first of, two addresses before the last.
 */
static void
write_address_often (DolenDirectory *dir)
{
  DolenSource source
      = { .uid = (char *) "a-feed", .name = (char *) "A feed", .dialect = (char *) "oruk-1" };
  DolenSourceRecord record = { "service", "2", "refuge", FORMER_JSON, "other" };
  g_autoptr (DolenService) service = samples_service ("Refuge", NULL, DOLEN_TEXT_GIVEN);
  g_autoptr (DolenDirectoryWriter) writer = NULL;
  DolenVenue *other = samples_venue ("Office", "Lampeter", 52.1, -4.1);
  DolenRecordState state;

  import_refuge (dir, "first");
  service->uid = g_strdup ("refuge");
  dolen_bilingual_load (&service->description,
                        "Come to 9 nightjar walk, SA48 7ZZ",
                        DOLEN_TEXT_GIVEN,
                        NULL,
                        DOLEN_TEXT_MISSING);
  other->uid = g_strdup ("office");
  other->address = g_strdup ("1 Open Street");
  g_ptr_array_add (service->venues, refuge ());
  g_ptr_array_add (service->venues, other);
  writer = dolen_directory_writer_new (dir, &source, NULL);
  g_assert_true (dolen_directory_writer_put_record (writer, &record, &state, NULL));
  g_assert_true (dolen_directory_writer_put_service (writer, service, NULL));
  g_assert_true (dolen_directory_writer_finish (writer, NULL, NULL, NULL));
  move_to (dir, "12\n8 Cuckoo Lane", "SA48 7XX");
  move_to (dir, "9 Nightjar Walk", "SA48 7ZZ");
}

static void
assert_unwritten (const char *path, gboolean expected)
{
  static const char *const words[]
      = { "canary row", "sa48 7qq", "52.1131",  "upper floor", "cuckoo",
          "sa48 7xx",   "nightjar", "sa48 7zz", "sa487qq",     "sa487zz" };
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    gboolean here = stands_in (path, words[i]) || stands_in (log, words[i]);

    if (here && !expected)
      g_error ("“%s” is still in the file", words[i]);
    found = found || here;
  }
  g_assert_true (found == expected);
}

static void
test_an_address_is_hidden_however_it_was_written (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  DolenDirectory *dir = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  write_address_often (dir);
  assert_unwritten (path, TRUE);
  g_assert_cmpint (
      samples_count (dir,
                     "SELECT count(*) FROM search_text_en WHERE description LIKE '%Nightjar%'"),
      ==,
      1);
  hide (dir);
  assert_unwritten (path, FALSE);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM search_text_en WHERE description LIKE '%Come to%'"),
      ==,
      1);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM venue WHERE address = '1 Open Street'"), ==, 1);
  g_assert_true (dolen_directory_check (dir, &error));
  g_assert_no_error (error);
  dolen_directory_close (dir);
  assert_unwritten (path, FALSE);
}

/* The venues of a service stand in one entry of its history: those that are not hidden stay. */
static void
test_a_hidden_address_leaves_the_others_in_the_history (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = NULL;

  write_address_often (dir);
  service = dolen_directory_get_service (dir, "refuge", NULL);
  g_ptr_array_add (service->venues, samples_venue ("Hall", "Lampeter", 52.1, -4.1));
  g_assert_cmpint (dolen_edit_set_part (dir, "service", "venues", service, NULL, NULL), >, 0);
  hide (dir);
  g_assert_cmpint (samples_count (dir,
                                  "SELECT count(*) FROM history WHERE field = 'venues'"
                                  " AND before LIKE '%1 Open Street%'"
                                  " AND before NOT LIKE '%Nightjar%'"),
                   ==,
                   1);
}

/* Shown, typed anew, and hidden by taking that back: in the log, too, it is no more. */
static void
test_hiding_by_undo_settles (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  DolenDirectory *dir = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  import_refuge (dir, "first");
  for (guint i = 0; i < 2; i++) {
    g_autoptr (DolenVenue) anew = refuge ();
    gint64 id;

    hide (dir);
    assert_hidden (path);
    id = dolen_edit_set_part (dir, "venue", "place", anew, "a curator", NULL);
    g_assert_cmpint (id, >, 0);
    g_assert_true (stands_in (path, "canary row") || stands_in (log, "canary row"));
    if (i == 0)
      g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
    else
      g_assert_cmpint (dolen_edit_put_back (dir, id, NULL, NULL), >, 0);
    assert_hidden (path);
    g_assert_cmpint (
        samples_count (dir, "SELECT count(*) FROM venue WHERE hide_address = 1"), ==, 1);
    g_assert_cmpint (dolen_edit_set_part (dir, "venue", "place", anew, "a curator", NULL), >, 0);
  }
  dolen_directory_close (dir);
}

/* Suggested before the group hid where it meets: the street as it was typed, decided or not. */
static void
test_what_was_suggested_goes_too (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  DolenDirectory *dir = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autoptr (GPtrArray) list
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
  GError *error = NULL;

  import_refuge (dir, "first");
  for (guint i = 0; i < 2; i++) {
    g_ptr_array_add (list,
                     dolen_suggested_change_new (dir,
                                                 "service",
                                                 "refuge",
                                                 "venue",
                                                 i == 0 ? "The House, 9 Wren Terrace, Lampeter"
                                                        : "The House, 11 Wren Terrace, Lampeter",
                                                 "they moved to Wren Terrace",
                                                 NULL,
                                                 &error));
    g_assert_no_error (error);
  }
  g_ptr_array_add (list,
                   dolen_suggested_change_new (
                       dir, "service", "refuge", "phone", "01632960999", NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (dolen_suggested_changes_add (dir, list, NULL, &error));
  g_assert_cmpint (dolen_suggested_change_decline (
                       dir, ((DolenSuggestedChange *) list->pdata[1])->uid, NULL, "Siân", &error),
                   >,
                   0);
  g_assert_true (stands_in (path, "wren terrace") || stands_in (log, "wren terrace"));
  hide (dir);
  g_assert_false (stands_in (path, "wren terrace") || stands_in (log, "wren terrace"));
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM suggestion"), ==, 1);
  dolen_directory_close (dir);
}

/* Of a hidden place neither side of anything is told. */
static void
test_a_clash_tells_nothing_of_a_hidden_place (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Band", "Band", DOLEN_TEXT_CHECKED);
  DolenVenue *venue = samples_venue ("Hall", "Lampeter", 52.1, -4.07);
  g_autoptr (GPtrArray) clashes = NULL;

  venue->hide_address = TRUE;
  venue->getting_there = g_strdup ("Behind Canary Chapel");
  g_ptr_array_add (venue->accessibility, g_strdup ("Ramp in Canary Lane"));
  g_ptr_array_add (service->venues, venue);
  samples_save (dir, service);
  g_assert_true (dolen_db_exec (
      dolen_directory_get_db (dir),
      "INSERT INTO field_edit (kind, record_uid, field, feed_value, edited_at, feed_changed_at)"
      " SELECT 'venue', uid, 'getting_there', 'Canary Street', 1, 1777800000000 FROM venue;"
      "INSERT INTO field_edit (kind, record_uid, field, feed_value, edited_at, feed_changed_at)"
      " SELECT 'venue', uid, 'accessibility', '[\"Canary steps\"]', 1, 1777800000000 FROM venue;"
      "INSERT INTO field_edit (kind, record_uid, field, feed_value, edited_at, feed_changed_at)"
      " SELECT 'venue', uid, 'place', '{\"address\":\"Canary\"}', 0, 1777800000000 FROM venue;",
      NULL));
  clashes = dolen_directory_list_clashes (dir, NULL, 0, NULL);
  g_assert_cmpuint (clashes->len, ==, 3);
  for (guint i = 0; i < clashes->len; i++) {
    const DolenClash *clash = g_ptr_array_index (clashes, i);
    g_autofree char *said = dolen_clash_tell (clash, DOLEN_LANGUAGE_EN);

    g_assert_cmpstr (said, ==, dolen_field_label (clash->field, DOLEN_LANGUAGE_EN));
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  dolen_time_set_fixed (NOW);
#define ADD(name) g_test_add_func ("/directory/hidden-places/" #name, test_##name)
  ADD (an_address_that_is_hidden_is_nowhere);
  ADD (an_address_is_hidden_however_it_was_written);
  ADD (a_clash_tells_nothing_of_a_hidden_place);
  ADD (a_hidden_address_leaves_the_others_in_the_history);
  ADD (hiding_by_undo_settles);
  ADD (what_was_suggested_goes_too);
#undef ADD
  return g_test_run ();
}
