/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * What a record of casework is made of, told once in a table: from it come its JSON in an event,
 * its row in the caseload, its copy, its freeing and the difference of two of them.
 */
typedef enum {
  DOLEN_FIELD_TEXT, /* char * (nullable) */
  DOLEN_FIELD_INT,  /* int; what "not known" is stands in the field's .unset */
  DOLEN_FIELD_TIME, /* gint64: an instant, 0 not known */
  DOLEN_FIELD_BOOL, /* gboolean */
  DOLEN_FIELD_ENUM, /* int (an enum from 0 on); written as its nick */
  DOLEN_FIELD_LIST, /* char ** (nullable): codes or lines; NULL where empty */
  DOLEN_FIELD_ROWS, /* GPtrArray * (nullable) of records of .rows; NULL where empty */
} DolenFieldKind;

typedef struct _DolenRecordType DolenRecordType;

typedef struct {
  const char *name; /* in JSON and as a column */
  DolenFieldKind kind;
  gsize offset;                /* in the struct */
  int unset;                   /* DOLEN_FIELD_INT: the value that means "not known" */
  const char *const *nicks;    /* DOLEN_FIELD_ENUM: NULL-terminated, in the order of the enum */
  const DolenRecordType *rows; /* DOLEN_FIELD_ROWS */
} DolenField;

/** DOLEN_FIELD: a line of a record's table: the field @field_name of the struct @T, of kind
 * DOLEN_FIELD_@field_kind; further members of DolenField may follow. */
#define DOLEN_FIELD(T, field_name, field_kind, ...)                                                \
  {                                                                                                \
    .name = G_STRINGIFY (field_name), .kind = DOLEN_FIELD_##field_kind,                            \
    .offset = G_STRUCT_OFFSET (T, field_name), __VA_ARGS__                                         \
  }

/** DolenRecordType: the first field of a record with a table of its own is always "uid". */
struct _DolenRecordType {
  const char *name; /* in events and as the table: "person" */
  gsize size;       /* of the struct */
  const DolenField *fields;
  gsize n_fields;
  GDestroyNotify free; /* (nullable) of a record with a table of its own */
};

/** dolen_record_new: (transfer full): all fields unset. */
void *dolen_record_new (const DolenRecordType *type);
void *dolen_record_copy (const DolenRecordType *type, const void *record);
/** dolen_record_free: NULL is allowed. */
void dolen_record_free (const DolenRecordType *type, void *record);
/** dolen_record_get_uid: (transfer none): its first field, which is its uid in all that are stored
 * by themselves. */
const char *dolen_record_get_uid (const DolenRecordType *type, const void *record);

/** dolen_record_is_of_person: whether its records are about somebody: not so "person" itself, nor
 * what is of the office. */
gboolean dolen_record_is_of_person (const DolenRecordType *type);
/** dolen_record_rows_clear: frees the rows a field of kind DOLEN_FIELD_ROWS holds; it is NULL then.
 */
void dolen_record_rows_clear (const DolenRecordType *type, GPtrArray **rows);
gboolean dolen_record_equal (const DolenRecordType *type, const void *a, const void *b);

/** dolen_record_to_json: (transfer full): an object of the fields that are set. */
struct json_object *dolen_record_to_json (const DolenRecordType *type, const void *record);

/**
 * dolen_record_merge_json:
 * @object: (nullable): fields to set; null unsets one; unknown names and wrong kinds are passed
 * over
 *
 * Never fails: an event of a newer Dolen keeps what is understood.
 */
void
dolen_record_merge_json (const DolenRecordType *type, void *record, struct json_object *object);

/**
 * dolen_record_difference:
 *
 * Returns: (transfer full) (nullable): the fields that turn @before into @after (null for those
 * unset); NULL where nothing differs. Swapped arguments give the undo.
 */
struct json_object *
dolen_record_difference (const DolenRecordType *type, const void *before, const void *after);

/** dolen_json_peek_text: (transfer none) (nullable): the text @name of @object (a change of an
 * event, or its fields); NULL where there is none, it is no text, or @object no object. */
const char *dolen_json_peek_text (struct json_object *object, const char *name);

/** dolen_field_from_json: @value: (nullable): one field, as dolen_record_merge_json() sets it. */
void dolen_field_from_json (const DolenField *field, void *record, struct json_object *value);

/** dolen_field_from_text, _number: the same for fields of one value, without JSON: the text or nick
 * (one that is not known leaves the first), the number, time or flag. @record is new. */
void dolen_field_from_text (const DolenField *field, void *record, const char *text);
void dolen_field_from_number (const DolenField *field, void *record, gint64 number);

/** dolen_field_to_json: (transfer full) (nullable): one field; NULL where it is unset. */
struct json_object *dolen_field_to_json (const DolenField *field, const void *record);

G_END_DECLS
