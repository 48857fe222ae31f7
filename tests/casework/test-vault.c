/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-move.h"
#include "casework/vault/dolen-vault.h"
#include "support/dolen-test.h"

#include <string.h>

/* What the vault keeps, destroys, and never lets out. */

#define CANARY "Gwenhwyfar Canarymouth"

static DolenCaseload *
caseload (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static DolenEntry *
steal_newest_entry (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) timeline
             = dolen_caseload_list_timeline (caseload (test), person, DOLEN_ENTRY_ALL, 1, NULL);

  g_assert_cmpint (timeline->len, ==, 1);
  return g_ptr_array_steal_index (timeline, 0);
}

/* The wrapped key as it stands in the file, to look for later. */
static GBytes *
read_blob (CaseworkTest *test, const char *file, const char *sql)
{
  g_autofree char *path = casework_test_file (test, file);
  sqlite3 *handle = NULL;
  sqlite3_stmt *row = NULL;
  GBytes *bytes = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &row, NULL), ==, SQLITE_OK);
  if (sqlite3_step (row) == SQLITE_ROW)
    bytes = g_bytes_new (sqlite3_column_blob (row, 0), (gsize) sqlite3_column_bytes (row, 0));
  sqlite3_finalize (row);
  sqlite3_close (handle);
  return bytes;
}

static gboolean
is_in_file (CaseworkTest *test, const char *file, GBytes *needle)
{
  g_autofree char *path = casework_test_file (test, file);
  g_autofree char *bytes = NULL;
  gsize size = 0, n = 0;
  const void *wanted = g_bytes_get_data (needle, &n);

  return g_file_get_contents (path, &bytes, &size, NULL) && memmem (bytes, size, wanted, n) != NULL;
}

static gboolean
is_in_files (CaseworkTest *test, GBytes *needle)
{
  static const char *const all[]
      = { "casework.db", "casework.db-wal", "keys.db", "keys.db-wal", "device" };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (is_in_file (test, all[i], needle))
      return TRUE;
  return FALSE;
}

static void
expect_nowhere (CaseworkTest *test, const char *needle)
{
  g_autofree char *found = dolen_test_find_in_tree (test->folder, needle);

  g_assert_cmpstr (found, ==, NULL);
}

static void
test_names_are_nowhere_in_the_folder (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, CANARY);
  g_autoptr (DolenReferral) referral = casework_test_referral (uid, DOLEN_REFERRAL);
  GError *error = NULL;

  casework_test_note (test, uid, "Canarynote about " CANARY);
  g_assert_true (dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error));
  g_assert_true (
      dolen_draft_save (test->casework, "canaryform", uid, "{\"text\":\"Canarydraft\"}", &error));
  g_assert_no_error (error);
  for (int i = 0; i < 3; i++) {
    expect_nowhere (test, CANARY);
    expect_nowhere (test, "Canarynote");
    expect_nowhere (test, "Canarydraft");
    expect_nowhere (test, "canaryform");
    expect_nowhere (test, "Clwb Cinio");
    expect_nowhere (test, uid);
    if (i == 0)
      dolen_casework_lock (test->casework);
    else
      casework_test_reopen (test);
  }
}

static void
test_a_redacted_text_is_gone_and_the_chain_holds (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEntry) entry = NULL;
  g_autoptr (DolenEntry) after = NULL;
  g_autoptr (GBytes) sealed = NULL;
  GError *error = NULL;

  casework_test_note (test, uid, "about somebody else");
  entry = steal_newest_entry (test, uid);
  g_assert_cmpstr (entry->text, ==, "about somebody else");
  sealed = read_blob (test, "casework.db", "SELECT sealed FROM journal WHERE seq = 2");
  g_assert_true (is_in_files (test, sealed));
  g_assert_true (
      dolen_casework_redact (test->casework, entry->event, "told in confidence", &error));
  g_assert_no_error (error);
  g_assert_false (is_in_files (test, sealed));
  casework_test_note (test, uid, "what came after");
  casework_test_reopen (test);
  g_assert_null (dolen_casework_get_problem (test->casework));
  after = steal_newest_entry (test, uid);
  g_assert_cmpstr (after->text, ==, "what came after");
  g_assert_false (dolen_casework_redact (test->casework, "00", "x", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
}

static void
test_a_note_in_the_wrong_record_moves (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *wrong = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *right = casework_test_add_person (test, "Bob Hughes");
  g_autoptr (DolenEntry) entry = NULL;
  g_autoptr (DolenEntry) left = NULL;
  g_autoptr (DolenEntry) moved = NULL;
  GError *error = NULL;

  casework_test_note (test, wrong, "knee operation");
  entry = steal_newest_entry (test, wrong);
  g_assert_true (
      dolen_casework_note_move (test->casework, entry->note, right, "wrong record", &error));
  g_assert_no_error (error);
  casework_test_reopen (test);
  g_assert_null (dolen_casework_get_problem (test->casework));
  moved = steal_newest_entry (test, right);
  g_assert_cmpstr (moved->text, ==, "knee operation");
  left = steal_newest_entry (test, wrong);
  g_assert_cmpstr (left->type, ==, "redact");
  g_assert_cmpstr (left->text, ==, "wrong record");
  g_assert_cmpstr (left->author, ==, "Carys");
}

static void
test_an_erased_person_cannot_be_brought_back (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, CANARY);
  g_autofree char *other = casework_test_add_person (test, "Bob Hughes");
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (DolenPerson) again = NULL;
  GError *error = NULL;

  casework_test_note (test, uid, "something");
  dolen_casework_lock (test->casework);
  casework_test_copy (test, "keys.db", "older");
  wrapped = read_blob (
      test, "keys.db", "SELECT wrapped FROM wrapped_key WHERE purpose = 'person' ORDER BY id");
  sealed = read_blob (test, "casework.db", "SELECT sealed FROM journal WHERE seq = 3");
  casework_test_reopen (test);
  again = dolen_caseload_get_person (caseload (test), uid);
  g_assert_true (dolen_draft_save (test->casework, "note", uid, "{}", &error));
  g_assert_true (
      dolen_casework_person_erase (test->casework, uid, "asked to be forgotten", &error));
  g_assert_no_error (error);
  g_assert_false (is_in_files (test, wrapped));
  g_assert_false (is_in_files (test, sealed));
  g_assert_cmpint (dolen_caseload_count_people (caseload (test)), ==, 1);
  g_assert_null (dolen_draft_take (test->casework, "note", uid, &error));
  g_assert_no_error (error);
  g_assert_false (dolen_casework_person_add (test->casework, again, NULL, &error));
  g_clear_error (&error);
  casework_test_reopen (test);
  g_assert_null (dolen_casework_get_problem (test->casework));
  g_assert_cmpint (dolen_caseload_count_people (caseload (test)), ==, 1);
  /* An older keys file brings the key back: it is destroyed again. */
  dolen_casework_lock (test->casework);
  casework_test_copy (test, "older", "keys.db");
  casework_test_reopen (test);
  dolen_casework_lock (test->casework);
  g_assert_false (is_in_file (test, "keys.db", wrapped));
}

