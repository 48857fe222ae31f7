/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-collation.h"

#include "base/dolen-error.h"

#include <string.h>

/* Primary weights: a blank (any sign) comes before digits, digits before letters, other scripts
 * after ours in the order of Unicode. A letter of two signs follows its first one (c ch d dd),
 * but for ng, which follows g. So k q v x z, which Welsh lacks, stand where CLDR puts them. */
enum {
  LEVEL_END = 1, /* only in keys: lower than any weight */
  WEIGHT_BLANK = 2,
  WEIGHT_DIGIT = 3,
  WEIGHT_LETTER = 13,
  WEIGHT_OTHER = 0x80,
};

/* Words in which n and g, or r and h, are two letters; by their beginning, folded. Most are
 * compounds (llan and gollen, pen and glais). */
static const char *const two_letter_words[] = {
  "arhol", "arhos", "bangor", "bryng", "glang", "heng", "llang", "maeng", "peng", "preng", "tong",
};

/* How far into a word the pair of the list above can stand, in bytes. */
#define TWO_LETTER_REACH 6

/* Put between two signs it says that they are two letters (Unicode Technical Standard 10). */
#define GRAPHEME_JOINER 0x034f

typedef struct {
  const char *p;
  const char *end;
  const char *word; /* where the word began */
  DolenLanguage language;
  gboolean begun; /* a letter was read: a blank may now stand before another */
} Reader;

/* A letter; the later levels only break ties of the earlier ones. */
typedef struct {
  guint32 primary;
  guint16 accent;
  guint8 capital;
} Letter;

static gunichar
decode (const char *p, const char *end, const char **next)
{
  gunichar c = (guchar) *p;

  if (c < 0x80) {
    *next = p + 1;
    return c;
  }
  c = g_utf8_get_char_validated (p, end - p);
  if (c == (gunichar) -1 || c == (gunichar) -2) {
    *next = p + 1;
    return 0xfffd;
  }
  *next = g_utf8_next_char (p);
  return c;
}

/* Reads a sign with the accents on it, in either spelling. Returns its base in lower case. */
static gunichar
read_sign (const char **p, const char *end, guint16 *accent, gboolean *capital)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gunichar c = decode (*p, end, p);
  gsize n;

  *accent = 0;
  if (c < 0x80 && (*p == end || (guchar) * *p < 0x80)) {
    *capital = g_ascii_isupper ((char) c);
    return (gunichar) g_ascii_tolower ((char) c);
  }
  *capital = g_unichar_isupper (c);
  n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 1; i < n; i++)
    *accent = (guint16) (*accent * 31 + parts[i]);
  while (*p < end && (guchar) * *p >= 0x80) {
    const char *next;

    c = decode (*p, end, &next);
    if (!g_unichar_ismark (c) || c == GRAPHEME_JOINER)
      break;
    *accent = (guint16) (*accent * 31 + c);
    *p = next;
  }
  return g_unichar_tolower (parts[0]);
}

static gboolean
begins (const char *p, const char *end, const char *word)
{
  guint16 accent;
  gboolean capital;

  for (; *word != '\0'; word++)
    if (p >= end || read_sign (&p, end, &accent, &capital) != (gunichar) *word)
      return FALSE;
  return TRUE;
}

static gboolean
is_two_letter_word (const Reader *reader)
{
  for (gsize i = 0; i < G_N_ELEMENTS (two_letter_words); i++)
    if (begins (reader->word, reader->end, two_letter_words[i]))
      return TRUE;
  return FALSE;
}

/* Whether @first and the sign that follows are one letter of the alphabet. */
static gboolean
joins_next (const Reader *reader, gunichar first)
{
  gunichar second;

  if (reader->language != DOLEN_LANGUAGE_CY || reader->p >= reader->end)
    return FALSE;
  second = (gunichar) g_ascii_tolower (*reader->p);
  switch (first) {
  case 'd':
  case 'f':
  case 'l':
    return second == first;
  case 'c':
  case 'p':
  case 't':
    return second == 'h';
  case 'n':
  case 'r':
    return second == (first == 'n' ? 'g' : 'h')
           && (reader->p - reader->word > TWO_LETTER_REACH || !is_two_letter_word (reader));
  default:
    return FALSE;
  }
}

static guint32
weigh (gunichar sign, gboolean joined)
{
  if (joined)
    return sign == 'n' ? WEIGHT_LETTER + 2 * ('g' - 'a') + 1 : WEIGHT_LETTER + 2 * (sign - 'a') + 1;
  if (sign >= 'a' && sign <= 'z')
    return WEIGHT_LETTER + 2 * (sign - 'a');
  if (g_unichar_isdigit (sign))
    return WEIGHT_DIGIT + (guint32) g_unichar_digit_value (sign);
  return MAX (sign, WEIGHT_OTHER);
}

static gboolean
is_silent (gunichar c)
{
  if (c < 0x80)
    return c == '\'';
  return c == 0x2018 || c == 0x2019 || c == 0x02bc || g_unichar_ismark (c);
}

static gboolean
is_letter_or_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) && !is_silent (c);
}

/* Moves to the next letter or digit; returns FALSE at the end. @blank: whether signs stood before.
 */
static gboolean
find_sign (Reader *reader, gboolean *blank)
{
  *blank = FALSE;
  while (reader->p < reader->end) {
    const char *next;
    gunichar c = decode (reader->p, reader->end, &next);

    if (is_letter_or_digit (c))
      return TRUE;
    if (!is_silent (c))
      *blank = TRUE;
    reader->p = next;
  }
  return FALSE;
}

