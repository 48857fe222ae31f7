/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "team-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-concerns.h"
#include "casework/dolen-casework-move.h"
#include "casework/dolen-casework-restore.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* Going back to a backup: told first, done then, and nobody who was erased comes back. */

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

/** Fixture: a vault with two people and a backup of it. */
typedef struct {
  CaseworkTest *test;
  char *folder; /* of backups */
  char *beti, *emlyn;
  char *backup;
} Fixture;

static char *
back_up (CaseworkTest *test, const char *folder)
{
  g_autoptr (GPtrArray) all = NULL;
  GError *error = NULL;

  dolen_casework_backup_sync (test->casework, folder, NULL, &error);
  g_assert_no_error (error);
  all = dolen_backup_list (folder, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (((DolenBackup *) all->pdata[0])->path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test = casework_test_new ();
  fixture->folder = dolen_test_folder ();
  fixture->beti = casework_test_add_person (fixture->test, "Beti Tudor");
  fixture->emlyn = casework_test_add_person (fixture->test, "Emlyn Prys");
  casework_test_note (fixture->test, fixture->beti, "Cyn y copi");
  fixture->backup = back_up (fixture->test, fixture->folder);
  dolen_time_set_fixed (dolen_time_now () + DAY);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  casework_test_free (fixture->test);
  g_free (fixture->folder);
  g_free (fixture->beti);
  g_free (fixture->emlyn);
  g_free (fixture->backup);
}

static DolenDrill *
drill (Fixture *fixture)
{
  GError *error = NULL;
  DolenDrill *found = dolen_casework_drill_sync (
      fixture->test->casework, fixture->backup, CASEWORK_PASSPHRASE, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static char *
restore (Fixture *fixture)
{
  GError *error = NULL;
  char *aside = NULL;

  dolen_casework_lock (fixture->test->casework);
  dolen_casework_restore_sync (
      fixture->test->casework, fixture->backup, CASEWORK_PASSPHRASE, &aside, &error);
  g_assert_no_error (error);
  dolen_casework_unlock_sync (fixture->test->casework, CASEWORK_PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_no_error (dolen_casework_get_problem (fixture->test->casework));
  return aside;
}

static int
count_notes (Fixture *fixture, const char *person)
{
  g_autoptr (GPtrArray) notes = dolen_caseload_list_records (
      dolen_casework_get_caseload (fixture->test->casework), &dolen_note_type, person, NULL);

  return (int) notes->len;
}

static gboolean
is_known (Fixture *fixture, const char *person)
{
  g_autoptr (DolenPerson) found = dolen_caseload_get_person (
      dolen_casework_get_caseload (fixture->test->casework), person);

  return found != NULL;
}

/* The note that a backup was made is no work of anybody's. */
static void
test_right_after_a_backup_nothing_would_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DolenDrill) found = drill (fixture);
  g_autofree char *words = dolen_drill_sentences (found, DOLEN_LANGUAGE_EN);

  g_assert_cmpint (found->lost, ==, 0);
  g_assert_nonnull (strstr (words, "Nothing would change."));
}

static void
test_the_drill_says_what_would_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nia = NULL;
  g_autoptr (DolenDrill) found = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  const DolenDrillLine *line;

  casework_test_note (fixture->test, fixture->beti, "Ar ôl y copi");
  casework_test_note (fixture->test, fixture->beti, "Eto");
  nia = casework_test_add_person (fixture->test, "Nia Wyn");
  before = dolen_caseload_dump (dolen_casework_get_caseload (fixture->test->casework));
  found = drill (fixture);
  after = dolen_caseload_dump (dolen_casework_get_caseload (fixture->test->casework));
  g_assert_cmpstr (before, ==, after);

  g_assert_true (found->compared);
  g_assert_cmpint (found->n_people, ==, 2);
  g_assert_cmpint (found->lost, ==, 3); /* two notes, a person */
  g_assert_cmpint (found->regained, ==, 0);
  g_assert_cmpuint (found->lines->len, ==, 2);
  line = g_ptr_array_index (found->lines, 0);
  g_assert_cmpstr (line->name, ==, "Beti Tudor");
  g_assert_cmpint (line->lost, ==, 2);
  g_assert_false (line->absent);
  g_assert_cmpint (line->newest, ==, dolen_time_now ());
  line = g_ptr_array_index (found->lines, 1);
  g_assert_cmpstr (line->person, ==, nia);
  g_assert_true (line->absent);
  words = dolen_drill_sentences (found, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (words, "Backup of 3 November 2026"));
  g_assert_nonnull (strstr (words, "3 entries that are here are not in the backup"));
}

static void
test_going_back_and_the_state_kept_aside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *aside = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *device_before = NULL;
  g_autofree char *device_after = NULL;
  g_autofree char *path = casework_test_file (fixture->test, "device");

  casework_test_note (fixture->test, fixture->beti, "Ar ôl y copi");
  g_assert_true (g_file_get_contents (path, &device_before, NULL, NULL));
  aside = restore (fixture);
  g_assert_cmpint (count_notes (fixture, fixture->beti), ==, 1);
  g_assert_true (is_known (fixture, fixture->emlyn));
  g_assert_nonnull (aside);
  journal = g_build_filename (aside, "casework.db", NULL);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  /* Another device id: bytes 30 to 45 of the file. */
  g_assert_true (g_file_get_contents (path, &device_after, NULL, NULL));
  g_assert_cmpint (memcmp (device_before + 30, device_after + 30, 16), !=, 0);
  /* It goes on, and opens again. */
  casework_test_note (fixture->test, fixture->beti, "Wedyn");
  casework_test_reopen (fixture->test);
  g_assert_no_error (dolen_casework_get_problem (fixture->test->casework));
  g_assert_cmpint (count_notes (fixture, fixture->beti), ==, 2);
  /* What was kept aside goes with the keys of backups. */
  dolen_time_set_fixed (dolen_time_now () + 36 * DAY);
  dolen_casework_tend (fixture->test->casework, NULL);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
}

static void
test_an_erased_person_does_not_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DolenDrill) found = NULL;
  GError *error = NULL;

  dolen_casework_person_erase (fixture->test->casework, fixture->beti, "Asked", &error);
  g_assert_no_error (error);
  found = drill (fixture);
  g_assert_cmpint (found->stay_erased, ==, 1);
  g_assert_cmpint (found->n_people, ==, 1);
  g_free (restore (fixture));
  g_assert_false (is_known (fixture, fixture->beti));
  g_assert_true (is_known (fixture, fixture->emlyn));
  casework_test_reopen (fixture->test);
  g_assert_false (is_known (fixture, fixture->beti));
  g_assert_no_error (dolen_casework_get_problem (fixture->test->casework));
}

