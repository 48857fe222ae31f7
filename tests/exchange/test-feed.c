/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-undo-import.h"
#include "exchange/out/dolen-export.h"
#include "exchange/played-feed.h"

/* 4 May 2026, noon */
#define NOW G_GINT64_CONSTANT (1777892400000)
#define HOUR (60 * 60 * 1000)

#define SERVICE(id, name, phone)                                                                   \
  "{\"id\":\"" id "\",\"name\":\"" name "\",\"status\":\"active\",\"contacts\":[{\"id\":\"c" id    \
  "\",\"phones\":[{\"number\":\"" phone "\"}]}],\"fees\":\"" phone "\"}"
#define LIST(records, n)                                                                           \
  "{\"total_items\":" n                                                                            \
  ",\"total_pages\":1,\"page_number\":1,\"last_page\":true,\"contents\":[" records "]}"

static void
feed_init (Feed *feed, const char *body)
{
  feed_start (feed, "Test feed");
  feed_server_say (feed->server, "/services", body);
}

static DolenFeedReport *
refresh (Feed *feed)
{
  DolenFeedOptions options = feed_options (feed);
  DolenFeedReport *report = NULL;
  GError *error = NULL;

  dolen_feed_refresh (feed->dir, feed->uid, &options, &report, &error);
  g_assert_no_error (error);
  g_assert_true (dolen_directory_check (feed->dir, &error));
  g_assert_no_error (error);
  return report;
}

static void
now_it_says (Feed *feed, const char *body)
{
  feed_server_silence (feed->server, "/services");
  feed_server_say (feed->server, "/services", body);
}

static void
test_a_feed_is_read_again_and_what_people_changed_is_asked_about (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, second = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (DolenService) service = NULL;
  guint clashes = 0;

  feed_init (&feed, LIST (SERVICE ("1", "Choir", "one") "," SERVICE ("2", "Garden", "one"), "2"));
  first = refresh (&feed);
  g_assert_cmpuint (first->import->services.added, ==, 2);
  g_assert_true (first->complete);
  uid = dolen_directory_find_by_source (feed.dir, feed.uid, "service", "1", NULL);
  g_assert_cmpint (
      dolen_edit_set_field (feed.dir, "service", uid, "fees", "five pounds", "she", NULL), >, 0);
  now_it_says (&feed,
               LIST (SERVICE ("1", "Big choir", "two") "," SERVICE ("2", "Garden", "one"), "2"));
  second = refresh (&feed);
  g_assert_cmpuint (second->import->services.changed, ==, 1);
  g_assert_cmpuint (second->import->services.unchanged, ==, 1);
  service = dolen_directory_get_service (feed.dir, uid, NULL);
  g_assert_cmpstr (service->name.en, ==, "Big choir");
  g_assert_cmpstr (service->fees, ==, "five pounds");
  g_assert_true (dolen_directory_count_clashes (feed.dir, feed.uid, &clashes, NULL));
  g_assert_cmpuint (clashes, ==, 1);
}

static void
test_an_unchanged_feed_writes_no_record (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, second = NULL;
  DolenFeedOptions options;
  sqlite3 *handle;
  int before;

  feed_init (&feed, LIST (SERVICE ("1", "Choir", "one"), "1"));
  first = refresh (&feed);
  handle = dolen_db_get_handle (dolen_directory_get_db (feed.dir));
  before = sqlite3_total_changes (handle);
  options = feed_options (&feed);
  g_assert_true (dolen_feed_refresh (feed.dir, feed.uid, &options, &second, NULL));
  g_assert_true (second->unchanged);
  g_assert_true (second->complete);
  /* but for the day it was read */
  g_assert_cmpint (sqlite3_total_changes (handle), ==, before + 1);
}

static void
test_validators_spare_the_reading (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, second = NULL;

  feed_init (&feed, "");
  feed_server_silence (feed.server, "/services");
  feed_server_play (feed.server,
                    "/services",
                    &(FeedAnswer){ .body = (char *) LIST (SERVICE ("1", "Choir", "one"), "1"),
                                   .etag = (char *) "\"v1\"" });
  first = refresh (&feed);
  second = refresh (&feed);
  g_assert_true (second->unchanged);
  g_assert_null (second->import);
  g_assert_cmpuint (feed_server_count (feed.server, "304? /services"), ==, 1);
}

