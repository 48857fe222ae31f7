/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * Dates and times as people read them, in either language, from the ISO text they are kept as.
 * The names of months and days are our own messages: the system's Welsh needs a locale that is
 * seldom installed. All strings returned are (transfer full). A date that is not valid, NULL or
 * empty, gives "".
 */

typedef enum {
  DOLEN_DATE_FULL,    /* Tuesday 5 May 2026 / Dydd Mawrth 5 Mai 2026 */
  DOLEN_DATE_DAY,     /* 5 May 2026 / 5 Mai 2026 */
  DOLEN_DATE_SHORT,   /* 5 May / 5 Mai */
  DOLEN_DATE_WEEKDAY, /* Tue 5 May / Maw 5 Mai */
  DOLEN_DATE_MONTH,   /* May 2026 / Mai 2026 */
} DolenDateStyle;

/** dolen_format_date_as: @date is "2026-05-05". */
char *dolen_format_date_as (DolenLanguage language, const char *date, DolenDateStyle style);

/** dolen_format_date: in the style DOLEN_DATE_DAY. */
char *dolen_format_date (DolenLanguage language, const char *date);

/** dolen_format_age: how far @date lies from @today, to a person: "today", "yesterday", "3 days
 *  ago", "2 weeks ago", "4 months ago", "2 years ago"; "tomorrow", "in 3 days" ... */
char *dolen_format_age (DolenLanguage language, const char *date, const char *today);

/** dolen_format_times: "10:00–12:00" from "10:00" and "12:00" (seconds are dropped); one of them
 *  NULL gives "from 10:00", "until 12:00"; both "". */
char *dolen_format_times (DolenLanguage language, const char *opens, const char *closes);

/** dolen_format_weeks: "1 week", "3 weeks"; a range where @to is above @from: "3–6 weeks". */
char *dolen_format_weeks (DolenLanguage language, guint from, guint to);

/** dolen_month_name: @month 1 to 12. Not owned. dolen_month_name_short: "Jan" / "Ion". */
const char *dolen_month_name (DolenLanguage language, guint month);
const char *dolen_month_name_short (DolenLanguage language, guint month);

/** dolen_weekday_name: @weekday 1 Monday to 7 Sunday (ISO 8601): "Monday" / "Dydd Llun".
 *  dolen_weekday_name_short: "Mon" / "Llun". Not owned. */
const char *dolen_weekday_name (DolenLanguage language, guint weekday);
const char *dolen_weekday_name_short (DolenLanguage language, guint weekday);

G_END_DECLS
