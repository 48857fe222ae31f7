/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/criteria-helper.h"
#include "matching/dolen-ranking.h"
#include "place/dolen-postcode.h"

#include <math.h>

static void
test_interests_are_met_by_narrower_ones (void)
{
  check (case_of ("interest:gardening", "interest:gardening"), DOLEN_CRITERION_INTEREST, YES);
  check (case_of ("interest:allotment", "interest:gardening"), DOLEN_CRITERION_INTEREST, YES);
  check (case_of ("interest:allotment", "interest:nature"), DOLEN_CRITERION_INTEREST, YES);
  check (case_of ("interest:dance", "interest:line-dancing"), DOLEN_CRITERION_INTEREST, HELPED);
  /* Something active is not nearly line dancing. */
  check (case_of ("interest:active", "interest:line-dancing"), DOLEN_CRITERION_INTEREST, NONE);
  check (case_of ("interest:fishing", "interest:singing"), DOLEN_CRITERION_INTEREST, NONE);
}

static void
test_needs_must_all_be_known (void)
{
  check (case_of ("need:debt", "need:debt"), DOLEN_CRITERION_NEED, YES);
  check (case_of ("need:debt", "need:money"), DOLEN_CRITERION_NEED, YES);
  check (case_of ("need:debt", "need:debt need:housing"), DOLEN_CRITERION_NEED, UNKNOWN);
  check (case_of ("", "need:debt"), DOLEN_CRITERION_NEED, UNKNOWN);
  check (case_of ("!need:debt", "need:debt"), DOLEN_CRITERION_NEED, NO);
  check (
      case_of ("!need:debt need:housing", "need:debt need:housing"), DOLEN_CRITERION_NEED, UNKNOWN);
}

static void
test_barriers_are_answered_through_what_helps (void)
{
  check (case_of ("", "barrier:no-car"), DOLEN_CRITERION_TRANSPORT, UNKNOWN);
  check (case_of ("enabler:minibus", "barrier:no-car"), DOLEN_CRITERION_TRANSPORT, YES);
  check (case_of ("enabler:bus-route", "barrier:no-car"), DOLEN_CRITERION_TRANSPORT, HELPED);
  check (case_of ("enabler:step-free", "barrier:wheelchair"), DOLEN_CRITERION_STEP_FREE, YES);
  check (case_of ("!enabler:step-free", "barrier:wheelchair"), DOLEN_CRITERION_STEP_FREE, NO);
  /* No lift, but they come to the house. */
  check (case_of ("!enabler:step-free enabler:home-visits", "barrier:wheelchair"),
         DOLEN_CRITERION_STEP_FREE,
         YES);
  check (case_of ("enabler:buddy", "barrier:going-alone"), DOLEN_CRITERION_COMPANY, YES);
  check (case_of ("", "barrier:digital-exclusion"), DOLEN_CRITERION_DIGITAL, UNKNOWN);
  check (case_of ("enabler:free", "barrier:cost"), DOLEN_CRITERION_COST, YES);
  check (case_of ("enabler:subsidised", "barrier:cost"), DOLEN_CRITERION_COST, HELPED);
  check (case_of ("enabler:hearing-loop", "barrier:hearing"), DOLEN_CRITERION_BARRIER, YES);
  /* Of several told together the least good is what counts. */
  check (case_of ("enabler:minibus", "barrier:hearing barrier:sight"),
         DOLEN_CRITERION_BARRIER,
         UNKNOWN);
}

static void
check_age (int age, int min, int max, DolenVerdict expected)
{
  Case c = new_case ();

  c.profile->age = age;
  c.facts->eligible[0].min_age = (gint8) min;
  c.facts->eligible[0].max_age = (gint8) max;
  check (c, DOLEN_CRITERION_AGE, expected);
}

static void
test_ages_are_held_to (void)
{
  check_age (80, -1, -1, NONE);
  check_age (80, 50, -1, YES);
  check_age (49, 50, -1, NO);
  check_age (50, 50, -1, YES);
  check_age (25, 16, 25, YES);
  check_age (26, 16, 25, NO);
  check_age (-1, 16, 25, UNKNOWN);
  check_age (-1, 18, -1, NONE);
  check_age (30, -1, 25, NO);
}

