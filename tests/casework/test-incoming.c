/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-incoming.h"
#include "casework/dolen-casework-retention.h"
#include "support/dolen-test.h"

#include <string.h>

/* Coming in: each act, what it plans by rule, what it refuses, and what undo puts back. The clock
 * stands at Tuesday 3 November 2026. */

static DolenCaseload *
caseload_of (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static DolenIncoming *
read_it (CaseworkTest *test, const char *uid)
{
  DolenIncoming *incoming = dolen_caseload_get_incoming (caseload_of (test), uid);

  g_assert_nonnull (incoming);
  return incoming;
}

static void
assert_state (CaseworkTest *test, const char *uid, DolenIncomingState state)
{
  g_autoptr (DolenIncoming) incoming = read_it (test, uid);

  g_assert_cmpint (incoming->state, ==, state);
}

static void
assert_line (CaseworkTest *test, const char *person, DolenLanguage language, const char *line)
{
  g_autoptr (GPtrArray) due
             = dolen_caseload_list_follow_ups (caseload_of (test), person, "2026-11-03", NULL);
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (due->len, ==, 1);
  sentence = dolen_due_sentence (due->pdata[0], language);
  g_assert_cmpstr (sentence, ==, line);
}

static void
test_lines_of_today_say_where_from (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenIncoming) incoming = read_it (test, uid);
  GError *error = NULL;

  assert_line (test,
               incoming->person,
               DOLEN_LANGUAGE_EN,
               "Decide on the referral: Siân Rhys (GP practice, Meddygfa Glan-yr-afon)");
  dolen_casework_incoming_ask (test->casework, uid, "Is she at home?", NULL, &error);
  g_assert_no_error (error);
  assert_line (test,
               incoming->person,
               DOLEN_LANGUAGE_CY,
               "Holi’r atgyfeiriwr eto: Siân Rhys (Meddygfa Glan-yr-afon)");
}

static void
test_it_is_recorded_with_the_person_and_is_to_be_decided (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenUndo) undo = NULL;
  g_autofree char *uid = casework_test_receive (test, "gp", &undo);
  g_autoptr (DolenIncoming) incoming = NULL;
  g_autoptr (DolenPerson) person = NULL;
  g_autoptr (DolenEpisode) episode = NULL;

  casework_test_reopen (test);
  incoming = read_it (test, uid);
  person = dolen_caseload_get_person (caseload_of (test), incoming->person);
  episode = dolen_caseload_get_open_episode (caseload_of (test), incoming->person);
  g_assert_cmpint (incoming->state, ==, DOLEN_INCOMING_NEW);
  g_assert_cmpstr (person->name, ==, "Siân Rhys");
  g_assert_cmpstr (person->source, ==, "gp");
  /* What was passed on as a risk stands with the person's own. */
  g_assert_cmpuint (person->risks->len, ==, 1);
  g_assert_cmpstr (((DolenRisk *) person->risks->pdata[0])->text, ==, "A dog that bites");
  g_assert_null (episode);
  casework_test_assert_open (test, "decide 2026-11-05");
  casework_test_undo (test, undo);
  g_assert_cmpint (dolen_caseload_count_people (caseload_of (test)), ==, 0);
  casework_test_assert_open (test, "");
}

