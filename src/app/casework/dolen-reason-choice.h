/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * Why a referral ended before its time, as fields of a small form: one an end, with the reasons
 * that fit it; only the one that is asked for is shown. Keys: "reason-declined" and so on.
 */

/** dolen_reason_choice_add: adds the fields, hidden; nothing is chosen at first. */
void dolen_reason_choice_add (DolenSmallForm *form);

/** dolen_reason_choice_show: shows the field of @state, and no other; none for one that needs no
 *  reason. */
void dolen_reason_choice_show (DolenSmallForm *form, DolenReferralState state);

/** dolen_reason_choice_get: (nullable): the code chosen for @state; NULL where nothing is chosen or
 *  none is needed. */
const char *dolen_reason_choice_get (DolenSmallForm *form, DolenReferralState state);

/** dolen_reason_choice_set: chooses @code, as if a person did it; for tests and for the tour. */
void dolen_reason_choice_set (DolenSmallForm *form, DolenReferralState state, const char *code);

G_END_DECLS
