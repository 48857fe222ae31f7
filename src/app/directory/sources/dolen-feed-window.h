/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Adding a feed: its address is looked at first, and what stands there is shown; only then it is
 * added and read.
 */
#define DOLEN_TYPE_FEED_WINDOW (dolen_feed_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenFeedWindow, dolen_feed_window, DOLEN, FEED_WINDOW, AdwWindow)

GtkWindow *dolen_feed_window_new (DolenSession *session);

/** dolen_feed_window_type: as if a person typed the address and the name; for tests and the tour.
 */
void dolen_feed_window_type (DolenFeedWindow *self, const char *address, const char *name);
/** dolen_feed_window_look: as if a person pressed "Look"; _add: "Add and read". */
void dolen_feed_window_look (DolenFeedWindow *self);
void dolen_feed_window_add (DolenFeedWindow *self);
/** dolen_feed_window_get_text: (transfer none): what the window says of the address. */
const char *dolen_feed_window_get_text (DolenFeedWindow *self);
/** dolen_feed_window_can_add: whether the address was looked at and is a feed. */
gboolean dolen_feed_window_can_add (DolenFeedWindow *self);

G_END_DECLS
