/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/directory/dolen-directory-page.h"
#include "app/directory/dolen-listing-list.h"
#include "app/directory/dolen-listing-part.h"
#include "app/directory/dolen-listing-texts.h"
#include "directory/dolen-edits.h"

/* ---- a window on a directory with one group ---- */

typedef struct {
  DolenWindow *window;
  char *uid;
} Stage;

static gpointer
add_group (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();

  dolen_bilingual_load (
      &service->name, "Craft Club", DOLEN_TEXT_CHECKED, "Clwb Crefft", DOLEN_TEXT_CHECKED);
  dolen_bilingual_load (
      &organisation->name, "The Mill", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  dolen_edit_add_group (directory, organisation, service, "somebody", error);
  return g_strdup (service->uid);
}

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Stage *stage = user_data;

  stage->uid = dolen_session_run_finish (DOLEN_SESSION (source), result, NULL);
}

static DolenSession *
session_of (const Stage *stage)
{
  return dolen_window_get_session (stage->window);
}

static Stage
set_up (void)
{
  Stage stage = { dolen_app_test_window (), NULL };
  DolenSessionJob job = { "add", G_PRIORITY_DEFAULT, add_group, NULL, NULL, g_free };

  dolen_session_run (session_of (&stage), &job, NULL, on_added_cb, &stage);
  dolen_app_test_settle (stage.window);
  g_assert_nonnull (stage.uid);
  return stage;
}

static void
tear_down (Stage *stage)
{
  dolen_app_test_close (stage->window);
  g_free (stage->uid);
}

static DolenDirectoryPage *
page_of (const Stage *stage)
{
  return DOLEN_DIRECTORY_PAGE (
      dolen_shell_get_page (dolen_window_get_shell (stage->window), "directory"));
}

static GtkWidget *
open_editor (const Stage *stage)
{
  dolen_page_go (GTK_WIDGET (stage->window), "directory", "service", stage->uid);
  dolen_app_test_settle (stage->window);
  return dolen_directory_page_get_editor (page_of (stage));
}

static DolenService *
stored (const Stage *stage)
{
  return dolen_directory_get_service (
      dolen_session_get_directory (session_of (stage)), stage->uid, NULL);
}

typedef struct {
  GType type;
  guint skip;
  GtkWidget *found;
} Look;

static gboolean
look (GtkWidget *widget, gpointer user_data)
{
  Look *wanted = user_data;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), wanted->type) || wanted->skip-- > 0)
    return TRUE;
  wanted->found = widget;
  return FALSE;
}

/* The widget of that type below @root that comes after @skip others. */
static GtkWidget *
find (GtkWidget *root, GType type, guint skip)
{
  Look wanted = { type, skip, NULL };

  dolen_app_test_walk (root, look, &wanted);
  g_assert_nonnull (wanted.found);
  return wanted.found;
}

/* ---- the list ---- */

static void
test_every_listing_stands_there_and_opens (void)
{
  Stage stage = set_up ();
  DolenListingList *list;
  GtkWidget *view;

  dolen_page_go (GTK_WIDGET (stage.window), "directory", "place", "listings");
  dolen_app_test_settle (stage.window);
  list = DOLEN_LISTING_LIST (dolen_directory_page_get_place (page_of (&stage), "listings"));
  g_assert_cmpuint (g_list_model_get_n_items (dolen_listing_list_get_model (list)), ==, 1);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (list), "Craft Club"));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (list), "1 listing"));
  view = find (dolen_app_test_find_id (GTK_WIDGET (list), "view_place"), GTK_TYPE_LIST_VIEW, 0);
  g_signal_emit_by_name (view, "activate", 0u);
  dolen_app_test_settle (stage.window);
  g_assert_nonnull (dolen_directory_page_get_editor (page_of (&stage)));
  gtk_widget_activate_action (
      dolen_directory_page_get_editor (page_of (&stage)), "directory.back", NULL);
  g_assert_null (dolen_directory_page_get_editor (page_of (&stage)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  tear_down (&stage);
}

static void
test_an_empty_directory_says_what_to_do (void)
{
  DolenWindow *window = dolen_app_test_window ();

  dolen_page_go (GTK_WIDGET (window), "directory", "place", "listings");
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "No Listings Yet"));
  dolen_app_test_assert_names (GTK_WIDGET (window));
  dolen_app_test_close (window);
}

