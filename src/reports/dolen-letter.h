/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/dolen-referral-letter.h"

G_BEGIN_DECLS

/*
 * The frame of a plain text letter, in either language: to whom and when, paragraphs, who writes,
 * and what every paper ends with. A letter is a GString that these add to.
 */

/** dolen_letter_begin: @to: (nullable): who it goes to; @person: it is one person; @today: civil
 * date. */
void dolen_letter_begin (
    GString *letter, const char *to, gboolean person, const char *today, DolenLanguage language);

/** dolen_letter_add: a paragraph. @format: a translated message. */
void dolen_letter_add (GString *letter, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** dolen_letter_add_line: one line, with no room beneath it. @format: a translated message. */
void dolen_letter_add_line (GString *letter, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** dolen_letter_end: thanks, the sender, the scheme's footer with whom to ring in a crisis: of a
 *  letter to a person. */
void dolen_letter_end (GString *letter, const DolenSender *sender, DolenLanguage language);

/** dolen_letter_end_for_professional: the same without whom to ring in a crisis. */
void dolen_letter_end_for_professional (GString *letter,
                                        const DolenSender *sender,
                                        DolenLanguage language);

/** dolen_letter_to_markup: (transfer full): to print; @large: in large print (18 points, as the
 * RNIB asks of large print at the least). */
char *dolen_letter_to_markup (const char *text, gboolean large);

G_END_DECLS
