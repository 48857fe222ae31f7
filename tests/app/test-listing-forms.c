/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/directory/dolen-capacity-marks.h"
#include "app/directory/dolen-history-words.h"
#include "app/directory/dolen-listing-codes.h"
#include "app/directory/dolen-listing-part-form.h"
#include "app/directory/dolen-listing-text-state.h"
#include "app/directory/dolen-listing-venue-form.h"
#include "app/directory/dolen-organisation-checks.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-fields.h"
#include "directory/dolen-sentences.h"

/* What a person filled in: pairs of key and text. */
static DolenListingValues *
fill (const DolenListingPartForm *form, ...)
{
  DolenListingValues *values = dolen_listing_values_new (form->fields);
  const char *key;
  va_list pairs;

  va_start (pairs, form);
  while ((key = va_arg (pairs, const char *)) != NULL)
    dolen_listing_values_put (values, key, va_arg (pairs, const char *));
  va_end (pairs);
  return values;
}

static void
assert_problem (const DolenListingPartForm *form,
                const DolenListingValues *values,
                const char *key,
                const char *expected)
{
  g_autofree char *problem = form->problem (values, key);

  g_assert_cmpstr (problem, ==, expected);
}

static char *
tell_schedule (const DolenListingValues *values)
{
  g_autoptr (DolenSchedule) schedule = dolen_schedule_new ();

  dolen_listing_schedule_form.write (schedule, values);
  return dolen_listing_schedule_form.tell (schedule, DOLEN_LANGUAGE_EN);
}

