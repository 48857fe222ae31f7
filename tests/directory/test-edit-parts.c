/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/club.h"

#include <math.h>
#include <string.h>

/* Changes every list of the club. */
static void
change_all (DolenService *service)
{
  g_ptr_array_add (service->schedules, samples_schedule ("FR", "10:00", "11:30"));
  g_ptr_array_add (service->contacts, club_contact (NULL, "Tom", "01632 960 002"));
  ((DolenContact *) service->contacts->pdata[0])->permission = DOLEN_PERMISSION_GIVEN_OUT;
  if (service->costs->len > 0)
    ((DolenCost *) service->costs->pdata[0])->pence = 500;
  g_ptr_array_add (service->languages, club_language ("en"));
  g_ptr_array_add (service->funding, club_funding (NULL, "A trust", "2027-03-31"));
  g_ptr_array_add (service->venues,
                   samples_venue ("Chapel", "Tregaron", (double) NAN, (double) NAN));
}

static void
test_each_part_is_set_undone_and_redone (void)
{
  static const char *const parts[]
      = { "schedules", "contacts", "costs", "languages", "funding", "venues" };
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenService) draft = club_get (dir, "club");

  change_all (draft);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *before = club_say (dir, parts[i]);
    g_autofree char *after = NULL;
    g_autofree char *undone = NULL;
    g_autofree char *redone = NULL;
    g_autoptr (GError) error = NULL;
    gint64 id = club_set_part (dir, "service", parts[i], draft, &error), undo;

    g_assert_no_error (error);
    g_assert_cmpint (id, >, 0);
    after = club_say (dir, parts[i]);
    g_assert_cmpstr (after, !=, before);
    undo = dolen_edit_undo (dir, id, NULL, &error);
    g_assert_no_error (error);
    undone = club_say (dir, parts[i]);
    g_assert_cmpstr (undone, ==, before);
    g_assert_cmpint (dolen_edit_undo (dir, undo, NULL, &error), >, 0);
    redone = club_say (dir, parts[i]);
    g_assert_cmpstr (redone, ==, after);
  }
  g_assert_true (dolen_directory_check (dir, NULL));
}

static void
test_nothing_changed_writes_nothing (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenService) draft = club_get (dir, "club");

  g_assert_cmpint (club_set_part (dir, "service", "costs", draft, NULL), ==, DOLEN_EDIT_UNCHANGED);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM field_edit"), ==, 0);
}

static void
test_what_came_between_is_not_lost_by_undo_but_by_putting_back (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenService) draft = club_get (dir, "club");
  g_autofree char *first_said = club_say (dir, "costs");
  g_autofree char *put_back = NULL;
  g_autoptr (GError) error = NULL;
  DolenCost *cost = draft->costs->pdata[0];
  gint64 first, back;

  cost->pence = 500;
  first = club_set_part (dir, "service", "costs", draft, NULL);
  cost->pence = 600;
  club_set_part (dir, "service", "costs", draft, NULL);
  g_assert_cmpint (dolen_edit_undo (dir, first, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  back = dolen_edit_put_back (dir, first, "a curator", &error);
  g_assert_no_error (error);
  put_back = club_say (dir, "costs");
  g_assert_cmpstr (put_back, ==, first_said);
  g_assert_cmpint (dolen_edit_put_back (dir, first, NULL, &error), ==, DOLEN_EDIT_UNCHANGED);
  g_assert_cmpint (dolen_edit_undo (dir, back, NULL, &error), >, 0);
  g_assert_cmpint (samples_count (dir, "SELECT pence FROM cost"), ==, 600);
}

static void
test_a_field_is_put_back_with_the_states_of_its_text (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  gint64 first = dolen_edit_set_field (dir, "service", "club", "name_en", "Club", NULL, NULL);

  dolen_edit_set_field (dir, "service", "club", "name_en", "Luncheon", NULL, NULL);
  g_assert_cmpint (dolen_edit_put_back (dir, first, NULL, NULL), >, 0);
  {
    g_autoptr (DolenService) service = club_get (dir, "club");

    g_assert_cmpstr (service->name.en, ==, "Lunch club");
    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_CHECKED);
  }
}

static void
test_a_text_is_checked_without_being_changed (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  dolen_edit_set_field (dir, "service", "club", "name_en", "Luncheon", NULL, NULL);
  id = dolen_edit_set_text_state (
      dir, "service", "club", "name_cy", DOLEN_TEXT_CHECKED, "a reader", &error);
  g_assert_no_error (error);
  {
    g_autoptr (DolenService) service = club_get (dir, "club");

    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_CHECKED);
    g_assert_cmpint (service->name.en_state, ==, DOLEN_TEXT_CHECKED);
  }
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  {
    g_autoptr (DolenService) service = club_get (dir, "club");
    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_OUT_OF_DATE);
  }
  g_assert_cmpint (dolen_edit_set_text_state (
                       dir, "service", "club", "how_to_join_cy", DOLEN_TEXT_CHECKED, NULL, &error),
                   ==,
                   0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
}

