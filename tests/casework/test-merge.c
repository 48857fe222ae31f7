/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "merge-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-merge.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two copies of the same case records, each written in on its own, become one. */

static DolenCaseload *
caseload (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static void
expect_whole (CaseworkTest *test)
{
  g_assert_no_error (dolen_casework_get_problem (test->casework));
}

static void
set_gender (CaseworkTest *test, const char *person, const char *gender, int minute)
{
  g_autoptr (DolenPerson) changed = NULL;
  GError *error = NULL;

  merge_open (test);
  merge_at_minute (minute);
  changed = dolen_caseload_get_person (caseload (test), person);
  g_free (changed->gender);
  changed->gender = g_strdup (gender);
  dolen_casework_person_update (test->casework, changed, NULL, &error);
  g_assert_no_error (error);
  dolen_casework_lock (test->casework);
}

static gint64
count (CaseworkTest *test, const char *sql)
{
  gint64 n = -1;

  dolen_db_get_int64 (dolen_caseload_get_db (caseload (test)), sql, &n, NULL);
  return n;
}

static char *
newest_event (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) entries
             = dolen_caseload_list_timeline (caseload (test), person, DOLEN_ENTRY_ALL, 1, NULL);

  return g_strdup (((DolenEntry *) entries->pdata[0])->event);
}

/* ---- */

static void
test_two_copies_say_the_same (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) other = NULL;
  g_autoptr (DolenPerson) person = NULL;
  DolenMergeResult result;

  dolen_casework_lock (test->casework);
  other = casework_test_clone (test, merge_files, MERGE_WITHOUT_DEVICE);
  set_gender (test, uid, "one", 1);
  set_gender (other, uid, "two", 2);
  set_gender (test, uid, "three", 3);
  set_gender (other, uid, "four", 4);
  set_gender (test, uid, "five", 5);
  merge_both_ways (test, other);
  expect_whole (test);
  expect_whole (other);
  person = dolen_caseload_get_person (caseload (other), uid);
  g_assert_cmpstr (person->gender, ==, "five");
  result = merge_into (test, other);
  g_assert_cmpint (result.n_adopted, ==, 0);
  g_assert_cmpint (result.n_known, ==, 6);
  g_assert_cmpint (
      result.n_restored + result.n_quarantined + result.n_left_out + result.n_keys, ==, 0);
}

/* Whoever is known in one copy only is known, with their key, in both. */
static void
test_people_come_with_their_keys (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (CaseworkTest) other = NULL;
  g_autofree char *anwen = NULL;
  g_autofree char *bob = NULL;
  DolenMergeResult result;

  dolen_casework_lock (test->casework);
  other = casework_test_clone (test, merge_files, MERGE_WITHOUT_DEVICE);
  merge_open (test);
  anwen = casework_test_add_person (test, "Anwen Puw");
  dolen_casework_lock (test->casework);
  merge_open (other);
  bob = casework_test_add_person (other, "Bob Hughes");
  casework_test_note (other, bob, "rang him");
  result = merge_into (test, other);
  g_assert_cmpint (result.n_keys, ==, 1);
  g_assert_cmpint (result.n_adopted, ==, 2);
  expect_whole (test);
  g_assert_cmpint (dolen_caseload_count_people (caseload (test)), ==, 2);
  casework_test_note (test, bob, "and again");
  dolen_casework_lock (test->casework);
  merge_both_ways (other, test);
  g_assert_cmpint (count (other, "SELECT count(*) FROM note"), ==, 2);
}

static GBytes *
read_blob (CaseworkTest *test, const char *file, const char *sql)
{
  g_autofree char *path = casework_test_file (test, file);
  sqlite3 *handle = NULL;
  sqlite3_stmt *row = NULL;
  GBytes *blob;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  blob = g_bytes_new (sqlite3_column_blob (row, 0), (gsize) sqlite3_column_bytes (row, 0));
  sqlite3_finalize (row);
  sqlite3_close (handle);
  return blob;
}

