/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-share-line.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenReferralKind: asked on the person's behalf, or given the details. Never mixed. */
typedef enum {
  DOLEN_REFERRAL,
  DOLEN_SIGNPOSTING,
} DolenReferralKind;

/** DolenReferralState: in the order of steps; those after "completed" end it before its time. After
 * the closed loop of the Gravity SDOH guide (FHIR task status), with what a referral in the
 * community needs beside it. */
typedef enum {
  DOLEN_REFERRAL_DRAFT,
  DOLEN_REFERRAL_SENT,     /* signposting: the details were given */
  DOLEN_REFERRAL_RECEIVED, /* the group has it */
  DOLEN_REFERRAL_ACCEPTED,
  DOLEN_REFERRAL_WAITING, /* on the group's waiting list */
  DOLEN_REFERRAL_STARTED, /* attended the first time */
  DOLEN_REFERRAL_ATTENDING,
  DOLEN_REFERRAL_COMPLETED,
  DOLEN_REFERRAL_DECLINED,      /* by the group; these all need a reason */
  DOLEN_REFERRAL_NOT_REACHED,   /* the group could not reach the person */
  DOLEN_REFERRAL_DID_NOT_START, /* the person did not start */
  DOLEN_REFERRAL_LEFT_EARLY,    /* started, and stopped before its time */
  DOLEN_REFERRAL_CANCELLED,     /* by us */
  DOLEN_REFERRAL_IN_ERROR,      /* should never have been */
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

/** DolenRiskShared: what the group is told of risks. */
typedef enum {
  DOLEN_RISK_NOT_DECIDED,
  DOLEN_RISK_NONE_KNOWN,
  DOLEN_RISK_SHARED,   /* .risk_text goes out */
  DOLEN_RISK_WITHHELD, /* not needed there */
} DolenRiskShared;

/**
 * DolenReferral: a referral or a signposting. Texts are (nullable) unless said; dates are civil.
 */
typedef struct {
  char *uid;       /* never NULL */
  char *reference; /* "D-4821", given when it is made; for speaking about it */
  char *person;    /* uid of the person */
  char *episode;   /* uid */
  char *choice;    /* uid of the choice of the plan it was made of */
  char *target;    /* code: NULL a group of the directory; "gp", "crisis-team", "social-care" */
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
  gboolean volunteer_run; /* nobody is paid to answer: chased later */
  int wait_told;          /* weeks the group said they would wait; -1 not told */

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

  /* What makes a good referral (reference/field.md 2). */
  char *need_text; /* the support wanted, as worked out together */
  DolenRiskShared risk;
  char *risk_text;
  char *involved_until;    /* civil date until when we stay involved */
  gboolean follow_up_told; /* they know that we shall ask after 28 days */
  char *may_return;        /* code "yes", "no", "ask": may they come back later; NULL not settled */
  gboolean report_absence; /* the group is asked to say if they do not come */
  char *outcomes_shared;   /* code "yes", "no": whether outcomes are shared; NULL not settled */
  char *language;          /* "cy", "en": of the letter */

  int cost;        /* agreed cost, pence; -1 none agreed */
  char *currency;  /* ISO 4217; NULL: GBP */
  char *cost_text; /* as given: "£5 a session for six weeks" */
  char *payer;     /* code "person", "scheme", "group", "other"; NULL not settled */
  char *payer_note;

  char *given_out; /* code "printed", "copied", "exported"; NULL: it has not left Dolen. Such a one
                      is cancelled or marked in error, not undone */

  /* The day each state was reached; NULL: it was not. */
  char *sent_on;
  char *received_on;
  char *accepted_on;
  char *waiting_on;
  char *started_on;
  char *attending_on;
  char *completed_on;
  char *declined_on;
  char *not_reached_on;
  char *did_not_start_on;
  char *left_early_on;
  char *cancelled_on;
  char *in_error_on;
  char *first_on; /* the first session, as agreed with the group; .started_on is when they went */
  char *first_at; /* "10:00" */
  char *next_session; /* volunteers: their next session after it was sent, as the directory says */
  char *still_on;     /* the last day they were known to go still */
  char **absences;    /* civil dates the group said they did not come */
  char *paused_on;    /* ill, in hospital: nothing is chased until it goes on */
  char *pause_until;  /* (nullable) civil date to ask again */
  char *pause_reason; /* code */
  char *reopened_on;
  char *reopen_note;

  char *reason; /* code why it ended badly: "full", "not-suitable", "no-answer", "did-not-come",
                   "changed-mind", "did-not-like", "died", "other" ... */
  char *reason_note; /* in words */
  char **reasons;    /* why this service: the match's sentences as they were */
  gint64 created;    /* instant */
} DolenReferral;

extern const DolenRecordType dolen_referral_type;

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
/** dolen_referral_state_from_nick: FALSE for one that is not known. @nick: (nullable) */
gboolean dolen_referral_state_from_nick (const char *nick, DolenReferralState *state);

/** dolen_referral_state_name: what a person reads ("accepted"), lower case. */
const char *dolen_referral_state_name (DolenReferralState state, DolenLanguage language);

/** dolen_referral_get_service_name: the name in @language, else the other; never NULL. */
const char *dolen_referral_get_service_name (const DolenReferral *referral, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenReferral, dolen_referral_free)

G_END_DECLS
