/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-openactive-when.h"

#include "base/dolen-time.h"
#include "format/dolen-json-value.h"

#include <stdio.h>
#include <string.h>

/* "TU" of "https://schema.org/Tuesday", "schema:Tuesday", "Tuesday"; NULL of anything else. */
static const char *
day_of (const char *given)
{
  static const char *const NAMES[]
      = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  static const char *const CODES[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (g_str_has_suffix (given, NAMES[i]))
      return CODES[i];
  return NULL;
}

static char *
days_of (json_object *list)
{
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *given = dolen_json_text (dolen_json_at (list, i));
    const char *day = given ? day_of (given) : NULL;
    if (day)
      g_string_append_printf (days, "%s%s", days->len ? "," : "", day);
  }
  return days->len ? g_strdup (days->str) : NULL;
}

/* "P1W": ISO 8601, one unit only. */
static void
put_frequency (json_object *schedule, const char *given)
{
  unsigned n = 0;
  char unit = 0;

  if (!given || sscanf (given, "P%3u%c", &n, &unit) != 2 || n == 0)
    return;
  dolen_json_put_text (schedule,
                       "freq",
                       unit == 'D'   ? "DAILY"
                       : unit == 'W' ? "WEEKLY"
                       : unit == 'M' ? "MONTHLY"
                                     : NULL);
  if (n > 1)
    json_object_object_add (schedule, "interval", json_object_new_int ((int) n));
}

/* Minutes of "PT1H30M"; 0 where there are none. */
static int
minutes_of (const char *given)
{
  int minutes = 0;

  if (!given || !g_str_has_prefix (given, "PT"))
    return 0;
  for (given += 2; g_ascii_isdigit (*given); given++) {
    char *end;
    guint64 n = g_ascii_strtoull (given, &end, 10);
    minutes += n > 1000 ? 0 : *end == 'H' ? (int) n * 60 : *end == 'M' ? (int) n : 0;
    given = end;
    if (!*given)
      break;
  }
  return minutes;
}

/* "11:30" of "10:00" and 90 minutes; NULL past midnight. */
static char *
later (const char *clock, int minutes)
{
  int hour, minute;

  if (!clock || minutes <= 0 || sscanf (clock, "%2d:%2d", &hour, &minute) != 2)
    return NULL;
  minutes += hour * 60 + minute;
  return minutes < 24 * 60 ? g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60) : NULL;
}

static void
put_repeating (json_object *list, json_object *given)
{
  json_object *schedule = json_object_new_object ();
  g_autofree char *often = dolen_json_get_line (given, "repeatFrequency");
  g_autofree char *days = days_of (dolen_json_get (given, "byDay"));
  g_autofree char *opens = dolen_json_get_line (given, "startTime");
  g_autofree char *closes = dolen_json_get_line (given, "endTime");
  g_autofree char *from = dolen_json_get_line (given, "startDate");
  g_autofree char *to = dolen_json_get_line (given, "endDate");
  g_autofree char *lasts = dolen_json_get_line (given, "duration");

  put_frequency (schedule, often);
  dolen_json_put_text (schedule, "byday", days);
  dolen_json_put_text (schedule, "opens_at", opens);
  if (!closes)
    closes = later (opens, minutes_of (lasts));
  dolen_json_put_text (schedule, "closes_at", closes);
  dolen_json_put_text (schedule, "dtstart", from);
  dolen_json_put_text (schedule, "until", to);
  json_object_array_add (list, schedule);
}

/* The civil date and time in the United Kingdom of an instant of the feed. */
static gboolean
split_instant (const char *given, char **date, char **clock)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GDateTime) utc = NULL, local = NULL;
  gint64 instant;

  if (!given || !zone || !dolen_instant_of_iso (given, &instant))
    return FALSE;
  utc = g_date_time_new_from_unix_utc (instant / 1000);
  local = utc ? g_date_time_to_timezone (utc, zone) : NULL;
  if (!local)
    return FALSE;
  *date = dolen_date_of_instant (instant);
  *clock = g_date_time_format (local, "%H:%M");
  return TRUE;
}

static void
put_one_date (json_object *list, json_object *session)
{
  g_autofree char *starts = dolen_json_get_line (session, "startDate");
  g_autofree char *ends = dolen_json_get_line (session, "endDate");
  g_autofree char *lasts = dolen_json_get_line (session, "duration");
  g_autofree char *date = NULL, *opens = NULL, *last = NULL, *closes = NULL;
  json_object *schedule;

  if (!split_instant (starts, &date, &opens))
    return;
  if (!split_instant (ends, &last, &closes))
    closes = later (opens, minutes_of (lasts));
  schedule = json_object_new_object ();
  dolen_json_put_text (schedule, "dtstart", date);
  dolen_json_put_text (schedule, "until", last ? last : date);
  dolen_json_put_text (schedule, "opens_at", opens);
  dolen_json_put_text (schedule, "closes_at", closes);
  json_object_array_add (list, schedule);
}

json_object *
dolen_openactive_schedules (json_object *session)
{
  json_object *list = json_object_new_array ();
  json_object *given = dolen_json_get (session, "eventSchedule");

  for (guint i = 0; i < dolen_json_length (given); i++) {
    json_object *item = dolen_json_at (given, i);
    /* A part of a schedule says no more than that there is one. */
    if (dolen_json_get_any (item, "repeatFrequency", "byDay", "startTime", NULL))
      put_repeating (list, item);
  }
  if (json_object_array_length (list) == 0)
    put_one_date (list, session);
  return list;
}
