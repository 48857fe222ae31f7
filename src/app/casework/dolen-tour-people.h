/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* The stops of the tour that show casework; each brings @window there. */
void dolen_tour_show_person (DolenWindow *window);
void dolen_tour_show_person_end (DolenWindow *window);
void dolen_tour_show_add_person (DolenWindow *window);
void dolen_tour_show_change_person (DolenWindow *window);
void dolen_tour_show_refer (DolenWindow *window);
void dolen_tour_show_follow_up (DolenWindow *window);
void dolen_tour_show_new_vault (DolenWindow *window);
void dolen_tour_show_locked (DolenWindow *window);

/** dolen_tour_show_empty, _nobody: of a new profile: case records with nobody in them. */
void dolen_tour_show_empty (DolenWindow *window);
void dolen_tour_show_nobody (DolenWindow *window);

/** dolen_tour_act: an action of the shown page: of the first widget that has it. @parameter:
 * (nullable) (transfer floating) */
void dolen_tour_act (DolenWindow *window, const char *name, GVariant *parameter);

/** dolen_tour_tidy_up: before each stop: unlocked again, nobody open. */
void dolen_tour_tidy_up (DolenWindow *window);

G_END_DECLS
