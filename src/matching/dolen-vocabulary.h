/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

#include <glib.h>

G_BEGIN_DECLS

/*
 * The words of matching: interests, needs, barriers, enablers and which enabler removes which
 * barrier, read from data/vocabulary/ (its README gives the format). Immutable once loaded and
 * shared between threads. A term has a stable code for files and databases, and a small index
 * within its kind, good for one run of the program, for bitsets.
 */

typedef enum {
  DOLEN_TERM_INTEREST,
  DOLEN_TERM_NEED,
  DOLEN_TERM_BARRIER,
  DOLEN_TERM_ENABLER,
  DOLEN_TERM_N_KINDS
} DolenTermKind;

/** The most terms of a kind. Every kind fits a DolenTermSet. */
#define DOLEN_TERM_MAX_INTERESTS 512
#define DOLEN_TERM_MAX_NEEDS 128
#define DOLEN_TERM_MAX_BARRIERS 64
#define DOLEN_TERM_MAX_ENABLERS 128

/** DolenTermSet: a set of terms of one kind, a bit for each index. Start with { 0 }. */
typedef struct {
  guint64 bits[DOLEN_TERM_MAX_INTERESTS / 64];
} DolenTermSet;

static inline void
dolen_term_set_add (DolenTermSet *set, guint index)
{
  set->bits[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
}

static inline gboolean
dolen_term_set_has (const DolenTermSet *set, guint index)
{
  return (set->bits[index / 64] >> (index % 64)) & 1;
}

/** DolenTerm: one entry. Owned by the vocabulary. */
typedef struct {
  DolenTermKind kind;
  guint index;          /* within its kind, from 0 */
  const char *code;     /* "singing": [a-z0-9-], never changes its meaning */
  const char *label_en; /* "Singing" */
  const char *label_cy; /* "Canu" */
  gboolean cy_checked;  /* a Welsh speaker has read the Welsh */
  char gender;          /* of label_cy where it is one noun: 'm', 'f', else 0 */
  gboolean watched;     /* what else a text names is what it is about: a play, a concert */
  gboolean place;       /* often only where something else is held: a library */
  gboolean hidden;      /* staff do not want it here: it is neither shown nor read nor typed */
  const guint *broader; /* indices of the directly broader terms */
  guint n_broader;
} DolenTerm;

typedef enum {
  DOLEN_REMEDY_NONE,
  DOLEN_REMEDY_PARTLY, /* it helps; ask whether it is enough */
  DOLEN_REMEDY_FULL    /* with it, the barrier no longer stands in the way */
} DolenRemedyDegree;

/** DolenRemedy: what an enabler does for a barrier. */
typedef struct {
  guint enabler; /* index of kind DOLEN_TERM_ENABLER */
  guint barrier; /* index of kind DOLEN_TERM_BARRIER */
  DolenRemedyDegree degree;
  gboolean blocks; /* a known no of the enabler makes the service unsuitable for the
                    * barrier unless another remedy is full ("no wheelchair access") */
} DolenRemedy;

/** DolenBarrierTerm: a barrier, and a term of another kind that says something about it. */
typedef struct {
  guint barrier; /* index of kind DOLEN_TERM_BARRIER */
  DolenTermKind kind;
  guint index; /* of that kind */
} DolenBarrierTerm;

/** DolenRelated: a term that is neither broader nor narrower than another, and yet says something
 *  of it: choirs of concerts. */
typedef struct {
  guint index;  /* of the same kind */
  guint weight; /* percent: how much of a wish for the one the other meets, 1 to 99 */
} DolenRelated;

typedef struct _DolenVocabulary DolenVocabulary;

/**
 * dolen_vocabulary_new:
 * @folder: (nullable): a folder shaped like data/vocabulary/; NULL for the installed one
 * @error: DOLEN_ERROR_INVALID names file and term where it does not hold together (a code twice,
 *   an unknown broader term, a circle, too many terms)
 *
 * Returns: (transfer full) (nullable): the vocabulary
 */
DolenVocabulary *dolen_vocabulary_new (const char *folder, GError **error);

/** dolen_vocabulary_default: (transfer none) (nullable): the installed one, or what staff made of
 *  it (dolen_vocabulary_set_default()); kept to the end of the process. Any thread. */
DolenVocabulary *dolen_vocabulary_default (GError **error);

/** dolen_vocabulary_set_default: (transfer full): from now on @vocabulary is the default one; the
 *  one before stays, for whoever holds it. Installed terms keep their indices. */
void dolen_vocabulary_set_default (DolenVocabulary *vocabulary);

DolenVocabulary *dolen_vocabulary_ref (DolenVocabulary *self);
void dolen_vocabulary_unref (DolenVocabulary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenVocabulary, dolen_vocabulary_unref)

/** dolen_vocabulary_count: how many terms of @kind; indices go from 0 to one less. */
guint dolen_vocabulary_count (DolenVocabulary *self, DolenTermKind kind);

/** dolen_vocabulary_term: (transfer none): the term of an index in range. */
const DolenTerm *dolen_vocabulary_term (DolenVocabulary *self, DolenTermKind kind, guint index);

/** dolen_vocabulary_by_code: (transfer none) (nullable): the term of a code. */
const DolenTerm *
dolen_vocabulary_by_code (DolenVocabulary *self, DolenTermKind kind, const char *code);

/** dolen_vocabulary_closure: (transfer none): the term itself and all that is broader. A person
 *  who likes "dance" is met by a service tagged "line-dancing" because the latter's closure holds
 *  the former. */
const DolenTermSet *
dolen_vocabulary_closure (DolenVocabulary *self, DolenTermKind kind, guint index);

/** dolen_vocabulary_related: (transfer none) (array length=n): what a term is related to. It holds
 *  both ways, wherever it was written, unless it says that it is one way; where both ways are
 * written the larger weight counts. */
const DolenRelated *
dolen_vocabulary_related (DolenVocabulary *self, DolenTermKind kind, guint index, guint *n);

/**
 * dolen_vocabulary_find:
 * @kind: where to look
 * @words: a code, a label or what somebody typed, in English or Welsh, whole or in part:
 *   "singing", "hoffi canu", "can't do stairs"
 * @limit: at most so many; 0 for all
 *
 * Best first: code or whole label, then the longest known phrase within @words, then terms with a
 * word that begins so. Case, accents, plurals and Welsh mutations do not matter.
 *
 * Returns: (transfer container) (element-type DolenTerm): perhaps empty, never NULL
 */
GPtrArray *
dolen_vocabulary_find (DolenVocabulary *self, DolenTermKind kind, const char *words, guint limit);

/** dolen_vocabulary_remedy: what @enabler does for @barrier, or NULL if nothing is known. */
const DolenRemedy *dolen_vocabulary_remedy (DolenVocabulary *self, guint barrier, guint enabler);

/** dolen_vocabulary_remedies: (transfer none) (array length=n): all for @barrier, full ones
 *  first. */
const DolenRemedy *dolen_vocabulary_remedies (DolenVocabulary *self, guint barrier, guint *n);

/** dolen_vocabulary_at_home: (transfer none) (array length=n): needs and interests by which a group
 *  is at home with a barrier: one for people with dementia is used to a poor memory. */
const DolenBarrierTerm *dolen_vocabulary_at_home (DolenVocabulary *self, guint *n);

/** dolen_vocabulary_no_use: (transfer none) (array length=n): enablers that are of no use to
 * whoever has the barrier, whatever else they remove: a voice on the telephone to whoever has none.
 */
const DolenBarrierTerm *dolen_vocabulary_no_use (DolenVocabulary *self, guint *n);

/** dolen_term_label: (transfer none): the label in a language, to show. */
const char *dolen_term_label (const DolenTerm *term, DolenLanguage language);

/** dolen_term_kind_code: "interest", "need", "barrier", "enabler"; not translated. */
const char *dolen_term_kind_code (DolenTermKind kind);

/** dolen_term_kind_from_code: the kind, or DOLEN_TERM_N_KINDS. */
DolenTermKind dolen_term_kind_from_code (const char *code);

G_END_DECLS
