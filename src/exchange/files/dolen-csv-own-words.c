/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-own-words.h"

#include "directory/dolen-sentences.h"
#include "exchange/files/dolen-csv-values.h"
#include "language/dolen-calendar.h"
#include "format/dolen-json-value.h"
#include "language/dolen-when.h"

#include <stdlib.h>
#include <string.h>

static const DolenLanguage LANGUAGES[] = { DOLEN_LANGUAGE_EN, DOLEN_LANGUAGE_CY };
static const char *const DAYS[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* ---- a text against the form it was made with ---- */

/* One place of a form: "%s", "%1$d". Returns: what is behind it. */
static const char *
skip_place (const char *at, guint *nth)
{
  *nth = 0;
  at++;
  if (g_ascii_isdigit (*at) && at[1] == '$') {
    *nth = (guint) (*at - '1');
    at += 2;
  }
  return at + 1;
}

/* What stands in the places of @form, which has one or two; the first as short as may be. */
static gboolean
match (const char *form, const char *text, char **first, char **second)
{
  const char *place = strchr (form, '%'), *next, *end = NULL;
  char **out[] = { first, second };
  gsize before = (gsize) (place - form), tail;
  guint nth, other = 0;
  g_autofree char *middle = NULL;

  *first = NULL;
  if (second)
    *second = NULL;
  if (strncmp (form, text, before) != 0)
    return FALSE;
  text += before;
  next = skip_place (place, &nth);
  if (second) {
    place = strchr (next, '%');
    middle = g_strndup (next, (gsize) (place - next));
    end = strstr (text, middle);
    next = skip_place (place, &other);
    if (!end || end == text)
      return FALSE;
    *out[nth] = g_strndup (text, (gsize) (end - text));
    text = end + strlen (middle);
  }
  tail = strlen (next);
  if (strlen (text) <= tail || strcmp (text + strlen (text) - tail, next) != 0) {
    g_clear_pointer (out[nth], g_free);
    return FALSE;
  }
  *out[second ? other : 0] = g_strndup (text, strlen (text) - tail);
  return TRUE;
}

/* The same, of what stands in the only place; takes the rest over. */
static gboolean
strip (char **text, const char *form)
{
  char *inner;

  if (!match (form, *text, &inner, NULL))
    return FALSE;
  g_free (*text);
  *text = inner;
  return TRUE;
}

/* A whole number; -1: none. */
static int
number_of (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && digits < 4 && !text[digits] ? atoi (text) : -1;
}

/* ---- days and times ---- */

/* (transfer full) (nullable): "08:30" of "8:30". */
static char *
time_of (const char *text)
{
  gsize hour = strspn (text, "0123456789");
  const char *minute = text + hour + 1;

  if (hour < 1 || hour > 2 || text[hour] != ':' || strlen (minute) != 2
      || strspn (minute, "0123456789") != 2)
    return NULL;
  return g_strdup_printf ("%s%s", hour == 1 ? "0" : "", text);
}

/* Takes the strings; both (nullable). */
static gboolean
take_times (DolenSchedule *schedule, char *opens, char *closes)
{
  g_autofree char *from = opens, *until = closes;
  g_autofree char *first = from ? time_of (from) : NULL, *last = until ? time_of (until) : NULL;

  if ((from && !first) || (until && !last))
    return FALSE;
  schedule->opens_at = g_steal_pointer (&first);
  schedule->closes_at = g_steal_pointer (&last);
  return TRUE;
}

static gboolean
read_times (DolenLanguage language, const char *text, DolenSchedule *schedule)
{
  char *opens, *closes;

  if (match ("%1$s–%2$s", text, &opens, &closes))
    return take_times (schedule, opens, closes);
  if (match (dolen_text (language, "from %s"), text, &opens, NULL))
    return take_times (schedule, opens, NULL);
  return match (dolen_text (language, "until %s"), text, &closes, NULL)
         && take_times (schedule, NULL, closes);
}

/* "Mondays"; -1: none. */
static int
day_of_week (DolenLanguage language, const char *name)
{
  static const char *const NAMES[]
      = { "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays" };

  for (guint day = 0; day < G_N_ELEMENTS (NAMES); day++)
    if (strcmp (dolen_text (language, NAMES[day]), name) == 0)
      return (int) day;
  return -1;
}

static void
add_day (GString *byday, int ordinal, int day)
{
  if (byday->len)
    g_string_append_c (byday, ',');
  if (ordinal)
    g_string_append_printf (byday, "%d", ordinal);
  g_string_append (byday, DAYS[day]);
}

/* "Mondays to Fridays" */
static gboolean
read_span (DolenLanguage language, const char *text, GString *byday)
{
  g_autofree char *first = NULL, *last = NULL;
  int from, to;

  if (!match (dolen_text (language, "%1$s to %2$s"), text, &first, &last))
    return FALSE;
  from = day_of_week (language, first);
  to = day_of_week (language, last);
  for (int day = from; from >= 0 && day <= to; day++)
    add_day (byday, 0, day);
  return from >= 0 && to > from;
}

/* "First Monday of the month" */
static gboolean
read_monthly (DolenLanguage language, const char *text, GString *byday)
{
  static const struct {
    const char *form;
    int ordinal, other; /* 0: none */
  } FORMS[] = {
    { "First and third %s of the month", 1, 3 }, { "Second and fourth %s of the month", 2, 4 },
    { "First %s of the month", 1, 0 },           { "Second %s of the month", 2, 0 },
    { "Third %s of the month", 3, 0 },           { "Fourth %s of the month", 4, 0 },
    { "Fifth %s of the month", 5, 0 },           { "Last %s of the month", -1, 0 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (FORMS); i++) {
    g_autofree char *name = NULL;

    if (!match (dolen_text (language, FORMS[i].form), text, &name, NULL))
      continue;
    for (guint day = 0; day < G_N_ELEMENTS (DAYS); day++)
      if (strcmp (dolen_weekday_name (language, day + 1), name) == 0) {
        add_day (byday, FORMS[i].ordinal, (int) day);
        if (FORMS[i].other != 0)
          add_day (byday, FORMS[i].other, (int) day);
        return TRUE;
      }
  }
  return FALSE;
}

static gboolean
read_item (DolenLanguage language, const char *text, GString *byday, gboolean *monthly)
{
  int day = day_of_week (language, text);

  if (day >= 0) {
    add_day (byday, 0, day);
    return TRUE;
  }
  if (!read_monthly (language, text, byday))
    return read_span (language, text, byday);
  *monthly = TRUE;
  return TRUE;
}

/* A comma may stand in an item: "Dydd Llun, y trydydd yn y mis". */
static gboolean
read_list (DolenLanguage language, const char *text, DolenSchedule *schedule)
{
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  g_autoptr (GString) byday = g_string_new (NULL);
  gboolean monthly = FALSE;

  for (guint i = 0; parts[i]; i++) {
    g_autofree char *two = parts[i + 1] ? g_strjoin (", ", parts[i], parts[i + 1], NULL) : NULL;

    if (two && read_item (language, two, byday, &monthly))
      i++;
    else if (!read_item (language, parts[i], byday, &monthly))
      return FALSE;
  }
  if (byday->len == 0)
    return FALSE;
  schedule->freq = g_strdup (monthly ? "MONTHLY" : "WEEKLY");
  schedule->byday = g_strdup (byday->str);
  return TRUE;
}

static gboolean
read_days (DolenLanguage language, const char *text, DolenSchedule *schedule)
{
  char *day;

  if (strcmp (text, dolen_text (language, "Every day")) == 0) {
    schedule->freq = g_strdup ("WEEKLY");
    schedule->byday = g_strdup ("MO,TU,WE,TH,FR,SA,SU");
    return TRUE;
  }
  if (match (dolen_text (language, "Day %s of the month"), text, &day, NULL)) {
    schedule->freq = g_strdup ("MONTHLY");
    schedule->bymonthday = day;
    return number_of (day) > 0;
  }
  if (read_list (language, text, schedule))
    return TRUE;
  schedule->dtstart = dolen_csv_find_day (text);
  return schedule->dtstart != NULL;
}

static gboolean
read_days_and_times (DolenLanguage language, const char *text, DolenSchedule *schedule)
{
  g_autofree char *days = NULL;

  for (const char *at = strchr (text, ' '); at && !days; at = strchr (at + 1, ' '))
    if (read_times (language, at + 1, schedule))
      days = g_strndup (text, (gsize) (at - text));
  return read_days (language, days ? days : text, schedule);
}

/* "Tuesdays 10:00–12:00, every other week" */
static gboolean
read_intervals (DolenLanguage language, const char *text, DolenSchedule *schedule)
{
  static const char *const FORMS[] = { "%1$s, every %2$d months", "%1$s, every %2$d weeks" };
  g_autofree char *rest = g_strdup (text);

  if (strip (&rest, dolen_text (language, "%s, every other month"))
      || strip (&rest, dolen_text (language, "%s, every other week")))
    schedule->interval = 2;
  for (gsize i = 0; i < G_N_ELEMENTS (FORMS) && schedule->interval < 2; i++) {
    g_autofree char *before = NULL, *number = NULL;

    if (!match (dolen_text (language, FORMS[i]), rest, &before, &number) || number_of (number) < 0)
      continue;
    schedule->interval = number_of (number);
    g_free (rest);
    rest = g_steal_pointer (&before);
  }
  return read_days_and_times (language, rest, schedule);
}

/* (transfer full) (nullable): the schedule that @text tells, if it does. */
static DolenSchedule *
read_schedule (DolenLanguage language, const char *text)
{
  g_autoptr (DolenSchedule) schedule = dolen_schedule_new ();
  g_autofree char *rest = g_strdup (text), *head = NULL, *words = NULL, *again = NULL;

  if (strip (&rest, dolen_text (language, "%s, in term time only")))
    dolen_schedule_set_term_time (schedule);
  else if (match (dolen_text (language, "%1$s (%2$s)"), rest, &head, &words))
    dolen_bilingual_load (
        &schedule->description, words, DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  if (!read_intervals (language, head ? head : rest, schedule))
    return NULL;
  again = dolen_sentence_schedule (language, schedule);
  return strcmp (again, text) == 0 ? g_steal_pointer (&schedule) : NULL;
}

static void
add_schedule (json_object *list, const DolenSchedule *schedule)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "freq", schedule->freq);
  if (schedule->interval > 1)
    json_object_object_add (object, "interval", json_object_new_int (schedule->interval));
  dolen_json_put_text (object, "byday", schedule->byday);
  dolen_json_put_text (object, "bymonthday", schedule->bymonthday);
  dolen_json_put_text (object, "dtstart", schedule->dtstart);
  dolen_json_put_text (object, "opens_at", schedule->opens_at);
  dolen_json_put_text (object, "closes_at", schedule->closes_at);
  dolen_json_put_text (object,
                       "description",
                       dolen_schedule_is_term_time (schedule) ? DOLEN_WHEN_TERM_TIME
                                                              : schedule->description.en);
  json_object_array_add (list, object);
}

static void
add_words (json_object *list, const char *words)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "description", words);
  json_object_array_add (list, object);
}

