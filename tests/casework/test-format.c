/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "casework/vault/dolen-device.h"
#include "casework/vault/dolen-pair.h"
#include "casework/vault/dolen-passphrase.h"
#include "support/dolen-test.h"

#include <string.h>

/*
 * The format on disk stands still: what is computed here from fixed keys and nonces is held against
 * the test vectors that docs/vault-format.md prints.
 */

static char *document;

static void
fill (guint8 *bytes, gsize size, guint8 first)
{
  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) (first + i);
}

static DolenSecret *
fixed_key (guint8 first)
{
  DolenSecret *key = dolen_secret_new (DOLEN_KEY_SIZE);

  fill (dolen_secret_bytes (key), DOLEN_KEY_SIZE, first);
  return key;
}

/* "name = value", the value going on in lines that start with a blank. */
static char *
find_vector (const char *name)
{
  g_autofree char *start = g_strdup_printf ("\n%s = ", name);
  const char *found = strstr (document, start);
  GString *value = g_string_new (NULL);

  g_assert_nonnull (found);
  for (const char *p = found + strlen (start); *p != '\0'; p++) {
    if (*p == '\n' && p[1] != ' ')
      break;
    if (*p != '\n' && *p != ' ')
      g_string_append_c (value, *p);
  }
  return g_string_free (value, FALSE);
}

static void
expect (const char *name, const guint8 *bytes, gsize size)
{
  g_autofree char *documented = find_vector (name);
  g_autofree char *computed = dolen_hex (bytes, size);

  g_test_message ("%s = %s", name, computed);
  g_assert_cmpstr (computed, ==, documented);
}

static DolenHeader
fixed_header (void)
{
  DolenHeader header;

  fill (header.vault, DOLEN_ID_SIZE, 0x10);
  fill (header.id, DOLEN_ID_SIZE, 0x20);
  fill (header.device, DOLEN_ID_SIZE, 0x30);
  header.device_seq = 258;
  fill (header.prev, DOLEN_HASH_SIZE, 0x40);
  fill (header.key, DOLEN_ID_SIZE, 0x60);
  fill (header.nonce, DOLEN_NONCE_SIZE, 0x70);
  return header;
}

static char *
fixed_event (void)
{
  g_autoptr (DolenEvent) event
             = dolen_event_new (DOLEN_EVENT_NOTE_ADD, "60616263-6465-6667-6869-6a6b6c6d6e6f");
  g_autoptr (DolenNote) note = dolen_record_new (&dolen_note_type);

  event->clock = (DolenClock){ G_GINT64_CONSTANT (1793700000000), 3 };
  event->wall = G_GINT64_CONSTANT (1793700000000);
  event->author = g_strdup ("Carys");
  note->uid = g_strdup ("80818283-8485-4687-8889-8a8b8c8d8e8f");
  note->kind = g_strdup ("note");
  note->text = g_strdup ("Likes the sŵn y môr");
  dolen_event_add_change (event, "note", note->uid, dolen_record_to_json (&dolen_note_type, note));
  return dolen_event_encode (event);
}

static void
test_an_event_is_sealed_as_documented (void)
{
  g_autoptr (DolenSecret) key = fixed_key (0x90);
  DolenHeader header = fixed_header ();
  g_autofree char *text = fixed_event ();
  g_autofree guint8 *sealed = NULL;
  g_autofree char *opened = NULL;
  guint8 associated[DOLEN_ASSOCIATED_SIZE], hash[DOLEN_HASH_SIZE];
  gsize sealed_size = 0, size = 0;

  expect ("text", (const guint8 *) text, strlen (text));
  dolen_header_associate (&header, associated);
  expect ("associated", associated, sizeof associated);
  sealed = dolen_seal_event (key, &header, text, &sealed_size);
  g_assert_cmpint (sealed_size % DOLEN_EVENT_STEP, ==, DOLEN_TAG_SIZE);
  expect ("sealed", sealed, sealed_size);
  expect ("sealed_hash", header.sealed_hash, DOLEN_HASH_SIZE);
  dolen_header_hash (&header, hash);
  expect ("header_hash", hash, sizeof hash);
  opened = dolen_unseal_event (key, &header, sealed, sealed_size, &size);
  g_assert_cmpstr (opened, ==, text);
}

static void
test_a_key_is_wrapped_as_documented (void)
{
  g_autoptr (DolenSecret) wrapping = fixed_key (0xb0);
  g_autoptr (DolenSecret) key = fixed_key (0xd0);
  g_autoptr (DolenSecret) back = dolen_secret_new (DOLEN_KEY_SIZE);
  DolenHeader header = fixed_header ();
  guint8 wrapped[DOLEN_WRAPPED_SIZE];
  DolenWrap wrap = { .purpose = "person" };

  memcpy (wrap.vault, header.vault, DOLEN_ID_SIZE);
  memcpy (wrap.key, header.key, DOLEN_ID_SIZE);
  dolen_wrap_key (wrapping, &wrap, header.nonce, key, wrapped);
  expect ("wrapped", wrapped, sizeof wrapped);
  g_assert_true (dolen_unwrap_key (wrapping, &wrap, header.nonce, wrapped, back));
  wrap.purpose = "office";
  g_assert_false (dolen_unwrap_key (wrapping, &wrap, header.nonce, wrapped, back));
}

