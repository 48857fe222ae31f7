/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-referral.h"

G_BEGIN_DECLS

/*
 * How a referral or a signposting may go on: any step forward, from an end none but "in error";
 * back only by reopening, with a note. What happened before stays in the journal. After the closed
 * loop of the Gravity SDOH guide (FHIR task status), reference/standards.md 7.8.
 */

/** DolenReferralStep: what happened. All but .state may be left out. */
typedef struct {
  DolenReferralState state;
  const char *on;        /* civil date; NULL today */
  const char *reason;    /* code, where it ends badly */
  const char *note;      /* in words */
  const char *first_on;  /* accepted: civil date of the first session, agreed with the group */
  const char *first_at;  /* "10:00" */
  int wait_weeks;        /* waiting list: how long the group says; 0 they do not say */
  gboolean by_person;    /* the person said it, not the group */
  const char *follow_up; /* uid of the open follow-up that this answers: it is done with it */
  const char *next;      /* civil date of another follow-up of its kind */
} DolenReferralStep;

/** dolen_referral_has_ended: completed, or ended before its time. */
gboolean dolen_referral_has_ended (DolenReferralState state);

/** dolen_referral_ends_badly: ended before its time: a reason is needed. */
gboolean dolen_referral_ends_badly (DolenReferralState state);

/** dolen_referral_is_under_way: it has left the draft and has not ended. */
gboolean dolen_referral_is_under_way (DolenReferralState state);

/** dolen_referral_may_leave_draft: consent is "yes", or an override with its note is recorded, or
 * it is signposting: the details go to the person, and nothing of theirs to anybody. */
gboolean dolen_referral_may_leave_draft (const DolenReferral *referral);

/**
 * dolen_referral_check_step:
 * @to: the state wanted
 * @reason: (nullable): code why it ends badly; it must fit the state
 * @error: DOLEN_ERROR_NOT_ALLOWED with the sentence to show beside the field
 *
 * Any step forward is allowed, none back, none from an end (only "in error"). Who has been there
 * does not "not start" any more, and a draft that was never sent was not missed by the group.
 */
gboolean dolen_referral_check_step (const DolenReferral *referral,
                                    DolenReferralState to,
                                    const char *reason,
                                    GError **error);

/** dolen_referral_check_reopen: back to @to, a state under way before the present one, which is no
 *  draft and not "in error"; @note must say why. */
gboolean dolen_referral_check_reopen (const DolenReferral *referral,
                                      DolenReferralState to,
                                      const char *note,
                                      GError **error);

/** dolen_referral_check_pause: one that is under way and not paused. */
gboolean dolen_referral_check_pause (const DolenReferral *referral, GError **error);

/** dolen_referral_take_step: sets the state, its day and what the step says. @today: civil date.
 *  A pause is over then. */
void dolen_referral_take_step (DolenReferral *referral,
                               const DolenReferralStep *step,
                               const char *today);

/** dolen_referral_reopen: back to @to: what came after it is taken away. */
void dolen_referral_reopen (DolenReferral *referral,
                            DolenReferralState to,
                            const char *on,
                            const char *note);

/** dolen_referral_state_date: (transfer none) (nullable): the day @state was reached. */
const char *dolen_referral_state_date (const DolenReferral *referral, DolenReferralState state);

/** dolen_referral_agreed_on: (transfer none) (nullable): the day the group said yes, or put them on
 *  its list. */
const char *dolen_referral_agreed_on (const DolenReferral *referral);

/** dolen_referral_weeks_going: whole weeks from the first time to the last day they were known to
 *  go; -1 where one of them is not known. */
int dolen_referral_weeks_going (const DolenReferral *referral);

/* ---- reasons ---- */

/** dolen_referral_reason_name: a reason code in words; the code itself where it is not known. */
const char *dolen_referral_reason_name (const char *reason, DolenLanguage language);

/** dolen_referral_reasons_for: (transfer container): the codes that fit @state, NULL-terminated,
 *  "other" last; empty for a state that needs none. */
const char **dolen_referral_reasons_for (DolenReferralState state);

/** dolen_pause_reasons: (transfer none): codes of reasons to pause, NULL-terminated. */
const char *const *dolen_pause_reasons (void);

G_END_DECLS