/* ---- texts ---- */

static void
test_what_is_typed_is_saved_and_undone (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage);
  DolenListingTexts *name = DOLEN_LISTING_TEXTS (find (editor, DOLEN_TYPE_LISTING_TEXTS, 0));
  DolenListingEntry *english = dolen_listing_texts_get_entry (name, DOLEN_LANGUAGE_EN);

  dolen_listing_entry_type (english, "Craft Club at the Mill");
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);

    g_assert_cmpstr (service->name.en, ==, "Craft Club at the Mill");
    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_OUT_OF_DATE);
  }
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (name), "Out of date"));
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", "u", 0);
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);
    g_autofree char *text = dolen_listing_entry_dup_text (english);

    g_assert_cmpstr (service->name.en, ==, "Craft Club");
    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_CHECKED);
    g_assert_cmpstr (text, ==, "Craft Club");
  }
  tear_down (&stage);
}

static void
test_a_text_is_marked_as_checked (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage);
  DolenListingTexts *name = DOLEN_LISTING_TEXTS (find (editor, DOLEN_TYPE_LISTING_TEXTS, 0));
  GtkWidget *button;

  dolen_listing_entry_type (dolen_listing_texts_get_entry (name, DOLEN_LANGUAGE_EN), "Crafts");
  dolen_app_test_settle (stage.window);
  button = dolen_app_test_find_button (GTK_WIDGET (name), "Mark as Checked");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);
    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_CHECKED);
  }
  g_assert_null (dolen_app_test_find_button (GTK_WIDGET (name), "Mark as Checked"));
  tear_down (&stage);
}

static void
test_what_is_typed_is_not_lost_when_the_language_changes (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage);
  DolenListingTexts *name = DOLEN_LISTING_TEXTS (find (editor, DOLEN_TYPE_LISTING_TEXTS, 0));
  GtkWidget *entry = find (
      GTK_WIDGET (dolen_listing_texts_get_entry (name, DOLEN_LANGUAGE_CY)), GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Clwb y Felin");
  g_action_group_activate_action (
      G_ACTION_GROUP (dolen_app_test_application ()), "switch-language", NULL);
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);
    g_assert_cmpstr (service->name.cy, ==, "Clwb y Felin");
  }
  g_assert_nonnull (dolen_directory_page_get_editor (page_of (&stage)));
  g_action_group_activate_action (
      G_ACTION_GROUP (dolen_app_test_application ()), "switch-language", NULL);
  tear_down (&stage);
}

/* ---- fields and parts ---- */

static void
test_a_wrong_value_is_said_at_its_field_and_not_saved (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage);
  DolenListingFields *who = DOLEN_LISTING_FIELDS (find (editor, DOLEN_TYPE_LISTING_FIELDS, 0));
  DolenListingEntry *age = dolen_listing_fields_get_entry (who, "minimum_age");

  dolen_listing_entry_type (age, "old");
  dolen_app_test_settle (stage.window);
  g_assert_nonnull (dolen_listing_entry_get_problem (age));
  dolen_listing_entry_type (age, "18");
  dolen_app_test_settle (stage.window);
  g_assert_null (dolen_listing_entry_get_problem (age));
  {
    g_autoptr (DolenService) service = stored (&stage);
    g_assert_cmpint (service->minimum_age, ==, 18);
  }
  tear_down (&stage);
}

