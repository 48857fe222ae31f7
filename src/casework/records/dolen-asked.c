/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-asked.h"

#include "base/dolen-text.h"

gboolean
dolen_asked_is_told (const char *code)
{
  return !dolen_text_is_empty (code) && !g_str_equal (code, DOLEN_ASKED_DECLINED)
         && !g_str_equal (code, DOLEN_ASKED_UNKNOWN);
}

const char *
dolen_asked_name (const char *code, DolenLanguage language)
{
  if (dolen_text_is_empty (code))
    /* Translators: nobody has put the question yet. */
    return dolen_ctext (language, "asked", "not asked");
  if (g_str_equal (code, DOLEN_ASKED_DECLINED))
    /* Translators: the person was asked and does not wish to say. */
    return dolen_ctext (language, "asked", "asked, declined");
  if (g_str_equal (code, DOLEN_ASKED_UNKNOWN))
    /* Translators: the person was asked and does not know. */
    return dolen_ctext (language, "asked", "asked, not known");
  return NULL;
}
