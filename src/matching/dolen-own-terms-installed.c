/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-own-terms.h"

#include "base/dolen-paths.h"
#include "format/dolen-json-value.h"
#include "matching/dolen-vocabulary-private.h"

/*
 * The installed vocabulary as it is beneath what staff say: for showing both beside each other.
 */

/* Loaded once and kept to the end of the process. */
static DolenVocabulary *
installed (void)
{
  static DolenVocabulary *vocabulary = NULL;
  static gsize once = 0;

  if (g_once_init_enter (&once)) {
    vocabulary = dolen_vocabulary_new (NULL, NULL);
    g_once_init_leave (&once, 1);
  }
  return vocabulary;
}

const char *
dolen_own_terms_installed_label (DolenTermKind kind, const char *code, DolenLanguage language)
{
  DolenVocabulary *vocabulary = installed ();
  const DolenTerm *term
      = vocabulary != NULL ? dolen_vocabulary_by_code (vocabulary, kind, code) : NULL;

  return term != NULL ? dolen_term_label (term, language) : "";
}

static void
append_words (GString *text, json_object *side, const char *key)
{
  json_object *list = dolen_json_get (side, key);

  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *word = dolen_json_text (dolen_json_at (list, i));

    if (word != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
  }
}

static json_object *
term_of (json_object *root, const char *code)
{
  json_object *list = dolen_json_get (root, "terms");

  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *term = dolen_json_at (list, i);
    g_autofree char *other = dolen_json_get_line (term, "code");

    if (g_strcmp0 (other, code) == 0)
      return term;
  }
  return NULL;
}

char *
dolen_own_terms_dup_installed_words (DolenTermKind kind, const char *code, DolenLanguage language)
{
  static const char *const keys[] = { "words", "name", "typed" };
  g_autofree char *folder = dolen_path_data ("vocabulary");
  g_autofree char *path = g_build_filename (folder, dolen_vocabulary_file (kind), NULL);
  GString *text = g_string_new (NULL);
  json_object *root = code != NULL ? json_object_from_file (path) : NULL;
  json_object *side = dolen_json_get (term_of (root, code), dolen_language_code (language));

  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    append_words (text, side, keys[k]);
  json_object_put (root);
  return g_string_free (text, text->len == 0);
}
