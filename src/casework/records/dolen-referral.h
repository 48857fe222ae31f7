/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenReferralKind: asked on the person's behalf, or given the details. Never mixed. */
typedef enum {
  DOLEN_REFERRAL,
  DOLEN_SIGNPOSTING,
} DolenReferralKind;

/** DolenReferralState: in the order of steps; the last four end it. */
typedef enum {
  DOLEN_REFERRAL_DRAFT,
  DOLEN_REFERRAL_SENT, /* signposting: the details were given */
  DOLEN_REFERRAL_ACCEPTED,
  DOLEN_REFERRAL_WAITING,
  DOLEN_REFERRAL_STARTED,
  DOLEN_REFERRAL_COMPLETED,
  DOLEN_REFERRAL_DECLINED,  /* ends badly: needs a reason */
  DOLEN_REFERRAL_CANCELLED, /* ends badly: needs a reason */
  DOLEN_REFERRAL_IN_ERROR,  /* should never have been; needs a reason */
  DOLEN_N_REFERRAL_STATES
} DolenReferralState;

typedef enum {
  DOLEN_CONSENT_NOT_YET,
  DOLEN_CONSENT_YES,
  DOLEN_CONSENT_NO,
} DolenConsent;

typedef enum {
  DOLEN_CONSENT_BY_PERSON,
  DOLEN_CONSENT_BY_ATTORNEY,
  DOLEN_CONSENT_BY_BEST_INTERESTS, /* a best-interests decision */
} DolenConsentBy;

/** DolenOverride: why it is sent without consent "yes"; always with a note. */
typedef enum {
  DOLEN_OVERRIDE_NONE,
  DOLEN_OVERRIDE_SAFEGUARDING,
  DOLEN_OVERRIDE_VITAL_INTERESTS,
} DolenOverride;

typedef enum {
  DOLEN_NEXT_CONTACT_GROUP,  /* the group contacts the person */
  DOLEN_NEXT_CONTACT_PERSON, /* the person contacts the group */
  DOLEN_NEXT_CONTACT_WORKER, /* we contact the group */
} DolenNextContact;

typedef enum {
  DOLEN_TOLD_NOT_YET,
  DOLEN_TOLD_LETTER,
  DOLEN_TOLD_EMAIL,
  DOLEN_TOLD_TELEPHONED,
} DolenTold;

/** DolenShareLine: one line of what is shared; the letter holds ticked lines only. */
typedef struct {
  char *code; /* "name", "contact", "communication", "barrier:no-car" ... */
  char *text; /* the words that go out */
  gboolean ticked;
} DolenShareLine;

/**
 * DolenReferral: a referral or a signposting. Texts are (nullable) unless said; dates are civil.
 */
typedef struct {
  char *uid;       /* never NULL */
  char *reference; /* "D-4821", given when it is made; for speaking about it */
  char *person;    /* uid of the person */
  DolenReferralKind kind;
  DolenReferralState state;

  /* The service, and how it was known on the day. */
  char *service;         /* uid in the directory; NULL for one that is not in it */
  char *service_name;    /* English, or the only name */
  char *service_name_cy; /* Welsh */
  char *organisation;
  char *place;
  char *phone; /* canonical */
  char *email;

  DolenConsent consent;
  DolenConsentBy consent_by;
  char *consent_on;
  DolenOverride override; /* sent without "yes" */
  char *override_note;    /* why; needed with an override */

  GPtrArray *shared; /* (element-type DolenShareLine) line by line */
  DolenNextContact next_contact;
  char *next_contact_by; /* civil date */
  gboolean going_along;  /* somebody goes along the first time */
  char *going_along_note;
  DolenTold told; /* how the group was told */
  char *told_on;
  char *given_out; /* code "printed", "copied", "exported"; NULL: it has not left Dolen. Such a one
                      is cancelled or marked in error, not undone */

  /* The day each state was reached; NULL: it was not. */
  char *sent_on;
  char *accepted_on;
  char *waiting_on;
  char *started_on;
  char *completed_on;
  char *declined_on;
  char *cancelled_on;
  char *in_error_on;

  char *reason; /* code why it ended badly: "full", "not-suitable", "no-answer", "did-not-come",
                   "changed-mind", "moved", "died", "other" ... */
  char *reason_note; /* in words */
  char **reasons;    /* why this service: the match's sentences as they were */
  gint64 created;    /* instant */
} DolenReferral;

extern const DolenRecordType dolen_referral_type;
extern const DolenRecordType dolen_share_line_type;

/** dolen_referral_new: (transfer full): an empty draft for @person with a new uid. */
DolenReferral *dolen_referral_new (const char *person, DolenReferralKind kind);
DolenReferral *dolen_referral_copy (const DolenReferral *referral);
void dolen_referral_free (DolenReferral *referral);

/** dolen_referral_add_share_line: adds one line of the share list. */
void dolen_referral_add_share_line (DolenReferral *referral,
                                    const char *code,
                                    const char *text,
                                    gboolean ticked);

/** dolen_referral_state_nick: "draft", "sent" ...; the code in JSON and reports. */
const char *dolen_referral_state_nick (DolenReferralState state);

/** dolen_referral_state_name: what a person reads ("accepted"), lower case. */
const char *dolen_referral_state_name (DolenReferralState state, DolenLanguage language);

/** dolen_referral_reason_name: a reason code in words; the code itself where it is not known. */
const char *dolen_referral_reason_name (const char *reason, DolenLanguage language);

/** dolen_referral_reasons: (transfer none): the codes of reasons a referral may end badly for,
 *  NULL-terminated, "other" last. */
const char *const *dolen_referral_reasons (void);

/** dolen_referral_has_ended: completed, declined, cancelled or in error. */
gboolean dolen_referral_has_ended (DolenReferralState state);

/** dolen_referral_ends_badly: declined, cancelled, in error: a reason is needed. */
gboolean dolen_referral_ends_badly (DolenReferralState state);

/** dolen_referral_may_leave_draft: consent is "yes", or an override with its note is recorded. */
gboolean dolen_referral_may_leave_draft (const DolenReferral *referral);

/**
 * dolen_referral_check_step:
 * @to: the state wanted
 * @reason: (nullable): code why it ends badly
 * @error: DOLEN_ERROR_NOT_ALLOWED with the sentence to show beside the field
 *
 * Any step forward is allowed, none back, none from an end (only "in error" from any state).
 */
gboolean dolen_referral_check_step (const DolenReferral *referral,
                                    DolenReferralState to,
                                    const char *reason,
                                    GError **error);

/** dolen_referral_state_date: (transfer none) (nullable): the day @state was reached. */
const char *dolen_referral_state_date (const DolenReferral *referral, DolenReferralState state);

/** dolen_referral_get_service_name: the name in @language, else the other; never NULL. */
const char *dolen_referral_get_service_name (const DolenReferral *referral, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenReferral, dolen_referral_free)

G_END_DECLS
