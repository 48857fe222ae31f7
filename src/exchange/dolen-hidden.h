/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-c/json.h>

/**
 * dolen_hidden_strip:
 * @record: a feed's record, changed in place
 *
 * Takes street, postcode and position out of every place that hides its address, wherever it stands
 * in the record: what is kept as provenance must not tell what the directory does not.
 */
void dolen_hidden_strip (struct json_object *record);
