/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-eligibility.h"

#include <stdlib.h>
#include <string.h>

/*
 * Rules as patterns, tried in order. Where a text says several ages, the widest counts; where it
 * speaks of adults or of everybody too, an upper limit meant for children does not.
 */

#define FLAGS ((GRegexCompileFlags) (G_REGEX_CASELESS | G_REGEX_OPTIMIZE))
#define DASH "(?:-|–|—|to|and|i)"

typedef enum {
  IN_NAME = 1 << 0,
  IN_TEXT = 1 << 1,
  UNLESS_NAMED = 1 << 2, /* only the name takes it back */
} Where;

typedef struct {
  Where where;
  const char *code;
  const char *pattern;
  const char *unless; /* (nullable) not where name or text say this as well */
} AudienceRule;

#define EVERYBODY                                                                                  \
  "\\b(adults?|all ages|any age|everyone|everybody|all welcome|older people|whole family|families" \
  "|oedolion|pob oed|pawb)\\b"

#define OPEN_TO_ALL                                                                                \
  "open to (all|everyone|anyone|everybody)|for (anyone|everyone|all)\\b(?! "                       \
  "(level|abilit|aged?|over))|(anyone|everyone) (is )?"                                            \
  "welcome|all (are )?welcome|croeso i bawb"

#define THOSE_NEAR                                                                                 \
  "(famil(y|ies)|friends?|relatives?|partners?|carers?|loved ones|teuluoedd|ffrindiau|gofalwyr"    \
  "|ofalwyr|deuluoedd)"

/* "Men only", "women over 50": of them, and of no others. */
#define ONLY_SOME                                                                                  \
  "(only\\b|yn unig\\b|((aged |who are )?over|aged|dros) \\d{2}\\b(?! ?" UNITS                     \
  ")|\\d{2} ?(\\+|plus\\b))"

/* Of which there may be over fifty, and nobody is so old. */
#define UNITS                                                                                      \
  "(miles?|km|kilomet|kg|stone|lbs?|members|groups|people|countries|different|hours|weeks|months|" \
  "minutes|days|%|years?\\b(?! (of age|old)))"

