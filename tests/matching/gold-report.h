/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gold-systems.h"

G_BEGIN_DECLS

/* The people of one directory, held against what its two judges said: the figures and the table. */

/** What is measured beside the systems: the list the other judge would have written, the best
 * first, equals by id. No system can be asked to agree with a judge more than judges do. */
#define GOLD_OTHER_JUDGE GOLD_N_SYSTEMS
#define GOLD_N_LISTS (GOLD_N_SYSTEMS + 1)

/** GoldReport: sums over @n people; divide. */
typedef struct {
  guint n;
  guint n_empty[GOLD_N_JUDGES]; /* people for whom a judge found nothing worth a grade */
  double ndcg[GOLD_N_JUDGES][GOLD_N_LISTS];
  guint safe[GOLD_N_JUDGES]
            [GOLD_N_LISTS];      /* people without anything unsuitable in the first five */
  guint unjudged[GOLD_N_JUDGES]; /* shown by a system named in the issue, not listed */
  GoldAgreement everything;      /* every service for every person */
  GoldAgreement pooled; /* only what a judge listed: what is nothing to both is easily agreed on */
} GoldReport;

/** gold_report_make: holds all of @people who are held against @which; a line of the table for
 *  each is said by g_test_message(). */
void gold_report_make (GoldReport *report,
                       GoldPlace *place,
                       GoldWhich which,
                       const GPtrArray *people,
                       GoldVerdicts *const judges[GOLD_N_JUDGES]);

/** gold_report_ndcg: the mean over people and both judges; gold_report_safe: the share of people.
 */
double gold_report_ndcg (const GoldReport *report, guint list);
double gold_report_safe (const GoldReport *report, guint list);

/** gold_report_best_baseline: the list with the larger nDCG of the plain ones: search in the best
 * of its wordings, or nearest first. */
guint gold_report_best_baseline (const GoldReport *report);

/** gold_report_say: the figures, by g_test_message(). */
void gold_report_say (const GoldReport *report, GoldWhich which);

G_END_DECLS
