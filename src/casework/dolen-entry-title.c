/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload.h"

#include "base/dolen-text.h"
#include "casework/records/dolen-audit.h"
#include "casework/records/dolen-encounter-words.h"
#include "casework/records/dolen-export.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *type;
  const char *title;
} titles[] = {
  /* Translators: lines of a person's timeline. */
  { DOLEN_EVENT_PERSON_ADD, N_ ("First recorded") },
  { DOLEN_EVENT_PERSON_SET, N_ ("Record changed") },
  { DOLEN_EVENT_PERSON_DIED, N_ ("Died") },
  { DOLEN_EVENT_REFERRAL_SET, N_ ("Referral changed") },
  { DOLEN_EVENT_FOLLOW_UP_DONE, N_ ("Follow-up done") },
  { DOLEN_EVENT_FOLLOW_UP_CANCEL, N_ ("Follow-up cancelled") },
  { DOLEN_EVENT_NOTE_ADD, N_ ("Note") },
  { DOLEN_EVENT_CONCERN_DISCUSS, N_ ("Concern discussed") },
  { DOLEN_EVENT_CONCERN_REPORT, N_ ("Concern reported") },
  { DOLEN_EVENT_CONCERN_WAIT, N_ ("Concern: still no answer") },
  { DOLEN_EVENT_CONCERN_ANSWER, N_ ("Concern answered") },
  { DOLEN_EVENT_CONCERN_CLOSE, N_ ("Concern closed") },
  { DOLEN_EVENT_UNDO, N_ ("A step about a concern was taken back") },
  { DOLEN_EVENT_APPOINTMENT_SET, N_ ("Appointment changed") },
  { DOLEN_EVENT_APPOINTMENT_BACK, N_ ("Worker back from the appointment") },
  { DOLEN_EVENT_APPOINTMENT_DONE, N_ ("Appointment kept") },
  { DOLEN_EVENT_APPOINTMENT_MISSED, N_ ("Appointment missed") },
  { DOLEN_EVENT_APPOINTMENT_CANCEL, N_ ("Appointment cancelled") },
  { DOLEN_EVENT_INCOMING_ADD, N_ ("Referred to us") },
  { DOLEN_EVENT_INCOMING_AGAIN, N_ ("Referred to us again") },
  { DOLEN_EVENT_INCOMING_SET, N_ ("Referral to us changed") },
  { DOLEN_EVENT_INCOMING_ASK, N_ ("More information asked of the referrer") },
  { DOLEN_EVENT_INCOMING_ANSWER, N_ ("The referrer answered") },
  { DOLEN_EVENT_INCOMING_WAIT, N_ ("Put on the waiting list") },
  { DOLEN_EVENT_INCOMING_TAKE_UP, N_ ("Taken up: support begins") },
  { DOLEN_EVENT_INCOMING_RETURN, N_ ("Not suitable: returned to the referrer") },
  { DOLEN_EVENT_INCOMING_DECLINE, N_ ("They do not wish it") },
  { DOLEN_EVENT_INCOMING_NOT_REACHED, N_ ("Closed: not reached") },
  { DOLEN_EVENT_INCOMING_IN_ERROR, N_ ("The referral to us was recorded in error") },
  { DOLEN_EVENT_INCOMING_LETTER, N_ ("A letter went out: could not be reached") },
  { DOLEN_EVENT_INCOMING_TOLD, N_ ("The referrer was told") },
  { DOLEN_EVENT_CONTACT_TRY, N_ ("Contact") },
  { DOLEN_EVENT_EPISODE_RETURN, N_ ("Came back: support begins again") },
  { DOLEN_EVENT_EPISODE_SET, N_ ("Support planned") },
  { DOLEN_EVENT_EPISODE_EXTEND, N_ ("Support extended") },
  { DOLEN_EVENT_EPISODE_REVIEW, N_ ("Review") },
  { DOLEN_EVENT_EPISODE_CLOSE, N_ ("Support closed") },
  { DOLEN_EVENT_CONSENT_GIVE, N_ ("Consent to share given") },
  { DOLEN_EVENT_CONSENT_RENEW, N_ ("Consent to share renewed") },
  { DOLEN_EVENT_CONSENT_WITHDRAW, N_ ("Consent to share withdrawn") },
  { DOLEN_EVENT_CHOICE_ADD, N_ ("Put on the plan") },
  { DOLEN_EVENT_CHOICE_SET, N_ ("Plan changed") },
  { DOLEN_EVENT_GAP_NOTE, N_ ("Looked for and not found") },
  { DOLEN_EVENT_OVERRIDE_ADD, N_ ("A rule was set aside for a group") },
  { DOLEN_EVENT_OVERRIDE_END, N_ ("The rules hold again for a group") },
  { DOLEN_EVENT_UNWANTED_MARK, N_ ("Not for them") },
  { DOLEN_EVENT_UNWANTED_END, N_ ("May be suggested again") },
  { DOLEN_EVENT_SHORTLIST_ADD, N_ ("Put on the shortlist") },
  { DOLEN_EVENT_SHORTLIST_SET, N_ ("Shortlist changed") },
  { DOLEN_EVENT_SHORTLIST_REMOVE, N_ ("Taken off the shortlist") },
  { DOLEN_EVENT_RETENTION_DECIDED, N_ ("How long it is kept was decided") },
  { DOLEN_EVENT_CORRECT, N_ ("Corrected: it now says") },
  { DOLEN_EVENT_DISPUTE, N_ ("The person disputes what was written") },
  { DOLEN_EVENT_MOVE, N_ ("Came here from the wrong record") },
  { DOLEN_EVENT_REDACT, N_ ("A text was taken out of the record") },
};

