/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-record.h"

#include <string.h>

#define AT(record, field, T) (*(T *) (void *) ((char *) (record) + (field)->offset))
#define PEEK(record, field, T)                                                                     \
  (*(T const *) (const void *) ((const char *) (record) + (field)->offset))

void *
dolen_record_new (const DolenRecordType *type)
{
  void *record = g_malloc0 (type->size);

  for (gsize i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == DOLEN_FIELD_INT)
      AT (record, &type->fields[i], int) = type->fields[i].unset;
  return record;
}

gboolean
dolen_record_is_of_person (const DolenRecordType *type)
{
  for (gsize i = 1; i < type->n_fields; i++)
    if (g_str_equal (type->fields[i].name, "person"))
      return TRUE;
  return FALSE;
}

const char *
dolen_record_get_uid (const DolenRecordType *type, const void *record)
{
  return PEEK (record, &type->fields[0], char *);
}

void
dolen_record_rows_clear (const DolenRecordType *type, GPtrArray **rows)
{
  for (guint i = 0; *rows != NULL && i < (*rows)->len; i++)
    dolen_record_free (type, g_ptr_array_index (*rows, i));
  g_clear_pointer (rows, g_ptr_array_unref);
}

static void
clear_field (const DolenField *field, void *record)
{
  switch (field->kind) {
  case DOLEN_FIELD_TEXT:
    g_clear_pointer (&AT (record, field, char *), g_free);
    break;
  case DOLEN_FIELD_LIST:
    g_clear_pointer (&AT (record, field, char **), g_strfreev);
    break;
  case DOLEN_FIELD_ROWS:
    dolen_record_rows_clear (field->rows, &AT (record, field, GPtrArray *));
    break;
  case DOLEN_FIELD_INT:
    AT (record, field, int) = field->unset;
    break;
  case DOLEN_FIELD_TIME:
    AT (record, field, gint64) = 0;
    break;
  case DOLEN_FIELD_BOOL:
  case DOLEN_FIELD_ENUM:
  default:
    AT (record, field, int) = 0;
    break;
  }
}

void
dolen_record_free (const DolenRecordType *type, void *record)
{
  if (record == NULL)
    return;
  for (gsize i = 0; i < type->n_fields; i++)
    clear_field (&type->fields[i], record);
  g_free (record);
}

void *
dolen_record_copy (const DolenRecordType *type, const void *record)
{
  struct json_object *object = dolen_record_to_json (type, record);
  void *copy = dolen_record_new (type);

  dolen_record_merge_json (type, copy, object);
  json_object_put (object);
  return copy;
}

static struct json_object *
list_to_json (char *const *list)
{
  struct json_object *array;

  if (list == NULL || list[0] == NULL)
    return NULL;
  array = json_object_new_array ();
  for (gsize i = 0; list[i] != NULL; i++)
    json_object_array_add (array, json_object_new_string (list[i]));
  return array;
}

static struct json_object *
rows_to_json (const DolenRecordType *type, const GPtrArray *rows)
{
  struct json_object *array;

  if (rows == NULL || rows->len == 0)
    return NULL;
  array = json_object_new_array ();
  for (guint i = 0; i < rows->len; i++)
    json_object_array_add (array, dolen_record_to_json (type, rows->pdata[i]));
  return array;
}

static const char *
nick_of (const DolenField *field, int value)
{
  for (int i = 0; field->nicks[i] != NULL; i++)
    if (i == value)
      return field->nicks[i];
  return NULL;
}

struct json_object *
dolen_field_to_json (const DolenField *field, const void *record)
{
  const char *text;

  switch (field->kind) {
  case DOLEN_FIELD_TEXT:
    text = PEEK (record, field, char *);
    return text != NULL && *text != '\0' ? json_object_new_string (text) : NULL;
  case DOLEN_FIELD_INT:
    return PEEK (record, field, int) != field->unset
               ? json_object_new_int (PEEK (record, field, int))
               : NULL;
  case DOLEN_FIELD_TIME:
    return PEEK (record, field, gint64) != 0 ? json_object_new_int64 (PEEK (record, field, gint64))
                                             : NULL;
  case DOLEN_FIELD_BOOL:
    return PEEK (record, field, gboolean) ? json_object_new_boolean (TRUE) : NULL;
  case DOLEN_FIELD_ENUM:
    text = PEEK (record, field, int) != 0 ? nick_of (field, PEEK (record, field, int)) : NULL;
    return text != NULL ? json_object_new_string (text) : NULL;
  case DOLEN_FIELD_LIST:
    return list_to_json (PEEK (record, field, char **));
  case DOLEN_FIELD_ROWS:
  default:
    return rows_to_json (field->rows, PEEK (record, field, GPtrArray *));
  }
}

struct json_object *
dolen_record_to_json (const DolenRecordType *type, const void *record)
{
  struct json_object *object = json_object_new_object ();

  for (gsize i = 0; i < type->n_fields; i++) {
    struct json_object *value = dolen_field_to_json (&type->fields[i], record);

    if (value != NULL)
      json_object_object_add (object, type->fields[i].name, value);
  }
  return object;
}

