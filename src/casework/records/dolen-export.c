/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-export.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *code;
  const char *name;
} Name;

static const Name papers[] = {
  /* Translators: what was handed out; a colon and how ("printed") follow. */
  { DOLEN_EXPORT_REFERRAL, N_ ("Letter or details of a referral") },
  { DOLEN_EXPORT_HAND_OUT, N_ ("Details of a service") },
  { DOLEN_EXPORT_MESSAGE, N_ ("Message to the referrer") },
  { DOLEN_EXPORT_LETTER, N_ ("Letter to somebody not reached") },
  { DOLEN_EXPORT_CLOSING, N_ ("Closing letter") },
  { DOLEN_EXPORT_TIMELINE, N_ ("Timeline of a record") },
  { DOLEN_EXPORT_CARD, N_ ("Card with an appointment") },
  { DOLEN_EXPORT_CALENDAR, N_ ("Calendar file of appointments") },
  { DOLEN_EXPORT_NUMBERS, N_ ("Numbers for a report") },
  { DOLEN_EXPORT_GAPS, N_ ("What was looked for and not found, in numbers") },
};

static const Name ways[] = {
  /* Translators: after what was handed out and a colon. Impersonal: it was printed. */
  { DOLEN_EXPORT_PRINTED, N_ ("printed") },
  { DOLEN_EXPORT_COPIED, N_ ("copied") },
  { DOLEN_EXPORT_SAVED, N_ ("saved as a file") },
};

char *
dolen_export_code (const char *what, const char *how)
{
  return g_strconcat (what, "/", how, NULL);
}

static const char *
find (const Name *names, gsize n, const char *code, DolenLanguage language)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (names[i].code, code))
      return dolen_text (language, names[i].name);
  return NULL;
}

char *
dolen_export_words (const char *code, DolenLanguage language)
{
  g_auto (GStrv) parts = g_strsplit (code, "/", 2);
  const char *what = NULL, *how = NULL;

  if (g_strv_length (parts) == 2) {
    what = find (papers, G_N_ELEMENTS (papers), parts[0], language);
    how = find (ways, G_N_ELEMENTS (ways), parts[1], language);
  }
  return what != NULL && how != NULL ? g_strconcat (what, ": ", how, NULL) : g_strdup (code);
}

gboolean
dolen_export_has_entry (const char *code)
{
  return code != NULL
         && (g_str_has_prefix (code, DOLEN_EXPORT_REFERRAL "/")
             || g_str_has_prefix (code, DOLEN_EXPORT_MESSAGE "/"));
}
