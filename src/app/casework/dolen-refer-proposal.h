/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-person.h"
#include "casework/records/dolen-referral.h"
#include "directory/dolen-records.h"
#include "matching/dolen-vocabulary.h"

G_BEGIN_DECLS

/**
 * dolen_refer_proposal_new:
 * @kind: referral or signposting
 * @person: for whom
 * @service: to what
 * @organisation: (nullable): who offers it
 * @reasons: (nullable): why, the match's sentences; kept with the referral, not in the letter
 * @vocabulary: the terms
 * @language: the group's: the share list is written in it
 * @today: civil date
 *
 * The form as it opens: the service and its contact as they are known today, the share list line by
 * line (ticked: name, one safe contact, communication needs, and what this service answers; all
 * else unticked), the group to ring within five working days.
 *
 * Returns: (transfer full): a draft without consent
 */
DolenReferral *dolen_refer_proposal_new (DolenReferralKind kind,
                                         const DolenPerson *person,
                                         const DolenService *service,
                                         const DolenOrganisation *organisation,
                                         const char *const *reasons,
                                         DolenVocabulary *vocabulary,
                                         DolenLanguage language,
                                         const char *today);

/** dolen_refer_proposal_group_language: the language to write to @service in: Welsh where that is
 *  the only language it offers, else @interface's. */
DolenLanguage dolen_refer_proposal_group_language (const DolenService *service,
                                                   DolenLanguage interface);

/** dolen_refer_proposal_text_language: of the text that leaves: a signposting is for @person, a
 *  referral for the group (@service: (nullable)); else the window's. */
DolenLanguage dolen_refer_proposal_text_language (const DolenReferral *referral,
                                                  const DolenPerson *person,
                                                  const DolenService *service);

/** dolen_refer_proposal_check_on: (transfer full): the day proposed for the check: 28 days on. */
char *dolen_refer_proposal_check_on (const char *today);

G_END_DECLS
