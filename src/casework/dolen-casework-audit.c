/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-audit.h"

#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>

gboolean
dolen_casework_audit (DolenCasework *self,
                      const char *person,
                      const char *what,
                      const char *about,
                      const char *why,
                      GError **error)
{
  g_autoptr (DolenAct) act = dolen_act_begin (self, DOLEN_EVENT_AUDIT, person, error);
  g_autoptr (DolenAudit) audit = NULL;
  const DolenHolder *worker = dolen_casework_get_worker (self);

  if (act == NULL)
    return FALSE;
  audit = dolen_audit_new (person, what, about, why);
  audit->worker = worker != NULL ? g_strdup (worker->uid) : NULL;
  audit->author = g_strdup (dolen_casework_get_author (self));
  dolen_act_put (act, &dolen_audit_type, NULL, audit);
  return dolen_act_commit (act, NULL, error);
}

static gpointer
read_line (DolenStatement *row, gpointer user_data)
{
  return dolen_record_read (&dolen_audit_type, row, 0);
}

GPtrArray *
dolen_casework_list_audit (DolenCasework *self, GError **error)
{
  g_autofree char *columns = dolen_record_columns (&dolen_audit_type, "");
  /* As the events came: two within a millisecond keep their order. */
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM audit ORDER BY id DESC", columns);
  g_autoptr (DolenStatement) rows = NULL;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  if (!dolen_casework_is_lead (self)) {
    dolen_refuse (error, _ ("Only a lead reads the log."));
    return NULL;
  }
  rows = dolen_db_prepare (dolen_caseload_get_db (self->caseload), sql, error);
  return rows != NULL ? dolen_caseload_collect (
             rows, read_line, NULL, (GDestroyNotify) dolen_audit_free, error)
                      : NULL;
}
