/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-words.h"

#include "language/dolen-welsh.h"
#include "language/dolen-words.h"

#include <string.h>

/* A word of a name on its way: NULL with the letter it began with where it says nothing. */
typedef struct {
  char *text;
  char letter;
} Token;

static void
clear_token (gpointer data)
{
  g_free (((Token *) data)->text);
}

/* (transfer none): what is meant by a folded word; "" where it says nothing. */
static const char *
write_out (const char *word)
{
  gboolean small = dolen_words_have (DOLEN_WORDS_FUNCTION, word);
  const char *meant = small && !g_str_equal (word, "it") ? NULL : dolen_alike_meant (word);

  if (meant != NULL || g_str_equal (word, "it")) /* "IT Drop-in" */
    return meant != NULL ? meant : word;
  /* A letter alone may be the group's: "Group A". The others are little Welsh words. */
  if (word[0] != '\0' && word[1] == '\0' && strchr ("yoirn", word[0]) == NULL)
    return word;
  return small ? "" : word;
}

static gboolean
cut (char *word, const char *ending, gsize least)
{
  gsize length = strlen (word), n = strlen (ending);

  if (length < n + least || !g_str_has_suffix (word, ending))
    return FALSE;
  word[length - n] = '\0';
  return TRUE;
}

/* "walks" is "walk", "families" "family"; what tells groups apart, and short words, stay. */
static void
cut_plural (char *word)
{
  gsize length = strlen (word);

  if (length < 4 || word[length - 1] != 's' || strchr ("su", word[length - 2]) != NULL
      || dolen_alike_word_marks (word))
    return;
  word[length - 1] = '\0';
  if (cut (word, "ie", 4))
    strcat (word, "y");
}

/* "walking", "walker" and "walked" are "walk", "swimming" is "swim", "bereavement" "bereav". */
static void
cut_endings (char *word)
{
  gsize length;

  if (dolen_alike_word_marks (word) || strchr ("0123456789", word[0]) != NULL)
    return;
  if (cut (word, "ment", 5) || cut (word, "ing", 4) || cut (word, "er", 4) || cut (word, "ed", 4)
      || cut (word, "ion", 5) || cut (word, "ery", 5)) {
    length = strlen (word);
    if (length > 3 && word[length - 1] == word[length - 2] && strchr ("mnptgbd", word[length - 1]))
      word[length - 1] = '\0';
  }
  cut (word, "e", 4);
}

char *
dolen_alike_stem (const char *word)
{
  const char *meant = write_out (word);
  char *stem = *meant != '\0' ? g_strdup (meant) : NULL;

  if (stem != NULL) {
    cut_plural (stem);
    cut_endings (stem);
  }
  return stem;
}

static void
add_token (GArray *tokens, GString *word)
{
  Token token = { .letter = g_ascii_isalpha (word->str[0]) ? word->str[0] : '\0' };
  const char *meant;

  if (word->len == 0)
    return;
  meant = write_out (word->str);
  if (*meant != '\0') {
    token.text = g_strdup (meant);
    cut_plural (token.text);
  }
  g_array_append_val (tokens, token);
  g_string_truncate (word, 0);
}

/* "Group A", but "Dial a Ride". */
static void
drop_articles (GArray *tokens)
{
  for (guint i = 0; i + 1 < tokens->len; i++) {
    Token *token = &g_array_index (tokens, Token, i);

    if (g_strcmp0 (token->text, "a") == 0)
      g_clear_pointer (&token->text, g_free);
  }
}

static void
join_tokens (GArray *tokens)
{
  for (guint i = 0; i + 1 < tokens->len;) {
    Token *one = &g_array_index (tokens, Token, i);
    guint next = i + 1;
    const char *both;

    while (next < tokens->len && g_array_index (tokens, Token, next).text == NULL)
      next++;
    both = one->text != NULL && next < tokens->len
               ? dolen_alike_joined (one->text, g_array_index (tokens, Token, next).text)
               : NULL;
    if (both == NULL) {
      i++;
      continue;
    }
    g_free (one->text);
    one->text = g_strdup (both);
    g_array_remove_range (tokens, i + 1, next - i);
  }
}

/* A hyphen joins where what follows or stands before it is short: "well-being", "Llan-non",
 * "drop-in"; it parts "parent-toddler". @before: letters so far, @after: what follows. */
static gboolean
joins (const GString *before, const char *after)
{
  guint n = 0;

  while (g_ascii_isalpha (after[n]))
    n++;
  return before->len > 1 && n > 1 && (before->len <= 4 || n <= 4);
}

/* The bytes of the letter at @p, of which Welsh writes some with two: "ff"; 0 where none stands
 * alone there. */
static guint
letter_alone (const char *p)
{
  static const char *const doubles[] = { "ch", "dd", "ff", "ng", "ll", "ph", "rh", "th" };

  if (!g_ascii_isalpha (p[0]))
    return 0;
  if (!g_ascii_isalpha (p[1]))
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (doubles); i++)
    if (g_str_has_prefix (p, doubles[i]) && !g_ascii_isalpha (p[2]))
      return 2;
  return 0;
}

/* "T.I.C." is one word, and so are "C.Ff.I." and "I&A". */
static gboolean
is_between_letters (const GString *before, const char *start, const char *dot)
{
  const char *letter = dot - 1;

  if (before->len == 0 || letter < start || letter_alone (dot + 1) == 0)
    return FALSE;
  if (letter_alone (letter) == 1 && (letter == start || !g_ascii_isalnum (letter[-1])))
    return TRUE;
  return letter > start && letter_alone (letter - 1) == 2
         && (letter - 1 == start || !g_ascii_isalnum (letter[-2]));
}

