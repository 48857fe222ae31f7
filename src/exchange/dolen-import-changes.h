/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dolen-import.h"

G_BEGIN_DECLS

/** dolen_import_wants_changes: whether so few services have changed so far that they are named. */
gboolean dolen_import_wants_changes (const DolenImportReport *report);

/** dolen_import_note_change: adds a line to @report where the two differ in what people see: "Knit
 * & Natter: Cost £3 → £4". Of contacts it says that they changed, and not how. */
void dolen_import_note_change (DolenImportReport *report,
                               const DolenService *before,
                               const DolenService *after);

G_END_DECLS
