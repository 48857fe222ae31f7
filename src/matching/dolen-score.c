/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include <math.h>

/*
 * How well a service fits, 0 to DOLEN_SCORE_WHOLE. What counts how much is data
 * (dolen-weights.h): what it is about counts most, and a name more than a passing word; then what
 * stands in the way, how near it is, and how well it is known. Here stands only how far each is
 * met.
 */
#define POINTS(query, weight) ((double) (query)->points[DOLEN_WEIGHT_##weight])

/* Of what was asked: a yes counts whole, help somewhat, what is not known a little, for it may be
 * so; never more than help, never less than a no. */
static double
share_of (DolenVerdict verdict)
{
  static const double shares[] = { 0, 1, 0.6, 0.25, 0 };

  return shares[verdict];
}

/* A listing that mentions everything is about nothing in particular: -4 % a further interest. */
static double
breadth (guint n_interests)
{
  return n_interests <= 2 ? 1.0 : 1.0 - 0.04 * MIN (n_interests - 2, 8);
}

/* The wishes from @from up to @to that are met, each by its rarity and by how the service shows it.
 */
static double
met (const DolenQuery *query, const DolenLook *look, guint from, guint to)
{
  double sum = 0;

  for (guint w = from; w < to; w++)
    sum += (double) query->rarity[w] * look->wishes[w].value / 100;
  return sum;
}

/* What they like and what they need help with in one place is worth more than either, where one of
 * them is what the place is about. */
#define BOTH 0.3

/* How well what they seek is met, 0 to 1, beside one that meets the two wishes that count most. */
static double
wishes (const DolenQuery *query, guint i, const DolenLook *look)
{
  double interests = met (query, look, 0, query->n_interests);
  double needs = met (query, look, query->n_interests, query->n_wishes);
  double sum = interests + needs;

  if (query->n_wishes == 0)
    return 0;
  /* What stands in a name is what it is about, whatever else it mentions. */
  if (look->strongest >= DOLEN_WORTH_MET)
    sum += BOTH * MIN (interests, needs);
  else
    sum *= breadth (query->facts->n_interests[i]);
  return MIN (sum / (double) query->most_wishes, 1);
}

static gboolean
meets_any (const DolenLook *look, guint from, guint to)
{
  for (guint w = from; w < to; w++)
    if (look->wishes[w].worth >= DOLEN_WORTH_MET)
      return TRUE;
  return FALSE;
}

/* Their words alone, where nothing that they seek is met, are often about something else. */
#define WORDS_ALONE 0.8

/* What helps with what they need, and says that it is for people like them, is before what helps
 * anybody. */
#define FOR_ANYBODY 0.83

static gboolean
is_need_of_theirs (const DolenQuery *query, guint i, const DolenVerdicts *verdicts)
{
  return verdicts->of[DOLEN_CRITERION_ELIGIBILITY] == DOLEN_VERDICT_YES
         && query->facts->eligible[i].audience != 0
         && meets_any (&verdicts->look, query->n_interests, query->n_wishes);
}

/* Who says only what is in the way seeks what eases any of it. */
#define NOTHING_EASED 0.5

static double
without_wishes (const DolenQuery *query, const DolenLook *look)
{
  gboolean eased = (look->barriers_full | look->barriers_partly) != 0;

  return query->n_barriers == 0 || eased ? 1 : NOTHING_EASED;
}

/* The same, their own words in the group's text beside it. */
static double
relevance (const DolenQuery *query, guint i, const DolenLook *look)
{
  double of_words = query->words != NULL ? query->words[i] / 255.0 : 0;
  double share = POINTS (query, WORDS) / MAX (POINTS (query, WORDS) + POINTS (query, WISHES), 1);

  if (!query->own_words)
    return query->n_wishes > 0 ? wishes (query, i, look) : without_wishes (query, look);
  if (query->n_wishes == 0)
    return of_words;
  of_words = (1 - share) * wishes (query, i, look) + share * of_words;
  return meets_any (look, 0, query->n_wishes) ? of_words : WORDS_ALONE * of_words;
}

/* The mean of all barriers, each as share_of(): removed, eased, nothing known, in the way. */
static double
barriers (const DolenQuery *query, const DolenLook *look)
{
  guint64 open = ~look->barriers_full & ~look->barriers_blocked;
  guint64 all
      = query->n_barriers < 64 ? (G_GUINT64_CONSTANT (1) << query->n_barriers) - 1 : G_MAXUINT64;
  int full = __builtin_popcountll (look->barriers_full & all);
  int partly = __builtin_popcountll (look->barriers_partly & open & all);
  int unknown = __builtin_popcountll (~look->barriers_partly & open & all);

  if (query->n_barriers == 0)
    return 0;
  return (full + 0.6 * partly + 0.25 * unknown) / query->n_barriers * POINTS (query, BARRIERS);
}

/* Half at 8 km; where it is not known, it counts as 15 km away, somewhere in the district, and no
 * nearer than the farthest that they would go. By which means they get there takes a part of it:
 * near is worth less where nobody can bring them. */
