/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-next-session.h"

#include "base/dolen-time.h"

#include <libical/ical.h>

#define MOST_STEPS 4000 /* daily for ten years */

static char *
write_rule (const DolenSchedule *schedule)
{
  GString *rule = g_string_new (NULL);

  g_string_append_printf (rule, "FREQ=%s", schedule->freq);
  if (schedule->interval > 1)
    g_string_append_printf (rule, ";INTERVAL=%d", schedule->interval);
  if (schedule->byday != NULL)
    g_string_append_printf (rule, ";BYDAY=%s", schedule->byday);
  if (schedule->bymonthday != NULL)
    g_string_append_printf (rule, ";BYMONTHDAY=%s", schedule->bymonthday);
  return g_string_free (rule, FALSE);
}

static struct icaltimetype
time_of (const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", -1);
  /* Not icaltime_null_date(): its hour is -1, which is the day before, and a rule for Mondays never
   * comes to an end. */
  struct icaltimetype time = { .is_date = 1 };

  time.year = (int) g_ascii_strtoll (parts[0], NULL, 10);
  time.month = (int) g_ascii_strtoll (parts[1], NULL, 10);
  time.day = (int) g_ascii_strtoll (parts[2], NULL, 10);
  return time;
}

static gboolean
is_over (const DolenSchedule *schedule, const char *day)
{
  return (schedule->until != NULL && g_strcmp0 (day, schedule->until) > 0)
         || (schedule->valid_to != NULL && g_strcmp0 (day, schedule->valid_to) > 0);
}

/* From what day on the rule counts; NULL where that decides which weeks and is not known. */
static const char *
find_start (const DolenSchedule *schedule, const char *date)
{
  if (dolen_date_is_valid (schedule->dtstart))
    return schedule->dtstart;
  if (schedule->interval > 1 || (schedule->byday == NULL && schedule->bymonthday == NULL))
    return NULL;
  return date;
}

/* Before it begins, or while the group (nullable) says it is closed. */
static gboolean
is_off (const DolenService *service, const DolenSchedule *schedule, const char *day)
{
  if (schedule->valid_from != NULL && g_strcmp0 (day, schedule->valid_from) < 0)
    return TRUE;
  for (guint i = 0; service != NULL && i < service->schedules->len; i++) {
    const DolenSchedule *closed = g_ptr_array_index (service->schedules, i);
    const char *from = closed->valid_from != NULL ? closed->valid_from : closed->dtstart;
    const char *to = closed->valid_to != NULL ? closed->valid_to : closed->until;

    if (closed->closed && from != NULL && to != NULL && g_strcmp0 (day, from) >= 0
        && g_strcmp0 (day, to) <= 0)
      return TRUE;
  }
  return FALSE;
}

static char *
next_of (const DolenService *service, const DolenSchedule *schedule, const char *date)
{
  const char *start
      = schedule->freq != NULL && !schedule->closed ? find_start (schedule, date) : NULL;
  g_autofree char *text = NULL;
  struct icalrecurrencetype rule;
  struct icaltimetype time;
  icalrecur_iterator *days;
  char *found = NULL;

  if (start == NULL)
    return NULL;
  text = write_rule (schedule);
  rule = icalrecurrencetype_from_string (text);
  days = icalrecur_iterator_new (rule, time_of (start));
  for (int i = 0; days != NULL && found == NULL && i < MOST_STEPS; i++) {
    g_autofree char *day = NULL;

    time = icalrecur_iterator_next (days);
    if (icaltime_is_null_time (time))
      break;
    day = g_strdup_printf ("%04d-%02d-%02d", time.year, time.month, time.day);
    if (is_over (schedule, day))
      break;
    if (g_strcmp0 (day, date) > 0 && !is_off (service, schedule, day))
      found = g_steal_pointer (&day);
  }
  if (days != NULL)
    icalrecur_iterator_free (days);
  return found;
}

char *
dolen_schedule_next_session (const DolenSchedule *schedule, const char *date)
{
  g_return_val_if_fail (schedule != NULL && dolen_date_is_valid (date), NULL);

  return next_of (NULL, schedule, date);
}

void
dolen_session_day_free (DolenSessionDay *day)
{
  if (day == NULL)
    return;
  g_free (day->date);
  g_free (day);
}

/* Of two on one day the earlier. */
static gboolean
comes_before (const char *day, const DolenSchedule *schedule, const DolenSessionDay *other)
{
  int order = g_strcmp0 (day, other->date);

  return order < 0
         || (order == 0 && schedule->opens_at != NULL
             && g_strcmp0 (schedule->opens_at, other->schedule->opens_at) < 0);
}

static DolenSessionDay *
find_next (const DolenService *service, const char *date)
{
  DolenSessionDay *first = NULL;

  for (guint i = 0; i < service->schedules->len; i++) {
    const DolenSchedule *schedule = g_ptr_array_index (service->schedules, i);
    g_autofree char *day = next_of (service, schedule, date);

    if (day == NULL || (first != NULL && !comes_before (day, schedule, first)))
      continue;
    dolen_session_day_free (first);
    first = g_new0 (DolenSessionDay, 1);
    first->date = g_steal_pointer (&day);
    first->schedule = schedule;
  }
  return first;
}

char *
dolen_service_next_session (const DolenService *service, const char *date)
{
  DolenSessionDay *first;
  char *day;

  g_return_val_if_fail (service != NULL && dolen_date_is_valid (date), NULL);

  first = find_next (service, date);
  day = first != NULL ? g_strdup (first->date) : NULL;
  dolen_session_day_free (first);
  return day;
}

GPtrArray *
dolen_service_next_sessions (const DolenService *service, const char *date, guint most)
{
  GPtrArray *days = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_session_day_free);

  g_return_val_if_fail (service != NULL && dolen_date_is_valid (date), days);

  while (days->len < most) {
    DolenSessionDay *next = find_next (service, date);

    if (next == NULL)
      break;
    g_ptr_array_add (days, next);
    date = next->date;
  }
  return days;
}
