/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-merge.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-vault-copy.h"
#include "casework/vault/dolen-vault-survey.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  DolenVault *vault;
  DolenVaultCopy *copy; /* (owned) */
  DolenSurvey *ours;    /* (owned) */
  DolenSurvey *theirs;  /* (owned) */
  GHashTable *forked;   /* (owned) hex of devices under whose id both copies wrote on */
  gboolean
      own_device; /* events of the device id this copy writes under came in or were set aside */
  DolenMergeResult *result;
} Merge;

static void
merge_clear (Merge *merge)
{
  dolen_vault_copy_close (merge->copy);
  dolen_survey_free (merge->ours);
  dolen_survey_free (merge->theirs);
  g_hash_table_unref (merge->forked);
}

/* ---- one row of the other copy ---- */

/* Whether its text was destroyed by somebody who may: a redaction or erasure of either copy. */
static gboolean
is_destroyed (const Merge *merge, const DolenHeader *header)
{
  return dolen_keys_is_destroyed (merge->vault->keys, header->key)
         || dolen_survey_destroys (merge->ours, header)
         || dolen_survey_destroys (merge->theirs, header);
}

static void
note_own (Merge *merge, const DolenJournalRow *row)
{
  merge->own_device |= memcmp (row->header.device, merge->vault->device.device, DOLEN_ID_SIZE) == 0;
}

static void
note_forked (Merge *merge, const DolenJournalRow *row)
{
  g_hash_table_add (merge->forked, dolen_hex (row->header.device, DOLEN_ID_SIZE));
}

static gboolean
is_forked (const Merge *merge, const DolenJournalRow *row)
{
  g_autofree char *device = dolen_hex (row->header.device, DOLEN_ID_SIZE);

  return g_hash_table_contains (merge->forked, device);
}

static gboolean
set_aside (Merge *merge, const DolenJournalRow *row, GError **error)
{
  DolenJournal *journal = merge->vault->journal;

  if (!dolen_journal_set_aside (journal, row, error))
    return FALSE;
  note_forked (merge, row);
  if (dolen_db_changes (dolen_journal_get_db (journal)) > 0) {
    merge->result->n_quarantined++;
    note_own (merge, row);
  } else {
    merge->result->n_known++;
  }
  return TRUE;
}

/* Nothing stands in its way. */
static gboolean
take (Merge *merge, const DolenJournalRow *row, gint64 *counter, GError **error)
{
  /* What follows an event that was set aside does not fit our chain either. */
  if (is_forked (merge, row))
    return set_aside (merge, row, error);
  if (!dolen_journal_take (merge->vault->journal, row, error))
    return FALSE;
  ++*counter;
  note_own (merge, row);
  return TRUE;
}

static gboolean
is_same_header (const DolenJournalRow *a, const DolenJournalRow *b)
{
  guint8 hash_a[DOLEN_HASH_SIZE], hash_b[DOLEN_HASH_SIZE];

  dolen_header_hash (&a->header, hash_a);
  dolen_header_hash (&b->header, hash_b);
  return !a->malformed && !b->malformed && memcmp (hash_a, hash_b, sizeof hash_a) == 0;
}

/* Of a row that stands here: as it was written, or just taken from there. */
static gboolean
is_trusted (const Merge *merge, const DolenHeader *header)
{
  return dolen_survey_trusts (merge->ours, header) || dolen_survey_trusts (merge->theirs, header);
}

/* The event is here. A destruction in either copy holds; a text that is damaged here, or gone
 * without anybody having destroyed it, is put back. */
static gboolean
join (Merge *merge, const DolenJournalRow *theirs, const DolenJournalRow *ours, GError **error)
{
  DolenJournal *journal = merge->vault->journal;

  if (theirs->sealed == NULL) {
    merge->result->n_known++;
    return ours->sealed == NULL || !is_destroyed (merge, &ours->header)
           || dolen_journal_redact (journal, ours->header.id, error);
  }
  if (ours->sealed != NULL && dolen_journal_row_is_as_hashed (ours)) {
    merge->result->n_known++;
    return TRUE;
  }
  merge->result->n_restored++;
  return dolen_journal_restore (journal, ours->seq, theirs->sealed, theirs->sealed_size, error);
}

/* A row of ours that is not as it was written gives way; its bytes are kept aside. */
static gboolean
give_way (Merge *merge, const DolenJournalRow *ours, gint64 seq, GError **error)
{
  return (ours->malformed || dolen_journal_set_aside (merge->vault->journal, ours, error))
         && dolen_journal_remove (merge->vault->journal, seq, error);
}

static gboolean
settle_row (Merge *merge, const DolenJournalRow *row, GError **error)
{
  DolenJournal *journal = merge->vault->journal;
  gint64 *counter = &merge->result->n_adopted;

  for (;;) {
    g_autoptr (DolenStatement) rival = NULL;
    DolenJournalRow ours;

    if (!dolen_journal_find_rival (journal, row, &rival, error))
      return FALSE;
    if (rival == NULL)
      return take (merge, row, counter, error);
    dolen_journal_read_row (journal, rival, &ours);
    if (is_same_header (row, &ours))
      return join (merge, row, &ours, error);
    if (!ours.malformed && is_trusted (merge, &ours.header))
      return set_aside (merge, row, error);
    if (!give_way (merge, &ours, ours.seq, error))
      return FALSE;
    counter = &merge->result->n_restored;
  }
}

