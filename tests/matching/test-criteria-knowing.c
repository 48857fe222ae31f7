/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/criteria-helper.h"
#include "matching/dolen-ranking.h"

/*
 * What holds whatever is asked: knowing something good of a service never lowers it beneath not
 * knowing, nor does not knowing beneath knowing something bad. Backgrounds by chance, the same at
 * every run.
 */
#define ROUNDS 60

typedef enum {
  BAD,
  NOT_KNOWN,
  GOOD,
  N_STATES,
} State;

typedef void (*Put) (DolenFacts *facts, State state);

static void
put_times (DolenFacts *facts, State state)
{
  static const guint32 slots[]
      = { DOLEN_SLOT_BIT (6, DOLEN_DAY_EVENING), 0, DOLEN_SLOT_BIT (2, DOLEN_DAY_MORNING) };

  facts->slots[0] = slots[state];
  facts->days[0] = (guint8) dolen_slots_days (slots[state]);
}

static void
put_minutes (DolenFacts *facts, State state)
{
  static const gint16 minutes[] = { 600, -1, 60 };

  facts->minutes[0] = minutes[state];
}

static void
put_pence (DolenFacts *facts, State state)
{
  static const gint32 pence[] = { 5000, -1, 0 };

  facts->pence[0] = pence[state];
}

static void
put_place (DolenFacts *facts, State state)
{
  static const guint16 places[] = { DOLEN_PLACE_CHURCH, 0, DOLEN_PLACE_HALL };

  facts->places_all[0] = facts->places_any[0] = places[state];
}

static void
put_assured (DolenFacts *facts, State state)
{
  static const guint assured[]
      = { DOLEN_ASSURED_MISSING (DOLEN_ASSURED_SAFEGUARDING), 0, DOLEN_ASSURED_SAFEGUARDING };

  facts->assured[0] = (guint16) assured[state];
}

static void
put_funding (DolenFacts *facts, State state)
{
  static const gint16 days[] = { 0, -1, 800 };

  facts->funded_days[0] = days[state];
}

static void
put_distance (DolenFacts *facts, State state)
{
  static const float latitude[] = { 55.0f, 0, 52.001f };

  facts->n_venues = state == NOT_KNOWN ? 0 : 1;
  facts->first_venue[1] = facts->n_venues;
  facts->latitude[0] = latitude[state];
  facts->longitude[0] = -4.0f;
}

static void
put_ages (DolenFacts *facts, State state)
{
  static const gint8 least[] = { 80, -1, 18 };

  facts->eligible[0].min_age = least[state];
}

static void
put_capacity (DolenFacts *facts, State state)
{
  static const DolenCapacityFact told[] = {
    { DOLEN_CAPACITY_FULL, 0, -1, 8, 10, 2, -1 },
    { DOLEN_CAPACITY_UNKNOWN, 0, -1, -1, -1, -1, -1 },
    { DOLEN_CAPACITY_PLACES, 0, 4, -1, -1, 2, -1 },
  };

  facts->capacity[0] = told[state];
}

static void
put_tag (DolenFacts *facts, State state, const char *no, const char *yes)
{
  if (state != NOT_KNOWN)
    test_tag (facts, 0, state == GOOD ? yes : no);
}

static void
put_small (DolenFacts *facts, State state)
{
  put_tag (facts, state, "!enabler:small-group", "enabler:small-group");
}

static void
put_bus (DolenFacts *facts, State state)
{
  put_tag (facts, state, "!enabler:bus-route", "enabler:bus-route");
}

static void
put_step_free (DolenFacts *facts, State state)
{
  put_tag (facts, state, "!enabler:step-free", "enabler:step-free");
}

static void
put_need (DolenFacts *facts, State state)
{
  put_tag (facts, state, "!need:loneliness", "need:loneliness");
}

static const struct {
  const char *name;
  Put put;
} things[] = {
  { "times", put_times },       { "minutes", put_minutes }, { "pence", put_pence },
  { "place", put_place },       { "assured", put_assured }, { "funding", put_funding },
  { "distance", put_distance }, { "ages", put_ages },       { "capacity", put_capacity },
  { "small group", put_small }, { "bus", put_bus },         { "step-free", put_step_free },
  { "need", put_need },
};

static gboolean
by_chance (GRand *random)
{
  return g_rand_int_range (random, 0, 2) == 0;
}

