/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* The stops of the tour that show Find; each brings @window there. */
void dolen_tour_show_find (DolenWindow *window);
void dolen_tour_show_find_map (DolenWindow *window);
void dolen_tour_show_find_filters (DolenWindow *window);
void dolen_tour_show_find_detail (DolenWindow *window);
void dolen_tour_show_find_places (DolenWindow *window);
void dolen_tour_show_find_nothing (DolenWindow *window);
void dolen_tour_show_find_person (DolenWindow *window);
void dolen_tour_show_find_person_detail (DolenWindow *window);
void dolen_tour_show_find_person_little (DolenWindow *window);
void dolen_tour_show_find_person_why (DolenWindow *window);
void dolen_tour_show_calls (DolenWindow *window);
void dolen_tour_show_compare_of_nobody (DolenWindow *window);
void dolen_tour_show_hand_out (DolenWindow *window);
void dolen_tour_show_hand_out_pages (DolenWindow *window);
void dolen_tour_show_hand_out_asks (DolenWindow *window);

/** dolen_tour_find_is_ready: what was asked is shown, and the map is painted. */
gboolean dolen_tour_find_is_ready (DolenWindow *window);

/** dolen_tour_compare_is_ready: after dolen_tour_show_find_person(): opens suggestions side by side
 *  as soon as there are any. */
gboolean dolen_tour_compare_is_ready (DolenWindow *window);

G_END_DECLS
