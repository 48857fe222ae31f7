/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-search.h"
#include "directory/samples.h"

#include <math.h>

/* Lampeter, Aberaeron (some 20 km away), a refuge that says nowhere, and one without a venue. */
static DolenDirectory *
open_filled (void)
{
  DolenDirectory *dir = samples_open ();
  g_autoptr (DolenService) garden = samples_service ("Garden", NULL, DOLEN_TEXT_CHECKED);
  g_autoptr (DolenService) choir = samples_service ("Choir", NULL, DOLEN_TEXT_CHECKED);
  g_autoptr (DolenService) refuge = samples_service ("Refuge", NULL, DOLEN_TEXT_CHECKED);
  g_autoptr (DolenService) line = samples_service ("Advice line", NULL, DOLEN_TEXT_CHECKED);
  DolenVenue *hidden = samples_venue ("House", "Lampeter", 52.113, -4.079);
  DolenCost *cost = dolen_cost_new ();
  DolenLanguageOffered *offered = dolen_language_offered_new ();

  g_ptr_array_add (garden->venues, samples_venue ("Hall", "Lampeter", 52.1127, -4.0780));
  g_ptr_array_add (garden->schedules, samples_schedule ("TU,TH", "10:00", "12:00"));
  g_ptr_array_add (garden->capacities, samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01"));
  g_ptr_array_add (garden->capacities, samples_capacity (DOLEN_CAPACITY_FULL, -1, "2026-01-01"));
  g_ptr_array_add (garden->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "gardening", TRUE, DOLEN_TAG_PROPOSED));
  g_ptr_array_add (garden->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "company", TRUE, DOLEN_TAG_PROPOSED));
  g_ptr_array_add (garden->tags,
                   samples_tag (DOLEN_TAG_ENABLER, "step-free", FALSE, DOLEN_TAG_CONFIRMED));
  cost->pence = 300;
  g_ptr_array_add (garden->costs, cost);
  samples_save (dir, garden);
  g_ptr_array_add (choir->venues, samples_venue ("Chapel", "Aberaeron", 52.2422, -4.2587));
  g_ptr_array_add (choir->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "company", TRUE, DOLEN_TAG_PROPOSED));
  g_ptr_array_add (choir->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "gardening", TRUE, DOLEN_TAG_REJECTED));
  choir->fees = g_strdup ("Free.");
  offered->code = g_strdup ("cy");
  g_ptr_array_add (choir->languages, offered);
  samples_save (dir, choir);
  hidden->hide_address = TRUE;
  g_ptr_array_add (refuge->venues, hidden);
  samples_save (dir, refuge);
  line->status = DOLEN_SERVICE_DEFUNCT;
  samples_save (dir, line);
  return dir;
}

static void
expect (DolenDirectory *dir, const DolenSearchQuery *query, const char *names)
{
  GError *error = NULL;
  guint total = 0;
  g_autoptr (GPtrArray) cards = dolen_search (dir, query, &total, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < cards->len; i++) {
    const DolenServiceCard *card = g_ptr_array_index (cards, i);
    g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", card->name.en);
  }
  g_assert_cmpstr (found->str, ==, names);
}

static void
test_everything_listed_comes_by_name (void)
{
  g_autoptr (DolenDirectory) dir = open_filled ();
  DolenSearchQuery query;
  guint total = 0;
  g_autoptr (GArray) hits = NULL;

  dolen_search_query_init (&query);
  expect (dir, &query, "Choir|Garden|Refuge");
  query.with_unlisted = TRUE;
  expect (dir, &query, "Advice line|Choir|Garden|Refuge");
  query.limit = 2;
  query.offset = 1;
  expect (dir, &query, "Choir|Garden");
  hits = dolen_search_ids (dir, &query, &total, NULL);
  g_assert_cmpint (total, ==, 4);
  g_assert_cmpint (hits->len, ==, 2);
}

static void
test_tags_are_met_by_any_or_all_of_them (void)
{
  g_autoptr (DolenDirectory) dir = open_filled ();
  const char *both[] = { "gardening", "company", NULL };
  const char *ramp[] = { "step-free", NULL };
  DolenSearchQuery query;

  dolen_search_query_init (&query);
  query.interests = both;
  expect (dir, &query, "Choir|Garden");
  query.all_tags = TRUE;
  expect (dir, &query, "Garden");
  query.interests = NULL;
  query.enablers = ramp;
  expect (dir, &query, "");
}

static void
test_capacity_is_that_of_the_newest_report (void)
{
  g_autoptr (DolenDirectory) dir = open_filled ();
  DolenSearchQuery query;

  dolen_search_query_init (&query);
  query.capacities = 1 << DOLEN_CAPACITY_PLACES | 1 << DOLEN_CAPACITY_OPEN;
  expect (dir, &query, "Garden");
  query.capacities = 1 << DOLEN_CAPACITY_FULL;
  expect (dir, &query, "");
  query.capacities = 1 << DOLEN_CAPACITY_UNKNOWN;
  expect (dir, &query, "Choir|Refuge");
}

