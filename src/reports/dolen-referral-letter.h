/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-scheme.h"
#include "casework/records/dolen-referral.h"

G_BEGIN_DECLS

/*
 * The letter or e-mail that asks a group to take somebody on: plain text in the group's language.
 * It holds the ticked lines of the share list and nothing else about the person. What makes a good
 * onward referral: reference/field.md, section 2 (Making Sense of Social Prescribing, 2017).
 */

/** DolenSender: who writes; all (nullable) (not owned). */
typedef struct {
  const char *name;
  const char *role;
  const char *organisation;
  const char *phone;
  const char *email;
  const DolenScheme *scheme; /* NULL: what Dolen proposes stands at the foot */
} DolenSender;

/**
 * dolen_referral_letter_new:
 * @referral: the referral; a signposting has no letter (use dolen_hand_out_new())
 * @sender: who writes
 * @language: of the letter
 * @today: civil date it is dated
 *
 * Returns: (transfer full): the letter, plain text
 */
char *dolen_referral_letter_new (const DolenReferral *referral,
                                 const DolenSender *sender,
                                 DolenLanguage language,
                                 const char *today);

/** dolen_answer_slip_new: (transfer full): a slip to tick and send back, plain text: boxes and the
 *  reference with its check letter, nothing of the person. */
char *dolen_answer_slip_new (const DolenReferral *referral,
                             const DolenSender *sender,
                             DolenLanguage language);

/** dolen_referral_letter_subject: (transfer full): for an e-mail: the reference, never a name. */
char *dolen_referral_letter_subject (const DolenReferral *referral, DolenLanguage language);

G_END_DECLS
