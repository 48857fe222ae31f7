/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "support/dolen-test.h"

/* The acts: what each writes, what it refuses, and what undo puts back. */

static int
count_due (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) due = dolen_caseload_list_follow_ups (
      dolen_casework_get_caseload (test->casework), person, "2026-11-03", NULL);

  return (int) due->len;
}

static DolenReferral *
read_referral (CaseworkTest *test, const char *uid)
{
  DolenReferral *referral
      = dolen_caseload_get_referral (dolen_casework_get_caseload (test->casework), uid);

  g_assert_nonnull (referral);
  return referral;
}

static char *
send (CaseworkTest *test, const char *person, DolenReferralKind kind, DolenUndo **undo)
{
  g_autoptr (DolenReferral) referral = casework_test_referral (person, kind);
  GError *error = NULL;

  dolen_casework_referral_send (test->casework, referral, NULL, undo, &error);
  g_assert_no_error (error);
  return g_strdup (referral->uid);
}

static void
record (CaseworkTest *test, const char *referral, DolenReferralState state, const char *reason)
{
  GError *error = NULL;

  dolen_casework_referral_record (
      test->casework, referral, state, NULL, reason, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_a_person_comes_back_as_recorded (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenPerson) back = NULL;
  GError *error = NULL;

  person->name = g_strdup ("Siân ap Rhys");
  person->called = g_strdup ("Siân");
  person->date_of_birth = g_strdup ("1941-11-04");
  person->language_spoken = g_strdup ("cy");
  person->language_asked_on = g_strdup ("2026-11-03");
  person->interests = g_strsplit ("gardening choir", " ", -1);
  person->max_km = 8;
  dolen_person_add_way (person, "phone", "01632 960111", FALSE, "after ten");
  dolen_person_add_way (person, "visit", "home", TRUE, "her brother must not know");
  dolen_casework_person_add (test->casework, person, NULL, &error);
  g_assert_no_error (error);
  casework_test_reopen (test);
  back = dolen_caseload_get_person (dolen_casework_get_caseload (test->casework), person->uid);
  person->created = back->created;
  g_assert_true (dolen_record_equal (&dolen_person_type, person, back));
  g_assert_cmpint (dolen_person_age (back, "2026-11-03"), ==, 84);
  g_assert_cmpint (dolen_person_age (back, "2026-11-04"), ==, 85);
}

static void
test_a_person_needs_a_name (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenPerson) person = dolen_person_new ();
  GError *error = NULL;

  g_assert_false (dolen_casework_person_add (test->casework, person, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
}

static void
test_an_update_writes_only_what_changed_and_undo_puts_it_back (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenPerson) person
             = dolen_caseload_get_person (dolen_casework_get_caseload (test->casework), uid);
  g_autoptr (DolenPerson) back = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (DolenUndo) none = NULL;
  g_autoptr (GPtrArray) timeline = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_person_update (test->casework, person, &none, &error));
  g_assert_null (none);
  person->what_matters = g_strdup ("To sing again");
  g_assert_true (dolen_casework_person_update (test->casework, person, &undo, &error));
  timeline = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), uid, DOLEN_ENTRY_ALL, -1, NULL);
  g_assert_cmpint (timeline->len, ==, 2);
  g_assert_cmpstr (((DolenEntry *) timeline->pdata[0])->fields, ==, "what_matters");
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  g_assert_no_error (error);
  casework_test_reopen (test);
  back = dolen_caseload_get_person (dolen_casework_get_caseload (test->casework), uid);
  g_assert_null (back->what_matters);
}

