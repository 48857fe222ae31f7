/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/dolen-session-times.h"

#define MORNING(day) DOLEN_SLOT_BIT (day, DOLEN_DAYPART_MORNING)
#define AFTERNOON(day) DOLEN_SLOT_BIT (day, DOLEN_DAYPART_AFTERNOON)
#define EVENING(day) DOLEN_SLOT_BIT (day, DOLEN_DAYPART_EVENING)
#define TODAY "2026-05-05"

static void
test_a_schedule_becomes_slots (void)
{
  static const struct {
    DolenSessionRule rule;
    guint32 slots;
    int minutes;
  } cases[] = {
    { { "WEEKLY", 1, "TU", NULL, NULL, NULL, "10:00", "12:00" }, MORNING (2), 120 },
    { { "WEEKLY", 1, "MO,TH", NULL, NULL, NULL, "14:00", "15:30" },
      AFTERNOON (1) | AFTERNOON (4),
      90 },
    /* brushes the afternoon; spans both; the whole day; past midnight */
    { { "WEEKLY", 1, "WE", NULL, NULL, NULL, "10:00", "13:00" }, MORNING (3), 180 },
    { { "WEEKLY", 1, "WE", NULL, NULL, NULL, "10:00", "15:00" }, MORNING (3) | AFTERNOON (3), 300 },
    { { "WEEKLY", 1, "WE", NULL, NULL, NULL, "09:00", "21:00" }, DOLEN_SLOT_DAY (3), 720 },
    { { "WEEKLY", 1, "SA", NULL, NULL, NULL, "21:00", "01:00" }, EVENING (6), 240 },
    { { "WEEKLY", 1, "FR", NULL, NULL, NULL, "12:15", "12:45" }, MORNING (5) | AFTERNOON (5), 30 },
    { { "WEEKLY", 1, "FR", NULL, NULL, NULL, "19:00", NULL }, EVENING (5), -1 },
    /* no hours; no day; a day by its first date; daily */
    { { "WEEKLY", 1, "FR", NULL, NULL, NULL, NULL, NULL },
      DOLEN_SLOT_DAY (5) | DOLEN_SLOTS_HOURS_UNKNOWN,
      -1 },
    { { "WEEKLY", 1, NULL, NULL, NULL, NULL, "10:00", "11:00" }, 0, -1 },
    { { "WEEKLY", 1, NULL, "2026-05-07", NULL, NULL, "10:00", "11:00" }, MORNING (4), 60 },
    { { "DAILY", 1, NULL, NULL, NULL, NULL, "10:00", "11:00" },
      MORNING (1) | MORNING (2) | MORNING (3) | MORNING (4) | MORNING (5) | MORNING (6)
          | MORNING (7),
      60 },
    /* every other week; the second Tuesday; the last Friday */
    { { "WEEKLY", 2, "TU", NULL, NULL, NULL, "10:00", "12:00" },
      MORNING (2) | DOLEN_SLOTS_NOT_WEEKLY,
      120 },
    { { "MONTHLY", 1, "2TU", NULL, NULL, NULL, "10:00", "12:00" },
      MORNING (2) | DOLEN_SLOTS_NOT_WEEKLY,
      120 },
    { { "MONTHLY", 1, "-1FR", NULL, NULL, NULL, "18:30", "20:30" },
      EVENING (5) | DOLEN_SLOTS_NOT_WEEKLY,
      120 },
    /* over; over soon; not a time */
    { { "WEEKLY", 1, "TU", NULL, "2026-05-04", NULL, "10:00", "12:00" }, 0, -1 },
    { { "WEEKLY", 1, "TU", NULL, NULL, "2026-04-30", "10:00", "12:00" }, 0, -1 },
    { { "WEEKLY", 1, "TU", NULL, TODAY, NULL, "10:00", "12:00" }, MORNING (2), 120 },
    { { "WEEKLY", 1, "TU", NULL, NULL, NULL, "ten", "12:00" },
      DOLEN_SLOT_DAY (2) | DOLEN_SLOTS_HOURS_UNKNOWN,
      -1 },
    { { NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL }, 0, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DolenSessionTimes times = { 0, -1 };

    dolen_session_times_add (&times, &cases[i].rule, TODAY);
    g_assert_cmphex (times.slots, ==, cases[i].slots);
    g_assert_cmpint (times.minutes, ==, cases[i].minutes);
  }
}

/* A weekly group with a monthly supper is weekly, whichever stands first. */
static void
test_schedules_of_a_service_add_up (void)
{
  const DolenSessionRule weekly = { "WEEKLY", 1, "TU", NULL, NULL, NULL, "10:00", "12:00" };
  const DolenSessionRule supper = { "MONTHLY", 1, "1FR", NULL, NULL, NULL, "18:00", "21:00" };
  DolenSessionTimes a = { 0, -1 };
  DolenSessionTimes b = { 0, -1 };

  dolen_session_times_add (&a, &weekly, TODAY);
  dolen_session_times_add (&a, &supper, TODAY);
  dolen_session_times_add (&b, &supper, TODAY);
  dolen_session_times_add (&b, &weekly, TODAY);
  g_assert_cmphex (a.slots, ==, MORNING (2) | EVENING (5));
  g_assert_cmphex (b.slots, ==, a.slots);
  g_assert_cmpint (a.minutes, ==, 120);
  g_assert_cmpint (b.minutes, ==, 120);
}

static void
test_codes_are_read_back (void)
{
  for (guint day = 1; day <= 7; day++) {
    g_assert_cmphex (dolen_slots_from_code (dolen_weekday_code (day)), ==, DOLEN_SLOT_DAY (day));
    for (guint part = 0; part < DOLEN_N_DAYPARTS; part++) {
      g_autofree char *code = g_strdup_printf (
          "%s-%s", dolen_weekday_code (day), dolen_daypart_code ((DolenDaypart) part));

      g_assert_cmphex (dolen_slots_from_code (code), ==, DOLEN_SLOT_BIT (day, part));
    }
  }
  g_assert_cmphex (dolen_slots_from_code ("tu-Morning"), ==, MORNING (2));
  g_assert_cmphex (dolen_slots_from_code ("TU-"), ==, 0);
  g_assert_cmphex (dolen_slots_from_code ("Tuesday"), ==, 0);
  g_assert_cmphex (dolen_slots_from_code ("TU-night"), ==, 0);
  g_assert_cmphex (dolen_slots_from_code (""), ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/session-times/slots", test_a_schedule_becomes_slots);
  g_test_add_func ("/session-times/add-up", test_schedules_of_a_service_add_up);
  g_test_add_func ("/session-times/codes", test_codes_are_read_back);
  return g_test_run ();
}
