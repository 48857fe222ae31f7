/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/dolen-find-page.h"
#include "app/dolen-tour-casework.h"
#include "app/dolen-tour.h"
#include "app/find/dolen-capacity-editor.h"
#include "app/find/dolen-result.h"
#include "base/dolen-time.h"

#include <string.h>

/* On the sample directory and the invented people of the tour, at the tour's moment. */
static DolenWindow *shared;

static DolenFindPage *
page_of (DolenWindow *window)
{
  return DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "find"));
}

static gboolean
is_idle (DolenWindow *window)
{
  return !dolen_session_is_busy (dolen_window_get_session (window))
         && dolen_find_page_get_findings (page_of (window)) != NULL;
}

static void
settle (DolenWindow *window)
{
  dolen_app_test_settle (window);
  DOLEN_WAIT_UNTIL (is_idle (window), 10000);
  dolen_app_test_settle (window);
}

/* One window for all tests: importing the sample and making the case records takes its time. */
static DolenWindow *
open_find (void)
{
  g_autoptr (GError) error = NULL;

  if (shared == NULL) {
    shared = dolen_app_test_window ();
    dolen_tour_prepare_profile (dolen_window_get_session (shared), &error);
    g_assert_no_error (error);
  }
  gtk_widget_activate_action (GTK_WIDGET (shared), "win.go", "s", "find");
  settle (shared);
  return shared;
}

/* As it was before the test. */
static void
close_find (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenCasework *casework = dolen_session_get_casework (session);

  if (!dolen_casework_is_unlocked (casework))
    g_assert_true (dolen_casework_unlock_sync (casework, DOLEN_TOUR_PASSPHRASE, NULL));
  dolen_session_open_person (session, NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (page_of (window)), "find.close-detail", NULL);
  dolen_find_page_set_filters (page_of (window), dolen_find_filters_new ());
  settle (window);
}

static void
test_the_window_goes_away (void)
{
  dolen_app_test_close (open_find ());
  shared = NULL;
}

static void
type (DolenWindow *window, const char *text)
{
  GtkWidget *entry = dolen_app_test_find_id (GTK_WIDGET (page_of (window)), "entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  settle (window);
}

static guint
n_results (DolenWindow *window)
{
  return g_list_model_get_n_items (
      dolen_find_list_get_model (dolen_find_page_get_list (page_of (window))));
}

static DolenFindFilters *
no_filters (void)
{
  return dolen_find_filters_new ();
}

static void
set_filters (DolenWindow *window, DolenFindFilters *filters)
{
  dolen_find_page_set_filters (page_of (window), filters);
  settle (window);
}

/* The uid of a service of the sample by its exact English name. */
static char *
dup_uid (DolenWindow *window, const char *name)
{
  GListModel *model = dolen_find_list_get_model (dolen_find_page_get_list (page_of (window)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (DolenResult) result = g_list_model_get_item (model, i);
    const DolenServiceCard *card = dolen_result_get_card (result);
    if (g_strcmp0 (card->name.en, name) == 0)
      return g_strdup (card->uid);
  }
  g_assert_not_reached ();
}

static void
open_service (DolenWindow *window, const char *name)
{
  g_autofree char *uid = dup_uid (window, name);

  dolen_page_go (GTK_WIDGET (window), "find", "service", uid);
  settle (window);
}

static void
click (DolenWindow *window, const char *label)
{
  GtkWidget *button = dolen_app_test_find_button (GTK_WIDGET (window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (window);
}

static void
open_person (DolenWindow *window, const char *name)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) people = dolen_caseload_list_people (caseload, name, today, NULL);
  const DolenPersonRow *row;

  g_assert_cmpuint (people->len, >, 0);
  row = g_ptr_array_index (people, 0);
  dolen_session_open_person (session, row->uid, row->called);
  settle (window);
}

/* ---- searching ---- */

static void
test_typing_finds (void)
{
  DolenWindow *window = open_find ();
  guint all = n_results (window);

  g_assert_cmpuint (all, >, 60);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "groups"));
  type (window, "lunch");
  g_assert_cmpuint (n_results (window), >, 0);
  g_assert_cmpuint (n_results (window), <, all);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Gwennol Lunch Club"));
  type (window, "");
  g_assert_cmpuint (n_results (window), ==, all);
  close_find (window);
}

