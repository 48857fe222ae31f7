/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-barrier-help.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"
#include "matching/feed-helper.h"

#include <math.h>
#include <string.h>

/* Who and what could help: by hand, and over the sample directory. */

static GPtrArray *
help_of (DolenFacts *facts, const DolenProfile *profile, guint index)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = dolen_barrier_help_new (facts, profile, index, &error);

  g_assert_no_error (error);
  g_assert_nonnull (list);
  return list;
}

static void
test_the_group_is_asked_and_what_it_lacks_is_not_named (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (GPtrArray) list = NULL;
  const DolenBarrierHelp *help;

  test_wish (profile, "barrier:no-car");
  test_tag (facts, 0, "!enabler:minibus");
  list = help_of (facts, profile, 0);
  g_assert_cmpuint (list->len, ==, 1);
  help = g_ptr_array_index (list, 0);
  g_assert_cmpstr (help->barrier->code, ==, "no-car");
  g_assert_true (help->ask_group);
  g_assert_cmpuint (help->n_enablers, ==, DOLEN_MOST_HELPING_ENABLERS);
  for (guint e = 0; e < help->n_enablers; e++)
    g_assert_cmpstr (help->enablers[e]->code, !=, "minibus");
  g_assert_cmpuint (help->n_helpers, ==, 0);
}

static void
test_nothing_is_said_where_it_is_a_known_yes (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (GPtrArray) list = NULL;

  test_wish (profile, "barrier:no-car");
  test_tag (facts, 0, "enabler:minibus");
  list = help_of (facts, profile, 0);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_a_club_with_a_minibus_drives_nobody_elsewhere (void)
{
  g_autoptr (DolenFacts) facts = test_facts (5);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (GPtrArray) list = NULL;
  const DolenBarrierHelp *help;

  test_wish (profile, "barrier:no-car");
  test_tag (facts, 1, "+enabler:minibus"); /* a lunch club */
  test_tag (facts, 2, "need:transport");   /* mentions it */
  test_tag (facts, 2, "enabler:minibus");
  test_tag (facts, 3, "+need:transport"); /* is there for it */
  test_tag (facts, 3, "enabler:volunteer-driver");
  test_tag (facts, 4, "+need:transport"); /* the same, and closed */
  test_tag (facts, 4, "enabler:volunteer-driver");
  facts->listing[4] = DOLEN_LISTING_CLOSED;
  list = help_of (facts, profile, 0);
  help = g_ptr_array_index (list, 0);
  g_assert_cmpuint (help->n_helpers, ==, 2);
  g_assert_cmpuint (help->helpers[0].index, ==, 3);
  g_assert_cmpuint (help->helpers[1].index, ==, 2);
  g_assert_true (isnan (help->helpers[0].km));
}

static void
test_nobody_helps_who_may_not_have_them (void)
{
  g_autoptr (DolenFacts) facts = test_facts (3);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (GPtrArray) list = NULL;
  const DolenBarrierHelp *help;

  test_wish (profile, "barrier:digital-exclusion");
  profile->age = 70;
  test_tag (facts, 1, "+need:digital-skills");
  facts->eligible[1].max_age = 25;
  test_tag (facts, 2, "need:digital-skills");
  list = help_of (facts, profile, 0);
  help = g_ptr_array_index (list, 0);
  g_assert_cmpuint (help->n_helpers, ==, 1);
  g_assert_cmpuint (help->helpers[0].index, ==, 2);
}

static guint
count_leaves (const DolenBarrierHelp *help, const DolenWeights *weights, DolenLanguage language)
{
  g_auto (GStrv) said = dolen_barrier_help_leaves (help, weights, language);

  return g_strv_length (said);
}

static void
test_what_the_scheme_bars_is_not_promised (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenWeights) weights = dolen_weights_copy (dolen_weights_default (&error));
  g_autoptr (GPtrArray) list = NULL;
  g_auto (GStrv) asked = NULL;
  g_auto (GStrv) allowed = NULL;

  test_wish (profile, "barrier:going-alone");
  list = help_of (facts, profile, 0);
  /* Until a scheme says otherwise, the lead is asked. */
  asked = dolen_barrier_help_leaves (list->pdata[0], NULL, DOLEN_LANGUAGE_EN);
  g_assert_cmpuint (g_strv_length (asked), >=, 1);
  g_assert_true (g_str_has_prefix (asked[0], "Ask your lead"));
  dolen_weights_set_leave (weights, DOLEN_HELP_ACCOMPANY, DOLEN_LEAVE_YES);
  allowed = dolen_barrier_help_leaves (list->pdata[0], weights, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (allowed[0], ==, "You may go along the first time.");
  dolen_weights_set_leave (weights, DOLEN_HELP_ACCOMPANY, DOLEN_LEAVE_NO);
  dolen_weights_set_leave (weights, DOLEN_HELP_HOME_VISIT, DOLEN_LEAVE_NO);
  g_assert_cmpuint (count_leaves (list->pdata[0], weights, DOLEN_LANGUAGE_EN), ==, 0);
  g_assert_cmpuint (count_leaves (list->pdata[0], weights, DOLEN_LANGUAGE_CY), ==, 0);
}

/* ---- the sample ---- */

typedef struct {
  DolenDirectory *directory;
  DolenFacts *facts;
} Sample;

static void
sample_open (Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_DATA_DIR"), "sample", "directory.json", NULL);

  sample->directory = test_import_feed (path);
  sample->facts = dolen_facts_new (
      dolen_directory_get_db (sample->directory), test_vocabulary (), NULL, &error);
  g_assert_no_error (error);
}

static void
sample_close (Sample *sample)
{
  dolen_facts_unref (sample->facts);
  dolen_directory_close (sample->directory);
}

static char *
name_of (Sample *sample, guint index)
{
  char uid[DOLEN_FACTS_UID_SIZE];
  g_autoptr (DolenService) service = dolen_directory_get_service (
      sample->directory, dolen_facts_uid (sample->facts, index, uid), NULL);

  g_assert_nonnull (service);
  return g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_EN));
}

