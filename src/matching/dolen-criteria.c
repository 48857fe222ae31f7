/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-criteria.h"

#include "matching/dolen-criteria-private.h"

#include <math.h>
#include <string.h>

/*
 * One function a criterion. It may look at the facts of service @i and at what the query has
 * prepared, writes nothing but what it answers, and never takes "not known" for a no.
 */

static DolenVerdict
worse (DolenVerdict a, DolenVerdict b)
{
  return MAX (a, b);
}

/* The barriers told under one criterion: the least good answer of all. */
static DolenVerdict
judge_barriers (const DolenQuery *query, DolenCriterion criterion, DolenVerdicts *verdicts)
{
  DolenVerdict verdict = dolen_look_barriers (&verdicts->look, query->barriers_told[criterion]);

  if (verdict > DOLEN_VERDICT_YES)
    verdicts->blocks_ready = TRUE;
  return verdict;
}

/* A feed's "assured" date confirms nothing: only the log of confirmations counts. */
static DolenVerdict
judge_listing (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  int confirmed = query->facts->confirmed[i];

  switch ((DolenListingFact) query->facts->listing[i]) {
  case DOLEN_LISTING_GONE:
    verdicts->blocks_ready = TRUE;
    return DOLEN_VERDICT_UNKNOWN;
  case DOLEN_LISTING_CLOSED:
  case DOLEN_LISTING_NAMED_CLOSED:
    return DOLEN_VERDICT_NO;
  case DOLEN_LISTING_CURRENT:
    break;
  }
  if (confirmed >= 0 && confirmed <= DOLEN_CONFIRMED_FRESH_DAYS)
    return DOLEN_VERDICT_YES;
  verdicts->blocks_ready = TRUE;
  return DOLEN_VERDICT_UNKNOWN;
}

static DolenVerdict
judge_interest (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  gboolean close = FALSE;

  for (guint w = 0; w < query->n_interests; w++) {
    if (verdicts->look.wishes[w].worth >= DOLEN_WORTH_MET)
      return DOLEN_VERDICT_YES;
    close |= dolen_query_is_close (query, &verdicts->look, w);
  }
  if (close)
    return DOLEN_VERDICT_HELPED;
  /* What meets a need alone is offered after what they like: ask whether it is for them. */
  if (query->n_interests > 0)
    verdicts->blocks_ready = TRUE;
  return DOLEN_VERDICT_NONE;
}

static DolenVerdict
judge_need (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint met = 0, denied = 0;

  if (query->n_needs == 0)
    return DOLEN_VERDICT_NONE;
  for (guint w = query->n_interests; w < query->n_wishes; w++) {
    gboolean is_met = verdicts->look.wishes[w].worth >= DOLEN_WORTH_MET;

    met += is_met;
    denied += !is_met && verdicts->look.wishes[w].no;
  }
  if (met == query->n_needs)
    return DOLEN_VERDICT_YES;
  verdicts->blocks_ready = TRUE;
  return denied == query->n_needs ? DOLEN_VERDICT_NO : DOLEN_VERDICT_UNKNOWN;
}

/* What is for children and whoever brings them: the ages are the children's. */
static gboolean
is_for_their_children (const DolenQuery *query, const DolenEligibilityFact *fact)
{
  return (query->audience & DOLEN_AUDIENCE_PARENTS) && query->profile->age >= 18
         && fact->max_age >= 0 && fact->max_age <= 25;
}

static DolenVerdict
judge_age (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  const DolenEligibilityFact *fact = &query->facts->eligible[i];
  int age = query->profile->age;

  if ((fact->min_age < 0 && fact->max_age < 0) || is_for_their_children (query, fact))
    return DOLEN_VERDICT_NONE;
  if (age < 0) {
    /* "18 and over" fits nearly everybody; anything narrower has to be asked. */
    if (fact->min_age <= 18 && fact->max_age < 0)
      return DOLEN_VERDICT_NONE;
    verdicts->blocks_ready = TRUE;
    return DOLEN_VERDICT_UNKNOWN;
  }
  if (age < fact->min_age || (fact->max_age >= 0 && age > fact->max_age))
    return DOLEN_VERDICT_NO;
  return DOLEN_VERDICT_YES;
}

