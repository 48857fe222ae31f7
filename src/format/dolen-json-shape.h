/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/dolen-json-bytes.h"

G_BEGIN_DECLS

/*
 * What a JSON object at the top of a file is: a record, or an envelope around arrays of records.
 *
 * Known names decide ("contents", "content", "items", "data", "results", "services" ...; spellings
 * differ: standards of ORUK 1.0, 3.0, RPDE, and what servers make of them). An object with an id of
 * its own is a record, whatever arrays it holds. Else the largest array of objects is taken.
 */
typedef struct {
  char *key;      /* as written */
  goffset offset; /* of its "[" */
  goffset length;
  guint depth; /* 1: a member of the object at the top */
  int rank;    /* the order of reading: smaller first */
} DolenJsonArray;

typedef struct {
  gboolean is_record;
  GPtrArray *arrays; /* of DolenJsonArray: those to read, in this order; empty for a record */
  GHashTable *texts; /* key as written -> text of a scalar beside the records */
} DolenJsonShape;

void dolen_json_shape_init (DolenJsonShape *shape);
void dolen_json_shape_clear (DolenJsonShape *shape);

/**
 * dolen_json_shape_find:
 * @bytes: at the "{"; afterwards wherever the search ended
 *
 * Reads as much of the object as it takes. Where that breaks off, it is called a record unless an
 * array was already seen, and whoever reads on meets the fault again and can name the record.
 */
void dolen_json_shape_find (DolenJsonShape *shape, DolenJsonBytes *bytes);

/** dolen_json_shape_member: reads one `"key": value` that is not a record, keeping short scalars.
 */
gboolean dolen_json_shape_member (DolenJsonShape *shape, DolenJsonBytes *bytes, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenJsonShape, dolen_json_shape_clear)

G_END_DECLS
