/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers of people that tell of nobody: as NHS England does with hospital statistics below the
 * national level: 1 to 7 are not shown, others are rounded to the nearest 5, 0 is shown
 * (digital.nhs.uk, Hospital Episode Statistics, disclosure control, since 2018). And what is left
 * out cannot be worked out from the rest: each hidden number has at least eight values that fit
 * what is shown.
 */
#define DOLEN_SMALL_NUMBER 7
#define DOLEN_NUMBER_STEP 5
#define DOLEN_NUMBER_HIDDEN (-1)

/**
 * dolen_small_numbers_protect:
 * @people: (array length=n): a partition of the people of one table
 * @shown: (array length=n) (out): DOLEN_NUMBER_HIDDEN, or what is shown
 *
 * Returns: the sum to show, rounded by itself; DOLEN_NUMBER_HIDDEN with everything else, where they
 *   are so few that nothing can be shown
 */
int dolen_small_numbers_protect (const int *people, guint n, int *shown);

G_END_DECLS
