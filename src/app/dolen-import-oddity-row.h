/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dolen-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_import_oddity_row_new: (transfer floating): one kind of what was odd in a feed: how often,
 *  and the first few in words. */
GtkWidget *dolen_import_oddity_row_new (const DolenImportReport *report, DolenOddity kind);

G_END_DECLS