static void
test_two_replays_say_the_same (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) referral = casework_test_referral (uid, DOLEN_REFERRAL);
  g_autoptr (DolenUndo) undo = NULL;
  g_autofree char *before = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GError *error = NULL;

  casework_test_note (test, uid, "one");
  g_assert_true (dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error));
  g_assert_true (dolen_casework_referral_record (
      test->casework, referral->uid, DOLEN_REFERRAL_ACCEPTED, NULL, NULL, NULL, &undo, &error));
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  before = dolen_caseload_dump (caseload (test));
  casework_test_reopen (test);
  first = dolen_caseload_dump (caseload (test));
  casework_test_reopen (test);
  second = dolen_caseload_dump (caseload (test));
  g_assert_cmpstr (before, ==, first);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "Anwen Puw"));
}

static void
test_the_clock_never_goes_back (void)
{
  DolenClock clock = { 1000, 0 };

  dolen_clock_tick (&clock, 500);
  g_assert_cmpint (clock.ms, ==, 1000);
  g_assert_cmpint (clock.counter, ==, 1);
  dolen_clock_tick (&clock, 2000);
  g_assert_cmpint (clock.ms, ==, 2000);
  g_assert_cmpint (clock.counter, ==, 0);
  dolen_clock_see (&clock, (DolenClock){ 1500, 9 });
  g_assert_cmpint (clock.ms, ==, 2000);
}

/* The computer's clock is set back between two changes: the later one still wins. */
static void
test_a_clock_set_back_changes_no_order (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (caseload (test), uid);
  g_autoptr (DolenPerson) back = NULL;
  GError *error = NULL;

  person->gender = g_strdup ("woman");
  g_assert_true (dolen_casework_person_update (test->casework, person, NULL, &error));
  dolen_time_set_fixed (dolen_time_now () - G_GINT64_CONSTANT (86400000));
  casework_test_reopen (test);
  g_free (person->gender);
  person->gender = g_strdup ("other");
  g_assert_true (dolen_casework_person_update (test->casework, person, NULL, &error));
  casework_test_reopen (test);
  back = dolen_caseload_get_person (caseload (test), uid);
  g_assert_cmpstr (back->gender, ==, "other");
}

/* ---- drafts ---- */

static void
test_a_draft_comes_back_after_lock_and_is_replaced_in_place (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (DolenDraft) draft = NULL;
  g_autoptr (DolenDraft) none = NULL;
  GError *error = NULL;
  g_autoptr (GBytes) count = NULL;

  for (int i = 0; i < 20; i++) {
    g_autofree char *json = g_strdup_printf ("{\"text\":\"typed %d\"}", i);
    g_assert_true (dolen_draft_save (test->casework, "note", uid, json, &error));
  }
  g_assert_true (dolen_draft_save (test->casework, "person", NULL, "{}", &error));
  casework_test_reopen (test);
  drafts = dolen_draft_list (test->casework, &error);
  g_assert_cmpint (drafts->len, ==, 2);
  draft = dolen_draft_take (test->casework, "note", uid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->json, ==, "{\"text\":\"typed 19\"}");
  g_assert_cmpstr (draft->subject, ==, uid);
  none = dolen_draft_take (test->casework, "note", uid, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_true (dolen_draft_discard (test->casework, "person", NULL, &error));
  dolen_casework_lock (test->casework);
  count = read_blob (test, "casework.db", "SELECT CAST (count(*) AS TEXT) FROM journal");
  g_assert_cmpmem (g_bytes_get_data (count, NULL), g_bytes_get_size (count), "1", 1);
}

#define ADD(test) g_test_add_func ("/casework/vault/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (names_are_nowhere_in_the_folder);
  ADD (a_redacted_text_is_gone_and_the_chain_holds);
  ADD (a_note_in_the_wrong_record_moves);
  ADD (an_erased_person_cannot_be_brought_back);
  ADD (two_replays_say_the_same);
  ADD (the_clock_never_goes_back);
  ADD (a_clock_set_back_changes_no_order);
  ADD (a_draft_comes_back_after_lock_and_is_replaced_in_place);
  return g_test_run ();
}
