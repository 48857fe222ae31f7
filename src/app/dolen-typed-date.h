/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_typed_date_parse: (transfer full) (nullable): a civil date as somebody types it here:
 *  "2026-05-03", "3/5/2026", "3.5.2026", "3 May 2026"; NULL where it is none. */
char *dolen_typed_date_parse (const char *typed);

/** dolen_typed_date_format: (transfer full): the civil date @date as it would be typed here:
 *  "3/5/2026"; "" for none. */
char *dolen_typed_date_format (const char *date);

/** dolen_typed_time_parse: (transfer full) (nullable): "HH:MM" of what somebody typed: "14:30",
 *  "2.30pm", "2 pm", "9"; NULL where it is no time of day. */
char *dolen_typed_time_parse (const char *typed);

G_END_DECLS
