/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-fact-age.h"
#include "matching/dolen-facts.h"

G_BEGIN_DECLS

/*
 * One function a criterion: what does this one fact mean for this person? Each answers from the
 * columns alone, so that it can be asked of 100,000 services; sentences are made afterwards and
 * only for what is shown (dolen-reasons.h). To add a criterion, add a line to the table in
 * dolen-criteria.c and a sentence to the one in dolen-reasons.c.
 */

/** DolenVerdict: unknown is never no. */
typedef enum {
  DOLEN_VERDICT_NONE,    /* the profile does not ask */
  DOLEN_VERDICT_YES,     /* known to suit */
  DOLEN_VERDICT_HELPED,  /* suits with help that is known to be there, or nearly suits */
  DOLEN_VERDICT_UNKNOWN, /* must be asked */
  DOLEN_VERDICT_NO,      /* known not to suit */
} DolenVerdict;

typedef enum {
  DOLEN_CRITERION_LISTING, /* does it still run? */
  DOLEN_CRITERION_INTEREST,
  DOLEN_CRITERION_NEED,
  DOLEN_CRITERION_AGE,
  DOLEN_CRITERION_ELIGIBILITY, /* gender, and whom it says it is for */
  DOLEN_CRITERION_DISTANCE,
  DOLEN_CRITERION_LANGUAGE,
  DOLEN_CRITERION_CAPACITY, /* places and wait */
  DOLEN_CRITERION_COST,
  DOLEN_CRITERION_DAYS,
  DOLEN_CRITERION_STEP_FREE,
  DOLEN_CRITERION_TRANSPORT,
  DOLEN_CRITERION_COMPANY, /* going alone */
  DOLEN_CRITERION_DIGITAL,
  DOLEN_CRITERION_BARRIER, /* every other barrier, through the table of what helps */
  DOLEN_CRITERION_TIMES,   /* on when they are free */
  DOLEN_CRITERION_LENGTH,  /* no longer than they can stay */
  DOLEN_CRITERION_TRAVEL,  /* in reach by their own means */
  DOLEN_CRITERION_PLACE,   /* not in a place they do not go to */
  DOLEN_CRITERION_SETTING, /* indoors or out */
  DOLEN_CRITERION_GROUP_SIZE,
  DOLEN_CRITERION_SAFEGUARDING, /* seen, for somebody at higher risk */
  DOLEN_CRITERION_FUNDING,      /* paid for as long as support lasts */
  DOLEN_CRITERION_ANSWERS,      /* how the group answered earlier referrals */
  DOLEN_CRITERION_TRIED,        /* tried, and not wanted again */
  DOLEN_CRITERION_DISLIKES,
  DOLEN_CRITERION_WORDS, /* their own words, in the group's own text */
  DOLEN_N_CRITERIA
} DolenCriterion;

/** dolen_criterion_code: "step-free"; in JSON and in records; not translated. */
const char *dolen_criterion_code (DolenCriterion criterion);

/**
 * dolen_criterion_is_hard: whether its no is a hard rule: closed, age, safeguarding. There are no
 * others. A hard rule may be set aside for one service with a recorded reason
 * (dolen_profile_add_override()): the fact stays, the service is one to ask or help first.
 */
gboolean dolen_criterion_is_hard (DolenCriterion criterion);

/**
 * dolen_criterion_bars: whether its no alone makes a service unsuitable. So it is for the hard
 * rules and for what nobody can remove (too far, for women only, tried and not wanted again); a no
 * that is a matter of taste or of experience (a large group, indoors, often turned down) is told
 * and weighed, and the service is one to ask or help first.
 */
gboolean dolen_criterion_bars (DolenCriterion criterion);

/** dolen_verdict_code: "yes", "helped", "unknown", "no"; "" for NONE. */
const char *dolen_verdict_code (DolenVerdict verdict);

