/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-sentences.h"

#include "language/dolen-calendar.h"

#include <string.h>

static const char *const day_codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static const char *
get_days_name (DolenLanguage language, guint weekday)
{
  switch (weekday) {
  case 1:
    /* Translators: on every Monday; begins a line: "Mondays 10:00–12:00". */
    return dolen_text (language, "Mondays");
  case 2:
    return dolen_text (language, "Tuesdays");
  case 3:
    return dolen_text (language, "Wednesdays");
  case 4:
    return dolen_text (language, "Thursdays");
  case 5:
    return dolen_text (language, "Fridays");
  case 6:
    return dolen_text (language, "Saturdays");
  default:
    return dolen_text (language, "Sundays");
  }
}

static char *
get_monthly_day (DolenLanguage language, int ordinal, guint weekday)
{
  const char *name = dolen_weekday_name (language, weekday);

  switch (ordinal) {
  case 1:
    /* Translators: when a group meets. %s is the name of a day, "Monday" (in Welsh "Dydd Llun":
       put it first, so that nothing mutates it). */
    return g_strdup_printf (dolen_text (language, "First %s of the month"), name);
  case 2:
    /* Translators: when a group meets; %s is the name of a day. */
    return g_strdup_printf (dolen_text (language, "Second %s of the month"), name);
  case 3:
    /* Translators: when a group meets; %s is the name of a day. */
    return g_strdup_printf (dolen_text (language, "Third %s of the month"), name);
  case 4:
    /* Translators: when a group meets; %s is the name of a day. */
    return g_strdup_printf (dolen_text (language, "Fourth %s of the month"), name);
  case 5:
    /* Translators: when a group meets; %s is the name of a day. */
    return g_strdup_printf (dolen_text (language, "Fifth %s of the month"), name);
  case -1:
    /* Translators: when a group meets; %s is the name of a day. */
    return g_strdup_printf (dolen_text (language, "Last %s of the month"), name);
  default:
    return g_strdup (get_days_name (language, weekday));
  }
}

/* One part of BYDAY: "TU", "2MO", "-1FR"; NULL where it is none. */
static char *
read_day (DolenLanguage language, const char *part)
{
  int ordinal = (int) g_ascii_strtoll (part, NULL, 10);
  gsize length = strlen (part);

  if (length < 2)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (day_codes); i++)
    if (g_ascii_strcasecmp (part + length - 2, day_codes[i]) == 0)
      return get_monthly_day (language, ordinal, i + 1);
  return NULL;
}

/* ---- days of a week ---- */

#define ALL_DAYS 0x7f
#define SPAN 3 /* so many days after one another are told by the first and the last */

/* The days that BYDAY names, Monday the lowest bit; 0 where one is none or stands in a month. */
static guint
read_week (const char *byday)
{
  g_auto (GStrv) parts = g_strsplit (byday != NULL ? byday : "", ",", -1);
  guint days = 0;

  for (guint i = 0; parts[i] != NULL; i++) {
    guint day = 0;

    while (day < G_N_ELEMENTS (day_codes)
           && g_ascii_strcasecmp (g_strstrip (parts[i]), day_codes[day]) != 0)
      day++;
    if (day == G_N_ELEMENTS (day_codes))
      return 0;
    days |= 1u << day;
  }
  return days;
}

/* The days of a time that comes every week; 0 where it is told in another way. */
static guint
days_of_week (const DolenSchedule *schedule)
{
  if (schedule->interval > 1 || schedule->freq == NULL)
    return 0;
  if (g_str_equal (schedule->freq, "DAILY") && schedule->byday == NULL)
    return ALL_DAYS;
  return g_str_equal (schedule->freq, "MONTHLY") ? 0 : read_week (schedule->byday);
}

/* From @first to the day before @end. */
static void
add_span (GString *told, DolenLanguage language, guint first, guint end)
{
  if (told->len > 0)
    g_string_append (told, ", ");
  if (end - first < SPAN) {
    g_string_append (told, get_days_name (language, first + 1));
    if (end - first == 2)
      g_string_append_printf (told, ", %s", get_days_name (language, first + 2));
    return;
  }
  g_string_append_printf (told,
                          /* Translators: when a group meets: "Mondays to Fridays"; in Welsh
                             without "i", which would mutate the day. */
                          dolen_text (language, "%1$s to %2$s"),
                          get_days_name (language, first + 1),
                          get_days_name (language, end));
}