static DolenVerdict
judge_gender (const DolenQuery *query, int asked)
{
  int gender = query->profile->gender;

  if (asked == DOLEN_GENDER_UNKNOWN)
    return DOLEN_VERDICT_NONE;
  if (gender == DOLEN_GENDER_UNKNOWN || gender == DOLEN_GENDER_OTHER || asked == DOLEN_GENDER_OTHER)
    return DOLEN_VERDICT_UNKNOWN;
  return gender == asked ? DOLEN_VERDICT_YES : DOLEN_VERDICT_NO;
}

static DolenVerdict
judge_eligibility (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  const DolenEligibilityFact *fact = &query->facts->eligible[i];
  DolenVerdict verdict = judge_gender (query, fact->gender);
  guint audience = fact->audience & ~query->audience;

  if ((fact->audience & DOLEN_AUDIENCE_PROFESSIONALS) || dolen_query_is_elsewhere (query, i))
    verdict = DOLEN_VERDICT_NO;
  else if (query->profile->age >= 18 && (audience & DOLEN_AUDIENCE_CHILDREN)
           && query->profile->age > fact->max_age && !(fact->audience & DOLEN_AUDIENCE_PARENTS))
    verdict = DOLEN_VERDICT_NO;
  else if (query->profile->age >= 0 && (audience & DOLEN_AUDIENCE_OLDER))
    verdict = DOLEN_VERDICT_NO;
  else if (audience != 0 || verdicts->look.of_others)
    verdict = worse (verdict, DOLEN_VERDICT_UNKNOWN);
  else if (fact->audience != 0)
    verdict = worse (verdict, DOLEN_VERDICT_YES);
  if (verdict == DOLEN_VERDICT_UNKNOWN)
    verdicts->blocks_ready = TRUE;
  return verdict;
}

/* Farther in a straight line than most would go for an afternoon, though nobody was asked: about 62
 * miles. Nothing says that they cannot; it is to be weighed. */
#define FAR_KM 100.0

static DolenVerdict
judge_distance (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  double limit = query->profile->max_km;
  double km = (double) verdicts->look.km;
  double precision = (double) verdicts->look.precision_km;
  guint attending = query->facts->attending[i];

  if (limit < 0 && isnan (km))
    return DOLEN_VERDICT_NONE;
  if (limit < 0 && (km - precision <= FAR_KM || dolen_comes_to_them (query, i)))
    return DOLEN_VERDICT_YES;
  if (limit < 0) {
    verdicts->blocks_ready = TRUE;
    return DOLEN_VERDICT_UNKNOWN;
  }
  /* Somewhere in a district is never surely within so many kilometres. */
  if (!isnan (km) && !verdicts->look.in_district && km + precision <= limit)
    return DOLEN_VERDICT_YES;
  if (dolen_comes_to_them (query, i))
    return DOLEN_VERDICT_YES;
  if (isnan (km) || km - precision <= limit || (attending & DOLEN_ATTENDING_HOME_VISIT)) {
    /* A service a little nearer or farther than its district's middle is still to be asked. */
    verdicts->blocks_ready = TRUE;
    return DOLEN_VERDICT_UNKNOWN;
  }
  return DOLEN_VERDICT_NO;
}

static DolenVerdict
judge_spoken (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint64 offered = query->facts->languages[i];
  guint32 marks = verdicts->look.marks_yes;

  if (!query->asks_language)
    return DOLEN_VERDICT_NONE;
  if (dolen_query_cannot_ring (query, i))
    return DOLEN_VERDICT_NO;
  if ((offered & query->first_language) || (marks & DOLEN_MARK_SPOKEN))
    return DOLEN_VERDICT_YES;
  if ((offered & query->other_languages) || (marks & DOLEN_MARK_HALF_SPOKEN))
    return DOLEN_VERDICT_HELPED;
  if (!query->speaks_english)
    verdicts->blocks_ready = TRUE;
  return DOLEN_VERDICT_UNKNOWN;
}

static DolenVerdict
judge_language (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  return worse (judge_spoken (query, i, verdicts),
                judge_barriers (query, DOLEN_CRITERION_LANGUAGE, verdicts));
}

/* Who wants a place now is not helped by a wait. A wait longer than they said is asked about: the
 * right thing may be worth it, with something else meanwhile. */
