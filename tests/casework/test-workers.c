/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "team-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-backup.h"
#include "casework/dolen-casework-encounters.h"
#include "casework/dolen-casework-merge.h"
#include "casework/dolen-subject-access.h"
#include "support/dolen-test.h"

#include <string.h>

/* Who may open the case records. */

/* ---- several on one machine ---- */

static void
test_each_opens_it_with_their_own_passphrase (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEncounter) call = dolen_encounter_new (person);
  g_autoptr (GPtrArray) line = NULL;
  g_autoptr (GPtrArray) calls = NULL;
  const DolenEntry *entry;

  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Carys");
  g_assert_cmpint (dolen_casework_get_worker (test->casework)->role, ==, DOLEN_ROLE_LEAD);
  team_enter (test, TEAM_ELIN);
  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Elin");
  casework_test_note (test, person, "rang");
  g_assert_true (dolen_casework_contact_add (test->casework, call, NULL, NULL, NULL));
  team_enter (test, TEAM_HUW);
  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Huw");
  team_expect_shut (test, "neither of them");
  team_enter (test, CASEWORK_PASSPHRASE);
  /* Whoever did it stands beside it, whatever name the preferences have. */
  line = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_NOTES, -1, NULL);
  entry = line->pdata[0];
  g_assert_cmpstr (entry->author, ==, "Elin");
  calls = dolen_caseload_list_records (
      dolen_casework_get_caseload (test->casework), &dolen_encounter_type, person, NULL);
  g_assert_cmpstr (((DolenEncounter *) calls->pdata[0])->worker, ==, "Elin");
}

static void
test_no_name_stands_in_the_open (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *found = NULL;

  team_add_worker (test, "Rhydderch Canari", DOLEN_ROLE_WORKER, TEAM_ELIN);
  dolen_casework_lock (test->casework);
  found = dolen_test_find_in_tree (test->folder, "Rhydderch");
  g_assert_cmpstr (found, ==, NULL);
  found = dolen_test_find_in_tree (test->folder, "Carys");
  g_assert_cmpstr (found, ==, NULL);
}

static void
test_two_cannot_have_one_passphrase (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  DolenPassphraseAct add
      = { DOLEN_PASSPHRASE_ADD, NULL, "Mair", DOLEN_ROLE_WORKER, NULL, TEAM_ELIN };
  DolenPassphraseAct change
      = { DOLEN_PASSPHRASE_CHANGE, .current = TEAM_HUW, .passphrase = TEAM_ELIN };
  GError *error = NULL;

  team_expect_not_allowed (dolen_casework_passphrase_act_sync (test->casework, &add, &error),
                           &error);
  team_enter (test, TEAM_HUW);
  team_expect_not_allowed (dolen_casework_passphrase_act_sync (test->casework, &change, &error),
                           &error);
  team_enter (test, TEAM_HUW);
}

