/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-draft-keeper.h"

struct _DolenDraftKeeper {
  GObject parent_instance;
  DolenCasework *casework; /* (owned) */
  char *kind;              /* (owned) */
  char *subject;           /* (owned) (nullable) */
  DolenDraftFunc func;
  gpointer form;
  guint timer;
  gboolean over;
};

G_DEFINE_FINAL_TYPE (DolenDraftKeeper, dolen_draft_keeper, G_TYPE_OBJECT)

/* Half of the two seconds that may be lost: sealing takes its time too. */
#define DELAY_MS 1000

static gboolean
on_timer (gpointer user_data)
{
  DolenDraftKeeper *self = user_data;

  self->timer = 0;
  dolen_draft_keeper_save_now (self);
  return G_SOURCE_REMOVE;
}

static void
dolen_draft_keeper_dispose (GObject *object)
{
  DolenDraftKeeper *self = DOLEN_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->casework);
  G_OBJECT_CLASS (dolen_draft_keeper_parent_class)->dispose (object);
}

static void
dolen_draft_keeper_finalize (GObject *object)
{
  DolenDraftKeeper *self = DOLEN_DRAFT_KEEPER (object);

  g_free (self->kind);
  g_free (self->subject);
  G_OBJECT_CLASS (dolen_draft_keeper_parent_class)->finalize (object);
}

static void
dolen_draft_keeper_class_init (DolenDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_draft_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_draft_keeper_finalize;
}

static void
dolen_draft_keeper_init (DolenDraftKeeper *self)
{
}

DolenDraftKeeper *
dolen_draft_keeper_new (DolenCasework *casework,
                        const char *kind,
                        const char *subject,
                        DolenDraftFunc func,
                        gpointer form)
{
  DolenDraftKeeper *self;

  g_return_val_if_fail (DOLEN_IS_CASEWORK (casework) && kind != NULL && func != NULL, NULL);

  self = g_object_new (DOLEN_TYPE_DRAFT_KEEPER, NULL);
  self->casework = g_object_ref (casework);
  self->kind = g_strdup (kind);
  self->subject = g_strdup (subject);
  self->func = func;
  self->form = form;
  return self;
}

void
dolen_draft_keeper_changed (DolenDraftKeeper *self)
{
  g_return_if_fail (DOLEN_IS_DRAFT_KEEPER (self));

  /* Not pushed back by further typing: two seconds are the most that is lost. */
  if (self->timer == 0 && !self->over)
    self->timer = g_timeout_add (DELAY_MS, on_timer, self);
}

void
dolen_draft_keeper_save_now (DolenDraftKeeper *self)
{
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DOLEN_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->over || !dolen_casework_is_unlocked (self->casework))
    return;
  json = self->func (self->form);
  if (json == NULL)
    dolen_draft_discard (self->casework, self->kind, self->subject, &error);
  else
    dolen_draft_save (self->casework, self->kind, self->subject, json, &error);
  if (json != NULL)
    dolen_wipe_string (g_steal_pointer (&json));
  if (error != NULL)
    g_debug ("a draft could not be sealed: code %d", error->code);
}

char *
dolen_draft_keeper_take (DolenDraftKeeper *self)
{
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_val_if_fail (DOLEN_IS_DRAFT_KEEPER (self), NULL);

  /* Read, not taken: taking destroys the stored copy, and a power cut comes when it likes. */
  drafts = dolen_draft_list (self->casework, NULL);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
    const DolenDraft *draft = g_ptr_array_index (drafts, i);

    if (g_strcmp0 (draft->kind, self->kind) == 0 && g_strcmp0 (draft->subject, self->subject) == 0)
      return g_strdup (draft->json);
  }
  return NULL;
}

gboolean
dolen_draft_keeper_leave (DolenDraftKeeper *self)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (DOLEN_IS_DRAFT_KEEPER (self), FALSE);

  if (self->over || !dolen_casework_is_unlocked (self->casework))
    return FALSE;
  dolen_draft_keeper_save_now (self);
  self->over = TRUE;
  json = self->func (self->form);
  if (json == NULL)
    return FALSE;
  dolen_wipe_string (g_steal_pointer (&json));
  return TRUE;
}

void
dolen_draft_keeper_end (DolenDraftKeeper *self)
{
  g_return_if_fail (DOLEN_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->over = TRUE;
  if (dolen_casework_is_unlocked (self->casework))
    dolen_draft_discard (self->casework, self->kind, self->subject, NULL);
}
