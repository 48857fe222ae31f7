/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-secret.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

#define DOLEN_SALT_SIZE 16

/** DolenPassphraseCost: Argon2id, one lane (libsodium fixes p=1). */
typedef struct {
  guint64 passes; /* t: 2 to 10 */
  guint64 memory; /* m in bytes: 19 MiB to 1 GiB */
} DolenPassphraseCost;

/** dolen_passphrase_cost_default: 256 MiB, t=3 (libsodium's MODERATE), about 0.4 s. */
DolenPassphraseCost dolen_passphrase_cost_default (void);

/** dolen_passphrase_cost_least: 19 MiB, t=2: the least accepted; for tests. */
DolenPassphraseCost dolen_passphrase_cost_least (void);

/** dolen_passphrase_cost_is_sound: whether a cost read from a file lies within the bounds. */
gboolean dolen_passphrase_cost_is_sound (DolenPassphraseCost cost);

/**
 * dolen_passphrase_derive:
 * @passphrase: as typed; NFKC is taken of it, so that a circumflex typed in one or in two
 * characters is the same
 * @salt: DOLEN_SALT_SIZE bytes
 * @cost: (inout): how dear
 * @may_lower: TRUE when a slot is made: falls back to 64 MiB, t=2 where memory is short, and says
 * so in @cost
 * @error: DOLEN_ERROR_INVALID (not UTF-8, empty, a cost out of bounds), _FAILED (no memory)
 *
 * Blocks for the time of Argon2id.
 *
 * Returns: (transfer full): the key
 */
DolenSecret *dolen_passphrase_derive (const char *passphrase,
                                      const guint8 *salt,
                                      DolenPassphraseCost *cost,
                                      gboolean may_lower,
                                      GError **error);

/**
 * dolen_passphrase_strength:
 * @passphrase: what is typed so far
 * @words: (nullable): NULL-terminated words that are easy to guess here (organisation, own name)
 *
 * Returns: 0 (guessed at once) to 4 (strong), by zxcvbn. A vault may be made from 3 on.
 */
int dolen_passphrase_strength (const char *passphrase, const char *const *words);

/** dolen_passphrase_least_strength: what a new passphrase must reach: 3. */
#define DOLEN_PASSPHRASE_LEAST_STRENGTH 3

/** dolen_passphrase_strength_sentence: what a strength of 0-4 means and what would help. */
const char *dolen_passphrase_strength_sentence (int strength, DolenLanguage language);

G_END_DECLS
