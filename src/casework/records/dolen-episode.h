/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenLevel: how much support (Kimberlee's levels, Making Sense of Social Prescribing 2017). */
typedef enum {
  DOLEN_LEVEL_NOT_SET,
  DOLEN_LEVEL_SIGNPOST,
  DOLEN_LEVEL_LIGHT,
  DOLEN_LEVEL_MEDIUM,
  DOLEN_LEVEL_HOLISTIC,
} DolenLevel;

/** DolenGoal: what matters to them, in their own words, scored if they wish. */
typedef struct {
  char *uid;     /* never NULL */
  char *text;    /* in their own words */
  int first;     /* 0 to 10 when it was set; -1 not scored */
  int wanted;    /* 0 to 10 they would like to reach; -1 not told */
  int latest;    /* 0 to 10 at the last review; -1 not scored again */
  char *last_on; /* (nullable) civil date of .latest */
} DolenGoal;

#define DOLEN_MOST_GOALS 3
#define DOLEN_USUAL_WEEKS 12 /* mode of two sites [BRC evaluation 2022] */

/** DolenEpisode: one spell of support, first contact to close. Texts are (nullable) unless said. */
typedef struct {
  char *uid;      /* never NULL */
  char *person;   /* uid */
  char *incoming; /* uid of the referral in that it answers */
  char *former;   /* uid of the spell before it, where they came back without a new referral */
  char *worker;   /* name of who supports */
  char *opened;   /* civil date */
  DolenLevel level;
  int planned_weeks;      /* -1: DOLEN_USUAL_WEEKS */
  int sessions_offered;   /* -1 not agreed; those used are counted from the contacts */
  GPtrArray *goals;       /* (element-type DolenGoal) at most DOLEN_MOST_GOALS */
  char *goals_on;         /* civil date of the what-matters conversation */
  char *ends_on;          /* civil date its end is foreseen */
  char *carry_on;         /* what continues after, in words */
  gboolean attends_often; /* frequent attender */

  char *closed;       /* civil date */
  char *reason;       /* code why it was closed: "completed", "died", "not-reached" ... */
  char *closing_note; /* in words */
  char *return_until; /* civil date until which they may come back without a new referral */
  gint64 created;
} DolenEpisode;

extern const DolenRecordType dolen_episode_type;
extern const DolenRecordType dolen_goal_type;

/** dolen_level_from_nick: "light"; DOLEN_LEVEL_NOT_SET for one that is not known. */
DolenLevel dolen_level_from_nick (const char *nick);

/** dolen_episode_new: (transfer full): opened today. */
DolenEpisode *dolen_episode_new (const char *person);
DolenEpisode *dolen_episode_copy (const DolenEpisode *episode);
void dolen_episode_free (DolenEpisode *episode);

/** dolen_episode_add_goal: (transfer none): a new goal; .first and .wanted are -1. */
DolenGoal *dolen_episode_add_goal (DolenEpisode *episode, const char *text);

/** dolen_episode_foreseen_end: (transfer full): civil date: .ends_on, else opened and the planned
 * weeks. */
char *dolen_episode_foreseen_end (const DolenEpisode *episode);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenEpisode, dolen_episode_free)

G_END_DECLS
