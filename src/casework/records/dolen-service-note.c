/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-service-note.h"

#define NOTE(field, kind) DOLEN_FIELD (DolenServiceNote, field, kind)

static const DolenField fields[] = {
  NOTE (uid, TEXT), NOTE (service, TEXT), NOTE (service_name, TEXT), NOTE (text, TEXT),
  NOTE (on, TEXT),  NOTE (by, TEXT),      NOTE (created, TIME),
};

const DolenRecordType dolen_service_note_type = { "service_note",
                                                  sizeof (DolenServiceNote),
                                                  fields,
                                                  G_N_ELEMENTS (fields),
                                                  (GDestroyNotify) dolen_service_note_free };

void
dolen_service_note_free (DolenServiceNote *note)
{
  dolen_record_free (&dolen_service_note_type, note);
}
