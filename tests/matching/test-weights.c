/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "matching/dolen-weights-private.h"

#include <glib/gstdio.h>
#include <string.h>

static DolenWeights *
read_weights (const char *path, char ***wrong)
{
  g_autoptr (GError) error = NULL;
  DolenWeights *weights = dolen_weights_read (path, wrong, &error);

  g_assert_no_error (error);
  g_assert_nonnull (weights);
  return weights;
}

static char *
own_path (void)
{
  g_autofree char *folder = dolen_test_folder ();

  return g_build_filename (folder, "matching.json", NULL);
}

static void
put_file (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A settings page shows every one: both languages, four levels that fall, and codes that stay. */
static void
test_every_weight_is_told_in_words (void)
{
  DolenWeights *ours = dolen_weights_default (NULL);
  g_autoptr (DolenWeights) weights = dolen_weights_copy (ours);

  for (guint i = 0; i < DOLEN_N_WEIGHTS; i++) {
    DolenWeight w = (DolenWeight) i;
    double more = 1000;

    for (guint language = 0; language < 2; language++) {
      g_assert_cmpint (strlen (dolen_weight_label (w, (DolenLanguage) language)), >, 2);
      g_assert_cmpint (strlen (dolen_weight_explanation (w, (DolenLanguage) language)), >, 10);
    }
    g_assert_cmpstr (dolen_weight_label (w, DOLEN_LANGUAGE_CY),
                     !=,
                     i == DOLEN_WEIGHT_COST ? "" : dolen_weight_label (w, DOLEN_LANGUAGE_EN));
    g_assert_cmpint (dolen_weight_from_code (dolen_weight_code (w)), ==, (int) i);
    for (guint l = 0; l < DOLEN_N_WEIGHT_LEVELS; l++) {
      dolen_weights_set_level (weights, w, (DolenWeightLevel) l);
      g_assert_cmpfloat (dolen_weights_get_points (weights, w), <=, more);
      more = dolen_weights_get_points (weights, w);
    }
    g_assert_cmpfloat (more, ==, 0);
  }
  g_assert_cmpfloat (dolen_weights_get_points (ours, DOLEN_WEIGHT_WISHES), ==, 600);
  g_assert_cmpstr (
      dolen_weight_level_label (DOLEN_WEIGHT_LEVEL_NONE, DOLEN_LANGUAGE_EN), ==, "Not at all");
  g_assert_cmpstr (dolen_leave_label (DOLEN_LEAVE_ASK_LEAD, DOLEN_LANGUAGE_EN), ==, "Ask the lead");
}

/* Nobody is promised what no scheme has said may be done. */
static void
test_without_a_file_it_is_as_dolen_has_it (void)
{
  g_autofree char *path = own_path ();
  g_auto (GStrv) wrong = NULL;
  g_autoptr (DolenWeights) weights = read_weights (path, &wrong);

  g_assert_cmpuint (g_strv_length (wrong), ==, 0);
  g_assert_false (dolen_weights_are_own (weights));
  for (guint h = 0; h < DOLEN_N_HELPS; h++)
    g_assert_cmpint (dolen_weights_get_leave (weights, (DolenHelp) h), ==, DOLEN_LEAVE_ASK_LEAD);
}

static void
test_a_scheme_sets_its_own_and_takes_them_back (void)
{
  g_autofree char *path = own_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenWeights) weights = read_weights (path, NULL);
  g_autoptr (DolenWeights) again = NULL;
  g_autoptr (DolenWeights) last = NULL;

  dolen_weights_set_level (weights, DOLEN_WEIGHT_CLOSENESS, DOLEN_WEIGHT_LEVEL_LOT);
  dolen_weights_set_leave (weights, DOLEN_HELP_HOME_VISIT, DOLEN_LEAVE_NO);
  g_assert_true (dolen_weights_are_own (weights));
  g_assert_true (dolen_weights_write (weights, path, &error));
  g_assert_no_error (error);
  again = read_weights (path, NULL);
  g_assert_cmpint (
      dolen_weights_get_level (again, DOLEN_WEIGHT_CLOSENESS), ==, DOLEN_WEIGHT_LEVEL_LOT);
  g_assert_cmpint (dolen_weights_get_leave (again, DOLEN_HELP_HOME_VISIT), ==, DOLEN_LEAVE_NO);
  g_assert_cmpint (dolen_weights_get_leave (again, DOLEN_HELP_ACCOMPANY), ==, DOLEN_LEAVE_ASK_LEAD);
  g_assert_cmpfloat (dolen_weights_get_points (again, DOLEN_WEIGHT_CLOSENESS), ==, 200);
  dolen_weights_reset (again);
  g_assert_true (dolen_weights_write (again, path, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (dolen_weights_write (again, path, &error));
  last = read_weights (path, NULL);
  g_assert_false (dolen_weights_are_own (last));
}

static void
test_what_is_not_understood_is_told_with_its_place (void)
{
  g_autofree char *path = own_path ();
  g_auto (GStrv) wrong = NULL;
  g_autoptr (DolenWeights) weights = NULL;

  put_file (path,
            "{ \"weights\": { \"closeness\": \"lots\", \"karma\": \"lot\", \"cost\": 5,"
            "  \"times\": \"little\" }, \"may\": [\"accompany\"], \"later\": 1 }");
  weights = read_weights (path, &wrong);
  g_assert_cmpuint (g_strv_length (wrong), ==, 4);
  g_assert_nonnull (strstr (wrong[0], "weights.closeness"));
  g_assert_nonnull (strstr (wrong[0], "little"));
  g_assert_nonnull (strstr (wrong[1], "weights.karma"));
  g_assert_nonnull (strstr (wrong[2], "weights.cost"));
  g_assert_nonnull (strstr (wrong[3], "may"));
  g_assert_cmpint (
      dolen_weights_get_level (weights, DOLEN_WEIGHT_TIMES), ==, DOLEN_WEIGHT_LEVEL_LITTLE);
  g_assert_cmpint (
      dolen_weights_get_level (weights, DOLEN_WEIGHT_CLOSENESS), ==, DOLEN_WEIGHT_LEVEL_SOME);
}

/* A newer Dolen, or another program, may keep more in the file. */
static void
test_writing_keeps_what_else_is_in_the_file (void)
{
  g_autofree char *path = own_path ();
  g_autofree char *text = NULL;
  g_autoptr (DolenWeights) weights = NULL;

  put_file (path, "{ \"later\": [1, 2], \"weights\": { \"cost\": \"lot\" } }");
  weights = read_weights (path, NULL);
  dolen_weights_reset (weights);
  g_assert_true (dolen_weights_write (weights, path, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "later"));
  g_assert_null (strstr (text, "cost"));
}

static void
test_a_spoiled_file_stops_nothing (void)
{
  static const char *const texts[] = { "",
                                       "{",
                                       "[]",
                                       "\"x\"",
                                       "{\"weights\":{\"cost\":\"\xff\"}}",
                                       "{\"a\":[[[[[[[[[[[[[[1]]]]]]]]]]]]]]}" };
  g_autofree char *path = own_path ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_auto (GStrv) wrong = NULL;
    g_autoptr (DolenWeights) weights = NULL;

    put_file (path, texts[i]);
    weights = read_weights (path, &wrong);
    g_assert_false (dolen_weights_are_own (weights));
    g_assert_cmpuint (g_strv_length (wrong), ==, 1);
    g_assert_nonnull (strstr (wrong[0], "matching.json"));
  }
}

/* The installed file with one thing changed at a time: refused, and the entry named. */
static void
test_an_installed_file_must_be_whole (void)
{
  static const struct {
    const char *from, *to, *named;
  } cases[] = {
    { "dolen-weights", "dolen-vocabulary", "format" },
    { "\"closeness\"", "\"nearness\"", "nearness" },
    { "\"closeness\"", "\"times\"", "times" },
    { "\"value\": 600", "\"value\": -1", "wishes" },
    { "\"value\": 600", "\"value\": 4000", "wishes" },
    { "\"default\": \"lot\"", "\"default\": \"very\"", "wishes" },
    { "\"little\": 0.3", "\"few\": 0.3", "wishes" },
    { "\"label\": \"Distance\",", "", "closeness" },
    { "\"code\": \"accompany\", \"default\": \"ask-lead\"",
      "\"code\": \"accompany\", \"default\": \"always\"",
      "accompany" },
  };
  g_autofree char *installed = dolen_path_data ("vocabulary/weights.json");
  g_autofree char *whole = NULL;
  g_autofree char *path = own_path ();

  g_assert_true (g_file_get_contents (installed, &whole, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = g_string_new (whole);

    g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
    put_file (path, text->str);
    g_assert_null (dolen_weights_catalogue_read (path, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, cases[i].named));
  }
}

static void
test_what_cannot_be_written_is_told (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "not-there", "matching.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenWeights) weights = read_weights (path, NULL);

  dolen_weights_set_level (weights, DOLEN_WEIGHT_COST, DOLEN_WEIGHT_LEVEL_NONE);
  g_assert_false (dolen_weights_write (weights, path, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/weights/words", test_every_weight_is_told_in_words);
  g_test_add_func ("/weights/none", test_without_a_file_it_is_as_dolen_has_it);
  g_test_add_func ("/weights/own", test_a_scheme_sets_its_own_and_takes_them_back);
  g_test_add_func ("/weights/wrong", test_what_is_not_understood_is_told_with_its_place);
  g_test_add_func ("/weights/keeps", test_writing_keeps_what_else_is_in_the_file);
  g_test_add_func ("/weights/spoiled", test_a_spoiled_file_stops_nothing);
  g_test_add_func ("/weights/installed", test_an_installed_file_must_be_whole);
  g_test_add_func ("/weights/unwritable", test_what_cannot_be_written_is_told);
  return g_test_run ();
}
