/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"
#include "casework/dolen-casework-concerns.h"
#include "casework/dolen-casework-correct.h"
#include "casework/dolen-casework-encounters.h"
#include "casework/dolen-casework-move.h"
#include "casework/dolen-subject-access.h"

#include <string.h>

/* A whole record that was entered in the wrong one: all of it goes where it belongs, and no word of
 * it is left where it was. */

#define CANARY "Caneriglas"

typedef struct {
  CaseworkTest *test; /* (owned) */
  char *wrong;        /* (owned) */
  char *right;        /* (owned) */
} Two;

static Two *
two_new (void)
{
  Two *two = g_new0 (Two, 1);

  two->test = casework_test_new ();
  two->wrong = casework_test_add_person (two->test, "Anwen Puw");
  two->right = casework_test_add_person (two->test, "Bob Hughes");
  casework_test_note (two->test, two->wrong, "Her own words");
  return two;
}

static void
two_free (Two *two)
{
  casework_test_free (two->test);
  g_free (two->wrong);
  g_free (two->right);
  g_free (two);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Two, two_free)

static DolenCaseload *
caseload (Two *two)
{
  return dolen_casework_get_caseload (two->test->casework);
}

static void
move (Two *two, const char *record, const char *uid)
{
  GError *error = NULL;

  dolen_casework_record_move (
      two->test->casework, record, uid, two->right, "The neighbour", &error);
  g_assert_no_error (error);
}

/* Everything that Dolen can show or hand out of somebody. */
static char *
everything_of (Two *two, const char *person)
{
  g_autoptr (DolenSubjectAccess) access
             = dolen_subject_access_new (two->test->casework, person, NULL);
  g_autoptr (GPtrArray) lines
             = dolen_caseload_list_timeline (caseload (two), person, DOLEN_ENTRY_ALL, -1, NULL);
  GPtrArray *doubtful = dolen_subject_access_get_doubtful (access);
  GString *all = g_string_new (NULL);
  struct json_object *copy;

  for (guint i = 0; i < doubtful->len; i++)
    ((DolenDoubtful *) doubtful->pdata[i])->include = TRUE;
  copy = dolen_subject_access_collect (access);
  g_string_append (all, json_object_to_json_string (copy));
  json_object_put (copy);
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *title = dolen_entry_title (lines->pdata[i], DOLEN_LANGUAGE_EN);
    const DolenEntry *line = lines->pdata[i];

    g_string_append_printf (all, "\n%s: %s", title, line->text != NULL ? line->text : "");
  }
  return g_string_free (all, FALSE);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (; (text = strstr (text, word)) != NULL; text += strlen (word))
    n++;
  return n;
}

/* Now, and after the journal was read again. */
static void
expect_moved (Two *two)
{
  g_autofree char *former = dolen_caseload_dump (caseload (two));
  g_autofree char *now = NULL;

  for (int i = 0; i < 2; i++) {
    g_autofree char *wrong = everything_of (two, two->wrong);
    g_autofree char *right = everything_of (two, two->right);

    g_assert_cmpuint (count (wrong, CANARY), ==, 0);
    g_assert_cmpuint (count (wrong, "Her own words"), >, 0);
    g_assert_cmpuint (count (wrong, "The neighbour"), >, 0);
    g_assert_cmpuint (count (right, CANARY), >, 0);
    g_assert_null (strstr (right, two->wrong));
    g_assert_null (strstr (wrong, two->right));
    casework_test_reopen (two->test);
    g_assert_no_error (dolen_casework_get_problem (two->test->casework));
  }
  now = dolen_caseload_dump (caseload (two));
  g_assert_cmpstr (now, ==, former);
}

static guint
count_records (Two *two, const DolenRecordType *type, const char *person)
{
  g_autoptr (GPtrArray) records = dolen_caseload_list_records (caseload (two), type, person, NULL);

  return records->len;
}

