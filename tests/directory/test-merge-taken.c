/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/samples.h"

#include "directory/dolen-edits.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-merge.h"
#include "directory/privacy/dolen-edit-erase.h"

#include <math.h>

/* What the record that stays gets from the one that goes into it, and what it does not. */

typedef struct {
  DolenDirectory *dir;
  DolenService *kept, *gone; /* as they are stored before the merge */
  gint64 entry;
} Pair;

static Pair
make_pair (void)
{
  Pair pair = { .dir = samples_open () };

  pair.kept = samples_service ("Men's Shed", NULL, DOLEN_TEXT_CHECKED);
  pair.gone = samples_service ("Lampeter Men's Shed", "Sied Dynion", DOLEN_TEXT_GIVEN);
  return pair;
}

static void
pair_clear (Pair *pair)
{
  dolen_directory_close (pair->dir);
  dolen_service_free (pair->kept);
  dolen_service_free (pair->gone);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

/* (transfer full): the one that stays, as it is now. */
static DolenService *
read_kept (const Pair *pair)
{
  GError *error = NULL;
  DolenService *kept = dolen_directory_get_service (pair->dir, pair->kept->uid, &error);

  g_assert_no_error (error);
  return kept;
}

/* Stores both and makes them one. */
static DolenService *
merge (Pair *pair)
{
  GError *error = NULL;

  samples_save (pair->dir, pair->kept);
  samples_save (pair->dir, pair->gone);
  pair->entry = dolen_merge_records (
      pair->dir, "service", pair->kept->uid, pair->gone->uid, "a curator", &error);
  g_assert_no_error (error);
  return read_kept (pair);
}

static void
assert_taken (const Pair *pair, const char *expected)
{
  g_autoptr (GPtrArray) names = dolen_merge_list_taken (pair->dir, pair->entry, NULL);
  g_autofree char *text = NULL;

  g_assert_nonnull (names);
  text = dolen_merge_taken_text (names, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (text, ==, expected);
}

/* To the letter, in what both records say. */
static void
assert_taken_back_whole (const Pair *pair)
{
  GError *error = NULL;
  g_autoptr (DolenService) now = NULL;

  g_assert_cmpint (dolen_edit_undo (pair->dir, pair->entry, NULL, &error), >, 0);
  g_assert_no_error (error);
  now = read_kept (pair);
  g_assert_true (dolen_bilingual_equal (&now->name, &pair->kept->name));
  g_assert_true (dolen_bilingual_equal (&now->description, &pair->kept->description));
  g_assert_cmpstr (now->phone, ==, pair->kept->phone);
  g_assert_cmpstr (now->email, ==, pair->kept->email);
  g_assert_cmpint (now->email_personal, ==, pair->kept->email_personal);
  g_assert_cmpstr (now->url, ==, pair->kept->url);
  g_assert_cmpstr (now->areas, ==, pair->kept->areas);
  g_assert_cmpint (now->access, ==, pair->kept->access);
  g_assert_cmpint (now->attending, ==, pair->kept->attending);
  g_assert_cmpint (now->minimum_age, ==, pair->kept->minimum_age);
  g_assert_cmpuint (now->contacts->len, ==, pair->kept->contacts->len);
  g_assert_cmpuint (now->costs->len, ==, pair->kept->costs->len);
  g_assert_cmpuint (now->schedules->len, ==, pair->kept->schedules->len);
  g_assert_cmpuint (now->venues->len, ==, pair->kept->venues->len);
  g_assert_cmpuint (now->tags->len, ==, pair->kept->tags->len);
  g_assert_cmpuint (now->capacities->len, ==, pair->kept->capacities->len);
  g_assert_cmpuint (now->confirmations->len, ==, pair->kept->confirmations->len);
  g_assert_cmpint (samples_count (pair->dir, "SELECT count(*) FROM field_edit"), ==, 0);
  g_assert_true (dolen_directory_check (pair->dir, NULL));
}

static DolenContact *
add_contact (DolenService *service, const char *name, const char *phone, const char *email)
{
  DolenContact *contact = dolen_contact_new ();

  contact->name = g_strdup (name);
  contact->phone = g_strdup (phone);
  contact->phone_given = g_strdup (phone);
  contact->email = g_strdup (email);
  contact->email_given = g_strdup (email);
  g_ptr_array_add (service->contacts, contact);
  return contact;
}

static void
test_single_facts_come_along (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;

  pair.gone->phone = g_strdup ("01570422001");
  pair.gone->email = g_strdup ("mair@example.org");
  pair.gone->email_personal = TRUE;
  pair.gone->url = g_strdup ("https://shed.example");
  pair.gone->areas = g_strdup ("Lampeter");
  pair.gone->access = DOLEN_ACCESS_DROP_IN;
  pair.gone->attending = DOLEN_ATTENDING_VENUE;
  now = merge (&pair);
  g_assert_cmpstr (now->phone, ==, "01570422001");
  g_assert_cmpstr (now->email, ==, "mair@example.org");
  g_assert_true (now->email_personal);
  g_assert_cmpstr (now->areas, ==, "Lampeter");
  g_assert_cmpint (now->access, ==, DOLEN_ACCESS_DROP_IN);
  g_assert_cmpint (now->attending, ==, DOLEN_ATTENDING_VENUE);
  assert_taken (&pair,
                "Taken over: Name in Welsh, Website, E-mail, Telephone, Areas,"
                " How one comes to it, Where it happens");
  assert_taken_back_whole (&pair);
}

static void
test_nothing_to_take_is_told_of_as_nothing (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;

  dolen_bilingual_set (&pair.kept->name, DOLEN_LANGUAGE_CY, "Y Sied", DOLEN_TEXT_CHECKED);
  now = merge (&pair);
  g_assert_cmpstr (now->name.cy, ==, "Y Sied");
  assert_taken (&pair, NULL);
}

/* Nobody read a text for the merge, and the other side is no older for it. */
static void
test_a_text_comes_with_its_state (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;

  dolen_bilingual_set (
      &pair.kept->description, DOLEN_LANGUAGE_EN, "Tools and tea.", DOLEN_TEXT_CHECKED);
  dolen_bilingual_set (
      &pair.gone->description, DOLEN_LANGUAGE_CY, "Offer a the.", DOLEN_TEXT_DRAFT);
  now = merge (&pair);
  g_assert_cmpstr (now->description.cy, ==, "Offer a the.");
  g_assert_cmpint (now->description.cy_state, ==, DOLEN_TEXT_DRAFT);
  g_assert_cmpint (now->description.en_state, ==, DOLEN_TEXT_CHECKED);
  g_assert_cmpint (now->name.cy_state, ==, DOLEN_TEXT_GIVEN);
  assert_taken_back_whole (&pair);
}

/* A cost in words beside a list, half a span of ages: the kept one's word stands alone. */
static void
test_what_is_said_otherwise_stays_alone (void)
{
  g_auto (Pair) pair = make_pair ();
  DolenCost *cost = dolen_cost_new ();
  g_autoptr (DolenService) now = NULL;

  cost->pence = 200;
  g_ptr_array_add (pair.kept->costs, cost);
  pair.kept->minimum_age = 50;
  pair.gone->fees = g_strdup ("Three pounds");
  pair.gone->maximum_age = 18;
  now = merge (&pair);
  g_assert_null (now->fees);
  g_assert_cmpint (now->maximum_age, ==, -1);
  assert_taken (&pair, "Taken over: Name in Welsh");
}

static void
test_contacts_are_joined (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;
  DolenContact *mair, *huw;

  mair = add_contact (pair.kept, "Mair", NULL, "mair@example.org");
  mair->permission = DOLEN_PERMISSION_WORKERS_ONLY;
  mair = add_contact (pair.gone, "MAIR", "01570422001", "other@example.org");
  mair->personal = TRUE;
  mair->permission = DOLEN_PERMISSION_WORKERS_ONLY;
  add_contact (pair.gone, "Huw", "01570422002", NULL);
  now = merge (&pair);
  g_assert_cmpuint (now->contacts->len, ==, 2);
  mair = now->contacts->pdata[0];
  huw = now->contacts->pdata[1];
  g_assert_cmpstr (mair->name, ==, "Mair");
  g_assert_cmpstr (mair->phone, ==, "01570422001");
  g_assert_cmpstr (mair->email, ==, "mair@example.org"); /* not written over */
  g_assert_true (mair->personal);
  g_assert_cmpint (mair->permission, ==, DOLEN_PERMISSION_WORKERS_ONLY);
  g_assert_cmpstr (huw->name, ==, "Huw");
  assert_taken_back_whole (&pair);
}

/* What was erased of the one does not come back with the other. */
static void
test_an_erased_contact_does_not_come_along (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;
  DolenContact *mair = add_contact (pair.kept, "Mair", NULL, NULL);
  GError *error = NULL;

  samples_save (pair.dir, pair.kept);
  g_assert_cmpint (
      dolen_edit_erase_contact (pair.dir, "service", pair.kept->uid, mair->uid, NULL, &error),
      >,
      0);
  g_assert_no_error (error);
  g_ptr_array_set_size (pair.kept->contacts, 0);
  add_contact (pair.gone, "Mair", NULL, NULL);
  now = merge (&pair);
  g_assert_cmpuint (now->contacts->len, ==, 0);
}

static void
test_what_is_missing_in_a_place_of_both (void)
{
  g_auto (Pair) pair = make_pair ();
  DolenVenue *own = samples_venue ("Old Church", "Lampeter", NAN, NAN);
  DolenVenue *other = samples_venue ("Old Church", NULL, 52.1127, -4.0780);
  g_autoptr (DolenService) now = NULL;
  g_autoptr (DolenService) apart = NULL;
  const DolenVenue *venue;

  other->address = g_strdup ("Station Terrace");
  other->postcode = g_strdup ("SA48 7HX");
  g_ptr_array_add (other->accessibility, g_strdup ("Step-free"));
  g_ptr_array_add (pair.kept->venues, own);
  g_ptr_array_add (pair.gone->venues, other);
  now = merge (&pair);
  g_assert_cmpuint (now->venues->len, ==, 1);
  venue = now->venues->pdata[0];
  g_assert_cmpstr (venue->uid, ==, own->uid);
  g_assert_cmpstr (venue->city, ==, "Lampeter");
  g_assert_cmpstr (venue->address, ==, "Station Terrace");
  g_assert_cmpstr (venue->postcode, ==, "SA48 7HX");
  g_assert_cmpfloat (venue->latitude, ==, 52.1127);
  g_assert_cmpuint (venue->accessibility->len, ==, 1);
  assert_taken (&pair, "Taken over: Name in Welsh, Address, Access");
  assert_taken_back_whole (&pair);
  apart = read_kept (&pair);
  venue = apart->venues->pdata[0];
  g_assert_null (venue->address);
  g_assert_null (venue->postcode);
  g_assert_true (isnan (venue->latitude));
}

/* A place of which two others know no more than the town, and where one of them meets. */
static DolenService *
share_place (Pair *pair)
{
  DolenService *third = samples_service ("Choir", NULL, DOLEN_TEXT_CHECKED);
  DolenSchedule *tuesday = samples_schedule ("TU", "10:00", "12:00");
  DolenVenue *town = samples_venue (NULL, "Lampeter", NAN, NAN);

  town->uid = g_strdup ("place:||lampeter|");
  tuesday->venue_uid = g_strdup (town->uid);
  g_ptr_array_add (pair->kept->venues, town);
  g_ptr_array_add (pair->kept->schedules, tuesday);
  g_ptr_array_add (third->venues, dolen_venue_copy (town));
  samples_save (pair->dir, third);
  return third;
}

static DolenVenue *
add_church (DolenService *service)
{
  DolenVenue *church = samples_venue ("Old Church", "Lampeter", 52.1127, -4.0780);

  church->address = g_strdup ("Station Terrace");
  g_ptr_array_add (service->venues, church);
  return church;
}

/* It is in no other place for the merge of two that are not it. */
static void
assert_still_in_town (const Pair *pair, const char *uid)
{
  g_autoptr (DolenService) now = dolen_directory_get_service (pair->dir, uid, NULL);
  const DolenVenue *venue;

  g_assert_cmpuint (now->venues->len, ==, 1);
  venue = now->venues->pdata[0];
  g_assert_cmpstr (venue->uid, ==, "place:||lampeter|");
  g_assert_null (venue->name.en);
  g_assert_null (venue->address);
  g_assert_true (isnan (venue->latitude));
}

static void
test_a_place_of_others_too_is_not_moved (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) third = share_place (&pair);
  const DolenVenue *church = add_church (pair.gone);
  g_autoptr (DolenService) now = merge (&pair);

  assert_still_in_town (&pair, third->uid);
  g_assert_cmpuint (now->venues->len, ==, 1);
  g_assert_cmpstr (((DolenVenue *) now->venues->pdata[0])->uid, ==, church->uid);
  g_assert_cmpstr (((DolenSchedule *) now->schedules->pdata[0])->venue_uid, ==, church->uid);
  assert_taken (&pair, "Taken over: Name in Welsh, Places where it happens");
  assert_taken_back_whole (&pair);
  assert_still_in_town (&pair, pair.kept->uid);
}

/* Where both know something, the one that stays gets a place of its own. */
static void
test_a_place_of_others_too_is_copied (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) third = share_place (&pair);
  DolenVenue *town = pair.kept->venues->pdata[0];
  const DolenVenue *church = add_church (pair.gone), *venue;
  g_autoptr (DolenService) now = NULL;

  town->getting_there = g_strdup ("The bus stops outside.");
  now = merge (&pair);
  assert_still_in_town (&pair, third->uid);
  g_assert_cmpuint (now->venues->len, ==, 1);
  venue = now->venues->pdata[0];
  g_assert_cmpstr (venue->uid, !=, church->uid);
  g_assert_cmpstr (venue->uid, !=, town->uid);
  g_assert_cmpstr (venue->name.en, ==, "Old Church");
  g_assert_cmpstr (venue->address, ==, "Station Terrace");
  g_assert_cmpfloat (venue->latitude, ==, 52.1127);
  g_assert_cmpstr (venue->getting_there, ==, "The bus stops outside.");
  g_assert_cmpstr (((DolenSchedule *) now->schedules->pdata[0])->venue_uid, ==, venue->uid);
  g_assert_cmpint (samples_count (pair.dir, "SELECT count(*) FROM venue"), ==, 3);
  assert_taken_back_whole (&pair);
  assert_still_in_town (&pair, pair.kept->uid);
  g_assert_cmpint (samples_count (pair.dir, "SELECT count(*) FROM venue"), ==, 2);
}

