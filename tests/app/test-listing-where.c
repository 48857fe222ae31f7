/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/directory/dolen-directory-page.h"
#include "app/directory/dolen-listing-chooser.h"
#include "app/directory/dolen-listing-codes.h"
#include "app/directory/dolen-listing-frame.h"
#include "app/directory/dolen-listing-part.h"
#include "app/directory/dolen-listing-where.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-venues.h"

/* Where a listing is: a place that is known already, and at which of several a time is. */

static DolenVenue *
new_venue (const char *name)
{
  DolenVenue *venue = dolen_venue_new ();

  dolen_bilingual_load (&venue->name, name, DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  venue->city = g_strdup ("Lampeter");
  return venue;
}

/* Two groups: one that has two places, and one that knows none yet, whose uid is returned. */
static gpointer
add_groups (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (DolenService) placed = dolen_service_new ();
  g_autoptr (DolenService) without = dolen_service_new ();

  dolen_bilingual_load (&placed->name, "Choir", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  dolen_bilingual_load (&without->name, "Craft", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  g_ptr_array_add (placed->venues, new_venue ("Chapel"));
  g_ptr_array_add (placed->venues, new_venue ("Hall"));
  dolen_edit_add_group (directory, NULL, placed, NULL, error);
  dolen_edit_add_group (directory, NULL, without, NULL, error);
  return g_strdup (without->uid);
}

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **uid = user_data;

  *uid = dolen_session_run_finish (DOLEN_SESSION (source), result, NULL);
}

static GtkWidget *
open_editor (DolenWindow *window, char **uid)
{
  DolenSessionJob job = { "add", G_PRIORITY_DEFAULT, add_groups, NULL, NULL, g_free };
  DolenPage *page = dolen_shell_get_page (dolen_window_get_shell (window), "directory");

  dolen_session_run (dolen_window_get_session (window), &job, NULL, on_added_cb, uid);
  dolen_app_test_settle (window);
  dolen_page_go (GTK_WIDGET (window), "directory", "service", *uid);
  dolen_app_test_settle (window);
  return dolen_directory_page_get_editor (DOLEN_DIRECTORY_PAGE (page));
}

typedef struct {
  GType type;
  const char *words; /* (nullable) of a check button */
  GtkWidget *found;
} Look;

static gboolean
look (GtkWidget *widget, gpointer user_data)
{
  Look *wanted = user_data;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), wanted->type)
      || (wanted->words != NULL
          && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), wanted->words)
                 != 0))
    return TRUE;
  wanted->found = widget;
  return FALSE;
}

static GtkWidget *
find (GtkWidget *root, GType type, const char *words)
{
  Look wanted = { type, words, NULL };

  dolen_app_test_walk (root, look, &wanted);
  g_assert_nonnull (wanted.found);
  return wanted.found;
}

static DolenService *
stored (DolenWindow *window, const char *uid)
{
  return dolen_directory_get_service (
      dolen_session_get_directory (dolen_window_get_session (window)), uid, NULL);
}

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

/* Every place is looked at for every few letters: the window goes on meanwhile, and what is found
 * for fewer of them is not shown. */
static void
test_places_are_looked_for_in_the_worker (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *uid = NULL;
  GtkWidget *search, *list, *chooser;

  open_editor (window, &uid);
  chooser = g_object_ref_sink (dolen_listing_chooser_new (session, "venue", "Place"));
  search = find (chooser, GTK_TYPE_SEARCH_ENTRY, NULL);
  list = gtk_widget_get_next_sibling (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "lampeter");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (dolen_session_is_busy (session));
  g_assert_cmpuint (count_rows (list), ==, 1); /* None */
  dolen_app_test_settle (window);
  g_assert_cmpuint (count_rows (list), ==, 3);
  gtk_editable_set_text (GTK_EDITABLE (search), "h");
  g_signal_emit_by_name (search, "search-changed");
  gtk_editable_set_text (GTK_EDITABLE (search), "hall");
  g_signal_emit_by_name (search, "search-changed");
  dolen_app_test_settle (window);
  g_assert_cmpuint (count_rows (list), ==, 2);
  g_assert_finalize_object (chooser);
  dolen_app_test_close (window);
}

