/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-own-terms.h"
#include "matching/dolen-vocabulary-private.h"

#include "base/dolen-paths.h"

static const char *const kind_codes[] = { "interest", "need", "barrier", "enabler" };

static void
free_entry (gpointer data)
{
  DolenVocabularyEntry *entry = data;

  g_array_unref (entry->broader);
  g_array_unref (entry->related);
  g_free (entry);
}

DolenVocabulary *
dolen_own_terms_apply (const DolenOwnTerms *own, const char *folder, char ***wrong, GError **error)
{
  g_autofree char *installed = folder == NULL ? dolen_path_data ("vocabulary") : NULL;
  g_autoptr (DolenVocabulary) self = g_new0 (DolenVocabulary, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  self->references = 1;
  self->strings = g_string_chunk_new (16 * 1024);
  self->remedies = g_array_new (FALSE, FALSE, sizeof (DolenRemedy));
  self->at_home = g_array_new (FALSE, FALSE, sizeof (DolenBarrierTerm));
  self->no_use = g_array_new (FALSE, FALSE, sizeof (DolenBarrierTerm));
  self->phrases = dolen_phrases_new ();
  for (guint i = 0; i < DOLEN_TERM_N_KINDS; i++) {
    self->entries[i] = g_ptr_array_new_with_free_func (free_entry);
    self->by_code[i] = g_hash_table_new (g_str_hash, g_str_equal);
  }
  if (!dolen_vocabulary_read (self, folder != NULL ? folder : installed, own, builder, error))
    return NULL;
  if (wrong != NULL)
    *wrong = g_strv_builder_end (builder);
  return g_steal_pointer (&self);
}

DolenVocabulary *
dolen_vocabulary_new (const char *folder, GError **error)
{
  return dolen_own_terms_apply (NULL, folder, NULL, error);
}

/* The default one, and before it those that were: whoever was given one may hold it for ever. */
static GMutex defaults_mutex;
static GPtrArray *defaults;

DolenVocabulary *
dolen_vocabulary_default (GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&defaults_mutex);
  DolenVocabulary *installed;

  if (defaults == NULL) {
    installed = dolen_vocabulary_new (NULL, error);
    if (installed == NULL)
      return NULL;
    defaults = g_ptr_array_new ();
    g_ptr_array_add (defaults, installed);
  }
  return g_ptr_array_index (defaults, defaults->len - 1);
}

void
dolen_vocabulary_set_default (DolenVocabulary *vocabulary)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&defaults_mutex);

  g_return_if_fail (vocabulary != NULL);
  if (defaults == NULL)
    defaults = g_ptr_array_new ();
  g_ptr_array_add (defaults, vocabulary);
}

DolenVocabulary *
dolen_vocabulary_ref (DolenVocabulary *self)
{
  g_atomic_int_inc (&self->references);
  return self;
}

void
dolen_vocabulary_unref (DolenVocabulary *self)
{
  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  for (guint i = 0; i < DOLEN_TERM_N_KINDS; i++) {
    g_ptr_array_unref (self->entries[i]);
    g_hash_table_unref (self->by_code[i]);
  }
  dolen_phrases_free (self->phrases);
  g_array_unref (self->remedies);
  g_array_unref (self->at_home);
  g_array_unref (self->no_use);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
dolen_vocabulary_count (DolenVocabulary *self, DolenTermKind kind)
{
  return self->entries[kind]->len;
}

const DolenTerm *
dolen_vocabulary_term (DolenVocabulary *self, DolenTermKind kind, guint index)
{
  g_return_val_if_fail (index < self->entries[kind]->len, NULL);
  return &((DolenVocabularyEntry *) g_ptr_array_index (self->entries[kind], index))->term;
}

const DolenTerm *
dolen_vocabulary_by_code (DolenVocabulary *self, DolenTermKind kind, const char *code)
{
  DolenVocabularyEntry *entry
      = code != NULL ? g_hash_table_lookup (self->by_code[kind], code) : NULL;

  return entry != NULL ? &entry->term : NULL;
}

const DolenTermSet *
dolen_vocabulary_closure (DolenVocabulary *self, DolenTermKind kind, guint index)
{
  g_return_val_if_fail (index < self->entries[kind]->len, NULL);
  return &((DolenVocabularyEntry *) g_ptr_array_index (self->entries[kind], index))->closure;
}

const DolenRelated *
dolen_vocabulary_related (DolenVocabulary *self, DolenTermKind kind, guint index, guint *n)
{
  DolenVocabularyEntry *entry;

  *n = 0;
  g_return_val_if_fail (index < self->entries[kind]->len, NULL);
  entry = g_ptr_array_index (self->entries[kind], index);
  *n = entry->related->len;
  return (const DolenRelated *) (gpointer) entry->related->data;
}

const char *
dolen_term_label (const DolenTerm *term, DolenLanguage language)
{
  return language == DOLEN_LANGUAGE_CY ? term->label_cy : term->label_en;
}

const char *
dolen_term_kind_code (DolenTermKind kind)
{
  return kind < DOLEN_TERM_N_KINDS ? kind_codes[kind] : NULL;
}

DolenTermKind
dolen_term_kind_from_code (const char *code)
{
  for (guint i = 0; i < DOLEN_TERM_N_KINDS; i++)
    if (g_strcmp0 (code, kind_codes[i]) == 0)
      return (DolenTermKind) i;
  return DOLEN_TERM_N_KINDS;
}

DolenPhrases *
dolen_vocabulary_phrases (DolenVocabulary *self)
{
  return self->phrases;
}

int
dolen_vocabulary_version (DolenVocabulary *self)
{
  return self->version;
}
