/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-workers.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-private.h"

#include <glib/gi18n-lib.h>

static DolenHolders *
get_holders (DolenCasework *self)
{
  return self->vault != NULL ? dolen_vault_get_holders (self->vault) : NULL;
}

/* ---- who is there ---- */

const GPtrArray *
dolen_casework_list_workers (DolenCasework *self)
{
  DolenHolders *holders = get_holders (self);

  return holders != NULL ? dolen_holders_list (holders) : NULL;
}

const DolenHolder *
dolen_casework_get_worker (DolenCasework *self)
{
  DolenHolders *holders = get_holders (self);

  return holders != NULL ? dolen_holders_get_self (holders) : NULL;
}

const char *
dolen_casework_get_author (DolenCasework *self)
{
  const DolenHolder *worker = dolen_casework_get_worker (self);

  return worker != NULL && *worker->name != '\0' ? worker->name : self->author;
}

gboolean
dolen_casework_is_by_recovery_key (DolenCasework *self)
{
  return self->vault != NULL && self->by_recovery_key;
}

gboolean
dolen_casework_is_lead (DolenCasework *self)
{
  const DolenHolder *worker = dolen_casework_get_worker (self);

  /* A worker taken away in a copy that was brought in is nobody any more, and no lead for it. */
  return self->vault != NULL
         && (worker != NULL ? worker->role == DOLEN_ROLE_LEAD : self->by_recovery_key);
}

gboolean
dolen_casework_is_editor (DolenCasework *self)
{
  const DolenHolder *worker = dolen_casework_get_worker (self);

  return worker != NULL && worker->role == DOLEN_ROLE_EDITOR;
}

gboolean
dolen_casework_recovery_opens_notes (DolenCasework *self)
{
  DolenHolders *holders = get_holders (self);

  return holders != NULL && dolen_holders_recovery_opens_notes (holders);
}

void
dolen_casework_name_worker (DolenCasework *self)
{
  const DolenHolder *worker = dolen_casework_get_worker (self);
  g_autofree char *uid = NULL;
  g_autoptr (GError) error = NULL;

  if (worker == NULL || *worker->name != '\0' || dolen_text_is_empty (self->author))
    return;
  uid = g_strdup (worker->uid);
  /* Without a name all works too: events then carry the one of the preferences. */
  if (dolen_holders_set (get_holders (self), uid, self->author, worker->role, &error))
    dolen_vault_note_keys (self->vault);
  else
    g_debug ("a worker's name: %s", error->message);
}

/* ---- rules ---- */

static gboolean
need_lead (DolenCasework *self, GError **error)
{
  return dolen_casework_need_open (self, error)
         && (dolen_casework_is_lead (self)
             || dolen_refuse (error, _ ("This is for a lead to do.")));
}

/* The keys were written; while the journal is read-only for a problem it cannot say so, and the
 * keys must be mended all the same. */
static void
note_change (DolenCasework *self, const char *what, const char *about)
{
  g_autoptr (GError) error = NULL;

  dolen_vault_note_keys (self->vault);
  if (!dolen_casework_audit (self, NULL, what, about, NULL, &error)) {
    g_message ("the log: %s", error->message);
    dolen_casework_emit_changed (self);
  }
  dolen_casework_check_quick (self);
}

static gboolean
check_name (DolenCasework *self, const char *uid, const char *name, GError **error)
{
  const GPtrArray *workers = dolen_casework_list_workers (self);

  if (dolen_text_is_empty (name))
    return dolen_refuse_invalid (error, _ ("Please type a name."));
  for (guint i = 0; i < workers->len; i++) {
    const DolenHolder *other = g_ptr_array_index (workers, i);

    if (g_strcmp0 (other->uid, uid) != 0 && g_strcmp0 (other->name, name) == 0)
      return dolen_refuse_invalid (error, _ ("There is a worker of that name already."));
  }
  return TRUE;
}

void
dolen_casework_log_recovery (DolenCasework *self)
{
  if (self->problem == NULL)
    note_change (self, DOLEN_AUDIT_RECOVERY_USED, NULL);
}

/* ---- a lead's acts ---- */

gboolean
dolen_casework_worker_set (
    DolenCasework *self, const char *uid, const char *name, DolenRole role, GError **error)
{
  g_autofree char *clean = dolen_text_clean (name);
  const DolenHolder *before;
  gboolean renamed, moved;

  if (!need_lead (self, error) || !check_name (self, uid, clean, error))
    return FALSE;
  before = dolen_holders_find (get_holders (self), uid);
  renamed = before != NULL && g_strcmp0 (before->name, clean) != 0;
  moved = before != NULL && before->role != role;
  if (before != NULL && !renamed && !moved)
    return TRUE;
  if (!dolen_holders_set (get_holders (self), uid, clean, role, error))
    return FALSE;
  if (renamed)
    note_change (self, DOLEN_AUDIT_WORKER_NAME, clean);
  if (moved)
    note_change (self, DOLEN_AUDIT_WORKER_ROLE, clean);
  return TRUE;
}

gboolean
dolen_casework_worker_remove (DolenCasework *self, const char *uid, GError **error)
{
  const DolenHolder *holder;
  g_autofree char *name = NULL;

  if (!need_lead (self, error))
    return FALSE;
  holder = dolen_holders_find (get_holders (self), uid);
  name = holder != NULL ? g_strdup (holder->name) : NULL;
  if (!dolen_holders_remove (get_holders (self), uid, error))
    return FALSE;
  note_change (self, DOLEN_AUDIT_WORKER_REMOVE, name);
  return TRUE;
}

