/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-edits.h"
#include "directory/samples.h"

/* 4 May 2026, noon */
#define NOW G_GINT64_CONSTANT (1777892400000)

static DolenService *
get (DolenDirectory *dir, const char *uid)
{
  GError *error = NULL;
  DolenService *service = dolen_directory_get_service (dir, uid, &error);

  g_assert_no_error (error);
  return service;
}

static char *
add_choir (DolenDirectory *dir)
{
  g_autoptr (DolenService) service = samples_service ("Choir", "Côr", DOLEN_TEXT_CHECKED);

  samples_save (dir, service);
  return g_strdup (service->uid);
}

static void
test_a_capacity_report_is_added_and_undone (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_choir (dir);
  g_autoptr (DolenCapacity) first = samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-04-01");
  g_autoptr (DolenCapacity) second = samples_capacity (DOLEN_CAPACITY_FULL, -1, NULL);
  gint64 id, undo;

  g_assert_cmpint (dolen_edit_set_capacity (dir, uid, first, "a worker", NULL), >, 0);
  id = dolen_edit_set_capacity (dir, uid, second, "a worker", NULL);
  {
    g_autoptr (DolenService) service = get (dir, uid);

    g_assert_cmpint (service->capacities->len, ==, 2);
    g_assert_cmpint (dolen_service_current_capacity (service)->status, ==, DOLEN_CAPACITY_FULL);
    g_assert_cmpstr (dolen_service_current_capacity (service)->as_of, ==, "2026-05-04");
  }
  undo = dolen_edit_undo (dir, id, NULL, NULL);
  {
    g_autoptr (DolenService) service = get (dir, uid);
    g_assert_cmpint (dolen_service_current_capacity (service)->places_free, ==, 4);
  }
  g_assert_cmpint (dolen_edit_undo (dir, undo, NULL, NULL), >, 0);
  {
    g_autoptr (DolenService) service = get (dir, uid);
    g_assert_cmpint (dolen_service_current_capacity (service)->status, ==, DOLEN_CAPACITY_FULL);
  }
}

static void
test_who_told_the_places_confirmed_the_group (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_choir (dir);
  g_autoptr (DolenCapacity) told = samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-04-01");
  g_autoptr (DolenCapacity) guessed = samples_capacity (DOLEN_CAPACITY_FULL, -1, NULL);
  gint64 id;

  told->source = DOLEN_TOLD_BY_CALL;
  guessed->source = DOLEN_TOLD_BY_UNKNOWN;
  id = dolen_edit_set_capacity (dir, uid, told, "a worker", NULL);
  dolen_edit_set_capacity (dir, uid, guessed, "a worker", NULL);
  {
    g_autoptr (DolenService) service = get (dir, uid);
    const DolenConfirmation *confirmation;

    g_assert_cmpint (service->confirmations->len, ==, 1);
    confirmation = service->confirmations->pdata[0];
    g_assert_cmpstr (confirmation->on, ==, "2026-04-01");
    g_assert_cmpstr (confirmation->confirmed, ==, "capacity");
  }
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  {
    g_autoptr (DolenService) service = get (dir, uid);
    g_assert_cmpint (service->confirmations->len, ==, 0);
  }
}

static void
test_still_true_tells_the_same_anew (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_choir (dir);
  g_autoptr (DolenCapacity) old = samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-01-01");
  gint64 id;

  dolen_edit_set_capacity (dir, uid, old, NULL, NULL);
  id = dolen_edit_still_true (dir, uid, DOLEN_TOLD_BY_VISIT, "Mair", NULL, "a worker", NULL);
  {
    g_autoptr (DolenService) service = get (dir, uid);
    const DolenCapacity *now = dolen_service_current_capacity (service);
    const DolenConfirmation *confirmation = service->confirmations->pdata[0];

    g_assert_cmpint (now->places_free, ==, 4);
    g_assert_cmpstr (now->as_of, ==, "2026-05-04");
    g_assert_cmpint (now->source, ==, DOLEN_TOLD_BY_VISIT);
    g_assert_cmpstr (confirmation->confirmed, ==, "capacity");
  }
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  {
    g_autoptr (DolenService) service = get (dir, uid);

    g_assert_cmpstr (dolen_service_current_capacity (service)->as_of, ==, "2026-01-01");
    g_assert_cmpint (service->confirmations->len, ==, 1);
  }
}

static void
test_other_facts_are_confirmed_without_a_report (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_choir (dir);

  g_assert_cmpint (
      dolen_edit_still_true (dir, uid, DOLEN_TOLD_BY_CALL, NULL, "times,contact", NULL, NULL),
      >,
      0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM capacity_report"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM confirmation"), ==, 1);
}

