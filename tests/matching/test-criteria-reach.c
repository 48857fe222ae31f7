/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/criteria-helper.h"

/* Tuesday morning and Thursday afternoon, for the person and for the group. */
#define TU_MORNING DOLEN_SLOT_BIT (2, DOLEN_DAY_MORNING)
#define TU_EVENING DOLEN_SLOT_BIT (2, DOLEN_DAY_EVENING)
#define TH_AFTERNOON DOLEN_SLOT_BIT (4, DOLEN_DAY_AFTERNOON)

/* A place 10 km due north of the person's. */
#define HERE 52.0
#define THERE 52.09

static void
check_times (guint32 free, guint32 slots, guint days, guint attending, DolenVerdict expected)
{
  Case c = new_case ();

  c.profile->free = free;
  c.facts->slots[0] = slots;
  c.facts->days[0] = (guint8) (days | dolen_slots_days (slots));
  c.facts->attending[0] = (guint8) attending;
  check (c, DOLEN_CRITERION_TIMES, expected);
}

static void
test_times_are_when_they_are_free (void)
{
  check_times (0, TU_MORNING, 0, 0, NONE);
  check_times (DOLEN_SLOTS_ALL, 0, 0, 0, NONE);
  check_times (TU_MORNING, TU_MORNING | TH_AFTERNOON, 0, 0, YES);
  /* their day, another time of it: somebody asks whether they could make it */
  check_times (TU_MORNING, TU_EVENING, 0, 0, UNKNOWN);
  check_times (TU_MORNING, TH_AFTERNOON, 0, 0, NO);
  check_times (TU_MORNING, 0, 0, 0, UNKNOWN);
  /* a day without hours */
  check_times (TU_MORNING, 0, DOLEN_DAY_BIT (2), 0, UNKNOWN);
  check_times (TU_MORNING, 0, DOLEN_DAY_BIT (4), 0, NO);
  /* a call or a visit is arranged */
  check_times (TU_MORNING, TH_AFTERNOON, 0, DOLEN_ATTENDING_PHONE, UNKNOWN);
  check_times (TU_MORNING, TH_AFTERNOON, 0, DOLEN_ATTENDING_HOME_VISIT, UNKNOWN);
}

static void
check_length (int most, int minutes, const char *tags, guint attending, DolenVerdict expected)
{
  Case c = case_of (tags, "");

  c.profile->max_minutes = most;
  c.facts->minutes[0] = (gint16) minutes;
  c.facts->attending[0] = (guint8) attending;
  check (c, DOLEN_CRITERION_LENGTH, expected);
}

/* The man whose oxygen lasts three hours. */
static void
test_a_longer_session_is_asked_about (void)
{
  check_length (-1, 240, "", 0, NONE);
  check_length (180, 120, "", 0, YES);
  check_length (180, 180, "", 0, YES);
  check_length (180, 240, "", 0, UNKNOWN);
  check_length (180, 240, "enabler:drop-in", 0, HELPED);
  check_length (180, 240, "enabler:short-session", 0, HELPED);
  check_length (180, 240, "!enabler:drop-in", 0, UNKNOWN);
  check_length (180, -1, "", 0, UNKNOWN);
  check_length (180, -1, "enabler:drop-in", 0, YES);
  check_length (180, -1, "", DOLEN_ATTENDING_PHONE, YES);
  /* the hours of an office are no session */
  check_length (180, 450, "", DOLEN_ATTENDING_PHONE, YES);
  check_length (180, 450, "", DOLEN_ATTENDING_HOME_VISIT, YES);
}

static Case
travel_case (const char *tags, gboolean somewhere)
{
  Case c = case_of (tags, "");

  dolen_position_set (&c.profile->position, HERE, -4.0, 0, DOLEN_POSITION_PERSON);
  if (somewhere) {
    c.facts->n_venues = 1;
    c.facts->first_venue[1] = 1;
    c.facts->latitude[0] = (float) THERE;
    c.facts->longitude[0] = -4.0f;
    c.facts->precision[0] = 1;
  }
  return c;
}

static void
may (Case *c, DolenMeans means, double km)
{
  c->profile->means |= 1u << means;
  c->profile->travel_km[means] = km;
}

