/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tool/dolen-tool.h"

G_BEGIN_DECLS

/** dolen_tool_service_to_json: (transfer full): a service with all that hangs on it; what is not
 *  known is left out. Addresses that are to be hidden are not in it. */
json_object *dolen_tool_service_to_json (const DolenService *service,
                                         const DolenOrganisation *organisation);

/** dolen_tool_print_state: prints that a group is closed, paused, gone from its feed or not to be
 *  listed, a line each with day, reason and what came in its place; nothing where it runs. */
void dolen_tool_print_state (DolenDirectory *directory,
                             const DolenService *service,
                             DolenLanguage language);

/** dolen_tool_print_history: prints what was changed of the record @uid, the newest first. */
gboolean dolen_tool_print_history (DolenDirectory *directory, const char *uid, GError **error);

/** dolen_tool_source_name: (transfer full) (nullable): of the feed. @source_uid: (nullable) */
char *dolen_tool_source_name (DolenDirectory *directory, const char *source_uid);

/** dolen_tool_last_confirmation: (transfer none) (nullable): the last that confirmed something. */
const DolenConfirmation *dolen_tool_last_confirmation (const DolenService *service);

/** dolen_tool_say_source: (transfer full): where a listing comes from and when somebody last
 *  confirmed it, in a line. */
char *dolen_tool_say_source (DolenDirectory *directory,
                             const DolenService *service,
                             DolenLanguage language);

G_END_DECLS
