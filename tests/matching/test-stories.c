/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-reasons.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"
#include "matching/feed-helper.h"

#include <string.h>

/*
 * The twelve stories over a real feed (stories/README.md): what must hold whatever the weights.
 */
#define FIRST 5

static const char *const stories[] = {
  "01-oxygen",           "02-cannot-read",
  "03-pip-withdrawn",    "04-cold-and-cluttered",
  "05-no-garden",        "06-after-a-stroke",
  "07-needs-a-gardener", "08-no-family-near",
  "09-in-fear",          "10-waiting-for-counselling",
  "11-not-in-a-school",  "12-heart",
};

static DolenProfile *
read_story (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "matching", "stories", file, NULL);
  g_autofree char *json = NULL;
  g_auto (GStrv) unknown = NULL;
  g_autoptr (GError) error = NULL;
  DolenProfile *profile;

  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  profile = dolen_profile_from_json (json, -1, test_vocabulary (), NULL, NULL, &unknown, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (unknown), ==, 0);
  return profile;
}

static void
test_every_story_is_understood (void)
{
  for (gsize s = 0; s < G_N_ELEMENTS (stories); s++) {
    g_autoptr (DolenProfile) profile = read_story (stories[s]);

    g_assert_true (dolen_profile_names_wishes (profile));
  }
}

/* "Free" beside a price of its own, and whatever else a reader of the text would see at once. */
static void
assert_not_contradicted (const DolenService *service, const DolenReason *reason)
{
  const char *text = service->description.en != NULL ? service->description.en : "";

  if (reason->criterion == DOLEN_CRITERION_COST && reason->verdict == DOLEN_VERDICT_YES)
    g_assert_null (strstr (text, "£"));
}

static void
check_story (DolenDirectory *dir, DolenFacts *facts, const char *name)
{
  g_autoptr (DolenProfile) profile = read_story (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenRanking) ranking = dolen_ranking_run (facts, profile, 0, NULL, &error);

  g_assert_no_error (error);
  /* A raw feed holds no capacity fact. */
  g_assert_cmpuint (ranking->counts[DOLEN_BAND_READY], ==, 0);
  g_assert_cmpuint (ranking->counts[DOLEN_BAND_WAIT], ==, 0);
  for (guint m = 0; m < MIN (ranking->n_matches, FIRST); m++) {
    const DolenMatch *match = &ranking->matches[m];
    char uid[DOLEN_FACTS_UID_SIZE];
    g_autoptr (DolenService) service = dolen_directory_get_service (
        dir, dolen_facts_uid (facts, match->index, uid), &error);
    g_autoptr (GPtrArray) reasons = dolen_reasons_new (
        facts, profile, match->index, service, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES);

    g_assert_cmpint (match->band, ==, DOLEN_BAND_HELP);
    g_assert_cmpuint (reasons->len, >=, 2);
    for (guint r = 0; r < reasons->len; r++) {
      const DolenReason *reason = g_ptr_array_index (reasons, r);

      g_assert_cmpint (reason->verdict, !=, DOLEN_VERDICT_NO);
      assert_not_contradicted (service, reason);
    }
  }
}

/* Whether the match at @place of a story has @words in its name; NULL: whether there is none. */
static gboolean
stands_at (
    DolenDirectory *dir, DolenFacts *facts, const char *story, guint place, const char *words)
{
  char uid[DOLEN_FACTS_UID_SIZE];
  g_autoptr (DolenService) service = NULL;
  g_autoptr (DolenProfile) profile = read_story (story);
  g_autoptr (DolenRanking) ranking = dolen_ranking_run (facts, profile, place + 1, NULL, NULL);

  if (ranking->n_matches <= place)
    return words == NULL;
  service = dolen_directory_get_service (
      dir, dolen_facts_uid (facts, ranking->matches[place].index, uid), NULL);
  g_test_message ("%s, %u: %s", story, place, service->name.en);
  return words != NULL && strstr (service->name.en, words) != NULL;
}

static gboolean
stands_among (DolenDirectory *dir, DolenFacts *facts, const char *story, const char *words)
{
  for (guint place = 0; place < FIRST; place++)
    if (stands_at (dir, facts, story, place, words))
      return TRUE;
  return FALSE;
}

static void
test_the_first_five_of_each_stand_up_to_their_own_text (void)
{
  g_autofree char *path = dolen_test_shared ("oruk1-northlincs/services.json");
  g_autoptr (DolenDirectory) dir = test_import_feed (path);
  g_autoptr (DolenFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  if (dir == NULL)
    return;
  facts = dolen_facts_new (dolen_directory_get_db (dir), test_vocabulary (), NULL, &error);
  g_assert_no_error (error);
  for (gsize s = 0; s < G_N_ELEMENTS (stories); s++) {
    g_test_message ("%s", stories[s]);
    check_story (dir, facts, stories[s]);
  }
  /* What a link worker there would think of first. */
  g_assert_true (stands_at (dir, facts, "05-no-garden", 0, "Garden"));
  g_assert_true (stands_at (dir, facts, "06-after-a-stroke", 0, "Stroke"));
  g_assert_true (stands_at (dir, facts, "08-no-family-near", 0, "Coffee"));
  /* Help first, for that is what they wait for; what is help and what they like soon after. */
  g_assert_true (stands_at (dir, facts, "10-waiting-for-counselling", 0, "Listening"));
  g_assert_true (stands_among (dir, facts, "10-waiting-for-counselling", "Art Therapy"));
  /* Nobody there gardens for others: that is said, not papered over. */
  g_assert_true (stands_at (dir, facts, "07-needs-a-gardener", 0, NULL));
}

/* What the sample directory is for: all four bands, each for its reason. */
static void
test_the_sample_directory_has_something_in_every_band (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_SOURCE_DIR"), "data", "sample", "directory.json", NULL);
  g_autoptr (DolenDirectory) dir = test_import_feed (path);
  g_autoptr (DolenProfile) anybody = dolen_profile_new ();
  g_autoptr (DolenFacts) facts = NULL;
  g_autoptr (DolenRanking) ranking = NULL;
  g_autoptr (GError) error = NULL;

  facts = dolen_facts_new (dolen_directory_get_db (dir), test_vocabulary (), NULL, &error);
  g_assert_no_error (error);
  anybody->age = 72;
  anybody->max_wait_weeks = 12;
  ranking = dolen_ranking_run (facts, anybody, 0, NULL, &error);
  for (guint b = 0; b < DOLEN_N_BANDS; b++) {
    g_test_message ("%s: %u", dolen_band_code ((DolenBand) b), ranking->counts[b]);
    g_assert_cmpuint (ranking->counts[b], >, 0);
  }
  for (guint m = 0; m < ranking->n_matches; m++)
    if (ranking->matches[m].band == DOLEN_BAND_READY) {
      guint i = ranking->matches[m].index;

      g_assert_true (facts->capacity[i].status == DOLEN_CAPACITY_OPEN
                     || facts->capacity[i].status == DOLEN_CAPACITY_PLACES);
      g_assert_cmpint (facts->confirmed[i], >=, 0);
      g_assert_cmpint (facts->confirmed[i], <=, 183);
    }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/stories/understood", test_every_story_is_understood);
  g_test_add_func ("/stories/first-five", test_the_first_five_of_each_stand_up_to_their_own_text);
  g_test_add_func ("/stories/sample", test_the_sample_directory_has_something_in_every_band);
  return g_test_run ();
}