/* At "; ", but not within brackets. (transfer full) */
static GPtrArray *
split (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *begin = text;
  int depth = 0;

  for (const char *at = text; *at; at++) {
    depth += *at == '(';
    depth -= *at == ')' && depth > 0;
    if (depth > 0 || !g_str_has_prefix (at, "; "))
      continue;
    g_ptr_array_add (parts, g_strndup (begin, (gsize) (at - begin)));
    begin = at + strlen ("; ");
  }
  g_ptr_array_add (parts, g_strdup (begin));
  return parts;
}

json_object *
dolen_csv_own_when (const char *text, gboolean words)
{
  g_autoptr (GPtrArray) parts = split (text);
  json_object *list = json_object_new_array ();
  gboolean any = FALSE, all = TRUE;

  for (guint i = 0; i < parts->len; i++) {
    const char *part = parts->pdata[i];
    g_autoptr (DolenSchedule) schedule = NULL;

    for (gsize l = 0; l < G_N_ELEMENTS (LANGUAGES) && !schedule; l++)
      schedule = read_schedule (LANGUAGES[l], part);
    if (schedule)
      add_schedule (list, schedule);
    else if (*part)
      add_words (list, part);
    any |= schedule != NULL;
    all &= schedule != NULL;
  }
  if (any && (all || words))
    return list;
  json_object_put (list);
  return NULL;
}

