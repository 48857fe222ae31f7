/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/** dolen_out_record_is_ours: whether a service in the form of ORUK 3.0, which has no room for a
 *  word on it, was written by a Dolen: the ids of its parts are made of its own as only we make
 *  them. FALSE where it has no such parts. */
gboolean dolen_out_record_is_ours (json_object *service);

G_END_DECLS
