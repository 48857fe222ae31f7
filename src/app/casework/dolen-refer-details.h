/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-referral-steps.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What makes a good referral, beside consent and what is shared: the rows, and a list of what is
 * still missing, said in words; nothing of it stops the referral. After Making Sense of Social
 * Prescribing (2017), reference/field.md 2. And the money: agreed cost and who pays.
 */
typedef struct _DolenReferDetails DolenReferDetails;

/** dolen_refer_details_new: adds its groups to @page. @changed: called with @data after each change
 *  by a person. It belongs to the page. */
DolenReferDetails *
dolen_refer_details_new (AdwPreferencesPage *page, void (*changed) (gpointer), gpointer data);

/** dolen_refer_details_fill: shows @referral; dolen_refer_details_read: takes what stands there. */
void dolen_refer_details_fill (DolenReferDetails *self, const DolenReferral *referral);
void dolen_refer_details_read (DolenReferDetails *self, DolenReferral *referral);

/** dolen_refer_details_show: what is missing now. */
void dolen_refer_details_show (DolenReferDetails *self, const DolenReferral *referral);

/** dolen_refer_missing: (transfer full): what is missing, a sentence each, in the language of the
 *  window; empty where nothing is. */
char **dolen_refer_missing (const DolenReferral *referral);

/** dolen_refer_parse_cost: pence of "5" or "5.50"; -1 where it is neither. @text: (nullable) */
int dolen_refer_parse_cost (const char *text);

G_END_DECLS
