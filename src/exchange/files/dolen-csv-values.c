/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-values.h"

#include "base/dolen-regex.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "exchange/files/dolen-csv-own-words.h"
#include "language/dolen-when.h"
#include "format/dolen-json-value.h"
#include "language/dolen-welsh.h"
#include "place/dolen-postcode.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

const char *
dolen_csv_why (DolenCsvWhy why)
{
  switch (why) {
  case DOLEN_CSV_WHY_PHONE:
    return _ ("This is no telephone number.");
  case DOLEN_CSV_WHY_EMAIL:
    return _ ("This is no e-mail address.");
  case DOLEN_CSV_WHY_POSTCODE:
    return _ ("This is no postcode.");
  case DOLEN_CSV_WHY_ONLY_POSTCODE:
    /* Translators: of the cell of a table. */
    return _ ("Only the postcode in it was read.");
  case DOLEN_CSV_WHY_NUMBER:
    return _ ("This is no number.");
  case DOLEN_CSV_WHY_PLACES:
    return _ ("This says nothing certain of places or a waiting time, and stays in words.");
  case DOLEN_CSV_WHY_NO_DAY:
    return _ ("The places stay in words: nothing says on which day they were told.");
  case DOLEN_CSV_WHY_YES_OR_NO:
    return _ ("This is neither yes nor no.");
  case DOLEN_CSV_WHY_AGES:
    return _ ("No one span of ages can be read from this: it stays in words.");
  case DOLEN_CSV_WHY_LANGUAGE:
    return _ ("This names no language that is known here: it stays in words.");
  case DOLEN_CSV_WHY_DATE:
  default:
    return _ ("This is no date.");
  }
}

gboolean
dolen_csv_is_one_of (const char *text, const char *words)
{
  g_autofree char *folded = dolen_welsh_fold (text);
  gsize length;

  g_strstrip (folded);
  length = strlen (folded);
  for (const char *at = words; at; at = strchr (at, '|')) {
    at += *at == '|';
    if (strncmp (at, folded, length) == 0 && (at[length] == '|' || at[length] == 0))
      return TRUE;
  }
  return FALSE;
}

gboolean
dolen_csv_says_nothing (const char *text)
{
  return dolen_csv_is_one_of (
      text, "-|--|n/a|na|n/k|nk|tbc|tba|?|none|not known|unknown|dim|anhysbys|.|null|nil");
}

gboolean
dolen_csv_is_yes (const char *text)
{
  return dolen_csv_is_one_of (text, "yes|y|x|true|1|✓|✔|ie|oes|ydy|ydi|do");
}

gboolean
dolen_csv_is_no (const char *text)
{
  return dolen_csv_is_one_of (text,
                              "no|n|false|0|closed|nac oes|na|nag oes|nac ydy|nac ydi|ar gau");
}

gboolean
dolen_csv_is_postcode (const char *text)
{
  DolenPostcode postcode;

  return dolen_postcode_parse (text, &postcode);
}

char *
dolen_csv_take_postcode (char **text)
{
  DolenPostcode postcode;
  gsize start, end;
  char *rest;

  if (!*text || !dolen_postcode_find (*text, &postcode, &start, &end))
    return NULL;
  if (start > 0 && (*text)[start - 1] == '(' && (*text)[end] == ')') {
    start--;
    end++;
  }
  rest = g_strdup_printf ("%.*s%s", (int) start, *text, *text + end);
  g_free (*text);
  while (*rest && strchr (" ,;-", rest[strlen (rest) - 1]))
    rest[strlen (rest) - 1] = '\0';
  *text = dolen_text_clean (rest + strspn (rest, " ,;-"));
  g_free (rest);
  return g_strdup (postcode.full);
}

char *
dolen_csv_close_up (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\n\r", -1);

  return g_strjoinv (NULL, parts);
}

