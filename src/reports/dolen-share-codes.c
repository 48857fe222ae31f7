/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-share-codes.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *code;
  const char *name;
} lines[] = {
  /* Translators: what may be told about a person (unigolyn). */
  { DOLEN_SHARE_NAME, N_ ("Their name") },
  { DOLEN_SHARE_BIRTH, N_ ("Date of birth") },
  { DOLEN_SHARE_NHS_NUMBER, N_ ("NHS number") },
  { DOLEN_SHARE_ADDRESS, N_ ("Address") },
  { DOLEN_SHARE_PROGRESS, N_ ("Whether and how often we see them, and when support closes") },
  { DOLEN_SHARE_GOALS, N_ ("What matters to them, and how it changes") },
  { DOLEN_SHARE_GROUPS, N_ ("Which groups they go to") },
  { DOLEN_SHARE_CARRY_ON, N_ ("What continues after support ends") },
};

const char *
dolen_share_code_nth (guint n)
{
  return n < G_N_ELEMENTS (lines) ? lines[n].code : NULL;
}

const char *
dolen_share_code_name (const char *code, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_strcmp0 (lines[i].code, code) == 0)
      return dolen_text (language, lines[i].name);
  return code != NULL ? code : "";
}