/* The name of a place is no name of the group. */
static void
test_a_name_of_a_place_is_told_as_the_place (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;

  g_ptr_array_add (pair.kept->venues, samples_venue (NULL, "Lampeter", NAN, NAN));
  g_ptr_array_add (pair.gone->venues, samples_venue ("Old Church", "Lampeter", NAN, NAN));
  now = merge (&pair);
  g_assert_cmpstr (((DolenVenue *) now->venues->pdata[0])->name.en, ==, "Old Church");
  assert_taken (&pair, "Taken over: Name in Welsh, Places where it happens");
}

/* Another place, or one that is hidden, fills nothing. */
static void
test_a_place_is_not_filled_from_another (void)
{
  static const struct {
    const char *name, *city;
    gboolean hidden;
  } cases[] = { { "Old Church", "Aberaeron", FALSE },
                { "New Church", "Lampeter", FALSE },
                { "Old Church", "Lampeter", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Pair) pair = make_pair ();
    DolenVenue *other = samples_venue (cases[i].name, cases[i].city, NAN, NAN);
    g_autoptr (DolenService) now = NULL;

    other->address = g_strdup ("Station Terrace");
    other->no_map = cases[i].hidden;
    g_ptr_array_add (pair.kept->venues, samples_venue ("Old Church", "Lampeter", NAN, NAN));
    g_ptr_array_add (pair.gone->venues, other);
    now = merge (&pair);
    g_assert_null (((DolenVenue *) now->venues->pdata[0])->address);
  }
}

