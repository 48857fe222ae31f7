/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Addresses of feeds: which we go to, and how one is made of another. All results (transfer full),
 * percent-encoded, without a fragment. */

/**
 * dolen_feed_address_check:
 * @text: as a person typed it, or as a server sent it
 * @allow_http: plain http too (anybody between could read and change it); this computer itself
 *   ("localhost", 127.0.0.1) is always allowed
 * @error: DOLEN_ERROR_INVALID, _NOT_ALLOWED (another scheme, a name or password in it)
 *
 * "example.org/services" is taken as https.
 */
char *dolen_feed_address_check (const char *text, gboolean allow_http, GError **error);

/** dolen_feed_address_with: @list with the query parameter @name set to @number. */
char *dolen_feed_address_with (const char *list, const char *name, guint number);

/** dolen_feed_address_get: the whole number a query parameter has, -1: none. */
gint64 dolen_feed_address_get (const char *address, const char *name);

/** dolen_feed_address_below: @list and one more part of the path ("services", an id); its query
 *  is left out. */
char *dolen_feed_address_below (const char *list, const char *part);

/** dolen_feed_address_detail: of the record @id of @list: below it; of a list that is a file
 *  ("services.json") in the folder of that name ("services/ID.json"). */
char *dolen_feed_address_detail (const char *list, const char *id);

/** dolen_feed_address_ends_in: whether the last part of the path is @part. */
gboolean dolen_feed_address_ends_in (const char *address, const char *part);

/**
 * dolen_feed_address_next:
 * @from: the page that says where to go on
 * @next: what it says; may be relative
 * @error: DOLEN_ERROR_INVALID, _NOT_ALLOWED (another computer: nobody asked it)
 */
char *dolen_feed_address_next (const char *from, const char *next, GError **error);

/**
 * dolen_feed_address_redirect:
 * @feed: the address that was asked for first
 * @from: the one that answered
 * @location: where it sends us; may be relative
 * @error: as dolen_feed_address_check(); DOLEN_ERROR_NOT_ALLOWED too from https to http, and to
 *   this computer or its own network where the feed itself is not there: no server elsewhere may
 *   have us ask what only we can reach
 *
 * By the name as it is written: what a name leads to is not looked up.
 */
char *dolen_feed_address_redirect (
    const char *feed, const char *from, const char *location, gboolean allow_http, GError **error);

/** dolen_feed_address_host: the computer of an address, to be shown; "" where there is none. */
char *dolen_feed_address_host (const char *address);

G_END_DECLS
