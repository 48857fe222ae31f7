/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

G_DEFINE_QUARK (dolen - error - quark, dolen_error)

static const struct {
  int primary; /* primary result code of SQLite */
  DolenError code;
  const char *sentence; /* what a person is told; the technical part follows in brackets */
} sqlite_errors[] = {
  { SQLITE_CORRUPT, DOLEN_ERROR_CORRUPT, N_ ("The database is damaged; it was not changed.") },
  { SQLITE_NOTADB, DOLEN_ERROR_CORRUPT, N_ ("The file is not a database, or it is damaged.") },
  { SQLITE_BUSY, DOLEN_ERROR_BUSY, N_ ("The database is in use by another program.") },
  { SQLITE_LOCKED, DOLEN_ERROR_BUSY, N_ ("The database is in use by another program.") },
  { SQLITE_CONSTRAINT, DOLEN_ERROR_CONSTRAINT, N_ ("The record breaks a rule of the database.") },
  { SQLITE_FULL, DOLEN_ERROR_NO_SPACE, N_ ("There is no room left on the disk.") },
  { SQLITE_READONLY, DOLEN_ERROR_READ_ONLY, N_ ("The database may be read but not changed.") },
  { SQLITE_PERM, DOLEN_ERROR_READ_ONLY, N_ ("The database may be read but not changed.") },
  { SQLITE_CANTOPEN, DOLEN_ERROR_CANNOT_OPEN, N_ ("The database cannot be opened.") },
  { SQLITE_TOOBIG, DOLEN_ERROR_TOO_LARGE, N_ ("A value is too large for the database.") },
};

static gsize
find_sqlite_error (int primary)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sqlite_errors); i++)
    if (sqlite_errors[i].primary == primary)
      return i;
  return G_N_ELEMENTS (sqlite_errors);
}

GError *
dolen_error_from_sqlite (int result, const char *message, const char *what)
{
  gsize i = find_sqlite_error (result & 0xff);
  const char *detail = message != NULL ? message : sqlite3_errstr (result);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled."));
  if (i < G_N_ELEMENTS (sqlite_errors))
    return g_error_new (DOLEN_ERROR,
                        sqlite_errors[i].code,
                        "%s (%s: %s)",
                        _ (sqlite_errors[i].sentence),
                        what,
                        detail);
  return g_error_new (DOLEN_ERROR,
                      DOLEN_ERROR_FAILED,
                      "%s (%s: %s)",
                      _ ("The database reported a fault."),
                      what,
                      detail);
}
