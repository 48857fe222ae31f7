/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/directory/dolen-directory-page.h"
#include "app/directory/sources/dolen-feed-jobs.h"
#include "app/directory/sources/dolen-feed-window.h"
#include "app/directory/sources/dolen-source-licence-group.h"
#include "app/directory/sources/dolen-source-window.h"
#include "app/directory/sources/dolen-sources-view.h"
#include "directory/alike/dolen-alike.h"
#include "directory/dolen-feed-sources.h"
#include "directory/dolen-source-licence.h"
#include "exchange/feed-server.h"

/* Feeds on screen: added, read, cancelled, undone and removed; the server is in this process. */

#define SERVICE(id, name)                                                                          \
  "{\"id\":\"" id "\",\"name\":\"" name "\",\"status\":\"active\",\"schedules\":[{\"id\":\"s\","   \
  "\"byday\":\"MO\"}]}"

static DolenSourcesView *
view_of (DolenWindow *window)
{
  DolenPage *page = dolen_shell_get_page (dolen_window_get_shell (window), "directory");

  return DOLEN_SOURCES_VIEW (
      dolen_directory_page_get_place (DOLEN_DIRECTORY_PAGE (page), "sources"));
}

static DolenFeedJobs *
jobs_of (DolenWindow *window)
{
  return dolen_feed_jobs_get (dolen_window_get_session (window));
}

static void
settle (DolenWindow *window)
{
  DOLEN_WAIT_UNTIL (!dolen_feed_jobs_is_busy (jobs_of (window)), 10000);
  dolen_app_test_settle (window);
}

static DolenWindow *
open_sources (void)
{
  DolenWindow *window = dolen_app_test_window ();

  dolen_page_go (GTK_WIDGET (window), "directory", "place", "sources");
  dolen_app_test_settle (window);
  return window;
}

static guint
count_services (DolenWindow *window)
{
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  gint64 n = -1;

  dolen_db_get_int64 (dolen_directory_get_db (directory), "SELECT count(*) FROM service", &n, NULL);
  return (guint) n;
}

static char *
first_source (DolenWindow *window)
{
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  g_autoptr (GPtrArray) sources = dolen_directory_list_sources (directory, NULL);

  return sources->len > 0 ? g_strdup (((DolenSource *) sources->pdata[0])->uid) : NULL;
}

/* The feed at @where added by hand, and read. */
static char *
add_feed (DolenWindow *window, FeedServer *server, const char *where)
{
  g_autofree char *address = g_strconcat (server->base, where, NULL);
  DolenFeedWindow *feed
      = DOLEN_FEED_WINDOW (dolen_feed_window_new (dolen_window_get_session (window)));

  dolen_window_present_dialog (GTK_WIDGET (window), GTK_WINDOW (feed));
  g_assert_false (dolen_feed_window_can_add (feed));
  dolen_feed_window_type (feed, address, "Our feed");
  g_assert_false (dolen_feed_window_can_add (feed)); /* it was not looked at yet */
  dolen_feed_window_look (feed);
  DOLEN_WAIT_UNTIL (dolen_feed_window_can_add (feed), 10000);
  g_assert_nonnull (strstr (dolen_feed_window_get_text (feed), "Choir"));
  g_assert_cmpuint (count_services (window), ==, 0);
  dolen_feed_window_add (feed);
  dolen_app_test_settle (window);
  settle (window);
  return first_source (window);
}

static void
test_a_feed_is_looked_at_added_and_read (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  DolenWindow *window = open_sources ();
  g_auto (DolenFeedJobState) state = { 0 };
  g_autofree char *uid = NULL;

  feed_server_say (server, "/services", "[" SERVICE ("1", "Choir") "," SERVICE ("2", "Garden") "]");
  uid = add_feed (window, server, "/services");
  g_assert_cmpuint (count_services (window), ==, 2);
  g_assert_true (dolen_feed_jobs_get_state (jobs_of (window), uid, &state));
  g_assert_false (state.running);
  g_assert_false (state.failed);
  g_assert_nonnull (strstr (state.text, "new: 2"));
  dolen_app_test_close (window);
}

