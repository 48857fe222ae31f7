/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/keeping/dolen-queue.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_queue_marks_new: (transfer floating): whose a row of the queue is, by when, and putting it
 *  off with a reason: at the end of its card. Each is written by itself, with its undo. */
GtkWidget *dolen_queue_marks_new (DolenSession *session, const DolenQueueItem *item);

G_END_DECLS
