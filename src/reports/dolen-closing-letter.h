/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-encounters.h"
#include "directory/dolen-records.h"
#include "reports/dolen-referral-letter.h"

G_BEGIN_DECLS

/**
 * dolen_closing_letter_new:
 * @episode: closed, or about to be
 * @referrals: (nullable) (element-type DolenReferral): the person's plan
 * @services: (nullable) (element-type DolenService): what the directory knows of each of
 *   @referrals, in their order; NULL among them where it knows nothing
 * @spent: within this spell of support
 * @sender: who writes, and whose crisis text stands at the foot
 * @language: the person's own
 *
 * The letter to the person when support ends: what we did together in plain words, what continues
 * (each group they go to with where, when and how to reach it), how to come back and by when, and
 * how to reach us: the scheme, for a worker may have left by then.
 *
 * Returns: (transfer full): plain text
 */
char *dolen_closing_letter_new (const DolenPerson *person,
                                const DolenEpisode *episode,
                                const GPtrArray *referrals,
                                const GPtrArray *services,
                                const DolenTimeSpent *spent,
                                const DolenSender *sender,
                                DolenLanguage language,
                                const char *today);

G_END_DECLS
