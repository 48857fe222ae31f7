/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenNote: what was written about a contact, a visit, or simply noted. */
typedef struct {
  char *uid;           /* never NULL */
  char *person;        /* uid */
  char *referral;      /* (nullable) uid it is about */
  char *kind;          /* "note", "call", "visit", "letter", "email", "text" */
  char *on;            /* civil date of what it tells */
  char *text;          /* never empty in a stored record, but in a restricted one */
  char **links;        /* (nullable) where else it belongs: "concern:UID", "appointment:UID" ... */
  gboolean restricted; /* only its author and leads may read it: the words stand in .sealed */
  char *sealed;        /* (nullable) base64: of a restricted note */
  gint64 created;
} DolenNote;

extern const DolenRecordType dolen_note_type;

/** dolen_note_new: (transfer full): dated today. @referral is (nullable). */
DolenNote *
dolen_note_new (const char *person, const char *referral, const char *kind, const char *text);
void dolen_note_free (DolenNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenNote, dolen_note_free)

G_END_DECLS