static double
closeness (const DolenQuery *query, const DolenVerdicts *verdicts)
{
  static const double travel[] = { 1, 1, 0.8, 0.6, 0.3 };
  double km = (double) verdicts->look.km;
  double limit = MAX (query->profile->max_km, 0);
  double unknown = MIN (0.35, 8.0 / (8.0 + limit));
  double near = isnan (km) ? unknown : 8.0 / (8.0 + km);

  if (verdicts->look.in_district)
    near = MIN (near, unknown);
  return POINTS (query, CLOSENESS) * near * travel[verdicts->of[DOLEN_CRITERION_TRAVEL]];
}

static double
freshness (const DolenQuery *query, guint i)
{
  int days = query->facts->confirmed[i];

  return days < 0 || days > 365 ? 0 : POINTS (query, FRESHNESS) * (1.0 - days / 365.0);
}

/* The mean of those of three that were asked. */
static double
setting (const DolenQuery *query, const DolenVerdicts *verdicts)
{
  static const DolenCriterion asked[]
      = { DOLEN_CRITERION_PLACE, DOLEN_CRITERION_SETTING, DOLEN_CRITERION_GROUP_SIZE };
  double sum = 0;
  int n = 0;

  for (gsize a = 0; a < G_N_ELEMENTS (asked); a++)
    if (verdicts->of[asked[a]] != DOLEN_VERDICT_NONE) {
      sum += share_of ((DolenVerdict) verdicts->of[asked[a]]);
      n++;
    }
  return n > 0 ? sum / n * POINTS (query, SETTING) : 0;
}

/* When it is and how long it lasts: the less good of the two. */
static double
times (const DolenQuery *query, const DolenVerdicts *verdicts)
{
  int worse = MAX (verdicts->of[DOLEN_CRITERION_TIMES], verdicts->of[DOLEN_CRITERION_LENGTH]);

  return share_of ((DolenVerdict) MAX (worse, verdicts->of[DOLEN_CRITERION_DAYS]))
         * POINTS (query, TIMES);
}

/* Not everybody to the big name: a group that offers one thing, or two, before a body that offers
 * many. Small enough to decide only between what fits alike. */
static double
smallness (const DolenQuery *query, guint i)
{
  const DolenFacts *facts = query->facts;
  guint32 owner = facts->owner[i];
  guint n = owner != DOLEN_NO_OWNER ? facts->owners[owner].n_services : 0;

  if (n == 0)
    return 0.5 * POINTS (query, SMALL);
  if (facts->owners[owner].governance == DOLEN_GOVERNANCE_STATUTORY)
    return 0;
  return POINTS (query, SMALL) / n;
}

/* A group that lets people off is no worse for not having said what it takes. */
static double
cost (const DolenQuery *query, const DolenVerdicts *verdicts)
{
  DolenVerdict verdict = (DolenVerdict) verdicts->of[DOLEN_CRITERION_COST];

  if (verdict == DOLEN_VERDICT_UNKNOWN && (verdicts->look.marks_yes & DOLEN_MARK_CHEAPER))
    verdict = DOLEN_VERDICT_HELPED;
  return share_of (verdict) * POINTS (query, COST);
}

/* Places told: each that we sent there since takes one. */
static double
places (const DolenQuery *query, guint i, const DolenVerdicts *verdicts)
{
  const DolenServiceDetail *detail = dolen_query_detail (query, i);
  int free = query->facts->capacity[i].places;

  if (verdicts->of[DOLEN_CRITERION_CAPACITY] != DOLEN_VERDICT_YES)
    return 0;
  if (detail == NULL || detail->sent == 0 || free <= 0)
    return POINTS (query, PLACES);
  return POINTS (query, PLACES) * MAX (free - detail->sent, 0) / free;
}

/* How well the group is known: what is not known stands in the middle, between well and badly. */
static double
trust (const DolenQuery *query, guint i, const DolenVerdicts *verdicts)
{
  static const double answers[] = { 0.5, 1, 0.6, 0.5, 0 };
  static const double funding[] = { 0.25, 1, 0.25, 0.1, 0 };
  guint assured = query->facts->assured[i] & 0xffu;
  double seen = MIN (__builtin_popcount (assured) / 4.0, 1.0);

  return answers[verdicts->of[DOLEN_CRITERION_ANSWERS]] * POINTS (query, ANSWERS)
         + funding[verdicts->of[DOLEN_CRITERION_FUNDING]] * POINTS (query, FUNDING)
         + seen * POINTS (query, ASSURANCE) + smallness (query, i);
}

/* What they said against it takes its part of the whole: half of it for what they do not like, most
 * of it for what they tried. So does not knowing whether it is for them, and more where it says
 * that it is for people with something they do not have. When they said that they would come is a
 * wish, and how long they would wait is another: what cannot keep to it may still be the one thing
 * that helps, and is asked about; but it counts for less. What none of their means reaches needs
 * somebody who brings them every time. */
