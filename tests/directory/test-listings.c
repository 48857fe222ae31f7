/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-listings.h"
#include "directory/samples.h"

static void
add (DolenDirectory *dir, DolenService *service)
{
  samples_save (dir, service);
  dolen_service_free (service);
}

/* One of each status; what their texts lack differs. */
static DolenDirectory *
open_with_one_of_each (void)
{
  DolenDirectory *dir = samples_open ();
  DolenService *service = samples_service ("Choir", "Côr", DOLEN_TEXT_CHECKED);

  add (dir, service);
  service = samples_service ("Allotment", NULL, DOLEN_TEXT_GIVEN);
  g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_PAUSED, -1, "2026-04-01"));
  add (dir, service);
  service = samples_service (NULL, "Dawnsio", DOLEN_TEXT_GIVEN);
  service->status = DOLEN_SERVICE_DEFUNCT;
  add (dir, service);
  service = samples_service ("Refuge", "Lloches", DOLEN_TEXT_CHECKED);
  service->do_not_list = TRUE;
  add (dir, service);
  service = samples_service ("Bingo", "Bingo", DOLEN_TEXT_CHECKED);
  service->gone_since = g_strdup ("2026-03-02");
  dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_EN, "Big Bingo", DOLEN_TEXT_CHECKED);
  add (dir, service);
  return dir;
}

/* "name: what is said of it" of each, one a line. */
static char *
tell (DolenDirectory *dir, const DolenListingQuery *query)
{
  GError *error = NULL;
  g_autoptr (GArray) ids = dolen_listings_find (dir, query, &error);
  g_autoptr (GPtrArray) listings = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  listings = dolen_listings_load (dir, (const gint64 *) (gpointer) ids->data, ids->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < listings->len; i++) {
    const DolenListing *listing = g_ptr_array_index (listings, i);
    g_autofree char *words = dolen_listing_describe (listing, DOLEN_LANGUAGE_EN);

    g_string_append_printf (
        text, "%s: %s\n", dolen_bilingual_get (&listing->name, DOLEN_LANGUAGE_EN), words);
  }
  return g_string_free (text, FALSE);
}

static void
test_every_service_stands_there_and_says_how_it_stands (void)
{
  g_autoptr (DolenDirectory) dir = open_with_one_of_each ();
  const DolenListingQuery all = { .names_in = DOLEN_LANGUAGE_EN };
  g_autofree char *text = tell (dir, &all);

  g_assert_cmpstr (text,
                   ==,
                   "Allotment: Paused · Welsh missing\n"
                   "Big Bingo: Not in its feed since 2 March 2026 · Text out of date\n"
                   "Choir: Listed\n"
                   "Dawnsio: Closed · English missing\n"
                   "Refuge: Do not list\n");
}

static void
test_statuses_and_missing_texts_narrow_it (void)
{
  g_autoptr (DolenDirectory) dir = open_with_one_of_each ();
  const DolenListingQuery ended
      = { .statuses = 1u << DOLEN_LISTING_CLOSED | 1u << DOLEN_LISTING_GONE,
          .names_in = DOLEN_LANGUAGE_EN };
  const DolenListingQuery welsh = { .lacks = DOLEN_LISTING_LACKS_WELSH };
  const DolenListingQuery both
      = { .statuses = 1u << DOLEN_LISTING_LISTED, .lacks = DOLEN_LISTING_OUT_OF_DATE };
  g_autofree char *of_ended = tell (dir, &ended), *of_welsh = tell (dir, &welsh);
  g_autofree char *of_both = tell (dir, &both);

  g_assert_cmpstr (of_ended,
                   ==,
                   "Big Bingo: Not in its feed since 2 March 2026 · Text out of date\n"
                   "Dawnsio: Closed · English missing\n");
  g_assert_cmpstr (of_welsh, ==, "Allotment: Paused · Welsh missing\n");
  g_assert_cmpstr (of_both, ==, "");
}

static void
test_words_are_searched_among_those_not_listed_too (void)
{
  g_autoptr (DolenDirectory) dir = open_with_one_of_each ();
  const DolenListingQuery query = { .text = "lloches", .names_in = DOLEN_LANGUAGE_CY };
  g_autofree char *text = tell (dir, &query);

  g_assert_cmpstr (text, ==, "Refuge: Do not list\n");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/listings/every_service_stands_there_and_says_how_it_stands",
                   test_every_service_stands_there_and_says_how_it_stands);
  g_test_add_func ("/listings/statuses_and_missing_texts_narrow_it",
                   test_statuses_and_missing_texts_narrow_it);
  g_test_add_func ("/listings/words_are_searched_among_those_not_listed_too",
                   test_words_are_searched_among_those_not_listed_too);
  return g_test_run ();
}