static void
check_eligibility (int gender, int age, int for_gender, int audience, DolenVerdict expected)
{
  Case c = new_case ();

  c.profile->gender = (DolenGender) gender;
  c.profile->age = age;
  c.facts->eligible[0].gender = (guint8) for_gender;
  c.facts->eligible[0].audience = (guint8) audience;
  check (c, DOLEN_CRITERION_ELIGIBILITY, expected);
}

static void
test_whom_it_is_for_is_held_to (void)
{
  check_eligibility (DOLEN_GENDER_MALE, 40, DOLEN_GENDER_UNKNOWN, 0, NONE);
  check_eligibility (DOLEN_GENDER_MALE, 40, DOLEN_GENDER_MALE, 0, YES);
  check_eligibility (DOLEN_GENDER_MALE, 40, DOLEN_GENDER_FEMALE, 0, NO);
  check_eligibility (DOLEN_GENDER_UNKNOWN, 40, DOLEN_GENDER_FEMALE, 0, UNKNOWN);
  check_eligibility (DOLEN_GENDER_OTHER, 40, DOLEN_GENDER_FEMALE, 0, UNKNOWN);
  check_eligibility (0, 80, 0, DOLEN_AUDIENCE_CHILDREN, NO);
  check_eligibility (0, 12, 0, DOLEN_AUDIENCE_CHILDREN, YES);
  check_eligibility (0, 30, 0, DOLEN_AUDIENCE_CHILDREN | DOLEN_AUDIENCE_PARENTS, UNKNOWN);
  check_eligibility (0, 30, 0, DOLEN_AUDIENCE_CARERS, UNKNOWN);
  check_eligibility (0, 30, 0, DOLEN_AUDIENCE_PROFESSIONALS, NO);
}

static void
check_distance (
    double km_north, double precision, double max_km, guint attending, DolenVerdict expected)
{
  Case c = new_case ();

  dolen_position_set (&c.profile->position, 52.2, -4.0, 0, DOLEN_POSITION_PERSON);
  c.profile->max_km = max_km;
  c.facts->attending[0] = (guint8) attending;
  if (km_north >= 0) {
    c.facts->latitude[0] = (float) (52.2 + km_north / 111.2);
    c.facts->longitude[0] = -4.0f;
    c.facts->precision[0] = (guint8) lround (precision * 10);
    c.facts->first_venue[1] = c.facts->n_venues = 1;
  }
  check (c, DOLEN_CRITERION_DISTANCE, expected);
}

static void
test_distance_is_as_sure_as_what_is_known (void)
{
  check_distance (3, 0.1, 5, 0, YES);
  check_distance (8, 0.1, 5, 0, NO);
  check_distance (8, 5, 5, 0, UNKNOWN); /* only the district is known */
  check_distance (-1, 0, 5, 0, UNKNOWN);
  check_distance (-1, 0, -1, 0, NONE);
  check_distance (80, 0.1, -1, 0, YES);
  check_distance (170, 0.1, -1, 0, UNKNOWN); /* nobody said how far: to be weighed */
  check_distance (102, 5, -1, 0, YES);       /* it may be nearer than that */
  check_distance (170, 0.1, -1, DOLEN_ATTENDING_PHONE, YES);
  check_distance (80, 0.1, 5, DOLEN_ATTENDING_ONLINE, YES);
  check_distance (80, 0.1, 5, DOLEN_ATTENDING_HOME_VISIT, UNKNOWN);
}

/* Somewhere in a district of 20 km, its middle @km_north, is asked about, however near the middle.
 */
static void
check_district (double km_north, double max_km, const char *postcode, DolenVerdict expected)
{
  Case c = new_case ();

  dolen_position_set (&c.profile->position, 52.2, -4.0, 12, DOLEN_POSITION_POSTCODE_DISTRICT);
  c.profile->place = g_strdup ("sy256jl");
  c.profile->max_km = max_km;
  c.facts->latitude[0] = (float) (52.2 + km_north / 111.2);
  c.facts->longitude[0] = -4.0f;
  c.facts->precision[0] = DOLEN_FACTS_DISTRICT | 20;
  c.facts->postcode[0] = dolen_postcode_number (postcode);
  c.facts->first_venue[1] = c.facts->n_venues = 1;
  check (c, DOLEN_CRITERION_DISTANCE, expected);
}

