/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * Where the words were found that the vocabulary does not know: "trombone" in a group's own text.
 * Found once by the directory's search, by whoever has it open, and handed to the query with the
 * profile; a ranking itself reads no database. Immutable and counted by reference.
 */
typedef struct _DolenOwnWords DolenOwnWords;

/** At most so many words are looked for; later ones are left out. */
#define DOLEN_OWN_WORDS_MOST 16

/** DolenOwnWordsHit: one service. */
typedef struct {
  gint64 id;       /* service.id */
  guint16 words;   /* bits: which of the words */
  guint16 in_name; /* bits: of those, which stand in its name */
  guint16 strong;  /* those of them that are, or by which it is filed: what it is about */
} DolenOwnWordsHit;

/**
 * dolen_own_words_find:
 * @directory: read by the calling thread
 * @words: (nullable): as typed; each may be several words, all of which must be there
 * @error: of the database
 *
 * Words spelt nearly so do not count: what is read to a person as a reason must be there.
 *
 * Returns: (transfer full) (nullable)
 */
DolenOwnWords *
dolen_own_words_find (DolenDirectory *directory, const char *const *words, GError **error);

DolenOwnWords *dolen_own_words_ref (DolenOwnWords *own_words);
void dolen_own_words_unref (DolenOwnWords *own_words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenOwnWords, dolen_own_words_unref)

/** dolen_own_words_hits: (transfer none) (array length=n): by rising id. */
const DolenOwnWordsHit *dolen_own_words_hits (const DolenOwnWords *own_words, guint *n);

/** dolen_own_words_get: (transfer none): the word of a bit: 0 for 1 << 0. */
const char *dolen_own_words_get (const DolenOwnWords *own_words, guint at);

/** dolen_own_words_look_up: (transfer none) (nullable): of service.id; @own_words: (nullable) */
const DolenOwnWordsHit *dolen_own_words_look_up (const DolenOwnWords *own_words, gint64 id);

G_END_DECLS