static void
test_two_tags_are_settled_apart (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenTag) food = samples_tag (DOLEN_TAG_INTEREST, "food", TRUE, DOLEN_TAG_CONFIRMED);
  g_autoptr (DolenTag) step_free
             = samples_tag (DOLEN_TAG_ENABLER, "step-free", FALSE, DOLEN_TAG_CONFIRMED);
  gint64 first = dolen_edit_set_tag (dir, "club", food, NULL, NULL);
  gint64 second = dolen_edit_set_tag (dir, "club", step_free, NULL, NULL);

  g_assert_cmpint (second, >, 0);
  g_assert_cmpint (dolen_edit_undo (dir, first, NULL, NULL), >, 0);
  {
    g_autoptr (DolenService) service = club_get (dir, "club");

    g_assert_cmpint (service->tags->len, ==, 2);
    g_assert_cmpint (((DolenTag *) service->tags->pdata[0])->state, ==, DOLEN_TAG_PROPOSED);
    g_assert_false (((DolenTag *) service->tags->pdata[1])->value);
  }
  g_assert_cmpint (dolen_edit_undo (dir, second, NULL, NULL), >, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM tag"), ==, 1);
}

static void
test_a_venue_follows_its_address (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (dir, "hall", NULL);
  g_autoptr (DolenVenue) moved = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_free (venue->city);
  venue->city = g_strdup ("Aberystwyth");
  venue->postcode = g_strdup ("sy232nn");
  id = club_set_part (dir, "venue", "place", venue, &error);
  g_assert_no_error (error);
  moved = dolen_directory_get_venue (dir, "hall", NULL);
  g_assert_cmpstr (moved->postcode, ==, "SY23 2NN");
  g_assert_cmpfloat (moved->latitude, >, 52.3);
  g_assert_cmpint (moved->origin, !=, DOLEN_POSITION_FEED);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM search_en WHERE search_en MATCH 'aberystwyth'"),
      ==,
      1);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  g_assert_cmpint (
      samples_count (dir,
                     "SELECT count(*) FROM venue WHERE latitude = 52.11 AND city = 'Lampeter'"),
      ==,
      1);
}

static void
test_a_position_set_by_hand_stays (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (dir, "hall", NULL);

  venue->address = g_strdup ("1 High Street");
  venue->latitude = 52.1155;
  venue->longitude = -4.0811;
  venue->origin = DOLEN_POSITION_PERSON;
  g_assert_cmpint (club_set_part (dir, "venue", "place", venue, NULL), >, 0);
  g_assert_cmpint (samples_count (dir,
                                  "SELECT count(*) FROM venue WHERE latitude = 52.1155"
                                  " AND origin = 'person'"),
                   ==,
                   1);
}

static void
test_a_venue_no_service_uses_goes_and_comes_back (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenService) draft = club_get (dir, "club");
  gint64 id;

  g_ptr_array_set_size (draft->venues, 0);
  id = club_set_part (dir, "service", "venues", draft, NULL);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM venue"), ==, 0);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM venue WHERE uid = 'hall'"), ==, 1);
}

