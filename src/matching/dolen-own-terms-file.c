/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-own-terms.h"

#include "format/dolen-json-file.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

/*
 * {"format": "dolen-own-terms", "version": 3, "terms": [{"kind": "interest", "code": "crafts",
 *  "en": {"label": "...", "words": ["..."]}, "cy": {...}, "hidden": true, "broader": "..."}]}
 *
 * Whatever in it is not understood is left out and told; it never stops the program.
 */

#define FORMAT "dolen-own-terms"

/* The file's object; NULL where there is none or it is not one, which @wrong then says. */
static json_object *
read_object (const char *path, GStrvBuilder *wrong)
{
  g_autoptr (GError) error = NULL;
  json_object *root = dolen_json_file_read (path, &error);
  g_autofree char *sentence = NULL;

  if (root != NULL && json_object_is_type (dolen_json_get (root, "terms"), json_type_array))
    return root;
  if (root != NULL)
    /* Translators: %s is the path of a file. */
    sentence = g_strdup_printf (_ ("%s holds no list of terms."), path);
  else if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    sentence = g_strdup (error->message);
  if (sentence != NULL)
    g_strv_builder_add (wrong, sentence);
  json_object_put (root);
  return NULL;
}

static char **
read_words (json_object *side)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  json_object *list = dolen_json_get (side, "words");

  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *word = dolen_json_text (dolen_json_at (list, i));

    if (word != NULL)
      g_strv_builder_add (words, word);
  }
  return g_strv_builder_end (words);
}

static DolenOwnTerm *
read_term (json_object *object)
{
  g_autofree char *kind_code = dolen_json_get_line (object, "kind");
  g_autofree char *code = dolen_json_get_line (object, "code");
  DolenTermKind kind = dolen_term_kind_from_code (kind_code);
  g_autoptr (DolenOwnTerm) term = NULL;

  if (kind == DOLEN_TERM_N_KINDS || code == NULL)
    return NULL;
  term = dolen_own_term_new (kind, code);
  term->hidden = dolen_json_get_flag (object, "hidden");
  term->broader = dolen_json_get_line (object, "broader");
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++) {
    json_object *side = dolen_json_get (object, dolen_language_code ((DolenLanguage) l));

    term->label[l] = dolen_json_get_line (side, "label");
    term->words[l] = read_words (side);
  }
  if (dolen_own_term_is_new (term) && term->label[DOLEN_LANGUAGE_EN] == NULL
      && term->label[DOLEN_LANGUAGE_CY] == NULL)
    return NULL;
  return g_steal_pointer (&term);
}

DolenOwnTerms *
dolen_own_terms_read (const char *path, char ***wrong)
{
  DolenOwnTerms *own = dolen_own_terms_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  json_object *root = read_object (path, builder);
  json_object *list = dolen_json_get (root, "terms");

  own->version = root != NULL ? MAX (dolen_json_get_int (root, "version"), 0) : 0;
  for (guint i = 0; i < dolen_json_length (list); i++) {
    DolenOwnTerm *term = read_term (dolen_json_at (list, i));

    if (term != NULL) {
      dolen_own_terms_put (own, term);
    } else {
      g_autofree char *sentence
          /* Translators: a file of terms of the scheme's own; %u is which of them, from 1. */
          = g_strdup_printf (_ ("Own term %u has no known kind, no code, or no label."), i + 1);

      g_strv_builder_add (builder, sentence);
    }
  }
  json_object_put (root);
  if (wrong != NULL)
    *wrong = g_strv_builder_end (builder);
  return own;
}

/* ---- writing ---- */

static void
add_side (json_object *object, const DolenOwnTerm *term, DolenLanguage language)
{
  char **words = term->words[language];
  json_object *side, *list;

  if (term->label[language] == NULL && (words == NULL || words[0] == NULL))
    return;
  side = json_object_new_object ();
  list = json_object_new_array ();
  dolen_json_put_text (side, "label", term->label[language]);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    json_object_array_add (list, json_object_new_string (words[i]));
  json_object_object_add (side, "words", list);
  json_object_object_add (object, dolen_language_code (language), side);
}

static json_object *
write_term (const DolenOwnTerm *term)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "kind", dolen_term_kind_code (term->kind));
  dolen_json_put_text (object, "code", term->code);
  dolen_json_put_text (object, "broader", term->broader);
  if (term->hidden)
    json_object_object_add (object, "hidden", json_object_new_boolean (TRUE));
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++)
    add_side (object, term, (DolenLanguage) l);
  return object;
}

gboolean
dolen_own_terms_write (DolenOwnTerms *own, const char *path, GError **error)
{
  json_object *root = json_object_new_object ();
  json_object *list = json_object_new_array ();
  gboolean ok;

  dolen_json_put_text (root, "format", FORMAT);
  json_object_object_add (root, "version", json_object_new_int (own->version + 1));
  for (guint i = 0; i < own->terms->len; i++)
    json_object_array_add (list, write_term (g_ptr_array_index (own->terms, i)));
  json_object_object_add (root, "terms", list);
  ok = dolen_json_file_write (path, root, error);
  json_object_put (root);
  if (ok)
    own->version++;
  return ok;
}
