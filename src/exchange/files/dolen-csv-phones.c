/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-phones.h"

#include "base/dolen-regex.h"
#include "base/dolen-text.h"
#include "language/dolen-welsh.h"

#include <string.h>

/* The whole number of somewhere in Britain, in the groups and brackets that people write. */
#define NUMBER                                                                                     \
  "(?<![\\d+])(?:(?:\\+|00) ?44[ -]*(?:\\(0\\)[ -]*)?|\\(?0)[1-9](?:[ ().-]*\\d){8,9}(?!\\d)"

/* What stands between a number and its words, at either end of them. */
#define BETWEEN                                                                                    \
  "^(?:[\\s/;,:|()\\[\\]&.–-]|\\b(?:or|and|neu|(?-i:ac?))\\b)+|"                                 \
  "(?:[\\s/;,:|()\\[\\]&–-]|\\b(?:or|and|neu|(?-i:ac?))\\b)+$"

/* Words of a number and not of a person. */
#define OF_A_NUMBER                                                                                \
  "\\b(?:tel|telephone|phone|mobile|mob|home|work|office|landline|main|text|fax|ext|extension|"    \
  "day|days|daytime|evening|evenings|eve|eves|weekend|weekends|emergency|answerphone|reception|"   \
  "enquiries|bookings|ffon|ffon symudol|symudol|cartref|gwaith|swyddfa|prif|dydd|nos|gyda'r|"      \
  "argyfwng|derbynfa|ymholiadau|archebion|est|estyniad|[mthw])\\b|\\d"

void
dolen_csv_phone_free (DolenCsvPhone *phone)
{
  g_free (phone->number);
  g_free (phone->person);
  g_free (phone->words);
  g_free (phone);
}

gboolean
dolen_csv_phone_is_number (const char *text)
{
  g_autofree char *number = dolen_text_phone_mended (text);

  return number != NULL;
}

static DolenCsvPhone *
phone_of (const char *number)
{
  DolenCsvPhone *phone = g_new0 (DolenCsvPhone, 1);

  phone->number = g_strdup (number);
  return phone;
}

/* "Mair", "Dai Jones": a name or three, in capitals, and nothing that belongs to a number. */
static gboolean
is_person (const char *words)
{
  static GRegex *name, *other;
  g_autofree char *folded = dolen_welsh_fold (words);

  return g_regex_match (
             dolen_regex_once (&name, "^\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,2}$", 0),
             words,
             0,
             NULL)
         && !g_regex_match (dolen_regex_once (&other, OF_A_NUMBER, 0), folded, 0, NULL);
}

static void
put_words (DolenCsvPhone *phone, const char *begin, gsize length)
{
  static GRegex *kept;
  GRegex *between = dolen_regex_once (&kept, BETWEEN, G_REGEX_CASELESS);
  g_autofree char *part = g_strndup (begin, length);
  g_autofree char *bare = g_regex_replace_literal (between, part, -1, 0, "", 0, NULL);
  g_autofree char *words = dolen_text_clean_line (bare);

  if (!words)
    return;
  if (is_person (words))
    phone->person = g_steal_pointer (&words);
  else
    phone->words = g_steal_pointer (&words);
}

/* Behind the last number, where the others have theirs before them: "Office … or … (Dai)". */
static void
put_last_words (DolenCsvPhone *last, const char *text)
{
  if (!last->person && !last->words)
    put_words (last, text, strlen (text));
}

/* Where words stand before the first number they stand before each. */
static void
put_all_words (GPtrArray *phones, const char *text, const GArray *places)
{
  const int *at = (const int *) (gconstpointer) places->data;
  gboolean before = FALSE;

  for (int i = 0; i < at[0]; i++)
    before |= g_ascii_isalpha (text[i]) || (text[i] & 0x80);
  for (guint i = 0; i < phones->len; i++) {
    int begin = before ? (i ? at[2 * i - 1] : 0) : at[2 * i + 1];
    int end = before ? at[2 * i] : i + 1 < phones->len ? at[2 * i + 2] : (int) strlen (text);

    put_words (phones->pdata[i], text + begin, (gsize) (end - begin));
  }
  if (before)
    put_last_words (phones->pdata[phones->len - 1], text + at[2 * phones->len - 1]);
}

/* (transfer full) (nullable): where there are two whole numbers or more. */
static GPtrArray *
find_numbers (const char *text)
{
  static GRegex *kept;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GPtrArray) phones
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_csv_phone_free);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int));

  g_regex_match (dolen_regex_once (&kept, NUMBER, 0), text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *number = g_match_info_fetch (match, 0);
    int place[2];

    if (!dolen_csv_phone_is_number (number))
      continue;
    g_match_info_fetch_pos (match, 0, &place[0], &place[1]);
    g_array_append_vals (places, place, 2);
    g_ptr_array_add (phones, phone_of (number));
  }
  if (phones->len < 2)
    return NULL;
  put_all_words (phones, text, places);
  return g_steal_pointer (&phones);
}

GPtrArray *
dolen_csv_split_phones (const char *text)
{
  static GRegex *kept;
  GRegex *between
      = dolen_regex_once (&kept, "\\s*(?:[/;,\\n|]|\\bor\\b|\\bneu\\b)\\s*", G_REGEX_CASELESS);
  GPtrArray *phones = find_numbers (text);
  g_auto (GStrv) parts = NULL;

  if (phones)
    return phones;
  phones = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_csv_phone_free);
  parts = g_regex_split (between, text, 0);
  for (guint i = 0; parts[i]; i++) {
    if (!dolen_csv_phone_is_number (parts[i])) {
      g_ptr_array_set_size (phones, 0);
      break;
    }
    g_ptr_array_add (phones, phone_of (parts[i]));
  }
  if (!phones->len)
    g_ptr_array_add (phones, phone_of (text));
  return phones;
}