static void
test_filters_narrow (void)
{
  DolenWindow *window = open_find ();
  guint all = n_results (window);
  DolenFindFilters *filters = no_filters ();

  g_strfreev (filters->interests);
  filters->interests = g_strsplit ("gardening", " ", -1);
  set_filters (window, filters);
  g_assert_cmpuint (n_results (window), >, 0);
  g_assert_cmpuint (n_results (window), <, all);
  click (window, "Gardening");
  g_assert_cmpuint (n_results (window), ==, all);
  close_find (window);
}

static void
test_distance_is_from_a_place (void)
{
  DolenWindow *window = open_find ();
  guint all = n_results (window);
  DolenFindFilters *filters = no_filters ();
  const DolenFinding *first;

  filters->place = g_strdup ("Aberaeron");
  filters->max_km = 8;
  set_filters (window, filters);
  g_assert_cmpuint (n_results (window), >, 0);
  g_assert_cmpuint (n_results (window), <, all);
  first
      = &g_array_index (dolen_find_page_get_findings (page_of (window))->results, DolenFinding, 0);
  g_assert_cmpfloat (first->distance_km, <=, 8);
  close_find (window);
}

static void
test_nothing_found_says_what_to_do (void)
{
  DolenWindow *window = open_find ();
  guint all = n_results (window);

  type (window, "xylophonezzz");
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Nothing Found"));
  click (window, "Clear the Search");
  g_assert_cmpuint (n_results (window), ==, all);
  close_find (window);
}

static void
test_nothing_found_names_the_filter (void)
{
  DolenWindow *window = open_find ();
  DolenFindFilters *filters = no_filters ();
  const GArray *without;
  g_autofree char *text = NULL;

  g_strfreev (filters->interests);
  filters->interests = g_strsplit ("gardening", " ", -1);
  filters->max_km = 0.1;
  filters->place = g_strdup ("Tregaron");
  set_filters (window, filters);
  g_assert_cmpuint (n_results (window), ==, 0);
  without = dolen_find_page_get_findings (page_of (window))->without;
  g_assert_cmpuint (without->len, >=, 1);
  g_assert_cmpint (g_array_index (without, DolenFindingsWithout, 0).kind, ==, DOLEN_FILTER_PLACE);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Without “"));
  text = g_strdup (gtk_label_get_text (
      GTK_LABEL (dolen_app_test_find_label (GTK_WIDGET (window), "Without “"))));
  click (window, text);
  g_assert_cmpuint (n_results (window), >, 0);
  close_find (window);
}

/* ---- list and map ---- */

static void
test_list_and_map_show_the_same (void)
{
  DolenWindow *window = open_find ();
  DolenFindings *findings = dolen_find_page_get_findings (page_of (window));
  DolenPointsLayer *map = dolen_results_map_get_layer (dolen_find_page_get_map (page_of (window)));
  const DolenMapPin *pins;
  gsize n = 0;

  DOLEN_WAIT_UNTIL ((pins = dolen_points_layer_get_points (map, &n), n > 40), 10000);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (dolen_findings_position (findings, pins[i].id), !=, G_MAXUINT);
  type (window, "lunch");
  DOLEN_WAIT_UNTIL ((dolen_points_layer_get_points (map, &n), n <= n_results (window)), 10000);
  close_find (window);
}

static void
test_there_is_one_selection (void)
{
  DolenWindow *window = open_find ();
  DolenFindPage *page = page_of (window);
  DolenFindList *list = dolen_find_page_get_list (page);
  DolenResultsMap *map = dolen_find_page_get_map (page);
  gsize n = 0;
  gint64 id;

  id = dolen_points_layer_get_points (dolen_results_map_get_layer (map), &n)[3].id;
  g_signal_emit_by_name (map, "selected", id);
  g_assert_cmpint (dolen_find_list_get_selected (list), ==, id);
  id = g_array_index (dolen_find_page_get_findings (page)->results, DolenFinding, 5).id;
  g_signal_emit_by_name (list, "selected", id);
  g_assert_cmpint (dolen_results_map_get_selected (map), ==, id);
  g_signal_emit_by_name (map, "activated", id);
  settle (window);
  g_assert_true (dolen_find_page_is_detail_open (page));
  g_assert_cmpint (dolen_detail_pane_get_id (dolen_find_page_get_detail (page)), ==, id);
  close_find (window);
}