static DolenConfirmation *
new_confirmation (const char *on, const char *facts)
{
  DolenConfirmation *confirmation = dolen_confirmation_new ();

  confirmation->on = g_strdup (on);
  confirmation->how = DOLEN_TOLD_BY_CALL;
  confirmation->asked = g_strdup ("the secretary");
  confirmation->by = g_strdup ("Siân");
  confirmation->confirmed = g_strdup (facts);
  return confirmation;
}

/* Who confirmed it, and when, holds of what came along, and of nothing that stood here. */
static void
test_a_confirmation_comes_with_its_fact (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;
  const DolenConfirmation *times;

  pair.kept->fees = g_strdup ("Free");
  g_ptr_array_add (pair.gone->schedules, samples_schedule ("TU", "10:00", "12:00"));
  g_ptr_array_add (pair.gone->confirmations, new_confirmation ("2026-05-04", "listing"));
  now = merge (&pair);
  g_assert_cmpuint (now->schedules->len, ==, 1);
  g_assert_cmpuint (now->confirmations->len, ==, 1);
  times = now->confirmations->pdata[0];
  g_assert_cmpstr (times->confirmed, ==, "times");
  g_assert_cmpstr (times->on, ==, "2026-05-04");
  g_assert_cmpstr (times->by, ==, "Siân");
  g_assert_null (dolen_service_fact_confirmed_on (now, DOLEN_FACT_COST));
  assert_taken_back_whole (&pair);
}

