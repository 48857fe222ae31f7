/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-print-code.h"

#include <qrencode.h>

#define SIDE_POINTS 62.0  /* 22 mm: read at arm's length by a telephone */
#define QUIET_MODULES 4.0 /* of white about it, as the standard asks */

double
dolen_print_code_height (void)
{
  return SIDE_POINTS;
}

gboolean
dolen_print_code_draw (cairo_t *cr, const char *text)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  double module;

  if (code == NULL)
    return FALSE;
  module = SIDE_POINTS / (code->width + 2 * QUIET_MODULES);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (int i = 0; i < code->width * code->width; i++)
    if ((code->data[i] & 1) != 0)
      cairo_rectangle (cr,
                       (QUIET_MODULES + i % code->width) * module,
                       (QUIET_MODULES + i / code->width) * module,
                       module,
                       module);
  cairo_fill (cr);
  cairo_restore (cr);
  QRcode_free (code);
  return TRUE;
}
