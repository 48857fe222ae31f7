/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-reasons.h"

G_BEGIN_DECLS

/** DolenHandOutReasons: what the matching says of a service that may stand on a person's paper. */
typedef struct {
  char **why; /* (owned): sentences, perhaps none */
  char **ask; /* (owned): questions, perhaps none */
} DolenHandOutReasons;

/**
 * dolen_hand_out_reasons_take:
 * @reasons: (element-type DolenReason): of one service, in the language of the paper
 * @taken: (out caller-allocates): clear it with dolen_hand_out_reasons_clear()
 *
 * Only what can be read aloud to the person: what speaks for it and what is to be asked, about them
 * and the place. Nothing that speaks against it, nothing of places that may be gone tomorrow, and
 * no criterion that is not on the list of dolen-hand-out-reasons.c: what a group is funded by,
 * which checks were seen and how it answered are ours alone.
 */
void dolen_hand_out_reasons_take (const GPtrArray *reasons, DolenHandOutReasons *taken);
void dolen_hand_out_reasons_clear (DolenHandOutReasons *taken);

G_END_DECLS