static void
test_undo_does_not_overwrite_what_came_later (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenPerson) person
             = dolen_caseload_get_person (dolen_casework_get_caseload (test->casework), uid);
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  person->postcode = g_strdup ("SA44 1AA");
  g_assert_true (dolen_casework_person_update (test->casework, person, &undo, &error));
  person->postcode[5] = '2';
  g_assert_true (dolen_casework_person_update (test->casework, person, NULL, &error));
  g_assert_false (dolen_casework_undo (test->casework, undo, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
}

/* What would belong to nobody keeps the person; without it they go, with all that came with them.
 */
static void
test_a_person_is_not_undone_with_later_records (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenPerson) kept = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (DolenUndo) later = NULL;
  g_autoptr (DolenNote) note = NULL;
  GError *error = NULL;
  gint64 left = -1;

  person->name = g_strdup ("Anwen Puw");
  g_assert_true (dolen_casework_person_add (test->casework, person, &undo, &error));
  note = dolen_note_new (person->uid, NULL, "note", "Likes the sea");
  g_assert_true (dolen_casework_note_add (test->casework, note, &later, &error));
  g_assert_false (dolen_casework_undo (test->casework, undo, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (error->message, "More has been written about this person since"));
  g_clear_error (&error);
  kept = dolen_caseload_get_person (dolen_casework_get_caseload (test->casework), person->uid);
  g_assert_nonnull (kept);
  g_assert_true (dolen_casework_undo (test->casework, later, &error));
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  casework_test_reopen (test);
  dolen_db_get_int64 (
      dolen_caseload_get_db (dolen_casework_get_caseload (test->casework)),
      "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM episode) + (SELECT count(*)"
      " FROM follow_up) + (SELECT count(*) FROM note)",
      &left,
      NULL);
  g_assert_cmpint (left, ==, 0);
}

static void
test_only_a_yes_or_a_recorded_override_leaves_the_draft (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) referral = casework_test_referral (uid, DOLEN_REFERRAL);
  GError *error = NULL;

  referral->consent = DOLEN_CONSENT_NOT_YET;
  g_assert_false (dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  referral->consent = DOLEN_CONSENT_NO;
  referral->override = DOLEN_OVERRIDE_SAFEGUARDING;
  g_assert_false (dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error));
  g_clear_error (&error);
  referral->override_note = g_strdup ("Told the safeguarding lead");
  g_assert_true (dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_a_draft_gets_a_reference_and_keeps_it (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) referral = casework_test_referral (uid, DOLEN_REFERRAL);
  g_autoptr (DolenReferral) first = NULL;
  g_autoptr (DolenReferral) sent = NULL;
  g_autofree char *other = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_referral_draft (test->casework, referral, NULL, &error));
  first = read_referral (test, referral->uid);
  g_assert_cmpstr (first->reference, ==, "D-1001");
  g_assert_true (dolen_casework_referral_send (test->casework, first, NULL, NULL, &error));
  sent = read_referral (test, referral->uid);
  g_assert_cmpstr (sent->reference, ==, "D-1001");
  g_assert_cmpint (sent->state, ==, DOLEN_REFERRAL_SENT);
  g_assert_cmpstr (sent->sent_on, ==, "2026-11-03");
  other = send (test, uid, DOLEN_SIGNPOSTING, NULL);
  g_clear_pointer (&sent, dolen_referral_free);
  sent = read_referral (test, other);
  g_assert_cmpstr (sent->reference, ==, "D-1002");
}

static void
test_sending_plans_the_chase_and_the_check (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = send (test, uid, DOLEN_REFERRAL, NULL);
  g_autoptr (GPtrArray) due = dolen_caseload_list_follow_ups (
      dolen_casework_get_caseload (test->casework), uid, "2026-11-11", NULL);
  const DolenDue *chase = due->pdata[0], *check = due->pdata[1];
  g_autoptr (GPtrArray) fresh = NULL;
  g_autofree char *sentence = NULL;

  g_assert_cmpint (due->len, ==, 2);
  g_assert_cmpint (chase->follow_up->kind, ==, DOLEN_FOLLOW_UP_NO_ANSWER);
  /* Tuesday and three working days. */
  g_assert_cmpstr (chase->follow_up->due, ==, "2026-11-06");
  g_assert_cmpstr (check->follow_up->due, ==, "2026-12-01");
  g_assert_cmpint (chase->days_overdue, ==, 5);
  sentence = dolen_due_sentence (chase, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (
      sentence, ==, "Ring Clwb Cinio Neuadd Fach: no answer to referral D-1001 for 6 working days");
  fresh = dolen_caseload_list_follow_ups (
      dolen_casework_get_caseload (test->casework), uid, "2026-11-03", NULL);
  g_free (sentence);
  sentence = dolen_due_sentence (fresh->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (
      sentence, ==, "Ring Clwb Cinio Neuadd Fach if there is no answer to D-1001 (for Anwen Puw)");
  record (test, referral, DOLEN_REFERRAL_ACCEPTED, NULL);
  g_assert_cmpint (count_due (test, uid), ==, 1);
  record (test, referral, DOLEN_REFERRAL_COMPLETED, NULL);
  g_assert_cmpint (count_due (test, uid), ==, 0);
}

static void
test_asked_and_answered_in_one_call (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) referral = casework_test_referral (uid, DOLEN_REFERRAL);
  g_autoptr (DolenReferral) back = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_referral_draft (test->casework, referral, NULL, &error));
  g_assert_no_error (error);
  record (test, referral->uid, DOLEN_REFERRAL_ACCEPTED, NULL);
  back = read_referral (test, referral->uid);
  g_assert_cmpstr (back->sent_on, ==, "2026-11-03");
  g_assert_cmpstr (back->accepted_on, ==, "2026-11-03");
  /* The check, and no chase. */
  g_assert_cmpint (count_due (test, uid), ==, 1);
}

