/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * Hard rules of the suggestions set aside for one person and one service, with a recorded reason
 * (records/dolen-rule-override.h). What is known of the person and of the group stays as it is. The
 * acts fail as those of dolen-casework.h.
 */

/**
 * dolen_casework_override_add:
 * @override: .person, .service and its names, .reason (needed); .criterion is not read
 * @criteria: NULL-terminated codes of the rules that are set aside; one at least
 *
 * One event; those set aside already are passed over, NOT_ALLOWED where all were.
 */
gboolean dolen_casework_override_add (DolenCasework *self,
                                      const DolenRuleOverride *override,
                                      const char *const *criteria,
                                      DolenUndo **undo,
                                      GError **error);

/** dolen_casework_override_end: every rule holds again for @service (uid). */
gboolean dolen_casework_override_end (
    DolenCasework *self, const char *person, const char *service, DolenUndo **undo, GError **error);

/** dolen_caseload_list_overrides: (transfer full) (element-type DolenRuleOverride): those that
 *  stand, oldest first. @service: (nullable): uid; NULL: of every service */
GPtrArray *
dolen_caseload_list_overrides (DolenCaseload *caseload, const char *person, const char *service);

/** dolen_rule_override_say: (transfer full): "Suggested all the same: Mair Evans, 3 November 2026:
 *  his son comes along". */
char *dolen_rule_override_say (const DolenRuleOverride *override, DolenLanguage language);

G_END_DECLS
