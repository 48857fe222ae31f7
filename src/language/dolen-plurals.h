/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Welsh plurals follow no rule that a search could use (côr, corau; plentyn, plant; ci, cŵn): an
 * own table of the nouns that directories use.
 */

/**
 * dolen_plurals_others:
 * @word: a folded word (dolen_welsh_fold()), in its radical form
 *
 * Returns: (transfer none) (nullable): the other numbers of the noun, folded: "corau" has "cor",
 * "lle" has "lleoedd" and "llefydd"; NULL where the table does not know it
 */
const char *const *dolen_plurals_others (const char *word);

/** dolen_plurals_count: how many nouns the table holds. */
guint dolen_plurals_count (void);

G_END_DECLS
