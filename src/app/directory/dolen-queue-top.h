/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/keeping/dolen-queue.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_queue_top_new: (transfer floating): what the card of a row begins with: what it is about,
 *  who runs it, why now; and the listing, opened by its name. */
GtkWidget *dolen_queue_top_new (DolenSession *session, const DolenQueueItem *item);

/** dolen_queue_number_new: (transfer floating): the number to ring, large, to copy or to ring; whom
 *  to ask for, in which language; the last attempts. */
GtkWidget *dolen_queue_number_new (DolenSession *session, const DolenQueueItem *item);

G_END_DECLS
