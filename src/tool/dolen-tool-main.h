/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_tool_main: runs the command that @arguments (NULL-terminated, the program first) name.
 *  Returns: the status to exit with. */
int dolen_tool_main (char **arguments);

G_END_DECLS
