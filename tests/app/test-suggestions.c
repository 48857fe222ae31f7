/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/dolen-find-page.h"
#include "app/dolen-preferences-window.h"
#include "app/dolen-scheme-weights.h"
#include "app/dolen-suggestions-page.h"
#include "base/dolen-time.h"

#include <string.h>

/* The page of the preferences that says how suggestions are put in order. */

static gboolean
match_page (GtkWidget *widget, gpointer user_data)
{
  GtkWidget **found = user_data;

  if (g_object_get_data (G_OBJECT (widget), "dolen-suggestions-page") != NULL)
    *found = widget;
  return *found == NULL;
}

static GtkWidget *
open_page (DolenWindow *window)
{
  GtkWidget *dialog, *page = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  dolen_app_test_settle (window);
  dialog = dolen_people_test_dialog (window);
  g_assert_nonnull (dialog);
  dolen_app_test_walk (dialog, match_page, &page);
  g_assert_nonnull (page);
  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (dialog),
                                           ADW_PREFERENCES_PAGE (page));
  dolen_app_test_settle (window);
  dolen_app_test_assert_names (dialog);
  return page;
}

static void
close_all (DolenWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (dolen_people_test_dialog (window)));
  dolen_app_test_settle (window);
  dolen_app_test_close (window);
}

static char *
read_file (DolenSession *session)
{
  g_autofree char *path
      = g_build_filename (dolen_session_get_folder (session), "matching.json", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_a_choice_is_written_and_taken_at_once (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  GtkWidget *page = open_page (window);
  g_autofree char *before = read_file (session);
  g_autofree char *after = NULL;
  g_autofree char *reset = NULL;
  guint told = 0;

  g_assert_null (before);
  g_signal_connect_swapped (session, "directory-changed", G_CALLBACK (count_cb), &told);
  dolen_suggestions_page_set_level (page, DOLEN_WEIGHT_CLOSENESS, DOLEN_WEIGHT_LEVEL_NONE);
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpint (
      dolen_weights_get_level (dolen_scheme_weights_get (session), DOLEN_WEIGHT_CLOSENESS),
      ==,
      DOLEN_WEIGHT_LEVEL_NONE);
  after = read_file (session);
  g_assert_nonnull (after);
  g_assert_nonnull (strstr (after, "closeness"));
  g_assert_null (strstr (after, "freshness")); /* only what differs */
  g_signal_emit_by_name (dolen_app_test_find_button (page, "All as Dolen Has Them"), "clicked");
  g_assert_cmpint (
      dolen_weights_get_level (dolen_scheme_weights_get (session), DOLEN_WEIGHT_CLOSENESS),
      ==,
      dolen_weight_default_level (DOLEN_WEIGHT_CLOSENESS));
  reset = read_file (session);
  g_assert_true (reset == NULL || strstr (reset, "closeness") == NULL);
  g_signal_handlers_disconnect_by_data (session, &told); /* the session outlives its window */
  close_all (window);
}

/* Every weight there is can be set, and says what it is about. */
static void
test_every_weight_is_explained (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  GtkWidget *page = open_page (window);

  for (int weight = 0; weight < DOLEN_N_WEIGHTS; weight++) {
    g_assert_nonnull (
        dolen_app_test_find_label (page, dolen_weight_label (weight, DOLEN_LANGUAGE_EN)));
    g_assert_nonnull (
        dolen_app_test_find_label (page, dolen_weight_explanation (weight, DOLEN_LANGUAGE_EN)));
  }
  close_all (window);
}

/* One setting, wherever it is changed. */
static void
test_what_a_worker_may_do_is_taken_from_the_scheme (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  GSettings *settings = dolen_session_get_settings (session);
  DolenWeights *weights = dolen_scheme_weights_get (session);

  g_assert_cmpint (dolen_weights_get_leave (weights, DOLEN_HELP_HOME_VISIT), ==, DOLEN_LEAVE_YES);
  g_settings_set_string (settings, "scheme-home-visit", "no");
  dolen_app_test_settle (window);
  weights = dolen_scheme_weights_get (session);
  g_assert_cmpint (dolen_weights_get_leave (weights, DOLEN_HELP_HOME_VISIT), ==, DOLEN_LEAVE_NO);
  g_assert_cmpint (dolen_weights_get_leave (weights, DOLEN_HELP_ACCOMPANY), ==, DOLEN_LEAVE_YES);
  g_settings_reset (settings, "scheme-home-visit");
  dolen_app_test_close (window);
}

static void
test_what_is_not_understood_is_said (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dolen-weights-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "matching.json", NULL);
  DolenWindow *window;
  GtkWidget *page;

  g_assert_true (g_file_set_contents (
      path, "{\"weights\": {\"closeness\": \"rather\", \"cost\": \"lot\"}}", -1, NULL));
  window = dolen_people_test_window (folder);
  page = open_page (window);
  g_assert_nonnull (dolen_app_test_find_label (page, "Not everything in the scheme’s file"));
  g_assert_cmpint (
      dolen_weights_get_level (dolen_scheme_weights_get (dolen_window_get_session (window)),
                               DOLEN_WEIGHT_COST),
      ==,
      DOLEN_WEIGHT_LEVEL_LOT);
  close_all (window);
}

/* ---- what comes of it on Find ---- */

static gpointer
save_service (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  dolen_directory_save_service (directory, data, error);
  return NULL;
}

static void
add_choir (DolenWindow *window, const char *uid, double latitude, gboolean confirmed)
{
  DolenService *service = dolen_service_new ();
  DolenVenue *venue = dolen_venue_new ();
  DolenTag *tag = dolen_tag_new ();
  DolenSessionJob job
      = { "save", G_PRIORITY_DEFAULT, save_service, service, (GDestroyNotify) dolen_service_free };

  g_free (service->uid);
  service->uid = g_strdup (uid);
  dolen_bilingual_load (&service->name, "Choir", DOLEN_TEXT_GIVEN, "Côr", DOLEN_TEXT_GIVEN);
  venue->latitude = latitude;
  venue->longitude = -3.9334;
  venue->origin = DOLEN_POSITION_FEED;
  g_ptr_array_add (service->venues, venue);
  tag->kind = DOLEN_TAG_INTEREST;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strdup ("singing");
  tag->value = TRUE;
  tag->state = DOLEN_TAG_CONFIRMED;
  g_ptr_array_add (service->tags, tag);
  if (confirmed) {
    DolenConfirmation *today = dolen_confirmation_new ();

    today->on = dolen_date_today ();
    today->how = DOLEN_TOLD_BY_CALL;
    today->confirmed = g_strdup ("listing");
    g_ptr_array_add (service->confirmations, today);
  }
  dolen_session_run (dolen_window_get_session (window), &job, NULL, NULL, NULL);
  dolen_app_test_settle (window);
}

static char *
dup_first (DolenWindow *window)
{
  DolenFindPage *page
      = DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "find"));
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  const DolenFindings *findings;
  g_autoptr (DolenService) service = NULL;

  dolen_app_test_settle (window);
  findings = dolen_find_page_get_findings (page);
  g_assert_nonnull (findings);
  g_assert_true (findings->ranked);
  g_assert_cmpuint (findings->results->len, ==, 2);
  service = dolen_directory_get_service_by_id (
      directory, g_array_index (findings->results, DolenFinding, 0).id, NULL);
  return g_strdup (service->uid);
}

