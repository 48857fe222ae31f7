/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * A record as the rows it is made of, in JSON: its own row, its parts (schedules, contacts ...),
 * its edits and provenance. Row numbers are left out; what points at another record holds its uid.
 * So a record can be compared with what it was, and put back, whatever columns there are.
 */

/** dolen_record_rows_read:
 * @kind: "service", "organisation", "venue"
 *
 * Returns: (transfer full) (nullable): {"service": [{column: value}], "contact": [...], ...}; NULL
 *   without an error where there is no such record
 */
json_object *
dolen_record_rows_read (DolenDirectory *dir, const char *kind, const char *uid, GError **error);

/** dolen_record_rows_difference: (transfer full) (nullable): what differs between two readings of
 *  one record: {"columns": {name: [before, after]}, "parts": {table: [before, after]}}; NULL:
 *  nothing. */
json_object *
dolen_record_rows_difference (const char *kind, json_object *before, json_object *after);

/**
 * dolen_record_rows_take_back:
 * @difference: as above
 * @kept: (element-type utf8): columns and tables that stayed are added, for what was changed again
 *   since is not taken back
 *
 * Makes of "after" again "before", in the caller's transaction. Search rows are the caller's.
 */
gboolean dolen_record_rows_take_back (DolenDirectory *dir,
                                      const char *kind,
                                      const char *uid,
                                      json_object *difference,
                                      GPtrArray *kept,
                                      GError **error);

G_END_DECLS
