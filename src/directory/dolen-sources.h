/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"
#include "directory/dolen-writer.h"

G_BEGIN_DECLS

/** dolen_store_source: writes @source as of an import at @now; its id and uid are set. */
gboolean dolen_store_source (DolenDirectory *dir, DolenSource *source, gint64 now, GError **error);

G_END_DECLS
