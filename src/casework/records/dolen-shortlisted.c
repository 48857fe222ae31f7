/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-shortlisted.h"

#include "base/dolen-id.h"

#define TEXT(field) DOLEN_FIELD (DolenShortlisted, field, TEXT)

static const DolenField fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (service),
  TEXT (service_name),
  TEXT (service_name_cy),
  TEXT (word),
  DOLEN_FIELD (DolenShortlisted, interim, BOOL),
  TEXT (removed_on),
  DOLEN_FIELD (DolenShortlisted, created, TIME),
};

const DolenRecordType dolen_shortlisted_type = { "shortlisted",
                                                 sizeof (DolenShortlisted),
                                                 fields,
                                                 G_N_ELEMENTS (fields),
                                                 (GDestroyNotify) dolen_shortlisted_free };

DolenShortlisted *
dolen_shortlisted_new (const char *person, const char *service)
{
  DolenShortlisted *shortlisted = dolen_record_new (&dolen_shortlisted_type);

  shortlisted->uid = dolen_id_for_foreign (person, "shortlisted", service);
  shortlisted->person = g_strdup (person);
  shortlisted->service = g_strdup (service);
  return shortlisted;
}

DolenShortlisted *
dolen_shortlisted_copy (const DolenShortlisted *shortlisted)
{
  return dolen_record_copy (&dolen_shortlisted_type, shortlisted);
}

void
dolen_shortlisted_free (DolenShortlisted *shortlisted)
{
  dolen_record_free (&dolen_shortlisted_type, shortlisted);
}
