/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/*
 * A connection to a SQLite database, opened in the one safe way; statements and transactions that
 * clean up after themselves. A connection belongs to one thread.
 */
typedef struct _DolenDb DolenDb;

typedef enum {
  DOLEN_DB_READ_WRITE, /* made if it is not there */
  DOLEN_DB_READ_ONLY,  /* must be there */
  DOLEN_DB_MEMORY,     /* no file; the path is ignored */
} DolenDbMode;

/** DolenSchema: what a database of ours is. */
typedef struct {
  const char *name;      /* for messages: "directory" */
  gint32 application_id; /* PRAGMA application_id of the kind */
  int version;           /* newest schema; PRAGMA user_version */
  /* migrations[i] turns schema i into i + 1; migrations[0] makes the first. Whole scripts. */
  const char *const *migrations;
  /* (nullable) registers tokenizers and functions on each new connection, before anything else */
  gboolean (*prepare) (DolenDb *db, GError **error);
  gboolean attaches; /* the caseload attaches the directory; nothing else may ATTACH */
  gboolean sheds; /* no copy is kept when it is migrated: what is destroyed later lived on in it */
} DolenSchema;

/**
 * dolen_db_open:
 * @path: (nullable): the file; NULL only in DOLEN_DB_MEMORY
 * @mode: how
 * @schema: its schema; static
 * @error: DOLEN_ERROR_UNSAFE_PLACE, _CORRUPT, _NOT_OURS, _TOO_NEW (a newer file opens read-only
 *   when asked for read-only and fails otherwise), _BUSY, _CANNOT_OPEN, _NO_SPACE
 *
 * The open sequence: place checked, defensive settings, WAL with full synchronous, schema checked
 * and migrated in one transaction (a copy "<path>.before-N" is kept when an older schema holds
 * data), limits, authorizer. See sqlite.org/security.html.
 */
DolenDb *
dolen_db_open (const char *path, DolenDbMode mode, const DolenSchema *schema, GError **error);

/**
 * dolen_db_open_copy:
 * @path: a copy of a file of ours, on whatever medium, of whatever version
 * @error: DOLEN_ERROR_NOT_OURS, _CORRUPT, G_FILE_ERROR
 *
 * Opens it for reading and leaves nothing beside it: the whole is read into memory. One with a
 * write-ahead log (its program crashed, or runs) is opened in place.
 */
DolenDb *dolen_db_open_copy (const char *path, const DolenSchema *schema, GError **error);

/**
 * dolen_db_salvage:
 * @path: a file of @schema that SQLite refuses to read, or not to its end
 * @n_rows: (out): rows that could be read
 *
 * Reads every leaf of every table by itself. What comes of it is neither complete nor known to be
 * right: it is for rows that carry their own proof. Rows of two tables with the same columns cannot
 * be told apart.
 *
 * Returns: (transfer full): a database in memory; NULL where the file cannot be read at all
 */
DolenDb *
dolen_db_salvage (const char *path, const DolenSchema *schema, gint64 *n_rows, GError **error);

/** dolen_db_close: truncates the write-ahead log and closes. NULL is allowed. */
void dolen_db_close (DolenDb *db);

/** dolen_db_get_handle: for what this wrapper does not offer (tokenizers, backup). */
sqlite3 *dolen_db_get_handle (DolenDb *db);
const char *dolen_db_get_path (DolenDb *db);
gboolean dolen_db_is_read_only (DolenDb *db);

/** dolen_db_exec: runs one or more statements that return nothing. @sql is ours, never foreign. */
gboolean dolen_db_exec (DolenDb *db, const char *sql, GError **error);

/** dolen_db_get_int64: first column of the first row of @sql, 0 if there is none. For PRAGMAs and
 *  counts. */
gboolean dolen_db_get_int64 (DolenDb *db, const char *sql, gint64 *value, GError **error);

/** dolen_db_data_version: changes whenever another connection or process has written. */
gint64 dolen_db_data_version (DolenDb *db);

/** dolen_db_changes: rows written by the last statement; dolen_db_last_id: its rowid. */
int dolen_db_changes (DolenDb *db);
gint64 dolen_db_last_id (DolenDb *db);

/** dolen_db_set_cancellable: a cancel interrupts what runs (G_IO_ERROR_CANCELLED) and what comes
 *  next until it is set to NULL. The only call another thread's cancel may reach. */
void dolen_db_set_cancellable (DolenDb *db, GCancellable *cancellable);

