/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Hands things on, in their order, to a thread of its own: while one core opens events, another
 * decodes them, and makes of them what they say. What the taker touches is the thread's until
 * dolen_relay_finish() has returned.
 */
typedef struct _DolenRelay DolenRelay;

typedef void (*DolenRelayFunc) (gpointer item, gpointer user_data);

/** dolen_relay_new: (transfer full): @take runs in the thread, once an item; @free_item, after it,
 * in that of whoever passes: two threads that free each other's memory wait for each other. */
DolenRelay *dolen_relay_new (DolenRelayFunc take, GDestroyNotify free_item, gpointer user_data);

/** dolen_relay_pass: @item: (transfer full). Waits where the taker lags far behind. */
void dolen_relay_pass (DolenRelay *relay, gpointer item);

/** dolen_relay_finish: waits until all were taken, and frees @relay. NULL is allowed. */
void dolen_relay_finish (DolenRelay *relay);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRelay, dolen_relay_finish)

G_END_DECLS
