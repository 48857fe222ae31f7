/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-encounters.h"
#include "reports/dolen-referral-letter.h"

G_BEGIN_DECLS

/*
 * What goes back to whoever referred a person to us: how it goes, and that support has closed. It
 * holds what the person agreed that they may be told (dolen-share-codes.h) and nothing else.
 */

/** DolenReport: what a message is made of. Nothing is owned. */
typedef struct {
  DolenMessageKind kind; /* DOLEN_MESSAGE_PROGRESS or _CLOSING */
  const DolenPerson *person;
  const DolenEpisode *episode;
  const DolenIncoming *incoming;
  const DolenShareConsent *consent; /* (nullable): in force today; NULL: nothing may be told */
  const GPtrArray *referrals;       /* (nullable) (element-type DolenReferral) */
  const DolenTimeSpent *spent;
} DolenReport;

/** dolen_report_allows: whether line @code of the consent is ticked; FALSE without a consent. */
gboolean dolen_report_allows (const DolenReport *report, const char *code);

/** dolen_report_shows: whether a message may speak of @referral: it left us, and is no error. */
gboolean dolen_report_shows (const DolenReferral *referral);

/** dolen_referrer_message_new: (transfer full): plain text. @today: civil date it is dated. */
char *dolen_referrer_message_new (const DolenReport *report,
                                  const DolenSender *sender,
                                  DolenLanguage language,
                                  const char *today);

/** dolen_referrer_message_codes: (transfer full): the SNOMED CT codes it names (digits),
 *  NULL-terminated; none where progress may not be told. */
char **dolen_referrer_message_codes (const DolenReport *report);

G_END_DECLS
