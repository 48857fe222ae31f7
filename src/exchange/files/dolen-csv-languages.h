/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/** dolen_csv_add_languages: the languages a cell names: "E/W", "English with some Welsh"; "yes"
 *  under "Welsh" is Welsh. Returns: whether all of it is known; the rest stays as a name. */
gboolean dolen_csv_add_languages (json_object *list, const char *heading, const char *text);

G_END_DECLS
