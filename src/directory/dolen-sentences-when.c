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

static char *
get_days (DolenLanguage language, const DolenSchedule *schedule)
{
  g_auto (GStrv) parts = schedule->byday != NULL ? g_strsplit (schedule->byday, ",", -1) : NULL;
  g_autoptr (GString) days = g_string_new (NULL);

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

char *
dolen_sentence_schedule (DolenLanguage language, const DolenSchedule *schedule)
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

static gboolean
is_over (const DolenSchedule *schedule, const char *today)
{
  return today != NULL
         && ((schedule->until != NULL && strcmp (schedule->until, today) < 0)
             || (schedule->valid_to != NULL && strcmp (schedule->valid_to, today) < 0));
}

char *
dolen_sentence_when (DolenLanguage language, const GPtrArray *schedules, const char *today)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < schedules->len; i++) {
    const DolenSchedule *schedule = g_ptr_array_index (schedules, i);
    g_autofree char *one = NULL;

    if (schedule->closed || is_over (schedule, today))
      continue;
    one = dolen_sentence_schedule (language, schedule);
    if (*one != '\0' && !g_ptr_array_find_with_equal_func (told, one, g_str_equal, NULL))
      g_ptr_array_add (told, g_steal_pointer (&one));
  }
  g_ptr_array_add (told, NULL);
  return g_strjoinv ("; ", (char **) told->pdata);
}
