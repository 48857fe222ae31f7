/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-person.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#define WAY(field, kind)                                                                           \
  {                                                                                                \
#field, DOLEN_FIELD_##kind, G_STRUCT_OFFSET(DolenWay, field), 0, NULL, NULL                    \
  }

static const DolenField way_fields[] = {
  WAY (kind, TEXT), WAY (value, TEXT), WAY (avoid, BOOL), WAY (preferred, BOOL), WAY (note, TEXT),
};

const DolenRecordType dolen_way_type
    = { "way", sizeof (DolenWay), way_fields, G_N_ELEMENTS (way_fields) };

#define PERSON(field, kind, unset, rows)                                                           \
  {                                                                                                \
#field, DOLEN_FIELD_##kind, G_STRUCT_OFFSET(DolenPerson, field), unset, NULL, rows             \
  }
#define TEXT(field) PERSON (field, TEXT, 0, NULL)
#define LIST(field) PERSON (field, LIST, 0, NULL)
#define NUMBER(field) PERSON (field, INT, -1, NULL)

static const DolenField person_fields[] = {
  TEXT (uid),
  TEXT (name),
  TEXT (called),
  TEXT (date_of_birth),
  TEXT (postcode),
  PERSON (ways, ROWS, 0, &dolen_way_type),
  TEXT (language_spoken),
  TEXT (language_written),
  TEXT (language_asked_on),
  TEXT (language_asked_by),
  TEXT (communication),
  TEXT (what_matters),
  LIST (interests),
  LIST (needs),
  LIST (barriers),
  NUMBER (max_km),
  NUMBER (max_wait),
  PERSON (free_only, BOOL, 0, NULL),
  LIST (languages),
  LIST (days),
  NUMBER (age),
  TEXT (gender),
  TEXT (source),
  TEXT (source_note),
  TEXT (came_on),
  TEXT (died_on),
  PERSON (created, TIME, 0, NULL),
};

const DolenRecordType dolen_person_type
    = { "person", sizeof (DolenPerson), person_fields, G_N_ELEMENTS (person_fields) };

#define EPISODE(field)                                                                             \
  {                                                                                                \
#field, DOLEN_FIELD_TEXT, G_STRUCT_OFFSET(DolenEpisode, field), 0, NULL, NULL                  \
  }

static const DolenField episode_fields[] = {
  EPISODE (uid), EPISODE (person), EPISODE (opened), EPISODE (closed), EPISODE (reason),
};

const DolenRecordType dolen_episode_type
    = { "episode", sizeof (DolenEpisode), episode_fields, G_N_ELEMENTS (episode_fields) };

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

DolenEpisode *
dolen_episode_new (const char *person)
{
  DolenEpisode *episode = dolen_record_new (&dolen_episode_type);

  episode->uid = dolen_id_new ();
  episode->person = g_strdup (person);
  episode->opened = dolen_date_today ();
  return episode;
}

void
dolen_episode_free (DolenEpisode *episode)
{
  dolen_record_free (&dolen_episode_type, episode);
}
