/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/dolen-records.h"
#include "matching/dolen-ranking.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the case records know of a service: for the open person that it was tried, or that a rule
 * was set aside for it, with what can be done about that; and how it answered our referrals. */

/** dolen_detail_known_add_lines: for the open person, above the reasons of @why: that it was tried,
 *  that a rule was set aside for it, by whom, when and why. */
void dolen_detail_known_add_lines (GtkBox *why, DolenSession *session, const DolenService *service);

/** dolen_detail_known_add_buttons: below the reasons: what can be done about it. @band: in which
 * the service falls for them; @reasons: (element-type DolenReason) */
void dolen_detail_known_add_buttons (GtkBox *why,
                                     DolenSession *session,
                                     const DolenService *service,
                                     DolenBand band,
                                     const GPtrArray *reasons);

/** dolen_detail_known_add_answers: how it answered, below its places; nothing while the case
 * records are locked, or where we asked too few times. */
void dolen_detail_known_add_answers (GtkBox *part, DolenSession *session, const char *service);

G_END_DECLS
