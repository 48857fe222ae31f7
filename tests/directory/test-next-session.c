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

static DolenSchedule *
add_schedule (DolenService *service, const char *freq, const char *byday, const char *opens_at)
{
  DolenSchedule *schedule = dolen_schedule_new ();

  schedule->freq = g_strdup (freq);
  schedule->interval = 1;
  schedule->byday = g_strdup (byday);
  schedule->opens_at = g_strdup (opens_at);
  g_ptr_array_add (service->schedules, schedule);
  return schedule;
}

static void
assert_day (GPtrArray *days, guint i, const char *date, const char *opens_at)
{
  const DolenSessionDay *day;

  g_assert_cmpuint (i, <, days->len);
  day = g_ptr_array_index (days, i);
  g_assert_cmpstr (day->date, ==, date);
  g_assert_cmpstr (day->schedule->opens_at, ==, opens_at);
}

static void
test_the_next_days_are_in_order_and_stand_once (void)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  g_autoptr (GPtrArray) days = NULL;

  add_schedule (service, "WEEKLY", "TH", "14:00");
  add_schedule (service, "WEEKLY", "TH", "10:00");
  add_schedule (service, "MONTHLY", "2MO", "19:00");
  days = dolen_service_next_sessions (service, "2026-11-03", 3);
  g_assert_cmpuint (days->len, ==, 3);
  assert_day (days, 0, "2026-11-05", "10:00");
  assert_day (days, 1, "2026-11-09", "19:00");
  assert_day (days, 2, "2026-11-12", "10:00");
}

static void
test_a_closed_span_has_no_session (void)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  g_autoptr (GPtrArray) days = NULL;
  DolenSchedule *closed = add_schedule (service, NULL, NULL, NULL);
  DolenSchedule *late;

  closed->closed = TRUE;
  closed->valid_from = g_strdup ("2026-11-10");
  closed->valid_to = g_strdup ("2026-11-12");
  add_schedule (service, "WEEKLY", "TH", "10:00");
  late = add_schedule (service, "WEEKLY", "MO", "09:00");
  late->valid_from = g_strdup ("2026-11-17");
  days = dolen_service_next_sessions (service, "2026-11-03", 3);
  g_assert_cmpuint (days->len, ==, 3);
  assert_day (days, 0, "2026-11-05", "10:00");
  assert_day (days, 1, "2026-11-19", "10:00");
  assert_day (days, 2, "2026-11-23", "09:00");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/next-session/it-is-after-the-day",
                   test_the_next_session_is_after_the_day);
  g_test_add_func ("/directory/next-session/what-is-over-has-none",
                   test_what_is_over_has_no_next_session);
  g_test_add_func ("/directory/next-session/days-are-in-order-and-stand-once",
                   test_the_next_days_are_in_order_and_stand_once);
  g_test_add_func ("/directory/next-session/a-closed-span-has-none",
                   test_a_closed_span_has_no_session);
  return g_test_run ();
}
