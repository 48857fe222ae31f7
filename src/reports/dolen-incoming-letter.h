/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-incoming.h"
#include "casework/records/dolen-person.h"
#include "reports/dolen-letter.h"

G_BEGIN_DECLS

/**
 * dolen_referrer_letter_new:
 * @incoming: the referral in, with what was decided
 * @person: named, with the date of birth: the referrer must know whom it is about
 * @language: the referrer's
 * @today: civil date
 *
 * What the referrer is told: waiting, taken up, more information wanted, returned with why and
 * where it should go, not wished, not reached. Nothing else about the person.
 *
 * Returns: (transfer full): plain text
 */
char *dolen_referrer_letter_new (const DolenIncoming *incoming,
                                 const DolenPerson *person,
                                 const DolenSender *sender,
                                 DolenLanguage language,
                                 const char *today);

/**
 * dolen_not_reached_letter_new:
 * @answer_by: (nullable): civil date until which they may answer
 *
 * To somebody who could not be reached: others may open it, so that it says neither who referred
 * them nor why.
 *
 * Returns: (transfer full): plain text
 */
char *dolen_not_reached_letter_new (const DolenPerson *person,
                                    const char *answer_by,
                                    const DolenSender *sender,
                                    DolenLanguage language,
                                    const char *today);

G_END_DECLS
