/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/* Every service as whoever keeps the directory sees it: those that no search shows too. */

typedef enum {
  DOLEN_LISTING_LISTED,
  DOLEN_LISTING_PAUSED, /* closed for now: it says so itself, or was told last */
  DOLEN_LISTING_CLOSED,
  DOLEN_LISTING_UNLISTED, /* somebody said: do not list */
  DOLEN_LISTING_GONE,     /* not in its feed any more */
  DOLEN_N_LISTING_STATUSES
} DolenListingStatus;

/** DolenListingLacks: bits: what its texts want. A text that stands in neither language is not
 *  missed here. */
typedef enum {
  DOLEN_LISTING_LACKS_WELSH = 1 << 0,   /* a text stands in English alone */
  DOLEN_LISTING_LACKS_ENGLISH = 1 << 1, /* in Welsh alone */
  DOLEN_LISTING_OUT_OF_DATE = 1 << 2,   /* one side has changed since the other was written */
} DolenListingLacks;

/** DolenListingQuery: which are asked for; zeroed: all of them. Borrowed. */
typedef struct {
  const char *text;       /* (nullable): as typed */
  guint statuses;         /* bits (1 << DolenListingStatus), any of them; 0: any */
  guint lacks;            /* bits of DolenListingLacks, any of them; 0: does not matter */
  DolenLanguage names_in; /* by name in the order of this language; with a text by rank */
} DolenListingQuery;

/** DolenListing: one line. */
typedef struct {
  gint64 id;
  char *uid;
  DolenBilingual name;
  DolenBilingual organisation; /* its name; empty where it has none */
  char *place;                 /* (nullable) town or village */
  DolenListingStatus status;
  char *since; /* (nullable) gone since, closed on */
  guint lacks; /* bits of DolenListingLacks */
} DolenListing;

void dolen_listing_free (DolenListing *listing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenListing, dolen_listing_free)

/** dolen_listings_find: (transfer full) (element-type gint64): their row ids in order, for a list
 *  that loads pages of them with dolen_listings_load() as they are needed. */
GArray *dolen_listings_find (DolenDirectory *dir, const DolenListingQuery *query, GError **error);

/** dolen_listings_load: (transfer full) (element-type DolenListing): those of @ids in that order,
 *  one for each; NULL in the place of one that is not there any more. */
GPtrArray *dolen_listings_load (DolenDirectory *dir, const gint64 *ids, gsize n, GError **error);

/** dolen_listing_status_words: "Listed", "Paused" ...; not owned. */
const char *dolen_listing_status_words (DolenListingStatus status, DolenLanguage language);

/** dolen_listing_describe: (transfer full): its status and what its texts want, in one line:
 *  "Not in the feed since 4 May 2026; Welsh missing". */
char *dolen_listing_describe (const DolenListing *listing, DolenLanguage language);

G_END_DECLS
