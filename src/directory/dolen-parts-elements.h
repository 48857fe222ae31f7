/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Parts of one element: "check:WHAT", "tag:KIND:SCHEME:CODE", "permission:UID". See dolen-parts.h,
 * which these serve. */

gboolean dolen_element_exists (const char *kind, const char *name);
char *dolen_element_to_json (const char *kind, gconstpointer record, const char *name);
gboolean
dolen_element_from_json (const char *kind, gpointer record, const char *name, const char *json);

G_END_DECLS
