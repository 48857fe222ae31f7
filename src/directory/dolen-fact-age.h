/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/*
 * How old a fact is, and whether it can still be taken for true. Age counts from when a person
 * was told or confirmed it, never from an edit or a feed's date (DESIGN 4).
 */

typedef enum {
  DOLEN_FACT_CAPACITY, /* places and wait: 30 days */
  DOLEN_FACT_TIMES,    /* 6 months */
  DOLEN_FACT_CONTACT,  /* 6 months */
  DOLEN_FACT_COST,     /* 12 months */
  DOLEN_FACT_ACCESS,
  DOLEN_FACT_DESCRIPTION,
  DOLEN_N_FACTS
} DolenFact;

/** DOLEN_CAPACITY_FRESH_DAYS: a report of at most so many days counts as known. */
#define DOLEN_CAPACITY_FRESH_DAYS 30

/** dolen_fact_code: "capacity", "times", "contact", "cost", "access", "description": as they stand
 *  in a confirmation. */
const char *dolen_fact_code (DolenFact fact);

/** dolen_fact_is_fresh: whether a fact told or confirmed on @on (nullable: never) still counts
 *  @today. */
gboolean dolen_fact_is_fresh (DolenFact fact, const char *on, const char *today);

/** dolen_service_fact_confirmed_on: (transfer none) (nullable): the last day a person confirmed
 *  that fact of @service ("listing" in a confirmation means all of them). */
const char *dolen_service_fact_confirmed_on (const DolenService *service, DolenFact fact);

/** dolen_capacity_is_fresh: whether the report (nullable) is at most 30 days old and says
 *  something. */
gboolean dolen_capacity_is_fresh (const DolenCapacity *capacity, const char *today);

/** dolen_fact_age_text: (transfer full): of one fact of @service, to stand beside it: "confirmed 3
 *  weeks ago", "not confirmed; the feed says checked on 4 May 2025", "never confirmed". */
char *dolen_fact_age_text (DolenLanguage language,
                           const DolenService *service,
                           DolenFact fact,
                           const char *today);

G_END_DECLS
