/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-private.h"

#include "base/dolen-error.h"
#include "language/dolen-guess.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The words of a service for the search tables. English text and text whose language is not clear
 * is searched as English, Welsh text and what is not clear as Welsh: in the Welsh table words are
 * met in all their mutations. Names and places stand in the English table whatever their
 * language, as they are spelt, so that all words of a search can be met in one row.
 */

typedef struct {
  GString *name;
  GString *keywords;
  GString *description;
} Words;

typedef struct {
  DolenDirectory *dir;
  gint64 id;
  Words words[DOLEN_N_LANGUAGES];
} Rows;

static void
rows_init (Rows *rows, DolenDirectory *dir)
{
  rows->dir = dir;
  for (guint i = 0; i < DOLEN_N_LANGUAGES; i++) {
    rows->words[i].name = g_string_new (NULL);
    rows->words[i].keywords = g_string_new (NULL);
    rows->words[i].description = g_string_new (NULL);
  }
}

static void
rows_truncate (Rows *rows)
{
  for (guint i = 0; i < DOLEN_N_LANGUAGES; i++) {
    g_string_truncate (rows->words[i].name, 0);
    g_string_truncate (rows->words[i].keywords, 0);
    g_string_truncate (rows->words[i].description, 0);
  }
}

static void
rows_clear (Rows *rows)
{
  for (guint i = 0; i < DOLEN_N_LANGUAGES; i++) {
    g_string_free (rows->words[i].name, TRUE);
    g_string_free (rows->words[i].keywords, TRUE);
    g_string_free (rows->words[i].description, TRUE);
  }
}

static void
append (GString *to, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (to->len > 0)
    g_string_append_c (to, '\n');
  g_string_append (to, text);
}

/* Which languages an English-side text is in: bits. */
static guint
get_languages (const char *text, const char *state)
{
  const guint en = 1 << DOLEN_LANGUAGE_EN, cy = 1 << DOLEN_LANGUAGE_CY;

  if (text == NULL || *text == '\0')
    return 0;
  if (dolen_text_state_from_code (state) != DOLEN_TEXT_GIVEN)
    return en;
  switch (dolen_guess_language (text)) {
  case DOLEN_GUESS_ENGLISH:
    return en;
  case DOLEN_GUESS_WELSH:
    return cy;
  case DOLEN_GUESS_UNCLEAR:
  default:
    return en | cy;
  }
}

/* A name or place: into the English words always, into the Welsh ones where it may be Welsh. */
static void
append_name (GString *en, GString *cy, const char *text, guint languages)
{
  append (en, text);
  if (languages & (1 << DOLEN_LANGUAGE_CY))
    append (cy, text);
}

static void
take_names (DolenRow *row, GString *en, GString *cy)
{
  const char *english = dolen_row_peek_text (row);
  const char *state = dolen_row_peek_text (row);
  const char *welsh = dolen_row_peek_text (row);

  append_name (en, cy, english, get_languages (english, state));
  if (g_strcmp0 (english, welsh) != 0)
    append_name (en, cy, welsh, 1 << DOLEN_LANGUAGE_CY);
}

static void
take_description (DolenRow *row, Rows *rows)
{
  const char *english = dolen_row_peek_text (row);
  const char *state = dolen_row_peek_text (row);
  const char *welsh = dolen_row_peek_text (row);
  guint languages = get_languages (english, state);

  for (guint i = 0; i < DOLEN_N_LANGUAGES; i++)
    if (languages & (1u << i))
      append (rows->words[i].description, english);
  append (rows->words[DOLEN_LANGUAGE_CY].description, welsh);
}

/* "interest/gardening" a line, from the query. */
static void
append_labels (Rows *rows, const char *tags)
{
  g_auto (GStrv) lines = tags != NULL ? g_strsplit (tags, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++) {
    char *code = strchr (lines[i], '/');
    DolenTagKind kind;

    if (code == NULL)
      continue;
    *code++ = '\0';
    kind = dolen_tag_kind_from_code (lines[i]);
    for (guint language = 0; language < DOLEN_N_LANGUAGES; language++) {
      const char *label
          = rows->dir->labels != NULL
                ? rows->dir->labels (kind, code, (DolenLanguage) language, rows->dir->labels_data)
                : NULL;
      append (rows->words[language].keywords,
              label == NULL && language == DOLEN_LANGUAGE_EN ? code : label);
    }
  }
}

