/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-worker-slot.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

typedef struct {
  guint8 worker[DOLEN_ID_SIZE];
  guint8 salt[DOLEN_SALT_SIZE];
  DolenPassphraseCost cost;
  guint8 nonce[DOLEN_NONCE_SIZE];
  guint8 wrapped[DOLEN_WRAPPED_SIZE]; /* the vault key */
  guint8 pair_nonce[DOLEN_NONCE_SIZE];
  guint8 pair[DOLEN_WRAPPED_SIZE]; /* the secret of the worker's own pair */
  guint8 hash[DOLEN_HASH_SIZE];
  gboolean sound; /* it is as it was written */
} Slot;

static void
hash_slot (const Slot *slot, const guint8 *vault, guint8 *hash)
{
  crypto_generichash_state state;
  guint64 passes = GUINT64_TO_BE (slot->cost.passes), memory = GUINT64_TO_BE (slot->cost.memory);

  crypto_generichash_init (&state, NULL, 0, DOLEN_HASH_SIZE);
  crypto_generichash_update (&state, (const guint8 *) "dolen-slot-2", 12);
  crypto_generichash_update (&state, vault, DOLEN_ID_SIZE);
  crypto_generichash_update (&state, slot->worker, sizeof slot->worker);
  crypto_generichash_update (&state, slot->salt, sizeof slot->salt);
  crypto_generichash_update (&state, (const guint8 *) &passes, sizeof passes);
  crypto_generichash_update (&state, (const guint8 *) &memory, sizeof memory);
  crypto_generichash_update (&state, slot->nonce, sizeof slot->nonce);
  crypto_generichash_update (&state, slot->wrapped, sizeof slot->wrapped);
  crypto_generichash_update (&state, slot->pair_nonce, sizeof slot->pair_nonce);
  crypto_generichash_update (&state, slot->pair, sizeof slot->pair);
  crypto_generichash_final (&state, hash, DOLEN_HASH_SIZE);
}

static void
fail (gboolean damaged, GError **error)
{
  if (damaged)
    g_set_error_literal (
        error,
        DOLEN_ERROR,
        DOLEN_ERROR_KEY_DAMAGED,
        _ ("The place where the passphrase is checked is damaged (keys.db). The passphrase may "
           "be right; the recovery key still opens the case records."));
  else
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE, _ ("The passphrase is not right."));
}

/* ---- stored ---- */

static void
read_slot (DolenStatement *row, const guint8 *vault, Slot *slot)
{
  guint8 hash[DOLEN_HASH_SIZE];

  memset (slot, 0, sizeof *slot);
  slot->cost.passes = (guint64) dolen_statement_get_int64 (row, 2);
  slot->cost.memory = (guint64) dolen_statement_get_int64 (row, 3);
  slot->sound = dolen_statement_copy_blob (row, 0, slot->worker, sizeof slot->worker)
                && dolen_statement_copy_blob (row, 1, slot->salt, sizeof slot->salt)
                && dolen_statement_copy_blob (row, 4, slot->nonce, sizeof slot->nonce)
                && dolen_statement_copy_blob (row, 5, slot->wrapped, sizeof slot->wrapped)
                && dolen_statement_copy_blob (row, 6, slot->pair_nonce, sizeof slot->pair_nonce)
                && dolen_statement_copy_blob (row, 7, slot->pair, sizeof slot->pair)
                && dolen_statement_copy_blob (row, 8, slot->hash, sizeof slot->hash);
  hash_slot (slot, vault, hash);
  /* Within bounds before any memory is taken: a forged file must not stop the machine. */
  slot->sound = slot->sound && memcmp (hash, slot->hash, sizeof hash) == 0
                && dolen_passphrase_cost_is_sound (slot->cost);
}

/* In an order in which slots that share a salt stand together. */
static GArray *
read_slots (DolenDb *db, const guint8 *vault, GError **error)
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (db,
                                 "SELECT worker, salt, passes, memory, nonce, wrapped, pair_nonce,"
                                 " pair, hash FROM worker_slot WHERE worker NOT IN (SELECT key FROM"
                                 " tombstone) ORDER BY salt, memory, passes, id",
                                 error);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  gboolean found = FALSE, ok;
  Slot slot;

  if (row == NULL)
    return NULL;
  while ((ok = dolen_statement_step (row, &found, error)) && found) {
    read_slot (row, vault, &slot);
    g_array_append_val (slots, slot);
  }
  return ok ? g_steal_pointer (&slots) : NULL;
}