static void
test_signposting_has_a_check_and_no_chase (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = send (test, uid, DOLEN_SIGNPOSTING, NULL);

  g_assert_cmpint (count_due (test, uid), ==, 1);
}

/* The details go to the person, and nothing of theirs to anybody. */
static void
test_signposting_needs_no_consent_to_share (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) details = casework_test_referral (uid, DOLEN_SIGNPOSTING);
  g_autoptr (GPtrArray) consents = NULL;
  GError *error = NULL;

  details->consent = DOLEN_CONSENT_NOT_YET;
  g_assert_true (dolen_casework_referral_send (test->casework, details, NULL, NULL, &error));
  g_assert_no_error (error);
  consents = dolen_caseload_list_records (
      dolen_casework_get_caseload (test->casework), &dolen_consent_type, uid, NULL);
  g_assert_cmpuint (consents->len, ==, 0);
}

static void
test_died_stops_everything_in_one_event (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = send (test, uid, DOLEN_REFERRAL, NULL);
  g_autoptr (DolenFollowUp) contact
             = dolen_follow_up_new (uid, NULL, DOLEN_FOLLOW_UP_NEXT_CONTACT, "2026-11-20");
  g_autoptr (DolenReferral) stopped = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (DolenTodayLists) lists = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_follow_up_add (test->casework, contact, NULL, &error));
  g_assert_cmpint (count_due (test, uid), ==, 3);
  g_assert_true (dolen_casework_died (test->casework, uid, NULL, "told by her son", &undo, &error));
  g_assert_no_error (error);
  casework_test_reopen (test);
  g_assert_cmpint (count_due (test, uid), ==, 0);
  stopped = read_referral (test, referral);
  g_assert_cmpint (stopped->state, ==, DOLEN_REFERRAL_CANCELLED);
  g_assert_cmpstr (stopped->reason, ==, "died");
  lists = dolen_caseload_list_today (
      dolen_casework_get_caseload (test->casework), "2027-06-01", &error);
  g_assert_cmpint (lists->overdue->len, ==, 0);
  g_assert_false (dolen_casework_follow_up_add (test->casework, contact, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  g_assert_cmpint (count_due (test, uid), ==, 3);
}

static void
test_what_left_dolen_is_not_undone (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenUndo) undo = NULL;
  g_autofree char *referral = send (test, uid, DOLEN_REFERRAL, &undo);
  GError *error = NULL;

  g_assert_true (dolen_casework_referral_given_out (
      test->casework, referral, "printed", DOLEN_TOLD_LETTER, &error));
  g_assert_false (dolen_casework_undo (test->casework, undo, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  record (test, referral, DOLEN_REFERRAL_IN_ERROR, "other");
  g_assert_cmpint (count_due (test, uid), ==, 0);
}

static void
test_undoing_a_referral_takes_its_follow_ups_along (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenUndo) undo = NULL;
  g_autofree char *referral = send (test, uid, DOLEN_REFERRAL, &undo);
  g_autofree char *sentence = dolen_undo_sentence (undo, DOLEN_LANGUAGE_EN);
  GError *error = NULL;

  g_assert_cmpstr (sentence, ==, "Recorded: sent");
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  g_assert_no_error (error);
  casework_test_reopen (test);
  g_assert_cmpint (count_due (test, uid), ==, 0);
  g_assert_null (
      dolen_caseload_get_referral (dolen_casework_get_caseload (test->casework), referral));
}

static void
test_a_follow_up_is_done_moved_or_tried_again (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenFollowUp) contact
             = dolen_follow_up_new (uid, NULL, DOLEN_FOLLOW_UP_NEXT_CONTACT, "2026-11-05");
  g_autoptr (DolenFollowUp) back = NULL;
  g_autoptr (GPtrArray) due = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_follow_up_add (test->casework, contact, NULL, &error));
  g_assert_true (
      dolen_casework_follow_up_move (test->casework, contact->uid, "2026-11-09", NULL, &error));
  g_assert_true (dolen_casework_follow_up_done (
      test->casework, contact->uid, "Left a message", "2026-11-12", NULL, &error));
  g_assert_no_error (error);
  back = dolen_caseload_get_follow_up (dolen_casework_get_caseload (test->casework), contact->uid);
  g_assert_cmpint (back->state, ==, DOLEN_FOLLOW_UP_DONE);
  g_assert_cmpstr (back->outcome, ==, "Left a message");
  due = dolen_caseload_list_follow_ups (
      dolen_casework_get_caseload (test->casework), uid, "2026-11-03", &error);
  g_assert_cmpint (due->len, ==, 1);
  g_assert_cmpstr (((DolenDue *) due->pdata[0])->follow_up->due, ==, "2026-11-12");
  g_assert_false (
      dolen_casework_follow_up_done (test->casework, contact->uid, NULL, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
}

static void
test_nothing_is_done_while_locked (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenPerson) person = dolen_person_new ();
  GError *error = NULL;

  person->name = g_strdup ("Anwen Puw");
  dolen_casework_lock (test->casework);
  g_assert_null (dolen_casework_get_caseload (test->casework));
  g_assert_false (dolen_casework_person_add (test->casework, person, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (dolen_draft_save (test->casework, "note", NULL, "{}", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_LOCKED);
  g_clear_error (&error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  if (dolen_casework_open_finish (DOLEN_CASEWORK (source), result, error))
    g_assert_no_error (*error);
}

static void
test_it_opens_without_blocking (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *typed = dolen_recovery_key_to_text (test->recovery);
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  dolen_casework_unlock_async (test->casework, "wrong", on_opened, &error);
  g_assert_true (dolen_casework_is_busy (test->casework));
  DOLEN_WAIT_UNTIL (!dolen_casework_is_busy (test->casework), 20000);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  dolen_casework_unlock_with_recovery_key_async (test->casework, "ABC", on_opened, &error);
  DOLEN_WAIT_UNTIL (error != NULL, 20000);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  dolen_casework_unlock_with_recovery_key_async (test->casework, typed, on_opened, &error);
  DOLEN_WAIT_UNTIL (!dolen_casework_is_busy (test->casework), 20000);
  g_assert_true (dolen_casework_is_unlocked (test->casework));
  g_assert_cmpint (
      dolen_caseload_count_people (dolen_casework_get_caseload (test->casework)), ==, 1);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/casework/acts/a-person-comes-back-as-recorded",
                   test_a_person_comes_back_as_recorded);
  g_test_add_func ("/casework/acts/a-person-needs-a-name", test_a_person_needs_a_name);
  g_test_add_func ("/casework/acts/an-update-writes-only-what-changed-and-undo-puts-it-back",
                   test_an_update_writes_only_what_changed_and_undo_puts_it_back);
  g_test_add_func ("/casework/acts/undo-does-not-overwrite-what-came-later",
                   test_undo_does_not_overwrite_what_came_later);
  g_test_add_func ("/casework/acts/a-person-is-not-undone-with-later-records",
                   test_a_person_is_not_undone_with_later_records);
  g_test_add_func ("/casework/acts/only-a-yes-or-a-recorded-override-leaves-the-draft",
                   test_only_a_yes_or_a_recorded_override_leaves_the_draft);
  g_test_add_func ("/casework/acts/a-draft-gets-a-reference-and-keeps-it",
                   test_a_draft_gets_a_reference_and_keeps_it);
  g_test_add_func ("/casework/acts/sending-plans-the-chase-and-the-check",
                   test_sending_plans_the_chase_and_the_check);
  g_test_add_func ("/casework/acts/asked-and-answered-in-one-call",
                   test_asked_and_answered_in_one_call);
  g_test_add_func ("/casework/acts/signposting-has-a-check-and-no-chase",
                   test_signposting_has_a_check_and_no_chase);
  g_test_add_func ("/casework/acts/signposting-needs-no-consent-to-share",
                   test_signposting_needs_no_consent_to_share);
  g_test_add_func ("/casework/acts/died-stops-everything-in-one-event",
                   test_died_stops_everything_in_one_event);
  g_test_add_func ("/casework/acts/what-left-dolen-is-not-undone",
                   test_what_left_dolen_is_not_undone);
  g_test_add_func ("/casework/acts/undoing-a-referral-takes-its-follow-ups-along",
                   test_undoing_a_referral_takes_its_follow_ups_along);
  g_test_add_func ("/casework/acts/a-follow-up-is-done-moved-or-tried-again",
                   test_a_follow_up_is_done_moved_or_tried_again);
  g_test_add_func ("/casework/acts/nothing-is-done-while-locked",
                   test_nothing_is_done_while_locked);
  g_test_add_func ("/casework/acts/it-opens-without-blocking", test_it_opens_without_blocking);
  return g_test_run ();
}
