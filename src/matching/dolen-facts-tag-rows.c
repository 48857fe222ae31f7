/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-tag-rows.h"

#include <string.h>

/* By far the largest table: what is asked of it is told apart here, for less than SQL takes, by a
 * function of the reader that SQLite calls with each row: to hand out two million rows, column by
 * column, would take it as long again. */
static const char take[]
    = "SELECT dolen_take_tag (?2, t.service, t.kind, t.scheme, t.code, t.value, t.state, t.words)"
      " FROM tag t WHERE t.id >= ?3 AND t.id < ?4";

enum {
  COLUMN_ROWS,
  COLUMN_SERVICE,
  COLUMN_KIND,
  COLUMN_SCHEME,
  COLUMN_CODE,
  COLUMN_VALUE,
  COLUMN_STATE,
  COLUMN_WORDS,
  N_COLUMNS
};

/* Cancelling is looked for once in so many rows. */
#define CANCEL_EVERY 8192

#define POINTER_TYPE "DolenTagRows"

/* A text of a row, without the copy that a text of its own would be; not terminated. */
typedef struct {
  const char *text;
  gsize length;
} Piece;

static inline Piece
piece_at (sqlite3_value **row, int column)
{
  Piece piece;

  piece.text = sqlite3_value_blob (row[column]);
  piece.length = (gsize) sqlite3_value_bytes (row[column]);
  return piece;
}

static inline gboolean
is_piece (Piece piece, const char *text)
{
  return piece.length == strlen (text) && memcmp (piece.text, text, piece.length) == 0;
}

static Piece
piece_of (const char *text)
{
  return (Piece){ text, strlen (text) };
}

static inline gboolean
are_equal (Piece a, Piece b)
{
  return a.length == b.length && memcmp (a.text, b.text, a.length) == 0;
}

/* The terms by kind and code, with room to spare so that one look is mostly enough. */
#define TABLE_SIZE 4096u

typedef struct {
  const DolenTerm *term; /* NULL: none is here */
  Piece code;
  DolenTermKind kind;
} TermEntry;

typedef struct {
  TermEntry entries[TABLE_SIZE];
} TermTable;

struct _DolenTagRows {
  DolenFactsPass pass; /* its own place in the services */
  DolenStatement *statement;
  TermTable table;
  Piece kinds[DOLEN_TERM_N_KINDS];
  guint chunk;
  guint n;     /* rows */
  guint named; /* the service whose names these are, and one more; 0 none */
  Piece names[2];
  guint64 bytes; /* which bytes stand in them: a bit for each that ends in the same six */
  GArray *loose;
  GArray *others; /* of DolenOtherTag */
  GStringChunk *strings;
};

/* Of the length and the eight bytes at either end: few codes have these alike. */
static inline guint
hash_of (guint kind, const char *code, gsize length)
{
  guint64 first = 0, last = 0;

  if (length >= sizeof first) {
    memcpy (&first, code, sizeof first);
    memcpy (&last, code + length - sizeof last, sizeof last);
  } else {
    for (gsize c = 0; c < length; c++)
      first = first << 8 | (guint8) code[c];
  }
  first = (first ^ (last << 7 | last >> 57) ^ (guint64) (length << 3 | kind))
          * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (first >> 32) % TABLE_SIZE;
}

static void
fill_table (DolenTagRows *rows)
{
  DolenVocabulary *vocabulary = rows->pass.facts->vocabulary;

  for (guint k = 0; k < DOLEN_TERM_N_KINDS; k++)
    rows->kinds[k] = piece_of (dolen_term_kind_code ((DolenTermKind) k));
  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS; kind++)
    for (guint t = 0; t < dolen_vocabulary_count (vocabulary, (DolenTermKind) kind); t++) {
      const DolenTerm *term = dolen_vocabulary_term (vocabulary, (DolenTermKind) kind, t);
      guint at = hash_of (kind, term->code, strlen (term->code));

      while (rows->table.entries[at].term != NULL)
        at = (at + 1) % TABLE_SIZE;
      rows->table.entries[at] = (TermEntry){ term, piece_of (term->code), (DolenTermKind) kind };
    }
}

