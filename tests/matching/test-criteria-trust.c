/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "directory/samples.h"
#include "matching/criteria-helper.h"
#include "matching/dolen-ranking.h"

#include <string.h>

/* How test_facts() calls its first services. */
#define FIRST "service 00000"
#define SECOND "service 00001"

static void
check_safeguarding (gboolean higher, guint assured, DolenVerdict expected)
{
  Case c = new_case ();

  c.profile->higher_risk = higher;
  c.facts->assured[0] = (guint16) assured;
  check (c, DOLEN_CRITERION_SAFEGUARDING, expected);
}

static void
test_safeguarding_is_for_those_at_risk (void)
{
  check_safeguarding (FALSE, DOLEN_ASSURED_MISSING (DOLEN_ASSURED_SAFEGUARDING), NONE);
  check_safeguarding (TRUE, DOLEN_ASSURED_SAFEGUARDING, YES);
  check_safeguarding (TRUE, 0, UNKNOWN);
  check_safeguarding (TRUE, DOLEN_ASSURED_INSURANCE, UNKNOWN);
  check_safeguarding (TRUE, DOLEN_ASSURED_MISSING (DOLEN_ASSURED_SAFEGUARDING), NO);
}

static void
check_funding (int weeks, int days, DolenVerdict expected)
{
  Case c = new_case ();

  c.profile->support_weeks = weeks;
  c.facts->funded_days[0] = (gint16) days;
  check (c, DOLEN_CRITERION_FUNDING, expected);
}

static void
test_funding_lasts_as_long_as_support (void)
{
  check_funding (-1, 0, NONE);
  check_funding (12, -1, NONE);
  check_funding (12, 84, YES);
  check_funding (12, 83, HELPED);
  check_funding (12, 0, UNKNOWN);
}

static void
check_answers (int asked, int accepted, int median, DolenVerdict expected)
{
  Case c = new_case ();
  g_autoptr (DolenAnswers) answers = dolen_answers_new ();
  DolenAnswer *answer = dolen_answers_add (answers, FIRST);

  answer->asked = asked;
  answer->answered = accepted;
  answer->accepted = accepted;
  answer->median_days = median;
  dolen_answers_add (answers, "not in the directory")->asked = 50;
  dolen_profile_set_answers (c.profile, answers);
  check (c, DOLEN_CRITERION_ANSWERS, expected);
}

static void
test_answers_count_from_five_on (void)
{
  check_answers (4, 4, 2, NONE);
  check_answers (5, 5, 2, YES);
  check_answers (10, 8, 30, HELPED);
  check_answers (10, 5, 2, HELPED);
  check_answers (10, 2, 2, NO);
  check_answers (10, 0, -1, NO);
}

static void
test_what_was_tried_is_not_suggested_again (void)
{
  const char *const tried[] = { "not in the directory", FIRST, NULL };
  Case c = new_case ();

  dolen_profile_set_tried (c.profile, tried);
  check (c, DOLEN_CRITERION_TRIED, NO);
  check (new_case (), DOLEN_CRITERION_TRIED, NONE);
}

static void
check_dislike (const char *tags, const char *wishes, DolenVerdict expected)
{
  Case c = case_of (tags, wishes);

  dolen_term_set_add (&c.profile->dislikes, test_term (DOLEN_TERM_INTEREST, "singing")->index);
  check (c, DOLEN_CRITERION_DISLIKES, expected);
}

static void
test_what_they_dislike_counts_against (void)
{
  check_dislike ("interest:gardening", "", NONE);
  check_dislike ("+interest:singing", "", NO);
  check_dislike ("+interest:singing", "interest:music", NO);
  check_dislike ("+interest:singing +interest:gardening", "interest:gardening", UNKNOWN);
  check_dislike ("interest:singing", "interest:gardening", UNKNOWN);
  check_dislike ("!interest:singing", "", NONE);
}

