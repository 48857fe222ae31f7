/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"

G_BEGIN_DECLS

/** dolen_listing_capacity_add: places and wait of a service: what holds now with its age, "Still
 *  True", a form to change it, and all that was ever told as a chart and in words. */
void dolen_listing_capacity_add (DolenListingFrame *frame, GtkBox *box);

G_END_DECLS