static void
check_travel (const char *tags, double walk, double bus, double lift, DolenVerdict expected)
{
  Case c = travel_case (tags, TRUE);

  if (walk >= 0)
    may (&c, DOLEN_MEANS_WALK, walk);
  if (bus >= 0)
    may (&c, DOLEN_MEANS_BUS, bus);
  if (lift >= 0)
    may (&c, DOLEN_MEANS_LIFT, lift);
  check (c, DOLEN_CRITERION_TRAVEL, expected);
}

static void
test_each_means_has_its_limit (void)
{
  check_travel ("", -1, -1, -1, NONE);
  check_travel ("", 12, -1, -1, YES);
  check_travel ("", 1, -1, 12, YES);
  check_travel ("", 1, -1, DOLEN_TRAVEL_ANY, YES);
  /* whether a bus goes is known by the group's word alone */
  check_travel ("", 1, 20, -1, UNKNOWN);
  check_travel ("enabler:bus-route", 1, 20, -1, YES);
  check_travel ("enabler:bus-route", 1, 5, -1, UNKNOWN);
  /* on foot alone, 10 km: somebody could bring them; the group's own driver does */
  check_travel ("", 1, -1, -1, UNKNOWN);
  check_travel ("enabler:volunteer-driver", 1, -1, -1, HELPED);
  check_travel ("enabler:minibus", 1, -1, 5, HELPED);
  /* who said how far they are driven has said it */
  check_travel ("", 1, -1, 5, NO);
  check_travel ("!enabler:bus-route", 1, 20, 5, NO);
}

/* At @latitude, to which the bus goes or not, for somebody whose bus takes them 15 km. */
static int
score_at (float latitude, const char *tags, guint attending)
{
  Case c = travel_case (tags, TRUE);
  g_autoptr (DolenQuery) query = NULL;
  DolenVerdicts verdicts;

  test_wish (c.profile, "interest:gardening");
  test_tag (c.facts, 0, "+interest:gardening");
  may (&c, DOLEN_MEANS_BUS, 15);
  c.facts->latitude[0] = latitude;
  c.facts->attending[0] = (guint8) attending;
  query = dolen_query_new (c.facts, c.profile);
  dolen_query_judge (query, 0, &verdicts);
  g_assert_false (verdicts.bars);
  dolen_profile_free (c.profile);
  dolen_facts_unref (c.facts);
  return verdicts.score;
}

/* Somebody could bring them farther than their bus goes, every time: that is asked, and counts for
 * less than half of what they can reach. Where the group brings them, or comes, it does not. */
static void
test_beyond_their_means_counts_for_less (void)
{
  const float in_reach = (float) HERE + 0.12f, beyond = (float) HERE + 0.16f; /* 13 and 18 km */

  g_assert_cmpint (score_at (beyond, "", 0), >, 0);
  g_assert_cmpint (2 * score_at (beyond, "", 0), <, score_at (in_reach, "", 0));
  g_assert_cmpint (3 * score_at (beyond, "enabler:minibus", 0), >, 2 * score_at (in_reach, "", 0));
  g_assert_cmpint (
      3 * score_at (beyond, "", DOLEN_ATTENDING_HOME_VISIT), >, 2 * score_at (in_reach, "", 0));
}

static void
test_without_a_place_or_a_journey (void)
{
  Case nowhere = travel_case ("", FALSE);
  Case phone = travel_case ("", FALSE);
  Case far = travel_case ("", TRUE);
  Case visits = travel_case ("", TRUE);

  may (&nowhere, DOLEN_MEANS_CAR, 30);
  check (nowhere, DOLEN_CRITERION_TRAVEL, UNKNOWN);
  may (&phone, DOLEN_MEANS_WALK, 1);
  phone.facts->attending[0] = DOLEN_ATTENDING_PHONE;
  check (phone, DOLEN_CRITERION_TRAVEL, YES);
  may (&far, DOLEN_MEANS_WALK, 1);
  far.facts->latitude[0] = 53.0f; /* 70 miles */
  check (far, DOLEN_CRITERION_TRAVEL, NO);
  may (&visits, DOLEN_MEANS_CAR, 5);
  visits.facts->attending[0] = DOLEN_ATTENDING_HOME_VISIT;
  check (visits, DOLEN_CRITERION_TRAVEL, UNKNOWN);
}

