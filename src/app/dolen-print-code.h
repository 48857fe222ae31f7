/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/*
 * The square at the foot of a paper that a scanner reads as if it had been typed (QR code, ISO/IEC
 * 18004): the reference of an answer slip, and never anything about a person. What it says stands
 * in words above it.
 */

/** dolen_print_code_height: of the square with the white about it, in points. */
double dolen_print_code_height (void);

/** dolen_print_code_draw: @text: short ASCII; draws at the origin of @cr. FALSE: it does not fit.
 */
gboolean dolen_print_code_draw (cairo_t *cr, const char *text);

G_END_DECLS
