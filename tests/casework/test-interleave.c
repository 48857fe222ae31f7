/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-gaps.h"
#include "casework/dolen-casework-merge.h"
#include "casework/dolen-casework-overrides.h"
#include "casework/dolen-casework-shortlist.h"
#include "casework/dolen-casework-tried.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * Two to four computers write in the same case records, hear of one another now and then, and their
 * clocks differ. Whatever parcels their events come in, in whatever order, with duplicates and
 * gaps, the caseload is the same in the end; and as long as something is missing, that is said.
 *
 * INTERLEAVINGS comes from meson: a few, or 10,000 with -Dlong_tests=true. The seed is GTest's.
 */
#define A_SCENARIO 20 /* interleavings */
#define MOST_DEVICES 4

static const char *const files[] = { "casework.db", "keys.db", "device" };

/* One event as some copy holds it. */
typedef struct {
  GBytes *blobs[7]; /* (owned) id, device, prev, key, nonce, sealed_hash, sealed (nullable) */
  gint64 device_seq;
  gboolean anchor; /* it can be read, and so vouches for those before it */
} Row;

typedef struct {
  CaseworkTest *devices[MOST_DEVICES]; /* (owned) locked between acts */
  int n_devices;
  gboolean forked;      /* two of them write under one device id */
  CaseworkTest *base;   /* (owned) what all began with, locked */
  CaseworkTest *united; /* (owned) all of them merged, locked */
  CaseworkTest *parcel; /* (owned) a copy without events */
  GPtrArray *rows;      /* (owned) Row: by device and device_seq */
  char *expected;       /* (owned) the dump */
} Scenario;

static void
row_free (Row *row)
{
  for (int i = 0; i < 7; i++)
    g_clear_pointer (&row->blobs[i], g_bytes_unref);
  g_free (row);
}

static gboolean
chance (int one_in)
{
  return g_test_rand_int_range (0, one_in) == 0;
}

static void
open_test (CaseworkTest *test)
{
  GError *error = NULL;

  dolen_casework_unlock_sync (test->casework, CASEWORK_PASSPHRASE, &error);
  g_assert_no_error (error);
}

static void
merge (CaseworkTest *test, CaseworkTest *other)
{
  DolenMergeResult result;
  GError *error = NULL;

  dolen_casework_merge_sync (test->casework, other->folder, &result, &error);
  g_assert_no_error (error);
}

/* ---- what the computers do ---- */

static char *
any_of (CaseworkTest *test, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT uid FROM %s ORDER BY uid", table);
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      dolen_caseload_get_db (dolen_casework_get_caseload (test->casework)), sql, NULL);
  char *chosen = NULL;
  gboolean found = FALSE;
  int n = 0;

  while (dolen_statement_step (row, &found, NULL) && found)
    if (chance (++n)) {
      g_free (chosen);
      chosen = dolen_statement_dup_text (row, 0);
    }
  return chosen;
}

static void
write_note (CaseworkTest *test, const char *person)
{
  g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "note", "rang them");
  g_autoptr (DolenUndo) undo = NULL;

  dolen_casework_note_add (test->casework, note, &undo, NULL);
  if (undo != NULL && chance (4))
    dolen_casework_undo (test->casework, undo, NULL);
}

static void
change_person (CaseworkTest *test, const char *uid)
{
  static const char *const genders[] = { "woman", "man", "other" };
  g_autoptr (DolenPerson) person
             = dolen_caseload_get_person (dolen_casework_get_caseload (test->casework), uid);

  g_free (person->gender);
  person->gender = g_strdup (genders[g_test_rand_int_range (0, 3)]);
  dolen_casework_person_update (test->casework, person, NULL, NULL);
}

static void
refer (CaseworkTest *test, const char *person)
{
  g_autoptr (DolenReferral) referral
             = casework_test_referral (person, chance (3) ? DOLEN_SIGNPOSTING : DOLEN_REFERRAL);

  dolen_casework_referral_send (test->casework, referral, NULL, NULL, NULL);
}

static void
record_state (CaseworkTest *test)
{
  g_autofree char *referral = any_of (test, "referral");

  if (referral != NULL)
    dolen_casework_referral_record (
        test->casework,
        referral,
        (DolenReferralState) g_test_rand_int_range (1, DOLEN_N_REFERRAL_STATES),
        NULL,
        "no-capacity",
        NULL,
        NULL,
        NULL);
}

