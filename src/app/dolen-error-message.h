/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dolen_error_to_message:
 * @error: any error of the core, of GIO or of GLib
 *
 * What a person is told, in the language of the window: what happened and what can be done, without
 * codes. Where the error itself names the place (file, record, byte) that follows in a second
 * sentence. Plain text, no markup.
 *
 * Returns: (transfer full): the message; NULL for G_IO_ERROR_CANCELLED, which is no error to a
 * person
 */
char *dolen_error_to_message (const GError *error);

/** dolen_error_title: (transfer none): the sentence for a code alone, for tests and status pages.
 */
const char *dolen_error_title (int code);

G_END_DECLS
