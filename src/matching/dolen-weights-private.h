/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-weights.h"

G_BEGIN_DECLS

/* What a scheme says; what there is to be said stands in the catalogue. */
struct _DolenWeights {
  gint ref_count;
  guint8 level[DOLEN_N_WEIGHTS];
  guint8 leave[DOLEN_N_HELPS];
};

/** DolenWeightsSide: the words of one language. */
typedef struct {
  char *label, *explanation;
} DolenWeightsSide;

/** DolenWeightsCatalogue: data/vocabulary/weights.json; read once, never freed. */
typedef struct {
  struct {
    double points[DOLEN_N_WEIGHT_LEVELS];
    DolenWeightLevel usual;
    DolenWeightsSide side[2]; /* by DolenLanguage */
  } weights[DOLEN_N_WEIGHTS];
  struct {
    DolenLeave usual;
    DolenWeightsSide side[2];
  } helps[DOLEN_N_HELPS];
} DolenWeightsCatalogue;

/** dolen_weights_catalogue: (transfer none) (nullable). @error: DOLEN_ERROR_INVALID */
const DolenWeightsCatalogue *dolen_weights_catalogue (GError **error);

/** dolen_weights_catalogue_read: (nullable): a file of that kind; for the installed one and tests.
 */
DolenWeightsCatalogue *dolen_weights_catalogue_read (const char *path, GError **error);
void dolen_weights_catalogue_free (DolenWeightsCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenWeightsCatalogue, dolen_weights_catalogue_free)

/* The number of a code in each of the four lists; -1 where it is not known. */
int dolen_weight_from_code (const char *code);
int dolen_weight_level_from_code (const char *code);
int dolen_help_from_code (const char *code);
int dolen_leave_from_code (const char *code);

G_END_DECLS
