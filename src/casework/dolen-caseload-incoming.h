/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"
#include "casework/dolen-casework.h"
#include "casework/dolen-reach.h"

G_BEGIN_DECLS

/* What is asked of the caseload about coming in. */

/** dolen_caseload_get_incoming: (transfer full) (nullable). */
DolenIncoming *dolen_caseload_get_incoming (DolenCaseload *caseload, const char *uid);

/** dolen_caseload_get_current_incoming: (transfer full) (nullable): @person's newest referral in
 * that is not over: neither closed, nor answered by a spell of support that has closed. */
DolenIncoming *dolen_caseload_get_current_incoming (DolenCaseload *caseload, const char *person);

/** dolen_caseload_list_waiting: (element-type DolenIncoming): those who wait, in the order of
 * dolen-waiting.h. */
GPtrArray *dolen_caseload_list_waiting (DolenCaseload *caseload);

/** dolen_caseload_work_out_reach: what has been tried for @person, and what is next.
 * @incoming: (nullable): earlier contacts than it do not count
 * @also: (nullable): a contact that is not stored yet
 * @answer_by: (nullable): civil date until which the letter may be answered
 */
void dolen_caseload_work_out_reach (DolenCaseload *caseload,
                                    const DolenPerson *person,
                                    const DolenIncoming *incoming,
                                    const DolenEncounter *also,
                                    const char *answer_by,
                                    DolenReach *reach);

/** dolen_casework_dup_answer_by: (transfer full) (nullable): until when the letter may be answered,
 * by rule; NULL where none is out. */
char *dolen_casework_dup_answer_by (DolenCasework *self, const DolenIncoming *incoming);

/* ---- the list of people, in groups ---- */

/** DolenPeopleGroup: a view of the list of people. Somebody may be in two: supported, and referred
 * anew. */
typedef enum {
  DOLEN_PEOPLE_SUPPORTED, /* an episode is open */
  DOLEN_PEOPLE_INCOMING,  /* a referral in is to be decided */
  DOLEN_PEOPLE_WAITING,
  DOLEN_PEOPLE_CLOSED, /* nothing of these */
  DOLEN_N_PEOPLE_GROUPS,
  DOLEN_PEOPLE_ALL = DOLEN_N_PEOPLE_GROUPS,
} DolenPeopleGroup;

/** dolen_caseload_list_group: (element-type DolenPersonRow): as dolen_caseload_list_people(), those
 * of @group; without @search referrals in oldest first, those who wait in their order. */
GPtrArray *dolen_caseload_list_group (DolenCaseload *caseload,
                                      DolenPeopleGroup group,
                                      const char *search,
                                      const char *today,
                                      GError **error);

/** dolen_caseload_count_groups: how many people are in each. */
void dolen_caseload_count_groups (DolenCaseload *caseload, guint counts[DOLEN_N_PEOPLE_GROUPS]);

/** dolen_person_row_is_in: whether @row belongs to @group. */
gboolean dolen_person_row_is_in (const DolenPersonRow *row, DolenPeopleGroup group);

/** dolen_person_row_stage: (transfer full): where they stand and since when: "To be decided, since
 * 3 November 2026"; "2 of 5 on the list ...". */
char *dolen_person_row_stage (const DolenPersonRow *row, DolenLanguage language);

G_END_DECLS
