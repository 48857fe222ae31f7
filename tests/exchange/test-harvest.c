/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "exchange/feed-server.h"
#include "exchange/feeds/dolen-feed-address.h"
#include "exchange/feeds/dolen-harvest.h"
#include "support/dolen-test.h"

#include <string.h>

#define RICH "\"contacts\":[{\"id\":\"c\",\"name\":\"Desk\"}]"
#define ONE "{\"id\":\"1\",\"name\":\"Choir\",\"status\":\"active\"," RICH "}"
#define TWO "{\"id\":\"2\",\"name\":\"Garden\",\"status\":\"active\"," RICH "}"
#define THREE "{\"id\":\"3\",\"name\":\"Walks\",\"status\":\"active\"," RICH "}"

typedef struct {
  DolenHarvestOptions options;
  char *list;
  char *folder;
  DolenHarvest harvest;
} Try;

/* Waiting is a thousand times as fast as it is. */
static void
try_init (Try *try, FeedServer *server, const char *where)
{
  *try = (Try){ .list = g_strconcat (server->base, where, NULL), .folder = dolen_test_folder () };
  try->options.list = try->list;
  try->options.folder = try->folder;
  try->options.limits = (DolenFeedLimits){ .tick = 1, .quiet_seconds = 2 };
}

static void
try_clear (Try *try)
{
  dolen_harvest_clear (&try->harvest);
  g_free (try->list);
  g_free (try->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Try, try_clear)

static void
run (Try *try)
{
  GError *error = NULL;

  dolen_harvest_clear (&try->harvest);
  dolen_harvest_run (&try->options, &try->harvest, &error);
  g_assert_no_error (error);
}

static void
fails (Try *try, GQuark domain, int code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dolen_harvest_run (&try->options, &try->harvest, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_the_envelope_of_oruk_3_is_walked (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server,
                   "/services",
                   "{\"total_items\":3,\"total_pages\":2,\"page_number\":1,\"size\":2,"
                   "\"first_page\":true,\"last_page\":false,\"contents\":[" ONE "," TWO "]}");
  feed_server_say (server,
                   "/services?page=2",
                   "{\"total_items\":3,\"total_pages\":2,\"page_number\":2,\"size\":1,"
                   "\"first_page\":false,\"last_page\":true,\"contents\":[" THREE "]}");
  try_init (&try, server, "/services");
  run (&try);
  g_assert_cmpuint (try.harvest.n_pages, ==, 2);
  g_assert_cmpuint (try.harvest.n_records, ==, 3);
  g_assert_true (try.harvest.complete);
  g_assert_false (try.harvest.thin);
  g_assert_cmpuint (server->asked->len, ==, 2);
  g_assert_true (g_str_has_prefix (server->agents->pdata[0], "Dolen/"));
}

static void
test_the_envelope_of_oruk_1_is_walked (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server,
                   "/services?text=a",
                   "{\"totalElements\":2,\"totalPages\":1,\"number\":1,\"size\":1,\"first\":true,"
                   "\"last\":false,\"empty\":false,\"content\":[" ONE "]}");
  feed_server_say (server,
                   "/services?text=a&page=2",
                   "{\"totalElements\":2,\"totalPages\":1,\"number\":2,\"size\":1,\"first\":false,"
                   "\"last\":true,\"empty\":false,\"content\":[" TWO "]}");
  try_init (&try, server, "/services?text=a");
  run (&try);
  g_assert_cmpuint (try.harvest.n_records, ==, 2);
  g_assert_true (try.harvest.complete);
}

static void
test_an_empty_feed_that_says_it_goes_on_has_ended (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server,
                   "/services",
                   "{\"totalelements\":0,\"totalpages\":0,\"number\":1,\"size\":50,\"first\":true,"
                   "\"last\":false,\"empty\":true,\"content\":[]}");
  try_init (&try, server, "/services");
  run (&try);
  g_assert_cmpuint (try.harvest.n_records, ==, 0);
  g_assert_cmpuint (server->asked->len, ==, 1);
}

/* "1 page" of any number, and no page where the last one was: a page shorter than the first. */
static void
test_pages_end_where_there_is_none (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (
      server, "/services", "{\"total_pages\":1,\"page_number\":1,\"contents\":[" ONE "," TWO "]}");
  try_init (&try, server, "/services");
  run (&try);
  g_assert_cmpuint (server->asked->len, ==, 2);
  g_assert_cmpuint (try.harvest.n_records, ==, 2);
  g_assert_true (try.harvest.complete);
}

