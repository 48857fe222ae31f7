/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"

G_BEGIN_DECLS

/** The name in CREATE VIRTUAL TABLE ... USING fts5(..., tokenize = 'cymraeg'). */
#define DOLEN_TOKENIZER "cymraeg"

/**
 * dolen_tokenizer_register:
 * @db: a connection; in DolenSchema.prepare, before any table that uses it is touched
 *
 * The FTS5 tokenizer for Welsh text. It splits and folds as "unicode61 remove_diacritics 2" does.
 * In a document every word also gets, at its own place, the radicals it may come from, as terms of
 * another kind (a byte in front that no text holds). So an ordinary query meets exact spellings
 * only; one whose string begins with that byte (dolen_search_terms() writes it) meets every form
 * of the word: gymuned, cymuned, chymuned. sqlite.org/fts5.html#custom_tokenizers
 */
gboolean dolen_tokenizer_register (DolenDb *db, GError **error);

/**
 * DolenSearchTerms: what a person typed as FTS5 query strings, to be bound to MATCH. Every word
 * must be met (AND), the last one as the beginning of a word unless a blank follows it.
 */
typedef struct {
  char *english; /* (owned): for the table of English text, tokenize = 'unicode61 ...' */
  char *welsh;   /* (owned): for the Welsh table, exact spellings */
  /* (owned) (nullable): for the Welsh table, any form of each word, mutated or in its other
   * number; what it finds beyond @welsh ranks below. NULL where no word has another form. */
  char *mutated;
  guint n_words; /* words in each */
} DolenSearchTerms;

/**
 * dolen_search_terms:
 * @typed: (nullable): what was typed, any bytes
 * @terms: (out): cleared by the caller; zeroed where FALSE is returned
 *
 * Quotes, operators and column names mean nothing: they are text. Function words ("the", "y",
 * "yn") are left out where others are there; at most 12 words count.
 *
 * Returns: FALSE if there is no word in @typed
 */
gboolean dolen_search_terms (const char *typed, DolenSearchTerms *terms);
void dolen_search_terms_clear (DolenSearchTerms *terms);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenSearchTerms, dolen_search_terms_clear)

G_END_DECLS
