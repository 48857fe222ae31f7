/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * Plain structs as JSON objects, told once in a table of their members. What is not known (NULL,
 * -1, NAN, FALSE, an empty list) is left out. Reading takes what is there, for an older entry may
 * lack a member that came later.
 */

typedef enum {
  DOLEN_MEMBER_TEXT,      /* char *, cleaned when read */
  DOLEN_MEMBER_INT,       /* int, -1 unknown */
  DOLEN_MEMBER_INT64,     /* gint64, -1 unknown */
  DOLEN_MEMBER_DOUBLE,    /* double, NAN unknown */
  DOLEN_MEMBER_FLAG,      /* gboolean */
  DOLEN_MEMBER_CODE,      /* an enumeration, by its codes */
  DOLEN_MEMBER_BILINGUAL, /* DolenBilingual */
  DOLEN_MEMBER_TEXTS,     /* GPtrArray of char * */
} DolenMemberType;

/** DolenCodes: the codes of an enumeration. */
typedef struct {
  const char *(*to_code) (int value);
  int (*from_code) (const char *code);
} DolenCodes;

typedef struct {
  const char *key;
  DolenMemberType type;
  gsize offset;
  const DolenCodes *codes; /* of DOLEN_MEMBER_CODE */
} DolenMember;

/** dolen_struct_to_json: (transfer full): an object of the @n @members of @record. */
json_object *dolen_struct_to_json (const DolenMember *members, gsize n, gconstpointer record);

/** dolen_struct_from_json: sets exactly these members of @record; FALSE where @object is none. */
gboolean
dolen_struct_from_json (const DolenMember *members, gsize n, gpointer record, json_object *object);

/** dolen_json_to_text: (transfer full): without blanks; takes over @value. */
char *dolen_json_to_text (json_object *value);

G_END_DECLS
