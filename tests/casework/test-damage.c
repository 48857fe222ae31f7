/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-merge.h"
#include "support/dolen-test.h"

#include <string.h>

/*
 * Each page of casework.db and of keys.db is damaged in turn. Every event on other pages is read,
 * what is lost is named, nothing is shown that was not written, and a backup copy puts it right.
 *
 * PAGES comes from meson: how many pages of each file, spread over it; with -Dlong_tests=true all.
 */
#define PAGE 4096
#define N_NOTES 60

static const char *const files[] = { "casework.db", "keys.db", "device" };

typedef struct {
  CaseworkTest *whole; /* (owned) locked */
  char *dump;          /* (owned) */
  GHashTable *texts;   /* (owned) of the notes */
} Fixture;

static gboolean
try_unlock (CaseworkTest *test, GError **error)
{
  return dolen_casework_unlock_sync (test->casework, CASEWORK_PASSPHRASE, error);
}

static char *
dump_of (CaseworkTest *test)
{
  return dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
}

/* Short notes and long ones, which go on in pages of their own. */
static Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  CaseworkTest *whole = fixture->whole = casework_test_new ();
  char *people[3];

  fixture->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < 3; i++)
    people[i] = casework_test_add_person (whole, "Anwen Puw");
  for (int i = 0; i < N_NOTES; i++) {
    GString *text = g_string_new (NULL);

    g_string_printf (text, "note %d ", i);
    while (i % 10 == 9 && text->len < 9000)
      g_string_append (text, "a long conversation ");
    casework_test_note (whole, people[i % 3], text->str);
    g_hash_table_add (fixture->texts, g_string_free (text, FALSE));
  }
  fixture->dump = dump_of (whole);
  dolen_casework_lock (whole->casework);
  for (int i = 0; i < 3; i++)
    g_free (people[i]);
  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  g_hash_table_unref (fixture->texts);
  g_free (fixture->dump);
  casework_test_free (fixture->whole);
  g_free (fixture);
}

/* ---- damage ---- */

typedef enum {
  ZEROED,
  RANDOM,
  FLIPPED, /* one bit */
  N_KINDS
} Kind;

static guint32
count_pages (CaseworkTest *test, const char *file)
{
  g_autofree char *path = casework_test_file (test, file);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return (guint32) (size / PAGE);
}

