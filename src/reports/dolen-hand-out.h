/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-scheme.h"
#include "directory/dolen-records.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/**
 * dolen_hand_out_new:
 * @service: what it is about
 * @organisation: (nullable): who offers it
 * @scheme: (nullable): whose crisis text and working hours it ends with
 * @language: the person's own
 * @today: civil date
 *
 * What a person takes home about a group: when, where, what it costs, whom to ask for, and how old
 * that is. It names no person. A hidden address stays hidden, a personal mailbox and a contact that
 * was not given out are left out, and so are capacity notes, funding and governance.
 *
 * Returns: (transfer full): Pango markup, a heading and short lines
 */
char *dolen_hand_out_new (const DolenService *service,
                          const DolenOrganisation *organisation,
                          const DolenScheme *scheme,
                          DolenLanguage language,
                          const char *today);

/** dolen_hand_out_new_text: (transfer full): the same as plain text, to copy. */
char *dolen_hand_out_new_text (const DolenService *service,
                               const DolenOrganisation *organisation,
                               const DolenScheme *scheme,
                               DolenLanguage language,
                               const char *today);

/** dolen_hand_out_brief: (transfer full): only when, where and how to reach it, under the same
 * rules of what is given out: plain text, each line ended; "" where nothing of it is known. */
char *dolen_hand_out_brief (const DolenService *service, DolenLanguage language, const char *today);

G_END_DECLS
