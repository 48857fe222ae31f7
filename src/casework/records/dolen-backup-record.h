/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenBackupRecord: a backup that was made and read back; of nobody, under the office key. It
 * tells when the last copy of a key that is destroyed later dies. Texts are (nullable) unless said.
 */
typedef struct {
  char *uid;      /* never NULL */
  char *place;    /* the folder, as this computer calls it */
  char *name;     /* of the file of events */
  int events;     /* how many it holds */
  char *by;       /* who was working */
  gint64 created; /* instant it was made */
} DolenBackupRecord;

extern const DolenRecordType dolen_backup_record_type;

void dolen_backup_record_free (DolenBackupRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenBackupRecord, dolen_backup_record_free)

G_END_DECLS