static void
test_several_at_one_spot_open_a_list (void)
{
  DolenWindow *window = open_find ();
  DolenFindPage *page = page_of (window);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 2; i++)
    g_array_append_val (
        ids, g_array_index (dolen_find_page_get_findings (page)->results, DolenFinding, i).id);
  g_signal_emit_by_name (dolen_find_page_get_map (page), "several", ids);
  settle (window);
  close_find (window);
}

/* ---- details ---- */

static gboolean
is_not_read (GtkWidget *widget, gpointer user_data)
{
  return !GTK_IS_LABEL (widget) || !g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), "Read");
}

static void
test_details_show_facts_with_their_age (void)
{
  DolenWindow *window = open_find ();
  GtkWidget *detail;

  open_service (window, "Gwennol Lunch Club");
  detail = GTK_WIDGET (dolen_find_page_get_detail (page_of (window)));
  g_assert_nonnull (dolen_app_test_find_label (detail, "Clwb Cinio Gwennol"));
  g_assert_nonnull (dolen_app_test_find_label (detail, "When and where"));
  g_assert_nonnull (dolen_app_test_find_label (detail, "Thursdays"));
  g_assert_nonnull (dolen_app_test_find_label (detail, "4 places"));
  g_assert_nonnull (dolen_app_test_find_label (detail, "£6.50"));
  g_assert_nonnull (dolen_app_test_find_label (detail, "What it is found under"));
  /* The program's own notes are not shown. */
  g_assert_true (dolen_app_test_walk (detail, is_not_read, NULL));
  dolen_app_test_assert_names (GTK_WIDGET (page_of (window)));
  gtk_widget_activate_action (GTK_WIDGET (page_of (window)), "find.close-detail", NULL);
  g_assert_false (dolen_find_page_is_detail_open (page_of (window)));
  close_find (window);
}

static void
test_without_a_person_referring_leads_to_people (void)
{
  DolenWindow *window = open_find ();

  open_service (window, "Gwennol Lunch Club");
  g_assert_null (dolen_app_test_find_button (GTK_WIDGET (window), "Refer…"));
  click (window, "Choose a Person First");
  g_assert_cmpstr (dolen_shell_get_visible_name (dolen_window_get_shell (window)), ==, "people");
  close_find (window);
}

