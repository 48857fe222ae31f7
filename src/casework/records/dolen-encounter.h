/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenEncounterKind: how it was made. */
typedef enum {
  DOLEN_ENCOUNTER_PHONE,
  DOLEN_ENCOUNTER_VISIT,   /* at their home */
  DOLEN_ENCOUNTER_MEETING, /* elsewhere, face to face */
  DOLEN_ENCOUNTER_VIDEO,
  DOLEN_ENCOUNTER_TEXT,
  DOLEN_ENCOUNTER_EMAIL,
  DOLEN_ENCOUNTER_LETTER,
  DOLEN_N_ENCOUNTER_KINDS
} DolenEncounterKind;

/** DolenEncounterResult: what came of it. */
typedef enum {
  DOLEN_ENCOUNTER_REACHED,
  DOLEN_ENCOUNTER_NO_ANSWER,
  DOLEN_ENCOUNTER_LEFT_MESSAGE,
  DOLEN_ENCOUNTER_WRONG_NUMBER,
  DOLEN_ENCOUNTER_NOT_THERE, /* they did not come, or were not at home */
  DOLEN_N_ENCOUNTER_RESULTS
} DolenEncounterResult;

/** DolenEncounter: one contact with the person or about them: time spent, and a try to reach them.
 * What was said is a note beside it. Texts are (nullable) unless said. */
typedef struct {
  char *uid;      /* never NULL */
  char *person;   /* uid */
  char *episode;  /* uid */
  char *referral; /* uid it is about */
  char *note;     /* uid of the note that tells what was said */
  DolenEncounterKind kind;
  DolenEncounterResult result;
  char *with;       /* code: NULL the person; "family", "referrer", "group", "other" */
  char *on;         /* civil date, never NULL in a stored record */
  char *at;         /* "14:30": tries are on different days and times */
  char *way;        /* the number or address that was used */
  int minutes;      /* -1 not told */
  gboolean session; /* counts as one of the sessions offered */
  char *worker;     /* name of who made it */
  gint64 created;
} DolenEncounter;

extern const DolenRecordType dolen_encounter_type;

/** dolen_encounter_new: (transfer full): a telephone call that reached the person, today. */
DolenEncounter *dolen_encounter_new (const char *person);
DolenEncounter *dolen_encounter_copy (const DolenEncounter *encounter);
void dolen_encounter_free (DolenEncounter *encounter);

/** dolen_encounter_kind_nick: "phone", "visit" ...: the code in JSON and in tables. */
const char *dolen_encounter_kind_nick (DolenEncounterKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenEncounter, dolen_encounter_free)

G_END_DECLS