/* ---- costs ---- */

static gboolean
read_amount (DolenLanguage language, const char *text, DolenCost *cost)
{
  json_object *value = json_object_new_string (text);

  cost->pence = strcmp (text, dolen_text (language, "free")) == 0 ? 0 : dolen_json_pence (value);
  json_object_put (value);
  return cost->pence >= 0;
}

static DolenCost *
read_cost (DolenLanguage language, const char *text)
{
  g_autoptr (DolenCost) cost = dolen_cost_new ();
  g_autofree char *amount = NULL, *again = NULL;

  if (!match (dolen_text (language, "%1$s (%2$s)"), text, &amount, &cost->option))
    amount = g_strdup (text);
  if (!read_amount (language, amount, cost))
    return NULL;
  again = dolen_sentence_cost (language, cost);
  return strcmp (again, text) == 0 ? g_steal_pointer (&cost) : NULL;
}

json_object *
dolen_csv_own_costs (const char *text)
{
  g_autoptr (GPtrArray) parts = split (text);
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < parts->len; i++) {
    const char *part = parts->pdata[i];
    g_autoptr (DolenCost) cost = NULL;
    json_object *object;

    for (gsize l = 0; l < G_N_ELEMENTS (LANGUAGES) && !cost; l++)
      cost = read_cost (LANGUAGES[l], part);
    if (!cost) {
      json_object_put (list);
      return NULL;
    }
    object = json_object_new_object ();
    dolen_json_put_text (object, "option", cost->option);
    json_object_object_add (object, "amount", json_object_new_double ((double) cost->pence / 100));
    json_object_array_add (list, object);
  }
  return list;
}

/* ---- for whom ---- */

static gboolean
read_ages (DolenLanguage language, const char *text, int *least, int *most)
{
  g_autofree char *from = NULL, *to = NULL, *one = NULL, *again = NULL;

  *least = *most = -1;
  if (match (dolen_text (language, "Ages %1$d to %2$d"), text, &from, &to)) {
    *least = number_of (from);
    *most = number_of (to);
  } else if (match (dolen_text (language, "%d and over"), text, &one, NULL)) {
    *least = number_of (one);
  } else if (match (dolen_text (language, "Up to age %d"), text, &one, NULL)) {
    *most = number_of (one);
  }
  again = dolen_sentence_ages (language, *least, *most);
  return *again && strcmp (again, text) == 0;
}

char *
dolen_csv_own_ages (const char *text, int *least, int *most)
{
  const char *end = strstr (text, "; ");
  g_autofree char *first = end ? g_strndup (text, (gsize) (end - text)) : g_strdup (text);

  for (gsize i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    if (read_ages (LANGUAGES[i], first, least, most))
      return g_strdup (end ? end + 2 : "");
  return NULL;
}
