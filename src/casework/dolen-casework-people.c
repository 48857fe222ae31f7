/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-restricted.h"
#include "casework/dolen-support-acts.h"
#include "casework/records/dolen-incoming.h"
#include "casework/records/dolen-nhs-number.h"
#include "casework/records/dolen-record-table.h"

#include <glib/gi18n-lib.h>

/* Acts about a person: added, changed, died, noted, erased. */

DolenPerson *
dolen_casework_need_person (DolenCasework *self,
                            const char *person,
                            gboolean living,
                            GError **error)
{
  g_autoptr (DolenPerson) found = NULL;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  found = person != NULL ? dolen_caseload_get_person (self->caseload, person) : NULL;
  if (found == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("This person is not in the case records."));
    return NULL;
  }
  if (living && found->died_on != NULL) {
    dolen_refuse (error, _ ("This person is recorded as having died."));
    return NULL;
  }
  return g_steal_pointer (&found);
}

static gboolean
check_person (const DolenPerson *person, GError **error)
{
  if (!dolen_id_is_valid (person->uid))
    return dolen_refuse_invalid (error, _ ("The record has no number of its own."));
  if (dolen_text_is_empty (person->name))
    return dolen_refuse_invalid (error, _ ("Please write a name."));
  if (!dolen_text_is_empty (person->date_of_birth) && !dolen_date_is_valid (person->date_of_birth))
    return dolen_refuse_invalid (error, _ ("The date of birth is not a date."));
  if (!dolen_text_is_empty (person->nhs_number)) {
    g_autofree char *number = dolen_nhs_number_read (person->nhs_number);

    if (g_strcmp0 (number, person->nhs_number) != 0)
      return dolen_refuse_invalid (
          error,
          _ ("This is no NHS number: it has ten digits, and the last one checks the others."));
  }
  return TRUE;
}

gboolean
dolen_casework_person_add (DolenCasework *self,
                           const DolenPerson *person,
                           DolenUndo **undo,
                           GError **error)
{
  g_autoptr (DolenAct) act = dolen_act_begin (self, DOLEN_EVENT_PERSON_ADD, person->uid, error);
  g_autoptr (DolenPerson) stored = NULL;
  g_autoptr (DolenPerson) known = NULL;
  g_autoptr (DolenEpisode) episode = NULL;

  if (act == NULL || !check_person (person, error))
    return FALSE;
  known = dolen_caseload_get_person (self->caseload, person->uid);
  if (known != NULL)
    return dolen_refuse (error, _ ("This person is in the case records already."));
  stored = dolen_person_copy (person);
  stored->created = dolen_time_now ();
  episode = dolen_episode_new (person->uid);
  dolen_act_put (act, &dolen_person_type, NULL, stored);
  dolen_act_open_episode (act, episode, episode->opened);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_person_update (DolenCasework *self,
                              const DolenPerson *person,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenPerson) before = dolen_casework_need_person (self, person->uid, FALSE, error);
  g_autoptr (DolenPerson) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL || !check_person (person, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_PERSON_SET, person->uid, error);
  if (act == NULL)
    return FALSE;
  after = dolen_person_copy (person);
  after->created = before->created;
  /* Dying is an act of its own. */
  g_free (after->died_on);
  after->died_on = g_strdup (before->died_on);
  dolen_act_put (act, &dolen_person_type, before, after);
  return dolen_act_commit (act, undo, error);
}

/* ---- died ---- */

static gboolean
close_episodes (DolenAct *act, const char *person, const char *on, GError **error)
{
  g_autofree char *columns = dolen_record_columns (&dolen_episode_type, "");
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM episode WHERE person = ?1 AND closed IS NULL", columns);
  g_autoptr (DolenStatement) rows
             = dolen_db_prepare (dolen_caseload_get_db (act->casework->caseload), sql, error);
  gboolean found = FALSE, ok;

  if (rows == NULL)
    return FALSE;
  dolen_statement_bind_text (rows, 1, person);
  while ((ok = dolen_statement_step (rows, &found, error)) && found) {
    g_autoptr (DolenEpisode) before = dolen_record_read (&dolen_episode_type, rows, 0);
    g_autoptr (DolenEpisode) after = dolen_record_copy (&dolen_episode_type, before);

    after->closed = g_strdup (on);
    after->reason = g_strdup ("died");
    dolen_act_put (act, &dolen_episode_type, before, after);
  }
  return ok;
}