static void
expect_gone (CaseworkTest *test, const char *file, GBytes *bytes)
{
  g_autofree char *path = casework_test_file (test, file);
  g_autofree char *all = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &all, &size, NULL));
  g_assert_null (memmem (all, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
}

/* Erased in one copy while the other wrote on about them: gone from both, whichever came first. */
static void
test_a_person_erased_in_one_is_erased_in_both (void)
{
  for (int way = 0; way < 2; way++) {
    g_autoptr (CaseworkTest) test = casework_test_new ();
    g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
    g_autofree char *bob = casework_test_add_person (test, "Bob Hughes");
    g_autoptr (CaseworkTest) other = NULL;
    g_autoptr (GBytes) wrap = NULL;
    g_autoptr (GBytes) text = NULL;
    GError *error = NULL;

    dolen_casework_lock (test->casework);
    wrap = read_blob (test, "keys.db", "SELECT wrapped FROM wrapped_key ORDER BY id LIMIT 1, 1");
    text = read_blob (test, "casework.db", "SELECT sealed FROM journal WHERE seq = 1");
    other = casework_test_clone (test, merge_files, MERGE_WITHOUT_DEVICE);
    merge_open (test);
    merge_at_minute (1);
    dolen_casework_person_erase (test->casework, uid, "asked", &error);
    g_assert_no_error (error);
    dolen_casework_lock (test->casework);
    merge_open (other);
    merge_at_minute (2);
    casework_test_note (other, uid, "wrote on");
    casework_test_note (other, bob, "of somebody else");
    dolen_casework_lock (other->casework);
    merge_both_ways (way == 0 ? test : other, way == 0 ? other : test);
    for (int i = 0; i < 2; i++) {
      CaseworkTest *one = i == 0 ? test : other;

      expect_whole (one);
      g_assert_cmpint (dolen_caseload_count_people (caseload (one)), ==, 1);
      g_assert_cmpint (count (one, "SELECT count(*) FROM note"), ==, 1);
      dolen_casework_lock (one->casework);
      expect_gone (one, "keys.db", wrap);
      expect_gone (one, "casework.db", text);
    }
  }
}

/* An erasure whose tombstone did not come along (keys.db was not in the copy) still holds at once.
 */
static void
test_an_erasure_without_its_tombstone_holds (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) other = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *keys = NULL;
  DolenMergeResult result;
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  other = casework_test_clone (test, merge_files, MERGE_WITHOUT_DEVICE);
  merge_open (other);
  dolen_casework_person_erase (other->casework, uid, "asked", &error);
  g_assert_no_error (error);
  dolen_casework_lock (other->casework);
  keys = casework_test_file (other, "keys.db");
  g_assert_cmpint (g_unlink (keys), ==, 0);
  journal = casework_test_file (other, "casework.db");
  merge_open (test);
  merge_at_minute (5);
  casework_test_note (test, uid, "wrote on");
  dolen_casework_merge_sync (test->casework, journal, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dolen_caseload_count_people (caseload (test)), ==, 0);
  g_assert_cmpint (count (test, "SELECT count(*) FROM note"), ==, 0);
  expect_whole (test);
  merge_open (test);
  expect_whole (test);
  g_assert_cmpint (dolen_caseload_count_people (caseload (test)), ==, 0);
}

static void
test_a_redaction_of_either_copy_holds (void)
{
  for (int way = 0; way < 2; way++) {
    g_autoptr (CaseworkTest) test = casework_test_new ();
    g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
    g_autofree char *event = NULL;
    g_autoptr (CaseworkTest) other = NULL;
    GError *error = NULL;

    casework_test_note (test, uid, "told in confidence");
    event = newest_event (test, uid);
    dolen_casework_lock (test->casework);
    other = casework_test_clone (test, merge_files, MERGE_WITHOUT_DEVICE);
    merge_open (other);
    dolen_casework_redact (other->casework, event, "should not be here", &error);
    g_assert_no_error (error);
    dolen_casework_lock (other->casework);
    merge_both_ways (way == 0 ? test : other, way == 0 ? other : test);
    expect_whole (test);
    expect_whole (other);
    g_assert_cmpint (count (test, "SELECT count(*) FROM note"), ==, 0);
  }
}

/* A text that vanished from the other copy, which nobody destroyed, takes nothing from ours; and
 * comes back from ours. */
static void
test_a_text_gone_without_a_redaction_comes_back (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) other = NULL;
  DolenMergeResult result;

  casework_test_note (test, uid, "kept");
  casework_test_note (test, uid, "kept too");
  dolen_casework_lock (test->casework);
  other = casework_test_clone (test, merge_files, MERGE_WITHOUT_DEVICE);
  casework_test_sql (other, "casework.db", "UPDATE journal SET sealed = NULL WHERE seq = 2");
  result = merge_into (test, other);
  g_assert_cmpint (result.n_known, ==, 3);
  g_assert_cmpint (count (test, "SELECT count(*) FROM note"), ==, 2);
  expect_whole (test);
  dolen_casework_lock (test->casework);
  result = merge_into (other, test);
  g_assert_cmpint (result.n_restored, ==, 1);
  g_assert_cmpint (count (other, "SELECT count(*) FROM note"), ==, 2);
  expect_whole (other);
}

