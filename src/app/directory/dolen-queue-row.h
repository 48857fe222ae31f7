/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/keeping/dolen-queue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_queue_row_new: (transfer floating): a GtkListBoxRow: the row as a whole sentence, and in
 *  small whose it is, by when, the last call. @today: civil date. */
GtkWidget *dolen_queue_row_new (const DolenQueueItem *item, const char *today);

/** dolen_queue_row_get_key: (transfer none): what tells the row from others. */
const char *dolen_queue_row_get_key (GtkWidget *row);

/** dolen_queue_item_key: (transfer full): the same of an item. */
char *dolen_queue_item_key (const DolenQueueItem *item);

G_END_DECLS
