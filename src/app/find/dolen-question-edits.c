/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-question-edits.h"

#include "base/dolen-time.h"
#include "directory/dolen-questions.h"

#include <glib/gi18n.h>

/* What is to be written, and what takes it back. */
typedef struct {
  char *service; /* (nullable) uid: questions are put to it; NULL: one is done */
  char **codes;  /* (nullable) what is asked */
  char *who;     /* (nullable) */
  char **uids;   /* (nullable) questions: to be done, opened again or taken back */
  gboolean open; /* open them again */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->service);
  g_strfreev (change->codes);
  g_free (change->who);
  g_strfreev (change->uids);
  g_free (change);
}

static gboolean
set_done (DolenDirectory *directory, char **uids, const char *on, GError **error)
{
  for (guint i = 0; uids[i] != NULL; i++)
    if (!dolen_directory_set_question_done (directory, uids[i], on, error))
      return FALSE;
  return TRUE;
}

/* Returns the questions that were touched. */
static gpointer
do_change (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;
  g_autofree char *today = dolen_date_today ();

  if (change->service != NULL)
    return dolen_directory_ask (
        directory, change->service, (const char *const *) change->codes, today, change->who, error);
  return set_done (directory, change->uids, today, error) ? g_strdupv (change->uids) : NULL;
}

static gpointer
take_back (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  if (change->open)
    set_done (directory, change->uids, NULL, error);
  else
    dolen_directory_unask (directory, (const char *const *) change->uids, error);
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

typedef struct {
  GWeakRef session;
  char **uids;
  gboolean open;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_weak_ref_clear (&undo->session);
  g_strfreev (undo->uids);
  g_free (undo);
}

static void
start_taking_back (gpointer data)
{
  Undo *undo = data;
  g_autoptr (DolenSession) session = g_weak_ref_get (&undo->session);
  DolenSessionJob job
      = { "undo questions", G_PRIORITY_DEFAULT, take_back, NULL, change_free, NULL };
  Change *change;

  if (session == NULL)
    return;
  change = g_new0 (Change, 1);
  change->uids = g_strdupv (undo->uids);
  change->open = undo->open;
  job.data = change;
  dolen_session_run (session, &job, NULL, on_taken_back_cb, NULL);
}

static void
on_changed (DolenSession *session, GAsyncResult *result, const char *title, gboolean done)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) uids = dolen_session_run_finish (session, result, &error);
  Undo *undo;

  if (uids == NULL) {
    if (error != NULL)
      dolen_session_report (session, error);
    return;
  }
  if (uids[0] == NULL) {
    dolen_session_toast (session, _ ("All of it is among the calls to make already."));
    return;
  }
  undo = g_new0 (Undo, 1);
  g_weak_ref_init (&undo->session, session);
  undo->uids = g_steal_pointer (&uids);
  undo->open = done;
  dolen_undo_stack_push (
      dolen_session_get_undo (session), title, DOLEN_UNDO_OPEN, start_taking_back, undo, undo_free);
}

static void
on_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* Translators: a toast with "Undo": questions to a group were put on the list of calls. */
  on_changed (DOLEN_SESSION (source), result, _ ("Put among the calls to make"), FALSE);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* Translators: a toast with "Undo": a question to a group is settled. */
  on_changed (DOLEN_SESSION (source), result, _ ("Question done"), TRUE);
}

static void
run (DolenSession *session, Change *change, GAsyncReadyCallback callback)
{
  DolenSessionJob job = { "questions", G_PRIORITY_DEFAULT, do_change,
                          change,      change_free,        (GDestroyNotify) g_strfreev };

  dolen_session_run (session, &job, NULL, callback, NULL);
}

void
dolen_question_edits_ask (DolenSession *session, const char *service_uid, const char *const *codes)
{
  Change *change;

  g_return_if_fail (DOLEN_IS_SESSION (session) && service_uid != NULL && codes != NULL);
  change = g_new0 (Change, 1);
  change->service = g_strdup (service_uid);
  change->codes = g_strdupv ((char **) codes);
  change->who = dolen_session_dup_worker (session);
  run (session, change, on_asked_cb);
}

void
dolen_question_edits_done (DolenSession *session, const char *question)
{
  const char *const uids[] = { question, NULL };
  Change *change;

  g_return_if_fail (DOLEN_IS_SESSION (session) && question != NULL);
  change = g_new0 (Change, 1);
  change->uids = g_strdupv ((char **) uids);
  run (session, change, on_done_cb);
}
