/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/* Whether a record is here, without reading it. */

/** dolen_known_record: @kind: "service", "organisation", "venue"; @there: (out). */
gboolean dolen_known_record (
    DolenDirectory *dir, const char *kind, const char *uid, gboolean *there, GError **error);

/**
 * dolen_known_home:
 * @kind: "service", "organisation"
 * @there: (out): whether there is such a record
 * @source_uid: (out) (transfer full) (nullable): of where it came from; NULL: it was made here
 */
gboolean dolen_known_home (DolenDirectory *dir,
                           const char *kind,
                           const char *uid,
                           gboolean *there,
                           char **source_uid,
                           GError **error);

/** dolen_known_only_venue: @uid: (out) (transfer full) (nullable): of the venue of a service that
 *  has one; NULL where it has none or several. */
gboolean
dolen_known_only_venue (DolenDirectory *dir, const char *service_uid, char **uid, GError **error);

/** dolen_known_by_other_id: (transfer full) (nullable): the uid of the record that a source knows
 * by
 *  @id, which is the uid it has in another Dolen; NULL without an error where there is none, or
 *  several. */
char *
dolen_known_by_other_id (DolenDirectory *dir, const char *kind, const char *id, GError **error);

/** dolen_known_source_has_records: @any: (out): whether a source has said anything. */
gboolean dolen_known_source_has_records (DolenDirectory *dir,
                                         const char *source_uid,
                                         gboolean *any,
                                         GError **error);

/** dolen_directory_count_withheld: @n: (out): contacts with a person's name, or known to be one's,
 * of the records a source knows, that may not be given out. */
gboolean dolen_directory_count_withheld (DolenDirectory *dir,
                                         const char *source_uid,
                                         guint *n,
                                         GError **error);

G_END_DECLS
