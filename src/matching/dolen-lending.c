/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-lending.h"

#include "matching/dolen-tagging.h"

DolenTagger *
dolen_lend_tagging (DolenImportHooks *hooks, GError **error)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (error);
  DolenTagger *tagger;

  if (vocabulary == NULL)
    return NULL;
  tagger = dolen_tagger_new (vocabulary);
  hooks->tag_service = dolen_tagging_tag_service;
  hooks->user_data = tagger;
  return tagger;
}

static const char *
label_of_tag (DolenTagKind kind, const char *code, DolenLanguage language, gpointer user_data)
{
  DolenVocabulary *vocabulary = user_data;
  const DolenTerm *term;
  DolenTermKind of;

  if (kind == DOLEN_TAG_INTEREST)
    of = DOLEN_TERM_INTEREST;
  else if (kind == DOLEN_TAG_NEED)
    of = DOLEN_TERM_NEED;
  else if (kind == DOLEN_TAG_ENABLER)
    of = DOLEN_TERM_ENABLER;
  else
    return NULL;
  term = dolen_vocabulary_by_code (vocabulary, of, code);
  if (term == NULL)
    return NULL;
  return language == DOLEN_LANGUAGE_CY ? term->label_cy : term->label_en;
}

void
dolen_lend_labels (DolenDirectory *directory)
{
  g_autoptr (GError) error = NULL;
  DolenVocabulary *vocabulary = dolen_vocabulary_default (&error);

  if (vocabulary == NULL)
    g_warning ("No vocabulary: %s", error->message);
  else
    dolen_directory_set_labels (directory, label_of_tag, vocabulary);
}
