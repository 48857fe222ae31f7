/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-event.h"

#include "base/dolen-error.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

#define DEEPEST 16 /* of a nested value in an event */

int
dolen_clock_compare (DolenClock a, DolenClock b)
{
  if (a.ms != b.ms)
    return a.ms < b.ms ? -1 : 1;
  return a.counter < b.counter ? -1 : a.counter > b.counter;
}

void
dolen_clock_tick (DolenClock *clock, gint64 now)
{
  if (now > clock->ms)
    *clock = (DolenClock){ now, 0 };
  else
    clock->counter++;
}

void
dolen_clock_see (DolenClock *clock, DolenClock other)
{
  if (dolen_clock_compare (*clock, other) < 0)
    *clock = other;
}

DolenEvent *
dolen_event_new (const char *type, const char *person)
{
  DolenEvent *event = g_new0 (DolenEvent, 1);

  event->version = DOLEN_EVENT_VERSION;
  event->type = g_strdup (type);
  event->person = g_strdup (person);
  return event;
}

void
dolen_event_free (DolenEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->id);
  g_free (event->type);
  g_free (event->person);
  g_free (event->author);
  g_free (event->worker);
  g_free (event->target);
  g_free (event->note);
  g_free (event->first_author);
  json_object_put (event->changes);
  g_free (event);
}

DolenEvent *
dolen_event_copy (const DolenEvent *event)
{
  DolenEvent *copy = g_new0 (DolenEvent, 1);

  *copy = *event;
  copy->id = g_strdup (event->id);
  copy->type = g_strdup (event->type);
  copy->person = g_strdup (event->person);
  copy->author = g_strdup (event->author);
  copy->worker = g_strdup (event->worker);
  copy->target = g_strdup (event->target);
  copy->note = g_strdup (event->note);
  copy->first_author = g_strdup (event->first_author);
  copy->changes = json_object_get (event->changes);
  return copy;
}

void
dolen_event_add_change (DolenEvent *event,
                        const char *record,
                        const char *uid,
                        struct json_object *set)
{
  struct json_object *change = json_object_new_object ();

  json_object_object_add (change, "record", json_object_new_string (record));
  json_object_object_add (change, "uid", json_object_new_string (uid));
  json_object_object_add (change, "set", set);
  if (event->changes == NULL)
    event->changes = json_object_new_array ();
  json_object_array_add (event->changes, change);
}

char *
dolen_event_encode (const DolenEvent *event)
{
  struct json_object *object = json_object_new_object ();
  struct json_object *clock = json_object_new_array_ext (2);
  char *text;

  json_object_object_add (object, "v", json_object_new_int (event->version));
  dolen_json_put_text (object, "type", event->type);
  dolen_json_put_text (object, "person", event->person);
  json_object_array_add (clock, json_object_new_int64 (event->clock.ms));
  json_object_array_add (clock, json_object_new_int (event->clock.counter));
  json_object_object_add (object, "clock", clock);
  json_object_object_add (object, "wall", json_object_new_int64 (event->wall));
  dolen_json_put_text (object, "author", event->author);
  dolen_json_put_text (object, "worker", event->worker);
  dolen_json_put_text (object, "target", event->target);
  dolen_json_put_text (object, "note", event->note);
  if (event->first_wall != 0)
    json_object_object_add (object, "first_wall", json_object_new_int64 (event->first_wall));
  dolen_json_put_text (object, "first_author", event->first_author);
  if (event->changes != NULL)
    json_object_object_add (object, "changes", json_object_get (event->changes));
  text = g_strdup (json_object_to_json_string_ext (
      object, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (object);
  return text;
}

static char *
get_text (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  if (!json_object_object_get_ex (object, name, &value)
      || !json_object_is_type (value, json_type_string))
    return NULL;
  return g_strdup (json_object_get_string (value));
}

static gint64
get_number (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  if (!json_object_object_get_ex (object, name, &value)
      || !json_object_is_type (value, json_type_int))
    return 0;
  return json_object_get_int64 (value);
}

static DolenClock
get_clock (struct json_object *object)
{
  struct json_object *value = NULL;

  if (!json_object_object_get_ex (object, "clock", &value)
      || !json_object_is_type (value, json_type_array) || json_object_array_length (value) != 2)
    return (DolenClock){ 0, 0 };
  return (DolenClock){ json_object_get_int64 (json_object_array_get_idx (value, 0)),
                       json_object_get_int (json_object_array_get_idx (value, 1)) };
}

static struct json_object *
parse (const char *text, gsize size)
{
  /* A tokener takes a moment to make; one a thread serves a whole replay. */
  static GPrivate tokeners = G_PRIVATE_INIT ((GDestroyNotify) json_tokener_free);
  struct json_tokener *tokener = g_private_get (&tokeners);
  struct json_object *object;

  if (tokener == NULL) {
    tokener = json_tokener_new_ex (DEEPEST);
    g_private_set (&tokeners, tokener);
  }
  json_tokener_reset (tokener);
  object = json_tokener_parse_ex (tokener, text, (int) size);
  if (json_tokener_get_error (tokener) != json_tokener_success
      || !json_object_is_type (object, json_type_object))
    g_clear_pointer (&object, json_object_put);
  json_tokener_reset (tokener);
  return object;
}

DolenEvent *
dolen_event_decode (const char *text, gsize size, GError **error)
{
  struct json_object *object = size <= G_MAXINT ? parse (text, size) : NULL;
  struct json_object *changes = NULL;
  DolenEvent *event;
  g_autofree char *type = object != NULL ? get_text (object, "type") : NULL;

  if (type == NULL) {
    json_object_put (object);
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("What was sealed is not an event."));
    return NULL;
  }
  event = g_new0 (DolenEvent, 1);
  event->version = (int) get_number (object, "v");
  event->type = g_steal_pointer (&type);
  event->person = get_text (object, "person");
  event->clock = get_clock (object);
  event->wall = get_number (object, "wall");
  event->author = get_text (object, "author");
  event->worker = get_text (object, "worker");
  event->target = get_text (object, "target");
  event->note = get_text (object, "note");
  event->first_wall = get_number (object, "first_wall");
  event->first_author = get_text (object, "first_author");
  if (json_object_object_get_ex (object, "changes", &changes)
      && json_object_is_type (changes, json_type_array))
    event->changes = json_object_get (changes);
  json_object_put (object);
  return event;
}
