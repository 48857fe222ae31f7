/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/keeping/dolen-call.h"

G_BEGIN_DECLS

/*
 * What stands on the card of a call before it is saved: a plain value. What changes it takes the
 * former and gives the next, so that the card only shows a draft and says what was touched. Nothing
 * here knows of widgets.
 *
 * Telling implies that somebody was reached: the first fact ticked or changed says so. Where
 * another outcome is chosen afterwards, what was ticked stays in the draft but is not saved.
 */

/** DolenCallDraftChange: one field that is otherwise, as somebody typed it. */
typedef struct {
  char *service; /* uid of the listing on whose card it was typed */
  char *fact;    /* dolen_fact_code() */
  char *field;   /* as dolen_edit_set_field() of a service, or a part (dolen-parts.h) */
  char *value;   /* never NULL; "" empties the field; of a part JSON */
} DolenCallDraftChange;

/** DolenCallDraftEnd: a funding or a policy that ends another day. */
typedef struct {
  char *kind;  /* "service" or "organisation": whose it is */
  char *uid;   /* of that record */
  char *part;  /* "funding" or "check" */
  char *which; /* uid of the funding, code of the check */
  char *typed; /* a date as typed */
} DolenCallDraftEnd;

/** DolenCallDraft: lists are (owned), never NULL. */
typedef struct {
  GPtrArray *services;      /* of char*: what the call is about */
  gboolean has_outcome;     /* whether one was chosen */
  DolenCallOutcome outcome; /* where .has_outcome */
  char *asked;              /* as typed, never NULL */
  char *note;               /* as typed, never NULL */
  char *next_try;           /* (nullable) as typed; NULL: nobody touched it, the proposal stands */
  GPtrArray *ticks;         /* of char*: "uid fact" */
  GPtrArray *changes;       /* of DolenCallDraftChange */
  GPtrArray *capacities;    /* of DolenCallCapacity */
  GPtrArray *ends;          /* of DolenCallDraftEnd */
  GPtrArray *answered;      /* of char*: uids of questions */
} DolenCallDraft;

/** dolen_call_draft_new: (transfer full): nothing was done yet. @services: (element-type utf8). */
DolenCallDraft *dolen_call_draft_new (const GPtrArray *services);
DolenCallDraft *dolen_call_draft_copy (const DolenCallDraft *draft);
void dolen_call_draft_free (DolenCallDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCallDraft, dolen_call_draft_free)

/** dolen_call_draft_is_empty: nothing would be lost with it. */
gboolean dolen_call_draft_is_empty (const DolenCallDraft *draft);

/* ---- the next draft; all (transfer full) ---- */

DolenCallDraft *dolen_call_draft_set_outcome (const DolenCallDraft *draft,
                                              DolenCallOutcome outcome);
DolenCallDraft *dolen_call_draft_set_asked (const DolenCallDraft *draft, const char *asked);
DolenCallDraft *dolen_call_draft_set_note (const DolenCallDraft *draft, const char *note);
/** dolen_call_draft_set_next_try: @typed: a date as typed; "": no further try. */
DolenCallDraft *dolen_call_draft_set_next_try (const DolenCallDraft *draft, const char *typed);
/** dolen_call_draft_tick: "still true", read out by itself; a change of that fact is taken back. */
DolenCallDraft *dolen_call_draft_tick (const DolenCallDraft *draft,
                                       const char *service,
                                       const char *fact,
                                       gboolean ticked);
/** dolen_call_draft_change: @value: as typed; equal to @before (nullable) takes the change back.
 *  The tick of that fact goes: it is confirmed with its new value. */
DolenCallDraft *dolen_call_draft_change (const DolenCallDraft *draft,
                                         const char *service,
                                         const char *fact,
                                         const char *field,
                                         const char *value,
                                         const char *before);
/** dolen_call_draft_set_capacity: @report: (nullable): is copied; NULL takes it back. */
DolenCallDraft *dolen_call_draft_set_capacity (const DolenCallDraft *draft,
                                               const char *service,
                                               const DolenCapacity *report);
/** dolen_call_draft_unchange: everything that was changed of that fact is as it was. */
DolenCallDraft *
dolen_call_draft_unchange (const DolenCallDraft *draft, const char *service, const char *fact);
DolenCallDraft *
dolen_call_draft_answer (const DolenCallDraft *draft, const char *question, gboolean answered);

/** dolen_call_draft_set_end: @typed: when it ends now; "": as it was. */
DolenCallDraft *dolen_call_draft_set_end (const DolenCallDraft *draft,
                                          const char *kind,
                                          const char *uid,
                                          const char *part,
                                          const char *which,
                                          const char *typed);

/* ---- what a draft says ---- */

gboolean
dolen_call_draft_is_ticked (const DolenCallDraft *draft, const char *service, const char *fact);
gboolean
dolen_call_draft_is_changed (const DolenCallDraft *draft, const char *service, const char *fact);
gboolean dolen_call_draft_is_answered (const DolenCallDraft *draft, const char *question);
/** dolen_call_draft_get_value: (transfer none) (nullable): what @field was changed to. */
const char *
dolen_call_draft_get_value (const DolenCallDraft *draft, const char *service, const char *field);
/** dolen_call_draft_get_capacity: (transfer none) (nullable). */
const DolenCapacity *dolen_call_draft_get_capacity (const DolenCallDraft *draft,
                                                    const char *service);

/** dolen_call_draft_get_end: (transfer none): the new end as typed, "" for none. */
const char *
dolen_call_draft_get_end (const DolenCallDraft *draft, const char *part, const char *which);

/** DolenCallState: how the card stands for a draft. */
typedef struct {
  gboolean told;          /* what was ticked and changed is saved */
  gboolean asks_next_try; /* nobody was reached: when to try again */
  char *next_try;         /* a date as it would be typed; "": none */
  char *words;            /* what saving does, or what is missing: a sentence */
  gboolean can_save;
} DolenCallState;

void dolen_call_state_clear (DolenCallState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenCallState, dolen_call_state_clear)

/**
 * dolen_call_draft_get_state:
 * @rules: (nullable): Dolen's own
 * @tries: calls before this one since somebody was last reached
 * @today: civil date
 * @state: (out caller-allocates): sentences in the language of the window
 */
void dolen_call_draft_get_state (const DolenCallDraft *draft,
                                 const DolenKeepingRules *rules,
                                 guint tries,
                                 const char *today,
                                 DolenCallState *state);

/** dolen_call_draft_to_call: (transfer full): what is saved of a draft that can be, in the state
 *  @state. @today: civil date. */
DolenCall *dolen_call_draft_to_call (const DolenCallDraft *draft,
                                     const DolenCallState *state,
                                     const char *today);

G_END_DECLS
