/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/dolen-listings.h"

G_BEGIN_DECLS

/** DolenListingItem: one line of the listings. */
#define DOLEN_TYPE_LISTING_ITEM (dolen_listing_item_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingItem, dolen_listing_item, DOLEN, LISTING_ITEM, GObject)

/** dolen_listing_item_get: (nullable): NULL where the service went away meanwhile. */
const DolenListing *dolen_listing_item_get (DolenListingItem *self);

/*
 * DolenListingModel: what was found as a GListModel of DolenListingItem that reads lines of the
 * directory as they come into view, 64 at a time, and forgets those long unseen. Main thread. Its
 * rows never change: what is found anew is another model (dolen_list_replace()).
 */
#define DOLEN_TYPE_LISTING_MODEL (dolen_listing_model_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingModel, dolen_listing_model, DOLEN, LISTING_MODEL, GObject)

/** dolen_listing_model_new: @ids: (element-type gint64): as dolen_listings_find() gives them. */
DolenListingModel *dolen_listing_model_new (DolenSession *session, GArray *ids);

/** dolen_listing_model_find: where the listing with that row id stands; G_MAXUINT: nowhere. */
guint dolen_listing_model_find (DolenListingModel *self, gint64 id);

G_END_DECLS
