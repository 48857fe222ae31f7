/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-when-phrases.h"

#include "base/dolen-regex.h"
#include "language/dolen-when.h"
#include "language/dolen-welsh.h"

#include <string.h>

#define SCHOOL "(?:the )?(?:school )?"
#define NOT                                                                                        \
  "(?:no sessions?|no classes|no meetings?|but not|not|except(?: for)?|excluding|excl\\.?|closed)"
#define NOT_CY "(?:ac eithrio|heblaw(?: am)?|ond nid|ddim|nid|ar gau)"
#define DAY                                                                                        \
  "(?=(?:a )?(?:mon|tue|wed|thu|fri|sat|sun|weekend|dydd|ddydd|llun|mawrth|mercher|iau|gwener|"    \
  "sadwrn|sul))"

typedef enum {
  NOTHING,
  TERM_TIME,
  BANK_HOLIDAYS,
  APPOINTMENT
} Said;

/* "or by appointment" is another way to come, and no condition. */
#define APPOINTMENT_WORDS                                                                          \
  "\\b(?<!\\bor )(?<!\\bneu )(?<!\\bnot )(?<!\\band )(?:(?:strictly )?(?:by|via|with) (?:prior )?" \
  "(?:appointments?|arrangement)\\b(?: only)?|appointments? only\\b|"                              \
  "(?:trwy|drwy|gydag|ar) (?:apwyntiad(?:au)?|drefniant)\\b(?: yn unig| o flaen llaw)?|"           \
  "apwyntiad(?:au)? yn unig\\b)"

/* Folded text. What stays of a phrase that says more ("outside term time") is no word that is
 * known, and so the whole text stays unread. */
static const struct {
  const char *pattern;
  const char *instead;
  Said said;
} PHRASES[] = {
  { "[\\(\\[,;-]? ?" NOT
    " (?:on |in |during |over )?(?:the )?school (?:holidays?|hols)\\b[\\)\\]]?",
    " ",
    TERM_TIME },
  { "[\\(\\[,;-]? ?" NOT
    " (?:on |over )?(?:bank|public)(?: |-)?(?:holidays?|hols)\\b[\\)\\]]?|\\bph off\\b",
    " ",
    BANK_HOLIDAYS },
  { "[\\(\\[,;-]? ?" NOT_CY
    " (?:yn ystod |yn |ar |dros )?(?:y )?(?:gwyliau'?r?|gwyliau yr) ysgol(?:ion)?\\b[\\)\\]]?",
    " ",
    TERM_TIME },
  { "[\\(\\[,;-]? ?" NOT_CY
    " (?:yn ystod |yn |ar |dros )?(?:y )?(?:gwyliau|gwyl|wyl)(?:'r| y)? (?:banc|cyhoeddus)\\b[\\)\\]]?",
    " ",
    BANK_HOLIDAYS },
  { "[\\(\\[,;-]? ?(?:only )?(?:(?:during|in) )?" SCHOOL
    "\\bterm ?-? ?times?\\b(?: only)?[\\)\\]]?",
    " ",
    TERM_TIME },
  { "[\\(\\[,;-]? ?(?:during|in) " SCHOOL
    "terms?\\b(?: only)?[\\)\\]]?|[\\(\\[,;-]? ?\\bschool terms? only\\b[\\)\\]]?",
    " ",
    TERM_TIME },
  { "[\\(\\[,;-]? ?(?:yn ystod|yn|adeg|amser)(?: y| yr)? ?(?:tymor|dymor|nhymor|tymhorau)(?:'r| yr)?(?: ysgol(?:ion)?)?\\b(?: yn unig)?[\\)\\]]?",
    " ",
    TERM_TIME },
  { "[\\(\\[,;-]? ?\\b(?:tymor|tymhorau)(?:'r| yr)?(?: ysgol(?:ion)?)? yn unig\\b[\\)\\]]?",
    " ",
    TERM_TIME },
  { "[\\(\\[,;-]? ?" APPOINTMENT_WORDS "[\\)\\]]?", " ", APPOINTMENT },
  { "\\b(?:every (?:other|second|2nd|alternate|two|2) weeks?|alternate weeks?|bob (?:yn ail|ail|dwy|2) wythnos)\\b",
    " fortnight ",
    NOTHING },
  { "\\bbob yn ail (?=ddydd|dydd|nos|bore|fore|prynhawn)", " fortnight ", NOTHING },
  { "\\bevery other (?=mon|tue|wed|thu|fri|sat|sun)", " fortnight ", NOTHING },
  { "\\b24/7\\b|\\b(?:24|twenty[- ]four) ?hours?(?: a day)?,? ?(?:7|seven) days(?: a week)?\\b|\\b24 awr y dydd,? ?(?:7|saith) diwrnod yr wythnos\\b",
    " daily 00:00-23:59 ",
    NOTHING },
  { "\\b(?:7|seven) days (?:a|per) week\\b|\\b(?:7|saith) (?:diwrnod|niwrnod) yr wythnos\\b",
    " daily ",
    NOTHING },
  { "\\bhanner dydd\\b", " noon ", NOTHING },
  { "\\b(?:apart from|but not|not)(?: on)? " DAY, " except ", NOTHING },
  { "\\bheblaw am (?:y )?" DAY "|\\bond nid (?:ar )?(?:y )?" DAY "|\\bar gau (?:ar )?(?:y )?" DAY,
    " except ",
    NOTHING },
};