/* Whether @expected is among the helpers for @barrier, of some service that needs help. */
static void
assert_helper (Sample *sample, const char *barrier, const char *expected)
{
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (GString) found = g_string_new (NULL);

  test_wish (profile, barrier);
  for (guint i = 0; i < 5; i++) {
    g_autoptr (GPtrArray) list = help_of (sample->facts, profile, i);

    for (guint h = 0; h < list->len; h++) {
      const DolenBarrierHelp *help = g_ptr_array_index (list, h);

      for (guint n = 0; n < help->n_helpers; n++) {
        g_autofree char *name = name_of (sample, help->helpers[n].index);

        g_assert_cmpuint (help->helpers[n].index, !=, i);
        g_string_append_printf (found, "%s; ", name);
      }
    }
  }
  if (strstr (found->str, expected) == NULL)
    g_error ("%s: %s is not among %s", barrier, expected, found->str);
}

static void
test_the_sample_knows_who_could (void)
{
  Sample sample;

  sample_open (&sample);
  assert_helper (&sample, "barrier:no-car", "Olwyn Bach volunteer cars");
  assert_helper (&sample, "barrier:going-alone", "First Steps companions");
  assert_helper (&sample, "barrier:caring-duties", "Briallu Sitting Service");
  assert_helper (&sample, "barrier:digital-exclusion", "Digi Bro drop-in");
  sample_close (&sample);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/matching/barrier-help/ask-the-group",
                   test_the_group_is_asked_and_what_it_lacks_is_not_named);
  g_test_add_func ("/matching/barrier-help/yes", test_nothing_is_said_where_it_is_a_known_yes);
  g_test_add_func ("/matching/barrier-help/minibus-of-a-club",
                   test_a_club_with_a_minibus_drives_nobody_elsewhere);
  g_test_add_func ("/matching/barrier-help/barred", test_nobody_helps_who_may_not_have_them);
  g_test_add_func ("/matching/barrier-help/leaves", test_what_the_scheme_bars_is_not_promised);
  g_test_add_func ("/matching/barrier-help/sample", test_the_sample_knows_who_could);
  return g_test_run ();
}
