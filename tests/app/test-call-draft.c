/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "app/directory/dolen-call-draft.h"
#include "app/directory/dolen-call-ends.h"
#include "app/directory/dolen-call-part.h"
#include "app/directory/dolen-keeping-page.h"
#include "app/directory/dolen-queue-drafts.h"

#include <string.h>

/* What stands on the card of a call, without a window. */

#define TODAY "2026-05-05" /* a Tuesday */
#define LUNCH "uid-lunch"

static DolenCallDraft *
new_draft (void)
{
  g_autoptr (GPtrArray) services = g_ptr_array_new ();

  g_ptr_array_add (services, (gpointer) LUNCH);
  return dolen_call_draft_new (services);
}

static void
take (DolenCallDraft **draft, DolenCallDraft *next)
{
  dolen_call_draft_free (*draft);
  *draft = next;
}

static void
assert_can_save (const DolenCallDraft *draft, gboolean can_save)
{
  g_auto (DolenCallState) state = { 0 };

  dolen_call_draft_get_state (draft, NULL, 0, TODAY, &state);
  g_assert_cmpint (state.can_save, ==, can_save);
  g_assert_cmpstr (state.words, !=, "");
}

static void
test_nothing_is_saved_before_an_outcome_is_chosen (void)
{
  g_autoptr (DolenCallDraft) draft = new_draft ();

  g_assert_true (dolen_call_draft_is_empty (draft));
  assert_can_save (draft, FALSE);
  take (&draft, dolen_call_draft_set_note (draft, "rings long"));
  g_assert_false (dolen_call_draft_is_empty (draft));
  assert_can_save (draft, FALSE);
  take (&draft, dolen_call_draft_set_outcome (draft, DOLEN_CALL_REACHED));
  assert_can_save (draft, TRUE);
}

static void
test_a_draft_never_changes_itself (void)
{
  g_autoptr (DolenCallDraft) draft = new_draft ();
  g_autoptr (DolenCallDraft) next = dolen_call_draft_tick (draft, LUNCH, "times", TRUE);

  g_assert_true (dolen_call_draft_is_empty (draft));
  g_assert_true (dolen_call_draft_is_ticked (next, LUNCH, "times"));
  g_assert_false (dolen_call_draft_is_ticked (next, LUNCH, "contact"));
  g_assert_false (dolen_call_draft_is_ticked (next, "another", "times"));
}

static void
test_what_is_told_means_somebody_was_reached (void)
{
  g_autoptr (DolenCallDraft) draft = new_draft ();

  take (&draft, dolen_call_draft_tick (draft, LUNCH, "times", TRUE));
  g_assert_true (draft->has_outcome);
  g_assert_cmpint (draft->outcome, ==, DOLEN_CALL_REACHED);
  take (&draft, dolen_call_draft_tick (draft, LUNCH, "times", FALSE));
  g_assert_false (dolen_call_draft_is_ticked (draft, LUNCH, "times"));
}

static void
test_a_fact_is_still_true_or_changed_never_both (void)
{
  g_autoptr (DolenCallDraft) draft = new_draft ();

  take (&draft, dolen_call_draft_tick (draft, LUNCH, "contact", TRUE));
  take (&draft,
        dolen_call_draft_change (draft, LUNCH, "contact", "phone", "01632 960111", "01632 960000"));
  g_assert_false (dolen_call_draft_is_ticked (draft, LUNCH, "contact"));
  g_assert_true (dolen_call_draft_is_changed (draft, LUNCH, "contact"));
  g_assert_cmpstr (dolen_call_draft_get_value (draft, LUNCH, "phone"), ==, "01632 960111");
  take (&draft, dolen_call_draft_tick (draft, LUNCH, "contact", TRUE));
  g_assert_false (dolen_call_draft_is_changed (draft, LUNCH, "contact"));
  g_assert_null (dolen_call_draft_get_value (draft, LUNCH, "phone"));
}