static void
test_what_vanished_is_marked_and_comes_back (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, gone = NULL, back = NULL;
  const char *both = LIST (SERVICE ("1", "Choir", "one") "," SERVICE ("2", "Garden", "one"), "2");
  const char *gone_count = "SELECT count(*) FROM service WHERE gone_since IS NOT NULL";

  feed_init (&feed, both);
  first = refresh (&feed);
  now_it_says (&feed, LIST (SERVICE ("1", "Choir", "one"), "1"));
  gone = refresh (&feed);
  g_assert_cmpuint (gone->import->gone, ==, 1);
  g_assert_cmpint (samples_count (feed.dir, gone_count), ==, 1);
  g_assert_cmpint (samples_count (feed.dir, "SELECT count(*) FROM service"), ==, 2);
  now_it_says (&feed, both);
  back = refresh (&feed);
  g_assert_cmpint (samples_count (feed.dir, gone_count), ==, 0);
}

/* 3 are promised and 1 came: of the others nobody knows. */
static void
test_half_a_feed_marks_nothing (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, half = NULL;
  g_autofree char *sentences = NULL;

  feed_init (&feed, LIST (SERVICE ("1", "Choir", "one") "," SERVICE ("2", "Garden", "one"), "2"));
  first = refresh (&feed);
  now_it_says (&feed, LIST (SERVICE ("1", "Choir", "one"), "3"));
  half = refresh (&feed);
  g_assert_false (half->complete);
  g_assert_cmpint (
      samples_count (feed.dir, "SELECT count(*) FROM service WHERE gone_since IS NOT NULL"), ==, 0);
  sentences = dolen_feed_report_sentences (half);
  g_assert_nonnull (strstr (sentences, "(1 of 3)"));
}

