/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/* Contacts: a call, a visit, a text: logged with what was said in one act, and counted. */

/**
 * dolen_casework_contact_add:
 * @encounter: the contact; its episode is the open one where none is given
 * @note: (nullable): what was said; stored with it and tied to it
 *
 * One event. A contact that reached the person begins the reminders of the spell of support
 * (baseline, support ends). Fails as the acts of dolen-casework.h do.
 */
gboolean dolen_casework_contact_add (DolenCasework *self,
                                     const DolenEncounter *encounter,
                                     const DolenNote *note,
                                     DolenUndo **undo,
                                     GError **error);

/** DolenTimeSpent: contacts counted, and their minutes where they were told. */
typedef struct {
  int count[DOLEN_N_ENCOUNTER_KINDS];
  int minutes[DOLEN_N_ENCOUNTER_KINDS];
  int all_count;
  int all_minutes;
  int sessions; /* those that count as one of the sessions offered */
  int reached;  /* those in which the person was reached */
} DolenTimeSpent;

/** dolen_caseload_time_spent: of @person. @episode: (nullable): uid: within that one only. FALSE on
 * an error of SQLite. */
gboolean dolen_caseload_time_spent (DolenCaseload *caseload,
                                    const char *person,
                                    const char *episode,
                                    DolenTimeSpent *spent);

/** dolen_encounter_note_kind: the kind of a note that belongs to a contact ("call", "visit" ...).
 */
const char *dolen_encounter_note_kind (DolenEncounterKind kind);

G_END_DECLS