static void
finish_follow_up (CaseworkTest *test)
{
  g_autofree char *follow_up = any_of (test, "follow_up");

  if (follow_up != NULL)
    dolen_casework_follow_up_done (
        test->casework, follow_up, "spoke to them", chance (2) ? "2026-12-01" : NULL, NULL, NULL);
}

/* One of few, so that two computers write the same one. */
static void
choose_for (CaseworkTest *test, const char *person)
{
  static const char *const services[]
      = { "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b" };
  static const char *const criteria[] = { "age", NULL };
  const char *service = services[g_test_rand_int_range (0, 2)];
  g_autoptr (DolenShortlisted) shortlisted = dolen_shortlisted_new (person, service);
  g_autoptr (DolenRuleOverride) override = dolen_rule_override_new (person, service, "");
  g_autoptr (DolenNotForThem) mark = dolen_not_for_them_new (person, service);
  g_autoptr (DolenUndo) undo = NULL;

  override->service_name = g_strdup ("Clwb");
  override->reason = g_strdup ("comes with her");
  mark->service_name = g_strdup ("Clwb");
  mark->reason = g_strdup ("other");
  if (chance (3))
    dolen_casework_override_add (test->casework, override, criteria, &undo, NULL);
  else if (chance (3))
    dolen_casework_override_end (test->casework, person, service, &undo, NULL);
  else if (chance (3))
    dolen_casework_unwanted_mark (test->casework, mark, &undo, NULL);
  else if (chance (2))
    dolen_casework_shortlist_add (test->casework, shortlisted, &undo, NULL);
  else if (chance (2))
    dolen_casework_shortlist_set (test->casework, person, service, "near", chance (2), &undo, NULL);
  else
    dolen_casework_shortlist_remove (test->casework, person, service, &undo, NULL);
  if (undo != NULL && chance (3))
    dolen_casework_undo (test->casework, undo, NULL);
}

static void
note_gap (CaseworkTest *test, const char *person)
{
  static const char *const terms[] = { "debt", "housing" };
  const char *term = terms[g_test_rand_int_range (0, 2)];
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_gap_free);
  g_autoptr (DolenGapGroup) group = dolen_gap_group_new ("need", term, "SA48");
  g_autoptr (DolenUndo) undo = NULL;

  g_ptr_array_add (gaps, dolen_gap_new (person, NULL, "need", term));
  dolen_casework_gaps_note (test->casework, person, gaps, &undo, NULL);
  if (undo != NULL && chance (3))
    dolen_casework_undo (test->casework, undo, NULL);
  group->state = DOLEN_GAP_IDEA;
  group->note = g_strdup_printf ("idea %d", g_test_rand_int_range (0, 9));
  if (chance (2))
    dolen_casework_gap_group_set (test->casework, group, NULL, NULL);
}

static void
destroy_something (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) line = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_NOTES, 1, NULL);

  if (chance (3))
    dolen_casework_person_erase (test->casework, person, "asked", NULL);
  else if (line->len > 0)
    dolen_casework_redact (
        test->casework, ((DolenEntry *) line->pdata[0])->event, "not theirs", NULL);
}

static void
act (CaseworkTest *test)
{
  g_autofree char *person = any_of (test, "person");
  int what = g_test_rand_int_range (0, 20);

  if (person == NULL || what == 0)
    g_free (casework_test_add_person (test, "Somebody New"));
  else if (what < 5)
    write_note (test, person);
  else if (what < 8)
    change_person (test, person);
  else if (what < 10)
    refer (test, person);
  else if (what < 13)
    record_state (test);
  else if (what < 15)
    finish_follow_up (test);
  else if (what < 17)
    choose_for (test, person);
  else if (what < 19)
    note_gap (test, person);
  else
    destroy_something (test, person);
}

/* ---- a scenario ---- */

/* The clock of each computer is off by up to an hour, and two may read the same. */
static void
work_somewhere (Scenario *scenario, int step)
{
  int at = g_test_rand_int_range (0, scenario->n_devices);
  int other = g_test_rand_int_range (0, scenario->n_devices);
  CaseworkTest *test = scenario->devices[at];

  dolen_time_set_fixed (G_GINT64_CONSTANT (1793700000000)
                        + (step * 10 + g_test_rand_int_range (0, 6) * at * 3) * 60000);
  open_test (test);
  if (chance (5) && other != at)
    merge (test, scenario->devices[other]);
  else if (dolen_casework_get_problem (test->casework) == NULL)
    for (int i = 0; i < 3; i++)
      act (test);
  dolen_casework_lock (test->casework);
}

