/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-ranking.h"

G_BEGIN_DECLS

/*
 * "Ask or help first" names the help: for each barrier of a profile that a service is not known to
 * remove, what would remove it, and who could: the group, if it is asked; another service of the
 * directory that offers such help; the worker, as far as the scheme allows. Which needs of a
 * service answer which barrier is data: data/vocabulary/helpers.json.
 */

/** So many services that could help are named for a barrier, and so many kinds of help. */
#define DOLEN_MOST_HELPERS 2
#define DOLEN_MOST_HELPING_ENABLERS 3

/** DolenHelper: a service that could help. */
typedef struct {
  guint index;        /* in the facts */
  float km;           /* from the person in a straight line, NAN not known */
  float precision_km; /* of both ends together */
} DolenHelper;

/** DolenBarrierHelp: what could be done about one barrier. */
typedef struct {
  const DolenTerm *barrier;
  DolenVerdict verdict; /* what the service itself does for it; never YES */
  const DolenTerm *enablers[DOLEN_MOST_HELPING_ENABLERS]; /* what would remove it, the fullest
                                                           * first; not what it is known to lack */
  guint n_enablers;
  gboolean ask_group;                      /* it may have one of them: nothing is said either way */
  DolenHelper helpers[DOLEN_MOST_HELPERS]; /* strong before weak, near before far */
  guint n_helpers;
  gboolean accompanied; /* company removes it: what the scheme says of going along counts */
  gboolean at_home;     /* a visit at home removes it: what it says of visits counts */
} DolenBarrierHelp;

/**
 * dolen_barrier_help_new:
 * @facts: the snapshot that was ranked
 * @profile: what is sought
 * @index: the service in the facts
 * @error: DOLEN_ERROR_INVALID: the installed file of helpers is not right
 *
 * A service helps where it is there for a need that answers the barrier (and has what is asked with
 * it), still runs, is not out of reach and is not barred to the person by age or otherwise.
 *
 * Returns: (transfer full) (nullable) (element-type DolenBarrierHelp): one for each barrier that is
 *   not a known yes, in the order of the vocabulary; perhaps empty
 */
GPtrArray *dolen_barrier_help_new (DolenFacts *facts,
                                   const DolenProfile *profile,
                                   guint index,
                                   GError **error);

/** dolen_barrier_help_new_of_group: (transfer full) (element-type DolenBarrierHelp): the same,
 * without looking for other services: what the group itself may have. */
GPtrArray *
dolen_barrier_help_new_of_group (DolenFacts *facts, const DolenProfile *profile, guint index);

/**
 * dolen_barrier_help_leaves:
 * @help: of dolen_barrier_help_new()
 * @weights: (nullable): of the scheme; NULL: Dolen's own
 * @language: of the sentences
 *
 * What the worker may do, never more than the scheme says: a yes is a yes, "ask the lead" says so,
 * and of a no nothing is said.
 *
 * Returns: (transfer full): sentences, perhaps none
 */
char **dolen_barrier_help_leaves (const DolenBarrierHelp *help,
                                  const DolenWeights *weights,
                                  DolenLanguage language);

G_END_DECLS
