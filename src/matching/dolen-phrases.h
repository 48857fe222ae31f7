/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-vocabulary.h"

G_BEGIN_DECLS

/*
 * The vocabulary's phrases as one trie over folded words, and the words of a text folded the same
 * way: reading a text is one pass whatever the number of phrases. Used by the vocabulary (typed
 * words) and the tagger (texts).
 */

/* What a phrase does for its term. See data/vocabulary/README.md. */
typedef enum {
  DOLEN_PHRASE_WORDS = 1 << 0,     /* means it, everywhere */
  DOLEN_PHRASE_NAME = 1 << 1,      /* means it in the name of a service only */
  DOLEN_PHRASE_NO = 1 << 2,        /* a known no in itself: "stairs only" */
  DOLEN_PHRASE_LOOKALIKE = 1 << 3, /* is not about it: "the benefits of" */
  DOLEN_PHRASE_TYPED = 1 << 4,     /* means it where somebody types it; never read in a text */
  DOLEN_PHRASE_ALONE = 1 << 5,     /* means it where nothing else stands between two marks */
  DOLEN_PHRASE_LACK = 1 << 6       /* typed: the absence of it means the term ("no friends") */
} DolenPhraseRole;

typedef struct {
  guint8 kind;   /* DolenTermKind */
  guint8 role;   /* DolenPhraseRole */
  guint16 index; /* of the term within its kind */
} DolenPhraseUse;

/* How a word is set off from the one before it. */
typedef enum {
  DOLEN_BREAK_NONE,
  DOLEN_BREAK_OR,   /* a slash: "parents/carers" are not parent carers */
  DOLEN_BREAK_SOFT, /* a comma, a bracket, a dash */
  DOLEN_BREAK_HARD  /* a sentence, a line, a list item ends */
} DolenBreak;

#define DOLEN_WORD_MAX_IDS 6

/* A word of a text: where it stands, and which words of the phrases it may be (a Welsh word can
 * come from several radicals). */
typedef struct {
  guint start; /* bytes */
  guint end;
  DolenBreak before;
  gboolean small; /* an article or "your": a phrase is the same with it and without */
  guint n_ids;
  guint n_own; /* of these, not the other numbers of a noun, which alone mean no phrase */
  guint ids[DOLEN_WORD_MAX_IDS];
} DolenWord;

typedef struct _DolenPhrases DolenPhrases;

DolenPhrases *dolen_phrases_new (void);
void dolen_phrases_free (DolenPhrases *self);

/** dolen_phrases_add: files @phrase ("drop in") under @use. */
void dolen_phrases_add (DolenPhrases *self,
                        DolenLanguage language,
                        const char *phrase,
                        DolenPhraseUse use);

/** dolen_phrases_split: appends the DolenWords of @text to @words. A Welsh word stands for all it
 * may come from: its radicals, the other numbers of a noun ("corau": "côr"), the verb-noun of
 * "canwn", and what other regions say for it ("pnawn": "prynhawn"). */
void
dolen_phrases_split (DolenPhrases *self, DolenLanguage language, const char *text, GArray *words);

/**
 * DolenPhraseFound: called for each phrase that begins at word @first and has @length words.
 * @uses: (array length=n_uses): what it means
 */
typedef void (*DolenPhraseFound) (
    guint first, guint length, const DolenPhraseUse *uses, guint n_uses, gpointer data);

/** dolen_phrases_scan: reports every phrase in @words, none across a hard break. A small word
 * inside is passed over: "fill in your forms" is "fill in forms". */
void dolen_phrases_scan (DolenPhrases *self,
                         DolenLanguage language,
                         const GArray *words,
                         DolenPhraseFound found,
                         gpointer data);

/** dolen_phrases_knows: whether @word stands in any phrase of @language, as it is spelled. */
gboolean dolen_phrases_knows (DolenPhrases *self, DolenLanguage language, const char *word);

/** dolen_phrases_respell: (transfer full) (nullable): @text with each word that stands in no phrase
 *  replaced by the one word that does, begins with the same letter and is one letter off (two in
 *  words of eight letters and more); NULL if there is none to replace. */
char *dolen_phrases_respell (DolenPhrases *self, DolenLanguage language, const char *text);

/** dolen_phrases_fold: (transfer full): the folded words of @text joined by single spaces, for
 *  comparing typed words with labels. */
char *dolen_phrases_fold (DolenLanguage language, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenPhrases, dolen_phrases_free)

G_END_DECLS