static void
test_an_empty_feed_changes_nothing (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL;
  g_autoptr (GError) error = NULL;
  DolenFeedOptions options;

  feed_init (&feed, LIST (SERVICE ("1", "Choir", "one"), "1"));
  first = refresh (&feed);
  now_it_says (&feed, LIST ("", "0"));
  options = feed_options (&feed);
  g_assert_false (dolen_feed_refresh (feed.dir, feed.uid, &options, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_cmpint (
      samples_count (feed.dir, "SELECT count(*) FROM service WHERE gone_since IS NOT NULL"), ==, 0);
}

static char *
many (guint n)
{
  g_autoptr (GString) text = g_string_new ("{\"last_page\":true,\"contents\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"%u\",\"name\":\"Group %u\",\"status\":\"active\","
                            "\"schedules\":[{\"id\":\"s\",\"byday\":\"MO\"}]}",
                            i > 0 ? "," : "",
                            i,
                            i);
  g_string_append (text, "]}");
  return g_strdup (text->str);
}

static void
test_a_feed_that_lost_more_than_half_is_looked_at_first (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, small = NULL, meant = NULL;
  g_autofree char *forty = many (40), *ten = many (10);
  DolenFeedOptions options;

  feed_init (&feed, forty);
  first = refresh (&feed);
  now_it_says (&feed, ten);
  small = refresh (&feed);
  g_assert_true (small->shrunk);
  g_assert_cmpuint (small->import->gone, ==, 0);
  options = feed_options (&feed);
  options.accept_loss = TRUE;
  g_assert_true (dolen_feed_refresh (feed.dir, feed.uid, &options, &meant, NULL));
  g_assert_cmpuint (meant->import->gone, ==, 30);
}

static void
test_a_refresh_is_undone_and_read_anew (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, again = NULL;
  g_autoptr (GPtrArray) imports = NULL;

  feed_init (&feed, "");
  feed_server_silence (feed.server, "/services");
  feed_server_play (feed.server,
                    "/services",
                    &(FeedAnswer){ .body = (char *) LIST (SERVICE ("1", "Choir", "one"), "1"),
                                   .etag = (char *) "\"v1\"" });
  first = refresh (&feed);
  imports = dolen_directory_list_imports (feed.dir, feed.uid, 0, NULL);
  g_assert_cmpuint (imports->len, ==, 1);
  g_assert_cmpint (dolen_directory_undo_import (
                       feed.dir, ((DolenImportEntry *) imports->pdata[0])->id, NULL, NULL, NULL),
                   >,
                   0);
  g_assert_cmpint (samples_count (feed.dir, "SELECT count(*) FROM service"), ==, 0);
  g_assert_cmpint (samples_count (feed.dir, "SELECT count(*) FROM source"), ==, 1);
  again = refresh (&feed);
  g_assert_cmpuint (again->import->services.added, ==, 1);
}

static void
test_the_list_is_found_below_the_address (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (DolenFeedFound) found = { 0 };
  g_autofree char *cache = dolen_test_folder ();
  g_autofree char *address = g_strconcat (server->base, "/api/", NULL);
  g_autofree char *nothing = g_strconcat (server->base, "/nothing", NULL);
  DolenFeedOptions options = { .limits = { .tick = 1 }, .cache = cache };
  g_autoptr (GError) error = NULL;

  feed_server_say (
      server, "/api/", "{\"version\":\"HSDS-UK-3.0\",\"profile\":\"x\",\"openapi_url\":\"y\"}");
  feed_server_say (
      server,
      "/api/services",
      "{\"total_items\":74,\"last_page\":false,\"contents\":[" SERVICE ("1", "Choir", "one") "]}");
  g_assert_true (dolen_feed_try (address, &options, &found, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (found.list, "/api/services"));
  g_assert_cmpint (found.total, ==, 74);
  g_assert_true (found.more);
  g_assert_false (found.thin);
  g_assert_cmpstr (found.names->pdata[0], ==, "Choir");
  dolen_feed_found_clear (&found);
  g_assert_false (dolen_feed_try (nothing, &options, &found, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

static void
test_names_and_addresses_are_taken_once (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (GError) name = NULL, address = NULL, http = NULL;
  g_autofree char *same = NULL;

  feed_init (&feed, "");
  same = g_strconcat (feed.server->base, "/services", NULL);
  g_assert_null (dolen_feed_add (feed.dir, "TEST feed", "https://a.example", NULL, NULL, &name));
  g_assert_error (name, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT);
  g_assert_null (dolen_feed_add (feed.dir, "Other", same, NULL, NULL, &address));
  g_assert_error (address, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT);
  g_assert_null (dolen_feed_add (feed.dir, "Other", "http://a.example", NULL, NULL, &http));
  g_assert_error (http, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
}

static void
test_it_is_read_by_itself_only_where_that_is_wished (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenSource) asked = NULL, daily = NULL, read = NULL;

  dolen_time_set_fixed (NOW);
  feed_init (&feed, "");
  asked = dolen_directory_get_source (feed.dir, feed.uid, NULL);
  g_assert_false (dolen_feed_is_due (asked, NOW + 1000 * (gint64) HOUR));
  g_assert_true (dolen_feed_set_every (feed.dir, feed.uid, DOLEN_FEED_DAILY, NULL));
  daily = dolen_directory_get_source (feed.dir, feed.uid, NULL);
  g_assert_true (dolen_feed_is_due (daily, NOW));
  g_assert_true (dolen_directory_note_read (feed.dir, feed.uid, NULL));
  read = dolen_directory_get_source (feed.dir, feed.uid, NULL);
  g_assert_false (dolen_feed_is_due (read, NOW + 10 * HOUR));
  g_assert_true (dolen_feed_is_due (read, NOW + 21 * HOUR));
  dolen_time_set_fixed (0);
}

static void
test_a_source_goes_and_its_records_are_kept_or_not (void)
{
  for (int keep = 0; keep < 2; keep++) {
    g_auto (Feed) feed = { 0 };
    g_autoptr (DolenFeedReport) report = NULL;
    g_autofree char *uid = NULL;
    guint removed = 9, kept = 9;

    feed_init (&feed, LIST (SERVICE ("1", "Choir", "one") "," SERVICE ("2", "Garden", "one"), "2"));
    report = refresh (&feed);
    uid = dolen_directory_find_by_source (feed.dir, feed.uid, "service", "1", NULL);
    g_assert_cmpint (
        dolen_edit_set_field (feed.dir, "service", uid, "fees", "five", "she", NULL), >, 0);
    g_assert_true (dolen_directory_remove_source (feed.dir,
                                                  feed.uid,
                                                  keep ? DOLEN_REMOVE_KEEP : DOLEN_REMOVE_UNEDITED,
                                                  "she",
                                                  &removed,
                                                  &kept,
                                                  NULL));
    g_assert_cmpuint (removed, ==, keep ? 0 : 1);
    g_assert_cmpuint (kept, ==, keep ? 2 : 1);
    g_assert_cmpint (samples_count (feed.dir, "SELECT count(*) FROM service"), ==, kept);
    g_assert_cmpint (samples_count (feed.dir, "SELECT count(*) FROM source"), ==, 0);
    g_assert_cmpint (samples_count (feed.dir, "SELECT count(*) FROM source_record"), ==, 0);
    g_assert_cmpint (samples_count (feed.dir, "SELECT count(*) FROM field_edit"), ==, 1);
    g_assert_true (dolen_directory_check (feed.dir, NULL));
  }
}

/* Also a difference that nobody had settled is asked about again. */
static void
test_a_source_that_comes_again_overwrites_no_edit (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, second = NULL, again = NULL;
  g_autofree char *uid = NULL, *address = NULL, *source = NULL;
  g_autoptr (DolenService) service = NULL;
  guint clashes = 9;

  feed_init (&feed, LIST (SERVICE ("1", "Choir", "one"), "1"));
  first = refresh (&feed);
  uid = dolen_directory_find_by_source (feed.dir, feed.uid, "service", "1", NULL);
  dolen_edit_set_field (feed.dir, "service", uid, "fees", "five", "she", NULL);
  dolen_edit_set_field (feed.dir, "service", uid, "name_en", "Our choir", "she", NULL);
  now_it_says (&feed, LIST (SERVICE ("1", "Choir", "two"), "1"));
  second = refresh (&feed);
  g_assert_true (dolen_directory_remove_source (
      feed.dir, feed.uid, DOLEN_REMOVE_KEEP, "she", NULL, NULL, NULL));
  g_assert_true (dolen_directory_count_clashes (feed.dir, NULL, &clashes, NULL));
  g_assert_cmpuint (clashes, ==, 0);
  address = g_strconcat (feed.server->base, "/services", NULL);
  source = dolen_feed_add (feed.dir, "Test feed", address, NULL, "she", NULL);
  g_assert_cmpstr (source, ==, feed.uid);
  again = refresh (&feed);
  service = dolen_directory_get_service (feed.dir, uid, NULL);
  g_assert_cmpstr (service->fees, ==, "five");
  g_assert_cmpstr (service->name.en, ==, "Our choir");
  g_assert_true (dolen_directory_count_clashes (feed.dir, feed.uid, &clashes, NULL));
  g_assert_cmpuint (clashes, ==, 1);
}

#define ITEM(id, state, data)                                                                      \
  "{\"state\":\"" state "\",\"kind\":\"service\",\"id\":\"" id "\",\"modified\":1" data "}"

static void
test_what_a_feed_of_changes_deletes_is_marked (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, second = NULL;
  const char *end = "{\"next\":\"/services?after=1\",\"items\":[]}";

  feed_init (
      &feed,
      "{\"next\":\"/services?after=1\",\"items\":[" ITEM (
          "a",
          "updated",
          ",\"data\":" SERVICE ("1", "Choir", "one")) "," ITEM ("b",
                                                                "updated",
                                                                ",\"data\":" SERVICE (
                                                                    "2", "Garden", "one")) "]}");
  feed_server_say (feed.server, "/services?after=1", end);
  first = refresh (&feed);
  g_assert_cmpuint (first->import->services.added, ==, 2);
  feed_server_silence (feed.server, "/services?after=1");
  feed_server_say (feed.server,
                   "/services?after=1",
                   "{\"next\":\"/services?after=2\",\"items\":[" ITEM ("a", "deleted", "") "]}");
  feed_server_say (
      feed.server, "/services?after=2", "{\"next\":\"/services?after=2\",\"items\":[]}");
  second = refresh (&feed);
  g_assert_cmpuint (second->import->gone, ==, 1);
  g_assert_cmpint (samples_count (feed.dir,
                                  "SELECT count(*) FROM service WHERE name_en = 'Choir'"
                                  " AND gone_since IS NOT NULL"),
                   ==,
                   1);
}

static void
serve_file (FeedServer *server, const char *folder, const char *name, const char *where)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  feed_server_say (server, where, text);
}

/* Another Dolen's pages on any web server. */
static void
test_what_a_dolen_publishes_another_reads (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (FeedServer) server = feed_server_new ();
  g_autoptr (DolenFeedReport) first = NULL;
  g_autofree char *site = dolen_test_folder (), *address = g_strconcat (server->base, "/", NULL);
  g_auto (DolenFeedFound) found = { 0 };
  DolenFeedOptions options;
  DolenExportOptions publish = { 0 };
  DolenExportReport published = { 0 };
  GError *error = NULL;

  feed_init (&feed, LIST (SERVICE ("1", "Choir", "one") "," SERVICE ("2", "Garden", "one"), "2"));
  first = refresh (&feed);
  dolen_publish (feed.dir, site, &publish, &published, &error);
  g_assert_no_error (error);
  serve_file (server, site, "index.json", "/");
  serve_file (server, site, "feed.json", "/feed.json");
  options = feed_options (&feed);
  g_assert_true (dolen_feed_try (address, &options, &found, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (found.list, "/feed.json"));
  g_assert_cmpint (found.total, ==, 2);
  g_assert_false (found.more);
}

static void
test_what_came_of_a_feed_that_goes_is_removed (void)
{
  g_auto (Feed) feed = { 0 };
  g_autofree char *folder = NULL;
  DolenFeedOptions options;

  feed_init (&feed, "{\"last\":false,\"content\":[" SERVICE ("1", "Choir", "one") "]}");
  feed_server_play (feed.server, "/services?page=2", &(FeedAnswer){ .status = 403 });
  options = feed_options (&feed);
  folder = g_build_filename (feed.cache, feed.uid, NULL);
  g_assert_false (dolen_feed_refresh (feed.dir, feed.uid, &options, NULL, NULL));
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR)); /* for the next time */
  dolen_feed_forget (feed.uid, feed.cache);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* The pages of a real feed, as its server gave them. */
static void
test_a_real_feed_is_read_page_by_page (void)
{
  g_autofree char *shared = dolen_test_shared ("oruk1-northlincs/services-page01.json");
  g_autofree char *folder = shared != NULL ? g_path_get_dirname (shared) : NULL;
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) first = NULL, second = NULL;

  if (shared == NULL)
    return;
  feed_init (&feed, "");
  feed_server_silence (feed.server, "/services");
  for (int i = 1;; i++) {
    g_autofree char *name = g_strdup_printf ("services-page%02d.json", i);
    g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
    g_autofree char *where
        = i == 1 ? g_strdup ("/services") : g_strdup_printf ("/services?page=%d", i);
    if (!g_file_get_contents (path, &text, NULL, NULL))
      break;
    feed_server_say (feed.server, where, text);
  }
  first = refresh (&feed);
  g_test_message (
      "%u pages, %u records of %" G_GINT64_FORMAT, first->pages, first->records, first->total);
  g_assert_cmpuint (first->records, >, 100);
  g_assert_true (first->complete);
  second = refresh (&feed);
  g_assert_true (second->unchanged);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/exchange/feed/" #name, test_##name)
  ADD (a_feed_is_read_again_and_what_people_changed_is_asked_about);
  ADD (an_unchanged_feed_writes_no_record);
  ADD (validators_spare_the_reading);
  ADD (what_vanished_is_marked_and_comes_back);
  ADD (half_a_feed_marks_nothing);
  ADD (an_empty_feed_changes_nothing);
  ADD (a_feed_that_lost_more_than_half_is_looked_at_first);
  ADD (a_refresh_is_undone_and_read_anew);
  ADD (the_list_is_found_below_the_address);
  ADD (names_and_addresses_are_taken_once);
  ADD (it_is_read_by_itself_only_where_that_is_wished);
  ADD (a_source_goes_and_its_records_are_kept_or_not);
  ADD (a_source_that_comes_again_overwrites_no_edit);
  ADD (what_a_feed_of_changes_deletes_is_marked);
  ADD (what_a_dolen_publishes_another_reads);
  ADD (what_came_of_a_feed_that_goes_is_removed);
  ADD (a_real_feed_is_read_page_by_page);
#undef ADD
  return g_test_run ();
}
