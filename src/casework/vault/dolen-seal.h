/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-secret.h"

G_BEGIN_DECLS

/*
 * The sealing of events, keys and drafts, without any storage: docs/vault-format.md byte by byte.
 * XChaCha20-Poly1305 (IETF construction) and BLAKE2b of libsodium; integers are big-endian.
 */
#define DOLEN_ID_SIZE 16    /* of vault, event, device and key ids */
#define DOLEN_HASH_SIZE 32  /* BLAKE2b */
#define DOLEN_NONCE_SIZE 24 /* random; XChaCha20's is long enough for that */
#define DOLEN_TAG_SIZE 16
#define DOLEN_WRAPPED_SIZE (DOLEN_KEY_SIZE + DOLEN_TAG_SIZE)
#define DOLEN_ASSOCIATED_SIZE 117
#define DOLEN_HEAD_SIZE 48 /* device_seq, hash of the header, rows */

/** DolenHeader: what stands in the open beside a sealed event. */
typedef struct {
  guint8 vault[DOLEN_ID_SIZE];
  guint8 id[DOLEN_ID_SIZE];
  guint8 device[DOLEN_ID_SIZE];
  guint64 device_seq; /* 1, 2, 3 ... without a gap */
  guint8 prev[DOLEN_HASH_SIZE];
  guint8 key[DOLEN_ID_SIZE];
  guint8 nonce[DOLEN_NONCE_SIZE];
  guint8 sealed_hash[DOLEN_HASH_SIZE];
} DolenHeader;

/** dolen_header_associate: the associated data: everything that binds an event to its place. */
void dolen_header_associate (const DolenHeader *header, guint8 associated[DOLEN_ASSOCIATED_SIZE]);

/** dolen_header_hash: of the associated data, nonce and sealed_hash: the next event's prev. */
void dolen_header_hash (const DolenHeader *header, guint8 hash[DOLEN_HASH_SIZE]);

void dolen_hash (const void *bytes, gsize size, guint8 hash[DOLEN_HASH_SIZE]);

/** dolen_seal: (transfer full): @text padded to DOLEN_EVENT_STEP and sealed; g_free it. */
guint8 *dolen_seal (const DolenSecret *key,
                    const guint8 *nonce,
                    GBytes *associated,
                    const char *text,
                    gsize *sealed_size);

/** dolen_unseal: (transfer full) (nullable): the text, a zero byte after it, not counted in @size;
 *  NULL where it was altered, moved or sealed with another key. */
char *dolen_unseal (const DolenSecret *key,
                    const guint8 *nonce,
                    GBytes *associated,
                    const guint8 *sealed,
                    gsize sealed_size,
                    gsize *size);

/** dolen_seal_event: seals @text under @header's place; fills in its sealed_hash. */
guint8 *dolen_seal_event (const DolenSecret *key,
                          DolenHeader *header,
                          const char *text,
                          gsize *sealed_size);

/** dolen_unseal_event: as dolen_unseal(). */
char *dolen_unseal_event (const DolenSecret *key,
                          const DolenHeader *header,
                          const guint8 *sealed,
                          gsize sealed_size,
                          gsize *size);

/** DolenWrap: what a wrapped key is for; part of its associated data. */
typedef struct {
  guint8 vault[DOLEN_ID_SIZE];
  guint8 key[DOLEN_ID_SIZE];
  const char *purpose; /* "passphrase", "recovery", "person", "office"; at most 16 characters */
} DolenWrap;

void dolen_wrap_key (const DolenSecret *wrapping,
                     const DolenWrap *wrap,
                     const guint8 *nonce,
                     const DolenSecret *key,
                     guint8 wrapped[DOLEN_WRAPPED_SIZE]);

/** dolen_unwrap_key: into @key; FALSE where it does not open. */
gboolean dolen_unwrap_key (const DolenSecret *wrapping,
                           const DolenWrap *wrap,
                           const guint8 *nonce,
                           const guint8 *wrapped,
                           DolenSecret *key);

/** dolen_hex: (transfer full): lower-case hex. */
char *dolen_hex (const guint8 *bytes, gsize size);
gboolean dolen_unhex (const char *hex, guint8 *bytes, gsize size);

G_END_DECLS
