/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-vocabulary.h"

G_BEGIN_DECLS

/*
 * Reads interests, needs and enablers out of a service's own words, in English and Welsh. Rules,
 * no learning: a phrase of the vocabulary, the negation around it, the look-alikes excluded. What
 * it says is a proposal; the words it was read from go with it.
 */

/** DOLEN_TAGGER_VERSION: raised whenever the rules change; the vocabulary counts by itself. */
#define DOLEN_TAGGER_VERSION 7

typedef enum {
  DOLEN_TAGGER_UNKNOWN, /* both languages are tried */
  DOLEN_TAGGER_ENGLISH,
  DOLEN_TAGGER_WELSH
} DolenTaggerLanguage;

/** DolenTaggerText: one text to read. Plain text (no HTML), UTF-8, borrowed for the call. */
typedef struct {
  const char *text; /* (nullable) */
  DolenTaggerLanguage language;
  gboolean is_name; /* a name counts more than a description */
} DolenTaggerText;

/** DolenReading: something read; becomes a proposed DolenTag of the directory. */
typedef struct {
  const DolenTerm *term; /* kind interest, need or enabler; owned by the vocabulary */
  gboolean value;        /* FALSE: a known no ("no wheelchair access") */
  int confidence;        /* percent: 90 in a name, 60 to 80 in a description */
  char *words;           /* the words it was read from, as written, negation included */
  guint text;            /* which of the texts, from 0 */
  gboolean welsh;        /* read as Welsh */
} DolenReading;

typedef struct _DolenTagger DolenTagger;

/** dolen_tagger_new: (transfer full): a tagger over @vocabulary, of which it keeps a reference.
 *  Immutable: threads may share it. */
DolenTagger *dolen_tagger_new (DolenVocabulary *vocabulary);
void dolen_tagger_free (DolenTagger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTagger, dolen_tagger_free)

/**
 * dolen_tagger_read:
 * @texts: name, description and whatever else is said of one service
 *
 * At most one reading a term. Where both a yes and a no are said, the no stands unless it is about
 * a part of the building only ("no wheelchair access upstairs").
 *
 * Returns: (transfer full) (element-type DolenReading): in order of kind and index; never NULL
 */
GPtrArray *dolen_tagger_read (DolenTagger *self, const DolenTaggerText *texts, guint n_texts);

/** dolen_tagger_version: of rules and vocabulary together, for DolenTag.tagger; grows with either.
 */
int dolen_tagger_version (DolenTagger *self);

G_END_DECLS
