/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-next-session.h"
#include "support/dolen-test.h"

static void
assert_next (
    const char *freq, int interval, const char *byday, const char *dtstart, const char *day)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  DolenSchedule *schedule = dolen_schedule_new ();
  g_autofree char *next = NULL;

  schedule->freq = g_strdup (freq);
  schedule->interval = interval;
  schedule->byday = g_strdup (byday);
  schedule->dtstart = g_strdup (dtstart);
  g_ptr_array_add (service->schedules, schedule);
  next = dolen_service_next_session (service, "2026-11-03"); /* a Tuesday */
  g_assert_cmpstr (next, ==, day);
}

static void
test_the_next_session_is_after_the_day (void)
{
  assert_next ("WEEKLY", 1, "TU", NULL, "2026-11-10");
  assert_next ("WEEKLY", 0, "TU,TH", NULL, "2026-11-05");
  assert_next ("WEEKLY", 1, "MO", NULL, "2026-11-09");
  assert_next ("WEEKLY", 1, "WE", NULL, "2026-11-04");
  assert_next ("WEEKLY", 1, "SU,MO", NULL, "2026-11-08");
  assert_next ("WEEKLY", 1, "MO", "2026-09-28", "2026-11-09");
  assert_next ("WEEKLY", 2, "TH", "2026-10-29", "2026-11-12");
  assert_next ("WEEKLY", 2, "TH", NULL, NULL); /* which weeks is not known */
  assert_next ("MONTHLY", 1, "2MO", NULL, "2026-11-09");
  assert_next (NULL, 1, "MO", NULL, NULL);
  assert_next ("WEEKLY", 1, NULL, NULL, NULL);
}

static void
test_what_is_over_has_no_next_session (void)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  DolenSchedule *schedule = dolen_schedule_new ();

  schedule->freq = g_strdup ("WEEKLY");
  schedule->byday = g_strdup ("TH");
  schedule->until = g_strdup ("2026-11-04");
  g_ptr_array_add (service->schedules, schedule);
  g_assert_null (dolen_service_next_session (service, "2026-11-03"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/next-session/it-is-after-the-day",
                   test_the_next_session_is_after_the_day);
  g_test_add_func ("/directory/next-session/what-is-over-has-none",
                   test_what_is_over_has_no_next_session);
  return g_test_run ();
}
