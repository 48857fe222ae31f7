/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-record-rows.h"
#include "directory/dolen-undo-import.h"
#include "directory/feed-writer.h"

#define FIRST "01632960001"
#define OURS "01632960999"
#define SECOND "01632960002"

static gint64
last_import (DolenDirectory *dir)
{
  return samples_count (dir, "SELECT max (id) FROM history WHERE act = 'import'");
}

static DolenUndoReport *
undo (DolenDirectory *dir, gint64 id)
{
  DolenUndoReport *report = NULL;
  GError *error = NULL;

  g_assert_cmpint (dolen_directory_undo_import (dir, id, "she", &report, &error), >, 0);
  g_assert_no_error (error);
  g_assert_true (dolen_directory_check (dir, &error));
  g_assert_no_error (error);
  return report;
}

static char *
rows (DolenDirectory *dir, const char *kind, const char *uid)
{
  json_object *record = dolen_record_rows_read (dir, kind, uid, NULL);
  char *text;

  if (record == NULL)
    return NULL;
  text = g_strdup (json_object_to_json_string_ext (record, JSON_C_TO_STRING_PRETTY));
  json_object_put (record);
  return text;
}

/* A service with all a feed gives, @version of it, at a venue of its own. */
static char *
import_rich (DolenDirectory *dir, int version)
{
  DolenDirectoryWriter *writer = feed_begin (dir);
  g_autoptr (DolenService) service = samples_service ("Lunch club", NULL, DOLEN_TEXT_GIVEN);
  g_autofree char *json = g_strdup_printf ("rich %d", version);
  DolenVenue *venue = samples_venue ("Hall", "Aberaeron", 52.123456789012345 + version, -4.25);
  DolenContact *contact = dolen_contact_new ();
  DolenSchedule *schedule = dolen_schedule_new ();
  DolenSourceRecord record = { "service", "rich", NULL, json, json };
  DolenRecordState state;
  GError *error = NULL;

  service->source_uid = dolen_id_for_foreign ("test", "source", "feed");
  service->uid = dolen_id_for_foreign (service->source_uid, "service", "rich");
  venue->uid = dolen_id_for_foreign (service->source_uid, "venue", "rich");
  g_ptr_array_add (venue->accessibility, g_strdup_printf ("Ramp %d", version));
  g_ptr_array_add (service->venues, venue);
  contact->uid = dolen_id_for_foreign (service->source_uid, "contact", "rich");
  contact->name = g_strdup_printf ("Desk %d", version);
  g_ptr_array_add (service->contacts, contact);
  schedule->uid = dolen_id_for_foreign (service->source_uid, "schedule", "rich");
  schedule->byday = g_strdup (version == 1 ? "MO" : "TU");
  g_ptr_array_add (service->schedules, schedule);
  g_ptr_array_add (
      service->tags,
      samples_tag (
          DOLEN_TAG_INTEREST, version == 1 ? "food" : "company", TRUE, DOLEN_TAG_PROPOSED));
  service->fees = version == 1 ? g_strdup ("3 pounds") : NULL;
  service->minimum_age = version == 1 ? -1 : 50;
  record.record_uid = service->uid;
  g_assert_true (dolen_directory_writer_put_record (writer, &record, &state, &error));
  g_assert_true (dolen_directory_writer_put_service (writer, service, &error));
  feed_finish (writer);
  return g_strdup (service->uid);
}

static void
test_every_record_is_as_it_was (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = import_rich (dir, 1);
  g_autofree char *source = dolen_id_for_foreign ("test", "source", "feed");
  g_autofree char *venue = dolen_id_for_foreign (source, "venue", "rich");
  g_autofree char *service_before = rows (dir, "service", uid);
  g_autofree char *venue_before = rows (dir, "venue", venue);
  G_GNUC_UNUSED g_autofree char *again = import_rich (dir, 2);
  g_autofree char *changed = rows (dir, "service", uid);
  g_autoptr (DolenUndoReport) report = NULL;
  g_autofree char *service_after = NULL, *venue_after = NULL;

  g_assert_cmpstr (changed, !=, service_before);
  report = undo (dir, last_import (dir));
  service_after = rows (dir, "service", uid);
  venue_after = rows (dir, "venue", venue);
  g_assert_cmpstr (service_after, ==, service_before);
  g_assert_cmpstr (venue_after, ==, venue_before);
  g_assert_cmpuint (report->restored, ==, 2);
  g_assert_cmpuint (report->removed, ==, 0);
  g_assert_cmpuint (report->kept->len, ==, 0);
}

static void
test_a_first_import_leaves_nothing (void)
{
  static const char *const tables[]
      = { "service", "venue",  "service_venue", "contact",        "schedule",
          "tag",     "source", "source_record", "search_text_en", "import_before" };
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *uid = import_rich (dir, 1);
  g_autoptr (DolenUndoReport) report = undo (dir, last_import (dir));

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", tables[i]);
    g_assert_cmpint (samples_count (dir, sql), ==, 0);
  }
  g_assert_cmpuint (report->removed, ==, 1);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history WHERE act = 'undo'"), ==, 1);
}

static void
test_edits_made_since_are_kept_and_said (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = feed_import (dir, "Choir", FIRST), *again = NULL;
  g_autoptr (DolenUndoReport) report = NULL;
  g_autoptr (DolenService) service = NULL;
  const DolenUndoKept *kept;

  again = feed_import (dir, "Large choir", SECOND);
  g_assert_cmpint (dolen_edit_set_field (dir, "service", uid, "phone", OURS, NULL, NULL), >, 0);
  report = undo (dir, last_import (dir));
  service = dolen_directory_get_service (dir, uid, NULL);
  g_assert_cmpstr (service->name.en, ==, "Choir");
  g_assert_cmpstr (service->phone, ==, OURS);
  g_assert_cmpuint (report->kept->len, ==, 1);
  kept = g_ptr_array_index (report->kept, 0);
  g_assert_cmpstr (kept->fields, ==, "phone");
  g_assert_cmpstr (kept->record_uid, ==, uid);
  g_assert_cmpstr (kept->name.en, ==, "Choir");
}

