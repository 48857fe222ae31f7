/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-load-private.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

/* The weights, read from their file. */

#define HEAVIEST 1000

static const char *const level_keys[DOLEN_N_LEVELS]
    = { "not-set", "signpost", "light", "medium", "holistic" };

static void
extra_free (gpointer data)
{
  DolenLoadExtra *extra = data;

  g_free (extra->code);
  g_free (extra->name_en);
  g_free (extra->name_cy);
  g_free (extra);
}

void
dolen_load_weights_free (DolenLoadWeights *weights)
{
  if (weights == NULL)
    return;
  g_ptr_array_unref (weights->extras);
  g_free (weights);
}

static gboolean
fail (const char *path, const char *at, GError **error)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: the file of the weights of a caseload: file, entry. */
               _ ("%1$s is not right at “%2$s”: a whole number from 0 to 1000 is wanted"),
               path,
               at);
  return FALSE;
}

static gboolean
read_weight (json_object *object, const char *key, int *weight)
{
  double number;

  if (!dolen_json_get_number (object, key, &number) || number < 0 || number > HEAVIEST)
    return FALSE;
  *weight = (int) number;
  return TRUE;
}

static gboolean
read_levels (DolenLoadWeights *weights, json_object *levels, const char *path, GError **error)
{
  for (int i = 0; i < DOLEN_N_LEVELS; i++)
    if (!read_weight (levels, level_keys[i], &weights->levels[i]))
      return fail (path, level_keys[i], error);
  return TRUE;
}

static gboolean
read_extras (DolenLoadWeights *weights, json_object *extras, const char *path, GError **error)
{
  for (guint i = 0; i < dolen_json_length (extras); i++) {
    json_object *object = dolen_json_at (extras, i);
    DolenLoadExtra *extra = g_new0 (DolenLoadExtra, 1);

    g_ptr_array_add (weights->extras, extra);
    extra->code = dolen_json_get_line (object, "code");
    extra->name_en = dolen_json_get_line (object, "en");
    extra->name_cy = dolen_json_get_line (object, "cy");
    extra->weeks = MAX (dolen_json_get_int (object, "weeks"), 0);
    if (extra->code == NULL || !read_weight (object, "weight", &extra->weight))
      return fail (path, extra->code != NULL ? extra->code : "extras", error);
  }
  return TRUE;
}

DolenLoadWeights *
dolen_load_weights_new (const char *scheme, GError **error)
{
  g_autoptr (DolenLoadWeights) weights = g_new0 (DolenLoadWeights, 1);
  gboolean own = scheme != NULL && g_file_test (scheme, G_FILE_TEST_EXISTS);
  g_autofree char *path = own ? g_strdup (scheme) : dolen_path_data ("casework/weights.json");
  json_object *file = json_object_from_file (path);
  gboolean ok;

  weights->extras = g_ptr_array_new_with_free_func (extra_free);
  ok = read_levels (weights, dolen_json_get (file, "levels"), path, error)
       && read_extras (weights, dolen_json_get (file, "extras"), path, error);
  json_object_put (file);
  return ok ? g_steal_pointer (&weights) : NULL;
}

const DolenLoadExtra *
dolen_load_find_extra (const DolenLoadWeights *weights, const char *code)
{
  for (guint i = 0; i < weights->extras->len; i++) {
    const DolenLoadExtra *extra = g_ptr_array_index (weights->extras, i);

    if (g_str_equal (extra->code, code))
      return extra;
  }
  return NULL;
}

const char *
dolen_load_extra_name (const DolenLoadWeights *weights, const char *code, DolenLanguage language)
{
  const DolenLoadExtra *extra = dolen_load_find_extra (weights, code);

  if (extra == NULL)
    return NULL;
  if (language == DOLEN_LANGUAGE_CY && extra->name_cy != NULL)
    return extra->name_cy;
  return extra->name_en != NULL ? extra->name_en : extra->code;
}
