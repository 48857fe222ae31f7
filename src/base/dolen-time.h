/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Instants are int64 milliseconds since 1970 UTC. Civil dates are ISO 8601 text ("2026-05-03") in
 * Europe/London; NULL or "" is "not known". Nothing else in Dolen asks the system for the time.
 */

/** dolen_time_now: the present instant in milliseconds UTC. */
gint64 dolen_time_now (void);

/** dolen_time_set_fixed: stops the clock at @instant for tests and the tour; 0 lets it run again.
 */
void dolen_time_set_fixed (gint64 instant);

/** dolen_date_today: (transfer full): today's civil date in Europe/London. */
char *dolen_date_today (void);

/** dolen_date_of_instant: (transfer full): the civil date in Europe/London of @instant. */
char *dolen_date_of_instant (gint64 instant);

/** dolen_clock_of_instant: (transfer full): the time of day in Europe/London of @instant: "09:05".
 */
char *dolen_clock_of_instant (gint64 instant);

/** dolen_clock_now: (transfer full): the time of day in Europe/London: "09:05". */
char *dolen_clock_now (void);

/** dolen_clock_is_valid: whether @clock is "HH:MM", a time of day. Two of them compare as texts.
 *  @clock: (nullable) */
gboolean dolen_clock_is_valid (const char *clock);

/**
 * dolen_instant_of_iso:
 * @text: an ISO 8601 date and time; without a zone it is taken as Europe/London
 * @instant: (out): milliseconds UTC
 *
 * Returns: FALSE if @text is not a date and time; @instant is untouched then
 */
gboolean dolen_instant_of_iso (const char *text, gint64 *instant);

/** dolen_date_is_valid: whether @date is "YYYY-MM-DD" and a day of the calendar. */
gboolean dolen_date_is_valid (const char *date);

/**
 * dolen_date_parse:
 * @text: a date or date and time as feeds give it (ISO, with or without time and zone)
 *
 * Returns: (transfer full) (nullable): the civil date, NULL if there is none in @text
 */
char *dolen_date_parse (const char *text);

/** dolen_date_add_days: (transfer full): @date and @days more (or less). @date must be valid. */
char *dolen_date_add_days (const char *date, int days);

/** dolen_date_add_months: (transfer full): as GDate: 31 January and one month is 28 February. */
char *dolen_date_add_months (const char *date, int months);

/** dolen_date_days_between: days from @from to @to, negative if @to is earlier; both valid. */
int dolen_date_days_between (const char *from, const char *to);

/** dolen_date_day_number: days from 1 January of the year 1, which is 1 (g_date_get_julian()), for
 *  dates by the thousand; 0 for NULL and what is no date. */
guint dolen_date_day_number (const char *date);

/** dolen_date_of_day_number: (transfer full): the civil date; @number is not 0. */
char *dolen_date_of_day_number (guint number);

/** dolen_date_weekday: 1 Monday ... 7 Sunday of a valid @date (ISO 8601). */
int dolen_date_weekday (const char *date);

G_END_DECLS