/* On a new computer there is no former state: the newest keys file beside the old backup knows. */
static void
test_nor_on_another_computer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (DolenCasework) elsewhere = NULL;
  g_autoptr (DolenPerson) beti = NULL;
  g_autoptr (DolenPerson) emlyn = NULL;
  g_autofree char *newer = NULL;
  GError *error = NULL;

  dolen_casework_person_erase (fixture->test->casework, fixture->beti, "Asked", &error);
  g_assert_no_error (error);
  newer = back_up (fixture->test, fixture->folder);
  elsewhere = dolen_casework_new (folder, NULL);
  dolen_casework_restore_sync (elsewhere, fixture->backup, CASEWORK_PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  dolen_casework_unlock_sync (elsewhere, CASEWORK_PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_no_error (dolen_casework_get_problem (elsewhere));
  beti = dolen_caseload_get_person (dolen_casework_get_caseload (elsewhere), fixture->beti);
  emlyn = dolen_caseload_get_person (dolen_casework_get_caseload (elsewhere), fixture->emlyn);
  g_assert_null (beti);
  g_assert_nonnull (emlyn);
}

static void
test_what_was_taken_out_stays_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = dolen_caseload_list_records (
      dolen_casework_get_caseload (fixture->test->casework), &dolen_note_type, fixture->beti, NULL);
  const DolenNote *note = g_ptr_array_index (notes, 0);
  GError *error = NULL;

  dolen_casework_note_move (
      fixture->test->casework, note->uid, fixture->emlyn, "Wrong person", &error);
  g_assert_no_error (error);
  g_free (restore (fixture));
  g_assert_cmpint (count_notes (fixture, fixture->beti), ==, 0);
}

