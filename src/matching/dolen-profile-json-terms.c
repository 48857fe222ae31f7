/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-profile-json-private.h"

#include "matching/dolen-vocabulary-understand.h"

#include <string.h>

/*
 * Codes, labels, or what somebody typed, as in the conversation: "gardning", "no car, likes canu".
 * What is not understood is looked for in the groups' own words where it is sought; what is in the
 * way, or disliked, is not, nor what is left over of a need ("after" of "after prison"). That is
 * told, and so is what was read by another spelling than the one it has.
 */

/* One text of a list. */
typedef struct {
  DolenProfileReader *reader;
  const char *key;
  DolenTermKind kind;
  DolenTermSet *set;
} Target;

static gboolean
is_disliked (const Target *target)
{
  return target->set == &target->reader->profile->dislikes;
}

/* Where a term of a kind belongs; NULL: nowhere in a profile. */
static DolenTermSet *
set_of (DolenProfile *profile, DolenTermKind kind)
{
  switch (kind) {
  case DOLEN_TERM_INTEREST:
    return &profile->interests;
  case DOLEN_TERM_NEED:
    return &profile->needs;
  case DOLEN_TERM_BARRIER:
    return &profile->barriers;
  case DOLEN_TERM_ENABLER:
  case DOLEN_TERM_N_KINDS:
    break;
  }
  return NULL;
}

/* (nullable): the barrier that @words name where, as a need, they only touch on one: "oxygen" is in
 * the way and tells of the lungs; "dementia" is a need by that very name. */
static const DolenTerm *
also_in_the_way (const Target *target, const DolenTerm *need, const char *words)
{
  g_autofree char *code = g_ascii_strdown (words, -1);

  if (target->kind != DOLEN_TERM_NEED || g_str_equal (need->code, code))
    return NULL;
  return dolen_vocabulary_by_code (target->reader->vocabulary, DOLEN_TERM_BARRIER, code);
}

/* Whether the same words mean a term of the kind that is asked for: "dementia" is a need there and
 * a barrier here. */
static gboolean
has_own_meaning (const Target *target, const DolenUnderstanding *read, const DolenUnderstood *one)
{
  for (guint i = 0; i < read->terms->len; i++) {
    const DolenUnderstood *other = g_ptr_array_index (read->terms, i);

    if (other->term->kind == target->kind && other->start < one->end && one->start < other->end
        && also_in_the_way (target, other->term, one->words) != one->term)
      return TRUE;
  }
  return FALSE;
}

/* Returns: whether it went anywhere */
static gboolean
take (const Target *target, const DolenUnderstanding *read, const DolenUnderstood *one)
{
  DolenProfile *profile = target->reader->profile;
  DolenTermSet *set = set_of (profile, one->term->kind);

  if (one->term->kind == target->kind)
    set = target->set;
  else if (set == NULL || is_disliked (target) || has_own_meaning (target, read, one))
    return FALSE;
  if (one->negated && one->term->kind == DOLEN_TERM_INTEREST)
    set = &profile->dislikes;
  if (!one->negated || set == &profile->dislikes)
    dolen_term_set_add (set, one->term->index);
  return TRUE;
}

static void
leave_as_words (const Target *target, const char *words)
{
  dolen_profile_note_unknown (target->reader, target->key, words);
  if (!is_disliked (target) && target->kind != DOLEN_TERM_BARRIER && words[0] != '\0')
    dolen_profile_add_word (target->reader->profile, words);
}

/* "needs: lonley: lonely": how a text was read that is spelt otherwise. */
static void
note_spelling (const Target *target, const char *words, const char *respelt)
{
  g_autofree char *line = g_strdup_printf ("%s: %s: %s", target->key, words, respelt);

  dolen_profile_add_respelt (target->reader->profile, line);
}

/* (nullable): by its code, or a label as a whole, or the beginning of one. */
static const DolenTerm *
find_one (const Target *target, const char *words)
{
  DolenVocabulary *vocabulary = target->reader->vocabulary;
  const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, target->kind, words);
  g_autoptr (GPtrArray) found = NULL;

  if (term != NULL || strchr (words, ' ') != NULL)
    return term;
  found = dolen_vocabulary_find (vocabulary, target->kind, words, 1);
  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

static void
read_one (const Target *target, const char *words)
{
  const DolenTerm *term = find_one (target, words);
  g_autoptr (DolenUnderstanding) read = NULL;
  gboolean taken = FALSE;

  if (term != NULL) {
    const DolenTerm *barrier = also_in_the_way (target, term, words);

    dolen_term_set_add (target->set, term->index);
    if (barrier != NULL)
      dolen_term_set_add (&target->reader->profile->barriers, barrier->index);
    return;
  }
  read = dolen_vocabulary_understand (target->reader->vocabulary, words, dolen_language_current ());
  for (guint i = 0; i < read->terms->len; i++)
    taken |= take (target, read, g_ptr_array_index (read->terms, i));
  if (!taken)
    leave_as_words (target, words);
  if (taken && read->respelt != NULL)
    note_spelling (target, words, read->respelt);
  for (guint i = 0; taken && read->rest[i] != NULL; i++)
    if (target->kind == DOLEN_TERM_INTEREST)
      leave_as_words (target, read->rest[i]);
    else
      dolen_profile_note_unknown (target->reader, target->key, read->rest[i]);
}

gboolean
dolen_profile_read_terms (DolenProfileReader *reader,
                          const char *key,
                          JsonValue *value,
                          DolenTermKind kind,
                          DolenTermSet *set,
                          GError **error)
{
  g_autoptr (GPtrArray) texts = dolen_profile_read_texts (key, value, error);
  const Target target = { reader, key, kind, set };

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    read_one (&target, g_ptr_array_index (texts, i));
  return texts != NULL;
}
