/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-vocabulary-private.h"

#include "base/dolen-error.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What removes a barrier, who is at home with it, and which help is of no use to whom it holds:
 * remedies.json. */

#define FILE_NAME "remedies.json"

static gboolean
fail (GError **error, const char *where, const char *what)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               _ ("The vocabulary file %s is not right at “%s”: %s"),
               FILE_NAME,
               where != NULL ? where : "",
               what);
  return FALSE;
}

static int
compare_remedies (gconstpointer a, gconstpointer b)
{
  const DolenRemedy *x = a, *y = b;

  if (x->barrier != y->barrier)
    return x->barrier < y->barrier ? -1 : 1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return x->enabler < y->enabler ? -1 : x->enabler > y->enabler;
}

/* (nullable): the term of a code, which is told where there is none. */
static const DolenTerm *
find_term (DolenVocabulary *self, DolenTermKind kind, json_object *value, GError **error)
{
  g_autofree char *code = dolen_json_text (value);
  const DolenTerm *term = dolen_vocabulary_by_code (self, kind, code);

  if (term == NULL)
    fail (error, code, _ ("an unknown code"));
  return term;
}

static gboolean
read_remedy (DolenVocabulary *self, json_object *object, GError **error)
{
  g_autofree char *degree = dolen_json_get_text (object, "removes");
  const DolenTerm *barrier
      = find_term (self, DOLEN_TERM_BARRIER, dolen_json_get (object, "barrier"), error);
  const DolenTerm *enabler
      = barrier != NULL
            ? find_term (self, DOLEN_TERM_ENABLER, dolen_json_get (object, "enabler"), error)
            : NULL;
  DolenRemedy remedy = { 0 };

  if (enabler == NULL)
    return FALSE;
  if (dolen_vocabulary_remedy (self, barrier->index, enabler->index) != NULL)
    return fail (error, enabler->code, _ ("the pair is there twice"));
  remedy.enabler = enabler->index;
  remedy.barrier = barrier->index;
  if (g_strcmp0 (degree, "full") == 0)
    remedy.degree = DOLEN_REMEDY_FULL;
  else if (g_strcmp0 (degree, "partly") == 0)
    remedy.degree = DOLEN_REMEDY_PARTLY;
  else
    return fail (error, enabler->code, _ ("neither “full” nor “partly”"));
  remedy.blocks = dolen_json_get_flag (object, "no-blocks");
  g_array_append_val (self->remedies, remedy);
  return TRUE;
}

/* The codes of @key, each with @barrier. */
static gboolean
read_terms (DolenVocabulary *self,
            const DolenTerm *barrier,
            json_object *object,
            const char *key,
            DolenTermKind kind,
            GArray *pairs,
            GError **error)
{
  json_object *list = dolen_json_get (object, key);

  for (guint i = 0; i < dolen_json_length (list); i++) {
    const DolenTerm *term = find_term (self, kind, dolen_json_at (list, i), error);
    DolenBarrierTerm pair = { barrier->index, kind, 0 };

    if (term == NULL)
      return FALSE;
    pair.index = term->index;
    g_array_append_val (pairs, pair);
  }
  return TRUE;
}

/* Rows of a barrier and what goes with it. */
static gboolean
read_pairs (DolenVocabulary *self, json_object *list, GArray *pairs, GError **error)
{
  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *object = dolen_json_at (list, i);
    const DolenTerm *barrier
        = find_term (self, DOLEN_TERM_BARRIER, dolen_json_get (object, "barrier"), error);

    if (barrier == NULL
        || !read_terms (self, barrier, object, "needs", DOLEN_TERM_NEED, pairs, error)
        || !read_terms (self, barrier, object, "interests", DOLEN_TERM_INTEREST, pairs, error)
        || !read_terms (self, barrier, object, "enablers", DOLEN_TERM_ENABLER, pairs, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_lists (DolenVocabulary *self, json_object *root, GError **error)
{
  json_object *remedies = dolen_json_get (root, "remedies");
  g_autofree char *format = dolen_json_get_text (root, "format");

  if (root == NULL || g_strcmp0 (format, "dolen-vocabulary") != 0 || remedies == NULL)
    return fail (
        error, "remedies", root == NULL ? json_util_get_last_err () : _ ("not such a file"));
  for (guint i = 0; i < dolen_json_length (remedies); i++)
    if (!read_remedy (self, dolen_json_at (remedies, i), error))
      return FALSE;
  return read_pairs (self, dolen_json_get (root, "at-home"), self->at_home, error)
         && read_pairs (self, dolen_json_get (root, "no-use"), self->no_use, error);
}

gboolean
dolen_vocabulary_read_remedies (DolenVocabulary *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  json_object *root = json_object_from_file (path);
  gboolean ok = read_lists (self, root, error);

  g_array_sort (self->remedies, compare_remedies);
  json_object_put (root);
  return ok;
}

const DolenRemedy *
dolen_vocabulary_remedy (DolenVocabulary *self, guint barrier, guint enabler)
{
  for (guint i = 0; i < self->remedies->len; i++) {
    const DolenRemedy *remedy = &g_array_index (self->remedies, DolenRemedy, i);

    if (remedy->barrier == barrier && remedy->enabler == enabler)
      return remedy;
  }
  return NULL;
}

const DolenRemedy *
dolen_vocabulary_remedies (DolenVocabulary *self, guint barrier, guint *n)
{
  const DolenRemedy *first = NULL;

  *n = 0;
  for (guint i = 0; i < self->remedies->len; i++) {
    const DolenRemedy *remedy = &g_array_index (self->remedies, DolenRemedy, i);

    if (remedy->barrier != barrier)
      continue;
    if (first == NULL)
      first = remedy;
    (*n)++;
  }
  return first;
}

const DolenBarrierTerm *
dolen_vocabulary_at_home (DolenVocabulary *self, guint *n)
{
  *n = self->at_home->len;
  return (const DolenBarrierTerm *) (gpointer) self->at_home->data;
}

const DolenBarrierTerm *
dolen_vocabulary_no_use (DolenVocabulary *self, guint *n)
{
  *n = self->no_use->len;
  return (const DolenBarrierTerm *) (gpointer) self->no_use->data;
}