gboolean
dolen_casework_new_recovery_key (DolenCasework *self, const DolenSecret *key, GError **error)
{
  if (!need_lead (self, error) || !dolen_holders_set_recovery_key (get_holders (self), key, error))
    return FALSE;
  note_change (self, DOLEN_AUDIT_RECOVERY_NEW, NULL);
  return TRUE;
}

/* ---- acts with a new passphrase ---- */

static gboolean
check_strength (const DolenPassphraseAct *act, GError **error)
{
  const char *const words[] = { act->name, NULL };
  int strength = dolen_passphrase_strength (act->passphrase, act->name != NULL ? words : NULL);

  return strength >= DOLEN_PASSPHRASE_LEAST_STRENGTH
         || dolen_refuse_invalid (
             error, dolen_passphrase_strength_sentence (strength, dolen_language_current ()));
}

static gboolean
check_passphrase_act (DolenCasework *self, const DolenPassphraseAct *act, GError **error)
{
  if (!dolen_casework_need_open (self, error) || !check_strength (act, error))
    return FALSE;
  switch (act->kind) {
  case DOLEN_PASSPHRASE_ADD:
    return need_lead (self, error) && check_name (self, NULL, act->name, error);
  case DOLEN_PASSPHRASE_RESET:
    return need_lead (self, error)
           && (dolen_casework_get_worker (self) == NULL
               || g_strcmp0 (dolen_casework_get_worker (self)->uid, act->worker) != 0
               || dolen_refuse (error, _ ("Change your own passphrase instead.")));
  case DOLEN_PASSPHRASE_CHANGE:
  default:
    return TRUE;
  }
}

static gboolean
do_add (DolenCasework *self, const DolenPassphraseAct *act, GError **error)
{
  g_autofree char *name = dolen_text_clean (act->name);

  if (!dolen_holders_add (
          get_holders (self), name, act->role, act->passphrase, self->cost, NULL, error))
    return FALSE;
  note_change (self, DOLEN_AUDIT_WORKER_ADD, name);
  return TRUE;
}

static gboolean
do_reset (DolenCasework *self, const DolenPassphraseAct *act, GError **error)
{
  const DolenHolder *holder = dolen_holders_find (get_holders (self), act->worker);
  g_autofree char *name = holder != NULL ? g_strdup (holder->name) : NULL;

  if (!dolen_holders_reset (get_holders (self), act->worker, act->passphrase, self->cost, error))
    return FALSE;
  note_change (self, DOLEN_AUDIT_PASSPHRASE_RESET, name);
  return TRUE;
}

gboolean
dolen_casework_change_passphrase_sync (DolenCasework *self,
                                       const char *current,
                                       const char *passphrase,
                                       GError **error)
{
  if (!dolen_casework_need_open (self, error))
    return FALSE;
  if (!self->by_recovery_key && !dolen_vault_check_passphrase (self->vault, current, error))
    return FALSE;
  if (!dolen_vault_change_passphrase (self->vault, passphrase, self->cost, error))
    return FALSE;
  note_change (self,
               self->by_recovery_key ? DOLEN_AUDIT_PASSPHRASE_RESET : DOLEN_AUDIT_PASSPHRASE_CHANGE,
               NULL);
  return TRUE;
}

gboolean
dolen_casework_passphrase_act_sync (DolenCasework *self,
                                    const DolenPassphraseAct *act,
                                    GError **error)
{
  if (!check_passphrase_act (self, act, error))
    return FALSE;
  switch (act->kind) {
  case DOLEN_PASSPHRASE_ADD:
    return do_add (self, act, error);
  case DOLEN_PASSPHRASE_RESET:
    return do_reset (self, act, error);
  case DOLEN_PASSPHRASE_CHANGE:
  default:
    return dolen_casework_change_passphrase_sync (self, act->current, act->passphrase, error);
  }
}

/* ---- the same without blocking ---- */

typedef struct {
  DolenPassphraseAct act; /* its texts are owned */
  GPtrArray *plan;        /* (owned) (nullable) DolenDerived */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free ((char *) job->act.worker);
  g_free ((char *) job->act.name);
  dolen_wipe_string ((char *) job->act.current);
  dolen_wipe_string ((char *) job->act.passphrase);
  g_clear_pointer (&job->plan, g_ptr_array_unref);
  g_free (job);
}

/* Argon2id and nothing else: the keys stay with the thread that owns them. */
static void
derive_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  for (guint i = 0; i < job->plan->len; i++)
    dolen_derived_work (g_ptr_array_index (job->plan, i));
  g_task_return_boolean (task, TRUE);
}

void
dolen_casework_passphrase_act_async (DolenCasework *self,
                                     const DolenPassphraseAct *act,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);
  GError *error = NULL;

  job->act = *act;
  job->act.worker = g_strdup (act->worker);
  job->act.name = g_strdup (act->name);
  job->act.current = g_strdup (act->current);
  job->act.passphrase = g_strdup (act->passphrase);
  g_task_set_task_data (task, job, job_free);
  if (check_passphrase_act (self, act, &error))
    job->plan = dolen_holders_plan (get_holders (self),
                                    act->passphrase,
                                    self->cost,
                                    self->by_recovery_key ? NULL : act->current,
                                    &error);
  if (job->plan != NULL)
    g_task_run_in_thread (task, derive_in_thread);
  else
    g_task_return_error (task, error);
}

gboolean
dolen_casework_passphrase_act_finish (DolenCasework *self, GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Job *job;
  gboolean ok;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (task, error) || !dolen_casework_need_open (self, error))
    return FALSE;
  job = g_task_get_task_data (task);
  dolen_holders_know (get_holders (self), g_steal_pointer (&job->plan));
  ok = dolen_casework_passphrase_act_sync (self, &job->act, error);
  dolen_holders_know (get_holders (self), NULL);
  return ok;
}
