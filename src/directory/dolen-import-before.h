/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"

G_BEGIN_DECLS

/* What the records an import changes were before it, kept so that it can be undone. */

/* So many imports of one source can be undone, the last first; what older ones changed is let go.
 */
#define DOLEN_IMPORTS_KEPT 5

/** dolen_import_before_keep: to be called before a record is changed for the first time in the
 *  import whose entry in the history is @history; again does no harm. A record that is not there
 *  yet is kept as new. */
gboolean dolen_import_before_keep (
    DolenDirectory *dir, gint64 history, const char *kind, const char *uid, GError **error);

/** dolen_import_before_finish: at the end of the import: only what differs stays kept. */
gboolean dolen_import_before_finish (DolenDirectory *dir, gint64 history, GError **error);

/** DolenBefore: what one record was. */
typedef struct {
  char *kind;
  char *uid;
  char *difference; /* (nullable) JSON of dolen_record_rows_difference(); NULL: it was not there */
} DolenBefore;

void dolen_before_free (DolenBefore *before);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenBefore, dolen_before_free)

/** dolen_import_before_list: (transfer full) (element-type DolenBefore). */
GPtrArray *dolen_import_before_list (DolenDirectory *dir, gint64 history, GError **error);

G_END_DECLS