static void
test_somewhere_in_a_district_is_asked (void)
{
  check_district (0, 5, "SY25 6AA", UNKNOWN);
  check_district (0, 100, "SY25 6AA", UNKNOWN);
  check_district (15, 5, "SY23 5LX", UNKNOWN);
  check_district (60, 5, "SA43 1JL", NO);
  check_district (0, 5, "SY25 6JL", YES); /* the very postcode is the same place */
}

static void
check_language (const char *wished, const char *other, const char *offered, DolenVerdict expected)
{
  Case c = new_case ();
  const char *languages[] = { wished, other, NULL };

  dolen_profile_set_languages (c.profile, languages);
  if (offered != NULL)
    c.facts->languages[0] |= dolen_facts_add_language (c.facts, offered);
  check (c, DOLEN_CRITERION_LANGUAGE, expected);
}

/* Who signs cannot ring; where there is another way, the language is asked about. */
static void
test_a_telephone_is_nothing_to_who_signs (void)
{
  const char *const languages[] = { "bfi", "en", NULL };
  const guint ways[] = {
    DOLEN_ATTENDING_PHONE, DOLEN_ATTENDING_PHONE | DOLEN_ATTENDING_ONLINE, DOLEN_ATTENDING_VENUE, 0
  };

  for (gsize w = 0; w < G_N_ELEMENTS (ways); w++) {
    Case c = new_case ();

    dolen_profile_set_languages (c.profile, languages);
    c.facts->attending[0] = (guint8) ways[w];
    check (c, DOLEN_CRITERION_LANGUAGE, w == 0 ? NO : UNKNOWN);
  }
}

static void
test_a_language_that_is_not_named_is_not_known (void)
{
  check_language ("cy", NULL, "cy", YES);
  check_language ("cym", NULL, "cy", YES);
  check_language ("cy", "en", "en", HELPED);
  check_language ("cy", "en", NULL, UNKNOWN);
  check_language ("pl", NULL, "en", UNKNOWN);
  check_language ("en", NULL, "cy", NONE);
}

typedef struct {
  DolenCapacityStatus status;
  int places, wait_from, age, returns_after, max_wait;
  DolenVerdict expected;
} CapacityCase;