static gboolean
read_letter (Reader *reader, Letter *letter)
{
  guint16 accent;
  gboolean blank, joined, capital;
  gunichar sign;

  if (!find_sign (reader, &blank))
    return FALSE;
  if (blank || !reader->begun)
    reader->word = reader->p;
  if (blank && reader->begun) {
    *letter = (Letter){ WEIGHT_BLANK, 0, 0 };
    return TRUE;
  }
  reader->begun = TRUE;
  sign = read_sign (&reader->p, reader->end, &accent, &capital);
  joined = joins_next (reader, sign);
  *letter = (Letter){ weigh (sign, joined), accent, capital ? 2 : 0 };
  if (joined) {
    read_sign (&reader->p, reader->end, &accent, &capital);
    letter->accent = (guint16) (letter->accent * 31 + accent);
    letter->capital += capital ? 1 : 0;
  }
  return TRUE;
}

/* A leading article and the signs before it; only where something follows. */
static const char *
skip_article (const char *text, const char *end)
{
  static const char *const articles[] = { "y ", "yr ", "the " };
  Reader reader = { text, end, text, DOLEN_LANGUAGE_EN, FALSE };
  gboolean blank;

  if (!find_sign (&reader, &blank))
    return text;
  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    if (begins (reader.p, end, articles[i])) {
      Reader rest = { reader.p + strlen (articles[i]), end, text, DOLEN_LANGUAGE_EN, FALSE };

      if (find_sign (&rest, &blank))
        return rest.p;
    }
  return reader.p;
}

static void
open_reader (Reader *reader, DolenLanguage language, const char *text, gsize length)
{
  *reader = (Reader){ skip_article (text, text + length), text + length, text, language, FALSE };
}

static int
compare (DolenLanguage language, const char *a, gsize a_length, const char *b, gsize b_length)
{
  Reader reader_a, reader_b;
  int accent = 0, capital = 0, bytes;

  open_reader (&reader_a, language, a, a_length);
  open_reader (&reader_b, language, b, b_length);
  for (;;) {
    Letter x = { 0 }, y = { 0 };
    gboolean more_a = read_letter (&reader_a, &x), more_b = read_letter (&reader_b, &y);

    if (x.primary != y.primary)
      return x.primary < y.primary ? -1 : 1;
    if (!more_a || !more_b)
      break;
    if (accent == 0 && x.accent != y.accent)
      accent = x.accent < y.accent ? -1 : 1;
    if (capital == 0 && x.capital != y.capital)
      capital = x.capital < y.capital ? -1 : 1;
  }
  if (accent != 0 || capital != 0)
    return accent != 0 ? accent : capital;
  bytes = memcmp (a, b, MIN (a_length, b_length));
  return bytes != 0 ? bytes : (a_length > b_length) - (a_length < b_length);
}

int
dolen_collate (DolenLanguage language, const char *a, const char *b)
{
  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  return compare (language, a, strlen (a), b, strlen (b));
}

char *
dolen_collation_key (DolenLanguage language, const char *text)
{
  g_autoptr (GString) accents = g_string_new (NULL);
  g_autoptr (GString) capitals = g_string_new (NULL);
  GString *key = g_string_new (NULL);
  Reader reader;
  Letter letter;

  text = text != NULL ? text : "";
  open_reader (&reader, language, text, strlen (text));
  while (read_letter (&reader, &letter)) {
    g_string_append_unichar (key, letter.primary);
    g_string_append_unichar (accents, letter.accent + LEVEL_END + 1);
    g_string_append_c (capitals, (char) (letter.capital + LEVEL_END + 1));
  }
  g_string_append_printf (
      key, "%c%s%c%s%c%s", LEVEL_END, accents->str, LEVEL_END, capitals->str, LEVEL_END, text);
  return g_string_free (key, FALSE);
}

char *
dolen_collation_heading (DolenLanguage language, const char *text)
{
  Reader reader;
  Letter letter;
  guint index;

  text = text != NULL ? text : "";
  open_reader (&reader, language, text, strlen (text));
  if (!read_letter (&reader, &letter) || letter.primary < WEIGHT_LETTER)
    return g_strdup ("#");
  if (letter.primary >= WEIGHT_OTHER) {
    char other[8] = { 0 };

    g_unichar_to_utf8 (g_unichar_toupper (letter.primary), other);
    return g_strdup (other);
  }
  index = letter.primary - WEIGHT_LETTER;
  if (index % 2 == 0)
    return g_strdup_printf ("%c", 'A' + index / 2);
  if (index / 2 == 'g' - 'a')
    return g_strdup ("Ng");
  return g_strdup_printf (
      "%c%c", 'A' + index / 2, strchr ("dfl", 'a' + index / 2) != NULL ? 'a' + index / 2 : 'h');
}

const char *
dolen_collation_name (DolenLanguage language)
{
  return language == DOLEN_LANGUAGE_CY ? "dolen_cy" : "dolen_en";
}

static int
compare_for_sqlite (void *user_data, int a_length, const void *a, int b_length, const void *b)
{
  return compare (GPOINTER_TO_INT (user_data), a, (gsize) a_length, b, (gsize) b_length);
}

gboolean
dolen_collation_register (DolenDb *db, GError **error)
{
  sqlite3 *handle = dolen_db_get_handle (db);

  for (guint i = 0; i < DOLEN_N_LANGUAGES; i++) {
    int result = sqlite3_create_collation_v2 (handle,
                                              dolen_collation_name ((DolenLanguage) i),
                                              SQLITE_UTF8,
                                              GINT_TO_POINTER (i),
                                              compare_for_sqlite,
                                              NULL);
    if (result != SQLITE_OK) {
      g_propagate_error (error,
                         dolen_error_from_sqlite (result, sqlite3_errmsg (handle), "collation"));
      return FALSE;
    }
  }
  return TRUE;
}
