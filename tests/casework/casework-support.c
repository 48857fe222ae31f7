/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "casework/dolen-casework-incoming.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-time.h"
#include "support/dolen-test.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#define TEST_INSTANT G_GINT64_CONSTANT (1793700000000)

CaseworkTest *
casework_test_new (void)
{
  CaseworkTest *test = g_new0 (CaseworkTest, 1);
  GError *error = NULL;

  dolen_time_set_fixed (TEST_INSTANT);
  test->folder = dolen_test_folder ();
  test->recovery = dolen_recovery_key_new ();
  test->casework = dolen_casework_new (test->folder, NULL);
  dolen_casework_set_cost (test->casework, dolen_passphrase_cost_least ());
  dolen_casework_set_author (test->casework, "Carys");
  dolen_casework_create_sync (test->casework, CASEWORK_PASSPHRASE, test->recovery, &error);
  g_assert_no_error (error);
  return test;
}

CaseworkTest *
casework_test_clone (const CaseworkTest *test, const char *const *files, gsize n_files)
{
  CaseworkTest *clone = g_new0 (CaseworkTest, 1);

  dolen_time_set_fixed (TEST_INSTANT);
  clone->folder = dolen_test_folder ();
  clone->recovery = dolen_secret_new_from (dolen_secret_peek (test->recovery), DOLEN_KEY_SIZE);
  clone->casework = dolen_casework_new (clone->folder, NULL);
  dolen_casework_set_cost (clone->casework, dolen_passphrase_cost_least ());
  dolen_casework_set_author (clone->casework, "Carys");
  for (gsize i = 0; i < n_files; i++) {
    g_autofree char *from = casework_test_file (test, files[i]);
    g_autofree char *to = casework_test_file (clone, files[i]);
    g_autofree char *bytes = NULL;
    gsize size = 0;

    g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
    g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
  }
  return clone;
}

/* ---- fixtures ---- */

static void
unpack (const char *from, const char *to)
{
  g_autoptr (GFile) packed = g_file_new_for_path (from);
  g_autoptr (GFile) file = g_file_new_for_path (to);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  GError *error = NULL;
  g_autoptr (GFileInputStream) bytes = g_file_read (packed, NULL, &error);
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  in = g_converter_input_stream_new (G_INPUT_STREAM (bytes), G_CONVERTER (gzip));
  out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out),
                          in,
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL,
                          &error);
  g_assert_no_error (error);
}

/* Unpacks @name of the fixtures of @version (with ".gz" where @packed) to the folder of @test. */
static void
take_fixture (const CaseworkTest *test, int version, const char *name, gboolean packed)
{
  g_autofree char *number = g_strdup_printf ("v%d", version);
  g_autofree char *stored = g_strconcat (name, packed ? ".gz" : "", NULL);
  g_autofree char *from = g_build_filename (
      g_getenv ("DOLEN_SOURCE_DIR"), "tests", "casework", "fixtures", number, stored, NULL);
  g_autofree char *to = casework_test_file (test, name);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  if (packed) {
    unpack (from, to);
    return;
  }
  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
}

CaseworkTest *
casework_test_from_version (int version)
{
  CaseworkTest *test = g_new0 (CaseworkTest, 1);

  dolen_time_set_fixed (G_GINT64_CONSTANT (1793872800000));
  test->folder = dolen_test_folder ();
  test->recovery = dolen_recovery_key_parse (CASEWORK_FIXTURE_RECOVERY_KEY, NULL);
  test->casework = dolen_casework_new (test->folder, NULL);
  take_fixture (test, version, "casework.db", TRUE);
  take_fixture (test, version, "keys.db", TRUE);
  take_fixture (test, version, "device", FALSE);
  return test;
}

void
casework_test_free (CaseworkTest *test)
{
  g_assert_finalize_object (test->casework);
  dolen_secret_free (test->recovery);
  g_free (test->folder);
  g_free (test);
  dolen_time_set_fixed (0);
}

void
casework_test_reopen (CaseworkTest *test)
{
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  dolen_casework_unlock_sync (test->casework, CASEWORK_PASSPHRASE, &error);
  g_assert_no_error (error);
}

char *
casework_test_file (const CaseworkTest *test, const char *name)
{
  return g_build_filename (test->folder, name, NULL);
}

void
casework_test_copy (const CaseworkTest *test, const char *from, const char *to)
{
  g_autofree char *source = casework_test_file (test, from);
  g_autofree char *target = casework_test_file (test, to);
  g_autofree char *bytes = NULL;
  GError *error = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (source, &bytes, &size, &error));
  g_assert_true (g_file_set_contents (target, bytes, (gssize) size, &error));
  g_assert_no_error (error);
}

