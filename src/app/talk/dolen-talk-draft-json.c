/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-draft.h"

#include <json-c/json.h>

/* The lists by their keys, for both ways. */
static const struct {
  const char *key;
  gsize offset;
} lists[] = {
  { "interests", G_STRUCT_OFFSET (DolenTalkDraft, interests) },
  { "needs", G_STRUCT_OFFSET (DolenTalkDraft, needs) },
  { "barriers", G_STRUCT_OFFSET (DolenTalkDraft, barriers) },
  { "dislikes", G_STRUCT_OFFSET (DolenTalkDraft, dislikes) },
  { "words", G_STRUCT_OFFSET (DolenTalkDraft, words) },
  { "liked", G_STRUCT_OFFSET (DolenTalkDraft, liked) },
  { "not-for-me", G_STRUCT_OFFSET (DolenTalkDraft, not_for_me) },
};

static struct json_object *
new_list (char **list)
{
  struct json_object *array = json_object_new_array ();

  for (guint i = 0; list[i] != NULL; i++)
    json_object_array_add (array, json_object_new_string (list[i]));
  return array;
}

char *
dolen_talk_draft_to_json (const DolenTalkDraft *draft)
{
  struct json_object *object = json_object_new_object ();
  char *json;

  json_object_object_add (object, "step", json_object_new_int ((int) draft->step));
  json_object_object_add (
      object, "language", json_object_new_string (dolen_language_code (draft->language)));
  json_object_object_add (object, "size", json_object_new_int ((int) draft->size));
  if (draft->matters != NULL)
    json_object_object_add (object, "matters", json_object_new_string (draft->matters));
  if (draft->place != NULL)
    json_object_object_add (object, "place", json_object_new_string (draft->place));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    json_object_object_add (
        object, lists[i].key, new_list (G_STRUCT_MEMBER (char **, draft, lists[i].offset)));
  json_object_object_add (object, "means", json_object_new_int ((int) draft->means));
  json_object_object_add (object, "max-km", json_object_new_double (draft->max_km));
  json_object_object_add (object, "days", json_object_new_int ((int) draft->days));
  json_object_object_add (object, "times", json_object_new_int ((int) draft->times));
  json_object_object_add (object, "max-minutes", json_object_new_int (draft->max_minutes));
  json = g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  return json;
}

static void
read_list (struct json_object *object, const char *key, char ***list)
{
  struct json_object *array = NULL;
  GStrvBuilder *builder;

  if (!json_object_object_get_ex (object, key, &array)
      || !json_object_is_type (array, json_type_array))
    return;
  builder = g_strv_builder_new ();
  for (gsize i = 0; i < json_object_array_length (array); i++)
    g_strv_builder_add (builder, json_object_get_string (json_object_array_get_idx (array, i)));
  g_strfreev (*list);
  *list = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
}

static int
read_int (struct json_object *object, const char *key, int least, int most, int otherwise)
{
  struct json_object *value = NULL;

  if (!json_object_object_get_ex (object, key, &value))
    return otherwise;
  return CLAMP (json_object_get_int (value), least, most);
}

static void
read_draft (struct json_object *object, DolenTalkDraft *draft)
{
  struct json_object *value = NULL;

  draft->step = (DolenTalkStep) read_int (object, "step", 0, DOLEN_TALK_N_STEPS - 1, 0);
  if (json_object_object_get_ex (object, "language", &value))
    dolen_language_from_code (json_object_get_string (value), &draft->language);
  draft->size = (guint) read_int (object, "size", 0, DOLEN_TALK_LARGEST, 0);
  if (json_object_object_get_ex (object, "matters", &value))
    draft->matters = g_strdup (json_object_get_string (value));
  if (json_object_object_get_ex (object, "place", &value))
    draft->place = g_strdup (json_object_get_string (value));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    read_list (object, lists[i].key, &G_STRUCT_MEMBER (char **, draft, lists[i].offset));
  draft->means = (guint) read_int (object, "means", 0, 15, 0);
  if (json_object_object_get_ex (object, "max-km", &value))
    draft->max_km = json_object_get_double (value);
  draft->days = (guint) read_int (object, "days", 0, DOLEN_DAYS_ALL, 0);
  draft->times = (guint) read_int (object, "times", 0, 7, 0);
  draft->max_minutes = read_int (object, "max-minutes", -1, 24 * 60, -1);
}

DolenTalkDraft *
dolen_talk_draft_from_json (const char *json)
{
  struct json_object *object = json != NULL ? json_tokener_parse (json) : NULL;
  DolenTalkDraft *draft = NULL;

  if (json_object_is_type (object, json_type_object)) {
    draft = dolen_talk_draft_new (DOLEN_LANGUAGE_EN);
    read_draft (object, draft);
  }
  json_object_put (object);
  return draft;
}
