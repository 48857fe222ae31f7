/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/keeping/dolen-queue.h"

G_BEGIN_DECLS

/*
 * One call to a group: what came of it, which facts were read out and still hold, which changed.
 * Plain structs; free with the functions below.
 */

/* Facts of one listing ticked in a call. */
typedef struct {
  char *service;    /* uid */
  GPtrArray *facts; /* of char*: each ticked by itself: dolen_fact_code(), "funding", "exists" */
} DolenCallTicks;

/* A field that is otherwise. */
typedef struct {
  char *kind; /* "service" or "organisation" */
  char *uid;
  char *field; /* as dolen_edit_set_field() */
  char *value; /* (nullable) */
} DolenCallChange;

/* What they said of places and wait. */
typedef struct {
  char *service; /* uid */
  DolenCapacity *report;
} DolenCallCapacity;

/**
 * DolenCallStep: an edit that is more than one field (the days and times, the contacts), made while
 * the call is saved, in its transaction.
 *
 * Returns: the id of its entry of the history, 0 with @error
 */
typedef gint64 (*DolenCallStep) (DolenDirectory *dir,
                                 gpointer user_data,
                                 const char *who,
                                 GError **error);

typedef struct {
  GPtrArray *services; /* of char*: uids of the listings the call was about; at least one */
  DolenCallOutcome outcome;
  DolenToldBy how;       /* DOLEN_TOLD_BY_CALL until it is set: a form sent back is an e-mail */
  char *on;              /* (nullable) civil date; NULL: today */
  char *asked;           /* (nullable) whom one spoke to: a role or a name; workers' eyes only */
  char *note;            /* (nullable) about the listing, never about a person */
  char *next_try_on;     /* (nullable) where nobody was reached */
  GPtrArray *ticks;      /* of DolenCallTicks */
  GPtrArray *changes;    /* of DolenCallChange */
  GPtrArray *capacities; /* of DolenCallCapacity */
  GPtrArray *steps;      /* private: dolen_call_add_step() */
  GPtrArray *answered;   /* of char*: uids of questions (dolen-questions.h) that were answered */
} DolenCall;

DolenCall *dolen_call_new (void);
void dolen_call_free (DolenCall *call);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCall, dolen_call_free)

/** dolen_call_add_service: @service: uid; twice is once. */
void dolen_call_add_service (DolenCall *call, const char *service);
/** dolen_call_tick: @fact of @service was read out and holds; _untick takes it back. */
void dolen_call_tick (DolenCall *call, const char *service, const char *fact);
void dolen_call_untick (DolenCall *call, const char *service, const char *fact);
gboolean dolen_call_is_ticked (const DolenCall *call, const char *service, const char *fact);
/** dolen_call_change: replaces an earlier change of the same field; what is changed counts as
 *  confirmed with its new value. */
void dolen_call_change (
    DolenCall *call, const char *kind, const char *uid, const char *field, const char *value);
void dolen_call_unchange (DolenCall *call, const char *kind, const char *uid, const char *field);
/** dolen_call_set_capacity: @report: (nullable): is copied; NULL takes it back. */
void dolen_call_set_capacity (DolenCall *call, const char *service, const DolenCapacity *report);
/** dolen_call_add_step: @service: (nullable) and @fact: (nullable): what it thereby confirms;
 *  @destroy: (nullable): of @user_data, with the call. */
void dolen_call_add_step (DolenCall *call,
                          DolenCallStep step,
                          gpointer user_data,
                          GDestroyNotify destroy,
                          const char *service,
                          const char *fact);
/** dolen_call_answer: @question: uid of a question that was answered. */
void dolen_call_answer (DolenCall *call, const char *question);

/**
 * dolen_call_save:
 * @error: DOLEN_ERROR_NOT_FOUND, DOLEN_ERROR_INVALID: a fact ticked or changed where nobody was
 *   reached, a field that cannot be edited, a date that is none
 *
 * One transaction and one entry of the history ("call"), undone as a whole by dolen_edit_undo().
 * Reached: ticked facts are confirmed one by one as of that day, changes are written and confirmed,
 * "capacity" ticked tells the current report anew; answered questions are done, those about a fact
 * that was confirmed too. Asked to be
 * removed: the listings are set not to be listed. Do not contact: nobody rings them again until it
 * is undone.
 *
 * Returns: the id of the entry, 0 with @error
 */
gint64
dolen_call_save (DolenDirectory *dir, const DolenCall *call, const char *who, GError **error);

/** DolenNextTry: what to do after a call that reached nobody. */
typedef struct {
  char *on;             /* (nullable) civil date; NULL: no further try is proposed */
  gboolean another_way; /* enough tries: write to them, or ask somebody who knows them */
  char *words;          /* the proposal, a sentence in the language asked for */
} DolenNextTry;

void dolen_next_try_free (DolenNextTry *next);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenNextTry, dolen_next_try_free)

/**
 * dolen_call_next_try:
 * @outcome: of this call
 * @tries: calls before it since somebody was last reached (DolenQueueItem.tries)
 * @on: civil date of this call
 *
 * Returns: (transfer full): by @rules (nullable: Dolen's own), in working days
 */
DolenNextTry *dolen_call_next_try (const DolenKeepingRules *rules,
                                   DolenCallOutcome outcome,
                                   guint tries,
                                   const char *on,
                                   DolenLanguage language);

/** dolen_call_outcome_label: "Reached", "Left a message" ... Not owned. */
const char *dolen_call_outcome_label (DolenCallOutcome outcome, DolenLanguage language);

/** dolen_call_history: (transfer full) (element-type DolenConfirmation): the calls about a listing,
 *  newest first, at most @limit (0: all). */
GPtrArray *
dolen_call_history (DolenDirectory *dir, const char *service, guint limit, GError **error);

G_END_DECLS
