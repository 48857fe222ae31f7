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

G_END_DECLS
