/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenMessageKind: what about. */
typedef enum {
  DOLEN_MESSAGE_DECISION, /* suitable, or returned with where it should go */
  DOLEN_MESSAGE_PROGRESS,
  DOLEN_MESSAGE_CLOSING,
  DOLEN_MESSAGE_NOT_REACHED,
} DolenMessageKind;

/** DolenMessage: what was written back to the referrer. Nothing is sent by itself. Texts are
 * (nullable) unless said. */
typedef struct {
  char *uid;      /* never NULL */
  char *person;   /* uid */
  char *episode;  /* uid */
  char *incoming; /* uid of the referral in it answers */
  DolenMessageKind kind;
  char *on;        /* civil date */
  char *language;  /* "cy", "en" */
  char *text;      /* as it went out */
  char **codes;    /* SNOMED CT codes it names */
  char *given_out; /* code "printed", "copied", "exported", "telephoned"; NULL: it has not left */
  gint64 created;
} DolenMessage;

extern const DolenRecordType dolen_message_type;

/** dolen_message_new: (transfer full): of today. */
DolenMessage *dolen_message_new (const char *person);
DolenMessage *dolen_message_copy (const DolenMessage *message);
void dolen_message_free (DolenMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenMessage, dolen_message_free)

G_END_DECLS
