/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-search.h"
#include "language/dolen-tokenizer.h"

G_BEGIN_DECLS

/**
 * dolen_search_typing:
 *
 * Search as you type where nothing else is asked for: every listed service with the words in its
 * name or keywords, in order. A beginning of three letters may be met by half of the directory, so
 * this is done without a join, a sort in SQL or bm25 (which reads the index twice): names first,
 * the nearer the word stands to their beginning the better.
 *
 * Returns: (transfer full) (element-type DolenSearchHit)
 */
GArray *dolen_search_typing (DolenDirectory *dir, const DolenSearchTerms *terms, GError **error);

G_END_DECLS
