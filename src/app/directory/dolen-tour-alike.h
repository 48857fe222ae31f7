/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/** dolen_tour_show_alike: a group that stands in the directory twice, in the queue. */
void dolen_tour_show_alike (DolenWindow *window);
gboolean dolen_tour_alike_is_ready (DolenWindow *window);

G_END_DECLS
