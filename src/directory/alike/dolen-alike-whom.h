/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/alike/dolen-alike-book.h"

G_BEGIN_DECLS

/** dolen_alike_read_whom: what the names and texts of all records say of whom they are for, on
 * which days, and that there is something for hire. */
void dolen_alike_read_whom (DolenAlikeBook *book);

G_END_DECLS
