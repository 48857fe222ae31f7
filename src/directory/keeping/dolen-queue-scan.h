/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"
#include "directory/keeping/dolen-queue.h"

G_BEGIN_DECLS

/*
 * How the queue is made, for the files of this room: one pass over narrow indices gives what is
 * known of the upkeep of every listing; each kind adds what it finds; rows come of it. Days are
 * numbers, 0 for "never".
 */

/* One listing. */
typedef struct {
  gint64 id;
  gint64 organisation;        /* 0: none */
  gint32 told[DOLEN_N_FACTS]; /* day a person last told or confirmed it */
  gint32 told_funding;
  gint32 told_exists;
  gint32 fed;             /* day its feed gives, where nobody has confirmed anything */
  gint32 gone;            /* not in its feed since */
  gint32 tried;           /* day of the last call */
  gint32 next_try;        /* agreed then */
  guint16 tries;          /* since somebody was reached */
  guint16 lacks;          /* texts that want one of the two languages */
  guint chased : 1;       /* it is a listing that is kept up, not closed or taken off */
  guint stopped : 1;      /* they do not want to be rung */
  guint wrong_number : 1; /* no number is left to be tried; and nobody has been reached since */
  guint wrong_seen : 1;   /* a call found a wrong number, whatever came since */
  guint volunteer : 1;    /* of a volunteer-run organisation */
  guint wrong;            /* numbers found wrong since one was entered, while another is left */
  guint row;              /* number of its call among the rows and 1; 0: none yet */
} DolenUpkeep;

/* A row before its texts are read. */
typedef struct {
  DolenQueueKind kind;
  guint kinds;
  gboolean call;
  gint64 service;      /* of a call the first of its listings; 0: the organisation */
  gint64 organisation; /* 0: none */
  double score;
  double best;  /* the score of .kind */
  gint32 since; /* day, the oldest first among equals; 0 before all */
  gboolean put_off;
  guint waiting;                      /* people */
  const struct _DolenQueueMark *mark; /* (nullable) */
} DolenQueueRow;

/* What a person has set upon a row. */
typedef struct _DolenQueueMark {
  char *assigned_to, *due_on, *snoozed_until, *reason;
} DolenQueueMark;

/* Where something of a row's number stands: ids are small and close together, so that nearly all
 * are found by their place. */
typedef struct {
  GArray *near;    /* of guint: number and 1 of the id that is the index; 0 none */
  GHashTable *far; /* of the ids beyond */
} DolenQueueNumbers;

typedef struct {
  DolenDirectory *dir;
  const DolenKeepingRules *rules;
  const char *today;
  gint32 day;                        /* today */
  gint32 cutoff[DOLEN_N_FACTS];      /* what was told before is to be asked again */
  GHashTable *waiting;               /* (nullable) as in the query */
  GArray *upkeep;                    /* of DolenUpkeep, by organisation */
  DolenQueueNumbers by_id;           /* service -> number in .upkeep and 1 */
  DolenQueueNumbers by_organisation; /* organisation -> number of its first and 1 */
  struct {
    gint64 listing, id;
    gint32 day;
  } report;          /* the newest of capacity so far of the listing it is at */
  GHashTable *marks; /* kind and record in one number -> DolenQueueMark */
  GArray *rows;      /* of DolenQueueRow */
} DolenQueueScan;

/** dolen_queue_scan_new: (transfer full): everything but the rows; FALSE members are never NULL. */
DolenQueueScan *dolen_queue_scan_new (DolenDirectory *dir,
                                      const DolenKeepingRules *rules,
                                      const char *today,
                                      GHashTable *waiting,
                                      GError **error);
void dolen_queue_scan_free (DolenQueueScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenQueueScan, dolen_queue_scan_free)

/** dolen_queue_scan_find: (nullable): a listing by its id; _first_of: the first listing of an
 *  organisation that is kept up. */
DolenUpkeep *dolen_queue_scan_find (DolenQueueScan *scan, gint64 service);
DolenUpkeep *dolen_queue_scan_first_of (DolenQueueScan *scan, gint64 organisation);

/** dolen_queue_scan_next_of: (nullable): the next listing of the same organisation. */
DolenUpkeep *dolen_queue_scan_next_of (DolenQueueScan *scan, const DolenUpkeep *upkeep);

/** dolen_queue_scan_add_call: to the call about a listing, or about all those of its organisation
 *  where volunteers run it. Nothing for a listing that is not kept up. @since: day */
void dolen_queue_scan_add_call (
    DolenQueueScan *scan, DolenQueueKind kind, DolenUpkeep *upkeep, double score, gint32 since);

/** dolen_queue_scan_add_desk: a row of its own. One of @service and @organisation may be 0. */
void dolen_queue_scan_add_desk (DolenQueueScan *scan,
                                DolenQueueKind kind,
                                gint64 service,
                                gint64 organisation,
                                double score,
                                gint32 since);

