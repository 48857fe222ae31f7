/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-scheme-settings.h"

char *
dolen_scheme_key (const char *field)
{
  char *key = g_strconcat ("scheme-", field, NULL);

  return g_strdelimit (key, "_", '-');
}

/* As JSON, so that the record's own table says what becomes of it. */
static struct json_object *
read_value (GSettings *settings, const char *key)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  struct json_object *list;
  const char *item;
  GVariantIter items;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    return json_object_new_int (g_variant_get_int32 (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)) {
    const char *text = g_variant_get_string (value, NULL);

    return *text != '\0' ? json_object_new_string (text) : NULL;
  }
  list = json_object_new_array ();
  g_variant_iter_init (&items, value);
  while (g_variant_iter_next (&items, "&s", &item))
    json_object_array_add (list, json_object_new_string (item));
  return list;
}

DolenScheme *
dolen_scheme_read (GSettings *settings)
{
  DolenScheme *scheme = dolen_scheme_new ();
  struct json_object *object = json_object_new_object ();

  for (gsize i = 0; i < dolen_scheme_type.n_fields; i++) {
    const char *name = dolen_scheme_type.fields[i].name;
    g_autofree char *key = dolen_scheme_key (name);

    json_object_object_add (object, name, read_value (settings, key));
  }
  dolen_record_merge_json (&dolen_scheme_type, scheme, object);
  json_object_put (object);
  return scheme;
}

static void
on_changed (GSettings *settings, const char *key, DolenCasework *casework)
{
  g_autoptr (DolenScheme) scheme = NULL;

  if (key != NULL && !g_str_has_prefix (key, "scheme-"))
    return;
  scheme = dolen_scheme_read (settings);
  dolen_casework_set_scheme (casework, scheme);
}

void
dolen_scheme_follow (GSettings *settings, DolenCasework *casework)
{
  on_changed (settings, NULL, casework);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_changed), casework, 0);
}
