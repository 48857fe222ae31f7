/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-chain.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The row before the one at hand: whether its header is whole is only known from the next one's
 * prev, or from the head. */
typedef struct {
  gboolean there;
  DolenJournalRow row;
  DolenOutcome outcome;
  guint8 hash[DOLEN_HASH_SIZE];
} Pending;

struct _DolenChain {
  DolenJournal *journal; /* (not owned) */
  GPtrArray *problems;   /* (owned) DolenProblem */
  GHashTable *lost_keys; /* (owned) hex of keys already told */
  const DolenDevice *used;
  gboolean
      used_seen;    /* the row the device file names is here with its hash, or its fault is told */
  DolenDevice last; /* of the device file: its last row here */
  GBytes *device;   /* (owned) (nullable) the one being walked */
  Pending pending;
  guint64 next_seq;
  gboolean has_authentic; /* a row of this device was opened */
  guint64 rows;
  guint64 rows_promised; /* by the newest head */
  gboolean told_missing;
};

DolenChain *
dolen_chain_new (DolenJournal *journal)
{
  DolenChain *chain = g_new0 (DolenChain, 1);

  chain->journal = journal;
  chain->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_problem_free);
  chain->lost_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return chain;
}

void
dolen_chain_free (DolenChain *chain)
{
  if (chain == NULL)
    return;
  g_ptr_array_unref (chain->problems);
  g_hash_table_unref (chain->lost_keys);
  g_clear_pointer (&chain->device, g_bytes_unref);
  g_free (chain);
}

DolenProblem *
dolen_problem_new (int code, const char *key, const char *sentence)
{
  DolenProblem *problem = g_new0 (DolenProblem, 1);

  problem->code = code;
  problem->key = g_strdup (key);
  problem->sentence = g_strdup (sentence);
  return problem;
}

void
dolen_problem_free (DolenProblem *problem)
{
  g_free (problem->key);
  g_free (problem->sentence);
  g_free (problem);
}

/* Takes key and sentence. */
static void
add_problem (DolenChain *chain, int code, char *key, char *sentence)
{
  DolenProblem *problem = g_new0 (DolenProblem, 1);

  problem->code = code;
  problem->key = key;
  problem->sentence = sentence;
  g_ptr_array_add (chain->problems, problem);
}

void
dolen_chain_add_damaged (DolenChain *chain, const DolenJournalRow *row)
{
  g_autofree char *device = dolen_hex (row->header.device, DOLEN_ID_SIZE);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, row->seq);

  add_problem (
      chain,
      DOLEN_ERROR_EVENT_DAMAGED,
      g_strdup_printf ("damaged:%s:%" G_GUINT64_FORMAT, device, row->header.device_seq),
      /* Translators: %s: the number of an event (digwyddiad, masc.) of the case records. */
      g_strdup_printf (_ ("Event %s of the case records is damaged or was altered."), number));
}

/* Whether the device being walked is the one watched. A damaged row may claim one of any length. */
static gboolean
is_watched (const DolenChain *chain)
{
  gsize size = 0;
  const void *device = g_bytes_get_data (chain->device, &size);

  return chain->used != NULL && size == DOLEN_ID_SIZE
         && memcmp (chain->used->device, device, DOLEN_ID_SIZE) == 0;
}

static void
add_missing (DolenChain *chain, guint64 from, guint64 to)
{
  g_autofree char *device
      = dolen_hex (g_bytes_get_data (chain->device, NULL), g_bytes_get_size (chain->device));
  g_autofree char *first = g_strdup_printf ("%" G_GUINT64_FORMAT, from);
  g_autofree char *last = g_strdup_printf ("%" G_GUINT64_FORMAT, to);
  char *sentence = NULL;

  chain->told_missing = TRUE;
  if (is_watched (chain) && chain->used->device_seq >= from && chain->used->device_seq <= to)
    chain->used_seen = TRUE;
  if (from == to)
    sentence = g_strdup_printf (
        /* Translators: %s: a running number. */
        _ ("Event %s of this computer’s case records is missing."),
        first);
  else
    sentence = g_strdup_printf (
        /* Translators: %s: running numbers, the first and the last. */
        _ ("Events %s to %s of this computer’s case records are missing."),
        first,
        last);
  add_problem (
      chain,
      DOLEN_ERROR_EVENTS_MISSING,
      g_strdup_printf ("missing:%s:%" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT, device, from, to),
      sentence);
}

