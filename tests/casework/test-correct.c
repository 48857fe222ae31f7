/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-concerns.h"
#include "casework/dolen-casework-correct.h"
#include "casework/dolen-subject-access.h"

#include <string.h>

/* Rectification: the earlier words stay, linked to what put them right. */

#define WRONG "Lives in Aberaeron"
#define RIGHT "Lives in Aberteifi"

static DolenEntry *
find_line (CaseworkTest *test, const char *person, const char *text)
{
  g_autoptr (GPtrArray) lines = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_ALL, -1, NULL);

  for (guint i = 0; i < lines->len; i++)
    if (g_strcmp0 (((DolenEntry *) lines->pdata[i])->text, text) == 0)
      return g_ptr_array_steal_index (lines, i);
  return NULL;
}

static char *
note_text (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) notes
             = dolen_caseload_list_records (dolen_casework_get_caseload (test->casework),
                                            &dolen_note_type,
                                            person,
                                            "kind != 'statement'");

  g_assert_cmpuint (notes->len, >, 0);
  return g_strdup (((DolenNote *) notes->pdata[0])->text);
}

static void
expect_note (CaseworkTest *test, const char *person, const char *text)
{
  g_autofree char *now = note_text (test, person);

  g_assert_cmpstr (now, ==, text);
}

static DolenUndo *
correct (CaseworkTest *test, const char *person, const char *from, const char *to)
{
  g_autoptr (DolenEntry) line = find_line (test, person, from);
  DolenUndo *undo = NULL;
  GError *error = NULL;

  g_assert_nonnull (line);
  dolen_casework_correct (test->casework, line->event, to, &undo, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undo);
  return undo;
}

static void
test_the_earlier_words_stay_marked (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");

  casework_test_note (test, person, WRONG);
  casework_test_days_later (1);
  dolen_undo_free (correct (test, person, WRONG, RIGHT));
  for (int i = 0; i < 2; i++) {
    g_autoptr (DolenEntry) earlier = find_line (test, person, WRONG);
    g_autoptr (DolenEntry) later = find_line (test, person, RIGHT);

    g_assert_cmpint (earlier->corrected_at, ==, dolen_time_now ());
    g_assert_cmpstr (earlier->corrected_by, ==, "Carys");
    g_assert_cmpstr (later->type, ==, DOLEN_EVENT_CORRECT);
    g_assert_cmpint (later->corrected_at, ==, 0);
    expect_note (test, person, RIGHT);
    casework_test_reopen (test);
  }
}

static void
test_undone_the_earlier_words_stand_again (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenUndo) undo = NULL;

  casework_test_note (test, person, WRONG);
  undo = correct (test, person, WRONG, RIGHT);
  casework_test_undo (test, undo);
  for (int i = 0; i < 2; i++) {
    g_autoptr (DolenEntry) earlier = find_line (test, person, WRONG);
    g_autoptr (DolenEntry) later = find_line (test, person, RIGHT);

    g_assert_cmpint (earlier->corrected_at, ==, 0);
    g_assert_true (later->undone);
    expect_note (test, person, WRONG);
    casework_test_reopen (test);
  }
}

