/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-holders.h"

G_BEGIN_DECLS

/*
 * The words of a restricted note: sealed with a key of their own, which is sealed to its author's
 * pair and to the leads'. It stands in the record as base64, inside the person's sealed event: who
 * erases the person erases it too.
 */

/** dolen_sealed_note_make: (transfer full) (nullable): @note: the note's uid, bound to it. NULL
 * with DOLEN_ERROR_NOT_ALLOWED where the recovery key opened the vault: there is no author then. */
char *dolen_sealed_note_make (
    DolenHolders *holders, const guint8 *vault, const char *note, const char *text, GError **error);

/** dolen_sealed_note_open: (transfer full) (nullable): the words; NULL where whoever opened the
 * vault is neither its author nor a lead, or it was altered. */
char *dolen_sealed_note_open (DolenHolders *holders,
                              const guint8 *vault,
                              const char *note,
                              const char *sealed);

/** dolen_sealed_note_is_own: whether whoever opened the vault wrote it, and can read it still. */
gboolean dolen_sealed_note_is_own (DolenHolders *holders, const char *sealed);

G_END_DECLS
