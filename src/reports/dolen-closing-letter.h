/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-encounters.h"
#include "reports/dolen-referral-letter.h"

G_BEGIN_DECLS

/**
 * dolen_closing_letter_new:
 * @episode: closed, or about to be
 * @referrals: (nullable) (element-type DolenReferral): the person's plan
 * @spent: within this spell of support
 * @sender: who writes, and whose crisis text stands at the foot
 * @language: the person's own
 *
 * The letter to the person when support ends: what we did together in plain words, what continues,
 * how to come back and by when.
 *
 * Returns: (transfer full): plain text
 */
char *dolen_closing_letter_new (const DolenPerson *person,
                                const DolenEpisode *episode,
                                const GPtrArray *referrals,
                                const DolenTimeSpent *spent,
                                const DolenSender *sender,
                                DolenLanguage language,
                                const char *today);

G_END_DECLS