static char *
raise_concern (Fixture *fixture)
{
  CaseworkTest *test = fixture->test;
  g_autoptr (DolenConcern) concern = dolen_concern_new (fixture->beti);
  g_autoptr (GPtrArray) entries = NULL;
  GError *error = NULL;

  concern->kind = g_strdup ("safeguarding-adult");
  concern->text = g_strdup ("Bruises on both arms");
  dolen_casework_concern_raise (test->casework, concern, NULL, &error);
  g_assert_no_error (error);
  entries = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), fixture->beti, DOLEN_ENTRY_ALL, -1, NULL);
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((DolenEntry *) entries->pdata[i])->type, DOLEN_EVENT_CONCERN_RAISE))
      return g_strdup (((DolenEntry *) entries->pdata[i])->event);
  return NULL;
}

/* Its words are not in the backup's copy of it any more, and it must not be lost with them. */
static void
test_a_concern_without_its_words_stays_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *raised = raise_concern (fixture);
  g_autofree char *dump = NULL;
  GError *error = NULL;

  g_free (fixture->backup);
  fixture->backup = back_up (fixture->test, fixture->folder);
  dolen_time_set_fixed (dolen_time_now () + DAY);
  dolen_casework_redact (fixture->test->casework, raised, "names her sister", &error);
  g_assert_no_error (error);
  g_free (restore (fixture));
  dump = dolen_caseload_dump (dolen_casework_get_caseload (fixture->test->casework));
  g_assert_null (strstr (dump, "Bruises"));
  g_assert_cmpint (dolen_caseload_count_open_concerns (
                       dolen_casework_get_caseload (fixture->test->casework), fixture->beti),
                   ==,
                   1);
}

