/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-vocabulary.h"

G_BEGIN_DECLS

/*
 * What staff say otherwise than the installed vocabulary: further words for a term, another label,
 * a term that is not wanted here, a term of their own. Only what differs is held, in a file of the
 * profile folder; the installed files stay as they are and may grow beneath it.
 */

/** DOLEN_OWN_TERMS_FILE: in the profile folder. */
#define DOLEN_OWN_TERMS_FILE "vocabulary.json"

/** DOLEN_OWN_CODE: how the codes of own terms begin, so that none meets a later installed one. */
#define DOLEN_OWN_CODE "own-"

/** DolenOwnTerm: what differs of one term. */
typedef struct {
  DolenTermKind kind;
  char *code;                      /* (owned) of the vocabulary; "own-..." of one that is new */
  char *broader;                   /* (owned) (nullable) of a new one: the code it stands under */
  gboolean hidden;                 /* neither shown, nor typed, nor read */
  char *label[DOLEN_N_LANGUAGES];  /* (owned) (nullable): as installed */
  char **words[DOLEN_N_LANGUAGES]; /* (owned) (nullable): further words: read in what a group says
                                    * of itself; of a barrier, understood when typed */
} DolenOwnTerm;

DolenOwnTerm *dolen_own_term_new (DolenTermKind kind, const char *code);
DolenOwnTerm *dolen_own_term_copy (const DolenOwnTerm *term);
void dolen_own_term_free (DolenOwnTerm *term);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenOwnTerm, dolen_own_term_free)

/** dolen_own_term_is_new: the installed vocabulary has no such term. */
gboolean dolen_own_term_is_new (const DolenOwnTerm *term);

/** dolen_own_term_is_empty: nothing differs. */
gboolean dolen_own_term_is_empty (const DolenOwnTerm *term);

/** DolenOwnTerms: all of them. Not for several threads at once. */
typedef struct {
  GPtrArray *terms; /* (element-type DolenOwnTerm) in the order they were made */
  int version;      /* grows with each writing, so that texts are read again */
} DolenOwnTerms;

DolenOwnTerms *dolen_own_terms_new (void);
DolenOwnTerms *dolen_own_terms_copy (const DolenOwnTerms *own);
void dolen_own_terms_free (DolenOwnTerms *own);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenOwnTerms, dolen_own_terms_free)

/** dolen_own_terms_get: (transfer none) (nullable): what differs of a term. */
const DolenOwnTerm *
dolen_own_terms_get (const DolenOwnTerms *own, DolenTermKind kind, const char *code);

/** dolen_own_terms_put: (transfer full): replaces what was said of the same term; one that is
 *  empty takes it away. */
void dolen_own_terms_put (DolenOwnTerms *own, DolenOwnTerm *term);

/** dolen_own_terms_new_code: (transfer full): a code for a new term, made of @label, that nothing
 *  in @own has yet. */
char *dolen_own_terms_new_code (const DolenOwnTerms *own, DolenTermKind kind, const char *label);

/**
 * dolen_own_terms_read:
 * @path: the file; one that is not there says nothing
 * @wrong: (out) (optional) (transfer full): a sentence for each place that was not understood; the
 *   rest counts
 *
 * Returns: (transfer full)
 */
DolenOwnTerms *dolen_own_terms_read (const char *path, char ***wrong);

/** dolen_own_terms_write: into @path, whole or not at all; raises the version. Where nothing
 * differs the file stays, with its version. @error: G_FILE_ERROR */
gboolean dolen_own_terms_write (DolenOwnTerms *own, const char *path, GError **error);

/** dolen_own_terms_installed_label: (transfer none): what a term is called as installed; "" of one
 *  that is not installed (@code: nullable). */
const char *
dolen_own_terms_installed_label (DolenTermKind kind, const char *code, DolenLanguage language);

/** dolen_own_terms_dup_installed_words: (transfer full) (nullable): the phrases that mean a term as
 *  installed, for a person to read: "pottery, ceramics". NULL where there are none. */
char *
dolen_own_terms_dup_installed_words (DolenTermKind kind, const char *code, DolenLanguage language);

/**
 * dolen_own_terms_apply:
 * @own: (nullable)
 * @folder: (nullable): of the installed vocabulary, as for dolen_vocabulary_new()
 * @wrong: (out) (optional) (transfer full): a sentence for each own term that has no place any
 *   more (its term or what it stands under is gone, too many terms); the rest counts
 * @error: of the installed files
 *
 * Own terms stand after the installed ones, whose indices stay.
 *
 * Returns: (transfer full) (nullable): the vocabulary as staff want it
 */
DolenVocabulary *
dolen_own_terms_apply (const DolenOwnTerms *own, const char *folder, char ***wrong, GError **error);

G_END_DECLS
