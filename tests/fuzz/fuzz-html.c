/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-html-text.h"
#include "fuzz/dolen-fuzz.h"

#include <string.h>

/* Any text becomes readable text of a bounded length, or is refused. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GError) error = NULL;
  g_autofree char *readable = dolen_html_to_text (text, &error);

  dolen_html_is_markup (text);
  g_assert_true ((readable == NULL) == (error != NULL));
  if (readable != NULL) {
    g_assert_true (g_utf8_validate (readable, -1, NULL));
    g_assert_cmpuint (strlen (readable), <=, DOLEN_HTML_TEXT_BYTES + strlen ("…"));
  }
  return 0;
}