static void
test_offsets_are_walked (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (
      server, "/s", "{\"total\":3,\"offset\":0,\"limit\":2,\"results\":[" ONE "," TWO "]}");
  feed_server_say (
      server, "/s?offset=2", "{\"total\":3,\"offset\":2,\"limit\":2,\"results\":[" THREE "]}");
  try_init (&try, server, "/s");
  run (&try);
  g_assert_cmpuint (try.harvest.n_records, ==, 3);
  g_assert_true (try.harvest.complete);
}

static void
test_next_addresses_are_followed_on_the_same_computer_only (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server, "/a/services", "{\"next\":\"../b?x=1\",\"items\":[" ONE "]}");
  feed_server_say (
      server, "/b?x=1", "{\"next\":\"https://elsewhere.example/c\",\"items\":[" TWO "]}");
  try_init (&try, server, "/a/services");
  fails (&try, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, "elsewhere.example");
  g_assert_cmpuint (server->asked->len, ==, 2);
}

static void
test_a_circle_is_an_error (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server, "/services", "{\"next\":\"/more\",\"items\":[" ONE "]}");
  feed_server_say (server, "/more", "{\"next\":\"/services\",\"items\":[" TWO "]}");
  try_init (&try, server, "/services");
  fails (&try, DOLEN_ERROR, DOLEN_ERROR_INVALID, "/more");
}

static void
test_a_server_that_knows_no_pages_is_not_asked_for_ever (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };
  const char *same = "{\"total_items\":9,\"page_number\":1,\"contents\":[" ONE "]}";

  feed_server_say (server, "/services", same);
  feed_server_say (server, "/services?page=2", same);
  feed_server_say (server, "/services?page=3", same);
  try_init (&try, server, "/services");
  run (&try);
  g_assert_cmpuint (server->asked->len, ==, 3);
  g_assert_cmpuint (try.harvest.n_records, ==, 1);
  g_assert_false (try.harvest.complete); /* 9 were promised */
}

#define ITEM(id, state, data)                                                                      \
  "{\"state\":\"" state "\",\"kind\":\"service\",\"id\":\"" id "\",\"modified\":1" data "}"

static void
test_of_a_feed_of_changes_the_last_state_counts (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };
  g_autofree char *text = NULL;

  feed_server_say (
      server,
      "/rpde",
      "{\"next\":\"/rpde?after=2\",\"items\":[" ITEM ("1", "updated", ",\"data\":" ONE) "," ITEM (
          "2", "updated", ",\"data\":" TWO) "]}");
  feed_server_say (server, "/rpde?after=2", "{\"next\":\"/rpde?after=3\",\"items\":[]}");
  feed_server_say (server,
                   "/rpde?after=3",
                   "{\"next\":\"/rpde?after=4\",\"items\":[" ITEM ("1", "deleted", "") "]}");
  feed_server_say (server, "/rpde?after=4", "{\"next\":\"/rpde?after=4\",\"items\":[]}");
  try_init (&try, server, "/rpde");
  run (&try);
  g_assert_cmpuint (try.harvest.n_pages, ==, 4);
  g_assert_cmpuint (try.harvest.n_records, ==, 1);
  g_assert_true (try.harvest.complete);
  g_assert_cmpuint (try.harvest.files->len, ==, 1);
  g_assert_true (g_file_get_contents (try.harvest.files->pdata[0], &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Garden"));
  g_assert_null (strstr (text, "Choir"));
}

static void
test_a_server_is_given_time (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_play (
      server, "/services", &(FeedAnswer){ .status = 429, .header = (char *) "Retry-After: 30" });
  feed_server_play (server, "/services", &(FeedAnswer){ .status = 503 });
  feed_server_play (
      server, "/services", &(FeedAnswer){ .body = (char *) "[" ONE "]", .cut = TRUE });
  feed_server_say (server, "/services", "[" ONE "]");
  try_init (&try, server, "/services");
  run (&try);
  g_assert_cmpuint (server->asked->len, ==, 4);
  g_assert_cmpuint (try.harvest.n_records, ==, 1);
}

static void
test_a_server_that_only_fails_is_told_with_its_address (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_play (server, "/services", &(FeedAnswer){ .status = 500 });
  try_init (&try, server, "/services");
  fails (&try, G_IO_ERROR, G_IO_ERROR_FAILED, "/services: ");
  g_assert_cmpuint (server->asked->len, ==, DOLEN_FEED_TRIES);
}

/* It would be a long wait: a person is told instead. */
static void
test_a_server_that_asks_for_an_hour_is_left_alone (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_play (
      server, "/services", &(FeedAnswer){ .status = 429, .header = (char *) "Retry-After: 3600" });
  try_init (&try, server, "/services");
  fails (&try, G_IO_ERROR, G_IO_ERROR_FAILED, "429");
  g_assert_cmpuint (server->asked->len, ==, 1);
}

static void
test_a_web_page_is_no_feed (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_play (server,
                    "/services",
                    &(FeedAnswer){ .body = (char *) "<!DOCTYPE html><title>Sorry</title>",
                                   .type = (char *) "text/html" });
  try_init (&try, server, "/services");
  fails (&try, DOLEN_ERROR, DOLEN_ERROR_INVALID, "/services: ");
  g_assert_cmpuint (server->asked->len, ==, 1);
}

static void
test_broken_json_names_the_page (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server, "/services", "{\"last\":false,\"content\":[" ONE "]}");
  feed_server_say (server, "/services?page=2", "{\"last\":true,\"content\":[" TWO);
  try_init (&try, server, "/services");
  fails (&try, DOLEN_ERROR, DOLEN_ERROR_INVALID, "/services?page=2: ");
}