static DolenReferral *
steal_referral (Two *two, const char *person)
{
  g_autoptr (GPtrArray) referrals
             = dolen_caseload_list_referrals (caseload (two), person, TRUE, NULL);

  g_assert_cmpuint (referrals->len, ==, 1);
  return g_ptr_array_steal_index (referrals, 0);
}

static char *
send_canary (Two *two)
{
  g_autoptr (DolenReferral) referral = casework_test_referral (two->wrong, DOLEN_REFERRAL);
  g_autoptr (DolenNote) note = NULL;
  GError *error = NULL;

  g_free (referral->need_text);
  referral->need_text = g_strdup (CANARY " wants company");
  g_free (referral->service_name);
  referral->service_name = g_strdup (CANARY " Club");
  dolen_casework_referral_send (two->test->casework, referral, NULL, NULL, &error);
  g_assert_no_error (error);
  dolen_casework_referral_given_out (
      two->test->casework, referral->uid, "printed", DOLEN_TOLD_LETTER, &error);
  g_assert_no_error (error);
  casework_test_days_later (2);
  dolen_casework_referral_record (two->test->casework,
                                  referral->uid,
                                  DOLEN_REFERRAL_DECLINED,
                                  NULL,
                                  "full",
                                  CANARY " is too far",
                                  NULL,
                                  &error);
  g_assert_no_error (error);
  note = dolen_note_new (two->wrong, referral->uid, "call", CANARY " rang about it");
  dolen_casework_note_add (two->test->casework, note, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (referral->uid);
}

static void
test_a_referral_with_all_that_hangs_on_it (void)
{
  g_autoptr (Two) two = two_new ();
  g_autofree char *referral = send_canary (two);
  g_autofree char *draft = g_strdup_printf ("record/%s", referral);
  g_autoptr (DolenReferral) before = steal_referral (two, two->wrong);
  g_autoptr (DolenReferral) after = NULL;
  guint follow_ups = count_records (two, &dolen_follow_up_type, two->wrong);
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_cmpuint (follow_ups, >, 0);
  g_assert_true (
      dolen_draft_save (two->test->casework, draft, two->wrong, "{\"note\":\"" CANARY "\"}", NULL));
  casework_test_days_later (1);
  move (two, "referral", referral);
  expect_moved (two);
  after = steal_referral (two, two->right);
  g_assert_cmpint (count_records (two, &dolen_referral_type, two->wrong), ==, 0);
  g_assert_cmpint (count_records (two, &dolen_follow_up_type, two->wrong), ==, 0);
  /* And one more: that the letter is out. */
  g_assert_cmpint (
      count_records (two, &dolen_follow_up_type, two->right), ==, (int) follow_ups + 1);
  g_assert_cmpstr (after->reference, ==, before->reference);
  g_assert_cmpstr (after->sent_on, ==, before->sent_on);
  g_assert_cmpstr (after->declined_on, ==, before->declined_on);
  g_assert_cmpstr (after->reason_note, ==, CANARY " is too far");
  g_assert_cmpstr (after->uid, !=, before->uid);
  drafts = dolen_draft_list (two->test->casework, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_a_letter_that_is_out_must_be_told (void)
{
  g_autoptr (Two) two = two_new ();
  g_autofree char *referral = send_canary (two);
  g_autofree char *warning
      = dolen_casework_move_warning (two->test->casework, "referral", referral, DOLEN_LANGUAGE_EN);
  g_autoptr (GPtrArray) due = NULL;
  gboolean found = FALSE;

  g_assert_nonnull (strstr (warning, "went out under another person"));
  move (two, "referral", referral);
  due = dolen_caseload_list_follow_ups (caseload (two), two->right, "2026-11-05", NULL);
  for (guint i = 0; i < due->len; i++) {
    const DolenDue *line = due->pdata[i];

    found = found
            || (g_strcmp0 (line->follow_up->note, warning) == 0
                && g_str_equal (line->follow_up->due, "2026-11-05"));
  }
  g_assert_true (found);
}

static void
test_history_keeps_who_and_when (void)
{
  g_autoptr (Two) two = two_new ();
  gint64 then = dolen_time_now ();
  g_autofree char *referral = send_canary (two);
  g_autoptr (GPtrArray) lines = NULL;
  gboolean found = FALSE;

  dolen_casework_set_author (two->test->casework, "Sioned");
  casework_test_days_later (5);
  move (two, "referral", referral);
  lines
      = dolen_caseload_list_timeline (caseload (two), two->right, DOLEN_ENTRY_REFERRALS, -1, NULL);
  for (guint i = 0; i < lines->len; i++) {
    const DolenEntry *line = lines->pdata[i];

    g_assert_cmpstr (line->first_author, ==, "Carys");
    found = found || line->first_at == then;
  }
  g_assert_true (found);
}

static void
test_a_contact_with_its_note (void)
{
  g_autoptr (Two) two = two_new ();
  g_autoptr (DolenEncounter) encounter = dolen_encounter_new (two->wrong);
  g_autoptr (DolenNote) note = dolen_note_new (two->wrong, NULL, "call", CANARY " has a cold");
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autofree char *uid = NULL;
  const char *record = NULL;
  GError *error = NULL;

  encounter->minutes = 35;
  dolen_casework_contact_add (two->test->casework, encounter, note, NULL, &error);
  g_assert_no_error (error);
  open = dolen_caseload_list_timeline (caseload (two), two->wrong, DOLEN_ENTRY_ALL, 1, NULL);
  g_assert_true (dolen_casework_find_entry_record (
      two->test->casework, ((DolenEntry *) open->pdata[0])->event, &record, &uid));
  g_assert_cmpstr (record, ==, "encounter");
  g_assert_cmpstr (uid, ==, encounter->uid);
  move (two, record, uid);
  expect_moved (two);
  moved = dolen_caseload_list_records (caseload (two), &dolen_encounter_type, two->right, NULL);
  g_assert_cmpuint (moved->len, ==, 1);
  g_assert_cmpint (((DolenEncounter *) moved->pdata[0])->minutes, ==, 35);
  g_assert_cmpint (count_records (two, &dolen_encounter_type, two->wrong), ==, 0);
}

static void
test_a_concern_with_its_steps (void)
{
  g_autoptr (Two) two = two_new ();
  g_autoptr (DolenConcern) concern = dolen_concern_new (two->wrong);
  g_autoptr (GPtrArray) moved = NULL;
  g_autofree char *warning = NULL;
  GError *error = NULL;

  concern->kind = g_strdup ("self-harm");
  concern->text = g_strdup (CANARY " said something");
  dolen_casework_concern_raise (two->test->casework, concern, NULL, &error);
  g_assert_no_error (error);
  warning = dolen_casework_move_warning (
      two->test->casework, "concern", concern->uid, DOLEN_LANGUAGE_EN);
  g_assert_null (warning);
  move (two, "concern", concern->uid);
  expect_moved (two);
  moved = dolen_caseload_list_concerns (caseload (two), two->right);
  g_assert_cmpuint (moved->len, ==, 1);
  g_assert_cmpstr (((DolenConcern *) moved->pdata[0])->text, ==, CANARY " said something");
  g_assert_cmpstr (((DolenConcern *) moved->pdata[0])->raised_on, ==, "2026-11-03");
  g_assert_cmpint (count_records (two, &dolen_follow_up_type, two->wrong), ==, 0);
  g_assert_cmpint (count_records (two, &dolen_follow_up_type, two->right), >, 0);
}

static void
test_an_appointment (void)
{
  g_autoptr (Two) two = two_new ();
  g_autoptr (DolenAppointment) appointment = dolen_appointment_new (two->wrong);
  GError *error = NULL;

  g_free (appointment->on);
  appointment->on = g_strdup ("2026-11-10");
  appointment->at = g_strdup ("10:00");
  appointment->place = g_strdup (CANARY " House");
  appointment->note = g_strdup (CANARY " asks about benefits");
  appointment->kind = DOLEN_APPOINTMENT_MEETING;
  dolen_casework_appointment_add (two->test->casework, appointment, NULL, &error);
  g_assert_no_error (error);
  move (two, "appointment", appointment->uid);
  expect_moved (two);
  g_assert_cmpint (count_records (two, &dolen_appointment_type, two->right), ==, 1);
  g_assert_cmpint (count_records (two, &dolen_appointment_type, two->wrong), ==, 0);
}

static void
test_corrections_and_statements_go_too (void)
{
  g_autoptr (Two) two = two_new ();
  g_autoptr (DolenNote) note = dolen_note_new (two->wrong, NULL, "note", CANARY " lives alone");
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *right = NULL;
  DolenCasework *casework = two->test->casework;
  GError *error = NULL;

  dolen_casework_note_add (casework, note, NULL, &error);
  lines = dolen_caseload_list_timeline (caseload (two), two->wrong, DOLEN_ENTRY_ALL, 1, NULL);
  dolen_casework_dispute (
      casework, ((DolenEntry *) lines->pdata[0])->event, CANARY " has a lodger", NULL, &error);
  g_assert_no_error (error);
  dolen_casework_correct (casework,
                          ((DolenEntry *) lines->pdata[0])->event,
                          CANARY " lives with a lodger",
                          NULL,
                          &error);
  g_assert_no_error (error);
  move (two, "note", note->uid);
  expect_moved (two);
  right = everything_of (two, two->right);
  g_assert_nonnull (strstr (right, CANARY " lives alone"));
  g_assert_nonnull (strstr (right, CANARY " lives with a lodger"));
  g_assert_nonnull (strstr (right, CANARY " has a lodger"));
}

/* They died, and the referral ended with them: the first stays. */
static void
test_what_was_told_beside_stays (void)
{
  g_autoptr (Two) two = two_new ();
  g_autoptr (DolenReferral) referral = casework_test_referral (two->wrong, DOLEN_REFERRAL);
  g_autoptr (DolenPerson) died = NULL;
  g_autoptr (DolenReferral) moved = NULL;
  g_autofree char *wrong = NULL;
  GError *error = NULL;

  g_free (referral->need_text);
  referral->need_text = g_strdup (CANARY);
  dolen_casework_referral_send (two->test->casework, referral, NULL, NULL, &error);
  g_assert_no_error (error);
  dolen_casework_died (two->test->casework, two->wrong, "2026-11-02", "Her son", NULL, &error);
  g_assert_no_error (error);
  move (two, "referral", referral->uid);
  expect_moved (two);
  died = dolen_caseload_get_person (caseload (two), two->wrong);
  g_assert_cmpstr (died->died_on, ==, "2026-11-02");
  g_assert_null (dolen_caseload_get_open_episode (caseload (two), two->wrong));
  wrong = everything_of (two, two->wrong);
  g_assert_nonnull (strstr (wrong, "Died: Her son"));
  moved = steal_referral (two, two->right);
  g_assert_cmpint (moved->state, ==, DOLEN_REFERRAL_CANCELLED);
}

static void
test_not_without_a_reason_or_to_the_same (void)
{
  g_autoptr (Two) two = two_new ();
  g_autofree char *referral = send_canary (two);
  g_autoptr (GError) error = NULL;
  DolenCasework *casework = two->test->casework;

  g_assert_false (
      dolen_casework_record_move (casework, "referral", referral, two->right, "", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      dolen_casework_record_move (casework, "referral", referral, two->wrong, "x", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
}

#define ADD(name) g_test_add_func ("/casework/move/" #name, test_##name)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (a_referral_with_all_that_hangs_on_it);
  ADD (a_letter_that_is_out_must_be_told);
  ADD (history_keeps_who_and_when);
  ADD (a_contact_with_its_note);
  ADD (a_concern_with_its_steps);
  ADD (an_appointment);
  ADD (corrections_and_statements_go_too);
  ADD (what_was_told_beside_stays);
  ADD (not_without_a_reason_or_to_the_same);
  return g_test_run ();
}
