/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * How much each thing counts when services are put in order, and what the scheme bars. Both are
 * data: data/vocabulary/weights.json says what there is, in words, and how Dolen weighs it; a
 * scheme may say otherwise in a file of its own ("matching.json" in the profile folder), in four
 * levels and never in numbers. No weight moves a service from one band to another: the bands are
 * rules.
 */

/** DolenWeight: in the order of data/vocabulary/weights.json, which is the order to show. */
typedef enum {
  DOLEN_WEIGHT_WISHES,    /* interests and needs */
  DOLEN_WEIGHT_WORDS,     /* their own words found in the group's text */
  DOLEN_WEIGHT_BARRIERS,  /* what gets in the way is answered */
  DOLEN_WEIGHT_CLOSENESS, /* how near */
  DOLEN_WEIGHT_TIMES,     /* when they are free, how long they can stay */
  DOLEN_WEIGHT_COST,      /* within what they can pay */
  DOLEN_WEIGHT_SETTING,   /* kind of place, indoors or out, size of the group */
  DOLEN_WEIGHT_LANGUAGE,
  DOLEN_WEIGHT_FOR_THEM,  /* it says it is for people like them */
  DOLEN_WEIGHT_PLACES,    /* places known to be free now */
  DOLEN_WEIGHT_FRESHNESS, /* how lately somebody confirmed it */
  DOLEN_WEIGHT_ANSWERS,   /* how it answered earlier referrals */
  DOLEN_WEIGHT_ASSURANCE, /* policies and checks that were seen */
  DOLEN_WEIGHT_FUNDING,   /* paid for as long as support lasts */
  DOLEN_WEIGHT_SMALL,     /* a small local group before a big name that fits no better */
  DOLEN_WEIGHT_DISLIKES,  /* against: what they do not like */
  DOLEN_WEIGHT_TRIED,     /* against: tried, and not wanted again */
  DOLEN_N_WEIGHTS
} DolenWeight;

/** DolenWeightLevel: how much it counts. */
typedef enum {
  DOLEN_WEIGHT_LEVEL_LOT,
  DOLEN_WEIGHT_LEVEL_SOME,
  DOLEN_WEIGHT_LEVEL_LITTLE,
  DOLEN_WEIGHT_LEVEL_NONE,
  DOLEN_N_WEIGHT_LEVELS
} DolenWeightLevel;

/** DolenHelp: what a worker may or may not do; a scheme says. */
typedef enum {
  DOLEN_HELP_ACCOMPANY,  /* go along the first time */
  DOLEN_HELP_HOME_VISIT, /* visit at home */
  DOLEN_N_HELPS
} DolenHelp;

/** DolenLeave: whether they may. Until a scheme says so, the lead is asked: never promised. */
typedef enum {
  DOLEN_LEAVE_YES,
  DOLEN_LEAVE_ASK_LEAD,
  DOLEN_LEAVE_NO,
  DOLEN_N_LEAVES
} DolenLeave;

/** DOLEN_WEIGHTS_FILE: the scheme's own file, in the profile folder. */
#define DOLEN_WEIGHTS_FILE "matching.json"

/** DolenWeights: levels and leaves of one scheme; counted by reference. Change only one that
 * nobody else holds (dolen_weights_copy()): rankings in other threads read it. */
typedef struct _DolenWeights DolenWeights;

/**
 * dolen_weights_default: (transfer none) (nullable): Dolen's own, one for the program.
 * @error: DOLEN_ERROR_INVALID: the installed file is not right, and where
 */
DolenWeights *dolen_weights_default (GError **error);

/**
 * dolen_weights_read:
 * @path: the scheme's file; one that is not there is done without
 * @wrong: (out) (optional) (transfer full): a sentence for each place that was not understood;
 *   Dolen's own holds there, everything else of the file counts
 * @error: of the installed file only
 *
 * Returns: (transfer full) (nullable)
 */
DolenWeights *dolen_weights_read (const char *path, char ***wrong, GError **error);

/** dolen_weights_write: what differs from Dolen's own, into @path, whole or not at all. What else
 * the file holds stays in it. Where nothing differs and nothing else is in it, it is taken away.
 * @error: G_IO_ERROR, G_FILE_ERROR */
gboolean dolen_weights_write (const DolenWeights *weights, const char *path, GError **error);

DolenWeights *dolen_weights_copy (const DolenWeights *weights);
DolenWeights *dolen_weights_ref (DolenWeights *weights);
void dolen_weights_unref (DolenWeights *weights);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenWeights, dolen_weights_unref)

/** dolen_weights_get_points: what counts so much at most, 0 to 1000: points are weighed against
 * each other, so that only how one stands to the rest matters. */
double dolen_weights_get_points (const DolenWeights *weights, DolenWeight weight);

DolenWeightLevel dolen_weights_get_level (const DolenWeights *weights, DolenWeight weight);
void dolen_weights_set_level (DolenWeights *weights, DolenWeight weight, DolenWeightLevel level);
DolenLeave dolen_weights_get_leave (const DolenWeights *weights, DolenHelp help);
void dolen_weights_set_leave (DolenWeights *weights, DolenHelp help, DolenLeave leave);

/** dolen_weights_reset: everything as Dolen has it; one alone: set the level back to
 * dolen_weight_default_level(). */
void dolen_weights_reset (DolenWeights *weights);

/** dolen_weights_are_own: whether anything differs from Dolen's own. */
gboolean dolen_weights_are_own (const DolenWeights *weights);

/* What is shown: (transfer none), in @language. The installed file has them. */
const char *dolen_weight_code (DolenWeight weight);
const char *dolen_weight_label (DolenWeight weight, DolenLanguage language);
const char *dolen_weight_explanation (DolenWeight weight, DolenLanguage language);
DolenWeightLevel dolen_weight_default_level (DolenWeight weight);
const char *dolen_weight_level_code (DolenWeightLevel level);
const char *dolen_weight_level_label (DolenWeightLevel level, DolenLanguage language);
const char *dolen_help_code (DolenHelp help);
const char *dolen_help_label (DolenHelp help, DolenLanguage language);
const char *dolen_help_explanation (DolenHelp help, DolenLanguage language);
DolenLeave dolen_help_default_leave (DolenHelp help);
const char *dolen_leave_code (DolenLeave leave);
const char *dolen_leave_label (DolenLeave leave, DolenLanguage language);

G_END_DECLS
