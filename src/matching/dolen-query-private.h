/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-criteria.h"

G_BEGIN_DECLS

/* What the criteria, the score and the sentences share; not for other rooms. */

/** DolenMark: what a tag may mean to a profile apart from its wishes and barriers. A query gives
 *  marks to terms (dolen_query_mark()); what a service is marked with is gathered in one go with
 *  the rest (DolenLook.marks_yes and the like), so that a criterion costs nothing per tag. */
typedef enum {
  DOLEN_MARK_OF_OTHERS = 1 << 0, /* a need of its own kind that the profile does not name */
  /* of src/matching/dolen-query-marks.c: */
  DOLEN_MARK_CHEAPER = 1 << 1,    /* somebody may be let off the price */
  DOLEN_MARK_SHORT = 1 << 2,      /* one may come for a part */
  DOLEN_MARK_BUS = 1 << 3,        /* a bus goes there */
  DOLEN_MARK_BROUGHT = 1 << 4,    /* somebody is fetched */
  DOLEN_MARK_SMALL = 1 << 5,      /* a small group */
  DOLEN_MARK_ONE_TO_ONE = 1 << 6, /* one person at a time */
  DOLEN_MARK_OUTDOORS = 1 << 7,
  DOLEN_MARK_SPOKEN = 1 << 8,      /* the person's first language */
  DOLEN_MARK_HALF_SPOKEN = 1 << 9, /* for learners, or with an interpreter */
  DOLEN_MARK_DISLIKED = 1 << 10,
  DOLEN_MARK_NOT_INSTITUTION = 1 << 11, /* neither a school nor an office nor a hospital */
  DOLEN_MARK_DELICATE = 1 << 12,   /* of others, and harm is done where it is suggested to those who
                                    * do not seek it: a line for people who are hurt by a partner */
  DOLEN_MARK_OF_THEIRS = 1 << 13,  /* a need of its own kind that is theirs */
  DOLEN_MARK_OTHER_LOSS = 1 << 14, /* a loss of its own kind that the profile does not name */
  DOLEN_MARK_THEIR_LOSS = 1 << 15, /* one that it does */
} DolenMark;

/** DolenServiceFlag: what the query knows of a service apart from its facts. */
typedef enum {
  DOLEN_FLAG_WORDS = 1 << 0,         /* their own words were found in it */
  DOLEN_FLAG_WORDS_IN_NAME = 1 << 1, /* one of them in its name */
  DOLEN_FLAG_TRIED = 1 << 2,
  DOLEN_FLAG_DETAIL = 1 << 3, /* it has a DolenServiceDetail */
} DolenServiceFlag;

/** DolenServiceDetail: of the few services of which there is more to tell. */
typedef struct {
  guint index;
  guint32 overridden;        /* criteria that were set aside for it, as bits */
  const DolenAnswer *answer; /* (nullable) of the profile's answers */
  int sent;                  /* how many were sent there since its capacity was told */
} DolenServiceDetail;

/** DolenMeeting: a tag of some term meets a wish so far. */
typedef struct {
  guint16 wish;       /* index in query->wishes */
  guint8 worth;       /* percent */
  guint8 strength[4]; /* percent: the worth of a tag as well founded as dolen_fact_tag_founded() */
  guint8 value[4];    /* percent: what it adds to the score, as well founded */
} DolenMeeting;

/** DolenTermEntry: what a tag of a term means to the query. */
typedef struct {
  guint16 first_meeting, n_meetings; /* in query->meetings */
  guint32 marks;
  guint64 at_home; /* barriers that a group for it is used to: bits of their places in
                    * query->barriers */
} DolenTermEntry;

/** DolenBarrierMasks: what an enabler does for the barriers of the profile: bits of their places in
 *  query->barriers. */
typedef struct {
  guint64 full;   /* it removes them */
  guint64 partly; /* it helps */
  guint64 blocks; /* its known no stands in the way */
} DolenBarrierMasks;

/** DolenBarrierQuery: one barrier of the profile. */
typedef struct {
  guint barrier; /* index of the vocabulary */
  DolenCriterion criterion;
} DolenBarrierQuery;

/* How many sets of DolenAttending bits there are. */
#define DOLEN_N_WAYS (DOLEN_ATTENDING_HOME_VISIT << 1)

struct _DolenQuery {
  DolenFacts *facts;
  DolenProfile *profile;

  /* Interests first, then needs: numbers of terms (dolen_fact_number()). */
  guint16 *wishes;
  guint n_interests, n_needs, n_wishes;
  float *rarity;     /* of each wish: what it counts, from 0 (all meet it) to 1 (nobody does) */
  float most_wishes; /* what a service gets that meets the two that count most */
  DolenTermEntry terms[DOLEN_FACT_N_TERMS];
  GArray *meetings; /* of DolenMeeting */

