/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-values.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"

#include <math.h>

/* The name space of ids made for parts that have none of their own. */
#define PARTS "dolen-export"

void
dolen_out_text (json_object *object, const char *key, const char *text)
{
  if (!dolen_text_is_empty (text))
    json_object_object_add (object, key, json_object_new_string (text));
}

void
dolen_out_known (json_object *object, const char *key, gint64 number)
{
  if (number >= 0)
    json_object_object_add (object, key, json_object_new_int64 (number));
}

void
dolen_out_number (json_object *object, const char *key, double number)
{
  if (!isnan (number))
    json_object_object_add (object, key, json_object_new_double (number));
}

void
dolen_out_list (json_object *object, const char *key, json_object *list)
{
  if (json_object_array_length (list) > 0)
    json_object_object_add (object, key, list);
  else
    json_object_put (list);
}

void
dolen_out_uri (json_object *object, const char *key, const char *url)
{
  if (url != NULL && g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL))
    dolen_out_text (object, key, url);
}

char *
dolen_out_part_id (const char *owner, const char *kind, guint index)
{
  g_autofree char *place = g_strdup_printf ("%s/%u", owner, index);

  return dolen_id_for_foreign (PARTS, kind, place);
}

json_object *
dolen_out_part (const char *uid, const char *owner, const char *kind, guint index)
{
  g_autofree char *made = uid == NULL ? dolen_out_part_id (owner, kind, index) : NULL;
  json_object *part = json_object_new_object ();

  dolen_out_text (part, "id", uid != NULL ? uid : made);
  return part;
}

static void
add_state (json_object *object, const char *key, const char *language, DolenTextState state)
{
  g_autofree char *name = g_strdup_printf ("x_dolen_%s_%s_state", key, language);

  dolen_out_text (object, name, dolen_text_state_code (state));
}

void
dolen_out_own_id (const DolenOutStyle *style, json_object *object, const char *uid)
{
  if (style->profile != DOLEN_OUT_ORUK3)
    dolen_out_text (object, "x_dolen_uid", uid);
}

void
dolen_out_plain_text (const DolenOutStyle *style, json_object *object)
{
  if (style->profile != DOLEN_OUT_ORUK3)
    json_object_object_add (object, "x_dolen_plain_text", json_object_new_boolean (TRUE));
}

void
dolen_out_bilingual (json_object *object, const char *key, const DolenBilingual *text, gboolean own)
{
  g_autofree char *welsh = g_strdup_printf ("x_dolen_%s_cy", key);

  dolen_out_text (object, key, text->en != NULL ? text->en : text->cy);
  if (!own || (text->cy == NULL && text->en_state == DOLEN_TEXT_GIVEN))
    return;
  dolen_out_text (object, welsh, text->cy);
  if (text->cy != NULL)
    add_state (object, key, "cy", text->cy_state);
  if (text->cy != NULL || text->en != NULL)
    add_state (object, key, "en", text->en != NULL ? text->en_state : DOLEN_TEXT_MISSING);
}

char *
dolen_out_phone (const DolenService *service)
{
  const char *phone = service->phone;

  for (guint i = 0; phone == NULL && i < service->contacts->len; i++)
    phone = ((const DolenContact *) service->contacts->pdata[i])->phone;
  return phone != NULL ? dolen_text_phone_display (phone) : NULL;
}

const char *
dolen_out_email (const DolenService *service)
{
  const char *email = service->email;

  for (guint i = 0; email == NULL && i < service->contacts->len; i++)
    email = ((const DolenContact *) service->contacts->pdata[i])->email;
  return email;
}

gboolean
dolen_out_position_is_told (const DolenVenue *venue)
{
  return venue != NULL
         && (venue->origin == DOLEN_POSITION_FEED || venue->origin == DOLEN_POSITION_PERSON);
}

char *
dolen_out_at_location_id (const char *service_uid, const char *venue_uid)
{
  return dolen_id_for_foreign (service_uid, "service-at-location", venue_uid);
}
