/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-backup-record.h"

#define BACKUP(field, kind) DOLEN_FIELD (DolenBackupRecord, field, kind)

static const DolenField backup_fields[] = {
  BACKUP (uid, TEXT),   BACKUP (place, TEXT), BACKUP (name, TEXT),
  BACKUP (events, INT), BACKUP (by, TEXT),    BACKUP (created, TIME),
};

const DolenRecordType dolen_backup_record_type = { "backup",
                                                   sizeof (DolenBackupRecord),
                                                   backup_fields,
                                                   G_N_ELEMENTS (backup_fields),
                                                   (GDestroyNotify) dolen_backup_record_free };

void
dolen_backup_record_free (DolenBackupRecord *record)
{
  dolen_record_free (&dolen_backup_record_type, record);
}