static gboolean
store_slot (DolenDb *db, const Slot *slot, GError **error)
{
  g_autoptr (DolenStatement) insert
             = dolen_db_prepare (db,
                                 "INSERT OR REPLACE INTO worker_slot (worker, salt, passes, memory,"
                                 " nonce, wrapped, pair_nonce, pair, hash)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                 error);

  if (insert == NULL)
    return FALSE;
  dolen_statement_bind_blob (insert, 1, slot->worker, sizeof slot->worker);
  dolen_statement_bind_blob (insert, 2, slot->salt, sizeof slot->salt);
  dolen_statement_bind_int64 (insert, 3, (gint64) slot->cost.passes);
  dolen_statement_bind_int64 (insert, 4, (gint64) slot->cost.memory);
  dolen_statement_bind_blob (insert, 5, slot->nonce, sizeof slot->nonce);
  dolen_statement_bind_blob (insert, 6, slot->wrapped, sizeof slot->wrapped);
  dolen_statement_bind_blob (insert, 7, slot->pair_nonce, sizeof slot->pair_nonce);
  dolen_statement_bind_blob (insert, 8, slot->pair, sizeof slot->pair);
  dolen_statement_bind_blob (insert, 9, slot->hash, sizeof slot->hash);
  return dolen_statement_run (insert, error);
}

gboolean
dolen_worker_slot_get_hash (DolenDb *db, const guint8 *worker, guint8 hash[DOLEN_HASH_SIZE])
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (db,
                                 "SELECT hash FROM worker_slot WHERE worker = ?1"
                                 " AND worker NOT IN (SELECT key FROM tombstone)",
                                 NULL);
  gboolean found = FALSE;

  if (row == NULL)
    return FALSE;
  dolen_statement_bind_blob (row, 1, worker, DOLEN_ID_SIZE);
  return dolen_statement_step (row, &found, NULL) && found
         && dolen_statement_copy_blob (row, 0, hash, DOLEN_HASH_SIZE);
}

