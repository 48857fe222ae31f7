/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/* A small JSON file of the program's own: settings that a person may also have written by hand. */

/**
 * dolen_json_file_read:
 * @error: G_FILE_ERROR, G_FILE_ERROR_NOENT where there is none; DOLEN_ERROR_INVALID with the byte
 *   where it is no JSON object; DOLEN_ERROR_TOO_LARGE over 4 MiB
 *
 * Returns: (transfer full) (nullable): its object, for json_object_put()
 */
json_object *dolen_json_file_read (const char *path, GError **error);

/** dolen_json_file_write: whole or not at all, for the owner alone: a power cut leaves the former
 *  file or this one. @error: G_FILE_ERROR */
gboolean dolen_json_file_write (const char *path, json_object *root, GError **error);

/** dolen_json_file_keep: the same; a file that would say nothing is taken away instead. */
gboolean dolen_json_file_keep (const char *path, json_object *root, GError **error);

G_END_DECLS
