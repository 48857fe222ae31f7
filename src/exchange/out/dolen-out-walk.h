/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/out/dolen-export.h"
#include "exchange/out/dolen-out-writer.h"

G_BEGIN_DECLS

/** dolen_out_walk: gives @writer each service that may leave, cleaned, with its organisation, of
 *  those @sources takes; does not finish it. */
gboolean dolen_out_walk (DolenDirectory *dir,
                         DolenOutWriter *writer,
                         const DolenOutSources *sources,
                         DolenExportFormat format,
                         const DolenExportOptions *options,
                         DolenExportReport *report,
                         GError **error);

G_END_DECLS
