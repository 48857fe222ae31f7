/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* The tour's stops for what was looked for and not found, with invented data. */
void dolen_tour_show_gaps (DolenWindow *window);
void dolen_tour_show_gap_group (DolenWindow *window);

G_END_DECLS
