/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-quick.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>

/*
 * Creating and opening, here and in the worker's thread: Argon2id and the replay take their time.
 * The caseload is filled beside the vault and handed over whole.
 */
typedef struct {
  char *folder;              /* (owned) */
  char *directory;           /* (owned) (nullable) */
  char *passphrase;          /* (owned) (nullable) */
  DolenSecret *recovery_key; /* (owned) (nullable) */
  DolenSecret *device_key;   /* (owned) (nullable) of quick unlock */
  char *boot_id;             /* (owned) (nullable) */
  DolenPassphraseCost cost;
  gboolean create;
  gboolean queued;                /* it ran, or runs, in the worker */
  DolenVault *vault;              /* (owned) (nullable) what comes of it */
  DolenCaseload *caseload;        /* (owned) (nullable) */
  const DolenVaultReader *beside; /* (nullable) gets every event too */
  gpointer beside_data;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->folder);
  g_free (opening->directory);
  dolen_wipe_string (opening->passphrase);
  dolen_secret_free (opening->recovery_key);
  dolen_secret_free (opening->device_key);
  g_free (opening->boot_id);
  dolen_caseload_free (opening->caseload);
  dolen_vault_lock (opening->vault);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* Takes @recovery_key. */
static Opening *
opening_new (DolenCasework *self,
             const char *passphrase,
             DolenSecret *recovery_key,
             gboolean create)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->folder = g_strdup (self->folder);
  opening->directory = g_strdup (self->directory);
  opening->passphrase = g_strdup (passphrase);
  opening->recovery_key = recovery_key;
  opening->cost = self->cost;
  opening->create = create;
  return opening;
}

/* ---- the replay ---- */

static void
take_event (const DolenEvent *event, gpointer user_data)
{
  Opening *opening = user_data;

  dolen_caseload_apply (opening->caseload, event);
  if (opening->beside != NULL)
    opening->beside->take (event, opening->beside_data);
}

static void
start_again (gpointer user_data)
{
  Opening *opening = user_data;
  DolenCaseload *fresh = dolen_caseload_new (opening->directory, NULL);

  g_return_if_fail (fresh != NULL);
  dolen_caseload_free (opening->caseload);
  opening->caseload = fresh;
  dolen_caseload_begin (fresh);
  if (opening->beside != NULL)
    opening->beside->reset (opening->beside_data);
}

static const DolenVaultReader reader = { start_again, take_event };

static DolenVault *
unlock (Opening *opening, GError **error)
{
  if (opening->device_key != NULL)
    return dolen_vault_unlock_quick (
        opening->folder, opening->device_key, opening->boot_id, &reader, opening, error);
  return dolen_vault_unlock (
      opening->folder, opening->passphrase, opening->recovery_key, &reader, opening, error);
}

static gboolean
open_now (Opening *opening, GError **error)
{
  opening->caseload = dolen_caseload_new (opening->directory, error);
  if (opening->caseload == NULL)
    return FALSE;
  if (opening->create) {
    opening->vault = dolen_vault_create (
        opening->folder, opening->passphrase, opening->recovery_key, opening->cost, error);
    return opening->vault != NULL;
  }
  dolen_caseload_begin (opening->caseload);
  opening->vault = unlock (opening, error);
  dolen_caseload_commit (opening->caseload);
  return opening->vault != NULL;
}

static gboolean
read_events (const gint64 *seqs,
             gsize n,
             void (*take) (const DolenEvent *event, gpointer take_data),
             gpointer take_data,
             gpointer user_data,
             GError **error)
{
  return dolen_vault_read_events (user_data, seqs, n, take, take_data, error);
}

void
dolen_casework_lend_events (DolenCasework *self)
{
  dolen_caseload_set_source (self->caseload, read_events, self->vault);
}

gboolean
dolen_casework_rebuild (DolenCasework *self, GError **error)
{
  return dolen_casework_rebuild_beside (self, NULL, NULL, error);
}

gboolean
dolen_casework_rebuild_beside (DolenCasework *self,
                               const DolenVaultReader *beside,
                               gpointer user_data,
                               GError **error)
{
  g_autoptr (Opening) opening = opening_new (self, NULL, NULL, FALSE);
  gboolean ok;

  opening->beside = beside;
  opening->beside_data = user_data;
  opening->caseload = dolen_caseload_new (self->directory, error);
  if (opening->caseload == NULL)
    return FALSE;
  dolen_caseload_begin (opening->caseload);
  ok = dolen_vault_replay (self->vault, &reader, opening, error);
  dolen_caseload_commit (opening->caseload);
  if (!ok)
    return FALSE;
  dolen_caseload_free (self->caseload);
  self->caseload = g_steal_pointer (&opening->caseload);
  dolen_casework_lend_events (self);
  dolen_casework_read_problem (self);
  dolen_casework_emit_changed (self);
  return TRUE;
}

