/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/**
 * dolen_spelling_correct:
 * @text: what was searched in vain
 * @respelt: (out) (transfer full) (nullable): the same with words that stand in no name or keyword
 *   replaced by the likeliest that do: one letter wrong, left out, added or swapped with its
 *   neighbour (two in words of eight letters and more); NULL if there is nothing to replace
 */
gboolean
dolen_spelling_correct (DolenDirectory *dir, const char *text, char **respelt, GError **error);

/** dolen_spelling_distance: letters wrong, left out, added or swapped between two words (optimal
 *  string alignment); anything above @most is @most + 1. */
guint dolen_spelling_distance (const gunichar *a, guint n, const gunichar *b, guint m, guint most);

G_END_DECLS