static void
test_typed_back_it_is_no_change (void)
{
  g_autoptr (DolenCallDraft) draft = new_draft ();

  take (&draft, dolen_call_draft_change (draft, LUNCH, "cost", "fees", "£", "£3"));
  g_assert_true (dolen_call_draft_is_changed (draft, LUNCH, "cost"));
  take (&draft, dolen_call_draft_change (draft, LUNCH, "cost", "fees", "£3", "£3"));
  g_assert_false (dolen_call_draft_is_changed (draft, LUNCH, "cost"));
  take (&draft, dolen_call_draft_change (draft, LUNCH, "cost", "fees", "", "£3"));
  g_assert_cmpstr (dolen_call_draft_get_value (draft, LUNCH, "fees"), ==, "");
  take (&draft, dolen_call_draft_unchange (draft, LUNCH, "cost"));
  g_assert_false (dolen_call_draft_is_changed (draft, LUNCH, "cost"));
  take (&draft, dolen_call_draft_change (draft, LUNCH, "cost", "fees", "", NULL));
  g_assert_false (dolen_call_draft_is_changed (draft, LUNCH, "cost"));
}

static void
test_what_nobody_told_is_not_saved_but_not_lost (void)
{
  g_autoptr (DolenCallDraft) draft = new_draft ();
  g_auto (DolenCallState) state = { 0 };
  g_autoptr (DolenCall) call = NULL;

  take (&draft, dolen_call_draft_tick (draft, LUNCH, "times", TRUE));
  take (&draft, dolen_call_draft_set_outcome (draft, DOLEN_CALL_NO_ANSWER));
  dolen_call_draft_get_state (draft, NULL, 0, TODAY, &state);
  g_assert_false (state.told);
  g_assert_true (state.can_save);
  call = dolen_call_draft_to_call (draft, &state, TODAY);
  g_assert_cmpuint (call->ticks->len, ==, 0);
  g_assert_cmpint (call->outcome, ==, DOLEN_CALL_NO_ANSWER);
  g_assert_true (dolen_call_draft_is_ticked (draft, LUNCH, "times"));
}

static void
test_a_next_try_is_proposed_and_changed (void)
{
  g_autoptr (DolenCallDraft) draft = new_draft ();
  g_autoptr (DolenNextTry) proposed
             = dolen_call_next_try (NULL, DOLEN_CALL_NO_ANSWER, 0, TODAY, DOLEN_LANGUAGE_EN);
  g_auto (DolenCallState) state = { 0 };
  g_autoptr (DolenCall) call = NULL;

  take (&draft, dolen_call_draft_set_outcome (draft, DOLEN_CALL_NO_ANSWER));
  dolen_call_draft_get_state (draft, NULL, 0, TODAY, &state);
  g_assert_true (state.asks_next_try);
  call = dolen_call_draft_to_call (draft, &state, TODAY);
  g_assert_cmpstr (call->next_try_on, ==, proposed->on);

  take (&draft, dolen_call_draft_set_next_try (draft, "12/5/2026"));
  dolen_call_state_clear (&state);
  dolen_call_draft_get_state (draft, NULL, 0, TODAY, &state);
  g_clear_pointer (&call, dolen_call_free);
  call = dolen_call_draft_to_call (draft, &state, TODAY);
  g_assert_cmpstr (call->next_try_on, ==, "2026-05-12");

  take (&draft, dolen_call_draft_set_next_try (draft, "5/5/2026"));
  assert_can_save (draft, FALSE);
  take (&draft, dolen_call_draft_set_next_try (draft, "some day"));
  assert_can_save (draft, FALSE);
  take (&draft, dolen_call_draft_set_next_try (draft, ""));
  assert_can_save (draft, TRUE);
  take (&draft, dolen_call_draft_set_outcome (draft, DOLEN_CALL_DO_NOT_CONTACT));
  dolen_call_state_clear (&state);
  dolen_call_draft_get_state (draft, NULL, 0, TODAY, &state);
  g_assert_false (state.asks_next_try);
}