/* Never for: a choir is no answer to "music, but not singing". */
static void
test_what_they_dislike_meets_no_wish (void)
{
  Case c = case_of ("+interest:singing", "interest:music");

  dolen_term_set_add (&c.profile->dislikes, test_term (DOLEN_TERM_INTEREST, "singing")->index);
  check (c, DOLEN_CRITERION_INTEREST, NONE);
}

static DolenMatch
judge (DolenFacts *facts, const DolenProfile *profile)
{
  return dolen_ranking_judge (facts, profile, 0);
}

/* Each no: unsuitable, or one to ask first. */
static void
test_which_noes_make_it_unsuitable (void)
{
  g_assert_true (dolen_criterion_is_hard (DOLEN_CRITERION_AGE));
  g_assert_true (dolen_criterion_is_hard (DOLEN_CRITERION_LISTING));
  g_assert_true (dolen_criterion_is_hard (DOLEN_CRITERION_SAFEGUARDING));
  for (guint c = 0, hard = 0; c < DOLEN_N_CRITERIA; c++) {
    hard += dolen_criterion_is_hard ((DolenCriterion) c);
    g_assert_cmpuint (hard, <=, 3);
    if (dolen_criterion_is_hard ((DolenCriterion) c))
      g_assert_true (dolen_criterion_bars ((DolenCriterion) c));
  }
  g_assert_true (dolen_criterion_bars (DOLEN_CRITERION_TRIED));
  g_assert_false (dolen_criterion_bars (DOLEN_CRITERION_SETTING));
  g_assert_false (dolen_criterion_bars (DOLEN_CRITERION_ANSWERS));
}

static void
test_a_matter_of_taste_makes_nothing_unsuitable (void)
{
  Case c = case_of ("+interest:gardening", "interest:gardening");

  test_make_ready (c.facts, 0);
  g_assert_cmpint (judge (c.facts, c.profile).band, ==, DOLEN_BAND_READY);
  c.profile->setting = DOLEN_SETTING_INDOORS;
  g_assert_cmpint (judge (c.facts, c.profile).band, ==, DOLEN_BAND_HELP);
  dolen_profile_free (c.profile);
  dolen_facts_unref (c.facts);
}

/* Nobody has to falsify an age to get past it. */
static void
test_a_rule_set_aside_is_told_and_asked (void)
{
  Case c = case_of ("+interest:gardening", "interest:gardening");
  g_autoptr (DolenQuery) query = NULL;
  DolenVerdicts verdicts;

  test_make_ready (c.facts, 0);
  c.profile->age = 40;
  c.facts->eligible[0].min_age = 50;
  g_assert_cmpint (judge (c.facts, c.profile).band, ==, DOLEN_BAND_UNSUITABLE);
  dolen_profile_add_override (c.profile, SECOND, "age");
  dolen_profile_add_override (c.profile, FIRST, "listing");
  g_assert_cmpint (judge (c.facts, c.profile).band, ==, DOLEN_BAND_UNSUITABLE);
  dolen_profile_add_override (c.profile, FIRST, "age");
  g_assert_cmpint (judge (c.facts, c.profile).band, ==, DOLEN_BAND_HELP);
  query = dolen_query_new (c.facts, c.profile);
  dolen_query_judge (query, 0, &verdicts);
  g_assert_cmpint (verdicts.of[DOLEN_CRITERION_AGE], ==, NO);
  g_assert_cmphex (verdicts.overridden, ==, 1u << DOLEN_CRITERION_AGE);
  dolen_profile_free (c.profile);
  dolen_facts_unref (c.facts);
}

