/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-for-whom.h"

#include <string.h>

/*
 * Two shapes of a sentence say for whom a service is: people, then what they have ("for adults who
 * have lost somebody to suicide"), and what they are, then people ("for blind and partially sighted
 * people"). What stands between is short, and nothing in it opens the door to others.
 */

#define FLAGS ((GRegexCompileFlags) (G_REGEX_CASELESS | G_REGEX_OPTIMIZE))

/* So many bytes before and behind the words are looked at: a clause. */
#define CLAUSE 110

#define PEOPLE                                                                                     \
  "(people|adults?|persons?|individuals|anyone|anybody|those|men|women|ladies|children|families"   \
  "|parents|mothers|mums|dads|fathers|couples|friends|relatives|carers?|survivors|sufferers"       \
  "|patients|clients|learners|members|residents|farmers|bobl|pobl|oedolion|unrhyw un|rhai|rheini"  \
  "|teuluoedd|rhieni|mamau|gofalwyr|ofalwyr|blant|plant|dynion|menywod|fenywod)"

#define FOR                                                                                        \
  "(for|supports?|supporting|helps?|helping|assists?|assisting|aimed at|open to|are you|we are"    \
  "|i|ar gyfer|cefnogi|helpu|cynorthwyo)"
#define WORDS_BETWEEN "[\\w'’(),&/-]+"

enum {
  PEOPLE_BEFORE, /* "for" ... people ... | the words */
  PEOPLE_FIRST,  /* a text that begins with them */
  FOR_BEFORE,    /* "for" | the words | ... people */
  PEOPLE_BEHIND,
  SURVIVORS_BEHIND, /* the words | survivors */
  BESIDE_THEM,      /* "and their" | the words */
  OF_SOMEBODY,      /* "families of people with" | the words */
  WORDS_ARE_CARERS,
  ANYONE_TOO,
  OTHERS_TOO,
  N_PATTERNS
};

static const char *const patterns[N_PATTERNS] = {
  [PEOPLE_BEFORE]
  = "\\b" FOR " (" WORDS_BETWEEN " ){0,5}?" PEOPLE "\\b,?( (?!to )" WORDS_BETWEEN "){0,9} ?$",
  [BESIDE_THEM] = "\\b(their|his|her|your|families|friends|relatives|and|or|&|a|eu|ei) $",
  [PEOPLE_FIRST] = "^\\s*" PEOPLE " (who|with|living|affected|coping|sydd|sy|â|gyda|ag)\\b"
                   "( " WORDS_BETWEEN "){0,6} ?$",
  [FOR_BEFORE] = "\\b" FOR "( " WORDS_BETWEEN "){0,4} ?$",
  [PEOPLE_BEHIND] = "^([,&/]? ?" WORDS_BETWEEN "){0,4}? " PEOPLE "\\b",
  [SURVIVORS_BEHIND] = "^ (survivors|sufferers|patients)\\b",
  [OF_SOMEBODY]
  = "\\b(famil(y|ies)|friends?|relatives|partners|carers?|parents|loved ones|teuluoedd|ffrindiau"
    "|gofalwyr) (of|to|caring for|supporting) [^.]{0,60}$",
  [WORDS_ARE_CARERS] = "\\b(carers?|g?ofalwyr)\\b",
  [ANYONE_TOO] = "\\b(anyone|anybody|everyone|everybody|pawb|unrhyw un) (else|with|sy"
                 "|who (?!(cares|supports|looks|loves|lives|knows)))",
  [OTHERS_TOO]
  = "\\b(also|as well as|including|includes?|such as|especially|particularly|even"
    "|whether|not only|not just|need not|needn['’]t|don['’]t (need|have)|anyone else"
    "|everyone|everybody|all (ages|abilities|backgrounds)|e\\.?g|gan gynnwys|yn cynnwys"
    "|hefyd|megis|nid oes rhaid|does dim rhaid|pawb)\\b",
};

static gboolean
matches (guint pattern, const char *text)
{
  static GRegex *compiled[N_PATTERNS];
  static gsize ready;

  if (g_once_init_enter (&ready)) {
    for (guint p = 0; p < N_PATTERNS; p++)
      compiled[p] = g_regex_new (patterns[p], FLAGS, 0, NULL);
    g_once_init_leave (&ready, 1);
  }
  return g_regex_match (compiled[pattern], text, 0, NULL);
}

/* The clause before @at: from the last end of a sentence. */
static char *
clause_before (const char *text, const char *at)
{
  const char *from = at;

  while (from > text && at - from < CLAUSE && strchr (".!?;:\n", from[-1]) == NULL)
    from--;
  while ((*from & 0xc0) == 0x80) /* whole characters */
    from++;
  return g_strndup (from, (gsize) (at - from));
}

static char *
clause_behind (const char *at)
{
  gsize n = MIN (strcspn (at, ".!?;:\n"), CLAUSE);

  while (n > 0 && (at[n] & 0xc0) == 0x80)
    n--;
  return g_strndup (at, n);
}

static gboolean
says_here (const char *text, const char *at, const char *words)
{
  g_autofree char *before = clause_before (text, at);
  g_autofree char *behind = clause_behind (at + strlen (words));

  if (matches (OTHERS_TOO, before) || matches (OF_SOMEBODY, before) || matches (ANYONE_TOO, behind)
      || (matches (WORDS_ARE_CARERS, words) && matches (BESIDE_THEM, before)))
    return FALSE;
  return matches (PEOPLE_BEFORE, before)
         || (at - text <= (gssize) strlen (before) && matches (PEOPLE_FIRST, before))
         || (matches (FOR_BEFORE, before) && matches (PEOPLE_BEHIND, behind))
         || matches (SURVIVORS_BEHIND, behind);
}

gboolean
dolen_for_whom_says (const char *text, const char *words)
{
  gsize length = words != NULL ? strlen (words) : 0;

  if (text == NULL || length == 0)
    return FALSE;
  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + length, words))
    if (says_here (text, at, words))
      return TRUE;
  return FALSE;
}
