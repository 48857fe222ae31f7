/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-weights-private.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

/*
 * data/vocabulary/weights.json: strict, for it is ours (or a county's own data folder): every
 * weight once, every level, words in both languages.
 */

#define MOST_POINTS 1000.0

typedef struct {
  const char *path;
  GError **error;
} Reader;

static gboolean
fail (const Reader *reader, const char *where, const char *what)
{
  g_set_error (
      reader->error,
      DOLEN_ERROR,
      DOLEN_ERROR_INVALID,
      /* Translators: a file that says what counts in matching: file, entry, what is wrong. */
      _ ("The file of weights %1$s is not right at “%2$s”: %3$s"),
      reader->path,
      where,
      what);
  return FALSE;
}

static void
clear_sides (DolenWeightsSide *sides)
{
  for (guint l = 0; l < 2; l++) {
    g_free (sides[l].label);
    g_free (sides[l].explanation);
  }
}

void
dolen_weights_catalogue_free (DolenWeightsCatalogue *catalogue)
{
  if (catalogue == NULL)
    return;
  for (guint w = 0; w < DOLEN_N_WEIGHTS; w++)
    clear_sides (catalogue->weights[w].side);
  for (guint h = 0; h < DOLEN_N_HELPS; h++)
    clear_sides (catalogue->helps[h].side);
  g_free (catalogue);
}

static gboolean
read_sides (const Reader *reader, json_object *entry, const char *code, DolenWeightsSide *sides)
{
  if (sides[0].label != NULL)
    return fail (reader, code, _ ("it is there twice"));
  for (guint l = 0; l < 2; l++) {
    json_object *side = dolen_json_get (entry, dolen_language_code ((DolenLanguage) l));

    sides[l].label = dolen_json_get_line (side, "label");
    sides[l].explanation = dolen_json_get_line (side, "explanation");
    if (sides[l].label == NULL || sides[l].explanation == NULL)
      return fail (reader, code, _ ("a label or an explanation is missing"));
  }
  return TRUE;
}

static gboolean
read_weight (const Reader *reader, DolenWeightsCatalogue *all, json_object *entry)
{
  g_autofree char *code = dolen_json_get_line (entry, "code");
  g_autofree char *usual = dolen_json_get_line (entry, "default");
  json_object *levels = dolen_json_get (entry, "levels");
  int w = dolen_weight_from_code (code);
  int level = dolen_weight_level_from_code (usual);
  double value, factor;

  if (w < 0)
    return fail (reader, code != NULL ? code : "weights", _ ("the code is not known"));
  if (level < 0)
    return fail (reader, code, _ ("the default is no level"));
  if (!dolen_json_get_number (entry, "value", &value) || !(value >= 0 && value <= MOST_POINTS))
    return fail (reader, code, _ ("the value is not a number from 0 to 1000"));
  all->weights[w].usual = (DolenWeightLevel) level;
  for (guint l = 0; l < DOLEN_N_WEIGHT_LEVELS; l++) {
    if (!dolen_json_get_number (levels, dolen_weight_level_code ((DolenWeightLevel) l), &factor)
        || !(factor >= 0 && factor * value <= MOST_POINTS))
      return fail (reader, code, _ ("a level is missing or too large"));
    all->weights[w].points[l] = factor * value;
  }
  return read_sides (reader, entry, code, all->weights[w].side);
}

static gboolean
read_help (const Reader *reader, DolenWeightsCatalogue *all, json_object *entry)
{
  g_autofree char *code = dolen_json_get_line (entry, "code");
  g_autofree char *usual = dolen_json_get_line (entry, "default");
  int h = dolen_help_from_code (code);
  int leave = dolen_leave_from_code (usual);

  if (h < 0)
    return fail (reader, code != NULL ? code : "helps", _ ("the code is not known"));
  if (leave < 0)
    return fail (reader, code, _ ("the default is not known"));
  all->helps[h].usual = (DolenLeave) leave;
  return read_sides (reader, entry, code, all->helps[h].side);
}

static gboolean
read_root (const Reader *reader, DolenWeightsCatalogue *all, json_object *root)
{
  g_autofree char *format = dolen_json_get_line (root, "format");
  json_object *weights = dolen_json_get (root, "weights");
  json_object *helps = dolen_json_get (root, "helps");

  if (g_strcmp0 (format, "dolen-weights") != 0)
    return fail (reader, "format", _ ("not such a file"));
  for (guint i = 0; i < dolen_json_length (weights); i++)
    if (!read_weight (reader, all, dolen_json_at (weights, i)))
      return FALSE;
  for (guint i = 0; i < dolen_json_length (helps); i++)
    if (!read_help (reader, all, dolen_json_at (helps, i)))
      return FALSE;
  for (guint w = 0; w < DOLEN_N_WEIGHTS; w++)
    if (all->weights[w].side[0].label == NULL)
      return fail (reader, dolen_weight_code ((DolenWeight) w), _ ("it is missing"));
  for (guint h = 0; h < DOLEN_N_HELPS; h++)
    if (all->helps[h].side[0].label == NULL)
      return fail (reader, dolen_help_code ((DolenHelp) h), _ ("it is missing"));
  return TRUE;
}

DolenWeightsCatalogue *
dolen_weights_catalogue_read (const char *path, GError **error)
{
  g_autoptr (DolenWeightsCatalogue) all = g_new0 (DolenWeightsCatalogue, 1);
  json_object *root = json_object_from_file (path);
  const Reader reader = { path, error };
  gboolean ok = read_root (&reader, all, root);

  json_object_put (root);
  return ok ? g_steal_pointer (&all) : NULL;
}

const DolenWeightsCatalogue *
dolen_weights_catalogue (GError **error)
{
  static GMutex mutex;
  static DolenWeightsCatalogue *all;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *path = NULL;

  if (all != NULL)
    return all;
  path = dolen_path_data ("vocabulary/weights.json");
  all = dolen_weights_catalogue_read (path, error);
  return all;
}
