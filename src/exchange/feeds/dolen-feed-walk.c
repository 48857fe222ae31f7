/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-feed-walk.h"

#include "base/dolen-error.h"
#include "exchange/feeds/dolen-feed-address.h"

#include <glib/gi18n-lib.h>

/* Feeds of changes (RPDE) may have pages without a record in between. */
#define EMPTY_PAGES 100

void
dolen_feed_walk_init (DolenFeedWalk *walk, const char *list)
{
  *walk = (DolenFeedWalk){ .list = g_strdup (list), .total = -1 };
  walk->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
dolen_feed_walk_clear (DolenFeedWalk *walk)
{
  g_clear_pointer (&walk->list, g_free);
  g_clear_pointer (&walk->visited, g_hash_table_unref);
}

static gboolean
fail (GError **error, DolenError code, const char *address, const char *why)
{
  g_set_error (error, DOLEN_ERROR, code, _ ("%s: %s"), address, why);
  return FALSE;
}

static void
note_total (DolenFeedWalk *walk, const DolenFeedPage *page)
{
  if (page->total_items < 0)
    return;
  walk->changed |= walk->total >= 0 && walk->total != page->total_items;
  walk->total = page->total_items;
}

/* The feed says itself where it goes on. */
static gboolean
follow (DolenFeedWalk *walk,
        const char *address,
        const DolenFeedPage *page,
        char **next,
        GError **error)
{
  g_autofree char *there = dolen_feed_address_next (address, page->next, error);

  if (there == NULL)
    return FALSE;
  walk->empty = page->records > 0 ? 0 : walk->empty + 1;
  /* RPDE ends in an empty page that points at itself; others have been seen to leave the next
   * address on their last page. */
  if (page->records == 0
      && (g_hash_table_contains (walk->visited, there) || walk->empty > EMPTY_PAGES))
    return TRUE;
  if (g_hash_table_contains (walk->visited, there))
    return fail (error,
                 DOLEN_ERROR_INVALID,
                 address,
                 _ ("The feed goes round in a circle: the next page is one that was read before."));
  *next = g_steal_pointer (&there);
  return TRUE;
}

static gboolean
is_end (const DolenFeedWalk *walk, const DolenFeedPage *page, gint64 number)
{
  if (page->records == 0 || page->last == 1 || !page->is_envelope)
    return TRUE;
  if (page->last == 0)
    return FALSE;
  if (page->total_pages > 1 && number >= page->total_pages)
    return TRUE;
  if (walk->total >= 0)
    return walk->records >= walk->total;
  /* Some say "1 page" of any number: then the records tell. */
  return page->total_pages == 1 || walk->pages > 1 ? page->records < walk->first : FALSE;
}

/* Which page this is, counted from 1 or as the server counts. */
static gint64
number_of (const char *address, const DolenFeedPage *page)
{
  gint64 asked = dolen_feed_address_get (address, "page");

  if (asked >= 0)
    return asked;
  return page->number >= 0 ? page->number : 1;
}

static char *
next_address (const DolenFeedWalk *walk, const DolenFeedPage *page, gint64 number)
{
  if (page->offset >= 0 && page->number < 0)
    return dolen_feed_address_with (walk->list, "offset", (guint) page->offset + page->records);
  return dolen_feed_address_with (walk->list, "page", (guint) number + 1);
}

gboolean
dolen_feed_walk_take (DolenFeedWalk *walk,
                      const char *address,
                      const DolenFeedPage *page,
                      char **next,
                      GError **error)
{
  gint64 number = number_of (address, page);
  gboolean again = walk->pages > 0 && page->records > 0 && page->print == walk->print;

  *next = NULL;
  g_hash_table_add (walk->visited, g_strdup (address));
  if (++walk->pages > DOLEN_FEED_PAGES)
    return fail (error, DOLEN_ERROR_TOO_LARGE, address, _ ("The feed has too many pages."));
  note_total (walk, page);
  walk->print = page->print;
  if (walk->pages == 1)
    walk->first = page->records;
  if (!again)
    walk->records += page->records;
  if (page->next != NULL) {
    if (!follow (walk, address, page, next, error))
      return FALSE;
  } else if (again ? walk->pages == 2 && page->last != 1 : !is_end (walk, page, number)) {
    /* The second page as the first: it counts from 0 after all, or knows no pages. */
    *next = next_address (walk, page, number);
  }
  walk->ended = *next == NULL;
  return TRUE;
}

void
dolen_feed_walk_end (DolenFeedWalk *walk)
{
  walk->ended = TRUE;
}

gboolean
dolen_feed_walk_is_complete (const DolenFeedWalk *walk)
{
  return walk->ended && !walk->changed && walk->pages > 0
         && (walk->total < 0 || walk->records >= walk->total);
}