static void
test_a_new_record_somebody_worked_on_stays (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  DolenDirectoryWriter *writer = feed_begin (dir);
  g_autoptr (DolenService) choir = NULL, garden = NULL;
  g_autoptr (DolenUndoReport) report = NULL;
  g_autoptr (DolenCapacity) told = samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01");

  feed_put (writer, "1", "Choir", FIRST, &choir);
  feed_put (writer, "2", "Garden", FIRST, &garden);
  feed_finish (writer);
  g_assert_cmpint (dolen_edit_set_capacity (dir, choir->uid, told, NULL, NULL), >, 0);
  report = undo (dir, last_import (dir));
  g_assert_cmpuint (report->removed, ==, 1);
  g_assert_cmpuint (report->kept->len, ==, 1);
  g_assert_null (((DolenUndoKept *) report->kept->pdata[0])->fields);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM service"), ==, 1);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM capacity_report"), ==, 1);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM source_record"), ==, 1);
}

static void
test_a_clash_that_came_with_it_goes_with_it (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = feed_import (dir, "Choir", FIRST), *again = NULL;
  g_autoptr (DolenUndoReport) report = NULL;
  guint n = 9;

  g_assert_cmpint (dolen_edit_set_field (dir, "service", uid, "phone", OURS, NULL, NULL), >, 0);
  again = feed_import (dir, "Choir", SECOND);
  g_assert_true (dolen_directory_count_clashes (dir, NULL, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  report = undo (dir, last_import (dir));
  g_assert_true (dolen_directory_count_clashes (dir, NULL, &n, NULL));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM field_edit WHERE feed_value = '" FIRST "'"), ==, 1);
}

static void
test_what_was_marked_gone_is_shown_again (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = feed_import (dir, "Choir", FIRST);
  g_autofree char *before = rows (dir, "service", uid), *after = NULL;
  DolenDirectoryWriter *writer = feed_begin (dir);
  g_autoptr (DolenUndoReport) report = NULL;

  g_assert_true (dolen_directory_writer_mark_gone (writer, "2026-05-01", NULL, NULL));
  feed_finish (writer);
  report = undo (dir, last_import (dir));
  after = rows (dir, "service", uid);
  g_assert_cmpstr (after, ==, before);
}

static void
test_the_last_import_is_undone_first (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *one = feed_import (dir, "Choir", FIRST);
  gint64 first = last_import (dir);
  G_GNUC_UNUSED g_autofree char *two = feed_import (dir, "Large choir", FIRST);
  g_autoptr (GPtrArray) imports = dolen_directory_list_imports (dir, NULL, 0, NULL);
  g_autoptr (DolenUndoReport) report_first = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (imports->len, ==, 2);
  g_assert_true (((DolenImportEntry *) imports->pdata[0])->undoable);
  g_assert_false (((DolenImportEntry *) imports->pdata[1])->undoable);
  g_assert_cmpint (dolen_directory_undo_import (dir, first, NULL, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_cmpint (dolen_edit_undo (dir, last_import (dir), NULL, NULL), >, 0);
  report_first = undo (dir, first);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM service"), ==, 0);
}

static void
test_only_the_last_five_are_kept (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (GPtrArray) imports = NULL;

  for (int i = 0; i < 8; i++) {
    g_autofree char *phone = g_strdup_printf ("0163296000%d", i);
    G_GNUC_UNUSED g_autofree char *uid = feed_import (dir, "Choir", phone);
  }
  g_assert_cmpint (samples_count (dir, "SELECT count(DISTINCT history) FROM import_before"), ==, 5);
  for (int i = 0; i < 5; i++)
    dolen_undo_report_free (
        undo (dir,
              samples_count (dir,
                             "SELECT max (id) FROM history h WHERE act = 'import' AND NOT EXISTS"
                             " (SELECT 1 FROM history u WHERE u.undoes = h.id)")));
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM service WHERE phone = '01632960002'"), ==, 1);
  imports = dolen_directory_list_imports (dir, NULL, 0, NULL);
  for (guint i = 0; i < imports->len; i++)
    g_assert_false (((DolenImportEntry *) imports->pdata[i])->undoable);
}

static void
test_an_import_of_what_is_known_writes_nothing (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *uid = feed_import (dir, "Choir", FIRST), *again = NULL;
  sqlite3 *handle = dolen_db_get_handle (dolen_directory_get_db (dir));
  int before = sqlite3_total_changes (handle);

  again = feed_import (dir, "Choir", FIRST);
  g_assert_cmpint (sqlite3_total_changes (handle), ==, before);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/undo-import/" #name, test_##name)
  ADD (every_record_is_as_it_was);
  ADD (a_first_import_leaves_nothing);
  ADD (edits_made_since_are_kept_and_said);
  ADD (a_new_record_somebody_worked_on_stays);
  ADD (a_clash_that_came_with_it_goes_with_it);
  ADD (what_was_marked_gone_is_shown_again);
  ADD (the_last_import_is_undone_first);
  ADD (only_the_last_five_are_kept);
  ADD (an_import_of_what_is_known_writes_nothing);
#undef ADD
  return g_test_run ();
}
