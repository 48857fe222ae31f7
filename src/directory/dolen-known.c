/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-known.h"

#include "directory/dolen-directory-private.h"

#include <string.h>

gboolean
dolen_known_record (
    DolenDirectory *dir, const char *kind, const char *uid, gboolean *there, GError **error)
{
  const char *sql = strcmp (kind, "service") == 0 ? "SELECT id FROM service WHERE uid = ?1"
                    : strcmp (kind, "organisation") == 0
                        ? "SELECT id FROM organisation WHERE uid = ?1"
                        : "SELECT id FROM venue WHERE uid = ?1";
  gint64 id = 0;

  *there = FALSE;
  if (!dolen_directory_find_id (dir, sql, uid, &id, error))
    return FALSE;
  *there = id > 0;
  return TRUE;
}

gboolean
dolen_known_home (DolenDirectory *dir,
                  const char *kind,
                  const char *uid,
                  gboolean *there,
                  char **source_uid,
                  GError **error)
{
  const char *sql = strcmp (kind, "service") == 0
                        ? "SELECT x.uid FROM service r LEFT JOIN source x ON x.id = r.source"
                          " WHERE r.uid = ?"
                        : "SELECT x.uid FROM organisation r LEFT JOIN source x ON x.id = r.source"
                          " WHERE r.uid = ?";
  DolenRow row;

  *there = FALSE;
  *source_uid = NULL;
  if (!dolen_directory_row (dir, sql, &row, error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  if (!dolen_statement_step (row.statement, there, error))
    return FALSE;
  if (*there)
    *source_uid = dolen_statement_dup_text (row.statement, 0);
  dolen_statement_reset (row.statement);
  return TRUE;
}

gboolean
dolen_known_only_venue (DolenDirectory *dir, const char *service_uid, char **uid, GError **error)
{
  DolenRow row;
  gboolean found = FALSE;

  *uid = NULL;
  if (!dolen_directory_row (dir,
                            "SELECT max (v.uid) FROM service s"
                            " JOIN service_venue sv ON sv.service = s.id"
                            " JOIN venue v ON v.id = sv.venue WHERE s.uid = ?"
                            " HAVING count (*) = 1",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, service_uid);
  if (!dolen_statement_step (row.statement, &found, error))
    return FALSE;
  if (found)
    *uid = dolen_statement_dup_text (row.statement, 0);
  dolen_statement_reset (row.statement);
  return TRUE;
}

gboolean
dolen_directory_count_withheld (DolenDirectory *dir,
                                const char *source_uid,
                                guint *n,
                                GError **error)
{
#define WITHHELD_OF(kind)                                                                          \
  "(SELECT count(*) FROM (SELECT DISTINCT o.id, lower(coalesce(c.name, c.email, c.phone, c.uid))"  \
  " FROM source x JOIN source_record r ON r.source = x.id JOIN " kind                              \
  " o ON o.uid = r.record_uid JOIN contact c ON c." kind " = o.id WHERE x.uid = ?1"                \
  " AND (c.name IS NOT NULL OR c.personal <> 0) AND c.permission <> 'given-out'))"
  gint64 count = 0;

  if (!dolen_directory_find_id (
          dir,
          "SELECT " WITHHELD_OF ("service") " + " WITHHELD_OF ("organisation"),
          source_uid,
          &count,
          error))
    return FALSE;
#undef WITHHELD_OF
  *n = (guint) count;
  return TRUE;
}

gboolean
dolen_known_source_has_records (DolenDirectory *dir,
                                const char *source_uid,
                                gboolean *any,
                                GError **error)
{
  gint64 id = 0;

  if (!dolen_directory_find_id (dir,
                                "SELECT r.id FROM source x JOIN source_record r ON r.source = x.id"
                                " WHERE x.uid = ?1 LIMIT 1",
                                source_uid,
                                &id,
                                error))
    return FALSE;
  *any = id > 0;
  return TRUE;
}

char *
dolen_known_by_other_id (DolenDirectory *dir, const char *kind, const char *id, GError **error)
{
  DolenRow row;
  gboolean found = FALSE;
  char *uid = NULL;

  if (!dolen_directory_row (dir,
                            "SELECT max (record_uid) FROM source_record"
                            " WHERE kind = ? AND foreign_id = ?"
                            " HAVING count (DISTINCT record_uid) = 1",
                            &row,
                            error))
    return NULL;
  dolen_row_put_text (&row, kind);
  dolen_row_put_text (&row, id);
  if (!dolen_statement_step (row.statement, &found, error))
    return NULL;
  if (found)
    uid = dolen_statement_dup_text (row.statement, 0);
  dolen_statement_reset (row.statement);
  return uid;
}
