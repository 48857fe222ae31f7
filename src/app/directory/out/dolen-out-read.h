/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "base/dolen-worker.h"

G_BEGIN_DECLS

/**
 * dolen_out_read:
 * @job: as for dolen_session_run(), but its connection only reads
 * @callback: in the main thread
 *
 * What reads the whole directory does it in a thread of its own, so that nobody's save, undo or
 * queue waits for it: all of it as it stood at one moment, after what was being saved when this was
 * called.
 *
 * Returns: (transfer full): the thread; dolen_worker_finish() waits until it has ended, which after
 *   a cancel is at once
 */
DolenWorker *dolen_out_read (DolenSession *session,
                             const DolenSessionJob *job,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/** dolen_out_read_finish: (transfer full) (nullable): what the function returned. */
gpointer dolen_out_read_finish (DolenSession *session, GAsyncResult *result, GError **error);

G_END_DECLS
