/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-struct-json.h"

#include "base/dolen-text.h"
#include "language/dolen-bilingual.h"

#include <math.h>

static gpointer
at (gconstpointer record, const DolenMember *member)
{
  return (char *) record + member->offset;
}

static json_object *
new_text (const char *text)
{
  return text != NULL ? json_object_new_string (text) : NULL;
}

static json_object *
bilingual_to_json (const DolenBilingual *text)
{
  json_object *object;

  if (dolen_bilingual_is_empty (text))
    return NULL;
  object = json_object_new_object ();
  if (text->en != NULL) {
    json_object_object_add (object, "en", new_text (text->en));
    json_object_object_add (object, "en_state", new_text (dolen_text_state_code (text->en_state)));
  }
  if (text->cy != NULL) {
    json_object_object_add (object, "cy", new_text (text->cy));
    json_object_object_add (object, "cy_state", new_text (dolen_text_state_code (text->cy_state)));
  }
  return object;
}

static json_object *
texts_to_json (const GPtrArray *texts)
{
  json_object *list;

  if (texts->len == 0)
    return NULL;
  list = json_object_new_array ();
  for (guint i = 0; i < texts->len; i++)
    json_object_array_add (list, new_text (g_ptr_array_index (texts, i)));
  return list;
}

static json_object *
number_to_json (gint64 number)
{
  return number >= 0 ? json_object_new_int64 (number) : NULL;
}

static json_object *
member_to_json (const DolenMember *member, gconstpointer record)
{
  gpointer value = at (record, member);

  switch (member->type) {
  case DOLEN_MEMBER_INT:
    return number_to_json (*(int *) value);
  case DOLEN_MEMBER_INT64:
    return number_to_json (*(gint64 *) value);
  case DOLEN_MEMBER_DOUBLE:
    return isfinite (*(double *) value) ? json_object_new_double (*(double *) value) : NULL;
  case DOLEN_MEMBER_FLAG:
    return *(gboolean *) value ? json_object_new_boolean (TRUE) : NULL;
  case DOLEN_MEMBER_CODE:
    return new_text (member->codes->to_code (*(int *) value));
  case DOLEN_MEMBER_BILINGUAL:
    return bilingual_to_json (value);
  case DOLEN_MEMBER_TEXTS:
    return texts_to_json (*(GPtrArray **) value);
  case DOLEN_MEMBER_TEXT:
  default:
    return new_text (*(char **) value);
  }
}

json_object *
dolen_struct_to_json (const DolenMember *members, gsize n, gconstpointer record)
{
  json_object *object = json_object_new_object ();

  for (gsize i = 0; i < n; i++) {
    json_object *value = member_to_json (&members[i], record);

    if (value != NULL)
      json_object_object_add (object, members[i].key, value);
  }
  return object;
}

static char *
clean (json_object *value)
{
  return json_object_is_type (value, json_type_string)
             ? dolen_text_clean (json_object_get_string (value))
             : NULL;
}

static char *
get_clean (json_object *object, const char *key)
{
  return clean (json_object_object_get (object, key));
}

static void
bilingual_from_json (json_object *value, DolenBilingual *text)
{
  g_autofree char *en = get_clean (value, "en");
  g_autofree char *cy = get_clean (value, "cy");
  g_autofree char *en_state = get_clean (value, "en_state");
  g_autofree char *cy_state = get_clean (value, "cy_state");

  dolen_bilingual_load (
      text, en, dolen_text_state_from_code (en_state), cy, dolen_text_state_from_code (cy_state));
}

static void
texts_from_json (json_object *value, GPtrArray *texts)
{
  g_ptr_array_set_size (texts, 0);
  if (!json_object_is_type (value, json_type_array))
    return;
  for (size_t i = 0; i < json_object_array_length (value); i++) {
    char *text = clean (json_object_array_get_idx (value, i));

    if (text != NULL)
      g_ptr_array_add (texts, text);
  }
}

static void
code_from_json (json_object *json, const DolenCodes *codes, gpointer value)
{
  g_autofree char *code = clean (json);

  *(int *) value = codes->from_code (code);
}

static void
member_from_json (const DolenMember *member, gpointer record, json_object *json)
{
  gpointer value = at (record, member);

  switch (member->type) {
  case DOLEN_MEMBER_INT:
    *(int *) value = json != NULL ? json_object_get_int (json) : -1;
    break;
  case DOLEN_MEMBER_INT64:
    *(gint64 *) value = json != NULL ? json_object_get_int64 (json) : -1;
    break;
  case DOLEN_MEMBER_DOUBLE:
    *(double *) value = json != NULL ? json_object_get_double (json) : (double) NAN;
    break;
  case DOLEN_MEMBER_FLAG:
    *(gboolean *) value = json_object_get_boolean (json);
    break;
  case DOLEN_MEMBER_CODE:
    code_from_json (json, member->codes, value);
    break;
  case DOLEN_MEMBER_BILINGUAL:
    bilingual_from_json (json, value);
    break;
  case DOLEN_MEMBER_TEXTS:
    texts_from_json (json, *(GPtrArray **) value);
    break;
  case DOLEN_MEMBER_TEXT:
  default:
    g_free (*(char **) value);
    *(char **) value = clean (json);
    break;
  }
}

gboolean
dolen_struct_from_json (const DolenMember *members, gsize n, gpointer record, json_object *object)
{
  if (!json_object_is_type (object, json_type_object))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    member_from_json (&members[i], record, json_object_object_get (object, members[i].key));
  return TRUE;
}

char *
dolen_json_to_text (json_object *value)
{
  char *text = g_strdup (json_object_to_json_string_ext (
      value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));

  json_object_put (value);
  return text;
}