static gboolean
find_slot (DolenDb *db, const guint8 *vault, const guint8 *worker, Slot *slot, GError **error)
{
  g_autoptr (GArray) slots = read_slots (db, vault, error);

  for (guint i = 0; slots != NULL && i < slots->len; i++) {
    *slot = g_array_index (slots, Slot, i);
    if (slot->sound && memcmp (slot->worker, worker, DOLEN_ID_SIZE) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
dolen_worker_slot_is_sound (DolenDb *db,
                            const guint8 *vault,
                            const guint8 *worker,
                            guint8 hash[DOLEN_HASH_SIZE])
{
  Slot slot;

  if (!find_slot (db, vault, worker, &slot, NULL))
    return FALSE;
  memcpy (hash, slot.hash, DOLEN_HASH_SIZE);
  return TRUE;
}

gboolean
dolen_worker_slot_copy (
    DolenDb *from, DolenDb *to, const guint8 *vault, const guint8 *worker, GError **error)
{
  Slot slot;

  if (find_slot (from, vault, worker, &slot, error))
    return store_slot (to, &slot, error);
  if (error != NULL && *error == NULL)
    fail (TRUE, error);
  return FALSE;
}

/* ---- opening ---- */

DolenDerived *
dolen_derived_new (const char *passphrase, const guint8 *salt, DolenPassphraseCost cost)
{
  DolenDerived *derived = g_new0 (DolenDerived, 1);

  derived->passphrase = g_strdup (passphrase);
  memcpy (derived->salt, salt, sizeof derived->salt);
  derived->cost = cost;
  return derived;
}

void
dolen_derived_free (DolenDerived *derived)
{
  dolen_wipe_string (derived->passphrase);
  dolen_secret_free (derived->key);
  g_free (derived);
}

void
dolen_derived_work (DolenDerived *derived)
{
  DolenPassphraseCost cost = derived->cost;

  if (derived->key == NULL)
    derived->key = dolen_passphrase_derive (derived->passphrase, derived->salt, &cost, FALSE, NULL);
}

static GPtrArray *
hold_known (GPtrArray *known)
{
  return known != NULL ? g_ptr_array_ref (known)
                       : g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_derived_free);
}

static const DolenSecret *
find_known (GPtrArray *known, const char *passphrase, const Slot *slot)
{
  for (guint i = 0; i < known->len; i++) {
    const DolenDerived *derived = g_ptr_array_index (known, i);

    if (g_strcmp0 (derived->passphrase, passphrase) == 0
        && memcmp (derived->salt, slot->salt, sizeof derived->salt) == 0
        && derived->cost.passes == slot->cost.passes && derived->cost.memory == slot->cost.memory)
      return derived->key;
  }
  return NULL;
}

/* What @passphrase comes to for @slot; once for all slots of its salt. @may_lower: of a slot being
 * made: its cost is set to what memory allows. */
static const DolenSecret *
derive (GPtrArray *known, const char *passphrase, Slot *slot, gboolean may_lower, GError **error)
{
  const DolenSecret *key = find_known (known, passphrase, slot);
  DolenSecret *fresh;
  DolenDerived *derived;

  if (key != NULL)
    return key;
  fresh = dolen_passphrase_derive (passphrase, slot->salt, &slot->cost, may_lower, error);
  if (fresh == NULL)
    return NULL;
  derived = dolen_derived_new (passphrase, slot->salt, slot->cost);
  derived->key = fresh;
  g_ptr_array_add (known, derived);
  return fresh;
}

static DolenWrap
describe (const Slot *slot, const guint8 *vault, const char *purpose)
{
  DolenWrap wrap = { .purpose = purpose };

  memcpy (wrap.vault, vault, DOLEN_ID_SIZE);
  memcpy (wrap.key, slot->worker, DOLEN_ID_SIZE);
  return wrap;
}

static DolenSecret *
unwrap (const DolenSecret *key,
        const char *label,
        const DolenWrap *wrap,
        const guint8 *nonce,
        const guint8 *wrapped)
{
  g_autoptr (DolenSecret) wrapping = dolen_secret_derive (key, label, wrap->vault, DOLEN_ID_SIZE);
  g_autoptr (DolenSecret) opened = dolen_secret_new (DOLEN_KEY_SIZE);

  return dolen_unwrap_key (wrapping, wrap, nonce, wrapped, opened) ? g_steal_pointer (&opened)
                                                                   : NULL;
}

static DolenSecret *
open_slot (const Slot *slot, const guint8 *vault, const DolenSecret *key, DolenSecret **pair)
{
  DolenWrap outer = describe (slot, vault, "worker"), inner = describe (slot, vault, "pair");
  DolenSecret *vault_key = unwrap (key, "dolen-worker-1", &outer, slot->nonce, slot->wrapped);

  if (vault_key != NULL && pair != NULL)
    *pair = unwrap (key, "dolen-pair-1", &inner, slot->pair_nonce, slot->pair);
  return vault_key;
}

typedef struct {
  guint opened; /* index of the slot that opened */
  guint n_damaged;
} Outcome;

/* The vault key from the first slot that opens, leaving out that of @except (nullable). NULL
 * without an error where none does. */
static DolenSecret *
try_slots (GArray *slots,
           const guint8 *vault,
           const guint8 *except,
           const char *passphrase,
           GPtrArray *known,
           Outcome *outcome,
           DolenSecret **pair,
           GError **error)
{
  DolenSecret *vault_key = NULL;

  for (guint i = 0; i < slots->len && vault_key == NULL; i++) {
    Slot *slot = &g_array_index (slots, Slot, i);
    const DolenSecret *key;

    outcome->n_damaged += !slot->sound;
    if (!slot->sound || (except != NULL && memcmp (slot->worker, except, DOLEN_ID_SIZE) == 0))
      continue;
    key = derive (known, passphrase, slot, FALSE, error);
    if (key == NULL)
      return NULL;
    vault_key = open_slot (slot, vault, key, pair);
    outcome->opened = i;
  }
  return vault_key;
}

DolenSecret *
dolen_worker_slot_open (DolenDb *db,
                        const guint8 *vault,
                        const char *passphrase,
                        guint8 worker[DOLEN_ID_SIZE],
                        DolenSecret **pair,
                        GPtrArray *known,
                        GError **error)
{
  g_autoptr (GArray) slots = read_slots (db, vault, error);
  g_autoptr (GPtrArray) held = hold_known (known);
  Outcome outcome = { 0, 0 };
  DolenSecret *vault_key;
  GError *failure = NULL;

  if (slots == NULL)
    return NULL;
  vault_key = try_slots (slots, vault, NULL, passphrase, held, &outcome, pair, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (vault_key == NULL)
    fail (outcome.n_damaged > 0 || slots->len == 0, error);
  else
    memcpy (worker, g_array_index (slots, Slot, outcome.opened).worker, DOLEN_ID_SIZE);
  return vault_key;
}

/* ---- writing ---- */

static void
wrap_with (const DolenSecret *key,
           const char *label,
           const DolenWrap *wrap,
           const DolenSecret *what,
           guint8 *nonce,
           guint8 *wrapped)
{
  g_autoptr (DolenSecret) wrapping = dolen_secret_derive (key, label, wrap->vault, DOLEN_ID_SIZE);

  randombytes_buf (nonce, DOLEN_NONCE_SIZE);
  dolen_wrap_key (wrapping, wrap, nonce, what, wrapped);
}

/* A salt that others have of the same cost, or a new one. */
static void
choose_salt (GArray *slots, Slot *slot)
{
  randombytes_buf (slot->salt, sizeof slot->salt);
  for (guint i = 0; i < slots->len; i++) {
    const Slot *other = &g_array_index (slots, Slot, i);

    if (other->sound && other->cost.passes == slot->cost.passes
        && other->cost.memory == slot->cost.memory)
      memcpy (slot->salt, other->salt, sizeof slot->salt);
  }
}

GPtrArray *
dolen_worker_slot_plan (DolenDb *db,
                        const guint8 *vault,
                        const char *passphrase,
                        DolenPassphraseCost cost,
                        const char *current,
                        GError **error)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_derived_free);
  g_autoptr (GArray) slots = read_slots (db, vault, error);
  Slot made = { .cost = cost };

  if (slots == NULL)
    return NULL;
  choose_salt (slots, &made);
  if (passphrase != NULL)
    g_ptr_array_add (plan, dolen_derived_new (passphrase, made.salt, made.cost));
  for (guint i = 0; current != NULL && i < slots->len; i++) {
    const Slot *slot = &g_array_index (slots, Slot, i);

    if (slot->sound && (i == 0 || memcmp (slot->salt, (slot - 1)->salt, sizeof slot->salt) != 0))
      g_ptr_array_add (plan, dolen_derived_new (current, slot->salt, slot->cost));
  }
  return g_steal_pointer (&plan);
}

static gboolean
refuse_anothers (GError **error)
{
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_ALLOWED,
                       _ ("This passphrase cannot be used here. Choose another one."));
  return FALSE;
}

