/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-book.h"

#include "base/dolen-text.h"
#include "directory/alike/dolen-alike-address.h"
#include "directory/alike/dolen-alike-lists.h"
#include "directory/alike/dolen-alike-places.h"
#include "directory/alike/dolen-alike-words.h"
#include "directory/dolen-directory-private.h"
#include "language/dolen-welsh.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What may be the same as something else. */
#define LISTED                                                                                     \
  " WHERE s.status NOT IN ('inactive', 'defunct') AND s.do_not_list = 0 AND s.closed_on IS NULL"

/* Words of so many letters can be misspelt and still be known. */
#define MIN_LETTERS 5
#define MAX_LETTERS 32

/* The shortest name of a town that is looked for: "Usk". */
#define MIN_PLACE 3

/* Of a description: enough to tell two apart that begin alike; a line of a few words is no text. */
#define TEXT_LETTERS 200
#define MIN_TEXT 60

typedef struct {
  DolenAlikeBook *book;
  DolenDirectory *dir;
  GHashTable *by_id;        /* row number -> DolenAlikeRecord */
  GHashTable *owners_by_id; /* row number -> index + 1 */
} Reading;

const char *
dolen_alike_kind_code (DolenAlikeKind kind)
{
  return kind == DOLEN_ALIKE_SERVICES ? "service" : "organisation";
}

static void
record_free (gpointer data)
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
  g_free (record->districts);
  g_free (record);
}

static void
clear_key (gpointer data)
{
  DolenAlikeKey *key = data;

  g_free (key->letters);
  g_clear_pointer (&key->places, g_ptr_array_unref);
}

static DolenAlikeBook *
book_new (DolenAlikeKind kind)
{
  DolenAlikeBook *book = g_new0 (DolenAlikeBook, 1);

  book->kind = kind;
  book->records = g_ptr_array_new_with_free_func (record_free);
  book->owners = g_ptr_array_new_with_free_func (record_free);
  book->owner_sizes = g_array_new (FALSE, TRUE, sizeof (guint));
  book->keys = g_array_new (FALSE, TRUE, sizeof (DolenAlikeKey));
  g_array_set_clear_func (book->keys, clear_key);
  book->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return book;
}

void
dolen_alike_book_free (DolenAlikeBook *book)
{
  if (book == NULL)
    return;
  g_ptr_array_unref (book->records);
  g_ptr_array_unref (book->owners);
  g_array_unref (book->owner_sizes);
  g_array_unref (book->keys);
  g_hash_table_unref (book->numbers);
  g_free (book);
}

const DolenAlikeKey *
dolen_alike_book_key (const DolenAlikeBook *book, guint number)
{
  return &g_array_index (book->keys, DolenAlikeKey, number);
}

