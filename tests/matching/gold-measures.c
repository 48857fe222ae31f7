/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "gold-measures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static double
gain (GoldGrade grade)
{
  return grade > GOLD_NOTHING ? exp2 ((double) grade - GOLD_NOTHING) - 1 : 0;
}

static double
discounted (const GoldGrade *grades, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < MIN (n, GOLD_DEPTH); i++)
    sum += gain (grades[i]) / log2 ((double) i + 2);
  return sum;
}

static int
compare_better_first (const void *a, const void *b)
{
  return (int) *(const GoldGrade *) b - (int) *(const GoldGrade *) a;
}

double
gold_ndcg (const GoldGrade *shown, gsize n_shown, const GoldGrade *judged, gsize n_judged)
{
  g_autofree GoldGrade *best = g_memdup2 (judged, n_judged * sizeof *judged);
  double ideal;

  if (n_judged > 0)
    qsort (best, n_judged, sizeof *best, compare_better_first);
  ideal = discounted (best, n_judged);
  if (ideal > 0)
    return discounted (shown, n_shown) / ideal;
  return n_shown == 0 ? 1 : 0;
}

gboolean
gold_is_safe (const GoldGrade *shown, gsize n_shown)
{
  for (gsize i = 0; i < MIN (n_shown, GOLD_FIRST_FIVE); i++)
    if (shown[i] == GOLD_UNSUITABLE)
      return FALSE;
  return TRUE;
}

double
gold_kappa (const GoldAgreement *agreement)
{
  double rows[GOLD_N_GRADES] = { 0 }, columns[GOLD_N_GRADES] = { 0 };
  double total = 0, observed = 0, expected = 0;

  for (int i = 0; i < GOLD_N_GRADES; i++)
    for (int j = 0; j < GOLD_N_GRADES; j++) {
      double n = (double) agreement->count[i][j];

      rows[i] += n;
      columns[j] += n;
      total += n;
      observed += n * (i - j) * (i - j);
    }
  for (int i = 0; i < GOLD_N_GRADES; i++)
    for (int j = 0; j < GOLD_N_GRADES; j++)
      expected += rows[i] * columns[j] * (i - j) * (i - j);
  return expected > 0 ? 1 - observed * total / expected : NAN;
}
