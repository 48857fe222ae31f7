/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "exchange/feed-server.h"
#include "exchange/feeds/dolen-feed-address.h"
#include "exchange/feeds/dolen-feed.h"
#include "exchange/feeds/dolen-harvest.h"
#include "support/dolen-test.h"

#include <string.h>

/* Where a harvest ends: of time, of size, and at which computers. */

/* Every name is this computer: a server of this process can be one elsewhere. */
typedef struct {
  GResolver parent_instance;
} HereResolver;

typedef struct {
  GResolverClass parent_class;
} HereResolverClass;

static GType here_resolver_get_type (void);
G_DEFINE_TYPE (HereResolver, here_resolver, G_TYPE_RESOLVER)

static GList *
look_up_here (GResolver *resolver,
              const char *name,
              GResolverNameLookupFlags flags,
              GCancellable *cancellable,
              GError **error)
{
  return g_list_prepend (NULL, g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4));
}

static GList *
look_up_plainly (GResolver *resolver, const char *name, GCancellable *cancellable, GError **error)
{
  return look_up_here (resolver, name, 0, cancellable, error);
}

static void
here_resolver_class_init (HereResolverClass *klass)
{
  G_RESOLVER_CLASS (klass)->lookup_by_name = look_up_plainly;
  G_RESOLVER_CLASS (klass)->lookup_by_name_with_flags = look_up_here;
}

static void
here_resolver_init (HereResolver *resolver)
{
}

typedef struct {
  FeedServer *server;
  char *elsewhere; /* the server under a name */
  char *folder;
  DolenFeedLimits limits;
} Play;

static void
play_init (Play *play)
{
  const char *port;

  play->server = feed_server_new ();
  port = strrchr (play->server->base, ':');
  play->elsewhere = g_strconcat ("http://feeds.example", port, NULL);
  play->folder = dolen_test_folder ();
  play->limits = (DolenFeedLimits){ .tick = 1, .quiet_seconds = 2, .allow_http = TRUE };
}

