/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* Stops of the tour at the queue; see dolen-tour.h. */

void dolen_tour_show_queue (DolenWindow *window);
/** A call in which some facts were ticked and one is being changed. */
void dolen_tour_show_queue_call (DolenWindow *window);
/** A call that nobody answered: when to try again. */
void dolen_tour_show_queue_no_answer (DolenWindow *window);

/** Words that only a rule has read. */
void dolen_tour_show_queue_tags (DolenWindow *window);
/** A form for a group, and the same with answers put in. */
void dolen_tour_show_queue_form_out (DolenWindow *window);
void dolen_tour_show_queue_form_in (DolenWindow *window);
void dolen_tour_show_queue_suggest (DolenWindow *window);
void dolen_tour_show_queue_completeness (DolenWindow *window);

/** dolen_tour_queue_is_ready: the queue has been read, and the card stands as the stop wants it. */
gboolean dolen_tour_queue_is_ready (DolenWindow *window);

G_END_DECLS