static DolenVerdict
judge_wait (const DolenQuery *query, int weeks_from, int weeks_to, DolenVerdicts *verdicts)
{
  int limit = query->profile->max_wait_weeks;
  int weeks = weeks_from >= 0 ? weeks_from : weeks_to;

  verdicts->waits = TRUE;
  verdicts->wait_weeks = weeks;
  if (weeks < 0)
    return limit == 0 ? DOLEN_VERDICT_NO : DOLEN_VERDICT_UNKNOWN;
  if (limit == 0 && weeks > 0)
    return DOLEN_VERDICT_NO;
  if (limit >= 0 && weeks > limit)
    return DOLEN_VERDICT_UNKNOWN;
  return DOLEN_VERDICT_HELPED;
}

static DolenVerdict
judge_pause (const DolenQuery *query, guint i, gboolean fresh, DolenVerdicts *verdicts)
{
  int days = query->facts->capacity[i].returns_after;

  if (days >= 0)
    return judge_wait (query, (days + 6) / 7, -1, verdicts);
  return fresh ? judge_wait (query, -1, -1, verdicts) : DOLEN_VERDICT_UNKNOWN;
}

/* As many as there were places have been sent there by us since: they may be gone. */
static gboolean
places_are_gone (const DolenQuery *query, guint i)
{
  const DolenServiceDetail *detail = dolen_query_detail (query, i);
  int places = query->facts->capacity[i].places;

  return detail != NULL && places > 0 && detail->sent >= places;
}

static DolenVerdict
judge_capacity (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  const DolenCapacityFact *fact = &query->facts->capacity[i];
  gboolean fresh = dolen_capacity_fact_is_fresh (fact);

  switch ((DolenCapacityStatus) fact->status) {
  case DOLEN_CAPACITY_OPEN:
    return fresh ? DOLEN_VERDICT_YES : DOLEN_VERDICT_UNKNOWN;
  case DOLEN_CAPACITY_PLACES:
    if (fresh && fact->places == 0)
      return judge_wait (query, fact->wait_from, fact->wait_to, verdicts);
    return fresh && !places_are_gone (query, i) ? DOLEN_VERDICT_YES : DOLEN_VERDICT_UNKNOWN;
  case DOLEN_CAPACITY_WAITING_LIST:
  case DOLEN_CAPACITY_FULL:
    if (fresh)
      return judge_wait (query, fact->wait_from, fact->wait_to, verdicts);
    return DOLEN_VERDICT_UNKNOWN;
  case DOLEN_CAPACITY_PAUSED:
    return judge_pause (query, i, fresh, verdicts);
  case DOLEN_CAPACITY_ASK_FIRST:
  case DOLEN_CAPACITY_UNKNOWN:
    break;
  }
  return DOLEN_VERDICT_UNKNOWN;
}

/*
 * What is left to people to give suits whoever cannot pay. More than they can pay is a thing to see
 * to first: many groups let somebody off, and schemes have a fund. It is no only where the group is
 * known to let nobody off.
 */
static DolenVerdict
judge_price (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  gint64 limit = query->profile->max_pence;
  int pence = query->facts->pence[i];

  if (limit < 0)
    return DOLEN_VERDICT_NONE;
  if ((pence >= 0 && pence <= limit) || pence == DOLEN_PENCE_AS_THEY_LIKE)
    return DOLEN_VERDICT_YES;
  if (pence >= 0 && (verdicts->look.marks_yes & DOLEN_MARK_CHEAPER))
    return dolen_help_first (verdicts);
  if (pence >= 0 && (verdicts->look.marks_no & DOLEN_MARK_CHEAPER))
    return DOLEN_VERDICT_NO;
  return dolen_ask_first (verdicts);
}

static DolenVerdict
judge_cost (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  return worse (judge_price (query, i, verdicts),
                judge_barriers (query, DOLEN_CRITERION_COST, verdicts));
}

/* On other days than they named: told, and it counts for less, but bars nothing, for which days
 * suit is mostly a wish. A call or a visit is arranged. */