static const AudienceRule audience_rules[] = {
  { IN_NAME,
    "audience-parents",
    "\\b(bab(y|ies)|bumps?|toddlers?|tots?|breast ?feeding|infant|antenatal|pregnan\\w*|parents?"
    "|mums?|dads?|mummies|little ones|stay (and|&) play|babanod|rhieni|ti a fi|cylch meithrin)\\b",
    NULL },
  { IN_NAME,
    "audience-children",
    "\\b(bab(y|ies)|toddlers?|tots?|pre-?school|nursery|playgroup|play ?scheme|child(ren)?('s)?"
    "|childminders?|kids?|juniors?|mini|minis|youth|young (people|person)('s)?|teens?|teenagers?"
    "|brownies?|girl ?guid\\w+|guides|scouts?|cubs|beavers|rainbows?|squirrels|cadets?|school"
    "|sen|send|under[- ]?\\d+'?s|plant|pobl ifanc|ieuenctid|babanod|cylch meithrin)\\b",
    "\\b(adults?|all ages|oedolion|old school|former school|school of|women|volunteer\\w*)\\b" },
  /* "Teen gym ... with adult role models". */
  { IN_NAME | UNLESS_NAMED,
    "audience-children",
    "\\b(teens?|teenagers?|toddlers?|tots?|juniors?|youth (club|group)|clwb ieuenctid|plant bach)\\b",
    "\\b(adults?|all ages|parents?|oedolion|rhieni|women|men|dads?|mums?|volunteer\\w*|workers?"
    "|leaders?)\\b" },
  { IN_NAME,
    "audience-children",
    "\\b(young (adult )?carers?'?|gofalwyr ifanc)\\b",
    "\\b(and|or|&) young carers|carers (and|of)\\b|\\badults?\\b(?! carer)" },
  { IN_TEXT,
    "audience-children",
    "\\b(for (babies|toddlers|children|young people|kids|boys and girls|pre-?schoolers)"
    "|your (child|baby|toddler|little one|son|daughter)|babies and toddlers"
    "|children and young people (aged|from|between|with|who)|(?<!croeso )i (blant|bobl ifanc))\\b",
    EVERYBODY "|" OPEN_TO_ALL },
  { IN_TEXT,
    "audience-parents",
    "\\b(your (child|baby|toddler|little one)|parents and (their )?(babies|children|toddlers)"
    "|new parents|new mums|parents-to-be|mums-to-be|for parents)\\b",
    EVERYBODY "|" OPEN_TO_ALL },
  { IN_NAME, "audience-carers", "\\b((young )?carers?'?|gofalwyr)\\b", "\\bfoster" },
  { IN_NAME | IN_TEXT,
    "audience-carers",
    "\\b(for|supports?|supporting|i|ar gyfer) (the |unpaid |adult )?" THOSE_NEAR
    "(( and | & | or |, |/)(their )?" THOSE_NEAR
    ")* (of|to|for|caring for|supporting|â|pobl â|sy['’]n gofalu am) "
    "(people|someone|somebody|those|anyone|adults|a person|an adult|bobl|rhywun)\\b",
    OPEN_TO_ALL },
  { IN_TEXT,
    "audience-veterans",
    "\\b(are you|for|open to|supporting|supports?) [^.?]{0,40}\\b(armed "
    "forces|veterans|ex-forces)\\b",
    OPEN_TO_ALL },
  { IN_NAME | IN_TEXT,
    "audience-disability",
    "(\\bfor|\\bto|supports?|supporting|opportunities for|needs? (and requirements )?of|enables?)"
    " ([\\w-]+ ){0,4}?(disabled (adults|people|children|individuals|men|women)"
    "|(adults|people|individuals|anyone|those|children|young people) (aged [^.]{0,14})?with"
    " (an? |severe |learning |physical |sensory |complex )*(disabilit\\w+|learning difficult\\w+))",
    OPEN_TO_ALL "|\\b(and|or|including) (the )?(disabled|people with disab)" },
  { IN_NAME | IN_TEXT,
    "audience-older",
    "\\b((service|support|advice|club|group|activities|lunch|clwb|information) for (older people"
    "|older adults|the elderly|pensioners|senior citizens)|pobl hŷn|pensioners|later life)\\b",
    OPEN_TO_ALL },
  { IN_NAME,
    "audience-veterans",
    "\\b(veterans?'?|ex-?(forces|service)|armed forces|british legion|cyn-?filwyr)\\b",
    NULL },
  { IN_NAME, "audience-lgbtq", "\\b(lgb\\w*|queer|pride|transgender)\\b", NULL },
  { IN_TEXT,
    "audience-lgbtq",
    "\\b(for|i|ar gyfer) ([\\w-]+ ){0,3}?(lgb\\w*\\+?|queer|trans(gender)?|lhd\\w*\\+?)"
    "( [\\w+-]+)? (people|adults|youth|community|folk)\\b"
    "|\\b(bobl|pobl)( ifanc)? lhd\\w*"
    "|\\blgb\\w*\\+? (evening|night|social|group|youth group|space)\\b",
    OPEN_TO_ALL "|\\b(including|as well as|also)\\b[^.]{0,40}\\b(lgb|lhd)" },
  { IN_NAME,
    "audience-refugees",
    "\\b(refugees?'?|asylum(-| )?seekers?'?|seeking asylum|ffoaduriaid|ceiswyr lloches)\\b",
    OPEN_TO_ALL },
  { IN_TEXT,
    "audience-refugees",
    "\\b(for|supporting|supports?|welcomes?|i) ([\\w-]+ ){0,2}?(refugees|asylum(-| )?seekers|people"
    " seeking asylum|people seeking sanctuary|ffoaduriaid|geiswyr lloches)\\b",
    OPEN_TO_ALL
    "|\\b(including|such as|as well as) (for )?(refugees|asylum)|\\b(and|or) (for )?refugees"
    "|(?<!refugees )\\b(and|or) asylum" },
  { IN_NAME,
    "audience-students",
    "\\b(students?'?|undergraduates?|myfyrwyr)\\b",
    "\\b(residents|non-?students?)\\b|" OPEN_TO_ALL },
  { IN_TEXT,
    "audience-students",
    "\\b(only for|open to|for|i) (all |current |registered )?((university|college) )?"
    "(students|fyfyrwyr)\\b",
    "\\b(and|or|including) ((university|college) )?students|students (and|or)\\b|" OPEN_TO_ALL },
  { IN_NAME,
    "audience-farmers",
    "\\b(farmers?'?|farming (families|communit\\w+|people)|ffermwyr|cffi|yfc)\\b",
    "\\bmarket|marchnad" },
  { IN_TEXT,
    "audience-farmers",
    "\\b(for|supporting|supports?|helps?|i) ([\\w-]+ ){0,2}?(farmers|farming (families|people)"
    "|ffermwyr|deuluoedd ffermio)\\b",
    "\\bmarket|marchnad|" OPEN_TO_ALL },
  { IN_NAME,
    "audience-minorities",
    "\\b(bame|bme|ethnic minorit\\w+|minority ethnic|black and minority|global majority"
    "|(women|men|people) of colou?r|lleiafrif\\w* ethnig)\\b",
    OPEN_TO_ALL },
  { IN_NAME,
    "audience-professionals",
    "\\b(professionals|practitioners|employers|businesses|for schools|childminders|foster(ing)?"
    "( carers?)?)\\b",
    NULL },
  { IN_NAME,
    "gender-female",
    "\\b(wom[ae]n('s|s)?|ladies'?|girls|mums?|mothers|menywod|merched|women'?s institute|wi)\\b",
    "\\b(men and women|women and men|men (are )?welcome|wom[ae]n, men|ladies and gentlemen|mixed"
    "|dads|partners welcome|boys|dynion a menywod)\\b|" OPEN_TO_ALL },
  { IN_NAME,
    "gender-male",
    "\\b(men's|mens|men in sheds|men only|men'?s? shed|man'?s? club|mans "
    "club|dads?|fathers|dynion|boys|lads)\\b",
    "\\b(men and women|women and men|women (are )?welcome|women|ladies|mums|girls|mixed"
    "|dynion a menywod)\\b|" OPEN_TO_ALL },
  { IN_NAME | IN_TEXT,
    "gender-female",
    "\\b(women|ladies|menywod|merched) " ONLY_SOME,
    "\\b(men|gents|gentlemen|dynion|mixed|boys)\\b|" OPEN_TO_ALL },
  { IN_NAME | IN_TEXT,
    "gender-male",
    "\\b(men|gents|gentlemen|dynion) " ONLY_SOME,
    "\\b(women|ladies|menywod|merched|mixed|girls)\\b|" OPEN_TO_ALL },
};

