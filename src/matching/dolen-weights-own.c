/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-weights-private.h"

#include "format/dolen-json-file.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

/*
 * A scheme's own file: {"weights": {"closeness": "lot"}, "may": {"accompany": "yes"}}. Whatever in
 * it is not understood leaves Dolen's own where it was, and is told; it never stops the program.
 */

/* The file's object; NULL where there is none or it is not one, which @wrong then says. */
static json_object *
read_object (const char *path, GStrvBuilder *wrong)
{
  g_autoptr (GError) error = NULL;
  json_object *root = dolen_json_file_read (path, &error);

  if (root == NULL && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_strv_builder_add (wrong, error->message);
  return root;
}

/* One of the two lists of the file: which codes it may hold, and which values. */
typedef struct {
  const char *key;
  int (*find) (const char *code);
  int (*find_value) (const char *code);
  const char *(*say) (void);
  guint8 *values;
} Section;

static const char *
say_levels (void)
{
  /* Translators: goes into "... must be %s". The words in quotation marks stay as they are. */
  return _ ("“lot”, “some”, “little” or “none”");
}

static const char *
say_leaves (void)
{
  /* Translators: goes into "... must be %s". The words in quotation marks stay as they are. */
  return _ ("“yes”, “ask-lead” or “no”");
}

static void
read_section (const Section *section, json_object *root, GStrvBuilder *wrong)
{
  json_object *object = dolen_json_get (root, section->key);

  if (object == NULL)
    return;
  if (!json_object_is_type (object, json_type_object)) {
    g_autofree char *sentence
        /* Translators: a file of settings; %s is a key in it, such as "weights". */
        = g_strdup_printf (_ ("“%s” in the matching settings must be an object."), section->key);

    g_strv_builder_add (wrong, sentence);
    return;
  }
  json_object_object_foreach (object, code, value)
  {
    const char *text
        = json_object_is_type (value, json_type_string) ? json_object_get_string (value) : NULL;
    int at = section->find (code);
    int number = section->find_value (text);
    g_autofree char *sentence = NULL;

    if (at >= 0 && number >= 0) {
      section->values[at] = (guint8) number;
      continue;
    }
    sentence = at < 0
                   /* Translators: a file of settings; %1$s.%2$s is a place in it, such as
                    * "weights.closeness". */
                   ? g_strdup_printf (
                       _ ("“%1$s.%2$s” in the matching settings is not known."), section->key, code)
                   /* Translators: a file of settings; %1$s.%2$s is a place in it, such as
                    * "weights.closeness"; %3$s says what it may hold. */
                   : g_strdup_printf (_ ("“%1$s.%2$s” in the matching settings must be %3$s."),
                                      section->key,
                                      code,
                                      section->say ());
    g_strv_builder_add (wrong, sentence);
  }
}

DolenWeights *
dolen_weights_read (const char *path, char ***wrong, GError **error)
{
  DolenWeights *ours = dolen_weights_default (error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  DolenWeights *weights;
  json_object *root;

  if (ours == NULL)
    return NULL;
  weights = dolen_weights_copy (ours);
  root = read_object (path, builder);
  if (root != NULL) {
    const Section sections[] = {
      { "weights",
        dolen_weight_from_code,
        dolen_weight_level_from_code,
        say_levels,
        weights->level },
      { "may", dolen_help_from_code, dolen_leave_from_code, say_leaves, weights->leave },
    };

    for (gsize s = 0; s < G_N_ELEMENTS (sections); s++)
      read_section (&sections[s], root, builder);
    json_object_put (root);
  }
  if (wrong != NULL)
    *wrong = g_strv_builder_end (builder);
  return weights;
}

/* ---- writing ---- */

/* The object under @key, made if need be. What is there and is none gives way. */
static json_object *
object_at (json_object *root, const char *key)
{
  json_object *object = NULL;

  if (json_object_object_get_ex (root, key, &object)
      && json_object_is_type (object, json_type_object))
    return object;
  object = json_object_new_object ();
  json_object_object_add (root, key, object);
  return object;
}

static void
put (json_object *object, const char *code, const char *value, gboolean own)
{
  if (own)
    json_object_object_add (object, code, json_object_new_string (value));
  else
    json_object_object_del (object, code);
}

static void
drop_empty (json_object *root, const char *key)
{
  json_object *object = NULL;

  if (json_object_object_get_ex (root, key, &object) && json_object_object_length (object) == 0)
    json_object_object_del (root, key);
}

static void
fill (json_object *root, const DolenWeights *weights)
{
  json_object *levels = object_at (root, "weights");
  json_object *may = object_at (root, "may");

  for (guint w = 0; w < DOLEN_N_WEIGHTS; w++)
    put (levels,
         dolen_weight_code ((DolenWeight) w),
         dolen_weight_level_code ((DolenWeightLevel) weights->level[w]),
         weights->level[w] != dolen_weight_default_level ((DolenWeight) w));
  for (guint h = 0; h < DOLEN_N_HELPS; h++)
    put (may,
         dolen_help_code ((DolenHelp) h),
         dolen_leave_code ((DolenLeave) weights->leave[h]),
         weights->leave[h] != dolen_help_default_leave ((DolenHelp) h));
  drop_empty (root, "weights");
  drop_empty (root, "may");
}

gboolean
dolen_weights_write (const DolenWeights *weights, const char *path, GError **error)
{
  g_autoptr (GStrvBuilder) wrong = g_strv_builder_new ();
  json_object *root = read_object (path, wrong);
  gboolean ok;

  if (root == NULL)
    root = json_object_new_object ();
  fill (root, weights);
  ok = dolen_json_file_keep (path, root, error);
  json_object_put (root);
  return ok;
}
