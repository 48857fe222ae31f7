/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How a name sounds, whether it is read as Welsh or as English, so that one person is not recorded
 * twice: Siân is Shan, Rhys is Reece, Puw is Pugh. Rougher than the ear, so that it finds rather
 * too much than too little; what it finds is shown to somebody who decides.
 *
 * A key is letters for consonants in their order, doubles once, and the first vowel. Names that are
 * one name in the two languages without sounding so (Dafydd, David) share a key by a table.
 */

/** DolenNameLikeness: from the weakest. */
typedef enum {
  DOLEN_NAME_DIFFERENT,
  DOLEN_NAME_MUTATED, /* one may be the other after a word that mutates: "Fair" is Mair */
  DOLEN_NAME_SOUND,   /* sounds alike, or the same name in the other language */
  DOLEN_NAME_SAME,    /* the same letters, accents and capitals apart */
} DolenNameLikeness;

/**
 * dolen_name_keys:
 * @word: one word, folded (dolen_welsh_fold())
 *
 * Returns: (transfer full): its keys, without repeats; none for a word without letters
 */
char **dolen_name_keys (const char *word);

/**
 * dolen_name_compare:
 * @a: one word, folded
 * @b: another
 *
 * Returns: how alike they are; the same whichever comes first
 */
DolenNameLikeness dolen_name_compare (const char *a, const char *b);

G_END_DECLS
