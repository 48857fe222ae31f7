/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-episode.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

static const char *const levels[] = { "not-set", "signpost", "light", "medium", "holistic", NULL };

static const DolenField goal_fields[] = {
  DOLEN_FIELD (DolenGoal, uid, TEXT),
  DOLEN_FIELD (DolenGoal, text, TEXT),
  DOLEN_FIELD (DolenGoal, first, INT, .unset = -1),
  DOLEN_FIELD (DolenGoal, wanted, INT, .unset = -1),
  DOLEN_FIELD (DolenGoal, latest, INT, .unset = -1),
  DOLEN_FIELD (DolenGoal, last_on, TEXT),
};

const DolenRecordType dolen_goal_type
    = { "goal", sizeof (DolenGoal), goal_fields, G_N_ELEMENTS (goal_fields) };

#define TEXT(field) DOLEN_FIELD (DolenEpisode, field, TEXT)

static const DolenField episode_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (incoming),
  TEXT (former),
  TEXT (worker),
  TEXT (opened),
  DOLEN_FIELD (DolenEpisode, level, ENUM, .nicks = levels),
  DOLEN_FIELD (DolenEpisode, planned_weeks, INT, .unset = -1),
  DOLEN_FIELD (DolenEpisode, sessions_offered, INT, .unset = -1),
  DOLEN_FIELD (DolenEpisode, goals, ROWS, .rows = &dolen_goal_type),
  TEXT (goals_on),
  TEXT (ends_on),
  TEXT (carry_on),
  DOLEN_FIELD (DolenEpisode, attends_often, BOOL),
  TEXT (closed),
  TEXT (reason),
  TEXT (closing_note),
  TEXT (return_until),
  DOLEN_FIELD (DolenEpisode, created, TIME),
};

const DolenRecordType dolen_episode_type = { "episode",
                                             sizeof (DolenEpisode),
                                             episode_fields,
                                             G_N_ELEMENTS (episode_fields),
                                             (GDestroyNotify) dolen_episode_free };

DolenLevel
dolen_level_from_nick (const char *nick)
{
  for (int i = 0; levels[i] != NULL; i++)
    if (g_strcmp0 (levels[i], nick) == 0)
      return i;
  return DOLEN_LEVEL_NOT_SET;
}

DolenEpisode *
dolen_episode_new (const char *person)
{
  DolenEpisode *episode = dolen_record_new (&dolen_episode_type);

  episode->uid = dolen_id_new ();
  episode->person = g_strdup (person);
  episode->opened = dolen_date_today ();
  return episode;
}

DolenEpisode *
dolen_episode_copy (const DolenEpisode *episode)
{
  return dolen_record_copy (&dolen_episode_type, episode);
}

void
dolen_episode_free (DolenEpisode *episode)
{
  dolen_record_free (&dolen_episode_type, episode);
}

DolenGoal *
dolen_episode_add_goal (DolenEpisode *episode, const char *text)
{
  DolenGoal *goal = dolen_record_new (&dolen_goal_type);

  goal->uid = dolen_id_new ();
  goal->text = g_strdup (text);
  if (episode->goals == NULL)
    episode->goals = g_ptr_array_new ();
  g_ptr_array_add (episode->goals, goal);
  return goal;
}

char *
dolen_episode_foreseen_end (const DolenEpisode *episode)
{
  int weeks = episode->planned_weeks >= 0 ? episode->planned_weeks : DOLEN_USUAL_WEEKS;

  if (dolen_date_is_valid (episode->ends_on))
    return g_strdup (episode->ends_on);
  return dolen_date_is_valid (episode->opened) ? dolen_date_add_days (episode->opened, weeks * 7)
                                               : NULL;
}
