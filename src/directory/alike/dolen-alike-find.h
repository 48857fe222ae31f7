/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/alike/dolen-alike-score.h"

G_BEGIN_DECLS

/** DolenAlikePair: two records that are probably one. @one is the smaller uid. */
typedef struct {
  DolenAlikeKind kind;
  char *one;
  char *other;
  int percent; /* how sure, 50 to 100 */
  guint evidence;
} DolenAlikePair;

void dolen_alike_pair_free (DolenAlikePair *pair);

/** DOLEN_ALIKE_LEAST: bits of dolen_alike_score() from which a pair is shown. */
#define DOLEN_ALIKE_LEAST 0.85

/** DOLEN_ALIKE_MOST: a record stands in at most so many pairs, the surest. */
#define DOLEN_ALIKE_MOST 4

/**
 * dolen_alike_find:
 * @cancellable: (nullable)
 * @error: G_IO_ERROR_CANCELLED
 *
 * Compares only records that share something few have (a rare word of the name, two words, a word
 * and a postcode district, a telephone, an address): the work grows with n log n.
 *
 * Returns: (transfer full) (nullable) (element-type DolenAlikePair): the surest first
 */
GPtrArray *dolen_alike_find (const DolenAlikeBook *book, GCancellable *cancellable, GError **error);

G_END_DECLS
