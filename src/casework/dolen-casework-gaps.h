/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * What was looked for and not found (records/dolen-gap.h), and what came of it: an idea, a group
 * started (records/dolen-gap-group.h). The acts fail as those of dolen-casework.h.
 */

/**
 * dolen_casework_gaps_note:
 * @gaps: (element-type DolenGap): what was looked for, made with dolen_gap_new() and a place; their
 *   spell of support is the open one of @person
 *
 * One event. Those noted already in this spell of support are passed over; NOT_ALLOWED where all
 * were.
 */
gboolean dolen_casework_gaps_note (DolenCasework *self,
                                   const char *person,
                                   const GPtrArray *gaps,
                                   DolenUndo **undo,
                                   GError **error);

/** dolen_caseload_has_gap: whether it was noted in the open spell of support of @person. @kind:
 *  "need", "interest"; @term: code */
gboolean dolen_caseload_has_gap (DolenCaseload *caseload,
                                 const char *person,
                                 const char *kind,
                                 const char *term);

/** dolen_caseload_list_gaps: (transfer full) (element-type DolenGap): @person's, oldest first. */
GPtrArray *dolen_caseload_list_gaps (DolenCaseload *caseload, const char *person);

/** dolen_caseload_list_gaps_between: (transfer full) (element-type DolenGap): everybody's, noted
 * from
 * @from to @to (civil dates), oldest first: for reports/dolen-gap-numbers.h alone, which tells of
 * nobody. */
GPtrArray *
dolen_caseload_list_gaps_between (DolenCaseload *caseload, const char *from, const char *to);

/** dolen_caseload_list_who_looked: (transfer full) (element-type DolenPerson): who is supported now
 * and looked for it without finding it: to be told when a group is started. @where: (nullable): a
 * district or a council area; NULL: anywhere */
GPtrArray *dolen_caseload_list_who_looked (DolenCaseload *caseload,
                                           const char *kind,
                                           const char *term,
                                           const char *where);

/** dolen_casework_gap_group_set: what came of the gaps that @group names. INVALID for an idea
 *  without a note, and for a group started without the group. */
gboolean dolen_casework_gap_group_set (DolenCasework *self,
                                       const DolenGapGroup *group,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_caseload_list_gap_groups: (transfer full) (element-type DolenGapGroup): all. */
GPtrArray *dolen_caseload_list_gap_groups (DolenCaseload *caseload);

/** dolen_caseload_find_gap_group: (transfer full) (nullable): @where: (nullable) */
DolenGapGroup *dolen_caseload_find_gap_group (DolenCaseload *caseload,
                                              const char *kind,
                                              const char *term,
                                              const char *where);

G_END_DECLS
