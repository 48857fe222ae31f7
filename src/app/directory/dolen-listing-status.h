/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"

G_BEGIN_DECLS

/** dolen_listing_status_add: how a service stands in the directory: pausing it until a day, closing
 *  it with reason and successor, opening it again, not listing it. */
void dolen_listing_status_add (DolenListingFrame *frame, GtkBox *box);

G_END_DECLS
