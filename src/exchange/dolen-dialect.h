/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * Which standard a record follows and what it is a record of. Nobody is asked: each record tells
 * by its own keys, since folders and aggregators mix them; where it does not (the list forms of
 * ORUK 1.0 and 3.0 are nearly the same) the last that did decides.
 */
typedef enum {
  DOLEN_DIALECT_UNKNOWN, /* read with every spelling */
  DOLEN_DIALECT_ORUK_1,
  DOLEN_DIALECT_HSDS_3, /* ORUK 3.0 and HSDS 3.0, 3.1 */
  DOLEN_DIALECT_OUTPOST,
} DolenDialect;

typedef enum {
  DOLEN_RECORD_OF_NOTHING, /* an API's root page, a taxonomy, a place alone */
  DOLEN_RECORD_OF_SERVICE,
  DOLEN_RECORD_OF_ORGANISATION,
  DOLEN_RECORD_OF_SERVICE_AT_LOCATION,
} DolenRecordOf;

/** dolen_dialect_code: "oruk-1", "hsds-3", "outpost", "unknown". */
const char *dolen_dialect_code (DolenDialect dialect);

/** dolen_dialect_of_record: by the keys of @record; @before where they do not tell. */
DolenDialect dolen_dialect_of_record (json_object *record, DolenDialect before);

/**
 * dolen_dialect_unwrap:
 * @record: an element of a feed
 * @deleted: (out): an RPDE item that says the record is gone
 *
 * Returns: (transfer none) (nullable): the record itself: what is inside an RPDE item
 *   ({state, kind, id, modified, data}), else @record; NULL where it is deleted
 */
json_object *dolen_dialect_unwrap (json_object *record, gboolean *deleted);

/** dolen_dialect_record_of: @container: (nullable): the key of the array it stood in. */
DolenRecordOf dolen_dialect_record_of (json_object *record, const char *container);

G_END_DECLS
