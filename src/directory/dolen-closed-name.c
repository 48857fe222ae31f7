/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-closed-name.h"

#include "base/dolen-regex.h"
#include "language/dolen-welsh.h"

#include <string.h>

/* What stands before and behind a word that is no part of the name; text is folded. */
#define BEFORE "(?:^|[\\(\\[\\*:\\|/!–—,]|(?:^| )-+)\\s*"
#define BEHIND "\\s*(?:$|[\\)\\]\\*:\\|/!–—,\\.]|-+(?: |$))"

#define LABEL                                                                                      \
  "(?:(?:(?:now|currently|permanently|temporarily|sadly) )?"                                       \
  "(?:closed|suspended|paused|on hold|cancelled|discontinued|ceased|ended|finished|postponed)"     \
  "|not (?:currently )?(?:running|meeting|open)|ar gau|wedi cau|wedi gorffen|wedi dod i ben"       \
  "|wedi(?:'i| ei) ohirio|ataliwyd|canslwyd)"

/* "closed until September", "ar gau oherwydd y tywydd" */
#define TAIL                                                                                       \
  "(?: (?:down|now|permanently|temporarily|until|till|due to|because|since|as of|from|over"        \
  "|for (?:now|good|the|winter|summer|refurb\\w*|repairs?|renovations?)|\\(?temporarily\\)?"       \
  "|dros dro|am y tro|am byth|tan|hyd|oherwydd|ers|dros|\\d{4})\\b[^\\)\\]]*)?"

#define ANYWHERE                                                                                   \
  "\\b(?:no longer (?:running|meeting|operating|operational|open|available|active|offered|exists?" \
  "|in operation|taking place)|(?:permanently|temporarily) closed|closed (?:permanently"           \
  "|temporarily|down)|has (?:now )?closed|wedi cau|ar gau (?:dros dro|am y tro|am byth)"           \
  "|wedi dod i ben|ddim yn (?:rhedeg|cwrdd|cyfarfod) (?:mwyach|bellach|rhagor))\\b"

#define FOR_NOW                                                                                    \
  "\\b(?:temporar|dros dro|am y tro|until|till|tan |hyd |suspended|on hold|paused|postponed|"      \
  "ohirio|currently|for (?:now|the|winter|summer|refurb|repair|renovation))"

/* A cheap look first: nearly no name has any of these. */
static gboolean
may_say (const char *name)
{
  static const char *const ROOTS[]
      = { "clos",  "longer", "gau",  "wedi",   "suspend", "paus", "on hold", "cancel", "cease",
          "ended", "finish", "post", "discon", "not ",    "atal", "canslw",  "ddim" };
  char plain[200];
  gsize n = 0;

  for (; name[n] != '\0' && n < sizeof plain - 1; n++)
    plain[n] = g_ascii_tolower (name[n]);
  plain[n] = '\0';
  /* A name that long is looked at in full. */
  if (name[n] != '\0')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (ROOTS); i++)
    if (strstr (plain, ROOTS[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "CLOSED Tuesday club": capitals set it apart where nothing else does. */
static gboolean
shouts (const char *name)
{
  static GRegex *kept;

  return g_regex_match (
      dolen_regex_once (&kept, "^(?:CLOSED|AR GAU) (?=.*[a-z])|[a-z].* (?:CLOSED|AR GAU)$", 0),
      name,
      0,
      NULL);
}

/* (transfer full) (nullable): what matches. */
static char *
find (GRegex *regex, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 0) : NULL;
}

DolenClosedName
dolen_name_says_closed (const char *name)
{
  static GRegex *label, *anywhere, *for_now;
  g_autofree char *folded = NULL;
  g_autofree char *words = NULL;

  if (name == NULL || !may_say (name))
    return DOLEN_NAME_SAYS_NOTHING;
  folded = dolen_welsh_fold (name);
  words = find (dolen_regex_once (&anywhere, ANYWHERE, 0), folded);
  if (words == NULL)
    words = find (dolen_regex_once (&label, BEFORE LABEL TAIL BEHIND, 0), folded);
  if (words == NULL && !shouts (name))
    return DOLEN_NAME_SAYS_NOTHING;
  return words != NULL && g_regex_match (dolen_regex_once (&for_now, FOR_NOW, 0), words, 0, NULL)
             ? DOLEN_NAME_SAYS_CLOSED_FOR_NOW
             : DOLEN_NAME_SAYS_CLOSED;
}

const char *
dolen_closed_name_text (DolenClosedName says, DolenLanguage language)
{
  if (says == DOLEN_NAME_SAYS_CLOSED_FOR_NOW)
    return dolen_text (language, "The name says that it is closed for now");
  return dolen_text (language, "The name says that it is closed");
}
