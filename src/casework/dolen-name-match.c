/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-name-match.h"

#include "language/dolen-name-sound.h"

#include <string.h>

/* Small letters without accents; hyphens and apostrophes part words. */
char **
dolen_name_words (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_ALL);
  g_autofree char *small = apart != NULL ? g_utf8_casefold (apart, -1) : g_strdup ("");
  g_autoptr (GString) folded = g_string_new (NULL);
  char **words;
  gsize n = 0;

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c))
      g_string_append_unichar (folded, c);
    else if (!g_unichar_ismark (c))
      g_string_append_c (folded, ' ');
  }
  words = g_strsplit (folded->str, " ", -1);
  for (gsize i = 0; words[i] != NULL; i++) {
    if (words[i][0] != '\0')
      words[n++] = words[i];
    else
      g_free (words[i]);
  }
  words[n] = NULL;
  return words;
}

/* Optimal string alignment, bytes (the letters are folded): a letter wrong, missing, too many, or
 * two in the wrong order each count one. Long words are cut. */
static int
count_slips (const char *a, const char *b)
{
  enum {
    MOST = 24
  };
  int rows[MOST + 1][MOST + 1];
  int n = (int) MIN (strlen (a), MOST), m = (int) MIN (strlen (b), MOST);

  for (int i = 0; i <= n; i++)
    rows[i][0] = i;
  for (int j = 0; j <= m; j++)
    rows[0][j] = j;
  for (int i = 1; i <= n; i++)
    for (int j = 1; j <= m; j++) {
      int best = MIN (rows[i - 1][j], rows[i][j - 1]) + 1;

      best = MIN (best, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN (best, rows[i - 2][j - 2] + 1);
      rows[i][j] = best;
    }
  return rows[n][m];
}

static int
score_slips (const char *typed, const char *name)
{
  gsize length = strlen (typed);
  int allowed = length >= 7 ? 2 : length >= 4 ? 1 : 0;
  int slips = allowed > 0 ? count_slips (typed, name) : allowed + 1;

  return slips <= allowed ? DOLEN_NAME_SCORE_SLIP + slips - 1 : DOLEN_NAME_NO_MATCH;
}

static int
score_word (const char *typed, const char *name)
{
  DolenNameLikeness likeness;

  if (g_str_equal (name, typed))
    return DOLEN_NAME_SCORE_SAME;
  if (g_str_has_prefix (name, typed))
    return DOLEN_NAME_SCORE_BEGINS;
  /* One letter sounds like too much. */
  likeness = strlen (typed) > 1 ? dolen_name_compare (typed, name) : DOLEN_NAME_DIFFERENT;
  if (likeness == DOLEN_NAME_SOUND)
    return DOLEN_NAME_SCORE_SOUND;
  if (likeness == DOLEN_NAME_MUTATED)
    return DOLEN_NAME_SCORE_MUTATED;
  return score_slips (typed, name);
}

int
dolen_name_match_word (const char *typed, char *const *names)
{
  int best = DOLEN_NAME_NO_MATCH;

  for (gsize i = 0; names[i] != NULL && best > DOLEN_NAME_SCORE_SAME; i++)
    best = MIN (best, score_word (typed, names[i]));
  return best;
}

int
dolen_name_match (char *const *typed, char *const *names)
{
  int sum = 0;

  for (gsize i = 0; typed[i] != NULL; i++) {
    int score = dolen_name_match_word (typed[i], names);

    if (score == DOLEN_NAME_NO_MATCH)
      return DOLEN_NAME_NO_MATCH;
    sum += score;
  }
  return sum;
}
