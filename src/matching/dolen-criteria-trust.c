/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-criteria-private.h"

/* What is known of the group, and what the person said of it. */

/*
 * Only for somebody at higher risk. A book group without a policy is no danger to most, and a
 * policy that nobody asked for is not missing: it is asked. Known to be missing is a hard rule.
 */
DolenVerdict
dolen_judge_safeguarding (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint assured = query->facts->assured[i];

  if (!query->profile->higher_risk)
    return DOLEN_VERDICT_NONE;
  if (assured & DOLEN_ASSURED_SAFEGUARDING)
    return DOLEN_VERDICT_YES;
  if (assured & DOLEN_ASSURED_MISSING (DOLEN_ASSURED_SAFEGUARDING))
    return DOLEN_VERDICT_NO;
  return dolen_ask_first (verdicts);
}

/*
 * Few groups tell until when they are paid for: what is not known says nothing, or everybody would
 * be asked. Money that ends before the support does is worth knowing beforehand and keeps nobody
 * from going; money that has ended is a reason to ask whether they still meet.
 */
DolenVerdict
dolen_judge_funding (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  int weeks = query->profile->support_weeks;
  int days = query->facts->funded_days[i];

  if (weeks < 0 || days < 0)
    return DOLEN_VERDICT_NONE;
  if (days >= 7 * weeks)
    return DOLEN_VERDICT_YES;
  return days == 0 ? dolen_ask_first (verdicts) : DOLEN_VERDICT_HELPED;
}

/* Of those asked: what is good, and what must be told. */
#define ANSWERED_WELL 70  /* percent: taken on ... */
#define ANSWERED_SOON 14  /* ... and told so within so many days, half of the times */
#define ANSWERED_BADLY 30 /* percent */

/*
 * How the group answered our earlier referrals, from five on. Slow or often "no" is told and asked
 * about; it makes nobody unsuitable, for the group may have been full.
 */
DolenVerdict
dolen_judge_answers (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  const DolenServiceDetail *detail = dolen_query_detail (query, i);
  const DolenAnswer *answer = detail != NULL ? detail->answer : NULL;
  int accepted;

  if (!dolen_answer_is_known (answer))
    return DOLEN_VERDICT_NONE;
  accepted = 100 * answer->accepted / answer->asked;
  if (accepted < ANSWERED_BADLY) {
    verdicts->blocks_ready = TRUE;
    return DOLEN_VERDICT_NO;
  }
  return accepted >= ANSWERED_WELL && answer->median_days >= 0
                 && answer->median_days <= ANSWERED_SOON
             ? DOLEN_VERDICT_YES
             : DOLEN_VERDICT_HELPED;
}

/* What they will not go back to is not suggested again. */
DolenVerdict
dolen_judge_tried (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  return dolen_query_has_flag (query, i, DOLEN_FLAG_TRIED) ? DOLEN_VERDICT_NO : DOLEN_VERDICT_NONE;
}

/*
 * "Not singing": a choir is no suggestion; a club that gardens and sings may be, and is asked; so
 * is a centre that mentions singing among other things, where it meets a wish.
 */
DolenVerdict
dolen_judge_dislikes (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint strongest = 0;

  if (!(verdicts->look.marks_yes & DOLEN_MARK_DISLIKED))
    return DOLEN_VERDICT_NONE;
  for (guint w = 0; w < query->n_wishes; w++)
    strongest = MAX (strongest, verdicts->look.wishes[w].strength);
  if ((verdicts->look.marks_in_name & DOLEN_MARK_DISLIKED) && strongest < DOLEN_WORTH_MET)
    return DOLEN_VERDICT_NO;
  return dolen_ask_first (verdicts);
}

/* Their own words in the group's own text: it is for them to say whether that is what they mean,
 * unless it is what the group is called. */
DolenVerdict
dolen_judge_words (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  if (!dolen_query_has_flag (query, i, DOLEN_FLAG_WORDS))
    return DOLEN_VERDICT_NONE;
  return dolen_query_has_flag (query, i, DOLEN_FLAG_WORDS_IN_NAME) ? DOLEN_VERDICT_YES
                                                                   : DOLEN_VERDICT_HELPED;
}