static void
damage (CaseworkTest *test, const char *file, guint32 page, Kind kind)
{
  g_autofree char *path = casework_test_file (test, file);
  g_autofree char *bytes = NULL;
  gsize size = 0;
  char *at;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  at = bytes + (gsize) page * PAGE;
  if (kind == ZEROED)
    memset (at, 0, PAGE);
  for (int i = 0; kind == RANDOM && i < PAGE; i++)
    at[i] = (char) g_test_rand_int_range (0, 256);
  if (kind == FLIPPED)
    at[g_test_rand_int_range (0, PAGE)] ^= (char) (1 << g_test_rand_int_range (0, 8));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

/* How many events have something on @page. */
static gint64
count_events_on (CaseworkTest *test, guint32 page)
{
  g_autofree char *path = casework_test_file (test, "casework.db");
  g_autofree char *sql = g_strdup_printf (
      "SELECT sum (CASE pagetype WHEN 'leaf' THEN ncell WHEN 'overflow' THEN 1 ELSE 0 END) FROM"
      " dbstat WHERE name = 'journal' AND pageno = %u",
      page + 1);
  sqlite3 *handle = NULL;
  sqlite3_stmt *row = NULL;
  gint64 n;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (handle);
  return n;
}

/* ---- what is expected ---- */

static gint64
expect_authentic (Fixture *fixture, CaseworkTest *test)
{
  g_autoptr (GPtrArray) notes = dolen_caseload_list_records (
      dolen_casework_get_caseload (test->casework), &dolen_note_type, NULL, NULL);

  for (guint i = 0; i < notes->len; i++)
    g_assert_true (g_hash_table_contains (fixture->texts, ((DolenNote *) notes->pdata[i])->text));
  return notes->len;
}

/* Line by line, for a person to read. */
static void
expect_same (const char *dump, const char *right)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  g_auto (GStrv) expected = g_strsplit (right, "\n", -1);

  for (int i = 0; lines[i] != NULL && expected[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected[i]);
  g_assert_cmpint (g_strv_length (lines), ==, g_strv_length (expected));
}

static void
expect_made_whole (Fixture *fixture, CaseworkTest *test)
{
  g_autofree char *mended = NULL;
  DolenMergeResult result;
  GError *error = NULL;

  dolen_casework_merge_sync (test->casework, fixture->whole->folder, &result, &error);
  g_assert_no_error (error);
  g_assert_no_error (dolen_casework_get_problem (test->casework));
  mended = dump_of (test);
  expect_same (mended, fixture->dump);
  /* And it stands on the disk. */
  dolen_casework_lock (test->casework);
  g_assert_true (try_unlock (test, &error));
  g_assert_no_error (dolen_casework_get_problem (test->casework));
  g_clear_pointer (&mended, g_free);
  mended = dump_of (test);
  expect_same (mended, fixture->dump);
}

/* The damaged copy brought into the whole one takes nothing from it. */
static void
expect_harmless (Fixture *fixture, CaseworkTest *damaged)
{
  g_autoptr (CaseworkTest) test = casework_test_clone (fixture->whole, files, 2);
  g_autofree char *dump = NULL;
  DolenMergeResult result;
  g_autoptr (GError) error = NULL;

  g_assert_true (try_unlock (test, NULL));
  if (!dolen_casework_merge_sync (test->casework, damaged->folder, &result, &error))
    g_test_message ("%s", error->message);
  g_assert_no_error (dolen_casework_get_problem (test->casework));
  dump = dump_of (test);
  expect_same (dump, fixture->dump);
}

static void
damage_journal (Fixture *fixture, guint32 page, Kind kind)
{
  g_autoptr (CaseworkTest) test = casework_test_clone (fixture->whole, files, 3);
  gint64 lost = count_events_on (fixture->whole, page), read;
  GError *error = NULL;

  g_test_message ("casework.db, page %u, kind %d, %d events", page, (int) kind, (int) lost);
  damage (test, "casework.db", page, kind);
  expect_harmless (fixture, test);
  try_unlock (test, &error);
  g_assert_no_error (error);
  read = expect_authentic (fixture, test);
  g_assert_cmpint (read, >=, N_NOTES - lost);
  if (read < N_NOTES)
    g_assert_nonnull (dolen_casework_get_problem (test->casework));
  expect_made_whole (fixture, test);
}

static void
damage_keys (Fixture *fixture, guint32 page, Kind kind)
{
  g_autoptr (CaseworkTest) test = casework_test_clone (fixture->whole, files, 3);
  g_autofree char *from = casework_test_file (fixture->whole, "keys.db");
  g_autofree char *to = casework_test_file (test, "keys.db");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  g_test_message ("keys.db, page %u, kind %d", page, (int) kind);
  damage (test, "keys.db", page, kind);
  expect_harmless (fixture, test);
  if (try_unlock (test, &error)) {
    if (expect_authentic (fixture, test) < N_NOTES)
      g_assert_nonnull (dolen_casework_get_problem (test->casework));
    dolen_casework_lock (test->casework);
  } else {
    g_assert_cmpint (strlen (error->message), >, 0);
  }
  /* The keys of the backup in its place. */
  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
  g_assert_true (try_unlock (test, NULL));
  expect_made_whole (fixture, test);
}

static void
damage_pages (const char *file, void (*damage_page) (Fixture *, guint32, Kind))
{
  Fixture *fixture = fixture_new ();
  guint32 n = count_pages (fixture->whole, file);
  guint32 step = MAX (1, n / PAGES);

  for (guint32 page = 0; page < n; page += step)
    for (int kind = 0; kind < N_KINDS; kind++)
      damage_page (fixture, page, kind);
  g_test_message ("%s: %u of %u pages", file, (n + step - 1) / step, n);
  fixture_free (fixture);
}

static void
test_every_page_of_the_journal (void)
{
  damage_pages ("casework.db", damage_journal);
}

static void
test_every_page_of_the_keys (void)
{
  damage_pages ("keys.db", damage_keys);
}

#define ADD(test) g_test_add_func ("/casework/damage/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (every_page_of_the_journal);
  ADD (every_page_of_the_keys);
  return g_test_run ();
}
