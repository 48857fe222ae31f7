/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-service-edits.h"

#include "app/directory/dolen-undoable.h"
#include "directory/dolen-edits.h"

#include <glib/gi18n.h>

typedef struct {
  char *uid;
  DolenCapacity *report; /* (nullable): NULL: still true */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->uid);
  g_clear_pointer (&edit->report, dolen_capacity_free);
  g_free (edit);
}

static gint64
do_edit (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Edit *edit = data;

  if (edit->report != NULL)
    return dolen_edit_set_capacity (directory, edit->uid, edit->report, who, error);
  return dolen_edit_still_true (
      directory, edit->uid, DOLEN_TOLD_BY_UNKNOWN, NULL, "capacity", who, error);
}

static void
run_edit (DolenSession *session, const char *uid, DolenCapacity *report, const char *title)
{
  Edit *edit = g_new0 (Edit, 1);
  const DolenUndoable undoable = { title, do_edit, edit, edit_free, NULL, NULL, NULL };

  edit->uid = g_strdup (uid);
  edit->report = report;
  dolen_undoable_run (session, &undoable);
}

void
dolen_service_edits_set_capacity (DolenSession *session,
                                  const char *service_uid,
                                  DolenCapacity *report)
{
  g_return_if_fail (DOLEN_IS_SESSION (session) && service_uid != NULL && report != NULL);
  /* Translators: a toast with "Undo". */
  run_edit (session, service_uid, report, _ ("Places and wait changed"));
}

void
dolen_service_edits_still_true (DolenSession *session, const char *service_uid)
{
  g_return_if_fail (DOLEN_IS_SESSION (session) && service_uid != NULL);
  /* Translators: a toast with "Undo": yn dal yn gywir. */
  run_edit (session, service_uid, NULL, _ ("“Still true” noted"));
}
