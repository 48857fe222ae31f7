/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-edit-parts.h"
#include "directory/feed-writer.h"

#include <string.h>

/* 4 May 2026, noon */
#define NOW G_GINT64_CONSTANT (1777892400000)
#define DAY (24 * 60 * 60 * 1000)

#define FIRST "01632960001"
#define OURS "01632960999"
#define SECOND "01632960002"

static gint64
edit (DolenDirectory *dir, const char *uid, const char *phone)
{
  GError *error = NULL;
  gint64 id = dolen_edit_set_field (dir, "service", uid, "phone", phone, "a worker", &error);

  g_assert_no_error (error);
  return id;
}

static char *
phone_of (DolenDirectory *dir, const char *uid)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, uid, NULL);

  return g_strdup (service->phone);
}

static void
assert_phone (DolenDirectory *dir, const char *uid, const char *expected)
{
  g_autofree char *phone = phone_of (dir, uid);

  g_assert_cmpstr (phone, ==, expected);
}

static guint
count (DolenDirectory *dir)
{
  guint n = 99;

  g_assert_true (dolen_directory_count_clashes (dir, NULL, &n, NULL));
  return n;
}

/* Imported, edited a day later, changed by the feed the day after. */
static char *
clash (DolenDirectory *dir)
{
  g_autofree char *uid = NULL, *again = NULL;

  dolen_time_set_fixed (NOW);
  uid = feed_import (dir, "Choir", FIRST);
  dolen_time_set_fixed (NOW + DAY);
  edit (dir, uid, OURS);
  dolen_time_set_fixed (NOW + 2 * DAY);
  again = feed_import (dir, "Choir", SECOND);
  return g_steal_pointer (&uid);
}

static void
test_an_untouched_field_follows_the_feed (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = feed_import (dir, "Choir", FIRST);
  G_GNUC_UNUSED g_autofree char *again = feed_import (dir, "Choir", SECOND);

  assert_phone (dir, uid, SECOND);
  g_assert_cmpint (count (dir), ==, 0);
}

static void
test_an_edit_stays_and_is_no_clash_while_the_feed_says_the_same (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = feed_import (dir, "Choir", FIRST), *again = NULL;

  edit (dir, uid, OURS);
  again = feed_import (dir, "Large choir", FIRST);
  assert_phone (dir, uid, OURS);
  g_assert_cmpint (count (dir), ==, 0);
}

static void
test_a_clash_shows_both_values_and_both_dates (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = clash (dir);
  g_autoptr (GPtrArray) clashes = dolen_directory_list_clashes (dir, NULL, 0, NULL);
  const DolenClash *one;

  g_assert_nonnull (clashes);
  g_assert_cmpuint (clashes->len, ==, 1);
  one = g_ptr_array_index (clashes, 0);
  g_assert_cmpstr (one->record_uid, ==, uid);
  g_assert_cmpstr (one->kind, ==, "service");
  g_assert_cmpstr (one->field, ==, "phone");
  g_assert_cmpstr (one->ours, ==, OURS);
  g_assert_cmpstr (one->theirs, ==, SECOND);
  g_assert_cmpstr (one->name.en, ==, "Choir");
  g_assert_cmpstr (one->source_name, ==, "Example Feed");
  g_assert_cmpint (one->edited_at, ==, NOW + DAY);
  g_assert_cmpint (one->feed_changed_at, ==, NOW + 2 * DAY);
  assert_phone (dir, uid, OURS);
  g_assert_true (dolen_directory_check (dir, NULL));
}

static void
test_a_clash_ends_where_the_feed_takes_its_change_back (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *uid = clash (dir), *back = feed_import (dir, "Choir", FIRST);

  g_assert_cmpint (count (dir), ==, 0);
  assert_phone (dir, uid, OURS);
}

