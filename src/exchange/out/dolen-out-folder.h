/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/** dolen_out_folder_mark: says in a file that the folder around it is one of ours. */
void dolen_out_folder_mark (json_object *object);

/** dolen_out_folder_make: where it is not there. @error: G_FILE_ERROR. */
gboolean dolen_out_folder_make (const char *path, GError **error);

/**
 * dolen_out_folder_prepare:
 * @path: made if it is not there
 * @marked: the name of the file in it that dolen_out_folder_mark() marked when it was written
 *   before
 * @error: G_FILE_ERROR; DOLEN_ERROR_NOT_ALLOWED where the folder holds other files and no such
 *   mark: an export writes over nothing of somebody's
 */
gboolean dolen_out_folder_prepare (const char *path, const char *marked, GError **error);

G_END_DECLS
