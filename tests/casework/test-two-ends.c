/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "merge-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-outgoing.h"
#include "support/dolen-test.h"

/* Two copies say differently how a referral ended: somebody decides. */

static DolenCaseload *
caseload (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

#define NEXT_DAY (24 * 60) /* minutes */

typedef struct {
  CaseworkTest *test;
  CaseworkTest *other;
  char *person;   /* (owned) */
  char *referral; /* (owned) */
} TwoEnds;

static void
end_referral (CaseworkTest *test, const DolenReferralStep *step, int minute)
{
  g_autoptr (GPtrArray) all = NULL;
  GError *error = NULL;

  merge_open (test);
  merge_at_minute (minute);
  all = dolen_caseload_list_records (caseload (test), &dolen_referral_type, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  dolen_casework_referral_step (
      test->casework, ((DolenReferral *) all->pdata[0])->uid, step, NULL, &error);
  g_assert_no_error (error);
  dolen_casework_lock (test->casework);
}

/* A referral that was sent, in two copies. */
static void
two_ends_init (TwoEnds *ends)
{
  g_autoptr (DolenReferral) referral = NULL;
  GError *error = NULL;

  ends->test = casework_test_new ();
  ends->person = casework_test_add_person (ends->test, "Mair Huws");
  referral = casework_test_referral (ends->person, DOLEN_REFERRAL);
  dolen_casework_referral_send (ends->test->casework, referral, NULL, NULL, &error);
  g_assert_no_error (error);
  ends->referral = g_strdup (referral->uid);
  dolen_casework_lock (ends->test->casework);
  ends->other = casework_test_clone (ends->test, merge_files, MERGE_WITHOUT_DEVICE);
}

static void
two_ends_clear (TwoEnds *ends)
{
  casework_test_free (ends->test);
  casework_test_free (ends->other);
  g_free (ends->person);
  g_free (ends->referral);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TwoEnds, two_ends_clear)

static const DolenReferralStep completed = { .state = DOLEN_REFERRAL_COMPLETED };
static const DolenReferralStep declined
    = { .state = DOLEN_REFERRAL_DECLINED, .reason = "full", .note = "No places" };

/* (nullable): the open line of Today; never two. */
static DolenDue *
find_decision (CaseworkTest *test, const char *person)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) all = dolen_caseload_list_follow_ups (caseload (test), person, today, NULL);
  guint place = G_MAXUINT;

  for (guint i = 0; i < all->len; i++)
    if (((DolenDue *) all->pdata[i])->follow_up->kind == DOLEN_FOLLOW_UP_NEEDS_DECISION) {
      g_assert_cmpuint (place, ==, G_MAXUINT);
      place = i;
    }
  return place != G_MAXUINT ? g_ptr_array_steal_index (all, place) : NULL;
}

static void
expect_sentence (CaseworkTest *test, const char *person, DolenLanguage language, const char *said)
{
  g_autoptr (DolenDue) due = find_decision (test, person);
  g_autofree char *sentence = NULL;

  g_assert_nonnull (due);
  sentence = dolen_due_sentence (due, language);
  g_assert_cmpstr (sentence, ==, said);
}

#define SAID_EN                                                                                      \
  "Decide what became of it: Mair Huws (Clwb Cinio Neuadd Fach; one copy says: completed (Carys, 3 " \
  "November 2026); another copy says: declined (Carys, 4 November 2026))"

/* Whichever is brought into which, and where both found it before they met: the same line. */
static void
test_two_ends_need_a_decision (void)
{
  g_auto (TwoEnds) ends = { NULL };
  g_autoptr (CaseworkTest) third = NULL;

  two_ends_init (&ends);
  end_referral (ends.test, &completed, 1);
  end_referral (ends.other, &declined, NEXT_DAY);
  third = casework_test_clone (ends.test, merge_files, MERGE_WITH_DEVICE);
  merge_at_minute (NEXT_DAY + 1);
  merge_into (ends.test, ends.other);
  expect_sentence (ends.test, ends.person, DOLEN_LANGUAGE_EN, SAID_EN);
  dolen_casework_lock (ends.test->casework);
  merge_into (ends.other, third);
  expect_sentence (ends.other, ends.person, DOLEN_LANGUAGE_EN, SAID_EN);
  merge_both_ways (ends.test, ends.other);
  expect_sentence (ends.test, ends.person, DOLEN_LANGUAGE_EN, SAID_EN);
  expect_sentence (ends.other, ends.person, DOLEN_LANGUAGE_EN, SAID_EN);
  expect_sentence (
      ends.test,
      ends.person,
      DOLEN_LANGUAGE_CY,
      "Penderfynu beth ddaeth ohono: Mair Huws (Clwb Cinio Neuadd Fach; yn ôl un copi: cwblhawyd (Carys, 3 Tachwedd 2026); yn ôl copi arall: gwrthodwyd (Carys, 4 "
      "Tachwedd 2026))");
}

