/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "outgoing-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-appointments.h"
#include "support/dolen-test.h"

/* What goes out: the states, the pauses, the choices of the plan, the money. */
#define TODAY OUTGOING_TODAY

static DolenPause
hospital (const char *referral, const char *until)
{
  return (DolenPause){ .referral = referral, .reason = "hospital", .until = until };
}

/* ---- states ---- */

static gboolean
expect_step (DolenReferralKind kind, int from, int to)
{
  gboolean there = from == DOLEN_REFERRAL_STARTED || from == DOLEN_REFERRAL_ATTENDING;

  if (from == DOLEN_REFERRAL_IN_ERROR || from == to)
    return FALSE;
  if (from >= DOLEN_REFERRAL_COMPLETED)
    return to == DOLEN_REFERRAL_IN_ERROR;
  if (to < from)
    return FALSE;
  if (kind == DOLEN_SIGNPOSTING
      && (to == DOLEN_REFERRAL_RECEIVED || to == DOLEN_REFERRAL_NOT_REACHED))
    return FALSE;
  if (from == DOLEN_REFERRAL_DRAFT
      && (to == DOLEN_REFERRAL_NOT_REACHED || to == DOLEN_REFERRAL_DID_NOT_START
          || to == DOLEN_REFERRAL_LEFT_EARLY))
    return FALSE;
  return !(there
           && (to == DOLEN_REFERRAL_DECLINED || to == DOLEN_REFERRAL_NOT_REACHED
               || to == DOLEN_REFERRAL_DID_NOT_START));
}

static void
test_every_pair_of_states (void)
{
  for (int kind = 0; kind < 2; kind++)
    for (int from = 0; from < DOLEN_N_REFERRAL_STATES; from++)
      for (int to = 0; to < DOLEN_N_REFERRAL_STATES; to++) {
        g_autoptr (DolenReferral) referral = casework_test_referral ("p", kind);
        gboolean bad = to > DOLEN_REFERRAL_COMPLETED, expected = expect_step (kind, from, to);
        GError *error = NULL;

        referral->state = from;
        g_assert_cmpint (
            dolen_referral_check_step (referral, to, bad ? "other" : NULL, &error), ==, expected);
        g_assert_true ((error == NULL) == expected);
        g_clear_error (&error);
        if (!expected || !bad)
          continue;
        g_assert_false (dolen_referral_check_step (referral, to, NULL, &error));
        g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
        g_clear_error (&error);
        g_assert_false (dolen_referral_check_step (referral, to, "died", NULL));
      }
}

static void
test_every_pair_of_states_is_reopened_only_backwards (void)
{
  for (int from = 0; from < DOLEN_N_REFERRAL_STATES; from++)
    for (int to = 0; to < DOLEN_N_REFERRAL_STATES; to++) {
      g_autoptr (DolenReferral) referral = casework_test_referral ("p", DOLEN_REFERRAL);
      gboolean expected = from > DOLEN_REFERRAL_SENT && from != DOLEN_REFERRAL_IN_ERROR
                          && to >= DOLEN_REFERRAL_SENT && to < DOLEN_REFERRAL_COMPLETED
                          && to < from;

      referral->state = from;
      g_assert_cmpint (dolen_referral_check_reopen (referral, to, "why", NULL), ==, expected);
      g_assert_false (dolen_referral_check_reopen (referral, to, " ", NULL));
      if (!expected)
        continue;
      dolen_referral_reopen (referral, to, TODAY, "why");
      g_assert_cmpint (referral->state, ==, to);
      g_assert_cmpstr (dolen_referral_state_date (referral, to), ==, TODAY);
      for (int after = to + 1; after < DOLEN_N_REFERRAL_STATES; after++)
        g_assert_null (dolen_referral_state_date (referral, after));
    }
}

