/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Keys live in memory that is locked, guarded and wiped when it is freed (libsodium,
 * doc.libsodium.org/memory_management).
 */
#define DOLEN_KEY_SIZE 32

typedef struct _DolenSecret DolenSecret;

/** dolen_process_harden: no core dumps, no debugger of the same user, libsodium ready. Called first
 * by every program that opens a vault; may be called again. */
void dolen_process_harden (void);

/** dolen_secret_new: (transfer full): @size bytes of zero. */
DolenSecret *dolen_secret_new (gsize size);

/** dolen_secret_new_random: (transfer full): a fresh key of DOLEN_KEY_SIZE. */
DolenSecret *dolen_secret_new_random (void);

/** dolen_secret_new_from: (transfer full): a copy of @bytes; the caller wipes its own. */
DolenSecret *dolen_secret_new_from (const void *bytes, gsize size);

/** dolen_secret_derive: (transfer full): a key of its own for @purpose, by BLAKE2b keyed with
 *  @secret over the purpose's text and @context. */
DolenSecret *dolen_secret_derive (const DolenSecret *secret,
                                  const char *purpose,
                                  const guint8 *context,
                                  gsize context_size);

guint8 *dolen_secret_bytes (DolenSecret *secret);
const guint8 *dolen_secret_peek (const DolenSecret *secret);
gsize dolen_secret_size (const DolenSecret *secret);

/** dolen_secret_free: wipes. NULL is allowed. */
void dolen_secret_free (DolenSecret *secret);

/** dolen_wipe_string: wipes and frees a text that held a secret. NULL is allowed. */
void dolen_wipe_string (char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSecret, dolen_secret_free)

G_END_DECLS