static void
test_places_and_waits (void)
{
  static const CapacityCase cases[] = {
    { DOLEN_CAPACITY_UNKNOWN, -1, -1, -1, -1, -1, UNKNOWN },
    { DOLEN_CAPACITY_PLACES, 4, -1, 3, -1, -1, YES },
    { DOLEN_CAPACITY_PLACES, 4, -1, 30, -1, -1, YES },
    { DOLEN_CAPACITY_PLACES, 4, -1, 31, -1, -1, UNKNOWN },
    { DOLEN_CAPACITY_PLACES, 4, -1, -1, -1, -1, UNKNOWN },
    { DOLEN_CAPACITY_PLACES, 0, -1, 3, -1, -1, UNKNOWN },
    { DOLEN_CAPACITY_OPEN, -1, -1, 100, -1, -1, YES },
    { DOLEN_CAPACITY_OPEN, -1, -1, 200, -1, -1, UNKNOWN },
    { DOLEN_CAPACITY_WAITING_LIST, -1, 6, 3, -1, -1, HELPED },
    { DOLEN_CAPACITY_WAITING_LIST, -1, 6, 3, -1, 8, HELPED },
    { DOLEN_CAPACITY_WAITING_LIST, -1, 20, 3, -1, 8, UNKNOWN },
    { DOLEN_CAPACITY_WAITING_LIST, -1, 20, 60, -1, 8, UNKNOWN },
    { DOLEN_CAPACITY_WAITING_LIST, -1, 20, 3, -1, 0, NO },
    { DOLEN_CAPACITY_FULL, -1, -1, 3, -1, -1, UNKNOWN },
    { DOLEN_CAPACITY_FULL, -1, -1, 3, -1, 0, NO },
    { DOLEN_CAPACITY_ASK_FIRST, -1, -1, 3, -1, -1, UNKNOWN },
    { DOLEN_CAPACITY_PAUSED, -1, -1, 60, 14, -1, HELPED },
    { DOLEN_CAPACITY_PAUSED, -1, -1, 60, 140, 8, UNKNOWN },
    { DOLEN_CAPACITY_PAUSED, -1, -1, 60, -1, -1, UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    Case c = new_case ();
    DolenCapacityFact *fact = &c.facts->capacity[0];

    fact->status = (gint8) cases[i].status;
    fact->places = (gint16) cases[i].places;
    fact->wait_from = (gint16) cases[i].wait_from;
    fact->age = (gint16) cases[i].age;
    fact->returns_after = (gint16) cases[i].returns_after;
    c.profile->max_wait_weeks = cases[i].max_wait;
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    check (c, DOLEN_CRITERION_CAPACITY, cases[i].expected);
  }
}

static void
check_cost (int limit, int pence, DolenVerdict expected)
{
  Case c = new_case ();

  c.profile->max_pence = limit;
  c.facts->pence[0] = pence;
  check (c, DOLEN_CRITERION_COST, expected);
}

static void
test_cost_is_held_to_what_they_can_pay (void)
{
  check_cost (-1, 500, NONE);
  check_cost (0, 0, YES);
  check_cost (0, 300, UNKNOWN);
  check_cost (0, -1, UNKNOWN);
  check_cost (300, 300, YES);
}

static void
check_days (guint can, guint held, DolenVerdict expected)
{
  Case c = new_case ();

  c.profile->days = can;
  c.facts->days[0] = (guint8) held;
  check (c, DOLEN_CRITERION_DAYS, expected);
}

static void
test_days_are_those_on_which_they_can_come (void)
{
  check_days (0, 0, NONE);
  check_days (DOLEN_DAY_BIT (2), 0, UNKNOWN);
  check_days (DOLEN_DAY_BIT (2), DOLEN_DAY_BIT (2) | DOLEN_DAY_BIT (4), YES);
  check_days (DOLEN_DAY_BIT (2), DOLEN_DAY_BIT (4), NO);
  /* a call is arranged */
  Case call = new_case ();
  call.profile->days = DOLEN_DAY_BIT (2);
  call.facts->days[0] = DOLEN_DAY_BIT (4);
  call.facts->attending[0] = DOLEN_ATTENDING_PHONE;
  check (call, DOLEN_CRITERION_DAYS, UNKNOWN);
}

static void
test_only_a_confirmation_keeps_a_listing_alive (void)
{
  static const int ages[] = { -1, 0, 183, 184 };
  static const DolenVerdict expected[] = { UNKNOWN, YES, YES, UNKNOWN };

  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++) {
    Case c = new_case ();

    c.facts->confirmed[0] = (gint16) ages[i];
    check (c, DOLEN_CRITERION_LISTING, expected[i]);
  }
  Case gone = new_case ();
  gone.facts->listing[0] = DOLEN_LISTING_GONE;
  check (gone, DOLEN_CRITERION_LISTING, UNKNOWN);
  Case named = new_case ();
  named.facts->listing[0] = DOLEN_LISTING_NAMED_CLOSED;
  named.facts->confirmed[0] = 0;
  check (named, DOLEN_CRITERION_LISTING, NO);
  Case closed = new_case ();
  closed.facts->listing[0] = DOLEN_LISTING_CLOSED;
  check (closed, DOLEN_CRITERION_LISTING, NO);
}

/* A line for people who are hurt at home is no social group, whatever else it is tagged with. */
static void
test_what_is_delicate_is_not_suggested_by_the_way (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  int by_the_way, sought;

  test_tag (facts, 0, "+interest:men-groups");
  test_wish (profile, "interest:men-groups");
  sought = dolen_ranking_judge (facts, profile, 0).score;
  test_tag (facts, 0, "need:domestic-abuse");
  by_the_way = dolen_ranking_judge (facts, profile, 0).score;
  g_assert_cmpint (by_the_way, <, sought / 2);
  test_wish (profile, "need:domestic-abuse");
  g_assert_cmpint (dolen_ranking_judge (facts, profile, 0).score, >, by_the_way);
}

