/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-given-out.h"

#include "directory/dolen-records.h"

#include <string.h>

/* One contact, or a list of them. */
static void
mark_contacts (json_object *contacts)
{
  if (json_object_is_type (contacts, json_type_array)) {
    for (size_t i = 0; i < json_object_array_length (contacts); i++)
      mark_contacts (json_object_array_get_idx (contacts, i));
    return;
  }
  if (!json_object_is_type (contacts, json_type_object)
      || json_object_object_get_ex (contacts, DOLEN_KEY_PERMISSION, NULL))
    return;
  json_object_object_add (
      contacts,
      DOLEN_KEY_PERMISSION,
      json_object_new_string (dolen_permission_code (DOLEN_PERMISSION_GIVEN_OUT)));
}

/* As deep as the reader of feeds lets anything be. */
void
dolen_given_out_mark (json_object *record)
{
  if (json_object_is_type (record, json_type_array))
    for (size_t i = 0; i < json_object_array_length (record); i++)
      dolen_given_out_mark (json_object_array_get_idx (record, i));
  if (!json_object_is_type (record, json_type_object))
    return;
  json_object_object_foreach (record, key, value)
  {
    if (strcmp (key, "contacts") == 0 || strcmp (key, "contact") == 0)
      mark_contacts (value);
    else
      dolen_given_out_mark (value);
  }
}
