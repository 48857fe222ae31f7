/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-own-terms.h"
#include "matching/dolen-phrases.h"

G_BEGIN_DECLS

/* What the files of this room see of a vocabulary. */

/* A term with all that hangs on it. */
typedef struct {
  DolenTerm term;
  GArray *broader; /* of guint */
  GArray *related; /* of DolenRelated */
  DolenTermSet closure;
  gboolean shun; /* a barrier that stands outside the person: "no crowds" means it */
} DolenVocabularyEntry;

struct _DolenVocabulary {
  int references;
  int version;
  GPtrArray *entries[DOLEN_TERM_N_KINDS]; /* of DolenVocabularyEntry */
  GHashTable *by_code[DOLEN_TERM_N_KINDS];
  GArray *remedies;      /* of DolenRemedy, by barrier, full ones first */
  GArray *at_home;       /* of DolenBarrierTerm */
  GArray *no_use;        /* of DolenBarrierTerm, enablers */
  GStringChunk *strings; /* all texts */
  DolenPhrases *phrases;
};

/** dolen_vocabulary_read: fills a vocabulary with empty tables from the files of @folder and what
 *  staff say otherwise (@own: nullable); @wrong: where what they say has no place. */
gboolean dolen_vocabulary_read (DolenVocabulary *self,
                                const char *folder,
                                const DolenOwnTerms *own,
                                GStrvBuilder *wrong,
                                GError **error);

/** dolen_vocabulary_read_remedies: remedies.json of @folder, when the terms are there. */
gboolean dolen_vocabulary_read_remedies (DolenVocabulary *self, const char *folder, GError **error);

/** dolen_vocabulary_file: the name of the file of a kind: "interests.json". */
const char *dolen_vocabulary_file (DolenTermKind kind);

/* What a word or phrase of the grammar does (grammar.json). In the trie it is filed under the kind
 * DOLEN_TERM_N_KINDS, its index being the bit. */
typedef enum {
  DOLEN_GRAMMAR_NEGATES = 1 << 0, /* "no", "without" */
  DOLEN_GRAMMAR_DENIES = 1 << 1,  /* "do not offer": strong enough to say no to a need */
  DOLEN_GRAMMAR_PSEUDO = 1 << 2,  /* "not only": negates nothing */
  DOLEN_GRAMMAR_TURNS = 1 << 3,   /* "but": ends what came before */
  DOLEN_GRAMMAR_OR = 1 << 4,      /* carries a negation across a comma */
  DOLEN_GRAMMAR_AND = 1 << 5,     /* does not */
  DOLEN_GRAMMAR_AFTER = 1 << 6,   /* "... is not available" */
  DOLEN_GRAMMAR_PART = 1 << 7,    /* "upstairs": about a part of the building */
  DOLEN_GRAMMAR_ASIDE = 1 << 8,   /* "in aid of": what follows is not what is offered ... */
  DOLEN_GRAMMAR_ASIDES = 1 << 9,  /* "referrals from": ... nor is the list that follows */
  DOLEN_GRAMMAR_ROAD = 1 << 10,   /* "Street": with a capital, an address */
  DOLEN_GRAMMAR_TRADE = 1 << 11,  /* "plumbers": who stands beside is a trade too */
  DOLEN_GRAMMAR_AT = 1 << 12      /* "at": what kind of place follows is where it is */
} DolenGrammar;

#define DOLEN_GRAMMAR_KEYS                                                                         \
  "negates", "denies", "pseudo", "turns", "or", "and", "after", "part", "aside", "asides", "road", \
      "trade", "at"

/** dolen_vocabulary_phrases: (transfer none): all phrases of all terms. */
DolenPhrases *dolen_vocabulary_phrases (DolenVocabulary *self);

/** dolen_vocabulary_version: the sum of the files' versions: grows with any of them. */
int dolen_vocabulary_version (DolenVocabulary *self);

G_END_DECLS
