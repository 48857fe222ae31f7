/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-private.h"

G_BEGIN_DECLS

/*
 * Two copies of the case records were written in side by side, and each said how a referral ended.
 * The later by the clock stands in the record; what the other said must not be lost in silence.
 * Private to casework/.
 */
typedef struct _DolenContradictions DolenContradictions;

DolenContradictions *dolen_contradictions_new (void);
void dolen_contradictions_free (DolenContradictions *found);

/** dolen_contradictions_reader: looks through all events of a replay, in their order; its data is
 * a DolenContradictions. */
extern const DolenVaultReader dolen_contradictions_reader;

/** dolen_casework_put_contradictions: a follow-up "needs decision" for each that was found and has
 * none yet, whichever copy was merged into which. Nothing while writing is not allowed: it is found
 * again by the next merge. @error: the store's */
gboolean dolen_casework_put_contradictions (DolenCasework *self,
                                            const DolenContradictions *found,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenContradictions, dolen_contradictions_free)

G_END_DECLS
