/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-tokenizer.h"

#include "language/dolen-plurals.h"
#include "language/dolen-search-terms-private.h"
#include "language/dolen-welsh.h"
#include "language/dolen-words.h"

#include <string.h>

#define MAX_WORDS 12
#define MAX_WORD_BYTES 200

/* The beginning of a word has other forms only from three letters on: "gy" would bring all of c. */
#define MIN_MUTATED_PREFIX 3

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The words of a text as they were written; signs part them, as they part them in the index. */
static GPtrArray *
split_words (const char *text, gboolean *last_is_open)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *p = text;

  *last_is_open = FALSE;
  while (*p != '\0') {
    const char *start;

    while (*p != '\0' && !is_word_character (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    for (start = p; *p != '\0' && is_word_character (g_utf8_get_char (p));)
      p = g_utf8_next_char (p);
    if (p > start && p - start <= MAX_WORD_BYTES) {
      g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
      *last_is_open = *p == '\0';
    }
  }
  return words;
}

/* Function words narrow nothing, and where a text lacks one it would be missed. The word still
 * being typed stays: "the" may become "theatre". */
static void
leave_out_function_words (GPtrArray *words, gboolean last_is_open)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < words->len; i++) {
    g_autofree char *folded = dolen_welsh_fold (words->pdata[i]);
    gboolean open = last_is_open && i + 1 == words->len;

    if (open || !dolen_words_have (DOLEN_WORDS_FUNCTION, folded))
      g_ptr_array_add (kept, words->pdata[i]);
  }
  if (kept->len == 0)
    return;
  for (guint i = words->len; i > 0; i--)
    if (!g_ptr_array_find (kept, words->pdata[i - 1], NULL))
      g_ptr_array_remove_index (words, i - 1);
}

static gboolean
has_other_forms (const char *word, gboolean open)
{
  g_autofree char *folded = dolen_welsh_fold (word);
  gsize length = strlen (folded);

  return length >= 2 && (!open || length >= MIN_MUTATED_PREFIX)
         && dolen_welsh_is_spelling (folded, length)
         && !dolen_words_have (DOLEN_WORDS_ENGLISH, folded);
}

/* A short word is too often another's mutation: "dim" is not "tîm". */
#define MIN_MUTATED_NOUN 4

/* The noun in its other numbers, whatever mutation it was typed with; NULL if it is none that is
 * known. */
static const char *const *
other_numbers (const char *word)
{
  g_autofree char *folded = dolen_welsh_fold (word);
  g_auto (GStrv) keys = dolen_welsh_keys (folded);
  const char *const *others = NULL;

  if (dolen_words_have (DOLEN_WORDS_ENGLISH, folded))
    return NULL;
  for (guint k = 0; keys[k] != NULL && others == NULL; k++)
    if (k == 0 || strlen (folded) >= MIN_MUTATED_NOUN)
      others = dolen_plurals_others (keys[k]);
  return others;
}

/* A string of FTS5's query syntax. The word holds letters, digits and marks: nothing to escape. */
static void
append_string (GString *query, const char *word, gboolean marked, gboolean open)
{
  g_string_append_c (query, '"');
  if (marked)
    g_string_append_c (query, DOLEN_SEARCH_MARK);
  g_string_append (query, word);
  g_string_append (query, open ? "\" *" : "\"");
}

/* The word, or one of @others. */
static void
append_term (
    GString *query, const char *word, const char *const *others, gboolean marked, gboolean open)
{
  if (query->len > 0)
    g_string_append (query, " AND ");
  if (others == NULL) {
    append_string (query, word, marked, open);
    return;
  }
  g_string_append_c (query, '(');
  append_string (query, word, marked, open);
  for (guint i = 0; others[i] != NULL; i++) {
    g_string_append (query, " OR ");
    append_string (query, others[i], TRUE, FALSE);
  }
  g_string_append_c (query, ')');
}

gboolean
dolen_search_terms (const char *typed, DolenSearchTerms *terms)
{
  g_autofree char *valid = typed != NULL ? g_utf8_make_valid (typed, -1) : g_strdup ("");
  g_autofree char *text = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GString) exact = g_string_new (NULL);
  g_autoptr (GString) mutated = g_string_new (NULL);
  gboolean last_is_open, any = FALSE;

  g_return_val_if_fail (terms != NULL, FALSE);
  *terms = (DolenSearchTerms){ 0 };
  words = split_words (text, &last_is_open);
  leave_out_function_words (words, last_is_open);
  if (words->len == 0)
    return FALSE;
  for (guint i = 0; i < words->len && i < MAX_WORDS; i++) {
    const char *word = g_ptr_array_index (words, i);
    gboolean open = last_is_open && i + 1 == words->len;
    gboolean marked = has_other_forms (word, open);
    const char *const *others = other_numbers (word);

    append_term (exact, word, NULL, FALSE, open);
    append_term (mutated, word, others, marked, open);
    any = any || marked || others != NULL;
    terms->n_words++;
  }
  terms->english = g_strdup (exact->str);
  terms->welsh = g_string_free (g_steal_pointer (&exact), FALSE);
  if (any)
    terms->mutated = g_string_free (g_steal_pointer (&mutated), FALSE);
  return TRUE;
}

void
dolen_search_terms_clear (DolenSearchTerms *terms)
{
  g_free (terms->english);
  g_free (terms->welsh);
  g_free (terms->mutated);
  *terms = (DolenSearchTerms){ 0 };
}
