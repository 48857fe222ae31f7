/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * Rectification (UK GDPR article 16): what was written wrongly is corrected by an entry of its own
 * that is linked to the earlier one. The record says the corrected words; the earlier ones stay in
 * the history, marked with who corrected them and when. What the person disputes, and the worker
 * does not think wrong, is left as it is: their statement is linked to it.
 *
 * It works for the words of a note (of a contact too), a concern, the reason of a referral's step,
 * and the reason somebody was referred to us with. A restricted note is not corrected here.
 */

/** dolen_casework_get_correctable: (transfer full) (nullable): the words of the entry @event (id as
 * in DolenEntry) as they stand; NULL where there are none that can be put right: it was corrected
 * already (correct the correction), taken back, or holds no words. */
char *dolen_casework_get_correctable (DolenCasework *self, const char *event);

/** dolen_casework_correct: @text: what it should say. INVALID where it is empty or the same. */
gboolean dolen_casework_correct (
    DolenCasework *self, const char *event, const char *text, DolenUndo **undo, GError **error);

/** dolen_casework_dispute: @statement: in the person's own words; nothing else changes. */
gboolean dolen_casework_dispute (DolenCasework *self,
                                 const char *event,
                                 const char *statement,
                                 DolenUndo **undo,
                                 GError **error);

G_END_DECLS
