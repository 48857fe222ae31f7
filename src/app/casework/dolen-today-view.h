/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The place Today while the case records are open: what is overdue, due today, due this week, and
 * what was left half written. Actions: "today.finish" (s): the small form of a follow-up;
 * "today.person" (s); "today.go-on" (s): a draft referral.
 */
#define DOLEN_TYPE_TODAY_VIEW (dolen_today_view_get_type ())
G_DECLARE_FINAL_TYPE (DolenTodayView, dolen_today_view, DOLEN, TODAY_VIEW, AdwBin)

GtkWidget *dolen_today_view_new (DolenSession *session);

/** dolen_today_view_refresh: reads it again at once. */
void dolen_today_view_refresh (DolenTodayView *self);

G_END_DECLS