static void
test_a_reason_fits_its_end (void)
{
  static const struct {
    DolenReferralState state;
    const char *fits, *does_not;
  } cases[] = {
    { DOLEN_REFERRAL_DECLINED, "no-funds", "changed-mind" },
    { DOLEN_REFERRAL_NOT_REACHED, "wrong-details", "full" },
    { DOLEN_REFERRAL_DID_NOT_START, "changed-mind", "not-eligible" },
    { DOLEN_REFERRAL_LEFT_EARLY, "moved-away", "twice" },
    { DOLEN_REFERRAL_CANCELLED, "unwell", "wrong-person" },
    { DOLEN_REFERRAL_IN_ERROR, "wrong-person", "cost" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenReferral) referral = casework_test_referral ("p", DOLEN_REFERRAL);
    g_autofree const char **codes = dolen_referral_reasons_for (cases[i].state);
    guint n = g_strv_length ((char **) codes);

    referral->state = DOLEN_REFERRAL_ACCEPTED;
    g_assert_true (dolen_referral_check_step (referral, cases[i].state, cases[i].fits, NULL));
    g_assert_false (dolen_referral_check_step (referral, cases[i].state, cases[i].does_not, NULL));
    g_assert_cmpstr (codes[n - 1], ==, "other");
    for (guint c = 0; c < n; c++)
      g_assert_cmpstr (dolen_referral_reason_name (codes[c], DOLEN_LANGUAGE_CY), !=, codes[c]);
  }
}

static void
test_each_step_keeps_its_own_day (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = outgoing_send (test, person, NULL, FALSE);
  const DolenReferralStep accepted = {
    .state = DOLEN_REFERRAL_ACCEPTED, .on = TODAY, .first_on = "2026-11-10", .first_at = "10:00"
  };
  const DolenReferralStep started
      = { .state = DOLEN_REFERRAL_STARTED, .on = "2026-11-10", .by_person = TRUE };
  const DolenReferralStep going = { .state = DOLEN_REFERRAL_ATTENDING, .on = "2026-11-17" };
  const DolenReferralStep still = { .state = DOLEN_REFERRAL_ATTENDING, .on = "2026-12-09" };
  g_autoptr (DolenUndo) first = outgoing_step (test, referral, &accepted);
  g_autoptr (DolenUndo) second = outgoing_step (test, referral, &started);
  g_autoptr (DolenUndo) third = outgoing_step (test, referral, &going);
  g_autoptr (DolenUndo) fourth = outgoing_step (test, referral, &still);
  g_autoptr (DolenReferral) stored = NULL;

  casework_test_reopen (test);
  stored = outgoing_read (test, referral);
  g_assert_cmpstr (dolen_referral_agreed_on (stored), ==, TODAY);
  g_assert_cmpstr (stored->first_on, ==, "2026-11-10");
  g_assert_cmpstr (stored->started_on, ==, "2026-11-10");
  g_assert_cmpstr (stored->attending_on, ==, "2026-11-17");
  g_assert_cmpstr (stored->still_on, ==, "2026-12-09");
  g_assert_cmpint (dolen_referral_weeks_going (stored), ==, 4);
}

static void
test_reopening_goes_back_and_is_asked_about_again (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = outgoing_send (test, person, NULL, FALSE);
  g_autoptr (DolenReferral) stored = NULL;
  g_autoptr (GPtrArray) timeline = NULL;
  DolenUndo *undo = NULL;
  GError *error = NULL;

  outgoing_record (test, referral, DOLEN_REFERRAL_DECLINED, "full");
  outgoing_days_later (7);
  g_assert_false (dolen_casework_referral_reopen (
      test->casework, referral, DOLEN_REFERRAL_SENT, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  dolen_casework_referral_reopen (
      test->casework, referral, DOLEN_REFERRAL_SENT, "A place came free", &undo, &error);
  g_assert_no_error (error);
  stored = outgoing_read (test, referral);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_SENT);
  g_assert_null (stored->declined_on);
  g_assert_null (stored->reason);
  g_assert_cmpstr (stored->sent_on, ==, TODAY);
  g_assert_cmpstr (stored->reopened_on, ==, "2026-11-10");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-13");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_CHECK, "2026-12-08");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE, NULL);
  /* That it was declined once stays in its history. */
  timeline = dolen_caseload_list_timeline (
      outgoing_caseload (test), person, DOLEN_ENTRY_REFERRALS, -1, NULL);
  g_assert_cmpuint (timeline->len, ==, 3);
  g_assert_cmpstr (((DolenEntry *) timeline->pdata[1])->state, ==, "declined");
  outgoing_undo (test, undo);
  g_clear_pointer (&stored, dolen_referral_free);
  stored = outgoing_read (test, referral);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_DECLINED);
  g_assert_cmpstr (stored->reason, ==, "full");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, NULL);
}

