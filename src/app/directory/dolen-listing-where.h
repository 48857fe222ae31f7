/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_listing_where_add_known: in @box a choice of a place that is in the directory already, to
 * be one of this service's too. */
void dolen_listing_where_add_known (DolenListingFrame *frame, GtkBox *box);

/** dolen_listing_where_link: as somebody chooses the place @venue (uid); for tests. */
void dolen_listing_where_link (DolenListingFrame *frame, const char *venue);

/** dolen_listing_where_of_schedule: at which of the service's places the time @key is; for
 *  dolen_listing_part_set_extra(). _show_: as the frame's record has it; only where there is more
 *  than one place. */
GtkWidget *dolen_listing_where_of_schedule (DolenListingFrame *frame, const char *key);
void
dolen_listing_where_show_schedule (DolenListingFrame *frame, GtkWidget *extra, const char *key);

/** dolen_listing_where_put_schedule: as somebody chooses the place (uid, nullable) of a time. */
void
dolen_listing_where_put_schedule (DolenListingFrame *frame, const char *key, const char *venue);

G_END_DECLS
