/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"

G_BEGIN_DECLS

/** dolen_listing_tags_add: what a service is about: what a rule proposes with the words it read, to
 *  confirm or reject; what stands, to take out; and pickers to add. */
void dolen_listing_tags_add (DolenListingFrame *frame, GtkBox *box);

G_END_DECLS
