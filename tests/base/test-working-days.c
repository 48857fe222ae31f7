/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "base/dolen-working-days.h"
#include "support/dolen-test.h"

#define EW DOLEN_NATION_ENGLAND_AND_WALES
#define SC DOLEN_NATION_SCOTLAND
#define NI DOLEN_NATION_NORTHERN_IRELAND

static void
test_weekends_and_bank_holidays_are_skipped (void)
{
  static const struct {
    const char *from;
    int days;
    DolenNation nation;
    const char *to;
  } cases[] = {
    { "2026-11-20", 1, EW, "2026-11-23" }, /* over a weekend */
    { "2026-04-02", 1, EW, "2026-04-07" }, /* over Easter */
    { "2026-04-02", 1, SC, "2026-04-06" }, /* Easter Monday is none in Scotland */
    { "2026-12-24", 1, EW, "2026-12-29" }, /* Boxing Day falls on a Saturday */
    { "2025-12-31", 1, EW, "2026-01-02" }, /* the second of January ... */
    { "2025-12-31", 1, SC, "2026-01-05" }, /* ... is one in Scotland */
    { "2026-03-16", 1, EW, "2026-03-17" },  { "2026-03-16", 1, NI, "2026-03-18" },
    { "2026-07-10", 1, NI, "2026-07-14" },  { "2026-06-12", 1, SC, "2026-06-16" },
    { "2026-08-28", 1, EW, "2026-09-01" },  { "2026-07-31", 1, SC, "2026-08-04" },
    { "2028-04-13", 1, EW, "2028-04-18" },  { "2026-04-07", -1, EW, "2026-04-02" },
    { "2026-04-04", 0, EW, "2026-04-04" }, /* none: the day itself, a Saturday */
    { "2026-11-03", 10, EW, "2026-11-17" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *to
        = dolen_date_add_working_days (cases[i].from, cases[i].days, cases[i].nation);

    g_assert_cmpstr (to, ==, cases[i].to);
  }
}

/* What is added is counted again, from every day of four years on. */
static void
test_counting_is_the_inverse_of_adding (void)
{
  g_autofree char *day = g_strdup ("2025-01-01");

  while (g_strcmp0 (day, "2028-12-01") < 0) {
    g_autofree char *old = day;

    for (int days = 1; days < 12; days++) {
      g_autofree char *to = dolen_date_add_working_days (day, days, SC);

      g_assert_cmpint (dolen_date_count_working_days (day, to, SC), ==, days);
      g_assert_true (dolen_date_is_working_day (to, SC));
    }
    day = dolen_date_add_days (old, 1);
  }
}

static void
test_every_bank_holiday_is_a_weekday (void)
{
  static const int expected[] = { 32, 37, 40 };

  for (int nation = 0; nation < DOLEN_N_NATIONS; nation++) {
    g_autofree char *day = g_strdup ("2025-01-01");
    int n = 0;

    while (g_strcmp0 (day, "2029-01-01") < 0) {
      g_autofree char *old = day;

      n += dolen_date_weekday (day) <= 5 && !dolen_date_is_working_day (day, nation);
      day = dolen_date_add_days (old, 1);
    }
    g_assert_cmpint (n, ==, expected[nation]);
  }
}

static void
test_the_nation_is_known_by_its_code (void)
{
  for (int nation = 0; nation < DOLEN_N_NATIONS; nation++)
    g_assert_cmpint (dolen_nation_from_code (dolen_nation_code (nation)), ==, nation);
  g_assert_cmpint (dolen_nation_from_code ("atlantis"), ==, EW);
  g_assert_cmpint (dolen_nation_current (), ==, EW);
  dolen_nation_set_current (SC);
  g_assert_cmpint (dolen_nation_current (), ==, SC);
  dolen_nation_set_current (EW);
}

static void
test_nothing_is_counted_backwards_or_from_nowhere (void)
{
  g_assert_cmpint (dolen_date_count_working_days ("2026-11-20", "2026-11-10", EW), ==, 0);
  g_assert_cmpint (dolen_date_count_working_days (NULL, "2026-11-10", EW), ==, 0);
  g_assert_cmpint (dolen_date_count_working_days ("2026-11-03", "2026-11-11", EW), ==, 6);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/base/working-days/weekends-and-bank-holidays-are-skipped",
                   test_weekends_and_bank_holidays_are_skipped);
  g_test_add_func ("/base/working-days/counting-is-the-inverse-of-adding",
                   test_counting_is_the_inverse_of_adding);
  g_test_add_func ("/base/working-days/every-bank-holiday-is-a-weekday",
                   test_every_bank_holiday_is_a_weekday);
  g_test_add_func ("/base/working-days/the-nation-is-known-by-its-code",
                   test_the_nation_is_known_by_its_code);
  g_test_add_func ("/base/working-days/nothing-is-counted-backwards-or-from-nowhere",
                   test_nothing_is_counted_backwards_or_from_nowhere);
  return g_test_run ();
}
