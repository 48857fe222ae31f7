/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include "place/dolen-distance.h"
#include "place/dolen-postcode.h"

#include <string.h>

/*
 * A profile made ready: whatever is the same for every service is worked out once, here.
 */

/* From which age "older people" may well mean somebody; most such services say 50. */
#define OLDER_FROM 50
#define ADULT_FROM 18
#define YOUNG_TO 25 /* and to which somebody is young to services for young people */

/* Wishes that say to which audience a person belongs. */
static const struct {
  DolenTermKind kind;
  const char *code;
  guint audience;
} audience_of[] = {
  { DOLEN_TERM_NEED, "parenting", DOLEN_AUDIENCE_PARENTS | DOLEN_AUDIENCE_CHILDREN },
  { DOLEN_TERM_INTEREST, "children-family", DOLEN_AUDIENCE_PARENTS | DOLEN_AUDIENCE_CHILDREN },
  { DOLEN_TERM_BARRIER, "childcare", DOLEN_AUDIENCE_PARENTS },
  { DOLEN_TERM_NEED, "kinship-care", DOLEN_AUDIENCE_PARENTS | DOLEN_AUDIENCE_CHILDREN },
  { DOLEN_TERM_NEED, "parent-carers", DOLEN_AUDIENCE_PARENTS | DOLEN_AUDIENCE_CHILDREN },
  { DOLEN_TERM_NEED, "childcare-need", DOLEN_AUDIENCE_PARENTS | DOLEN_AUDIENCE_CHILDREN },
  { DOLEN_TERM_NEED, "carers", DOLEN_AUDIENCE_CARERS },
  { DOLEN_TERM_BARRIER, "caring-duties", DOLEN_AUDIENCE_CARERS },
  { DOLEN_TERM_NEED, "veterans", DOLEN_AUDIENCE_VETERANS },
  { DOLEN_TERM_NEED, "farming-stress", DOLEN_AUDIENCE_FARMERS },
  { DOLEN_TERM_NEED, "refugees", DOLEN_AUDIENCE_REFUGEES },
  { DOLEN_TERM_NEED, "immigration-advice", DOLEN_AUDIENCE_REFUGEES },
  { DOLEN_TERM_NEED, "lgbtq-support", DOLEN_AUDIENCE_LGBTQ },
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

/* Who lost somebody in one of these ways is among others who did; somebody else who grieves is not,
 * though grief is what both have. */
static const char *const losses_of_a_kind[]
    = { "suicide-bereavement", "baby-loss", "child-bereavement", NULL };

/* Where who has the one is at home among those with the other: a stroke is an acquired brain
 * injury, and aphasia mostly comes of one (Headway; Stroke Association). */
static const struct {
  const char *one, *other;
} kin[] = {
  { "stroke", "brain-injury" },
  { "stroke", "speech-communication" },
  { "brain-injury", "speech-communication" },
  { "autism", "additional-learning" },
  { "learning-disability", "additional-learning" },
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
  query->signs = strcmp (languages[0], "bfi") == 0;
  query->first_language = dolen_facts_language_bit (query->facts, languages[0]);
  for (guint i = 1; languages[i] != NULL; i++)
    query->other_languages |= dolen_facts_language_bit (query->facts, languages[i]);
}

/* Whether the profile names @term, an interest or a need, or something narrower. */
static gboolean
names_wish (const DolenQuery *query, const DolenTerm *term)
{
  for (guint w = 0; w < query->n_wishes; w++)
    if (dolen_fact_tag_kind (query->wishes[w]) == term->kind
        && dolen_term_set_has (dolen_vocabulary_closure (query->facts->vocabulary,
                                                         term->kind,
                                                         dolen_fact_tag_index (query->wishes[w])),
                               term->index))
      return TRUE;
  return FALSE;
}

/* Whether what only the young have is theirs too. */
static gboolean
is_of_the_young (const DolenQuery *query, const char *code)
{
  int age = query->profile->age;

  return strcmp (code, "youth-mental-health") == 0 && age >= 0 && age <= YOUNG_TO;
}

/* What troubles them at school is a thing of parents too; they are none, unless they say so. */
static gboolean
is_too_young_for_it (const DolenQuery *query, const char *code)
{
  const DolenProfile *profile = query->profile;

  return strcmp (code, "parenting") == 0 && profile->age >= 0 && profile->age < ADULT_FROM
         && !(profile->about & DOLEN_ABOUT_PARENT);
}

static gboolean
names_need (const DolenQuery *query, const char *code)
{
  const DolenTerm *need
      = dolen_vocabulary_by_code (query->facts->vocabulary, DOLEN_TERM_NEED, code);

  return need != NULL && names_wish (query, need);
}

static gboolean
names_kin (const DolenQuery *query, const char *code)
{
  for (gsize k = 0; k < G_N_ELEMENTS (kin); k++)
    if ((strcmp (kin[k].one, code) == 0 && names_need (query, kin[k].other))
        || (strcmp (kin[k].other, code) == 0 && names_need (query, kin[k].one)))
      return TRUE;
  return FALSE;
}

/* Marks those of the table: theirs, or of others. */
static void
mark_needs_of_a_kind (DolenQuery *query)
{
  for (gsize i = 0; i < G_N_ELEMENTS (needs_of_a_kind); i++) {
    const char *code = needs_of_a_kind[i];
    const DolenTerm *term
        = dolen_vocabulary_by_code (query->facts->vocabulary, DOLEN_TERM_NEED, code);
    guint32 marks = DOLEN_MARK_OF_OTHERS;

    if (term == NULL)
      continue;
    if ((names_wish (query, term) || names_kin (query, code) || is_of_the_young (query, code))
        && !is_too_young_for_it (query, code))
      marks = DOLEN_MARK_OF_THEIRS;
    else if (g_strv_contains (delicate_needs, code))
      marks |= DOLEN_MARK_DELICATE;
    if (g_strv_contains (losses_of_a_kind, code))
      marks |= marks == DOLEN_MARK_OF_THEIRS ? DOLEN_MARK_THEIR_LOSS : DOLEN_MARK_OTHER_LOSS;
    dolen_query_mark (query, term, marks);
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
    if (need != NULL) {
      DolenTermEntry *entry = &query->terms[dolen_fact_number (DOLEN_TERM_NEED, need->index)];

      entry->marks &= ~(guint32) (DOLEN_MARK_OF_OTHERS | DOLEN_MARK_DELICATE);
      entry->marks |= DOLEN_MARK_OF_THEIRS;
    }
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

    if (term != NULL
        && (kind == DOLEN_TERM_BARRIER ? dolen_term_set_has (&profile->barriers, term->index)
                                       : names_wish (query, term)))
      query->audience |= audience_of[i].audience;
  }
  mark_needs_of_a_kind (query);
  take_about (query);
  if (profile->age >= 0 && profile->age < ADULT_FROM)
    query->audience |= DOLEN_AUDIENCE_CHILDREN;
  if (is_too_young_for_it (query, "parenting"))
    query->audience &= ~(guint) DOLEN_AUDIENCE_PARENTS;
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
  query->postcode = dolen_postcode_number (query->profile->place);
  for (guint v = 0; query->postcode != 0 && v < facts->n_venues; v++)
    if (facts->postcode[v] == query->postcode)
      query->km[v] = 0;
}

DolenQuery *
dolen_query_new (DolenFacts *facts, const DolenProfile *profile)
{
  DolenQuery *query = g_new0 (DolenQuery, 1);

  query->facts = dolen_facts_ref (facts);
  query->profile = dolen_profile_copy (profile);
  query->has_position = dolen_position_is_known (&profile->position);
  dolen_query_prepare_terms (query);
  dolen_query_prepare_barriers (query);
  prepare_languages (query);
  prepare_audience (query);
  dolen_query_prepare_marks (query);
  dolen_query_prepare_services (query);
  prepare_weights (query);
  prepare_distances (query);
  dolen_query_prepare_areas (query);
  dolen_query_prepare_rarity (query);
  dolen_query_prepare_asks (query);
  dolen_query_prepare_look (query);
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
  g_free (query->elsewhere);
  g_free (query->row_of);
  g_free (query->says_of);
  g_free (query->rows);
  g_free (query->close);
  g_array_unref (query->meetings);
  g_array_unref (query->details);
  g_free (query->flags);
  g_free (query->words);
  dolen_profile_free (query->profile);
  dolen_facts_unref (query->facts);
  g_free (query);
}
