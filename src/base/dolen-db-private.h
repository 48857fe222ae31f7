/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"

G_BEGIN_DECLS

struct _DolenDb {
  sqlite3 *handle; /* (owned) */
  char *path;      /* (owned) (nullable) */
  const DolenSchema *schema;
  GBytes *image;             /* (owned) (nullable) what a database in memory is read from */
  GCancellable *cancellable; /* (owned) (nullable) */
  gboolean read_only;
  gboolean open; /* the open sequence is over: the authorizer watches */
  gboolean attaching;
  int depth; /* of nested transactions */
};

/* dolen_db_failed: sets @error from @result and what the connection says of it; always FALSE. */
gboolean dolen_db_failed (DolenDb *db, int result, const char *what, GError **error);

/* dolen_db_set_defences: what every connection is opened with. */
void dolen_db_set_defences (sqlite3 *handle);

G_END_DECLS
