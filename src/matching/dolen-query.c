/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include "place/dolen-distance.h"

#include <string.h>

/*
 * A profile made ready: whatever is the same for every service is worked out once, here.
 */

/* From which age "older people" may well mean somebody; most such services say 50. */
#define OLDER_FROM 50

/* Barriers with a criterion of their own; every other is told under "barrier". */
static const struct {
  const char *code;
  DolenCriterion criterion;
} criterion_of[] = {
  { "cost", DOLEN_CRITERION_COST },
  { "stairs", DOLEN_CRITERION_STEP_FREE },
  { "wheelchair", DOLEN_CRITERION_STEP_FREE },
  { "walking-difficulty", DOLEN_CRITERION_STEP_FREE },
  { "no-car", DOLEN_CRITERION_TRANSPORT },
  { "remote", DOLEN_CRITERION_TRANSPORT },
  { "going-alone", DOLEN_CRITERION_COMPANY },
  { "digital-exclusion", DOLEN_CRITERION_DIGITAL },
  { "welsh-first", DOLEN_CRITERION_LANGUAGE },
  { "other-language", DOLEN_CRITERION_LANGUAGE },
};

/* Wishes that say to which audience a person belongs. */
static const struct {
  DolenTermKind kind;
  const char *code;
  guint audience;
} audience_of[] = {
  { DOLEN_TERM_NEED, "parenting", DOLEN_AUDIENCE_PARENTS | DOLEN_AUDIENCE_CHILDREN },
  { DOLEN_TERM_INTEREST, "children-family", DOLEN_AUDIENCE_PARENTS | DOLEN_AUDIENCE_CHILDREN },
  { DOLEN_TERM_BARRIER, "childcare", DOLEN_AUDIENCE_PARENTS },
  { DOLEN_TERM_NEED, "carers", DOLEN_AUDIENCE_CARERS },
  { DOLEN_TERM_BARRIER, "caring-duties", DOLEN_AUDIENCE_CARERS },
  { DOLEN_TERM_NEED, "veterans", DOLEN_AUDIENCE_VETERANS },
  { DOLEN_TERM_INTEREST, "lgbtq", DOLEN_AUDIENCE_LGBTQ },
  { DOLEN_TERM_INTEREST, "older-people-groups", DOLEN_AUDIENCE_OLDER },
  { DOLEN_TERM_NEED, "learning-disability", DOLEN_AUDIENCE_DISABLED },
  { DOLEN_TERM_NEED, "autism", DOLEN_AUDIENCE_DISABLED },
  { DOLEN_TERM_BARRIER, "learning-disability", DOLEN_AUDIENCE_DISABLED },
  { DOLEN_TERM_BARRIER, "wheelchair", DOLEN_AUDIENCE_DISABLED },
};

/* Needs that are a reason of their own to come: a service with one in its name ("Stroke Club") is
 * meant for those who have it, whatever else it offers. */
static const char *const needs_of_a_kind[] = {
  "addiction",
  "additional-learning",
  "affected-by-addiction",
  "alcohol",
  "arthritis",
  "autism",
  "baby-loss",
  "bereavement",
  "brain-injury",
  "cancer",
  "carers",
  "child-bereavement",
  "dementia",
  "diabetes",
  "domestic-abuse",
  "drugs",
  "eating-disorder",
  "end-of-life",
  "epilepsy",
  "farming-stress",
  "fibromyalgia-me",
  "gambling",
  "hearing-loss",
  "heart",
  "homelessness",
  "incontinence",
  "kinship-care",
  "learning-disability",
  "lgbtq-support",
  "long-term-condition",
  "lungs",
  "memory-loss",
  "menopause",
  "multiple-sclerosis",
  "neurodiversity",
  "neurological",
  "offending",
  "pain",
  "parent-carers",
  "parenting",
  "parkinsons",
  "perinatal",
  "pregnancy",
  "refugees",
  "relationship-breakup",
  "self-harm",
  "severe-mental-illness",
  "sexual-violence",
  "sight-loss",
  "smoking",
  "speech-communication",
  "stroke",
  "suicide-bereavement",
  "veterans",
  "young-carers",
  "youth-mental-health",
};

/* Of these, those that are never suggested by the way. */
static const char *const delicate_needs[] = {
  "addiction", "alcohol",   "domestic-abuse",  "drugs", "gambling",
  "offending", "self-harm", "sexual-violence", NULL,
};

/* What somebody is, as they or their worker said: whom a group is for, and the need that is theirs
 * though it is not what they seek help with. */
