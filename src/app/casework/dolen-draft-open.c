/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-draft-open.h"

#include "app/casework/dolen-appointment-form.h"
#include "app/casework/dolen-appointment-outcome-form.h"
#include "app/casework/dolen-calendar-form.h"
#include "app/casework/dolen-concern-form.h"
#include "app/casework/dolen-diary-window.h"
#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-follow-up-forms.h"
#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-gaps-form.h"
#include "app/casework/dolen-incoming-form.h"
#include "app/casework/dolen-numbers-form.h"
#include "app/casework/dolen-person-forms.h"
#include "app/casework/dolen-person-window.h"
#include "app/casework/dolen-plan-forms.h"
#include "app/casework/dolen-put-right-forms.h"
#include "app/casework/dolen-record-form.h"
#include "app/casework/dolen-refer-targets.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-referrer-form.h"
#include "app/casework/dolen-slip-form.h"
#include "app/casework/dolen-triage-form.h"
#include "app/casework/dolen-try-form.h"
#include "app/dolen-page.h"
#include "app/dolen-window.h"
#include "app/find/dolen-gap-form.h"
#include "app/find/dolen-service-note-form.h"
#include "app/find/dolen-suggested-forms.h"
#include "app/talk/dolen-talk-open.h"

#include <glib/gi18n.h>
#include <json-c/json.h>
#include <string.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

/* ---- in words ---- */

static const struct {
  const char *kind; /* up to the stroke */
  const char *words;
} kinds[] = {
  /* Translators: what was being typed in a form; the person's name follows a colon. */
  { "person", N_ ("A record being changed") },
  { "referral", N_ ("A referral being written") },
  { "note", N_ ("A note being written") },
  { "next-contact", N_ ("The next contact") },
  { "died", N_ ("Recording that they died") },
  { "follow-up", N_ ("What came of a follow-up") },
  { "concern", N_ ("A concern being raised") },
  { "concern-step", N_ ("A step about a concern") },
  { "appointment", N_ ("An appointment being planned") },
  { "appointment-outcome", N_ ("How an appointment was") },
  { "move", N_ ("Another day for a follow-up") },
  { "record", N_ ("What happened to a referral") },
  { "pause", N_ ("A referral being paused") },
  { "resume", N_ ("A referral that goes on") },
  { "absent", N_ ("That they did not come") },
  { "step-back", N_ ("A referral being reopened") },
  { "wrong-record", N_ ("What was entered in the wrong record") },
  { "correct", N_ ("A correction") },
  { "dispute", N_ ("What the person says against an entry") },
  { "incoming", N_ ("A referral to us") },
  { "incoming-change", N_ ("A referral to us being changed") },
  { "triage", N_ ("Deciding on a referral") },
  { "info", N_ ("What was asked of the referrer") },
  { "tell", N_ ("What the referrer is told") },
  { "try", N_ ("A contact, made or tried") },
  { "end", N_ ("Somebody not reached") },
  { "diary", N_ ("A page of your diary") },
  { "note-redact", N_ ("Taking the words of a note out") },
  { "slip", N_ ("An answer being entered") },
  { "calendar", N_ ("Calendar file of appointments") },
  { "numbers", N_ ("Numbers for a report") },
  { "gaps", N_ ("What was looked for and not found, in numbers") },
  { "gap", N_ ("What was looked for and not found") },
  { "gap-group", N_ ("What came of a gap") },
  { "service-note", N_ ("A private note on a group") },
  { "override", N_ ("Why a group is suggested all the same") },
  { "unwanted", N_ ("Why a group is not for them") },
  { "talk", N_ ("A conversation") },
};

static gboolean
is_kind (const DolenDraft *draft, const char *kind)
{
  gsize length = strlen (kind);

  return strncmp (draft->kind, kind, length) == 0
         && (draft->kind[length] == '\0' || draft->kind[length] == '/');
}

static const char *
uid_of (const DolenDraft *draft)
{
  const char *stroke = strchr (draft->kind, '/');

  return stroke != NULL ? stroke + 1 : "";
}

