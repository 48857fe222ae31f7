/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-referral.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"

static const char *const kinds[] = { "referral", "signposting", NULL };
static const char *const states[] = {
  "draft",         "sent",       "received",  "accepted", "waiting",
  "started",       "attending",  "completed", "declined", "not-reached",
  "did-not-start", "left-early", "cancelled", "in-error", NULL,
};
static const char *const risks[] = { "not-decided", "none-known", "shared", "withheld", NULL };
static const char *const consents[] = { "not-yet", "yes", "no", NULL };
static const char *const consent_givers[] = { "person", "attorney", "best-interests", NULL };
static const char *const overrides[] = { "none", "safeguarding", "vital-interests", NULL };
static const char *const next_contacts[] = { "group", "person", "worker", NULL };
static const char *const told_ways[] = { "not-yet", "letter", "email", "telephoned", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (states) == DOLEN_N_REFERRAL_STATES + 1);

#define TEXT(field) DOLEN_FIELD (DolenReferral, field, TEXT)
#define ENUM(field, names) DOLEN_FIELD (DolenReferral, field, ENUM, .nicks = names)
#define BOOL(field) DOLEN_FIELD (DolenReferral, field, BOOL)
#define LIST(field) DOLEN_FIELD (DolenReferral, field, LIST)
#define NUMBER(field) DOLEN_FIELD (DolenReferral, field, INT, .unset = -1)

static const DolenField referral_fields[] = {
  TEXT (uid),
  TEXT (reference),
  TEXT (person),
  TEXT (episode),
  TEXT (choice),
  TEXT (target),
  ENUM (kind, kinds),
  ENUM (state, states),
  TEXT (service),
  TEXT (service_name),
  TEXT (service_name_cy),
  TEXT (organisation),
  TEXT (place),
  TEXT (phone),
  TEXT (email),
  BOOL (volunteer_run),
  NUMBER (wait_told),
  ENUM (consent, consents),
  ENUM (consent_by, consent_givers),
  TEXT (consent_on),
  ENUM (override, overrides),
  TEXT (override_note),
  DOLEN_FIELD (DolenReferral, shared, ROWS, .rows = &dolen_share_line_type),
  ENUM (next_contact, next_contacts),
  TEXT (next_contact_by),
  BOOL (going_along),
  TEXT (going_along_note),
  ENUM (told, told_ways),
  TEXT (told_on),
  TEXT (need_text),
  ENUM (risk, risks),
  TEXT (risk_text),
  TEXT (involved_until),
  BOOL (follow_up_told),
  TEXT (may_return),
  BOOL (report_absence),
  TEXT (outcomes_shared),
  TEXT (language),
  NUMBER (cost),
  TEXT (currency),
  TEXT (cost_text),
  TEXT (payer),
  TEXT (payer_note),
  TEXT (given_out),
  TEXT (sent_on),
  TEXT (received_on),
  TEXT (accepted_on),
  TEXT (waiting_on),
  TEXT (started_on),
  TEXT (attending_on),
  TEXT (completed_on),
  TEXT (declined_on),
  TEXT (not_reached_on),
  TEXT (did_not_start_on),
  TEXT (left_early_on),
  TEXT (cancelled_on),
  TEXT (in_error_on),
  TEXT (first_on),
  TEXT (first_at),
  TEXT (next_session),
  TEXT (still_on),
  LIST (absences),
  TEXT (paused_on),
  TEXT (pause_until),
  TEXT (pause_reason),
  TEXT (reopened_on),
  TEXT (reopen_note),
  TEXT (reason),
  TEXT (reason_note),
  LIST (reasons),
  DOLEN_FIELD (DolenReferral, created, TIME),
};

const DolenRecordType dolen_referral_type = { "referral",
                                              sizeof (DolenReferral),
                                              referral_fields,
                                              G_N_ELEMENTS (referral_fields),
                                              (GDestroyNotify) dolen_referral_free };

DolenReferral *
dolen_referral_new (const char *person, DolenReferralKind kind)
{
  DolenReferral *referral = dolen_record_new (&dolen_referral_type);

  referral->uid = dolen_id_new ();
  referral->person = g_strdup (person);
  referral->kind = kind;
  return referral;
}

DolenReferral *
dolen_referral_copy (const DolenReferral *referral)
{
  return dolen_record_copy (&dolen_referral_type, referral);
}

void
dolen_referral_free (DolenReferral *referral)
{
  dolen_record_free (&dolen_referral_type, referral);
}

void
dolen_referral_add_share_line (DolenReferral *referral,
                               const char *code,
                               const char *text,
                               gboolean ticked)
{
  dolen_share_lines_add (&referral->shared, code, text, ticked);
}

const char *
dolen_referral_state_nick (DolenReferralState state)
{
  g_return_val_if_fail (state < DOLEN_N_REFERRAL_STATES, "");
  return states[state];
}

gboolean
dolen_referral_state_from_nick (const char *nick, DolenReferralState *state)
{
  for (int i = 0; i < DOLEN_N_REFERRAL_STATES; i++)
    if (g_strcmp0 (states[i], nick) == 0) {
      *state = i;
      return TRUE;
    }
  return FALSE;
}

const char *
dolen_referral_state_name (DolenReferralState state, DolenLanguage language)
{
  switch (state) {
  /* Translators: the states of a referral (atgyfeiriad, masc.) or signposting. */
  case DOLEN_REFERRAL_DRAFT:
    return dolen_ctext (language, "referral", "draft");
  case DOLEN_REFERRAL_SENT:
    return dolen_ctext (language, "referral", "sent");
  case DOLEN_REFERRAL_RECEIVED:
    return dolen_ctext (language, "referral", "received");
  case DOLEN_REFERRAL_ACCEPTED:
    return dolen_ctext (language, "referral", "accepted");
  case DOLEN_REFERRAL_WAITING:
    /* Translators: on the group's waiting list. */
    return dolen_ctext (language, "referral", "waiting");
  case DOLEN_REFERRAL_STARTED:
    return dolen_ctext (language, "referral", "started");
  case DOLEN_REFERRAL_ATTENDING:
    /* Translators: they have been going for a while. */
    return dolen_ctext (language, "referral", "attending");
  case DOLEN_REFERRAL_COMPLETED:
    return dolen_ctext (language, "referral", "completed");
  case DOLEN_REFERRAL_DECLINED:
    /* Translators: the group or the person said no. */
    return dolen_ctext (language, "referral", "declined");
  case DOLEN_REFERRAL_NOT_REACHED:
    /* Translators: the group could not get hold of the person. */
    return dolen_ctext (language, "referral", "not reached");
  case DOLEN_REFERRAL_DID_NOT_START:
    return dolen_ctext (language, "referral", "did not start");
  case DOLEN_REFERRAL_LEFT_EARLY:
    return dolen_ctext (language, "referral", "left early");
  case DOLEN_REFERRAL_CANCELLED:
    return dolen_ctext (language, "referral", "cancelled");
  case DOLEN_REFERRAL_IN_ERROR:
    /* Translators: it should never have been made. */
    return dolen_ctext (language, "referral", "made in error");
  case DOLEN_N_REFERRAL_STATES:
  default:
    return "";
  }
}

const char *
dolen_referral_get_service_name (const DolenReferral *referral, DolenLanguage language)
{
  const char *first
      = language == DOLEN_LANGUAGE_CY ? referral->service_name_cy : referral->service_name;
  const char *second
      = language == DOLEN_LANGUAGE_CY ? referral->service_name : referral->service_name_cy;

  if (!dolen_text_is_empty (first))
    return first;
  return second != NULL ? second : "";
}
