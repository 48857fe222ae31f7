/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-diary.h"
#include "casework/dolen-casework-restricted.h"
#include "casework/dolen-casework-workers.h"
#include "support/dolen-test.h"

#include <string.h>

/* Who may open the case records, and what opens by one's own key alone. */

#define ELIN "mwyar duon ar y clawdd uchel"
#define HUW "pedair olwyn goch yn canu"
#define SECRET "She told me where she hides"

/* ---- steps ---- */

static void
add_worker (CaseworkTest *test, const char *name, DolenRole role, const char *passphrase)
{
  DolenPassphraseAct act = { DOLEN_PASSPHRASE_ADD, NULL, name, role, NULL, passphrase };
  GError *error = NULL;

  dolen_casework_passphrase_act_sync (test->casework, &act, &error);
  g_assert_no_error (error);
}

static void
enter (CaseworkTest *test, const char *passphrase)
{
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  dolen_casework_unlock_sync (test->casework, passphrase, &error);
  g_assert_no_error (error);
}

static void
enter_by_recovery_key (CaseworkTest *test)
{
  char *typed = dolen_recovery_key_to_text (test->recovery);
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  dolen_casework_unlock_with_recovery_key_sync (test->casework, typed, &error);
  g_assert_no_error (error);
  dolen_wipe_string (typed);
}

