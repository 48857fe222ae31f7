/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/keeping/dolen-keeping-rules.h"

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * The queue: what there is to check about the listings, most useful first. One row is one call (all
 * that is to be asked of one listing; of a group run by volunteers all that is to be asked of any
 * of its listings, so that nobody rings them twice) or one piece of work at the desk about one
 * record.
 *
 * Most useful is how many people it touches: somebody waits for the answer (questions, longer
 * waits, referrals), matching cannot do without the fact, and how long nobody has confirmed it.
 * What was never confirmed comes before all that was, and nothing leaves the queue by growing
 * older.
 *
 * Nothing of a person stands in it.
 */

/* Kinds of work; dolen-queue-kinds.c has a table of them. The order is that of the filter. */
typedef enum {
  DOLEN_QUEUE_QUESTION,    /* call: somebody's question to the group */
  DOLEN_QUEUE_LONGER_WAIT, /* call: they take longer than they said */
  DOLEN_QUEUE_STALE,       /* call: facts nobody has confirmed for too long */
  DOLEN_QUEUE_ASSURANCE,   /* call: a policy or check ends */
  DOLEN_QUEUE_FUNDING,     /* call: the funding ends */
  DOLEN_QUEUE_GONE,        /* call: not in its feed any more */
  DOLEN_QUEUE_SUGGESTION,  /* desk: a change sent by a link worker */
  DOLEN_QUEUE_CLASH,       /* desk: edited here, changed in the feed since */
  DOLEN_QUEUE_ALIKE,       /* desk: probably in the directory twice */
  DOLEN_QUEUE_ODDITY,      /* desk: something in it cannot be right */
  DOLEN_QUEUE_TAGS,        /* desk: tags only a rule has read */
  DOLEN_QUEUE_WELSH,       /* desk: a text missing or out of date in one language */
  DOLEN_QUEUE_N_KINDS
} DolenQueueKind;

#define DOLEN_QUEUE_BIT(kind) (1u << (kind))
#define DOLEN_QUEUE_ALL_KINDS (DOLEN_QUEUE_BIT (DOLEN_QUEUE_N_KINDS) - 1)

/** dolen_queue_kind_code: "question", "stale" ...; _from_code: FALSE for another code. */
const char *dolen_queue_kind_code (DolenQueueKind kind);
gboolean dolen_queue_kind_from_code (const char *code, DolenQueueKind *kind);
/** dolen_queue_kind_label: "Questions", "Old facts" ... for a filter. Not owned. */
const char *dolen_queue_kind_label (DolenQueueKind kind, DolenLanguage language);
/** dolen_queue_kind_is_call: whether somebody is rung about it. */
gboolean dolen_queue_kind_is_call (DolenQueueKind kind);

/* One thing to ask or to look at. */
typedef struct {
  DolenQueueKind kind;
  char *service;      /* uid of the listing it is about; NULL: the organisation */
  char *service_name; /* in the language asked for */
  /* "capacity", "times" ... (dolen_fact_code()), "funding", "assurance:insurance", "exists"; of a
   * question its .what; of a desk kind the field's name, or NULL */
  char *what;
  char *record;   /* (nullable) uid of the record a clash stands at: the listing, its venue ... */
  char *on;       /* (nullable) civil date: last confirmed, asked, or when it ends */
  char *question; /* what to say: "Times: last confirmed 8 months ago" */
} DolenQueueAsk;

/* A row. Plain; free with dolen_queue_item_free(). */
typedef struct {
  DolenQueueKind kind; /* the first of .kinds by weight */
  guint kinds;         /* bits */
  gboolean call;
  char *record_kind;       /* "service"; "organisation" where it is about one as a whole */
  char *record_uid;        /* with .mark_kind what dolen_queue_assign() and the others take */
  char *mark_kind;         /* "call", or the code of the kind */
  char *title;             /* the listing's name, or the organisation's */
  char *service;           /* (nullable) uid of the listing, the first where there are several */
  GPtrArray *services;     /* of char*: uids of all the listings a call is about */
  char *organisation;      /* (nullable) uid */
  char *organisation_name; /* (nullable) */
  gboolean volunteer_run;
  char *place;            /* (nullable) */
  char *ask_for;          /* (nullable) name or role of whom to ring; workers' eyes only */
  char *phone;            /* (nullable) canonical */
  guint wrong_numbers;    /* others were rung before it and found wrong */
  char *email;            /* (nullable) */
  DolenLanguage language; /* in which to speak to them, as far as the listing tells */
  GPtrArray *asks;        /* of DolenQueueAsk, most useful first */
  char *why;              /* one line: why now */
  guint waiting; /* people who wait on them, where the caller knew (DolenQueueQuery.waiting) */
  double score;
  char *assigned_to;   /* (nullable) */
  char *due_on;        /* (nullable) civil date */
  char *snoozed_until; /* (nullable) */
  char *snooze_reason; /* (nullable) */
  char *last_try_on;   /* (nullable) the last call, whatever came of it */
  DolenCallOutcome last_outcome;
  guint tries;       /* calls since somebody was last reached */
  char *next_try_on; /* (nullable) as agreed in the last call */
} DolenQueueItem;

