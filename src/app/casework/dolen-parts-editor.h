/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-codes.h"
#include "casework/records/dolen-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What a person's record holds several of (risks, who is involved ...), as rows that unfold, with a
 * button that adds one. Which fields there are stands in a table. Signal "changed" ().
 */
#define DOLEN_TYPE_PARTS_EDITOR (dolen_parts_editor_get_type ())
G_DECLARE_FINAL_TYPE (DolenPartsEditor, dolen_parts_editor, DOLEN, PARTS_EDITOR, AdwBin)

typedef enum {
  DOLEN_PART_FIELD_CODE, /* a choice of .codes */
  DOLEN_PART_FIELD_TEXT,
  DOLEN_PART_FIELD_DATE,
  DOLEN_PART_FIELD_PHONE, /* kept in canonical form */
  DOLEN_PART_FIELD_FLAG,
} DolenPartFieldKind;

typedef struct {
  const char *name;  /* of the record's field */
  const char *title; /* msgid */
  DolenPartFieldKind kind;
  DolenCodeList codes;
} DolenPartField;

/** DolenPartsSpec: static. A part without a word in .needed is left out when it is stored. */
typedef struct {
  const DolenRecordType *type;
  const DolenPartField *fields;
  gsize n_fields;
  const char *needed; /* name of a field */
  const char *add;    /* msgid, with a mnemonic */
} DolenPartsSpec;

GtkWidget *dolen_parts_editor_new (const DolenPartsSpec *spec);

/** dolen_parts_editor_set: shows @parts (nullable). */
void dolen_parts_editor_set (DolenPartsEditor *self, const GPtrArray *parts);

/** dolen_parts_editor_add: one more, unfolded, with the fields of @part (nullable) filled in. */
void dolen_parts_editor_add (DolenPartsEditor *self, const void *part);

/** dolen_parts_editor_get: (transfer full) (nullable): the parts as typed, for a field of kind
 * DOLEN_FIELD_ROWS; NULL where there are none. */
GPtrArray *dolen_parts_editor_get (DolenPartsEditor *self);

/** dolen_parts_editor_find_problem: (nullable): an entry where a day is wanted and none typed. */
GtkWidget *dolen_parts_editor_find_problem (DolenPartsEditor *self);

G_END_DECLS