static GRegex *
compiled (const char *pattern)
{
  static GMutex mutex;
  static GHashTable *regexes;
  GRegex *regex;

  g_mutex_lock (&mutex);
  if (regexes == NULL)
    regexes = g_hash_table_new (g_direct_hash, g_direct_equal);
  regex = g_hash_table_lookup (regexes, pattern);
  if (regex == NULL) {
    g_autoptr (GError) error = NULL;

    regex = g_regex_new (pattern, FLAGS, 0, &error);
    if (regex == NULL)
      g_error ("pattern: %s", error->message);
    g_hash_table_insert (regexes, (gpointer) pattern, regex);
  }
  g_mutex_unlock (&mutex);
  return regex;
}

static gboolean
says (const char *text, const char *pattern, char **words)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (text == NULL || !g_regex_match (compiled (pattern), text, 0, &match))
    return FALSE;
  if (words != NULL)
    *words = g_match_info_fetch (match, 0);
  return TRUE;
}

void
dolen_eligibility_reading_free (DolenEligibilityReading *reading)
{
  if (reading == NULL)
    return;
  g_free (reading->code);
  g_free (reading->words);
  g_free (reading);
}

static void
add (GPtrArray *readings, char *code, char *words)
{
  DolenEligibilityReading *reading;

  for (guint i = 0; i < readings->len; i++) {
    reading = g_ptr_array_index (readings, i);
    if (strcmp (reading->code, code) == 0) {
      g_free (code);
      g_free (words);
      return;
    }
  }
  reading = g_new0 (DolenEligibilityReading, 1);
  reading->code = code;
  reading->words = words;
  g_ptr_array_add (readings, reading);
}

/* The ages read so far; the widest counts. */
typedef struct {
  int from, to; /* to: G_MAXINT no upper limit; from: -1 nothing read */
  char *words;
} Ages;

