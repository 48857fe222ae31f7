/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-scan.h"

#include "directory/alike/dolen-alike.h"

/* Records that are probably one: a row for the first of each pair, as dolen_alike_renew() left
 * them. */

#define WORTH_ALIKE 15.0 /* more than all facts of a listing that nobody ever confirmed */

#define OPEN                                                                                       \
  " NOT EXISTS (SELECT 1 FROM merged m WHERE m.gone_uid IN (a.one, a.other))"                      \
  " AND NOT EXISTS (SELECT 1 FROM not_same n WHERE n.kind = a.kind AND n.one = a.one"              \
  " AND n.other = a.other)"

static void
take_pair (DolenQueueScan *scan, DolenStatement *row)
{
  gint64 service = dolen_statement_get_int64 (row, 0);
  gint64 organisation = dolen_statement_get_int64 (row, 1);

  if (service > 0 || organisation > 0)
    dolen_queue_scan_add_desk (scan,
                               DOLEN_QUEUE_ALIKE,
                               service,
                               organisation,
                               WORTH_ALIKE + (double) dolen_statement_get_int64 (row, 2) / 100,
                               0);
}

gboolean
dolen_queue_collect_alike (DolenQueueScan *scan, GError **error)
{
  return dolen_queue_scan_each (scan,
                                "SELECT coalesce (s.id, 0), coalesce (o.id, 0), max (a.percent)"
                                " FROM alike a LEFT JOIN service s ON a.kind = 'service'"
                                " AND s.uid = a.one LEFT JOIN organisation o"
                                " ON a.kind = 'organisation' AND o.uid = a.one WHERE" OPEN
                                " GROUP BY a.kind, a.one",
                                take_pair,
                                error);
}

/* The uid of the record a row is about. */
static char *
uid_of (DolenQueueScan *scan, const DolenQueueRow *row, GError **error)
{
  gboolean service = row->service > 0;
  DolenStatement *statement
      = dolen_directory_statement (scan->dir,
                                   service ? "SELECT uid FROM service WHERE id = ?1"
                                           : "SELECT uid FROM organisation WHERE id = ?1",
                                   error);
  gboolean more = FALSE;
  char *uid;

  if (statement == NULL)
    return NULL;
  dolen_statement_bind_int64 (statement, 1, service ? row->service : row->organisation);
  if (!dolen_statement_step (statement, &more, error))
    return NULL;
  uid = more ? dolen_statement_dup_text (statement, 0) : NULL;
  dolen_statement_reset (statement);
  return uid;
}

DOLEN_QUEUE_DESCRIBE (alike)
{
  g_autofree char *uid = uid_of (scan, row, error);
  g_autoptr (GPtrArray) cases = uid != NULL ? dolen_alike_list (scan->dir, uid, 0, error) : NULL;

  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++) {
    const DolenAlikeCase *alike = g_ptr_array_index (cases, i);
    guint other = g_str_equal (alike->pair.one, uid);
    g_autofree char *why = dolen_alike_evidence_text (language, alike->pair.evidence);
    const char *name = dolen_bilingual_get (&alike->names[other], language);

    /* The rows of the others name this one. */
    if (!other)
      continue;
    dolen_queue_add_ask (
        asks,
        DOLEN_QUEUE_ALIKE,
        alike->pair.other,
        NULL,
        /* Translators: of two records in the directory: the name of the other, and what they have
         * in common ("In common: the name, the postcode"). */
        g_strdup_printf (dolen_text (language, "Perhaps the same as: %1$s. %2$s"), name, why));
  }
  return TRUE;
}