#define SELECT_WORDS                                                                               \
  "SELECT s.id, s.name_en, s.name_en_state, s.name_cy, o.name_en, o.name_en_state, o.name_cy,"     \
  " (SELECT group_concat (coalesce (v.city, '') || ' ' || iif (v.hide_address, '',"                \
  "   coalesce (v.name_en, '') || ' ' || coalesce (v.name_cy, '')), char (10))"                    \
  "  FROM service_venue sv JOIN venue v ON v.id = sv.venue WHERE sv.service = s.id),"              \
  " (SELECT group_concat (kind || '/' || code, char (10)) FROM tag WHERE service = s.id"           \
  "   AND value = 1 AND state <> 'rejected' AND kind <> 'other'),"                                 \
  " s.description_en, s.description_en_state, s.description_cy,"                                   \
  " s.eligibility_en, s.eligibility_en_state, s.eligibility_cy"                                    \
  " FROM service s LEFT JOIN organisation o ON o.id = s.organisation"

static void
take_words (DolenRow *row, gpointer user_data)
{
  Rows *rows = user_data;
  Words *en = &rows->words[DOLEN_LANGUAGE_EN], *cy = &rows->words[DOLEN_LANGUAGE_CY];
  const char *place;

  rows_truncate (rows);
  rows->id = dolen_row_take_int (row);
  take_names (row, en->name, cy->name);
  take_names (row, en->keywords, cy->keywords);
  place = dolen_row_peek_text (row);
  append_name (en->keywords, cy->keywords, place, 1 << DOLEN_LANGUAGE_CY);
  append_labels (rows, dolen_row_peek_text (row));
  take_description (row, rows);
  take_description (row, rows);
}

static const char *const insert_text[] = {
  "INSERT INTO search_text_en (id, name, keywords, description) VALUES (?1, ?2, ?3, ?4)",
  "INSERT INTO search_text_cy (id, name, keywords, description) VALUES (?1, ?2, ?3, ?4)",
};

static gboolean
write_text (Rows *rows, GError **error)
{
  for (guint i = 0; i < DOLEN_N_LANGUAGES; i++) {
    DolenRow row;

    if (!dolen_directory_row (rows->dir, insert_text[i], &row, error))
      return FALSE;
    dolen_row_put_int (&row, rows->id);
    dolen_row_put_text (&row, rows->words[i].name->str);
    dolen_row_put_text (&row, rows->words[i].keywords->str);
    dolen_row_put_text (&row, rows->words[i].description->str);
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
run_all (DolenDirectory *dir, const char *const *sql, gsize n, gint64 id, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (!dolen_directory_run (dir, sql[i], id, error))
      return FALSE;
  return TRUE;
}

/* An index is told what goes, with the words it was given, before the text itself goes. */
static gboolean
forget (DolenDirectory *dir, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "INSERT INTO search_en (search_en, rowid, name, keywords, description)"
    " SELECT 'delete', id, name, keywords, description FROM search_text_en WHERE id = ?1",
    "INSERT INTO search_cy (search_cy, rowid, name, keywords, description)"
    " SELECT 'delete', id, name, keywords, description FROM search_text_cy WHERE id = ?1",
    "INSERT INTO search_name_en (search_name_en, rowid, name, keywords)"
    " SELECT 'delete', id, name, keywords FROM search_text_en WHERE id = ?1",
    "INSERT INTO search_name_cy (search_name_cy, rowid, name, keywords)"
    " SELECT 'delete', id, name, keywords FROM search_text_cy WHERE id = ?1",
    "DELETE FROM search_text_en WHERE id = ?1",
    "DELETE FROM search_text_cy WHERE id = ?1",
  };
  return run_all (dir, statements, G_N_ELEMENTS (statements), id, error);
}

static gboolean
index_text (DolenDirectory *dir, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "INSERT INTO search_en (rowid, name, keywords, description)"
    " SELECT id, name, keywords, description FROM search_text_en WHERE id = ?1",
    "INSERT INTO search_cy (rowid, name, keywords, description)"
    " SELECT id, name, keywords, description FROM search_text_cy WHERE id = ?1",
    "INSERT INTO search_name_en (rowid, name, keywords)"
    " SELECT id, name, keywords FROM search_text_en WHERE id = ?1",
    "INSERT INTO search_name_cy (rowid, name, keywords)"
    " SELECT id, name, keywords FROM search_text_cy WHERE id = ?1",
  };
  return run_all (dir, statements, G_N_ELEMENTS (statements), id, error);
}