static void
take_rows (Scenario *scenario, const char *table)
{
  static const int columns[] = { 0, 1, 3, 4, 5, 6, 7 };
  g_autofree char *path = casework_test_file (scenario->united, "casework.db");
  g_autofree char *sql
      = g_strdup_printf ("SELECT id, device, device_seq, prev, key, nonce,"
                         " sealed_hash, sealed FROM %s ORDER BY device, device_seq",
                         table);
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    Row *row = g_new0 (Row, 1);

    row->device_seq = sqlite3_column_int64 (statement, 2);
    for (int i = 0; i < 7; i++)
      if (sqlite3_column_type (statement, columns[i]) != SQLITE_NULL)
        row->blobs[i] = g_bytes_new (sqlite3_column_blob (statement, columns[i]),
                                     (gsize) sqlite3_column_bytes (statement, columns[i]));
    row->anchor = row->blobs[6] != NULL;
    g_ptr_array_add (scenario->rows, row);
  }
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

static void
unite (Scenario *scenario)
{
  CaseworkTest *united = scenario->united = casework_test_clone (scenario->base, files, 2);

  open_test (united);
  for (int i = 0; i < scenario->n_devices; i++)
    merge (united, scenario->devices[i]);
  if (!scenario->forked)
    g_assert_no_error (dolen_casework_get_problem (united->casework));
  scenario->expected = dolen_caseload_dump (dolen_casework_get_caseload (united->casework));
  dolen_casework_lock (united->casework);
  scenario->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  take_rows (scenario, "journal");
  take_rows (scenario, "quarantine");
  scenario->parcel = casework_test_clone (united, files, 2);
  casework_test_sql (
      scenario->parcel, "casework.db", "DELETE FROM journal; DELETE FROM quarantine; VACUUM");
}

static Scenario *
scenario_new (void)
{
  Scenario *scenario = g_new0 (Scenario, 1);
  CaseworkTest *base = scenario->base = casework_test_new ();

  for (int i = 0; i < 2; i++) {
    g_autofree char *person = casework_test_add_person (base, "Anwen Puw");
    refer (base, person);
  }
  dolen_casework_lock (base->casework);
  scenario->n_devices = g_test_rand_int_range (2, MOST_DEVICES + 1);
  scenario->forked = chance (4);
  for (int i = 0; i < scenario->n_devices; i++)
    scenario->devices[i] = casework_test_clone (base, files, scenario->forked && i < 2 ? 3 : 2);
  for (int step = 0; step < 12; step++)
    work_somewhere (scenario, step);
  unite (scenario);
  return scenario;
}

static void
scenario_free (Scenario *scenario)
{
  for (int i = 0; i < scenario->n_devices; i++)
    casework_test_free (scenario->devices[i]);
  casework_test_free (scenario->united);
  casework_test_free (scenario->parcel);
  casework_test_free (scenario->base);
  g_ptr_array_unref (scenario->rows);
  g_free (scenario->expected);
  g_free (scenario);
}

/* ---- an interleaving ---- */

typedef struct {
  CaseworkTest *test; /* (owned) */
  sqlite3 *handle;
  sqlite3_stmt *insert[2]; /* into the journal; aside, where its place is taken */
} Parcel;

static void
parcel_open (Parcel *parcel, const Scenario *scenario)
{
  static const char *const inserts[] = {
    "INSERT OR IGNORE INTO journal (id, device, prev, key, nonce, sealed_hash, sealed, device_seq)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT INTO quarantine (id, device, prev, key, nonce, sealed_hash, sealed, device_seq)"
    " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = ?1)",
  };
  g_autofree char *path = NULL;

  parcel->test = casework_test_clone (scenario->parcel, files, 2);
  path = casework_test_file (parcel->test, "casework.db");
  g_assert_cmpint (sqlite3_open (path, &parcel->handle), ==, SQLITE_OK);
  sqlite3_exec (parcel->handle, "PRAGMA synchronous=OFF; BEGIN", NULL, NULL, NULL);
  for (int i = 0; i < 2; i++)
    g_assert_cmpint (sqlite3_prepare_v2 (parcel->handle, inserts[i], -1, &parcel->insert[i], NULL),
                     ==,
                     SQLITE_OK);
}

static void
parcel_close (Parcel *parcel)
{
  for (int i = 0; i < 2; i++)
    sqlite3_finalize (parcel->insert[i]);
  g_assert_cmpint (
      sqlite3_exec (parcel->handle, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL),
      ==,
      SQLITE_OK);
  g_assert_cmpint (sqlite3_close (parcel->handle), ==, SQLITE_OK);
}

