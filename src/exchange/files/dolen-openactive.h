/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * Sessions as OpenActive feeds give them (openactive.io/modelling-opportunity-data: schema.org's
 * words in JSON-LD, inside the items of an RPDE page) in the form of HSDS.
 */

/** dolen_openactive_is_item: whether @record is an item of an RPDE page that holds a session. */
gboolean dolen_openactive_is_item (json_object *record);

/**
 * dolen_openactive_convert:
 * @record: such an item
 * @why: (out): static, a sentence, where nothing is returned
 *
 * Returns: (transfer full) (nullable): the item with a service in the form of HSDS as its data. A
 * date of a series that carries the series is that series; one that only points at it is NULL.
 */
json_object *dolen_openactive_convert (json_object *record, const char **why);

G_END_DECLS
