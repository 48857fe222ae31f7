/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-safe-paper.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DolenSafePaper {
  DolenVocabulary *vocabulary;           /* (owned) */
  DolenTagger *tagger;                   /* (owned) */
  GHashTable *codes[DOLEN_TERM_N_KINDS]; /* (owned) set of codes that call for the question */
  GPtrArray *names;                      /* (owned) folded: bodies that everybody knows */
};

void
dolen_safe_paper_free (DolenSafePaper *self)
{
  if (self == NULL)
    return;
  for (int kind = 0; kind < DOLEN_TERM_N_KINDS; kind++)
    g_hash_table_unref (self->codes[kind]);
  g_ptr_array_unref (self->names);
  dolen_tagger_free (self->tagger);
  dolen_vocabulary_unref (self->vocabulary);
  g_free (self);
}

/* ---- the file ---- */

/* The term itself and all that is narrower. */
static void
add_code (DolenSafePaper *self, DolenTermKind kind, const char *code)
{
  const DolenTerm *named = dolen_vocabulary_by_code (self->vocabulary, kind, code);

  if (named == NULL)
    return;
  for (guint i = 0; i < dolen_vocabulary_count (self->vocabulary, kind); i++)
    if (dolen_term_set_has (dolen_vocabulary_closure (self->vocabulary, kind, i), named->index))
      g_hash_table_add (self->codes[kind],
                        g_strdup (dolen_vocabulary_term (self->vocabulary, kind, i)->code));
}

static void
add_codes (DolenSafePaper *self, DolenTermKind kind, json_object *list)
{
  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *code = dolen_json_text (dolen_json_at (list, i));

    if (code != NULL)
      add_code (self, kind, code);
  }
}

/* As words between blanks, so that "Respect" is not found in "respectful". */
static char *
fold (const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  g_autofree char *joined = g_strjoinv (" ", words);

  return g_strdup_printf (" %s ", joined);
}

static void
add_names (DolenSafePaper *self, json_object *list)
{
  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *name = dolen_json_text (dolen_json_at (list, i));

    if (name != NULL)
      g_ptr_array_add (self->names, fold (name));
  }
}

DolenSafePaper *
dolen_safe_paper_new (const char *path, DolenVocabulary *vocabulary, GError **error)
{
  g_autofree char *installed = dolen_path_data ("casework/safe-at-home.json");
  json_object *file = json_object_from_file (path != NULL ? path : installed);
  DolenSafePaper *self;

  if (dolen_json_length (dolen_json_get (file, "needs")) == 0) {
    json_object_put (file);
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: a file follows. */
                 _ ("The list of what a paper may not say is missing or empty: %s"),
                 path != NULL ? path : installed);
    return NULL;
  }
  self = g_new0 (DolenSafePaper, 1);
  self->vocabulary = dolen_vocabulary_ref (vocabulary);
  self->tagger = dolen_tagger_new (vocabulary);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (int kind = 0; kind < DOLEN_TERM_N_KINDS; kind++)
    self->codes[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_codes (self, DOLEN_TERM_NEED, dolen_json_get (file, "needs"));
  add_codes (self, DOLEN_TERM_BARRIER, dolen_json_get (file, "barriers"));
  add_names (self, dolen_json_get (file, "names"));
  json_object_put (file);
  return self;
}

/* ---- what it says ---- */

static gboolean
has_any (const DolenSafePaper *self, DolenTermKind kind, const char *const *codes)
{
  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++)
    if (g_hash_table_contains (self->codes[kind], codes[i]))
      return TRUE;
  return FALSE;
}

gboolean
dolen_safe_paper_person_asks (const DolenSafePaper *self,
                              const char *const *needs,
                              const char *const *barriers)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return has_any (self, DOLEN_TERM_NEED, needs) || has_any (self, DOLEN_TERM_BARRIER, barriers);
}

static gboolean
is_known_body (const DolenSafePaper *self, const char *name)
{
  g_autofree char *folded = name != NULL ? fold (name) : NULL;

  for (guint i = 0; folded != NULL && i < self->names->len; i++)
    if (strstr (folded, g_ptr_array_index (self->names, i)) != NULL)
      return TRUE;
  return FALSE;
}

static GPtrArray *
read_name (const DolenSafePaper *self, const DolenBilingual *name)
{
  const DolenTaggerText texts[] = {
    { dolen_bilingual_peek (name, DOLEN_LANGUAGE_EN), DOLEN_TAGGER_UNKNOWN, TRUE },
    { dolen_bilingual_peek (name, DOLEN_LANGUAGE_CY), DOLEN_TAGGER_WELSH, TRUE },
  };

  return dolen_tagger_read (self->tagger, texts, G_N_ELEMENTS (texts));
}

static gboolean
name_asks (const DolenSafePaper *self, const DolenBilingual *name)
{
  g_autoptr (GPtrArray) readings = read_name (self, name);

  for (guint i = 0; i < readings->len; i++) {
    const DolenReading *reading = g_ptr_array_index (readings, i);

    if (reading->value
        && g_hash_table_contains (self->codes[reading->term->kind], reading->term->code))
      return TRUE;
  }
  return is_known_body (self, dolen_bilingual_peek (name, DOLEN_LANGUAGE_EN))
         || is_known_body (self, dolen_bilingual_peek (name, DOLEN_LANGUAGE_CY));
}

gboolean
dolen_safe_paper_service_asks (const DolenSafePaper *self,
                               const DolenService *service,
                               const DolenOrganisation *organisation)
{
  g_return_val_if_fail (self != NULL && service != NULL, TRUE);

  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTag *tag = g_ptr_array_index (service->tags, i);

    if (tag->kind == DOLEN_TAG_NEED && tag->value && tag->state != DOLEN_TAG_REJECTED
        && g_hash_table_contains (self->codes[DOLEN_TERM_NEED], tag->code))
      return TRUE;
  }
  return name_asks (self, &service->name)
         || (organisation != NULL && name_asks (self, &organisation->name));
}

const char *
dolen_safe_paper_name (const DolenSafePaper *self,
                       const DolenService *service,
                       DolenLanguage language)
{
  g_autoptr (GPtrArray) readings = NULL;

  g_return_val_if_fail (self != NULL && service != NULL, NULL);

  if (dolen_safe_paper_service_asks (self, service, NULL))
    return NULL;
  readings = read_name (self, &service->name);
  for (guint i = 0; i < readings->len; i++) {
    const DolenReading *reading = g_ptr_array_index (readings, i);

    if (reading->term->kind != DOLEN_TERM_ENABLER)
      return NULL;
  }
  return dolen_bilingual_get (&service->name, language);
}
