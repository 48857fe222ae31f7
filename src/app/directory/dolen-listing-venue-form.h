/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"
#include "app/directory/dolen-listing-part-form.h"

G_BEGIN_DECLS

/** dolen_listing_venue_form: the places of a service. One that is stored belongs to every service
 *  that meets there, and is edited as a place: dolen_listing_venue_save(). */
extern const DolenListingPartForm dolen_listing_venue_form;

/** dolen_listing_venue_save: saves the field @field of a stored place; for
 *  dolen_listing_part_set_save(). */
gboolean dolen_listing_venue_save (DolenListingFrame *frame,
                                   const char *uid_of_venue,
                                   const char *field,
                                   const DolenListingValues *values);

G_END_DECLS
