/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-restore.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-drill-private.h"
#include "casework/vault/dolen-vault-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Opening a backup to look at it, and going back to it; here and in a thread. */
typedef struct {
  char *path;            /* (owned) */
  char *secret;          /* (owned) */
  char *folder;          /* (owned) */
  char *author;          /* (owned) (nullable) */
  DolenPicture *present; /* (owned) (nullable) what is here */
  DolenBackupWatch watch;
  char *aside; /* (owned) (nullable) what comes of it */
} Going;

static void
going_free (Going *going)
{
  g_free (going->path);
  dolen_wipe_string (going->secret);
  g_free (going->folder);
  g_free (going->author);
  g_free (going->aside);
  dolen_picture_free (going->present);
  g_clear_object (&going->watch.cancellable);
  g_free (going);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Going, going_free)

static Going *
going_new (DolenCasework *self, const char *path, const char *secret, const DolenBackupWatch *watch)
{
  Going *going = g_new0 (Going, 1);

  going->path = g_strdup (path);
  going->secret = g_strdup (secret);
  going->folder = g_strdup (self->folder);
  going->author = g_strdup (self->author);
  if (watch != NULL)
    going->watch = *watch;
  if (going->watch.cancellable != NULL)
    g_object_ref (going->watch.cancellable);
  return going;
}

/* What was typed is a passphrase, or else the recovery key. */
static DolenRestore *
open_backup (const Going *going, GError **error)
{
  g_autoptr (DolenSecret) key = dolen_recovery_key_parse (going->secret, NULL);

  return dolen_restore_open (
      going->path, key != NULL ? NULL : going->secret, key, &going->watch, error);
}

static gboolean
take_present (DolenCasework *self, Going *going, GError **error)
{
  if (self->vault == NULL)
    return TRUE;
  going->present = dolen_picture_take (self->vault, error);
  return going->present != NULL;
}

static DolenDrill *
drill_now (Going *going, GError **error)
{
  g_autoptr (DolenRestore) restore = open_backup (going, error);

  return restore != NULL ? dolen_drill_compare (restore, going->present, going->folder, error)
                         : NULL;
}

DolenDrill *
dolen_casework_drill_sync (DolenCasework *self,
                           const char *path,
                           const char *secret,
                           const DolenBackupWatch *watch,
                           GError **error)
{
  g_autoptr (Going) going = going_new (self, path, secret, watch);

  return take_present (self, going, error) ? drill_now (going, error) : NULL;
}

static void
run_drill (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  DolenDrill *drill = drill_now (data, &error);

  if (drill != NULL)
    g_task_return_pointer (task, drill, (GDestroyNotify) dolen_drill_free);
  else
    g_task_return_error (task, error);
}

void
dolen_casework_drill_async (DolenCasework *self,
                            const char *path,
                            const char *secret,
                            const DolenBackupWatch *watch,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Going *going = going_new (self, path, secret, watch);
  GError *error = NULL;

  g_task_set_source_tag (task, dolen_casework_drill_async);
  g_task_set_task_data (task, going, (GDestroyNotify) going_free);
  if (take_present (self, going, &error))
    g_task_run_in_thread (task, run_drill);
  else
    g_task_return_error (task, error);
}

DolenDrill *
dolen_casework_drill_finish (DolenCasework *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- going back ---- */

static gboolean
restore_now (Going *going, GError **error)
{
  g_autoptr (DolenRestore) restore = open_backup (going, error);

  return restore != NULL
         && dolen_restore_apply (restore, going->folder, going->author, &going->aside, error);
}

static gboolean
may_restore (DolenCasework *self, GError **error)
{
  if (self->vault == NULL && !self->busy)
    return TRUE;
  return dolen_refuse (error, _ ("The case records are open. Lock them, then restore."));
}

gboolean
dolen_casework_restore_sync (
    DolenCasework *self, const char *path, const char *secret, char **aside, GError **error)
{
  g_autoptr (Going) going = going_new (self, path, secret, NULL);

  if (!may_restore (self, error) || !restore_now (going, error))
    return FALSE;
  if (aside != NULL)
    *aside = g_steal_pointer (&going->aside);
  dolen_casework_emit_changed (self);
  return TRUE;
}

static void
run_restore (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (restore_now (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
dolen_casework_restore_async (DolenCasework *self,
                              const char *path,
                              const char *secret,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, dolen_casework_restore_async);
  g_task_set_task_data (task, going_new (self, path, secret, NULL), (GDestroyNotify) going_free);
  if (!may_restore (self, &error)) {
    g_task_return_error (task, error);
    return;
  }
  self->busy = TRUE;
  g_object_set_data (G_OBJECT (task), "began", GINT_TO_POINTER (1));
  g_task_run_in_thread (task, run_restore);
}

gboolean
dolen_casework_restore_finish (DolenCasework *self,
                               GAsyncResult *result,
                               char **aside,
                               GError **error)
{
  Going *going;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  going = g_task_get_task_data (G_TASK (result));
  if (g_object_get_data (G_OBJECT (result), "began") != NULL)
    self->busy = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (aside != NULL)
    *aside = g_steal_pointer (&going->aside);
  dolen_casework_emit_changed (self);
  return TRUE;
}
