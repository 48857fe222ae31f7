/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file of JSON records written one after the other, for the import to read: {"items": [...]}. */
typedef struct _DolenJsonArrayFile DolenJsonArrayFile;

DolenJsonArrayFile *dolen_json_array_file_new (const char *path, GError **error);
/** dolen_json_array_file_add: @json: one record. */
gboolean dolen_json_array_file_add (DolenJsonArrayFile *file, const char *json, GError **error);
gboolean dolen_json_array_file_finish (DolenJsonArrayFile *file, GError **error);
void dolen_json_array_file_free (DolenJsonArrayFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenJsonArrayFile, dolen_json_array_file_free)

G_END_DECLS