/** dolen_criterion_of_barrier: under which criterion a barrier is told. */
DolenCriterion dolen_criterion_of_barrier (const DolenTerm *barrier);

/** A listing somebody confirmed at most so many days ago still stands (6 months). */
#define DOLEN_CONFIRMED_FRESH_DAYS 183

/** DolenQuery: a profile made ready to be asked of many services. */
typedef struct _DolenQuery DolenQuery;

/** dolen_query_new: (transfer full): keeps references; what each term of the vocabulary means to
 *  the profile is worked out here. */
DolenQuery *dolen_query_new (DolenFacts *facts, const DolenProfile *profile);
void dolen_query_free (DolenQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenQuery, dolen_query_free)

/** DolenWishLook: how one wish is met. */
typedef struct {
  guint8 worth;    /* percent of it; 0 not at all */
  guint8 strength; /* the same, less where it is only mentioned */
  guint8 value;    /* percent: what it adds to the score */
  guint8 no;       /* the service is known not to have it */
} DolenWishLook;

/** DolenLook: what the tags and the place of one service say to a query, before it is judged. */
typedef struct {
  guint64 barriers_full;    /* barriers of the query that are removed: bits by their place in it */
  guint64 barriers_partly;  /* that are eased */
  guint64 barriers_blocked; /* that a known no stands by */
  guint32 marks_yes;        /* DolenMark bits of terms it has */
  guint32 marks_no;         /* of terms it is known not to have */
  guint32 marks_in_name;    /* of terms in its name */
  guint32 marks_confirmed;  /* of terms that a person confirmed */
  guint32 marks_for_whom;   /* of terms of which its words say that it is for such people */
  gboolean of_others;       /* it is for people with a need that the profile does not name */
  guint8 strongest;         /* the strength of the wish that is met best */
  float km;                 /* to the nearest venue; NAN not known */
  float precision_km;
  gboolean in_district; /* of that venue no more is known than its district */
  /* One for each wish of the query, interests first, then needs; those beyond are not set. */
  DolenWishLook wishes[DOLEN_TERM_MAX_INTERESTS + DOLEN_TERM_MAX_NEEDS];
} DolenLook;

/** DOLEN_SCORE_WHOLE: the score of what answers everything. */
#define DOLEN_SCORE_WHOLE 100000

/** DolenVerdicts: the answers for one service. */
typedef struct {
  guint8 of[DOLEN_N_CRITERIA]; /* DolenVerdict; of BARRIER the least good of all */
  gboolean relevant;           /* meets an interest or a need, if only nearly, or none is named */
  gboolean blocks_ready;       /* something named is not a known yes */
  gboolean waits;              /* there is a wait, how long it may be */
  gboolean bars;               /* a no that makes it unsuitable and was not set aside */
  gboolean beyond_means;       /* out of reach of all their means; only somebody could bring them */
  guint32 barred_by;           /* the criteria that said so, as bits */
  guint32 overridden;          /* criteria of which the no was set aside, as bits */
  int wait_weeks;              /* -1 none or not known */
  int fit;   /* how well it would suit, were there a place; in the units of score */
  int score; /* 0..DOLEN_SCORE_WHOLE, how well it suits now; larger is better */
  DolenLook look;
} DolenVerdicts;

/** dolen_query_judge: asks every criterion of service @index; no allocation. */
void dolen_query_judge (const DolenQuery *query, guint index, DolenVerdicts *verdicts);

/** dolen_query_distance_km: to the nearest venue; NAN not known. @precision_km: (out) (optional).
 */
double dolen_query_distance_km (const DolenQuery *query, guint index, double *precision_km);

/** dolen_query_barrier: the verdict of one barrier. @tag: (out): index in facts->tags of what it
 *  rests on: an enabler, or a need or interest by which the group is at home with it; -1 none: it
 * is not known, or a no that comes of how one takes part. */
DolenVerdict dolen_query_barrier (const DolenQuery *query, guint index, guint barrier, int *tag);

G_END_DECLS
