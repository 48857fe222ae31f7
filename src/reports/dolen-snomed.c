/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-snomed.h"

#include "base/dolen-paths.h"

#include <json-c/json.h>

static char *
dup_text (struct json_object *object, const char *name)
{
  return g_strdup (json_object_get_string (json_object_object_get (object, name)));
}

static GPtrArray *
read_file (void)
{
  g_autofree char *path = dolen_path_data ("casework/snomed.json");
  struct json_object *file = json_object_from_file (path);
  struct json_object *codes = NULL;
  GPtrArray *list = g_ptr_array_new ();

  if (file == NULL || !json_object_object_get_ex (file, "codes", &codes))
    g_error ("%s cannot be read", path); /* our own data */
  for (gsize i = 0; i < json_object_array_length (codes); i++) {
    struct json_object *line = json_object_array_get_idx (codes, i);
    DolenSnomed *snomed = g_new0 (DolenSnomed, 1);

    snomed->use = dup_text (line, "use");
    snomed->code = dup_text (line, "code");
    snomed->term = dup_text (line, "term");
    snomed->verified = json_object_get_boolean (json_object_object_get (line, "verified"));
    g_ptr_array_add (list, snomed);
  }
  json_object_put (file);
  return list;
}

const GPtrArray *
dolen_snomed_list (void)
{
  static gsize once = 0;
  static GPtrArray *list;

  if (g_once_init_enter (&once)) {
    list = read_file ();
    g_once_init_leave (&once, 1);
  }
  return list;
}

const DolenSnomed *
dolen_snomed_find (const char *use)
{
  const GPtrArray *list = dolen_snomed_list ();

  for (guint i = 0; i < list->len; i++) {
    const DolenSnomed *snomed = g_ptr_array_index (list, i);

    if (g_strcmp0 (snomed->use, use) == 0 && snomed->verified)
      return snomed;
  }
  return NULL;
}