static DolenCapacity *
new_places (int free)
{
  DolenCapacity *report = dolen_capacity_new ();

  report->status = DOLEN_CAPACITY_PLACES;
  report->places_free = free;
  report->as_of = g_strdup (TODAY);
  report->source = DOLEN_TOLD_BY_CALL;
  return report;
}

/* As the window is made anew in the other language. */
static void
test_a_draft_goes_over_to_a_new_page (void)
{
  g_autoptr (DolenCallDraft) draft = new_draft ();
  g_autoptr (DolenCapacity) report = new_places (4);
  g_autoptr (DolenCallDraft) back = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) nonsense = g_variant_ref_sink (g_variant_new_string ("?"));

  take (&draft, dolen_call_draft_set_capacity (draft, LUNCH, report));
  take (&draft, dolen_call_draft_tick (draft, LUNCH, "times", TRUE));
  take (&draft, dolen_call_draft_change (draft, LUNCH, "cost", "fees", "£4", NULL));
  take (&draft, dolen_call_draft_answer (draft, "question-1", TRUE));
  take (&draft, dolen_call_draft_set_asked (draft, "Beti"));
  variant = dolen_call_draft_to_variant (draft);
  back = dolen_call_draft_from_variant (variant);
  g_assert_nonnull (back);
  g_assert_cmpstr (back->asked, ==, "Beti");
  g_assert_cmpint (back->outcome, ==, DOLEN_CALL_REACHED);
  g_assert_true (dolen_call_draft_is_ticked (back, LUNCH, "times"));
  g_assert_true (dolen_call_draft_is_answered (back, "question-1"));
  g_assert_cmpstr (dolen_call_draft_get_value (back, LUNCH, "fees"), ==, "£4");
  g_assert_cmpint (dolen_call_draft_get_capacity (back, LUNCH)->places_free, ==, 4);
  g_assert_null (back->next_try);
  g_assert_null (dolen_call_draft_from_variant (nonsense));
}

/* When a group meets is a list: it is changed by the form of one element. */
static void
test_times_are_changed_as_a_whole (void)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  const DolenListingPartForm *form
      = dolen_call_part_form (dolen_fact_code (DOLEN_FACT_TIMES), service);
  g_autoptr (DolenListingValues) values = NULL;
  g_autoptr (DolenListingValues) typed = NULL;
  g_autoptr (DolenListingValues) back = NULL;
  g_autofree char *json = NULL;
  g_autofree char *told = NULL;

  g_assert_nonnull (form);
  values = dolen_call_part_read (form, service, NULL);
  typed = dolen_listing_values_with (values, "opens", "14:00");
  json = dolen_call_part_write (form, service, typed);
  g_assert_cmpuint (service->schedules->len, ==, 0);
  told = dolen_call_part_tell (form, service, json);
  g_assert_nonnull (strstr (told, "14:00"));
  back = dolen_call_part_read (form, service, json);
  g_assert_cmpstr (dolen_listing_values_get (back, "opens"), ==, "14:00");
  g_ptr_array_add (service->schedules, dolen_schedule_new ());
  g_ptr_array_add (service->schedules, dolen_schedule_new ());
  g_assert_null (dolen_call_part_form (dolen_fact_code (DOLEN_FACT_TIMES), service));
}