static void
test_a_report_comes_with_who_told_it (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;
  DolenCapacity *told = samples_capacity (DOLEN_CAPACITY_PLACES, 3, "2026-05-04");

  told->told_by = g_strdup ("the secretary");
  g_ptr_array_add (pair.gone->capacities, told);
  g_ptr_array_add (pair.gone->confirmations, new_confirmation ("2026-05-04", "capacity"));
  now = merge (&pair);
  g_assert_cmpstr (dolen_service_current_capacity (now)->told_by, ==, "the secretary");
  g_assert_cmpuint (now->confirmations->len, ==, 1);
  g_assert_cmpstr (((DolenConfirmation *) now->confirmations->pdata[0])->by, ==, "Siân");
  assert_taken (&pair, "Taken over: Name in Welsh, Places and wait");
  assert_taken_back_whole (&pair);
}

static void
test_what_a_rule_read_comes_along_too (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;

  g_ptr_array_add (pair.kept->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "woodwork", TRUE, DOLEN_TAG_REJECTED));
  g_ptr_array_add (pair.gone->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "woodwork", TRUE, DOLEN_TAG_PROPOSED));
  g_ptr_array_add (pair.gone->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "gardening", TRUE, DOLEN_TAG_PROPOSED));
  now = merge (&pair);
  g_assert_cmpuint (now->tags->len, ==, 2);
  for (guint i = 0; i < now->tags->len; i++) {
    const DolenTag *tag = now->tags->pdata[i];

    g_assert_cmpint (tag->state,
                     ==,
                     g_str_equal (tag->code, "woodwork") ? DOLEN_TAG_REJECTED : DOLEN_TAG_PROPOSED);
  }
  assert_taken (&pair, "Taken over: Name in Welsh, What it is about");
  assert_taken_back_whole (&pair);
}

