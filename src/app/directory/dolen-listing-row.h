/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-listings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A line of the listings: name, who runs it and where, how it stands and what its texts lack. */
#define DOLEN_TYPE_LISTING_ROW (dolen_listing_row_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingRow, dolen_listing_row, DOLEN, LISTING_ROW, AdwBin)

GtkWidget *dolen_listing_row_new (void);

/** dolen_listing_row_show: @listing: (nullable): NULL: not there any more. Returns: (transfer
 *  full): the whole row in words, for the list item. */
char *dolen_listing_row_show (DolenListingRow *self, const DolenListing *listing);

G_END_DECLS
