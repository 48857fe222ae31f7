/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-consent.h"
#include "casework/records/dolen-episode.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/* A spell of support in words, in either language. */

/** dolen_level_name: "Signposting", "Light", "Medium", "Holistic"; "Not settled". */
const char *dolen_level_name (DolenLevel level, DolenLanguage language);

/** dolen_closing_reasons: (transfer none): codes of why support closes, NULL-terminated, "other"
 *  last; "died" is an act of its own and not among them. */
const char *const *dolen_closing_reasons (void);

/** dolen_closing_reason_name: a code in words; the code itself where it is not known; "" for NULL.
 */
const char *dolen_closing_reason_name (const char *reason, DolenLanguage language);
gboolean dolen_closing_reason_is_known (const char *reason);

/** dolen_goal_say_scores: (transfer full) (nullable): what a goal's scores say, in words: "3 of 10
 * at first, 6 now: higher. They would like 8." NULL where it was never scored. */
char *dolen_goal_say_scores (const DolenGoal *goal, DolenLanguage language);

/** dolen_consent_say_state: (transfer full): "In force until 3 March 2027", "Withdrawn on ..."
 * @day: civil date; @closed: (nullable): the day its episode closed. */
char *dolen_consent_say_state (const DolenShareConsent *consent,
                               const char *closed,
                               const char *day,
                               DolenLanguage language);

G_END_DECLS
