/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-quick-unlock.h"

#include "app/casework/dolen-keyring.h"
#include "casework/dolen-casework-quick.h"
#include "casework/dolen-casework-workers.h"

static DolenCasework *
get_casework (GTask *task)
{
  return dolen_session_get_casework (g_task_get_source_object (task));
}

static void
finish (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What is left in the keyring opens nothing; that it could not be cleared needs no word. */
static void
clear_keyring (const char *name)
{
  dolen_keyring_clear (dolen_keyring_get_default (), name, NULL, NULL);
}

/* ---- switching ---- */

typedef struct {
  char *name;       /* (owned) in the keyring */
  DolenSecret *key; /* (owned) */
} Making;

static Making *
making_new (DolenCasework *casework)
{
  Making *making = g_new0 (Making, 1);

  making->name = dolen_casework_dup_quick_name (casework);
  making->key = dolen_secret_new_random ();
  return making;
}

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->name);
  dolen_secret_free (making->key);
  g_free (making);
}

/* They may have been locked while the keyring was asked. */
static void
on_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Making *making = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = dolen_keyring_done (DOLEN_KEYRING (source), result, &error);

  if (done && !dolen_casework_quick_on (get_casework (task), making->key, &error)) {
    clear_keyring (making->name);
    done = FALSE;
  }
  finish (task, done, error);
}

static void
switch_off (DolenCasework *casework, GTask *task)
{
  g_autofree char *name = dolen_casework_dup_quick_name (casework);
  GError *error = NULL;
  gboolean done = dolen_casework_quick_off (casework, &error);

  if (done && name != NULL)
    clear_keyring (name);
  finish (task, done, error);
}

void
dolen_quick_unlock_switch (DolenSession *session,
                           gboolean on,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, callback, user_data);
  DolenCasework *casework = dolen_session_get_casework (session);
  Making *making;

  if (!on) {
    switch_off (casework, task);
    return;
  }
  g_return_if_fail (dolen_casework_is_unlocked (casework));
  making = making_new (casework);
  g_task_set_task_data (task, making, making_free);
  dolen_keyring_store (
      dolen_keyring_get_default (), making->name, making->key, on_stored, g_object_ref (task));
}

gboolean
dolen_quick_unlock_switched (DolenSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- opening ---- */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean opened = dolen_casework_open_finish (DOLEN_CASEWORK (source), result, &error);

  finish (task, opened, error);
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (DolenSecret) key
             = dolen_keyring_look_up_finish (DOLEN_KEYRING (source), result, &error);

  if (key == NULL)
    g_task_return_error (task, error);
  else
    dolen_casework_quick_unlock_async (get_casework (task), key, on_opened, g_object_ref (task));
}

void
dolen_quick_unlock_open (DolenSession *session,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, callback, user_data);
  g_autofree char *name = dolen_casework_dup_quick_name (dolen_session_get_casework (session));

  g_signal_connect_object (
      session, "locking", G_CALLBACK (g_cancellable_cancel), cancellable, G_CONNECT_SWAPPED);
  dolen_keyring_look_up (dolen_keyring_get_default (),
                         name != NULL ? name : "",
                         cancellable,
                         on_looked_up,
                         g_object_ref (task));
}

gboolean
dolen_quick_unlock_opened (DolenSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- renewing ---- */

static void
on_renewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Making *making = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  /* Without it the passphrase is asked for again, which the gate says then. */
  if (!dolen_keyring_done (DOLEN_KEYRING (source), result, &error)
      || !dolen_casework_quick_renew (get_casework (task), making->key, &error))
    g_debug ("quick unlock: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_for_who_opened (DolenCasework *casework)
{
  const DolenHolder *worker = dolen_casework_get_worker (casework);
  g_autofree char *whose = dolen_casework_dup_quick_worker (casework);

  return worker != NULL && g_strcmp0 (worker->uid, whose) == 0;
}

static void
on_unlocked (DolenCasework *casework, GParamSpec *pspec, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Making *making;

  if (!dolen_casework_is_unlocked (casework) || dolen_casework_is_by_quick (casework)
      || !is_for_who_opened (casework))
    return;
  task = g_task_new (user_data, NULL, NULL, NULL);
  making = making_new (casework);
  g_task_set_task_data (task, making, making_free);
  dolen_keyring_store (
      dolen_keyring_get_default (), making->name, making->key, on_renewed, g_object_ref (task));
}

void
dolen_quick_unlock_attach (DolenSession *session)
{
  g_signal_connect_object (dolen_session_get_casework (session),
                           "notify::unlocked",
                           G_CALLBACK (on_unlocked),
                           session,
                           0);
}
