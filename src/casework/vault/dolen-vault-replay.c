/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-private.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-relay.h"

#include <string.h>

/*
 * Reading a whole journal: each row is held against its hash, opened and decoded, the chains are
 * checked, and the events are handed on in the order of their clocks. A journal of one computer
 * is in that order already and streams; only where it is not are their places sorted, and each is
 * read once more.
 * Three threads share the work (dolen-relay.h): the caller's, with whom the journal stays, reads
 * and opens; the second decodes, looks at the chain and at the order; the third is the reader's.
 */
typedef struct {
  DolenClock clock;
  guint8 device[DOLEN_ID_SIZE];
  guint8 id[DOLEN_ID_SIZE];
  gint64 seq; /* where it stands */
} Place;

/* A row on its way from the first thread to the second. */
typedef struct {
  DolenJournalRow row;  /* without its sealed bytes */
  DolenOutcome outcome; /* where DOLEN_ROW_OPENED, .text is still to be decoded */
  char *text;           /* (owned) (nullable) */
  gsize size;
} Unsealed;

typedef struct {
  DolenVault *vault;
  const DolenVaultReader *reader;
  gpointer user_data;
  DolenRelay *relay; /* (owned) (nullable) to the reader */
  DolenChain *chain;
  DolenClock last; /* of the event before, and its device */
  guint8 last_device[DOLEN_ID_SIZE];
  gboolean unordered;
  GArray *redacted;       /* DolenJournalRow, their text not kept */
  GHashTable *redactions; /* ids (hex) that a redaction names */
  GHashTable *erased;     /* hex of keys of erased people */
  GHashTable *accepted;   /* keys of problems somebody looked at */
  GArray *places;         /* Place, of every event that opened */
} Walk;

static void
give_to_reader (gpointer event, gpointer user_data)
{
  Walk *walk = user_data;

  walk->reader->take (event, walk->user_data);
}

static void
walk_start_relay (Walk *walk)
{
  if (walk->reader->take != NULL)
    walk->relay = dolen_relay_new (give_to_reader, (GDestroyNotify) dolen_event_free, walk);
}

