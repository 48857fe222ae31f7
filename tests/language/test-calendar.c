/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-calendar.h"
#include "support/dolen-test.h"

#define EN DOLEN_LANGUAGE_EN
#define CY DOLEN_LANGUAGE_CY

static void
check_date (DolenDateStyle style, const char *date, const char *en, const char *cy)
{
  g_autofree char *english = dolen_format_date_as (EN, date, style);
  g_autofree char *welsh = dolen_format_date_as (CY, date, style);

  g_assert_cmpstr (english, ==, en);
  g_assert_cmpstr (welsh, ==, cy);
}

static void
test_dates_are_read_in_both_languages (void)
{
  check_date (DOLEN_DATE_DAY, "2026-05-03", "3 May 2026", "3 Mai 2026");
  check_date (DOLEN_DATE_FULL, "2026-05-05", "Tuesday 5 May 2026", "Dydd Mawrth 5 Mai 2026");
  check_date (DOLEN_DATE_SHORT, "2026-12-31", "31 December", "31 Rhagfyr");
  check_date (DOLEN_DATE_WEEKDAY, "2026-05-05", "Tue 5 May", "Maw 5 Mai");
  check_date (DOLEN_DATE_MONTH, "2026-02-01", "February 2026", "Chwefror 2026");
}

static void
test_what_is_no_date_reads_as_nothing (void)
{
  check_date (DOLEN_DATE_DAY, NULL, "", "");
  check_date (DOLEN_DATE_DAY, "", "", "");
  check_date (DOLEN_DATE_DAY, "2026-02-30", "", "");
}

static void
test_every_month_and_weekday_has_its_welsh_name (void)
{
  for (guint i = 1; i <= 12; i++) {
    g_assert_cmpstr (dolen_month_name (EN, i), !=, dolen_month_name (CY, i));
    g_assert_cmpstr (dolen_month_name_short (EN, i), !=, dolen_month_name_short (CY, i));
  }
  for (guint i = 1; i <= 7; i++) {
    g_assert_true (g_str_has_prefix (dolen_weekday_name (CY, i), "Dydd "));
    g_assert_cmpstr (dolen_weekday_name_short (EN, i), !=, dolen_weekday_name_short (CY, i));
  }
}

static void
test_ages_are_counted_in_welsh_forms (void)
{
  static const struct {
    const char *date, *en, *cy;
  } cases[] = {
    { "2026-05-10", "today", "heddiw" },
    { "2026-05-09", "yesterday", "ddoe" },
    { "2026-05-11", "tomorrow", "yfory" },
    { "2026-05-08", "2 days ago", "2 ddiwrnod yn ôl" },
    { "2026-05-07", "3 days ago", "3 diwrnod yn ôl" },
    { "2026-04-26", "2 weeks ago", "2 wythnos yn ôl" },
    { "2026-03-09", "2 months ago", "2 fis yn ôl" },
    { "2026-01-08", "4 months ago", "4 mis yn ôl" },
    { "2025-11-08", "6 months ago", "6 mis yn ôl" },
    { "2024-05-09", "2 years ago", "2 flynedd yn ôl" },
    { "2023-05-10", "3 years ago", "3 blynedd yn ôl" },
    { "2016-05-10", "10 years ago", "10 o flynyddoedd yn ôl" },
    { "2026-05-12", "in 2 days", "ymhen 2 ddiwrnod" },
    { "2026-05-13", "in 3 days", "ymhen 3 diwrnod" },
    { "2026-05-25", "in 2 weeks", "ymhen 2 wythnos" },
    { "2028-05-10", "in 2 years", "ymhen 2 flynedd" },
    { "", "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *en = dolen_format_age (EN, cases[i].date, "2026-05-10");
    g_autofree char *cy = dolen_format_age (CY, cases[i].date, "2026-05-10");

    g_assert_cmpstr (en, ==, cases[i].en);
    g_assert_cmpstr (cy, ==, cases[i].cy);
  }
}

static void
test_times_need_not_both_be_known (void)
{
  static const struct {
    const char *opens, *closes, *en, *cy;
  } cases[] = {
    { "10:00", "12:00:00", "10:00–12:00", "10:00–12:00" },
    { "09:30", NULL, "from 9:30", "o 9:30 ymlaen" },
    { NULL, "12:00", "until 12:00", "hyd 12:00" },
    { "soon", "", "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *en = dolen_format_times (EN, cases[i].opens, cases[i].closes);
    g_autofree char *cy = dolen_format_times (CY, cases[i].opens, cases[i].closes);

    g_assert_cmpstr (en, ==, cases[i].en);
    g_assert_cmpstr (cy, ==, cases[i].cy);
  }
}

static void
test_waits_are_said_in_weeks (void)
{
  g_autofree char *one = dolen_format_weeks (EN, 1, 1);
  g_autofree char *range = dolen_format_weeks (EN, 3, 6);
  g_autofree char *welsh = dolen_format_weeks (CY, 3, 6);

  g_assert_cmpstr (one, ==, "1 week");
  g_assert_cmpstr (range, ==, "3–6 weeks");
  g_assert_cmpstr (welsh, ==, "3–6 wythnos");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/language/calendar/" #name, test_##name)
  ADD (dates_are_read_in_both_languages);
  ADD (what_is_no_date_reads_as_nothing);
  ADD (every_month_and_weekday_has_its_welsh_name);
  ADD (ages_are_counted_in_welsh_forms);
  ADD (times_need_not_both_be_known);
  ADD (waits_are_said_in_weeks);
  return g_test_run ();
}