/* ---- pauses ---- */

static void
test_a_pause_stops_the_chase_and_asks_again (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = outgoing_send (test, person, NULL, FALSE);
  const DolenPause pause = hospital (referral, "2026-11-24");
  g_autoptr (DolenReferral) stored = NULL;
  DolenUndo *undo = NULL;
  GError *error = NULL;

  dolen_casework_pause (test->casework, person, &pause, &undo, &error);
  g_assert_no_error (error);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_CHECK, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_PAUSED, "2026-11-24");
  g_assert_false (dolen_casework_pause (test->casework, person, &pause, NULL, &error));
  g_clear_error (&error);
  outgoing_undo (test, undo);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-06");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_PAUSED, NULL);
  dolen_casework_pause (test->casework, person, &pause, NULL, &error);
  g_assert_no_error (error);
  outgoing_days_later (21);
  dolen_casework_resume (test->casework, referral, NULL, NULL, &error);
  g_assert_no_error (error);
  stored = outgoing_read (test, referral);
  g_assert_null (stored->paused_on);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_SENT);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-27");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_CHECK, "2026-12-22");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_PAUSED, NULL);
}

static void
test_one_pause_for_all_that_is_under_way (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *first = outgoing_send (test, person, "a", FALSE);
  g_autofree char *second = outgoing_send (test, person, "b", FALSE);
  g_autofree char *over = outgoing_send (test, person, "c", FALSE);
  const DolenPause pause = hospital (NULL, NULL);
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (DolenReferral) stored = NULL;
  GError *error = NULL;

  outgoing_record (test, over, DOLEN_REFERRAL_COMPLETED, NULL);
  dolen_casework_pause (test->casework, person, &pause, NULL, &error);
  g_assert_no_error (error);
  due = dolen_caseload_list_follow_ups (outgoing_caseload (test), person, TODAY, NULL);
  g_assert_cmpuint (due->len, ==, 2);
  for (guint i = 0; i < due->len; i++) {
    const DolenFollowUp *one = ((DolenDue *) due->pdata[i])->follow_up;

    g_assert_cmpint (one->kind, ==, DOLEN_FOLLOW_UP_PAUSED);
    g_assert_cmpstr (one->due, ==, "2026-12-01");
  }
  /* A step says that it goes on. */
  outgoing_record (test, first, DOLEN_REFERRAL_STARTED, NULL);
  stored = outgoing_read (test, first);
  g_assert_null (stored->paused_on);
  g_assert_false (dolen_casework_resume (test->casework, first, NULL, NULL, &error));
  g_clear_error (&error);
  g_clear_pointer (&stored, dolen_referral_free);
  stored = outgoing_read (test, second);
  g_assert_cmpstr (stored->paused_on, ==, TODAY);
}

/* ---- the plan's choices ---- */

static char *
choose (CaseworkTest *test, const char *person, const char *service)
{
  g_autoptr (DolenChoice) choice = dolen_choice_new (person);
  GError *error = NULL;

  choice->service = g_strdup (service);
  choice->service_name = g_strdup (service);
  dolen_casework_choice_add (test->casework, choice, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (choice->uid);
}

static char *
list_choices (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_choices (outgoing_caseload (test), person);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < open->len; i++)
    g_string_append_printf (names, "%s ", ((DolenChoice *) open->pdata[i])->service);
  return g_string_free (names, FALSE);
}

static void
assert_choices (CaseworkTest *test, const char *person, const char *expected)
{
  g_autofree char *names = list_choices (test, person);

  g_assert_cmpstr (names, ==, expected);
}

/* (transfer full): what @referral, made of the first choice, leaves behind: the consents and the
 * choices of @person, and what is due. */