static DolenVerdict
judge_days (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint days = query->facts->days[i];

  if (query->profile->days == 0 || query->profile->days == DOLEN_DAYS_ALL)
    return DOLEN_VERDICT_NONE;
  if (days & query->profile->days)
    return DOLEN_VERDICT_YES;
  return days != 0 && !dolen_is_arranged (query, i) ? DOLEN_VERDICT_NO : dolen_ask_first (verdicts);
}

#define JUDGE_BARRIERS(name, criterion)                                                            \
  static DolenVerdict judge_##name (const DolenQuery *query, guint i, DolenVerdicts *verdicts)     \
  {                                                                                                \
    return judge_barriers (query, criterion, verdicts);                                            \
  }

JUDGE_BARRIERS (step_free, DOLEN_CRITERION_STEP_FREE)
JUDGE_BARRIERS (transport, DOLEN_CRITERION_TRANSPORT)
JUDGE_BARRIERS (digital, DOLEN_CRITERION_DIGITAL)
JUDGE_BARRIERS (barrier, DOLEN_CRITERION_BARRIER)

/*
 * Whom nobody of the group can fetch or greet, a worker may go along with, where the scheme allows
 * it: that removes what the group cannot. Where the lead is to be asked, it is asked; where it is
 * barred, it is never offered.
 */
static DolenVerdict
judge_company (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  DolenVerdict verdict = judge_barriers (query, DOLEN_CRITERION_COMPANY, verdicts);

  if (verdict < DOLEN_VERDICT_UNKNOWN || query->accompany == DOLEN_LEAVE_NO)
    return verdict;
  return query->accompany == DOLEN_LEAVE_YES ? dolen_help_first (verdicts)
                                             : dolen_ask_first (verdicts);
}

/* What a no does: see dolen_criterion_is_hard() and dolen_criterion_bars(). */
typedef enum {
  HARD,
  BARS,
  TOLD,
} EffectOfNo;

/* The table: in the order of DolenCriterion. */
static const struct {
  const char *code;
  DolenJudge judge;
  EffectOfNo no;
} criteria[] = {
  [DOLEN_CRITERION_LISTING] = { "listing", judge_listing, HARD },
  [DOLEN_CRITERION_INTEREST] = { "interest", judge_interest, BARS },
  [DOLEN_CRITERION_NEED] = { "need", judge_need, BARS },
  [DOLEN_CRITERION_AGE] = { "age", judge_age, HARD },
  [DOLEN_CRITERION_ELIGIBILITY] = { "eligibility", judge_eligibility, BARS },
  [DOLEN_CRITERION_DISTANCE] = { "distance", judge_distance, BARS },
  [DOLEN_CRITERION_LANGUAGE] = { "language", judge_language, BARS },
  [DOLEN_CRITERION_CAPACITY] = { "capacity", judge_capacity, BARS },
  [DOLEN_CRITERION_COST] = { "cost", judge_cost, BARS },
  [DOLEN_CRITERION_DAYS] = { "days", judge_days, TOLD },
  [DOLEN_CRITERION_STEP_FREE] = { "step-free", judge_step_free, BARS },
  [DOLEN_CRITERION_TRANSPORT] = { "transport", judge_transport, BARS },
  [DOLEN_CRITERION_COMPANY] = { "going-alone", judge_company, BARS },
  [DOLEN_CRITERION_DIGITAL] = { "digital", judge_digital, BARS },
  [DOLEN_CRITERION_BARRIER] = { "barrier", judge_barrier, BARS },
  [DOLEN_CRITERION_TIMES] = { "times", dolen_judge_times, TOLD },
  [DOLEN_CRITERION_LENGTH] = { "length", dolen_judge_length, BARS },
  [DOLEN_CRITERION_TRAVEL] = { "travel", dolen_judge_travel, BARS },
  [DOLEN_CRITERION_PLACE] = { "place", dolen_judge_place, BARS },
  [DOLEN_CRITERION_SETTING] = { "setting", dolen_judge_setting, TOLD },
  [DOLEN_CRITERION_GROUP_SIZE] = { "group-size", dolen_judge_group_size, TOLD },
  [DOLEN_CRITERION_SAFEGUARDING] = { "safeguarding", dolen_judge_safeguarding, HARD },
  [DOLEN_CRITERION_FUNDING] = { "funding", dolen_judge_funding, TOLD },
  [DOLEN_CRITERION_ANSWERS] = { "answers", dolen_judge_answers, TOLD },
  [DOLEN_CRITERION_TRIED] = { "tried", dolen_judge_tried, BARS },
  [DOLEN_CRITERION_DISLIKES] = { "dislikes", dolen_judge_dislikes, BARS },
  [DOLEN_CRITERION_WORDS] = { "words", dolen_judge_words, TOLD },
};

