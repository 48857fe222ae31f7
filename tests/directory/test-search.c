/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-search.h"
#include "directory/dolen-spelling.h"
#include "directory/samples.h"

#include <math.h>

static DolenService *
add (DolenDirectory *dir, const char *en, const char *cy, const char *description)
{
  DolenService *service = samples_service (en, cy, DOLEN_TEXT_CHECKED);

  dolen_bilingual_load (
      &service->description, description, DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  samples_save (dir, service);
  return service;
}

static void
add_named (DolenDirectory *dir, const char *en, const char *cy)
{
  dolen_service_free (add (dir, en, cy, NULL));
}

static GPtrArray *
search (DolenDirectory *dir, const DolenSearchQuery *query)
{
  GError *error = NULL;
  guint total = 0;
  GPtrArray *cards = dolen_search (dir, query, &total, &error);

  g_assert_no_error (error);
  g_assert_cmpint (total, >=, cards->len);
  return cards;
}

/* The names found for a text, joined: "Choir|Garden". */
static char *
find (DolenDirectory *dir, const char *text, gboolean typing)
{
  DolenSearchQuery query;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  dolen_search_query_init (&query);
  query.text = text;
  query.typing = typing;
  cards = search (dir, &query);
  for (guint i = 0; i < cards->len; i++) {
    const DolenServiceCard *card = g_ptr_array_index (cards, i);
    g_string_append_printf (
        names, "%s%s", i > 0 ? "|" : "", dolen_bilingual_get (&card->name, DOLEN_LANGUAGE_EN));
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
expect (DolenDirectory *dir, const char *text, const char *names)
{
  for (int typing = 0; typing < 2; typing++) {
    g_autofree char *found = find (dir, text, typing);
    g_assert_cmpstr (found, ==, names);
  }
}

static void
test_mutated_words_find_each_other (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();

  add_named (dir, NULL, "Canolfan y gymuned");
  add_named (dir, NULL, "Clwb y Cwm");
  add_named (dir, NULL, "Ffynnon Dŵr");
  expect (dir, "cymuned", "Canolfan y gymuned");
  expect (dir, "gymuned", "Canolfan y gymuned");
  expect (dir, "chymuned", "Canolfan y gymuned");
  expect (dir, "chwm", "Clwb y Cwm");
  expect (dir, "dwr", "Ffynnon Dŵr");
  expect (dir, "dŵr", "Ffynnon Dŵr");
}

static void
test_gymuned_finds_cymuned (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();

  add_named (dir, NULL, "Gardd Cymuned");
  expect (dir, "gymuned", "Gardd Cymuned");
}

static void
test_english_words_find_no_radicals (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();

  add_named (dir, "Open to all", NULL);
  add_named (dir, "Village hall", NULL);
  add_named (dir, "Lift your mood", NULL);
  add_named (dir, "Food bank", NULL);
  expect (dir, "hall", "Village hall");
  expect (dir, "food", "Food bank");
}

static void
test_an_exact_spelling_ranks_above_a_radical (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();

  add_named (dir, NULL, "Cymuned Aeron");
  add_named (dir, NULL, "Gardd a gardd arall y gymuned ger yr afon");
  expect (dir, "gymuned", "Gardd a gardd arall y gymuned ger yr afon|Cymuned Aeron");
  expect (dir, "cymuned", "Cymuned Aeron|Gardd a gardd arall y gymuned ger yr afon");
}

static void
test_names_rank_above_keywords_above_descriptions (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) described = add (
      dir, "Tuesday group", NULL, "We sing, and singing, singing is what we do: singing.");
  g_autoptr (DolenService) tagged = samples_service ("Friends", NULL, DOLEN_TEXT_CHECKED);
  g_autofree char *found = NULL;

  g_ptr_array_add (tagged->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "singing", TRUE, DOLEN_TAG_PROPOSED));
  samples_save (dir, tagged);
  add_named (dir, "The long and rather winding name of a singing group in the hills", NULL);
  found = find (dir, "singing", FALSE);
  g_assert_cmpstr (found,
                   ==,
                   "The long and rather winding name of a singing group in the hills|Friends|"
                   "Tuesday group");
}

static void
test_words_are_found_as_they_are_typed (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *two = NULL;
  g_autofree char *whole = NULL;

  add_named (dir, "Gardening club", "Clwb Garddio");
  add_named (dir, "Choir", "Côr");
  two = find (dir, "ga", TRUE);
  whole = find (dir, "ga", FALSE);
  g_assert_cmpstr (two, ==, "Gardening club");
  g_assert_cmpstr (whole, ==, "");
  expect (dir, "club gard", "Gardening club");
  expect (dir, "arddio", "Gardening club");
}

static void
test_a_slip_of_the_keyboard_finds_the_word (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  DolenSearchQuery query;
  g_autoptr (GPtrArray) cards = NULL;

  add_named (dir, "Gardening club", NULL);
  add_named (dir, "Choir", NULL);
  expect (dir, "gardenign", "Gardening club");
  expect (dir, "chior", "Choir");
  expect (dir, "zzzzzz", "");
  dolen_search_query_init (&query);
  query.text = "chior";
  cards = search (dir, &query);
  g_assert_true (((DolenServiceCard *) cards->pdata[0])->approximate);
}

static void
test_spelling_distance_counts_swaps_as_one (void)
{
  const gunichar a[] = { 'c', 'h', 'o', 'i', 'r' }, b[] = { 'c', 'h', 'i', 'o', 'r' };
  const gunichar c[] = { 'c', 'o', 'r' };

  g_assert_cmpint (dolen_spelling_distance (a, 5, b, 5, 2), ==, 1);
  g_assert_cmpint (dolen_spelling_distance (a, 5, a, 5, 2), ==, 0);
  g_assert_cmpint (dolen_spelling_distance (a, 5, c, 3, 2), ==, 2);
  g_assert_cmpint (dolen_spelling_distance (a, 5, c, 3, 1), ==, 2);
}

static void
test_signs_and_operators_are_only_text (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();

  add_named (dir, "Choir", NULL);
  expect (dir, "\"choir\" OR name:*", "");
  expect (dir, "choir\"", "Choir");
  expect (dir, "()", "");
  expect (dir, "'; DROP TABLE service", "");
  expect (dir, "\xff\xfe", "");
}

static void
test_text_that_changes_is_found_anew (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = add (dir, "Choir", NULL, NULL);

  dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_EN, "Band", DOLEN_TEXT_CHECKED);
  samples_save (dir, service);
  expect (dir, "choir", "");
  expect (dir, "band", "Band");
  g_assert_true (dolen_directory_rebuild_search (dir, NULL));
  expect (dir, "band", "Band");
  g_assert_true (dolen_directory_check (dir, NULL));
}

