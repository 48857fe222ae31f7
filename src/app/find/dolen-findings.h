/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-facts-cache.h"
#include "app/find/dolen-find-filters.h"
#include "app/map/dolen-points-layer.h"
#include "matching/dolen-ranking.h"

G_BEGIN_DECLS

/*
 * What a search or a ranking has found: ids in order, where they are on the map, and how many there
 * are in each band. Made in the worker, never changed afterwards, counted by reference.
 */

/** DolenFinding: one service found. */
typedef struct {
  gint64 id;
  double distance_km;  /* NAN not known */
  double precision_km; /* of both ends together */
  guint8 band;         /* DolenBand; DOLEN_N_BANDS: not ranked */
  guint8 first;        /* the first of its band: its row has the heading */
  int score;           /* 0..DOLEN_SCORE_WHOLE */
  int index;           /* in the facts, -1 */
  guint place;         /* in the whole ranking, the first is 1; 0: not in it */
} DolenFinding;

/** DolenFindingsWithout: how many there would be if one thing were not asked. */
typedef struct {
  DolenFilterKind kind;
  char *code;  /* (owned) (nullable) of a term or language */
  guint value; /* as in DolenFilterChip */
  guint n;     /* groups, at least one */
} DolenFindingsWithout;

typedef struct {
  GArray *results; /* DolenFinding, in the order shown */
  GArray *pins;    /* DolenMapPin */
  GArray *interim; /* DolenFinding: what has places now while the best fit has a wait */
  GArray *without; /* DolenFindingsWithout: where nothing was found; at most three */
  gboolean ranked;
  guint counts[DOLEN_N_BANDS]; /* of all that are relevant, also those not among the results */
  guint farther;               /* unsuitable for their distance alone */
  gboolean approximate;        /* nothing was spelt so: what is spelt nearly so */
  DolenPosition from;          /* where distances are measured from; { 0 } nowhere */
  char *from_known;            /* (nullable) what is known of it */
  char *from_postcode;         /* (nullable) its whole postcode */
  DolenFacts *facts;           /* (nullable) what was ranked */
  DolenProfile *profile;       /* (nullable) for whom */
  DolenRanking *ranking;       /* (nullable) the whole, where no text narrows it */

  /* private */
  GHashTable *position_of; /* id to position and one */
  gatomicrefcount ref_count;
} DolenFindings;

/** DolenFindRequest: what the worker is asked. */
typedef struct {
  DolenFindFilters *filters;   /* (owned) */
  gboolean typing;             /* the text is not finished */
  gboolean ranked;             /* for a person */
  gboolean with_unsuitable;    /* those that do not suit too */
  DolenVocabulary *vocabulary; /* (owned) */
  DolenFactsCache *cache;      /* (owned) needed where @ranked */
  DolenWeights *weights;       /* (owned) (nullable) of the scheme */
  DolenProfile *known;         /* (owned) (nullable) what the case records know of services */
} DolenFindRequest;

void dolen_find_request_free (DolenFindRequest *request);

/** At most so many suggestions stand in the list; all are counted. */
#define DOLEN_FINDINGS_MOST_RANKED 500

/**
 * dolen_findings_new:
 * @directory: the worker's connection
 *
 * Ranked: the filters as a profile, best first; where a text, what helps or capacity is asked too,
 * only what has them, those included that share no wish with the person (a name was typed: they are
 * to be seen and judged). Else a search.
 *
 * Returns: (transfer full) (nullable)
 */
DolenFindings *dolen_findings_new (DolenDirectory *directory,
                                   const DolenFindRequest *request,
                                   GCancellable *cancellable,
                                   GError **error);
DolenFindings *dolen_findings_ref (DolenFindings *findings);
void dolen_findings_unref (DolenFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFindings, dolen_findings_unref)

/** dolen_findings_position: of the result of that id, or GTK_INVALID_LIST_POSITION. */
guint dolen_findings_position (const DolenFindings *findings, gint64 id);

/** dolen_findings_n_suitable: how many of all suit, at once, with help, or after a wait. */
guint dolen_findings_n_suitable (const DolenFindings *findings);

/** dolen_findings_sentence: (transfer full): how many there are, in words: "12 ready now, 7 ask or
 *  help first, 3 worth the wait"; "63 groups". */
char *dolen_findings_sentence (const DolenFindings *findings, DolenLanguage language);

/** dolen_findings_are_enough: whether so many suit at once or with help that there is a choice. */
gboolean dolen_findings_are_enough (const DolenFindings *findings);

/** dolen_findings_little_sentence: (transfer full) (nullable): where nothing or little suits at
 *  once: what there is farther away or with a wait; NULL where there is a choice, or nothing was
 *  ranked. */
char *dolen_findings_little_sentence (const DolenFindings *findings,
                                      DolenLanguage language,
                                      DolenDistanceUnit unit);

G_END_DECLS
