/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Directory, "Listings": every service, to search and to narrow; choosing one opens its editor.
 * A DolenPage; keys of its state: "search", "status", "texts", "selected".
 */
#define DOLEN_TYPE_LISTING_LIST (dolen_listing_list_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingList, dolen_listing_list, DOLEN, LISTING_LIST, AdwBin)

GtkWidget *dolen_listing_list_new (DolenSession *session);

/** dolen_listing_list_get_model: (transfer none) (nullable): what is shown; NULL until found. */
GListModel *dolen_listing_list_get_model (DolenListingList *self);

G_END_DECLS
