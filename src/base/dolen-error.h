/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DolenError: what can go wrong in the core, one code for each thing a person is told differently.
 *
 * Cancelling is G_IO_ERROR_CANCELLED; nothing here repeats a code of GIO's. Messages are whole
 * sentences in the language of the process and name the place (file, record, byte, field).
 */
typedef enum {
  DOLEN_ERROR_FAILED,
  /* the store */
  DOLEN_ERROR_CORRUPT,      /* a database is damaged: writing stops, the file is kept */
  DOLEN_ERROR_NOT_OURS,     /* a file of another program, or another kind of ours */
  DOLEN_ERROR_TOO_NEW,      /* written by a newer Dolen */
  DOLEN_ERROR_BUSY,         /* another process holds it */
  DOLEN_ERROR_CONSTRAINT,   /* a rule of the schema was broken */
  DOLEN_ERROR_NO_SPACE,     /* the disk or quota is full */
  DOLEN_ERROR_READ_ONLY,    /* it may be read, not written */
  DOLEN_ERROR_CANNOT_OPEN,  /* it is not there or may not be opened */
  DOLEN_ERROR_UNSAFE_PLACE, /* a link, a network drive, somebody else's file */
  DOLEN_ERROR_NOT_FOUND,    /* no such record */
  /* what comes in */
  DOLEN_ERROR_INVALID,     /* it does not mean anything we know */
  DOLEN_ERROR_TOO_LARGE,   /* over a limit of size, depth or length */
  DOLEN_ERROR_ENCODING,    /* not UTF-8 */
  DOLEN_ERROR_UNSUPPORTED, /* a format we do not read */
  /* the vault */
  DOLEN_ERROR_WRONG_PASSPHRASE,
  DOLEN_ERROR_KEY_DAMAGED,    /* a slot of the keys file does not hold together */
  DOLEN_ERROR_EVENT_DAMAGED,  /* an event is damaged or was altered */
  DOLEN_ERROR_EVENTS_MISSING, /* rows are gone from the middle or the end */
  DOLEN_ERROR_OLDER_COPY,     /* the whole is older than what was last used here */
  DOLEN_ERROR_LOCKED,         /* needs the vault open */
  DOLEN_ERROR_NOT_ALLOWED,    /* a rule of casework forbids it (no consent, step back ...) */
  DOLEN_N_ERRORS
} DolenError;

#define DOLEN_ERROR (dolen_error_quark ())
GQuark dolen_error_quark (void);

/**
 * dolen_error_from_sqlite:
 * @result: an (extended) result code of SQLite, not SQLITE_OK
 * @message: what SQLite says of it, or NULL
 * @what: what was being done, a short phrase for the message ("opening directory.db")
 *
 * Maps the code to DOLEN_ERROR (SQLITE_INTERRUPT to G_IO_ERROR_CANCELLED). Codes:
 * sqlite.org/rescode.html.
 *
 * Returns: (transfer full): the error
 */
GError *dolen_error_from_sqlite (int result, const char *message, const char *what);

G_END_DECLS
