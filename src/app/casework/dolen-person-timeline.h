/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Everything that was recorded about a person, newest first, to be filtered by kind. What was taken
 * back stays, struck through. A note's menu activates "person.move-note" (s) and
 * "person.redact-note" (ss: note, event).
 */
#define DOLEN_TYPE_PERSON_TIMELINE (dolen_person_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DolenPersonTimeline, dolen_person_timeline, DOLEN, PERSON_TIMELINE, AdwBin)

GtkWidget *dolen_person_timeline_new (DolenSession *session, const char *person);

/** dolen_person_timeline_refresh: reads it again. */
void dolen_person_timeline_refresh (DolenPersonTimeline *self);

/** dolen_person_timeline_get_filter, _set_filter: 0 everything, then notes, referrals, follow-ups,
 *  the record itself. */
guint dolen_person_timeline_get_filter (DolenPersonTimeline *self);
void dolen_person_timeline_set_filter (DolenPersonTimeline *self, guint filter);

G_END_DECLS