/* The whole folder was copied, device file and all, and both went on under one device id. */
static void
test_two_copies_under_one_device_lose_nothing (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) other = NULL;
  g_autoptr (CaseworkTest) third = NULL;
  g_autoptr (GPtrArray) line = NULL;
  DolenMergeResult result;

  dolen_casework_lock (test->casework);
  other = casework_test_clone (test, merge_files, MERGE_WITH_DEVICE);
  third = casework_test_clone (test, merge_files, MERGE_WITHOUT_DEVICE);
  for (int i = 0; i < 3; i++) {
    merge_open (test);
    merge_at_minute (2 * i);
    casework_test_note (test, uid, "here");
    dolen_casework_lock (test->casework);
    merge_open (other);
    merge_at_minute (2 * i + 1);
    casework_test_note (other, uid, "there");
    dolen_casework_lock (other->casework);
  }
  result = merge_into (test, other);
  g_assert_cmpint (result.n_quarantined, ==, 3);
  dolen_casework_lock (test->casework);
  merge_both_ways (test, other);
  expect_whole (test);
  expect_whole (other);
  g_assert_cmpint (count (test, "SELECT count(*) FROM note"), ==, 6);
  /* They do not go on under one name. */
  casework_test_note (test, uid, "here after");
  casework_test_note (other, uid, "there after");
  result = merge_into (test, other);
  g_assert_cmpint (result.n_quarantined, ==, 0);
  g_assert_cmpint (result.n_adopted, ==, 1);
  g_assert_cmpint (count (test, "SELECT count(*) FROM note"), ==, 8);
  /* And a third copy has all of it from one of them. */
  dolen_casework_lock (test->casework);
  merge_both_ways (third, test);
  expect_whole (third);
  g_assert_cmpint (count (third, "SELECT count(*) FROM note"), ==, 8);
  line = dolen_caseload_list_timeline (caseload (third), uid, DOLEN_ENTRY_ALL, -1, NULL);
  g_assert_cmpint (line->len, ==, 9);
}

