/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-load.h"

G_BEGIN_DECLS

#define DOLEN_N_LEVELS (DOLEN_LEVEL_HOLISTIC + 1)

/* One thing that makes a spell of support heavier. */
typedef struct {
  char *code; /* (owned) */
  char *name_en, *name_cy;
  int weight;
  int weeks; /* "first-weeks": how many */
} DolenLoadExtra;

struct _DolenLoadWeights {
  int levels[DOLEN_N_LEVELS];
  GPtrArray *extras; /* (owned) of DolenLoadExtra */
};

/** dolen_load_find_extra: (nullable): NULL where the file does not name it: it weighs nothing. */
const DolenLoadExtra *dolen_load_find_extra (const DolenLoadWeights *weights, const char *code);

G_END_DECLS
