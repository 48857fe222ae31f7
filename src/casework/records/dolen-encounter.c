/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-encounter.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

static const char *const kinds[]
    = { "phone", "visit", "meeting", "video", "text", "email", "letter", NULL };
static const char *const results[]
    = { "reached", "no-answer", "left-message", "wrong-number", "not-there", NULL };

#define TEXT(field) DOLEN_FIELD (DolenEncounter, field, TEXT)

static const DolenField encounter_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (episode),
  TEXT (referral),
  TEXT (note),
  DOLEN_FIELD (DolenEncounter, kind, ENUM, .nicks = kinds),
  DOLEN_FIELD (DolenEncounter, result, ENUM, .nicks = results),
  TEXT (with),
  TEXT (on),
  TEXT (at),
  TEXT (way),
  DOLEN_FIELD (DolenEncounter, minutes, INT, .unset = -1),
  DOLEN_FIELD (DolenEncounter, session, BOOL),
  TEXT (worker),
  DOLEN_FIELD (DolenEncounter, created, TIME),
};

const DolenRecordType dolen_encounter_type = { "encounter",
                                               sizeof (DolenEncounter),
                                               encounter_fields,
                                               G_N_ELEMENTS (encounter_fields),
                                               (GDestroyNotify) dolen_encounter_free };

DolenEncounter *
dolen_encounter_new (const char *person)
{
  DolenEncounter *encounter = dolen_record_new (&dolen_encounter_type);

  encounter->uid = dolen_id_new ();
  encounter->person = g_strdup (person);
  encounter->on = dolen_date_today ();
  return encounter;
}

DolenEncounter *
dolen_encounter_copy (const DolenEncounter *encounter)
{
  return dolen_record_copy (&dolen_encounter_type, encounter);
}

void
dolen_encounter_free (DolenEncounter *encounter)
{
  dolen_record_free (&dolen_encounter_type, encounter);
}

const char *
dolen_encounter_kind_nick (DolenEncounterKind kind)
{
  g_return_val_if_fail (kind >= 0 && kind < DOLEN_N_ENCOUNTER_KINDS, kinds[0]);
  return kinds[kind];
}
