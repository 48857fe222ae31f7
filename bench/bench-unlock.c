/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "casework/dolen-casework.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <sqlite3.h>
#include <unistd.h>

/*
 * Unlocking 100,000 events of about 512 bytes, beyond the derivation of the passphrase, which is
 * the floor: it is meant to cost what it costs.
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

static double
measure_derivation (void)
{
  DolenPassphraseCost cost = dolen_passphrase_cost_default ();
  guint8 salt[DOLEN_SALT_SIZE] = { 7 };
  double start = dolen_bench_now ();
  DolenSecret *key = dolen_passphrase_derive (passphrase, salt, &cost, FALSE, NULL);
  double time = dolen_bench_now () - start;

  dolen_secret_free (key);
  return time;
}

/* ---- memory ---- */

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

int
main (void)
{
  g_autofree char *folder = make_vault ();
  g_autoptr (DolenCasework) casework = dolen_casework_new (folder, NULL);
  g_autoptr (GError) error = NULL;
  double derivation = measure_derivation ();
  double heap = measure_heap (), resident = measure_resident ();
  double start = dolen_bench_now (), unlock;

  expect (dolen_casework_unlock_sync (casework, passphrase, &error), error);
  unlock = dolen_bench_now () - start;
  g_print ("unlock of %d events: %.2f s, of which the passphrase %.2f s and the events %.2f s\n",
           EVENTS,
           unlock,
           derivation,
           unlock - derivation);
  dolen_bench_say ("unlock of 100,000 events", unlock, derivation, 0);
  heap = measure_heap () - heap;
  resident = measure_resident () - resident;
  g_print ("memory: heap %.1f MB, resident %.1f MB, SQLite %.1f MB (at most %.1f MB)\n",
           heap / 1e6,
           resident / 1e6,
           (double) sqlite3_memory_used () / 1e6,
           (double) sqlite3_memory_highwater (FALSE) / 1e6);
  return 0;
}
