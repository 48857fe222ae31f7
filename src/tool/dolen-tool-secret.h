/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dolen_tool_ask_secret:
 * @fd: a file descriptor whose first line it is, or -1: it is asked for on the terminal
 * @prompt: what is asked
 * @error: DOLEN_ERROR_INVALID where there is no terminal and no @fd, or nothing comes
 *
 * Never from the command line or the environment, which other programs can read.
 *
 * Returns: (transfer full): what was typed; free with dolen_wipe_string()
 */
char *dolen_tool_ask_secret (int fd, const char *prompt, GError **error);

G_END_DECLS