static char **
list_from_json (struct json_object *array)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  gsize n = json_object_array_length (array);

  for (gsize i = 0; i < n; i++) {
    struct json_object *item = json_object_array_get_idx (array, i);

    if (json_object_is_type (item, json_type_string))
      g_ptr_array_add (list, g_strdup (json_object_get_string (item)));
  }
  if (list->len == 0)
    return NULL;
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_steal (list, NULL);
}

static GPtrArray *
rows_from_json (const DolenRecordType *type, struct json_object *array)
{
  GPtrArray *rows = g_ptr_array_new ();
  gsize n = json_object_array_length (array);

  for (gsize i = 0; i < n; i++) {
    struct json_object *item = json_object_array_get_idx (array, i);

    if (json_object_is_type (item, json_type_object)) {
      void *row = dolen_record_new (type);

      dolen_record_merge_json (type, row, item);
      g_ptr_array_add (rows, row);
    }
  }
  if (rows->len == 0)
    g_clear_pointer (&rows, g_ptr_array_unref);
  return rows;
}

static void
set_enum (const DolenField *field, void *record, const char *nick)
{
  for (int i = 0; field->nicks[i] != NULL; i++)
    if (g_str_equal (field->nicks[i], nick))
      AT (record, field, int) = i;
}

static void
set_scalar (const DolenField *field, void *record, struct json_object *value)
{
  if (field->kind == DOLEN_FIELD_TEXT && json_object_is_type (value, json_type_string))
    AT (record, field, char *) = g_strdup (json_object_get_string (value));
  else if (field->kind == DOLEN_FIELD_INT && json_object_is_type (value, json_type_int))
    AT (record, field, int) = json_object_get_int (value);
  else if (field->kind == DOLEN_FIELD_TIME && json_object_is_type (value, json_type_int))
    AT (record, field, gint64) = json_object_get_int64 (value);
  else if (field->kind == DOLEN_FIELD_BOOL && json_object_is_type (value, json_type_boolean))
    AT (record, field, gboolean) = json_object_get_boolean (value) != 0;
  else if (field->kind == DOLEN_FIELD_ENUM && json_object_is_type (value, json_type_string))
    set_enum (field, record, json_object_get_string (value));
}

void
dolen_field_from_text (const DolenField *field, void *record, const char *text)
{
  if (field->kind == DOLEN_FIELD_TEXT)
    AT (record, field, char *) = g_strdup (text);
  else if (field->kind == DOLEN_FIELD_ENUM)
    set_enum (field, record, text);
}

void
dolen_field_from_number (const DolenField *field, void *record, gint64 number)
{
  if (field->kind == DOLEN_FIELD_INT)
    AT (record, field, int) = (int) CLAMP (number, G_MININT, G_MAXINT);
  else if (field->kind == DOLEN_FIELD_TIME)
    AT (record, field, gint64) = number;
  else if (field->kind == DOLEN_FIELD_BOOL)
    AT (record, field, gboolean) = number != 0;
}

const char *
dolen_json_peek_text (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  return json_object_is_type (object, json_type_object)
                 && json_object_object_get_ex (object, name, &value)
                 && json_object_is_type (value, json_type_string)
             ? json_object_get_string (value)
             : NULL;
}

void
dolen_field_from_json (const DolenField *field, void *record, struct json_object *value)
{
  clear_field (field, record);
  if (field->kind != DOLEN_FIELD_LIST && field->kind != DOLEN_FIELD_ROWS)
    set_scalar (field, record, value);
  else if (!json_object_is_type (value, json_type_array))
    return;
  else if (field->kind == DOLEN_FIELD_LIST)
    AT (record, field, char **) = list_from_json (value);
  else
    AT (record, field, GPtrArray *) = rows_from_json (field->rows, value);
}

void
dolen_record_merge_json (const DolenRecordType *type, void *record, struct json_object *object)
{
  if (!json_object_is_type (object, json_type_object))
    return;
  for (gsize i = 0; i < type->n_fields; i++) {
    struct json_object *value = NULL;

    if (json_object_object_get_ex (object, type->fields[i].name, &value))
      dolen_field_from_json (&type->fields[i], record, value);
  }
}

struct json_object *
dolen_record_difference (const DolenRecordType *type, const void *before, const void *after)
{
  struct json_object *difference = NULL;

  for (gsize i = 0; i < type->n_fields; i++) {
    struct json_object *old = dolen_field_to_json (&type->fields[i], before);
    struct json_object *new = dolen_field_to_json (&type->fields[i], after);

    if (json_object_equal (old, new)) {
      json_object_put (new);
    } else {
      if (difference == NULL)
        difference = json_object_new_object ();
      json_object_object_add (difference, type->fields[i].name, new);
    }
    json_object_put (old);
  }
  return difference;
}

gboolean
dolen_record_equal (const DolenRecordType *type, const void *a, const void *b)
{
  struct json_object *difference = dolen_record_difference (type, a, b);

  json_object_put (difference);
  return difference == NULL;
}