  DolenBarrierQuery barriers[DOLEN_TERM_MAX_BARRIERS];
  guint n_barriers;
  guint64 barriers_told[DOLEN_N_CRITERIA]; /* which of them are told under a criterion */
  DolenBarrierMasks enablers[DOLEN_TERM_MAX_ENABLERS];
  /* By DolenFacts.attending: barriers that one who comes in no other way stands before. */
  guint64 closed_by_way[DOLEN_N_WAYS];

  guint audience; /* DolenAudience bits the profile is known to belong to */
  guint64 first_language;
  guint64 other_languages;
  gboolean asks_language;
  gboolean speaks_english;
  gboolean signs; /* the language they wish first is a signed one */
  gboolean has_position;

  gboolean own_words;            /* words of their own were looked for */
  guint8 *flags;                 /* (nullable) DolenServiceFlag bits, one for each service */
  guint8 *words;                 /* (nullable) how well each service answers their own words; the
                                  * best 255 */
  GArray *details;               /* of DolenServiceDetail, by index */
  DolenLeave accompany;          /* whether a worker may go along */
  float points[DOLEN_N_WEIGHTS]; /* what each counts at most */
  double practical;              /* the points of all that is practical, together */

  guint8 asked[DOLEN_N_CRITERIA]; /* which criteria may say anything at all, n_asked of them */
  guint n_asked;
  guint n_plain;     /* the first so many of them need no look at tags */
  guint8 *elsewhere; /* (nullable) by DolenFacts.area: 1 where it is known not to hold the person */
  float *km;         /* (nullable) to each venue of the facts */
  guint32 postcode;  /* dolen_postcode_number() of where they are; 0 not known */
  guint8 asks_of[DOLEN_FACT_N_TERMS]; /* 1 where a tag of a term says anything to it */

  /* What each tag says, of dolen-query-look.c. */
  guint32 *row_of; /* by tag: where its row begins; 0 says nothing */
  guint8 *says_of; /* by tag: what it says at a glance */
  char *rows;
  gsize row_size;
  DolenWishLook *close; /* of each wish, the strength from which on something is close to it */
};

/* dolen_query_prepare_marks, _services: fill marks of terms; flags and details. */
void dolen_query_prepare_marks (DolenQuery *query);
void dolen_query_prepare_services (DolenQuery *query);

/* dolen_query_find_place: how far the nearest venue of a service is, and how well that is known. */
void dolen_query_find_place (const DolenQuery *query, guint index, DolenLook *look);

/* dolen_query_has_flag: one look, where nothing is known of most. */
static inline gboolean
dolen_query_has_flag (const DolenQuery *query, guint index, DolenServiceFlag flag)
{
  return query->flags != NULL && (query->flags[index] & flag) != 0;
}

/* dolen_query_find_detail: of a service that has one. */
const DolenServiceDetail *dolen_query_find_detail (const DolenQuery *query, guint index);

/* dolen_query_detail: (nullable). */
static inline const DolenServiceDetail *
dolen_query_detail (const DolenQuery *query, guint index)
{
  return dolen_query_has_flag (query, index, DOLEN_FLAG_DETAIL)
             ? dolen_query_find_detail (query, index)
             : NULL;
}

/* How far tags meet wishes, in percent; the table is that of dolen-query-terms.c. */
enum {
  DOLEN_WORTH_MET = 70, /* from here on the wish is met, below it something is close to it */
  /* Of the strength: below it, it says too little to be a suggestion for this alone. Something
   * close to what they like may be worth a look; something close to the help they need is so only
   * where that is what the service is about. */
  DOLEN_STRENGTH_CLOSE_INTEREST = 20,
  DOLEN_STRENGTH_CLOSE_NEED = 35,
  /* Below it nothing that was asked for is met: something close to it is there, or it is mentioned
   * in passing among much else. A mention of the very thing is 55. */
  DOLEN_STRENGTH_WEAK = 40,
};

/* dolen_query_is_close: whether a wish, by its place, is met or something is close to it. */
static inline gboolean
dolen_query_is_close (const DolenQuery *query, const DolenLook *look, guint wish)
{
  return look->wishes[wish].strength
         >= (wish < query->n_interests ? DOLEN_STRENGTH_CLOSE_INTEREST : DOLEN_STRENGTH_CLOSE_NEED);
}

/* dolen_query_is_weak: whether what was looked at meets no wish and only comes close to one, or
 * mentions it in passing (DolenRanking.n_close). */
static inline gboolean
dolen_query_is_weak (const DolenQuery *query, guint index, const DolenLook *look)
{
  return query->n_wishes > 0 && look->strongest < DOLEN_STRENGTH_WEAK
         && !dolen_query_has_flag (query, index, DOLEN_FLAG_WORDS);
}

/* dolen_query_prepare_terms: fills wishes, terms and meetings. */
void dolen_query_prepare_terms (DolenQuery *query);

/* dolen_query_prepare_barriers: fills barriers, enablers, closed_by_way, and at_home of terms,
 * which are there. */
void dolen_query_prepare_barriers (DolenQuery *query);

/* dolen_query_is_of_use: whether an enabler that removes any of their barriers is of use to them;
 * an index of its kind. */
