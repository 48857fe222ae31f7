/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/**
 * dolen_record_form_new:
 * @referral: uid
 * @state: what is chosen at first
 *
 * What happened to a referral or a signposting: any step forward, the day, why where it ends badly,
 * and words. Fields: "state" (the choices are dolen_record_form_steps()), "on", "who",
 * "reason-<state>" (dolen-reason-choice.h), "first", "first-at", "weeks", "note".
 * Draft: "record/<uid>".
 *
 * Returns: (nullable): NULL where it is not there any more or has ended (a toast says so)
 */
GtkWindow *
dolen_record_form_new (DolenSession *session, const char *referral, DolenReferralState state);

/** dolen_record_form_steps: @steps: room for DOLEN_N_REFERRAL_STATES. The states @referral may go
 *  to, in their order. Returns how many. */
guint dolen_record_form_steps (const DolenReferral *referral, DolenReferralState *steps);

/** dolen_record_step_name: what a step is called in a menu: "They accepted". */
const char *dolen_record_step_name (DolenReferralState state);

G_END_DECLS
