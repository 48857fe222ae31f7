/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "casework/records/dolen-referral.h"
#include "directory/dolen-records.h"
#include "reports/dolen-safe-paper.h"

G_BEGIN_DECLS

/** DolenReferText: what the text that leaves is made from; (not owned). */
typedef struct {
  GSettings *settings; /* who writes */
  const DolenReferral *referral;
  const DolenService *service;           /* (nullable) where it is in the directory */
  const DolenOrganisation *organisation; /* (nullable) */
  DolenLanguage language;
  const char *today; /* civil date */
  /* (nullable) the details of a signposting are not safe at home: a discreet paper, by this list */
  const DolenSafePaper *discreet;
} DolenReferText;

/** dolen_refer_text_new: (transfer full): the letter of a referral, the details of a signposting,
 * as plain text. A reference that is still to be given shows as "D-…". */
char *dolen_refer_text_new (const DolenReferText *from);

/** dolen_refer_text_new_markup: (transfer full): the same as Pango markup, to print. */
char *dolen_refer_text_new_markup (const DolenReferText *from);

G_END_DECLS
