/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "casework/dolen-casework.h"
#include "casework/vault/dolen-vault.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/*
 * Unlocking 100,000 events of about 512 bytes, beyond the derivation of the passphrase, which is
 * the floor: it is meant to cost what it costs. The memory of what is open then, against the plain
 * size of the caseload: the sum of the events' plain JSON texts. And how long destroying holds up.
 */
#define EVENTS 100000
#define PEOPLE 500

static const char passphrase[] = "seven slow otters swim past Tregaron";

static void
expect (gboolean ok, const GError *error)
{
  if (!ok)
    g_error ("%s", error->message);
}

static void
fill (DolenCasework *casework)
{
  /* Sealed, a note of this length fills 512 bytes. */
  static const char words[] = "Rang this morning; they went on Tuesday.";
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < PEOPLE; i++) {
    g_autoptr (DolenPerson) person = dolen_person_new ();

    g_free (person->name);
    person->name = g_strdup_printf ("Person %u", i);
    expect (dolen_casework_person_add (casework, person, NULL, &error), error);
    g_ptr_array_add (people, g_strdup (person->uid));
  }
  for (guint i = PEOPLE; i < EVENTS; i++) {
    g_autoptr (DolenNote) note
               = dolen_note_new (g_ptr_array_index (people, i % PEOPLE), NULL, "call", words);
    expect (dolen_casework_note_add (casework, note, NULL, &error), error);
  }
}

static char *
make_vault (void)
{
  const char *base = g_getenv ("DOLEN_BENCH_DIR");
  g_autofree char *folder = g_build_filename (base, "vault", NULL);
  g_autofree char *done = g_build_filename (base, "vault.done", NULL);
  g_autoptr (DolenCasework) casework = NULL;
  g_autoptr (GError) error = NULL;
  DolenSecret *key;

  if (g_file_test (done, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&folder);
  g_mkdir_with_parents (folder, 0700);
  casework = dolen_casework_new (folder, NULL);
  key = dolen_recovery_key_new ();
  expect (dolen_casework_create_sync (casework, passphrase, key, &error), error);
  dolen_secret_free (key);
  fill (casework);
  dolen_casework_lock (casework);
  g_file_set_contents (done, "", 0, NULL);
  return g_steal_pointer (&folder);
}

/* The least of three: what the events take is then rather said too high than too low. */
static double
measure_derivation (void)
{
  DolenPassphraseCost cost = dolen_passphrase_cost_default ();
  guint8 salt[DOLEN_SALT_SIZE] = { 7 };
  double least = G_MAXDOUBLE;

  for (int i = 0; i < 3; i++) {
    double start = dolen_bench_now ();
    DolenSecret *key = dolen_passphrase_derive (passphrase, salt, &cost, FALSE, NULL);

    least = MIN (least, dolen_bench_now () - start);
    dolen_secret_free (key);
  }
  return least;
}

/* ---- memory ---- */

static void
add_size (const DolenEvent *event, gpointer size)
{
  g_autofree char *text = dolen_event_encode (event);

  *(double *) size += (double) strlen (text);
}

static double
measure_plain_size (const char *folder)
{
  DolenVaultReader reader = { NULL, add_size };
  g_autoptr (GError) error = NULL;
  double size = 0;
  DolenVault *vault = dolen_vault_unlock (folder, passphrase, NULL, &reader, &size, &error);

  expect (vault != NULL, error);
  dolen_vault_lock (vault);
  return size;
}

/* What lives on the heap; keys lie in pages of their own, few and small. */
static double
measure_heap (void)
{
  struct mallinfo2 heap;

  malloc_trim (0);
  heap = mallinfo2 ();
  return (double) (heap.uordblks + heap.hblkhd);
}

/* Of the process, pages touched and not given back included. */
static double
measure_resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  parts = g_strsplit (text, " ", -1);
  return g_ascii_strtod (parts[1], NULL) * (double) getpagesize ();
}

/* ---- destroying ---- */

static void
copy_file (const char *from, const char *to, const char *name)
{
  g_autofree char *source = g_build_filename (from, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);
  g_autoptr (GFile) source_file = g_file_new_for_path (source);
  g_autoptr (GFile) target_file = g_file_new_for_path (target);
  g_autoptr (GError) error = NULL;

  expect (g_file_copy (source_file, target_file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error),
          error);
}

/* In a copy, so that the next run finds what this one did. */
static void
measure_destroying (const char *folder)
{
  g_autofree char *copy = g_strconcat (folder, "-copy", NULL);
  g_autoptr (DolenCasework) casework = dolen_casework_new (copy, NULL);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  double start, timeline, redaction;

  g_mkdir_with_parents (copy, 0700);
  copy_file (folder, copy, "casework.db");
  copy_file (folder, copy, "keys.db");
  copy_file (folder, copy, "device");
  expect (dolen_casework_unlock_sync (casework, passphrase, &error), error);
  people = dolen_caseload_list_people (
      dolen_casework_get_caseload (casework), NULL, "2026-11-03", NULL);
  start = dolen_bench_now ();
  entries = dolen_caseload_list_timeline (dolen_casework_get_caseload (casework),
                                          ((DolenPersonRow *) people->pdata[0])->uid,
                                          DOLEN_ENTRY_ALL,
                                          -1,
                                          &error);
  timeline = dolen_bench_now () - start;
  start = dolen_bench_now ();
  expect (
      dolen_casework_redact (casework, ((DolenEntry *) entries->pdata[0])->event, "bench", &error),
      error);
  redaction = dolen_bench_now () - start;
  start = dolen_bench_now ();
  expect (dolen_casework_person_erase (
              casework, ((DolenPersonRow *) people->pdata[0])->uid, "bench", &error),
          error);
  g_print (
      "a timeline of %u lines, first time: %.1f ms; a redaction: %.1f ms; an erasure: %.1f ms\n",
      entries->len,
      timeline * 1e3,
      redaction * 1e3,
      (dolen_bench_now () - start) * 1e3);
}

int
main (void)
{
  g_autofree char *folder = make_vault ();
  g_autoptr (DolenCasework) casework = dolen_casework_new (folder, NULL);
  g_autoptr (GError) error = NULL;
  double plain = measure_plain_size (folder), derivation = measure_derivation ();
  double heap = measure_heap (), resident = measure_resident ();
  double start = dolen_bench_now (), unlock;

  expect (dolen_casework_unlock_sync (casework, passphrase, &error), error);
  unlock = dolen_bench_now () - start;
  heap = measure_heap () - heap;
  resident = measure_resident () - resident;
  g_print ("unlock of %d events: %.2f s, of which the passphrase %.2f s and the events %.2f s\n",
           EVENTS,
           unlock,
           derivation,
           unlock - derivation);
  dolen_bench_say ("unlock of 100,000 events", unlock, derivation, 0);
  g_print ("at most 1.0 s beyond the passphrase: %s\n",
           unlock - derivation <= 1.0 ? "met" : "MISSED");
  g_print ("memory: plain size %.1f MB; heap %.1f MB, ratio %.2f, goal 1.50 %s; resident %.1f MB;"
           " SQLite %.1f MB\n",
           plain / 1e6,
           heap / 1e6,
           heap / plain,
           heap / plain <= 1.5 ? "met" : "MISSED",
           resident / 1e6,
           (double) sqlite3_memory_used () / 1e6);
  dolen_casework_lock (casework);
  measure_destroying (folder);
  return 0;
}
