/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* What goes out, for the tour: choices on a plan, the rules, an answer that came. */

/** dolen_tour_add_outgoing: puts choices on the plans of the tour's people. */
void dolen_tour_add_outgoing (DolenCasework *casework);

void dolen_tour_show_rules (DolenWindow *window);
void dolen_tour_show_slip (DolenWindow *window);
void dolen_tour_show_pause (DolenWindow *window);
void dolen_tour_show_answer (DolenWindow *window);
void dolen_tour_show_sent_letter (DolenWindow *window);

G_END_DECLS