static void
test_a_service_is_closed_and_opened_again (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenService) next = samples_service ("Dinner club", NULL, DOLEN_TEXT_CHECKED);
  g_autoptr (GError) error = NULL;
  DolenDirectoryCounts counts;
  gint64 id;

  samples_save (dir, next);
  id = dolen_edit_close (dir, "club", NULL, "The cook left", next->uid, "a curator", &error);
  g_assert_no_error (error);
  {
    g_autoptr (DolenService) service = club_get (dir, "club");

    g_assert_cmpint (service->status, ==, DOLEN_SERVICE_DEFUNCT);
    g_assert_cmpstr (service->closed_on, ==, "2026-05-04");
    g_assert_cmpstr (service->closed_reason, ==, "The cook left");
    g_assert_cmpstr (service->successor_uid, ==, next->uid);
  }
  g_assert_true (dolen_directory_get_counts (dir, &counts, NULL));
  g_assert_cmpint (counts.listed, ==, 1);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  g_assert_true (dolen_directory_get_counts (dir, &counts, NULL));
  g_assert_cmpint (counts.listed, ==, 2);
  g_assert_cmpint (dolen_edit_close (dir, "club", NULL, NULL, "club", NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (dolen_edit_close (dir, "club", NULL, NULL, "nobody", NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

static void
test_a_service_is_paused_until_a_day (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      dolen_edit_pause (
          dir, "club", "2026-09-07", "Term time only", DOLEN_TOLD_BY_CALL, "Mair", NULL, &error),
      >,
      0);
  {
    g_autoptr (DolenService) service = club_get (dir, "club");
    const DolenCapacity *now = dolen_service_current_capacity (service);

    g_assert_cmpint (now->status, ==, DOLEN_CAPACITY_PAUSED);
    g_assert_cmpstr (now->returns_on, ==, "2026-09-07");
    g_assert_cmpstr (now->note, ==, "Term time only");
  }
  g_assert_cmpint (
      dolen_edit_pause (dir, "club", "September", NULL, DOLEN_TOLD_BY_CALL, NULL, NULL, &error),
      ==,
      0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
}

static void
test_an_organisation_is_kept_in_all_its_parts (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Hall trust");
  g_autoptr (DolenOrganisation) parent = samples_organisation (dir, "County federation");
  g_autoptr (DolenOrganisation) now = NULL;
  DolenRegistration *registration = dolen_registration_new ();
  DolenAssurance insurance = { .what = (char *) "insurance",
                               .state = DOLEN_ASSURANCE_SEEN,
                               .expires_on = (char *) "2027-05-31" };
  g_autoptr (GError) error = NULL;
  const char *uid = organisation->uid;
  gint64 id;

  registration->scheme = g_strdup ("GB-COH");
  registration->value = g_strdup (" 1234567 ");
  g_ptr_array_add (organisation->registrations, registration);
  g_assert_cmpint (
      club_set_part (dir, "organisation", "registrations", organisation, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (
      dolen_edit_set_field (dir, "organisation", uid, "parent_uid", parent->uid, NULL, NULL), >, 0);
  g_assert_cmpint (
      dolen_edit_set_field (dir, "organisation", uid, "volunteer_run", "1", NULL, NULL), >, 0);
  g_assert_cmpint (
      dolen_edit_set_field (dir, "organisation", uid, "governance", "cooperative", NULL, NULL),
      >,
      0);
  id = dolen_edit_set_check (dir, uid, &insurance, "a curator", &error);
  g_assert_no_error (error);
  now = dolen_directory_get_organisation (dir, uid, NULL);
  g_assert_cmpstr (((DolenRegistration *) now->registrations->pdata[0])->value, ==, "01234567");
  g_assert_cmpstr (now->parent_uid, ==, parent->uid);
  g_assert_true (now->volunteer_run);
  g_assert_cmpint (now->governance, ==, DOLEN_GOVERNANCE_COOPERATIVE);
  g_assert_cmpstr (dolen_organisation_get_check (now, "insurance")->seen_on, ==, "2026-05-04");
  g_assert_cmpstr (dolen_organisation_get_check (now, "insurance")->by, ==, "a curator");
  g_assert_null (dolen_organisation_get_check (now, "dbs"));
  g_assert_cmpint (dolen_edit_forget_check (dir, uid, "insurance", NULL, NULL), >, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM assurance"), ==, 0);
  g_assert_cmpint (dolen_edit_put_back (dir, id + 1, NULL, &error), >, 0);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM assurance WHERE state = 'seen'"), ==, 1);
}

static void
test_nobody_is_a_branch_of_itself (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) one = samples_organisation (dir, "One");
  g_autoptr (DolenOrganisation) two = samples_organisation (dir, "Two");
  g_autoptr (GError) error = NULL;

  dolen_edit_set_field (dir, "organisation", one->uid, "parent_uid", two->uid, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      dolen_edit_set_field (dir, "organisation", two->uid, "parent_uid", one->uid, NULL, &error),
      ==,
      0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (
      dolen_edit_set_field (dir, "organisation", two->uid, "parent_uid", "nobody", NULL, &error),
      ==,
      0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

static void
test_what_cannot_be_is_refused_in_words (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenService) draft = club_get (dir, "club");
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (dir, "hall", NULL);
  DolenContact *mair = draft->contacts->pdata[0];
  DolenSchedule *schedule = draft->schedules->pdata[0];

#define REFUSED(kind, part, record, words)                                                         \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
    g_assert_cmpint (club_set_part (dir, kind, part, record, &error), ==, 0);                      \
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);                                      \
    g_assert_nonnull (strstr (error->message, words));                                             \
  }
  g_free (mair->phone_given);
  mair->phone_given = g_strdup ("ask Tom");
  REFUSED ("service", "contacts", draft, "ask Tom");
  g_free (schedule->opens_at);
  schedule->opens_at = g_strdup ("noon");
  REFUSED ("service", "schedules", draft, "noon");
  g_ptr_array_add (draft->funding, club_funding (NULL, "A trust", "2026-01-01"));
  ((DolenFunding *) draft->funding->pdata[0])->starts_on = g_strdup ("2026-02-01");
  REFUSED ("service", "funding", draft, "2026-02-01");
  venue->postcode = g_strdup ("near the bridge");
  REFUSED ("venue", "place", venue, "near the bridge");
  REFUSED ("service", "colour", draft, "colour");
#undef REFUSED
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), ==, 0);
}

/* Whatever is done to a listing: taken back from the last to the first, it is as it was. */
static void
test_all_taken_back_is_as_it_was (void)
{
  static const char *const parts[]
      = { "schedules", "contacts", "costs", "languages", "funding", "venues", "closing" };
  static const char *const fields[] = { "name_en", "name_cy", "fees", "phone", "minimum_age" };
  static const char *const values[] = { "12", NULL, "01632960005" };

  for (guint seed = 0; seed < 30; seed++) {
    g_autoptr (DolenDirectory) dir = club_open ();
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

    for (gsize p = 0; p < G_N_ELEMENTS (parts); p++)
      g_ptr_array_add (before, club_say (dir, parts[p]));
    for (guint i = 0; i < 12; i++) {
      g_autoptr (DolenService) draft = club_get (dir, "club");
      gint64 id;

      if (g_rand_boolean (rand)) {
        const char *field = fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))];
        const char *value = values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];

        /* A name there must be; its other side may go. */
        id = dolen_edit_set_field (dir, "service", "club", field, value, NULL, NULL);
      } else {
        change_all (draft);
        draft->status = DOLEN_SERVICE_INACTIVE;
        if (g_rand_boolean (rand))
          g_ptr_array_set_size (draft->costs, 0);
        id = club_set_part (
            dir, "service", parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))], draft, NULL);
      }
      if (id > 0)
        g_array_append_val (done, id);
    }
    g_assert_cmpuint (done->len, >, 3);
    for (guint i = done->len; i > 0; i--) {
      g_autoptr (GError) error = NULL;

      dolen_edit_undo (dir, g_array_index (done, gint64, i - 1), NULL, &error);
      g_assert_no_error (error);
    }
    for (gsize p = 0; p < G_N_ELEMENTS (parts); p++) {
      g_autofree char *after = club_say (dir, parts[p]);

      g_assert_cmpstr (after, ==, g_ptr_array_index (before, p));
    }
    {
      g_autoptr (DolenService) service = club_get (dir, "club");

      g_assert_cmpstr (service->name.en, ==, "Lunch club");
      g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_CHECKED);
      g_assert_null (service->phone);
    }
    g_assert_true (dolen_directory_check (dir, NULL));
  }
}

