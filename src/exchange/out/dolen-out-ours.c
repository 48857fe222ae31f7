/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-ours.h"

#include "base/dolen-id.h"
#include "exchange/out/dolen-out-values.h"
#include "format/dolen-json-value.h"

/* What stands before the first may have been kept back. */
#define KEPT_BACK 4

static gboolean
is_part_of (json_object *part, const char *owner, const char *kind)
{
  g_autofree char *id = dolen_json_get_line (part, "id");

  for (guint i = 0; id != NULL && i < KEPT_BACK; i++) {
    g_autofree char *made = dolen_out_part_id (owner, kind, i);

    if (g_str_equal (id, made))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_place_of (json_object *at_location, const char *owner)
{
  g_autofree char *id = dolen_json_get_line (at_location, "id");
  g_autofree char *place = dolen_json_get_line (dolen_json_get (at_location, "location"), "id");
  g_autofree char *made = NULL;

  if (id == NULL || place == NULL)
    return FALSE;
  made = dolen_out_at_location_id (owner, place);
  return g_str_equal (id, made);
}

gboolean
dolen_out_record_is_ours (json_object *service)
{
  static const struct {
    const char *key, *kind;
  } LISTS[] = { { "schedules", "schedule" },         { "languages", "language" },
                { "cost_options", "cost" },          { "contacts", "contact" },
                { "service_areas", "service-area" }, { "contacts", "contact-own" } };
  g_autofree char *id = dolen_json_get_line (service, "id");

  if (id == NULL || !dolen_id_is_valid (id))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (LISTS); i++)
    if (is_part_of (dolen_json_at (dolen_json_get (service, LISTS[i].key), 0), id, LISTS[i].kind))
      return TRUE;
  return is_place_of (dolen_json_at (dolen_json_get (service, "service_at_locations"), 0), id);
}
