/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-own-terms.h"

#include <string.h>

DolenOwnTerm *
dolen_own_term_new (DolenTermKind kind, const char *code)
{
  DolenOwnTerm *term = g_new0 (DolenOwnTerm, 1);

  term->kind = kind;
  term->code = g_strdup (code);
  return term;
}

DolenOwnTerm *
dolen_own_term_copy (const DolenOwnTerm *term)
{
  DolenOwnTerm *copy = dolen_own_term_new (term->kind, term->code);

  copy->broader = g_strdup (term->broader);
  copy->hidden = term->hidden;
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++) {
    copy->label[l] = g_strdup (term->label[l]);
    copy->words[l] = g_strdupv (term->words[l]);
  }
  return copy;
}

void
dolen_own_term_free (DolenOwnTerm *term)
{
  if (term == NULL)
    return;
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++) {
    g_free (term->label[l]);
    g_strfreev (term->words[l]);
  }
  g_free (term->broader);
  g_free (term->code);
  g_free (term);
}

gboolean
dolen_own_term_is_new (const DolenOwnTerm *term)
{
  return g_str_has_prefix (term->code, DOLEN_OWN_CODE);
}

gboolean
dolen_own_term_is_empty (const DolenOwnTerm *term)
{
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++)
    if (term->label[l] != NULL || (term->words[l] != NULL && term->words[l][0] != NULL))
      return FALSE;
  return !term->hidden;
}

DolenOwnTerms *
dolen_own_terms_new (void)
{
  DolenOwnTerms *own = g_new0 (DolenOwnTerms, 1);

  own->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_own_term_free);
  return own;
}

DolenOwnTerms *
dolen_own_terms_copy (const DolenOwnTerms *own)
{
  DolenOwnTerms *copy = dolen_own_terms_new ();

  copy->version = own->version;
  for (guint i = 0; i < own->terms->len; i++)
    g_ptr_array_add (copy->terms, dolen_own_term_copy (g_ptr_array_index (own->terms, i)));
  return copy;
}

void
dolen_own_terms_free (DolenOwnTerms *own)
{
  if (own == NULL)
    return;
  g_ptr_array_unref (own->terms);
  g_free (own);
}

static gboolean
find (const DolenOwnTerms *own, DolenTermKind kind, const char *code, guint *at)
{
  for (guint i = 0; i < own->terms->len; i++) {
    const DolenOwnTerm *term = g_ptr_array_index (own->terms, i);

    if (term->kind != kind || g_strcmp0 (term->code, code) != 0)
      continue;
    *at = i;
    return TRUE;
  }
  return FALSE;
}

const DolenOwnTerm *
dolen_own_terms_get (const DolenOwnTerms *own, DolenTermKind kind, const char *code)
{
  guint at = 0;

  return own != NULL && find (own, kind, code, &at) ? g_ptr_array_index (own->terms, at) : NULL;
}

void
dolen_own_terms_put (DolenOwnTerms *own, DolenOwnTerm *term)
{
  gboolean empty = dolen_own_term_is_empty (term);
  guint at = 0;

  if (!find (own, term->kind, term->code, &at)) {
    if (empty)
      dolen_own_term_free (term);
    else
      g_ptr_array_add (own->terms, term);
    return;
  }
  if (empty) {
    g_ptr_array_remove_index (own->terms, at);
    dolen_own_term_free (term);
    return;
  }
  dolen_own_term_free (g_ptr_array_index (own->terms, at));
  own->terms->pdata[at] = term;
}

char *
dolen_own_terms_new_code (const DolenOwnTerms *own, DolenTermKind kind, const char *label)
{
  g_autofree char *ascii = g_str_to_ascii (label, "C");
  GString *code = g_string_new (DOLEN_OWN_CODE);
  guint at = 0;
  gsize length;

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (code, g_ascii_tolower (*p));
    else if (code->str[code->len - 1] != '-')
      g_string_append_c (code, '-');
  if (code->len == strlen (DOLEN_OWN_CODE))
    g_string_append (code, "term");
  else if (code->str[code->len - 1] == '-')
    g_string_truncate (code, code->len - 1);
  length = code->len;
  for (guint n = 2; find (own, kind, code->str, &at); n++) {
    g_string_truncate (code, length);
    g_string_append_printf (code, "-%u", n);
  }
  return g_string_free (code, FALSE);
}
