/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * What may happen to a referral beside its steps, as small forms about its uid. Drafts:
 * "pause/<uid>", "absent/<uid>", "step-back/<uid>", "resume/<uid>".
 */

/** dolen_pause_form_new: ill or away: nothing is chased. Fields: "reason", "until", "all", "note".
 */
GtkWindow *dolen_pause_form_new (DolenSession *session, const char *referral);

/** dolen_resume_form_new: it goes on. Field: "note". */
GtkWindow *dolen_resume_form_new (DolenSession *session, const char *referral);

/** dolen_absent_record_form_new: the group says they did not come. Fields: "on", "note". */
GtkWindow *dolen_absent_record_form_new (DolenSession *session, const char *referral);

/** dolen_referral_reopen_form_new: back to a step it had passed. Fields: "state", "note".
 * (nullable): NULL where there is none (a toast says so). */
GtkWindow *dolen_referral_reopen_form_new (DolenSession *session, const char *referral);

/** dolen_reopen_form_steps: @steps: room for DOLEN_N_REFERRAL_STATES: where it may be reopened, the
 *  furthest first. Returns how many. */
guint dolen_reopen_form_steps (const DolenReferral *referral, DolenReferralState *steps);

G_END_DECLS
