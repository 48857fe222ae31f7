/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "support/dolen-test.h"

static void
test_the_civil_day_is_londons (void)
{
  gint64 instant = 0;
  g_autofree char *summer = NULL;
  g_autofree char *winter = NULL;

  g_assert_true (dolen_instant_of_iso ("2026-06-30T23:30:00Z", &instant));
  summer = dolen_date_of_instant (instant);
  g_assert_cmpstr (summer, ==, "2026-07-01");
  g_assert_true (dolen_instant_of_iso ("2026-12-31T23:30:00Z", &instant));
  winter = dolen_date_of_instant (instant);
  g_assert_cmpstr (winter, ==, "2026-12-31");
}

static void
test_the_clock_can_be_stopped (void)
{
  gint64 instant = 0;
  g_autofree char *today = NULL;

  g_assert_true (dolen_instant_of_iso ("2026-05-04T09:00:00", &instant));
  dolen_time_set_fixed (instant);
  today = dolen_date_today ();
  g_assert_cmpstr (today, ==, "2026-05-04");
  g_assert_cmpint (dolen_time_now (), ==, instant);
  dolen_time_set_fixed (0);
  g_assert_cmpint (dolen_time_now (), >, instant);
}

static void
test_dates_of_feeds_are_read (void)
{
  static const char *const cases[][2] = {
    { "2024-12-10", "2024-12-10" },
    { "2025-09-02T12:06:15.654", "2025-09-02" },
    { "2025-09-02T23:30:00Z", "2025-09-03" },
    { " 2025-09-02", "2025-09-02" },
    { "2011-04-01 00:00:00.0000000", "2011-04-01" },
    { "2025-02-30", NULL },
    { "02/09/2025", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *date = dolen_date_parse (cases[i][0]);
    g_assert_cmpstr (date, ==, cases[i][1]);
  }
  g_assert_null (dolen_date_parse (NULL));
}

static void
test_days_and_months_are_added (void)
{
  g_autofree char *a = dolen_date_add_days ("2024-02-28", 2);
  g_autofree char *b = dolen_date_add_days ("2026-01-01", -1);
  g_autofree char *c = dolen_date_add_months ("2026-01-31", 1);

  g_assert_cmpstr (a, ==, "2024-03-01");
  g_assert_cmpstr (b, ==, "2025-12-31");
  g_assert_cmpstr (c, ==, "2026-02-28");
  g_assert_cmpint (dolen_date_days_between ("2026-11-20", "2026-11-23"), ==, 3);
  g_assert_cmpint (dolen_date_weekday ("2026-11-20"), ==, 5);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/base/time/the_civil_day_is_londons", test_the_civil_day_is_londons);
  g_test_add_func ("/base/time/the_clock_can_be_stopped", test_the_clock_can_be_stopped);
  g_test_add_func ("/base/time/dates_of_feeds_are_read", test_dates_of_feeds_are_read);
  g_test_add_func ("/base/time/days_and_months_are_added", test_days_and_months_are_added);
  return g_test_run ();
}