/* Of a refuge, "no recourse to public funds" is said by the way: it is for who is hurt at home. */
static void
test_a_passing_word_opens_no_delicate_door (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();

  for (guint i = 0; i < 2; i++)
    dolen_facts_add_tag (
        facts, i, test_term (DOLEN_TERM_NEED, "domestic-abuse"), TRUE, DOLEN_STRENGTH_CONFIRMED);
  dolen_facts_file_tags (facts);
  test_tag (facts, 0, "need:refugees");
  test_tag (facts, 1, "+need:refugees");
  test_wish (profile, "need:refugees");
  g_assert_true (dolen_ranking_judge (facts, profile, 0).asks_who);
  g_assert_false (dolen_ranking_judge (facts, profile, 1).asks_who);
}

/* Trouble at school is a thing of parents too; who is fifteen is none, unless they say so. */
static void
test_the_young_are_no_parents (void)
{
  Case c = case_of ("", "need:school-problems");

  c.profile->age = 15;
  c.facts->eligible[0].audience = DOLEN_AUDIENCE_PARENTS;
  check (c, DOLEN_CRITERION_ELIGIBILITY, UNKNOWN);
  c = case_of ("", "need:school-problems");
  c.profile->age = 35;
  c.facts->eligible[0].audience = DOLEN_AUDIENCE_PARENTS;
  check (c, DOLEN_CRITERION_ELIGIBILITY, YES);
  c = case_of ("+need:kinship-care need:parenting", "need:school-problems");
  c.profile->age = 15;
  check (c, DOLEN_CRITERION_ELIGIBILITY, UNKNOWN);
  c = case_of ("", "need:school-problems");
  c.profile->age = 17;
  c.profile->about = DOLEN_ABOUT_PARENT;
  c.facts->eligible[0].audience = DOLEN_AUDIENCE_PARENTS;
  check (c, DOLEN_CRITERION_ELIGIBILITY, YES);
}

/* Many people care for somebody and few are veterans: what is not said is not presumed alike. */
static void
test_what_few_are_is_presumed_of_nobody (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();

  for (guint i = 0; i < 2; i++)
    test_tag (facts, i, "+interest:walking");
  facts->eligible[0].audience = DOLEN_AUDIENCE_CARERS;
  facts->eligible[1].audience = DOLEN_AUDIENCE_VETERANS;
  test_wish (profile, "interest:walking");
  g_assert_cmpint (dolen_ranking_judge (facts, profile, 0).score,
                   >,
                   dolen_ranking_judge (facts, profile, 1).score);
  profile->about = DOLEN_ABOUT_VETERAN;
  g_assert_cmpint (dolen_ranking_judge (facts, profile, 0).score,
                   <,
                   dolen_ranking_judge (facts, profile, 1).score);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/criteria/interests", test_interests_are_met_by_narrower_ones);
  g_test_add_func ("/criteria/needs", test_needs_must_all_be_known);
  g_test_add_func ("/criteria/barriers", test_barriers_are_answered_through_what_helps);
  g_test_add_func ("/criteria/ages", test_ages_are_held_to);
  g_test_add_func ("/criteria/eligibility", test_whom_it_is_for_is_held_to);
  g_test_add_func ("/criteria/delicate", test_what_is_delicate_is_not_suggested_by_the_way);
  g_test_add_func ("/criteria/delicate/passing", test_a_passing_word_opens_no_delicate_door);
  g_test_add_func ("/criteria/the-young", test_the_young_are_no_parents);
  g_test_add_func ("/criteria/few", test_what_few_are_is_presumed_of_nobody);
  g_test_add_func ("/criteria/distance", test_distance_is_as_sure_as_what_is_known);
  g_test_add_func ("/criteria/district", test_somewhere_in_a_district_is_asked);
  g_test_add_func ("/criteria/language", test_a_language_that_is_not_named_is_not_known);
  g_test_add_func ("/criteria/signs", test_a_telephone_is_nothing_to_who_signs);
  g_test_add_func ("/criteria/capacity", test_places_and_waits);
  g_test_add_func ("/criteria/cost", test_cost_is_held_to_what_they_can_pay);
  g_test_add_func ("/criteria/days", test_days_are_those_on_which_they_can_come);
  g_test_add_func ("/criteria/listing", test_only_a_confirmation_keeps_a_listing_alive);
  return g_test_run ();
}
