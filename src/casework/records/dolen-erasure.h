/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenErasure: that somebody's record was destroyed: what the proof is made of. Of nobody, under
 * the office key: nothing in it names the person. Texts are (nullable) unless said. */
typedef struct {
  char *uid;       /* never NULL */
  char *reference; /* "E-4821", never NULL: for the file of whoever asked */
  char *key;       /* never NULL: id of the key destroyed, hex: a random number */
  int entries;     /* how many sealed entries were destroyed */
  int drafts;      /* how many drafts */
  char *on;        /* civil date, never NULL */
  char *by;        /* who did it */
  char *why;       /* never empty: "asked by the person", "retention" ... in words */
  char *backup_on; /* civil date of the last backup that held the key; NULL: there was none */
  char *dies_on;   /* civil date the last copy of the key dies */
  gint64 created;  /* instant */
} DolenErasure;

extern const DolenRecordType dolen_erasure_type;

void dolen_erasure_free (DolenErasure *erasure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenErasure, dolen_erasure_free)

G_END_DECLS
