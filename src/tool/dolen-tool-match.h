/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-reasons.h"
#include "tool/dolen-tool.h"

G_BEGIN_DECLS

/* What dolenctl match prints. */

/** dolen_tool_match_to_json: (transfer full): one service of a ranking of @facts, with its
 *  @reasons (element-type DolenReason) and what could help. */
json_object *dolen_tool_match_to_json (DolenDirectory *directory,
                                       DolenFacts *facts,
                                       const DolenProfile *profile,
                                       const DolenMatch *match,
                                       const DolenService *service,
                                       const GPtrArray *reasons);

G_END_DECLS
