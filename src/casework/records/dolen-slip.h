/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The reference on an answer slip: "D-4821-K". The letter is the number's remainder by 23, of an
 * alphabet without I, O and U; 23 is prime, so one wrong digit, and two that changed places, are
 * always noticed.
 */

/** dolen_slip_reference: (transfer full) (nullable): @reference ("D-4821") with its letter; NULL
 * for NULL or one of another shape. */
char *dolen_slip_reference (const char *reference);

/** dolen_slip_parse: (transfer full): the reference ("D-4821") typed or scanned; capitals, blanks
 * and dashes do not matter. NULL with DOLEN_ERROR_INVALID, and the sentence to show, where the
 * letter is missing or does not fit. */
char *dolen_slip_parse (const char *typed, GError **error);

G_END_DECLS