static void
check_place (guint avoid, guint all, guint any, guint attending, DolenVerdict expected)
{
  Case c = new_case ();

  c.profile->avoid_places = avoid;
  c.facts->places_all[0] = (guint16) all;
  c.facts->places_any[0] = (guint16) any;
  c.facts->attending[0] = (guint8) attending;
  check (c, DOLEN_CRITERION_PLACE, expected);
}

static void
test_a_place_they_avoid_is_known_by_its_name (void)
{
  guint church = DOLEN_PLACE_CHURCH, hall = DOLEN_PLACE_HALL;

  check_place (0, church, church, 0, NONE);
  check_place (church, church, church, 0, NO);
  check_place (church, hall, hall, 0, YES);
  check_place (church, 0, 0, 0, UNKNOWN);
  check_place (church, 0, church | hall, 0, HELPED);
  check_place (church, church, church, DOLEN_ATTENDING_VENUE | DOLEN_ATTENDING_PHONE, HELPED);
  check_place (church, church, church, DOLEN_ATTENDING_HOME_VISIT, HELPED);
  check_place (church, 0, 0, DOLEN_ATTENDING_ONLINE, YES);
  check_place (church, 0, 0, DOLEN_ATTENDING_HOME_VISIT, YES);
  check_place (church, 0, 0, DOLEN_ATTENDING_HOME_VISIT | DOLEN_ATTENDING_VENUE, UNKNOWN);
  /* a park says nothing of where they drink their tea */
  check_place (church, DOLEN_PLACE_OUTSIDE, DOLEN_PLACE_OUTSIDE, 0, UNKNOWN);
}

static void
check_institution (guint avoid, const char *tags, DolenVerdict expected)
{
  Case c = case_of (tags, "");

  c.profile->avoid_places = avoid;
  check (c, DOLEN_CRITERION_PLACE, expected);
}

static void
test_what_is_no_institution_is_no_school (void)
{
  check_institution (DOLEN_PLACE_SCHOOL, "", UNKNOWN);
  check_institution (DOLEN_PLACE_SCHOOL, "enabler:not-institution", YES);
  check_institution (DOLEN_PLACE_SCHOOL | DOLEN_PLACE_CHURCH, "enabler:not-institution", UNKNOWN);
}

static void
check_setting (DolenSetting setting, const char *tags, guint places, DolenVerdict expected)
{
  Case c = case_of (tags, "");

  c.profile->setting = setting;
  c.facts->places_all[0] = c.facts->places_any[0] = (guint16) places;
  check (c, DOLEN_CRITERION_SETTING, expected);
}

static void
test_indoors_or_out_is_what_it_is_about (void)
{
  DolenSetting out = DOLEN_SETTING_OUTDOORS, in = DOLEN_SETTING_INDOORS;

  check_setting (DOLEN_SETTING_ANY, "interest:gardening", 0, NONE);
  check_setting (out, "interest:allotment", 0, YES);
  check_setting (in, "interest:allotment", 0, NO);
  check_setting (out, "", DOLEN_PLACE_LIBRARY, NO);
  check_setting (in, "", DOLEN_PLACE_LIBRARY, YES);
  check_setting (out, "", 0, UNKNOWN);
  check_setting (out, "interest:walking", DOLEN_PLACE_HALL, UNKNOWN);
  check_setting (out, "interest:flowers", 0, UNKNOWN);
}

static void
check_company (DolenCompany company, const char *tags, DolenVerdict expected)
{
  Case c = case_of (tags, "");

  c.profile->company = company;
  check (c, DOLEN_CRITERION_GROUP_SIZE, expected);
}

static void
test_the_size_of_a_group (void)
{
  check_company (DOLEN_COMPANY_ANY, "enabler:small-group", NONE);
  check_company (DOLEN_COMPANY_SMALL, "enabler:small-group", YES);
  check_company (DOLEN_COMPANY_SMALL, "interest:befriending", YES);
  check_company (DOLEN_COMPANY_SMALL, "", UNKNOWN);
  check_company (DOLEN_COMPANY_SMALL, "!enabler:small-group", NO);
  check_company (DOLEN_COMPANY_ONE_TO_ONE, "need:counselling", YES);
  check_company (DOLEN_COMPANY_ONE_TO_ONE, "enabler:small-group", HELPED);
  check_company (DOLEN_COMPANY_ONE_TO_ONE, "", UNKNOWN);
}

