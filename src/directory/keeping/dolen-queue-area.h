/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/** What is known of an area that somebody asked for. */
typedef enum {
  DOLEN_AREA_UNKNOWN,  /* no place of that name, and no listing is there */
  DOLEN_AREA_EMPTY,    /* it is known, and no listing is there */
  DOLEN_AREA_LISTINGS, /* there are listings */
} DolenAreaKnown;

/** dolen_queue_area_known: @area: a town, a county or a postcode district, in either language, as
 *  in DolenQueueQuery.area. */
gboolean dolen_queue_area_known (DolenDirectory *dir,
                                 const char *area,
                                 DolenAreaKnown *known,
                                 GError **error);

/** dolen_queue_area_text: (transfer full) (nullable): why there is nothing to check in @area: that
 *  it is unknown, or has no listings; NULL where that is not why. */
char *dolen_queue_area_text (DolenDirectory *dir, const char *area, DolenLanguage language);

G_END_DECLS