static const struct {
  guint about;
  guint audience;
  const char *need; /* (nullable) */
} about_of[] = {
  { DOLEN_ABOUT_VETERAN, DOLEN_AUDIENCE_VETERANS, "veterans" },
  { DOLEN_ABOUT_CARER, DOLEN_AUDIENCE_CARERS, "carers" },
  { DOLEN_ABOUT_PARENT, DOLEN_AUDIENCE_PARENTS | DOLEN_AUDIENCE_CHILDREN, "parenting" },
  { DOLEN_ABOUT_LGBTQ, DOLEN_AUDIENCE_LGBTQ, NULL },
  { DOLEN_ABOUT_DISABLED, DOLEN_AUDIENCE_DISABLED, NULL },
  { DOLEN_ABOUT_REFUGEE, DOLEN_AUDIENCE_REFUGEES, "refugees" },
  { DOLEN_ABOUT_STUDENT, DOLEN_AUDIENCE_STUDENTS, NULL },
  { DOLEN_ABOUT_BEREAVED, 0, "bereavement" },
  { DOLEN_ABOUT_LEARNING_DISABILITY, DOLEN_AUDIENCE_DISABLED, "learning-disability" },
  { DOLEN_ABOUT_NEURODIVERGENT, 0, "neurodiversity" },
  { DOLEN_ABOUT_NEURODIVERGENT, 0, "autism" },
  { DOLEN_ABOUT_FARMER, DOLEN_AUDIENCE_FARMERS, "farming-stress" },
  { DOLEN_ABOUT_MINORITY, DOLEN_AUDIENCE_MINORITIES, NULL },
};

DolenCriterion
dolen_criterion_of_barrier (const DolenTerm *barrier)
{
  for (gsize i = 0; i < G_N_ELEMENTS (criterion_of); i++)
    if (strcmp (criterion_of[i].code, barrier->code) == 0)
      return criterion_of[i].criterion;
  return DOLEN_CRITERION_BARRIER;
}

/* A narrower kind of help does what the broader one does; a no of it says nothing of the broader.
 */
static void
prepare_remedy (DolenQuery *query, const DolenRemedy *remedy, guint64 bit)
{
  DolenVocabulary *vocabulary = query->facts->vocabulary;

  for (guint e = 0; e < dolen_vocabulary_count (vocabulary, DOLEN_TERM_ENABLER); e++) {
    if (!dolen_term_set_has (dolen_vocabulary_closure (vocabulary, DOLEN_TERM_ENABLER, e),
                             remedy->enabler))
      continue;
    if (remedy->degree == DOLEN_REMEDY_FULL)
      query->enablers[e].full |= bit;
    else if (remedy->degree == DOLEN_REMEDY_PARTLY)
      query->enablers[e].partly |= bit;
  }
  if (remedy->blocks)
    query->enablers[remedy->enabler].blocks |= bit;
}

static void
prepare_barrier (DolenQuery *query, const DolenTerm *term)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << query->n_barriers;
  DolenBarrierQuery *barrier = &query->barriers[query->n_barriers++];
  guint n = 0;
  const DolenRemedy *remedies
      = dolen_vocabulary_remedies (query->facts->vocabulary, term->index, &n);

  barrier->barrier = term->index;
  barrier->criterion = dolen_criterion_of_barrier (term);
  query->barriers_told[barrier->criterion] |= bit;
  for (guint i = 0; i < n; i++)
    prepare_remedy (query, &remedies[i], bit);
}

static void
prepare_barriers (DolenQuery *query)
{
  DolenVocabulary *vocabulary = query->facts->vocabulary;
  guint n = dolen_vocabulary_count (vocabulary, DOLEN_TERM_BARRIER);

  for (guint b = 0; b < n; b++)
    if (dolen_term_set_has (&query->profile->barriers, b))
      prepare_barrier (query, dolen_vocabulary_term (vocabulary, DOLEN_TERM_BARRIER, b));
}

/* English alone asks nothing of a group; another language does. */
static void
prepare_languages (DolenQuery *query)
{
  char **languages = query->profile->languages;

  query->speaks_english = TRUE;
  if (languages == NULL || languages[0] == NULL)
    return;
  query->speaks_english = dolen_profile_has_language (query->profile, "en");
  query->asks_language = strcmp (languages[0], "en") != 0;
  query->first_language = dolen_facts_language_bit (query->facts, languages[0]);
  for (guint i = 1; languages[i] != NULL; i++)
    query->other_languages |= dolen_facts_language_bit (query->facts, languages[i]);
}