static void
walk_init (Walk *walk, DolenVault *vault, const DolenVaultReader *reader, gpointer user_data)
{
  static const DolenVaultReader nobody = { NULL, NULL };

  memset (walk, 0, sizeof *walk);
  walk->vault = vault;
  walk->reader = reader != NULL ? reader : &nobody;
  walk->user_data = user_data;
  walk_start_relay (walk);
  walk->chain = dolen_chain_new (vault->journal);
  walk->redacted = g_array_new (FALSE, FALSE, sizeof (DolenJournalRow));
  walk->places = g_array_new (FALSE, FALSE, sizeof (Place));
  walk->redactions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk->erased = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk->accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
walk_clear (Walk *walk)
{
  dolen_relay_finish (walk->relay);
  dolen_chain_free (walk->chain);
  g_array_unref (walk->redacted);
  g_hash_table_unref (walk->redactions);
  g_hash_table_unref (walk->erased);
  g_hash_table_unref (walk->accepted);
  g_array_unref (walk->places);
}

/* ---- one row ---- */

/* @text: (out) (transfer full): where DOLEN_ROW_OPENED is returned. */
static DolenOutcome
unseal_row (DolenVault *vault, const DolenJournalRow *row, char **text, gsize *size)
{
  const DolenSecret *key;

  if (row->malformed)
    return DOLEN_ROW_DAMAGED;
  if (row->sealed == NULL || dolen_keys_is_destroyed (vault->keys, row->header.key))
    return DOLEN_ROW_REDACTED;
  if (!dolen_journal_row_is_as_hashed (row))
    return DOLEN_ROW_DAMAGED;
  key = dolen_keys_get (vault->keys, row->header.key);
  if (key == NULL)
    return DOLEN_ROW_NO_KEY;
  *text = dolen_unseal_event (key, &row->header, row->sealed, row->sealed_size, size);
  return *text != NULL ? DOLEN_ROW_OPENED : DOLEN_ROW_DAMAGED;
}

static DolenOutcome
decode_row (const DolenJournalRow *row, const char *text, gsize size, DolenEvent **event)
{
  *event = dolen_event_decode (text, size, NULL);
  if (*event == NULL)
    return DOLEN_ROW_DAMAGED;
  (*event)->id = dolen_hex (row->header.id, DOLEN_ID_SIZE);
  (*event)->seq = row->seq;
  return DOLEN_ROW_OPENED;
}

DolenOutcome
dolen_vault_open_row (DolenVault *vault, const DolenJournalRow *row, DolenEvent **event)
{
  char *text = NULL;
  gsize size = 0;
  DolenOutcome outcome = unseal_row (vault, row, &text, &size);

  if (outcome == DOLEN_ROW_OPENED)
    outcome = decode_row (row, text, size, event);
  dolen_wipe_string (text);
  return outcome;
}

static void
note_accepted (Walk *walk, const DolenEvent *event)
{
  gsize n = event->changes != NULL ? json_object_array_length (event->changes) : 0;

  for (gsize i = 0; i < n; i++) {
    struct json_object *uid = NULL;

    if (json_object_object_get_ex (json_object_array_get_idx (event->changes, i), "uid", &uid))
      g_hash_table_add (walk->accepted, g_strdup (json_object_get_string (uid)));
  }
}

/* What an event means for the vault itself. */
static void
note_event (Walk *walk, const DolenEvent *event)
{
  guint8 key[DOLEN_ID_SIZE];

  dolen_clock_see (&walk->vault->clock, event->clock);
  walk->vault->n_not_understood += event->version > DOLEN_EVENT_VERSION;
  if (g_str_equal (event->type, DOLEN_EVENT_REDACT) && event->target != NULL) {
    g_hash_table_add (walk->redactions, g_strdup (event->target));
  } else if (g_str_equal (event->type, DOLEN_EVENT_PERSON_ERASED) && event->person != NULL) {
    dolen_vault_key_of (walk->vault, event->person, key);
    g_hash_table_add (walk->erased, dolen_hex (key, sizeof key));
  } else if (g_str_equal (event->type, DOLEN_EVENT_ACCEPT)) {
    note_accepted (walk, event);
  }
}

/* What another computer wrote about somebody before it heard that they were erased: gone with them,
 * though their key may still be here until this walk is over. */
static gboolean
is_of_the_erased (Walk *walk, const DolenEvent *event)
{
  guint8 key[DOLEN_ID_SIZE];
  g_autofree char *hex = NULL;

  if (g_hash_table_size (walk->erased) == 0 || g_str_equal (event->type, DOLEN_EVENT_PERSON_ERASED))
    return FALSE;
  dolen_vault_key_of (walk->vault, event->person, key);
  hex = dolen_hex (key, sizeof key);
  return g_hash_table_contains (walk->erased, hex);
}

/* Takes @event. */
static void
hand_on (Walk *walk, DolenEvent *event)
{
  if (event->version <= DOLEN_EVENT_VERSION && walk->relay != NULL
      && !is_of_the_erased (walk, event))
    dolen_relay_pass (walk->relay, event);
  else
    dolen_event_free (event);
}

/* The one order of events, whichever way they came here. */
static int
compare_places (DolenClock a, const guint8 *device_a, DolenClock b, const guint8 *device_b)
{
  int order = dolen_clock_compare (a, b);

  return order != 0 ? order : memcmp (device_a, device_b, DOLEN_ID_SIZE);
}

static void
note_place (Walk *walk, const DolenJournalRow *row, const DolenEvent *event)
{
  Place place = { .clock = event->clock, .seq = row->seq };

  memcpy (place.device, row->header.device, DOLEN_ID_SIZE);
  memcpy (place.id, row->header.id, DOLEN_ID_SIZE);
  g_array_append_val (walk->places, place);
}

static void
take_event (Walk *walk, const DolenJournalRow *row, DolenEvent *event)
{
  note_event (walk, event);
  note_place (walk, row, event);
  if (compare_places (event->clock, row->header.device, walk->last, walk->last_device) <= 0)
    walk->unordered = TRUE;
  walk->last = event->clock;
  memcpy (walk->last_device, row->header.device, DOLEN_ID_SIZE);
  if (walk->unordered)
    dolen_event_free (event);
  else
    hand_on (walk, event);
}

/* ---- the walks ---- */

/* Takes @event. */
static void
read_one (Walk *walk, const DolenJournalRow *row, DolenOutcome outcome, DolenEvent *event)
{
  walk->vault->n_events++;
  dolen_chain_see_row (walk->chain, row, outcome);
  if (outcome == DOLEN_ROW_REDACTED) {
    DolenJournalRow kept = *row;

    kept.sealed = NULL;
    g_array_append_val (walk->redacted, kept);
  }
  if (event != NULL)
    take_event (walk, row, event);
}

static void
unsealed_free (gpointer item)
{
  Unsealed *one = item;

  dolen_wipe_string (one->text);
  g_free (one);
}

static void
take_unsealed (gpointer item, gpointer walk)
{
  Unsealed *one = item;
  DolenEvent *event = NULL;

  if (one->outcome == DOLEN_ROW_OPENED)
    one->outcome = decode_row (&one->row, one->text, one->size, &event);
  read_one (walk, &one->row, one->outcome, event);
}

static Unsealed *
read_unsealed (DolenVault *vault, DolenStatement *rows)
{
  Unsealed *one = g_new0 (Unsealed, 1);

  dolen_journal_read_row (vault->journal, rows, &one->row);
  one->outcome = unseal_row (vault, &one->row, &one->text, &one->size);
  one->row.sealed = NULL;
  return one;
}

static gboolean
walk_device (Walk *walk, GBytes *device, GError **error)
{
  g_autoptr (DolenStatement) rows = dolen_journal_walk (walk->vault->journal, device, error);
  g_autoptr (DolenRelay) relay = NULL;
  gboolean found = FALSE, ok;

  if (rows == NULL)
    return FALSE;
  dolen_chain_begin_device (walk->chain, device);
  relay = dolen_relay_new (take_unsealed, unsealed_free, walk);
  while ((ok = dolen_statement_step (rows, &found, error)) && found)
    dolen_relay_pass (relay, read_unsealed (walk->vault, rows));
  g_clear_pointer (&relay, dolen_relay_finish);
  if (ok)
    dolen_chain_end_device (walk->chain);
  return ok;
}

/* What could not stand in its place, for another event stands there (two copies wrote on under one
 * device id), was written and acknowledged all the same: whatever of it is authentic counts. */
static gboolean
walk_quarantine (Walk *walk, GError **error)
{
  g_autoptr (DolenStatement) rows = dolen_journal_walk_quarantine (walk->vault->journal, error);
  gboolean found = FALSE, ok;
  DolenJournalRow row;

  if (rows == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (rows, &found, error)) && found) {
    DolenEvent *event = NULL;

    dolen_journal_read_row (walk->vault->journal, rows, &row);
    if (dolen_vault_open_row (walk->vault, &row, &event) == DOLEN_ROW_OPENED)
      take_event (walk, &row, event);
  }
  return ok;
}