static char *
describe_left (CaseworkTest *test, const char *person)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) consents = dolen_caseload_list_records (
      outgoing_caseload (test), &dolen_consent_type, person, NULL);
  g_autoptr (GPtrArray) choices = dolen_caseload_list_records (
      outgoing_caseload (test), &dolen_choice_type, person, "state = 'taken'");
  g_autoptr (DolenFollowUp) chase = outgoing_find (test, person, DOLEN_FOLLOW_UP_NO_ANSWER);
  g_autoptr (DolenFollowUp) check = outgoing_find (test, person, DOLEN_FOLLOW_UP_CHECK);

  for (guint i = 0; i < consents->len; i++) {
    const DolenShareConsent *consent = consents->pdata[i];

    g_string_append_printf (text, "consent %s %s; ", consent->recipient_name, consent->given_on);
  }
  g_string_append_printf (
      text, "taken %u; no-answer %s; check %s", choices->len, chase->due, check->due);
  return g_string_free (text, FALSE);
}

/* By the form or by the step "sent": one door. */
static void
test_a_draft_leaves_by_one_door (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  const DolenReferralStep sent = { .state = DOLEN_REFERRAL_SENT };
  char *left[2] = { NULL, NULL };
  GError *error = NULL;

  for (int i = 0; i < 2; i++) {
    g_autofree char *person = casework_test_add_person (test, i == 0 ? "Mair" : "Gwen");
    g_autofree char *choice = choose (test, person, "Clwb");
    g_autoptr (DolenReferral) referral = casework_test_referral (person, DOLEN_REFERRAL);

    referral->choice = g_strdup (choice);
    dolen_casework_referral_draft (test->casework, referral, NULL, &error);
    g_assert_no_error (error);
    if (i == 0)
      dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
    else
      dolen_undo_free (outgoing_step (test, referral->uid, &sent));
    g_assert_no_error (error);
    left[i] = describe_left (test, person);
  }
  g_assert_cmpstr (left[0], ==, left[1]);
  g_assert_cmpstr (
      left[0],
      ==,
      "consent Clwb Cinio Neuadd Fach 2026-11-03; taken 1; no-answer 2026-11-06; check 2026-12-01");
  for (int i = 0; i < 2; i++)
    g_free (left[i]);
}

