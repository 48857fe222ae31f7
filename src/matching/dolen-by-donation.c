/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-by-donation.h"

#include "language/dolen-welsh.h"

#include <string.h>

static gboolean
holds_any (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
dolen_is_by_donation (const char *price)
{
  static const char *const as_they_like[] = { "donation",
                                              "pay what you",
                                              "pay as you feel",
                                              "pay as you can",
                                              "pay as much as you",
                                              "give what you",
                                              "what you can afford",
                                              "whatever you can",
                                              "voluntary contribution",
                                              "rhodd",
                                              "talwch fel y",
                                              "talu fel y",
                                              "talwch beth",
                                              "talu beth",
                                              "talwch yr hyn",
                                              "talu'r hyn",
                                              "cyfraniad gwirfoddol",
                                              "cyfraniadau gwirfoddol",
                                              NULL };
  static const char *const least[]
      = { "minimum", "at least", "no less than", "o leiaf", "lleiafswm", "isafswm", NULL };
  static const char *const suggested[]
      = { "suggest", "recommend", "voluntary", "awgrym", "gwirfoddol", NULL };
  g_autofree char *text
      = price != NULL && g_utf8_validate (price, -1, NULL) ? dolen_welsh_fold (price) : NULL;

  if (text == NULL || !holds_any (text, as_they_like) || holds_any (text, least))
    return FALSE;
  return strpbrk (text, "0123456789") == NULL || holds_any (text, suggested);
}
