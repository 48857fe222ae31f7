/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/** dolen_tour_show_changes_out, _in: changes of listings that are suggested, as they are sent and
 *  as they are read; none of them stays in the queue. */
void dolen_tour_show_changes_out (DolenWindow *window);
void dolen_tour_show_changes_in (DolenWindow *window);

G_END_DECLS
