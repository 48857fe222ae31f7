/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"

G_BEGIN_DECLS

/** dolen_scrub: empties the write-ahead log of @db, in which the sealed bytes of what was destroyed
 * still stand. Outside a transaction. FALSE: not now (a drive that fails, a program that reads the
 * file): what was destroyed is destroyed all the same, and the next opening empties the log. */
gboolean dolen_scrub (DolenDb *db);

G_END_DECLS