static gboolean
cancel_referrals (DolenAct *act, const char *person, const char *on, GError **error)
{
  g_autoptr (GPtrArray) referrals
             = dolen_caseload_list_referrals (act->casework->caseload, person, FALSE, error);

  if (referrals == NULL)
    return FALSE;
  for (guint i = 0; i < referrals->len; i++) {
    const DolenReferral *before = g_ptr_array_index (referrals, i);
    g_autoptr (DolenReferral) after = dolen_referral_copy (before);

    if (dolen_referral_has_ended (before->state))
      continue;
    after->state = DOLEN_REFERRAL_CANCELLED;
    after->cancelled_on = g_strdup (on);
    after->reason = g_strdup ("died");
    dolen_act_put (act, &dolen_referral_type, before, after);
  }
  return TRUE;
}

/* Nobody waits any more; what was decided stands as it did. */
static void
close_incoming (DolenAct *act, const char *person, const char *on)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      act->casework->caseload, &dolen_incoming_type, person, "closed_on IS NULL");

  for (guint i = 0; open != NULL && i < open->len; i++) {
    const DolenIncoming *before = g_ptr_array_index (open, i);
    g_autoptr (DolenIncoming) after = dolen_incoming_copy (before);

    after->closed_on = g_strdup (on);
    dolen_act_put (act, &dolen_incoming_type, before, after);
  }
}

gboolean
dolen_casework_died (DolenCasework *self,
                     const char *person,
                     const char *on,
                     const char *note,
                     DolenUndo **undo,
                     GError **error)
{
  g_autofree char *today = dolen_date_today ();
  const char *day = dolen_date_is_valid (on) ? on : today;
  g_autoptr (DolenPerson) before = dolen_casework_need_person (self, person, TRUE, error);
  g_autoptr (DolenPerson) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_PERSON_DIED, person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_person_copy (before);
  after->died_on = g_strdup (day);
  act->event->note = g_strdup (note);
  dolen_act_put (act, &dolen_person_type, before, after);
  if (!close_episodes (act, person, day, error) || !cancel_referrals (act, person, today, error))
    return FALSE;
  close_incoming (act, person, day);
  dolen_act_stop_plans (act, person);
  dolen_casework_close_follow_ups (act, person, NULL, FALSE, "died");
  return dolen_act_commit (act, undo, error);
}

/* ---- notes ---- */

static gboolean
check_note (const DolenNote *note, GError **error)
{
  return !dolen_text_is_empty (note->text)
         || dolen_refuse_invalid (error, _ ("Please write something."));
}

gboolean
dolen_casework_note_add (DolenCasework *self,
                         const DolenNote *note,
                         DolenUndo **undo,
                         GError **error)
{
  g_autoptr (DolenPerson) person = dolen_casework_need_person (self, note->person, FALSE, error);
  g_autoptr (DolenNote) stored = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL || !check_note (note, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_NOTE_ADD, note->person, error);
  if (act == NULL)
    return FALSE;
  stored = dolen_record_copy (&dolen_note_type, note);
  stored->created = dolen_time_now ();
  if (stored->restricted && !dolen_casework_seal_note (self, stored, error))
    return FALSE;
  dolen_act_put (act, &dolen_note_type, NULL, stored);
  return dolen_act_commit (act, undo, error);
}

/* ---- destroying ---- */