static void
test_keys_are_derived_as_documented (void)
{
  g_autoptr (DolenSecret) vault_key = fixed_key (0xb0);
  g_autoptr (DolenSecret) from_passphrase = NULL;
  g_autoptr (DolenSecret) from_recovery = NULL;
  g_autoptr (DolenSecret) head = NULL;
  g_autofree char *recovery = dolen_recovery_key_to_text (vault_key);
  g_autofree char *documented = find_vector ("recovery_key");
  DolenPassphraseCost cost = dolen_passphrase_cost_least ();
  DolenHeader header = fixed_header ();
  GError *error = NULL;

  from_passphrase = dolen_passphrase_derive ("tŷ bach glas", header.vault, &cost, FALSE, &error);
  g_assert_no_error (error);
  expect ("passphrase_key", dolen_secret_peek (from_passphrase), DOLEN_KEY_SIZE);
  from_recovery = dolen_secret_derive (vault_key, "dolen-recovery-1", header.vault, DOLEN_ID_SIZE);
  expect ("recovery_slot_key", dolen_secret_peek (from_recovery), DOLEN_KEY_SIZE);
  head = dolen_secret_derive (vault_key, "dolen-head-1", header.vault, DOLEN_ID_SIZE);
  expect ("head_key", dolen_secret_peek (head), DOLEN_KEY_SIZE);
  g_strdelimit (recovery, " ", '.');
  g_assert_cmpstr (recovery, ==, documented);
}

static void
expect_derived (const char *name, const DolenSecret *from, const char *label)
{
  DolenHeader header = fixed_header ();
  g_autoptr (DolenSecret) key = dolen_secret_derive (from, label, header.vault, DOLEN_ID_SIZE);

  expect (name, dolen_secret_peek (key), DOLEN_KEY_SIZE);
}

static void
test_a_workers_keys_are_as_documented (void)
{
  g_autoptr (DolenSecret) pair = fixed_key (0xb0);
  g_autoptr (DolenSecret) from_passphrase = NULL;
  DolenPassphraseCost cost = dolen_passphrase_cost_least ();
  DolenHeader header = fixed_header ();
  guint8 public_key[DOLEN_PUBLIC_SIZE], box[DOLEN_BOX_SIZE];
  g_autoptr (DolenSecret) back = NULL;

  from_passphrase = dolen_passphrase_derive ("tŷ bach glas", header.vault, &cost, FALSE, NULL);
  expect_derived ("worker_key", from_passphrase, "dolen-worker-1");
  expect_derived ("pair_key", from_passphrase, "dolen-pair-1");
  dolen_pair_get_public (pair, public_key);
  expect ("public", public_key, sizeof public_key);
  expect_derived ("diary_key", pair, "dolen-diary-1");
  dolen_pair_seal (public_key, from_passphrase, box);
  back = dolen_pair_open (pair, box);
  g_assert_cmpmem (dolen_secret_peek (back),
                   DOLEN_KEY_SIZE,
                   dolen_secret_peek (from_passphrase),
                   DOLEN_KEY_SIZE);
  g_assert_null (dolen_pair_open (from_passphrase, box));
}

static void
test_the_device_file_is_as_documented (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "device", NULL);
  g_autoptr (DolenSecret) key = fixed_key (0xb0);
  g_autofree char *bytes = NULL;
  DolenHeader header = fixed_header ();
  DolenDevice device = { .device_seq = 258, .keys_version = 7 }, back;
  GError *error = NULL;
  gsize size = 0;

  memcpy (device.device, header.device, DOLEN_ID_SIZE);
  memcpy (device.hash, header.prev, DOLEN_HASH_SIZE);
  g_assert_true (dolen_device_write (path, header.vault, key, &device, &error));
  g_assert_true (g_file_get_contents (path, &bytes, &size, &error));
  g_assert_no_error (error);
  expect ("device_file", (const guint8 *) bytes, size);
  g_assert_cmpint (dolen_device_read (path, header.vault, key, &back), ==, DOLEN_DEVICE_GOOD);
  g_assert_cmpmem (&back, sizeof back, &device, sizeof device);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int result;

  dolen_test_init (&argc, &argv);
  dolen_process_harden ();
  path = g_build_filename (g_getenv ("DOLEN_SOURCE_DIR"), "docs", "vault-format.md", NULL);
  g_assert_true (g_file_get_contents (path, &document, NULL, NULL));
  g_test_add_func ("/casework/format/an-event-is-sealed-as-documented",
                   test_an_event_is_sealed_as_documented);
  g_test_add_func ("/casework/format/a-key-is-wrapped-as-documented",
                   test_a_key_is_wrapped_as_documented);
  g_test_add_func ("/casework/format/keys-are-derived-as-documented",
                   test_keys_are_derived_as_documented);
  g_test_add_func ("/casework/format/a-workers-keys-are-as-documented",
                   test_a_workers_keys_are_as_documented);
  g_test_add_func ("/casework/format/the-device-file-is-as-documented",
                   test_the_device_file_is_as_documented);
  result = g_test_run ();
  g_free (document);
  return result;
}
