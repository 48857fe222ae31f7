/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* Stops of the tour: a page of a conversation each. */

void dolen_tour_show_talk_matters (DolenWindow *window);
void dolen_tour_show_talk_enjoy (DolenWindow *window);
void dolen_tour_show_talk_kinds (DolenWindow *window);
void dolen_tour_show_talk_hinders (DolenWindow *window);
void dolen_tour_show_talk_where (DolenWindow *window);
void dolen_tour_show_talk_when (DolenWindow *window);
void dolen_tour_show_talk_found (DolenWindow *window);
void dolen_tour_show_talk_back (DolenWindow *window);
void dolen_tour_show_talk_taken (DolenWindow *window);

/** dolen_tour_end_talk: takes what is there of it away. */
void dolen_tour_end_talk (DolenWindow *window);

G_END_DECLS
