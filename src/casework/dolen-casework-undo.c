/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"

#include <glib/gi18n-lib.h>

/* Undo is an event of its own that puts back what was there: the journal only grows. */

static const struct {
  const char *type;
  const char *sentence;
} sentences[] = {
  /* Translators: said in a toast beside an Undo button. */
  { DOLEN_EVENT_PERSON_ADD, N_ ("Person added") },
  { DOLEN_EVENT_PERSON_SET, N_ ("Record changed") },
  { DOLEN_EVENT_PERSON_DIED, N_ ("Recorded as died; every follow-up is stopped") },
  { DOLEN_EVENT_REFERRAL_DRAFT, N_ ("Draft saved") },
  { DOLEN_EVENT_REFERRAL_SET, N_ ("Referral changed") },
  { DOLEN_EVENT_REFERRAL_STILL, N_ ("Recorded") },
  { DOLEN_EVENT_REFERRAL_REOPEN, N_ ("Reopened") },
  { DOLEN_EVENT_REFERRAL_PAUSE, N_ ("Paused; nothing is chased") },
  { DOLEN_EVENT_REFERRAL_RESUME, N_ ("It goes on") },
  { DOLEN_EVENT_REFERRAL_ABSENT, N_ ("Recorded that they did not come") },
  { DOLEN_EVENT_CHOICE_ADD, N_ ("Added to the plan") },
  { DOLEN_EVENT_CHOICE_SET, N_ ("Plan changed") },
  { DOLEN_EVENT_GAP_NOTE, N_ ("Gap noted") },
  { DOLEN_EVENT_GAP_GROUP, N_ ("Recorded") },
  { DOLEN_EVENT_SERVICE_NOTE, N_ ("Private note saved") },
  { DOLEN_EVENT_OVERRIDE_ADD, N_ ("It is suggested all the same") },
  { DOLEN_EVENT_OVERRIDE_END, N_ ("The rules hold again for a group") },
  { DOLEN_EVENT_UNWANTED_MARK, N_ ("Marked as not for them") },
  { DOLEN_EVENT_UNWANTED_END, N_ ("It may be suggested again") },
  { DOLEN_EVENT_SHORTLIST_ADD, N_ ("Put on the shortlist") },
  { DOLEN_EVENT_SHORTLIST_SET, N_ ("Shortlist changed") },
  { DOLEN_EVENT_SHORTLIST_REMOVE, N_ ("Taken off the shortlist") },
  { DOLEN_EVENT_FOLLOW_UP_ADD, N_ ("Follow-up planned") },
  { DOLEN_EVENT_FOLLOW_UP_DONE, N_ ("Follow-up done") },
  { DOLEN_EVENT_FOLLOW_UP_MOVE, N_ ("Follow-up moved") },
  { DOLEN_EVENT_FOLLOW_UP_CANCEL, N_ ("Follow-up cancelled") },
  { DOLEN_EVENT_NOTE_ADD, N_ ("Note saved") },
  { DOLEN_EVENT_CONCERN_RAISE, N_ ("Concern raised: it is first in Today") },
  { DOLEN_EVENT_CONCERN_DISCUSS, N_ ("Concern: discussed") },
  { DOLEN_EVENT_CONCERN_REPORT, N_ ("Concern: reported") },
  { DOLEN_EVENT_CONCERN_WAIT, N_ ("Concern: due again the next working day") },
  { DOLEN_EVENT_CONCERN_ANSWER, N_ ("Concern: answered") },
  { DOLEN_EVENT_CONCERN_CLOSE, N_ ("Concern: closed") },
  { DOLEN_EVENT_RETENTION, N_ ("How long records are kept is decided") },
  { DOLEN_EVENT_RETENTION_DECIDED, N_ ("How long it is kept is decided") },
  { DOLEN_EVENT_APPOINTMENT_ADD, N_ ("Appointment planned") },
  { DOLEN_EVENT_APPOINTMENT_SET, N_ ("Appointment changed") },
  { DOLEN_EVENT_APPOINTMENT_BACK, N_ ("Back: recorded") },
  { DOLEN_EVENT_APPOINTMENT_DONE, N_ ("Appointment recorded, with the time it took") },
  { DOLEN_EVENT_APPOINTMENT_MISSED, N_ ("Missed: they are to be contacted") },
  { DOLEN_EVENT_APPOINTMENT_CANCEL, N_ ("Appointment cancelled") },
  { DOLEN_EVENT_INCOMING_ADD, N_ ("Referral received") },
  { DOLEN_EVENT_INCOMING_AGAIN, N_ ("Referral received") },
  { DOLEN_EVENT_INCOMING_SET, N_ ("Referral to us changed") },
  { DOLEN_EVENT_INCOMING_ASK, N_ ("More information asked for") },
  { DOLEN_EVENT_INCOMING_ANSWER, N_ ("Answer recorded") },
  { DOLEN_EVENT_INCOMING_WAIT, N_ ("On the waiting list") },
  { DOLEN_EVENT_INCOMING_TAKE_UP, N_ ("Taken up") },
  { DOLEN_EVENT_INCOMING_RETURN, N_ ("Returned") },
  { DOLEN_EVENT_INCOMING_DECLINE, N_ ("Closed: they do not wish it") },
  { DOLEN_EVENT_INCOMING_NOT_REACHED, N_ ("Closed: not reached") },
  { DOLEN_EVENT_INCOMING_IN_ERROR, N_ ("Recorded in error") },
  { DOLEN_EVENT_INCOMING_LETTER, N_ ("Letter recorded") },
  { DOLEN_EVENT_INCOMING_TOLD, N_ ("The referrer was told") },
  { DOLEN_EVENT_CONTACT_TRY, N_ ("Contact recorded") },
  { DOLEN_EVENT_EPISODE_RETURN, N_ ("Came back") },
  { DOLEN_EVENT_CONTACT_ADD, N_ ("Contact recorded") },
  { DOLEN_EVENT_EPISODE_SET, N_ ("Support changed") },
  { DOLEN_EVENT_EPISODE_EXTEND, N_ ("Support extended") },
  { DOLEN_EVENT_EPISODE_REVIEW, N_ ("Review recorded") },
  { DOLEN_EVENT_EPISODE_CLOSE, N_ ("Support closed") },
  { DOLEN_EVENT_CONSENT_GIVE, N_ ("Consent recorded") },
  { DOLEN_EVENT_CONSENT_RENEW, N_ ("Consent renewed") },
  { DOLEN_EVENT_CONSENT_WITHDRAW, N_ ("Consent withdrawn") },
  { DOLEN_EVENT_CORRECT, N_ ("Corrected; the earlier words stay in the history") },
  { DOLEN_EVENT_DISPUTE, N_ ("Their statement stands beside it") },
  { DOLEN_EVENT_DIARY, N_ ("Diary saved") },
};

