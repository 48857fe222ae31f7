/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * Acts about what goes out: how a referral goes on, its pauses, who did not come, the chase. One
 * call, one event; errors as in dolen-casework.h.
 */

/**
 * dolen_casework_referral_step:
 * @step: what happened; any step forward. "Waiting" and "attending" may be recorded again: they
 * wait still (with what the group says now), they go still
 *
 * What it ends by rule is ended, what follows by rule is planned: the first session, the wait, the
 * appointment to go along, the next choice where the group declined.
 */
gboolean dolen_casework_referral_step (DolenCasework *self,
                                       const char *referral,
                                       const DolenReferralStep *step,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_referral_reopen: back to @to, a state it had passed; @note says why. The chase
 * and the check start again today. */
gboolean dolen_casework_referral_reopen (DolenCasework *self,
                                         const char *referral,
                                         DolenReferralState to,
                                         const char *note,
                                         DolenUndo **undo,
                                         GError **error);

/** DolenPause: why and until when nothing is chased. */
typedef struct {
  const char *referral; /* (nullable) uid; NULL: all of the person's that are under way */
  const char *reason;   /* code, dolen_pause_reasons() */
  const char *until;    /* (nullable) civil date to ask again; by rule where it is NULL */
  const char *note;     /* (nullable) */
} DolenPause;

/** dolen_casework_pause: their follow-ups stop; one asks again. */
gboolean dolen_casework_pause (DolenCasework *self,
                               const char *person,
                               const DolenPause *pause,
                               DolenUndo **undo,
                               GError **error);

/** dolen_casework_resume: the chase and the check go on from today. */
gboolean dolen_casework_resume (
    DolenCasework *self, const char *referral, const char *note, DolenUndo **undo, GError **error);

/** dolen_casework_referral_absent: the group says they did not come on @on (civil date). The person
 *  is contacted within two working days, the same day where a risk is known or a concern is open.
 */
gboolean dolen_casework_referral_absent (DolenCasework *self,
                                         const char *referral,
                                         const char *on,
                                         const char *note,
                                         DolenUndo **undo,
                                         GError **error);

/** dolen_casework_has_risk: whether a risk of @person is known and not over, or a concern is open.
 */
gboolean dolen_casework_has_risk (DolenCasework *self, const char *person);

/**
 * dolen_casework_no_answer:
 * @follow_up: an open one of kind "no-answer"
 * @outcome: (nullable): in words
 * @next: (nullable): civil date of the next try; the next step of the rule where it is NULL
 *
 * The group was asked and has not answered. After the last step the next choice of the plan is
 * offered.
 */
gboolean dolen_casework_no_answer (DolenCasework *self,
                                   const char *follow_up,
                                   const char *outcome,
                                   const char *next,
                                   DolenUndo **undo,
                                   GError **error);

/** dolen_casework_next_try: (transfer full) (nullable): the civil date the rule gives for the try
 *  after @follow_up; NULL after the last step. */
char *dolen_casework_next_try (DolenCasework *self, const DolenFollowUp *follow_up);

/** dolen_casework_referral_decide: two copies say differently what became of a referral: which of
 * them is right.
 * @follow_up: uid of an open one of the kind "needs decision"
 * @which: the place in its .was; what stands in the record already is left as it is
 * @note: (nullable): in words
 */
gboolean dolen_casework_referral_decide (DolenCasework *self,
                                         const char *follow_up,
                                         guint which,
                                         const char *note,
                                         DolenUndo **undo,
                                         GError **error);

/* ---- the plan's choices ---- */

/** dolen_casework_choice_add: puts @choice on the plan, as the last one. NOT_ALLOWED for a service
 *  that is on it and open. */
gboolean dolen_casework_choice_add (DolenCasework *self,
                                    const DolenChoice *choice,
                                    DolenUndo **undo,
                                    GError **error);

/** dolen_casework_choice_move: to @place among the open ones, 0 first. */
gboolean dolen_casework_choice_move (
    DolenCasework *self, const char *choice, guint place, DolenUndo **undo, GError **error);

/** dolen_casework_choice_set_aside: @note: (nullable): why. What proposed it is closed. */
gboolean dolen_casework_choice_set_aside (
    DolenCasework *self, const char *choice, const char *note, DolenUndo **undo, GError **error);

/** dolen_caseload_list_choices: (transfer full) (element-type DolenChoice): the open ones of
 *  @person, the first first; NULL only on an error of SQLite. */
GPtrArray *dolen_caseload_list_choices (DolenCaseload *caseload, const char *person);

/* ---- answers ---- */

/** dolen_caseload_find_reference: (transfer full) (element-type DolenReferral): those with
 *  @reference ("D-4821"): one, none, or several where two devices gave the same one. */
GPtrArray *dolen_caseload_find_reference (DolenCaseload *caseload, const char *reference);

/* ---- money ---- */

/** dolen_caseload_sum_costs: pence agreed for @person's referrals that left the draft and were not
 *  declined, cancelled or in error, in pounds only. @payer: (nullable): code, of that payer only.
 *  @n: (out) (optional): how many referrals. */
gint64
dolen_caseload_sum_costs (DolenCaseload *caseload, const char *person, const char *payer, int *n);

G_END_DECLS