static char *
tell_week (DolenLanguage language, guint days)
{
  g_autoptr (GString) told = g_string_new (NULL);

  if (days == ALL_DAYS)
    /* Translators: when a group meets. */
    return g_strdup (dolen_text (language, "Every day"));
  for (guint day = 0, end; day < G_N_ELEMENTS (day_codes); day = end + 1) {
    for (end = day; (days >> end & 1) != 0;)
      end++;
    if (end > day)
      add_span (told, language, day, end);
  }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

/* "2MO" and "4MO": every other week, as a month counts. (transfer full) (nullable) */
static char *
tell_two_of_month (DolenLanguage language, const char *one, const char *other)
{
  int first = (int) g_ascii_strtoll (one, NULL, 10);
  int second = (int) g_ascii_strtoll (other, NULL, 10);

  if (strlen (one) != 3 || strlen (other) != 3 || second != first + 2)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (day_codes); i++) {
    const char *name = dolen_weekday_name (language, i + 1);

    if (g_ascii_strcasecmp (one + 1, day_codes[i]) != 0
        || g_ascii_strcasecmp (other + 1, day_codes[i]) != 0)
      continue;
    if (first == 1)
      /* Translators: when a group meets; %s is the name of a day. */
      return g_strdup_printf (dolen_text (language, "First and third %s of the month"), name);
    if (first == 2)
      /* Translators: when a group meets; %s is the name of a day. */
      return g_strdup_printf (dolen_text (language, "Second and fourth %s of the month"), name);
  }
  return NULL;
}

static char *
get_days (DolenLanguage language, const DolenSchedule *schedule)
{
  guint week = read_week (schedule->byday);
  g_auto (GStrv) parts = schedule->byday != NULL ? g_strsplit (schedule->byday, ",", -1) : NULL;
  g_autoptr (GString) days = g_string_new (NULL);

  if (week != 0)
    return tell_week (language, week);
  if (parts != NULL && g_strv_length (parts) == 2) {
    char *two = tell_two_of_month (language, g_strstrip (parts[0]), g_strstrip (parts[1]));

    if (two != NULL)
      return two;
  }
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++) {
    g_autofree char *day = read_day (language, g_strstrip (parts[i]));

    if (day != NULL)
      g_string_append_printf (days, "%s%s", days->len > 0 ? ", " : "", day);
  }
  if (days->len > 0)
    return g_string_free (g_steal_pointer (&days), FALSE);
  if (g_strcmp0 (schedule->freq, "DAILY") == 0)
    /* Translators: when a group meets. */
    return g_strdup (dolen_text (language, "Every day"));
  if (g_strcmp0 (schedule->freq, "MONTHLY") == 0 && schedule->bymonthday != NULL)
    /* Translators: when a group meets; %s is a day of the month, "15". */
    return g_strdup_printf (dolen_text (language, "Day %s of the month"), schedule->bymonthday);
  if (schedule->freq == NULL && schedule->dtstart != NULL)
    return dolen_format_date_as (language, schedule->dtstart, DOLEN_DATE_FULL);
  return NULL;
}

static char *
add_interval (DolenLanguage language, const DolenSchedule *schedule, const char *when)
{
  if (schedule->interval < 2)
    return g_strdup (when);
  if (g_strcmp0 (schedule->freq, "MONTHLY") == 0) {
    if (schedule->interval == 2)
      /* Translators: when a group meets; %s is "First Monday of the month 10:00–12:00". */
      return g_strdup_printf (dolen_text (language, "%s, every other month"), when);
    /* Translators: when a group meets; %1$s is "First Monday of the month", %2$d above 2. */
    return g_strdup_printf (
        dolen_text (language, "%1$s, every %2$d months"), when, schedule->interval);
  }
  if (schedule->interval == 2)
    /* Translators: when a group meets; %s is "Tuesdays 10:00–12:00". */
    return g_strdup_printf (dolen_text (language, "%s, every other week"), when);
  /* Translators: when a group meets; %1$s is "Tuesdays 10:00–12:00", %2$d is 3 or more. */
  return g_strdup_printf (
      dolen_text (language, "%1$s, every %2$d weeks"), when, schedule->interval);
}

/* As it is kept and goes out to others: never translated. */
#define TERM_TIME_EN "Term time only"
#define TERM_TIME_CY "Yn ystod y tymor yn unig"

gboolean
dolen_schedule_is_term_time (const DolenSchedule *schedule)
{
  const DolenBilingual *words = &schedule->description;

  return (words->en != NULL && g_ascii_strcasecmp (words->en, TERM_TIME_EN) == 0)
         || (words->cy != NULL && g_ascii_strcasecmp (words->cy, TERM_TIME_CY) == 0);
}

void
dolen_schedule_set_term_time (DolenSchedule *schedule)
{
  dolen_bilingual_load (
      &schedule->description, TERM_TIME_EN, DOLEN_TEXT_CHECKED, TERM_TIME_CY, DOLEN_TEXT_CHECKED);
}

static char *
tell_parts (DolenLanguage language, const DolenSchedule *schedule)
{
  g_autofree char *days = get_days (language, schedule);
  g_autofree char *times = dolen_format_times (language, schedule->opens_at, schedule->closes_at);
  g_autofree char *when = NULL;

  if (days == NULL && !dolen_bilingual_is_empty (&schedule->description))
    return g_strdup (dolen_bilingual_get (&schedule->description, language));
  if (days == NULL)
    return g_strdup (times);
  if (*times == '\0')
    return add_interval (language, schedule, days);
  /* Translators: when a group meets: %1$s is "Tuesdays", %2$s is "10:00–12:00". */
  when = g_strdup_printf (dolen_text (language, "%1$s %2$s"), days, times);
  return add_interval (language, schedule, when);
}

