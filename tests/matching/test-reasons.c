/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "directory/dolen-directory.h"
#include "matching/dolen-reasons.h"
#include "matching/dolen-tagging.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"

#include <string.h>

/* One invented service in a directory, with its facts. */
typedef struct {
  DolenDirectory *dir;
  DolenFacts *facts;
  DolenService *service;
} Fixture;

static void
open_fixture (Fixture *f, DolenService *service)
{
  g_autoptr (DolenTagger) tagger = dolen_tagger_new (test_vocabulary ());
  g_autoptr (GError) error = NULL;
  gint64 instant = 0;

  g_assert_true (dolen_instant_of_iso ("2026-05-05T12:00:00Z", &instant));
  dolen_time_set_fixed (instant);
  f->dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_assert_no_error (error);
  dolen_tagging_tag_service (service, tagger);
  dolen_directory_save_service (f->dir, service, &error);
  g_assert_no_error (error);
  f->facts = dolen_facts_new (dolen_directory_get_db (f->dir), test_vocabulary (), NULL, &error);
  g_assert_no_error (error);
  f->service = service;
}

static void
close_fixture (Fixture *f)
{
  dolen_facts_unref (f->facts);
  dolen_service_free (f->service);
  dolen_directory_close (f->dir);
}

static DolenService *
garden (void)
{
  DolenService *service = dolen_service_new ();

  dolen_bilingual_load (
      &service->name, "Gardening Group", DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  dolen_bilingual_load (&service->description,
                        "We sing as we dig. Our minibus can be booked. No wheelchair access.",
                        DOLEN_TEXT_GIVEN,
                        NULL,
                        DOLEN_TEXT_MISSING);
  return service;
}

static char *
say (const Fixture *f, const DolenProfile *profile, DolenLanguage language)
{
  g_autoptr (GPtrArray) reasons
             = dolen_reasons_new (f->facts, profile, 0, f->service, language, DOLEN_DISTANCE_MILES);
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < reasons->len; r++) {
    const DolenReason *reason = g_ptr_array_index (reasons, r);

    g_string_append_printf (text,
                            "%s %s: %s\n",
                            dolen_criterion_code (reason->criterion),
                            dolen_verdict_code (reason->verdict),
                            reason->text);
  }
  return g_string_free (text, FALSE);
}

static void
assert_says (const char *text, const char *line)
{
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, line));
}

static void
test_each_reason_quotes_the_words_it_was_read_from (void)
{
  Fixture f;
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autofree char *text = NULL;

  open_fixture (&f, garden ());
  test_wish (profile, "interest:gardening");
  test_wish (profile, "barrier:no-car");
  test_wish (profile, "barrier:wheelchair");
  test_wish (profile, "need:debt");
  text = say (&f, profile, DOLEN_LANGUAGE_EN);
  assert_says (text, "interest yes: Gardening: it is in the name, “Gardening");
  assert_says (text,
               "transport yes: No car – Minibus or lift provided: the group says of itself “");
  assert_says (text, "step-free no: Uses a wheelchair or scooter – Step-free: no, it says “");
  assert_says (text, "need unknown: Debt: nothing is said of it");
  assert_says (text, "capacity unknown: Ring first: are there places?");
  /* What speaks against it comes first. */
  g_assert_true (g_str_has_prefix (text, "step-free no"));
  close_fixture (&f);
}

static void
test_the_explanation_is_what_the_band_rests_on (void)
{
  static const char *const wishes[]
      = { "interest:gardening", "interest:singing", "need:debt",      "barrier:no-car",
          "barrier:wheelchair", "barrier:cost",     "barrier:hearing" };
  Fixture f;

  open_fixture (&f, garden ());
  for (guint set = 0; set < 1u << G_N_ELEMENTS (wishes); set++) {
    g_autoptr (DolenProfile) profile = dolen_profile_new ();
    g_autoptr (GPtrArray) reasons = NULL;
    DolenMatch match;
    guint worst = DOLEN_VERDICT_NONE;

    for (guint w = 0; w < G_N_ELEMENTS (wishes); w++)
      if (set & (1u << w))
        test_wish (profile, wishes[w]);
    match = dolen_ranking_judge (f.facts, profile, 0);
    reasons = dolen_reasons_new (
        f.facts, profile, 0, f.service, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES);
    for (guint r = 0; r < reasons->len; r++) {
      const DolenReason *reason = g_ptr_array_index (reasons, r);

      g_assert_cmpstr (reason->text, !=, "");
      g_assert_cmpstr (reason->short_text, !=, "");
      worst = MAX (worst, (guint) reason->verdict);
    }
    g_assert_cmpint (worst == DOLEN_VERDICT_NO, ==, match.band == DOLEN_BAND_UNSUITABLE);
    g_assert_true (match.band != DOLEN_BAND_HELP || worst >= DOLEN_VERDICT_HELPED);
  }
  close_fixture (&f);
}