static gboolean
walk_all (Walk *walk, GError **error)
{
  g_autoptr (GPtrArray) devices = dolen_journal_list_devices (walk->vault->journal, error);

  if (devices == NULL)
    return FALSE;
  for (guint i = 0; i < devices->len; i++)
    if (!walk_device (walk, g_ptr_array_index (devices, i), error))
      return FALSE;
  return walk_quarantine (walk, error);
}

static int
compare_for_order (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;
  int order = compare_places (first->clock, first->device, second->clock, second->device);

  return order != 0 ? order : memcmp (first->id, second->id, DOLEN_ID_SIZE);
}

static void
take_in_order (gpointer item, gpointer walk)
{
  Unsealed *one = item;
  DolenEvent *event = NULL;

  if (one->outcome == DOLEN_ROW_OPENED
      && decode_row (&one->row, one->text, one->size, &event) == DOLEN_ROW_OPENED)
    hand_on (walk, event);
}

/* Reads each again where it stands: to keep thousands of them opened would take ten times the
 * memory of the caseload. */
static gboolean
walk_in_order (Walk *walk, GError **error)
{
  g_autoptr (DolenStatement) rows = dolen_journal_walk_places (walk->vault->journal, error);
  g_autoptr (DolenRelay) relay = NULL;
  gboolean found = FALSE, ok = rows != NULL;

  g_array_sort (walk->places, compare_for_order);
  g_clear_pointer (&walk->relay, dolen_relay_finish);
  if (walk->reader->reset != NULL)
    walk->reader->reset (walk->user_data);
  walk_start_relay (walk);
  relay = dolen_relay_new (take_in_order, unsealed_free, walk);
  for (guint i = 0; ok && i < walk->places->len; i++) {
    dolen_statement_bind_int64 (rows, 1, g_array_index (walk->places, Place, i).seq);
    ok = dolen_statement_step (rows, &found, error);
    if (ok && found)
      dolen_relay_pass (relay, read_unsealed (walk->vault, rows));
    dolen_statement_reset (rows);
  }
  return ok;
}