static void
test_a_time_is_added_told_and_removed (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage);
  DolenListingPart *times = DOLEN_LISTING_PART (find (editor, DOLEN_TYPE_LISTING_PART, 0));
  DolenListingFields *form = dolen_listing_part_open (times, NULL);

  dolen_listing_entry_type (dolen_listing_fields_get_entry (form, "opens"), "10");
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);
    /* No day yet: it is said there and waits. */
    g_assert_cmpuint (service->schedules->len, ==, 0);
    g_assert_nonnull (
        dolen_listing_entry_get_problem (dolen_listing_fields_get_entry (form, "days")));
  }
  dolen_listing_entry_type (dolen_listing_fields_get_entry (form, "days"), "TU");
  dolen_app_test_settle (stage.window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (times), "Tuesdays from 10:00"));
  g_assert_cmpuint (dolen_listing_part_count (times), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", "u", 0);
  dolen_app_test_settle (stage.window);
  g_assert_cmpuint (dolen_listing_part_count (times), ==, 0);
  tear_down (&stage);
}

static void
test_a_place_is_added_and_edited_as_a_place (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage);
  DolenListingPart *places = DOLEN_LISTING_PART (find (editor, DOLEN_TYPE_LISTING_PART, 1));
  DolenListingFields *form = dolen_listing_part_open (places, NULL);

  dolen_listing_entry_type (dolen_listing_fields_get_entry (form, "city"), "Llandysul");
  dolen_app_test_settle (stage.window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (places), "Llandysul"));
  dolen_listing_entry_type (dolen_listing_fields_get_entry (form, "name_en"), "The Hall");
  dolen_app_test_settle (stage.window);
  dolen_listing_entry_type (dolen_listing_fields_get_entry (form, "address"), "1 Secret Street");
  dolen_app_test_settle (stage.window);
  dolen_listing_entry_type (dolen_listing_fields_get_entry (form, "hide_address"), "1");
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);
    const DolenVenue *venue = g_ptr_array_index (service->venues, 0);

    g_assert_cmpuint (service->venues->len, ==, 1);
    g_assert_cmpstr (venue->name.en, ==, "The Hall");
    g_assert_true (venue->hide_address);
    g_assert_null (venue->address);
  }
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (places), "exact address hidden"));
  tear_down (&stage);
}

/* ---- status ---- */

static GtkWidget *
press (GtkWidget *editor, const char *label)
{
  GtkWidget *button = dolen_app_test_find_button (editor, label);

  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
  return button;
}

static void
test_a_group_is_paused_closed_and_opened_again (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage);

  press (editor, "Pause…");
  press (editor, "Pause the Listing");
  dolen_app_test_settle (stage.window);
  g_assert_nonnull (dolen_app_test_find_label (editor, "The Mill · Paused"));
  press (editor, "Close…");
  press (editor, "Close the Listing");
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);
    g_assert_cmpint (service->status, ==, DOLEN_SERVICE_DEFUNCT);
  }
  press (editor, "Open Again");
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);
    g_assert_cmpint (service->status, ==, DOLEN_SERVICE_ACTIVE);
  }
  tear_down (&stage);
}

/* ---- a contact that is to go ---- */

static GtkWidget *
find_dialog (const Stage *stage)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (stage->window))
      return l->data;
  return NULL;
}

static void
test_a_contact_is_erased_once_it_is_sure (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage), *dialog;
  DolenListingPart *contacts = DOLEN_LISTING_PART (find (editor, DOLEN_TYPE_LISTING_PART, 4));
  DolenListingFields *form = dolen_listing_part_open (contacts, NULL);

  dolen_listing_entry_type (dolen_listing_fields_get_entry (form, "phone"), "01632 960123");
  dolen_app_test_settle (stage.window);
  press (GTK_WIDGET (contacts), "Erase…");
  dialog = find_dialog (&stage);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "erase");
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);
    g_assert_cmpuint (service->contacts->len, ==, 0);
  }
  g_assert_cmpuint (dolen_listing_part_count (contacts), ==, 0);
  tear_down (&stage);
}