/* Marks those of the table that the profile neither names nor names something narrower of. */
static void
mark_needs_of_others (DolenQuery *query)
{
  DolenVocabulary *vocabulary = query->facts->vocabulary;

  for (gsize i = 0; i < G_N_ELEMENTS (needs_of_a_kind); i++) {
    const DolenTerm *term
        = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_NEED, needs_of_a_kind[i]);
    gboolean named = term == NULL;

    for (guint w = query->n_interests; !named && w < query->n_wishes; w++)
      named = dolen_term_set_has (
          dolen_vocabulary_closure (
              vocabulary, DOLEN_TERM_NEED, dolen_fact_tag_index (query->wishes[w])),
          term->index);
    if (!named)
      dolen_query_mark (query,
                        term,
                        g_strv_contains (delicate_needs, needs_of_a_kind[i])
                            ? DOLEN_MARK_OF_OTHERS | DOLEN_MARK_DELICATE
                            : DOLEN_MARK_OF_OTHERS);
  }
}

static void
take_about (DolenQuery *query)
{
  for (gsize a = 0; a < G_N_ELEMENTS (about_of); a++) {
    const DolenTerm *need
        = dolen_vocabulary_by_code (query->facts->vocabulary, DOLEN_TERM_NEED, about_of[a].need);

    if (!(query->profile->about & about_of[a].about))
      continue;
    query->audience |= about_of[a].audience;
    if (need != NULL)
      query->terms[dolen_fact_number (DOLEN_TERM_NEED, need->index)].marks
          &= ~(guint32) DOLEN_MARK_OF_OTHERS;
  }
}

static void
prepare_audience (DolenQuery *query)
{
  const DolenProfile *profile = query->profile;

  for (gsize i = 0; i < G_N_ELEMENTS (audience_of); i++) {
    DolenTermKind kind = audience_of[i].kind;
    const DolenTerm *term
        = dolen_vocabulary_by_code (query->facts->vocabulary, kind, audience_of[i].code);
    const DolenTermSet *named = kind == DOLEN_TERM_INTEREST ? &profile->interests
                                : kind == DOLEN_TERM_NEED   ? &profile->needs
                                                            : &profile->barriers;

    if (term != NULL && dolen_term_set_has (named, term->index))
      query->audience |= audience_of[i].audience;
  }
  mark_needs_of_others (query);
  take_about (query);
  if (profile->age >= 0 && profile->age < 18)
    query->audience |= DOLEN_AUDIENCE_CHILDREN;
  if (profile->age >= OLDER_FROM)
    query->audience |= DOLEN_AUDIENCE_OLDER;
}

/* Without the data of the weights nothing but the bands says what comes first. */
static void
prepare_weights (DolenQuery *query)
{
  const DolenWeights *weights = query->profile->weights;

  if (weights == NULL)
    weights = dolen_weights_default (NULL);
  query->accompany = weights != NULL ? dolen_weights_get_leave (weights, DOLEN_HELP_ACCOMPANY)
                                     : DOLEN_LEAVE_ASK_LEAD;
  for (guint w = 0; weights != NULL && w < DOLEN_N_WEIGHTS; w++)
    query->points[w] = (float) dolen_weights_get_points (weights, (DolenWeight) w);
  query->practical = dolen_query_practical (query);
}

/* All at once is a fraction of a millisecond for 100,000 venues. */
static void
prepare_distances (DolenQuery *query)
{
  const DolenFacts *facts = query->facts;

  if (!query->has_position)
    return;
  query->km = g_new (float, MAX (facts->n_venues, 1));
  dolen_distance_many_km (
      &query->profile->position, facts->latitude, facts->longitude, facts->n_venues, query->km);
}

DolenQuery *
dolen_query_new (DolenFacts *facts, const DolenProfile *profile)
{
  DolenQuery *query = g_new0 (DolenQuery, 1);

  query->facts = dolen_facts_ref (facts);
  query->profile = dolen_profile_copy (profile);
  query->has_position = dolen_position_is_known (&profile->position);
  dolen_query_prepare_terms (query);
  prepare_barriers (query);
  prepare_languages (query);
  prepare_audience (query);
  dolen_query_prepare_marks (query);
  dolen_query_prepare_services (query);
  prepare_weights (query);
  prepare_distances (query);
  dolen_query_prepare_rarity (query);
  dolen_query_prepare_asks (query);
  dolen_query_prepare_criteria (query);
  return query;
}

void
dolen_query_free (DolenQuery *query)
{
  if (query == NULL)
    return;
  g_free (query->wishes);
  g_free (query->rarity);
  g_free (query->km);
  g_array_unref (query->meetings);
  g_array_unref (query->details);
  g_free (query->flags);
  g_free (query->words);
  dolen_profile_free (query->profile);
  dolen_facts_unref (query->facts);
  g_free (query);
}
