/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-calendar.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static const char *const months[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const short_months[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
  NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
  NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
  NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

static const char *const weekdays[] = {
  NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
  NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
  NC_ ("weekday", "Sunday"),
};

static const char *const short_weekdays[] = {
  NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"), NC_ ("short weekday", "Wed"),
  NC_ ("short weekday", "Thu"), NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"),
  NC_ ("short weekday", "Sun"),
};

const char *
dolen_month_name (DolenLanguage language, guint month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return dolen_ctext (language, "month", months[month - 1]);
}

const char *
dolen_month_name_short (DolenLanguage language, guint month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return dolen_ctext (language, "short month", short_months[month - 1]);
}

const char *
dolen_weekday_name (DolenLanguage language, guint weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return dolen_ctext (language, "weekday", weekdays[weekday - 1]);
}

const char *
dolen_weekday_name_short (DolenLanguage language, guint weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return dolen_ctext (language, "short weekday", short_weekdays[weekday - 1]);
}

char *
dolen_format_date_as (DolenLanguage language, const char *date, DolenDateStyle style)
{
  int year, month, day, weekday;

  if (date == NULL || !dolen_date_is_valid (date)
      || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup ("");
  weekday = dolen_date_weekday (date);
  switch (style) {
  case DOLEN_DATE_FULL:
    /* Translators: weekday, day of the month, month, year: "Tuesday 5 May 2026". */
    return g_strdup_printf (dolen_ctext (language, "full date", "%1$s %2$d %3$s %4$d"),
                            dolen_weekday_name (language, weekday),
                            day,
                            dolen_month_name (language, month),
                            year);
  case DOLEN_DATE_SHORT:
    /* Translators: day of the month, month: "5 May". */
    return g_strdup_printf (
        dolen_ctext (language, "short date", "%1$d %2$s"), day, dolen_month_name (language, month));
  case DOLEN_DATE_WEEKDAY:
    /* Translators: short weekday, day of the month, short month: "Tue 5 May". */
    return g_strdup_printf (dolen_ctext (language, "weekday date", "%1$s %2$d %3$s"),
                            dolen_weekday_name_short (language, weekday),
                            day,
                            dolen_month_name_short (language, month));
  case DOLEN_DATE_MONTH:
    /* Translators: month, year: "May 2026". */
    return g_strdup_printf (dolen_ctext (language, "month and year", "%1$s %2$d"),
                            dolen_month_name (language, month),
                            year);
  case DOLEN_DATE_DAY:
  default:
    /* Translators: day of the month, month, year: "5 May 2026". */
    return g_strdup_printf (dolen_ctext (language, "date", "%1$d %2$s %3$d"),
                            day,
                            dolen_month_name (language, month),
                            year);
  }
}

char *
dolen_format_date (DolenLanguage language, const char *date)
{
  return dolen_format_date_as (language, date, DOLEN_DATE_DAY);
}

/* How far apart two dates are, in the one unit a person would use: days up to two weeks, weeks up
 * to two months, months up to two years. */
typedef struct {
  enum {
    UNIT_DAY,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_YEAR,
  } unit;
  int n;
} Distance;

static Distance
measure (const char *earlier, const char *later)
{
  int days = dolen_date_days_between (earlier, later);
  int from[3], to[3], whole;

  if (sscanf (earlier, "%4d-%2d-%2d", &from[0], &from[1], &from[2]) != 3
      || sscanf (later, "%4d-%2d-%2d", &to[0], &to[1], &to[2]) != 3)
    return (Distance){ UNIT_DAY, days };
  whole = (to[0] - from[0]) * 12 + to[1] - from[1] - (to[2] < from[2] ? 1 : 0);
  if (whole >= 24)
    return (Distance){ UNIT_YEAR, whole / 12 };
  if (whole >= 2)
    return (Distance){ UNIT_MONTH, whole };
  if (days >= 14)
    return (Distance){ UNIT_WEEK, days / 7 };
  return (Distance){ UNIT_DAY, days };
}

static char *
format_past (DolenLanguage language, Distance distance)
{
  gulong n = (gulong) distance.n;

  switch (distance.unit) {
  case UNIT_WEEK:
    /* Translators: week is feminine in Welsh (wythnos). */
    return g_strdup_printf (dolen_ntext (language, "%d week ago", "%d weeks ago", n), distance.n);
  case UNIT_MONTH:
    /* Translators: month is masculine in Welsh (mis). */
    return g_strdup_printf (dolen_ntext (language, "%d month ago", "%d months ago", n), distance.n);
  case UNIT_YEAR:
    /* Translators: year is feminine in Welsh (blwyddyn; blynedd after a numeral). */
    return g_strdup_printf (dolen_ntext (language, "%d year ago", "%d years ago", n), distance.n);
  case UNIT_DAY:
  default:
    /* Translators: day is masculine in Welsh (diwrnod). */
    return g_strdup_printf (dolen_ntext (language, "%d day ago", "%d days ago", n), distance.n);
  }
}

static char *
format_future (DolenLanguage language, Distance distance)
{
  gulong n = (gulong) distance.n;

  switch (distance.unit) {
  case UNIT_WEEK:
    /* Translators: week is feminine in Welsh (wythnos). */
    return g_strdup_printf (dolen_ntext (language, "in %d week", "in %d weeks", n), distance.n);
  case UNIT_MONTH:
    /* Translators: month is masculine in Welsh (mis). */
    return g_strdup_printf (dolen_ntext (language, "in %d month", "in %d months", n), distance.n);
  case UNIT_YEAR:
    /* Translators: year is feminine in Welsh (blwyddyn; blynedd after a numeral). */
    return g_strdup_printf (dolen_ntext (language, "in %d year", "in %d years", n), distance.n);
  case UNIT_DAY:
  default:
    /* Translators: day is masculine in Welsh (diwrnod). */
    return g_strdup_printf (dolen_ntext (language, "in %d day", "in %d days", n), distance.n);
  }
}

char *
dolen_format_age (DolenLanguage language, const char *date, const char *today)
{
  int days;

  if (date == NULL || today == NULL || !dolen_date_is_valid (date) || !dolen_date_is_valid (today))
    return g_strdup ("");
  days = dolen_date_days_between (date, today);
  switch (days) {
  case -1:
    return g_strdup (dolen_ctext (language, "date", "tomorrow"));
  case 0:
    return g_strdup (dolen_ctext (language, "date", "today"));
  case 1:
    return g_strdup (dolen_ctext (language, "date", "yesterday"));
  default:
    break;
  }
  return days > 0 ? format_past (language, measure (date, today))
                  : format_future (language, measure (today, date));
}

/* "10:00:00" and "9:00" as "10:00" and "9:00"; NULL where it is no time. */
static char *
trim_time (const char *time)
{
  int hour, minute;

  if (time == NULL || sscanf (time, "%2d:%2d", &hour, &minute) != 2 || hour < 0 || hour > 24
      || minute < 0 || minute > 59)
    return NULL;
  return g_strdup_printf ("%d:%02d", hour, minute);
}

char *
dolen_format_times (DolenLanguage language, const char *opens, const char *closes)
{
  g_autofree char *from = trim_time (opens);
  g_autofree char *until = trim_time (closes);

  if (from != NULL && until != NULL)
    return g_strdup_printf ("%s–%s", from, until);
  if (from != NULL)
    /* Translators: a time of day, "from 10:00". */
    return g_strdup_printf (dolen_text (language, "from %s"), from);
  if (until != NULL)
    /* Translators: a time of day, "until 12:00". */
    return g_strdup_printf (dolen_text (language, "until %s"), until);
  return g_strdup ("");
}

char *
dolen_format_weeks (DolenLanguage language, guint from, guint to)
{
  if (to <= from)
    /* Translators: week is feminine in Welsh (wythnos). */
    return g_strdup_printf (dolen_ntext (language, "%u week", "%u weeks", from), from);
  return g_strdup_printf (
      /* Translators: a range, "3–6 weeks"; the form follows the second number. Week is feminine in
       * Welsh (wythnos). */
      dolen_ntext (language, "%1$u–%2$u week", "%1$u–%2$u weeks", to),
      from,
      to);
}
