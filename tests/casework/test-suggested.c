/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "outgoing-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-answers.h"
#include "casework/dolen-casework-move.h"
#include "casework/dolen-casework-overrides.h"
#include "casework/dolen-casework-shortlist.h"
#include "casework/dolen-casework-tried.h"
#include "support/dolen-test.h"

/* What casework knows of a suggestion: rules set aside, what was tried, the shortlist, how groups
 * answered. The clock stands at 3 November 2026. */

#define CANARY "Caneriawgrym"
#define CLWB "9a4f6b0e-7f1e-4d2e-9c70-3f6a2c1d0001"
#define COR "9a4f6b0e-7f1e-4d2e-9c70-3f6a2c1d0002"

/* ---- rules set aside ---- */

static DolenRuleOverride *
override_of (const char *person)
{
  DolenRuleOverride *override = dolen_rule_override_new (person, CLWB, "");

  override->service_name = g_strdup ("Clwb Cinio");
  override->reason = g_strdup ("His son comes along " CANARY);
  return override;
}

static void
test_a_rule_is_set_aside_with_a_reason (void)
{
  static const char *const criteria[] = { "age", "listing", NULL };
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenRuleOverride) override = override_of (person);
  g_autoptr (GPtrArray) standing = NULL;
  g_autofree char *said = NULL;
  DolenUndo *undo = NULL;
  GError *error = NULL;

  dolen_casework_override_add (test->casework, override, criteria, &undo, &error);
  g_assert_no_error (error);
  standing = dolen_caseload_list_overrides (outgoing_caseload (test), person, CLWB);
  g_assert_cmpuint (standing->len, ==, 2);
  said = dolen_rule_override_say (standing->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (
      said, ==, "Suggested all the same: Carys, 3 November 2026: His son comes along " CANARY);
  g_assert_false (dolen_casework_override_add (test->casework, override, criteria, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_clear_pointer (&standing, g_ptr_array_unref);
  outgoing_undo (test, undo);
  standing = dolen_caseload_list_overrides (outgoing_caseload (test), person, NULL);
  g_assert_cmpuint (standing->len, ==, 0);
}

static void
test_no_rule_is_set_aside_without_a_reason (void)
{
  static const char *const criteria[] = { "age", NULL };
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenRuleOverride) override = override_of (person);
  GError *error = NULL;

  g_free (override->reason);
  override->reason = g_strdup ("  ");
  g_assert_false (dolen_casework_override_add (test->casework, override, criteria, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
}

static void
test_the_rules_hold_again (void)
{
  static const char *const criteria[] = { "age", NULL };
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenRuleOverride) override = override_of (person);
  g_autoptr (GPtrArray) standing = NULL;
  DolenUndo *undo = NULL;

  g_assert_true (dolen_casework_override_add (test->casework, override, criteria, NULL, NULL));
  g_assert_true (dolen_casework_override_end (test->casework, person, CLWB, &undo, NULL));
  g_assert_false (dolen_casework_override_end (test->casework, person, CLWB, NULL, NULL));
  standing = dolen_caseload_list_overrides (outgoing_caseload (test), person, CLWB);
  g_assert_cmpuint (standing->len, ==, 0);
  g_clear_pointer (&standing, g_ptr_array_unref);
  outgoing_undo (test, undo);
  standing = dolen_caseload_list_overrides (outgoing_caseload (test), person, CLWB);
  g_assert_cmpuint (standing->len, ==, 1);
}

/* ---- what was tried ---- */

static gboolean
was_tried (CaseworkTest *test, const char *person, const char *service)
{
  g_autoptr (DolenTried) tried
             = dolen_caseload_find_tried (outgoing_caseload (test), person, service);

  return tried != NULL;
}

static void
end_referral (CaseworkTest *test, const char *person, DolenReferralState state, const char *reason)
{
  g_autofree char *referral = outgoing_send (test, person, CLWB, FALSE);

  if (state == DOLEN_REFERRAL_LEFT_EARLY)
    outgoing_record (test, referral, DOLEN_REFERRAL_STARTED, NULL);
  outgoing_record (test, referral, state, reason);
  casework_test_days_later (1);
}

static void
test_what_became_of_referrals_is_what_was_tried (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");

  end_referral (test, person, DOLEN_REFERRAL_LEFT_EARLY, "unwell");
  g_assert_false (was_tried (test, person, CLWB));
  end_referral (test, person, DOLEN_REFERRAL_DECLINED, "full");
  g_assert_false (was_tried (test, person, CLWB));
  end_referral (test, person, DOLEN_REFERRAL_DID_NOT_START, "changed-mind");
  g_assert_true (was_tried (test, person, CLWB));
  end_referral (test, person, DOLEN_REFERRAL_LEFT_EARLY, "did-not-like");
  g_assert_true (was_tried (test, person, CLWB));
  g_assert_false (was_tried (test, person, COR));
  /* They went again, and finished: that one counts. */
  end_referral (test, person, DOLEN_REFERRAL_COMPLETED, NULL);
  g_assert_false (was_tried (test, person, CLWB));
}

static void
test_how_it_is_said (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenTried) tried = NULL;
  g_autofree char *said = NULL;

  end_referral (test, person, DOLEN_REFERRAL_DID_NOT_START, "cost");
  tried = dolen_caseload_find_tried (outgoing_caseload (test), person, CLWB);
  said = dolen_tried_say (tried, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (said, ==, "Tried, 3 November 2026: did not start: the cost");
}

static void
test_a_plain_mark (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenNotForThem) mark = dolen_not_for_them_new (person, COR);
  g_autoptr (DolenTried) tried = NULL;
  g_autofree char *said = NULL;
  DolenUndo *undo = NULL;
  GError *error = NULL;

  mark->service_name = g_strdup ("Côr Aeron");
  g_assert_false (dolen_casework_unwanted_mark (test->casework, mark, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  mark->reason = g_strdup ("did-not-like");
  mark->note = g_strdup (CANARY);
  dolen_casework_unwanted_mark (test->casework, mark, &undo, &error);
  g_assert_no_error (error);
  g_assert_false (dolen_casework_unwanted_mark (test->casework, mark, NULL, NULL));
  tried = dolen_caseload_find_tried (outgoing_caseload (test), person, COR);
  said = dolen_tried_say (tried, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (said, ==, "Not for them, 3 November 2026: did not like it");
  outgoing_undo (test, undo);
  g_assert_false (was_tried (test, person, COR));
  g_assert_true (dolen_casework_unwanted_mark (test->casework, mark, NULL, NULL));
  g_assert_true (dolen_casework_unwanted_end (test->casework, person, COR, NULL, NULL));
  g_assert_false (was_tried (test, person, COR));
  g_assert_false (dolen_casework_unwanted_end (test->casework, person, COR, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

/* ---- the shortlist ---- */

static void
put_on_shortlist (CaseworkTest *test, const char *person, const char *service, const char *word)
{
  g_autoptr (DolenShortlisted) shortlisted = dolen_shortlisted_new (person, service);
  GError *error = NULL;

  shortlisted->service_name = g_strdup ("Clwb");
  shortlisted->word = g_strdup (word);
  dolen_casework_shortlist_add (test->casework, shortlisted, NULL, &error);
  g_assert_no_error (error);
  casework_test_days_later (1);
}

static char *
say_shortlist (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) list = dolen_caseload_list_shortlist (outgoing_caseload (test), person);
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    const DolenShortlisted *each = g_ptr_array_index (list, i);

    g_string_append_printf (said,
                            "%s%s=%s%s",
                            i > 0 ? " " : "",
                            each->service + 32,
                            each->word != NULL ? each->word : "",
                            each->interim ? "*" : "");
  }
  return g_string_free (said, FALSE);
}

static void
assert_shortlist (CaseworkTest *test, const char *person, const char *expected)
{
  g_autofree char *said = say_shortlist (test, person);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_the_shortlist_outlives_a_lock (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenShortlisted) twice = dolen_shortlisted_new (person, COR);
  DolenUndo *undo = NULL;
  GError *error = NULL;

  put_on_shortlist (test, person, COR, "sings");
  put_on_shortlist (test, person, CLWB, NULL);
  g_assert_false (dolen_casework_shortlist_add (test->casework, twice, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  casework_test_reopen (test);
  assert_shortlist (test, person, "0002=sings 0001=");
  g_assert_true (
      dolen_casework_shortlist_set (test->casework, person, CLWB, "near", TRUE, &undo, NULL));
  assert_shortlist (test, person, "0002=sings 0001=near*");
  outgoing_undo (test, undo);
  assert_shortlist (test, person, "0002=sings 0001=");
  g_assert_true (dolen_casework_shortlist_remove (test->casework, person, COR, &undo, NULL));
  assert_shortlist (test, person, "0001=");
  outgoing_undo (test, undo);
  assert_shortlist (test, person, "0002=sings 0001=");
  g_assert_true (dolen_casework_shortlist_remove (test->casework, person, COR, NULL, NULL));
  casework_test_reopen (test);
  assert_shortlist (test, person, "0001=");
  g_assert_false (dolen_casework_shortlist_remove (test->casework, person, COR, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  put_on_shortlist (test, person, COR, "again");
  casework_test_reopen (test);
  assert_shortlist (test, person, "0001= 0002=again");
}

/* The id of the oldest entry of a type. */
static char *
find_entry (CaseworkTest *test, const char *person, const char *type)
{
  g_autoptr (GPtrArray) lines = dolen_caseload_list_timeline (
      outgoing_caseload (test), person, DOLEN_ENTRY_ALL, -1, NULL);

  for (guint i = lines->len; i > 0; i--)
    if (g_str_equal (((DolenEntry *) lines->pdata[i - 1])->type, type))
      return g_strdup (((DolenEntry *) lines->pdata[i - 1])->event);
  g_assert_not_reached ();
}

/* What was taken off and put back by undo does not bring back words that were taken out. */
static void
test_words_taken_out_stay_out (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *entry = NULL;
  DolenUndo *undo = NULL;
  GError *error = NULL;

  put_on_shortlist (test, person, COR, CANARY);
  g_assert_true (dolen_casework_shortlist_remove (test->casework, person, COR, &undo, NULL));
  outgoing_undo (test, undo);
  assert_shortlist (test, person, "0002=" CANARY);
  entry = find_entry (test, person, DOLEN_EVENT_SHORTLIST_ADD);
  dolen_casework_redact (test->casework, entry, "not theirs", &error);
  g_assert_no_error (error);
  assert_shortlist (test, person, "");
  casework_test_reopen (test);
  assert_shortlist (test, person, "");
}

static void
test_nothing_of_it_is_on_disk_in_plain (void)
{
  static const char *const criteria[] = { "age", NULL };
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenRuleOverride) override = override_of (person);
  g_autoptr (DolenNotForThem) mark = dolen_not_for_them_new (person, COR);

  put_on_shortlist (test, person, COR, CANARY);
  g_assert_true (dolen_casework_override_add (test->casework, override, criteria, NULL, NULL));
  mark->service_name = g_strdup (CANARY);
  mark->reason = g_strdup ("other");
  g_assert_true (dolen_casework_unwanted_mark (test->casework, mark, NULL, NULL));
  dolen_casework_lock (test->casework);
  g_assert_null (dolen_test_find_in_tree (test->folder, CANARY));
  g_assert_null (dolen_test_find_in_tree (test->folder, COR));
}

static void
test_erased_with_the_person (void)
{
  static const char *const criteria[] = { "age", NULL };
  static const DolenRecordType *const types[]
      = { &dolen_rule_override_type, &dolen_not_for_them_type, &dolen_shortlisted_type };
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenRuleOverride) override = override_of (person);
  g_autoptr (DolenNotForThem) mark = dolen_not_for_them_new (person, COR);

  put_on_shortlist (test, person, COR, NULL);
  g_assert_true (dolen_casework_override_add (test->casework, override, criteria, NULL, NULL));
  mark->service_name = g_strdup ("Côr");
  mark->reason = g_strdup ("other");
  g_assert_true (dolen_casework_unwanted_mark (test->casework, mark, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GPtrArray) all
               = dolen_caseload_list_records (outgoing_caseload (test), types[i], NULL, NULL);
    g_assert_cmpuint (all->len, ==, 1);
  }
  g_assert_true (dolen_casework_person_erase (test->casework, person, "asked", NULL));
  casework_test_reopen (test);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GPtrArray) all
               = dolen_caseload_list_records (outgoing_caseload (test), types[i], NULL, NULL);
    g_assert_cmpuint (all->len, ==, 0);
  }
}

/* What was entered in the wrong record goes to the right one, whole. */
static void
test_written_of_the_wrong_person_it_moves (void)
{
  static const char *const criteria[] = { "age", "listing", NULL };
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *wrong = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *right = casework_test_add_person (test, "Bob Hughes");
  g_autoptr (DolenRuleOverride) override = override_of (wrong);
  g_autoptr (DolenNotForThem) mark = dolen_not_for_them_new (wrong, COR);
  g_autoptr (GPtrArray) standing = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *uid = NULL;
  const char *record = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_override_add (test->casework, override, criteria, NULL, NULL));
  lines = dolen_caseload_list_timeline (
      outgoing_caseload (test), wrong, DOLEN_ENTRY_REFERRALS, 1, NULL);
  g_assert_true (dolen_casework_find_entry_record (
      test->casework, ((DolenEntry *) lines->pdata[0])->event, &record, &uid));
  g_assert_cmpstr (record, ==, "rule_override");
  mark->service_name = g_strdup ("Côr");
  mark->reason = g_strdup ("other");
  g_assert_true (dolen_casework_unwanted_mark (test->casework, mark, NULL, NULL));
  dolen_casework_record_move (test->casework, "rule_override", uid, right, "Bob", &error);
  g_assert_no_error (error);
  dolen_casework_record_move (test->casework, "not_for_them", mark->uid, right, "Bob", &error);
  g_assert_no_error (error);
  casework_test_reopen (test);
  standing = dolen_caseload_list_overrides (outgoing_caseload (test), wrong, NULL);
  g_assert_cmpuint (standing->len, ==, 0);
  g_clear_pointer (&standing, g_ptr_array_unref);
  standing = dolen_caseload_list_overrides (outgoing_caseload (test), right, CLWB);
  g_assert_cmpuint (standing->len, ==, 2);
  g_assert_false (was_tried (test, wrong, COR));
  g_assert_true (was_tried (test, right, COR));
}

/* ---- how groups answered ---- */

static DolenAnswers *
read_answers (CaseworkTest *test)
{
  g_autofree char *today = dolen_date_today ();
  GError *error = NULL;
  DolenAnswers *answers = dolen_caseload_read_answers (outgoing_caseload (test), today, &error);

  g_assert_no_error (error);
  return answers;
}

static void
answer_after (
    CaseworkTest *test, const char *person, int days, DolenReferralState state, const char *reason)
{
  g_autofree char *referral = outgoing_send (test, person, CLWB, FALSE);

  outgoing_days_later (days);
  if (state != DOLEN_REFERRAL_SENT)
    outgoing_record (test, referral, state, reason);
}

static void
test_how_a_group_answered (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenAnswers) answers = NULL;
  g_autoptr (DolenAnswers) later = NULL;
  g_autofree char *said = NULL;
  const DolenAnswer *answer;

  answer_after (test, person, 2, DOLEN_REFERRAL_ACCEPTED, NULL);
  answer_after (test, person, 9, DOLEN_REFERRAL_STARTED, NULL);
  answer_after (test, person, 4, DOLEN_REFERRAL_DECLINED, "full");
  answer_after (test, person, 1, DOLEN_REFERRAL_CANCELLED, "no-longer"); /* not counted */
  answer_after (test, person, 3, DOLEN_REFERRAL_IN_ERROR, "twice");      /* not there at all */
  answer_after (test, person, 20, DOLEN_REFERRAL_WAITING, NULL);
  answer_after (test, person, 0, DOLEN_REFERRAL_SENT, NULL); /* may be answered yet */
  answers = read_answers (test);
  answer = dolen_answers_find (answers, CLWB);
  g_assert_cmpint (answer->asked, ==, 4);
  g_assert_cmpint (answer->answered, ==, 4);
  g_assert_cmpint (answer->accepted, ==, 3);
  g_assert_cmpint (answer->started, ==, 1);
  g_assert_cmpint (answer->median_days, ==, 4);
  g_assert_cmpuint (answer->sent->len, ==, 6);
  g_assert_false (dolen_answer_is_known (answer));
  outgoing_days_later (DOLEN_ANSWER_DAYS + 1);
  later = read_answers (test);
  answer = dolen_answers_find (later, CLWB);
  g_assert_cmpint (answer->asked, ==, 5);
  said = dolen_answer_say (answer, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (said, ==, "Answered 4 of 5 referrals, half of them within 4 days");
}

static void
test_signposting_asks_for_no_answer (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) given = casework_test_referral (person, DOLEN_SIGNPOSTING);
  g_autoptr (DolenAnswers) answers = NULL;
  const DolenAnswer *answer;

  g_free (given->service);
  given->service = g_strdup (CLWB);
  g_assert_true (dolen_casework_referral_send (test->casework, given, NULL, NULL, NULL));
  outgoing_days_later (60);
  answers = read_answers (test);
  answer = dolen_answers_find (answers, CLWB);
  g_assert_cmpint (answer->asked, ==, 0);
  g_assert_cmpuint (answer->sent->len, ==, 1);
  g_assert_cmpint (dolen_answer_sent_since (answer, "2027-01-02", 60), ==, 1);
  g_assert_cmpint (dolen_answer_sent_since (answer, "2027-01-02", 59), ==, 0);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/casework/suggested/override", test_a_rule_is_set_aside_with_a_reason);
  g_test_add_func ("/casework/suggested/reason", test_no_rule_is_set_aside_without_a_reason);
  g_test_add_func ("/casework/suggested/again", test_the_rules_hold_again);
  g_test_add_func ("/casework/suggested/tried", test_what_became_of_referrals_is_what_was_tried);
  g_test_add_func ("/casework/suggested/said", test_how_it_is_said);
  g_test_add_func ("/casework/suggested/mark", test_a_plain_mark);
  g_test_add_func ("/casework/suggested/shortlist", test_the_shortlist_outlives_a_lock);
  g_test_add_func ("/casework/suggested/words", test_words_taken_out_stay_out);
  g_test_add_func ("/casework/suggested/canary", test_nothing_of_it_is_on_disk_in_plain);
  g_test_add_func ("/casework/suggested/erased", test_erased_with_the_person);
  g_test_add_func ("/casework/suggested/move", test_written_of_the_wrong_person_it_moves);
  g_test_add_func ("/casework/suggested/answers", test_how_a_group_answered);
  g_test_add_func ("/casework/suggested/signposting", test_signposting_asks_for_no_answer);
  return g_test_run ();
}