/* What happened to a referral where its state stayed. */
static const struct {
  const char *type;
  const char *words;
} happened[] = {
  /* Translators: after a referral's reference and group, and a colon. */
  { DOLEN_EVENT_REFERRAL_STILL, N_ ("still so") },
  { DOLEN_EVENT_REFERRAL_REOPEN, N_ ("reopened") },
  { DOLEN_EVENT_REFERRAL_PAUSE, N_ ("paused") },
  { DOLEN_EVENT_REFERRAL_RESUME, N_ ("goes on") },
  { DOLEN_EVENT_REFERRAL_ABSENT, N_ ("they did not come") },
};

static DolenReferralState
read_state (const char *nick)
{
  for (int i = 0; i < DOLEN_N_REFERRAL_STATES; i++)
    if (g_strcmp0 (dolen_referral_state_nick (i), nick) == 0)
      return i;
  return DOLEN_REFERRAL_DRAFT;
}

static const char *
service_name (const DolenEntry *entry, DolenLanguage language)
{
  const char *first = language == DOLEN_LANGUAGE_CY ? entry->service_name_cy : entry->service_name;
  const char *second = language == DOLEN_LANGUAGE_CY ? entry->service_name : entry->service_name_cy;

  if (!dolen_text_is_empty (first))
    return first;
  return second != NULL ? second : "";
}

static char *
follow_up_title (const DolenEntry *entry, DolenLanguage language)
{
  g_autofree char *day = dolen_format_date_as (language, entry->due, DOLEN_DATE_DAY);

  if (g_str_equal (entry->type, DOLEN_EVENT_FOLLOW_UP_MOVE))
    /* Translators: %s: a date. */
    return g_strdup_printf (dolen_text (language, "Follow-up moved to %s"), day);
  /* Translators: %s: a date. */
  return g_strdup_printf (dolen_text (language, "Follow-up planned for %s"), day);
}

static char *
appointment_title (const DolenEntry *entry, DolenLanguage language)
{
  g_autofree char *day = dolen_format_date_as (language, entry->due, DOLEN_DATE_DAY);
  DolenAppointmentKind kind = DOLEN_APPOINTMENT_HOME_VISIT; /* the first one is not written */

  dolen_appointment_kind_from_nick (entry->state, &kind);
  /* Translators: a line of the timeline. First: a date; second: "home visit". */
  return g_strdup_printf (dolen_text (language, "Appointment planned for %1$s: %2$s"),
                          day,
                          dolen_appointment_kind_name (kind, language));
}

/* "Home visit, 45 min". */
static char *
contact_title (const DolenEntry *entry, DolenLanguage language)
{
  const char *kind = dolen_encounter_nick_name (entry->state, language);
  g_autofree char *minutes = dolen_minutes_say (entry->minutes, language);

  if (kind == NULL) /* the first one is not written */
    kind = dolen_encounter_kind_name (DOLEN_ENCOUNTER_PHONE, language);
  return entry->minutes > 0 ? g_strdup_printf ("%s, %s", kind, minutes) : g_strdup (kind);
}

static const char *
say_state (const DolenEntry *entry, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (happened); i++)
    if (g_str_equal (happened[i].type, entry->type))
      return dolen_text (language, happened[i].words);
  return dolen_referral_state_name (read_state (entry->state), language);
}

/* Of what was handed out, what it was and how. */
static char *
audit_title (const DolenEntry *entry, DolenLanguage language)
{
  const char *name = dolen_audit_name (entry->state, language);
  g_autofree char *what = NULL;

  if (g_strcmp0 (entry->state, DOLEN_AUDIT_EXPORT) != 0 || entry->fields == NULL)
    return g_strdup (name);
  what = dolen_export_words (entry->fields, language);
  return g_strdup_printf ("%s. %s", name, what);
}

char *
dolen_entry_title (const DolenEntry *entry, DolenLanguage language)
{
  if (g_str_equal (entry->type, DOLEN_EVENT_CONTACT_ADD))
    return contact_title (entry, language);
  if (entry->restricted)
    /* Translators: a line of the timeline: a note whose words are kept to its author and the leads.
     */
    return g_strdup (dolen_text (language, "Restricted note"));
  if (g_str_equal (entry->type, DOLEN_EVENT_AUDIT))
    return audit_title (entry, language);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].type, entry->type))
      return g_strdup (dolen_text (language, titles[i].title));
  if (g_str_equal (entry->type, DOLEN_EVENT_CONCERN_RAISE))
    /* Translators: a line of the timeline; %s: "safeguarding, adult". */
    return g_strdup_printf (dolen_text (language, "Concern raised: %s"),
                            dolen_concern_kind_name (entry->state, language));
  if (g_str_equal (entry->type, DOLEN_EVENT_APPOINTMENT_ADD))
    return appointment_title (entry, language);
  if (entry->kind == DOLEN_ENTRY_REFERRALS)
    /* Translators: a line of the timeline: reference (D-4821), the group's name, the state. */
    return g_strdup_printf (dolen_text (language, "%s, %s: %s"),
                            entry->reference != NULL ? entry->reference : "",
                            service_name (entry, language),
                            say_state (entry, language));
  if (entry->kind == DOLEN_ENTRY_FOLLOW_UPS)
    return follow_up_title (entry, language);
  return g_strdup (dolen_text (language, "Entry"));
}
