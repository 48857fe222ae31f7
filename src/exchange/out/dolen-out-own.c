/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-values.h"

/* What no standard carries, under our own keys, as data/sample/README.md describes them. */

static void
add_codes (json_object *object, const char *key, guint bits, const char *const *codes, gsize n)
{
  json_object *list = json_object_new_array ();

  for (gsize i = 0; i < n; i++)
    if ((bits & (1u << i)) != 0)
      json_object_array_add (list, json_object_new_string (codes[i]));
  dolen_out_list (object, key, list);
}

static json_object *
make_capacity (const DolenService *service)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < service->capacities->len; i++) {
    const DolenCapacity *capacity = service->capacities->pdata[i];
    json_object *item = json_object_new_object ();

    dolen_out_text (item, "status", dolen_capacity_status_code (capacity->status));
    dolen_out_known (item, "places_free", capacity->places_free);
    dolen_out_known (item, "places_total", capacity->places_total);
    dolen_out_known (item, "wait_weeks_from", capacity->wait_weeks_from);
    dolen_out_known (item, "wait_weeks_to", capacity->wait_weeks_to);
    dolen_out_text (item, "returns_on", capacity->returns_on);
    dolen_out_text (item, "as_of", capacity->as_of);
    dolen_out_text (item, "source", dolen_told_by_code (capacity->source));
    json_object_array_add (list, item);
  }
  return list;
}

static json_object *
make_tags (const DolenService *service)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTag *tag = service->tags->pdata[i];
    json_object *item = json_object_new_object ();

    dolen_out_text (item, "kind", dolen_tag_kind_code (tag->kind));
    dolen_out_text (item, "code", tag->code);
    dolen_out_text (item, "value", tag->value ? "yes" : "no");
    dolen_out_text (item, "state", dolen_tag_state_code (tag->state));
    json_object_array_add (list, item);
  }
  return list;
}

void
dolen_out_own_facts (const DolenOutStyle *style, json_object *object, const DolenService *service)
{
  static const char *const access[]
      = { "drop-in", "appointment", "membership", "self-referral", "referral" };
  static const char *const attending[] = { "venue", "phone", "online", "home-visit" };

  if (style->profile == DOLEN_OUT_ORUK3)
    return;
  dolen_out_list (object, "x_dolen_capacity", make_capacity (service));
  dolen_out_list (object, "x_dolen_tags", make_tags (service));
  add_codes (object, "x_dolen_access", service->access, access, G_N_ELEMENTS (access));
  add_codes (object, "x_dolen_attending", service->attending, attending, G_N_ELEMENTS (attending));
  dolen_out_text (object,
                  "x_dolen_gender",
                  g_strcmp0 (service->gender, "female") == 0 ? "women"
                  : g_strcmp0 (service->gender, "male") == 0 ? "men"
                                                             : service->gender);
}