static void
test_a_town_is_called_as_the_reader_calls_it (void)
{
  g_autoptr (DolenVenue) venue = dolen_venue_new ();
  g_autofree char *welsh = NULL, *english = NULL;

  venue->address = g_strdup ("High Street");
  venue->city = g_strdup ("Lampeter");
  welsh = dolen_listing_venue_form.tell (venue, DOLEN_LANGUAGE_CY);
  english = dolen_listing_venue_form.tell (venue, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (welsh, ==, "High Street, Llanbedr Pont Steffan");
  g_assert_cmpstr (english, ==, "High Street, Lampeter");
}

static void
test_a_value_is_followed_by_another_and_never_changed (void)
{
  g_autoptr (DolenListingValues) first = dolen_listing_values_new (dolen_listing_cost_form.fields);
  g_autoptr (DolenListingValues) next = dolen_listing_values_with (first, "amount", "2.50");

  g_assert_cmpstr (dolen_listing_values_get (first, "amount"), ==, "");
  g_assert_cmpint (dolen_listing_values_get_pence (next, "amount"), ==, 250);
  g_assert_false (dolen_listing_values_equal (first, next));
}

static void
test_money_is_read_as_typed (void)
{
  g_assert_cmpint (dolen_listing_money_parse ("£2.50"), ==, 250);
  g_assert_cmpint (dolen_listing_money_parse (" 3 "), ==, 300);
  g_assert_cmpint (dolen_listing_money_parse ("2.5"), ==, 250);
  g_assert_cmpint (dolen_listing_money_parse ("free"), ==, 0);
  g_assert_cmpint (dolen_listing_money_parse ("0"), ==, 0);
  g_assert_cmpint (dolen_listing_money_parse ("2.505"), ==, -1);
  g_assert_cmpint (dolen_listing_money_parse ("2."), ==, -1);
  g_assert_cmpint (dolen_listing_money_parse ("about 2"), ==, -1);
  g_assert_cmpint (dolen_listing_money_parse (""), ==, -1);
}

static void
test_wrong_values_are_told_and_empty_ones_are_not (void)
{
  const DolenListingField day = { "day", "Day", DOLEN_LISTING_DATE, NULL, NULL };
  g_autofree char *right = dolen_listing_field_problem (&day, " 3/5/2026 ");
  g_autofree char *empty = dolen_listing_field_problem (&day, "");
  g_autofree char *wrong = dolen_listing_field_problem (&day, "31/2/2026");

  g_assert_null (right);
  g_assert_null (empty);
  g_assert_cmpstr (wrong, ==, "Write a day, such as 3/5/2026.");
}

static void
test_times_are_told_back_in_words (void)
{
  g_autoptr (DolenListingValues) fortnightly = fill (&dolen_listing_schedule_form,
                                                     "often",
                                                     "fortnightly",
                                                     "days",
                                                     "TU",
                                                     "opens",
                                                     "10",
                                                     "closes",
                                                     "12pm",
                                                     "term",
                                                     "1",
                                                     NULL);
  g_autoptr (DolenListingValues) monthly = fill (&dolen_listing_schedule_form,
                                                 "often",
                                                 "monthly",
                                                 "week",
                                                 "-1",
                                                 "days",
                                                 "FR",
                                                 "opens",
                                                 "14:00",
                                                 "from",
                                                 "5/1/2026",
                                                 "to",
                                                 "1/6/2026",
                                                 NULL);
  g_autoptr (DolenListingValues) closed = fill (&dolen_listing_schedule_form,
                                                "often",
                                                "closed",
                                                "from",
                                                "20/12/2026",
                                                "to",
                                                "4/1/2027",
                                                NULL);
  g_autofree char *first = tell_schedule (fortnightly), *second = tell_schedule (monthly);
  g_autofree char *third = tell_schedule (closed);

  g_assert_cmpstr (first, ==, "Tuesdays 10:00–12:00, every other week, in term time only");
  g_assert_cmpstr (
      second, ==, "Last Friday of the month from 14:00 (5 January 2026 – 1 June 2026)");
  g_assert_cmpstr (third, ==, "Closed: 20 December 2026 – 4 January 2027");
}

static void
test_what_a_schedule_wants_is_said_at_its_field (void)
{
  g_autoptr (DolenListingValues) empty
             = dolen_listing_values_new (dolen_listing_schedule_form.fields);
  g_autoptr (DolenListingValues) back = fill (
      &dolen_listing_schedule_form, "days", "MO", "from", "5/6/2026", "to", "1/6/2026", NULL);

  assert_problem (&dolen_listing_schedule_form, empty, "days", "Choose the days.");
  assert_problem (&dolen_listing_schedule_form, empty, "opens", NULL);
  assert_problem (&dolen_listing_schedule_form, back, "to", "This is before the day it begins.");
  g_assert_false (dolen_listing_schedule_form.shows (empty, "week"));
  g_assert_true (dolen_listing_schedule_form.shows (empty, "days"));
}

/* Read and written again, nothing is lost: what the form cannot show stays too. */
static void
test_a_schedule_comes_back_as_it_was (void)
{
  static const struct {
    const char *freq, *byday, *bymonthday;
    int interval;
  } rules[] = { { "WEEKLY", "MO,TH", NULL, 1 },    { "WEEKLY", "TU", NULL, 2 },
                { "MONTHLY", "2WE", NULL, 1 },     { "MONTHLY", "-1FR", NULL, 1 },
                { "MONTHLY", NULL, "15", 1 },      { "WEEKLY", "SA", NULL, 3 },
                { "MONTHLY", "1MO,3TH", NULL, 1 }, { NULL, NULL, NULL, 0 },
                { "DAILY", NULL, NULL, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (DolenSchedule) schedule = dolen_schedule_new ();
    g_autoptr (DolenListingValues) values = NULL;

    schedule->freq = g_strdup (rules[i].freq);
    schedule->byday = g_strdup (rules[i].byday);
    schedule->bymonthday = g_strdup (rules[i].bymonthday);
    schedule->interval = rules[i].interval;
    schedule->opens_at = g_strdup ("09:30");
    schedule->valid_from = g_strdup ("2026-05-04");
    values = dolen_listing_schedule_form.read (schedule);
    dolen_listing_schedule_form.write (schedule, values);
    g_assert_cmpstr (schedule->freq, ==, rules[i].freq);
    g_assert_cmpstr (schedule->byday, ==, rules[i].byday);
    g_assert_cmpstr (schedule->bymonthday, ==, rules[i].bymonthday);
    g_assert_cmpint (schedule->interval, ==, rules[i].interval);
    g_assert_cmpstr (schedule->opens_at, ==, "09:30");
    g_assert_cmpstr (schedule->valid_from, ==, "2026-05-04");
  }
}

static void
test_contacts_are_read_and_need_something (void)
{
  g_autoptr (DolenListingValues) empty
             = dolen_listing_values_new (dolen_listing_contact_form.fields);
  g_autoptr (DolenListingValues) full = fill (&dolen_listing_contact_form,
                                              "name",
                                              " Beti  Lewis ",
                                              "phone",
                                              "01970 000 123",
                                              "email",
                                              "Beti@Example.ORG.uk",
                                              "permission",
                                              "workers-only",
                                              NULL);
  g_autoptr (DolenContact) contact = dolen_contact_new ();

  assert_problem (&dolen_listing_contact_form,
                  empty,
                  "name",
                  "Write a name, a role, a number or an e-mail address.");
  assert_problem (&dolen_listing_contact_form, full, "name", NULL);
  dolen_listing_contact_form.write (contact, full);
  g_assert_cmpstr (contact->name, ==, "Beti Lewis");
  g_assert_cmpstr (contact->phone, ==, "01970000123");
  g_assert_cmpint (contact->permission, ==, DOLEN_PERMISSION_WORKERS_ONLY);
}

static void
test_a_registers_number_has_its_shape (void)
{
  g_autoptr (DolenListingValues) wrong
             = fill (&dolen_listing_registration_form, "scheme", "GB-COH", "value", "12", NULL);
  g_autoptr (DolenListingValues) right = fill (
      &dolen_listing_registration_form, "scheme", "GB-COH", "value", "1234567", NULL);
  g_autoptr (DolenRegistration) registration = dolen_registration_new ();
  g_autofree char *problem = dolen_listing_registration_form.problem (wrong, "value");

  g_assert_true (g_str_has_prefix (problem, "This is no number of that register."));
  assert_problem (&dolen_listing_registration_form, right, "value", NULL);
  dolen_listing_registration_form.write (registration, right);
  g_assert_cmpstr (registration->scheme, ==, "GB-COH");
  g_assert_cmpstr (registration->value, ==, "01234567");
}

static void
test_an_element_is_put_and_taken_out_by_its_key (void)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  g_autoptr (DolenListingValues) values
             = fill (&dolen_listing_funding_form, "funder", "Lottery", "ends", "31/3/2027", NULL);
  g_autofree char *words = NULL;

  dolen_listing_part_form_put (&dolen_listing_funding_form, service, "a", values);
  dolen_listing_part_form_put (&dolen_listing_funding_form, service, "a", values);
  g_assert_cmpuint (service->funding->len, ==, 1);
  words = dolen_listing_part_form_tell (&dolen_listing_funding_form, service, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, "Lottery, until: 31 March 2027");
  g_assert_false (dolen_listing_part_form_remove (&dolen_listing_funding_form, service, "b"));
  g_assert_true (dolen_listing_part_form_remove (&dolen_listing_funding_form, service, "a"));
  g_assert_cmpuint (service->funding->len, ==, 0);
}

/* Saved twice before the store has answered, and corrected in between: it is one all the same. */
static void
test_what_is_saved_twice_is_one (void)
{
  const DolenListingPartForm *form = &dolen_listing_registration_form;
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  g_autoptr (DolenService) service = dolen_service_new ();
  g_autoptr (DolenListingValues) number = fill (form, "scheme", "GB-COH", "value", "1234567", NULL);
  g_autoptr (DolenListingValues) right = fill (form, "scheme", "GB-COH", "value", "1234568", NULL);
  g_autoptr (DolenListingValues) welsh = fill (&dolen_listing_language_form, "code", "cy", NULL);
  g_autofree char *key = dolen_listing_part_form_key_of (form, "new", number);

  dolen_listing_part_form_put (form, organisation, "new", number);
  dolen_listing_part_form_put (form, organisation, "new", number);
  g_assert_cmpuint (organisation->registrations->len, ==, 1);
  dolen_listing_part_form_put (form, organisation, key, right);
  g_assert_cmpuint (organisation->registrations->len, ==, 1);
  g_assert_cmpstr (
      ((DolenRegistration *) organisation->registrations->pdata[0])->value, ==, "01234568");
  dolen_listing_part_form_put (&dolen_listing_language_form, service, "new", welsh);
  dolen_listing_part_form_put (&dolen_listing_language_form, service, "other", welsh);
  g_assert_cmpuint (service->languages->len, ==, 1);
}

static void
test_a_check_is_read_and_written (void)
{
  g_autoptr (DolenListingValues) empty = dolen_check_read (NULL);
  g_autoptr (DolenListingValues) seen = dolen_listing_values_with (empty, "state", "seen");
  g_autoptr (DolenListingValues) ended = dolen_listing_values_with (seen, "expires_on", "3/5/2027");
  g_autoptr (DolenAssurance) check = dolen_check_write ("insurance", ended);
  const DolenAssuranceLine line
      = { "insurance", DOLEN_STANDING_SEEN, DOLEN_ASSURANCE_NEEDED, check, FALSE };
  g_autofree char *words = dolen_check_tell (&line, DOLEN_LANGUAGE_EN);

  g_assert_null (dolen_check_write ("insurance", empty));
  g_assert_false (dolen_check_shows (empty, "expires_on"));
  g_assert_true (dolen_check_shows (seen, "expires_on"));
  g_assert_cmpstr (check->expires_on, ==, "2027-05-03");
  g_assert_cmpstr (words, ==, "Seen, until: 3 May 2027");
}

static DolenCapacity *
new_report (DolenCapacityStatus status, int places, int weeks, const char *as_of)
{
  DolenCapacity *capacity = dolen_capacity_new ();

  capacity->status = status;
  capacity->places_free = places;
  capacity->wait_weeks_from = capacity->wait_weeks_to = weeks;
  capacity->as_of = g_strdup (as_of);
  return capacity;
}

static void
test_the_chart_holds_what_was_told_in_its_span (void)
{
  g_autoptr (GPtrArray) reports
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_capacity_free);
  g_autoptr (GArray) marks = NULL;
  const DolenCapacityMark *first, *last;

  g_ptr_array_add (reports, new_report (DOLEN_CAPACITY_WAITING_LIST, -1, 6, "2026-01-11"));
  g_ptr_array_add (reports, new_report (DOLEN_CAPACITY_PLACES, 4, -1, "2026-01-01"));
  g_ptr_array_add (reports, new_report (DOLEN_CAPACITY_PLACES, 8, -1, "2020-01-01"));
  marks = dolen_capacity_marks (reports, "2026-01-01", "2026-01-11");
  g_assert_cmpuint (marks->len, ==, 2);
  first = &g_array_index (marks, DolenCapacityMark, 0);
  last = &g_array_index (marks, DolenCapacityMark, 1);
  g_assert_cmpfloat (first->x, ==, 0);
  g_assert_cmpfloat (first->up, ==, 0.5);
  g_assert_cmpfloat (first->down, ==, 0);
  g_assert_cmpfloat (last->x, ==, 1);
  g_assert_cmpfloat (last->down, ==, 1);
}