const DolenAlikeRecord *
dolen_alike_owner (const DolenAlikeBook *book, const DolenAlikeRecord *record)
{
  return record->owner != G_MAXUINT ? g_ptr_array_index (book->owners, record->owner) : NULL;
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

static void
add_key (DolenAlikeBook *book, DolenAlikeRecord *record, DolenAlikeKeyKind kind, const char *text)
{
  if (!dolen_text_is_empty (text))
    insert_number (record->keys, number_of (book, kind, text));
}

static void
add_email (DolenAlikeBook *book, DolenAlikeRecord *record, const char *email)
{
  g_autofree char *lower = email != NULL ? g_ascii_strdown (email, -1) : NULL;
  const char *host = lower != NULL ? strchr (lower, '@') : NULL;

  add_key (book, record, DOLEN_ALIKE_EMAIL, lower);
  if (host != NULL && !dolen_alike_host_is_shared (host + 1))
    add_key (book, record, DOLEN_ALIKE_HOST, host + 1);
}

static void
add_url (DolenAlikeBook *book, DolenAlikeRecord *record, const char *url)
{
  g_autofree char *host = NULL;
  g_autofree char *key = dolen_alike_url_key (url, &host);

  if (key == NULL)
    return;
  if (!dolen_alike_host_is_shared (key))
    add_key (book, record, DOLEN_ALIKE_URL, key);
  if (!dolen_alike_host_is_shared (host))
    add_key (book, record, DOLEN_ALIKE_HOST, host);
}

/* The whole postcode as a key; its district beside. */
static void
add_postcode (DolenAlikeBook *book, DolenAlikeRecord *record, const char *postcode)
{
  const char *blank = postcode != NULL ? strchr (postcode, ' ') : NULL;
  g_autofree char *district = NULL;
  char *all;

  if (postcode == NULL)
    return;
  if (blank != NULL)
    add_key (book, record, DOLEN_ALIKE_POSTCODE, postcode);
  district = g_strndup (postcode, blank != NULL ? (gsize) (blank - postcode) : strlen (postcode));
  if (record->districts != NULL && strstr (record->districts, district) != NULL)
    return;
  all = g_strconcat (record->districts != NULL ? record->districts : "", district, " ", NULL);
  g_free (record->districts);
  record->districts = all;
}

static void
add_name (DolenAlikeBook *book, DolenAlikeRecord *record, guint which, const char *name)
{
  g_autofree char *initials = NULL;
  g_autoptr (GPtrArray) words = dolen_alike_words_and_initials (name, &initials);

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
    add_key (book, record, DOLEN_ALIKE_TEXT, letters);
}

static void
add_around (DolenAlikeBook *book, DolenAlikeRecord *record, const char *name)
{
  g_autoptr (GPtrArray) words = name != NULL ? dolen_alike_words (name) : NULL;

  for (guint i = 0; words != NULL && i < words->len; i++)
    insert_number (record->around,
                   number_of (book, DOLEN_ALIKE_WORD, g_ptr_array_index (words, i)));
}

/* Columns: id, uid, source, name_en, name_cy, phone, email, url. */
static DolenAlikeRecord *
read_record (DolenAlikeBook *book, DolenRow *row)
{
  DolenAlikeRecord *record = g_new0 (DolenAlikeRecord, 1);
  g_autofree char *phone = NULL;

  record->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  record->around = g_array_new (FALSE, FALSE, sizeof (guint));
  record->latitude = record->longitude = NAN;
  record->owner = G_MAXUINT;
  record->minimum_age = -1;
  record->id = dolen_row_take_int (row);
  record->uid = dolen_row_take_text (row);
  record->source = dolen_row_take_int (row); /* NULL is 0 */
  add_name (book, record, 0, dolen_row_peek_text (row));
  add_name (book, record, 1, dolen_row_peek_text (row));
  phone = dolen_text_phone (dolen_row_peek_text (row));
  add_key (book, record, DOLEN_ALIKE_PHONE, phone);
  add_email (book, record, dolen_row_peek_text (row));
  add_url (book, record, dolen_row_peek_text (row));
  return record;
}

static void
read_owner (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenAlikeRecord *owner = read_record (reading->book, row);
  guint none = 0;

  g_ptr_array_add (reading->book->owners, owner);
  g_array_append_val (reading->book->owner_sizes, none);
  g_hash_table_insert (reading->owners_by_id,
                       GSIZE_TO_POINTER (owner->id),
                       GUINT_TO_POINTER (reading->book->owners->len));
}

static void
read_one (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenAlikeRecord *record = read_record (reading->book, row);

  if (reading->book->kind == DOLEN_ALIKE_SERVICES) {
    gint64 owner_id = dolen_row_take_int (row);
    guint owner = GPOINTER_TO_UINT (
        g_hash_table_lookup (reading->owners_by_id, GSIZE_TO_POINTER (owner_id)));

    record->minimum_age = (int) dolen_row_take_known (row);
    add_text (reading->book, record, dolen_row_peek_text (row));
    if (owner > 0) {
      record->owner = owner - 1;
      g_array_index (reading->book->owner_sizes, guint, owner - 1)++;
    }
  }
  g_ptr_array_add (reading->book->records, record);
  g_hash_table_insert (reading->by_id, GSIZE_TO_POINTER (record->id), record);
}

static DolenAlikeRecord *
find (Reading *reading, DolenRow *row)
{
  return g_hash_table_lookup (reading->by_id, GSIZE_TO_POINTER (dolen_row_take_int (row)));
}

static void
read_place (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenAlikeRecord *record = find (reading, row);

  if (record == NULL)
    return;
  add_postcode (reading->book, record, dolen_row_peek_text (row));
  if (isnan (record->latitude)) {
    record->latitude = dolen_row_take_double (row);
    record->longitude = dolen_row_take_double (row);
  }
}

/* Columns: id, names and town of a hall. */
static void
read_hall (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenAlikeRecord *record = find (reading, row);

  for (guint i = 0; record != NULL && i < 3; i++)
    add_around (reading->book, record, dolen_row_peek_text (row));
}

static void
read_contact (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenAlikeRecord *record = find (reading, row);
  g_autofree char *phone = NULL;

  if (record == NULL)
    return;
  phone = dolen_text_phone (dolen_row_peek_text (row));
  add_key (reading->book, record, DOLEN_ALIKE_PHONE, phone);
  add_email (reading->book, record, dolen_row_peek_text (row));
}

/* Of the record, or of the organisation behind services. */
static DolenAlikeRecord *
find_registered (Reading *reading, DolenRow *row)
{
  guint owner;

  if (reading->book->kind == DOLEN_ALIKE_ORGANISATIONS)
    return find (reading, row);
  owner = GPOINTER_TO_UINT (
      g_hash_table_lookup (reading->owners_by_id, GSIZE_TO_POINTER (dolen_row_take_int (row))));
  return owner > 0 ? g_ptr_array_index (reading->book->owners, owner - 1) : NULL;
}

static void
read_registration (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenAlikeRecord *record = find_registered (reading, row);
  g_autofree char *scheme = dolen_row_take_text (row);
  g_autofree char *value = dolen_row_take_text (row);
  g_autofree char *text = NULL;

  if (record == NULL || dolen_text_is_empty (scheme))
    return;
  text = g_strdup_printf ("%s %s", scheme, value);
  add_key (reading->book, record, DOLEN_ALIKE_REGISTRATION, text);
}

/* The quarter of an hour of "09:30", from 1 on; 0 where it is none. */
static guint8
read_opens (const char *clock)
{
  guint hour = 0, minute = 0;

  if (clock == NULL || sscanf (clock, "%2u:%2u", &hour, &minute) != 2 || hour > 23 || minute > 59)
    return 0;
  return (guint8) (1 + hour * 4 + minute / 15);
}

#define LAST_WEEKS 0x18 /* the fourth and the fifth */

/* The weeks of "2MO", "-1MO" or "MO", @at which "MO" begins. */
static guint8
read_weeks (const char *days, const char *at)
{
  if (at == days || !g_ascii_isdigit (at[-1]))
    return DOLEN_ALIKE_EVERY_WEEK;
  if (at - days >= 2 && at[-2] == '-')
    return LAST_WEEKS;
  return at[-1] >= '1' && at[-1] <= '5' ? (guint8) (1 << (at[-1] - '1')) : DOLEN_ALIKE_EVERY_WEEK;
}

static void
read_days (DolenRow *row, gpointer user_data)
{
  static const char *const codes[DOLEN_ALIKE_DAYS] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  Reading *reading = user_data;
  DolenAlikeRecord *record = find (reading, row);
  const char *days = dolen_row_peek_text (row);
  guint8 opens = read_opens (dolen_row_peek_text (row));

  for (guint i = 0; record != NULL && days != NULL && i < G_N_ELEMENTS (codes); i++)
    for (const char *at = strstr (days, codes[i]); at != NULL; at = strstr (at + 1, codes[i])) {
      record->days |= (guint8) (1 << i);
      record->weeks[i] |= read_weeks (days, at);
      if (record->opens[i] == 0)
        record->opens[i] = opens;
    }
}

/* Calls @func with each row of @sql, a literal. */
static gboolean
each (Reading *reading, const char *sql, DolenRowFunc func, GError **error)
{
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (reading->dir, sql, &row, error))
    return FALSE;
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return TRUE;
    row.n = 0;
    func (&row, reading);
  }
  return FALSE;
}