gboolean
dolen_worker_slot_write (DolenDb *db,
                         const guint8 *vault,
                         const guint8 *worker,
                         const DolenSecret *vault_key,
                         const DolenSecret *pair,
                         const char *passphrase,
                         DolenPassphraseCost cost,
                         GPtrArray *known,
                         GError **error)
{
  g_autoptr (GArray) slots = read_slots (db, vault, error);
  g_autoptr (GPtrArray) held = hold_known (known);
  g_autoptr (DolenSecret) anothers = NULL;
  Slot slot = { .cost = cost };
  Outcome outcome = { 0, 0 };
  DolenWrap outer, inner;
  const DolenSecret *key;

  if (slots == NULL)
    return FALSE;
  memcpy (slot.worker, worker, DOLEN_ID_SIZE);
  choose_salt (slots, &slot);
  key = derive (held, passphrase, &slot, TRUE, error);
  if (key == NULL)
    return FALSE;
  outer = describe (&slot, vault, "worker");
  inner = describe (&slot, vault, "pair");
  wrap_with (key, "dolen-worker-1", &outer, vault_key, slot.nonce, slot.wrapped);
  wrap_with (key, "dolen-pair-1", &inner, pair, slot.pair_nonce, slot.pair);
  hash_slot (&slot, vault, slot.hash);
  anothers = try_slots (slots, vault, worker, passphrase, held, &outcome, NULL, NULL);
  return anothers != NULL ? refuse_anothers (error) : store_slot (db, &slot, error);
}