static void
test_a_weak_passphrase_is_refused (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  DolenPassphraseAct act = { DOLEN_PASSPHRASE_ADD, NULL, "Mair", 0, NULL, "password1" };
  GError *error = NULL;

  g_assert_false (dolen_casework_passphrase_act_sync (test->casework, &act, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  act.name = " ";
  act.passphrase = TEAM_ELIN;
  g_assert_false (dolen_casework_passphrase_act_sync (test->casework, &act, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
}

static void
test_a_change_asks_for_ones_own_current_passphrase (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  DolenPassphraseAct act = { DOLEN_PASSPHRASE_CHANGE, .current = CASEWORK_PASSPHRASE };
  GError *error = NULL;

  act.passphrase = "gwylan wen ar do sinc";
  team_enter (test, TEAM_ELIN);
  /* A colleague's opens the vault, but it is not hers. */
  g_assert_false (dolen_casework_passphrase_act_sync (test->casework, &act, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  act.current = TEAM_ELIN;
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &act, &error));
  g_assert_no_error (error);
  team_expect_shut (test, TEAM_ELIN);
  team_enter (test, "gwylan wen ar do sinc");
  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Elin");
  team_enter (test, CASEWORK_PASSPHRASE);
}

/* ---- roles ---- */

static void
test_only_a_lead_decides_who_may (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *carys = team_uid_of (test, "Carys");
  g_autofree char *huw = team_uid_of (test, "Huw");
  g_autoptr (DolenSecret) key = dolen_recovery_key_new ();
  DolenPassphraseAct add
      = { DOLEN_PASSPHRASE_ADD, NULL, "Mair", DOLEN_ROLE_WORKER, NULL, "gwylan wen ar do sinc" };
  DolenPassphraseAct reset = { DOLEN_PASSPHRASE_RESET, .passphrase = "gwylan wen ar do sinc" };
  DolenCasework *casework = test->casework;
  GError *error = NULL;

  reset.worker = carys;
  team_enter (test, TEAM_ELIN);
  g_assert_false (dolen_casework_is_lead (casework));
  team_expect_not_allowed (dolen_casework_passphrase_act_sync (casework, &add, &error), &error);
  team_expect_not_allowed (dolen_casework_passphrase_act_sync (casework, &reset, &error), &error);
  team_expect_not_allowed (
      dolen_casework_worker_set (casework, huw, "Huw", DOLEN_ROLE_LEAD, &error), &error);
  team_expect_not_allowed (dolen_casework_worker_remove (casework, huw, &error), &error);
  team_expect_not_allowed (dolen_casework_new_recovery_key (casework, key, &error), &error);
  team_expect_not_allowed (dolen_casework_list_audit (casework, &error) != NULL, &error);
}

static void
test_there_is_always_a_lead (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *carys = team_uid_of (test, "Carys");
  DolenCasework *casework = test->casework;
  GError *error = NULL;

  team_expect_not_allowed (
      dolen_casework_worker_set (casework, carys, "Carys", DOLEN_ROLE_WORKER, &error), &error);
  team_expect_not_allowed (dolen_casework_worker_remove (casework, carys, &error), &error);
  team_set_role (test, "Elin", DOLEN_ROLE_LEAD);
  team_enter (test, TEAM_ELIN);
  g_assert_true (dolen_casework_worker_remove (casework, carys, &error));
  g_assert_no_error (error);
  team_expect_shut (test, CASEWORK_PASSPHRASE);
}

static void
test_who_is_taken_away_opens_nothing (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *elin = team_uid_of (test, "Elin");
  GError *error = NULL;

  g_assert_true (dolen_casework_worker_remove (test->casework, elin, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dolen_casework_list_workers (test->casework)->len, ==, 2);
  team_expect_shut (test, TEAM_ELIN);
  team_enter (test, TEAM_HUW);
  g_assert_cmpint (dolen_casework_list_workers (test->casework)->len, ==, 2);
}

static void
test_nor_a_copy_that_hears_of_it (void)
{
  static const char *const files[] = { "casework.db", "keys.db" };
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (CaseworkTest) other = NULL;
  g_autofree char *elin = team_uid_of (test, "Elin");
  DolenMergeResult result;
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  other = casework_test_clone (test, files, G_N_ELEMENTS (files));
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_true (dolen_casework_worker_remove (test->casework, elin, &error));
  dolen_casework_lock (test->casework);
  team_enter (other, TEAM_HUW);
  g_assert_true (dolen_casework_merge_sync (other->casework, test->folder, &result, &error));
  g_assert_no_error (error);
  /* A worker is no person of the case records. */
  g_assert_cmpint (result.n_destroyed, ==, 0);
  g_assert_cmpuint (dolen_casework_list_workers (other->casework)->len, ==, 2);
  team_expect_shut (other, TEAM_ELIN);
}

/* Nobody any more, and so no lead either. */
static void
test_who_brings_in_that_they_are_gone_is_no_lead (void)
{
  static const char *const files[] = { "casework.db", "keys.db" };
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (CaseworkTest) other = NULL;
  g_autofree char *elin = team_uid_of (test, "Elin");
  DolenMergeResult result;
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  other = casework_test_clone (test, files, G_N_ELEMENTS (files));
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_true (dolen_casework_worker_remove (test->casework, elin, &error));
  dolen_casework_lock (test->casework);
  team_enter (other, TEAM_ELIN);
  g_assert_true (dolen_casework_merge_sync (other->casework, test->folder, &result, &error));
  g_assert_no_error (error);
  g_assert_null (dolen_casework_get_worker (other->casework));
  g_assert_false (dolen_casework_is_lead (other->casework));
}

static void
test_a_directory_editor_writes_no_record (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "note", "x");
  g_autoptr (GPtrArray) line = NULL;
  const DolenEntry *entry;
  GError *error = NULL;

  casework_test_note (test, person, "rang");
  team_set_role (test, "Huw", DOLEN_ROLE_EDITOR);
  team_enter (test, TEAM_HUW);
  line = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_NOTES, -1, NULL);
  entry = line->pdata[0];
  g_assert_true (dolen_casework_is_editor (test->casework));
  team_expect_not_allowed (dolen_casework_note_add (test->casework, note, NULL, &error), &error);
  team_expect_not_allowed (dolen_casework_person_erase (test->casework, person, "x", &error),
                           &error);
  team_expect_not_allowed (dolen_casework_redact (test->casework, entry->event, "x", &error),
                           &error);
  team_expect_not_allowed (dolen_subject_access_new (test->casework, person, &error) != NULL,
                           &error);
  /* A backup is everybody's, and is told of whoever is there. */
  g_assert_true (dolen_casework_backup_sync (test->casework, folder, NULL, &error));
  g_assert_no_error (error);
}

static void
test_each_change_stands_in_the_log (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (GPtrArray) log = NULL;
  const DolenAudit *newest;
  GError *error = NULL;

  team_set_role (test, "Huw", DOLEN_ROLE_EDITOR);
  casework_test_reopen (test);
  log = dolen_casework_list_audit (test->casework, &error);
  g_assert_no_error (error);
  g_assert_cmpint (log->len, ==, 3);
  newest = log->pdata[0];
  g_assert_cmpstr (newest->what, ==, DOLEN_AUDIT_WORKER_ROLE);
  g_assert_cmpstr (newest->about, ==, "Huw");
  g_assert_cmpstr (newest->author, ==, "Carys");
  g_assert_cmpint (newest->created, >, 0);
}

/* ---- the recovery key ---- */

static void
test_a_new_recovery_key_replaces_the_old_one (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *old = dolen_recovery_key_to_text (test->recovery);
  DolenSecret *fresh = dolen_recovery_key_new ();
  GError *error = NULL;

  g_assert_true (dolen_casework_new_recovery_key (test->casework, fresh, &error));
  g_assert_no_error (error);
  dolen_secret_free (test->recovery);
  test->recovery = fresh;
  dolen_casework_lock (test->casework);
  g_assert_false (dolen_casework_unlock_with_recovery_key_sync (test->casework, old, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  team_enter_by_recovery_key (test);
}

static void
test_who_forgot_comes_back_by_the_recovery_key (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *carys = team_uid_of (test, "Carys");
  DolenPassphraseAct reset
      = { DOLEN_PASSPHRASE_RESET, .worker = carys, .passphrase = "gwylan wen ar do sinc" };
  g_autoptr (GPtrArray) log = NULL;
  GError *error = NULL;

  team_enter_by_recovery_key (test);
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &reset, &error));
  g_assert_no_error (error);
  team_expect_shut (test, CASEWORK_PASSPHRASE);
  team_enter (test, "gwylan wen ar do sinc");
  g_assert_true (dolen_casework_is_lead (test->casework));
  log = dolen_casework_list_audit (test->casework, NULL);
  g_assert_cmpstr (((DolenAudit *) log->pdata[0])->what, ==, DOLEN_AUDIT_PASSPHRASE_RESET);
  g_assert_cmpstr (((DolenAudit *) log->pdata[1])->what, ==, DOLEN_AUDIT_RECOVERY_USED);
}

/* ---- without blocking ---- */

static void
take_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
act_async (CaseworkTest *test, const DolenPassphraseAct *act, gboolean lock_meanwhile)
{
  GAsyncResult *result = NULL;

  dolen_casework_passphrase_act_async (test->casework, act, take_result, &result);
  if (lock_meanwhile)
    dolen_casework_lock (test->casework);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static void
test_deriving_leaves_the_records_usable (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  DolenPassphraseAct act
      = { DOLEN_PASSPHRASE_CHANGE, .current = "wrong", .passphrase = "gwylan wen ar do sinc" };
  g_autoptr (GAsyncResult) wrong = act_async (test, &act, FALSE);
  g_autoptr (GAsyncResult) locked = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  GError *error = NULL;

  g_assert_false (dolen_casework_passphrase_act_finish (test->casework, wrong, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  act.current = CASEWORK_PASSPHRASE;
  locked = act_async (test, &act, TRUE);
  g_assert_false (dolen_casework_passphrase_act_finish (test->casework, locked, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_LOCKED);
  g_clear_error (&error);
  team_enter (test, CASEWORK_PASSPHRASE);
  done = act_async (test, &act, FALSE);
  g_assert_true (dolen_casework_passphrase_act_finish (test->casework, done, &error));
  g_assert_no_error (error);
  team_enter (test, "gwylan wen ar do sinc");
}

#define ADD(test) g_test_add_func ("/casework/workers/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (each_opens_it_with_their_own_passphrase);
  ADD (no_name_stands_in_the_open);
  ADD (two_cannot_have_one_passphrase);
  ADD (a_weak_passphrase_is_refused);
  ADD (a_change_asks_for_ones_own_current_passphrase);
  ADD (only_a_lead_decides_who_may);
  ADD (there_is_always_a_lead);
  ADD (who_is_taken_away_opens_nothing);
  ADD (nor_a_copy_that_hears_of_it);
  ADD (who_brings_in_that_they_are_gone_is_no_lead);
  ADD (a_directory_editor_writes_no_record);
  ADD (each_change_stands_in_the_log);
  ADD (a_new_recovery_key_replaces_the_old_one);
  ADD (who_forgot_comes_back_by_the_recovery_key);
  ADD (deriving_leaves_the_records_usable);
  return g_test_run ();
}