static void
test_what_a_feed_wrote_beside_it_holds_no_edit_up (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenService) draft = club_get (dir, "club");
  g_autoptr (GError) error = NULL;
  DolenContact *odd = club_contact ("odd", "Odd", "see our page");

  g_clear_pointer (&odd->phone, g_free);
  g_ptr_array_add (draft->contacts, odd);
  samples_save (dir, draft);
  g_ptr_array_add (draft->contacts, club_contact (NULL, "Tom", "01632 960 002"));
  g_assert_cmpint (club_set_part (dir, "service", "contacts", draft, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (samples_count (dir,
                                  "SELECT count(*) FROM contact WHERE phone_given = 'see our page'"
                                  " AND phone IS NULL"),
                   ==,
                   1);
  odd->note = g_strdup ("evenings");
  g_assert_cmpint (club_set_part (dir, "service", "contacts", draft, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  dolen_time_set_fixed (CLUB_NOW);
#define ADD(name) g_test_add_func ("/directory/edit-parts/" #name, test_##name)
  ADD (each_part_is_set_undone_and_redone);
  ADD (nothing_changed_writes_nothing);
  ADD (what_came_between_is_not_lost_by_undo_but_by_putting_back);
  ADD (a_field_is_put_back_with_the_states_of_its_text);
  ADD (a_text_is_checked_without_being_changed);
  ADD (two_tags_are_settled_apart);
  ADD (a_venue_follows_its_address);
  ADD (a_position_set_by_hand_stays);
  ADD (a_venue_no_service_uses_goes_and_comes_back);
  ADD (a_service_is_closed_and_opened_again);
  ADD (a_service_is_paused_until_a_day);
  ADD (an_organisation_is_kept_in_all_its_parts);
  ADD (nobody_is_a_branch_of_itself);
  ADD (what_cannot_be_is_refused_in_words);
  ADD (what_a_feed_wrote_beside_it_holds_no_edit_up);
  ADD (all_taken_back_is_as_it_was);
#undef ADD
  return g_test_run ();
}