/* Chosen in the window it is stored, and the next window has it. */
static void
test_a_licence_is_stated (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  DolenWindow *window = open_sources ();
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *uid = NULL;
  g_autoptr (DolenSource) source = NULL;
  g_auto (DolenSourceLicence) licence = { 0 };
  GtkWidget *group;

  feed_server_say (server, "/services", "[" SERVICE ("1", "Choir") "]");
  uid = add_feed (window, server, "/services");
  source = dolen_directory_get_source (dolen_session_get_directory (session), uid, NULL);
  group = g_object_ref_sink (dolen_source_licence_group_new (session, source));
  dolen_source_licence_group_choose (group, "CC-BY-4.0");
  dolen_app_test_settle (window);
  g_object_unref (group);
  g_clear_pointer (&source, dolen_source_free);
  source = dolen_directory_get_source (dolen_session_get_directory (session), uid, NULL);
  dolen_source_licence_read (&licence, source->settings);
  g_assert_cmpstr (licence.licence, ==, "CC-BY-4.0");
  dolen_app_test_close (window);
}

/* What a feed brings twice, or brings though it is here, stands in the queue without being asked
 * for. */
static void
test_what_comes_in_is_looked_for_among_what_is_here (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  DolenWindow *window = open_sources ();
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  g_autoptr (GPtrArray) pairs = NULL;
  g_autofree char *uid = NULL;

  feed_server_say (server,
                   "/services",
                   "[" SERVICE ("1", "Aberaeron Shanty Choir") "," SERVICE (
                       "2", "Shanty Choir, Aberaeron") "," SERVICE ("3", "Garden") "]");
  uid = add_feed (window, server, "/services");
  pairs = dolen_alike_list (directory, NULL, 0, NULL);
  g_assert_nonnull (pairs);
  g_assert_cmpuint (pairs->len, ==, 1);
  dolen_app_test_close (window);
}

static void
test_what_is_no_feed_is_said_and_not_added (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  DolenWindow *window = open_sources ();
  DolenFeedWindow *feed
      = DOLEN_FEED_WINDOW (dolen_feed_window_new (dolen_window_get_session (window)));
  g_autofree char *address = g_strconcat (server->base, "/page", NULL);

  feed_server_play (
      server, "/page", &(FeedAnswer){ .body = (char *) "<html>", .type = (char *) "text/html" });
  dolen_window_present_dialog (GTK_WIDGET (window), GTK_WINDOW (feed));
  dolen_feed_window_type (feed, address, "Page");
  dolen_feed_window_look (feed);
  DOLEN_WAIT_UNTIL (strstr (dolen_feed_window_get_text (feed), "web page") != NULL, 10000);
  g_assert_false (dolen_feed_window_can_add (feed));
  gtk_window_destroy (GTK_WINDOW (feed));
  dolen_app_test_close (window);
}

static void
test_reading_is_cancelled (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  DolenWindow *window = open_sources ();
  g_auto (DolenFeedJobState) state = { 0 };
  g_autofree char *uid = NULL;

  feed_server_say (server, "/services", "[" SERVICE ("1", "Choir") "]");
  uid = add_feed (window, server, "/services");
  feed_server_silence (server, "/services");
  feed_server_play (server, "/services", &(FeedAnswer){ .body = (char *) "[]", .delay = 1000 });
  dolen_feed_jobs_start (jobs_of (window), uid, FALSE);
  g_assert_true (dolen_feed_jobs_is_busy (jobs_of (window)));
  dolen_feed_jobs_cancel (jobs_of (window), uid);
  settle (window);
  g_assert_true (dolen_feed_jobs_get_state (jobs_of (window), uid, &state));
  g_assert_nonnull (strstr (state.text, "Cancelled"));
  g_assert_cmpuint (count_services (window), ==, 1);
  dolen_app_test_close (window);
}

/* A second feed beside the one of add_feed(), of which nothing was read yet. */
static char *
add_another (DolenWindow *window, FeedServer *server, const char *where)
{
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  g_autoptr (DolenDirectory) second = dolen_directory_open (
      dolen_db_get_path (dolen_directory_get_db (directory)), DOLEN_DB_READ_WRITE, NULL);
  g_autofree char *address = g_strconcat (server->base, where, NULL);
  char *uid = dolen_feed_add (second, "Another feed", address, NULL, NULL, NULL);

  g_assert_nonnull (uid);
  return uid;
}

