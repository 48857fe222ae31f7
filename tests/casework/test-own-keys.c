/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "team-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-move.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-diary.h"
#include "casework/dolen-casework-encounters.h"
#include "casework/dolen-casework-restricted.h"
#include "casework/vault/dolen-vault-check.h"
#include "support/dolen-test.h"

#include <string.h>

/* What opens by one's own key alone: the diary, drafts, restricted notes. */

/* ---- the diary ---- */

static void
write_diary (CaseworkTest *test, const char *text)
{
  g_autoptr (DolenDiaryPage) page = dolen_diary_page_new (NULL);
  GError *error = NULL;

  page->what = g_strdup (text);
  page->now_what = g_strdup ("Ask sooner");
  dolen_casework_diary_put (test->casework, page, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_diary (CaseworkTest *test, int *n_lost)
{
  g_autoptr (GPtrArray) pages = dolen_casework_list_diary (test->casework, n_lost, NULL);

  return pages->len;
}

static void
test_a_diary_is_its_writers_alone (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (GPtrArray) pages = NULL;
  g_autofree char *dump = NULL;
  const DolenDiaryPage *page;
  GError *error = NULL;
  int n_lost = 0;

  team_enter (test, TEAM_ELIN);
  write_diary (test, "I did not listen");
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_cmpint (count_diary (test, &n_lost), ==, 0);
  g_assert_cmpint (n_lost, ==, 0);
  dump = dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
  g_assert_null (strstr (dump, "listen"));
  team_enter_by_recovery_key (test);
  g_assert_null (dolen_casework_list_diary (test->casework, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  team_enter (test, TEAM_ELIN);
  pages = dolen_casework_list_diary (test->casework, NULL, NULL);
  g_assert_cmpint (pages->len, ==, 1);
  page = pages->pdata[0];
  g_assert_cmpstr (page->what, ==, "I did not listen");
  g_assert_cmpstr (page->so_what, ==, NULL);
  g_assert_cmpstr (page->now_what, ==, "Ask sooner");
  g_assert_cmpstr (page->week, ==, "2026-11-02");
}

static void
test_a_page_is_changed_and_taken_out_with_undo (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (DolenDiaryPage) page = dolen_diary_page_new ("2026-10-22");
  g_autoptr (DolenUndo) undo = NULL;
  DolenCasework *casework = test->casework;
  GError *error = NULL;

  g_assert_false (dolen_casework_diary_put (casework, page, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpstr (page->week, ==, "2026-10-19");
  page->so_what = g_strdup ("It was a long week");
  g_assert_true (dolen_casework_diary_put (casework, page, NULL, NULL));
  page->what = g_strdup ("Again");
  g_assert_true (dolen_casework_diary_put (casework, page, NULL, NULL));
  g_assert_cmpint (count_diary (test, NULL), ==, 1);
  g_assert_true (dolen_casework_diary_drop (casework, page->uid, &undo, NULL));
  g_assert_cmpint (count_diary (test, NULL), ==, 0);
  g_assert_true (dolen_casework_undo (casework, undo, NULL));
  casework_test_reopen (test);
  g_assert_cmpint (count_diary (test, NULL), ==, 1);
  /* Another's is out of reach. */
  team_enter (test, TEAM_ELIN);
  team_expect_not_allowed (dolen_casework_diary_drop (casework, page->uid, NULL, &error), &error);
}

static void
test_a_diary_outlives_a_change_and_not_a_loss_of_the_passphrase (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *elin = team_uid_of (test, "Elin");
  DolenPassphraseAct change
      = { DOLEN_PASSPHRASE_CHANGE, .current = TEAM_ELIN, .passphrase = "gwylan wen ar do sinc" };
  DolenPassphraseAct reset = { DOLEN_PASSPHRASE_RESET, .worker = elin, .passphrase = TEAM_ELIN };
  int n_lost = 0;

  team_enter (test, TEAM_ELIN);
  write_diary (test, "I did not listen");
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &change, NULL));
  team_enter (test, "gwylan wen ar do sinc");
  g_assert_cmpint (count_diary (test, &n_lost), ==, 1);
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &reset, NULL));
  team_expect_shut (test, "gwylan wen ar do sinc");
  team_enter (test, TEAM_ELIN);
  g_assert_cmpint (count_diary (test, &n_lost), ==, 0);
  g_assert_cmpint (n_lost, ==, 1);
}

static void
test_what_one_types_another_is_not_offered (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (DolenDraft) draft = NULL;

  team_enter (test, TEAM_ELIN);
  g_assert_true (dolen_draft_save (test->casework, "diary", NULL, "{\"what\":\"half\"}", NULL));
  team_enter (test, TEAM_HUW);
  drafts = dolen_draft_list (test->casework, NULL);
  g_assert_cmpint (drafts->len, ==, 0);
  g_assert_null (dolen_draft_take (test->casework, "diary", NULL, NULL));
  team_enter (test, TEAM_ELIN);
  draft = dolen_draft_take (test->casework, "diary", NULL, NULL);
  g_assert_cmpstr (draft->json, ==, "{\"what\":\"half\"}");
  g_assert_null (dolen_draft_take (test->casework, "diary", NULL, NULL));
}

/* Whoever looks after the case records cannot open it, and it is no damage. */
static void
test_anothers_draft_is_not_taken_for_damage (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (DolenVaultReport) sound = NULL;
  g_autoptr (DolenVaultReport) damaged = NULL;

  team_enter (test, TEAM_ELIN);
  g_assert_true (dolen_draft_save (test->casework, "diary", NULL, "{\"what\":\"half\"}", NULL));
  dolen_casework_lock (test->casework);
  sound = dolen_vault_check (test->folder, CASEWORK_PASSPHRASE, NULL, NULL);
  g_assert_cmpuint (sound->problems->len, ==, 0);
  casework_test_flip (test, "casework.db", "draft", "sealed", "1");
  damaged = dolen_vault_check (test->folder, CASEWORK_PASSPHRASE, NULL, NULL);
  g_assert_cmpuint (damaged->problems->len, ==, 1);
}

/* ---- restricted notes ---- */

static void
expect_words (CaseworkTest *test, const char *note, const char *why)
{
  GError *error = NULL;
  char *text = dolen_casework_note_read (test->casework, note, why, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, TEAM_SECRET);
  dolen_wipe_string (text);
}

static void
expect_no_words (CaseworkTest *test, const char *note)
{
  g_autofree char *dump = dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
  GError *error = NULL;

  g_assert_cmpint (dolen_casework_may_read (test->casework, note), ==, DOLEN_MAY_NOT_READ);
  team_expect_not_allowed (
      dolen_casework_note_read (test->casework, note, "curious", &error) != NULL, &error);
  g_assert_null (strstr (dump, "hides"));
}

static void
test_a_restricted_note_is_read_by_its_author_and_not_by_a_colleague (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = NULL;

  team_enter (test, TEAM_ELIN);
  note = team_restrict (test, person);
  g_assert_cmpint (dolen_casework_may_read (test->casework, note), ==, DOLEN_MAY_READ);
  expect_words (test, note, NULL);
  team_enter (test, TEAM_HUW);
  expect_no_words (test, note);
}

static void
test_a_lead_breaks_the_glass_with_a_reason_that_stays (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) line = NULL;
  g_autoptr (GPtrArray) log = NULL;
  const DolenEntry *entry;
  GError *error = NULL;

  team_enter (test, TEAM_ELIN);
  note = team_restrict (test, person);
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_cmpint (dolen_casework_may_read (test->casework, note), ==, DOLEN_MAY_BREAK_GLASS);
  g_assert_null (dolen_casework_note_read (test->casework, note, "  ", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  expect_words (test, note, "Elin is ill and the police ask");
  casework_test_reopen (test);
  line = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_RECORD, -1, NULL);
  entry = line->pdata[0];
  title = dolen_entry_title (entry, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (title, ==, "Restricted note opened by a lead");
  g_assert_cmpstr (entry->text, ==, "Elin is ill and the police ask");
  g_assert_cmpstr (entry->author, ==, "Carys");
  log = dolen_casework_list_audit (test->casework, NULL);
  g_assert_cmpstr (((DolenAudit *) log->pdata[0])->what, ==, DOLEN_AUDIT_BREAK_GLASS);
  g_assert_cmpstr (((DolenAudit *) log->pdata[0])->person, ==, person);
  /* Nobody takes that out again. */
  team_expect_not_allowed (
      dolen_casework_redact (test->casework, entry->event, "unwelcome", &error), &error);
}

static void
test_a_colleague_does_not_destroy_what_they_may_not_read (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = NULL;
  g_autoptr (GPtrArray) line = NULL;
  const DolenEntry *entry;
  GError *error = NULL;

  team_enter (test, TEAM_ELIN);
  note = team_restrict (test, person);
  team_enter (test, TEAM_HUW);
  line = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_NOTES, -1, NULL);
  entry = line->pdata[0];
  team_expect_not_allowed (
      dolen_casework_redact (test->casework, entry->event, "unwelcome", &error), &error);
  team_enter (test, TEAM_ELIN);
  g_assert_true (dolen_casework_redact (test->casework, entry->event, "wrong person", &error));
  g_assert_no_error (error);
}

static void
test_the_timeline_names_a_restricted_note_without_its_words (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) line = NULL;
  const DolenEntry *entry;

  team_enter (test, TEAM_ELIN);
  note = team_restrict (test, person);
  line = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_NOTES, -1, NULL);
  entry = line->pdata[0];
  title = dolen_entry_title (entry, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (title, ==, "Restricted note");
  g_assert_true (entry->restricted);
  g_assert_cmpstr (entry->text, ==, NULL);
  g_assert_cmpstr (entry->author, ==, "Elin");
  g_assert_cmpstr (entry->note, ==, note);
}

static void
test_what_was_said_in_a_contact_can_be_restricted (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEncounter) call = dolen_encounter_new (person);
  g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "call", TEAM_SECRET);
  GError *error = NULL;

  note->restricted = TRUE;
  dolen_casework_contact_add (test->casework, call, note, NULL, &error);
  g_assert_no_error (error);
  expect_words (test, note->uid, NULL);
  team_enter (test, TEAM_HUW);
  expect_no_words (test, note->uid);
}