static inline gboolean
dolen_query_is_of_use (const DolenQuery *query, guint enabler)
{
  return (query->enablers[enabler].full | query->enablers[enabler].partly) != 0;
}

/* dolen_query_prepare_criteria: fills asked, when all else is there. */
void dolen_query_prepare_criteria (DolenQuery *query);

/* dolen_query_count_offers: how many services have what meets a wish, by its place in
 * query->wishes, whether they suit or not. */
guint dolen_query_count_offers (const DolenQuery *query, guint wish);

/* dolen_query_prepare_asks: fills asks_of, when all else is there. */
void dolen_query_prepare_asks (DolenQuery *query);

/* dolen_query_prepare_look: fills the rows, when all that tags may say is there. */
void dolen_query_prepare_look (DolenQuery *query);

/* dolen_query_prepare_rarity: fills rarity, when the terms are there. */
void dolen_query_prepare_rarity (DolenQuery *query);

/* dolen_query_mark: gives marks to a term of kind interest, need or enabler. */
void dolen_query_mark (DolenQuery *query, const DolenTerm *term, guint32 marks);

/* dolen_query_look: gathers what the tags of a service say: verdicts->look, but for the distance,
 * and ->relevant. The first step of dolen_query_judge(). */
void dolen_query_look (const DolenQuery *query, guint index, DolenVerdicts *verdicts);

/* dolen_query_glance: whether a service is relevant, and whether it is weak: as looking at it and
 * dolen_query_is_weak() say, from fewer of its tags. @weak: (out) */
gboolean dolen_query_glance (const DolenQuery *query, guint index, gboolean *weak);

/* dolen_query_is_barred: whether any criterion bars a service, ending at the first that does; where
 * it is not, it was looked at and all have been asked, as by dolen_query_look() and
 * dolen_query_judge_looked(). */
gboolean dolen_query_is_barred (const DolenQuery *query, guint index, DolenVerdicts *verdicts);

/* dolen_query_judge_looked: distance and criteria. What is left of dolen_query_judge() is
 * dolen_query_score(). */
void dolen_query_judge_looked (const DolenQuery *query, guint index, DolenVerdicts *verdicts);

/* dolen_query_wish: how well a service meets one wish, by its place in query->wishes, and the tag
 * that shows it best; 0 and -1 where nothing does. @tag: (out): index in facts->tags */
guint dolen_query_wish (const DolenQuery *query, guint index, guint wish, int *tag);

/* dolen_capacity_fact_is_fresh: whether it may still be relied on. "Just come along" is a habit of
 * the group and lasts as long as a confirmation; places and waits change by the month. */
static inline gboolean
dolen_capacity_fact_is_fresh (const DolenCapacityFact *fact)
{
  int days = fact->status == DOLEN_CAPACITY_OPEN ? DOLEN_CONFIRMED_FRESH_DAYS
                                                 : DOLEN_CAPACITY_FRESH_DAYS;

  return fact->age >= 0 && fact->age <= days;
}

/* dolen_look_barriers: the least good answer to the barriers of @mask (places in query->barriers).
 */
static inline DolenVerdict
dolen_look_barriers (const DolenLook *look, guint64 mask)
{
  guint64 open = mask & ~look->barriers_full;

  if (mask == 0)
    return DOLEN_VERDICT_NONE;
  if (open == 0)
    return DOLEN_VERDICT_YES;
  if (open & look->barriers_blocked)
    return DOLEN_VERDICT_NO;
  return (open & ~look->barriers_partly) != 0 ? DOLEN_VERDICT_UNKNOWN : DOLEN_VERDICT_HELPED;
}

/* dolen_query_prepare_areas: fills elsewhere. */
void dolen_query_prepare_areas (DolenQuery *query);

/* dolen_query_is_elsewhere: whether a service is known to serve other counties only. */
static inline gboolean
dolen_query_is_elsewhere (const DolenQuery *query, guint index)
{
  return query->elsewhere != NULL && query->elsewhere[query->facts->area[index]];
}

/* dolen_query_cannot_ring: whether a service is known to be by telephone only, and they sign. */
static inline gboolean
dolen_query_cannot_ring (const DolenQuery *query, guint index)
{
  return query->signs && query->facts->attending[index] == DOLEN_ATTENDING_PHONE;
}

/* dolen_query_waits_too_long: whether there is a wait that is known to be longer than they said. */
static inline gboolean
dolen_query_waits_too_long (const DolenQuery *query, const DolenVerdicts *verdicts)
{
  int most = query->profile->max_wait_weeks;

  return verdicts->waits && most >= 0 && verdicts->wait_weeks > most;
}

/* dolen_query_practical: the points of all that is practical, together. */
double dolen_query_practical (const DolenQuery *query);

/* dolen_query_score: sets fit and score of @verdicts, whose other answers are there already. */
void dolen_query_score (const DolenQuery *query, guint index, DolenVerdicts *verdicts);

G_END_DECLS