static void
test_the_same_end_twice_needs_none (void)
{
  g_auto (TwoEnds) ends = { NULL };

  two_ends_init (&ends);
  end_referral (ends.test, &completed, 1);
  end_referral (ends.other, &completed, 2);
  merge_both_ways (ends.test, ends.other);
  g_assert_null (find_decision (ends.test, ends.person));
  g_assert_null (find_decision (ends.other, ends.person));
}

/* Who knows of the end and says that it was made in error contradicts nobody; who does not, does.
 */
static void
test_made_in_error_is_told_apart (void)
{
  static const DolenReferralStep in_error
      = { .state = DOLEN_REFERRAL_IN_ERROR, .reason = "wrong-person" };
  g_auto (TwoEnds) ends = { NULL };
  g_auto (TwoEnds) apart = { NULL };
  g_autoptr (DolenDue) due = NULL;

  two_ends_init (&ends);
  end_referral (ends.test, &completed, 1);
  merge_into (ends.other, ends.test);
  end_referral (ends.other, &in_error, 2);
  merge_into (ends.test, ends.other);
  g_assert_null (find_decision (ends.test, ends.person));

  two_ends_init (&apart);
  end_referral (apart.test, &completed, 1);
  end_referral (apart.other, &in_error, 2);
  merge_both_ways (apart.test, apart.other);
  due = find_decision (apart.test, apart.person);
  g_assert_nonnull (due);
}

static DolenReferral *
read_referral (CaseworkTest *test, const TwoEnds *ends)
{
  return dolen_caseload_get_referral (caseload (test), ends->referral);
}

/* @which is right; the other copy hears of it and asks nobody again. */
static void
decide (TwoEnds *ends, guint which, DolenReferralState expected)
{
  g_autoptr (DolenDue) due = NULL;
  g_autoptr (DolenReferral) referral = NULL;
  DolenMergeResult again;
  GError *error = NULL;

  two_ends_init (ends);
  end_referral (ends->test, &completed, 1);
  end_referral (ends->other, &declined, NEXT_DAY);
  merge_both_ways (ends->test, ends->other);
  due = find_decision (ends->test, ends->person);
  g_assert_false (dolen_casework_referral_decide (
      ends->test->casework, due->follow_up->uid, 2, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  dolen_casework_referral_decide (
      ends->test->casework, due->follow_up->uid, which, "Rang the club", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (find_decision (ends->test, ends->person));
  merge_both_ways (ends->test, ends->other);
  g_assert_null (find_decision (ends->other, ends->person));
  again = merge_into (ends->test, ends->other);
  g_assert_cmpint (again.n_adopted, ==, 0);
  referral = read_referral (ends->test, ends);
  g_assert_cmpint (referral->state, ==, expected);
}

static void
test_left_as_it_is (void)
{
  g_auto (TwoEnds) ends = { NULL };
  g_autoptr (DolenReferral) referral = NULL;

  decide (&ends, 1, DOLEN_REFERRAL_DECLINED);
  referral = read_referral (ends.test, &ends);
  g_assert_cmpstr (referral->reason, ==, "full");
}

static void
test_the_other_is_right (void)
{
  g_auto (TwoEnds) ends = { NULL };
  g_autoptr (DolenReferral) referral = NULL;

  decide (&ends, 0, DOLEN_REFERRAL_COMPLETED);
  referral = read_referral (ends.test, &ends);
  g_assert_cmpstr (referral->completed_on, ==, "2026-11-03");
  g_assert_null (referral->declined_on);
  g_assert_null (referral->reason);
}

/* Any step that is recorded decides it too. */
static void
test_reopened_is_decided (void)
{
  g_auto (TwoEnds) ends = { NULL };
  GError *error = NULL;

  two_ends_init (&ends);
  end_referral (ends.test, &completed, 1);
  end_referral (ends.other, &declined, NEXT_DAY);
  merge_into (ends.test, ends.other);
  dolen_casework_referral_reopen (
      ends.test->casework, ends.referral, DOLEN_REFERRAL_SENT, "They still go", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (find_decision (ends.test, ends.person));
}

/* What was taken back is not asked about. */
static void
test_undone_ends_need_none (void)
{
  g_auto (TwoEnds) ends = { NULL };
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  two_ends_init (&ends);
  end_referral (ends.test, &completed, 1);
  merge_open (ends.other);
  merge_at_minute (2);
  dolen_casework_referral_step (ends.other->casework, ends.referral, &declined, &undo, &error);
  g_assert_no_error (error);
  dolen_casework_undo (ends.other->casework, undo, &error);
  g_assert_no_error (error);
  merge_both_ways (ends.test, ends.other);
  g_assert_null (find_decision (ends.test, ends.person));
}

#define ADD(name) g_test_add_func ("/casework/two-ends/" #name, test_##name)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (two_ends_need_a_decision);
  ADD (the_same_end_twice_needs_none);
  ADD (made_in_error_is_told_apart);
  ADD (left_as_it_is);
  ADD (the_other_is_right);
  ADD (reopened_is_decided);
  ADD (undone_ends_need_none);
  return g_test_run ();
}