static void
test_a_new_lead_reads_and_a_former_one_does_not (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *before = team_restrict (test, person);
  g_autofree char *after = NULL;

  team_set_role (test, "Huw", DOLEN_ROLE_LEAD);
  team_enter (test, TEAM_HUW);
  expect_words (test, before, "handover");
  team_enter (test, CASEWORK_PASSPHRASE);
  team_set_role (test, "Huw", DOLEN_ROLE_WORKER);
  after = team_restrict (test, person);
  team_enter (test, TEAM_HUW);
  expect_no_words (test, before);
  expect_no_words (test, after);
  /* One who becomes a lead later reads what either pair sealed. */
  team_enter (test, CASEWORK_PASSPHRASE);
  team_set_role (test, "Elin", DOLEN_ROLE_LEAD);
  team_enter (test, TEAM_ELIN);
  expect_words (test, before, "handover");
  expect_words (test, after, "handover");
}

static void
test_the_recovery_key_breaks_the_glass_too (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = team_restrict (test, person);
  g_autoptr (DolenNote) other = dolen_note_new (person, NULL, "note", "x");
  GError *error = NULL;

  team_enter_by_recovery_key (test);
  g_assert_true (dolen_casework_recovery_opens_notes (test->casework));
  expect_words (test, note, "nobody else is here");
  /* It is nobody's hand: it writes no restricted note. */
  other->restricted = TRUE;
  team_expect_not_allowed (dolen_casework_note_add (test->casework, other, NULL, &error), &error);
}

