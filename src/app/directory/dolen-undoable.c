/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-undoable.h"

#include "app/directory/dolen-history-words.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-stayed.h"

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

typedef struct {
  gint64 entry;
  char *who; /* (nullable) */
} Back;

static void
back_free (gpointer data)
{
  Back *back = data;

  g_free (back->who);
  g_free (back);
}

static gpointer
take_back (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Back *back = data;

  if (dolen_edit_undo (directory, back->entry, back->who, error) <= 0)
    return NULL;
  /* It is undone, whatever can be told of it. */
  return dolen_edit_list_stayed (directory, back->entry, NULL);
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stayed = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  g_autofree char *told
      = stayed != NULL ? dolen_history_say_stayed (stayed, dolen_language_current ()) : NULL;

  if (error != NULL)
    dolen_session_report (DOLEN_SESSION (source), error);
  else if (told != NULL)
    dolen_session_toast (DOLEN_SESSION (source), told);
}

static void
start_taking_back (gpointer data)
{
  Undo *undo = data;
  g_autoptr (DolenSession) session = g_weak_ref_get (&undo->session);
  DolenSessionJob job = { "undo edit", G_PRIORITY_DEFAULT, take_back,
                          NULL,        back_free,          (GDestroyNotify) g_ptr_array_unref };
  Back *back;

  if (session == NULL)
    return;
  back = g_new0 (Back, 1);
  back->entry = undo->entry;
  back->who = dolen_session_dup_worker (session);
  job.data = back;
  dolen_session_run (session, &job, NULL, on_taken_back, NULL);
}

/* ---- doing ---- */

/* In the worker. */
typedef struct {
  DolenUndoableFunc func;
  gpointer data;
  GDestroyNotify free_data;
  char *who; /* (nullable) */
  DolenUndoableTell tell;
} Edit;

/* What came of it. */
typedef struct {
  gint64 entry;
  char *title; /* (nullable) */
} Made;

static void
made_free (Made *made)
{
  g_free (made->title);
  g_free (made);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Made, made_free)

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  if (edit->free_data != NULL)
    edit->free_data (edit->data);
  g_free (edit->who);
  g_free (edit);
}

static gpointer
do_edit (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;
  gint64 entry = edit->func (directory, edit->data, edit->who, error);
  Made *made;

  if (entry == 0)
    return NULL;
  made = g_new0 (Made, 1);
  made->entry = entry;
  if (entry > 0 && edit->tell != NULL)
    made->title = edit->tell (directory, entry);
  return made;
}

/* In the main thread. */
typedef struct {
  char *title;
  DolenUndoableDone done;
  gpointer user_data;
} Caller;

static void
push_undo (DolenSession *session, const char *title, gint64 entry)
{
  Undo *undo = g_new0 (Undo, 1);

  g_weak_ref_init (&undo->session, session);
  undo->entry = entry;
  dolen_undo_stack_push (
      dolen_session_get_undo (session), title, DOLEN_UNDO_OPEN, start_taking_back, undo, undo_free);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DolenSession *session = DOLEN_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Made) made = dolen_session_run_finish (session, result, &error);
  Caller *caller = user_data;

  /* Nothing changed, nothing to undo. */
  if (made != NULL && made->entry > 0)
    push_undo (session, made->title != NULL ? made->title : caller->title, made->entry);
  else if (error != NULL)
    dolen_session_report (session, error);
  if (caller->done != NULL)
    caller->done (made != NULL, caller->user_data);
  g_free (caller->title);
  g_free (caller);
}

void
dolen_undoable_run (DolenSession *session, const DolenUndoable *undoable)
{
  DolenSessionJob job = { "edit directory", G_PRIORITY_DEFAULT,        do_edit, NULL,
                          edit_free,        (GDestroyNotify) made_free };
  Edit *edit = g_new0 (Edit, 1);
  Caller *caller = g_new0 (Caller, 1);

  g_return_if_fail (DOLEN_IS_SESSION (session));

  edit->func = undoable->func;
  edit->data = undoable->data;
  edit->free_data = undoable->free_data;
  edit->who = dolen_session_dup_worker (session);
  edit->tell = undoable->tell;
  caller->title = g_strdup (undoable->title);
  caller->done = undoable->done;
  caller->user_data = undoable->user_data;
  job.data = edit;
  dolen_session_run (session, &job, NULL, on_done, caller);
}
