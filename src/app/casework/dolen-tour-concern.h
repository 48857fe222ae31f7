/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/* The tour's stops for concerns and appointments, with invented data. */
void dolen_tour_show_concern (DolenWindow *window);
void dolen_tour_show_concern_step (DolenWindow *window);
void dolen_tour_show_appointment (DolenWindow *window);
void dolen_tour_show_calendar (DolenWindow *window);
void dolen_tour_show_numbers (DolenWindow *window);
void dolen_tour_show_appointment_outcome (DolenWindow *window);

/** dolen_tour_add_concerns: a concern about one of the people and two visits, one late back. */
void dolen_tour_add_concerns (DolenCasework *casework);

G_END_DECLS
