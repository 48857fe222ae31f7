/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-tokenizer.h"

#include "base/dolen-error.h"
#include "language/dolen-search-terms-private.h"
#include "language/dolen-welsh.h"

#include <string.h>

/* Longer words are no words; they are kept as they stand. */
#define MAX_WORD 48

/* A radical as a term: the mark, at most two letters of prefix, the rest. */
#define MAX_TERM (1 + 2 + MAX_WORD)

typedef struct {
  fts5_tokenizer unicode61;
  Fts5Tokenizer *inner; /* (owned) */
} Tokenizer;

typedef int (*TokenCallback) (void *, int, const char *, int, int, int);

/* One run over a text: what unicode61 finds goes through here to FTS5. */
typedef struct {
  void *context;
  TokenCallback callback;
  gboolean every_form; /* a query that asks for any form of its words */
} Run;

static int
emit_beside (Run *run, const char *term, gsize length, int start, int end)
{
  return run->callback (run->context, FTS5_TOKEN_COLOCATED, term, (int) length, start, end);
}

static gsize
write_term (char *term, const char *word, gsize length, const DolenRadical *radical)
{
  gsize prefix = strlen (radical->prefix), rest = length - radical->skip;

  term[0] = DOLEN_SEARCH_MARK;
  memcpy (term + 1, radical->prefix, prefix);
  memcpy (term + 1 + prefix, word + radical->skip, rest);
  return 1 + prefix + rest;
}

/* Document: the word, and each radical as a marked term. */
static int
emit_document_word (Run *run, int flags, const char *word, gsize length, int start, int end)
{
  DolenRadical radicals[DOLEN_WELSH_MAX_RADICALS];
  guint n = length > MAX_WORD ? 0 : dolen_welsh_radicals (word, length, radicals);
  int result = run->callback (run->context, flags, word, (int) length, start, end);

  for (guint i = 0; i < n && result == SQLITE_OK; i++) {
    char term[MAX_TERM];
    gsize size = write_term (term, word, length, &radicals[i]);

    result = emit_beside (run, term, size, start, end);
  }
  return result;
}

/* Query for any form: the word and its radicals, each as spelled in a text and as the radical of
 * a mutated word of the text. An h before a vowel is kept here: nobody types "hiechyd", and "hall"
 * must not bring "all". */
static int
emit_every_form (Run *run, int flags, const char *word, gsize length, int start, int end)
{
  static const DolenRadical itself = { "", 0 };
  DolenRadical radicals[DOLEN_WELSH_MAX_RADICALS];
  guint n = length > MAX_WORD || word[0] == 'h' ? 0 : dolen_welsh_radicals (word, length, radicals);
  int result = run->callback (run->context, flags, word, (int) length, start, end);
  char term[MAX_TERM];

  if (result == SQLITE_OK && length <= MAX_WORD)
    result = emit_beside (run, term, write_term (term, word, length, &itself), start, end);
  for (guint i = 0; i < n && result == SQLITE_OK; i++) {
    gsize size = write_term (term, word, length, &radicals[i]);

    result = emit_beside (run, term, size, start, end);
    if (result == SQLITE_OK)
      result = emit_beside (run, term + 1, size - 1, start, end);
  }
  return result;
}

static int
take_token (void *user_data, int flags, const char *word, int length, int start, int end)
{
  Run *run = user_data;
  return run->every_form ? emit_every_form (run, flags, word, (gsize) length, start, end)
                         : emit_document_word (run, flags, word, (gsize) length, start, end);
}

static int
pass_token (void *user_data, int flags, const char *word, int length, int start, int end)
{
  Run *run = user_data;
  return run->callback (run->context, flags, word, length, start, end);
}

static int
tokenize (Fts5Tokenizer *self,
          void *context,
          int flags,
          const char *text,
          int length,
          TokenCallback callback)
{
  Tokenizer *tokenizer = (Tokenizer *) self;
  gboolean query = (flags & FTS5_TOKENIZE_QUERY) != 0;
  Run run = { context, callback, query && length > 0 && text[0] == DOLEN_SEARCH_MARK };

  return tokenizer->unicode61.xTokenize (tokenizer->inner,
                                         &run,
                                         flags,
                                         text,
                                         length,
                                         query && !run.every_form ? pass_token : take_token);
}

static void
delete_tokenizer (Fts5Tokenizer *self)
{
  Tokenizer *tokenizer = (Tokenizer *) self;

  if (tokenizer->inner != NULL)
    tokenizer->unicode61.xDelete (tokenizer->inner);
  g_free (tokenizer);
}

static int
create_tokenizer (void *user_data, const char **arguments, int n, Fts5Tokenizer **self)
{
  /* The modifier letters that are typed for apostrophes part words, as apostrophes do. */
  static const char *inner_arguments[] = { "remove_diacritics", "2", "separators", "ʼʻ" };
  fts5_api *api = user_data;
  Tokenizer *tokenizer = g_new0 (Tokenizer, 1);
  void *inner_data = NULL;
  int result = api->xFindTokenizer (api, "unicode61", &inner_data, &tokenizer->unicode61);

  if (result == SQLITE_OK)
    result = tokenizer->unicode61.xCreate (
        inner_data, inner_arguments, G_N_ELEMENTS (inner_arguments), &tokenizer->inner);
  if (result != SQLITE_OK) {
    g_free (tokenizer);
    return result;
  }
  *self = (Fts5Tokenizer *) tokenizer;
  return SQLITE_OK;
}

/* sqlite.org/fts5.html#extending_fts5 */
static fts5_api *
find_api (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step (statement);
  }
  sqlite3_finalize (statement);
  return api;
}

gboolean
dolen_tokenizer_register (DolenDb *db, GError **error)
{
  static fts5_tokenizer methods = { create_tokenizer, delete_tokenizer, tokenize };
  sqlite3 *handle = dolen_db_get_handle (db);
  fts5_api *api = find_api (handle);
  int result = SQLITE_ERROR;

  if (api != NULL)
    result = api->xCreateTokenizer (api, DOLEN_TOKENIZER, api, &methods, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  g_propagate_error (error, dolen_error_from_sqlite (result, sqlite3_errmsg (handle), "fts5"));
  return FALSE;
}
