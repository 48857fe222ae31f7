/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/out/dolen-export.h"

G_BEGIN_DECLS

/* An export in words, in the language of the window. */

/** dolen_export_form_title, _note: what a form is for, and what it is; not owned. */
const char *dolen_export_form_title (DolenExportFormat format);
const char *dolen_export_form_note (DolenExportFormat format);

/** dolen_export_form_is_folder: whether it is written as a folder and not as one file. */
gboolean dolen_export_form_is_folder (DolenExportFormat format);

/** dolen_export_file_name: (transfer full): what is proposed for its file on that day. */
char *dolen_export_file_name (DolenExportFormat format, const char *today);

/** dolen_export_leaves, _stays: what goes out and what does not; not owned. */
const char *dolen_export_leaves (void);
const char *dolen_export_stays (void);

/** dolen_export_written: (transfer full): "186 services written." */
char *dolen_export_written (const DolenExportReport *report);

/** dolen_export_kept_back: (transfer full) (nullable): "Kept back: 12 not listed or closed, 2
 *  hidden places."; NULL where nothing was. */
char *dolen_export_kept_back (const DolenExportReport *report);

G_END_DECLS
