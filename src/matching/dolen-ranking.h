/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-criteria.h"

G_BEGIN_DECLS

/*
 * Services held against a profile: in which band each falls, and in which order they are shown.
 *
 * Ready: a known yes to every need and barrier named, no known no, and either "just come along" or
 * a capacity report of at most 30 days, on a listing confirmed within 6 months. Nothing without a
 * capacity fact is ever ready. A feed's "assured" date confirms nothing.
 */
typedef enum {
  DOLEN_BAND_READY,
  DOLEN_BAND_HELP, /* ask or help first */
  DOLEN_BAND_WAIT, /* worth the wait */
  DOLEN_BAND_UNSUITABLE,
  DOLEN_N_BANDS
} DolenBand;

/** dolen_band_code: "ready", "help", "wait", "unsuitable"; in JSON; not translated. */
const char *dolen_band_code (DolenBand band);

/** dolen_band_label: "Ready now" ... in @language. */
const char *dolen_band_label (DolenBand band, DolenLanguage language);

/** dolen_ranking_band: into which band what was judged falls. */
DolenBand dolen_ranking_band (const DolenVerdicts *verdicts);

/** DolenMatch: one service of a ranking. */
typedef struct {
  guint index; /* in the facts */
  DolenBand band;
  int score;            /* 0..DOLEN_SCORE_WHOLE; comparable within one ranking */
  float distance_km;    /* in a straight line, NAN not known */
  float precision_km;   /* by how much it may be off */
  gboolean in_district; /* no more than the district of its postcode is known of where it is */
  gboolean interim;     /* an interim choice: places now, shares an interest with the profile */
  gboolean asks_who;    /* whether it is for them is to be asked first */
  gboolean asks_where;  /* whether it is near enough is to be asked first */
  gboolean weak;        /* it only comes close to what was asked for (DolenRanking.n_close) */
  guint64 met; /* wishes that it meets, as bits: interests first, then needs, each by rising
                * index; only the first DOLEN_MOST_WISHES_COMBINED */
} DolenMatch;

/** So many wishes are looked at for a combination; hardly anybody names as many. */
#define DOLEN_MOST_WISHES_COMBINED 64

/** DolenCombination: services that together meet what none meets alone. */
typedef struct {
  DolenMatch members[3]; /* best first; none of them unsuitable */
  guint n;               /* 2 or 3; 0: one alone does, or several do not do better */
  guint64 met;           /* wishes that they meet together, as DolenMatch.met */
  guint64 nobody;        /* wishes that nobody suitable meets */
} DolenCombination;

/** Where so many suit, nothing is added that only comes close; and never more than so many. */
#define DOLEN_RANKING_ENOUGH 5
#define DOLEN_RANKING_MOST_CLOSE 3

/** DolenRanking: the answer. */
typedef struct {
  DolenFacts *facts; /* (owned) the snapshot ranked */
  /* What suits before what does not; best first: score, closeness, freshness, name. A wait that is
   * borne or a question to ask is no reason to come last: the bands are told beside it, and a page
   * may put them under headings. Among the first 100 room is made for several
   * (dolen-ranking-variety.c). */
  DolenMatch *matches;
  guint n_matches;             /* at most the limit */
  guint counts[DOLEN_N_BANDS]; /* of all that meet a wish, not only of those in matches; and of
                                * those in matches that come close */
  /* A list is never filled up. What meets none of the wishes, but something close to one, or only
   * mentions it in passing, is left out and counted here; a few of it (DOLEN_RANKING_MOST_CLOSE)
   * are among the matches, marked, where fewer than DOLEN_RANKING_ENOUGH suit. */
  guint n_close;
  guint n_behind; /* of those kept, left out because they fit so much less than the best */
  /* Nothing suits, because: of what meets a wish and is unsuitable, how many each criterion
   * barred, and how many of them it alone. Exact where matches hold everything that suits; where
   * more suits than they hold, at least so many. */
  guint barred[DOLEN_N_CRITERIA];
  guint barred_alone[DOLEN_N_CRITERIA];
  guint farther; /* unsuitable for their distance alone */
  DolenCombination combination;
  DolenMatch *interim; /* when the best fit has a wait: what has places now (at most 5) */
  guint n_interim;
} DolenRanking;

/**
 * dolen_ranking_run:
 * @facts: the snapshot
 * @profile: what is sought
 * @limit: at most so many matches, 0 for all
 * @cancellable: (nullable)
 * @error: G_IO_ERROR_CANCELLED
 *
 * A service that shares no interest and no need with a profile that names some is not a suggestion
 * and is not counted. Pure: may run in any thread.
 *
 * Returns: (transfer full) (nullable): the ranking
 */
DolenRanking *dolen_ranking_run (DolenFacts *facts,
                                 const DolenProfile *profile,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GError **error);
void dolen_ranking_free (DolenRanking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRanking, dolen_ranking_free)

/**
 * dolen_ranking_combination:
 * @ranking: one of a profile that names several wishes
 *
 * Where no single suitable service meets all wishes that any suitable one meets: the best with what
 * completes it, at most three together. Their bands stand in them; one may have a wait.
 *
 * Returns: (transfer none) (nullable): NULL where one alone meets as much, or three do not meet all
 */
const DolenCombination *dolen_ranking_combination (const DolenRanking *ranking);

/** dolen_ranking_judge: one service against a profile, relevant or not (for its detail pane). */
DolenMatch dolen_ranking_judge (DolenFacts *facts, const DolenProfile *profile, guint index);

G_END_DECLS
