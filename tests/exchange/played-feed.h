/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A feed that a server of this process plays, and the directory it comes into. */

#include "directory/samples.h"
#include "exchange/feed-server.h"
#include "exchange/feeds/dolen-feed.h"

typedef struct {
  FeedServer *server;
  DolenDirectory *dir;
  char *cache;
  char *uid;
} Feed;

/* It says nothing yet. */
static inline void
feed_start (Feed *feed, const char *name)
{
  g_autofree char *address = NULL;
  GError *error = NULL;

  feed->server = feed_server_new ();
  feed->dir = samples_open ();
  feed->cache = dolen_test_folder ();
  address = g_strconcat (feed->server->base, "/services", NULL);
  feed->uid = dolen_feed_add (feed->dir, name, address, NULL, "she", &error);
  g_assert_no_error (error);
}

static inline DolenFeedOptions
feed_options (const Feed *feed)
{
  return (DolenFeedOptions){ .limits = { .tick = 1, .quiet_seconds = 2 }, .cache = feed->cache };
}

static inline void
feed_clear (Feed *feed)
{
  g_clear_pointer (&feed->server, feed_server_free);
  g_clear_pointer (&feed->dir, dolen_directory_close);
  g_clear_pointer (&feed->cache, g_free);
  g_clear_pointer (&feed->uid, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Feed, feed_clear)
