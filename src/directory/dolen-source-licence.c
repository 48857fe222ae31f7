/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-source-licence.h"

#include "base/dolen-text.h"
#include "directory/dolen-feed-sources.h"
#include "format/dolen-json-value.h"

/* Their names are their own, in every language. */
static const DolenLicence licences[] = {
  { "OGL-UK-3.0",
    "Open Government Licence v3.0",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" },
  { "CC-BY-4.0",
    "Creative Commons Attribution 4.0",
    "https://creativecommons.org/licenses/by/4.0/" },
  { "CC-BY-SA-4.0",
    "Creative Commons Attribution-ShareAlike 4.0",
    "https://creativecommons.org/licenses/by-sa/4.0/" },
  { "CC0-1.0", "Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/" },
  { "ODbL-1.0", "Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/" },
};

const DolenLicence *
dolen_licence_at (guint index)
{
  return index < G_N_ELEMENTS (licences) ? &licences[index] : NULL;
}

const DolenLicence *
dolen_licence_find (const char *text)
{
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (licences); i++)
    if (g_ascii_strcasecmp (licences[i].code, text) == 0
        || g_ascii_strcasecmp (licences[i].name, text) == 0)
      return &licences[i];
  return NULL;
}

const char *
dolen_licence_name (const char *text)
{
  const DolenLicence *licence = dolen_licence_find (text);

  return licence != NULL ? licence->name : text;
}

void
dolen_source_licence_clear (DolenSourceLicence *licence)
{
  g_clear_pointer (&licence->licence, g_free);
  g_clear_pointer (&licence->attribution, g_free);
}

void
dolen_source_licence_read (DolenSourceLicence *licence, const char *settings)
{
  json_object *root = settings != NULL ? json_tokener_parse (settings) : NULL;

  *licence = (DolenSourceLicence){ 0 };
  licence->licence = dolen_json_get_line (root, "licence");
  licence->attribution = dolen_json_get_line (root, "attribution");
  licence->forbids_more = dolen_json_get_flag (root, "forbids_more");
  json_object_put (root);
}

static void
put_line (json_object *root, const char *key, const char *text)
{
  g_autofree char *line = dolen_text_clean_line (text);

  if (line != NULL)
    json_object_object_add (root, key, json_object_new_string (line));
  else
    json_object_object_del (root, key);
}

static char *
write_settings (const DolenSourceLicence *licence, const char *before)
{
  json_object *root = before != NULL ? json_tokener_parse (before) : NULL;
  const DolenLicence *known = dolen_licence_find (licence->licence);
  char *json;

  if (!json_object_is_type (root, json_type_object)) {
    json_object_put (root);
    root = json_object_new_object ();
  }
  put_line (root, "licence", known != NULL ? known->code : licence->licence);
  put_line (root, "attribution", licence->attribution);
  json_object_object_del (root, "forbids_more");
  if (licence->forbids_more)
    json_object_object_add (root, "forbids_more", json_object_new_boolean (TRUE));
  json = g_strdup (json_object_to_json_string_ext (
      root, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (root);
  return json;
}

gboolean
dolen_source_licence_set (DolenDirectory *dir,
                          const char *source_uid,
                          const DolenSourceLicence *licence,
                          GError **error)
{
  g_autoptr (DolenSource) source = dolen_directory_get_source (dir, source_uid, error);
  g_autofree char *before = NULL;

  if (source == NULL)
    return FALSE;
  before = g_steal_pointer (&source->settings);
  source->settings = write_settings (licence, before);
  return dolen_directory_put_source (dir, source, NULL, NULL, error);
}
