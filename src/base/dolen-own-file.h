/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * dolen_own_file_write:
 * @path: where it was asked for
 * @error: G_IO_ERROR
 *
 * The file alone, no temporary one beside it; its owner alone may read it, and nothing of what
 * stood there before is left in it. (g_file_set_contents_full() without its flags leaves the tail
 * of a longer file: GLib 2.74.) What could not be written whole is taken away.
 */
gboolean dolen_own_file_write (const char *path, const void *bytes, gsize length, GError **error);

G_END_DECLS
