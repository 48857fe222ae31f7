/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tool/dolen-tool.h"

G_BEGIN_DECLS

/** dolen_tool_service_to_json: (transfer full): a service with all that hangs on it; what is not
 *  known is left out. Addresses that are to be hidden are not in it. */
json_object *dolen_tool_service_to_json (const DolenService *service,
                                         const DolenOrganisation *organisation);

G_END_DECLS