/* ---- sync ---- */

static void
adopt (DolenCasework *self, Opening *opening)
{
  self->by_quick = opening->device_key != NULL;
  dolen_casework_take_open (self,
                            g_steal_pointer (&opening->vault),
                            g_steal_pointer (&opening->caseload),
                            !opening->create && opening->recovery_key != NULL);
}

static gboolean
may_open (DolenCasework *self, GError **error)
{
  if (self->vault == NULL && !self->busy)
    return TRUE;
  return dolen_refuse (error, _ ("The case records are open already."));
}

/* Takes @opening. */
static gboolean
open_sync (DolenCasework *self, Opening *opening, GError **error)
{
  gboolean ok = may_open (self, error) && open_now (opening, error);

  if (ok)
    adopt (self, opening);
  opening_free (opening);
  return ok;
}

static DolenSecret *
copy_secret (const DolenSecret *secret)
{
  return dolen_secret_new_from (dolen_secret_peek (secret), dolen_secret_size (secret));
}

gboolean
dolen_casework_create_sync (DolenCasework *self,
                            const char *passphrase,
                            const DolenSecret *recovery_key,
                            GError **error)
{
  g_return_val_if_fail (recovery_key != NULL, FALSE);
  return open_sync (self, opening_new (self, passphrase, copy_secret (recovery_key), TRUE), error);
}

gboolean
dolen_casework_unlock_sync (DolenCasework *self, const char *passphrase, GError **error)
{
  return open_sync (self, opening_new (self, passphrase, NULL, FALSE), error);
}

gboolean
dolen_casework_unlock_with_recovery_key_sync (DolenCasework *self,
                                              const char *typed,
                                              GError **error)
{
  DolenSecret *key = dolen_recovery_key_parse (typed, error);

  return key != NULL && open_sync (self, opening_new (self, NULL, key, FALSE), error);
}

static Opening *
quick_new (DolenCasework *self, const DolenSecret *device_key)
{
  Opening *opening = opening_new (self, NULL, NULL, FALSE);

  opening->device_key = copy_secret (device_key);
  opening->boot_id = g_strdup (self->boot_id);
  return opening;
}

gboolean
dolen_casework_quick_unlock_sync (DolenCasework *self,
                                  const DolenSecret *device_key,
                                  GError **error)
{
  return open_sync (self, quick_new (self, device_key), error);
}

/* ---- async ---- */

static void
open_in_worker (GTask *task)
{
  GError *error = NULL;

  if (open_now (g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @opening. */
static void
open_async (DolenCasework *self, Opening *opening, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  if (!may_open (self, &error)) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  self->lock_wanted = FALSE;
  self->worker = dolen_worker_new ("casework");
  self->busy = TRUE;
  opening->queued = TRUE;
  dolen_worker_queue (self->worker, G_PRIORITY_DEFAULT, task, open_in_worker);
}

void
dolen_casework_create_async (DolenCasework *self,
                             const char *passphrase,
                             const DolenSecret *recovery_key,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (recovery_key != NULL);
  open_async (
      self, opening_new (self, passphrase, copy_secret (recovery_key), TRUE), callback, user_data);
}

void
dolen_casework_unlock_async (DolenCasework *self,
                             const char *passphrase,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  open_async (self, opening_new (self, passphrase, NULL, FALSE), callback, user_data);
}

void
dolen_casework_unlock_with_recovery_key_async (DolenCasework *self,
                                               const char *typed,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data)
{
  GError *error = NULL;
  DolenSecret *key = dolen_recovery_key_parse (typed, &error);

  if (key != NULL)
    open_async (self, opening_new (self, NULL, key, FALSE), callback, user_data);
  else
    g_task_report_error (self, callback, user_data, open_async, error);
}

void
dolen_casework_quick_unlock_async (DolenCasework *self,
                                   const DolenSecret *device_key,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  open_async (self, quick_new (self, device_key), callback, user_data);
}

gboolean
dolen_casework_open_finish (DolenCasework *self, GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  opening = g_task_get_task_data (task);
  if (opening != NULL && opening->queued) {
    self->busy = FALSE;
    /* The thread may still hold the task, and with it this object, for a moment. */
    dolen_worker_finish (self->worker);
    g_clear_object (&self->worker);
  }
  if (!g_task_propagate_boolean (task, error))
    return FALSE;
  if (self->lock_wanted) {
    self->lock_wanted = FALSE;
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_LOCKED, _ ("They were locked while they opened."));
    return FALSE;
  }
  adopt (self, opening);
  return TRUE;
}