/* The formal notation of OpenStreetMap has days of two letters; in prose "We" is no Wednesday. */
#define TWO "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
static const struct {
  const char *pattern, *instead;
} TWO_LETTERS[] = {
  { "\\bMo(?= ?[-–,] ?" TWO "\\b| \\d| PH|$)", "mon" },
  { "\\bTu(?= ?[-–,] ?" TWO "\\b| \\d| PH|$)", "tue" },
  { "\\bWe(?= ?[-–,] ?" TWO "\\b| \\d| PH|$)", "wed" },
  { "\\bTh(?= ?[-–,] ?" TWO "\\b| \\d| PH|$)", "thu" },
  { "\\bFr(?= ?[-–,] ?" TWO "\\b| \\d| PH|$)", "fri" },
  { "\\bSa(?= ?[-–,] ?" TWO "\\b| \\d| PH|$)", "sat" },
  { "\\bSu(?= ?[-–,] ?" TWO "\\b| \\d| PH|$)", "sun" },
};

/* Puts @instead in place of what matches. Returns: whether anything did. */
static gboolean
replace (char **text, GRegex *regex, const char *instead)
{
  char *replaced;

  if (!g_regex_match (regex, *text, 0, NULL))
    return FALSE;
  replaced = g_regex_replace_literal (regex, *text, -1, 0, instead, 0, NULL);
  if (replaced) {
    g_free (*text);
    *text = replaced;
  }
  return replaced != NULL;
}

/* ---- hours in words ---- */

static int
hour_of (const char *word)
{
  static const char *const HOURS[] = { "one un",
                                       "two dau ddau dwy",
                                       "three tri dri thri",
                                       "four pedwar bedwar phedwar",
                                       "five pump bump phump",
                                       "six chwech",
                                       "seven saith",
                                       "eight wyth",
                                       "nine naw",
                                       "ten deg ddeg",
                                       "eleven unarddeg",
                                       "twelve deuddeg ddeuddeg" };

  if (g_ascii_isdigit (*word))
    return (int) g_ascii_strtoull (word, NULL, 10);
  for (gsize i = 0; i < G_N_ELEMENTS (HOURS); i++) {
    g_auto (GStrv) words = g_strsplit (HOURS[i], " ", -1);
    if (g_strv_contains ((const char *const *) words, word))
      return (int) i + 1;
  }
  return 0;
}

static gboolean
write_hour (const GMatchInfo *match, GString *out, gpointer user_data)
{
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *word = g_match_info_fetch (match, 2);
  int hour = hour_of (word);
  int minute = 0;

  if (hour < 1 || hour > 12) {
    g_autofree char *whole = g_match_info_fetch (match, 0);
    g_string_append (out, whole);
    return FALSE;
  }
  if (strstr (before, "half") || strstr (before, "hanner")) {
    minute = 30;
  } else if (strstr (before, " to") || strstr (before, " i ")) {
    minute = 45;
    hour = hour == 1 ? 12 : hour - 1;
  } else if (*before) {
    minute = 15;
  }
  g_string_append_printf (out, "at %d.%02d", hour, minute);
  return FALSE;
}

#define HOUR                                                                                       \
  "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|un|d?dau|dwy|tri|dri|" \
  "thri|ph?edwar|bedwar|ph?ump|bump|chwech|saith|wyth|naw|d?deg|unarddeg|d?deuddeg)"
#define OCLOCK "(?: ?o'? ?clock| ?o'r gloch)"
#define BEFORE                                                                                     \
  "(half past |half |quarter past |quarter to |hanner awr wedi |chwarter wedi |chwarter i )"

/* "half past ten", "7 o'clock", "saith o'r gloch" */
static void
write_hours (char **text)
{
  static GRegex *eleven, *parts, *hours;
  char *written;

  replace (text, dolen_regex_once (&eleven, "\\bun ar ddeg\\b", 0), "unarddeg");
  written = g_regex_replace_eval (
      dolen_regex_once (&parts, "\\b" BEFORE HOUR "\\b(?![.:]\\d)" OCLOCK "?", 0),
      *text,
      -1,
      0,
      0,
      write_hour,
      NULL,
      NULL);
  if (written) {
    g_free (*text);
    *text = written;
  }
  written = g_regex_replace_eval (dolen_regex_once (&hours, "()(?<![.:\\d])\\b" HOUR OCLOCK, 0),
                                  *text,
                                  -1,
                                  0,
                                  0,
                                  write_hour,
                                  NULL,
                                  NULL);
  if (written) {
    g_free (*text);
    *text = written;
  }
}