char *
dolen_draft_say (DolenSession *session, const DolenDraft *draft)
{
  g_autoptr (DolenPerson) person = NULL;
  const char *words = _ ("Something being written");

  g_return_val_if_fail (DOLEN_IS_SESSION (session) && draft != NULL, NULL);

  if (is_kind (draft, "person") && draft->subject == NULL)
    return g_strdup (_ ("A person being added"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_kind (draft, kinds[i].kind))
      words = _ (kinds[i].words);
  if (draft->subject != NULL && caseload_of (session) != NULL)
    person = dolen_caseload_get_person (caseload_of (session), draft->subject);
  if (person == NULL)
    return g_strdup (words);
  /* Translators: what was being typed, then whom it is about: "A note being written: Mrs P". */
  return g_strdup_printf (_ ("%1$s: %2$s"), words, dolen_person_get_called (person));
}

/* ---- back to it ---- */

static const char *
get_text (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  return json_object_object_get_ex (object, name, &value) ? json_object_get_string (value) : NULL;
}

static GtkWindow *
new_refer_window (DolenSession *session, const DolenDraft *draft)
{
  struct json_object *object = json_tokener_parse (draft->json);
  const char *uid = get_text (object, "uid");
  gboolean signposting = g_strcmp0 (get_text (object, "kind"), "signposting") == 0;
  g_autoptr (DolenReferral) stored = NULL;
  GtkWindow *window;

  if (uid != NULL)
    stored = dolen_caseload_get_referral (caseload_of (session), uid);
  if (stored != NULL)
    window = dolen_refer_window_new_for_draft (session, uid);
  else if (get_text (object, "target") != NULL)
    window = dolen_refer_to_target_new (session, draft->subject, get_text (object, "target"));
  else
    window = dolen_refer_window_new (session,
                                     signposting ? DOLEN_SIGNPOSTING : DOLEN_REFERRAL,
                                     draft->subject,
                                     get_text (object, "service"),
                                     NULL);
  json_object_put (object);
  return window;
}

/* By the uid of what it is about; NULL where that is nothing, or not known yet. */
static const struct {
  const char *kind;
  DolenFormFunc func;
} by_uid[] = {
  { "incoming-change", dolen_incoming_change_form_new },
  { "incoming", dolen_incoming_form_new },
  { "triage", dolen_triage_form_new },
  { "info", dolen_info_form_new },
  { "tell", dolen_referrer_form_new },
  { "try", dolen_try_form_new },
  { "end", dolen_end_form_new },
  { "calendar", dolen_calendar_form_new },
  { "numbers", dolen_numbers_form_new },
  { "gaps", dolen_gaps_form_new },
  { "gap-group", dolen_gap_group_form_new },
  { "service-note", dolen_service_note_form_new },
};

static const struct {
  const char *kind;
  DolenFormFunc func;
} putting_right[] = {
  { "wrong-record", dolen_wrong_record_form_new },
  { "correct", dolen_correct_form_new },
  { "dispute", dolen_dispute_form_new },
};

static GtkWindow *
new_window (DolenSession *session, const DolenDraft *draft)
{
  const char *uid = uid_of (draft);

  if (is_kind (draft, "person"))
    return dolen_person_window_new (session, draft->subject);
  if (is_kind (draft, "referral"))
    return new_refer_window (session, draft);
  if (is_kind (draft, "concern"))
    return dolen_concern_form_new (session, draft->subject);
  if (is_kind (draft, "concern-step"))
    return dolen_concern_step_form_new (session, uid_of (draft));
  if (is_kind (draft, "appointment"))
    return *uid_of (draft) != '\0' ? dolen_appointment_change_form_new (session, uid_of (draft))
                                   : dolen_appointment_form_new (session, draft->subject);
  if (is_kind (draft, "appointment-outcome"))
    return dolen_appointment_outcome_form_new (session, uid_of (draft));
  if (is_kind (draft, "next-contact"))
    return dolen_next_contact_form_new (session, draft->subject);
  if (is_kind (draft, "died"))
    return dolen_died_form_new (session, draft->subject);
  if (is_kind (draft, "follow-up"))
    return dolen_follow_up_form_new (session, uid);
  if (is_kind (draft, "move"))
    return dolen_follow_up_move_form_new (session, uid);
  for (gsize i = 0; i < G_N_ELEMENTS (by_uid); i++)
    if (is_kind (draft, by_uid[i].kind))
      return by_uid[i].func (session, *uid != '\0' ? uid : NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (putting_right); i++)
    if (is_kind (draft, putting_right[i].kind))
      return putting_right[i].func (session, uid);
  if (is_kind (draft, "gap"))
    return dolen_gap_form_open (session, draft->subject);
  if (is_kind (draft, "override"))
    return dolen_override_form_new (session, draft->subject, uid);
  if (is_kind (draft, "unwanted"))
    return dolen_unwanted_form_new (session, draft->subject, uid);
  if (is_kind (draft, "diary"))
    return dolen_diary_window_new (session);
  if (is_kind (draft, "slip"))
    return dolen_slip_form_new (session);
  if (is_kind (draft, "record"))
    return dolen_record_form_new (session, uid, DOLEN_REFERRAL_ACCEPTED);
  if (is_kind (draft, "pause"))
    return dolen_pause_form_new (session, uid);
  if (is_kind (draft, "resume"))
    return dolen_resume_form_new (session, uid);
  if (is_kind (draft, "absent"))
    return dolen_absent_record_form_new (session, uid);
  if (is_kind (draft, "step-back"))
    return dolen_referral_reopen_form_new (session, uid);
  return NULL;
}

void
dolen_draft_open (GtkWidget *from, DolenSession *session, const DolenDraft *draft)
{
  GtkWindow *window;

  g_return_if_fail (GTK_IS_WIDGET (from) && DOLEN_IS_SESSION (session) && draft != NULL);

  if (caseload_of (session) == NULL)
    return;
  if (is_kind (draft, "talk")) {
    dolen_talk_open (from, session, draft->subject, NULL, NULL, NULL, NULL);
    return;
  }
  window = new_window (session, draft);
  if (window != NULL)
    dolen_window_present_dialog (from, window);
  else if (draft->subject != NULL)
    /* What is about a note starts from the timeline; the note itself stands in its box. */
    dolen_page_go (from, "people", "person", draft->subject);
}