/* What follows an apostrophe, of the Welsh words that lean on the one before: "caffi'r", "gyda'n".
 */
static gboolean
leans (const char *after)
{
  static const char letters[] = "rniuw";

  return *after != '\0' && strchr (letters, *after) != NULL && !g_ascii_isalnum (after[1]);
}

/* What makes "1st" of "1", "50s" of "50". */
static gboolean
is_ordinal (const char *p)
{
  if (*p == 's' && !g_ascii_isalnum (p[1]))
    return TRUE;
  return (g_str_has_prefix (p, "st") || g_str_has_prefix (p, "nd") || g_str_has_prefix (p, "rd")
          || g_str_has_prefix (p, "th"))
         && !g_ascii_isalnum (p[2]);
}

/* "Pen-y-groes" is "Penygroes". */
static void
weave_places (char *folded)
{
  static const char *const between[] = { "-y-", "-yr-", "-ym-", "-yn-", "-yng-", "-ar-" };

  for (char *p = strchr (folded, '-'); p != NULL && p > folded; p = strchr (p + 1, '-'))
    for (gsize i = 0; i < G_N_ELEMENTS (between); i++) {
      gsize n = strlen (between[i]);

      if (!g_str_has_prefix (p, between[i]) || !g_ascii_isalpha (p[-1]) || !g_ascii_isalpha (p[n]))
        continue;
      memmove (p, p + 1, n - 2);
      memmove (p + n - 2, p + n, strlen (p + n) + 1);
      break;
    }
}

/* @over is as long as @what. */
static void
write_over (char *folded, const char *what, const char *over)
{
  for (char *p = strstr (folded, what); p != NULL; p = strstr (p + 1, what))
    memcpy (p, over, strlen (over));
}

/* An apostrophe joins ("men's" is "mens"); everything else that is no letter or digit parts; so
 * does the border between digits and letters ("18yrs"), but for "u3a". */
static GArray *
read_tokens (char *folded)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean digits = FALSE;

  g_array_set_clear_func (tokens, clear_token);
  weave_places (folded);
  /* Three words that say nothing apart, and together "you and me": a group of small children. And
   * two that are "housing" and "you" in Welsh. */
  write_over (folded, "ti a fi", "--tiafi");
  write_over (folded, "tai chi", "-taichi");
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    gboolean digit = g_unichar_isdigit (letter);

    if ((letter == '\'' || letter == 0x2019) && word->len > 0 && leans (g_utf8_next_char (p))) {
      add_token (tokens, word);
      p = g_utf8_next_char (p);
      continue;
    }
    if (letter == '\'' || letter == 0x2019 || (letter == '-' && joins (word, p + 1))
        || ((letter == '.' || letter == '&') && is_between_letters (word, folded, p)))
      continue;
    if (digits && word->len > 0 && is_ordinal (p)) {
      add_token (tokens, word);
      p += p[1] != '\0' && g_ascii_isalnum (p[1]);
      digits = FALSE;
      continue;
    }
    if (!g_unichar_isalnum (letter)
        || (word->len > 0 && digit != digits && !g_str_has_prefix (word->str, "u3")
            && !(word->len == 1 && word->str[0] == 'u' && letter == '3')))
      add_token (tokens, word);
    if (g_unichar_isalnum (letter))
      g_string_append_unichar (word, letter);
    digits = digit;
  }
  add_token (tokens, word);
  return tokens;
}

GPtrArray *
dolen_alike_words_and_initials (const char *name, char **initials)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree char *folded = name != NULL ? dolen_welsh_fold (name) : g_strdup ("");
  g_autoptr (GArray) tokens = read_tokens (folded);

  drop_articles (tokens);
  join_tokens (tokens);
  for (guint i = 0; i < tokens->len; i++) {
    Token *token = &g_array_index (tokens, Token, i);

    if (token->text == NULL) {
      if (token->letter != '\0')
        g_string_append_c (letters, g_ascii_toupper (token->letter));
      continue;
    }
    cut_endings (token->text);
    if (g_ptr_array_find_with_equal_func (words, token->text, g_str_equal, NULL))
      continue;
    g_string_append_c (letters, g_ascii_isalpha (token->text[0]) ? token->text[0] : '-');
    g_ptr_array_add (words, g_steal_pointer (&token->text));
  }
  *initials = g_string_free (g_steal_pointer (&letters), FALSE);
  return words;
}

GPtrArray *
dolen_alike_words (const char *name)
{
  g_autofree char *initials = NULL;

  return dolen_alike_words_and_initials (name, &initials);
}

/* How many words from @from on @word is made of; 0 if it is not. */
static guint
count_initials (const char *word, const char *from)
{
  guint n = 0;

  for (; *word != '\0'; from++) {
    if (*from == '\0')
      return 0;
    if (g_ascii_isupper (*from)) {
      /* "of" may be left out, or not: a letter that fits is taken, but for the next that fits. */
      if (g_ascii_tolower (*from) == *word && from[1] != *word)
        word++;
      continue;
    }
    if (*from != *word)
      return 0;
    word++;
    n++;
  }
  return n;
}

gboolean
dolen_alike_is_acronym (const char *word, const char *initials, guint *first, guint *n)
{
  guint at = 0;

  if (initials == NULL || word[0] == '\0' || word[1] == '\0' || word[2] == '\0')
    return FALSE;
  for (const char *p = initials; *p != '\0'; p++) {
    if (g_ascii_isupper (*p))
      continue;
    *n = *p == *word ? count_initials (word, p) : 0;
    *first = at++;
    if (*n >= 2)
      return TRUE;
  }
  return FALSE;
}
