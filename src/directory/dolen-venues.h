/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/** DolenVenueCard: a place as one is chosen. */
typedef struct {
  char *uid;
  DolenBilingual name;
  char *city;     /* (nullable) */
  char *postcode; /* (nullable); of a hidden place its district alone */
  guint services; /* how many meet there */
} DolenVenueCard;

/** dolen_directory_list_venues: (transfer full) (element-type DolenVenueCard): @matching: part of a
 *  name in either language, of a town or of a postcode; those where most meet first; at most
 *  @limit. */
GPtrArray *dolen_directory_list_venues (DolenDirectory *dir,
                                        const char *matching,
                                        guint limit,
                                        GError **error);

G_END_DECLS
