/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_regex_once: (transfer none): @pattern, compiled when it is first asked for; any thread may
 *  ask. @kept: a static variable, where it stays as long as the program runs. A pattern that is
 *  none is a fault of the program. */
GRegex *dolen_regex_once (GRegex **kept, const char *pattern, GRegexCompileFlags flags);

G_END_DECLS