char *
dolen_undo_sentence (const DolenUndo *undo, DolenLanguage language)
{
  for (int i = 0; i < DOLEN_N_REFERRAL_STATES; i++)
    if (g_str_equal (undo->type, DOLEN_EVENT_REFERRAL_STATE)
        && g_strcmp0 (dolen_referral_state_nick (i), undo->state) == 0)
      /* Translators: said in a toast; %s: a state of the referral, such as "accepted". */
      return g_strdup_printf (dolen_text (language, "Recorded: %s"),
                              dolen_referral_state_name (i, language));
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (sentences[i].type, undo->type))
      return g_strdup (dolen_text (language, sentences[i].sentence));
  return g_strdup (dolen_text (language, "Saved"));
}

/* A record as it is now, as JSON; NULL where it is not there. */
static struct json_object *
read_now (DolenCasework *self, const char *record, const char *uid)
{
  const DolenRecordType *type = dolen_caseload_find_type (record);
  void *now = type != NULL ? dolen_caseload_get_record (self->caseload, type, uid) : NULL;
  struct json_object *object;

  if (now == NULL)
    return NULL;
  object = dolen_record_to_json (type, now);
  type->free (now);
  return object;
}

/* Whether the fields that @change set still hold what it set: a later act must not be overwritten.
 */
