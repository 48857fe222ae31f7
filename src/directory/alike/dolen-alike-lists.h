/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The lists by which words of names are compared. All are folded (dolen_welsh_fold()).
 */

/** dolen_alike_meant: (transfer none) (nullable): what a short form or a Welsh word, mutated or
 * not, means: "assoc" is "association", "gymuned" is "community", "ltd" is ""; NULL where @word
 * stands for itself. */
const char *dolen_alike_meant (const char *word);

/** dolen_alike_joined: (transfer none) (nullable): two words that are written as one too: "food",
 *  "bank" is "foodbank"; "citizen", "advice" is "cab". Without a plural's s. */
const char *dolen_alike_joined (const char *first, const char *second);

/** dolen_alike_word_marks: whether a word tells groups of one name apart: a number, a weekday, a
 *  part of the day, a level, an age or a sex ("2", "llun", "beginners", "juniors"). */
gboolean dolen_alike_word_marks (const char *word);

/** dolen_alike_word_is_form: whether a word says in which form people meet and not what for
 *  ("group", "club", "session", "branch"): of two lists one says it so and the other so. Stems
 *  (dolen_alike_words()). */
gboolean dolen_alike_word_is_form (const char *word);

/** dolen_alike_word_is_house, dolen_alike_word_gathers: whether a stem is a building ("hall",
 *  "church"), or people who meet ("group", "choir"): the scouts' hall is not the scouts. */
gboolean dolen_alike_word_is_house (const char *word);
gboolean dolen_alike_word_gathers (const char *word);

/** dolen_alike_word_is_activity: whether a stem is what goes on in a house ("coffee", "nursery").
 */
gboolean dolen_alike_word_is_activity (const char *word);

/** dolen_alike_word_is_no_town: whether a stem says no town, though one is called so ("church",
 *  "reading"). */
gboolean dolen_alike_word_is_no_town (const char *word);

/** dolen_alike_host_is_shared: whether the host of an address belongs to a provider that everybody
 *  uses ("facebook.com", "gmail.com"), so that sharing it says nothing. */
gboolean dolen_alike_host_is_shared (const char *host);

G_END_DECLS
