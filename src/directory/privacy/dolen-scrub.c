/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/privacy/dolen-scrub.h"

#include "base/dolen-text.h"

#include <string.h>

#define ELLIPSIS "…"

/* A telephone number has at least so many digits, and at most (E.164, with 00 before it). */
#define LEAST_DIGITS 9
#define MOST_DIGITS 17

/* Names within a text: so many words. */
#define LEAST_WORDS 2
#define MOST_WORDS 4

static gboolean
has_to_go (const DolenScrub *scrub, DolenScrubKind kind, const char *value)
{
  return value != NULL && scrub->test != NULL && scrub->test (kind, value, scrub->user_data);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || c == '\'' || c == 0x2019;
}

char *
dolen_scrub_name (const char *name)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;
  gboolean blank = FALSE;

  for (const char *p = folded; p != NULL && *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!is_word_char (c)) {
      blank = TRUE;
      continue;
    }
    if (blank && words->len > 0)
      g_string_append_c (words, ' ');
    blank = FALSE;
    g_string_append_unichar (words, c);
  }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* ---- what stands at a place of the text; each returns how many bytes of it have to go ---- */

/* Blanks and signs within a number, how many bytes; 0: none. */
static gsize
skip_sign (const char *p)
{
  if (strncmp (p, "\xc2\xa0", 2) == 0)
    return 2;
  return *p != '\0' && strchr (" ()-./", *p) != NULL ? 1 : 0;
}

static gsize
match_phone (const DolenScrub *scrub, const char *text, const char *at)
{
  guint digits = 0;
  gsize longest = 0;

  if ((!g_ascii_isdigit (*at) && *at != '+' && *at != '(')
      || (at > text && (g_ascii_isdigit (at[-1]) || at[-1] == '+')))
    return 0;
  for (const char *p = *at == '+' ? at + 1 : at; digits <= MOST_DIGITS;) {
    gsize sign = skip_sign (p);

    if (sign > 0) {
      p += sign;
      continue;
    }
    if (!g_ascii_isdigit (*p))
      break;
    digits++;
    p++;
    if (digits >= LEAST_DIGITS && !g_ascii_isdigit (*p)) {
      g_autofree char *given = g_strndup (at, (gsize) (p - at));
      g_autofree char *canonical = dolen_text_phone_mended (given);

      if (has_to_go (scrub, DOLEN_SCRUB_PHONE, canonical))
        longest = (gsize) (p - at);
    }
  }
  return longest;
}

static gboolean
is_mailbox_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("._%+-'", c) != NULL);
}

static gsize
match_email (const DolenScrub *scrub, const char *text, const char *at)
{
  const char *p = at;
  g_autofree char *given = NULL;
  g_autofree char *lower = NULL;
  gsize length;

  if (!is_mailbox_char (*at) || (at > text && is_mailbox_char (at[-1])))
    return 0;
  while (is_mailbox_char (*p))
    p++;
  if (*p != '@' || p == at)
    return 0;
  p++;
  while (g_ascii_isalnum (*p) || *p == '.' || *p == '-')
    p++;
  while (p > at && (p[-1] == '.' || p[-1] == '-'))
    p--;
  length = (gsize) (p - at);
  given = g_strndup (at, length);
  lower = g_ascii_strdown (given, -1);
  return has_to_go (scrub, DOLEN_SCRUB_EMAIL, lower) ? length : 0;
}

static gboolean
begins_word (const char *text, const char *at)
{
  return is_word_char (g_utf8_get_char (at))
         && (at == text || !is_word_char (g_utf8_get_char (g_utf8_prev_char (at))));
}

static const char *
skip_word (const char *p)
{
  while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static gsize
match_name (const DolenScrub *scrub, const char *text, const char *at)
{
  gsize longest = 0;
  const char *p = at;

  if (!scrub->names || !begins_word (text, at))
    return 0;
  for (guint words = 1; words <= MOST_WORDS; words++) {
    g_autofree char *given = NULL;
    g_autofree char *name = NULL;

    p = skip_word (p);
    given = g_strndup (at, (gsize) (p - at));
    name = words >= LEAST_WORDS ? dolen_scrub_name (given) : NULL;
    if (has_to_go (scrub, DOLEN_SCRUB_NAME, name))
      longest = (gsize) (p - at);
    while (*p == ' ')
      p++;
    if (*p == '\0' || !is_word_char (g_utf8_get_char (p)))
      break;
  }
  return longest;
}

static gsize
match_word (const DolenScrub *scrub, const char *at)
{
  gsize longest = 0;

  for (guint i = 0; scrub->words != NULL && i < scrub->words->len; i++) {
    const char *word = g_ptr_array_index (scrub->words, i);

    if (g_ascii_strncasecmp (at, word, strlen (word)) == 0)
      longest = MAX (longest, strlen (word));
  }
  return longest;
}

static gsize
match (const DolenScrub *scrub, const char *text, const char *at)
{
  gsize word = match_word (scrub, at), email = match_email (scrub, text, at);
  gsize phone = match_phone (scrub, text, at), name = match_name (scrub, text, at);

  return MAX (MAX (word, email), MAX (phone, name));
}

gboolean
dolen_scrub_is_whole (const DolenScrub *scrub, const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_autofree char *name = dolen_scrub_name (stripped);
  gsize length = stripped != NULL ? strlen (stripped) : 0;

  if (length == 0)
    return FALSE;
  return has_to_go (scrub, DOLEN_SCRUB_NAME, name) || match (scrub, stripped, stripped) == length;
}

char *
dolen_scrub_text (const DolenScrub *scrub, const char *text)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  gboolean changed = FALSE;

  if (dolen_scrub_is_whole (scrub, text))
    return g_strdup (ELLIPSIS);
  for (const char *p = text; p != NULL && *p != '\0';) {
    gsize gone = match (scrub, text, p);
    const char *next = gone > 0 ? p + gone : g_utf8_next_char (p);

    if (gone > 0)
      g_string_append (rest, ELLIPSIS);
    else
      g_string_append_len (rest, p, next - p);
    changed = changed || gone > 0;
    p = next;
  }
  return changed ? g_string_free (g_steal_pointer (&rest), FALSE) : NULL;
}