static const char *
label_tag (DolenTagKind kind, const char *code, DolenLanguage language, gpointer user_data)
{
  return language == DOLEN_LANGUAGE_CY ? "Garddio" : "Growing things";
}

static void
test_labels_organisation_and_place_are_keywords (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Example Trust");
  g_autoptr (DolenService) service = samples_service ("Tuesdays", NULL, DOLEN_TEXT_CHECKED);

  dolen_directory_set_labels (dir, label_tag, NULL);
  service->organisation_uid = g_strdup (organisation->uid);
  g_ptr_array_add (service->venues, samples_venue (NULL, "Llanbedr", 52.1, -4.1));
  g_ptr_array_add (service->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "gardening", TRUE, DOLEN_TAG_PROPOSED));
  samples_save (dir, service);
  expect (dir, "growing", "Tuesdays");
  expect (dir, "arddio", "Tuesdays");
  expect (dir, "example trust", "Tuesdays");
  expect (dir, "llanbedr", "Tuesdays");
  expect (dir, "tuesdays llanbedr", "Tuesdays");
  dolen_bilingual_set (&organisation->name, DOLEN_LANGUAGE_EN, "Renamed Body", DOLEN_TEXT_CHECKED);
  g_assert_true (dolen_directory_save_organisation (dir, organisation, NULL));
  expect (dir, "renamed", "Tuesdays");
  g_assert_true (dolen_directory_check (dir, NULL));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/search/" #name, test_##name)
  ADD (mutated_words_find_each_other);
  ADD (gymuned_finds_cymuned);
  ADD (english_words_find_no_radicals);
  ADD (an_exact_spelling_ranks_above_a_radical);
  ADD (names_rank_above_keywords_above_descriptions);
  ADD (words_are_found_as_they_are_typed);
  ADD (a_slip_of_the_keyboard_finds_the_word);
  ADD (spelling_distance_counts_swaps_as_one);
  ADD (signs_and_operators_are_only_text);
  ADD (text_that_changes_is_found_anew);
  ADD (labels_organisation_and_place_are_keywords);
#undef ADD
  return g_test_run ();
}