/* Four places told three days ago, and four people sent there since. */
static void
test_whom_we_sent_there_may_have_taken_the_places (void)
{
  Case c = case_of ("+interest:gardening", "interest:gardening");
  g_autoptr (DolenAnswers) answers = dolen_answers_new ();
  DolenAnswer *answer = dolen_answers_add (answers, FIRST);
  GDate yesterday;
  guint32 day;
  int before;

  g_date_clear (&yesterday, 1);
  g_date_set_dmy (&yesterday, 4, G_DATE_MAY, 2026);
  day = g_date_get_julian (&yesterday);
  test_make_ready (c.facts, 0);
  dolen_profile_set_answers (c.profile, answers);
  before = judge (c.facts, c.profile).score;
  for (int sent = 0; sent < 3; sent++)
    g_array_append_val (answer->sent, day);
  g_assert_cmpint (judge (c.facts, c.profile).band, ==, DOLEN_BAND_READY);
  g_assert_cmpint (judge (c.facts, c.profile).score, <, before);
  g_array_append_val (answer->sent, day);
  g_assert_cmpint (judge (c.facts, c.profile).band, ==, DOLEN_BAND_HELP);
  dolen_profile_free (c.profile);
  dolen_facts_unref (c.facts);
}

/* A word that no term knows brings what has it, and nothing else. */
static void
test_their_own_words_bring_what_has_them (void)
{
  const char *const words[] = { "trombone", NULL };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenService) band = samples_service ("Town Band", NULL, DOLEN_TEXT_MISSING);
  g_autoptr (DolenService) club = samples_service ("Trombone Club", NULL, DOLEN_TEXT_MISSING);
  g_autoptr (DolenService) other = samples_service ("Chess", NULL, DOLEN_TEXT_MISSING);
  g_autoptr (DolenFacts) facts = NULL;
  g_autoptr (DolenOwnWords) own_words = NULL;
  g_autoptr (DolenRanking) ranking = NULL;
  g_autoptr (DolenProfile) profile = dolen_profile_new ();

  dolen_bilingual_load (
      &band->description, "We want a trombone.", DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  samples_save (directory, band);
  samples_save (directory, club);
  samples_save (directory, other);
  facts = dolen_facts_new (dolen_directory_get_db (directory), test_vocabulary (), NULL, NULL);
  own_words = dolen_own_words_find (directory, words, NULL);
  dolen_profile_add_word (profile, words[0]);
  dolen_profile_set_own_words (profile, own_words);
  ranking = dolen_ranking_run (facts, profile, 0, NULL, NULL);
  g_assert_cmpuint (ranking->n_matches, ==, 2);
  g_assert_cmpint (facts->id[ranking->matches[0].index], ==, club->id);
  g_assert_cmpint (facts->id[ranking->matches[1].index], ==, band->id);
  g_assert_cmpint (ranking->matches[0].score, >, ranking->matches[1].score);
}

/* What somebody is, is only what was said: a carers' group is asked about, or theirs. */
static void
test_a_group_for_some_is_theirs_where_they_said_so (void)
{
  static const struct {
    guint about, audience;
    DolenVerdict expected;
  } cases[] = {
    { 0, DOLEN_AUDIENCE_VETERANS, UNKNOWN },
    { DOLEN_ABOUT_VETERAN, DOLEN_AUDIENCE_VETERANS, YES },
    { DOLEN_ABOUT_CARER, DOLEN_AUDIENCE_VETERANS, UNKNOWN },
    { DOLEN_ABOUT_REFUGEE, DOLEN_AUDIENCE_REFUGEES, YES },
    { DOLEN_ABOUT_STUDENT, DOLEN_AUDIENCE_STUDENTS, YES },
    { DOLEN_ABOUT_FARMER, DOLEN_AUDIENCE_FARMERS, YES },
    { DOLEN_ABOUT_MINORITY, DOLEN_AUDIENCE_MINORITIES, YES },
    { DOLEN_ABOUT_LEARNING_DISABILITY, DOLEN_AUDIENCE_DISABLED, YES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    Case c = new_case ();

    c.profile->about = cases[i].about;
    c.facts->eligible[0].audience = (guint16) cases[i].audience;
    check (c, DOLEN_CRITERION_ELIGIBILITY, cases[i].expected);
  }
}

/* A group named for the bereaved is for others, until they are known to be bereaved. */
static void
test_a_need_in_a_name_is_theirs_where_they_said_so (void)
{
  Case other = case_of ("+need:bereavement", "");
  Case theirs = case_of ("+need:bereavement", "");

  check (other, DOLEN_CRITERION_ELIGIBILITY, UNKNOWN);
  theirs.profile->about = DOLEN_ABOUT_BEREAVED;
  check (theirs, DOLEN_CRITERION_ELIGIBILITY, NONE);
}

/* Ages of children bar no grown-up who brings one; "young people" bars nobody within the ages told.
 */
static void
test_ages_of_children_are_not_their_parents (void)
{
  static const struct {
    const char *wishes;
    int age, max_age;
    DolenVerdict ages, eligible;
  } cases[] = {
    { "need:parenting", 34, 4, NONE, YES }, { "need:kinship-care", 67, 4, NONE, YES },
    { "need:debt", 34, 4, NO, NO },         { "need:debt", 34, 35, YES, UNKNOWN },
    { "need:debt", 34, -1, NONE, NO },
  };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++) {
    Case c = case_of ("", cases[i / 2].wishes);

    c.profile->age = cases[i / 2].age;
    c.facts->eligible[0].max_age = (gint8) cases[i / 2].max_age;
    c.facts->eligible[0].audience = DOLEN_AUDIENCE_CHILDREN;
    g_test_message ("case %" G_GSIZE_FORMAT, i / 2);
    check (c,
           i % 2 == 0 ? DOLEN_CRITERION_AGE : DOLEN_CRITERION_ELIGIBILITY,
           i % 2 == 0 ? cases[i / 2].ages : cases[i / 2].eligible);
  }
}

