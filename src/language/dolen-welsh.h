/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Welsh words change their first letter after many others (cymuned, gymuned, nghymuned,
 * chymuned). What follows turns any of these into the words it may come from, so that two forms
 * of one word meet: their keys have one in common.
 */

/**
 * dolen_welsh_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text in lower case (case folding), without diacritics (ŵ is w), with
 * the one apostrophe '; for comparing, never for showing
 */
char *dolen_welsh_fold (const char *text);

/** dolen_welsh_fold_plain: (transfer full) (nullable): the letters and digits of it alone, folded,
 *  one blank for whatever stands between them; NULL where nothing is left. @text: (nullable) */
char *dolen_welsh_fold_plain (const char *text);

/**
 * dolen_welsh_split_clitics:
 * @word: a folded word
 *
 * Returns: (transfer full): @word and the short words that lean on it, apart: "ty'r" is "ty", "r"
 */
char **dolen_welsh_split_clitics (const char *word);

/** dolen_welsh_is_spelling: whether a folded word could be Welsh by its letters: "food" and "knit"
 *  could not. Only such words mutate. */
gboolean dolen_welsh_is_spelling (const char *word, gsize length);

/** DolenRadical: what a word may come from: @prefix in place of its first @skip bytes. */
typedef struct {
  const char *prefix; /* static, at most two letters */
  gsize skip;
} DolenRadical;

#define DOLEN_WELSH_MAX_RADICALS 2

/**
 * dolen_welsh_radicals:
 * @word: a folded word, not necessarily ended by NUL
 * @length: its bytes
 * @radicals: (out): room for DOLEN_WELSH_MAX_RADICALS
 *
 * The table of mutations read backwards, without asking a dictionary: "gymuned" may be "cymuned",
 * "fan" "ban" or "man". A word that is no Welsh spelling ("food", "knit") has none. Allocates
 * nothing.
 *
 * Returns: how many were written
 */
guint dolen_welsh_radicals (const char *word,
                            gsize length,
                            DolenRadical radicals[DOLEN_WELSH_MAX_RADICALS]);

/** dolen_welsh_keys: (transfer full): @word (folded) itself, then the radicals it may come from. */
char **dolen_welsh_keys (const char *word);

/** dolen_welsh_may_be_same: whether two folded words may be forms of one: a key in common. */
gboolean dolen_welsh_may_be_same (const char *a, const char *b);

G_END_DECLS
