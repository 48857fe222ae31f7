/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/played-feed.h"

/* A thin feed of one service with a refuge and an open hall: of its record less is kept than the
 * feed said, and that must never come back as the feed's word. */

#define FIRST "2026-01-01T00:00:00Z"
#define LATER "2026-02-02T00:00:00Z"
#define LIST(id, day)                                                                              \
  "{\"id\":\"" id "\",\"name\":\"Advice\",\"status\":\"active\",\"last_modified\":\"" day "\"}"
#define PLACE(id, name, hide, street, code)                                                        \
  "{\"id\":\"at" id "\",\"location\":{\"id\":\"" id "\",\"name\":\"" name                          \
  "\",\"location_type\":\"physical\"" hide ",\"latitude\":52.1123456,\"longitude\":-4.0765432,"    \
  "\"addresses\":[{\"address_1\":\"" street "\",\"city\":\"Lampeter\",\"postal_code\":\"" code     \
  "\",\"address_type\":\"physical\"}]}}"
#define DETAIL(day, words)                                                                         \
  "{\"id\":\"1\",\"name\":\"Advice\",\"status\":\"active\",\"description\":\"" words               \
  "\",\"last_modified\":\"" day                                                                    \
  "\",\"organization\":{\"id\":\"o\",\"name\":\"Advice Ceredigion\"},"                             \
  "\"service_at_locations\":[" PLACE (                                                             \
      "h",                                                                                         \
      "The House",                                                                                 \
      ",\"x_dolen_hide_address\":true",                                                            \
      "7 Canary Street",                                                                           \
      "SA48 7ZZ") "," PLACE ("o", "The Hall", "", "1 High Street", "SA48 7AA") "]}"

#define OPEN_HALL                                                                                  \
  "SELECT count(*) FROM venue WHERE name_en = 'The Hall' AND postcode = 'SA48 7AA'"                \
  " AND latitude IS NOT NULL AND address LIKE '%1 High Street%'"

static void
it_says (Feed *feed, const char *where, const char *body)
{
  feed_server_silence (feed->server, where);
  feed_server_say (feed->server, where, body);
}

static DolenFeedReport *
refresh (Feed *feed)
{
  DolenFeedOptions options = feed_options (feed);
  DolenFeedReport *report = NULL;
  GError *error = NULL;

  dolen_feed_refresh (feed->dir, feed->uid, &options, &report, &error);
  g_assert_no_error (error);
  return report;
}

/* Read twice, changed in between: the second time the refuge was known, and its kin withheld. */
static void
feed_init (Feed *feed)
{
  g_autoptr (DolenFeedReport) first = NULL, second = NULL;

  feed_start (feed, "Thin");
  it_says (feed, "/services", "[" LIST ("1", FIRST) "]");
  it_says (feed, "/services/1", DETAIL (FIRST, "Ring first."));
  first = refresh (feed);
  g_assert_cmpint (samples_count (feed->dir, OPEN_HALL), ==, 1);
  it_says (feed, "/services", "[" LIST ("1", LATER) "]");
  it_says (feed, "/services/1", DETAIL (LATER, "Ring before you come."));
  second = refresh (feed);
  g_assert_cmpuint (second->import->services.changed, ==, 1);
  g_assert_cmpint (samples_count (feed->dir, OPEN_HALL), ==, 1);
  g_assert_cmpint (
      samples_count (feed->dir,
                     "SELECT count(*) FROM source_record WHERE json LIKE '%High Street%'"),
      ==,
      0);
}

static void
stands_as_it_was (Feed *feed, int writes)
{
  sqlite3 *handle = dolen_db_get_handle (dolen_directory_get_db (feed->dir));
  int before = sqlite3_total_changes (handle);
  g_autoptr (DolenFeedReport) report = refresh (feed);

  g_assert_true (report->unchanged);
  g_assert_cmpuint (report->import->services.unchanged, ==, 1);
  g_assert_cmpuint (report->import->gone, ==, 0);
  g_assert_cmpint (sqlite3_total_changes (handle), ==, before + writes);
  g_assert_cmpint (samples_count (feed->dir, OPEN_HALL), ==, 1);
  g_assert_cmpint (
      samples_count (feed->dir, "SELECT count(*) FROM source_record WHERE gone_since IS NOT NULL"),
      ==,
      0);
}

static void
test_an_unchanged_record_keeps_its_open_venue (void)
{
  g_auto (Feed) feed = { 0 };
  guint asked;

  feed_init (&feed);
  asked = feed_server_count (feed.server, "/services/1");
  for (int i = 0; i < 2; i++)
    stands_as_it_was (&feed, 1); /* the day it was read */
  g_assert_cmpuint (feed_server_count (feed.server, "/services/1"), ==, asked);
}

/* Its date moved, but the record itself does not come, while another does. */
static void
test_a_record_that_does_not_come_keeps_its_open_venue (void)
{
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenFeedReport) report = NULL;

  feed_init (&feed);
  it_says (&feed, "/services", "[" LIST ("2", LATER) "," LIST ("1", "2026-03-03T00:00:00Z") "]");
  it_says (&feed,
           "/services/2",
           "{\"id\":\"2\",\"name\":\"Choir\",\"status\":\"active\",\"last_modified\":\"" LATER
           "\",\"contacts\":[{\"id\":\"c\",\"name\":\"Desk\"}]}");
  feed_server_silence (feed.server, "/services/1");
  report = refresh (&feed);
  g_assert_cmpuint (report->failed, ==, 1);
  g_assert_cmpuint (report->import->services.added, ==, 1);
  g_assert_cmpuint (report->import->services.changed, ==, 0);
  g_assert_cmpuint (report->import->gone, ==, 0);
  g_assert_cmpint (samples_count (feed.dir, OPEN_HALL), ==, 1);
}

/* Two feeds tell of one service, one of them more of it: each is asked for its own word. */
static void
test_the_word_of_another_source_is_not_taken (void)
{
  g_auto (Feed) feed = { 0 };
  g_autofree char *hash = NULL, *json = NULL, *none = NULL;

  feed_init (&feed);
  json = dolen_directory_get_source_json (feed.dir, feed.uid, "service", "1", &hash, NULL);
  g_assert_nonnull (json);
  g_assert_nonnull (hash);
  g_assert_false (dolen_import_is_word_of_feed (json, hash));
  none = dolen_directory_get_source_json (feed.dir, "another", "service", "1", NULL, NULL);
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/exchange/feed-withheld/" #name, test_##name)
  ADD (an_unchanged_record_keeps_its_open_venue);
  ADD (a_record_that_does_not_come_keeps_its_open_venue);
  ADD (the_word_of_another_source_is_not_taken);
#undef ADD
  return g_test_run ();
}