/* One of which its words say that it is for people who have something: others are asked, and those
 * who have one of several of the kind are not. Where it is only mentioned, nobody is. */
static void
test_a_group_for_people_who_have_something (void)
{
  check (case_of ("need:dementia", ""), DOLEN_CRITERION_ELIGIBILITY, NONE);
  check (case_of ("need:dementia @need:dementia", ""), DOLEN_CRITERION_ELIGIBILITY, UNKNOWN);
  check (
      case_of ("need:dementia @need:dementia", "need:dementia"), DOLEN_CRITERION_ELIGIBILITY, NONE);
  check (case_of ("+need:alcohol +need:drugs", "need:drugs"), DOLEN_CRITERION_ELIGIBILITY, NONE);
  check (case_of ("+need:alcohol", "need:drugs"), DOLEN_CRITERION_ELIGIBILITY, UNKNOWN);
  check (case_of ("+need:brain-injury", "need:stroke"), DOLEN_CRITERION_ELIGIBILITY, NONE);
  /* who lost somebody to suicide is among others who did, and not with every other who grieves */
  check (case_of ("+need:bereavement +need:suicide-bereavement", "need:bereavement"),
         DOLEN_CRITERION_ELIGIBILITY,
         UNKNOWN);
  check (case_of ("+need:bereavement +need:suicide-bereavement", "need:suicide-bereavement"),
         DOLEN_CRITERION_ELIGIBILITY,
         NONE);
  check (case_of ("+need:bereavement need:suicide-bereavement", "need:bereavement"),
         DOLEN_CRITERION_ELIGIBILITY,
         NONE);
}

/* A scheme's weights change the order within a band and never the band. */
static void
test_weights_move_within_a_band (void)
{
  Case c = case_of ("+interest:gardening", "interest:gardening");
  g_autoptr (DolenWeights) weights = dolen_weights_copy (dolen_weights_default (NULL));
  DolenMatch usual, none;

  test_make_ready (c.facts, 0);
  usual = judge (c.facts, c.profile);
  for (guint w = 0; w < DOLEN_N_WEIGHTS; w++)
    dolen_weights_set_level (weights, (DolenWeight) w, DOLEN_WEIGHT_LEVEL_NONE);
  dolen_profile_set_weights (c.profile, weights);
  none = judge (c.facts, c.profile);
  g_assert_cmpint (usual.score, >, 0);
  g_assert_cmpint (none.score, ==, 0);
  g_assert_cmpint (none.band, ==, usual.band);
  dolen_profile_free (c.profile);
  dolen_facts_unref (c.facts);
}