/* Two more listings of another body, with the same number. */
static gpointer
add_others (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < 2; i++) {
    g_autoptr (DolenService) service = dolen_service_new ();

    dolen_bilingual_load (
        &service->name, "Day Centre", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
    service->phone = g_strdup ("01632960123");
    dolen_edit_add_group (directory, NULL, service, "somebody", error);
  }
  return NULL;
}

static void
test_erasing_says_how_many_others_have_the_number (void)
{
  Stage stage = set_up ();
  DolenSessionJob job = { "add", G_PRIORITY_DEFAULT, add_others, NULL, NULL, NULL };
  GtkWidget *editor = open_editor (&stage), *dialog;
  DolenListingPart *contacts = DOLEN_LISTING_PART (find (editor, DOLEN_TYPE_LISTING_PART, 4));
  DolenListingFields *form = dolen_listing_part_open (contacts, NULL);

  dolen_listing_entry_type (dolen_listing_fields_get_entry (form, "phone"), "01632 960123");
  dolen_app_test_settle (stage.window);
  dolen_session_run (session_of (&stage), &job, NULL, NULL, NULL);
  dolen_app_test_settle (stage.window);
  press (GTK_WIDGET (contacts), "Erase…");
  dialog = find_dialog (&stage);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                                   "2 other listings have their number"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  dolen_app_test_settle (stage.window);
  tear_down (&stage);
}

static void
test_find_leads_to_the_editor (void)
{
  Stage stage = set_up ();

  dolen_page_go (GTK_WIDGET (stage.window), "find", "service", stage.uid);
  dolen_app_test_settle (stage.window);
  press (GTK_WIDGET (stage.window), "Edit Listing");
  dolen_app_test_settle (stage.window);
  g_assert_nonnull (dolen_directory_page_get_editor (page_of (&stage)));
  tear_down (&stage);
}

/* ---- the organisation ---- */

static void
test_a_check_is_noted_and_told_in_the_account (void)
{
  Stage stage = set_up ();
  g_autoptr (DolenService) service = stored (&stage);
  GtkWidget *editor, *button;
  DolenListingFields *form = NULL;

  dolen_page_go (GTK_WIDGET (stage.window), "directory", "organisation", service->organisation_uid);
  dolen_app_test_settle (stage.window);
  editor = dolen_directory_page_get_editor (page_of (&stage));
  press (editor, "All Policies and Checks");
  button = dolen_app_test_find_label (editor, "Insurance");
  g_assert_nonnull (button);
  press (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW), "Change");
  form = DOLEN_LISTING_FIELDS (
      find (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW), DOLEN_TYPE_LISTING_FIELDS, 0));
  dolen_listing_entry_type (dolen_listing_fields_get_entry (form, "state"), "seen");
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenOrganisation) organisation = dolen_directory_get_organisation (
        dolen_session_get_directory (session_of (&stage)), service->organisation_uid, NULL);
    const DolenAssurance *check = dolen_organisation_get_check (organisation, "insurance");

    g_assert_nonnull (check);
    g_assert_cmpint (check->state, ==, DOLEN_ASSURANCE_SEEN);
  }
  g_assert_nonnull (dolen_app_test_find_label (editor, "Seen: insurance"));
  dolen_app_test_resize (stage.window, 360, 640);
  dolen_app_test_assert_names (editor);
  dolen_app_test_assert_mnemonics (editor);
  tear_down (&stage);
}

/* ---- history ---- */

static void
test_history_tells_and_puts_back (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage), *pane, *button;
  DolenListingTexts *name = DOLEN_LISTING_TEXTS (find (editor, DOLEN_TYPE_LISTING_TEXTS, 0));

  dolen_listing_entry_type (dolen_listing_texts_get_entry (name, DOLEN_LANGUAGE_EN), "Crafts");
  dolen_app_test_settle (stage.window);
  dolen_page_go (GTK_WIDGET (stage.window), "directory", "history", stage.uid);
  dolen_app_test_settle (stage.window);
  pane = dolen_directory_page_get_editor (page_of (&stage));
  DOLEN_WAIT_UNTIL (dolen_app_test_find_label (pane, "Before: Craft Club") != NULL, 1000);
  g_assert_nonnull (dolen_app_test_find_label (pane, "After: Crafts"));
  dolen_app_test_assert_names (pane);
  button = dolen_app_test_find_button (pane, "Put Back");
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (stage.window);
  {
    g_autoptr (DolenService) service = stored (&stage);
    g_assert_cmpstr (service->name.en, ==, "Craft Club");
  }
  tear_down (&stage);
}

