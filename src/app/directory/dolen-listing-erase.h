/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"

G_BEGIN_DECLS

/** dolen_listing_erase_new: (transfer floating): a button that erases a contact of the frame's
 *  record for good, after it has said what that means; for dolen_listing_part_set_extra(). */
GtkWidget *dolen_listing_erase_new (DolenListingFrame *frame, const char *contact_uid);

G_END_DECLS
