/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "support/dolen-test.h"

#include <string.h>

/*
 * Case records as earlier versions wrote them: fixtures/vN holds casework.db and keys.db (gzip) and
 * the device file. A change of a schema adds a folder, written by the version before it.
 *
 * v1: Anwen Puw (referred, the group accepted; a note that stood in the wrong record), Bob Hughes
 * (a redacted note; from a second device a note, a signposting and a draft), a third person erased.
 */
#define NEWEST 1
#define ANWEN "63bdc4a3-ac3e-4417-b378-67b826b2e563"
#define BOB "573b3479-62fd-4c4b-9bc3-bba872ee0780"

static void
unlock (CaseworkTest *test)
{
  GError *error = NULL;

  dolen_casework_unlock_sync (test->casework, CASEWORK_PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_no_error (dolen_casework_get_problem (test->casework));
}

static void
expect_content (CaseworkTest *test)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (test->casework);
  g_autoptr (DolenPerson) anwen = dolen_caseload_get_person (caseload, ANWEN);
  g_autoptr (GPtrArray) plan = dolen_caseload_list_referrals (caseload, ANWEN, TRUE, NULL);
  g_autoptr (GPtrArray) line
             = dolen_caseload_list_timeline (caseload, BOB, DOLEN_ENTRY_ALL, -1, NULL);
  const DolenReferral *referral = plan->pdata[0];

  g_assert_cmpint (dolen_caseload_count_people (caseload), ==, 2);
  g_assert_cmpstr (anwen->name, ==, "Anwen Puw");
  g_assert_cmpstr (anwen->gender, ==, "woman");
  g_assert_cmpint (referral->state, ==, DOLEN_REFERRAL_ACCEPTED);
  g_assert_cmpstr (referral->reference, ==, "D-1001");
  g_assert_cmpint (line->len, ==, 5);
  g_assert_cmpstr (((DolenEntry *) line->pdata[1])->text, ==, "rang him; likes tŷ crefft");
}

static void
test_every_released_vault_still_opens (void)
{
  for (int version = 1; version <= NEWEST; version++) {
    g_autoptr (CaseworkTest) test = casework_test_from_version (version);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autofree char *uid = NULL;
    g_autoptr (DolenDraft) draft = NULL;

    unlock (test);
    expect_content (test);
    before = dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
    dolen_casework_lock (test->casework);
    unlock (test);
    after = dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
    g_assert_cmpstr (before, ==, after);
    draft = dolen_draft_take (test->casework, "note", BOB, NULL);
    g_assert_cmpstr (draft->json, ==, "{\"text\":\"half a sentence\"}");
    /* It is written in as well as read. */
    uid = casework_test_add_person (test, "Dilys Prys");
    dolen_casework_lock (test->casework);
    unlock (test);
    g_assert_cmpint (
        dolen_caseload_count_people (dolen_casework_get_caseload (test->casework)), ==, 3);
    dolen_casework_lock (test->casework);
  }
}

static void
test_the_recovery_key_still_opens (void)
{
  for (int version = 1; version <= NEWEST; version++) {
    g_autoptr (CaseworkTest) test = casework_test_from_version (version);
    GError *error = NULL;

    dolen_casework_unlock_with_recovery_key_sync (
        test->casework, CASEWORK_FIXTURE_RECOVERY_KEY, &error);
    g_assert_no_error (error);
    expect_content (test);
  }
}

static GBytes *
read_wrap (CaseworkTest *test)
{
  g_autofree char *path = casework_test_file (test, "keys.db");
  sqlite3 *handle = NULL;
  sqlite3_stmt *row = NULL;
  GBytes *wrap;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle,
                      "SELECT wrapped FROM wrapped_key WHERE hex (key) = "
                      "'573B347962FD4C4B9BC3BBA872EE0780'",
                      -1,
                      &row,
                      NULL);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  wrap = g_bytes_new (sqlite3_column_blob (row, 0), (gsize) sqlite3_column_bytes (row, 0));
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return wrap;
}

/* A copy of the keys file from before a change of its form would outlive every erasure after it. */
static void
test_moving_on_leaves_no_copy_of_the_keys (void)
{
  for (int version = 1; version <= NEWEST; version++) {
    g_autoptr (CaseworkTest) test = casework_test_from_version (version);
    g_autoptr (GBytes) wrap = read_wrap (test);
    g_autoptr (GDir) folder = NULL;
    GError *error = NULL;
    const char *name;

    unlock (test);
    dolen_casework_person_erase (test->casework, BOB, "asked to be forgotten", &error);
    g_assert_no_error (error);
    dolen_casework_lock (test->casework);
    folder = g_dir_open (test->folder, 0, NULL);
    while ((name = g_dir_read_name (folder)) != NULL) {
      g_autofree char *path = casework_test_file (test, name);
      g_autofree char *bytes = NULL;
      gsize size = 0;

      g_test_message ("%s", name);
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_assert_null (memmem (bytes, size, g_bytes_get_data (wrap, NULL), g_bytes_get_size (wrap)));
    }
  }
}

#define ADD(test) g_test_add_func ("/casework/versions/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (every_released_vault_still_opens);
  ADD (the_recovery_key_still_opens);
  ADD (moving_on_leaves_no_copy_of_the_keys);
  return g_test_run ();
}