static void
expect_shut (CaseworkTest *test, const char *passphrase)
{
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  g_assert_false (dolen_casework_unlock_sync (test->casework, passphrase, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
}

static char *
uid_of (CaseworkTest *test, const char *name)
{
  const GPtrArray *workers = dolen_casework_list_workers (test->casework);

  for (guint i = 0; i < workers->len; i++) {
    const DolenHolder *holder = g_ptr_array_index (workers, i);

    if (g_str_equal (holder->name, name))
      return g_strdup (holder->uid);
  }
  g_assert_not_reached ();
}

static void
set_role (CaseworkTest *test, const char *name, DolenRole role)
{
  g_autofree char *uid = uid_of (test, name);
  GError *error = NULL;

  dolen_casework_worker_set (test->casework, uid, name, role, &error);
  g_assert_no_error (error);
}

static void
expect_not_allowed (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (error);
}

/* Carys is the lead who made the vault; Elin and Huw are workers. */
static CaseworkTest *
new_team (void)
{
  CaseworkTest *test = casework_test_new ();

  add_worker (test, "Elin", DOLEN_ROLE_WORKER, ELIN);
  add_worker (test, "Huw", DOLEN_ROLE_WORKER, HUW);
  return test;
}

static char *
restrict_note (CaseworkTest *test, const char *person)
{
  g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "note", SECRET);
  GError *error = NULL;

  note->restricted = TRUE;
  dolen_casework_note_add (test->casework, note, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (note->uid);
}

/* ---- several on one machine ---- */

static void
test_each_opens_it_with_their_own_passphrase (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (GPtrArray) line = NULL;
  const DolenEntry *entry;

  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Carys");
  g_assert_cmpint (dolen_casework_get_worker (test->casework)->role, ==, DOLEN_ROLE_LEAD);
  enter (test, ELIN);
  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Elin");
  casework_test_note (test, person, "rang");
  enter (test, HUW);
  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Huw");
  expect_shut (test, "neither of them");
  enter (test, CASEWORK_PASSPHRASE);
  /* Whoever did it stands beside it, whatever name the preferences have. */
  line = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_NOTES, -1, NULL);
  entry = line->pdata[0];
  g_assert_cmpstr (entry->author, ==, "Elin");
}

static void
test_no_name_stands_in_the_open (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *found = NULL;

  add_worker (test, "Rhydderch Canari", DOLEN_ROLE_WORKER, ELIN);
  dolen_casework_lock (test->casework);
  found = dolen_test_find_in_tree (test->folder, "Rhydderch");
  g_assert_cmpstr (found, ==, NULL);
  found = dolen_test_find_in_tree (test->folder, "Carys");
  g_assert_cmpstr (found, ==, NULL);
}

static void
test_two_cannot_have_one_passphrase (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  DolenPassphraseAct add = { DOLEN_PASSPHRASE_ADD, NULL, "Mair", DOLEN_ROLE_WORKER, NULL, ELIN };
  DolenPassphraseAct change = { DOLEN_PASSPHRASE_CHANGE, .current = HUW, .passphrase = ELIN };
  GError *error = NULL;

  expect_not_allowed (dolen_casework_passphrase_act_sync (test->casework, &add, &error), &error);
  enter (test, HUW);
  expect_not_allowed (dolen_casework_passphrase_act_sync (test->casework, &change, &error), &error);
  enter (test, HUW);
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
  act.passphrase = ELIN;
  g_assert_false (dolen_casework_passphrase_act_sync (test->casework, &act, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
}

static void
test_a_change_asks_for_ones_own_current_passphrase (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  DolenPassphraseAct act = { DOLEN_PASSPHRASE_CHANGE, .current = CASEWORK_PASSPHRASE };
  GError *error = NULL;

  act.passphrase = "gwylan wen ar do sinc";
  enter (test, ELIN);
  /* A colleague's opens the vault, but it is not hers. */
  g_assert_false (dolen_casework_passphrase_act_sync (test->casework, &act, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  act.current = ELIN;
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &act, &error));
  g_assert_no_error (error);
  expect_shut (test, ELIN);
  enter (test, "gwylan wen ar do sinc");
  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Elin");
  enter (test, CASEWORK_PASSPHRASE);
}

/* ---- roles ---- */

static void
test_only_a_lead_decides_who_may (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *carys = uid_of (test, "Carys");
  g_autofree char *huw = uid_of (test, "Huw");
  g_autoptr (DolenSecret) key = dolen_recovery_key_new ();
  DolenPassphraseAct add
      = { DOLEN_PASSPHRASE_ADD, NULL, "Mair", DOLEN_ROLE_WORKER, NULL, "gwylan wen ar do sinc" };
  DolenPassphraseAct reset = { DOLEN_PASSPHRASE_RESET, .passphrase = "gwylan wen ar do sinc" };
  DolenCasework *casework = test->casework;
  GError *error = NULL;

  reset.worker = carys;
  enter (test, ELIN);
  g_assert_false (dolen_casework_is_lead (casework));
  expect_not_allowed (dolen_casework_passphrase_act_sync (casework, &add, &error), &error);
  expect_not_allowed (dolen_casework_passphrase_act_sync (casework, &reset, &error), &error);
  expect_not_allowed (dolen_casework_worker_set (casework, huw, "Huw", DOLEN_ROLE_LEAD, &error),
                      &error);
  expect_not_allowed (dolen_casework_worker_remove (casework, huw, &error), &error);
  expect_not_allowed (dolen_casework_new_recovery_key (casework, key, &error), &error);
  expect_not_allowed (dolen_casework_list_audit (casework, &error) != NULL, &error);
}

static void
test_there_is_always_a_lead (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *carys = uid_of (test, "Carys");
  DolenCasework *casework = test->casework;
  GError *error = NULL;

  expect_not_allowed (
      dolen_casework_worker_set (casework, carys, "Carys", DOLEN_ROLE_WORKER, &error), &error);
  expect_not_allowed (dolen_casework_worker_remove (casework, carys, &error), &error);
  set_role (test, "Elin", DOLEN_ROLE_LEAD);
  enter (test, ELIN);
  g_assert_true (dolen_casework_worker_remove (casework, carys, &error));
  g_assert_no_error (error);
  expect_shut (test, CASEWORK_PASSPHRASE);
}

static void
test_who_is_taken_away_opens_nothing (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *elin = uid_of (test, "Elin");
  GError *error = NULL;

  g_assert_true (dolen_casework_worker_remove (test->casework, elin, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dolen_casework_list_workers (test->casework)->len, ==, 2);
  expect_shut (test, ELIN);
  enter (test, HUW);
  g_assert_cmpint (dolen_casework_list_workers (test->casework)->len, ==, 2);
}

static void
test_a_directory_editor_writes_no_record (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "note", "x");
  GError *error = NULL;

  set_role (test, "Huw", DOLEN_ROLE_EDITOR);
  enter (test, HUW);
  g_assert_true (dolen_casework_is_editor (test->casework));
  expect_not_allowed (dolen_casework_note_add (test->casework, note, NULL, &error), &error);
}

static void
test_each_change_stands_in_the_log (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autoptr (GPtrArray) log = NULL;
  const DolenAudit *newest;
  GError *error = NULL;

  set_role (test, "Huw", DOLEN_ROLE_EDITOR);
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
  g_autoptr (CaseworkTest) test = new_team ();
  g_autoptr (GPtrArray) pages = NULL;
  g_autofree char *dump = NULL;
  const DolenDiaryPage *page;
  GError *error = NULL;
  int n_lost = 0;

  enter (test, ELIN);
  write_diary (test, "I did not listen");
  enter (test, CASEWORK_PASSPHRASE);
  g_assert_cmpint (count_diary (test, &n_lost), ==, 0);
  g_assert_cmpint (n_lost, ==, 0);
  dump = dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
  g_assert_null (strstr (dump, "listen"));
  enter_by_recovery_key (test);
  g_assert_null (dolen_casework_list_diary (test->casework, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  enter (test, ELIN);
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
  g_autoptr (CaseworkTest) test = new_team ();
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
  enter (test, ELIN);
  expect_not_allowed (dolen_casework_diary_drop (casework, page->uid, NULL, &error), &error);
}

static void
test_a_diary_outlives_a_change_and_not_a_loss_of_the_passphrase (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *elin = uid_of (test, "Elin");
  DolenPassphraseAct change
      = { DOLEN_PASSPHRASE_CHANGE, .current = ELIN, .passphrase = "gwylan wen ar do sinc" };
  DolenPassphraseAct reset = { DOLEN_PASSPHRASE_RESET, .worker = elin, .passphrase = ELIN };
  int n_lost = 0;

  enter (test, ELIN);
  write_diary (test, "I did not listen");
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &change, NULL));
  enter (test, "gwylan wen ar do sinc");
  g_assert_cmpint (count_diary (test, &n_lost), ==, 1);
  enter (test, CASEWORK_PASSPHRASE);
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &reset, NULL));
  expect_shut (test, "gwylan wen ar do sinc");
  enter (test, ELIN);
  g_assert_cmpint (count_diary (test, &n_lost), ==, 0);
  g_assert_cmpint (n_lost, ==, 1);
}

static void
test_what_one_types_another_is_not_offered (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (DolenDraft) draft = NULL;

  enter (test, ELIN);
  g_assert_true (dolen_draft_save (test->casework, "diary", NULL, "{\"what\":\"half\"}", NULL));
  enter (test, HUW);
  drafts = dolen_draft_list (test->casework, NULL);
  g_assert_cmpint (drafts->len, ==, 0);
  g_assert_null (dolen_draft_take (test->casework, "diary", NULL, NULL));
  enter (test, ELIN);
  draft = dolen_draft_take (test->casework, "diary", NULL, NULL);
  g_assert_cmpstr (draft->json, ==, "{\"what\":\"half\"}");
  g_assert_null (dolen_draft_take (test->casework, "diary", NULL, NULL));
}

/* ---- restricted notes ---- */

static void
expect_words (CaseworkTest *test, const char *note, const char *why)
{
  GError *error = NULL;
  char *text = dolen_casework_note_read (test->casework, note, why, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, SECRET);
  dolen_wipe_string (text);
}

static void
expect_no_words (CaseworkTest *test, const char *note)
{
  g_autofree char *dump = dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
  GError *error = NULL;

  g_assert_cmpint (dolen_casework_may_read (test->casework, note), ==, DOLEN_MAY_NOT_READ);
  expect_not_allowed (dolen_casework_note_read (test->casework, note, "curious", &error) != NULL,
                      &error);
  g_assert_null (strstr (dump, "hides"));
}

static void
test_a_restricted_note_is_read_by_its_author_and_not_by_a_colleague (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = NULL;

  enter (test, ELIN);
  note = restrict_note (test, person);
  g_assert_cmpint (dolen_casework_may_read (test->casework, note), ==, DOLEN_MAY_READ);
  expect_words (test, note, NULL);
  enter (test, HUW);
  expect_no_words (test, note);
}

static void
test_a_lead_breaks_the_glass_with_a_reason_that_stays (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) line = NULL;
  g_autoptr (GPtrArray) log = NULL;
  const DolenEntry *entry;
  GError *error = NULL;

  enter (test, ELIN);
  note = restrict_note (test, person);
  enter (test, CASEWORK_PASSPHRASE);
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
}

