/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Directory, "Queue": what there is to check, most useful first, and beside it (a page of its own
 * where the window is narrow) the card of one row. What was begun on a card stays while others are
 * looked at.
 *
 * A DolenPage; dolen_page_go (widget, "directory", "call", UID) shows the row about a listing,
 * where there is one. Keys: Ctrl+Return saves; single letters are an option (setting
 * "queue-letter-keys"): see dolen-queue-keys.h.
 */
#define DOLEN_TYPE_QUEUE_VIEW (dolen_queue_view_get_type ())
G_DECLARE_FINAL_TYPE (DolenQueueView, dolen_queue_view, DOLEN, QUEUE_VIEW, AdwBin)

GtkWidget *dolen_queue_view_new (DolenSession *session);

/** dolen_queue_view_get_card: (transfer none) (nullable): the card that is shown. */
GtkWidget *dolen_queue_view_get_card (DolenQueueView *self);

/** dolen_queue_view_choose: the row at @index of those shown, as a click on it does. FALSE where
 *  there is none. */
gboolean dolen_queue_view_choose (DolenQueueView *self, guint index);

/** dolen_queue_view_step: the row @by further down (or up) than what is shown. */
void dolen_queue_view_step (DolenQueueView *self, int by);

/** dolen_queue_view_get_total: how many rows there are of what the filter asks for. */
guint dolen_queue_view_get_total (DolenQueueView *self);

/** dolen_queue_view_is_ready: whether the queue has been read; for tests and the tour. */
gboolean dolen_queue_view_is_ready (DolenQueueView *self);

G_END_DECLS
