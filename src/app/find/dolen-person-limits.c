/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-person-limits.h"

#include "format/dolen-json-value.h"

#include <json-c/json.h>
#include <string.h>

typedef struct json_object JsonValue;

/* ---- from the record ---- */

static void
add_list (JsonValue *object, const char *key, char **codes)
{
  JsonValue *array;

  if (codes == NULL || codes[0] == NULL)
    return;
  array = json_object_new_array ();
  for (guint i = 0; codes[i] != NULL; i++)
    json_object_array_add (array, json_object_new_string (codes[i]));
  json_object_object_add (object, key, array);
}

static void
add_number (JsonValue *object, const char *key, int number)
{
  if (number >= 0)
    json_object_object_add (object, key, json_object_new_int (number));
}

/* "bus 12.5": so many kilometres; "car": without a limit. */
static void
add_travel (JsonValue *object, char **travel)
{
  JsonValue *means;

  if (travel == NULL || travel[0] == NULL)
    return;
  means = json_object_new_object ();
  for (guint i = 0; travel[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (travel[i], " ", 2);

    if (parts[0] != NULL)
      json_object_object_add (
          means,
          parts[0],
          parts[1] != NULL ? json_object_new_double (g_ascii_strtod (parts[1], NULL)) : NULL);
  }
  json_object_object_add (object, "travel", means);
}

static gboolean
said (const char *code, const char *yes, const char *also)
{
  return g_strcmp0 (code, yes) == 0 || (also != NULL && g_strcmp0 (code, also) == 0);
}

/* What they were asked elsewhere in the record need not be said twice. */
static void
add_about (JsonValue *object, const DolenPerson *person)
{
  g_autoptr (GStrvBuilder) about = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  if (person->about != NULL)
    g_strv_builder_addv (about, (const char **) person->about);
  if (said (person->carer, "yes", NULL))
    g_strv_builder_add (about, "carer");
  if (said (person->veteran, "yes", NULL))
    g_strv_builder_add (about, "veteran");
  if (said (person->disability, "a-lot", "a-little"))
    g_strv_builder_add (about, "disabled");
  codes = g_strv_builder_end (about);
  add_list (object, "about", codes);
}

char *
dolen_person_limits_json (const DolenPerson *person)
{
  JsonValue *object = json_object_new_object ();
  char *json = NULL;

  add_list (object, "free", person->free_times);
  add_number (object, "max_minutes", person->max_minutes);
  add_travel (object, person->travel);
  add_list (object, "avoid_places", person->avoid_places);
  dolen_json_put_text (object, "outdoors", person->outdoors);
  dolen_json_put_text (object, "group_size", person->group_size);
  add_about (object, person);
  add_list (object, "dislikes", person->dislikes);
  dolen_json_put_text (object, "risk", person->risk_level);
  add_number (object, "support_weeks", person->support_weeks);
  add_list (object, "words", person->words);
  if (json_object_object_length (object) > 0)
    json = g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  return json;
}

/* ---- to the profile ---- */

static DolenProfile *
read_object (JsonValue *object, DolenVocabulary *vocabulary)
{
  return dolen_profile_from_json (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN),
                                  -1,
                                  vocabulary,
                                  NULL,
                                  NULL,
                                  NULL,
                                  NULL);
}

/* Only the keys that can be read by themselves. */
static DolenProfile *
read_what_can_be (JsonValue *object, DolenVocabulary *vocabulary)
{
  JsonValue *good = json_object_new_object ();
  DolenProfile *profile;

  json_object_object_foreach (object, key, value)
  {
    JsonValue *one = json_object_new_object ();

    json_object_object_add (one, key, json_object_get (value));
    profile = read_object (one, vocabulary);
    if (profile != NULL)
      json_object_object_add (good, key, json_object_get (value));
    dolen_profile_free (profile);
    json_object_put (one);
  }
  profile = read_object (good, vocabulary);
  json_object_put (good);
  return profile;
}

DolenProfile *
dolen_person_limits_profile (const char *json, DolenVocabulary *vocabulary)
{
  JsonValue *object = json != NULL ? json_tokener_parse (json) : NULL;
  DolenProfile *profile = NULL;

  if (json_object_is_type (object, json_type_object)) {
    profile = read_object (object, vocabulary);
    if (profile == NULL)
      profile = read_what_can_be (object, vocabulary);
  }
  json_object_put (object);
  return profile != NULL ? profile : dolen_profile_new ();
}
