/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "merge-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-correct.h"
#include "casework/dolen-casework-gaps.h"
#include "casework/dolen-casework-move.h"
#include "support/dolen-test.h"

/* What was looked for and not found: once for each need and spell of support, sealed with the
 * person, gone with them. The clock stands at 3 November 2026. */

#define CANARY "Caneribwlch"

static DolenCaseload *
caseload (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static DolenGap *
debt_in (const char *person, const char *place)
{
  DolenGap *gap = dolen_gap_new (person, NULL, "need", "debt");

  gap->name = g_strdup ("Debt advice " CANARY);
  gap->name_cy = g_strdup ("Cyngor ar ddyled");
  dolen_gap_set_place (gap, place);
  return gap;
}

static gboolean
note (CaseworkTest *test,
      const char *person,
      const char *kind,
      const char *term,
      DolenUndo **undo,
      GError **error)
{
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_gap_free);
  DolenGap *gap = debt_in (person, "SA48 7AA");

  g_free (gap->kind);
  gap->kind = g_strdup (kind);
  g_free (gap->term);
  gap->term = g_strdup (term);
  g_ptr_array_add (gaps, gap);
  return dolen_casework_gaps_note (test->casework, person, gaps, undo, error);
}

static void
note_debt (CaseworkTest *test, const char *person, DolenUndo **undo)
{
  GError *error = NULL;

  note (test, person, "need", "debt", undo, &error);
  g_assert_no_error (error);
}

static guint
count_gaps (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) gaps = dolen_caseload_list_gaps (caseload (test), person);

  return gaps->len;
}

/* The id of the newest entry of a type. */
static char *
find_entry (CaseworkTest *test, const char *person, const char *type)
{
  g_autoptr (GPtrArray) lines
             = dolen_caseload_list_timeline (caseload (test), person, DOLEN_ENTRY_ALL, -1, NULL);

  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((DolenEntry *) lines->pdata[i])->type, type))
      return g_strdup (((DolenEntry *) lines->pdata[i])->event);
  return NULL;
}

static void
test_where_is_no_finer_than_a_district (void)
{
  g_autoptr (DolenGap) gap = debt_in ("p", "sa487aa");
  g_autofree char *said = dolen_gap_say (gap, DOLEN_LANGUAGE_EN);

  g_assert_cmpstr (gap->district, ==, "SA48");
  g_assert_cmpstr (gap->area, ==, "Ceredigion");
  g_assert_cmpstr (said, ==, "Debt advice " CANARY ", SA48");
  dolen_gap_set_place (gap, "Llandysul");
  g_assert_null (gap->district);
  g_assert_cmpstr (gap->area, ==, "Ceredigion");
  dolen_gap_set_place (gap, NULL);
  g_assert_null (gap->area);
  g_clear_pointer (&said, g_free);
  said = dolen_gap_say (gap, DOLEN_LANGUAGE_CY);
  g_assert_cmpstr (said, ==, "Cyngor ar ddyled");
}