DolenEvent *
dolen_casework_new_redaction (DolenCasework *self,
                              const char *person,
                              const char *event,
                              const char *why)
{
  DolenEvent *redact = dolen_event_new (DOLEN_EVENT_REDACT, person);

  redact->target = g_strdup (event);
  redact->note = g_strdup (why);
  redact->author = g_strdup (self->author);
  return redact;
}

/* The caseload without @gone, whose text is destroyed: of one person all is made anew, in moments.
 */
static gboolean
show_redacted (DolenCasework *self,
               const DolenEvent *redact,
               const DolenEvent *gone,
               GError **error)
{
  dolen_caseload_apply (self->caseload, redact);
  if (!dolen_caseload_redo_person (self->caseload, gone->person, gone, NULL))
    return dolen_casework_rebuild (self, error);
  dolen_casework_emit_changed (self);
  return TRUE;
}

/* What an entry of the timeline may be taken out by itself: not what others rest on; nor who read
 * and handed out what, nor a legal hold, which is lifted. */
static gboolean
may_be_taken_out (const DolenEvent *event)
{
  return event->person != NULL && !g_str_equal (event->type, DOLEN_EVENT_PERSON_ADD)
         && !g_str_equal (event->type, DOLEN_EVENT_INCOMING_ADD)
         && !g_str_equal (event->type, DOLEN_EVENT_AUDIT)
         && !g_str_equal (event->type, DOLEN_EVENT_RETENTION_DECIDED)
         && !g_str_equal (event->type, DOLEN_EVENT_REDACT)
         && !g_str_equal (event->type, DOLEN_EVENT_UNDO);
}

/* What is restricted is destroyed by nobody who may not read it. */
static gboolean
check_restricted (DolenCasework *self, const DolenEvent *event, GError **error)
{
  gsize n = event->changes != NULL ? json_object_array_length (event->changes) : 0;

  for (gsize i = 0; i < n; i++) {
    struct json_object *uid = NULL;
    g_autoptr (DolenNote) note = NULL;

    if (json_object_object_get_ex (json_object_array_get_idx (event->changes, i), "uid", &uid))
      note = dolen_caseload_get_note (self->caseload, json_object_get_string (uid));
    if (note != NULL && note->restricted
        && dolen_casework_may_read (self, note->uid) == DOLEN_MAY_NOT_READ)
      return dolen_refuse (error, _ ("Only its author or a lead can take out a restricted note."));
  }
  return TRUE;
}

const char *
dolen_casework_get_remains (DolenCasework *self)
{
  if (self->vault == NULL || !dolen_vault_has_remains (self->vault))
    return NULL;
  return _ ("It is done, and cannot be read any more. The log on the disk could not be emptied of "
            "its sealed bytes yet; that is done when the case records are next opened.");
}

gboolean
dolen_casework_redact (DolenCasework *self, const char *event, const char *why, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_event_free);
  DolenEvent *redact;
  g_autoptr (DolenEvent) entry = NULL;

  if (!dolen_casework_need_open (self, error) || !dolen_casework_refuse_editor (self, error))
    return FALSE;
  entry = dolen_vault_find_event (self->vault, event, NULL);
  if (entry == NULL || !may_be_taken_out (entry))
    return dolen_refuse (error, _ ("This entry cannot be taken out by itself."));
  if (!check_restricted (self, entry, error))
    return FALSE;
  if (dolen_text_is_empty (why))
    return dolen_refuse_invalid (error, _ ("Please write why."));
  redact = dolen_casework_new_redaction (self, entry->person, event, why);
  g_ptr_array_add (events, redact);
  if (g_str_equal (entry->type, DOLEN_EVENT_CONCERN_RAISE))
    dolen_casework_keep_concern (self, redact, entry);
  if (!dolen_casework_restate_keeps (self, entry, why, events, error)
      || !dolen_vault_redact (self->vault, (DolenEvent **) events->pdata, events->len, error))
    return FALSE;
  /* The order of several counts: the journal says it. */
  return events->len > 1 ? dolen_casework_rebuild (self, error)
                         : show_redacted (self, redact, entry, error);
}