/** dolen_queue_scan_mark: (nullable): the mark of a row. */
const DolenQueueMark *dolen_queue_scan_mark (const DolenQueueScan *scan, const DolenQueueRow *row);

/** dolen_queue_scan_each: each row of @sql, bound to nothing; columns count from 0. */
typedef void (*DolenQueueScanFunc) (DolenQueueScan *scan, DolenStatement *row);
gboolean dolen_queue_scan_each (DolenQueueScan *scan,
                                const char *sql,
                                DolenQueueScanFunc func,
                                GError **error);
/** dolen_queue_scan_each_of: the same with @text as ?1. */
gboolean dolen_queue_scan_each_of (DolenQueueScan *scan,
                                   const char *sql,
                                   const char *text,
                                   DolenQueueScanFunc func,
                                   GError **error);

/** dolen_queue_numbers: (transfer full) (element-type utf8): the telephone numbers to ring about a
 *  listing, first its own, then those of its contacts and of its organisation, then of the other
 *  listings where volunteers run them all. */
GPtrArray *dolen_queue_numbers (DolenQueueScan *scan, const DolenUpkeep *upkeep, GError **error);

/** dolen_queue_count_wrong_numbers: fills .wrong, and takes .wrong_number away where there is a
 *  number left to be tried. */
gboolean dolen_queue_count_wrong_numbers (DolenQueueScan *scan, GError **error);

/** dolen_queue_day: a civil date as a number of days; 0 for NULL or what is no date. */
gint32 dolen_queue_day (const char *date);

/** dolen_queue_is_stale: whether a fact is to be asked about. */
gboolean
dolen_queue_is_stale (const DolenQueueScan *scan, const DolenUpkeep *upkeep, DolenFact fact);

/* One kind of work. The first of .asks is the most useful. */
typedef struct {
  const char *code;
  gboolean call;
  /* adds its rows */
  gboolean (*collect) (DolenQueueScan *scan, GError **error);
  /* adds its asks (DolenQueueAsk) of one row; @upkeep: (nullable) the listing they are about */
  gboolean (*describe) (DolenQueueScan *scan,
                        const DolenQueueRow *row,
                        const DolenUpkeep *upkeep,
                        DolenLanguage language,
                        GPtrArray *asks,
                        GError **error);
} DolenQueueKindEntry;

/** dolen_queue_kinds: the table, by DolenQueueKind. */
const DolenQueueKindEntry *dolen_queue_kinds (void);

/** dolen_queue_collect_calls, _collect_desk ...: for the table. */
gboolean dolen_queue_collect_questions (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_waits (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_stale (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_assurance (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_funding (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_gone (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_suggestions (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_clashes (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_alike (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_oddities (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_tags (DolenQueueScan *scan, GError **error);
gboolean dolen_queue_collect_welsh (DolenQueueScan *scan, GError **error);

#define DOLEN_QUEUE_DESCRIBE(name)                                                                 \
  gboolean dolen_queue_describe_##name (DolenQueueScan *scan,                                      \
                                        const DolenQueueRow *row,                                  \
                                        const DolenUpkeep *upkeep,                                 \
                                        DolenLanguage language,                                    \
                                        GPtrArray *asks,                                           \
                                        GError **error)
DOLEN_QUEUE_DESCRIBE (questions);
DOLEN_QUEUE_DESCRIBE (waits);
DOLEN_QUEUE_DESCRIBE (stale);
DOLEN_QUEUE_DESCRIBE (assurance);
DOLEN_QUEUE_DESCRIBE (funding);
DOLEN_QUEUE_DESCRIBE (gone);
DOLEN_QUEUE_DESCRIBE (suggestions);
DOLEN_QUEUE_DESCRIBE (clashes);
DOLEN_QUEUE_DESCRIBE (alike);
DOLEN_QUEUE_DESCRIBE (oddities);
DOLEN_QUEUE_DESCRIBE (tags);
DOLEN_QUEUE_DESCRIBE (welsh);

/** dolen_queue_add_ask: (transfer none): appends one; @question is taken. */
DolenQueueAsk *dolen_queue_add_ask (
    GPtrArray *asks, DolenQueueKind kind, const char *what, const char *on, char *question);

/** dolen_queue_area: (transfer full) (element-type gint64): the listings in an area, as a set. */
GHashTable *dolen_queue_area (DolenDirectory *dir, const char *area, GError **error);

/** dolen_queue_read_item: (transfer full): a row with its texts. */
DolenQueueItem *dolen_queue_read_item (DolenQueueScan *scan,
                                       const DolenQueueRow *row,
                                       DolenLanguage language,
                                       GError **error);

G_END_DECLS
