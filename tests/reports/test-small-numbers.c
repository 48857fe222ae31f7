/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-small-numbers.h"
#include "support/dolen-test.h"

#define MOST_ROWS 12

static void
expect (const int *people, guint n, const int *wanted, int wanted_total)
{
  int shown[MOST_ROWS];

  g_assert_cmpint (dolen_small_numbers_protect (people, n, shown), ==, wanted_total);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (shown[i], ==, wanted[i]);
}

static void
test_small_ones_are_hidden_and_others_rounded (void)
{
  const int people[] = { 3, 5, 0, 12, 13, 48 };
  const int wanted[] = { -1, -1, 0, 10, 15, 50 };

  expect (people, 6, wanted, 80);
}

/* The sum less the others would tell it. */
static void
test_one_alone_takes_the_next_with_it (void)
{
  const int people[] = { 2, 40, 22, 90 };
  const int wanted[] = { -1, 40, -1, 90 };

  expect (people, 4, wanted, 155);
}

static void
test_too_few_to_show_anything (void)
{
  const int people[] = { 1, 1, 1, 1, 1, 1, 1, 1 };
  const int wanted[] = { -1, -1, -1, -1, -1, -1, -1, -1 };
  const int few[] = { 4, 0 };
  const int none[] = { 0, 0 };

  expect (people, 8, wanted, -1);
  expect (few, 2, wanted, -1);
  expect (none, 2, none, 0);
}

/* All that may be, from what is shown alone: tried, not worked out. */
static gboolean
fits (const int *shown, guint n, int total, guint at, int value, guint i, int sum)
{
  int low, high;

  if (i == n)
    return (sum + 2) / 5 * 5 == total;
  if (sum > total + 2)
    return FALSE;
  if (shown[i] == DOLEN_NUMBER_HIDDEN) {
    low = i == at ? value : 1;
    high = i == at ? value : total + 2;
  } else {
    low = shown[i] == 0 ? 0 : MAX (shown[i] - 2, DOLEN_SMALL_NUMBER + 1);
    high = shown[i] == 0 ? 0 : shown[i] + 2;
  }
  for (int v = low; v <= high; v++)
    if (fits (shown, n, total, at, value, i + 1, sum + v))
      return TRUE;
  return FALSE;
}

static void
test_nothing_hidden_can_be_worked_out (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int round = 0; round < 200; round++) {
    guint n = (guint) g_rand_int_range (rand, 1, 5);
    int people[5], shown[5], total;

    for (guint i = 0; i < n; i++)
      people[i] = g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 8 : 25);
    total = dolen_small_numbers_protect (people, n, shown);
    for (guint i = 0; total >= 0 && i < n; i++) {
      int values = 0;

      g_assert_false (people[i] > 0 && people[i] <= DOLEN_SMALL_NUMBER && shown[i] >= 0);
      if (shown[i] != DOLEN_NUMBER_HIDDEN)
        continue;
      for (int value = 1; value <= total + 2; value++)
        values += fits (shown, n, total, i, value, 0, 0);
      g_assert_cmpint (values, >, DOLEN_SMALL_NUMBER);
    }
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/reports/small-numbers/" #name, test_##name)
  TEST (small_ones_are_hidden_and_others_rounded);
  TEST (one_alone_takes_the_next_with_it);
  TEST (too_few_to_show_anything);
  TEST (nothing_hidden_can_be_worked_out);
  return g_test_run ();
}
