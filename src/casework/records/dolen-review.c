/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-review.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

static const DolenField goal_score_fields[] = {
  DOLEN_FIELD (DolenGoalScore, goal, TEXT),
  DOLEN_FIELD (DolenGoalScore, score, INT, .unset = -1),
};

const DolenRecordType dolen_goal_score_type = {
  "goal-score", sizeof (DolenGoalScore), goal_score_fields, G_N_ELEMENTS (goal_score_fields)
};

#define TEXT(field) DOLEN_FIELD (DolenReview, field, TEXT)

static const DolenField review_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (episode),
  TEXT (on),
  DOLEN_FIELD (DolenReview, scores, ROWS, .rows = &dolen_goal_score_type),
  TEXT (text),
  TEXT (next_on),
  DOLEN_FIELD (DolenReview, created, TIME),
};

const DolenRecordType dolen_review_type = { "review",
                                            sizeof (DolenReview),
                                            review_fields,
                                            G_N_ELEMENTS (review_fields),
                                            (GDestroyNotify) dolen_review_free };

DolenReview *
dolen_review_new (const char *person)
{
  DolenReview *review = dolen_record_new (&dolen_review_type);

  review->uid = dolen_id_new ();
  review->person = g_strdup (person);
  review->on = dolen_date_today ();
  return review;
}

DolenReview *
dolen_review_copy (const DolenReview *review)
{
  return dolen_record_copy (&dolen_review_type, review);
}

void
dolen_review_free (DolenReview *review)
{
  dolen_record_free (&dolen_review_type, review);
}
