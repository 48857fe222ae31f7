/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-note.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

#define NOTE(field, kind) DOLEN_FIELD (DolenNote, field, kind)

static const DolenField note_fields[] = {
  NOTE (uid, TEXT),    NOTE (person, TEXT),  NOTE (referral, TEXT), NOTE (kind, TEXT),
  NOTE (on, TEXT),     NOTE (text, TEXT),    NOTE (links, LIST),    NOTE (restricted, BOOL),
  NOTE (sealed, TEXT), NOTE (created, TIME),
};

const DolenRecordType dolen_note_type = { "note",
                                          sizeof (DolenNote),
                                          note_fields,
                                          G_N_ELEMENTS (note_fields),
                                          (GDestroyNotify) dolen_note_free };

DolenNote *
dolen_note_new (const char *person, const char *referral, const char *kind, const char *text)
{
  DolenNote *note = dolen_record_new (&dolen_note_type);

  note->uid = dolen_id_new ();
  note->person = g_strdup (person);
  note->referral = g_strdup (referral);
  note->kind = g_strdup (kind);
  note->text = g_strdup (text);
  note->on = dolen_date_today ();
  return note;
}

void
dolen_note_free (DolenNote *note)
{
  dolen_record_free (&dolen_note_type, note);
}