static void
add_lost_key (DolenChain *chain, const DolenJournalRow *row)
{
  char *key = dolen_hex (row->header.key, DOLEN_ID_SIZE);

  if (!g_hash_table_add (chain->lost_keys, key))
    return;
  add_problem (chain,
               DOLEN_ERROR_KEY_DAMAGED,
               g_strconcat ("key:", key, NULL),
               g_strdup (_ ("The key of a person’s record is missing or damaged (keys.db). Is the "
                            "keys file an older copy?")));
}

/* @matches: the header's hash is the one expected; @proven: what expects it is itself authentic. */
static void
settle (DolenChain *chain, gboolean matches, gboolean proven)
{
  Pending *pending = &chain->pending;
  gboolean altered = proven && !matches;

  if (!pending->there)
    return;
  pending->there = FALSE;
  if (pending->outcome == DOLEN_ROW_DAMAGED || altered)
    dolen_chain_add_damaged (chain, &pending->row);
  else if (pending->outcome == DOLEN_ROW_NO_KEY)
    add_lost_key (chain, &pending->row);
}

void
dolen_chain_watch (DolenChain *chain, const DolenDevice *used)
{
  chain->used = used;
}

void
dolen_chain_catch_up (const DolenChain *chain, DolenDevice *device)
{
  if (chain->last.device_seq <= device->device_seq)
    return;
  device->device_seq = chain->last.device_seq;
  memcpy (device->hash, chain->last.hash, DOLEN_HASH_SIZE);
}

void
dolen_chain_begin_device (DolenChain *chain, GBytes *device)
{
  g_clear_pointer (&chain->device, g_bytes_unref);
  chain->device = g_bytes_ref (device);
  chain->pending.there = FALSE;
  chain->next_seq = 1;
  chain->has_authentic = FALSE;
}

static void
note_used (DolenChain *chain, const DolenJournalRow *row)
{
  const DolenDevice *used = chain->used;

  if (used == NULL || memcmp (used->device, row->header.device, DOLEN_ID_SIZE) != 0)
    return;
  chain->last.device_seq = row->header.device_seq;
  memcpy (chain->last.hash, chain->pending.hash, DOLEN_HASH_SIZE);
  if (used->device_seq == row->header.device_seq)
    chain->used_seen = memcmp (used->hash, chain->pending.hash, DOLEN_HASH_SIZE) == 0
                       || chain->pending.outcome == DOLEN_ROW_DAMAGED;
}

void
dolen_chain_see_row (DolenChain *chain, const DolenJournalRow *row, DolenOutcome outcome)
{
  static const guint8 none[DOLEN_HASH_SIZE];
  const guint8 *expected = chain->pending.there ? chain->pending.hash : none;
  guint64 seq = row->header.device_seq;
  gboolean matches = memcmp (row->header.prev, expected, DOLEN_HASH_SIZE) == 0;

  chain->rows++;
  if (seq > chain->next_seq) {
    settle (chain, FALSE, FALSE);
    add_missing (chain, chain->next_seq, seq - 1);
  } else {
    settle (chain, matches, outcome == DOLEN_ROW_OPENED);
  }
  chain->has_authentic |= outcome == DOLEN_ROW_OPENED;
  chain->pending.there = TRUE;
  chain->pending.row = *row;
  chain->pending.row.sealed = NULL;
  chain->pending.outcome = outcome;
  dolen_header_hash (&row->header, chain->pending.hash);
  note_used (chain, row);
  chain->next_seq = seq + 1;
}

