/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"

G_BEGIN_DECLS

/** dolen_directory_schema: (transfer none): what directory.db is: its tables, the view
 *  service_card, its tokenizer and functions. */
const DolenSchema *dolen_directory_schema (void);

G_END_DECLS
