/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* Stops of the tour at the sources; see dolen-tour.h. */

void dolen_tour_show_sources_empty (DolenWindow *window);
void dolen_tour_show_sources (DolenWindow *window);
void dolen_tour_show_source (DolenWindow *window);
void dolen_tour_show_feed_window (DolenWindow *window);

gboolean dolen_tour_sources_are_ready (DolenWindow *window);

G_END_DECLS