/** dolen_db_check: integrity_check and foreign_key_check; DOLEN_ERROR_CORRUPT with SQLite's words.
 */
gboolean dolen_db_check (DolenDb *db, GError **error);

/** dolen_db_backup: a whole, checked copy at @path (written beside, synced, then renamed). */
gboolean dolen_db_backup (DolenDb *db, const char *path, GError **error);

/** dolen_db_serialize: (transfer full): the database's bytes as they stand now, what is in the
 *  write-ahead log included: what a file would hold (sqlite.org/c3ref/serialize.html). */
GBytes *dolen_db_serialize (DolenDb *db, GError **error);

/** dolen_db_open_image: (transfer full): reads what dolen_db_serialize() gave, in memory; read
 * only. Errors as dolen_db_open(). */
DolenDb *dolen_db_open_image (GBytes *image, const DolenSchema *schema, GError **error);

/** dolen_db_attach: (schemas with .attaches only) attaches another of our files read-only. */
gboolean dolen_db_attach (DolenDb *db, const char *path, const char *as, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenDb, dolen_db_close)

/* Statements: parameters count from 1, columns from 0, as in SQLite. */
typedef sqlite3_stmt DolenStatement;

/** dolen_db_prepare: (transfer full): free with g_autoptr or dolen_statement_free(). */
DolenStatement *dolen_db_prepare (DolenDb *db, const char *sql, GError **error);
void dolen_statement_free (DolenStatement *statement);

/** dolen_statement_bind_*: text and blobs are copied; NULL text binds SQL NULL. A value larger than
 *  the connection allows (16 MB) makes the next step fail with DOLEN_ERROR_TOO_LARGE; programmer's
 *  errors (a parameter that is not there) are criticals too. */
void dolen_statement_bind_text (DolenStatement *statement, int parameter, const char *text);
/** dolen_statement_lend_text: as bind_text, but not copied: @text must stay as it is until
 * dolen_statement_run() has run it. For rows by the thousand. */
void dolen_statement_lend_text (DolenStatement *statement, int parameter, const char *text);
void dolen_statement_bind_int64 (DolenStatement *statement, int parameter, gint64 value);
void dolen_statement_bind_double (DolenStatement *statement, int parameter, double value);
void
dolen_statement_bind_blob (DolenStatement *statement, int parameter, const void *data, gsize size);
void dolen_statement_bind_null (DolenStatement *statement, int parameter);

/** dolen_statement_bind_known: binds @value, or NULL where it is negative ("not known"). */
void dolen_statement_bind_known (DolenStatement *statement, int parameter, gint64 value);

/**
 * dolen_statement_step:
 * @row: (out) (optional): TRUE while there is a row to read
 *
 * Returns: FALSE on an error. At the end (or on an error) the statement is reset, bindings kept.
 */
gboolean dolen_statement_step (DolenStatement *statement, gboolean *row, GError **error);

/** dolen_statement_run: steps a statement that returns no rows, resets it and clears its
 *  bindings. */
gboolean dolen_statement_run (DolenStatement *statement, GError **error);
void dolen_statement_reset (DolenStatement *statement);

/** dolen_statement_get_*: text is borrowed until the next step; dup_text is (transfer full)
 *  (nullable). get_known gives -1 for NULL. */
const char *dolen_statement_get_text (DolenStatement *statement, int column);
char *dolen_statement_dup_text (DolenStatement *statement, int column);
gint64 dolen_statement_get_int64 (DolenStatement *statement, int column);
gint64 dolen_statement_get_known (DolenStatement *statement, int column);
double dolen_statement_get_double (DolenStatement *statement, int column);
gboolean dolen_statement_is_null (DolenStatement *statement, int column);
const void *dolen_statement_get_blob (DolenStatement *statement, int column, gsize *size);
/** dolen_statement_copy_blob: into @out; FALSE where the blob is not of just that @size. */
gboolean dolen_statement_copy_blob (DolenStatement *statement, int column, guint8 *out, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenStatement, dolen_statement_free)

/*
 * A transaction, rolled back when it goes out of scope uncommitted. Nested ones are savepoints.
 */
typedef struct _DolenTransaction DolenTransaction;

/** dolen_transaction_begin: (transfer full): takes the write lock at once (BEGIN IMMEDIATE). */
DolenTransaction *dolen_transaction_begin (DolenDb *db, GError **error);
gboolean dolen_transaction_commit (DolenTransaction *transaction, GError **error);
void dolen_transaction_free (DolenTransaction *transaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTransaction, dolen_transaction_free)

G_END_DECLS