/* ---- the whole ---- */

/* Dashes of all lengths are one; so are blanks of all kinds. */
static char *
plain (const char *text)
{
  g_autofree char *folded = dolen_welsh_fold (text);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *at = folded; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212)
      c = '-';
    if (g_unichar_isspace (c))
      c = ' ';
    if (c != ' ' || (out->len && out->str[out->len - 1] != ' '))
      g_string_append_unichar (out, c);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
dolen_when_prepare (const char *text, DolenWhenPhrases *said)
{
  static GRegex *phrases[G_N_ELEMENTS (PHRASES)], *days[G_N_ELEMENTS (TWO_LETTERS)];
  g_autofree char *given = g_strdup (text);
  char *out;

  *said = (DolenWhenPhrases){ 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (TWO_LETTERS); i++)
    replace (
        &given, dolen_regex_once (&days[i], TWO_LETTERS[i].pattern, 0), TWO_LETTERS[i].instead);
  out = plain (given);
  for (gsize i = 0; i < G_N_ELEMENTS (PHRASES); i++)
    if (replace (&out, dolen_regex_once (&phrases[i], PHRASES[i].pattern, 0), PHRASES[i].instead)) {
      said->term_time |= PHRASES[i].said == TERM_TIME;
      said->bank_holidays |= PHRASES[i].said == BANK_HOLIDAYS;
      said->appointment |= PHRASES[i].said == APPOINTMENT;
    }
  write_hours (&out);
  return out;
}

char *
dolen_when_appointment_words (const char *text)
{
  static GRegex *kept;
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (
             dolen_regex_once (&kept, APPOINTMENT_WORDS, G_REGEX_CASELESS), text, 0, &match)
             ? g_match_info_fetch (match, 0)
             : NULL;
}

gboolean
dolen_when_by_appointment (const char *text)
{
  g_autofree char *words = text ? dolen_when_appointment_words (text) : NULL;

  return words != NULL;
}

char *
dolen_when_aside (const char *text, char **rest)
{
  static GRegex *kept;
  GRegex *telling = dolen_regex_once (
      &kept,
      "\\d|\\b(?:mon|tue|wed|thu|fri|sat|sun|weekend|week|fortnight|month|daily|morning|afternoon|evening|"
      "cancel|clos|suspend|paus|stop|only|llun|mawrth|mercher|iau|gwener|sadwrn|sul|nos|bore|"
      "prynhawn|wythnos|pythefnos|mis\\b|fis|ar gau|unig)",
      0);
  const char *open = strchr (text, '('), *close = open ? strchr (open, ')') : NULL;
  g_autofree char *inside = NULL, *folded = NULL;

  if (!close || strchr (open + 1, '(') || strchr (close + 1, ')'))
    return NULL;
  inside = g_strstrip (g_strndup (open + 1, (gsize) (close - open - 1)));
  folded = dolen_welsh_fold (inside);
  if (!*inside || g_regex_match (telling, folded, 0, NULL))
    return NULL;
  *rest = g_strdup_printf ("%.*s %s", (int) (open - text), text, close + 1);
  return g_steal_pointer (&inside);
}

gboolean
dolen_when_tells_time (const char *text)
{
  static GRegex *regex;
  g_autofree char *folded = plain (text);

  return g_regex_match (
      dolen_regex_once (&regex,
                        "\\d[.:]\\d\\d|\\b\\d{1,2} ?(?:[ap]\\.?m\\b|y[bhp]\\b|y bore\\b|"
                        "y prynhawn\\b|y pnawn\\b|yr hwyr\\b|-)"
                        "|(?!\\bone to one\\b)\\b" HOUR " ?(?:to|till?|until|tan|hyd)\\b"
                        "|\\b(?:noon|midday|midnight|hanner dydd|hanner nos)\\b"
                        "|o'? ?clock|o'r gloch|\\bhalf past|hanner awr wedi",
                        0),
      folded,
      0,
      NULL);
}

gboolean
dolen_when_is_arranged (const char *text)
{
  static GRegex *regex;
  g_autofree char *folded = dolen_welsh_fold (text);

  return g_regex_match (
      dolen_regex_once (&regex,
                        "\\b(?:appointments?|arrangements?|apwyntiad(?:au)?|trefniant|"
                        "drefniant)\\b",
                        0),
      folded,
      0,
      NULL);
}
