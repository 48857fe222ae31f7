/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dolen_for_whom_says:
 * @text: (nullable): what a service says of itself, plain text
 * @words: words of it, as they stand there
 *
 * Whether @words say for whom the service is: "singing for people with dementia", "for blind and
 * partially sighted people", "stroke survivors and their families"; and not what it also helps
 * with, or who may come as well ("including people with dementia", "you need not be a farmer").
 *
 * Returns: FALSE where nothing plainly says so
 */
gboolean dolen_for_whom_says (const char *text, const char *words);

G_END_DECLS