static void
check_company (DolenLeave leave, const char *tags, DolenVerdict expected)
{
  Case c = case_of (tags, "barrier:going-alone");
  g_autoptr (DolenWeights) weights = dolen_weights_copy (dolen_weights_default (NULL));

  dolen_weights_set_leave (weights, DOLEN_HELP_ACCOMPANY, leave);
  dolen_profile_set_weights (c.profile, weights);
  check (c, DOLEN_CRITERION_COMPANY, expected);
}

/* What the scheme bars is never offered. */
static void
test_a_worker_goes_along_where_the_scheme_allows_it (void)
{
  check_company (DOLEN_LEAVE_YES, "", HELPED);
  check_company (DOLEN_LEAVE_ASK_LEAD, "", UNKNOWN);
  check_company (DOLEN_LEAVE_NO, "", UNKNOWN);
  check_company (DOLEN_LEAVE_NO, "enabler:buddy", YES);
  check_company (DOLEN_LEAVE_YES, "enabler:buddy", YES);
}

/* Where both fit alike, the small group comes first. */
static void
test_a_small_group_comes_before_a_big_name (void)
{
  DolenFacts *facts = test_facts (2);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  DolenMatch big, small;

  test_wish (profile, "interest:gardening");
  test_tag (facts, 0, "+interest:gardening");
  test_tag (facts, 1, "+interest:gardening");
  facts->n_owners = 2;
  facts->owners = g_renew (DolenOwnerFact, facts->owners, 2);
  facts->owners[0] = (DolenOwnerFact){ .n_services = 40 };
  facts->owners[1] = (DolenOwnerFact){ .n_services = 1 };
  facts->owner[0] = 0;
  facts->owner[1] = 1;
  big = dolen_ranking_judge (facts, profile, 0);
  small = dolen_ranking_judge (facts, profile, 1);
  g_assert_cmpint (small.score, >, big.score);
  g_assert_cmpint (small.score - big.score, <, DOLEN_SCORE_WHOLE / 50);
  dolen_facts_unref (facts);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/criteria/safeguarding", test_safeguarding_is_for_those_at_risk);
  g_test_add_func ("/criteria/funding", test_funding_lasts_as_long_as_support);
  g_test_add_func ("/criteria/answers", test_answers_count_from_five_on);
  g_test_add_func ("/criteria/tried", test_what_was_tried_is_not_suggested_again);
  g_test_add_func ("/criteria/dislikes", test_what_they_dislike_counts_against);
  g_test_add_func ("/criteria/dislikes-meet-nothing", test_what_they_dislike_meets_no_wish);
  g_test_add_func ("/criteria/noes", test_which_noes_make_it_unsuitable);
  g_test_add_func ("/criteria/taste", test_a_matter_of_taste_makes_nothing_unsuitable);
  g_test_add_func ("/criteria/set-aside", test_a_rule_set_aside_is_told_and_asked);
  g_test_add_func ("/criteria/sent", test_whom_we_sent_there_may_have_taken_the_places);
  g_test_add_func ("/criteria/words", test_their_own_words_bring_what_has_them);
  g_test_add_func ("/criteria/about", test_a_group_for_some_is_theirs_where_they_said_so);
  g_test_add_func ("/criteria/about-need", test_a_need_in_a_name_is_theirs_where_they_said_so);
  g_test_add_func ("/criteria/for whom", test_a_group_for_people_who_have_something);
  g_test_add_func ("/criteria/ages of children", test_ages_of_children_are_not_their_parents);
  g_test_add_func ("/criteria/weights", test_weights_move_within_a_band);
  g_test_add_func ("/criteria/goes-along", test_a_worker_goes_along_where_the_scheme_allows_it);
  g_test_add_func ("/criteria/small", test_a_small_group_comes_before_a_big_name);
  return g_test_run ();
}