gboolean
dolen_csv_read_ages (const char *text, int *least, int *most)
{
  static const struct {
    const char *pattern;
    gboolean low, high, without; /* the upper age itself is too old */
  } FORMS[] = {
    { "^(?:aged? |oed(?:ran)? )?(\\d{1,3}) ?(?:\\+|plus|and over|and above|a throsodd|a hyn|oed a throsodd|years? and over|or over)(?: oed| years?)?$",
      TRUE,
      FALSE },
    { "^(?:over|from|aged? over|dros|o) (?:the age of )?(\\d{1,3})(?:'?s|yrs?| oed| years?)?$",
      TRUE,
      FALSE },
    { "^(?:under|below|dan|o dan) (?:the age of )?(\\d{1,3})(?:'?s|yrs?| oed| years?)?$",
      FALSE,
      TRUE,
      TRUE },
    { "^(?:up to|hyd at) (?:the age of )?(\\d{1,3})(?:'?s|yrs?| oed| years?)?$", FALSE, TRUE },
    { "^(?:aged? |ages |oed(?:ran)? |between )?(\\d{1,3}) ?(?:-|to|and|i|hyd at) ?(\\d{1,3})(?: ?yrs?| oed| years?(?: old)?)?$",
      TRUE,
      TRUE },
  };
  static GRegex *kept[G_N_ELEMENTS (FORMS)];
  g_autofree char *folded = dolen_welsh_fold (text);
  g_autoptr (GString) plain = g_string_new (folded);

  *least = *most = -1;
  g_string_replace (plain, "–", "-", 0);
  g_strstrip (plain->str);
  if (dolen_csv_is_one_of (
          plain->str,
          "all|all ages|any|any age|everyone|pawb|pob oed|pob oedran|unrhyw oedran|open to all"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (FORMS); i++) {
    GRegex *form = dolen_regex_once (&kept[i], FORMS[i].pattern, G_REGEX_CASELESS);
    g_autoptr (GMatchInfo) match = NULL;
    g_autofree char *first = NULL, *second = NULL;
    if (!g_regex_match (form, plain->str, 0, &match))
      continue;
    first = g_match_info_fetch (match, 1);
    second = g_match_info_fetch (match, 2);
    if (FORMS[i].low)
      *least = (int) g_ascii_strtoll (first, NULL, 10);
    if (FORMS[i].high)
      *most = (int) g_ascii_strtoll (FORMS[i].low ? second : first, NULL, 10) - FORMS[i].without;
    return *most < 0 || *least <= *most;
  }
  return FALSE;
}

/* "Men over 50": without who they are. */
static gboolean
read_ages_of_some (const char *part, int *least, int *most)
{
  static GRegex *kept;
  GRegex *who = dolen_regex_once (
      &kept,
      "^\\s*(?:for |i |ar gyfer )?(?:(?:older |local |retired )?(?:men|women|ladies|gents|gentlemen"
      "|people|adults|residents|anyone|anybody|those|carers|dynion|ddynion|menywod|fenywod|merched"
      "|pobl|bobl|oedolion|rhai)(?: (?:and|or|&|a|neu) )?)* ?(?:who are )?",
      G_REGEX_CASELESS);
  g_autofree char *rest = g_regex_replace_literal (who, part, -1, 0, "", 0, NULL);

  return rest && dolen_csv_read_ages (rest, least, most) && (*least >= 0 || *most >= 0);
}

gboolean
dolen_csv_find_ages (const char *text, int *least, int *most)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;.\n", -1);
  guint n = 0;

  for (guint i = 0; parts[i]; i++) {
    int from, to;

    if (!read_ages_of_some (parts[i], &from, &to))
      continue;
    *least = from;
    *most = to;
    n++;
  }
  if (n != 1)
    *least = *most = -1;
  return n == 1;
}

gboolean
dolen_csv_is_one_amount (const char *text)
{
  json_object *value = json_object_new_string (text);
  gboolean one = dolen_json_pence (value) >= 0;

  json_object_put (value);
  return one;
}

char *
dolen_csv_read_date (const char *text)
{
  unsigned day, month, year;
  int used = 0;

  /* Day first; what the calendar does not know is no date. */
  if (sscanf (text, "%2u%*1[/.-]%2u%*1[/.-]%4u%n", &day, &month, &year, &used) == 3
      && (text[used] == 0 || text[used] == ' ')) {
    year += year < 100 ? 2000 : 0;
    if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year) || year < 1900)
      return NULL;
    return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  }
  return dolen_date_parse (text);
}

char *
dolen_csv_with_heading (const char *heading, const char *text)
{
  if (!*heading || (!dolen_csv_is_yes (text) && !dolen_csv_is_no (text)))
    return g_strdup (text);
  return g_strdup_printf ("%s: %s", heading, text);
}

/* The parts that are there, with blanks between them. */
static char *
join (const char *a, const char *b, const char *c)
{
  const char *parts[] = { a, b, c };
  g_autoptr (GString) all = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (all, "%s%s", all->len ? " " : "", parts[i]);
  return all->len ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}

static void
add_words (json_object *list, const char *words)
{
  json_object *item = json_object_new_object ();

  json_object_object_add (item, "description", json_object_new_string (words));
  json_object_array_add (list, item);
}

/* Takes @read. */
static void
append (json_object *list, json_object *read, const char *words)
{
  for (size_t i = 0; i < json_object_array_length (read); i++) {
    json_object *item = json_object_get (json_object_array_get_idx (read, i));
    if (words)
      json_object_object_add (item, "description", json_object_new_string (words));
    json_object_array_add (list, item);
  }
  json_object_put (read);
}

void
dolen_csv_add_schedules (json_object *list,
                         const char *days,
                         const char *times,
                         const char *starts,
                         const char *ends,
                         const char *often)
{
  g_autofree char *span = starts && ends ? g_strdup_printf ("%s - %s", starts, ends)
                                         : g_strdup (starts ? starts : ends);
  g_autofree char *clock = join (times, span, NULL), *all = join (often, days, clock);
  json_object *read;

  if (!all)
    return;
  read = dolen_when_read (all);
  if (!read)
    read = dolen_csv_own_when (all, FALSE);
  if (read) {
    append (list, read, NULL);
    return;
  }
  /* The days may be certain where the times are not. */
  read = clock && days && !often ? dolen_when_read (days) : NULL;
  if (read)
    append (list, read, dolen_json_get (dolen_json_at (read, 0), "description") ? all : clock);
  else
    add_words (list, all);
}