static void
test_what_cannot_be_recorded (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenIncoming) incoming = dolen_incoming_new (person);
  g_autoptr (DolenIncoming) stranger = dolen_incoming_new ("5f0e2a60-7a53-4f39-9a52-0f2f4d1f0001");
  g_autoptr (DolenPerson) nobody = dolen_person_new ();
  g_autoptr (DolenIncoming) nameless = dolen_incoming_new (nobody->uid);
  GError *error = NULL;

  g_assert_false (dolen_casework_incoming_add (test->casework, incoming, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID); /* who sent them? */
  g_clear_error (&error);
  incoming->source = g_strdup ("self");
  g_free (incoming->received_on);
  incoming->received_on = g_strdup ("2026-11-04");
  g_assert_false (dolen_casework_incoming_add (test->casework, incoming, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID); /* tomorrow */
  g_clear_error (&error);
  stranger->source = g_strdup ("gp");
  g_assert_false (dolen_casework_incoming_add (test->casework, stranger, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  nameless->source = g_strdup ("gp");
  g_assert_false (dolen_casework_incoming_add (test->casework, nameless, nobody, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (dolen_caseload_count_people (caseload_of (test)), ==, 1);
}

static void
test_somebody_known_gets_no_second_record (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenIncoming) incoming = dolen_incoming_new (person);
  GError *error = NULL;

  incoming->source = g_strdup ("housing");
  g_assert_true (dolen_casework_incoming_add (test->casework, incoming, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (dolen_casework_incoming_add (test->casework, incoming, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_cmpint (dolen_caseload_count_people (caseload_of (test)), ==, 1);
}

static void
test_more_information_is_asked_for_and_comes (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenUndo) asked = NULL;
  g_autoptr (DolenUndo) answered = NULL;
  GError *error = NULL;

  g_assert_false (dolen_casework_incoming_ask (test->casework, uid, " ", NULL, &error));
  g_clear_error (&error);
  g_assert_false (dolen_casework_incoming_answered (test->casework, uid, "x", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (
      dolen_casework_incoming_ask (test->casework, uid, "Does she agree?", &asked, &error));
  assert_state (test, uid, DOLEN_INCOMING_MORE_INFO);
  casework_test_assert_open (test, "more-info 2026-11-06");
  casework_test_days_later (7);
  /* Asked again: the second step of the rule. */
  g_assert_true (
      dolen_casework_incoming_ask (test->casework, uid, "Does she agree?", NULL, &error));
  casework_test_assert_open (test, "more-info 2026-11-13");
  g_assert_true (
      dolen_casework_incoming_answered (test->casework, uid, "Yes, she does", &answered, &error));
  g_assert_no_error (error);
  assert_state (test, uid, DOLEN_INCOMING_NEW);
  casework_test_assert_open (test, "decide 2026-11-12");
  casework_test_undo (test, answered);
  assert_state (test, uid, DOLEN_INCOMING_MORE_INFO);
  casework_test_assert_open (test, "more-info 2026-11-13");
}

static void
test_suitable_waits_and_is_taken_up (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenUndo) waits = NULL;
  g_autoptr (DolenUndo) taken = NULL;
  g_autoptr (GPtrArray) ends = NULL;
  g_autoptr (DolenIncoming) incoming = NULL;
  g_autoptr (DolenEpisode) episode = NULL;
  GError *error = NULL;

  g_assert_false (dolen_casework_incoming_wait (
      test->casework, uid, DOLEN_PRIORITY_URGENT, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID); /* why urgent? */
  g_clear_error (&error);
  g_assert_true (dolen_casework_incoming_wait (
      test->casework, uid, DOLEN_PRIORITY_SOON, "Carer ill", &waits, &error));
  assert_state (test, uid, DOLEN_INCOMING_WAITING);
  casework_test_assert_open (test, "tell-referrer 2026-11-05, first-contact 2026-11-10");
  casework_test_days_later (14);
  g_assert_true (dolen_casework_incoming_take_up (test->casework, uid, &taken, &error));
  g_assert_no_error (error);
  incoming = read_it (test, uid);
  episode = dolen_caseload_get_open_episode (caseload_of (test), incoming->person);
  g_assert_cmpint (incoming->state, ==, DOLEN_INCOMING_SUPPORTED);
  g_assert_cmpstr (incoming->decided_on, ==, "2026-11-03");
  g_assert_cmpstr (episode->incoming, ==, uid);
  g_assert_cmpstr (episode->opened, ==, "2026-11-17");
  g_assert_cmpstr (incoming->episode, ==, episode->uid);
  /* The rules of the spell of support begin with it. */
  ends = dolen_caseload_list_records (
      caseload_of (test), &dolen_follow_up_type, incoming->person, "kind = 'support-ends'");
  g_assert_cmpuint (ends->len, ==, 1);
  casework_test_assert_open (test, "tell-referrer 2026-11-05, first-contact 2026-11-24");
  g_assert_false (dolen_casework_incoming_take_up (test->casework, uid, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  casework_test_undo (test, taken);
  assert_state (test, uid, DOLEN_INCOMING_WAITING);
  casework_test_assert_open (test, "tell-referrer 2026-11-05, first-contact 2026-11-10");
  casework_test_undo (test, waits);
  assert_state (test, uid, DOLEN_INCOMING_NEW);
  casework_test_assert_open (test, "decide 2026-11-05");
}

static void
test_who_died_waits_no_more (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenIncoming) before = read_it (test, uid);
  g_autoptr (DolenIncoming) after = NULL;
  g_autoptr (DolenUndo) died = NULL;
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) again = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_incoming_wait (
      test->casework, uid, DOLEN_PRIORITY_ROUTINE, NULL, NULL, &error));
  g_assert_true (
      dolen_casework_died (test->casework, before->person, "2026-11-02", NULL, &died, &error));
  g_assert_no_error (error);
  after = read_it (test, uid);
  g_assert_cmpstr (after->closed_on, ==, "2026-11-02");
  waiting = dolen_caseload_list_waiting (caseload_of (test));
  g_assert_cmpuint (waiting->len, ==, 0);
  /* Nor does an old referral keep the record for ever. */
  due = dolen_caseload_list_retention (caseload_of (test), "2026-11-03", "2040-01-01");
  g_assert_cmpuint (due->len, ==, 1);
  casework_test_undo (test, died);
  again = dolen_caseload_list_waiting (caseload_of (test));
  g_assert_cmpuint (again->len, ==, 1);
}

static void
test_taken_up_at_once_by_somebody_who_came_themselves (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "self", NULL);
  GError *error = NULL;

  g_assert_true (dolen_casework_incoming_take_up (test->casework, uid, NULL, &error));
  g_assert_no_error (error);
  /* There is nobody to tell. */
  casework_test_assert_open (test, "first-contact 2026-11-10");
}

static void
test_not_suitable_goes_back_with_where_and_why (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (DolenUndo) told = NULL;
  g_autoptr (DolenIncoming) incoming = NULL;
  g_autoptr (DolenMessage) message = NULL;
  GError *error = NULL;

  g_assert_false (
      dolen_casework_incoming_return (test->casework, uid, NULL, "Under 18", NULL, &error));
  g_clear_error (&error);
  g_assert_false (
      dolen_casework_incoming_return (test->casework, uid, "Youth service", "", NULL, &error));
  g_clear_error (&error);
  g_assert_true (dolen_casework_incoming_return (
      test->casework, uid, "Youth service", "Under 18", &undo, &error));
  incoming = read_it (test, uid);
  g_assert_cmpint (incoming->state, ==, DOLEN_INCOMING_RETURNED);
  g_assert_cmpstr (incoming->returned_to, ==, "Youth service");
  g_assert_cmpstr (incoming->closed_on, ==, "2026-11-03");
  casework_test_assert_open (test, "tell-referrer 2026-11-05");
  message = dolen_message_new (incoming->person);
  message->incoming = g_strdup (uid);
  message->text = g_strdup ("Thank you ...");
  g_assert_false (dolen_casework_incoming_told (test->casework, message, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID); /* how? */
  g_clear_error (&error);
  message->given_out = g_strdup ("telephoned");
  g_assert_true (dolen_casework_incoming_told (test->casework, message, &told, &error));
  g_assert_no_error (error);
  casework_test_assert_open (test, "");
  casework_test_undo (test, told);
  casework_test_assert_open (test, "tell-referrer 2026-11-05");
  casework_test_undo (test, undo);
  assert_state (test, uid, DOLEN_INCOMING_NEW);
  casework_test_assert_open (test, "decide 2026-11-05");
}

static void
test_they_do_not_wish_it (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (DolenIncoming) incoming = NULL;
  g_autoptr (DolenEpisode) episode = NULL;
  g_autoptr (GPtrArray) ends = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_incoming_take_up (test->casework, uid, NULL, &error));
  g_assert_true (dolen_casework_incoming_decline (test->casework, uid, "Not now", &undo, &error));
  g_assert_no_error (error);
  incoming = read_it (test, uid);
  episode = dolen_caseload_get_record (caseload_of (test), &dolen_episode_type, incoming->episode);
  g_assert_cmpint (incoming->state, ==, DOLEN_INCOMING_DECLINED);
  g_assert_cmpstr (episode->closed, ==, "2026-11-03");
  g_assert_cmpstr (episode->reason, ==, "declined");
  /* Nothing reminds of a support that is over. */
  ends = dolen_caseload_list_records (
      caseload_of (test), &dolen_follow_up_type, incoming->person, "state = 'open'");
  g_assert_cmpuint (ends->len, ==, 1);
  casework_test_assert_open (test, "tell-referrer 2026-11-05");
  g_assert_false (dolen_casework_incoming_take_up (test->casework, uid, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  casework_test_undo (test, undo);
  g_clear_pointer (&episode, dolen_episode_free);
  episode = dolen_caseload_get_open_episode (caseload_of (test), incoming->person);
  g_assert_nonnull (episode);
}

static void
test_in_error_tells_nobody (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  g_assert_false (dolen_casework_incoming_in_error (test->casework, uid, NULL, NULL, &error));
  g_clear_error (&error);
  g_assert_true (dolen_casework_incoming_wait (
      test->casework, uid, DOLEN_PRIORITY_ROUTINE, NULL, NULL, &error));
  g_assert_true (dolen_casework_incoming_in_error (test->casework, uid, "Twice", &undo, &error));
  g_assert_no_error (error);
  assert_state (test, uid, DOLEN_INCOMING_IN_ERROR);
  casework_test_assert_open (test, "");
  casework_test_undo (test, undo);
  assert_state (test, uid, DOLEN_INCOMING_WAITING);
}

static void
test_what_the_referrer_said_is_corrected (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenIncoming) incoming = read_it (test, uid);
  g_autoptr (DolenIncoming) back = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  g_free (incoming->reason);
  incoming->reason = g_strdup ("Alone since March");
  incoming->state = DOLEN_INCOMING_SUPPORTED; /* not this act's to change */
  g_assert_true (dolen_casework_incoming_update (test->casework, incoming, &undo, &error));
  g_assert_no_error (error);
  back = read_it (test, uid);
  g_assert_cmpstr (back->reason, ==, "Alone since March");
  g_assert_cmpint (back->state, ==, DOLEN_INCOMING_NEW);
  casework_test_undo (test, undo);
  g_clear_pointer (&back, dolen_incoming_free);
  back = read_it (test, uid);
  g_assert_cmpstr (back->reason, ==, "Alone since her husband died");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/incoming/" #name, test_##name)
  TEST (lines_of_today_say_where_from);
  TEST (it_is_recorded_with_the_person_and_is_to_be_decided);
  TEST (what_cannot_be_recorded);
  TEST (somebody_known_gets_no_second_record);
  TEST (more_information_is_asked_for_and_comes);
  TEST (suitable_waits_and_is_taken_up);
  TEST (who_died_waits_no_more);
  TEST (taken_up_at_once_by_somebody_who_came_themselves);
  TEST (not_suitable_goes_back_with_where_and_why);
  TEST (they_do_not_wish_it);
  TEST (in_error_tells_nobody);
  TEST (what_the_referrer_said_is_corrected);
#undef TEST
  return g_test_run ();
}
