/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-service-edits.h"

#include "directory/dolen-edits.h"

#include <glib/gi18n.h>

/* ---- taking back ---- */

typedef struct {
  GWeakRef session;
  gint64 entry; /* of the history */
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_weak_ref_clear (&undo->session);
  g_free (undo);
}

static gpointer
take_back (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  dolen_edit_undo (directory, *(const gint64 *) data, NULL, error);
  return NULL;
}

static void
on_taken_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  if (error != NULL)
    dolen_session_report (DOLEN_SESSION (source), error);
}

static void
start_taking_back (gpointer data)
{
  Undo *undo = data;
  g_autoptr (DolenSession) session = g_weak_ref_get (&undo->session);
  DolenSessionJob job = { "undo edit", G_PRIORITY_DEFAULT, take_back, NULL, g_free, NULL };

  if (session == NULL)
    return;
  job.data = g_memdup2 (&undo->entry, sizeof undo->entry);
  dolen_session_run (session, &job, NULL, on_taken_back_cb, NULL);
}

/* ---- doing ---- */

typedef struct {
  char *uid;
  char *who;             /* (nullable) who does it, for the history */
  DolenCapacity *report; /* (nullable): NULL: still true */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->uid);
  g_free (edit->who);
  g_clear_pointer (&edit->report, dolen_capacity_free);
  g_free (edit);
}

static gpointer
do_edit (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;
  gint64 entry;

  if (edit->report != NULL)
    entry = dolen_edit_set_capacity (directory, edit->uid, edit->report, edit->who, error);
  else
    entry = dolen_edit_still_true (
        directory, edit->uid, DOLEN_TOLD_BY_UNKNOWN, NULL, "capacity", edit->who, error);
  return entry != 0 ? g_memdup2 (&entry, sizeof entry) : NULL;
}

static void
on_edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DolenSession *session = DOLEN_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *entry = dolen_session_run_finish (session, result, &error);
  const char *title = user_data;
  Undo *undo;

  if (entry == NULL) {
    if (error != NULL)
      dolen_session_report (session, error);
    return;
  }
  undo = g_new0 (Undo, 1);
  g_weak_ref_init (&undo->session, session);
  undo->entry = *entry;
  dolen_undo_stack_push (dolen_session_get_undo (session),
                         _ (title),
                         DOLEN_UNDO_OPEN,
                         start_taking_back,
                         undo,
                         undo_free);
}

static void
run_edit (DolenSession *session, const char *uid, DolenCapacity *report, const char *title)
{
  DolenSessionJob job = { "edit service", G_PRIORITY_DEFAULT, do_edit, NULL, edit_free, g_free };
  Edit *edit = g_new0 (Edit, 1);

  edit->uid = g_strdup (uid);
  edit->who = dolen_session_dup_worker (session);
  edit->report = report;
  job.data = edit;
  dolen_session_run (session, &job, NULL, on_edited_cb, (gpointer) title);
}

void
dolen_service_edits_set_capacity (DolenSession *session,
                                  const char *service_uid,
                                  DolenCapacity *report)
{
  g_return_if_fail (DOLEN_IS_SESSION (session) && service_uid != NULL && report != NULL);
  /* Translators: a toast with "Undo". */
  run_edit (session, service_uid, report, N_ ("Places and wait changed"));
}

void
dolen_service_edits_still_true (DolenSession *session, const char *service_uid)
{
  g_return_if_fail (DOLEN_IS_SESSION (session) && service_uid != NULL);
  /* Translators: a toast with "Undo": yn dal yn gywir. */
  run_edit (session, service_uid, NULL, N_ ("“Still true” noted"));
}
