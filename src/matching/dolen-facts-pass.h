/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-facts-private.h"

G_BEGIN_DECLS

/*
 * The directory read into columns: one pass a table, in the order in which it lies in the file
 * where nothing else is asked. One savepoint holds the state of the file meanwhile.
 */
typedef struct {
  DolenDb *db;
  DolenFacts *facts;
  GCancellable *cancellable;
  GStringChunk *strings;  /* of the names */
  const char **name;      /* of each service, in English or as given */
  const char **name_cy;   /* (nullable) each; for what stands in a name */
  gint64 *organisation;   /* row of the organisation of each service; 0 none */
  guint at;               /* the service of the last row: mostly that of the next, too */
  gpointer data;          /* of the pass that runs */
  GHashTable *days_since; /* what dolen_facts_pass_days_since() said, by date */
  GHashTable *areas;      /* what dolen_facts_add_area() said, by area */
} DolenFactsPass;

/** DolenFactsReadRow: reads a row of service @index. */
typedef void (*DolenFactsReadRow) (DolenFactsPass *pass, guint index, DolenStatement *row);

#define DOLEN_FACTS_LISTED "s.do_not_list = 0 AND s.status NOT IN ('inactive', 'defunct')"

/** dolen_facts_pass_prepare: (transfer full) (nullable): the query, ready to step; in it ?1 is the
 *  day of the snapshot. */
DolenStatement *dolen_facts_pass_prepare (DolenFactsPass *pass, const char *sql, GError **error);

/** dolen_facts_pass_run: calls @read for every row of a service that is listed; the first column is
 *  the service's id. */
gboolean dolen_facts_pass_run (DolenFactsPass *pass,
                               const char *sql,
                               DolenFactsReadRow read,
                               GError **error);

/** dolen_facts_pass_go_to: sets pass->at to service @id; FALSE where it is not among the listed. */
gboolean dolen_facts_pass_go_to (DolenFactsPass *pass, gint64 id);

/** dolen_facts_pass_days_since: from a date to the day of the snapshot; -1 not known. */
int dolen_facts_pass_days_since (const DolenFactsPass *pass, const char *date);

/* The passes. Each fills the columns it is named for. */
gboolean dolen_facts_read_venues (DolenFactsPass *pass, GError **error);
gboolean dolen_facts_read_told (DolenFactsPass *pass, GError **error); /* places, cost ... */
gboolean dolen_facts_read_times (DolenFactsPass *pass, GError **error);
gboolean dolen_facts_read_checks (DolenFactsPass *pass, GError **error);

/** Codes of tags that are no term of the vocabulary begin with these. */
#define DOLEN_TAG_FOR_WHOM "for-"
#define DOLEN_TAG_ASSURED "assured-"

typedef struct _DolenTagsUnderWay DolenTagsUnderWay;

/** dolen_facts_begin_tags: (transfer full) (nullable): once the services are read. @second:
 *  (nullable): another connection that sees the same; it belongs to the reading until that is
 *  freed. */
DolenTagsUnderWay *
dolen_facts_begin_tags (const DolenFactsPass *pass, DolenDb *second, GError **error);

/** dolen_facts_finish_tags: reads what is left, waits for who helps, and files the tags. */
gboolean dolen_facts_finish_tags (DolenTagsUnderWay *tags, GError **error);

/** dolen_tags_under_way_free: ends it, done or not. */
void dolen_tags_under_way_free (DolenTagsUnderWay *tags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTagsUnderWay, dolen_tags_under_way_free)

/** dolen_facts_add_check: what is known of a policy or check of a service: @check is its code
 *  ("insurance"), @seen FALSE: asked for and not there; @until: (nullable): the day it ends. */
void dolen_facts_add_check (
    DolenFacts *facts, guint i, const char *check, gboolean seen, const char *until);

/** dolen_facts_gender_from_words: "female", "women" ...; UNKNOWN for all else. @given: (nullable)
 */
DolenGender dolen_facts_gender_from_words (const char *given);

G_END_DECLS
