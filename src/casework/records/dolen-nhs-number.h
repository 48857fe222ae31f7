/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dolen_nhs_number_read:
 * @typed: (nullable): as typed or read out, blanks and hyphens anywhere
 *
 * Ten digits, the last of which checks the others by modulus 11: the first nine times 10, 9 ... 2,
 * added up; 11 less the rest of the division by 11 (11 is 0; 10 is no number at all). NHS Data
 * Model and Dictionary, "NHS number".
 *
 * Returns: (transfer full) (nullable): the ten digits; NULL where it is no NHS number
 */
char *dolen_nhs_number_read (const char *typed);

/** dolen_nhs_number_format: (transfer full): "943 476 5919", as it is printed; "" for NULL. */
char *dolen_nhs_number_format (const char *digits);

G_END_DECLS