static const DolenTerm *
find_term (const TermTable *table, DolenTermKind kind, Piece code)
{
  guint at = hash_of (kind, code.text, code.length);

  for (; table->entries[at].term != NULL; at = (at + 1) % TABLE_SIZE)
    if (table->entries[at].kind == kind && are_equal (code, table->entries[at].code))
      return table->entries[at].term;
  return NULL;
}

static inline guint64
bit_of (char byte)
{
  return G_GUINT64_CONSTANT (1) << ((guint8) byte & 63);
}

static void
note_names (DolenTagRows *rows, guint i)
{
  const char *names[] = { rows->pass.name[i], rows->pass.name_cy[i] };

  rows->named = i + 1;
  rows->bytes = 0;
  for (gsize n = 0; n < G_N_ELEMENTS (names); n++) {
    rows->names[n] = (Piece){ names[n], names[n] != NULL ? strlen (names[n]) : 0 };
    for (gsize b = 0; b < rows->names[n].length; b++)
      rows->bytes |= bit_of (names[n][b]);
  }
}

/* Whether words stand in a name of service @i. Mostly the first and the last byte tell. */
static gboolean
stands_in_name (DolenTagRows *rows, guint i, Piece words)
{
  if (words.length == 0)
    return FALSE;
  if (rows->named != i + 1)
    note_names (rows, i);
  if (!(rows->bytes & bit_of (words.text[0]))
      || !(rows->bytes & bit_of (words.text[words.length / 2]))
      || !(rows->bytes & bit_of (words.text[words.length - 1])))
    return FALSE;
  for (gsize n = 0; n < G_N_ELEMENTS (rows->names); n++) {
    Piece name = rows->names[n];

    if (name.length >= words.length
        && memmem (name.text, name.length, words.text, words.length) != NULL)
      return TRUE;
  }
  return FALSE;
}

static inline gboolean
begins_with (Piece piece, const char *prefix)
{
  gsize n = strlen (prefix);

  return piece.length > n && memcmp (piece.text, prefix, n) == 0;
}

/* "for-dementia": the words of that need say for whom it is. */
static void
read_for_whom (DolenTagRows *rows, guint i, Piece code)
{
  const gsize prefix = strlen (DOLEN_TAG_FOR_WHOM);
  const Piece need = { code.text + prefix, code.length - prefix };
  const DolenTerm *term = find_term (&rows->table, DOLEN_TERM_NEED, need);

  if (term != NULL)
    dolen_facts_add_loose (rows->loose, i, term, TRUE, DOLEN_STRENGTH_FOR_WHOM);
}

static char *
keep (DolenTagRows *rows, Piece piece)
{
  return piece.text != NULL
             ? g_string_chunk_insert_len (rows->strings, piece.text, (gssize) piece.length)
             : NULL;
}

static void
read_other (DolenTagRows *rows, guint i, sqlite3_value **row)
{
  static const char *const kept[] = { "age-", "gender-", "audience-", DOLEN_TAG_ASSURED };
  Piece code = piece_at (row, COLUMN_CODE);
  DolenOtherTag other = { .chunk = rows->chunk, .service = i };

  if (begins_with (code, DOLEN_TAG_FOR_WHOM)) {
    read_for_whom (rows, i, code);
    return;
  }
  for (gsize k = 0; k < G_N_ELEMENTS (kept); k++)
    if (begins_with (code, kept[k])) {
      other.code = keep (rows, code);
      other.words = keep (rows, piece_at (row, COLUMN_WORDS));
      other.value = sqlite3_value_int (row[COLUMN_VALUE]) != 0;
      g_array_append_val (rows->others, other);
      return;
    }
}

static inline DolenTermKind
kind_of (const DolenTagRows *rows, Piece kind)
{
  for (guint k = 0; k < DOLEN_TERM_N_KINDS; k++)
    if (are_equal (kind, rows->kinds[k]))
      return (DolenTermKind) k;
  return DOLEN_TERM_N_KINDS;
}