static void
test_the_timeline_names_a_restricted_note_without_its_words (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) line = NULL;
  const DolenEntry *entry;

  enter (test, ELIN);
  note = restrict_note (test, person);
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
test_a_new_lead_reads_and_a_former_one_does_not (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *before = restrict_note (test, person);
  g_autofree char *after = NULL;

  set_role (test, "Huw", DOLEN_ROLE_LEAD);
  enter (test, HUW);
  expect_words (test, before, "handover");
  enter (test, CASEWORK_PASSPHRASE);
  set_role (test, "Huw", DOLEN_ROLE_WORKER);
  after = restrict_note (test, person);
  enter (test, HUW);
  expect_no_words (test, before);
  expect_no_words (test, after);
  /* One who becomes a lead later reads what either pair sealed. */
  enter (test, CASEWORK_PASSPHRASE);
  set_role (test, "Elin", DOLEN_ROLE_LEAD);
  enter (test, ELIN);
  expect_words (test, before, "handover");
  expect_words (test, after, "handover");
}

static void
test_the_recovery_key_breaks_the_glass_too (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = restrict_note (test, person);
  g_autoptr (DolenNote) other = dolen_note_new (person, NULL, "note", "x");
  GError *error = NULL;

  enter_by_recovery_key (test);
  g_assert_true (dolen_casework_recovery_opens_notes (test->casework));
  expect_words (test, note, "nobody else is here");
  /* It is nobody's hand: it writes no restricted note. */
  other->restricted = TRUE;
  expect_not_allowed (dolen_casework_note_add (test->casework, other, NULL, &error), &error);
}

