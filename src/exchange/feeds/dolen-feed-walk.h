/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/feeds/dolen-feed-page.h"

G_BEGIN_DECLS

/*
 * From page to page of a feed: where it goes on, and when it has ended. Pure. No two servers agree
 * (see the envelopes in tests/exchange/test-feed-walk.c), so what is said is believed in this
 * order: an address of the next page; an empty page; "last"; the number of pages; the number of
 * records; a page shorter than the first.
 */
typedef struct {
  char *list;          /* (owned) the address of the first page */
  GHashTable *visited; /* (owned) set of addresses */
  guint pages;         /* read so far */
  guint records;
  guint first;      /* records of the first page */
  guint empty;      /* pages without a record, one after the other */
  guint64 print;    /* of the page before */
  gint64 total;     /* records the feed says it has, -1 */
  gboolean changed; /* it said something else on a later page */
  gboolean ended;
} DolenFeedWalk;

#define DOLEN_FEED_PAGES 10000

void dolen_feed_walk_init (DolenFeedWalk *walk, const char *list);
void dolen_feed_walk_clear (DolenFeedWalk *walk);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenFeedWalk, dolen_feed_walk_clear)

/**
 * dolen_feed_walk_take:
 * @address: of the page just read
 * @page: what it holds
 * @next: (out) (transfer full) (nullable): where to go on; NULL: that was all
 * @error: DOLEN_ERROR_INVALID (it goes round in a circle), _TOO_LARGE (it does not end), and those
 *   of dolen_feed_address_next()
 */
gboolean dolen_feed_walk_take (DolenFeedWalk *walk,
                               const char *address,
                               const DolenFeedPage *page,
                               char **next,
                               GError **error);

/** dolen_feed_walk_end: a page after the first is not there: feeds end so too. */
void dolen_feed_walk_end (DolenFeedWalk *walk);

/** dolen_feed_walk_is_complete: all of the feed was read, as far as anybody can tell: only then is
 *  what is missing gone. */
gboolean dolen_feed_walk_is_complete (const DolenFeedWalk *walk);

G_END_DECLS