static void
test_a_known_place_is_linked_and_a_time_is_at_it (void)
{
  DolenWindow *window = dolen_app_test_window ();
  g_autofree char *uid = NULL;
  GtkWidget *editor = open_editor (window, &uid);
  DolenListingFrame *frame = DOLEN_LISTING_FRAME (find (editor, DOLEN_TYPE_LISTING_FRAME, NULL));
  DolenListingPart *times = DOLEN_LISTING_PART (find (editor, DOLEN_TYPE_LISTING_PART, NULL));
  g_autoptr (GPtrArray) cards = dolen_directory_list_venues (
      dolen_session_get_directory (dolen_window_get_session (window)), "lampeter", 8, NULL);
  const DolenVenueCard *one, *other;
  g_autoptr (DolenService) service = NULL;
  g_autofree char *schedule = NULL;

  g_assert_cmpuint (cards->len, ==, 2);
  one = cards->pdata[0];
  other = cards->pdata[1];
  dolen_listing_where_link (frame, one->uid);
  dolen_listing_where_link (frame, other->uid);
  dolen_listing_where_link (frame, other->uid);
  dolen_listing_entry_type (
      dolen_listing_fields_get_entry (dolen_listing_part_open (times, NULL), "days"), "TU");
  dolen_app_test_settle (window);
  service = stored (window, uid);
  g_assert_cmpuint (service->venues->len, ==, 2);
  /* What was known of them is as it was. */
  for (guint i = 0; i < service->venues->len; i++)
    g_assert_cmpstr (((DolenVenue *) service->venues->pdata[i])->city, ==, "Lampeter");
  g_assert_cmpuint (service->schedules->len, ==, 1);
  schedule = g_strdup (((DolenSchedule *) service->schedules->pdata[0])->uid);
  g_assert_nonnull (dolen_app_test_find_label (editor, "Any of the places"));
  dolen_listing_where_put_schedule (frame, schedule, other->uid);
  dolen_app_test_settle (window);
  g_clear_pointer (&service, dolen_service_free);
  service = stored (window, uid);
  g_assert_cmpstr (((DolenSchedule *) service->schedules->pdata[0])->venue_uid, ==, other->uid);
  g_assert_null (dolen_app_test_find_label (editor, "Any of the places"));
  dolen_app_test_assert_names (editor);
  dolen_app_test_close (window);
}

static void
test_where_it_happens_is_ticked (void)
{
  DolenWindow *window = dolen_app_test_window ();
  g_autofree char *uid = NULL;
  GtkWidget *editor = open_editor (window, &uid);
  GtkWidget *online = find (editor, GTK_TYPE_CHECK_BUTTON, "Online");
  GtkWidget *drop_in = find (editor, GTK_TYPE_CHECK_BUTTON, "Drop in");
  g_autoptr (DolenService) service = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (online), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (drop_in), TRUE);
  dolen_app_test_settle (window);
  service = stored (window, uid);
  g_assert_cmpint (service->attending, ==, DOLEN_ATTENDING_ONLINE);
  g_assert_cmpint (service->access, ==, DOLEN_ACCESS_DROP_IN);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (drop_in)));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (online)));
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/listing_where/a_known_place_is_linked_and_a_time_is_at_it",
                   test_a_known_place_is_linked_and_a_time_is_at_it);
  g_test_add_func ("/listing_where/places_are_looked_for_in_the_worker",
                   test_places_are_looked_for_in_the_worker);
  g_test_add_func ("/listing_where/where_it_happens_is_ticked", test_where_it_happens_is_ticked);
  return dolen_app_test_run ();
}