static void
check_price (const char *tags, DolenVerdict expected)
{
  Case c = case_of (tags, "");

  c.profile->max_pence = 200;
  c.facts->pence[0] = 500;
  check (c, DOLEN_CRITERION_COST, expected);
}

static void
test_a_price_may_be_seen_to (void)
{
  check_price ("", UNKNOWN);
  check_price ("enabler:subsidised", HELPED);
  check_price ("!enabler:subsidised", NO);
}

static void
check_language (const char *language, const char *tags, DolenVerdict expected)
{
  Case c = case_of (tags, "");
  const char *const languages[] = { language, "en", NULL };

  dolen_profile_set_languages (c.profile, languages);
  check (c, DOLEN_CRITERION_LANGUAGE, expected);
}

static void
test_a_language_may_be_what_helps (void)
{
  check_language ("cy", "", UNKNOWN);
  check_language ("cy", "enabler:welsh-speaking", YES);
  check_language ("cy", "enabler:bilingual", YES);
  check_language ("cy", "enabler:learners-welcome", HELPED);
  check_language ("cy", "enabler:bsl", UNKNOWN);
  check_language ("bfi", "enabler:bsl", YES);
  check_language ("pl", "enabler:welsh-speaking", UNKNOWN);
  check_language ("pl", "enabler:interpreter", HELPED);
  check_language ("en", "", NONE);
}

/* An area told by counties is elsewhere where none of them is theirs or next to theirs; what is
 * told otherwise is not known. */
static void
test_what_serves_other_counties (void)
{
  static const struct {
    const char *area;
    double latitude, longitude;
    DolenVerdict expected;
  } cases[] = {
    { "Carmarthenshire", 52.415, -4.083, NO }, /* Aberystwyth */
    { "Ceredigion", 52.415, -4.083, NONE },
    { "Carmarthenshire\nCeredigion", 52.415, -4.083, NONE },
    { "Sir Gaerfyrddin", 52.415, -4.083, NO },
    { "Carmarthenshire", 52.03, -4.467, NONE }, /* Newcastle Emlyn, on the border */
    { "Ceredigion", 52.03, -4.467, NONE },
    { "Wales", 52.415, -4.083, NONE },
    { "the whole valley", 52.415, -4.083, NONE },
    { "Carmarthenshire", 49, -30, NONE }, /* at sea */
    { "", 52.415, -4.083, NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    Case c = new_case ();

    c.facts->area[0] = dolen_facts_add_area (c.facts, cases[i].area);
    dolen_position_set (
        &c.profile->position, cases[i].latitude, cases[i].longitude, 0, DOLEN_POSITION_PERSON);
    g_test_message ("%s", cases[i].area);
    check (c, DOLEN_CRITERION_ELIGIBILITY, cases[i].expected);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/criteria/times", test_times_are_when_they_are_free);
  g_test_add_func ("/criteria/length", test_a_longer_session_is_asked_about);
  g_test_add_func ("/criteria/travel", test_each_means_has_its_limit);
  g_test_add_func ("/criteria/beyond-their-means", test_beyond_their_means_counts_for_less);
  g_test_add_func ("/criteria/no-journey", test_without_a_place_or_a_journey);
  g_test_add_func ("/criteria/place", test_a_place_they_avoid_is_known_by_its_name);
  g_test_add_func ("/criteria/institution", test_what_is_no_institution_is_no_school);
  g_test_add_func ("/criteria/setting", test_indoors_or_out_is_what_it_is_about);
  g_test_add_func ("/criteria/group-size", test_the_size_of_a_group);
  g_test_add_func ("/criteria/price", test_a_price_may_be_seen_to);
  g_test_add_func ("/criteria/language-helps", test_a_language_may_be_what_helps);
  g_test_add_func ("/criteria/other counties", test_what_serves_other_counties);
  return g_test_run ();
}