static gboolean
see_row (Merge *merge, const DolenJournalRow *row, GError **error)
{
  DolenJournalRow taken = *row;

  if (row->malformed || !dolen_survey_trusts (merge->theirs, &row->header)) {
    merge->result->n_left_out++;
    return TRUE;
  }
  if (is_destroyed (merge, &row->header)) {
    taken.sealed = NULL;
    taken.sealed_size = 0;
  }
  return settle_row (merge, &taken, error);
}

/* ---- all of them ---- */

static gboolean
see_device (Merge *merge, GBytes *device, GError **error)
{
  g_autoptr (DolenStatement) rows = dolen_journal_walk (merge->copy->journal, device, error);
  gboolean found = FALSE, ok;
  DolenJournalRow row;

  if (rows == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (rows, &found, error)) && found) {
    dolen_journal_read_row (merge->copy->journal, rows, &row);
    if (!see_row (merge, &row, error))
      return FALSE;
  }
  return ok;
}

/* What they had set aside, if it is authentic by itself. */
static gboolean
see_quarantine (Merge *merge, GError **error)
{
  g_autoptr (DolenStatement) rows = dolen_journal_walk_quarantine (merge->copy->journal, error);
  gboolean found = FALSE, ok;
  DolenJournalRow row;

  if (rows == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (rows, &found, error)) && found) {
    DolenEvent *event = NULL;

    dolen_journal_read_row (merge->copy->journal, rows, &row);
    if (dolen_vault_open_row (merge->vault, &row, &event) == DOLEN_ROW_OPENED
        && !is_destroyed (merge, &row.header)) {
      note_forked (merge, &row);
      if (!settle_row (merge, &row, error)) {
        dolen_event_free (event);
        return FALSE;
      }
    }
    dolen_event_free (event);
  }
  return ok;
}

/* Whether two ends of a device grew, here and there: then ours stays the end of ours. */
static gboolean
is_another_end (Merge *merge, const guint8 *device, const DolenHead *theirs)
{
  DolenJournalRow row = { .header.device_seq = theirs->device_seq };
  g_autoptr (DolenStatement) ours = NULL;
  guint8 hash[DOLEN_HASH_SIZE];

  memcpy (row.header.device, device, DOLEN_ID_SIZE);
  if (!dolen_journal_find_rival (merge->vault->journal, &row, &ours, NULL) || ours == NULL)
    return is_forked (merge, &row);
  dolen_journal_read_row (merge->vault->journal, ours, &row);
  dolen_header_hash (&row.header, hash);
  return memcmp (hash, theirs->hash, sizeof hash) != 0 && is_trusted (merge, &row.header);
}

/* The newer head of a device, if it is good. */
static gboolean
take_head (Merge *merge, GBytes *device, GError **error)
{
  const guint8 *id = g_bytes_get_data (device, NULL);
  DolenJournal *journal = merge->vault->journal;
  DolenHead theirs, ours;

  if (g_bytes_get_size (device) != DOLEN_ID_SIZE
      || dolen_journal_read_head (merge->copy->journal, id, &theirs) != DOLEN_HEAD_GOOD
      || is_another_end (merge, id, &theirs))
    return TRUE;
  if (dolen_journal_read_head (journal, id, &ours) == DOLEN_HEAD_GOOD
      && ours.device_seq >= theirs.device_seq)
    return TRUE;
  return dolen_journal_copy_head (journal, merge->copy->journal, id, error);
}

static gboolean
see_all (Merge *merge, GError **error)
{
  g_autoptr (GPtrArray) devices = dolen_journal_list_devices (merge->copy->journal, error);

  if (devices == NULL)
    return FALSE;
  for (guint i = 0; i < devices->len; i++)
    if (!see_device (merge, g_ptr_array_index (devices, i), error))
      return FALSE;
  if (!see_quarantine (merge, error))
    return FALSE;
  for (guint i = 0; i < devices->len; i++)
    if (!take_head (merge, g_ptr_array_index (devices, i), error))
      return FALSE;
  return TRUE;
}

/* ---- what is left of damaged rows ---- */

static gboolean
is_remnant (Merge *merge, const DolenJournalRow *row)
{
  DolenHead head;

  if (row->malformed)
    return TRUE;
  if (is_trusted (merge, &row->header))
    return FALSE;
  if (!dolen_survey_knows_device (merge->ours, row->header.device)
      && !dolen_survey_knows_device (merge->theirs, row->header.device))
    return TRUE;
  return dolen_journal_read_head (merge->vault->journal, row->header.device, &head)
             == DOLEN_HEAD_GOOD
         && row->header.device_seq > head.device_seq;
}

/* A damaged row may claim a place that never was; now that the event itself is here again, it only
 * stands in the way. */
