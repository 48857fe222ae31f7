/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-session-times.h"

#include "base/dolen-time.h"

#include <string.h>

/* Minutes after midnight at which each part of a day ends. */
static const int end_of_part[] = { 12 * 60 + 30, 17 * 60, 24 * 60 };

/* Of a part of the day that a session only brushes nothing is said: ten to one is a morning. */
#define BRUSHED 45

static const char *const weekday_codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
static const char *const part_codes[] = { "morning", "afternoon", "evening" };

const char *
dolen_weekday_code (guint weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return weekday_codes[weekday - 1];
}

const char *
dolen_daypart_code (DolenDaypart part)
{
  g_return_val_if_fail (part < DOLEN_N_DAYPARTS, "");
  return part_codes[part];
}

/* 1 to 7 of the two letters at @code, 0 where they are none. */
static guint
weekday_of (const char *code)
{
  for (guint day = 0; day < 7; day++)
    if (g_ascii_strncasecmp (code, weekday_codes[day], 2) == 0)
      return day + 1;
  return 0;
}

guint32
dolen_slots_from_code (const char *code)
{
  guint day = weekday_of (code);

  if (day == 0)
    return 0;
  if (code[2] == '\0')
    return DOLEN_SLOT_DAY (day);
  for (guint part = 0; code[2] == '-' && part < DOLEN_N_DAYPARTS; part++)
    if (g_ascii_strcasecmp (code + 3, part_codes[part]) == 0)
      return DOLEN_SLOT_BIT (day, part);
  return 0;
}

/* The first slot of each day the rule names, to be multiplied by the parts of the day; "2TU" is a
 * Tuesday. (All of a week by the parts of a day is every slot: a seventh of it is every day.) */
static guint32
days_of (const DolenSessionRule *rule)
{
  guint32 days = 0;

  if (g_strcmp0 (rule->freq, "DAILY") == 0 && rule->byday == NULL)
    return DOLEN_SLOTS_ALL / 7;
  for (const char *at = rule->byday; at != NULL && *at != '\0';) {
    guint day = weekday_of (at + strspn (at, "+-0123456789"));

    if (day > 0)
      days |= DOLEN_SLOT_BIT (day, 0);
    at += strcspn (at, ",");
    at += *at == ',';
  }
  if (days == 0 && g_strcmp0 (rule->freq, "WEEKLY") == 0 && rule->dtstart != NULL) {
    g_autofree char *date = dolen_date_parse (rule->dtstart);

    if (date != NULL)
      days = DOLEN_SLOT_BIT (dolen_date_weekday (date), 0);
  }
  return days;
}

/* "9:30", "09:30:00": minutes after midnight, -1 where it is no time. */
static int
minutes_of (const char *time)
{
  char *end = NULL;
  guint64 hours, minutes;

  if (time == NULL || !g_ascii_isdigit (*time))
    return -1;
  hours = g_ascii_strtoull (time, &end, 10);
  if (*end != ':' || !g_ascii_isdigit (end[1]))
    return -1;
  minutes = g_ascii_strtoull (end + 1, NULL, 10);
  return hours <= 24 && minutes < 60 ? (int) (hours * 60 + minutes) : -1;
}

/* The parts of a day that a session from @opens to @closes lies in, as bits; at least one. */
static guint32
parts_of (int opens, int closes)
{
  guint32 parts = 0;
  int begin = 0;

  if (closes <= opens) /* past midnight */
    closes = 24 * 60;
  for (guint part = 0; part < DOLEN_N_DAYPARTS; part++) {
    int shared = MIN (closes, end_of_part[part]) - MAX (opens, begin);

    if (shared >= BRUSHED || (shared > 0 && 2 * shared >= closes - opens))
      parts |= 1u << part;
    begin = end_of_part[part];
  }
  return parts;
}

static guint32
part_at (int minute)
{
  guint part = 0;

  while (part + 1 < DOLEN_N_DAYPARTS && minute >= end_of_part[part])
    part++;
  return 1u << part;
}

static gboolean
is_over (const DolenSessionRule *rule, const char *today)
{
  return (rule->until != NULL && g_strcmp0 (rule->until, today) < 0)
         || (rule->valid_to != NULL && g_strcmp0 (rule->valid_to, today) < 0);
}

void
dolen_session_times_add (DolenSessionTimes *times, const DolenSessionRule *rule, const char *today)
{
  guint32 days = is_over (rule, today) ? 0 : days_of (rule);
  int opens = minutes_of (rule->opens_at);
  int closes = minutes_of (rule->closes_at);
  guint32 before = times->slots;
  int length = closes > opens ? closes - opens : closes + 24 * 60 - opens;

  if (days == 0)
    return;
  if (opens < 0)
    times->slots |= days * 7 | DOLEN_SLOTS_HOURS_UNKNOWN;
  else
    times->slots |= days * (closes < 0 ? part_at (opens) : parts_of (opens, closes));
  /* It is "at most every other week" only where that is so of every schedule. */
  if ((rule->interval > 1 || g_strcmp0 (rule->freq, "MONTHLY") == 0
       || g_strcmp0 (rule->freq, "YEARLY") == 0)
      && (before == 0 || (before & DOLEN_SLOTS_NOT_WEEKLY)))
    times->slots |= DOLEN_SLOTS_NOT_WEEKLY;
  else
    times->slots &= ~DOLEN_SLOTS_NOT_WEEKLY;
  if (opens >= 0 && closes >= 0 && (times->minutes < 0 || length < times->minutes))
    times->minutes = (gint16) length;
}