/* ---- what is only known at the end ---- */

/* A text that is gone must have been destroyed by somebody: by a redaction that names it, or with
 * its person. */
static void
check_redacted (Walk *walk)
{
  for (guint i = 0; i < walk->redacted->len; i++) {
    const DolenJournalRow *row = &g_array_index (walk->redacted, DolenJournalRow, i);
    g_autofree char *id = dolen_hex (row->header.id, DOLEN_ID_SIZE);
    g_autofree char *key = dolen_hex (row->header.key, DOLEN_ID_SIZE);

    if (!g_hash_table_contains (walk->redactions, id) && !g_hash_table_contains (walk->erased, key)
        && !dolen_keys_is_destroyed (walk->vault->keys, row->header.key))
      dolen_chain_add_damaged (walk->chain, row);
  }
}

/* An older keys.db, or a crash between the journal and the keys, may hold a key that was to be
 * destroyed. */
static gboolean
destroy_erased (Walk *walk, GError **error)
{
  GHashTableIter iter;
  gpointer hex;

  g_hash_table_iter_init (&iter, walk->erased);
  while (g_hash_table_iter_next (&iter, &hex, NULL)) {
    guint8 key[DOLEN_ID_SIZE];

    if (dolen_unhex (hex, key, sizeof key) && !dolen_keys_is_destroyed (walk->vault->keys, key)
        && (!dolen_journal_redact_key (walk->vault->journal, key, error)
            || !dolen_keys_destroy (walk->vault->keys, key, error)))
      return FALSE;
  }
  return TRUE;
}

static void
keep_problems (Walk *walk)
{
  DolenVault *vault = walk->vault;

  g_clear_pointer (&vault->problems, g_ptr_array_unref);
  vault->problems = dolen_chain_steal_problems (walk->chain);
  for (guint i = vault->problems->len; i > 0; i--) {
    const DolenProblem *problem = g_ptr_array_index (vault->problems, i - 1);

    if (g_hash_table_contains (walk->accepted, problem->key))
      g_ptr_array_remove_index (vault->problems, i - 1);
  }
  if (vault->salvaged != NULL)
    g_ptr_array_insert (vault->problems,
                        0,
                        dolen_problem_new (DOLEN_ERROR_CORRUPT, "casework.db", vault->salvaged));
}

gboolean
dolen_vault_read_all (DolenVault *vault,
                      DolenDeviceState device_state,
                      const DolenVaultReader *reader,
                      gpointer user_data,
                      GError **error)
{
  Walk walk;
  gboolean ok;

  walk_init (&walk, vault, reader, user_data);
  vault->n_events = 0;
  vault->n_not_understood = 0;
  if (device_state == DOLEN_DEVICE_GOOD)
    dolen_chain_watch (walk.chain, &vault->device);
  ok = walk_all (&walk, error);
  if (ok) {
    check_redacted (&walk);
    dolen_chain_finish (
        walk.chain, &vault->device, device_state, dolen_keys_get_version (vault->keys));
    keep_problems (&walk);
    /* A damaged row may claim any number. */
    if (vault->problems->len == 0)
      dolen_chain_catch_up (walk.chain, &vault->device);
  }
  ok = ok && (!walk.unordered || walk_in_order (&walk, error)) && destroy_erased (&walk, error);
  walk_clear (&walk);
  dolen_journal_forget_pages (vault->journal);
  return ok;
}
