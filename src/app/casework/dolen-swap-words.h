/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-swap.h"

G_BEGIN_DECLS

/** dolen_swap_words: what @swap means for what was on screen, in a sentence or two. */
const char *dolen_swap_words (DolenSwap swap);

G_END_DECLS