static void
add_head_problem (DolenChain *chain)
{
  g_autofree char *device
      = dolen_hex (g_bytes_get_data (chain->device, NULL), g_bytes_get_size (chain->device));

  add_problem (chain,
               DOLEN_ERROR_EVENT_DAMAGED,
               g_strconcat ("head:", device, NULL),
               g_strdup (_ ("The seal at the end of the case records is damaged or was altered; "
                            "the last events may be missing.")));
}

void
dolen_chain_end_device (DolenChain *chain)
{
  DolenHead head;
  DolenHeadState state = DOLEN_HEAD_MISSING;

  if (g_bytes_get_size (chain->device) == DOLEN_ID_SIZE)
    state = dolen_journal_read_head (chain->journal, g_bytes_get_data (chain->device, NULL), &head);
  if (state != DOLEN_HEAD_GOOD) {
    settle (chain, FALSE, FALSE);
    /* A damaged row may claim a device that never was. */
    if (state == DOLEN_HEAD_DAMAGED || chain->has_authentic)
      add_head_problem (chain);
    return;
  }
  chain->rows_promised = MAX (chain->rows_promised, head.rows);
  if (head.device_seq == chain->next_seq - 1) {
    settle (chain, memcmp (head.hash, chain->pending.hash, DOLEN_HASH_SIZE) == 0, TRUE);
  } else {
    settle (chain, FALSE, FALSE);
    if (head.device_seq >= chain->next_seq)
      add_missing (chain, chain->next_seq, head.device_seq);
    else
      add_head_problem (chain);
  }
}

void
dolen_chain_leave_device (DolenChain *chain)
{
  settle (chain, FALSE, FALSE);
}

static void
check_used (DolenChain *chain, const DolenDevice *used, gint64 keys_version)
{
  g_autofree char *device = dolen_hex (used->device, DOLEN_ID_SIZE);
  gboolean older = used->device_seq > 0 && !chain->used_seen;

  if (older || keys_version < used->keys_version)
    add_problem (
        chain,
        DOLEN_ERROR_OLDER_COPY,
        g_strdup_printf ("older:%s:%" G_GUINT64_FORMAT, device, used->device_seq),
        older ? g_strdup (_ ("These case records are an older copy than the ones last used on this "
                             "computer."))
              : g_strdup (_ ("The keys file (keys.db) is an older copy than the one last used on "
                             "this computer.")));
}

void
dolen_chain_finish (DolenChain *chain,
                    const DolenDevice *used,
                    DolenDeviceState used_state,
                    gint64 keys_version)
{
  if (chain->rows < chain->rows_promised && !chain->told_missing)
    add_problem (chain,
                 DOLEN_ERROR_EVENTS_MISSING,
                 g_strdup_printf ("rows:%" G_GUINT64_FORMAT, chain->rows_promised),
                 g_strdup (_ ("Events of another computer are missing from the case records.")));
  if (used_state == DOLEN_DEVICE_GOOD)
    check_used (chain, used, keys_version);
  else if (used_state == DOLEN_DEVICE_DAMAGED)
    add_problem (
        chain,
        DOLEN_ERROR_OLDER_COPY,
        g_strdup ("device"),
        g_strdup (_ ("The note of what was last used on this computer (the file “device”) is "
                     "damaged or was altered; the case records may be an older copy.")));
}

static int
rank (int code)
{
  static const int order[] = { DOLEN_ERROR_EVENT_DAMAGED,
                               DOLEN_ERROR_KEY_DAMAGED,
                               DOLEN_ERROR_EVENTS_MISSING,
                               DOLEN_ERROR_OLDER_COPY };

  for (int i = 0; i < (int) G_N_ELEMENTS (order); i++)
    if (order[i] == code)
      return i;
  return G_N_ELEMENTS (order);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const DolenProblem *first = *(DolenProblem *const *) a, *second = *(DolenProblem *const *) b;

  return rank (first->code) - rank (second->code);
}

GPtrArray *
dolen_chain_steal_problems (DolenChain *chain)
{
  GPtrArray *problems = chain->problems;

  /* A stable sort: within a kind they stay in the order they were found. */
  g_ptr_array_sort (problems, compare_problems);
  chain->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_problem_free);
  return problems;
}