static void
read_tag (DolenTagRows *rows, guint i, sqlite3_value **row)
{
  Piece state = piece_at (row, COLUMN_STATE);
  DolenTermKind kind = kind_of (rows, piece_at (row, COLUMN_KIND));
  DolenTagStrength strength = DOLEN_STRENGTH_SAID;
  const DolenTerm *term;

  if (is_piece (state, "rejected") || !is_piece (piece_at (row, COLUMN_SCHEME), "dolen"))
    return;
  if (kind == DOLEN_TERM_N_KINDS) {
    read_other (rows, i, row);
    return;
  }
  term = find_term (&rows->table, kind, piece_at (row, COLUMN_CODE));
  if (term == NULL)
    return;
  if (stands_in_name (rows, i, piece_at (row, COLUMN_WORDS)))
    strength = DOLEN_STRENGTH_IN_NAME;
  else if (is_piece (state, "confirmed"))
    strength = DOLEN_STRENGTH_CONFIRMED;
  dolen_facts_add_loose (
      rows->loose, i, term, sqlite3_value_int (row[COLUMN_VALUE]) != 0, strength);
}

static void
take_tag_cb (sqlite3_context *context, int n, sqlite3_value **row)
{
  DolenTagRows **held = sqlite3_aggregate_context (context, sizeof (DolenTagRows *));
  DolenTagRows *rows;

  if (held != NULL && *held == NULL)
    *held = sqlite3_value_pointer (row[COLUMN_ROWS], POINTER_TYPE);
  if (held == NULL || *held == NULL) {
    sqlite3_result_error_nomem (context);
    return;
  }
  rows = *held;
  (void) n;
  if (rows->n++ % CANCEL_EVERY == 0 && g_cancellable_is_cancelled (rows->pass.cancellable)) {
    sqlite3_result_error (context, "cancelled", -1);
    return;
  }
  if (dolen_facts_pass_go_to (&rows->pass, sqlite3_value_int64 (row[COLUMN_SERVICE])))
    read_tag (rows, rows->pass.at, row);
}

static void
end_of_tags_cb (sqlite3_context *context)
{
  sqlite3_result_null (context);
}

/* It holds nothing of a reader, and so may stay: where it is there already and a query runs, SQLite
 * leaves it as it is. */
static void
add_function (DolenDb *db)
{
  sqlite3_create_function_v2 (dolen_db_get_handle (db),
                              "dolen_take_tag",
                              N_COLUMNS,
                              SQLITE_UTF8 | SQLITE_DIRECTONLY,
                              NULL,
                              NULL,
                              take_tag_cb,
                              end_of_tags_cb,
                              NULL);
}

DolenTagRows *
dolen_tag_rows_new (const DolenFactsPass *pass, DolenDb *db)
{
  DolenTagRows *rows = g_new0 (DolenTagRows, 1);

  rows->pass = *pass;
  rows->pass.db = db;
  rows->pass.at = 0;
  rows->pass.data = NULL;
  rows->loose = dolen_facts_loose_new ();
  rows->others = g_array_new (FALSE, FALSE, sizeof (DolenOtherTag));
  rows->strings = g_string_chunk_new (16 * 1024);
  fill_table (rows);
  add_function (db);
  return rows;
}

void
dolen_tag_rows_free (DolenTagRows *rows)
{
  if (rows == NULL)
    return;
  dolen_statement_free (rows->statement);
  g_clear_pointer (&rows->loose, g_array_unref);
  g_array_unref (rows->others);
  g_string_chunk_free (rows->strings);
  g_free (rows);
}

gboolean
dolen_tag_rows_read (DolenTagRows *rows, guint chunk, GError **error)
{
  gint64 first = (gint64) chunk * DOLEN_TAG_ROWS_CHUNK;
  g_autoptr (GError) failed = NULL;
  gboolean row = FALSE;

  if (rows->statement == NULL)
    rows->statement = dolen_facts_pass_prepare (&rows->pass, take, error);
  if (rows->statement == NULL)
    return FALSE;
  rows->chunk = chunk;
  sqlite3_bind_pointer (rows->statement, 2, rows, POINTER_TYPE, NULL);
  dolen_statement_bind_int64 (rows->statement, 3, first);
  dolen_statement_bind_int64 (rows->statement, 4, first + DOLEN_TAG_ROWS_CHUNK);
  if (dolen_statement_step (rows->statement, &row, &failed)) {
    dolen_statement_reset (rows->statement);
    return TRUE;
  }
  if (!g_cancellable_set_error_if_cancelled (rows->pass.cancellable, error))
    g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

GArray *
dolen_tag_rows_loose (DolenTagRows *rows)
{
  return g_steal_pointer (&rows->loose);
}

const GArray *
dolen_tag_rows_others (const DolenTagRows *rows)
{
  return rows->others;
}