static void
test_typing_one_language_says_that_the_other_grows_old (void)
{
  g_auto (DolenBilingual) text = { 0 };
  DolenListingTextState cy, en;

  dolen_bilingual_load (&text, "Choir", DOLEN_TEXT_CHECKED, "Côr", DOLEN_TEXT_DRAFT);
  cy = dolen_listing_text_state (&text, DOLEN_LANGUAGE_CY, "Choir", "Côr");
  g_assert_cmpstr (cy.words, ==, "Draft, not checked");
  g_assert_true (cy.can_check);
  cy = dolen_listing_text_state (&text, DOLEN_LANGUAGE_CY, "Big choir", "Côr");
  en = dolen_listing_text_state (&text, DOLEN_LANGUAGE_EN, "Big choir", "Côr");
  g_assert_cmpstr (cy.words, ==, "Out of date: the English has changed since");
  g_assert_false (cy.can_check);
  g_assert_cmpstr (en.words, ==, "Checked");
  g_assert_false (en.can_check);
}

static void
test_history_says_before_and_after_in_words (void)
{
  g_autofree char *before = dolen_edit_json_part ("[]");
  g_autofree char *after = dolen_edit_json_part (
      "[{\"uid\":\"1\",\"freq\":\"WEEKLY\",\"interval\":1,\"byday\":\"MO\",\"opens_at\":\"10:00\"}]");
  DolenHistoryEntry entry = { .act = (char *) "set-part",
                              .kind = (char *) "service",
                              .field = (char *) "schedules",
                              .who = (char *) "Beti",
                              .before = before,
                              .after = after };
  g_autoptr (DolenHistoryWords) words = dolen_history_words_new (&entry, DOLEN_LANGUAGE_EN);

  g_assert_cmpstr (words->what, ==, "Days and times");
  g_assert_cmpstr (words->before, ==, "");
  g_assert_cmpstr (words->after, ==, "Mondays from 10:00");
  g_assert_cmpstr (words->by, ==, "Beti");
  g_assert_true (words->can_put_back);
}