static gboolean
sweep (Merge *merge, GError **error)
{
  DolenJournal *journal = merge->vault->journal;
  g_autoptr (DolenStatement) rows = NULL;
  g_autoptr (GArray) remnants = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean found = FALSE, ok;
  DolenJournalRow row;

  if (merge->result->n_restored == 0 && merge->result->n_adopted == 0)
    return TRUE;
  rows = dolen_journal_walk_all (journal, error);
  if (rows == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (rows, &found, error)) && found) {
    dolen_journal_read_row (journal, rows, &row);
    if (is_remnant (merge, &row))
      g_array_append_val (remnants, row.seq);
  }
  g_clear_pointer (&rows, dolen_statement_free);
  for (guint i = 0; ok && i < remnants->len; i++)
    ok = dolen_journal_remove (journal, g_array_index (remnants, gint64, i), error);
  return ok;
}

/* ---- the whole ---- */

static gboolean
destroy_of_tombstones (Merge *merge, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      dolen_keys_get_db (merge->vault->keys), "SELECT key FROM tombstone", error);
  gboolean found = FALSE, ok;

  if (row == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (row, &found, error)) && found) {
    gsize size = 0;
    const guint8 *key = dolen_statement_get_blob (row, 0, &size);

    if (size == DOLEN_ID_SIZE && !dolen_journal_redact_key (merge->vault->journal, key, error))
      return FALSE;
  }
  return ok;
}

/* @ids: hex; @destroy: what destroys the texts of one. */
static gboolean
destroy_each (Merge *merge,
              GHashTable *ids,
              gboolean (*destroy) (DolenJournal *journal, const guint8 *id, GError **error),
              GError **error)
{
  GHashTableIter iter;
  gpointer hex;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &hex, NULL)) {
    guint8 id[DOLEN_ID_SIZE];

    if (dolen_unhex (hex, id, sizeof id) && !destroy (merge->vault->journal, id, error))
      return FALSE;
  }
  return TRUE;
}

/* Wherever in the union they stand, in quarantine too. */
static gboolean
destroy_texts (Merge *merge, GError **error)
{
  return destroy_of_tombstones (merge, error)
         && destroy_each (merge, merge->ours->redactions, dolen_journal_redact, error)
         && destroy_each (merge, merge->theirs->redactions, dolen_journal_redact, error)
         && destroy_each (merge, merge->ours->erased, dolen_journal_redact_key, error)
         && destroy_each (merge, merge->theirs->erased, dolen_journal_redact_key, error);
}

static gboolean
unite_journals (Merge *merge, GError **error)
{
  DolenJournal *journal = merge->vault->journal;
  g_autoptr (DolenTransaction) transaction = NULL;

  merge->theirs = dolen_survey_new (merge->vault, merge->copy->journal, error);
  merge->ours = merge->theirs != NULL ? dolen_survey_new (merge->vault, journal, error) : NULL;
  if (merge->ours == NULL)
    return FALSE;
  transaction = dolen_transaction_begin (dolen_journal_get_db (journal), error);
  if (transaction == NULL || !see_all (merge, error) || !sweep (merge, error)
      || !dolen_journal_tidy_quarantine (journal, error) || !destroy_texts (merge, error)
      || !dolen_transaction_commit (transaction, error)) {
    dolen_journal_recount (journal);
    return FALSE;
  }
  g_clear_pointer (&transaction, dolen_transaction_free);
  dolen_vault_scrub (merge->vault);
  return TRUE;
}

static gboolean
unite_keys (Merge *merge, GError **error)
{
  DolenKeysUnion keys = { 0 };

  if (merge->copy->keys != NULL
      && !dolen_keys_merge (merge->vault->keys, merge->copy->keys, &keys, error))
    return FALSE;
  merge->result->n_keys = keys.n_taken;
  merge->result->n_destroyed = keys.n_destroyed;
  merge->result->n_workers = keys.holders.n_workers;
  merge->result->n_removed = keys.n_removed;
  merge->result->n_recovery = keys.holders.recovery_key;
  return TRUE;
}

static gboolean
is_this_copy (DolenVault *vault, const char *path)
{
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  g_autofree char *folder = is_folder ? g_strdup (path) : g_path_get_dirname (path);
  g_autofree char *real = realpath (folder, NULL);

  return real != NULL && g_str_equal (real, dolen_profile_folder_get_path (vault->folder))
         && (is_folder || g_str_has_suffix (path, "casework.db"));
}

gboolean
dolen_vault_merge (DolenVault *vault, const char *path, DolenMergeResult *result, GError **error)
{
  Merge merge = { .vault = vault, .result = result };
  gboolean ok;

  *result = (DolenMergeResult){ 0 };
  if (is_this_copy (vault, path)) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_NOT_OURS,
                         _ ("This is the same copy of the case records, not another one."));
    return FALSE;
  }
  merge.forked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  merge.copy = dolen_vault_copy_open (path, vault->keys, error);
  ok = merge.copy != NULL && dolen_vault_mend (vault, error) && unite_keys (&merge, error)
       && unite_journals (&merge, error) && dolen_vault_read_anew (vault, merge.own_device, error);
  merge_clear (&merge);
  return ok;
}
