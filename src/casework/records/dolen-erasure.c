/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-erasure.h"

#define ERASURE(field, kind, ...) DOLEN_FIELD (DolenErasure, field, kind, ##__VA_ARGS__)

static const DolenField erasure_fields[] = {
  ERASURE (uid, TEXT),     ERASURE (reference, TEXT), ERASURE (key, TEXT),
  ERASURE (entries, INT),  ERASURE (drafts, INT),     ERASURE (on, TEXT),
  ERASURE (by, TEXT),      ERASURE (why, TEXT),       ERASURE (backup_on, TEXT),
  ERASURE (dies_on, TEXT), ERASURE (created, TIME),
};

const DolenRecordType dolen_erasure_type = { "erasure",
                                             sizeof (DolenErasure),
                                             erasure_fields,
                                             G_N_ELEMENTS (erasure_fields),
                                             (GDestroyNotify) dolen_erasure_free };

void
dolen_erasure_free (DolenErasure *erasure)
{
  dolen_record_free (&dolen_erasure_type, erasure);
}