static void
test_only_what_stands_is_corrected (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEntry) earlier = NULL;
  g_autoptr (DolenEntry) again = NULL;
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;

  casework_test_note (test, person, WRONG);
  dolen_undo_free (correct (test, person, WRONG, RIGHT));
  earlier = find_line (test, person, WRONG);
  left = dolen_casework_get_correctable (test->casework, earlier->event);
  g_assert_null (left);
  g_assert_false (dolen_casework_correct (test->casework, earlier->event, "x", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  again = find_line (test, person, RIGHT);
  g_assert_false (dolen_casework_correct (test->casework, again->event, " ", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (dolen_casework_correct (test->casework, again->event, RIGHT, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  dolen_undo_free (correct (test, person, RIGHT, "Lives in Llandysul"));
  expect_note (test, person, "Lives in Llandysul");
}

static void
test_a_concern_and_a_reason_of_a_referral (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenConcern) concern = dolen_concern_new (person);
  g_autoptr (DolenReferral) referral = casework_test_referral (person, DOLEN_REFERRAL);
  g_autoptr (DolenConcern) stored = NULL;
  g_autoptr (DolenReferral) ended = NULL;
  DolenCaseload *caseload;
  GError *error = NULL;

  concern->kind = g_strdup ("other");
  concern->text = g_strdup ("Said on Monday");
  dolen_casework_concern_raise (test->casework, concern, NULL, &error);
  dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
  dolen_casework_referral_record (test->casework,
                                  referral->uid,
                                  DOLEN_REFERRAL_DECLINED,
                                  NULL,
                                  "full",
                                  "Full till May",
                                  NULL,
                                  &error);
  g_assert_no_error (error);
  dolen_undo_free (correct (test, person, "Said on Monday", "Said on Tuesday"));
  dolen_undo_free (correct (test, person, "Full till May", "Full till March"));
  caseload = dolen_casework_get_caseload (test->casework);
  stored = dolen_caseload_get_record (caseload, &dolen_concern_type, concern->uid);
  g_assert_cmpstr (stored->text, ==, "Said on Tuesday");
  ended = dolen_caseload_get_referral (caseload, referral->uid);
  g_assert_cmpstr (ended->reason_note, ==, "Full till March");
  g_assert_cmpint (ended->state, ==, DOLEN_REFERRAL_DECLINED);
}

static void
test_a_statement_stands_beside_and_changes_nothing (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEntry) line = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  casework_test_note (test, person, WRONG);
  line = find_line (test, person, WRONG);
  dolen_casework_dispute (test->casework, line->event, "I never lived there", &undo, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 2; i++) {
    g_autoptr (DolenEntry) disputed = find_line (test, person, WRONG);
    g_autoptr (DolenEntry) statement = find_line (test, person, "I never lived there");

    g_assert_cmpstr (disputed->disputed, ==, "I never lived there");
    g_assert_cmpint (disputed->corrected_at, ==, 0);
    g_assert_cmpstr (statement->type, ==, DOLEN_EVENT_DISPUTE);
    expect_note (test, person, WRONG);
    casework_test_reopen (test);
  }
  casework_test_undo (test, undo);
  g_clear_pointer (&line, dolen_entry_free);
  line = find_line (test, person, WRONG);
  g_assert_null (line->disputed);
}

static void
test_a_copy_holds_both (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenSubjectAccess) access = NULL;
  g_autoptr (DolenEntry) line = NULL;
  struct json_object *copy;
  const char *text;

  casework_test_note (test, person, WRONG);
  line = find_line (test, person, WRONG);
  g_assert_true (
      dolen_casework_dispute (test->casework, line->event, "I never lived there", NULL, NULL));
  dolen_undo_free (correct (test, person, WRONG, RIGHT));
  access = dolen_subject_access_new (test->casework, person, NULL);
  copy = dolen_subject_access_collect (access);
  text = json_object_to_json_string (copy);
  g_assert_nonnull (strstr (text, WRONG));
  g_assert_nonnull (strstr (text, RIGHT));
  g_assert_nonnull (strstr (text, "I never lived there"));
  /* And which is which: the correction names what it puts right. */
  g_assert_nonnull (strstr (text, line->event));
  json_object_put (copy);
}

#define ADD(name) g_test_add_func ("/casework/correct/" #name, test_##name)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (the_earlier_words_stay_marked);
  ADD (undone_the_earlier_words_stand_again);
  ADD (only_what_stands_is_corrected);
  ADD (a_concern_and_a_reason_of_a_referral);
  ADD (a_statement_stands_beside_and_changes_nothing);
  ADD (a_copy_holds_both);
  return g_test_run ();
}
