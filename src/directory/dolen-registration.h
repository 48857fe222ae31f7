/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers in registers. A scheme is the prefix of its list at org-id.guide ("GB-CHC"); the shapes
 * are those the registers publish:
 *
 * * GB-CHC  Charity Commission for England and Wales: 6 or 7 digits; the number of a charity linked
 *           to another follows a dash ("1164883-1"; the register extract's linked_charity_number)
 * * GB-COH  Companies House: 8 characters: 8 digits, or 2 letters and 6 digits ("CE012345" is a
 *           CIO, "RS007654" a registered society, "SC123456" Scotland, "NI012345")
 * * GB-SC   Scottish Charity Register (OSCR): "SC" and 6 digits ("SC042386")
 * * GB-NIC  Charity Commission for Northern Ireland: 6 digits from 100000, with or without "NIC"
 * * GB-MPR  Mutuals Public Register (FCA): digits, often followed by "R" ("31245R"), or "RS" or
 * "IP" and digits
 */

/** dolen_registration_schemes: (array zero-terminated=1): the schemes whose shape is known. */
const char *const *dolen_registration_schemes (void);

/**
 * dolen_registration_check:
 * @scheme: (nullable): "GB-CHC"; of another register any number is taken
 * @value: as somebody typed it
 *
 * Returns: (transfer full) (nullable): as its register writes it: capitals, without blanks, a
 * company's zeros put back ("1234567": "01234567"); NULL where it has not the shape
 */
char *dolen_registration_check (const char *scheme, const char *value);

/** dolen_registration_shape: (transfer none): how a number of that scheme looks, in words, for a
 *  message or below an entry; NULL where any will do. */
const char *dolen_registration_shape (const char *scheme);

G_END_DECLS