static void
widen (Ages *ages, int from, int to, char *words)
{
  if (from > 110 || (to < from)) {
    g_free (words);
    return;
  }
  if (ages->from < 0) {
    ages->from = from;
    ages->to = to;
    ages->words = words;
    return;
  }
  ages->from = MIN (ages->from, from);
  ages->to = MAX (ages->to, to);
  g_free (words);
}

/* Patterns of ages; the groups are the numbers, and a unit where months may be meant. */
typedef enum {
  RANGE,
  AND_OVER,
  AND_UNDER,
  SCHOOL_YEARS, /* of a school of England and Wales: in year 7 they are 11 and 12 */
} AgeShape;

static const struct {
  AgeShape shape;
  const char *pattern;
} age_rules[] = {
  { RANGE,
    "\\b(?:aged?|ages|age range|age group|oed|oedran|between the ages of)\\s*:?\\s*(?:of|from"
    "|between|rhwng)?\\s*(\\d{1,2})\\s*(?:years?|yrs?|months?)?\\s*" DASH
    "\\s*(\\d{1,2})\\b\\s*(months|weeks)?" },
  { RANGE,
    "\\b(\\d{1,2})\\s*(?:years?|yrs?)?\\s*(?:-|–|—|to)\\s*(\\d{1,2})\\s*(?:years?\\b(?! (ago"
    "|experience))|yrs?\\b|year[- ]?olds?|mlwydd)" },
  { AND_OVER,
    "\\b(?:for|to|aged?|ages|anyone|people|adults|residents|those|support(?:s|ing)?|dros|i bobl)\\b"
    "[^.\\n]{0,25}?\\b(?:over|aged?|dros)\\s*(?:the age "
    "of\\s*)?(\\d{2})(?:'?s\\b|\\s*\\+|\\s*(?:years"
    "|yrs)?\\s*(?:(?:and|or) (?:over|above|older)|plus|years of age))" },
  { AND_OVER,
    "\\b(?:aged|(?:anyone|people|adults|those|residents) (?:aged )?over) "
    "(fifty-five|fifty|sixty-five|sixty|seventy)\\b" },
  { AND_OVER, "\\bdros (\\d{2})(?: ?oed)?\\b" },
  { AND_OVER, "\\bover[- ]?(\\d{2})'?s\\b" },
  { AND_OVER,
    "\\b(?:men|women|ladies|gents|gentlemen|people|adults|carers|residents) (?:aged |who are )?over "
    "(\\d{2})\\b(?! ?" UNITS ")" },
  { AND_OVER,
    "\\b(\\d{2}) (?:(?:ml|fl)wydd )?oed (?:a throsodd|neu drosodd|neu fwy|a hŷn|neu hŷn|ac uwch)" },
  { AND_OVER, "\\b(?:over the age of|aged over|people over|adults over)\\s*(\\d{2})\\b" },
  { AND_OVER,
    "\\b(?:ages?|aged)?\\s*(\\d{2})\\s*(?:\\+|plus\\b|(?:years )?(?:and|or) (?:over|above|older)\\b)" },
  { SCHOOL_YEARS,
    "\\b(?:school )?years? (?:groups? )?([1-9]|1[0-3]) ?(?:-|–|—|to|and|&|i) ?(?:years? )?"
    "([1-9]|1[0-3])\\b(?! (?:weeks?|months?|years?|days?|olds?|hours?|times?))" },
  { SCHOOL_YEARS, "\\bblynyddoedd (?:ysgol )?([1-9]|1[0-3]) ?(?:-|–|—|i|a|ac) ?([1-9]|1[0-3])\\b" },
  { AND_UNDER, "\\bunder[- ]?(\\d{1,2})'?s\\b" },
  { AND_UNDER, "\\b(?:people|children|adults|those|anyone) under the age of (\\d{1,2})\\b" },
  { AND_UNDER, "\\bpobl (?:ifanc )?dan (\\d{1,2}) oed\\b" },
};

/* "Under 16s must be accompanied" and prices for children are no limit. */
#define NOT_A_LIMIT                                                                                \
  "(must be|should be|need to be|accompanied|supervis|free|half "                                  \
  "price|£|concession|discount|years "                                                            \
  "of experience|a\\.?m|p\\.?m|minutes|hours|weeks? course|people)"