void
casework_test_sql (const CaseworkTest *test, const char *file, const char *sql)
{
  g_autofree char *path = casework_test_file (test, file);
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_exec (handle, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

void
casework_test_flip (const CaseworkTest *test,
                    const char *file,
                    const char *table,
                    const char *column,
                    const char *where)
{
  g_autofree char *path = casework_test_file (test, file);
  g_autofree char *read = g_strdup_printf ("SELECT %s FROM %s WHERE %s", column, table, where);
  g_autofree char *write = g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE %s", table, column, where);
  g_autofree guint8 *bytes = NULL;
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  int size;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, read, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  size = sqlite3_column_bytes (statement, 0);
  bytes = g_memdup2 (sqlite3_column_blob (statement, 0), (gsize) size);
  sqlite3_finalize (statement);
  bytes[size / 2] ^= 0x10;
  g_assert_cmpint (sqlite3_prepare_v2 (handle, write, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_blob (statement, 1, bytes, size, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_exec (handle, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

char *
casework_test_add_person (CaseworkTest *test, const char *name)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenEpisode) episode = NULL;
  g_autoptr (DolenAct) act = NULL;
  GError *error = NULL;

  person->name = g_strdup (name);
  person->created = dolen_time_now ();
  act = dolen_act_begin (test->casework, DOLEN_EVENT_PERSON_ADD, person->uid, &error);
  g_assert_no_error (error);
  episode = dolen_episode_new (person->uid);
  dolen_act_put (act, &dolen_person_type, NULL, person);
  dolen_act_put (act, &dolen_episode_type, NULL, episode);
  dolen_act_commit (act, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (person->uid);
}

DolenReferral *
casework_test_referral (const char *person, DolenReferralKind kind)
{
  DolenReferral *referral = dolen_referral_new (person, kind);

  referral->service_name = g_strdup ("Clwb Cinio Neuadd Fach");
  referral->phone = g_strdup ("01632960123");
  referral->consent = DOLEN_CONSENT_YES;
  referral->consent_on = g_strdup ("2026-11-03");
  return referral;
}

void
casework_test_note (CaseworkTest *test, const char *person, const char *text)
{
  g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "note", text);
  GError *error = NULL;

  dolen_casework_note_add (test->casework, note, NULL, &error);
  g_assert_no_error (error);
}

/* ---- coming in ---- */

void
casework_test_days_later (int days)
{
  dolen_time_set_fixed (dolen_time_now () + days * G_GINT64_CONSTANT (86400000));
}

char *
casework_test_receive (CaseworkTest *test, const char *source, DolenUndo **undo)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenIncoming) incoming = NULL;
  GError *error = NULL;

  person->name = g_strdup ("Siân Rhys");
  person->address = g_strdup ("1 Stryd Fawr");
  dolen_person_add_way (person, "mobile", "07700 900111", FALSE, NULL);
  incoming = dolen_incoming_new (person->uid);
  incoming->source = g_strdup (source);
  incoming->source_name = g_strdup ("Meddygfa Glan-yr-afon");
  incoming->reason = g_strdup ("Alone since her husband died");
  incoming->risk = g_strdup ("A dog that bites");
  dolen_casework_incoming_add (test->casework, incoming, person, undo, &error);
  g_assert_no_error (error);
  return g_strdup (incoming->uid);
}

/* Made in the same moment they stand in no order but that of their random uids: by kind here. */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  const DolenFollowUp *first = (*(DolenDue *const *) a)->follow_up;
  const DolenFollowUp *second = (*(DolenDue *const *) b)->follow_up;
  int order = g_strcmp0 (first->due, second->due);

  return order != 0 ? order
                    : g_strcmp0 (dolen_follow_up_kind_nick (first->kind),
                                 dolen_follow_up_kind_nick (second->kind));
}

/* The open follow-ups: "decide 2026-11-05, tell-referrer 2026-11-05". */
static char *
list_open (CaseworkTest *test)
{
  g_autoptr (GPtrArray) due = dolen_caseload_list_follow_ups (
      dolen_casework_get_caseload (test->casework), NULL, "2026-11-03", NULL);
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (due, compare_due);
  for (guint i = 0; i < due->len; i++) {
    const DolenFollowUp *one = ((DolenDue *) due->pdata[i])->follow_up;

    /* The rules of a spell of support have tests of their own. */
    if (one->kind >= DOLEN_FOLLOW_UP_SUPPORT_ENDS && one->kind <= DOLEN_FOLLOW_UP_CONSENT_ENDS)
      continue;
    g_string_append_printf (text,
                            "%s%s %s",
                            text->len > 0 ? ", " : "",
                            dolen_follow_up_kind_nick (one->kind),
                            one->due);
  }
  return g_string_free (text, FALSE);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Those made in one millisecond have no order of their own. */
static char *
sort_list (const char *list)
{
  g_auto (GStrv) items = g_strsplit (list, ", ", -1);

  qsort (items, g_strv_length (items), sizeof *items, compare_words);
  return g_strjoinv (", ", items);
}

void
casework_test_assert_open (CaseworkTest *test, const char *expected)
{
  g_autofree char *listed = list_open (test);
  g_autofree char *open = sort_list (listed);
  g_autofree char *wanted = sort_list (expected);

  g_assert_cmpstr (open, ==, wanted);
}

void
casework_test_undo (CaseworkTest *test, DolenUndo *undo)
{
  GError *error = NULL;

  g_assert_nonnull (undo);
  dolen_casework_undo (test->casework, undo, &error);
  g_assert_no_error (error);
  casework_test_reopen (test);
}
