/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"
#include "directory/dolen-writer.h"

G_BEGIN_DECLS

/** dolen_store_source: writes @source where it is new or differs; its id and uid are set. */
gboolean dolen_store_source (DolenDirectory *dir, DolenSource *source, GError **error);

/** dolen_store_import_time: that an import changed something of the source (its row id) @at. */
gboolean dolen_store_import_time (DolenDirectory *dir, gint64 source, gint64 at, GError **error);

G_END_DECLS
