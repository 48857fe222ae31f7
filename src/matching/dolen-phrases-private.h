/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-phrases.h"

G_BEGIN_DECLS

/** dolen_phrases_words: (transfer none): the folded words of all phrases of @language, as keys. */
GHashTable *dolen_phrases_words (DolenPhrases *self, DolenLanguage language);

G_END_DECLS