static gboolean
read_services (Reading *r, GError **error)
{
  return each (r,
               "SELECT id, uid, source, name_en, name_cy, phone, email, url"
               " FROM organisation ORDER BY id",
               read_owner,
               error)
         && each (r,
                  "SELECT s.id, s.uid, s.source, s.name_en, s.name_cy, s.phone,"
                  " s.email, s.url, s.organisation, s.minimum_age,"
                  " coalesce (s.description_en, s.description_cy) FROM service s" LISTED
                  " ORDER BY s.id",
                  read_one,
                  error)
         && each (r,
                  "SELECT sv.service, v.postcode, v.latitude, v.longitude"
                  " FROM service_venue sv JOIN venue v ON v.id = sv.venue"
                  " ORDER BY sv.id",
                  read_place,
                  error)
         && each (r,
                  "SELECT sv.service, v.name_en, v.name_cy, v.city"
                  " FROM service_venue sv JOIN venue v ON v.id = sv.venue",
                  read_hall,
                  error)
         && each (
             r, "SELECT organisation, scheme, value FROM registration", read_registration, error)
         && each (r,
                  "SELECT service, phone, email FROM contact"
                  " WHERE service IS NOT NULL ORDER BY id",
                  read_contact,
                  error)
         && each (r,
                  "SELECT service, byday, opens_at FROM schedule"
                  " WHERE byday IS NOT NULL AND closed = 0",
                  read_days,
                  error);
}

