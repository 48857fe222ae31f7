/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-referral-steps.h"

G_BEGIN_DECLS

/* What the referral form shows for a draft: pure, so that it is tried without a window. */
typedef struct {
  gboolean can_send;      /* refer, print and copy are allowed */
  gboolean consent_by_on; /* "given by" and the day make sense */
  gboolean override_on;   /* the override makes sense: consent is not "yes" */
  char *consent_sentence; /* (owned) what is missing, beside the consent; "" where nothing is */
} DolenReferState;

/**
 * dolen_refer_state_new:
 * @referral: the draft as the form stands
 * @today: civil date
 *
 * Returns: (transfer full): its state; the sentence is in the language of the window
 */
DolenReferState *dolen_refer_state_new (const DolenReferral *referral, const char *today);
void dolen_refer_state_free (DolenReferState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenReferState, dolen_refer_state_free)

G_END_DECLS
