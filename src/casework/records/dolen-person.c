/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-person.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#define TEXT(field) DOLEN_FIELD (DolenPerson, field, TEXT)
#define LIST(field) DOLEN_FIELD (DolenPerson, field, LIST)
#define NUMBER(field) DOLEN_FIELD (DolenPerson, field, INT, .unset = -1)
#define PARTS(field, type) DOLEN_FIELD (DolenPerson, field, ROWS, .rows = &type)

static const DolenField person_fields[] = {
  TEXT (uid),
  TEXT (name),
  TEXT (called),
  TEXT (date_of_birth),
  TEXT (nhs_number),
  TEXT (address),
  TEXT (postcode),
  PARTS (ways, dolen_way_type),
  PARTS (risks, dolen_risk_type),
  PARTS (involved, dolen_involved_type),
  TEXT (language_spoken),
  TEXT (language_written),
  TEXT (language_asked_on),
  TEXT (language_asked_by),
  TEXT (first_language),
  TEXT (speaks_welsh),
  TEXT (interpreter),
  TEXT (communication),
  TEXT (what_matters),
  LIST (interests),
  LIST (needs),
  LIST (barriers),
  NUMBER (max_km),
  NUMBER (max_wait),
  DOLEN_FIELD (DolenPerson, free_only, BOOL),
  LIST (languages),
  LIST (days),
  LIST (free_times),
  NUMBER (max_minutes),
  LIST (travel),
  LIST (avoid_places),
  TEXT (outdoors),
  TEXT (group_size),
  LIST (about),
  LIST (dislikes),
  TEXT (risk_level),
  NUMBER (support_weeks),
  LIST (words),
  NUMBER (age),
  TEXT (gender),
  TEXT (ethnicity),
  TEXT (disability),
  TEXT (carer),
  TEXT (lives_alone),
  TEXT (veteran),
  TEXT (employment),
  PARTS (privacy, dolen_privacy_given_type),
  PARTS (bases, dolen_lawful_basis_type),
  TEXT (source),
  TEXT (source_note),
  TEXT (came_on),
  TEXT (died_on),
  DOLEN_FIELD (DolenPerson, created, TIME),
};

const DolenRecordType dolen_person_type = { "person",
                                            sizeof (DolenPerson),
                                            person_fields,
                                            G_N_ELEMENTS (person_fields),
                                            (GDestroyNotify) dolen_person_free };

DolenPerson *
dolen_person_new (void)
{
  DolenPerson *person = dolen_record_new (&dolen_person_type);

  person->uid = dolen_id_new ();
  return person;
}

DolenPerson *
dolen_person_copy (const DolenPerson *person)
{
  return dolen_record_copy (&dolen_person_type, person);
}

void
dolen_person_free (DolenPerson *person)
{
  dolen_record_free (&dolen_person_type, person);
}

void
dolen_person_add_way (
    DolenPerson *person, const char *kind, const char *value, gboolean avoid, const char *note)
{
  DolenWay *way = dolen_record_new (&dolen_way_type);

  way->kind = g_strdup (kind);
  way->value = g_strdup (value);
  way->avoid = avoid;
  way->note = g_strdup (note);
  if (person->ways == NULL)
    person->ways = g_ptr_array_new ();
  g_ptr_array_add (person->ways, way);
}

const char *
dolen_person_get_called (const DolenPerson *person)
{
  if (!dolen_text_is_empty (person->called))
    return person->called;
  return person->name != NULL ? person->name : "";
}

int
dolen_person_age (const DolenPerson *person, const char *today)
{
  gint64 years;

  if (!dolen_date_is_valid (person->date_of_birth) || !dolen_date_is_valid (today))
    return person->age;
  years = g_ascii_strtoll (today, NULL, 10) - g_ascii_strtoll (person->date_of_birth, NULL, 10);
  /* ISO dates compare as text: has the birthday of this year come? */
  if (g_strcmp0 (today + 4, person->date_of_birth + 4) < 0)
    years--;
  return years >= 0 ? (int) years : -1;
}
