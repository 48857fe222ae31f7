/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a list of suggestions is worth against what somebody judged, and how far two judges agree.
 */

/** GoldGrade: as in gold/judging.md, the worst first. */
typedef enum {
  GOLD_UNSUITABLE, /* wrong or unsafe to suggest */
  GOLD_NOTHING,    /* 0; whatever a judge did not list */
  GOLD_ACCEPTABLE, /* 1 */
  GOLD_GOOD,       /* 2 */
  GOLD_FIRST,      /* 3 */
  GOLD_N_GRADES
} GoldGrade;

/** How many suggestions are looked at: for nDCG, and for what must not be among the first. */
#define GOLD_DEPTH 10
#define GOLD_FIRST_FIVE 5

/**
 * gold_ndcg:
 * @shown: the grades of what was shown, in order; only the first GOLD_DEPTH count
 * @judged: the grades of everything there is for this person, in any order
 *
 * Normalised discounted cumulative gain: the sum of (2^grade - 1) / log2 (place + 1), places from
 * 1, over the same sum for the best possible order. Discount and normalisation: K. Järvelin,
 * J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20 (2002) 422-446;
 * the exponential gain: C. Burges and others, "Learning to rank using gradient descent", ICML 2005.
 * What is unsuitable gains nothing.
 *
 * Where nothing there is worth a grade no order is right: an empty list is worth 1, any other 0.
 *
 * Returns: 0 to 1
 */
double gold_ndcg (const GoldGrade *shown, gsize n_shown, const GoldGrade *judged, gsize n_judged);

/** gold_is_safe: nothing unsuitable is among the first five of @shown. */
gboolean gold_is_safe (const GoldGrade *shown, gsize n_shown);

/** GoldAgreement: how often judge one said the row while judge two said the column. */
typedef struct {
  guint64 count[GOLD_N_GRADES][GOLD_N_GRADES];
} GoldAgreement;

/**
 * gold_kappa:
 *
 * Cohen's kappa with quadratic weights over the five grades in their order, "unsuitable" one step
 * below 0: J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968) 213-220.
 *
 * Returns: 1 for perfect agreement, 0 for that of chance; NAN where both always say the same one
 * grade
 */
double gold_kappa (const GoldAgreement *agreement);

G_END_DECLS