#define AGAINST_ALL 300.0
#define PERHAPS_FOR_OTHERS 0.6
#define FOR_OTHERS 0.35
#define AT_OTHER_TIMES 0.6
#define LONGER_WAIT 0.6
#define BEYOND_THEIR_MEANS 0.4

/* What few people are is not presumed of anybody who did not say so. */
#define FEW                                                                                        \
  (DOLEN_AUDIENCE_VETERANS | DOLEN_AUDIENCE_LGBTQ | DOLEN_AUDIENCE_REFUGEES                        \
   | DOLEN_AUDIENCE_STUDENTS | DOLEN_AUDIENCE_FARMERS | DOLEN_AUDIENCE_MINORITIES)

static gboolean
is_for_few_others (const DolenQuery *query, guint index)
{
  return (query->facts->eligible[index].audience & ~query->audience & FEW) != 0;
}

static double
against (const DolenQuery *query, guint index, const DolenVerdicts *verdicts)
{
  double dislikes = MIN (POINTS (query, DISLIKES) / AGAINST_ALL, 1);
  double tried = MIN (POINTS (query, TRIED) / AGAINST_ALL, 1);
  double left = 1;

  if (verdicts->of[DOLEN_CRITERION_DISLIKES] == DOLEN_VERDICT_NO)
    left *= 1 - dislikes;
  else if (verdicts->of[DOLEN_CRITERION_DISLIKES] == DOLEN_VERDICT_UNKNOWN)
    left *= 1 - dislikes / 2;
  if (verdicts->of[DOLEN_CRITERION_DAYS] == DOLEN_VERDICT_NO
      || verdicts->of[DOLEN_CRITERION_TIMES] == DOLEN_VERDICT_NO)
    left *= AT_OTHER_TIMES;
  if (dolen_query_waits_too_long (query, verdicts))
    left *= LONGER_WAIT;
  if (verdicts->beyond_means)
    left *= BEYOND_THEIR_MEANS;
  if (verdicts->of[DOLEN_CRITERION_TRIED] == DOLEN_VERDICT_NO)
    left *= 1 - tried;
  if (verdicts->of[DOLEN_CRITERION_ELIGIBILITY] >= DOLEN_VERDICT_UNKNOWN)
    left *= verdicts->look.of_others || is_for_few_others (query, index) ? FOR_OTHERS
                                                                         : PERHAPS_FOR_OTHERS;
  return left;
}

double
dolen_query_practical (const DolenQuery *query)
{
  static const DolenWeight practical[] = {
    DOLEN_WEIGHT_BARRIERS,  DOLEN_WEIGHT_CLOSENESS, DOLEN_WEIGHT_TIMES,     DOLEN_WEIGHT_COST,
    DOLEN_WEIGHT_SETTING,   DOLEN_WEIGHT_LANGUAGE,  DOLEN_WEIGHT_FOR_THEM,  DOLEN_WEIGHT_PLACES,
    DOLEN_WEIGHT_FRESHNESS, DOLEN_WEIGHT_ANSWERS,   DOLEN_WEIGHT_ASSURANCE, DOLEN_WEIGHT_FUNDING,
    DOLEN_WEIGHT_SMALL,
  };
  double sum = 0;

  for (gsize w = 0; w < G_N_ELEMENTS (practical); w++)
    sum += (double) query->points[practical[w]];
  return MAX (sum, 1);
}

/*
 * What it is about comes first; what is practical takes a part of it away or leaves it whole, and
 * so decides between what meets them alike. It never makes a suggestion of what they do not seek.
 * How large that part is, is how what is practical weighs beside what they seek.
 */
void
dolen_query_score (const DolenQuery *query, guint index, DolenVerdicts *verdicts)
{
  const DolenLook *look = &verdicts->look;
  double sought
      = DOLEN_SCORE_WHOLE * relevance (query, index, look) * against (query, index, verdicts);
  double part
      = query->practical / (query->practical + MAX (POINTS (query, WISHES), POINTS (query, WORDS)));
  double fit = barriers (query, look) + closeness (query, verdicts) + times (query, verdicts)
               + setting (query, verdicts) + cost (query, verdicts)
               + trust (query, index, verdicts);
  double now = freshness (query, index) + places (query, index, verdicts);

  if (query->n_needs > 0 && !is_need_of_theirs (query, index, verdicts))
    sought *= FOR_ANYBODY;
  if (verdicts->of[DOLEN_CRITERION_LANGUAGE] == DOLEN_VERDICT_YES)
    fit += POINTS (query, LANGUAGE);
  if (verdicts->of[DOLEN_CRITERION_ELIGIBILITY] == DOLEN_VERDICT_YES
      || verdicts->of[DOLEN_CRITERION_AGE] == DOLEN_VERDICT_YES)
    fit += POINTS (query, FOR_THEM);
  verdicts->fit = (int) lround (sought * (1 - part + part * fit / query->practical));
  verdicts->score = (int) lround (sought * (1 - part + part * (fit + now) / query->practical));
}
