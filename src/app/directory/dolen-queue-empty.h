/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-queue-read.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_queue_empty_new: (transfer floating): what stands where the queue has no rows: that there
 *  is nothing to check and what comes next, or how to see the rest. @narrow: the filter leaves
 *  things out. @no_listings: the directory holds nothing yet. */
GtkWidget *
dolen_queue_empty_new (const DolenQueueRead *read, gboolean narrow, gboolean no_listings);

/** dolen_queue_next_say: (transfer full): "Next: Ring ..., on 5 May"; "" where nothing is put off.
 */
char *dolen_queue_next_say (const DolenQueueRead *read);

G_END_DECLS
