/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-concern.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

static const char *const states[]
    = { "raised", "discussed", "reported", "answered", "closed", NULL };

#define TEXT(field) DOLEN_FIELD (DolenConcern, field, TEXT)

static const DolenField concern_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (kind),
  TEXT (text),
  DOLEN_FIELD (DolenConcern, state, ENUM, .nicks = states),
  TEXT (raised_on),
  TEXT (raised_by),
  TEXT (discussed_on),
  TEXT (discussed_with),
  TEXT (consent),
  TEXT (consent_note),
  TEXT (reported_on),
  TEXT (reported_to),
  TEXT (report_reference),
  TEXT (answered_on),
  TEXT (answer),
  TEXT (closed_on),
  TEXT (closing_note),
  DOLEN_FIELD (DolenConcern, created, TIME),
};

const DolenRecordType dolen_concern_type = { "concern",
                                             sizeof (DolenConcern),
                                             concern_fields,
                                             G_N_ELEMENTS (concern_fields),
                                             (GDestroyNotify) dolen_concern_free };

DolenConcern *
dolen_concern_new (const char *person)
{
  DolenConcern *concern = dolen_record_new (&dolen_concern_type);

  concern->uid = dolen_id_new ();
  concern->person = g_strdup (person);
  concern->raised_on = dolen_date_today ();
  return concern;
}

DolenConcern *
dolen_concern_copy (const DolenConcern *concern)
{
  return dolen_record_copy (&dolen_concern_type, concern);
}

void
dolen_concern_free (DolenConcern *concern)
{
  dolen_record_free (&dolen_concern_type, concern);
}
