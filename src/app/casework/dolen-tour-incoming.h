/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* Stops of the tour: coming in. */
void dolen_tour_show_incoming (DolenWindow *window);
void dolen_tour_show_waiting (DolenWindow *window);
void dolen_tour_show_refer_in (DolenWindow *window);
void dolen_tour_show_triage (DolenWindow *window);
void dolen_tour_show_tell (DolenWindow *window);
void dolen_tour_show_try (DolenWindow *window);
void dolen_tour_show_record (DolenWindow *window);

G_END_DECLS
