/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/privacy/dolen-scrub.h"

#include "place/dolen-postcode.h"

#include <json-c/json.h>
#include <string.h>

/* Lists whose elements are people or their numbers, in every dialect, in the history and in the
 * rows an import keeps. */
static gboolean
is_of_contacts (const char *key)
{
  static const char *const keys[] = { "contacts", "contact", "phones", "phone", "part", NULL };

  return key != NULL && g_strv_contains (keys, key);
}

static gboolean
is_position (const char *key)
{
  static const char *const keys[]
      = { "latitude", "longitude", "geometry", "point", "coordinates", NULL };

  return g_strv_contains (keys, key);
}

static gboolean
is_place (const char *key)
{
  static const char *const keys[]
      = { "addresses",   "physical_addresses", "address",        "address_1", "address_2",
          "postal_code", "postcode",           "transportation", NULL };

  return g_strv_contains (keys, key) || is_position (key);
}

/* The district alone is what a hidden place keeps. */
static gboolean
is_district (const char *key, json_object *value)
{
  DolenPostcode postcode;

  return (strcmp (key, "postcode") == 0 || strcmp (key, "postal_code") == 0)
         && json_object_is_type (value, json_type_string)
         && dolen_postcode_parse (json_object_get_string (value), &postcode)
         && *postcode.inward == '\0';
}

static gboolean
is_of_another (const DolenScrub *scrub, json_object *object)
{
  const char *uid = json_object_get_string (json_object_object_get (object, "uid"));

  return scrub->place_uid != NULL && uid != NULL && strcmp (uid, scrub->place_uid) != 0;
}

static gboolean
has_to_go (const DolenScrub *scrub, json_object *object, const char *key, json_object *value)
{
  if (is_of_another (scrub, object))
    return FALSE;
  return (scrub->positions && is_position (key))
         || (scrub->places && is_place (key) && !is_district (key, value));
}

static gboolean
has_uid (const DolenScrub *scrub, json_object *object)
{
  return scrub->uid != NULL
         && g_strcmp0 (json_object_get_string (json_object_object_get (object, "uid")), scrub->uid)
                == 0;
}

/* A number may stand without quotes. */
static gboolean
is_scalar (json_object *value)
{
  return json_object_is_type (value, json_type_string)
         || json_object_is_type (value, json_type_int);
}

/* (transfer full) (nullable): what is left of one. Another number is not looked into. */
static char *
scrub_scalar (const DolenScrub *scrub, json_object *value)
{
  const char *text = json_object_get_string (value);

  if (json_object_is_type (value, json_type_int) && !dolen_scrub_is_whole (scrub, text))
    return NULL;
  return dolen_scrub_any (scrub, text);
}

/* Whether a member of the object says that it is the one. */
static gboolean
is_the_one (const DolenScrub *scrub, json_object *object)
{
  json_object_object_foreach (object, key, value)
  {
    if (strcmp (key, "uid") != 0 && is_scalar (value)
        && dolen_scrub_is_whole (scrub, json_object_get_string (value)))
      return TRUE;
  }
  return FALSE;
}

static gboolean scrub_value (const DolenScrub *scrub, const char *key, json_object *value);

static gboolean
scrub_list (const DolenScrub *scrub, const char *key, json_object *list)
{
  gboolean changed = FALSE;

  for (size_t i = json_object_array_length (list); i > 0; i--) {
    json_object *item = json_object_array_get_idx (list, i - 1);
    char *rest;

    if (json_object_is_type (item, json_type_object)
        && (has_uid (scrub, item) || (is_of_contacts (key) && is_the_one (scrub, item)))) {
      json_object_array_del_idx (list, i - 1, 1);
      changed = TRUE;
    } else if (is_scalar (item)) {
      rest = scrub_scalar (scrub, item);
      if (rest != NULL)
        json_object_array_put_idx (list, i - 1, json_object_new_string (rest));
      changed = changed || rest != NULL;
      g_free (rest);
    } else {
      changed = scrub_value (scrub, key, item) || changed;
    }
  }
  return changed;
}

/* Members are changed after they were walked through: json-c allows no other. */
static gboolean
scrub_object (const DolenScrub *scrub, json_object *object)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gboolean changed = FALSE;

  json_object_object_foreach (object, key, value)
  {
    (void) value;
    g_ptr_array_add (keys, g_strdup (key));
  }
  for (guint i = 0; i < keys->len; i++) {
    const char *name = g_ptr_array_index (keys, i);
    json_object *member = json_object_object_get (object, name);

    if (member != NULL && has_to_go (scrub, object, name, member)) {
      json_object_object_del (object, name);
      changed = TRUE;
    } else if (is_scalar (member)) {
      g_autofree char *rest = scrub_scalar (scrub, member);

      if (rest != NULL)
        json_object_object_add (object, name, json_object_new_string (rest));
      changed = changed || rest != NULL;
    } else {
      changed = scrub_value (scrub, name, member) || changed;
    }
  }
  return changed;
}

/* @key: (nullable): under which @value stands; lists within lists stand under the same */
static gboolean
scrub_value (const DolenScrub *scrub, const char *key, json_object *value)
{
  if (json_object_is_type (value, json_type_array))
    return scrub_list (scrub, key, value);
  return json_object_is_type (value, json_type_object) && scrub_object (scrub, value);
}

/* (transfer full) (nullable): of one value. */
static char *
scrub_one (const DolenScrub *scrub, json_object *value)
{
  if (!scrub_value (scrub, NULL, value))
    return NULL;
  return g_strdup (json_object_to_json_string_ext (
      value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
}

/* (transfer full) (nullable): what stands at @text, and where it ends. */
static json_object *
read_one (const char *text, const char **end)
{
  gsize length = strlen (text);
  json_tokener *tokener = length < G_MAXINT ? json_tokener_new () : NULL;
  json_object *value = tokener ? json_tokener_parse_ex (tokener, text, (int) length) : NULL;

  if (tokener != NULL) {
    *end = text + json_tokener_get_parse_end (tokener);
    json_tokener_free (tokener);
  }
  return value;
}

static gboolean
may_be_json (const char *text)
{
  return *text == '{' || *text == '[';
}

/* Rows of a table that tell one group stand one below the other: each is scrubbed for itself, and
 * those that lose nothing stay as they are. */
static char *
scrub_values (const DolenScrub *scrub, const char *text)
{
  g_autoptr (GString) all = g_string_new (NULL);
  gboolean changed = FALSE;

  while (*text != '\0') {
    const char *end = text;
    json_object *value = may_be_json (text) ? read_one (text, &end) : NULL;
    g_autofree char *rest
        = value != NULL ? scrub_one (scrub, value) : dolen_scrub_text (scrub, text);

    if (value == NULL)
      end = text + strlen (text);
    json_object_put (value);
    while (g_ascii_isspace (*end))
      end++;
    changed = changed || rest != NULL;
    if (rest != NULL)
      g_string_append_printf (all, "%s%s", rest, *end != '\0' ? "\n" : "");
    else
      g_string_append_len (all, text, end - text);
    text = end;
  }
  return changed ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}

char *
dolen_scrub_any (const DolenScrub *scrub, const char *text)
{
  if (text == NULL || (scrub->may_hold != NULL && !scrub->may_hold (text, scrub->user_data)))
    return NULL;
  return may_be_json (text) ? scrub_values (scrub, text) : dolen_scrub_text (scrub, text);
}
