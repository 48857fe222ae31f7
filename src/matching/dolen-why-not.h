/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-reasons.h"

G_BEGIN_DECLS

/** So many are "among the first": nobody asks of them why not. */
#define DOLEN_AMONG_THE_FIRST 5

/**
 * dolen_why_not:
 * @facts: the snapshot that was ranked
 * @profile: what is sought
 * @index: the service in the facts
 * @place: its place in the ranking, the first is 1; 0: not in it, or not known
 * @reasons: (element-type DolenReason): of dolen_reasons_new() for the same
 * @language: of the sentence
 *
 * "Why not?" of a service that somebody has in mind: why it is not among the first.
 *
 * Returns: (transfer full) (nullable): one sentence, resting on one of the reasons or on what is
 * not there; NULL where it is among the first
 */
char *dolen_why_not (DolenFacts *facts,
                     const DolenProfile *profile,
                     guint index,
                     guint place,
                     const GPtrArray *reasons,
                     DolenLanguage language);

G_END_DECLS
