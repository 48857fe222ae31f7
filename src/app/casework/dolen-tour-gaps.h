/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* The tour's stops for what was looked for and not found, with invented data. */
void dolen_tour_show_gaps (DolenWindow *window);
void dolen_tour_show_gap_group (DolenWindow *window);

/* The forms of Find that leave something in the case records. */
void dolen_tour_show_gap_note (DolenWindow *window);
void dolen_tour_show_suggest_anyway (DolenWindow *window);
void dolen_tour_show_not_for_them (DolenWindow *window);
void dolen_tour_show_set_aside (DolenWindow *window);
void dolen_tour_show_service_note (DolenWindow *window);
void dolen_tour_show_service_notes (DolenWindow *window);

G_END_DECLS