static void
test_the_recovery_key_opens_it_too (Fixture *fixture, gconstpointer data)
{
  g_autofree char *typed = dolen_recovery_key_to_text (fixture->test->recovery);
  GError *error = NULL;
  g_autoptr (DolenDrill) found = dolen_casework_drill_sync (
      fixture->test->casework, fixture->backup, typed, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (found->n_people, ==, 2);
}

static void
expect_refusal (Fixture *fixture, const char *passphrase, int code)
{
  GError *error = NULL;

  g_assert_false (dolen_casework_restore_sync (
      fixture->test->casework, fixture->backup, passphrase, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, code);
  g_clear_error (&error);
}

static void
test_refusals_change_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) keys = dolen_backup_list_keys (fixture->folder, NULL, NULL);
  g_autoptr (CaseworkTest) other = casework_test_new ();
  GError *error = NULL;

  expect_refusal (fixture, CASEWORK_PASSPHRASE, DOLEN_ERROR_NOT_ALLOWED); /* it is open */
  dolen_casework_lock (fixture->test->casework);
  expect_refusal (fixture, "something else", DOLEN_ERROR_WRONG_PASSPHRASE);
  dolen_casework_lock (other->casework);
  g_assert_false (dolen_casework_restore_sync (
      other->casework, fixture->backup, CASEWORK_PASSPHRASE, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED); /* other case records */
  g_clear_error (&error);
  g_unlink (((DolenBackup *) keys->pdata[0])->path);
  expect_refusal (fixture, CASEWORK_PASSPHRASE, DOLEN_ERROR_NOT_FOUND);
  g_assert_true (dolen_casework_unlock_sync (fixture->test->casework, CASEWORK_PASSPHRASE, NULL));
  g_assert_no_error (dolen_casework_get_problem (fixture->test->casework));
  g_assert_cmpint (count_notes (fixture, fixture->beti), ==, 1);
}

/* A crash at each step between the two states: the next unlocking finishes it. */
static void
test_an_interrupted_restore_is_finished (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "casework.db", "keys.db", "device" };

  casework_test_note (fixture->test, fixture->beti, "Ar ôl y copi");
  for (gsize moved = 0; moved < G_N_ELEMENTS (names); moved++) {
    g_autofree char *ready = casework_test_file (fixture->test, "restore.ready");
    GError *error = NULL;

    g_free (restore (fixture));
    dolen_casework_lock (fixture->test->casework);
    /* As it stood before the last files were put in place. */
    g_assert_cmpint (g_mkdir (ready, 0700), ==, 0);
    for (gsize i = moved; i < G_N_ELEMENTS (names); i++) {
      g_autofree char *there = casework_test_file (fixture->test, names[i]);
      g_autofree char *back = g_build_filename (ready, names[i], NULL);

      g_assert_cmpint (g_rename (there, back), ==, 0);
    }
    dolen_casework_unlock_sync (fixture->test->casework, CASEWORK_PASSPHRASE, &error);
    g_assert_no_error (error);
    g_assert_no_error (dolen_casework_get_problem (fixture->test->casework));
    g_assert_cmpint (count_notes (fixture, fixture->beti), ==, 1);
    g_assert_false (g_file_test (ready, G_FILE_TEST_EXISTS));
  }
}

/* The reason to restore: what is here is damaged beyond opening. */
static void
test_ruined_case_records_come_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *keys = casework_test_file (fixture->test, "keys.db");
  g_autofree char *journal = casework_test_file (fixture->test, "casework.db");

  dolen_casework_lock (fixture->test->casework);
  g_assert_true (g_file_set_contents (keys, "ruined", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "ruined", -1, NULL));
  g_free (restore (fixture));
  g_assert_cmpint (count_notes (fixture, fixture->beti), ==, 1);
}

/* A text that is gone without anybody having destroyed it is damage, and damage the backup mends.
 */
static void
test_what_was_lost_comes_back (Fixture *fixture, gconstpointer data)
{
  dolen_casework_lock (fixture->test->casework);
  casework_test_sql (fixture->test, "casework.db", "UPDATE journal SET sealed = NULL");
  g_free (restore (fixture));
  g_assert_true (is_known (fixture, fixture->beti));
  g_assert_cmpint (count_notes (fixture, fixture->beti), ==, 1);
}

/* Though the backup's keys file is older and has their slot still. */
static void
test_who_was_taken_away_stays_away (Fixture *fixture, gconstpointer data)
{
  CaseworkTest *test = fixture->test;
  g_autofree char *elin = NULL;
  GError *error = NULL;

  team_add_worker (test, "Elin", DOLEN_ROLE_WORKER, TEAM_ELIN);
  g_free (fixture->backup);
  fixture->backup = back_up (test, fixture->folder);
  elin = team_uid_of (test, "Elin");
  g_assert_true (dolen_casework_worker_remove (test->casework, elin, &error));
  g_assert_no_error (error);
  g_free (restore (fixture));
  g_assert_cmpuint (dolen_casework_list_workers (test->casework)->len, ==, 1);
  team_expect_shut (test, TEAM_ELIN);
  team_enter (test, CASEWORK_PASSPHRASE);
}

#define NEW_ELIN "gwylan wen ar do sinc"