static void
test_choices_are_ordered_and_set_aside (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *a = choose (test, person, "a");
  g_autofree char *b = choose (test, person, "b");
  g_autofree char *c = choose (test, person, "c");
  g_autoptr (DolenChoice) twice = dolen_choice_new (person);
  DolenUndo *undo = NULL;
  GError *error = NULL;

  assert_choices (test, person, "a b c ");
  dolen_casework_choice_move (test->casework, c, 0, &undo, &error);
  g_assert_no_error (error);
  assert_choices (test, person, "c a b ");
  outgoing_undo (test, undo);
  assert_choices (test, person, "a b c ");
  dolen_casework_choice_move (test->casework, a, 1, NULL, &error);
  assert_choices (test, person, "b a c ");
  dolen_casework_choice_move (test->casework, b, 99, NULL, &error);
  assert_choices (test, person, "a c b ");
  dolen_casework_choice_set_aside (test->casework, a, "Too far", NULL, &error);
  g_assert_no_error (error);
  assert_choices (test, person, "c b ");
  twice->service = g_strdup ("b");
  twice->service_name = g_strdup ("b");
  g_assert_false (dolen_casework_choice_add (test->casework, twice, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  casework_test_reopen (test);
  assert_choices (test, person, "c b ");
}

static void
test_a_group_that_declines_brings_the_next_choice (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *a = choose (test, person, "a");
  g_autofree char *b = choose (test, person, "b");
  g_autofree char *first = outgoing_send (test, person, "a", FALSE);
  g_autofree char *second = NULL;
  g_autoptr (DolenFollowUp) next = NULL;
  g_autoptr (DolenDue) line = NULL;
  g_autofree char *sentence = NULL;

  /* Sent: the choice is taken. */
  assert_choices (test, person, "b ");
  outgoing_record (test, first, DOLEN_REFERRAL_DECLINED, "full");
  next = outgoing_find (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE);
  g_assert_cmpstr (next->subject, ==, b);
  g_assert_cmpstr (next->due, ==, "2026-11-05");
  line = dolen_caseload_find_due (outgoing_caseload (test), next->uid, TODAY);
  sentence = dolen_due_sentence (line, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (sentence, ==, "Offer the next choice: Anwen Puw (b)");
  second = outgoing_send (test, person, "b", FALSE);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE, NULL);
  assert_choices (test, person, "");
  /* Nothing more on the plan: somebody looks for something. */
  outgoing_record (test, second, DOLEN_REFERRAL_DECLINED, "not-eligible");
  g_clear_pointer (&next, dolen_follow_up_free);
  next = outgoing_find (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE);
  g_assert_null (next->subject);
  g_clear_pointer (&line, dolen_due_free);
  g_clear_pointer (&sentence, g_free);
  line = dolen_caseload_find_due (outgoing_caseload (test), next->uid, TODAY);
  sentence = dolen_due_sentence (line, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (sentence, ==, "Look for another group: Anwen Puw (Clwb Cinio Neuadd Fach)");
}

static void
test_setting_the_next_choice_aside_ends_its_offer (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *b = choose (test, person, "b");
  g_autofree char *first = outgoing_send (test, person, "a", FALSE);
  GError *error = NULL;

  outgoing_record (test, first, DOLEN_REFERRAL_DECLINED, "full");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE, "2026-11-05");
  dolen_casework_choice_set_aside (test->casework, b, NULL, NULL, &error);
  g_assert_no_error (error);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE, NULL);
}

/* ---- died ---- */

static void
test_died_stops_all_of_it (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *choice = choose (test, person, "b");
  g_autofree char *paused = outgoing_send (test, person, "a", FALSE);
  g_autoptr (DolenReferral) going = casework_test_referral (person, DOLEN_REFERRAL);
  const DolenReferralStep accepted = { .state = DOLEN_REFERRAL_ACCEPTED, .first_on = "2026-11-13" };
  const DolenPause pause = hospital (paused, NULL);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (DolenUndo) step = NULL;
  DolenUndo *undo = NULL;
  GError *error = NULL;

  going->going_along = TRUE;
  dolen_casework_referral_send (test->casework, going, NULL, NULL, &error);
  step = outgoing_step (test, going->uid, &accepted);
  dolen_casework_pause (test->casework, person, &pause, NULL, &error);
  dolen_casework_died (test->casework, person, NULL, NULL, &undo, &error);
  g_assert_no_error (error);
  left = dolen_caseload_list_follow_ups (outgoing_caseload (test), person, TODAY, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  assert_choices (test, person, "");
  planned = dolen_caseload_list_records (
      outgoing_caseload (test), &dolen_appointment_type, person, "state = 'planned'");
  g_assert_cmpuint (planned->len, ==, 0);
  g_assert_false (dolen_casework_pause (test->casework, person, &pause, NULL, &error));
  g_clear_error (&error);
  g_assert_false (dolen_casework_referral_reopen (
      test->casework, paused, DOLEN_REFERRAL_SENT, "no", NULL, &error));
  g_clear_error (&error);
  outgoing_undo (test, undo);
  assert_choices (test, person, "b ");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_PAUSED, "2026-12-01");
}

/* ---- going along ---- */

static DolenReferralState
state_of (CaseworkTest *test, const char *uid)
{
  g_autoptr (DolenReferral) referral = dolen_caseload_get_referral (outgoing_caseload (test), uid);

  return referral->state;
}

/* The appointment that was planned to go along to the first session. */
static char *
find_going_along (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) planned = dolen_caseload_list_records (
      outgoing_caseload (test), &dolen_appointment_type, person, "state = 'planned'");

  g_assert_cmpuint (planned->len, ==, 1);
  return g_strdup (((DolenAppointment *) planned->pdata[0])->uid);
}

