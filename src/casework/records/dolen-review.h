/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenGoalScore: how a goal stood at a review. */
typedef struct {
  char *goal; /* uid of the DolenGoal */
  int score;  /* 0 to 10; -1 not scored */
} DolenGoalScore;

extern const DolenRecordType dolen_goal_score_type;

/** DolenReview: a look back at an episode together: the goals scored again. Texts are (nullable)
 * unless said. */
typedef struct {
  char *uid;         /* never NULL */
  char *person;      /* uid */
  char *episode;     /* uid */
  char *on;          /* civil date */
  GPtrArray *scores; /* (element-type DolenGoalScore) */
  char *text;        /* what was said */
  char *next_on;     /* civil date of the next one */
  gint64 created;
} DolenReview;

extern const DolenRecordType dolen_review_type;

/** dolen_review_new: (transfer full): held today. */
DolenReview *dolen_review_new (const char *person);
DolenReview *dolen_review_copy (const DolenReview *review);
void dolen_review_free (DolenReview *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenReview, dolen_review_free)

G_END_DECLS
