/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-query-private.h"

G_BEGIN_DECLS

/*
 * The criteria that stand outside dolen-criteria.c. Each looks at the facts of service @i and at
 * what the query has prepared, writes nothing but what it answers, and never takes "not known" for
 * a no.
 */
typedef DolenVerdict (*DolenJudge) (const DolenQuery *query, guint i, DolenVerdicts *verdicts);

/* When and how (dolen-criteria-reach.c). */
DolenVerdict dolen_judge_times (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_length (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_travel (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_place (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_setting (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_group_size (const DolenQuery *query, guint i, DolenVerdicts *verdicts);

/* What is known of the group, and what they said of it (dolen-criteria-trust.c). */
DolenVerdict dolen_judge_safeguarding (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_funding (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_answers (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_tried (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_dislikes (const DolenQuery *query, guint i, DolenVerdicts *verdicts);
DolenVerdict dolen_judge_words (const DolenQuery *query, guint i, DolenVerdicts *verdicts);

/* dolen_ask_first: unknown, and not ready before somebody has asked. */
static inline DolenVerdict
dolen_ask_first (DolenVerdicts *verdicts)
{
  verdicts->blocks_ready = TRUE;
  return DOLEN_VERDICT_UNKNOWN;
}

/* dolen_help_first: helped, and not ready before somebody has seen to it. */
static inline DolenVerdict
dolen_help_first (DolenVerdicts *verdicts)
{
  verdicts->blocks_ready = TRUE;
  return DOLEN_VERDICT_HELPED;
}

/* dolen_comes_to_them: no journey is needed for what comes by telephone or on screen. */
static inline gboolean
dolen_comes_to_them (const DolenQuery *query, guint i)
{
  return (query->facts->attending[i] & (DOLEN_ATTENDING_PHONE | DOLEN_ATTENDING_ONLINE)) != 0;
}

/* dolen_is_arranged: a call or a visit is at a time that suits both. */
static inline gboolean
dolen_is_arranged (const DolenQuery *query, guint i)
{
  return dolen_comes_to_them (query, i)
         || (query->facts->attending[i] & DOLEN_ATTENDING_HOME_VISIT) != 0;
}

/* dolen_only_visits: it comes to their home, and is held nowhere that is known. */
static inline gboolean
dolen_only_visits (const DolenQuery *query, guint i)
{
  guint attending = query->facts->attending[i];

  return (attending & DOLEN_ATTENDING_HOME_VISIT) && !(attending & DOLEN_ATTENDING_VENUE)
         && query->facts->places_any[i] == 0
         && query->facts->first_venue[i] == query->facts->first_venue[i + 1];
}

G_END_DECLS
