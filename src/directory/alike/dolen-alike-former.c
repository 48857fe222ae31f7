/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-former.h"

#include <string.h>

#define SAYS                                                                                       \
  "\\b(?i:(?:formerly|previously|originally|also|now|better|locally|once|was|were)\\s+"            \
  "(?:known\\s+(?:locally\\s+)?as|called|named|part\\s+of|the)|formerly|previously|"               \
  "renamed(?:\\s+as)?|aka|used\\s+to\\s+be(?:\\s+called)?|was(?=\\s+[\"“‘'])|"                 \
  "gynt(?:\\s+yn)?|a\\s+elw(?:id|ir)(?:\\s+(?:gynt|hefyd))?\\s+yn|"                                \
  "trading\\s+as|merged\\s+(?:with|into)|newid\\s+(?:ei|ein|eu)\\s+h?enw\\s+i|"                    \
  "changed\\s+(?:its|our|their)\\s+name\\s+(?:to|from)|(?:new|old|former)\\s+name:?|"              \
  "yn\\s+masnachu\\s+fel|enw\\s+(?:newydd|blaenorol):?|"                                           \
  "(?:bellach|nawr)\\s+yn\\s+rhan\\s+o|adnabyddus\\s+fel)\\s+(?i:the\\s+|yr?\\s+)?"
#define WORD "[\\p{Lu}\\d][\\w'’&-]*"
#define NAME                                                                                       \
  "(?:[\"“‘']([^\"”’']{4,60})[\"”’']|(" WORD                                                       \
  "(?:\\s+(?:(?:of|the|and|for|in|y|yr|a|i|o|yn|&)\\s+)*" WORD ")*))"

/* Made once; lives as long as the program. */
static GRegex *
get_pattern (void)
{
  static gsize pattern = 0;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, (gsize) g_regex_new (SAYS NAME, G_REGEX_OPTIMIZE, 0, NULL));
  return (GRegex *) pattern;
}

char *
dolen_alike_former_name (const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *quoted = NULL;

  if (text == NULL || !g_regex_match (get_pattern (), text, 0, &info))
    return NULL;
  quoted = g_match_info_fetch (info, 1);
  if (quoted != NULL && *quoted != '\0')
    return g_steal_pointer (&quoted);
  return g_match_info_fetch (info, 2);
}