static void
test_once_for_each_need_and_spell (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenUndo) undo = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  GError *error = NULL;

  note_debt (test, person, &undo);
  said = dolen_undo_sentence (undo, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (said, ==, "Gap noted");
  g_assert_false (note (test, person, "need", "debt", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (note (test, person, "interest", "debt", NULL, NULL));
  gaps = dolen_caseload_list_gaps (caseload (test), person);
  g_assert_cmpuint (gaps->len, ==, 2);
  g_assert_cmpstr (((DolenGap *) gaps->pdata[0])->on, ==, "2026-11-03");
  g_assert_nonnull (((DolenGap *) gaps->pdata[0])->episode);
  g_assert_true (dolen_caseload_has_gap (caseload (test), person, "need", "debt"));
  g_assert_false (dolen_caseload_has_gap (caseload (test), person, "need", "housing"));

  /* Another spell of support may meet it again. */
  dolen_db_exec (dolen_caseload_get_db (caseload (test)),
                 "UPDATE episode SET uid = '00000000-0000-4000-8000-000000000001'",
                 &error);
  g_assert_no_error (error);
  g_assert_false (dolen_caseload_has_gap (caseload (test), person, "need", "debt"));
  note_debt (test, person, NULL);
  g_assert_cmpuint (count_gaps (test, person), ==, 3);
}

static void
test_undo_and_again (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenUndo) undo = NULL;

  note_debt (test, person, &undo);
  casework_test_undo (test, undo);
  g_assert_cmpuint (count_gaps (test, person), ==, 0);
  note_debt (test, person, NULL);
  casework_test_reopen (test);
  g_assert_cmpuint (count_gaps (test, person), ==, 1);
}

static void
test_it_stands_in_the_timeline (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *title = NULL;
  const DolenEntry *entry;

  note_debt (test, person, NULL);
  lines = dolen_caseload_list_timeline (caseload (test), person, DOLEN_ENTRY_REFERRALS, -1, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  entry = g_ptr_array_index (lines, 0);
  title = dolen_entry_title (entry, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (title, ==, "Looked for and not found");
  g_assert_cmpstr (entry->text, ==, "Debt advice " CANARY ", SA48");
}

static void
test_redacted_and_erased_it_is_gone (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *anwen = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *bob = casework_test_add_person (test, "Bob Hughes");
  g_autofree char *entry = NULL;
  GError *error = NULL;

  note_debt (test, anwen, NULL);
  note_debt (test, bob, NULL);
  entry = find_entry (test, anwen, DOLEN_EVENT_GAP_NOTE);
  dolen_casework_redact (test->casework, entry, "not theirs", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_gaps (test, anwen), ==, 0);
  dolen_casework_person_erase (test->casework, bob, "asked", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_gaps (test, bob), ==, 0);
  casework_test_reopen (test);
  g_assert_cmpuint (count_gaps (test, anwen), ==, 0);
  g_assert_cmpuint (count_gaps (test, NULL), ==, 0);
}

static void
test_noted_of_the_wrong_person_all_of_them_move (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *wrong = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *right = casework_test_add_person (test, "Bob Hughes");
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_gap_free);
  g_autoptr (DolenEpisode) episode = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autofree char *entry = NULL;
  g_autofree char *uid = NULL;
  const char *record = NULL;
  GError *error = NULL;

  g_ptr_array_add (gaps, debt_in (wrong, "SA48"));
  g_ptr_array_add (gaps, dolen_gap_new (wrong, NULL, "interest", "singing"));
  dolen_casework_gaps_note (test->casework, wrong, gaps, NULL, &error);
  g_assert_no_error (error);
  entry = find_entry (test, wrong, DOLEN_EVENT_GAP_NOTE);
  g_assert_true (dolen_casework_find_entry_record (test->casework, entry, &record, &uid));
  g_assert_cmpstr (record, ==, "gap");
  dolen_casework_record_move (test->casework, record, uid, right, "of Bob", &error);
  g_assert_no_error (error);
  casework_test_reopen (test);
  g_assert_cmpuint (count_gaps (test, wrong), ==, 0);
  moved = dolen_caseload_list_gaps (caseload (test), right);
  episode = dolen_caseload_get_open_episode (caseload (test), right);
  g_assert_cmpuint (moved->len, ==, 2);
  g_assert_cmpstr (((DolenGap *) moved->pdata[0])->episode, ==, episode->uid);
  g_assert_true (dolen_caseload_has_gap (caseload (test), right, "interest", "singing"));
}

static void
test_noted_on_two_computers_it_is_one (void)
{
  g_autoptr (CaseworkTest) here = casework_test_new ();
  g_autofree char *person = casework_test_add_person (here, "Anwen Puw");
  g_autoptr (CaseworkTest) there = NULL;

  dolen_casework_lock (here->casework);
  there = casework_test_clone (here, merge_files, MERGE_WITHOUT_DEVICE);
  merge_at_minute (1);
  merge_open (here);
  note_debt (here, person, NULL);
  dolen_casework_lock (here->casework);
  merge_at_minute (2);
  merge_open (there);
  note_debt (there, person, NULL);
  dolen_casework_lock (there->casework);
  merge_both_ways (here, there);
  g_assert_cmpuint (count_gaps (here, person), ==, 1);
  g_assert_cmpuint (count_gaps (there, person), ==, 1);
}

static void
test_nothing_of_it_is_on_disk_in_plain (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenGapGroup) group = dolen_gap_group_new ("need", "debt", "SA48");

  note_debt (test, person, NULL);
  group->state = DOLEN_GAP_IDEA;
  group->note = g_strdup (CANARY " in the library");
  g_assert_true (dolen_casework_gap_group_set (test->casework, group, NULL, NULL));
  dolen_casework_lock (test->casework);
  g_assert_null (dolen_test_find_in_tree (test->folder, CANARY));
  g_assert_null (dolen_test_find_in_tree (test->folder, "SA48"));
}

/* ---- what came of them ---- */

static void
assert_group (CaseworkTest *test, DolenGapState state, const char *note)
{
  g_autoptr (DolenGapGroup) found
             = dolen_caseload_find_gap_group (caseload (test), "need", "debt", "SA48");

  g_assert_nonnull (found);
  g_assert_cmpint (found->state, ==, state);
  g_assert_cmpstr (found->note, ==, note);
}

static void
test_an_idea_and_a_group_started (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenGapGroup) group = dolen_gap_group_new ("need", "debt", "SA48");
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  group->state = DOLEN_GAP_IDEA;
  g_assert_false (dolen_casework_gap_group_set (test->casework, group, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  group->note = g_strdup ("A surgery in the library");
  dolen_casework_gap_group_set (test->casework, group, NULL, &error);
  g_assert_no_error (error);
  group->state = DOLEN_GAP_STARTED;
  g_assert_false (dolen_casework_gap_group_set (test->casework, group, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  group->service = g_strdup ("00000000-0000-4000-8000-000000000002");
  dolen_casework_gap_group_set (test->casework, group, &undo, &error);
  g_assert_no_error (error);
  casework_test_reopen (test);
  assert_group (test, DOLEN_GAP_STARTED, "A surgery in the library");
  casework_test_undo (test, undo);
  assert_group (test, DOLEN_GAP_IDEA, "A surgery in the library");
}

static guint
count_who_looked (CaseworkTest *test, const char *where)
{
  g_autoptr (GPtrArray) people
             = dolen_caseload_list_who_looked (caseload (test), "need", "debt", where);

  return people->len;
}

/* When a group is started: whom to tell. */
static void
test_who_looked_for_it (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *anwen = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *bob = casework_test_add_person (test, "Bob Hughes");

  note_debt (test, anwen, NULL);
  g_assert_cmpuint (count_who_looked (test, "SA48"), ==, 1);
  g_assert_cmpuint (count_who_looked (test, "Ceredigion"), ==, 1);
  g_assert_cmpuint (count_who_looked (test, "SY23"), ==, 0);
  note_debt (test, bob, NULL);
  g_assert_cmpuint (count_who_looked (test, NULL), ==, 2);
  g_assert_true (dolen_casework_died (test->casework, bob, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (count_who_looked (test, NULL), ==, 1);
}

static void
test_an_idea_outlives_who_met_the_gap (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenGapGroup) group = dolen_gap_group_new ("need", "debt", "SA48");

  note_debt (test, person, NULL);
  group->state = DOLEN_GAP_IDEA;
  group->note = g_strdup ("A surgery in the library");
  g_assert_true (dolen_casework_gap_group_set (test->casework, group, NULL, NULL));
  g_assert_true (dolen_casework_person_erase (test->casework, person, "asked", NULL));
  casework_test_reopen (test);
  assert_group (test, DOLEN_GAP_IDEA, "A surgery in the library");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/casework/gaps/district", test_where_is_no_finer_than_a_district);
  g_test_add_func ("/casework/gaps/once", test_once_for_each_need_and_spell);
  g_test_add_func ("/casework/gaps/undo", test_undo_and_again);
  g_test_add_func ("/casework/gaps/timeline", test_it_stands_in_the_timeline);
  g_test_add_func ("/casework/gaps/gone", test_redacted_and_erased_it_is_gone);
  g_test_add_func ("/casework/gaps/move", test_noted_of_the_wrong_person_all_of_them_move);
  g_test_add_func ("/casework/gaps/merge", test_noted_on_two_computers_it_is_one);
  g_test_add_func ("/casework/gaps/canary", test_nothing_of_it_is_on_disk_in_plain);
  g_test_add_func ("/casework/gaps/group", test_an_idea_and_a_group_started);
  g_test_add_func ("/casework/gaps/looked", test_who_looked_for_it);
  g_test_add_func ("/casework/gaps/outlives", test_an_idea_outlives_who_met_the_gap);
  return g_test_run ();
}
