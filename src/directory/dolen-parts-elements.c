/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-parts-elements.h"

#include "directory/dolen-parts-members.h"
#include "directory/dolen-parts.h"

#include <string.h>

/* (nullable): what follows @prefix in a name of that prefix, where the kind has such parts. */
static const char *
after (const char *name, const char *prefix)
{
  if (name == NULL || !g_str_has_prefix (name, prefix))
    return NULL;
  return name[strlen (prefix)] != '\0' ? name + strlen (prefix) : NULL;
}

static gboolean
is (const char *kind, const char *what)
{
  return g_strcmp0 (kind, what) == 0;
}

static const char *
get_check (const char *kind, const char *name)
{
  return is (kind, "organisation") ? after (name, "check:") : NULL;
}

static const char *
get_tag (const char *kind, const char *name)
{
  return is (kind, "service") ? after (name, "tag:") : NULL;
}

static const char *
get_contact (const char *kind, const char *name)
{
  return is (kind, "service") || is (kind, "organisation") ? after (name, "permission:") : NULL;
}

gboolean
dolen_element_exists (const char *kind, const char *name)
{
  return get_check (kind, name) != NULL || get_tag (kind, name) != NULL
         || get_contact (kind, name) != NULL;
}

/* The list in which an element of that name stands. */
static GPtrArray *
get_list (const char *kind, gconstpointer record, const char *name)
{
  const DolenService *service = record;
  const DolenOrganisation *organisation = record;

  if (get_check (kind, name) != NULL)
    return organisation->checks;
  if (get_tag (kind, name) != NULL)
    return service->tags;
  return is (kind, "service") ? service->contacts : organisation->contacts;
}

static gboolean
is_named (const char *kind, const char *name, gpointer item)
{
  g_autofree char *own = NULL;

  if (get_check (kind, name) != NULL)
    own = dolen_part_of_check (((DolenAssurance *) item)->what);
  else if (get_tag (kind, name) != NULL)
    own = dolen_part_of_tag (item);
  else
    own = dolen_part_of_permission (((DolenContact *) item)->uid);
  return g_strcmp0 (own, name) == 0;
}

/* The index of the element in its list; its length if it is not there. */
static guint
find (const char *kind, const char *name, const GPtrArray *list)
{
  guint i = 0;

  while (i < list->len && !is_named (kind, name, g_ptr_array_index (list, i)))
    i++;
  return i;
}

char *
dolen_element_to_json (const char *kind, gconstpointer record, const char *name)
{
  const GPtrArray *list = get_list (kind, record, name);
  guint i = find (kind, name, list);
  gconstpointer item = i < list->len ? g_ptr_array_index (list, i) : NULL;
  json_object *value;

  if (item == NULL)
    return g_strdup ("null");
  if (get_check (kind, name) != NULL)
    value = dolen_struct_to_json (dolen_members_of_check, dolen_n_members_of_check, item);
  else if (get_tag (kind, name) != NULL)
    value = dolen_struct_to_json (dolen_members_of_tag, dolen_n_members_of_tag, item);
  else
    value = json_object_new_string (
        dolen_permission_code (((const DolenContact *) item)->permission));
  return dolen_json_to_text (value);
}

/* The permission of a contact that is not there any more is nobody's to set. */
static gboolean
set_permission (GPtrArray *contacts, guint i, json_object *value)
{
  if (i >= contacts->len || !json_object_is_type (value, json_type_string))
    return FALSE;
  ((DolenContact *) g_ptr_array_index (contacts, i))->permission
      = dolen_permission_from_code (json_object_get_string (value));
  return TRUE;
}

static gboolean
read_check (json_object *value, gpointer *item)
{
  *item = dolen_assurance_new ();
  return dolen_struct_from_json (dolen_members_of_check, dolen_n_members_of_check, *item, value);
}

static gboolean
read_tag (json_object *value, gpointer *item)
{
  *item = dolen_tag_new ();
  return dolen_struct_from_json (dolen_members_of_tag, dolen_n_members_of_tag, *item, value);
}

static gboolean
set_item (const char *kind, const char *name, GPtrArray *list, guint i, json_object *value)
{
  gboolean check = get_check (kind, name) != NULL, read;
  gpointer item = NULL;

  if (value == NULL) {
    if (i < list->len)
      g_ptr_array_remove_index (list, i);
    return TRUE;
  }
  read = check ? read_check (value, &item) : read_tag (value, &item);
  if (!read || !is_named (kind, name, item)) {
    if (check)
      dolen_assurance_free (item);
    else
      dolen_tag_free (item);
    return FALSE;
  }
  if (i < list->len)
    g_ptr_array_remove_index (list, i);
  g_ptr_array_insert (list, (int) MIN (i, list->len), item);
  return TRUE;
}

gboolean
dolen_element_from_json (const char *kind, gpointer record, const char *name, const char *json)
{
  GPtrArray *list;
  json_object *value;
  gboolean read;
  guint i;

  if (!dolen_element_exists (kind, name) || json == NULL)
    return FALSE;
  list = get_list (kind, record, name);
  i = find (kind, name, list);
  value = json_tokener_parse (json);
  read = get_contact (kind, name) != NULL ? set_permission (list, i, value)
                                          : set_item (kind, name, list, i, value);
  json_object_put (value);
  return read && (value != NULL || g_str_equal (json, "null"));
}
