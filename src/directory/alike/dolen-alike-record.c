/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-record.h"

#include "base/dolen-text.h"
#include "directory/alike/dolen-alike-address.h"
#include "directory/alike/dolen-alike-former.h"
#include "directory/alike/dolen-alike-lists.h"
#include "directory/alike/dolen-alike-places.h"
#include "directory/alike/dolen-alike-words.h"

#include <math.h>
#include <string.h>

/* Words of so many letters can be misspelt and still be known. */
#define MIN_LETTERS 5
#define MAX_LETTERS 32

/* The shortest name of a town that is looked for: "Usk". */
#define MIN_PLACE 3

/* Of a description: enough to tell two apart that begin alike; a line of a few words is no text. */
#define TEXT_LETTERS 200
#define MIN_TEXT 60

/* Words of a text that are kept: what it is about is said soon. */
#define MOST_TOLD 80

void
dolen_alike_record_free (gpointer data)
{
  DolenAlikeRecord *record = data;

  g_free (record->uid);
  for (guint i = 0; i < DOLEN_ALIKE_NAMES; i++) {
    g_clear_pointer (&record->names[i], g_array_unref);
    g_clear_pointer (&record->order[i], g_array_unref);
    g_free (record->initials[i]);
  }
  g_array_unref (record->keys);
  g_array_unref (record->around);
  g_array_unref (record->said);
  g_array_unref (record->aside);
  if (record->former != NULL)
    dolen_alike_record_free (record->former);
  g_array_unref (record->told);
  g_array_unref (record->stands);
  g_free (record->districts);
  g_free (record);
}

static void
set_letters (DolenAlikeKey *key, const char *word)
{
  glong n = 0;

  key->marks = dolen_alike_word_marks (word);
  key->form = !key->marks && dolen_alike_word_is_form (word);
  key->house = dolen_alike_word_is_house (word);
  key->gathers = dolen_alike_word_gathers (word);
  key->activity = dolen_alike_word_is_activity (word);
  n = g_utf8_strlen (word, -1);
  if (!key->marks && n >= MIN_PLACE && !dolen_alike_word_is_no_town (word))
    key->places = dolen_alike_places (word);
  if (key->marks || n < MIN_LETTERS || n > MAX_LETTERS)
    return;
  key->letters = g_utf8_to_ucs4_fast (word, -1, NULL);
  key->n_letters = (guint) n;
}

static guint
number_of (DolenAlikeBook *book, DolenAlikeKeyKind kind, const char *text)
{
  g_autofree char *full = g_strdup_printf ("%d %s", kind, text);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (book->numbers, full));
  DolenAlikeKey key = { .kind = kind };

  if (number > 0)
    return number - 1;
  key.text = full + strlen ("0 "); /* the table keeps it */
  key.length = (guint) strlen (key.text);
  if (kind == DOLEN_ALIKE_WORD)
    set_letters (&key, key.text);
  g_array_append_val (book->keys, key);
  g_hash_table_insert (book->numbers, g_steal_pointer (&full), GUINT_TO_POINTER (book->keys->len));
  return book->keys->len - 1;
}

/* TRUE where it was not there. */
static gboolean
insert_number (GArray *numbers, guint number)
{
  guint at = 0;

  while (at < numbers->len && g_array_index (numbers, guint, at) < number)
    at++;
  if (at < numbers->len && g_array_index (numbers, guint, at) == number)
    return FALSE;
  g_array_insert_val (numbers, at, number);
  return TRUE;
}

void
dolen_alike_add_key (DolenAlikeBook *book,
                     DolenAlikeRecord *record,
                     DolenAlikeKeyKind kind,
                     const char *text)
{
  if (!dolen_text_is_empty (text))
    insert_number (record->keys, number_of (book, kind, text));
}

void
dolen_alike_add_email (DolenAlikeBook *book, DolenAlikeRecord *record, const char *email)
{
  g_autofree char *lower = email != NULL ? g_ascii_strdown (email, -1) : NULL;
  const char *host = lower != NULL ? strchr (lower, '@') : NULL;

  dolen_alike_add_key (book, record, DOLEN_ALIKE_EMAIL, lower);
  if (host != NULL && !dolen_alike_host_is_shared (host + 1))
    dolen_alike_add_key (book, record, DOLEN_ALIKE_HOST, host + 1);
}

void
dolen_alike_add_url (DolenAlikeBook *book, DolenAlikeRecord *record, const char *url)
{
  g_autofree char *host = NULL;
  g_autofree char *key = dolen_alike_url_key (url, &host);

  if (key == NULL)
    return;
  if (!dolen_alike_host_is_shared (key))
    dolen_alike_add_key (book, record, DOLEN_ALIKE_URL, key);
  if (!dolen_alike_host_is_shared (host))
    dolen_alike_add_key (book, record, DOLEN_ALIKE_HOST, host);
}

/* The whole postcode as a key; its district beside. */
void
dolen_alike_add_postcode (DolenAlikeBook *book, DolenAlikeRecord *record, const char *postcode)
{
  const char *blank = postcode != NULL ? strchr (postcode, ' ') : NULL;
  g_autofree char *district = NULL;
  char *all;

  if (postcode == NULL)
    return;
  if (blank != NULL)
    dolen_alike_add_key (book, record, DOLEN_ALIKE_POSTCODE, postcode);
  district = g_strndup (postcode, blank != NULL ? (gsize) (blank - postcode) : strlen (postcode));
  if (record->districts != NULL && strstr (record->districts, district) != NULL)
    return;
  all = g_strconcat (record->districts != NULL ? record->districts : "", district, " ", NULL);
  g_free (record->districts);
  record->districts = all;
}