static char *
text_of (DolenWindow *window, const char *uid)
{
  g_auto (DolenFeedJobState) state = { 0 };

  g_assert_true (dolen_feed_jobs_get_state (jobs_of (window), uid, &state));
  return g_steal_pointer (&state.text);
}

static void
test_feeds_are_read_one_after_the_other (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  DolenWindow *window = open_sources ();
  g_autofree char *one = NULL, *two = NULL, *waits = NULL, *cancelled = NULL;
  guint asked;

  feed_server_say (server, "/services", "[" SERVICE ("1", "Choir") "]");
  one = add_feed (window, server, "/services");
  two = add_another (window, server, "/other");
  feed_server_silence (server, "/services");
  feed_server_play (
      server,
      "/services",
      &(FeedAnswer){ .body = (char *) "[" SERVICE ("1", "Choir") "]", .delay = 1000 });
  feed_server_play (server,
                    "/other",
                    &(FeedAnswer){ .body = (char *) "[" SERVICE ("9", "Garden") "]", .delay = 50 });
  asked = feed_server_count (server, "/services");
  dolen_feed_jobs_start (jobs_of (window), one, FALSE);
  DOLEN_WAIT_UNTIL (feed_server_count (server, "/services") > asked, 10000);
  dolen_feed_jobs_start (jobs_of (window), two, FALSE);
  waits = text_of (window, two);
  g_assert_nonnull (strstr (waits, "Waiting"));
  dolen_feed_jobs_cancel (jobs_of (window), two); /* ends at once, not when the other does */
  cancelled = text_of (window, two);
  g_assert_nonnull (strstr (cancelled, "Cancelled"));
  g_assert_true (dolen_feed_jobs_is_busy (jobs_of (window)));
  dolen_feed_jobs_start (jobs_of (window), two, FALSE);
  settle (window);
  g_assert_cmpuint (server->most_busy, ==, 1);
  g_assert_cmpuint (feed_server_count (server, "/other"), ==, 2); /* looked for, then read */
  g_assert_cmpuint (count_services (window), ==, 2);
  dolen_app_test_close (window);
}

static void
test_an_import_is_undone_and_the_source_removed (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  DolenWindow *window = open_sources ();
  g_autofree char *uid = NULL, *none = NULL;
  GtkWindow *source;

  feed_server_say (server, "/services", "[" SERVICE ("1", "Choir") "]");
  uid = add_feed (window, server, "/services");
  source = dolen_sources_view_choose (view_of (window), 0);
  g_assert_nonnull (source);
  g_assert_true (dolen_source_window_undo (DOLEN_SOURCE_WINDOW (source)));
  settle (window);
  g_assert_cmpuint (count_services (window), ==, 0);
  source = dolen_sources_view_choose (view_of (window), 0);
  g_assert_false (dolen_source_window_undo (DOLEN_SOURCE_WINDOW (source)));
  dolen_source_window_remove (DOLEN_SOURCE_WINDOW (source), DOLEN_REMOVE_UNEDITED);
  settle (window);
  none = first_source (window);
  g_assert_null (none);
  g_assert_null (dolen_sources_view_choose (view_of (window), 0));
  dolen_app_test_close (window);
}

static void
test_nothing_is_read_by_itself_unless_it_was_set (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  DolenWindow *window = open_sources ();
  g_autofree char *uid = NULL;

  feed_server_say (server, "/services", "[" SERVICE ("1", "Choir") "]");
  uid = add_feed (window, server, "/services");
  {
    guint asked = server->asked->len;
    dolen_feed_jobs_start_due (jobs_of (window));
    g_assert_false (dolen_feed_jobs_is_busy (jobs_of (window)));
    g_assert_cmpuint (server->asked->len, ==, asked);
  }
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/app/sources/" #name, test_##name)
  ADD (a_feed_is_looked_at_added_and_read);
  ADD (a_licence_is_stated);
  ADD (what_comes_in_is_looked_for_among_what_is_here);
  ADD (what_is_no_feed_is_said_and_not_added);
  ADD (reading_is_cancelled);
  ADD (feeds_are_read_one_after_the_other);
  ADD (an_import_is_undone_and_the_source_removed);
  ADD (nothing_is_read_by_itself_unless_it_was_set);
#undef ADD
  return dolen_app_test_run ();
}