static gboolean
read_organisations (Reading *r, GError **error)
{
  return each (r,
               "SELECT o.id, o.uid, o.source, o.name_en, o.name_cy, o.phone,"
               " o.email, o.url FROM organisation o WHERE NOT EXISTS"
               " (SELECT 1 FROM merged m WHERE m.gone_uid = o.uid) ORDER BY o.id",
               read_one,
               error)
         && each (r,
                  "SELECT DISTINCT s.organisation, v.postcode, v.latitude,"
                  " v.longitude FROM service s JOIN service_venue sv"
                  " ON sv.service = s.id JOIN venue v ON v.id = sv.venue"
                  " WHERE s.organisation IS NOT NULL",
                  read_place,
                  error)
         && each (r,
                  "SELECT organisation, phone, email FROM contact"
                  " WHERE organisation IS NOT NULL ORDER BY id",
                  read_contact,
                  error)
         && each (r,
                  "SELECT organisation, scheme, value FROM registration"
                  " ORDER BY id",
                  read_registration,
                  error);
}

static void
count_words (DolenAlikeBook *book, const DolenAlikeRecord *record)
{
  for (guint which = 0; which < DOLEN_ALIKE_NAMES; which++) {
    const GArray *words = record->names[which];

    for (guint i = 0; words != NULL && i < words->len; i++) {
      guint number = g_array_index (words, guint, i);
      const GArray *first = record->names[0];
      gboolean counted = FALSE;

      for (guint k = 0; which > 0 && first != NULL && k < first->len && !counted; k++)
        counted = g_array_index (first, guint, k) == number;
      if (!counted)
        g_array_index (book->keys, DolenAlikeKey, number).n++;
    }
  }
}

/* In a directory of a few, what all share may still be rare in the world. */
double
dolen_alike_bits (const DolenAlikeBook *book, guint n)
{
  return log2 ((MAX (book->records->len, DOLEN_ALIKE_SMALL_DIRECTORY) + 1.0) / MAX (n, 1));
}

static void
count_keys (DolenAlikeBook *book)
{
  for (guint i = 0; i < book->records->len; i++) {
    const DolenAlikeRecord *record = g_ptr_array_index (book->records, i);

    count_words (book, record);
    for (guint k = 0; k < record->keys->len; k++)
      g_array_index (book->keys, DolenAlikeKey, g_array_index (record->keys, guint, k)).n++;
  }
  book->bits = dolen_alike_bits (book, 1);
  for (guint i = 0; i < book->keys->len; i++) {
    DolenAlikeKey *key = &g_array_index (book->keys, DolenAlikeKey, i);
    key->bits = dolen_alike_bits (book, key->n);
  }
}

DolenAlikeBook *
dolen_alike_book_read (DolenDirectory *dir,
                       DolenAlikeKind kind,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (DolenAlikeBook) book = book_new (kind);
  g_autoptr (GHashTable) by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) owners_by_id = g_hash_table_new (NULL, NULL);
  Reading reading = { .book = book, .dir = dir, .by_id = by_id, .owners_by_id = owners_by_id };
  gboolean ok;

  dolen_db_set_cancellable (dolen_directory_get_db (dir), cancellable);
  ok = kind == DOLEN_ALIKE_SERVICES ? read_services (&reading, error)
                                    : read_organisations (&reading, error);
  dolen_db_set_cancellable (dolen_directory_get_db (dir), NULL);
  if (!ok)
    return NULL;
  count_keys (book);
  return g_steal_pointer (&book);
}
