/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/vault/dolen-seal.h"

G_BEGIN_DECLS

/**
 * dolen_tombstone_put: destroys in keys.db whatever stands under @id, a person's key or a worker's
 * slot with what is known of them and their boxes, and leaves a mark that it was.
 * @at: instant of the first destruction; an older mark stays
 *
 * In the caller's transaction; the write-ahead log is the caller's to empty.
 */
gboolean dolen_tombstone_put (DolenDb *db, const guint8 *id, gint64 at, GError **error);

G_END_DECLS
