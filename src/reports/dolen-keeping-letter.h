/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"
#include "reports/dolen-letter.h"

G_BEGIN_DECLS

/*
 * The letter or e-mail that asks a group whether its listing is still true, with the form of
 * directory/keeping/dolen-keeping-form.h to fill in: in the group's language. About nobody.
 */

/**
 * dolen_keeping_letter_new:
 * @services: (element-type DolenService): the listings of one group, at least one: a form for each
 * @organisation: (nullable): theirs: what is known of it alone stands in the forms too
 * @to: (nullable): who it goes to
 * @answer_by: (nullable): civil date by which an answer would help
 * @language: of the letter; dolen_keeping_form_language() says which is theirs
 * @today: civil date
 *
 * Returns: (transfer full): plain text
 */
char *dolen_keeping_letter_new (const GPtrArray *services,
                                const DolenOrganisation *organisation,
                                const char *to,
                                const char *answer_by,
                                const DolenSender *sender,
                                DolenLanguage language,
                                const char *today);

/** dolen_keeping_letter_subject: (transfer full): for an e-mail: "Is this still right? Band y dref"
 */
char *dolen_keeping_letter_subject (const GPtrArray *services, DolenLanguage language);

G_END_DECLS
