/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text at the door: every foreign string passes dolen_text_clean() once and is NFC from then on. */

/**
 * dolen_text_clean:
 * @text: (nullable): valid UTF-8 as given
 *
 * NFC; NBSP and other blanks become spaces; runs of blanks within a line become one; control and
 * bidirectional override characters go; ends are trimmed. Line breaks stay.
 *
 * Returns: (transfer full) (nullable): the text, NULL if nothing is left
 */
char *dolen_text_clean (const char *text);

/** dolen_text_clean_line: (transfer full) (nullable): the same on one line. */
char *dolen_text_clean_line (const char *text);

/**
 * dolen_text_phone:
 * @given: a telephone number as given, perhaps with a label ("Office: 01970 000000 ext 3")
 *
 * Returns: (transfer full) (nullable): the digits of a UK number in canonical form ("01632960123",
 * +44 and 0044 turned into 0), or "+" and digits for another country; NULL if there is no number
 */
char *dolen_text_phone (const char *given);

/** dolen_text_phone_without_zero: (transfer full) (nullable): the canonical number of ten digits,
 *  with blanks perhaps, that a spreadsheet took for a sum and cut the first 0 of: "1970611099".
 *  NULL for anything else. */
char *dolen_text_phone_without_zero (const char *given);

/** dolen_text_phone_mended: (transfer full) (nullable): dolen_text_phone(), else
 *  dolen_text_phone_without_zero(). @given: (nullable) */
char *dolen_text_phone_mended (const char *given);

/** dolen_text_phone_display: (transfer full): a canonical number in the usual groups, to read. */
char *dolen_text_phone_display (const char *canonical);

/**
 * dolen_text_email:
 * @given: an address as given
 *
 * Returns: (transfer full) (nullable): trimmed, the domain in lower case; NULL where it is no
 * address or a placeholder (noemail.invalid, example.com's "unknown" ...)
 */
char *dolen_text_email (const char *given);

/**
 * dolen_text_email_is_personal:
 * @email: an address
 *
 * Whether the mailbox looks like a named person's (jane.jones@, j.jones@, or a private provider)
 * and not a role's (info@, enquiries@, clwb@). Errs towards personal.
 */
gboolean dolen_text_email_is_personal (const char *email);

/** dolen_text_url: (transfer full) (nullable): an http(s) address, the scheme added if it lacks;
 *  NULL for anything else, example.com included. */
char *dolen_text_url (const char *given);

/** dolen_text_is_empty: NULL, "" or only blanks. */
gboolean dolen_text_is_empty (const char *text);

G_END_DECLS
