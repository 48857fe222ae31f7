/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "directory/dolen-edits.h"
#include "directory/feed-writer.h"

#define PHONE "01632960001"

static DolenRecordState
put (DolenDirectoryWriter *writer, const char *foreign_id, const char *name, DolenService **kept)
{
  return feed_put (writer, foreign_id, name, PHONE, kept);
}

static char *
import_one (DolenDirectory *dir, const char *name)
{
  return feed_import (dir, name, PHONE);
}

static void
test_importing_the_same_again_changes_nothing (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *uid = import_one (dir, "Choir");
  DolenDirectoryWriter *writer = feed_begin (dir);

  g_assert_cmpint (put (writer, "1", "Choir", NULL), ==, DOLEN_RECORD_UNCHANGED);
  feed_finish (writer);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), ==, 1);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM service"), ==, 1);
  g_assert_true (dolen_directory_check (dir, NULL));
}

static void
test_an_import_that_is_not_finished_leaves_nothing (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  DolenDirectoryWriter *writer = feed_begin (dir);

  g_assert_cmpint (put (writer, "1", "Choir", NULL), ==, DOLEN_RECORD_NEW);
  dolen_directory_writer_free (writer);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM service"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM source"), ==, 0);
}

static void
test_a_refused_record_does_not_spoil_the_others (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  DolenDirectoryWriter *writer = feed_begin (dir);
  g_autoptr (DolenService) nameless = dolen_service_new ();
  g_autoptr (GError) error = NULL;

  put (writer, "1", "Choir", NULL);
  g_assert_false (dolen_directory_writer_put_service (writer, nameless, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT);
  put (writer, "2", "Garden", NULL);
  feed_finish (writer);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM service"), ==, 2);
  g_assert_true (dolen_directory_check (dir, NULL));
}

static void
test_what_vanishes_is_marked_and_what_comes_back_is_shown (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *uid = import_one (dir, "Choir");
  DolenDirectoryWriter *writer = feed_begin (dir);
  guint n = 0;

  put (writer, "2", "Garden", NULL);
  g_assert_true (dolen_directory_writer_mark_gone (writer, "2026-05-01", &n, NULL));
  feed_finish (writer);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM service WHERE gone_since = '2026-05-01'"), ==, 1);
  writer = feed_begin (dir);
  g_assert_cmpint (put (writer, "1", "Choir", NULL), ==, DOLEN_RECORD_UNCHANGED);
  feed_finish (writer);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM service WHERE gone_since IS NOT NULL"), ==, 0);
}

static void
test_what_people_said_survives_a_new_import (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = import_one (dir, "Choir");
  g_autofree char *again = NULL;
  g_autoptr (DolenCapacity) report = samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01");
  g_autoptr (DolenService) service = NULL;

  g_assert_cmpint (dolen_edit_set_capacity (dir, uid, report, NULL, NULL), >, 0);
  g_assert_cmpint (
      dolen_edit_set_field (dir, "service", uid, "phone", "01632960999", NULL, NULL), >, 0);
  again = import_one (dir, "Large choir");
  service = dolen_directory_get_service (dir, uid, NULL);
  g_assert_cmpstr (service->name.en, ==, "Large choir");
  g_assert_cmpstr (service->phone, ==, "01632960999");
  g_assert_cmpint (service->capacities->len, ==, 1);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM field_edit WHERE feed_value = '01632960001'"),
      ==,
      1);
}

static void
test_of_two_reports_of_one_day_the_later_stays_the_newest (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = import_one (dir, "Choir");
  g_autofree char *again = NULL;
  g_autoptr (DolenCapacity) morning = samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01");
  g_autoptr (DolenCapacity) evening = samples_capacity (DOLEN_CAPACITY_FULL, 0, "2026-05-01");
  g_autoptr (DolenService) service = NULL;

  g_assert_cmpint (dolen_edit_set_capacity (dir, uid, morning, NULL, NULL), >, 0);
  g_assert_cmpint (dolen_edit_set_capacity (dir, uid, evening, NULL, NULL), >, 0);
  for (int i = 0; i < 2; i++) {
    g_clear_pointer (&again, g_free);
    g_clear_pointer (&service, dolen_service_free);
    again = import_one (dir, i == 0 ? "Large choir" : "Larger choir");
    service = dolen_directory_get_service (dir, uid, NULL);
    g_assert_cmpint (service->capacities->len, ==, 2);
    g_assert_cmpint (dolen_service_current_capacity (service)->status, ==, DOLEN_CAPACITY_FULL);
  }
}

/* As another Dolen publishes them: a report has the uid of its place in the list. */
static void
import_report (DolenDirectory *dir, const char *name, int places, const char *on, const char *older)
{
  DolenDirectoryWriter *writer = feed_begin (dir);
  g_autoptr (DolenService) service = samples_service (name, NULL, DOLEN_TEXT_GIVEN);
  GError *error = NULL;

  service->source_uid = dolen_id_for_foreign ("test", "source", "feed");
  service->uid = g_strdup ("choir");
  g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_PLACES, places, on));
  if (older != NULL)
    g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_PLACES, 4, older));
  for (guint i = 0; i < service->capacities->len; i++) {
    DolenCapacity *report = service->capacities->pdata[i];

    report->uid = g_strdup_printf ("report-%u", i);
    report->source = DOLEN_TOLD_BY_FEED;
  }
  dolen_directory_writer_put_service (writer, service, &error);
  g_assert_no_error (error);
  feed_finish (writer);
}

static void
test_every_report_of_a_feed_is_kept_once (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = NULL;

  import_report (dir, "Choir", 4, "2026-05-01", NULL);
  import_report (dir, "Large choir", 2, "2026-05-08", NULL);
  import_report (dir, "Larger choir", 2, "2026-05-08", NULL);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM capacity_report"), ==, 2);
  import_report (dir, "Largest choir", 0, "2026-05-15", "2026-05-01");
  service = dolen_directory_get_service (dir, "choir", NULL);
  g_assert_cmpuint (service->capacities->len, ==, 3);
  g_assert_cmpstr (dolen_service_current_capacity (service)->as_of, ==, "2026-05-15");
  g_assert_true (dolen_directory_check (dir, NULL));
}

static void
test_a_source_is_found_by_its_name (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = import_one (dir, "Choir");
  g_autoptr (DolenSource) source = dolen_directory_find_source (dir, "EXAMPLE feed", NULL);
  g_autofree char *found = dolen_directory_find_by_source (dir, source->uid, "service", "1", NULL);
  g_autofree char *none = dolen_directory_find_by_source (dir, source->uid, "service", "9", NULL);
  g_autofree char *json
      = dolen_directory_get_source_json (dir, source->uid, "service", "1", NULL, NULL);

  g_assert_true (source->complete);
  g_assert_cmpstr (found, ==, uid);
  g_assert_null (none);
  g_assert_cmpstr (json, ==, "Choir|" PHONE);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/writer/" #name, test_##name)
  ADD (importing_the_same_again_changes_nothing);
  ADD (an_import_that_is_not_finished_leaves_nothing);
  ADD (a_refused_record_does_not_spoil_the_others);
  ADD (what_vanishes_is_marked_and_what_comes_back_is_shown);
  ADD (what_people_said_survives_a_new_import);
  ADD (of_two_reports_of_one_day_the_later_stays_the_newest);
  ADD (every_report_of_a_feed_is_kept_once);
  ADD (a_source_is_found_by_its_name);
#undef ADD
  return g_test_run ();
}