static void
test_who_forgot_reads_as_a_lead_what_they_wrote (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *carys = team_uid_of (test, "Carys");
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = team_restrict (test, person);
  g_autoptr (DolenSecret) fresh = dolen_recovery_key_new ();
  DolenPassphraseAct reset
      = { DOLEN_PASSPHRASE_RESET, .worker = carys, .passphrase = "gwylan wen ar do sinc" };

  /* A new recovery key opens them as the old one did. */
  g_assert_true (dolen_casework_new_recovery_key (test->casework, fresh, NULL));
  dolen_secret_free (test->recovery);
  test->recovery = g_steal_pointer (&fresh);
  team_enter_by_recovery_key (test);
  expect_words (test, note, "nobody else is here");
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &reset, NULL));
  team_enter (test, "gwylan wen ar do sinc");
  g_assert_cmpint (dolen_casework_may_read (test->casework, note), ==, DOLEN_MAY_BREAK_GLASS);
  expect_words (test, note, "I wrote it");
}

static void
test_a_restricted_note_that_is_moved_stays_restricted (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *wrong = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *right = casework_test_add_person (test, "Bob Hughes");
  g_autofree char *note = team_restrict (test, wrong);
  g_autoptr (GPtrArray) notes = NULL;
  const DolenNote *moved;
  GError *error = NULL;

  team_enter (test, TEAM_ELIN);
  team_expect_not_allowed (
      dolen_casework_note_move (test->casework, note, right, "wrong one", &error), &error);
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_true (dolen_casework_note_move (test->casework, note, right, "wrong one", &error));
  g_assert_no_error (error);
  notes = dolen_caseload_list_records (
      dolen_casework_get_caseload (test->casework), &dolen_note_type, right, NULL);
  g_assert_cmpint (notes->len, ==, 1);
  moved = notes->pdata[0];
  g_assert_true (moved->restricted);
  g_assert_cmpstr (moved->text, ==, NULL);
  expect_words (test, moved->uid, NULL);
}

#define ADD(test) g_test_add_func ("/casework/own-keys/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (a_diary_is_its_writers_alone);
  ADD (a_page_is_changed_and_taken_out_with_undo);
  ADD (a_diary_outlives_a_change_and_not_a_loss_of_the_passphrase);
  ADD (what_one_types_another_is_not_offered);
  ADD (anothers_draft_is_not_taken_for_damage);
  ADD (a_restricted_note_is_read_by_its_author_and_not_by_a_colleague);
  ADD (a_lead_breaks_the_glass_with_a_reason_that_stays);
  ADD (the_timeline_names_a_restricted_note_without_its_words);
  ADD (what_was_said_in_a_contact_can_be_restricted);
  ADD (a_new_lead_reads_and_a_former_one_does_not);
  ADD (the_recovery_key_breaks_the_glass_too);
  ADD (who_forgot_reads_as_a_lead_what_they_wrote);
  ADD (a_restricted_note_that_is_moved_stays_restricted);
  ADD (a_colleague_does_not_destroy_what_they_may_not_read);
  return g_test_run ();
}
