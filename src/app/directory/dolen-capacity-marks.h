/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/** DolenCapacityMark: one report in the chart of what was told. */
typedef struct {
  double x;    /* when: 0 at the start, 1 at the end */
  double up;   /* places free, as part of the most ever told; 0 none or not known */
  double down; /* weeks of wait, as part of the longest ever told */
  int places;  /* the same as numbers, for the scale */
  int weeks;
} DolenCapacityMark;

/**
 * dolen_capacity_marks:
 * @capacities: (element-type DolenCapacity): the reports of a service
 * @from: civil date: where the chart begins; earlier reports are left out
 * @to: where it ends
 *
 * Returns: (transfer full) (element-type DolenCapacityMark): oldest first
 */
GArray *dolen_capacity_marks (const GPtrArray *capacities, const char *from, const char *to);

G_END_DECLS
