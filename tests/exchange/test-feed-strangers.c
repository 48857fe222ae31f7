/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-clashes.h"
#include "directory/samples.h"
#include "exchange/feed-server.h"
#include "exchange/feeds/dolen-feed.h"

#include <string.h>

/* A feed that repeats the uids of records which are not its own. */

typedef struct {
  FeedServer *server;
  DolenDirectory *dir; /* borrowed */
  char *uid;
} Feed;

static void
feed_init (Feed *feed, DolenDirectory *dir, const char *name)
{
  g_autofree char *address = NULL;
  GError *error = NULL;

  feed->server = feed_server_new ();
  feed->dir = dir;
  address = g_strconcat (feed->server->base, "/services", NULL);
  feed->uid = dolen_feed_add (dir, name, address, NULL, "she", &error);
  g_assert_no_error (error);
}

static void
feed_clear (Feed *feed)
{
  g_clear_pointer (&feed->server, feed_server_free);
  g_clear_pointer (&feed->uid, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Feed, feed_clear)

/* Returns: how many records it added or changed. */
static guint
it_says (Feed *feed, const char *id, const char *name, const char *phone)
{
  g_autofree char *cache = dolen_test_folder ();
  g_autofree char *body = g_strdup_printf (
      "{\"total_items\":1,\"total_pages\":1,\"page_number\":1,\"last_page\":true,\"contents\":["
      "{\"id\":\"%s\",\"name\":\"%s\",\"status\":\"active\",\"fees\":\"%s\",\"contacts\":["
      "{\"id\":\"c\",\"phones\":[{\"number\":\"%s\"}]}]}]}",
      id,
      name,
      phone,
      phone);
  DolenFeedOptions options = { .limits = { .tick = 1, .quiet_seconds = 2 }, .cache = cache };
  g_autoptr (DolenFeedReport) report = NULL;
  GError *error = NULL;

  feed_server_silence (feed->server, "/services");
  feed_server_say (feed->server, "/services", body);
  dolen_feed_refresh (feed->dir, feed->uid, &options, &report, &error);
  g_assert_no_error (error);
  return (guint) (report->import->services.added + report->import->services.changed);
}

static const DolenClash *
find_clash (const GPtrArray *clashes, const char *field)
{
  for (guint i = 0; i < clashes->len; i++)
    if (g_str_equal (((DolenClash *) clashes->pdata[i])->field, field))
      return clashes->pdata[i];
  return NULL;
}

/* Anybody can repeat the uid of a record that was made here. */
static void
test_what_a_stranger_says_of_our_record_is_asked_about (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_auto (Feed) feed = { 0 };
  g_autoptr (DolenService) ours = samples_service ("Choir", NULL, DOLEN_TEXT_MISSING);
  g_autoptr (DolenService) now = NULL, taken = NULL;
  g_autoptr (GPtrArray) clashes = NULL, left = NULL;
  const DolenClash *name;
  gint64 entry;

  feed_init (&feed, dir, "Test feed");
  ours->fees = g_strdup ("01974 000000");
  samples_save (dir, ours);
  g_assert_cmpuint (it_says (&feed, ours->uid, "Choir", "01974 000000"), ==, 0);
  g_assert_cmpuint (it_says (&feed, ours->uid, "Rich choir", "01974 111111"), ==, 0);
  now = dolen_directory_get_service (dir, ours->uid, NULL);
  g_assert_cmpstr (now->name.en, ==, "Choir");
  g_assert_cmpstr (now->fees, ==, "01974 000000");
  g_assert_cmpuint (now->contacts->len, ==, 0);
  clashes = dolen_directory_list_clashes (dir, ours->uid, 0, NULL);
  g_assert_cmpuint (clashes->len, ==, 4); /* the telephone is read from the contact */
  g_assert_nonnull (find_clash (clashes, "fees"));
  g_assert_nonnull (strstr (find_clash (clashes, "contacts")->theirs, "01974111111"));
  name = find_clash (clashes, "name_en");
  g_assert_cmpstr (name->ours, ==, "Choir");
  g_assert_cmpstr (name->theirs, ==, "Rich choir");
  g_assert_cmpstr (name->source_name, ==, "Test feed");
  g_assert_cmpint (name->edited_at, ==, 0);
  g_assert_cmpint (name->feed_changed_at, >, 0);
  entry = dolen_clash_settle (
      dir, "service", ours->uid, "name_en", DOLEN_CLASH_TAKE_THEIRS, "she", NULL);
  g_assert_cmpint (entry, >, 0);
  g_assert_cmpint (
      dolen_clash_settle (dir, "service", ours->uid, "fees", DOLEN_CLASH_KEEP_OURS, "she", NULL),
      >,
      0);
  /* That they took one thing over does not mean that they take the next. */
  g_assert_cmpuint (it_says (&feed, ours->uid, "Richest choir", "01974 111111"), ==, 0);
  taken = dolen_directory_get_service (dir, ours->uid, NULL);
  g_assert_cmpstr (taken->name.en, ==, "Rich choir");
  left = dolen_directory_list_clashes (dir, ours->uid, 0, NULL);
  g_assert_cmpuint (left->len, ==, 3);
  g_assert_cmpstr (find_clash (left, "name_en")->theirs, ==, "Richest choir");
  g_assert_null (find_clash (left, "fees"));
}

/* A record of another feed goes on following that one. */
static void
test_what_a_second_feed_says_leaves_the_first_its_record (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_auto (Feed) own = { 0 };
  g_auto (Feed) second = { 0 };
  g_autofree char *uid = NULL;
  g_autoptr (DolenService) before = NULL, after = NULL;
  g_autoptr (GPtrArray) clashes = NULL;

  feed_init (&own, dir, "Own feed");
  feed_init (&second, dir, "Second feed");
  g_assert_cmpuint (it_says (&own, "1", "Choir", "one"), ==, 1);
  uid = dolen_directory_find_by_source (dir, own.uid, "service", "1", NULL);
  g_assert_cmpuint (it_says (&second, uid, "Choir", "one"), ==, 0);
  g_assert_cmpuint (it_says (&second, uid, "Choir", "two"), ==, 0);
  before = dolen_directory_get_service (dir, uid, NULL);
  g_assert_cmpstr (before->fees, ==, "one");
  g_assert_cmpuint (it_says (&own, "1", "Choir", "three"), ==, 1);
  after = dolen_directory_get_service (dir, uid, NULL);
  g_assert_cmpstr (after->fees, ==, "three");
  clashes = dolen_directory_list_clashes (dir, uid, 0, NULL);
  g_assert_cmpstr (find_clash (clashes, "fees")->ours, ==, "three");
  g_assert_cmpstr (find_clash (clashes, "fees")->theirs, ==, "two");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/exchange/feed-strangers/" #name, test_##name)
  ADD (what_a_stranger_says_of_our_record_is_asked_about);
  ADD (what_a_second_feed_says_leaves_the_first_its_record);
#undef ADD
  return g_test_run ();
}
