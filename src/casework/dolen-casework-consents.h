/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/* Acts about consents to share, one for each recipient and line by line. They fail as the acts of
 * dolen-casework.h do. */

/** dolen_casework_consent_give: stores @consent: a recipient, a day and at least one ticked line
 * are needed. It belongs to the open episode. */
gboolean dolen_casework_consent_give (DolenCasework *self,
                                      const DolenShareConsent *consent,
                                      DolenUndo **undo,
                                      GError **error);

/** dolen_casework_consent_renew: they were asked again today. @until: (nullable): civil date; NULL:
 * with the open episode. NOT_ALLOWED for one that was withdrawn, or where no episode is open and no
 * day is given. */
gboolean dolen_casework_consent_renew (
    DolenCasework *self, const char *consent, const char *until, DolenUndo **undo, GError **error);

/** dolen_casework_consent_withdraw: from today on nothing may be shared under it: drafts to that
 * group lose their consent; where something was shared, a follow-up "tell-group" comes by rule.
 * @note: (nullable): in their words. */
gboolean dolen_casework_consent_withdraw (
    DolenCasework *self, const char *consent, const char *note, DolenUndo **undo, GError **error);

/** dolen_caseload_consent_closed: (transfer full) (nullable): civil date on which the episode of
 * @consent closed: what dolen_consent_state_on() asks for. */
char *dolen_caseload_consent_closed (DolenCaseload *caseload, const DolenShareConsent *consent);

/** dolen_caseload_find_consent: (transfer full) (nullable): @person's newest consent for
 * @recipient, or where that is NULL for anybody of @recipient_kind, that is in force on @day. */
DolenShareConsent *dolen_caseload_find_consent (DolenCaseload *caseload,
                                                const char *person,
                                                const char *recipient_kind,
                                                const char *recipient,
                                                const char *day);

G_END_DECLS