/* Somebody may have found out the former one: it is no more. */
static void
test_passphrases_stay_those_of_today (Fixture *fixture, gconstpointer data)
{
  CaseworkTest *test = fixture->test;
  g_autofree char *huw = NULL;
  DolenPassphraseAct act
      = { DOLEN_PASSPHRASE_CHANGE, .current = TEAM_ELIN, .passphrase = NEW_ELIN };
  DolenSecret *fresh = dolen_recovery_key_new ();
  g_autoptr (DolenDrill) found = NULL;
  g_autofree char *words = NULL;
  char *former = dolen_recovery_key_to_text (test->recovery);
  GError *error = NULL;

  team_add_worker (test, "Elin", DOLEN_ROLE_WORKER, TEAM_ELIN);
  team_add_worker (test, "Huw", DOLEN_ROLE_WORKER, TEAM_HUW);
  huw = team_uid_of (test, "Huw");
  g_free (fixture->backup);
  fixture->backup = back_up (test, fixture->folder);
  casework_test_days_later (1);
  g_assert_true (dolen_casework_worker_remove (test->casework, huw, &error));
  g_assert_true (dolen_casework_new_recovery_key (test->casework, fresh, &error));
  team_enter (test, TEAM_ELIN);
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &act, &error));
  team_enter (test, CASEWORK_PASSPHRASE);
  team_set_role (test, "Elin", DOLEN_ROLE_LEAD);

  found = drill (fixture);
  g_assert_cmpint (found->workers_kept, ==, 1);
  g_assert_cmpint (found->workers_gone, ==, 1);
  g_assert_true (found->recovery_kept);
  g_assert_false (found->keys_of_backup);
  words = dolen_drill_sentences (found, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (words, "1 worker was added or changed since: passphrase"));
  g_assert_nonnull (strstr (words, "1 worker was taken away since"));
  g_assert_nonnull (strstr (words, "The recovery key stays the one that was made since."));
  /* To say it changed nothing. */
  team_enter (test, NEW_ELIN);

  g_free (restore (fixture));
  g_assert_cmpuint (dolen_casework_list_workers (test->casework)->len, ==, 2);
  team_expect_shut (test, TEAM_ELIN);
  team_expect_shut (test, TEAM_HUW);
  g_assert_false (dolen_casework_unlock_with_recovery_key_sync (test->casework, former, NULL));
  dolen_secret_free (test->recovery);
  test->recovery = fresh;
  team_enter_by_recovery_key (test);
  team_enter (test, NEW_ELIN);
  g_assert_cmpint (dolen_casework_get_worker (test->casework)->role, ==, DOLEN_ROLE_LEAD);
  dolen_wipe_string (former);
}

static void
test_without_sound_keys_the_backup_s_open_it (Fixture *fixture, gconstpointer data)
{
  CaseworkTest *test = fixture->test;
  g_autofree char *path = casework_test_file (test, "keys.db");
  g_autoptr (DolenDrill) found = NULL;
  g_autofree char *words = NULL;

  dolen_casework_lock (test->casework);
  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  found = drill (fixture);
  g_assert_true (found->keys_of_backup);
  words = dolen_drill_sentences (found, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (words, "It would open with the passphrases and the recovery key of"));
  g_free (restore (fixture));
}

#define ADD(test)                                                                                  \
  g_test_add ("/casework/restore/" #test, Fixture, NULL, set_up, test_##test, tear_down)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (right_after_a_backup_nothing_would_change);
  ADD (the_drill_says_what_would_change);
  ADD (going_back_and_the_state_kept_aside);
  ADD (an_erased_person_does_not_come_back);
  ADD (nor_on_another_computer);
  ADD (what_was_taken_out_stays_out);
  ADD (a_concern_without_its_words_stays_open);
  ADD (the_recovery_key_opens_it_too);
  ADD (refusals_change_nothing);
  ADD (an_interrupted_restore_is_finished);
  ADD (ruined_case_records_come_back);
  ADD (what_was_lost_comes_back);
  ADD (who_was_taken_away_stays_away);
  ADD (passphrases_stay_those_of_today);
  ADD (without_sound_keys_the_backup_s_open_it);
  return g_test_run ();
}
