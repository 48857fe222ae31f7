/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-incoming.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * The waiting list: the more urgent first, then who has waited longer. The order is worked out, not
 * kept, so that nobody can be put back unseen; why somebody stands where they stand can be said.
 */

/** dolen_waiting_compare: <0 where @a comes first. Priority; then the day the referral was
 * received; then the order in which they were recorded; then the uid, so that two never change
 * places. */
int dolen_waiting_compare (const DolenIncoming *a, const DolenIncoming *b);

/** dolen_waiting_sort: @list: (element-type DolenIncoming): of those who wait. */
void dolen_waiting_sort (GPtrArray *list);

/** dolen_waiting_sentence: (transfer full): why @list, sorted, has its @position-th (0 is the
 * first) there: "2 of 5. Soon: her husband comes home on Friday. Has waited 12 days. Before them:
 * 1 more urgent." */
char *dolen_waiting_sentence (const GPtrArray *list,
                              guint position,
                              const char *today,
                              DolenLanguage language);

G_END_DECLS