static void
test_having_gone_along_is_having_attended_first (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) going = casework_test_referral (person, DOLEN_REFERRAL);
  g_autoptr (DolenReferral) started = NULL;
  const DolenReferralStep accepted = { .state = DOLEN_REFERRAL_ACCEPTED, .first_on = "2026-11-13" };
  const DolenAppointmentOutcome outcome = { .minutes = 90, .session = TRUE };
  g_autoptr (DolenUndo) step = NULL;
  g_autofree char *along = NULL;
  DolenUndo *undo = NULL;
  GError *error = NULL;

  going->going_along = TRUE;
  dolen_casework_referral_send (test->casework, going, NULL, NULL, &error);
  step = outgoing_step (test, going->uid, &accepted);
  along = find_going_along (test, person);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_FIRST_SESSION, "2026-11-16");
  dolen_casework_appointment_done (test->casework, along, &outcome, &undo, &error);
  g_assert_no_error (error);
  started = dolen_caseload_get_referral (outgoing_caseload (test), going->uid);
  g_assert_cmpint (started->state, ==, DOLEN_REFERRAL_STARTED);
  g_assert_cmpstr (started->started_on, ==, "2026-11-13");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_FIRST_SESSION, NULL);
  outgoing_undo (test, undo);
  g_assert_cmpint (state_of (test, going->uid), ==, DOLEN_REFERRAL_ACCEPTED);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_FIRST_SESSION, "2026-11-16");
  /* Further on already: only the appointment is over. */
  outgoing_record (test, going->uid, DOLEN_REFERRAL_ATTENDING, NULL);
  dolen_casework_appointment_done (test->casework, along, &outcome, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (test, going->uid), ==, DOLEN_REFERRAL_ATTENDING);
}

/* ---- money ---- */

static void
test_what_was_agreed_is_summed (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  static const struct {
    int cost;
    const char *payer, *currency;
  } costs[] = { { 3000, "scheme", NULL },
                { 500, "person", "GBP" },
                { -1, NULL, NULL },
                { 9900, "scheme", "EUR" } };
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (costs); i++) {
    g_autoptr (DolenReferral) referral = casework_test_referral (person, DOLEN_REFERRAL);
    GError *error = NULL;

    referral->cost = costs[i].cost;
    referral->payer = g_strdup (costs[i].payer);
    referral->currency = g_strdup (costs[i].currency);
    dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
    g_assert_no_error (error);
    if (i == 1)
      g_assert_cmpint (
          dolen_caseload_sum_costs (outgoing_caseload (test), person, NULL, NULL), ==, 3500);
  }
  g_assert_cmpint (dolen_caseload_sum_costs (outgoing_caseload (test), person, NULL, &n), ==, 3500);
  g_assert_cmpint (n, ==, 2);
  g_assert_cmpint (
      dolen_caseload_sum_costs (outgoing_caseload (test), person, "scheme", NULL), ==, 3000);
  g_assert_cmpint (dolen_caseload_sum_costs (outgoing_caseload (test), "nobody", NULL, &n), ==, 0);
  g_assert_cmpint (n, ==, 0);
}

#define ADD(name, function) g_test_add_func ("/casework/outgoing/" name, function)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD ("every-pair-of-states", test_every_pair_of_states);
  ADD ("every-pair-of-states-is-reopened-only-backwards",
       test_every_pair_of_states_is_reopened_only_backwards);
  ADD ("a-reason-fits-its-end", test_a_reason_fits_its_end);
  ADD ("each-step-keeps-its-own-day", test_each_step_keeps_its_own_day);
  ADD ("reopening-goes-back-and-is-asked-about-again",
       test_reopening_goes_back_and_is_asked_about_again);
  ADD ("a-pause-stops-the-chase-and-asks-again", test_a_pause_stops_the_chase_and_asks_again);
  ADD ("one-pause-for-all-that-is-under-way", test_one_pause_for_all_that_is_under_way);
  ADD ("a-draft-leaves-by-one-door", test_a_draft_leaves_by_one_door);
  ADD ("choices-are-ordered-and-set-aside", test_choices_are_ordered_and_set_aside);
  ADD ("a-group-that-declines-brings-the-next-choice",
       test_a_group_that_declines_brings_the_next_choice);
  ADD ("setting-the-next-choice-aside-ends-its-offer",
       test_setting_the_next_choice_aside_ends_its_offer);
  ADD ("died-stops-all-of-it", test_died_stops_all_of_it);
  ADD ("having-gone-along-is-having-attended-first",
       test_having_gone_along_is_having_attended_first);
  ADD ("what-was-agreed-is-summed", test_what_was_agreed_is_summed);
  return g_test_run ();
}