static GtkWidget *
find_editor (GtkWidget *widget)
{
  GtkWidget *found = DOLEN_IS_CAPACITY_EDITOR (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_editor (child);
  return found;
}

static GtkWidget *
find_change (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Change…") == 0)
    found = widget;
  for (widget = gtk_widget_get_first_child (widget); widget != NULL && found == NULL;
       widget = gtk_widget_get_next_sibling (widget))
    found = find_change (widget);
  return found;
}

static void
test_places_are_changed_in_place_and_taken_back (void)
{
  DolenWindow *window = open_find ();
  GtkWidget *list = GTK_WIDGET (dolen_find_page_get_list (page_of (window)));
  GtkWidget *detail = GTK_WIDGET (dolen_find_page_get_detail (page_of (window)));
  DolenCapacityEditor *editor;

  open_service (window, "Gwennol Lunch Club");
  g_signal_emit_by_name (find_change (detail), "clicked");
  editor = DOLEN_CAPACITY_EDITOR (find_editor (detail));
  dolen_app_test_assert_names (GTK_WIDGET (editor));
  dolen_capacity_editor_set_places (editor, "many");
  click (window, "Save");
  g_assert_nonnull (dolen_app_test_find_label (detail, "Places are a number"));
  dolen_capacity_editor_set_places (editor, "9");
  click (window, "Save");
  g_assert_nonnull (dolen_app_test_find_label (detail, "9 places"));
  g_assert_nonnull (dolen_app_test_find_label (list, "9 places"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  settle (window);
  g_assert_nonnull (dolen_app_test_find_label (detail, "4 places"));
  close_find (window);
}

static void
test_still_true_is_one_click_and_taken_back (void)
{
  DolenWindow *window = open_find ();
  GtkWidget *detail, *entry;

  open_service (window, "Gwennol Lunch Club");
  detail = GTK_WIDGET (dolen_find_page_get_detail (page_of (window)));
  g_assert_null (dolen_app_test_find_label (detail, "4 places (told today"));
  gtk_widget_grab_focus (dolen_app_test_find_button (detail, "Still True"));
  click (window, "Still True");
  g_assert_nonnull (dolen_app_test_find_label (detail, "4 places (told today"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  entry = dolen_app_test_find_id (GTK_WIDGET (page_of (window)), "entry");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), entry));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  settle (window);
  g_assert_null (dolen_app_test_find_label (detail, "4 places (told today"));
  close_find (window);
}

/* ---- with a person open ---- */

static void
test_an_open_person_ranks_with_bands (void)
{
  DolenWindow *window = open_find ();
  DolenFindPage *page = page_of (window);
  guint all = n_results (window);
  DolenFindings *findings;
  int band = 0;

  open_person (window, "Eirlys");
  findings = dolen_find_page_get_findings (page);
  g_assert_true (findings->ranked);
  g_assert_cmpuint (n_results (window), >, 0);
  g_assert_cmpuint (n_results (window), <, all);
  for (guint i = 0; i < findings->results->len; i++) {
    const DolenFinding *finding = &g_array_index (findings->results, DolenFinding, i);
    g_assert_cmpint (finding->band, >=, band);
    band = finding->band;
  }
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (page), "ask or help first"));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (page), "Gardening"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Dolen");
  open_service (window, "Yr Ardd Gudd gardening mornings");
  g_assert_nonnull (dolen_app_test_find_button (GTK_WIDGET (page), "Refer…"));
  g_assert_nonnull (dolen_app_test_find_button (GTK_WIDGET (page), "Signpost…"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-person", NULL);
  settle (window);
  g_assert_false (dolen_find_page_get_findings (page)->ranked);
  g_assert_cmpuint (n_results (window), ==, all);
  g_assert_null (dolen_app_test_find_button (GTK_WIDGET (page), "Refer…"));
  close_find (window);
}

static void
test_their_words_come_back (void)
{
  DolenWindow *window = open_find ();
  DolenFindPage *page = page_of (window);
  guint before;

  open_person (window, "Eirlys");
  before = n_results (window);
  g_assert_null (dolen_app_test_find_button (GTK_WIDGET (page), "Use Their Words Again"));
  click (window, "Gardening");
  g_assert_cmpuint (n_results (window), !=, before);
  click (window, "Use Their Words Again");
  g_assert_cmpuint (n_results (window), ==, before);
  close_find (window);
}

static void
test_a_name_typed_is_judged_for_the_person (void)
{
  DolenWindow *window = open_find ();
  DolenFindings *findings;

  open_person (window, "Eirlys");
  type (window, "surf therapy");
  findings = dolen_find_page_get_findings (page_of (window));
  g_assert_cmpuint (findings->results->len, >, 0);
  g_assert_cmpint (g_array_index (findings->results, DolenFinding, 0).band, <, DOLEN_N_BANDS);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Traeth Arian Surf Therapy"));
  close_find (window);
}

static void
test_locking_leaves_nothing_of_the_person (void)
{
  DolenWindow *window = open_find ();
  DolenFindPage *page = page_of (window);

  open_person (window, "Eirlys");
  open_service (window, "Yr Ardd Gudd gardening mornings");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  settle (window);
  g_assert_null (dolen_find_page_get_findings (page)->profile);
  g_assert_cmpstr (dolen_find_page_get_filters (page)->place, ==, NULL);
  g_assert_null (dolen_find_page_get_filters (page)->needs[0]);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "Prosser"));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "Loneliness and isolation ×"));
  close_find (window);
}

/* ---- language, width ---- */

static void
switch_language (const char *code)
{
  g_action_group_activate_action (
      G_ACTION_GROUP (dolen_app_test_application ()), "language", g_variant_new_string (code));
}