static void
test_values_kept_for_machines_are_said_in_words (void)
{
  static const struct {
    const char *kind, *field, *value, *said;
  } cases[] = {
    { "service", "costs", "[{\"pence\":300,\"currency\":\"GBP\"}]", "£3" },
    { "organisation",
      "check:insurance",
      "{\"what\":\"insurance\",\"state\":\"seen\",\"expires_on\":\"2027-05-31\"}",
      "insurance: seen (31 May 2027)" },
    { "organisation", "check:insurance", "null", "" },
    { "organisation", "governance", "cooperative", "Co-operative society" },
    { "venue", "place", "{\"city\":\"Lampeter\",\"postcode\":\"SA48 7AA\"}", "Lampeter, SA48 7AA" },
    { "service", "access", "drop-in", NULL },
    { "service", "fees", NULL, "" },
    { "service", "fees", "£2", "£2" },
    { "service",
      "tag:interest:dolen:gardening",
      "{\"kind\":\"interest\",\"scheme\":\"dolen\",\"code\":\"gardening\",\"value\":true,"
      "\"state\":\"confirmed\"}",
      "Gardening" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *said = dolen_history_say_value (
        cases[i].kind, cases[i].field, cases[i].value, DOLEN_LANGUAGE_EN);

    if (cases[i].said != NULL)
      g_assert_cmpstr (said, ==, cases[i].said);
    else
      g_assert_cmpstr (said, !=, cases[i].value);
  }
}

/* A tick that the field does not know would be refused, and one more tick would lose what stood. */
static void
test_every_tick_is_one_the_field_takes (void)
{
  static const DolenListingCodes *const all[]
      = { &dolen_listing_access_codes, &dolen_listing_attending_codes };

  for (gsize k = 0; k < G_N_ELEMENTS (all); k++)
    for (guint i = 0; all[k]->codes[i] != NULL; i++) {
      g_autoptr (GError) error = NULL;
      g_autoptr (DolenService) service = dolen_service_new ();
      g_autofree char *read = NULL;
      g_autofree char *said = all[k]->words (all[k]->codes[i], DOLEN_LANGUAGE_EN);

      dolen_field_set ("service", service, all[k]->field, all[k]->codes[i], &error);
      g_assert_no_error (error);
      read = all[k]->read (service);
      g_assert_cmpstr (read, ==, all[k]->codes[i]);
      g_assert_cmpstr (said, !=, "");
    }
}

static void
test_what_was_erased_cannot_be_put_back (void)
{
  DolenHistoryEntry entry
      = { .act = (char *) "erase-contact", .kind = (char *) "service", .field = (char *) "erased" };
  g_autoptr (DolenHistoryWords) words = dolen_history_words_new (&entry, DOLEN_LANGUAGE_EN);

  g_assert_cmpstr (words->what, ==, "A contact erased");
  g_assert_false (words->can_put_back);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/listing_forms/a_town_is_called_as_the_reader_calls_it",
                   test_a_town_is_called_as_the_reader_calls_it);
  g_test_add_func ("/listing_forms/a_value_is_followed_by_another_and_never_changed",
                   test_a_value_is_followed_by_another_and_never_changed);
  g_test_add_func ("/listing_forms/values_kept_for_machines_are_said_in_words",
                   test_values_kept_for_machines_are_said_in_words);
  g_test_add_func ("/listing_forms/every_tick_is_one_the_field_takes",
                   test_every_tick_is_one_the_field_takes);
  g_test_add_func ("/listing_forms/what_was_erased_cannot_be_put_back",
                   test_what_was_erased_cannot_be_put_back);
  g_test_add_func ("/listing_forms/money_is_read_as_typed", test_money_is_read_as_typed);
  g_test_add_func ("/listing_forms/wrong_values_are_told_and_empty_ones_are_not",
                   test_wrong_values_are_told_and_empty_ones_are_not);
  g_test_add_func ("/listing_forms/times_are_told_back_in_words",
                   test_times_are_told_back_in_words);
  g_test_add_func ("/listing_forms/what_a_schedule_wants_is_said_at_its_field",
                   test_what_a_schedule_wants_is_said_at_its_field);
  g_test_add_func ("/listing_forms/a_schedule_comes_back_as_it_was",
                   test_a_schedule_comes_back_as_it_was);
  g_test_add_func ("/listing_forms/contacts_are_read_and_need_something",
                   test_contacts_are_read_and_need_something);
  g_test_add_func ("/listing_forms/a_registers_number_has_its_shape",
                   test_a_registers_number_has_its_shape);
  g_test_add_func ("/listing_forms/an_element_is_put_and_taken_out_by_its_key",
                   test_an_element_is_put_and_taken_out_by_its_key);
  g_test_add_func ("/listing_forms/what_is_saved_twice_is_one", test_what_is_saved_twice_is_one);
  g_test_add_func ("/listing_forms/a_check_is_read_and_written", test_a_check_is_read_and_written);
  g_test_add_func ("/listing_forms/the_chart_holds_what_was_told_in_its_span",
                   test_the_chart_holds_what_was_told_in_its_span);
  g_test_add_func ("/listing_forms/typing_one_language_says_that_the_other_grows_old",
                   test_typing_one_language_says_that_the_other_grows_old);
  g_test_add_func ("/listing_forms/history_says_before_and_after_in_words",
                   test_history_says_before_and_after_in_words);
  return dolen_app_test_run ();
}