static DolenProfile *
random_profile (GRand *random)
{
  static const char *const wishes[] = {
    "interest:gardening", "interest:singing",   "need:loneliness", "need:anxiety",
    "barrier:no-car",     "barrier:wheelchair", "barrier:stamina", "barrier:cost",
  };
  DolenProfile *profile = dolen_profile_new ();

  for (gsize w = 0; w < G_N_ELEMENTS (wishes); w++)
    if (by_chance (random))
      test_wish (profile, wishes[w]);
  dolen_position_set (&profile->position, 52.0, -4.0, 0, DOLEN_POSITION_PERSON);
  profile->free = by_chance (random) ? DOLEN_SLOT_DAY (2) : 0;
  profile->max_minutes = by_chance (random) ? 120 : -1;
  profile->max_pence = by_chance (random) ? 300 : -1;
  profile->max_km = by_chance (random) ? 20 : -1;
  profile->avoid_places = by_chance (random) ? DOLEN_PLACE_CHURCH : 0;
  profile->higher_risk = by_chance (random);
  profile->support_weeks = by_chance (random) ? 12 : -1;
  profile->age = by_chance (random) ? 60 : -1;
  profile->company = (DolenCompany) g_rand_int_range (random, 0, 3);
  profile->max_wait_weeks = by_chance (random) ? 4 : -1;
  if (by_chance (random)) {
    profile->means = 1u << DOLEN_MEANS_WALK | 1u << DOLEN_MEANS_BUS;
    profile->travel_km[DOLEN_MEANS_WALK] = 1;
    profile->travel_km[DOLEN_MEANS_BUS] = 30;
  }
  return profile;
}

/* One service about gardening, of which each thing but @but is known or not, by chance. */
static DolenFacts *
random_service (GRand *random, gsize but)
{
  DolenFacts *facts = test_facts (1);

  test_tag (facts, 0, "+interest:gardening");
  facts->confirmed[0] = (gint16) (by_chance (random) ? 10 : -1);
  for (gsize t = 0; t < G_N_ELEMENTS (things); t++) {
    State state = (State) g_rand_int_range (random, BAD, N_STATES);

    if (t != but)
      things[t].put (facts, state);
  }
  return facts;
}

/* The smaller the better placed. */
static int
place_of (DolenFacts *facts, const DolenProfile *profile)
{
  DolenMatch match = dolen_ranking_judge (facts, profile, 0);

  return (int) match.band * 2 * DOLEN_SCORE_WHOLE - match.score;
}

static int
place_with (gsize thing, State state, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (DolenProfile) profile = random_profile (random);
  g_autoptr (DolenFacts) facts = random_service (random, thing);

  things[thing].put (facts, state);
  return place_of (facts, profile);
}

static void
test_not_known_lies_between_bad_and_good (void)
{
  for (gsize thing = 0; thing < G_N_ELEMENTS (things); thing++) {
    guint mattered = 0;

    for (guint32 seed = 1; seed <= ROUNDS; seed++) {
      int bad = place_with (thing, BAD, seed);
      int not_known = place_with (thing, NOT_KNOWN, seed);
      int good = place_with (thing, GOOD, seed);

      g_test_message ("%s, %u: %d %d %d", things[thing].name, seed, good, not_known, bad);
      g_assert_cmpint (good, <=, not_known);
      g_assert_cmpint (not_known, <=, bad);
      mattered += good < bad;
    }
    g_assert_cmpuint (mattered, >, 0);
  }
}

/* Whatever helps: to be told that it is there never puts a service lower. */
static void
test_what_helps_never_lowers_a_service (void)
{
  guint n = dolen_vocabulary_count (test_vocabulary (), DOLEN_TERM_ENABLER);

  for (guint e = 0; e < n; e++)
    for (guint32 seed = 1; seed <= ROUNDS / 3; seed++) {
      const DolenTerm *term = dolen_vocabulary_term (test_vocabulary (), DOLEN_TERM_ENABLER, e);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (DolenProfile) profile = random_profile (random);
      g_autoptr (DolenFacts) facts = random_service (random, G_N_ELEMENTS (things));
      g_autofree char *tag = g_strdup_printf ("enabler:%s", term->code);
      int before = place_of (facts, profile);

      test_tag (facts, 0, tag);
      g_test_message ("%s, %u", tag, seed);
      g_assert_cmpint (place_of (facts, profile), <=, before);
    }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/knowing/between", test_not_known_lies_between_bad_and_good);
  g_test_add_func ("/knowing/helps", test_what_helps_never_lowers_a_service);
  return g_test_run ();
}
