/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* The stops of the tour that show Directory's editors; each brings @window there. */
void dolen_tour_show_listings (DolenWindow *window);
void dolen_tour_show_listing (DolenWindow *window);
void dolen_tour_show_history (DolenWindow *window);

void dolen_tour_show_organisation (DolenWindow *window);

/* After dolen_tour_show_listing(): scrolled to a section, with a form unfolded; these are the
 * is_ready of their stops. */
gboolean dolen_tour_listing_times (DolenWindow *window);
gboolean dolen_tour_listing_places (DolenWindow *window);
gboolean dolen_tour_listing_where (DolenWindow *window);
gboolean dolen_tour_listing_contact (DolenWindow *window);
gboolean dolen_tour_listing_about (DolenWindow *window);
gboolean dolen_tour_listing_status (DolenWindow *window);
/* After dolen_tour_show_organisation(). */
gboolean dolen_tour_organisation_checks (DolenWindow *window);

G_END_DECLS
