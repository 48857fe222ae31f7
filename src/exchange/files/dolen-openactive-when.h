/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/** dolen_openactive_schedules: (transfer full): when a session is, in the form of HSDS: its
 *  eventSchedule, else its one date. */
json_object *dolen_openactive_schedules (json_object *session);

G_END_DECLS
