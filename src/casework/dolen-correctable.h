/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-c/json.h>

/** dolen_correctable_field: (nullable): (dolen-casework-correct.c) the field of a record of the
 * type @record that holds words somebody wrote, and that may be put right. */
const char *dolen_correctable_field (const char *record);

/** dolen_correctable_text: (nullable) (transfer none): that field in @set. */
const char *dolen_correctable_text (const char *record, struct json_object *set);
