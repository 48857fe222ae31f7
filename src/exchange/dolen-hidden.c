/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-hidden.h"

#include "format/dolen-json-value.h"

#include <glib.h>

/* A place's own keys that say where it is, in every dialect. */
static const char *const telling[]
    = { "addresses",   "physical_addresses", "address",  "address_1",      "address_2",
        "postal_code", "postcode",           "latitude", "longitude",      "geometry",
        "point",       "description",        "url",      "transportation", "external_identifier" };

static gboolean
hides_address (struct json_object *place)
{
  return dolen_json_get_flag (place, "x_dolen_hide_address")
         || dolen_json_get_flag (place, "mask_exact_address");
}

void
dolen_hidden_strip (struct json_object *record)
{
  if (json_object_is_type (record, json_type_array)) {
    for (size_t i = 0; i < json_object_array_length (record); i++)
      dolen_hidden_strip (json_object_array_get_idx (record, i));
    return;
  }
  if (!json_object_is_type (record, json_type_object))
    return;
  if (hides_address (record))
    for (gsize i = 0; i < G_N_ELEMENTS (telling); i++)
      json_object_object_del (record, telling[i]);
  json_object_object_foreach (record, key, value)
  {
    (void) key;
    dolen_hidden_strip (value);
  }
}
