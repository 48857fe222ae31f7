/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/**
 * DolenServiceNote: what workers tell each other of a group and nobody else: "Ring before ten; the
 * caretaker is difficult". Of nobody: it names a service, not a person, and is the office's, sealed
 * with the office key; no export and no hand-out knows of it. Texts are (nullable) unless said.
 */
typedef struct {
  char *uid;          /* never NULL */
  char *service;      /* uid of the service; never NULL */
  char *service_name; /* as it was then, should the listing go */
  char *text;         /* NULL: it was taken away */
  char *on;           /* civil date of its last change */
  char *by;           /* who wrote it last */
  gint64 created;     /* instant */
} DolenServiceNote;

extern const DolenRecordType dolen_service_note_type;

void dolen_service_note_free (DolenServiceNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenServiceNote, dolen_service_note_free)

G_END_DECLS
