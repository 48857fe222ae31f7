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

/* The rules by which an edited service is read; made anew where staff changed the vocabulary. */
typedef struct {
  DolenVocabulary *vocabulary; /* (unowned) kept to the end of the process */
  DolenTagger *tagger;         /* (owned) (nullable) */
} Reader;

static void
reader_free (gpointer data)
{
  Reader *reader = data;

  g_clear_pointer (&reader->tagger, dolen_tagger_free);
  g_free (reader);
}

static gboolean
read_words (DolenDirectory *directory, gint64 id, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  DolenVocabulary *vocabulary = dolen_vocabulary_default (error);

  if (vocabulary == NULL)
    return FALSE;
  if (reader->vocabulary != vocabulary) {
    g_clear_pointer (&reader->tagger, dolen_tagger_free);
    reader->tagger = dolen_tagger_new (vocabulary);
    reader->vocabulary = vocabulary;
  }
  return dolen_tagging_update_service (
      dolen_directory_get_db (directory), reader->tagger, id, error);
}

void
dolen_lend_vocabulary (DolenDirectory *directory)
{
  g_autoptr (GError) error = NULL;
  DolenVocabulary *vocabulary = dolen_vocabulary_default (&error);

  if (vocabulary == NULL) {
    g_warning ("No vocabulary: %s", error->message);
    return;
  }
  dolen_directory_set_labels (directory, label_of_tag, vocabulary);
  dolen_directory_set_reader (directory, read_words, g_new0 (Reader, 1), reader_free);
}
