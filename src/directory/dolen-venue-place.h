/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/** dolen_venue_withhold: takes out of a venue what its flags forbid to keep: with hide_address the
 *  street, the inward half of the postcode and the position; with no_map the position. */
void dolen_venue_withhold (DolenVenue *venue);

/** dolen_venue_district: (transfer full) (nullable): the first half of its postcode ("SY23") where
 *  no more than that is known of where it is; else NULL. */
char *dolen_venue_district (const DolenVenue *venue);

/** dolen_service_district: (transfer full) (nullable): the same of that venue which is nearest to
 *  @from. */
char *dolen_service_district (const DolenService *service, const DolenPosition *from);

/** dolen_venue_locate: gives a venue the position that the bundled gazetteer finds for its name,
 *  address, town and postcode; one that may have none, or of which nothing is known, is left
 * without. */
void dolen_venue_locate (DolenVenue *venue);

/** dolen_venue_moved: @after is @before while its place is edited. Where the address, town or
 *  postcode is another and the position is still that of before, or there is none, @after is
 *  located anew. @before: (nullable): a new venue */
void dolen_venue_moved (const DolenVenue *before, DolenVenue *after);

G_END_DECLS