static void
test_the_same_value_on_both_sides_ends_the_edit (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *uid = clash (dir), *same = feed_import (dir, "Choir", OURS),
                                *then = NULL;

  g_assert_cmpint (count (dir), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM field_edit"), ==, 0);
  assert_phone (dir, uid, OURS);
  then = feed_import (dir, "Choir", SECOND);
  assert_phone (dir, uid, SECOND);
}

static void
test_ours_is_kept_until_the_feed_changes_again (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = clash (dir), *same = NULL, *other = NULL;
  GError *error = NULL;

  g_assert_cmpint (
      dolen_clash_settle (dir, "service", uid, "phone", DOLEN_CLASH_KEEP_OURS, "she", &error),
      >,
      0);
  g_assert_no_error (error);
  g_assert_cmpint (count (dir), ==, 0);
  same = feed_import (dir, "Large choir", SECOND);
  g_assert_cmpint (count (dir), ==, 0);
  other = feed_import (dir, "Large choir", FIRST);
  g_assert_cmpint (count (dir), ==, 1);
  assert_phone (dir, uid, OURS);
}

static void
test_theirs_is_taken_and_followed_and_that_is_undone (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = clash (dir);
  g_autoptr (GPtrArray) clashes = NULL;
  GError *error = NULL;
  gint64 id
      = dolen_clash_settle (dir, "service", uid, "phone", DOLEN_CLASH_TAKE_THEIRS, "she", &error);

  g_assert_no_error (error);
  assert_phone (dir, uid, SECOND);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM field_edit"), ==, 0);
  g_assert_cmpint (dolen_edit_undo (dir, id, "she", &error), >, 0);
  g_assert_no_error (error);
  assert_phone (dir, uid, OURS);
  clashes = dolen_directory_list_clashes (dir, uid, 0, NULL);
  g_assert_cmpuint (clashes->len, ==, 1);
  g_assert_cmpstr (((DolenClash *) clashes->pdata[0])->theirs, ==, SECOND);
  g_assert_cmpint (((DolenClash *) clashes->pdata[0])->edited_at, ==, NOW + DAY);
}

static void
test_an_edit_after_the_feeds_change_settles_it (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = clash (dir);

  edit (dir, uid, "01632960500");
  g_assert_cmpint (count (dir), ==, 0);
}

/* One service with a weekly meeting on @day, as the feed has it. */
static char *
import_meeting (DolenDirectory *dir, const char *day)
{
  DolenDirectoryWriter *writer = feed_begin (dir);
  g_autoptr (DolenService) service = samples_service ("Choir", NULL, DOLEN_TEXT_GIVEN);
  DolenSchedule *schedule = dolen_schedule_new ();
  DolenSourceRecord record = { "service", "1", NULL, day, day };
  DolenRecordState state;

  service->source_uid = dolen_id_for_foreign ("test", "source", "feed");
  service->uid = dolen_id_for_foreign (service->source_uid, "service", "1");
  schedule->uid = dolen_id_for_foreign (service->source_uid, "schedule", "1");
  schedule->byday = g_strdup (day);
  g_ptr_array_add (service->schedules, schedule);
  record.record_uid = service->uid;
  g_assert_true (dolen_directory_writer_put_record (writer, &record, &state, NULL));
  g_assert_true (dolen_directory_writer_put_service (writer, service, NULL));
  feed_finish (writer);
  return g_strdup (service->uid);
}

static char *
day_of (DolenDirectory *dir, const char *uid)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, uid, NULL);

  return g_strdup (((DolenSchedule *) service->schedules->pdata[0])->byday);
}

static void
test_a_whole_part_clashes_and_is_settled_too (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = import_meeting (dir, "MO"), *again = NULL, *ours = NULL, *theirs = NULL;
  g_autofree char *back = NULL;
  g_autoptr (DolenService) edited = dolen_directory_get_service (dir, uid, NULL);
  g_autoptr (GPtrArray) clashes = NULL;
  GError *error = NULL;
  gint64 id;

  g_free (((DolenSchedule *) edited->schedules->pdata[0])->byday);
  ((DolenSchedule *) edited->schedules->pdata[0])->byday = g_strdup ("TU");
  g_assert_cmpint (
      dolen_edit_set_part (dir, "service", "schedules", edited, "a worker", &error), >, 0);
  g_assert_no_error (error);
  again = import_meeting (dir, "WE");
  ours = day_of (dir, uid);
  g_assert_cmpstr (ours, ==, "TU");
  clashes = dolen_directory_list_clashes (dir, uid, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 1);
  g_assert_nonnull (strstr (((DolenClash *) clashes->pdata[0])->theirs, "WE"));
  g_assert_nonnull (strstr (((DolenClash *) clashes->pdata[0])->ours, "TU"));
  id = dolen_clash_settle (
      dir, "service", uid, "schedules", DOLEN_CLASH_TAKE_THEIRS, "she", &error);
  g_assert_no_error (error);
  theirs = day_of (dir, uid);
  g_assert_cmpstr (theirs, ==, "WE");
  g_assert_cmpint (dolen_edit_undo (dir, id, "she", &error), >, 0);
  g_assert_no_error (error);
  back = day_of (dir, uid);
  g_assert_cmpstr (back, ==, "TU");
  g_assert_cmpint (count (dir), ==, 1);
}

static void
test_a_clash_of_what_was_removed_is_none (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = clash (dir);
  g_autoptr (GPtrArray) clashes = NULL;

  g_assert_true (dolen_directory_delete_service (dir, uid, NULL));
  clashes = dolen_directory_list_clashes (dir, NULL, 0, NULL);
  g_assert_nonnull (clashes);
  g_assert_cmpuint (clashes->len, ==, 0);
  g_assert_cmpint (count (dir), ==, 0);
}

static void
test_what_is_no_clash_is_not_settled (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = feed_import (dir, "Choir", FIRST);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      dolen_clash_settle (dir, "service", uid, "phone", DOLEN_CLASH_TAKE_THEIRS, NULL, &error),
      ==,
      0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  int result;

  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/clashes/" #name, test_##name)
  ADD (an_untouched_field_follows_the_feed);
  ADD (an_edit_stays_and_is_no_clash_while_the_feed_says_the_same);
  ADD (a_clash_shows_both_values_and_both_dates);
  ADD (a_clash_ends_where_the_feed_takes_its_change_back);
  ADD (the_same_value_on_both_sides_ends_the_edit);
  ADD (ours_is_kept_until_the_feed_changes_again);
  ADD (theirs_is_taken_and_followed_and_that_is_undone);
  ADD (an_edit_after_the_feeds_change_settles_it);
  ADD (a_whole_part_clashes_and_is_settled_too);
  ADD (a_clash_of_what_was_removed_is_none);
  ADD (what_is_no_clash_is_not_settled);
#undef ADD
  result = g_test_run ();
  dolen_time_set_fixed (0);
  return result;
}
