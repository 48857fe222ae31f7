/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A table before it comes in: what each column holds, the first rows as they would be read, and
 * what is wrong by row and column. Signals: "import" (the button), "failed" (the table cannot be
 * read: dolen_import_table_get_error()).
 */
#define DOLEN_TYPE_IMPORT_TABLE (dolen_import_table_get_type ())
G_DECLARE_FINAL_TYPE (DolenImportTable, dolen_import_table, DOLEN, IMPORT_TABLE, AdwBin)

/** dolen_import_table_load: reads the first table of @paths (NULL-terminated). */
void
dolen_import_table_load (DolenImportTable *self, DolenSession *session, const char *const *paths);

/** dolen_import_table_choose: @choice: (out caller-allocates): what was chosen. */
void dolen_import_table_choose (DolenImportTable *self, DolenImportChoice *choice);

/** dolen_import_table_get_error: (transfer none) (nullable). */
const GError *dolen_import_table_get_error (DolenImportTable *self);

G_END_DECLS