/* What it says in words beside days and times that are known. */
static gboolean
says_more (DolenLanguage language, const DolenSchedule *schedule, const char *parts)
{
  return !dolen_bilingual_is_empty (&schedule->description) && *parts != '\0'
         && strcmp (dolen_bilingual_get (&schedule->description, language), parts) != 0;
}

/* @words: with what it says in words beside days and times. */
static char *
say (DolenLanguage language, const DolenSchedule *schedule, gboolean words)
{
  g_autofree char *parts = tell_parts (language, schedule);

  if (schedule->freq != NULL && dolen_schedule_is_term_time (schedule))
    /* Translators: when a group meets; %s is "Tuesdays 10:00–12:00". */
    return g_strdup_printf (dolen_text (language, "%s, in term time only"), parts);
  if (!words || !says_more (language, schedule, parts))
    return g_steal_pointer (&parts);
  /* Translators: when a group meets: %1$s is "Fridays", %2$s the group's own words beside it:
   * "Friday mornings". */
  return g_strdup_printf (dolen_text (language, "%1$s (%2$s)"),
                          parts,
                          dolen_bilingual_get (&schedule->description, language));
}

char *
dolen_sentence_schedule (DolenLanguage language, const DolenSchedule *schedule)
{
  return say (language, schedule, TRUE);
}

static gboolean
is_over (const DolenSchedule *schedule, const char *today)
{
  return today != NULL
         && ((schedule->until != NULL && strcmp (schedule->until, today) < 0)
             || (schedule->valid_to != NULL && strcmp (schedule->valid_to, today) < 0));
}

static gboolean
is_told (const DolenSchedule *schedule, const char *today)
{
  return !schedule->closed && !is_over (schedule, today);
}

/* How a line of several is told. */
typedef struct {
  DolenLanguage language;
  const char *today;
  gboolean in_full; /* else what is said in words stands only where there are no hours to say */
} Line;

static char *
say_in_line (const Line *line, const DolenSchedule *schedule)
{
  return say (line->language, schedule, line->in_full || schedule->opens_at == NULL);
}

/* Whether two times that come every week differ in nothing that is told but the days. */
static gboolean
differ_in_days_alone (const Line *line, const DolenSchedule *a, const DolenSchedule *b)
{
  return g_strcmp0 (a->opens_at, b->opens_at) == 0 && g_strcmp0 (a->closes_at, b->closes_at) == 0
         && ((a->opens_at != NULL && !line->in_full)
             || dolen_bilingual_equal (&a->description, &b->description))
         && dolen_schedule_is_term_time (a) == dolen_schedule_is_term_time (b);
}

/* Feeds give each day of the week a time of its own: those that are alike are told as one, by the
 * first of them. (transfer full): "" for the others. */
static char *
tell_alike (const Line *line, const GPtrArray *schedules, guint nth)
{
  const DolenSchedule *first = g_ptr_array_index (schedules, nth);
  DolenSchedule several = *first;
  g_autoptr (GString) byday = g_string_new (NULL);
  guint days = days_of_week (first);

  for (guint i = 0; days != 0 && i < schedules->len; i++) {
    const DolenSchedule *other = g_ptr_array_index (schedules, i);

    if (!is_told (other, line->today) || days_of_week (other) == 0
        || !differ_in_days_alone (line, first, other))
      continue;
    if (i < nth)
      return g_strdup ("");
    days |= days_of_week (other);
  }
  if (days == 0)
    return say_in_line (line, first);
  for (guint i = 0; i < G_N_ELEMENTS (day_codes); i++)
    if ((days >> i & 1) != 0)
      g_string_append_printf (byday, "%s%s", byday->len > 0 ? "," : "", day_codes[i]);
  several.byday = byday->str;
  return say_in_line (line, &several);
}

static char *
tell_line (const Line *line, const GPtrArray *schedules)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < schedules->len; i++) {
    const DolenSchedule *schedule = g_ptr_array_index (schedules, i);
    g_autofree char *one = NULL;

    if (!is_told (schedule, line->today))
      continue;
    one = tell_alike (line, schedules, i);
    if (*one != '\0' && !g_ptr_array_find_with_equal_func (told, one, g_str_equal, NULL))
      g_ptr_array_add (told, g_steal_pointer (&one));
  }
  g_ptr_array_add (told, NULL);
  return g_strjoinv ("; ", (char **) told->pdata);
}

char *
dolen_sentence_when (DolenLanguage language, const GPtrArray *schedules, const char *today)
{
  const Line line = { language, today, FALSE };

  return tell_line (&line, schedules);
}

char *
dolen_sentence_when_in_full (DolenLanguage language, const GPtrArray *schedules, const char *today)
{
  const Line line = { language, today, TRUE };

  return tell_line (&line, schedules);
}
