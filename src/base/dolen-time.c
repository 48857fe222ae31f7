/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"

#include <string.h>

static gint64 fixed_now; /* (atomic) 0: the clock runs */

static GTimeZone *
london (void)
{
  static gsize once = 0;
  static GTimeZone *zone = NULL;

  if (g_once_init_enter (&once)) {
    zone = g_time_zone_new_identifier ("Europe/London");
    if (zone == NULL)
      zone = g_time_zone_new_utc ();
    g_once_init_leave (&once, 1);
  }
  return zone;
}

gint64
dolen_time_now (void)
{
  gint64 fixed = __atomic_load_n (&fixed_now, __ATOMIC_RELAXED);
  return fixed != 0 ? fixed : g_get_real_time () / 1000;
}

void
dolen_time_set_fixed (gint64 instant)
{
  __atomic_store_n (&fixed_now, instant, __ATOMIC_RELAXED);
}

char *
dolen_date_of_instant (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, london ()) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("");
}

char *
dolen_date_today (void)
{
  return dolen_date_of_instant (dolen_time_now ());
}

char *
dolen_clock_of_instant (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, london ()) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("00:00");
}

char *
dolen_clock_now (void)
{
  return dolen_clock_of_instant (dolen_time_now ());
}

gboolean
dolen_clock_is_valid (const char *clock)
{
  return clock != NULL && strlen (clock) == 5 && clock[2] == ':' && g_ascii_isdigit (clock[0])
         && g_ascii_isdigit (clock[1]) && g_ascii_isdigit (clock[3]) && g_ascii_isdigit (clock[4])
         && strcmp (clock, "24:00") < 0 && clock[3] < '6';
}

gboolean
dolen_instant_of_iso (const char *text, gint64 *instant)
{
  g_autoptr (GDateTime) when = NULL;

  if (text == NULL || (when = g_date_time_new_from_iso8601 (text, london ())) == NULL)
    return FALSE;
  *instant = g_date_time_to_unix (when) * 1000 + g_date_time_get_microsecond (when) / 1000;
  return TRUE;
}

static int
read_two (const char *digits)
{
  return (digits[0] - '0') * 10 + digits[1] - '0';
}

static gboolean
read_date (const char *text, GDate *date)
{
  int year, month, day;

  if (text == NULL || strlen (text) < 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  year = read_two (text) * 100 + read_two (text + 2);
  month = read_two (text + 5);
  day = read_two (text + 8);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static char *
write_date (const GDate *date)
{
  return g_strdup_printf (
      "%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

gboolean
dolen_date_is_valid (const char *date)
{
  GDate parsed;
  return date != NULL && strlen (date) == 10 && read_date (date, &parsed);
}

char *
dolen_date_parse (const char *text)
{
  GDate date;
  gint64 instant;

  if (text == NULL)
    return NULL;
  while (g_ascii_isspace (*text))
    text++;
  /* With a zone the civil date may differ from the digits. */
  if (dolen_instant_of_iso (text, &instant))
    return dolen_date_of_instant (instant);
  return read_date (text, &date) ? write_date (&date) : NULL;
}

char *
dolen_date_add_days (const char *date, int days)
{
  GDate parsed;

  g_return_val_if_fail (read_date (date, &parsed), NULL);
  if (days >= 0)
    g_date_add_days (&parsed, (guint) days);
  else
    g_date_subtract_days (&parsed, (guint) -days);
  return write_date (&parsed);
}

char *
dolen_date_add_months (const char *date, int months)
{
  GDate parsed;

  g_return_val_if_fail (read_date (date, &parsed), NULL);
  if (months >= 0)
    g_date_add_months (&parsed, (guint) months);
  else
    g_date_subtract_months (&parsed, (guint) -months);
  return write_date (&parsed);
}

int
dolen_date_days_between (const char *from, const char *to)
{
  GDate a, b;

  g_return_val_if_fail (read_date (from, &a) && read_date (to, &b), 0);
  return g_date_days_between (&a, &b);
}

guint
dolen_date_day_number (const char *date)
{
  GDate parsed;

  return date != NULL && strlen (date) == 10 && read_date (date, &parsed)
             ? g_date_get_julian (&parsed)
             : 0;
}

char *
dolen_date_of_day_number (guint number)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (number), NULL);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, number);
  return write_date (&date);
}

int
dolen_date_weekday (const char *date)
{
  GDate parsed;

  g_return_val_if_fail (read_date (date, &parsed), 0);
  return (int) g_date_get_weekday (&parsed);
}
