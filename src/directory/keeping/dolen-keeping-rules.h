/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-fact-age.h"

G_BEGIN_DECLS

/*
 * When a fact of a listing is asked about again, and how often somebody is rung: a scheme's own
 * numbers, in the file "keeping.json" of its profile folder:
 *
 *   {"ask-again": {"capacity": {"days": 30}, "times": {"months": 6}}, "assurance-days": 60,
 *    "funding-days": 90, "try-again": [1, 3, 5], "welsh": true}
 *
 * Only the queue goes by them. Whether a fact counts as known when groups are suggested to a person
 * stays as dolen-fact-age.h has it.
 */

/** DOLEN_KEEPING_FILE: its name in the profile folder. */
#define DOLEN_KEEPING_FILE "keeping.json"

#define DOLEN_KEEPING_MAX_TRIES 8

typedef struct {
  int days;   /* one of the two is 0 */
  int months; /* of the calendar */
} DolenKeepingSpan;

typedef struct {
  DolenKeepingSpan ask_again[DOLEN_N_FACTS];
  int assurance_days;                     /* before a check ends */
  int funding_days;                       /* before funding ends */
  int try_again[DOLEN_KEEPING_MAX_TRIES]; /* working days to the next try, try by try */
  guint n_tries;                          /* after so many another way is suggested */
  gboolean welsh;                         /* whether untranslated text is work to do */
} DolenKeepingRules;

/** dolen_keeping_rules_init: Dolen's own: places and wait 30 days; times and contact 6 months;
 * cost, access, description 12 months; assurance 60 days, funding 90; tries after 1, 3 and 5
 * working days. */
void dolen_keeping_rules_init (DolenKeepingRules *rules);

/**
 * dolen_keeping_rules_read:
 * @path: (nullable): the file; one that is not there is done without
 * @rules: (out caller-allocates): what cannot be read in it stays Dolen's own
 *
 * Returns: (transfer full): sentences, one for each thing that could not be read; perhaps empty
 */
char **dolen_keeping_rules_read (const char *path, DolenKeepingRules *rules);

/** dolen_keeping_rules_write: only what is not Dolen's own; other members of the file stay.
 *  @error: G_FILE_ERROR */
gboolean
dolen_keeping_rules_write (const DolenKeepingRules *rules, const char *path, GError **error);

/** dolen_keeping_rules_cutoff: (transfer full): the first civil date on which a fact may have been
 *  told so that it need not be asked about @today; @today valid. */
char *
dolen_keeping_rules_cutoff (const DolenKeepingRules *rules, DolenFact fact, const char *today);

/** dolen_keeping_fact_label: "Places and wait", "Days and times" ... Not owned. */
const char *dolen_keeping_fact_label (DolenFact fact, DolenLanguage language);

/** dolen_keeping_span_say: (transfer full): "30 days", "6 months". */
char *dolen_keeping_span_say (const DolenKeepingSpan *span, DolenLanguage language);

G_END_DECLS
