/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-phrases.h"

G_BEGIN_DECLS

/* What the tagger and the search by words see of a vocabulary. */

/** dolen_vocabulary_phrases: (transfer none): all phrases of all terms. */
DolenPhrases *dolen_vocabulary_phrases (DolenVocabulary *self);

/** dolen_vocabulary_version: the sum of the files' versions: grows with any of them. */
int dolen_vocabulary_version (DolenVocabulary *self);

G_END_DECLS
