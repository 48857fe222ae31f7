/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edit-json.h"

#include "format/dolen-json-value.h"

static void
add_known (json_object *object, const char *key, int number)
{
  if (number >= 0)
    json_object_object_add (object, key, json_object_new_int (number));
}

static char *
get_text (json_object *object, const char *key)
{
  json_object *value = json_object_object_get (object, key);
  return value != NULL ? g_strdup (json_object_get_string (value)) : NULL;
}

static int
get_known (json_object *object, const char *key)
{
  json_object *value = json_object_object_get (object, key);
  return value != NULL ? json_object_get_int (value) : -1;
}

static char *
finish (json_object *object)
{
  char *json = g_strdup (json_object_to_json_string_ext (
      object, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));

  json_object_put (object);
  return json;
}

static json_object *
parse (const char *json)
{
  json_object *object = json != NULL ? json_tokener_parse (json) : NULL;

  if (object != NULL && !json_object_is_type (object, json_type_object))
    g_clear_pointer (&object, json_object_put);
  return object;
}

char *
dolen_edit_json_value (const char *value, const DolenBilingual *text)
{
  json_object *object = json_object_new_object ();

  json_object_object_add (object, "value", value != NULL ? json_object_new_string (value) : NULL);
  if (text != NULL) {
    dolen_json_put_text (object, "en_state", dolen_text_state_code (text->en_state));
    dolen_json_put_text (object, "cy_state", dolen_text_state_code (text->cy_state));
  }
  return finish (object);
}

static void
read_states (json_object *object, DolenBilingual *text)
{
  g_autofree char *en = get_text (object, "en_state");
  g_autofree char *cy = get_text (object, "cy_state");

  text->en_state = dolen_text_state_from_code (en);
  text->cy_state = dolen_text_state_from_code (cy);
}

gboolean
dolen_edit_json_read_value (const char *json, char **value, DolenBilingual *text)
{
  json_object *object = parse (json);

  if (object == NULL)
    return FALSE;
  *value = get_text (object, "value");
  if (text != NULL)
    read_states (object, text);
  json_object_put (object);
  return TRUE;
}

char *
dolen_edit_json_part (const char *value)
{
  json_object *object = json_object_new_object ();

  json_object_object_add (object, "part", json_tokener_parse (value));
  return finish (object);
}

gboolean
dolen_edit_json_read_part (const char *json, char **value)
{
  json_object *object = parse (json), *part = NULL;
  gboolean found = object != NULL && json_object_object_get_ex (object, "part", &part);

  *value = NULL;
  if (found)
    *value = g_strdup (json_object_to_json_string_ext (
        part, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (object);
  return found;
}

static json_object *
write_capacity (const DolenCapacity *capacity)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "uid", capacity->uid);
  dolen_json_put_text (object, "status", dolen_capacity_status_code (capacity->status));
  add_known (object, "places_free", capacity->places_free);
  add_known (object, "places_total", capacity->places_total);
  add_known (object, "wait_weeks_from", capacity->wait_weeks_from);
  add_known (object, "wait_weeks_to", capacity->wait_weeks_to);
  dolen_json_put_text (object, "returns_on", capacity->returns_on);
  dolen_json_put_text (object, "note", capacity->note);
  dolen_json_put_text (object, "as_of", capacity->as_of);
  dolen_json_put_text (object, "source", dolen_told_by_code (capacity->source));
  dolen_json_put_text (object, "told_by", capacity->told_by);
  return object;
}

static DolenCapacity *
read_capacity (json_object *object)
{
  DolenCapacity *capacity = dolen_capacity_new ();
  g_autofree char *status = get_text (object, "status");
  g_autofree char *source = get_text (object, "source");

  capacity->uid = get_text (object, "uid");
  capacity->status = dolen_capacity_status_from_code (status);
  capacity->places_free = get_known (object, "places_free");
  capacity->places_total = get_known (object, "places_total");
  capacity->wait_weeks_from = get_known (object, "wait_weeks_from");
  capacity->wait_weeks_to = get_known (object, "wait_weeks_to");
  capacity->returns_on = get_text (object, "returns_on");
  capacity->note = get_text (object, "note");
  capacity->as_of = get_text (object, "as_of");
  capacity->source = dolen_told_by_from_code (source);
  capacity->told_by = get_text (object, "told_by");
  return capacity;
}

static json_object *
write_confirmation (const DolenConfirmation *confirmation)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "uid", confirmation->uid);
  dolen_json_put_text (object, "on", confirmation->on);
  dolen_json_put_text (object, "how", dolen_told_by_code (confirmation->how));
  dolen_json_put_text (object, "asked", confirmation->asked);
  dolen_json_put_text (object, "confirmed", confirmation->confirmed);
  dolen_json_put_text (object, "by", confirmation->by);
  if (confirmation->outcome != DOLEN_CALL_REACHED)
    dolen_json_put_text (object, "outcome", dolen_call_outcome_code (confirmation->outcome));
  dolen_json_put_text (object, "note", confirmation->note);
  dolen_json_put_text (object, "next_try_on", confirmation->next_try_on);
  return object;
}

static DolenConfirmation *
read_confirmation (json_object *object)
{
  DolenConfirmation *confirmation = dolen_confirmation_new ();
  g_autofree char *how = get_text (object, "how");
  g_autofree char *outcome = get_text (object, "outcome");

  confirmation->uid = get_text (object, "uid");
  confirmation->on = get_text (object, "on");
  confirmation->how = dolen_told_by_from_code (how);
  confirmation->asked = get_text (object, "asked");
  confirmation->confirmed = get_text (object, "confirmed");
  confirmation->by = get_text (object, "by");
  confirmation->outcome = dolen_call_outcome_from_code (outcome);
  confirmation->note = get_text (object, "note");
  confirmation->next_try_on = get_text (object, "next_try_on");
  return confirmation;
}

char *
dolen_edit_json_read_reason (const char *json)
{
  json_object *root = json_tokener_parse (json);
  char *reason = dolen_json_get_line (root, "reason");

  json_object_put (root);
  return reason;
}

char *
dolen_edit_json_facts (const DolenCapacity *capacity, const DolenConfirmation *confirmation)
{
  json_object *object = json_object_new_object ();

  if (capacity != NULL)
    json_object_object_add (object, "capacity", write_capacity (capacity));
  if (confirmation != NULL)
    json_object_object_add (object, "confirmation", write_confirmation (confirmation));
  return finish (object);
}

gboolean
dolen_edit_json_read_facts (const char *json,
                            DolenCapacity **capacity,
                            DolenConfirmation **confirmation)
{
  json_object *object = parse (json), *part;

  *capacity = NULL;
  *confirmation = NULL;
  if (object == NULL)
    return FALSE;
  if (json_object_object_get_ex (object, "capacity", &part))
    *capacity = read_capacity (part);
  if (json_object_object_get_ex (object, "confirmation", &part))
    *confirmation = read_confirmation (part);
  json_object_put (object);
  return TRUE;
}

char *
dolen_edit_json_group (const char *service_uid, const char *organisation_uid)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "service", service_uid);
  dolen_json_put_text (object, "organisation", organisation_uid);
  return finish (object);
}

gboolean
dolen_edit_json_read_group (const char *json, char **service_uid, char **organisation_uid)
{
  json_object *object = parse (json);

  if (object == NULL)
    return FALSE;
  *service_uid = get_text (object, "service");
  *organisation_uid = get_text (object, "organisation");
  json_object_put (object);
  return TRUE;
}