/* Each is an entry of its own that says that nobody wrote it here. */
static void
test_the_history_says_where_it_is_from (void)
{
  g_auto (Pair) pair = make_pair ();
  g_autoptr (DolenService) now = NULL;

  pair.gone->phone = g_strdup ("01570422001");
  g_ptr_array_add (pair.gone->schedules, samples_schedule ("TU", "10:00", "12:00"));
  now = merge (&pair);
  g_assert_cmpint (
      samples_count (pair.dir, "SELECT count(*) FROM history WHERE act = 'take-over'"), ==, 3);
  g_assert_cmpint (
      samples_count (pair.dir,
                     "SELECT count(*) FROM history WHERE act IN ('set-field', 'set-part')"
                     " AND field <> 'do_not_list'"),
      ==,
      0);
}

static void
test_an_organisation_gets_what_it_lacks (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) above = samples_organisation (dir, "Age Friendly");
  g_autoptr (DolenOrganisation) kept = samples_organisation (dir, "Shed");
  g_autoptr (DolenOrganisation) gone = samples_organisation (dir, "The Shed");
  g_autoptr (DolenOrganisation) now = NULL;
  g_autoptr (DolenOrganisation) apart = NULL;
  DolenRegistration *charity = dolen_registration_new (), *company = dolen_registration_new ();
  GError *error = NULL;
  gint64 entry;

  charity->scheme = g_strdup ("GB-CHC");
  charity->value = g_strdup ("1164883");
  g_ptr_array_add (kept->registrations, charity);
  company->scheme = g_strdup ("GB-COH");
  company->value = g_strdup ("01234567");
  g_ptr_array_add (gone->registrations, company);
  gone->parent_uid = g_strdup (above->uid);
  gone->covered_by_parent = TRUE;
  gone->volunteer_run = TRUE;
  g_assert_true (dolen_directory_save_organisation (dir, kept, NULL));
  g_assert_true (dolen_directory_save_organisation (dir, gone, NULL));
  entry = dolen_merge_records (dir, "organisation", kept->uid, gone->uid, NULL, &error);
  g_assert_no_error (error);
  now = dolen_directory_get_organisation (dir, kept->uid, NULL);
  g_assert_cmpuint (now->registrations->len, ==, 2);
  g_assert_cmpstr (now->parent_uid, ==, above->uid);
  g_assert_true (now->covered_by_parent);
  g_assert_true (now->volunteer_run);
  g_assert_cmpint (dolen_edit_undo (dir, entry, NULL, &error), >, 0);
  apart = dolen_directory_get_organisation (dir, kept->uid, NULL);
  g_assert_cmpuint (apart->registrations->len, ==, 1);
  g_assert_null (apart->parent_uid);
  g_assert_false (apart->covered_by_parent);
  g_assert_false (apart->volunteer_run);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/merge-taken/" #name, test_##name)
  ADD (single_facts_come_along);
  ADD (nothing_to_take_is_told_of_as_nothing);
  ADD (a_text_comes_with_its_state);
  ADD (what_is_said_otherwise_stays_alone);
  ADD (contacts_are_joined);
  ADD (an_erased_contact_does_not_come_along);
  ADD (what_is_missing_in_a_place_of_both);
  ADD (a_place_of_others_too_is_not_moved);
  ADD (a_place_of_others_too_is_copied);
  ADD (a_name_of_a_place_is_told_as_the_place);
  ADD (a_place_is_not_filled_from_another);
  ADD (a_confirmation_comes_with_its_fact);
  ADD (a_report_comes_with_who_told_it);
  ADD (what_a_rule_read_comes_along_too);
  ADD (the_history_says_where_it_is_from);
  ADD (an_organisation_gets_what_it_lacks);
  return g_test_run ();
}