gboolean
dolen_criterion_is_hard (DolenCriterion criterion)
{
  g_return_val_if_fail (criterion < DOLEN_N_CRITERIA, FALSE);
  return criteria[criterion].no == HARD;
}

gboolean
dolen_criterion_bars (DolenCriterion criterion)
{
  g_return_val_if_fail (criterion < DOLEN_N_CRITERIA, FALSE);
  return criteria[criterion].no != TOLD;
}

G_STATIC_ASSERT (G_N_ELEMENTS (criteria) == DOLEN_N_CRITERIA);

const char *
dolen_criterion_code (DolenCriterion criterion)
{
  g_return_val_if_fail (criterion < DOLEN_N_CRITERIA, "");
  return criteria[criterion].code;
}

const char *
dolen_verdict_code (DolenVerdict verdict)
{
  static const char *const codes[] = { "", "yes", "helped", "unknown", "no" };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (codes), "");
  return codes[verdict];
}

/* Whether a criterion can say anything but "not asked" to any service: most profiles ask little. */
static gboolean
is_asked (const DolenQuery *query, DolenCriterion criterion)
{
  const DolenProfile *profile = query->profile;

  switch (criterion) {
  case DOLEN_CRITERION_INTEREST:
    return query->n_interests > 0;
  case DOLEN_CRITERION_NEED:
    return query->n_needs > 0;
  case DOLEN_CRITERION_COST:
    return profile->max_pence >= 0 || query->barriers_told[criterion] != 0;
  case DOLEN_CRITERION_DAYS:
    return profile->days != 0 && profile->days != DOLEN_DAYS_ALL;
  case DOLEN_CRITERION_STEP_FREE:
  case DOLEN_CRITERION_TRANSPORT:
  case DOLEN_CRITERION_COMPANY:
  case DOLEN_CRITERION_DIGITAL:
  case DOLEN_CRITERION_BARRIER:
    return query->barriers_told[criterion] != 0;
  case DOLEN_CRITERION_TIMES:
    return profile->free != 0;
  case DOLEN_CRITERION_LENGTH:
    return profile->max_minutes >= 0;
  case DOLEN_CRITERION_TRAVEL:
    return profile->means != 0;
  case DOLEN_CRITERION_PLACE:
    return profile->avoid_places != 0;
  case DOLEN_CRITERION_SETTING:
    return profile->setting != DOLEN_SETTING_ANY;
  case DOLEN_CRITERION_GROUP_SIZE:
    return profile->company != DOLEN_COMPANY_ANY;
  case DOLEN_CRITERION_SAFEGUARDING:
    return profile->higher_risk;
  case DOLEN_CRITERION_FUNDING:
    return profile->support_weeks >= 0;
  case DOLEN_CRITERION_ANSWERS:
    return query->details->len > 0;
  case DOLEN_CRITERION_TRIED:
  case DOLEN_CRITERION_WORDS:
    return query->flags != NULL;
  case DOLEN_CRITERION_DISLIKES:
    return !dolen_term_set_is_empty (&profile->dislikes);
  case DOLEN_CRITERION_LISTING:
  case DOLEN_CRITERION_AGE:
  case DOLEN_CRITERION_ELIGIBILITY:
  case DOLEN_CRITERION_DISTANCE:
  case DOLEN_CRITERION_LANGUAGE:
  case DOLEN_CRITERION_CAPACITY:
  case DOLEN_N_CRITERIA:
    break;
  }
  return TRUE;
}

/* What bars most services stands first, so that one that is barred is known early. These look at
 * no tag ... */
static const DolenCriterion plain[] = { DOLEN_CRITERION_DISTANCE, DOLEN_CRITERION_AGE };

/* ... and these do. */
static const DolenCriterion bars_most[]
    = { DOLEN_CRITERION_TRAVEL, DOLEN_CRITERION_ELIGIBILITY, DOLEN_CRITERION_COST };

