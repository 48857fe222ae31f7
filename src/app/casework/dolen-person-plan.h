/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The plan on a person's page. Its buttons activate actions of the page:
 * "person.record" (ss): referral, nick of a state; "person.go-on" (s): a draft;
 * "person.finish", "person.move", "person.stop" (s): a follow-up; "person.next-contact".
 */

/** dolen_person_plan_new: (transfer floating): referrals and signposting, each with its line of
 * dots. */
GtkWidget *dolen_person_plan_new (DolenSession *session, const char *person);

/** dolen_person_follow_ups_new: (transfer floating): what is planned, by date; nothing new is
 *  planned for those who died. */
GtkWidget *dolen_person_follow_ups_new (DolenSession *session, const char *person);

G_END_DECLS
