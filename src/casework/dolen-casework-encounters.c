/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-encounters.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-support-acts.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>

/* A day has no more. */
#define MOST_MINUTES (24 * 60)

const char *
dolen_encounter_note_kind (DolenEncounterKind kind)
{
  static const char *const kinds[DOLEN_N_ENCOUNTER_KINDS]
      = { "call", "visit", "meeting", "video", "text", "email", "letter" };

  g_return_val_if_fail (kind >= 0 && kind < DOLEN_N_ENCOUNTER_KINDS, "note");
  return kinds[kind];
}

gboolean
dolen_check_encounter_day (const char *on, GError **error)
{
  g_autofree char *today = dolen_date_today ();

  if (!dolen_date_is_valid (on))
    return dolen_refuse_invalid (error, _ ("On which day was it?"));
  return g_strcmp0 (on, today) <= 0
         || dolen_refuse_invalid (error, _ ("That day is still to come."));
}

static gboolean
check_contact (const DolenEncounter *encounter, const DolenNote *note, GError **error)
{
  if (!dolen_check_encounter_day (encounter->on, error))
    return FALSE;
  if (encounter->minutes > MOST_MINUTES)
    return dolen_refuse_invalid (error, _ ("A day has no more than 1440 minutes."));
  return note == NULL || !dolen_text_is_empty (note->text)
         || dolen_refuse_invalid (error, _ ("Please write something."));
}

/* What was said is stored once, and says how it was said. */
static gboolean
put_note (DolenAct *act, const DolenEncounter *encounter, const DolenNote *note, GError **error)
{
  g_autoptr (DolenNote) stored = dolen_record_copy (&dolen_note_type, note);

  g_free (stored->kind);
  stored->kind = g_strdup (dolen_encounter_note_kind (encounter->kind));
  g_free (stored->on);
  stored->on = g_strdup (encounter->on);
  stored->created = dolen_time_now ();
  if (stored->restricted && !dolen_casework_seal_note (act->casework, stored, error))
    return FALSE;
  dolen_act_put (act, &dolen_note_type, NULL, stored);
  return TRUE;
}

gboolean
dolen_casework_contact_add (DolenCasework *self,
                            const DolenEncounter *encounter,
                            const DolenNote *note,
                            DolenUndo **undo,
                            GError **error)
{
  g_autoptr (DolenPerson) person
             = dolen_casework_need_person (self, encounter->person, FALSE, error);
  g_autoptr (DolenEpisode) episode = NULL;
  g_autoptr (DolenEncounter) stored = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL || !check_contact (encounter, note, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_CONTACT_ADD, encounter->person, error);
  if (act == NULL)
    return FALSE;
  episode = dolen_caseload_get_open_episode (self->caseload, encounter->person);
  stored = dolen_encounter_copy (encounter);
  stored->created = dolen_time_now ();
  if (stored->episode == NULL && episode != NULL)
    stored->episode = g_strdup (episode->uid);
  if (stored->worker == NULL)
    stored->worker = g_strdup (dolen_casework_get_author (self));
  if (note != NULL) {
    g_free (stored->note);
    stored->note = g_strdup (note->uid);
  }
  dolen_act_put (act, &dolen_encounter_type, NULL, stored);
  if (note != NULL && !put_note (act, stored, note, error))
    return FALSE;
  dolen_act_put_reached (act, stored);
  return dolen_act_commit (act, undo, error);
}

/* ---- counting ---- */

static void
add_row (DolenTimeSpent *spent, DolenStatement *row)
{
  int count = (int) dolen_statement_get_int64 (row, 1);
  int minutes = (int) dolen_statement_get_int64 (row, 2);

  spent->all_count += count;
  spent->all_minutes += minutes;
  spent->sessions += (int) dolen_statement_get_int64 (row, 3);
  spent->reached += (int) dolen_statement_get_int64 (row, 4);
  for (int kind = 0; kind < DOLEN_N_ENCOUNTER_KINDS; kind++)
    if (g_strcmp0 (dolen_encounter_kind_nick (kind), dolen_statement_get_text (row, 0)) == 0) {
      spent->count[kind] += count;
      spent->minutes[kind] += minutes;
    }
}

gboolean
dolen_caseload_time_spent (DolenCaseload *caseload,
                           const char *person,
                           const char *episode,
                           DolenTimeSpent *spent)
{
  g_autoptr (DolenStatement) rows = dolen_db_prepare (
      dolen_caseload_get_db (caseload),
      "SELECT kind, count(*), coalesce (sum (minutes), 0), sum (coalesce (session, 0)),"
      " sum (result = 'reached') FROM encounter"
      " WHERE person = ?1 AND (?2 IS NULL OR episode = ?2) GROUP BY kind",
      NULL);
  gboolean found = FALSE;

  *spent = (DolenTimeSpent){ 0 };
  if (rows == NULL)
    return FALSE;
  dolen_statement_bind_text (rows, 1, person);
  dolen_statement_bind_text (rows, 2, episode);
  while (dolen_statement_step (rows, &found, NULL) && found)
    add_row (spent, rows);
  return !found;
}
