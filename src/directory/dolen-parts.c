/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-parts.h"

#include "directory/dolen-parts-elements.h"
#include "directory/dolen-parts-members.h"

#include <math.h>
#include <string.h>

gboolean
dolen_part_exists (const char *kind, const char *part)
{
  return dolen_part_find (kind, part) != NULL || dolen_element_exists (kind, part);
}

gboolean
dolen_part_is_kept_whole (const char *part)
{
  return part != NULL && strchr (part, ':') == NULL;
}

static GPtrArray *
get_list (const DolenPart *part, gconstpointer record)
{
  return *(GPtrArray **) (gpointer) ((char *) record + part->list);
}

static json_object *
list_to_json (const DolenPart *part, const GPtrArray *items)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < items->len; i++)
    json_object_array_add (
        list, dolen_struct_to_json (part->members, part->n_members, g_ptr_array_index (items, i)));
  return list;
}

char *
dolen_part_to_json (const char *kind, gconstpointer record, const char *name)
{
  const DolenPart *part = dolen_part_find (kind, name);

  if (part == NULL)
    return dolen_element_to_json (kind, record, name);
  if (part->new_item == NULL)
    return dolen_json_to_text (dolen_struct_to_json (part->members, part->n_members, record));
  return dolen_json_to_text (list_to_json (part, get_list (part, record)));
}

static gboolean
list_from_json (const DolenPart *part, GPtrArray *items, json_object *list)
{
  if (!json_object_is_type (list, json_type_array))
    return FALSE;
  g_ptr_array_set_size (items, 0);
  for (size_t i = 0; i < json_object_array_length (list); i++) {
    gpointer item = part->new_item ();

    g_ptr_array_add (items, item);
    if (!dolen_struct_from_json (
            part->members, part->n_members, item, json_object_array_get_idx (list, i)))
      return FALSE;
  }
  return TRUE;
}

gboolean
dolen_part_from_json (const char *kind, gpointer record, const char *name, const char *json)
{
  const DolenPart *part = dolen_part_find (kind, name);
  json_object *value = NULL;
  gboolean read;

  if (part == NULL)
    return dolen_element_from_json (kind, record, name, json);
  if (json != NULL)
    value = json_tokener_parse (json);
  read = part->new_item != NULL
             ? list_from_json (part, get_list (part, record), value)
             : dolen_struct_from_json (part->members, part->n_members, record, value);
  json_object_put (value);
  return read;
}

static gpointer
new_record (const char *kind)
{
  if (g_strcmp0 (kind, "service") == 0)
    return dolen_service_new ();
  return g_strcmp0 (kind, "venue") == 0 ? (gpointer) dolen_venue_new ()
                                        : (gpointer) dolen_organisation_new ();
}

static void
free_record (const char *kind, gpointer record)
{
  if (g_strcmp0 (kind, "service") == 0)
    dolen_service_free (record);
  else if (g_strcmp0 (kind, "venue") == 0)
    dolen_venue_free (record);
  else
    dolen_organisation_free (record);
}

/* (transfer full) (nullable): as it would be written today. */
static char *
write_anew (const char *kind, const char *part, const char *json)
{
  gpointer record = new_record (kind);
  char *anew = NULL;

  if (dolen_part_is_kept_whole (part) && dolen_part_from_json (kind, record, part, json))
    anew = dolen_part_to_json (kind, record, part);
  free_record (kind, record);
  return anew;
}

gboolean
dolen_part_json_equal (const char *kind, const char *part, const char *a, const char *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;
  first = write_anew (kind, part, a);
  second = write_anew (kind, part, b);
  return first != NULL && g_strcmp0 (first, second) == 0;
}

void
dolen_part_copy (const char *kind, gpointer to, gconstpointer from, const char *part)
{
  g_autofree char *json = dolen_part_to_json (kind, from, part);

  dolen_part_from_json (kind, to, part, json);
}

char *
dolen_part_of_check (const char *what)
{
  return g_strconcat ("check:", what, NULL);
}

char *
dolen_part_of_tag (const DolenTag *tag)
{
  return g_strdup_printf ("tag:%s:%s:%s",
                          dolen_tag_kind_code (tag->kind),
                          tag->scheme != NULL ? tag->scheme : "dolen",
                          tag->code);
}

char *
dolen_part_of_permission (const char *contact_uid)
{
  return g_strconcat ("permission:", contact_uid, NULL);
}

gboolean
dolen_part_is_permission (const char *part)
{
  return part != NULL && g_str_has_prefix (part, "permission:");
}
