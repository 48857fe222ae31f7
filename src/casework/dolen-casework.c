/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework.h"

#include "base/dolen-boot-id.h"
#include "base/dolen-error.h"
#include "casework/dolen-casework-private.h"

#include <glib/gi18n-lib.h>

/* The object itself: what is open, why it may not be written, and the drafts. */

G_DEFINE_FINAL_TYPE (DolenCasework, dolen_casework, G_TYPE_OBJECT)

enum {
  PROP_UNLOCKED = 1,
  N_PROPS
};
enum {
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
dolen_casework_dispose (GObject *object)
{
  DolenCasework *self = DOLEN_CASEWORK (object);

  if (self->worker != NULL)
    dolen_worker_finish (self->worker);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->caseload, dolen_caseload_free);
  g_clear_pointer (&self->vault, dolen_vault_lock);
  G_OBJECT_CLASS (dolen_casework_parent_class)->dispose (object);
}

static void
dolen_casework_finalize (GObject *object)
{
  DolenCasework *self = DOLEN_CASEWORK (object);

  g_free (self->folder);
  g_free (self->directory);
  g_free (self->author);
  g_free (self->boot_id);
  g_clear_pointer (&self->rules, dolen_rules_free);
  g_clear_pointer (&self->scheme, dolen_scheme_free);
  g_clear_error (&self->problem);
  G_OBJECT_CLASS (dolen_casework_parent_class)->finalize (object);
}

static void
dolen_casework_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_UNLOCKED:
    g_value_set_boolean (value, dolen_casework_is_unlocked (DOLEN_CASEWORK (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dolen_casework_class_init (DolenCaseworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dolen_casework_dispose;
  object_class->finalize = dolen_casework_finalize;
  object_class->get_property = dolen_casework_get_property;
  properties[PROP_UNLOCKED] = g_param_spec_boolean (
      "unlocked", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new (
      "changed", DOLEN_TYPE_CASEWORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_casework_init (DolenCasework *self)
{
  self->cost = dolen_passphrase_cost_default ();
  self->scheme = dolen_scheme_new ();
}

DolenCasework *
dolen_casework_new (const char *folder, const char *directory)
{
  DolenCasework *self = g_object_new (DOLEN_TYPE_CASEWORK, NULL);

  dolen_process_harden ();
  self->folder = g_strdup (folder);
  self->directory = g_strdup (directory);
  self->boot_id = dolen_boot_id ("");
  return self;
}

void
dolen_casework_emit_changed (DolenCasework *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
dolen_casework_exists (DolenCasework *self)
{
  return self->vault != NULL || dolen_vault_exists (self->folder);
}

gboolean
dolen_casework_is_unlocked (DolenCasework *self)
{
  return self->vault != NULL;
}

gboolean
dolen_casework_is_busy (DolenCasework *self)
{
  return self->busy;
}

void
dolen_casework_set_author (DolenCasework *self, const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

void
dolen_casework_set_scheme (DolenCasework *self, const DolenScheme *scheme)
{
  dolen_scheme_free (self->scheme);
  self->scheme = scheme != NULL ? dolen_scheme_copy (scheme) : dolen_scheme_new ();
}

const DolenScheme *
dolen_casework_get_scheme (DolenCasework *self)
{
  return self->scheme;
}

void
dolen_casework_set_cost (DolenCasework *self, DolenPassphraseCost cost)
{
  self->cost = cost;
}

gboolean
dolen_casework_need_open (DolenCasework *self, GError **error)
{
  if (self->vault != NULL)
    return TRUE;
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_LOCKED, _ ("The case records are locked."));
  return FALSE;
}

DolenCaseload *
dolen_casework_get_caseload (DolenCasework *self)
{
  return self->caseload;
}

/* ---- problems ---- */

void
dolen_casework_read_problem (DolenCasework *self)
{
  const GPtrArray *problems = dolen_vault_list_problems (self->vault);

  g_clear_error (&self->problem);
  if (problems->len > 0) {
    const DolenProblem *first = g_ptr_array_index (problems, 0);
    self->problem = g_error_new (DOLEN_ERROR,
                                 first->code,
                                 "%s %s",
                                 first->sentence,
                                 _ ("The rest can be read; nothing can be written."));
  }
}

const GError *
dolen_casework_get_problem (DolenCasework *self)
{
  return self->problem;
}

gboolean
dolen_casework_accept_problem (DolenCasework *self, const char *why, GError **error)
{
  g_autoptr (DolenEvent) event = NULL;

  if (!dolen_casework_need_open (self, error))
    return FALSE;
  event = dolen_event_new (DOLEN_EVENT_ACCEPT, NULL);
  event->note = g_strdup (why);
  event->author = g_strdup (self->author);
  if (!dolen_vault_accept_problems (self->vault, event, error))
    return FALSE;
  dolen_casework_read_problem (self);
  dolen_casework_emit_changed (self);
  return TRUE;
}

/* ---- locking ---- */

void
dolen_casework_lock (DolenCasework *self)
{
  /* While it opens in its thread nothing can be closed yet: then it does not open at all. */
  self->lock_wanted = self->busy;
  if (self->vault == NULL)
    return;
  g_clear_pointer (&self->caseload, dolen_caseload_free);
  g_clear_pointer (&self->vault, dolen_vault_lock);
  g_clear_error (&self->problem);
  self->by_recovery_key = FALSE;
  self->by_quick = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNLOCKED]);
  dolen_casework_emit_changed (self);
}

void
dolen_casework_take_open (DolenCasework *self,
                          DolenVault *vault,
                          DolenCaseload *caseload,
                          gboolean by_recovery_key)
{
  self->vault = vault;
  self->caseload = caseload;
  dolen_casework_lend_events (self);
  self->by_recovery_key = by_recovery_key;
  dolen_casework_read_problem (self);
  dolen_casework_name_worker (self);
  if (by_recovery_key)
    dolen_casework_log_recovery (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNLOCKED]);
  dolen_casework_emit_changed (self);
}

/* ---- drafts ---- */

gboolean
dolen_draft_save (
    DolenCasework *self, const char *kind, const char *subject, const char *json, GError **error)
{
  DolenDraft draft = { (char *) kind, (char *) subject, (char *) json, 0 };

  g_return_val_if_fail (kind != NULL && json != NULL, FALSE);
  return dolen_casework_need_open (self, error)
         && dolen_vault_put_draft (self->vault, &draft, error);
}

DolenDraft *
dolen_draft_take (DolenCasework *self, const char *kind, const char *subject, GError **error)
{
  g_autoptr (DolenDraft) draft = NULL;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  draft = dolen_vault_get_draft (self->vault, kind, subject, error);
  if (draft == NULL || !dolen_vault_drop_draft (self->vault, kind, subject, error))
    return NULL;
  return g_steal_pointer (&draft);
}

gboolean
dolen_draft_discard (DolenCasework *self, const char *kind, const char *subject, GError **error)
{
  return dolen_casework_need_open (self, error)
         && dolen_vault_drop_draft (self->vault, kind, subject, error);
}

GPtrArray *
dolen_draft_list (DolenCasework *self, GError **error)
{
  return dolen_casework_need_open (self, error) ? dolen_vault_list_drafts (self->vault, error)
                                                : NULL;
}
