/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-tour-directory.h"

#include "app/directory/dolen-directory-page.h"
#include "app/directory/dolen-listing-edits.h"
#include "app/directory/dolen-listing-frame.h"
#include "app/directory/dolen-listing-part.h"
#include "directory/dolen-field-words.h"
#include "directory/dolen-search.h"

/* Looks are taken some times in a second: one for what unfolds to be laid out, one to scroll. */
#define LOOKS "tour-looks"

static DolenDirectoryPage *
page_of (DolenWindow *window)
{
  return DOLEN_DIRECTORY_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "directory"));
}

void
dolen_tour_show_listings (DolenWindow *window)
{
  dolen_page_go (GTK_WIDGET (window), "directory", "place", "listings");
}

/* A group of the sample that says much of itself. */
static char *
dup_uid (DolenWindow *window)
{
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  g_autoptr (GPtrArray) found = NULL;
  DolenSearchQuery query;

  dolen_search_query_init (&query);
  query.text = "men's shed";
  query.limit = 1;
  if (directory != NULL)
    found = dolen_search (directory, &query, NULL, NULL);
  if (found == NULL || found->len == 0)
    return NULL;
  return g_strdup (((const DolenServiceCard *) g_ptr_array_index (found, 0))->uid);
}

static void
show (DolenWindow *window, const char *kind)
{
  g_autofree char *uid = dup_uid (window);

  dolen_tour_show_listings (window);
  if (uid != NULL)
    dolen_page_go (GTK_WIDGET (window), "directory", kind, uid);
}

void
dolen_tour_show_listing (DolenWindow *window)
{
  show (window, "service");
}

void
dolen_tour_show_organisation (DolenWindow *window)
{
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  g_autofree char *uid = dup_uid (window);
  g_autoptr (DolenService) service = NULL;

  if (uid != NULL)
    service = dolen_directory_get_service (directory, uid, NULL);
  dolen_tour_show_listings (window);
  if (service != NULL && service->organisation_uid != NULL)
    dolen_page_go (GTK_WIDGET (window), "directory", "organisation", service->organisation_uid);
}

/* There is something to tell once something was changed. */
static void
change_once (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autofree char *uid = dup_uid (window);
  g_autoptr (GPtrArray) history = NULL;

  if (uid == NULL)
    return;
  history = dolen_directory_get_history (directory, uid, 1, NULL);
  if (history != NULL && history->len == 0)
    dolen_listing_edit_field (session,
                              "service",
                              uid,
                              "name_en",
                              "Under Pressure: six evenings at the rugby club",
                              dolen_field_label ("name_en", dolen_language_current ()));
}

void
dolen_tour_show_history (DolenWindow *window)
{
  change_once (window);
  show (window, "history");
}

/* ---- scrolled to a section ---- */

static void
unfold_first (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  if (DOLEN_IS_LISTING_PART (widget)) {
    dolen_listing_part_open_first (DOLEN_LISTING_PART (widget));
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold_first (child);
}

static gboolean
look_at (DolenWindow *window, const char *section)
{
  GtkWidget *editor = dolen_directory_page_get_editor (page_of (window));
  int looks;

  if (!DOLEN_IS_LISTING_FRAME (editor))
    return TRUE;
  looks = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (editor), LOOKS));
  g_object_set_data (G_OBJECT (editor), LOOKS, GINT_TO_POINTER (looks + 1));
  if (looks == 0)
    unfold_first (dolen_listing_frame_get_section (DOLEN_LISTING_FRAME (editor), section));
  dolen_listing_frame_go (DOLEN_LISTING_FRAME (editor), section);
  return looks > 2;
}

gboolean
dolen_tour_listing_times (DolenWindow *window)
{
  return look_at (window, "when");
}

gboolean
dolen_tour_listing_places (DolenWindow *window)
{
  return look_at (window, "places");
}

gboolean
dolen_tour_listing_where (DolenWindow *window)
{
  return look_at (window, "where");
}

gboolean
dolen_tour_listing_about (DolenWindow *window)
{
  return look_at (window, "about");
}

gboolean
dolen_tour_listing_status (DolenWindow *window)
{
  return look_at (window, "status");
}

gboolean
dolen_tour_organisation_checks (DolenWindow *window)
{
  return look_at (window, "checks");
}

gboolean
dolen_tour_listing_contact (DolenWindow *window)
{
  return look_at (window, "contact");
}
