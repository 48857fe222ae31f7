/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/dolen-day-slots.h"

static void
test_codes_are_read_back (void)
{
  for (guint day = 1; day <= 7; day++) {
    g_assert_cmphex (dolen_slots_from_code (dolen_weekday_code (day)), ==, DOLEN_SLOT_DAY (day));
    for (guint part = 0; part < DOLEN_N_DAY_PARTS; part++) {
      g_autofree char *code = g_strdup_printf (
          "%s-%s", dolen_weekday_code (day), dolen_day_part_code ((DolenDayPart) part));

      g_assert_cmphex (dolen_slots_from_code (code), ==, DOLEN_SLOT_BIT (day, part));
    }
  }
  g_assert_cmphex (dolen_slots_from_code ("tu-Morning"), ==, DOLEN_SLOT_BIT (2, DOLEN_DAY_MORNING));
  g_assert_cmphex (dolen_slots_from_code ("TU-"), ==, 0);
  g_assert_cmphex (dolen_slots_from_code ("Tuesday"), ==, 0);
  g_assert_cmphex (dolen_slots_from_code ("TU-night"), ==, 0);
  g_assert_cmphex (dolen_slots_from_code ("T"), ==, 0);
  g_assert_cmphex (dolen_slots_from_code (""), ==, 0);
}

static void
test_every_slot_is_of_one_day (void)
{
  guint32 all = 0;

  for (guint day = 1; day <= 7; day++) {
    g_assert_cmphex (all & DOLEN_SLOT_DAY (day), ==, 0);
    all |= DOLEN_SLOT_DAY (day);
    g_assert_cmphex (
        dolen_slots_days (DOLEN_SLOT_BIT (day, DOLEN_DAY_EVENING)), ==, 1u << (day - 1));
  }
  g_assert_cmphex (all, ==, DOLEN_SLOTS_ALL);
  g_assert_cmphex (dolen_slots_days (all), ==, 0x7f);
  g_assert_cmphex (dolen_slots_days (0), ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/day-slots/codes", test_codes_are_read_back);
  g_test_add_func ("/day-slots/days", test_every_slot_is_of_one_day);
  return g_test_run ();
}
