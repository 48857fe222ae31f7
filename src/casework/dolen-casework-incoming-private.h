/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-incoming.h"
#include "casework/dolen-casework-private.h"

G_BEGIN_DECLS

/* What the acts of coming in share. */

/** DolenStep: an act that moves a referral in: what was, what will be, the event. */
typedef struct {
  DolenIncoming *before; /* (owned) */
  DolenIncoming *after;  /* (owned) */
  DolenAct *act;         /* (owned) */
  char *today;           /* (owned) */
} DolenStep;

/** dolen_step_begin: FALSE with DOLEN_ERROR_NOT_FOUND; NOT_ALLOWED where it is over or the person
 * died. @step is cleared by the caller in any case. */
gboolean dolen_step_begin (
    DolenStep *step, DolenCasework *self, const char *type, const char *incoming, GError **error);
void dolen_step_clear (DolenStep *step);

/** dolen_step_close: closes the open follow-ups about it whose kind is in @kinds
 * (DOLEN_COMING_IN_*). @why: code. */
void dolen_step_close (DolenStep *step, guint kinds, const char *why);

/** dolen_act_close_kinds: the same for @person's. @subject: (nullable): only about that. */
void dolen_act_close_kinds (
    DolenAct *act, const char *person, const char *subject, guint kinds, const char *why);

#define DOLEN_KIND_BIT(kind) (1u << (kind))
#define DOLEN_COMING_IN_TRIES                                                                      \
  (DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_FIRST_CONTACT) | DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_TRY_AGAIN)     \
   | DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_NOT_REACHED))
#define DOLEN_COMING_IN_DECISION                                                                   \
  (DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_DECIDE) | DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_MORE_INFO))

/** dolen_step_plan: a follow-up by @rule about it, counted from @from. */
void dolen_step_plan (DolenStep *step, const char *rule, const char *from, int rule_step);

/** dolen_step_tell: plans that the referrer is told, unless the person came themselves. */
void dolen_step_tell (DolenStep *step, const char *from);

/** dolen_step_clock: (transfer none): the day its time began: received, or what was asked came. */
const char *dolen_step_clock (const DolenIncoming *incoming);

/** dolen_step_close_episode: closes the open episode it began. */
void dolen_step_close_episode (DolenStep *step, const char *reason, const char *note);

/** dolen_step_commit: stores it. */
gboolean dolen_step_commit (DolenStep *step, DolenUndo **undo, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenStep, dolen_step_clear)

G_END_DECLS
