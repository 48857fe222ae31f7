/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * What was odd in a listing when it was read from its feed and somebody could put right: it stands
 * in the queue until the listing is edited, or until its feed has it otherwise.
 */

/**
 * dolen_directory_note_oddities:
 * @uid: of the service
 * @codes: (array zero-terminated=1): as exchange/dolen-oddity.h has them; those that nobody can put
 *   right in the listing are passed over
 *
 * In place of what was noted of it before; within the caller's transaction.
 */
gboolean dolen_directory_note_oddities (DolenDirectory *dir,
                                        const char *uid,
                                        const char *const *codes,
                                        GError **error);

/** dolen_import_oddity_text: (nullable): what is odd, a sentence; NULL for a code that is not kept.
 *  Not owned. */
const char *dolen_import_oddity_text (const char *code, DolenLanguage language);

/** dolen_closed_reason_text: (nullable): why a listing closed, for people to read: the words that
 *  were typed, or, where it was closed for what its feed says, that in words. @reason: (nullable):
 *  as DolenService keeps it. Not owned. */
const char *dolen_closed_reason_text (const char *reason, DolenLanguage language);

G_END_DECLS