static gboolean
is_limit (const char *text, int end)
{
  g_autofree char *after = NULL;
  const char *rest = text + end;
  gsize length = MIN (strlen (rest), 40);

  while (length > 0 && (rest[length] & 0xc0) == 0x80)
    length--;
  after = g_strndup (rest, length);
  return !says (after, "^[^.\\n]{0,22}" NOT_A_LIMIT, NULL);
}

static int
number_of (const char *text)
{
  static const struct {
    const char *word;
    int number;
  } words[] = {
    { "fifty-five", 55 }, { "fifty", 50 }, { "sixty-five", 65 }, { "sixty", 60 }, { "seventy", 70 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].word) == 0)
      return words[i].number;
  return atoi (text);
}

static void
take_age (Ages *ages, AgeShape shape, GMatchInfo *match)
{
  g_autofree char *first = g_match_info_fetch (match, 1);
  g_autofree char *second = g_match_info_fetch (match, 2);
  g_autofree char *unit = g_match_info_fetch (match, 3);
  char *words = g_match_info_fetch (match, 0);
  int n = number_of (first);

  if (shape == RANGE && unit != NULL && unit[0] != '\0')
    widen (ages, 0, atoi (second) / 12 + 1, words);
  else if (shape == RANGE)
    widen (ages, n, second != NULL ? atoi (second) : G_MAXINT, words);
  else if (shape == AND_OVER && n >= 10)
    widen (ages, n, G_MAXINT, words);
  else if (shape == AND_UNDER && n > 0)
    widen (ages, 0, n, words);
  else if (shape == SCHOOL_YEARS && second != NULL)
    widen (ages, n + 4, atoi (second) + 5, words);
  else
    g_free (words);
}

static void
read_ages_of (Ages *ages, const char *text)
{
  for (gsize r = 0; text != NULL && r < G_N_ELEMENTS (age_rules); r++) {
    g_autoptr (GMatchInfo) match = NULL;
    int start, end;

    g_regex_match (compiled (age_rules[r].pattern), text, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL))
      if (g_match_info_fetch_pos (match, 0, &start, &end) && is_limit (text, end))
        take_age (ages, age_rules[r].shape, match);
  }
}

static void
read_ages (GPtrArray *readings, const char *name, const char *description)
{
  Ages ages = { -1, -1, NULL };
  g_autofree char *credit = NULL;
  gboolean everybody = says (name, EVERYBODY, NULL) || says (description, EVERYBODY, NULL);

  /* Universal Credit is claimed below the pension age (Welfare Reform Act 2012, section 4). */
  if (says (name, "\\buniversal credit\\b", &credit)) {
    add (readings, g_strdup ("age-16-66"), g_steal_pointer (&credit));
    return;
  }
  /* The name says it of the whole; only where it is silent is the description asked. */
  read_ages_of (&ages, name);
  if (ages.from < 0)
    read_ages_of (&ages, description);
  else
    everybody = FALSE;
  if (ages.from >= 0 && ages.to <= 18 && everybody)
    ages.to = G_MAXINT;
  if (everybody && says (description, "\\b(all ages|any age|whole family)\\b", NULL))
    ages.from = -1;
  if (ages.from > 0 || (ages.from == 0 && ages.to != G_MAXINT)) {
    char *code = ages.to == G_MAXINT ? g_strdup_printf ("age-%d-", ages.from)
                                     : g_strdup_printf ("age-%d-%d", ages.from, ages.to);

    add (readings, code, g_strdup (ages.words));
  }
  g_free (ages.words);
}

static void
read_audience (GPtrArray *readings,
               const AudienceRule *rule,
               const char *name,
               const char *description)
{
  g_autofree char *words = NULL;
  gboolean found = ((rule->where & IN_NAME) && says (name, rule->pattern, &words))
                   || ((rule->where & IN_TEXT) && says (description, rule->pattern, &words));

  if (!found)
    return;
  if (rule->unless != NULL
      && (says (name, rule->unless, NULL)
          || (!(rule->where & UNLESS_NAMED) && says (description, rule->unless, NULL))))
    return;
  add (readings, g_strdup (rule->code), g_steal_pointer (&words));
}

GPtrArray *
dolen_eligibility_read (const char *name, const char *description)
{
  GPtrArray *readings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_eligibility_reading_free);

  read_ages (readings, name, description);
  for (gsize r = 0; r < G_N_ELEMENTS (audience_rules); r++)
    read_audience (readings, &audience_rules[r], name, description);
  return readings;
}
