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
  const char *uid; /* (nullable) only this service */
  GCancellable *cancellable;
  GStringChunk *strings;  /* of the names */
  const char **name;      /* of each service, in English or as given */
  const char **name_cy;   /* (nullable) each; for what stands in a name */
  gint64 *organisation;   /* row of the organisation of each service; 0 none */
  guint at;               /* the service of the last row: mostly that of the next, too */
  gpointer data;          /* of the pass that runs */
  GHashTable *days_since; /* what dolen_facts_pass_days_since() said, by date */
} DolenFactsPass;

/** DolenFactsReadRow: reads a row of service @index. */
typedef void (*DolenFactsReadRow) (DolenFactsPass *pass, guint index, DolenStatement *row);

#define DOLEN_FACTS_LISTED "s.do_not_list = 0 AND s.status NOT IN ('inactive', 'defunct')"

/** DolenFactsSelect: a query in its parts: where only one service is read, @service is held to it.
 *  In it ?1 is the service read, if only one is; ?2 the day. */
typedef struct {
  const char *select; /* up to and with its WHERE */
  const char *service;
  const char *rest;
} DolenFactsSelect;

/** dolen_facts_pass_prepare: (transfer full) (nullable): the query, ready to step. */
DolenStatement *
dolen_facts_pass_prepare (DolenFactsPass *pass, const DolenFactsSelect *select, GError **error);

/** dolen_facts_pass_run: calls @read for every row of a service that is listed; the first column is
 *  the service's id. */
gboolean dolen_facts_pass_run (DolenFactsPass *pass,
                               const DolenFactsSelect *select,
                               DolenFactsReadRow read,
                               GError **error);

/** dolen_facts_pass_days_since: from a date to the day of the snapshot; -1 not known. */
int dolen_facts_pass_days_since (const DolenFactsPass *pass, const char *date);

/* The passes. Each fills the columns it is named for. */
gboolean dolen_facts_read_told (DolenFactsPass *pass, GError **error); /* places, cost ... */
gboolean dolen_facts_read_times (DolenFactsPass *pass, GError **error);
gboolean dolen_facts_read_tags (DolenFactsPass *pass, GError **error);

/** dolen_facts_gender_from_words: "female", "women" ...; UNKNOWN for all else. @given: (nullable)
 */
DolenGender dolen_facts_gender_from_words (const char *given);

G_END_DECLS
