/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-small-numbers.h"

#define HALF (DOLEN_NUMBER_STEP / 2)

static int
round_number (int people)
{
  return (people + HALF) / DOLEN_NUMBER_STEP * DOLEN_NUMBER_STEP;
}

/* The most a hidden number may be, to who sees only what is shown; the least is 1. */
static int
widest_hidden (const int *shown, guint n, int total)
{
  int widest = total + HALF, hidden = 0;

  for (guint i = 0; i < n; i++)
    if (shown[i] == DOLEN_NUMBER_HIDDEN)
      hidden++;
    else if (shown[i] > 0)
      widest -= MAX (shown[i] - HALF, DOLEN_SMALL_NUMBER + 1);
  return widest - (hidden - 1);
}

static guint
count_hidden (const int *shown, guint n)
{
  guint hidden = 0;

  for (guint i = 0; i < n; i++)
    hidden += shown[i] == DOLEN_NUMBER_HIDDEN;
  return hidden;
}

/* One alone could be worked out from the sum, within what rounding leaves open. */
static gboolean
is_safe (const int *shown, guint n, int total)
{
  guint hidden = count_hidden (shown, n);

  return hidden == 0 || (hidden > 1 && widest_hidden (shown, n, total) > DOLEN_SMALL_NUMBER);
}

static gboolean
hide_smallest (const int *people, guint n, int *shown)
{
  int smallest = -1;

  for (guint i = 0; i < n; i++)
    if (shown[i] > 0 && (smallest < 0 || people[i] < people[smallest]))
      smallest = (int) i;
  if (smallest < 0)
    return FALSE;
  shown[smallest] = DOLEN_NUMBER_HIDDEN;
  return TRUE;
}

int
dolen_small_numbers_protect (const int *people, guint n, int *shown)
{
  int sum = 0, total;

  for (guint i = 0; i < n; i++) {
    sum += people[i];
    shown[i] = people[i] > 0 && people[i] <= DOLEN_SMALL_NUMBER ? DOLEN_NUMBER_HIDDEN
                                                                : round_number (people[i]);
  }
  total = round_number (sum);
  while (!is_safe (shown, n, total))
    if (!hide_smallest (people, n, shown)) {
      for (guint i = 0; i < n; i++)
        shown[i] = DOLEN_NUMBER_HIDDEN;
      return DOLEN_NUMBER_HIDDEN;
    }
  return total;
}
