/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-diary.h"

#define DIARY(field, kind) DOLEN_FIELD (DolenDiary, field, kind)

static const DolenField diary_fields[] = {
  DIARY (uid, TEXT),    DIARY (worker, TEXT),  DIARY (week, TEXT),
  DIARY (sealed, TEXT), DIARY (created, TIME),
};

const DolenRecordType dolen_diary_type = { "diary",
                                           sizeof (DolenDiary),
                                           diary_fields,
                                           G_N_ELEMENTS (diary_fields),
                                           (GDestroyNotify) dolen_diary_free };

void
dolen_diary_free (DolenDiary *diary)
{
  dolen_record_free (&dolen_diary_type, diary);
}
