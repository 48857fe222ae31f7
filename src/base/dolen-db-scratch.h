/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"

G_BEGIN_DECLS

/** dolen_db_open_scratch: (transfer full): what dolen_db_serialize() gave, in memory, to be written
 * in: to see what would come of it. @image, of the version of @schema, stays as it is. Errors as
 * dolen_db_open_image(). */
DolenDb *dolen_db_open_scratch (GBytes *image, const DolenSchema *schema, GError **error);

G_END_DECLS
