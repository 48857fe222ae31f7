/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/facts-helper.h"

/* One service, one profile, one criterion: what it answers. */

#define NONE DOLEN_VERDICT_NONE
#define YES DOLEN_VERDICT_YES
#define HELPED DOLEN_VERDICT_HELPED
#define UNKNOWN DOLEN_VERDICT_UNKNOWN
#define NO DOLEN_VERDICT_NO

typedef struct {
  DolenFacts *facts;
  DolenProfile *profile;
} Case;

static inline Case
new_case (void)
{
  return (Case){ test_facts (1), dolen_profile_new () };
}

static inline void
check (Case c, DolenCriterion criterion, DolenVerdict expected)
{
  g_autoptr (DolenQuery) query = dolen_query_new (c.facts, c.profile);
  DolenVerdicts verdicts;

  dolen_query_judge (query, 0, &verdicts);
  g_assert_cmpstr (dolen_verdict_code (verdicts.of[criterion]), ==, dolen_verdict_code (expected));
  dolen_profile_free (c.profile);
  dolen_facts_unref (c.facts);
}

/* @tags and @wishes: space between them. */
static inline Case
case_of (const char *tags, const char *wishes)
{
  Case c = new_case ();
  g_auto (GStrv) tag = g_strsplit (tags, " ", -1);
  g_auto (GStrv) wish = g_strsplit (wishes, " ", -1);

  for (guint i = 0; tag[i] != NULL; i++)
    if (tag[i][0] != '\0')
      test_tag (c.facts, 0, tag[i]);
  for (guint i = 0; wish[i] != NULL; i++)
    test_wish (c.profile, wish[i]);
  return c;
}