static void
play_clear (Play *play)
{
  g_clear_pointer (&play->server, feed_server_free);
  g_free (play->elsewhere);
  g_free (play->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Play, play_clear)

static gboolean
harvest (const Play *play, const char *base, const char *where, GError **error)
{
  g_autofree char *list = g_strconcat (base, where, NULL);
  DolenHarvestOptions options = { .list = list, .folder = play->folder, .limits = play->limits };
  g_auto (DolenHarvest) came = { 0 };

  return dolen_harvest_run (&options, &came, error);
}

/* Never quiet for long, and never done: it ends by the time of the page, and is not tried again. */
static void
test_a_page_that_drips_ends_in_its_time (void)
{
  g_auto (Play) play = { 0 };
  g_autoptr (GError) error = NULL;

  play_init (&play);
  feed_server_play (play.server, "/services", &(FeedAnswer){ .drip = TRUE });
  play.limits.page_seconds = 1;
  g_assert_false (harvest (&play, play.server->base, "/services", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_nonnull (strstr (error->message, "took too long"));
  g_assert_cmpuint (feed_server_count (play.server, "/services"), ==, 1);
}

static void
test_a_redirect_from_elsewhere_into_this_computer_is_refused (void)
{
  g_auto (Play) play = { 0 };
  g_autofree char *header = NULL;
  g_autoptr (GError) error = NULL;

  play_init (&play);
  header = g_strdup_printf ("Location: %s/inside", play.server->base);
  feed_server_play (play.server, "/old", &(FeedAnswer){ .status = 302, .header = header });
  feed_server_say (play.server, "/inside", "[{\"id\":\"1\",\"name\":\"Choir\"}]");
  g_assert_false (harvest (&play, play.elsewhere, "/old", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (error->message, "/inside"));
  g_assert_cmpuint (feed_server_count (play.server, "/old"), ==, 1);
  g_assert_cmpuint (feed_server_count (play.server, "/inside"), ==, 0);
  g_assert_true (harvest (&play, play.server->base, "/old", NULL)); /* the feed itself is there */
  g_assert_cmpuint (feed_server_count (play.server, "/inside"), ==, 1);
}

static void
test_a_redirect_from_elsewhere_to_elsewhere_is_followed (void)
{
  g_auto (Play) play = { 0 };
  g_autoptr (GError) error = NULL;

  play_init (&play);
  feed_server_play (
      play.server, "/old", &(FeedAnswer){ .status = 302, .header = (char *) "Location: /new" });
  feed_server_say (play.server, "/new", "[{\"id\":\"1\",\"name\":\"Choir\"}]");
  harvest (&play, play.elsewhere, "/old", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (feed_server_count (play.server, "/new"), ==, 1);
}

static gboolean
goes (const char *feed, const char *from, const char *location)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *next = dolen_feed_address_redirect (feed, from, location, TRUE, &error);

  if (next == NULL)
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  return next != NULL;
}

static void
test_where_redirects_may_lead (void)
{
  static const char *const near[] = { "http://localhost/x",      "http://LOCALHOST:8080/x",
                                      "http://localhost./x",     "http://a.localhost/x",
                                      "http://127.0.0.1/x",      "http://127.9.9.9/x",
                                      "http://0.0.0.0/x",        "http://[::1]/x",
                                      "http://[::]/x",           "http://[::ffff:127.0.0.1]/x",
                                      "http://169.254.169.254/", "http://[fe80::1]/x",
                                      "http://192.168.1.1/",     "http://10.0.0.1/x",
                                      "http://[fd00::1]/x" };
  const char *feed = "http://feeds.example/services";

  for (gsize i = 0; i < G_N_ELEMENTS (near); i++) {
    g_assert_false (goes (feed, feed, near[i]));
    g_assert_true (goes ("http://127.0.0.1/services", "http://127.0.0.1/services", near[i]));
  }
  g_assert_true (goes (feed, feed, "https://other.example/x"));
  g_assert_true (goes (feed, feed, "http://93.184.216.34/x"));
  g_assert_true (goes (feed, feed, "/x"));
  g_assert_true (goes ("https://a.example/x", "https://a.example/x", "/y"));
  g_assert_false (goes ("https://a.example/x", "https://a.example/x", "http://a.example/x"));
  /* by what was asked first, not by the last who sent us on */
  g_assert_false (goes (feed, "https://b.example/", "https://127.0.0.1/x"));
}

#define RICH(id)                                                                                   \
  "{\"id\":\"" id "\",\"name\":\"Choir\",\"contacts\":[{\"id\":\"c\",\"name\":\"Desk\"}]}"

/* The list is small, and each record; all of them together are not. */
static void
test_records_count_towards_the_size_of_the_feed (void)
{
  g_auto (Play) play = { 0 };
  g_autoptr (GError) error = NULL;
  const char *list = "[{\"id\":\"1\",\"name\":\"Choir\"},{\"id\":\"2\",\"name\":\"Choir\"}]";

  play_init (&play);
  feed_server_say (play.server, "/services", list);
  feed_server_say (play.server, "/services/1", RICH ("1"));
  feed_server_say (play.server, "/services/2", RICH ("2"));
  play.limits.feed_bytes = (goffset) (strlen (list) + strlen (RICH ("1")) + 10);
  g_assert_false (harvest (&play, play.server->base, "/services", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE);
  /* Nor does it get further by going on where it was. */
  g_assert_false (harvest (&play, play.server->base, "/services", NULL));
  play.limits.feed_bytes = (goffset) (strlen (list) + 2 * strlen (RICH ("1")));
  g_assert_true (harvest (&play, play.server->base, "/services", NULL));
}

/* What came is as it was, and not all of it came: that nothing has changed nobody knows. */
static void
test_a_feed_cut_short_is_told_without_contradiction (void)
{
  const DolenFeedReport cut = { .unchanged = TRUE, .records = 3, .total = 6 };
  const DolenFeedReport strange = { .unchanged = TRUE, .records = 6, .total = 6 };
  const DolenFeedReport whole = { .unchanged = TRUE, .complete = TRUE, .records = 6, .total = 6 };
  g_autofree char *short_text = dolen_feed_report_sentences (&cut);
  g_autofree char *strange_text = dolen_feed_report_sentences (&strange);
  g_autofree char *whole_text = dolen_feed_report_sentences (&whole);

  g_assert_cmpstr (short_text,
                   ==,
                   "What came of it is as it was.\n"
                   "Not all of the feed came (3 of 6), so nothing was marked as gone.");
  g_assert_cmpstr (strange_text,
                   ==,
                   "What came of it is as it was.\n"
                   "Not all of the feed came, so nothing was marked as gone.");
  g_assert_cmpstr (whole_text, ==, "Nothing has changed since the last reading.");
}

int
main (int argc, char **argv)
{
  g_autoptr (GResolver) resolver = NULL;

  dolen_test_init (&argc, &argv);
  resolver = g_object_new (here_resolver_get_type (), NULL);
  g_resolver_set_default (resolver);
#define ADD(name) g_test_add_func ("/exchange/feed-limits/" #name, test_##name)
  ADD (a_page_that_drips_ends_in_its_time);
  ADD (a_redirect_from_elsewhere_into_this_computer_is_refused);
  ADD (a_redirect_from_elsewhere_to_elsewhere_is_followed);
  ADD (where_redirects_may_lead);
  ADD (records_count_towards_the_size_of_the_feed);
  ADD (a_feed_cut_short_is_told_without_contradiction);
#undef ADD
  return g_test_run ();
}
