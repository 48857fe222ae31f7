/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Keeps what is being typed in a form sealed as a draft, so that a timer, suspend or a power cut
 * loses at most two seconds of it. A form makes one, tells it of each change, ends it when the form
 * is saved, and leaves it when it is closed without saving. Nothing unsealed is ever written.
 */
#define DOLEN_TYPE_DRAFT_KEEPER (dolen_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (DolenDraftKeeper, dolen_draft_keeper, DOLEN, DRAFT_KEEPER, GObject)

/** DolenDraftFunc: (transfer full) (nullable): the form as JSON now; NULL where it holds nothing
 *  worth keeping. */
typedef char *(*DolenDraftFunc) (gpointer form);

/**
 * dolen_draft_keeper_new:
 * @casework: unlocked
 * @kind: which form: "person", "referral" ...
 * @subject: (nullable): uid of the person it is about
 * @form: not owned; it owns the keeper
 */
DolenDraftKeeper *dolen_draft_keeper_new (DolenCasework *casework,
                                          const char *kind,
                                          const char *subject,
                                          DolenDraftFunc func,
                                          gpointer form);

/** dolen_draft_keeper_changed: something was typed; it is sealed within two seconds. */
void dolen_draft_keeper_changed (DolenDraftKeeper *self);

/** dolen_draft_keeper_save_now: seals what is not sealed yet; before locking. */
void dolen_draft_keeper_save_now (DolenDraftKeeper *self);

/** dolen_draft_keeper_take: (transfer full) (nullable): what an earlier form of this kind and
 *  subject left, as JSON; its stored copy is kept until the form ends. */
char *dolen_draft_keeper_take (DolenDraftKeeper *self);

/** dolen_draft_keeper_leave: the form closes without being saved: what was typed is sealed and
 *  waits for the next form of its kind. Returns: whether anything is kept. */
gboolean dolen_draft_keeper_leave (DolenDraftKeeper *self);

/** dolen_draft_keeper_end: the form was saved or given up: the draft is destroyed. */
void dolen_draft_keeper_end (DolenDraftKeeper *self);

G_END_DECLS
