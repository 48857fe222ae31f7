/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-ranking.h"

G_BEGIN_DECLS

/* What a ranking as a whole has to say: honest where little fits, and who could go together. */

/**
 * dolen_ranking_say_nothing:
 * @ranking: one in which nothing suits
 * @language: of the sentences
 *
 * "Nothing here suits, because what offers it is too far away (12 of 14)." and, where one thing
 * alone stands in the way of some, what there would be without it: "Farther: 12. On another day or
 * at another time: 2."
 *
 * Returns: (transfer full) (nullable): NULL where something suits
 */
char *dolen_ranking_say_nothing (const DolenRanking *ranking, DolenLanguage language);

/**
 * dolen_ranking_say_changes:
 * @ranking: any
 * @language: of the sentences
 *
 * Returns: (transfer full): what there would be if one thing were otherwise, "" for nothing
 */
char *dolen_ranking_say_changes (const DolenRanking *ranking, DolenLanguage language);

/**
 * dolen_ranking_say_wishes:
 * @ranking: its vocabulary
 * @profile: that was ranked for
 * @met: wishes as bits, as in DolenMatch.met
 * @language: of the labels
 *
 * Returns: (transfer full): "Gardening, Debt", "" for none
 */
char *dolen_ranking_say_wishes (const DolenRanking *ranking,
                                const DolenProfile *profile,
                                guint64 met,
                                DolenLanguage language);

/** dolen_ranking_say_nobody: (transfer full) (nullable): "Found nowhere: Stargazing. Found only
 * where it does not suit: Boccia.", of wishes that nobody suitable meets while others are met; NULL
 * for none. */
char *dolen_ranking_say_nobody (const DolenRanking *ranking,
                                const DolenProfile *profile,
                                DolenLanguage language);

/** dolen_combination_adds: what member @m meets that none before it does: bits of DolenMatch.met.
 */
guint64 dolen_combination_adds (const DolenCombination *combination, guint m);

G_END_DECLS
