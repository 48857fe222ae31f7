/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/* The reasons a referral may end badly for, as a field of a small form. */

/** dolen_reason_choice_add: adds the field @key; nothing is chosen at first. */
void dolen_reason_choice_add (DolenSmallForm *form, const char *key);

/** dolen_reason_choice_code: (nullable): the code at a position of the field; NULL where nothing is
 *  chosen. */
const char *dolen_reason_choice_code (guint position);

/** dolen_reason_choice_record: records @state of @referral (uid) today, with the field "reason"
 *  where it ends badly. */
gboolean dolen_reason_choice_record (DolenSmallForm *form,
                                     const char *referral,
                                     DolenReferralState state,
                                     const char *note,
                                     DolenUndo **undo,
                                     GError **error);

G_END_DECLS
