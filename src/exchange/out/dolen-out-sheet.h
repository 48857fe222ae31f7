/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_out_sheet_is_ours: whether @headings of a table are those of the spreadsheet that a Dolen
 *  exports, in either language; other columns may stand among them, and some be gone. */
gboolean dolen_out_sheet_is_ours (const char *const *headings, gsize n);

/** dolen_out_sheet_is_organisation_id: whether @heading is that of our column, in either language.
 */
gboolean dolen_out_sheet_is_organisation_id (const char *heading);

G_END_DECLS