/* The last of the buttons that lead to its parts stands in sight, as the first does. */
static void
assert_last_part_is_in_sight (GtkWidget *editor)
{
  const char *label = dolen_text (dolen_language_current (), "Status");
  GtkWidget *button = dolen_app_test_find_button (editor, label);
  graphene_rect_t bounds;

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_compute_bounds (button, editor, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (editor));
}

static void
assert_editor_fits (void)
{
  Stage stage = set_up ();
  GtkWidget *editor = open_editor (&stage);
  int least;

  for (guint i = 0; i < 6; i++)
    dolen_listing_part_open (DOLEN_LISTING_PART (find (editor, DOLEN_TYPE_LISTING_PART, i)), NULL);
  dolen_app_test_resize (stage.window, 360, 640);
  dolen_app_test_assert_names (editor);
  dolen_app_test_assert_mnemonics (editor);
  gtk_widget_measure (editor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  assert_last_part_is_in_sight (editor);
  tear_down (&stage);
}

/* Each language has its long choices. */
static void
test_the_editor_fits_a_narrow_window_and_has_names (void)
{
  assert_editor_fits ();
  dolen_language_switch (DOLEN_LANGUAGE_CY);
  assert_editor_fits ();
  dolen_language_switch (DOLEN_LANGUAGE_EN);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/directory/every_listing_stands_there_and_opens",
                   test_every_listing_stands_there_and_opens);
  g_test_add_func ("/directory/an_empty_directory_says_what_to_do",
                   test_an_empty_directory_says_what_to_do);
  g_test_add_func ("/directory/what_is_typed_is_saved_and_undone",
                   test_what_is_typed_is_saved_and_undone);
  g_test_add_func ("/directory/a_text_is_marked_as_checked", test_a_text_is_marked_as_checked);
  g_test_add_func ("/directory/what_is_typed_is_not_lost_when_the_language_changes",
                   test_what_is_typed_is_not_lost_when_the_language_changes);
  g_test_add_func ("/directory/a_wrong_value_is_said_at_its_field_and_not_saved",
                   test_a_wrong_value_is_said_at_its_field_and_not_saved);
  g_test_add_func ("/directory/a_time_is_added_told_and_removed",
                   test_a_time_is_added_told_and_removed);
  g_test_add_func ("/directory/a_place_is_added_and_edited_as_a_place",
                   test_a_place_is_added_and_edited_as_a_place);
  g_test_add_func ("/directory/a_group_is_paused_closed_and_opened_again",
                   test_a_group_is_paused_closed_and_opened_again);
  g_test_add_func ("/directory/erasing_says_how_many_others_have_the_number",
                   test_erasing_says_how_many_others_have_the_number);
  g_test_add_func ("/directory/a_contact_is_erased_once_it_is_sure",
                   test_a_contact_is_erased_once_it_is_sure);
  g_test_add_func ("/directory/find_leads_to_the_editor", test_find_leads_to_the_editor);
  g_test_add_func ("/directory/a_check_is_noted_and_told_in_the_account",
                   test_a_check_is_noted_and_told_in_the_account);
  g_test_add_func ("/directory/history_tells_and_puts_back", test_history_tells_and_puts_back);
  g_test_add_func ("/directory/the_editor_fits_a_narrow_window_and_has_names",
                   test_the_editor_fits_a_narrow_window_and_has_names);
  return dolen_app_test_run ();
}