static void
test_cost_language_and_day_narrow (void)
{
  g_autoptr (DolenDirectory) dir = open_filled ();
  DolenSearchQuery query;

  dolen_search_query_init (&query);
  query.max_pence = 0;
  expect (dir, &query, "Choir");
  query.max_pence = 300;
  expect (dir, &query, "Choir|Garden");
  dolen_search_query_init (&query);
  query.language = "cy";
  expect (dir, &query, "Choir");
  dolen_search_query_init (&query);
  query.days = 1 << 1;
  expect (dir, &query, "Garden");
  query.days = 1 << 0;
  expect (dir, &query, "");
}

static void
test_distance_is_measured_and_limits (void)
{
  g_autoptr (DolenDirectory) dir = open_filled ();
  DolenSearchQuery query;
  g_autoptr (GArray) hits = NULL;

  dolen_search_query_init (&query);
  query.latitude = 52.24;
  query.longitude = -4.26;
  query.order = DOLEN_SEARCH_BY_DISTANCE;
  expect (dir, &query, "Choir|Garden|Refuge");
  query.within_km = 5;
  expect (dir, &query, "Choir");
  query.within_km = 30;
  expect (dir, &query, "Choir|Garden");
  hits = dolen_search_ids (dir, &query, NULL, NULL);
  g_assert_cmpfloat (g_array_index (hits, DolenSearchHit, 0).distance_km, <, 1);
  g_assert_cmpfloat (g_array_index (hits, DolenSearchHit, 1).distance_km, >, 15);
  g_assert_cmpfloat (g_array_index (hits, DolenSearchHit, 1).distance_km, <, 22);
  query.text = "garden";
  expect (dir, &query, "Garden");
}

static void
test_a_card_shows_what_a_list_needs (void)
{
  g_autoptr (DolenDirectory) dir = open_filled ();
  DolenSearchQuery query;
  g_autoptr (GPtrArray) cards = NULL;
  const DolenServiceCard *card;

  dolen_search_query_init (&query);
  query.text = "garden";
  cards = dolen_search (dir, &query, NULL, NULL);
  card = cards->pdata[0];
  g_assert_cmpstr (card->place, ==, "Lampeter");
  g_assert_cmpfloat (card->latitude, ==, 52.1127);
  g_assert_cmpint (card->pence, ==, 300);
  g_assert_cmpint (card->capacity->places_free, ==, 4);
  g_assert_cmpint (card->schedules->len, ==, 1);
  g_assert_cmpint (card->found_in, ==, DOLEN_FOUND_IN_NAME);
  g_assert_true (isnan (card->distance_km));
}

static void
test_no_list_or_map_knows_where_a_refuge_is (void)
{
  g_autoptr (DolenDirectory) dir = open_filled ();
  g_autoptr (GArray) points = dolen_directory_load_points (dir, NULL, 0, NULL);
  DolenSearchQuery query;
  g_autoptr (GPtrArray) cards = NULL;
  const DolenServiceCard *card;
  gint64 ids[2] = { 0, 0 };
  g_autoptr (GArray) some = NULL;

  dolen_search_query_init (&query);
  query.text = "refuge";
  cards = dolen_search (dir, &query, NULL, NULL);
  card = cards->pdata[0];
  g_assert_true (isnan (card->latitude));
  g_assert_true (card->hide_address);
  g_assert_cmpint (points->len, ==, 2);
  ids[0] = card->id;
  ids[1] = g_array_index (points, DolenPoint, 1).id;
  some = dolen_directory_load_points (dir, ids, 2, NULL);
  g_assert_cmpint (some->len, ==, 1);
  g_assert_cmpint (g_array_index (some, DolenPoint, 0).id, ==, ids[1]);
}

static void
test_cards_come_in_the_order_asked_for (void)
{
  g_autoptr (DolenDirectory) dir = open_filled ();
  const gint64 ids[] = { 2, 99, 1 };
  g_autoptr (GPtrArray) cards = dolen_directory_load_cards (dir, ids, 3, NULL);

  g_assert_cmpint (cards->len, ==, 3);
  g_assert_cmpint (((DolenServiceCard *) cards->pdata[0])->id, ==, 2);
  g_assert_null (cards->pdata[1]);
  g_assert_cmpint (((DolenServiceCard *) cards->pdata[2])->id, ==, 1);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/filters/" #name, test_##name)
  ADD (everything_listed_comes_by_name);
  ADD (tags_are_met_by_any_or_all_of_them);
  ADD (capacity_is_that_of_the_newest_report);
  ADD (cost_language_and_day_narrow);
  ADD (distance_is_measured_and_limits);
  ADD (a_card_shows_what_a_list_needs);
  ADD (no_list_or_map_knows_where_a_refuge_is);
  ADD (cards_come_in_the_order_asked_for);
#undef ADD
  return g_test_run ();
}