static gboolean
run_with_row (Parcel *parcel, sqlite3_stmt *insert, const Row *row)
{
  for (int i = 0; i < 7; i++)
    if (row->blobs[i] != NULL)
      sqlite3_bind_blob (insert,
                         i + 1,
                         g_bytes_get_data (row->blobs[i], NULL),
                         (int) g_bytes_get_size (row->blobs[i]),
                         SQLITE_STATIC);
    else
      sqlite3_bind_null (insert, i + 1);
  sqlite3_bind_int64 (insert, 8, row->device_seq);
  g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
  sqlite3_reset (insert);
  return sqlite3_changes (parcel->handle) > 0;
}

static void
parcel_put (Parcel *parcel, const Row *row)
{
  if (!run_with_row (parcel, parcel->insert[0], row))
    run_with_row (parcel, parcel->insert[1], row);
}

/* An event whose text was destroyed proves nothing by itself: it comes with what follows it, up to
 * one that can be read. */
static void
put_with_witness (const Scenario *scenario, Parcel *parcel, guint at)
{
  for (guint i = at; i < scenario->rows->len; i++) {
    const Row *row = g_ptr_array_index (scenario->rows, i);

    if (!g_bytes_equal (row->blobs[1], ((Row *) g_ptr_array_index (scenario->rows, at))->blobs[1]))
      return;
    parcel_put (parcel, row);
    if (row->anchor)
      return;
  }
}

static gint64
count_rows (CaseworkTest *test)
{
  g_autofree char *path = casework_test_file (test, "casework.db");
  sqlite3 *handle = NULL;
  sqlite3_stmt *row = NULL;
  gint64 n;

  sqlite3_open (path, &handle);
  sqlite3_prepare_v2 (handle,
                      "SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM quarantine)",
                      -1,
                      &row,
                      NULL);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (handle);
  return n;
}

static void
fill_parcels (const Scenario *scenario, Parcel *parcels, int n)
{
  for (int i = 0; i < n; i++)
    parcel_open (&parcels[i], scenario);
  /* Each event in one of them at least, and now and then in more. */
  for (guint i = 0; i < scenario->rows->len; i++)
    do
      put_with_witness (scenario, &parcels[g_test_rand_int_range (0, n)], i);
    while (chance (4));
  for (int i = 0; i < n; i++)
    parcel_close (&parcels[i]);
}

/* Line by line, for a person to read. */
static void
expect_same (const char *dump, const Scenario *scenario)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  g_auto (GStrv) expected = g_strsplit (scenario->expected, "\n", -1);

  g_test_message ("%d computers%s", scenario->n_devices, scenario->forked ? ", two ends" : "");
  for (int i = 0; lines[i] != NULL && expected[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected[i]);
  g_assert_cmpint (g_strv_length (lines), ==, g_strv_length (expected));
}

static void
interleave (const Scenario *scenario)
{
  g_autoptr (CaseworkTest) test = casework_test_clone (scenario->base, files, 2);
  Parcel parcels[5];
  int n = g_test_rand_int_range (1, (int) G_N_ELEMENTS (parcels) + 1);
  g_autofree char *dump = NULL;

  fill_parcels (scenario, parcels, n);
  open_test (test);
  for (int i = 0; i < n; i++) {
    merge (test, parcels[i].test);
    /* Said in words; a text whose redaction is still to come is named too. */
    if (!scenario->forked && count_rows (test) < scenario->rows->len)
      g_assert_nonnull (dolen_casework_get_problem (test->casework));
  }
  if (!scenario->forked)
    g_assert_no_error (dolen_casework_get_problem (test->casework));
  dump = dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
  expect_same (dump, scenario);
  dolen_casework_lock (test->casework);
  for (int i = 0; i < n; i++)
    dolen_test_remove_tree (parcels[i].test->folder);
  for (int i = 0; i < n; i++)
    casework_test_free (parcels[i].test);
  dolen_test_remove_tree (test->folder);
}

static void
test_any_order_says_the_same (void)
{
  int done = 0, forked = 0, rows = 0;

  while (done < INTERLEAVINGS) {
    Scenario *scenario = scenario_new ();

    for (int i = 0; i < A_SCENARIO && done < INTERLEAVINGS; i++, done++)
      interleave (scenario);
    forked += scenario->forked;
    rows += (int) scenario->rows->len;
    scenario_free (scenario);
  }
  g_test_message ("%d interleavings, %d with two ends of a device, %d events in all",
                  done,
                  forked * A_SCENARIO,
                  rows);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/casework/interleave/any-order-says-the-same", test_any_order_says_the_same);
  return g_test_run ();
}