gboolean
dolen_search_write_service (DolenDirectory *dir, gint64 id, GError **error)
{
  Rows rows;
  gboolean ok;

  if (!forget (dir, id, error))
    return FALSE;
  rows_init (&rows, dir);
  rows.id = 0;
  ok = dolen_directory_each (dir, SELECT_WORDS " WHERE s.id = ?1", id, take_words, &rows, error)
       && (rows.id == 0 || (write_text (&rows, error) && index_text (dir, id, error)));
  rows_clear (&rows);
  return ok;
}

gboolean
dolen_search_read_edited (DolenDirectory *dir, gint64 id, GError **error)
{
  return dir->reader == NULL || dir->reader (dir, id, dir->reader_data, error);
}

gboolean
dolen_search_write_edited (DolenDirectory *dir, gint64 id, GError **error)
{
  return dolen_search_read_edited (dir, id, error) && dolen_search_write_service (dir, id, error);
}

static void
collect_id (DolenRow *row, gpointer ids)
{
  gint64 id = dolen_row_take_int (row);
  g_array_append_val (ids, id);
}

gboolean
dolen_search_write_organisation (DolenDirectory *dir, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!dolen_directory_each (
          dir, "SELECT id FROM service WHERE organisation = ?1", id, collect_id, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!dolen_search_write_service (dir, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_all_text (DolenDirectory *dir, GError **error)
{
  DolenRow row = { dolen_directory_statement (dir, SELECT_WORDS " ORDER BY s.id", error), 0 };
  gboolean more = TRUE, ok = row.statement != NULL;
  Rows rows;

  rows_init (&rows, dir);
  while (ok && (ok = dolen_statement_step (row.statement, &more, error)) && more) {
    row.n = 0;
    take_words (&row, &rows);
    ok = write_text (&rows, error);
  }
  if (row.statement != NULL)
    dolen_statement_reset (row.statement);
  rows_clear (&rows);
  return ok;
}

gboolean
dolen_directory_rebuild_search (DolenDirectory *dir, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);

  return transaction != NULL
         && dolen_db_exec (dir->db, "DELETE FROM search_text_en; DELETE FROM search_text_cy", error)
         && write_all_text (dir, error)
         && dolen_db_exec (dir->db,
                           "INSERT INTO search_en (search_en) VALUES ('rebuild');"
                           "INSERT INTO search_cy (search_cy) VALUES ('rebuild');"
                           "INSERT INTO search_name_en (search_name_en) VALUES ('rebuild');"
                           "INSERT INTO search_name_cy (search_name_cy) VALUES ('rebuild')",
                           error)
         && dolen_transaction_commit (transaction, error);
}

gboolean
dolen_search_check (DolenDirectory *dir, GError **error)
{
  gint64 wrong = 0;

  if (!dolen_db_get_int64 (
          dir->db,
          "SELECT (SELECT count(*) FROM service WHERE id NOT IN (SELECT id FROM search_text_en)"
          "   OR id NOT IN (SELECT id FROM search_text_cy))"
          " + (SELECT count(*) FROM search_text_en WHERE id NOT IN (SELECT id FROM service))"
          " + (SELECT count(*) FROM search_text_cy WHERE id NOT IN (SELECT id FROM service))",
          &wrong,
          error))
    return FALSE;
  if (wrong > 0) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_CORRUPT,
                 g_dngettext (GETTEXT_PACKAGE,
                              "The search index does not agree with the directory (%d service).",
                              "The search index does not agree with the directory (%d services).",
                              (gulong) wrong),
                 (int) wrong);
    return FALSE;
  }
  return dolen_db_is_read_only (dir->db)
         || dolen_db_exec (
             dir->db,
             "INSERT INTO search_en (search_en, rank) VALUES ('integrity-check', 1);"
             "INSERT INTO search_cy (search_cy, rank) VALUES ('integrity-check', 1);"
             "INSERT INTO search_name_en (search_name_en, rank) VALUES ('integrity-check', 1);"
             "INSERT INTO search_name_cy (search_name_cy, rank) VALUES ('integrity-check', 1)",
             error);
}
