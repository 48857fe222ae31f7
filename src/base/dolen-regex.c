/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-regex.h"

GRegex *
dolen_regex_once (GRegex **kept, const char *pattern, GRegexCompileFlags flags)
{
  if (g_once_init_enter (kept)) {
    GRegex *compiled = g_regex_new (pattern, flags | G_REGEX_OPTIMIZE, 0, NULL);

    g_assert (compiled != NULL);
    g_once_init_leave (kept, compiled);
  }
  return *kept;
}
