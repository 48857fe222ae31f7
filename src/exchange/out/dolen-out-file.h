/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/* A file that is there whole or not at all: what stood there before stays until the new one is. */
typedef struct _DolenOutFile DolenOutFile;

/** dolen_out_file_new: @path: where it will be. @error: of GIO, the path named. */
DolenOutFile *dolen_out_file_new (const char *path, GError **error);

/** dolen_out_file_free: without dolen_out_file_finish() nothing has changed. */
void dolen_out_file_free (DolenOutFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenOutFile, dolen_out_file_free)

gboolean dolen_out_file_add (DolenOutFile *file, const char *text, GError **error);

/** dolen_out_file_add_json: @value: (transfer none): on one line. */
gboolean dolen_out_file_add_json (DolenOutFile *file, json_object *value, GError **error);

/** dolen_out_file_finish: puts the file in its place. */
gboolean dolen_out_file_finish (DolenOutFile *file, GError **error);

/** dolen_out_file_write: all of it in one call. */
gboolean dolen_out_file_write (const char *path, const char *text, GError **error);

G_END_DECLS
