/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-phrases.h"
#include "matching/dolen-tagger.h"

G_BEGIN_DECLS

/* What the two halves of the tagger hand on: dolen-tagger.c reads the texts word by word,
 * dolen-tagger-conclude.c says what that comes to. */

struct _DolenTagger {
  DolenVocabulary *vocabulary;
  int version;
};

/* The best evidence for one answer about one term. */
typedef struct {
  guint count;
  gboolean name;
  gboolean part;
  gboolean welsh;
  gboolean late; /* never in the opening of a text */
  guint text;
  guint start; /* bytes of that text */
  guint end;
} DolenEvidence;

/* A term met in a list of several. */
typedef struct {
  DolenTermKind kind;
  guint index;
  guint text;
  guint sentence; /* its first word */
} DolenListed;

/* What is known of one service while its texts are read. */
typedef struct {
  const DolenTagger *tagger;
  const DolenTaggerText *texts;
  DolenEvidence *yes[DOLEN_TERM_N_KINDS];
  DolenEvidence *no[DOLEN_TERM_N_KINDS];
  GArray *listed; /* of DolenListed */
  /* of the text being read: */
  guint text;
  DolenLanguage language;
  GArray *words;   /* of DolenWord */
  GArray *matches; /* of Match, by first word */
  GArray *grammar; /* of guint16, DolenGrammar, by word */
} DolenTaggerReading;

/** dolen_tagger_conclude: appends the DolenReadings that what was met comes to to @results. */
void dolen_tagger_conclude (const DolenTaggerReading *reading, GPtrArray *results);

/** dolen_tagger_free_reading: of a DolenReading. */
void dolen_tagger_free_reading (gpointer reading);

G_END_DECLS
