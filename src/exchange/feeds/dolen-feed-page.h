/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/* What one page of a feed holds and what its envelope says of the whole, in the spellings met: ORUK
 * 1.0 and 3.0, HSDS, all-lower-case, offset and limit, RPDE. Numbers not said are -1. */
typedef struct {
  guint records;
  guint services;   /* records that are one, or hold some */
  GPtrArray *ids;   /* of char*: of the services that stand alone, in their order */
  GPtrArray *names; /* of char*: of the first few records */
  gboolean rich;    /* some record says more than a list form: a place, a contact, a time */
  gboolean is_rpde; /* items with states */
  gboolean is_envelope;
  gint64 total_items;
  gint64 total_pages;
  gint64 number; /* of this page as the server counts */
  gint64 offset; /* of its first record */
  int last;      /* 1: the last page; 0: not; -1: not said */
  char *next;    /* (nullable) address of the next, as written */
  guint64 print; /* the same for a page with the same records */
} DolenFeedPage;

/** dolen_feed_page_read: @path: the file it is in. @error: of the reader. Clear it with
 *  dolen_feed_page_clear() in any case. */
gboolean dolen_feed_page_read (DolenFeedPage *page,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error);
void dolen_feed_page_clear (DolenFeedPage *page);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenFeedPage, dolen_feed_page_clear)

/** dolen_feed_record_is_rich: whether a service says more than its list form does. */
gboolean dolen_feed_record_is_rich (json_object *record);

G_END_DECLS
