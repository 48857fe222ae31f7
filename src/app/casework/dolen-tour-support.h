/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-window.h"

G_BEGIN_DECLS

/** dolen_tour_invent_support: goals, contacts and a consent of the first person, days before the
 *  clock of now. */
gboolean dolen_tour_invent_support (DolenCasework *casework, gint64 now, GError **error);

/* Stops of the tour: the spell of support. */
void dolen_tour_show_support_record (DolenWindow *window);
void dolen_tour_show_support_timeline (DolenWindow *window);
void dolen_tour_show_support_goals (DolenWindow *window);
void dolen_tour_show_support_closing (DolenWindow *window);
void dolen_tour_show_support_consent (DolenWindow *window);
void dolen_tour_show_support_letter (DolenWindow *window);
void dolen_tour_show_closed (DolenWindow *window);

/** dolen_tour_reopen: takes back what dolen_tour_show_closed() did. */
void dolen_tour_reopen (DolenWindow *window);
void dolen_tour_show_support_contact (DolenWindow *window);

G_END_DECLS