static void
test_a_group_is_added_whole_and_taken_back_whole (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  g_autoptr (DolenService) service = samples_service ("Lunch club", NULL, DOLEN_TEXT_CHECKED);
  g_autoptr (GError) error = NULL;
  gint64 id, undo;

  dolen_bilingual_set (&organisation->name, DOLEN_LANGUAGE_EN, "Hall", DOLEN_TEXT_CHECKED);
  g_ptr_array_add (service->venues, samples_venue ("Hall", "Lampeter", 52.1, -4.1));
  g_ptr_array_add (service->schedules, samples_schedule ("WE", "12:00", NULL));
  g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_OPEN, -1, NULL));
  id = dolen_edit_add_group (dir, organisation, service, "a worker", &error);
  g_assert_no_error (error);
  g_assert_cmpint (samples_count (dir,
                                  "SELECT count(*) FROM service_card WHERE"
                                  " organisation_en = 'Hall' AND place = 'Lampeter'"),
                   ==,
                   1);
  undo = dolen_edit_undo (dir, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM service"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM organisation"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM venue"), ==, 0);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_cmpint (dolen_edit_undo (dir, undo, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_true (dolen_directory_check (dir, NULL));
}

static void
test_a_group_that_cannot_be_saved_leaves_nothing (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  g_autoptr (DolenService) service = samples_service ("Lunch club", NULL, DOLEN_TEXT_CHECKED);

  dolen_bilingual_set (&organisation->name, DOLEN_LANGUAGE_EN, "Hall", DOLEN_TEXT_CHECKED);
  g_ptr_array_add (service->tags, dolen_tag_new ());
  g_assert_cmpint (dolen_edit_add_group (dir, organisation, service, NULL, NULL), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM organisation"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), ==, 0);
}

static void
test_an_edited_text_makes_the_other_side_out_of_date_until_undone (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_choir (dir);
  gint64 id = dolen_edit_set_field (dir, "service", uid, "name_en", "Mixed choir", NULL, NULL);

  {
    g_autoptr (DolenService) service = get (dir, uid);

    g_assert_cmpstr (service->name.en, ==, "Mixed choir");
    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_OUT_OF_DATE);
  }
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM field_edit"), ==, 1);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  {
    g_autoptr (DolenService) service = get (dir, uid);

    g_assert_cmpstr (service->name.en, ==, "Choir");
    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_CHECKED);
  }
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM field_edit"), ==, 0);
  g_assert_true (dolen_directory_check (dir, NULL));
}

static void
test_a_field_changed_again_is_not_undone_past_that (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_choir (dir);
  g_autoptr (GError) error = NULL;
  gint64 first = dolen_edit_set_field (dir, "service", uid, "phone", "01632960001", NULL, NULL);
  gint64 second = dolen_edit_set_field (dir, "service", uid, "phone", "01632960002", NULL, NULL);

  g_assert_cmpint (dolen_edit_undo (dir, first, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_cmpint (dolen_edit_undo (dir, second, NULL, NULL), >, 0);
  g_assert_cmpint (dolen_edit_undo (dir, first, NULL, NULL), >, 0);
}

static void
test_values_that_cannot_be_are_refused (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_choir (dir);

#define REFUSED(field, value)                                                                      \
  g_assert_cmpint (dolen_edit_set_field (dir, "service", uid, field, value, NULL, NULL), ==, 0)
  REFUSED ("minimum_age", "old");
  REFUSED ("status", "sleeping");
  REFUSED ("id", "7");
#undef REFUSED
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), ==, 0);
}

static void
test_history_is_told_newest_first (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_choir (dir);
  g_autoptr (GPtrArray) entries = NULL;
  gint64 id = dolen_edit_set_field (dir, "service", uid, "fees", "free", "a worker", NULL);

  dolen_edit_undo (dir, id, NULL, NULL);
  entries = dolen_directory_get_history (dir, uid, 0, NULL);
  g_assert_cmpint (entries->len, ==, 2);
  g_assert_cmpstr (((DolenHistoryEntry *) entries->pdata[0])->act, ==, "undo");
  g_assert_cmpint (((DolenHistoryEntry *) entries->pdata[0])->undoes, ==, id);
  g_assert_true (((DolenHistoryEntry *) entries->pdata[1])->undone);
  g_assert_cmpstr (((DolenHistoryEntry *) entries->pdata[1])->who, ==, "a worker");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  dolen_time_set_fixed (NOW);
#define ADD(name) g_test_add_func ("/directory/edits/" #name, test_##name)
  ADD (a_capacity_report_is_added_and_undone);
  ADD (who_told_the_places_confirmed_the_group);
  ADD (still_true_tells_the_same_anew);
  ADD (other_facts_are_confirmed_without_a_report);
  ADD (a_group_is_added_whole_and_taken_back_whole);
  ADD (a_group_that_cannot_be_saved_leaves_nothing);
  ADD (an_edited_text_makes_the_other_side_out_of_date_until_undone);
  ADD (a_field_changed_again_is_not_undone_past_that);
  ADD (values_that_cannot_be_are_refused);
  ADD (history_is_told_newest_first);
#undef ADD
  return g_test_run ();
}