static void
test_other_case_records_are_refused (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (CaseworkTest) stranger = casework_test_new ();
  g_autofree char *nowhere = casework_test_file (test, "nowhere");
  DolenMergeResult result;
  GError *error = NULL;

  dolen_casework_lock (stranger->casework);
  g_assert_false (dolen_casework_merge_sync (test->casework, stranger->folder, &result, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_false (dolen_casework_merge_sync (test->casework, test->folder, &result, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_false (dolen_casework_merge_sync (test->casework, nowhere, &result, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  dolen_casework_lock (test->casework);
  g_assert_false (dolen_casework_merge_sync (test->casework, stranger->folder, &result, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_LOCKED);
  g_clear_error (&error);
}

/* Every region of a row altered: named; the intact copy puts it right; the damaged one harms
 * nobody. */
static void
test_a_damaged_copy_is_made_whole (void)
{
  static const char *const columns[]
      = { "id", "device", "prev", "key", "nonce", "sealed_hash", "sealed" };
  static const char *const changes[] = {
    "UPDATE journal SET device_seq = 99 WHERE seq = 3",
    "UPDATE journal SET device = x'01' WHERE seq = 3",
    "UPDATE journal SET id = randomblob (16), device = randomblob (16) WHERE seq = 3",
    "UPDATE journal SET sealed = zeroblob (0) WHERE seq = 3",
    "DELETE FROM journal WHERE seq IN (2, 3)",
    "DELETE FROM journal WHERE seq >= 4",
    "DELETE FROM head",
    "UPDATE head SET sealed = zeroblob (64)",
    "DELETE FROM journal",
  };
  g_autoptr (CaseworkTest) whole = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (whole, "Anwen Puw");
  g_autofree char *right = NULL;

  for (int i = 0; i < 4; i++)
    casework_test_note (whole, uid, "a note");
  right = dolen_caseload_dump (caseload (whole));
  dolen_casework_lock (whole->casework);
  for (gsize i = 0; i < G_N_ELEMENTS (columns) + G_N_ELEMENTS (changes); i++) {
    g_autoptr (CaseworkTest) damaged = casework_test_clone (whole, merge_files, MERGE_WITH_DEVICE);
    g_autoptr (CaseworkTest) intact
               = casework_test_clone (whole, merge_files, MERGE_WITHOUT_DEVICE);
    g_autofree char *mended = NULL;
    g_autofree char *unharmed = NULL;

    g_test_message ("%s", i < 7 ? columns[i] : changes[i - 7]);
    if (i < G_N_ELEMENTS (columns))
      casework_test_flip (damaged, "casework.db", "journal", columns[i], "seq = 3");
    else
      casework_test_sql (damaged, "casework.db", changes[i - G_N_ELEMENTS (columns)]);
    merge_open (damaged);
    g_assert_nonnull (dolen_casework_get_problem (damaged->casework));
    dolen_casework_lock (damaged->casework);
    merge_into (intact, damaged);
    expect_whole (intact);
    unharmed = dolen_caseload_dump (caseload (intact));
    g_assert_cmpstr (unharmed, ==, right);
    merge_into (damaged, intact);
    expect_whole (damaged);
    mended = dolen_caseload_dump (caseload (damaged));
    g_assert_cmpstr (mended, ==, right);
    casework_test_note (damaged, uid, "written on");
    merge_open (damaged);
    expect_whole (damaged);
  }
}

/* Damaged keys come back from the other copy, and with them what they seal. */
static void
test_a_damaged_key_comes_back (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) other = NULL;
  DolenMergeResult result;

  casework_test_note (test, uid, "kept");
  dolen_casework_lock (test->casework);
  other = casework_test_clone (test, merge_files, MERGE_WITHOUT_DEVICE);
  casework_test_flip (test, "keys.db", "wrapped_key", "wrapped", "purpose = 'person'");
  merge_open (test);
  g_assert_error (
      dolen_casework_get_problem (test->casework), DOLEN_ERROR, DOLEN_ERROR_KEY_DAMAGED);
  result = merge_into (test, other);
  g_assert_cmpint (result.n_keys, ==, 1);
  expect_whole (test);
  g_assert_cmpint (count (test, "SELECT count(*) FROM note"), ==, 1);
}

/* Of a copy from which some are missing, the rest is taken and the gap is named; when those come,
 * all is right. */
static void
test_a_gap_is_named_until_it_is_filled (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) far = NULL;
  g_autoptr (CaseworkTest) gappy = NULL;
  const GError *problem;

  dolen_casework_lock (test->casework);
  far = casework_test_clone (test, merge_files, MERGE_WITHOUT_DEVICE);
  merge_open (far);
  for (int i = 0; i < 4; i++)
    casework_test_note (far, uid, "from far");
  dolen_casework_lock (far->casework);
  gappy = casework_test_clone (far, merge_files, MERGE_WITHOUT_DEVICE);
  casework_test_sql (gappy, "casework.db", "DELETE FROM journal WHERE seq IN (3, 4)");
  merge_into (test, gappy);
  problem = dolen_casework_get_problem (test->casework);
  g_assert_error (problem, DOLEN_ERROR, DOLEN_ERROR_EVENTS_MISSING);
  g_assert_cmpint (count (test, "SELECT count(*) FROM note"), ==, 2);
  merge_into (test, far);
  expect_whole (test);
  g_assert_cmpint (count (test, "SELECT count(*) FROM note"), ==, 4);
}

/* The sentence names every count that is not zero, in either language. */
static void
test_what_came_of_it_is_said (void)
{
  const DolenMergeResult nothing = { 0 };
  const DolenMergeResult all = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 1 };
  g_autofree char *none = dolen_merge_result_sentence (&nothing, DOLEN_LANGUAGE_EN);
  g_autofree char *english = dolen_merge_result_sentence (&all, DOLEN_LANGUAGE_EN);
  g_autofree char *welsh = dolen_merge_result_sentence (&all, DOLEN_LANGUAGE_CY);
  g_auto (GStrv) lines = NULL;

  g_assert_cmpstr (none, ==, "There is nothing in the other copy.");
  g_assert_true (g_str_has_prefix (english, "1 event taken over\n2 events were here already\n"));
  g_assert_nonnull (strstr (english,
                            "\n7 people erased, as in the other copy"
                            "\n8 workers added or changed, as in the other copy"
                            "\n9 workers taken away, as in the other copy"
                            "\nThe recovery key is now that of the other copy, which is newer"));
  lines = g_strsplit (english, "\n", -1);
  g_assert_cmpint (g_strv_length (lines), ==, 10);
  g_assert_cmpstr (welsh, !=, english);
}

#define ADD(test) g_test_add_func ("/casework/merge/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (two_copies_say_the_same);
  ADD (people_come_with_their_keys);
  ADD (a_person_erased_in_one_is_erased_in_both);
  ADD (an_erasure_without_its_tombstone_holds);
  ADD (a_redaction_of_either_copy_holds);
  ADD (a_text_gone_without_a_redaction_comes_back);
  ADD (two_copies_under_one_device_lose_nothing);
  ADD (other_case_records_are_refused);
  ADD (a_damaged_copy_is_made_whole);
  ADD (a_damaged_key_comes_back);
  ADD (a_gap_is_named_until_it_is_filled);
  ADD (what_came_of_it_is_said);
  return g_test_run ();
}
