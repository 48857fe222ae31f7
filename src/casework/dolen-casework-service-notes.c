/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-service-notes.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>

static void
sign (DolenCasework *self, DolenServiceNote *note)
{
  g_free (note->on);
  g_free (note->by);
  note->on = dolen_date_today ();
  note->by = g_strdup (dolen_casework_get_author (self));
}

gboolean
dolen_casework_service_note_add (DolenCasework *self,
                                 const char *service,
                                 const char *name,
                                 const char *text,
                                 DolenUndo **undo,
                                 GError **error)
{
  g_autoptr (DolenAct) act = dolen_act_begin (self, DOLEN_EVENT_SERVICE_NOTE, NULL, error);
  g_autoptr (DolenServiceNote) note = NULL;

  if (act == NULL)
    return FALSE;
  if (dolen_text_is_empty (text))
    return dolen_refuse_invalid (error, _ ("Please write the note."));
  note = dolen_record_new (&dolen_service_note_type);
  note->uid = dolen_id_new ();
  note->service = g_strdup (service);
  dolen_set_text (&note->service_name, name);
  dolen_set_text (&note->text, text);
  note->created = dolen_time_now ();
  sign (self, note);
  dolen_act_put (act, &dolen_service_note_type, NULL, note);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_service_note_set (
    DolenCasework *self, const char *uid, const char *text, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenAct) act = dolen_act_begin (self, DOLEN_EVENT_SERVICE_NOTE, NULL, error);
  g_autoptr (DolenServiceNote) before = NULL;
  g_autoptr (DolenServiceNote) after = NULL;

  if (act == NULL)
    return FALSE;
  before = dolen_caseload_get_record (self->caseload, &dolen_service_note_type, uid);
  after = dolen_caseload_get_record (self->caseload, &dolen_service_note_type, uid);
  if (before == NULL || before->text == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("The note is not there any more."));
    return FALSE;
  }
  dolen_set_text (&after->text, text);
  if (g_strcmp0 (before->text, after->text) == 0)
    return dolen_act_commit (act, undo, error);
  sign (self, after);
  dolen_act_put (act, &dolen_service_note_type, before, after);
  return dolen_act_commit (act, undo, error);
}

static gpointer
make_note (DolenStatement *row, gpointer user_data)
{
  return dolen_record_read (&dolen_service_note_type, row, 0);
}

GPtrArray *
dolen_caseload_list_service_notes (DolenCaseload *caseload, const char *service)
{
  g_autofree char *columns = dolen_record_columns (&dolen_service_note_type, "n.");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM service_note n WHERE n.service = ?1"
                                          " AND n.text IS NOT NULL ORDER BY n.created, n.id",
                                          columns);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, NULL);

  g_return_val_if_fail (rows != NULL, NULL);
  dolen_statement_bind_text (rows, 1, service);
  return dolen_caseload_collect (
      rows, make_note, NULL, (GDestroyNotify) dolen_service_note_free, NULL);
}