static void
test_the_language_switch_keeps_all (void)
{
  DolenWindow *window = open_find ();
  GtkWidget *entry;
  g_autofree char *uid = NULL;
  guint n;

  type (window, "lunch");
  open_service (window, "Gwennol Lunch Club");
  n = n_results (window);
  uid = g_strdup (dolen_detail_pane_get_uid (dolen_find_page_get_detail (page_of (window))));
  switch_language ("cy");
  settle (window);
  entry = dolen_app_test_find_id (GTK_WIDGET (page_of (window)), "entry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "lunch");
  g_assert_cmpuint (n_results (window), ==, n);
  g_assert_true (dolen_find_page_is_detail_open (page_of (window)));
  g_assert_cmpstr (
      dolen_detail_pane_get_uid (dolen_find_page_get_detail (page_of (window))), ==, uid);
  g_assert_cmpint (dolen_find_list_get_selected (dolen_find_page_get_list (page_of (window))),
                   ==,
                   dolen_detail_pane_get_id (dolen_find_page_get_detail (page_of (window))));
  switch_language ("en");
  settle (window);
  close_find (window);
}

static void
test_a_narrow_window_shows_one_thing_at_a_time (void)
{
  DolenWindow *window = open_find ();
  DolenFindPage *page = page_of (window);
  GtkWidget *leaflet = dolen_app_test_find_id (GTK_WIDGET (page), "leaflet");
  GtkWidget *bar = dolen_app_test_find_id (GTK_WIDGET (page), "switch_bar");

  dolen_app_test_resize (window, 1180, 760);
  g_assert_false (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)));
  g_assert_false (gtk_widget_get_visible (bar));
  dolen_app_test_resize (window, 360, 640);
  g_assert_true (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)));
  g_assert_true (gtk_widget_get_visible (bar));
  open_service (window, "Gwennol Lunch Club");
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "detail");
  g_assert_false (gtk_widget_get_visible (bar));
  click (window, "Close");
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "list");
  close_find (window);
}

int
main (int argc, char *argv[])
{
  gint64 moment = 0;

  dolen_app_test_init (&argc, &argv);
  /* As GNOME has it; with three buttons the header needs more than 360 px. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  dolen_instant_of_iso ("2026-05-14T09:20:00", &moment);
  dolen_time_set_fixed (moment);
  g_test_add_func ("/find/typing_finds", test_typing_finds);
  g_test_add_func ("/find/filters_narrow", test_filters_narrow);
  g_test_add_func ("/find/distance_is_from_a_place", test_distance_is_from_a_place);
  g_test_add_func ("/find/nothing_found_says_what_to_do", test_nothing_found_says_what_to_do);
  g_test_add_func ("/find/nothing_found_names_the_filter", test_nothing_found_names_the_filter);
  g_test_add_func ("/find/list_and_map_show_the_same", test_list_and_map_show_the_same);
  g_test_add_func ("/find/there_is_one_selection", test_there_is_one_selection);
  g_test_add_func ("/find/several_at_one_spot_open_a_list", test_several_at_one_spot_open_a_list);
  g_test_add_func ("/find/details_show_facts_with_their_age",
                   test_details_show_facts_with_their_age);
  g_test_add_func ("/find/without_a_person_referring_leads_to_people",
                   test_without_a_person_referring_leads_to_people);
  g_test_add_func ("/find/places_are_changed_in_place_and_taken_back",
                   test_places_are_changed_in_place_and_taken_back);
  g_test_add_func ("/find/still_true_is_one_click_and_taken_back",
                   test_still_true_is_one_click_and_taken_back);
  g_test_add_func ("/find/an_open_person_ranks_with_bands", test_an_open_person_ranks_with_bands);
  g_test_add_func ("/find/their_words_come_back", test_their_words_come_back);
  g_test_add_func ("/find/a_name_typed_is_judged_for_the_person",
                   test_a_name_typed_is_judged_for_the_person);
  g_test_add_func ("/find/locking_leaves_nothing_of_the_person",
                   test_locking_leaves_nothing_of_the_person);
  g_test_add_func ("/find/the_language_switch_keeps_all", test_the_language_switch_keeps_all);
  g_test_add_func ("/find/a_narrow_window_shows_one_thing_at_a_time",
                   test_a_narrow_window_shows_one_thing_at_a_time);
  g_test_add_func ("/find/the_window_goes_away", test_the_window_goes_away);
  return dolen_app_test_run ();
}