static void
test_a_page_too_large_is_refused (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server, "/services", "[" ONE "]");
  try_init (&try, server, "/services");
  try.options.limits.page_bytes = 20;
  fails (&try, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE, "/services: ");
}

static void
test_redirects_are_followed_and_end (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 }, round = { 0 };

  feed_server_play (
      server, "/old", &(FeedAnswer){ .status = 301, .header = (char *) "Location: /new" });
  feed_server_say (server, "/new", "[" ONE "]");
  feed_server_play (
      server, "/round", &(FeedAnswer){ .status = 302, .header = (char *) "Location: /round" });
  try_init (&try, server, "/old");
  run (&try);
  g_assert_cmpuint (try.harvest.n_records, ==, 1);
  try_init (&round, server, "/round");
  fails (&round, DOLEN_ERROR, DOLEN_ERROR_INVALID, "/round");
}

static void
test_a_redirect_to_plain_http_elsewhere_is_refused (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_play (
      server,
      "/old",
      &(FeedAnswer){ .status = 302, .header = (char *) "Location: http://elsewhere.example/x" });
  try_init (&try, server, "/old");
  fails (&try, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, "http://elsewhere.example/x");
}

static void
test_what_came_is_not_asked_for_again (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server, "/services", "{\"last\":false,\"content\":[" ONE "]}");
  feed_server_play (server, "/services?page=2", &(FeedAnswer){ .status = 403 });
  try_init (&try, server, "/services");
  fails (&try, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "page=2");
  feed_server_silence (server, "/services?page=2");
  feed_server_say (server, "/services?page=2", "{\"last\":true,\"content\":[" TWO "]}");
  run (&try);
  g_assert_true (try.harvest.resumed);
  g_assert_cmpuint (try.harvest.n_records, ==, 2);
  g_assert_cmpuint (feed_server_count (server, "/services"), ==, 1);
}

/* The second page was written when there was one record more than when the first was. */
static void
test_a_feed_that_changes_meanwhile_is_read_once_more (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server, "/s", "{\"total_items\":2,\"last_page\":false,\"contents\":[" ONE "]}");
  feed_server_say (
      server, "/s", "{\"total_items\":3,\"last_page\":false,\"contents\":[" ONE "," THREE "]}");
  feed_server_say (
      server, "/s?page=2", "{\"total_items\":3,\"last_page\":true,\"contents\":[" TWO "]}");
  try_init (&try, server, "/s");
  run (&try);
  g_assert_cmpuint (server->asked->len, ==, 4);
  g_assert_cmpuint (try.harvest.n_records, ==, 3);
  g_assert_true (try.harvest.complete);
}

