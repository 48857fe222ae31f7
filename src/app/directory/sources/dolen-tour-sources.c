/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/sources/dolen-tour-sources.h"

#include "app/directory/dolen-directory-page.h"
#include "app/directory/sources/dolen-feed-window.h"
#include "app/directory/sources/dolen-sources-view.h"
#include "exchange/feeds/dolen-feed.h"

#define ADDRESS "https://opendata.example.org/api/services"

static gboolean opens_one;

static DolenSourcesView *
view_of (DolenWindow *window)
{
  DolenPage *page = dolen_shell_get_page (dolen_window_get_shell (window), "directory");

  return DOLEN_SOURCES_VIEW (
      dolen_directory_page_get_place (DOLEN_DIRECTORY_PAGE (page), "sources"));
}

/* Added, and never read: the tour asks nobody. */
static gpointer
add_feed (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  return dolen_feed_add (directory, "Ceredigion open data", ADDRESS, NULL, NULL, NULL);
}

static void
show (DolenWindow *window)
{
  DolenSessionJob job = { "add feed", G_PRIORITY_DEFAULT, add_feed, .free_result = g_free };

  dolen_session_run (dolen_window_get_session (window), &job, NULL, NULL, NULL);
  dolen_page_go (GTK_WIDGET (window), "directory", "place", "sources");
}

void
dolen_tour_show_sources_empty (DolenWindow *window)
{
  dolen_page_go (GTK_WIDGET (window), "directory", "place", "sources");
}

void
dolen_tour_show_sources (DolenWindow *window)
{
  opens_one = FALSE;
  show (window);
}

void
dolen_tour_show_source (DolenWindow *window)
{
  opens_one = TRUE;
  show (window);
}

void
dolen_tour_show_feed_window (DolenWindow *window)
{
  GtkWindow *feed = dolen_feed_window_new (dolen_window_get_session (window));

  dolen_feed_window_type (DOLEN_FEED_WINDOW (feed), ADDRESS, "Ceredigion open data");
  dolen_window_present_dialog (GTK_WIDGET (window), feed);
}

/* The sample stands behind the feed in the alphabet. */
gboolean
dolen_tour_sources_are_ready (DolenWindow *window)
{
  if (dolen_session_is_busy (dolen_window_get_session (window))
      || !dolen_sources_view_is_ready (view_of (window)))
    return FALSE;
  if (opens_one && dolen_sources_view_choose (view_of (window), 1) != NULL)
    opens_one = FALSE;
  return !opens_one;
}