static void
test_a_new_end_is_a_date (void)
{
  g_autoptr (DolenCallDraft) draft = new_draft ();
  g_auto (DolenCallState) state = { 0 };
  g_autoptr (DolenCall) call = NULL;

  take (&draft, dolen_call_draft_set_end (draft, "service", LUNCH, "funding", "grant", "soon"));
  g_assert_cmpint (draft->outcome, ==, DOLEN_CALL_REACHED);
  assert_can_save (draft, FALSE);
  take (&draft,
        dolen_call_draft_set_end (draft, "service", LUNCH, "funding", "grant", "31/3/2027"));
  g_assert_cmpuint (draft->ends->len, ==, 1);
  dolen_call_draft_get_state (draft, NULL, 0, TODAY, &state);
  g_assert_true (state.can_save);
  call = dolen_call_draft_to_call (draft, &state, TODAY);
  g_assert_cmpuint (call->steps->len, ==, 1);
  take (&draft, dolen_call_draft_set_end (draft, "service", LUNCH, "funding", "grant", ""));
  g_assert_cmpuint (draft->ends->len, ==, 0);
}

static void
test_what_ends_soon_is_listed (void)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  DolenFunding *near = dolen_funding_new ();
  DolenFunding *far = dolen_funding_new ();
  g_autoptr (GPtrArray) ends = NULL;

  service->uid = g_strdup (LUNCH);
  near->uid = g_strdup ("near");
  near->funder = g_strdup ("Coast Fund");
  near->ends_on = g_strdup ("2026-06-30");
  far->uid = g_strdup ("far");
  far->ends_on = g_strdup ("2027-06-30");
  g_ptr_array_add (service->funding, near);
  g_ptr_array_add (service->funding, far);
  ends = dolen_call_ends_list ("service", service, NULL, TODAY);
  g_assert_cmpuint (ends->len, ==, 1);
  g_assert_cmpstr (((DolenCallEnd *) ends->pdata[0])->which, ==, "near");
  g_assert_cmpstr (((DolenCallEnd *) ends->pdata[0])->said, ==, "Coast Fund: ends, 30 June 2026");
}

static void
test_tries_are_read_as_typed (void)
{
  DolenKeepingRules rules;
  g_autofree char *typed = NULL;

  dolen_keeping_rules_init (&rules);
  g_assert_true (dolen_keeping_tries_parse (" 2,4 , 10", &rules));
  typed = dolen_keeping_tries_format (&rules);
  g_assert_cmpstr (typed, ==, "2, 4, 10");
  g_assert_false (dolen_keeping_tries_parse ("", &rules));
  g_assert_false (dolen_keeping_tries_parse ("1, x", &rules));
  g_assert_false (dolen_keeping_tries_parse ("0", &rules));
  g_assert_false (dolen_keeping_tries_parse ("1,1,1,1,1,1,1,1,1", &rules));
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/call_draft/nothing_is_saved_before_an_outcome_is_chosen",
                   test_nothing_is_saved_before_an_outcome_is_chosen);
  g_test_add_func ("/call_draft/a_draft_never_changes_itself", test_a_draft_never_changes_itself);
  g_test_add_func ("/call_draft/what_is_told_means_somebody_was_reached",
                   test_what_is_told_means_somebody_was_reached);
  g_test_add_func ("/call_draft/a_fact_is_still_true_or_changed_never_both",
                   test_a_fact_is_still_true_or_changed_never_both);
  g_test_add_func ("/call_draft/typed_back_it_is_no_change", test_typed_back_it_is_no_change);
  g_test_add_func ("/call_draft/what_nobody_told_is_not_saved_but_not_lost",
                   test_what_nobody_told_is_not_saved_but_not_lost);
  g_test_add_func ("/call_draft/a_next_try_is_proposed_and_changed",
                   test_a_next_try_is_proposed_and_changed);
  g_test_add_func ("/call_draft/a_draft_goes_over_to_a_new_page",
                   test_a_draft_goes_over_to_a_new_page);
  g_test_add_func ("/call_draft/times_are_changed_as_a_whole", test_times_are_changed_as_a_whole);
  g_test_add_func ("/call_draft/a_new_end_is_a_date", test_a_new_end_is_a_date);
  g_test_add_func ("/call_draft/what_ends_soon_is_listed", test_what_ends_soon_is_listed);
  g_test_add_func ("/call_draft/tries_are_read_as_typed", test_tries_are_read_as_typed);
  return g_test_run ();
}