static void
test_a_restricted_note_that_is_moved_stays_restricted (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *wrong = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *right = casework_test_add_person (test, "Bob Hughes");
  g_autofree char *note = restrict_note (test, wrong);
  g_autoptr (GPtrArray) notes = NULL;
  const DolenNote *moved;
  GError *error = NULL;

  enter (test, ELIN);
  expect_not_allowed (dolen_casework_note_move (test->casework, note, right, "wrong one", &error),
                      &error);
  enter (test, CASEWORK_PASSPHRASE);
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

/* ---- the recovery key ---- */

static void
test_a_new_recovery_key_replaces_the_old_one (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *old = dolen_recovery_key_to_text (test->recovery);
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = restrict_note (test, person);
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
  enter_by_recovery_key (test);
  expect_words (test, note, "nobody else is here");
}

static void
test_who_forgot_comes_back_by_the_recovery_key (void)
{
  g_autoptr (CaseworkTest) test = new_team ();
  g_autofree char *carys = uid_of (test, "Carys");
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = restrict_note (test, person);
  DolenPassphraseAct reset
      = { DOLEN_PASSPHRASE_RESET, .worker = carys, .passphrase = "gwylan wen ar do sinc" };
  g_autoptr (GPtrArray) log = NULL;
  GError *error = NULL;

  enter_by_recovery_key (test);
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &reset, &error));
  g_assert_no_error (error);
  expect_shut (test, CASEWORK_PASSPHRASE);
  enter (test, "gwylan wen ar do sinc");
  g_assert_true (dolen_casework_is_lead (test->casework));
  /* As its author no longer, but as a lead still. */
  g_assert_cmpint (dolen_casework_may_read (test->casework, note), ==, DOLEN_MAY_BREAK_GLASS);
  expect_words (test, note, "I wrote it");
  log = dolen_casework_list_audit (test->casework, NULL);
  g_assert_cmpstr (((DolenAudit *) log->pdata[1])->what, ==, DOLEN_AUDIT_PASSPHRASE_RESET);
  g_assert_cmpstr (((DolenAudit *) log->pdata[2])->what, ==, DOLEN_AUDIT_RECOVERY_USED);
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
  g_autoptr (CaseworkTest) test = new_team ();
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
  enter (test, CASEWORK_PASSPHRASE);
  done = act_async (test, &act, FALSE);
  g_assert_true (dolen_casework_passphrase_act_finish (test->casework, done, &error));
  g_assert_no_error (error);
  enter (test, "gwylan wen ar do sinc");
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
  ADD (a_directory_editor_writes_no_record);
  ADD (each_change_stands_in_the_log);
  ADD (a_diary_is_its_writers_alone);
  ADD (a_page_is_changed_and_taken_out_with_undo);
  ADD (a_diary_outlives_a_change_and_not_a_loss_of_the_passphrase);
  ADD (what_one_types_another_is_not_offered);
  ADD (a_restricted_note_is_read_by_its_author_and_not_by_a_colleague);
  ADD (a_lead_breaks_the_glass_with_a_reason_that_stays);
  ADD (the_timeline_names_a_restricted_note_without_its_words);
  ADD (a_new_lead_reads_and_a_former_one_does_not);
  ADD (the_recovery_key_breaks_the_glass_too);
  ADD (a_restricted_note_that_is_moved_stays_restricted);
  ADD (a_new_recovery_key_replaces_the_old_one);
  ADD (who_forgot_comes_back_by_the_recovery_key);
  ADD (deriving_leaves_the_records_usable);
  return g_test_run ();
}
