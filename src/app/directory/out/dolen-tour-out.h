/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* Stops of the tour (app/dolen-tour.h): what leaves the directory. */

void dolen_tour_show_export (DolenWindow *window);
void dolen_tour_show_publish (DolenWindow *window);
/* The report of an export. */
void dolen_tour_show_exported (DolenWindow *window);
gboolean dolen_tour_exported_is_ready (DolenWindow *window);

void dolen_tour_show_booklet (DolenWindow *window);
/* Further down: what is printed. */
void dolen_tour_show_booklet_pages (DolenWindow *window);
gboolean dolen_tour_booklet_is_ready (DolenWindow *window);

G_END_DECLS
