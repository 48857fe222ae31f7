/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-book.h"

#include "base/dolen-text.h"
#include "directory/alike/dolen-alike-match.h"
#include "directory/alike/dolen-alike-record.h"
#include "directory/alike/dolen-alike-spelt.h"
#include "directory/alike/dolen-alike-whom.h"
#include "directory/dolen-directory-private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What may be the same as something else. */
#define LISTED                                                                                     \
  " WHERE s.status NOT IN ('inactive', 'defunct') AND s.do_not_list = 0 AND s.closed_on IS NULL"

/* The middle of a town or of a district is where nobody stands. */
#define KNOWN " WHEN v.origin IN ('feed', 'person', 'postcode-unit') THEN "
#define POSITION "CASE" KNOWN "v.latitude END, CASE" KNOWN "v.longitude END"

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
  book->records = g_ptr_array_new_with_free_func (dolen_alike_record_free);
  book->owners = g_ptr_array_new_with_free_func (dolen_alike_record_free);
  book->owner_sizes = g_array_new (FALSE, TRUE, sizeof (guint));
  book->keys = g_array_new (FALSE, TRUE, sizeof (DolenAlikeKey));
  g_array_set_clear_func (book->keys, clear_key);
  book->told = dolen_alike_told_new ();
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
  dolen_alike_told_free (book->told);
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

/* Columns: id, uid, source, name_en, name_cy, phone, email, url. */
static DolenAlikeRecord *
read_record (DolenAlikeBook *book, DolenRow *row)
{
  DolenAlikeRecord *record = dolen_alike_record_new ();
  g_autofree char *phone = NULL;

  record->id = dolen_row_take_int (row);
  record->uid = dolen_row_take_text (row);
  record->source = dolen_row_take_int (row); /* NULL is 0 */
  for (guint which = 0; which < DOLEN_ALIKE_NAMES; which++)
    dolen_alike_add_name (book, record, which, dolen_row_peek_text (row));
  phone = dolen_text_phone (dolen_row_peek_text (row));
  dolen_alike_add_key (book, record, DOLEN_ALIKE_PHONE, phone);
  dolen_alike_add_email (book, record, dolen_row_peek_text (row));
  dolen_alike_add_url (book, record, dolen_row_peek_text (row));
  return record;
}

static void
read_owner (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenAlikeRecord *owner = read_record (reading->book, row);
  guint none = 0;

  for (guint i = 0; i < DOLEN_ALIKE_NAMES; i++)
    dolen_alike_add_former (reading->book, owner, dolen_row_peek_text (row));
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
    for (guint i = 0; i < DOLEN_ALIKE_NAMES; i++)
      dolen_alike_add_description (reading->book, record, i, dolen_row_peek_text (row));
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
  dolen_alike_add_postcode (reading->book, record, dolen_row_peek_text (row));
  if (isnan (record->latitude)) {
    record->latitude = dolen_row_take_double (row);
    record->longitude = dolen_row_take_double (row);
  }
}

/* Columns: id, names and town of a hall, its street. */
static void
read_hall (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenAlikeRecord *record = find (reading, row);

  for (guint i = 0; record != NULL && i < 3; i++)
    dolen_alike_add_hall (reading->book, record, dolen_row_peek_text (row));
  if (record != NULL)
    dolen_alike_add_street (reading->book, record, dolen_row_peek_text (row));
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
  dolen_alike_add_key (reading->book, record, DOLEN_ALIKE_PHONE, phone);
  dolen_alike_add_email (reading->book, record, dolen_row_peek_text (row));
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
  dolen_alike_add_key (reading->book, record, DOLEN_ALIKE_REGISTRATION, text);
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
               "SELECT id, uid, source, name_en, name_cy, phone, email, url,"
               " description_en, description_cy FROM organisation ORDER BY id",
               read_owner,
               error)
         && each (r,
                  "SELECT s.id, s.uid, s.source, s.name_en, s.name_cy, s.phone,"
                  " s.email, s.url, s.organisation, s.minimum_age,"
                  " s.description_en, s.description_cy FROM service s" LISTED " ORDER BY s.id",
                  read_one,
                  error)
         && each (r,
                  "SELECT sv.service, v.postcode, " POSITION
                  " FROM service_venue sv JOIN venue v ON v.id = sv.venue"
                  " ORDER BY sv.id",
                  read_place,
                  error)
         && each (r,
                  "SELECT sv.service, v.name_en, v.name_cy, v.city, v.address"
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
                  "SELECT DISTINCT s.organisation, v.postcode, " POSITION
                  " FROM service s JOIN service_venue sv"
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

static void
count_told (DolenAlikeBook *book, const DolenAlikeRecord *record)
{
  const GArray *lists[] = { record->said, record->told, record->stands };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; k < lists[i]->len; k++) {
      guint number = g_array_index (lists[i], guint, k);
      gboolean counted = FALSE;

      for (guint before = 0; before < i && !counted; before++)
        counted = dolen_alike_has (lists[before], number);
      if (!counted)
        g_array_index (book->told->counts, guint, number)++;
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
    count_told (book, record);
    for (guint k = 0; k < record->keys->len; k++)
      g_array_index (book->keys, DolenAlikeKey, g_array_index (record->keys, guint, k)).n++;
  }
  for (guint i = 0; i < book->told->counts->len; i++) {
    double bits = dolen_alike_bits (book, g_array_index (book->told->counts, guint, i));
    g_array_append_val (book->told->bits, bits);
  }
  dolen_alike_read_whom (book);
  for (guint i = 0; i < book->records->len; i++) {
    DolenAlikeRecord *record = g_ptr_array_index (book->records, i);
    record->says_who = dolen_alike_says_who (book, record, dolen_alike_owner (book, record));
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
