/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-welsh.h"

#include <string.h>

static gboolean
is_mark (gunichar c)
{
  return c >= 0x0300 && c <= 0x036f;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0x02bb || c == 0x00b4 || c == '`';
}

char *
dolen_welsh_fold (const char *text)
{
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  lower = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  folded = g_string_sized_new (strlen (text));
  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_apostrophe (c))
      g_string_append_c (folded, '\'');
    else if (!is_mark (c))
      g_string_append_unichar (folded, c);
  }
  return g_string_free (folded, FALSE);
}

char *
dolen_welsh_fold_plain (const char *text)
{
  g_autofree char *folded = text != NULL ? dolen_welsh_fold (text) : NULL;
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *c = folded; c != NULL && *c != '\0'; c++) {
    if (!g_ascii_isalnum (*c) && (*c & 0x80) == 0) {
      blank = TRUE;
      continue;
    }
    if (blank && plain->len > 0)
      g_string_append_c (plain, ' ');
    blank = FALSE;
    g_string_append_c (plain, *c);
  }
  return plain->len > 0 ? g_string_free (g_steal_pointer (&plain), FALSE) : NULL;
}

char **
dolen_welsh_split_clitics (const char *word)
{
  static const char *const trailing[]
      = { "'r", "'n", "'i", "'u", "'w", "'ch", "'m", "'th", "'s", "'d" };
  static const char *const leading[] = { "'n", "'r", "'m" };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gsize start = 0, length;
  const char *tail = NULL;

  g_return_val_if_fail (word != NULL, NULL);
  length = strlen (word);
  for (gsize i = 0; i < G_N_ELEMENTS (leading) && start == 0; i++)
    if (g_str_has_prefix (word, leading[i])) {
      g_ptr_array_add (parts, g_strdup (leading[i] + 1));
      start = 2;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (trailing) && tail == NULL; i++)
    if (length > start + strlen (trailing[i]) && g_str_has_suffix (word, trailing[i]))
      tail = trailing[i];
  length -= start + (tail != NULL ? strlen (tail) : 0);
  if (length > 0)
    g_ptr_array_add (parts, g_strndup (word + start, length));
  if (tail != NULL)
    g_ptr_array_add (parts, g_strdup (tail + 1));
  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&parts), FALSE);
}

/* Which radicals a word beginning so may come from; the first line that fits counts, so two signs
 * that are one letter stand before their first. Reference: the mutation tables of Universal
 * Dependencies (cy_ccg, feature Mutation) and of hunspell-cy, read backwards. */
static const struct {
  const char *begins;
  gsize skip;
  const char *prefixes[DOLEN_WELSH_MAX_RADICALS];
} mutations[] = {
  { "ngh", 3, { "c" } }, { "ng", 2, { "g" } },     { "mh", 2, { "p" } },  { "m", 1, { "b" } },
  { "nh", 2, { "t" } },  { "ph", 2, { "p" } },     { "th", 2, { "t" } },  { "ch", 2, { "c" } },
  { "dd", 2, { "d" } },  { "d", 1, { "t" } },      { "b", 1, { "p" } },   { "g", 1, { "c" } },
  { "ff", 0, { NULL } }, { "f", 1, { "b", "m" } }, { "ll", 0, { NULL } }, { "l", 1, { "ll" } },
  { "rh", 0, { NULL } }, { "r", 1, { "rh" } },     { "n", 1, { "d" } },   { "ha", 1, { "" } },
  { "he", 1, { "" } },   { "hi", 1, { "" } },      { "ho", 1, { "" } },   { "hu", 1, { "" } },
  { "hw", 1, { "" } },   { "hy", 1, { "" } },
};

/* After ng, mh and their like the letter is gone whole; before these a g may have been dropped
 * (gwasanaeth: wasanaeth; glan: lan; gradd: radd; gnaws: naws). */
#define MAY_HAVE_LOST_G "aeiouwylrn"

gboolean
dolen_welsh_is_spelling (const char *word, gsize length)
{
  static const char *const foreign[] = { "oo", "ee", "ck", "ght" };

  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_islower (word[i]) || strchr ("kqvxz", word[i]) != NULL)
      return FALSE;
    for (gsize k = 0; k < G_N_ELEMENTS (foreign); k++)
      if (length - i >= strlen (foreign[k])
          && strncmp (word + i, foreign[k], strlen (foreign[k])) == 0)
        return FALSE;
  }
  return length > 0;
}

static gboolean
begins (const char *word, gsize length, const char *with)
{
  return length >= strlen (with) && strncmp (word, with, strlen (with)) == 0;
}

guint
dolen_welsh_radicals (const char *word,
                      gsize length,
                      DolenRadical radicals[DOLEN_WELSH_MAX_RADICALS])
{
  guint n = 0;

  g_return_val_if_fail (word != NULL, 0);
  if (length < 2 || !dolen_welsh_is_spelling (word, length))
    return 0;
  /* The one word that takes the aspirate of a letter that has none: gyda, chyda. */
  if (length == 5 && begins (word, length, "chyda")) {
    radicals[0] = (DolenRadical){ "g", 2 };
    return 1;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (mutations); i++) {
    if (!begins (word, length, mutations[i].begins))
      continue;
    for (guint k = 0; k < DOLEN_WELSH_MAX_RADICALS && mutations[i].prefixes[k] != NULL; k++)
      if (length > mutations[i].skip)
        radicals[n++] = (DolenRadical){ mutations[i].prefixes[k], mutations[i].skip };
    if (mutations[i].skip != 1)
      return n;
    break;
  }
  if (n < DOLEN_WELSH_MAX_RADICALS && strchr (MAY_HAVE_LOST_G, word[0]) != NULL)
    radicals[n++] = (DolenRadical){ "g", 0 };
  return n;
}

char **
dolen_welsh_keys (const char *word)
{
  DolenRadical radicals[DOLEN_WELSH_MAX_RADICALS];
  guint n = dolen_welsh_radicals (word, strlen (word), radicals);
  char **keys = g_new0 (char *, n + 2);

  keys[0] = g_strdup (word);
  for (guint i = 0; i < n; i++)
    keys[i + 1] = g_strconcat (radicals[i].prefix, word + radicals[i].skip, NULL);
  return keys;
}

gboolean
dolen_welsh_may_be_same (const char *a, const char *b)
{
  g_auto (GStrv) of_a = dolen_welsh_keys (a);
  g_auto (GStrv) of_b = dolen_welsh_keys (b);

  for (gsize i = 0; of_a[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) of_b, of_a[i]))
      return TRUE;
  return FALSE;
}