static void
ask (DolenQuery *query, DolenCriterion criterion)
{
  if (is_asked (query, criterion) && memchr (query->asked, (int) criterion, query->n_asked) == NULL)
    query->asked[query->n_asked++] = (guint8) criterion;
}

void
dolen_query_prepare_criteria (DolenQuery *query)
{
  query->n_asked = 0;
  for (gsize p = 0; p < G_N_ELEMENTS (plain); p++)
    ask (query, plain[p]);
  query->n_plain = query->n_asked;
  for (gsize b = 0; b < G_N_ELEMENTS (bars_most); b++)
    ask (query, bars_most[b]);
  for (guint c = 0; c < DOLEN_N_CRITERIA; c++)
    ask (query, (DolenCriterion) c);
}

/* A no that was set aside for this service stays a no; it bars nothing and is told. @noes: criteria
 * that said no, as bits */
static void
weigh_noes (const DolenQuery *query, guint index, guint32 noes, DolenVerdicts *verdicts)
{
  const DolenServiceDetail *detail = dolen_query_detail (query, index);
  guint32 set_aside = detail != NULL ? detail->overridden : 0;

  verdicts->blocks_ready = TRUE;
  verdicts->overridden = noes & set_aside;
  for (guint c = 0; c < DOLEN_N_CRITERIA; c++)
    if (((noes & ~set_aside) >> c & 1) && criteria[c].no != TOLD)
      verdicts->barred_by |= 1u << c;
  verdicts->bars = verdicts->barred_by != 0;
}

G_STATIC_ASSERT (DOLEN_N_CRITERIA <= 32);

static void
begin_judging (const DolenQuery *query, guint index, DolenVerdicts *verdicts)
{
  dolen_query_find_place (query, index, &verdicts->look);
  memset (verdicts->of, 0, sizeof verdicts->of);
  verdicts->blocks_ready = verdicts->waits = verdicts->bars = verdicts->beyond_means = FALSE;
  verdicts->overridden = verdicts->barred_by = 0;
  verdicts->wait_weeks = -1;
}

void
dolen_query_judge_looked (const DolenQuery *query, guint index, DolenVerdicts *verdicts)
{
  guint32 noes = 0;

  begin_judging (query, index, verdicts);
  for (guint a = 0; a < query->n_asked; a++) {
    guint c = query->asked[a];
    DolenVerdict verdict = criteria[c].judge (query, index, verdicts);

    verdicts->of[c] = (guint8) verdict;
    noes |= (guint32) (verdict == DOLEN_VERDICT_NO) << c;
  }
  if (noes != 0)
    weigh_noes (query, index, noes, verdicts);
}

/* Asks those from @from to before @to. Returns: whether one bars it, the rest not being asked then
 */
static gboolean
ask_until_barred (const DolenQuery *query,
                  guint index,
                  guint from,
                  guint to,
                  guint32 *noes,
                  DolenVerdicts *verdicts)
{
  for (guint a = from; a < to; a++) {
    guint c = query->asked[a];
    DolenVerdict verdict = criteria[c].judge (query, index, verdicts);

    verdicts->of[c] = (guint8) verdict;
    if (verdict != DOLEN_VERDICT_NO)
      continue;
    if (criteria[c].no != TOLD)
      return TRUE;
    *noes |= 1u << c;
  }
  return FALSE;
}

gboolean
dolen_query_is_barred (const DolenQuery *query, guint index, DolenVerdicts *verdicts)
{
  guint32 noes = 0;

  if (dolen_query_has_flag (query, index, DOLEN_FLAG_DETAIL)) { /* a rule may be set aside for it */
    dolen_query_look (query, index, verdicts);
    dolen_query_judge_looked (query, index, verdicts);
    return verdicts->bars;
  }
  begin_judging (query, index, verdicts);
  if (ask_until_barred (query, index, 0, query->n_plain, &noes, verdicts))
    return TRUE;
  dolen_query_look (query, index, verdicts);
  if (ask_until_barred (query, index, query->n_plain, query->n_asked, &noes, verdicts))
    return TRUE;
  if (noes != 0)
    weigh_noes (query, index, noes, verdicts);
  return FALSE;
}
