/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"

G_BEGIN_DECLS

/*
 * How heavy a caseload is, and whether anybody in it waits unseen. Thirty people are not thirty
 * times the same: what each weighs follows from the level of support and what makes it harder, by
 * weights that are data (data/casework/weights.json) and that a scheme may put its own beside. One
 * person with medium support weighs 10.
 */
typedef struct _DolenLoadWeights DolenLoadWeights;

/** dolen_load_weights_new: @scheme: (nullable): path of the scheme's own file, read instead of ours
 * where it is there. @error: DOLEN_ERROR_INVALID says what is wrong */
DolenLoadWeights *dolen_load_weights_new (const char *scheme, GError **error);
void dolen_load_weights_free (DolenLoadWeights *weights);

/** dolen_load_extra_name: (nullable): what an extra weight is for: "open concern". */
const char *
dolen_load_extra_name (const DolenLoadWeights *weights, const char *code, DolenLanguage language);

/** DolenLoadRow: one open spell of support. */
typedef struct {
  char *person; /* uid */
  char *called;
  char *worker; /* (nullable) name of who supports */
  DolenLevel level;
  int weight;
  char **extras;      /* (nullable) codes of what makes it heavier */
  int weeks;          /* whole weeks since it was opened */
  char *last_contact; /* (nullable) civil date they were last reached */
  char *next_due;     /* (nullable) civil date of what is next; NULL: nothing is planned */
  int days_since;     /* since .last_contact, or since it was opened where there was none */
} DolenLoadRow;

/** DolenWorkerLoad: the sum of one worker's. */
typedef struct {
  char *worker; /* (nullable) NULL: nobody is named */
  int n_people;
  int weight;
} DolenWorkerLoad;

/** DolenLoad: all of it. */
typedef struct {
  GPtrArray *rows;    /* (element-type DolenLoadRow) nothing planned first, then longest unseen */
  GPtrArray *workers; /* (element-type DolenWorkerLoad) heaviest first */
  int n_unplanned;    /* open spells for which nothing is planned */
  int n_undecided;    /* referrals in that are not decided on */
  int n_waiting;      /* on our waiting list */
  int longest_wait;   /* days of the longest on it; 0 where nobody is */
  int n_no_answer;    /* referrals out that nobody has answered */
} DolenLoad;

/** dolen_caseload_read_load: (transfer full): @today: civil date. NULL only on an error of SQLite.
 */
DolenLoad *dolen_caseload_read_load (DolenCaseload *caseload,
                                     const DolenLoadWeights *weights,
                                     const char *today,
                                     GError **error);
void dolen_load_free (DolenLoad *load);

/** dolen_caseload_list_unplanned: (element-type DolenLoadRow): the net under the rules: open spells
 * of the living for which nothing at all is planned. */
GPtrArray *
dolen_caseload_list_unplanned (DolenCaseload *caseload, const char *today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenLoadWeights, dolen_load_weights_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenLoad, dolen_load_free)

G_END_DECLS