static void
weigh (DolenWindow *window, DolenWeightLevel closeness, DolenWeightLevel freshness)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (DolenWeights) weights = dolen_weights_copy (dolen_scheme_weights_get (session));
  GError *error = NULL;

  dolen_weights_set_level (weights, DOLEN_WEIGHT_CLOSENESS, closeness);
  dolen_weights_set_level (weights, DOLEN_WEIGHT_FRESHNESS, freshness);
  dolen_scheme_weights_set (session, weights, &error);
  g_assert_no_error (error);
}

#define NEAR "5f0e2a60-7a53-4f39-9a52-0f2f4d1f0021"
#define FAR "5f0e2a60-7a53-4f39-9a52-0f2f4d1f0022"

/* One is near and unconfirmed, one farther and confirmed: what counts decides. */
static void
test_find_ranks_again_at_once (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *uid = dolen_people_test_add_person (window);
  g_autoptr (DolenPerson) person
             = dolen_caseload_get_person (dolen_people_test_caseload (window), uid);
  g_autofree char *near = NULL, *fresh = NULL;
  GError *error = NULL;

  g_clear_pointer (&person->needs, g_strfreev);
  g_clear_pointer (&person->barriers, g_strfreev);
  g_clear_pointer (&person->interests, g_strfreev);
  person->interests = g_strsplit ("singing", " ", -1);
  g_free (person->postcode);
  person->postcode = g_strdup ("SY25 6AA");
  person->max_km = -1;
  dolen_casework_person_update (dolen_session_get_casework (session), person, NULL, &error);
  g_assert_no_error (error);
  add_choir (window, NEAR, 52.2196, FALSE);
  add_choir (window, FAR, 52.40, TRUE);
  dolen_session_open_person (session, uid, DOLEN_TEST_CALLED);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "find");
  weigh (window, DOLEN_WEIGHT_LEVEL_LOT, DOLEN_WEIGHT_LEVEL_NONE);
  near = dup_first (window);
  g_assert_cmpstr (near, ==, NEAR);
  weigh (window, DOLEN_WEIGHT_LEVEL_NONE, DOLEN_WEIGHT_LEVEL_LOT);
  fresh = dup_first (window);
  g_assert_cmpstr (fresh, ==, FAR);
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/suggestions/" #name, test_##name)
  TEST (a_choice_is_written_and_taken_at_once);
  TEST (every_weight_is_explained);
  TEST (what_a_worker_may_do_is_taken_from_the_scheme);
  TEST (what_is_not_understood_is_said);
  TEST (find_ranks_again_at_once);
#undef TEST
  return dolen_app_test_run ();
}
