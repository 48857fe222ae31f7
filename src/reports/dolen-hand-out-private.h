/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"
#include "reports/dolen-sheet.h"

G_BEGIN_DECLS

/* What the hand-outs share about one service; not for other rooms. Each keeps to what may be given
 * out: a hidden address, a contact that was not asked, a personal mailbox stay out. */

/** dolen_hand_out_add_eligibility: whom it is for, in the group's words. */
void dolen_hand_out_add_eligibility (DolenSheet *sheet,
                                     const DolenService *service,
                                     DolenLanguage language);

/** dolen_hand_out_add_facts: when, where, what it costs, for whom, how to join. */
void dolen_hand_out_add_facts (DolenSheet *sheet,
                               const DolenService *service,
                               DolenLanguage language,
                               const char *today);

/** dolen_hand_out_add_place: where it is and how to get there. */
void
dolen_hand_out_add_place (DolenSheet *sheet, const DolenService *service, DolenLanguage language);

/** dolen_hand_out_add_ways: whom to ask for, telephone, e-mail, website. */
void
dolen_hand_out_add_ways (DolenSheet *sheet, const DolenService *service, DolenLanguage language);

/** dolen_hand_out_add_age: when it was written, and how sure the times are. */
void dolen_hand_out_add_age (DolenSheet *sheet,
                             const DolenService *service,
                             DolenLanguage language,
                             const char *today);

/** dolen_hand_out_dup_where: (transfer full): the place on one line; "" where none may be told. */
char *dolen_hand_out_dup_where (const DolenVenue *venue, DolenLanguage language);

/** dolen_hand_out_dup_phone: (transfer full) (nullable): a number that may be given out, to read.
 */
char *dolen_hand_out_dup_phone (const DolenService *service);

/** dolen_hand_out_add_footer: @text: lines; its rule of dashes becomes white. */
void dolen_hand_out_add_footer (DolenSheet *sheet, DolenLanguage language, const char *text);

G_END_DECLS