static void
test_it_speaks_welsh (void)
{
  Fixture f;
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autofree char *text = NULL;

  open_fixture (&f, garden ());
  test_wish (profile, "interest:gardening");
  text = say (&f, profile, DOLEN_LANGUAGE_CY);
  assert_says (text, "Garddio");
  close_fixture (&f);
}

static void
test_places_wait_distance_and_cost_are_told (void)
{
  Fixture f;
  DolenService *service = garden ();
  DolenCapacity *report = dolen_capacity_new ();
  DolenVenue *venue = dolen_venue_new ();
  DolenCost *cost = dolen_cost_new ();
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autofree char *text = NULL;
  g_autofree char *far = NULL;

  report->status = DOLEN_CAPACITY_WAITING_LIST;
  report->wait_weeks_from = 20;
  report->as_of = g_strdup ("2026-05-02");
  report->source = DOLEN_TOLD_BY_CALL;
  g_ptr_array_add (service->capacities, report);
  venue->latitude = 52.3;
  venue->longitude = -4.0;
  venue->origin = DOLEN_POSITION_FEED;
  g_ptr_array_add (service->venues, venue);
  cost->pence = 300;
  g_ptr_array_add (service->costs, cost);
  service->minimum_age = 50;
  open_fixture (&f, service);
  dolen_position_set (&profile->position, 52.2, -4.0, 0, DOLEN_POSITION_PERSON);
  profile->max_km = 5;
  profile->max_wait_weeks = 6;
  profile->max_pence = 100;
  profile->age = 40;
  profile->days = DOLEN_DAY_BIT (2);
  text = say (&f, profile, DOLEN_LANGUAGE_EN);
  assert_says (text, "capacity unknown: The wait is longer than they can wait. Places: ");
  assert_says (text, "distance no: Farther than they can go: 6.9 miles in a straight line");
  assert_says (text, "cost unknown: More than they can pay. Cost: £3");
  profile->max_km = -1;
  dolen_position_set (&profile->position, 50.2, -4.0, 0, DOLEN_POSITION_PERSON);
  far = say (&f, profile, DOLEN_LANGUAGE_EN);
  assert_says (far, "distance unknown: A long way: 145 miles in a straight line. Would they go");
  assert_says (text, "age no: Not for their age: 50");
  assert_says (text, "days unknown: ");
  assert_says (text, "listing unknown: The listing: ");
  close_fixture (&f);
}

/* What is left to people to give suits whoever cannot pay; what is said in other words is asked. */
static void
test_a_donation_is_no_price (void)
{
  static const char *const cases[][2] = {
    { "Pay what you can", "cost yes: They may give what they like. Cost: Pay what you can" },
    { "Free - donations welcome", "cost yes: Cost: Free - donations welcome" },
    { "It depends", "cost unknown: What they would pay is not known. Cost: It depends" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture f;
    DolenService *service = garden ();
    g_autoptr (DolenProfile) profile = dolen_profile_new ();
    g_autofree char *text = NULL;

    service->fees = g_strdup (cases[i][0]);
    open_fixture (&f, service);
    profile->max_pence = 0;
    text = say (&f, profile, DOLEN_LANGUAGE_EN);
    assert_says (text, cases[i][1]);
    close_fixture (&f);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/reasons/quotes", test_each_reason_quotes_the_words_it_was_read_from);
  g_test_add_func ("/reasons/consistent", test_the_explanation_is_what_the_band_rests_on);
  g_test_add_func ("/reasons/welsh", test_it_speaks_welsh);
  g_test_add_func ("/reasons/facts", test_places_wait_distance_and_cost_are_told);
  g_test_add_func ("/reasons/donation", test_a_donation_is_no_price);
  return g_test_run ();
}
