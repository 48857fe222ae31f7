/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-spelling.h"

#include "directory/dolen-directory-private.h"
#include "language/dolen-welsh.h"

/* Shorter words have too many neighbours to guess; longer ones are no words. */
#define MIN_LETTERS 4
#define MAX_LETTERS 32
#define LONG_WORD 8

guint
dolen_spelling_distance (const gunichar *a, guint n, const gunichar *b, guint m, guint most)
{
  guint rows[3][MAX_LETTERS + 2];

  if (n > MAX_LETTERS || m > MAX_LETTERS || (n > m ? n - m : m - n) > most)
    return most + 1;
  for (guint j = 0; j <= m; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= n; i++) {
    guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
    guint least;

    row[0] = least = i;
    for (guint j = 1; j <= m; j++) {
      guint cost = a[i - 1] != b[j - 1];

      row[j] = MIN (MIN (above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], two_above[j - 2] + 1);
      least = MIN (least, row[j]);
    }
    if (least > most)
      return most + 1;
  }
  return MIN (rows[n % 3][m], most + 1);
}

typedef struct {
  gunichar letters[MAX_LETTERS + 1];
  guint n;
  guint most;
  char *best; /* (owned) (nullable) */
  guint best_distance;
  gint64 best_count;
} Word;

static gboolean
set_letters (const char *text, gunichar *letters, guint *n)
{
  *n = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (*n == MAX_LETTERS)
      return FALSE;
    letters[(*n)++] = g_utf8_get_char (p);
  }
  return TRUE;
}

static void
consider (Word *word, const char *term, gint64 count)
{
  gunichar letters[MAX_LETTERS];
  guint n, distance;

  /* Terms that begin with a control character are the tokenizer's, not words. */
  if (term == NULL || (guchar) *term < ' ' || !set_letters (term, letters, &n))
    return;
  distance = dolen_spelling_distance (word->letters, word->n, letters, n, word->most);
  if (distance > word->most || distance > word->best_distance
      || (distance == word->best_distance && count <= word->best_count))
    return;
  g_free (word->best);
  word->best = g_strdup (term);
  word->best_distance = distance;
  word->best_count = count;
}

static gboolean
find_nearest (DolenDirectory *dir, Word *word, GError **error)
{
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (dir,
                            "SELECT term, doc FROM search_word_en WHERE length (term) BETWEEN"
                            " ?1 AND ?2 UNION ALL SELECT term, doc FROM search_word_cy"
                            " WHERE length (term) BETWEEN ?1 AND ?2",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, word->n - word->most);
  dolen_row_put_int (&row, word->n + word->most);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return TRUE;
    consider (word,
              dolen_statement_get_text (row.statement, 0),
              dolen_statement_get_int64 (row.statement, 1));
  }
  return FALSE;
}

/* The word as it stands, or the nearest; @changed says which. */
static gboolean
correct_word (DolenDirectory *dir, const char *text, GString *to, gboolean *changed, GError **error)
{
  g_autofree char *folded = dolen_welsh_fold (text);
  Word word = { 0 };

  if (to->len > 0)
    g_string_append_c (to, ' ');
  if (!set_letters (folded, word.letters, &word.n) || word.n < MIN_LETTERS) {
    g_string_append (to, text);
    return TRUE;
  }
  word.most = word.n >= LONG_WORD ? 2 : 1;
  word.best_distance = word.most + 1;
  if (!find_nearest (dir, &word, error))
    return FALSE;
  g_string_append (to, word.best != NULL ? word.best : text);
  *changed = *changed || (word.best != NULL && word.best_distance > 0);
  g_free (word.best);
  return TRUE;
}

gboolean
dolen_spelling_correct (DolenDirectory *dir, const char *text, char **respelt, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) corrected = g_string_new (NULL);
  gboolean changed = FALSE;

  *respelt = NULL;
  for (const char *p = valid; *p != '\0';) {
    const char *start;
    g_autofree char *word = NULL;

    while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    for (start = p;
         *p != '\0'
         && (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)));)
      p = g_utf8_next_char (p);
    word = g_strndup (start, (gsize) (p - start));
    if (*word != '\0' && !correct_word (dir, word, corrected, &changed, error))
      return FALSE;
  }
  if (changed)
    *respelt = g_strdup (corrected->str);
  return TRUE;
}
