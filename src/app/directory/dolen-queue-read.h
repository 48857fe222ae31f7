/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/keeping/dolen-queue.h"

G_BEGIN_DECLS

/* Reading the queue in the worker. */

/** DolenQueueRead: what was read; free with dolen_queue_read_free(). */
typedef struct {
  DolenQueueList *list;
  DolenKeepingRules rules; /* of this profile */
  char **curators;         /* who has something given to them */
  DolenQueueItem *next;    /* (nullable): where nothing is to be done: what comes back first */
  char *next_on;           /* (nullable): and when */
  char *area;              /* (nullable): a sentence: why nothing is in the area asked for */
} DolenQueueRead;

void dolen_queue_read_free (DolenQueueRead *read);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenQueueRead, dolen_queue_read_free)

/** dolen_queue_read_async: @query: copied. */
void dolen_queue_read_async (DolenSession *session,
                             const DolenQueueQuery *query,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/** dolen_queue_read_finish: (transfer full) (nullable) */
DolenQueueRead *
dolen_queue_read_finish (DolenSession *session, GAsyncResult *result, GError **error);

/** dolen_queue_rules_path: (transfer full): where this profile's rules stand. */
char *dolen_queue_rules_path (DolenSession *session);

G_END_DECLS