static void
test_an_unchanged_feed_sends_nothing (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };
  g_autoptr (GPtrArray) known = NULL;

  feed_server_play (server,
                    "/services",
                    &(FeedAnswer){ .body = (char *) "{\"last\":false,\"content\":[" ONE "]}",
                                   .etag = (char *) "\"a\"" });
  feed_server_play (server,
                    "/services?page=2",
                    &(FeedAnswer){ .body = (char *) "{\"last\":true,\"content\":[" TWO "]}",
                                   .etag = (char *) "\"b\"" });
  try_init (&try, server, "/services");
  run (&try);
  g_assert_cmpuint (try.harvest.pages->len, ==, 2);
  known = g_steal_pointer (&try.harvest.pages);
  dolen_harvest_forget (try.folder);
  try.options.known = known;
  run (&try);
  g_assert_true (try.harvest.unchanged);
  g_assert_cmpuint (try.harvest.files->len, ==, 0);
  g_assert_cmpuint (server->asked->len, ==, 4);
  g_assert_cmpuint (feed_server_count (server, "304? /services?page=2"), ==, 1);
}

static void
cancel_soon (DolenHarvestStage stage, guint done, guint of, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_it_is_cancelled_and_goes_on (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (Try) try = { 0 };

  feed_server_say (server, "/services", "{\"last\":false,\"content\":[" ONE "]}");
  feed_server_say (server, "/services?page=2", "{\"last\":true,\"content\":[" TWO "]}");
  try_init (&try, server, "/services");
  try.options.cancellable = cancellable;
  try.options.progress = cancel_soon;
  try.options.progress_data = cancellable;
  g_assert_false (dolen_harvest_run (&try.options, &try.harvest, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  try.options.cancellable = NULL;
  try.options.progress = NULL;
  run (&try);
  g_assert_true (try.harvest.resumed);
  g_assert_cmpuint (feed_server_count (server, "/services"), ==, 1);
}

#define THIN(id, day)                                                                              \
  "{\"id\":\"" id "\",\"name\":\"N" id "\",\"status\":\"active\",\"last_modified\":\"" day "\"}"
#define DETAIL(id, day)                                                                            \
  "{\"id\":\"" id "\",\"name\":\"N" id "\",\"status\":\"active\",\"last_modified\":\"" day         \
  "\"," RICH "}"

static void
test_a_thin_list_is_filled_two_at_a_time (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };
  g_autoptr (GString) list = g_string_new ("{\"last_page\":true,\"contents\":[");

  for (int i = 1; i <= 8; i++) {
    g_autofree char *where = g_strdup_printf ("/services/%d", i);
    g_autofree char *body
        = g_strdup_printf ("{\"id\":\"%d\",\"name\":\"N%d\",\"status\":\"active\"," RICH "}", i, i);
    g_string_append_printf (
        list, "%s{\"id\":\"%d\",\"name\":\"N%d\",\"status\":\"active\"}", i > 1 ? "," : "", i, i);
    feed_server_play (server, where, &(FeedAnswer){ .body = body, .delay = 20 });
  }
  g_string_append (list, "]}");
  feed_server_say (server, "/services", list->str);
  try_init (&try, server, "/services");
  run (&try);
  g_assert_true (try.harvest.thin);
  g_assert_cmpuint (try.harvest.n_details, ==, 8);
  g_assert_cmpuint (try.harvest.n_failed, ==, 0);
  g_assert_cmpuint (try.harvest.files->len, ==, 9); /* and a list of those that did not come */
  g_assert_cmpuint (server->most_busy, ==, 2);
  g_assert_cmpuint (try.harvest.pages->len, ==, 0); /* no dates: nothing would prove it unchanged */
}

static char *
as_before (const char *foreign_id, gboolean *less, gpointer user_data)
{
  return strcmp (foreign_id, "1") == 0 ? g_strdup (DETAIL ("1", "2026-01-01T00:00:00Z")) : NULL;
}

static void
test_a_record_whose_date_did_not_move_is_not_asked_for (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_play (
      server,
      "/services",
      &(FeedAnswer){ .body = (char *) "[" THIN ("1", "2026-01-01T00:00:00Z") "," THIN (
                         "2", "2026-02-02T00:00:00Z") "]",
                     .etag = (char *) "\"a\"" });
  feed_server_say (server, "/services/2", DETAIL ("2", "2026-02-02T00:00:00Z"));
  try_init (&try, server, "/services");
  try.options.previous = as_before;
  run (&try);
  g_assert_cmpuint (try.harvest.n_as_were, ==, 1);
  g_assert_cmpuint (feed_server_count (server, "/services/1"), ==, 0);
  g_assert_cmpuint (feed_server_count (server, "/services/2"), ==, 1);
  g_assert_cmpuint (try.harvest.pages->len, ==, 1);
}

static void
test_a_list_is_all_there_is (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server, "/services", "[" THIN ("1", "2026") "," THIN ("2", "2026") "]");
  try_init (&try, server, "/services");
  run (&try);
  g_assert_false (try.harvest.thin);
  g_assert_cmpuint (try.harvest.files->len, ==, 1);
  g_assert_true (try.harvest.complete);
}

/* Else the list's short word would wipe what is known. */
static void
test_details_that_are_not_given_any_more_are_an_error (void)
{
  g_autoptr (FeedServer) server = feed_server_new ();
  g_auto (Try) try = { 0 };

  feed_server_say (server, "/services", "[" THIN ("1", "2026-05-05T00:00:00Z") "]");
  try_init (&try, server, "/services");
  try.options.previous = as_before;
  fails (&try, G_IO_ERROR, G_IO_ERROR_FAILED, "/services: ");
}

static void
test_addresses_are_looked_at (void)
{
  static const char *const bad[] = { "ftp://example.org/x",
                                     "http://example.org/x",
                                     "https://me:secret@example.org/",
                                     "file:///etc/passwd",
                                     "https://",
                                     "" };
  g_autofree char *plain = dolen_feed_address_check (" example.org/services#top ", FALSE, NULL);
  g_autofree char *here = dolen_feed_address_check ("http://localhost:8080/x", FALSE, NULL);
  g_autofree char *allowed = dolen_feed_address_check ("http://example.org/x", TRUE, NULL);
  g_autofree char *page = dolen_feed_address_with ("https://a.example/s?page=1&x=2", "page", 7);
  g_autofree char *below = dolen_feed_address_below ("https://a.example/s/?x=2", "a b/c");
  g_autofree char *file = dolen_feed_address_detail ("https://a.example/services.json", "7");

  g_assert_cmpstr (plain, ==, "https://example.org/services");
  g_assert_cmpstr (here, ==, "http://localhost:8080/x");
  g_assert_cmpstr (allowed, ==, "http://example.org/x");
  g_assert_cmpstr (page, ==, "https://a.example/s?x=2&page=7");
  g_assert_cmpstr (below, ==, "https://a.example/s/a%20b%2Fc");
  g_assert_cmpstr (file, ==, "https://a.example/services/7.json");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (dolen_feed_address_check (bad[i], FALSE, &error));
    g_assert_nonnull (error);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/exchange/harvest/" #name, test_##name)
  ADD (the_envelope_of_oruk_3_is_walked);
  ADD (the_envelope_of_oruk_1_is_walked);
  ADD (an_empty_feed_that_says_it_goes_on_has_ended);
  ADD (pages_end_where_there_is_none);
  ADD (offsets_are_walked);
  ADD (next_addresses_are_followed_on_the_same_computer_only);
  ADD (a_circle_is_an_error);
  ADD (a_server_that_knows_no_pages_is_not_asked_for_ever);
  ADD (of_a_feed_of_changes_the_last_state_counts);
  ADD (a_server_is_given_time);
  ADD (a_server_that_only_fails_is_told_with_its_address);
  ADD (a_server_that_asks_for_an_hour_is_left_alone);
  ADD (a_web_page_is_no_feed);
  ADD (broken_json_names_the_page);
  ADD (a_page_too_large_is_refused);
  ADD (redirects_are_followed_and_end);
  ADD (a_redirect_to_plain_http_elsewhere_is_refused);
  ADD (what_came_is_not_asked_for_again);
  ADD (a_feed_that_changes_meanwhile_is_read_once_more);
  ADD (an_unchanged_feed_sends_nothing);
  ADD (it_is_cancelled_and_goes_on);
  ADD (a_thin_list_is_filled_two_at_a_time);
  ADD (a_record_whose_date_did_not_move_is_not_asked_for);
  ADD (a_list_is_all_there_is);
  ADD (details_that_are_not_given_any_more_are_an_error);
  ADD (addresses_are_looked_at);
#undef ADD
  return g_test_run ();
}