static gboolean
still_holds (DolenCasework *self, struct json_object *change)
{
  const char *record = dolen_json_peek_text (change, "record");
  struct json_object *set = json_object_object_get (change, "set"), *now;
  gboolean holds = TRUE;

  if (set == NULL)
    return TRUE;
  now = read_now (self, record, dolen_json_peek_text (change, "uid"));
  if (now == NULL)
    return FALSE;
  json_object_object_foreach (set, name, value)
  {
    holds = holds && json_object_equal (value, json_object_object_get (now, name));
  }
  json_object_put (now);
  return holds;
}

static gboolean
has_left_dolen (DolenCasework *self, struct json_object *change)
{
  g_autoptr (DolenReferral) referral = NULL;

  if (g_strcmp0 (dolen_json_peek_text (change, "record"), "referral") != 0)
    return FALSE;
  referral = dolen_caseload_get_referral (self->caseload, dolen_json_peek_text (change, "uid"));
  return referral != NULL && !dolen_text_is_empty (referral->given_out);
}

static gboolean
made (const DolenUndo *undo, const char *uid)
{
  gsize n = json_object_array_length (undo->done);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (dolen_json_peek_text (json_object_array_get_idx (undo->done, i), "uid"), uid)
        == 0)
      return TRUE;
  return FALSE;
}

/* Whether more is known of the person than what @undo would take away with them. */
static gboolean
has_more (DolenCasework *self, const DolenUndo *undo)
{
  for (const DolenRecordType *const *type = dolen_caseload_types (); *type != NULL; type++) {
    g_autoptr (GPtrArray) records = NULL;

    if (!dolen_record_is_of_person (*type))
      continue;
    records = dolen_caseload_list_records (self->caseload, *type, undo->person, NULL);
    for (guint i = 0; records != NULL && i < records->len; i++)
      if (!made (undo, dolen_record_get_uid (*type, g_ptr_array_index (records, i))))
        return TRUE;
  }
  return FALSE;
}

/* Whether the act brought somebody into the case records. */
static gboolean
adds_person (const DolenUndo *undo)
{
  return g_str_equal (undo->type, DOLEN_EVENT_PERSON_ADD)
         || g_str_equal (undo->type, DOLEN_EVENT_INCOMING_ADD);
}

static gboolean
check_undo (DolenCasework *self, const DolenUndo *undo, GError **error)
{
  gsize n = json_object_array_length (undo->done);

  for (gsize i = 0; i < n; i++) {
    struct json_object *change = json_object_array_get_idx (undo->done, i);

    if (has_left_dolen (self, change))
      return dolen_refuse (error,
                           _ ("It was printed, copied or exported. Cancel it or mark it as made in "
                              "error instead."));
    if (!still_holds (self, change))
      return dolen_refuse (error, _ ("It has been changed since and can no longer be undone."));
  }
  if (adds_person (undo) && has_more (self, undo))
    return dolen_refuse (error,
                         _ ("More has been written about this person since, which would belong to "
                            "nobody. If they should not be here, erase their record."));
  return TRUE;
}

gboolean
dolen_casework_undo (DolenCasework *self, const DolenUndo *undo, GError **error)
{
  g_autoptr (DolenAct) act = NULL;

  g_return_val_if_fail (undo != NULL, FALSE);
  act = dolen_act_begin (self, DOLEN_EVENT_UNDO, undo->person, error);
  if (act == NULL || !check_undo (self, undo, error))
    return FALSE;
  act->event->target = g_strdup (undo->event);
  act->event->changes = json_object_get (undo->restore);
  return dolen_act_commit (act, NULL, error);
}