static void
add_words (DolenAlikeBook *book, DolenAlikeRecord *record, guint which, const char *name)
{
  g_autofree char *initials = NULL;
  g_autoptr (GPtrArray) words = dolen_alike_words_and_initials (name, &initials);

  dolen_alike_told_add (book->told, record->said, name, MOST_TOLD);
  if (words->len == 0)
    return;
  record->names[which] = g_array_new (FALSE, FALSE, sizeof (guint));
  record->order[which] = g_array_sized_new (FALSE, FALSE, sizeof (guint), words->len);
  record->initials[which] = g_steal_pointer (&initials);
  for (guint i = 0; i < words->len; i++) {
    guint number = number_of (book, DOLEN_ALIKE_WORD, g_ptr_array_index (words, i));

    insert_number (record->names[which], number);
    g_array_append_val (record->order[which], number);
  }
}

/* The first letters and digits of a description. Those that begin alike were written but once. */
static void
add_text (DolenAlikeBook *book, DolenAlikeRecord *record, const char *text)
{
  char letters[TEXT_LETTERS + 1];
  guint n = 0;

  for (const char *p = text; p != NULL && *p != '\0' && n < TEXT_LETTERS; p++)
    if (g_ascii_isalnum (*p))
      letters[n++] = g_ascii_tolower (*p);
  letters[n] = '\0';
  if (n >= MIN_TEXT)
    dolen_alike_add_key (book, record, DOLEN_ALIKE_TEXT, letters);
}

static void
add_around (DolenAlikeBook *book, DolenAlikeRecord *record, const char *name)
{
  g_autoptr (GPtrArray) words = name != NULL ? dolen_alike_words (name) : NULL;

  for (guint i = 0; words != NULL && i < words->len; i++)
    insert_number (record->around,
                   number_of (book, DOLEN_ALIKE_WORD, g_ptr_array_index (words, i)));
}

DolenAlikeRecord *
dolen_alike_record_new (void)
{
  DolenAlikeRecord *record = g_new0 (DolenAlikeRecord, 1);

  record->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  record->around = g_array_new (FALSE, FALSE, sizeof (guint));
  record->said = g_array_new (FALSE, FALSE, sizeof (guint));
  record->told = g_array_new (FALSE, FALSE, sizeof (guint));
  record->stands = g_array_new (FALSE, FALSE, sizeof (guint));
  record->aside = g_array_new (FALSE, FALSE, sizeof (guint));
  record->latitude = record->longitude = NAN;
  record->owner = G_MAXUINT;
  record->minimum_age = -1;
  return record;
}

void
dolen_alike_add_former (DolenAlikeBook *book, DolenAlikeRecord *record, const char *text)
{
  g_autofree char *name = record->former == NULL ? dolen_alike_former_name (text) : NULL;

  if (name == NULL)
    return;
  record->former = dolen_alike_record_new ();
  add_words (book, record->former, 0, name);
}

/* "Debtline (advice for the self-employed)" */
static void
add_aside (DolenAlikeBook *book, DolenAlikeRecord *record, const char *name)
{
  const char *from = name != NULL ? strchr (name, '(') : NULL;
  const char *to = from != NULL && from > name ? strchr (from, ')') : NULL;
  g_autofree char *inner = to != NULL ? g_strndup (from + 1, (gsize) (to - from - 1)) : NULL;
  g_autofree char *rest = NULL;
  g_autoptr (GPtrArray) aside = inner != NULL ? dolen_alike_words (inner) : NULL;
  g_autoptr (GPtrArray) words = NULL;

  if (aside == NULL)
    return;
  rest = g_strdup_printf ("%.*s %s", (int) (from - name), name, to + 1);
  words = dolen_alike_words (rest);
  for (guint i = 0; words->len > 0 && i < aside->len; i++)
    if (!g_ptr_array_find_with_equal_func (words, aside->pdata[i], g_str_equal, NULL))
      insert_number (record->aside, number_of (book, DOLEN_ALIKE_WORD, aside->pdata[i]));
}

void
dolen_alike_add_name (DolenAlikeBook *book, DolenAlikeRecord *record, guint which, const char *name)
{
  add_words (book, record, which, name);
  add_aside (book, record, name);
  dolen_alike_add_former (book, record, name);
}

void
dolen_alike_add_description (DolenAlikeBook *book,
                             DolenAlikeRecord *record,
                             guint language,
                             const char *text)
{
  if (record->told_in == 0)
    add_text (book, record, text);
  record->told_in |= (guint8) ((text != NULL) << language);
  dolen_alike_told_add (book->told, record->told, text, MOST_TOLD);
  dolen_alike_add_former (book, record, text);
}

void
dolen_alike_add_hall (DolenAlikeBook *book, DolenAlikeRecord *record, const char *name)
{
  add_around (book, record, name);
  dolen_alike_add_street (book, record, name);
}

void
dolen_alike_add_street (DolenAlikeBook *book, DolenAlikeRecord *record, const char *street)
{
  dolen_alike_told_add (book->told, record->stands, street, MOST_TOLD);
}