void dolen_queue_item_free (DolenQueueItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenQueueItem, dolen_queue_item_free)

typedef struct {
  guint kinds;      /* bits; 0: all */
  const char *area; /* (nullable) a town, a county or a postcode district, in either language */
  const char *assigned_to; /* (nullable) a curator; "": what is nobody's */
  gboolean put_off;        /* only what is put off (snoozed, to be tried later, not to be rung) */
  guint offset, limit;     /* rows read in full; limit 0: none, counts alone */
  /* (nullable) uid of a service (char*) -> people waiting on it (GUINT_TO_POINTER): the caseload
   * knows, where it is open. Numbers only; they are not kept. */
  GHashTable *waiting;
  const char *today; /* (nullable) civil date; NULL: today */
} DolenQueueQuery;

typedef struct {
  GPtrArray *items;                   /* of DolenQueueItem: one page */
  guint total;                        /* rows in all, of these kinds */
  guint by_kind[DOLEN_QUEUE_N_KINDS]; /* rows of each kind, whatever .kinds asked for */
  guint put_off;                      /* rows that come back by themselves */
} DolenQueueList;

void dolen_queue_list_free (DolenQueueList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenQueueList, dolen_queue_list_free)

/** dolen_queue_read: (transfer full): @rules: (nullable): Dolen's own. Texts are in @language. */
DolenQueueList *dolen_queue_read (DolenDirectory *dir,
                                  const DolenQueueQuery *query,
                                  const DolenKeepingRules *rules,
                                  DolenLanguage language,
                                  GError **error);

/** dolen_queue_find: (transfer full) (nullable): one row anew, after a change; NULL without an
 * error where there is nothing left to do. */
DolenQueueItem *dolen_queue_find (DolenDirectory *dir,
                                  const char *record_uid,
                                  const char *mark_kind,
                                  const DolenKeepingRules *rules,
                                  DolenLanguage language,
                                  const char *today,
                                  GError **error);

/** dolen_queue_explain: (transfer full): the order in words, a sentence or two, to stand above it.
 */
char *dolen_queue_explain (const DolenKeepingRules *rules, DolenLanguage language);

/*
 * Marks: whose it is, by when, and until when it is put off. One transaction and one entry of the
 * history each, whose id is returned (0 with @error), undone by dolen_edit_undo(). @record_uid and
 * @mark_kind are those of a row.
 */

/** dolen_queue_assign: @to: (nullable): a curator; NULL: nobody. */
gint64 dolen_queue_assign (DolenDirectory *dir,
                           const char *record_uid,
                           const char *mark_kind,
                           const char *to,
                           const char *who,
                           GError **error);

/** dolen_queue_set_due: @on: (nullable): a civil date. From that day it stands above all else. */
gint64 dolen_queue_set_due (DolenDirectory *dir,
                            const char *record_uid,
                            const char *mark_kind,
                            const char *on,
                            const char *who,
                            GError **error);

/** dolen_queue_snooze: @until: (nullable): a civil date on which it comes back by itself; NULL ends
 *  it. @reason: (nullable) in words; asked for wherever @until is given
 *  (DOLEN_ERROR_INVALID without). */
gint64 dolen_queue_snooze (DolenDirectory *dir,
                           const char *record_uid,
                           const char *mark_kind,
                           const char *until,
                           const char *reason,
                           const char *who,
                           GError **error);

/** dolen_queue_curators: (transfer full): who has something assigned, by name. */
char **dolen_queue_curators (DolenDirectory *dir, GError **error);

G_END_DECLS
