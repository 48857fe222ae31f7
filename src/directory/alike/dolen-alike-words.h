/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/alike/dolen-alike-lists.h"

G_BEGIN_DECLS

/**
 * dolen_alike_words:
 * @name: (nullable): of an organisation or a service
 *
 * Its words as they are compared: folded, short forms written out ("Assoc." and "Association",
 * "St" and "Saint"), Welsh in English, words that say nothing left out ("the", "y", "ltd", "cyf"),
 * and without their endings ("walks", "walking", "walkers").
 *
 * Returns: (transfer full) (element-type utf8): in their order, without repeats; perhaps empty
 */
GPtrArray *dolen_alike_words (const char *name);

/** dolen_alike_words_and_initials: the same. @initials: (out) (transfer full): the first letter of
 *  each word that is returned, in lower case, and of each left out between them, in upper case. */
GPtrArray *dolen_alike_words_and_initials (const char *name, char **initials);

/** dolen_alike_stem: (transfer full) (nullable): one folded word as it is compared; NULL where it
 *  says nothing. */
char *dolen_alike_stem (const char *word);

/** dolen_alike_is_acronym: whether @word is made of @initials that stand
 *  together, of three letters at least: "sobs" of "sObBs". Those in upper case may be skipped.
 *  @first, @n: (out): which of the words it stands for. */
gboolean dolen_alike_is_acronym (const char *word, const char *initials, guint *first, guint *n);

G_END_DECLS
