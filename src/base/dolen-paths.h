/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_path_is_uninstalled: whether the program runs from the folder it was built in; then data
 *  and catalogues are those of the sources. */
gboolean dolen_path_is_uninstalled (void);

/** dolen_path_data: (transfer full): a file of the installed data ("vocabulary/needs.json");
 *  DOLEN_DATA_DIR replaces the folder when run from a build folder. */
char *dolen_path_data (const char *relative);

/** dolen_path_locale: the folder of the message catalogues; DOLEN_LOCALE_DIR replaces it. */
const char *dolen_path_locale (void);

/** dolen_path_schemas: (nullable): where the settings' schema stands when the program is not
 *  installed, for GSETTINGS_SCHEMA_DIR. */
const char *dolen_path_schemas (void);

/** dolen_path_user_folder: (transfer full): where a profile stands unless --directory names
 *  another: the XDG data folder, "dolen". */
char *dolen_path_user_folder (void);

G_END_DECLS
