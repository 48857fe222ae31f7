/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"
#include "matching/dolen-reasons.h"

G_BEGIN_DECLS

/**
 * dolen_talk_reasons:
 * @why: (out) (transfer full): why it may suit, a sentence each, to the person; at most four
 * @ask: (out) (transfer full): what would be asked first, a sentence each; at most two
 *
 * Of all reasons only those about what the person said: never what does not suit, an age, for whom
 * it says it is, how old the listing is.
 */
void dolen_talk_reasons (DolenFacts *facts,
                         const DolenProfile *profile,
                         guint index,
                         DolenLanguage language,
                         char ***why,
                         char ***ask);

/** dolen_talk_may_be_said: whether @text of a group gives no name of its people, no number or
 *  address, and nothing of who pays for it. */
gboolean dolen_talk_may_be_said (const DolenService *service, const char *text);

/** dolen_talk_gist: (transfer full): up to two sentences of what a group says of itself, without
 *  those that give names, numbers, addresses or money behind it; "" where none is left. */
char *dolen_talk_gist (const DolenService *service, DolenLanguage language);

G_END_DECLS
