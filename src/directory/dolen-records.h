/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-bilingual.h"
#include "place/dolen-position.h"

#include <glib.h>

G_BEGIN_DECLS

/*
 * The records of the directory as plain structs: the HSDS 3.1 graph with the facts no open
 * standard carries (DESIGN 4). Whoever reads this header sees the data.
 *
 * Conventions: text is (nullable) (owned), NFC, cleaned at the door; NULL is "not known". Numbers
 * that may be unknown are -1. Dates are ISO civil dates, NULL unknown. Lists are (owned)
 * GPtrArrays with a free function, never NULL. "given" keeps what a feed wrote where reading it
 * loses something. Enumerations have one code each, used in the database, in files and in JSON:
 * dolen_<thing>_code() and dolen_<thing>_from_code().
 */

typedef enum {
  DOLEN_GOVERNANCE_UNKNOWN,
  DOLEN_GOVERNANCE_CONSTITUTED_GROUP,
  DOLEN_GOVERNANCE_INFORMAL_GROUP,
  DOLEN_GOVERNANCE_UNINCORPORATED_ASSOCIATION,
  DOLEN_GOVERNANCE_TRUST,
  DOLEN_GOVERNANCE_CIO,
  DOLEN_GOVERNANCE_CHARITABLE_COMPANY,
  DOLEN_GOVERNANCE_CIC,
  DOLEN_GOVERNANCE_REGISTERED_SOCIETY,
  DOLEN_GOVERNANCE_FAITH_BODY,
  DOLEN_GOVERNANCE_COMMUNITY_COUNCIL,
  DOLEN_GOVERNANCE_STATUTORY,
  DOLEN_GOVERNANCE_PRIVATE,
  DOLEN_GOVERNANCE_BRANCH,
  DOLEN_GOVERNANCE_CHARITABLE_TRUST,
  DOLEN_GOVERNANCE_COMPANY_BY_GUARANTEE, /* that is no charity */
  DOLEN_GOVERNANCE_COMMUNITY_BENEFIT_SOCIETY,
  DOLEN_GOVERNANCE_COOPERATIVE,
} DolenGovernance;

#define DOLEN_N_GOVERNANCES (DOLEN_GOVERNANCE_COOPERATIVE + 1)

typedef enum {
  DOLEN_CAPACITY_UNKNOWN,
  DOLEN_CAPACITY_OPEN, /* just come along */
  DOLEN_CAPACITY_PLACES,
  DOLEN_CAPACITY_WAITING_LIST,
  DOLEN_CAPACITY_FULL,
  DOLEN_CAPACITY_ASK_FIRST,
  DOLEN_CAPACITY_PAUSED,
} DolenCapacityStatus;

/* Who or what told a fact. */
typedef enum {
  DOLEN_TOLD_BY_UNKNOWN,
  DOLEN_TOLD_BY_CALL,
  DOLEN_TOLD_BY_VISIT,
  DOLEN_TOLD_BY_EMAIL,
  DOLEN_TOLD_BY_GROUP, /* the group itself */
  DOLEN_TOLD_BY_FEED,
  DOLEN_TOLD_BY_REGISTER, /* a public register or what funders publish */
} DolenToldBy;

typedef enum {
  DOLEN_SERVICE_ACTIVE,
  DOLEN_SERVICE_INACTIVE,
  DOLEN_SERVICE_DEFUNCT,
  DOLEN_SERVICE_TEMPORARILY_CLOSED,
} DolenServiceStatus;

/* How one comes to it (ORUK 1.0 attending_access and what feeds write there). A set of bits. */
typedef enum {
  DOLEN_ACCESS_UNKNOWN = 0,
  DOLEN_ACCESS_DROP_IN = 1 << 0,
  DOLEN_ACCESS_APPOINTMENT = 1 << 1,
  DOLEN_ACCESS_MEMBERSHIP = 1 << 2,
  DOLEN_ACCESS_SELF_REFERRAL = 1 << 3,
  DOLEN_ACCESS_PROFESSIONAL_REFERRAL = 1 << 4,
} DolenAccess;

/* Where it happens (ORUK 1.0 attending_type). A set of bits. */
typedef enum {
  DOLEN_ATTENDING_UNKNOWN = 0,
  DOLEN_ATTENDING_VENUE = 1 << 0,
  DOLEN_ATTENDING_PHONE = 1 << 1,
  DOLEN_ATTENDING_ONLINE = 1 << 2,
  DOLEN_ATTENDING_HOME_VISIT = 1 << 3,
} DolenAttending;

/* What came of a call. */
typedef enum {
  DOLEN_CALL_REACHED,
  DOLEN_CALL_LEFT_MESSAGE,
  DOLEN_CALL_NO_ANSWER,
  DOLEN_CALL_WRONG_NUMBER,
  DOLEN_CALL_ASKED_TO_BE_REMOVED,
  DOLEN_CALL_DO_NOT_CONTACT, /* they do not want to be asked; the listing stays */
} DolenCallOutcome;

#define DOLEN_N_CALL_OUTCOMES 6

/* What a contact allows: a group's own people are not ours to hand out. */
typedef enum {
  DOLEN_PERMISSION_NOT_ASKED,
  DOLEN_PERMISSION_GIVEN_OUT,
  DOLEN_PERMISSION_WORKERS_ONLY,
} DolenPermission;

typedef enum {
  DOLEN_TAG_INTEREST,
  DOLEN_TAG_NEED,
  DOLEN_TAG_ENABLER,
  DOLEN_TAG_OTHER, /* a term of a foreign scheme not yet mapped */
} DolenTagKind;

typedef enum {
  DOLEN_TAG_PROPOSED,
  DOLEN_TAG_CONFIRMED,
  DOLEN_TAG_REJECTED, /* stays, so that no tagger proposes it again */
} DolenTagState;

typedef enum {
  DOLEN_FUNDING_UNKNOWN,
  DOLEN_FUNDING_SECURE,  /* ends in more than 6 months, or has no end */
  DOLEN_FUNDING_ENDING,  /* ends within 6 months */
  DOLEN_FUNDING_AT_RISK, /* ends within 2 months */
  DOLEN_FUNDING_ENDED,
} DolenFundingStatus;

typedef enum {
  DOLEN_VENUE_PHYSICAL,
  DOLEN_VENUE_POSTAL,
  DOLEN_VENUE_VIRTUAL,
} DolenVenueKind;

/* What is known of a policy, a cover or a check; no record at all is "not asked". */
typedef enum {
  DOLEN_ASSURANCE_TOLD, /* they say that they have it; nobody has seen it */
  DOLEN_ASSURANCE_SEEN,
  DOLEN_ASSURANCE_NOT_THERE,  /* asked for: they have none */
  DOLEN_ASSURANCE_NOT_NEEDED, /* somebody decided that this group needs none */
} DolenAssuranceState;

/* One policy, cover or check of an organisation; `what` is a code of data/assurance/checks.json. */
typedef struct {
  char *uid;
  char *what;
  DolenAssuranceState state;
  char *seen_on;    /* the day it was seen or told */
  char *expires_on; /* NULL: no end, or not known */
  char *evidence;   /* what was seen: "certificate, 5 million" */
  char *by;         /* who looked */
} DolenAssurance;

/* A number in a register, by its org-id.guide prefix ("GB-CHC", "GB-COH"). */
typedef struct {
  char *scheme;
  char *value;
} DolenRegistration;

typedef struct {
  char *uid;
  char *name;  /* of the person or desk to ask for */
  char *role;  /* "secretary", "bookings" */
  char *phone; /* canonical */
  char *phone_given;
  char *email; /* canonical */
  char *email_given;
  char *note;        /* "evenings only" */
  gboolean personal; /* looks like a named person's own: kept out of hand-outs until they say yes */
  DolenPermission permission;
} DolenContact;

typedef struct {
  char *uid;
  char *funder;
  char *kind;        /* grant, contract, donations ... as told */
  char *amount_band; /* as told: "under 2,000" */
  char *starts_on;
  char *ends_on;
  char *evidence;
  DolenToldBy source;
} DolenFunding;

typedef struct {
  gint64 id; /* row in this file; 0: not stored yet */
  char *uid;
  char *source_uid; /* (nullable) the feed it came from; NULL: made here */
  DolenBilingual name;
  DolenBilingual description;
  DolenGovernance governance;
  char *legal_status; /* as given */
  char *parent_uid;   /* the larger body a branch shares its cover with */
  char *url;
  char *email;
  char *phone;
  gboolean volunteer_run;     /* nobody is paid to answer: asked once, whoever asks */
  gboolean covered_by_parent; /* the larger body's policies and covers hold here too */
  GPtrArray *registrations;   /* of DolenRegistration */
  GPtrArray *contacts;        /* of DolenContact */
  GPtrArray *funding;         /* of DolenFunding */
  GPtrArray *checks;          /* of DolenAssurance, by what; what stands here no feed knows */
} DolenOrganisation;

typedef struct {
  gint64 id;
  char *uid;
  DolenBilingual name;
  DolenVenueKind kind;
  char *address; /* street lines, one a line */
  char *city;    /* post town or village as given */
  char *county;
  char *postcode; /* canonical "SY25 6HX", or the outward part alone */
  char *country;
  double latitude; /* NAN: unknown */
  double longitude;
  DolenPositionOrigin origin;
  gboolean hide_address;    /* say the area only (refuges) */
  gboolean no_map;          /* never a pin, never a distance */
  char *getting_there;      /* transport, as told */
  GPtrArray *accessibility; /* of char*: as given */
} DolenVenue;

/* When it happens: an RRULE of RFC 5545 in the parts HSDS gives. */
typedef struct {
  char *uid;
  char *venue_uid; /* (nullable) at which of the service's venues */
  char *freq;      /* "WEEKLY", "MONTHLY", "DAILY", NULL */
  int interval;    /* 1 every, 2 every other; 0 not known */
  char *byday;     /* "TU,TH"; with MONTHLY "2MO", "-1FR" */
  char *bymonthday;
  char *dtstart;
  char *until;
  char *opens_at; /* "10:00", local time */
  char *closes_at;
  char *valid_from;
  char *valid_to;
  DolenBilingual description; /* in words, where the parts do not say it */
  gboolean closed;            /* a holiday: nothing happens in this span */
} DolenSchedule;

typedef struct {
  char *uid;
  char *option;       /* "members", "first session" */
  gint64 pence;       /* -1 unknown, 0 free */
  char *currency;     /* ISO 4217, "GBP" */
  char *amount_given; /* as given */
  char *description;
  char *valid_from;
  char *valid_to;
} DolenCost;

typedef struct {
  char *code; /* ISO 639-1 or -3: "cy", "en", "bfi"; NULL where only a name was given */
  char *name; /* as given */
  char *note; /* "learners welcome" */
} DolenLanguageOffered;

typedef struct {
  DolenTagKind kind;
  char *scheme; /* "dolen", or the foreign scheme */
  char *code;
  gboolean value; /* FALSE: a known no ("no wheelchair access") */
  DolenTagState state;
  int tagger;  /* version of the rule tagger, 0: not by rule */
  char *words; /* what it was read from */
} DolenTag;

typedef struct {
  char *uid;
  DolenCapacityStatus status;
  int places_free; /* -1 unknown */
  int places_total;
  int wait_weeks_from;
  int wait_weeks_to;
  char *returns_on; /* when paused */
  char *note;
  char *as_of; /* the day it was told */
  DolenToldBy source;
  char *told_by; /* role or name of who told; workers' eyes only */
} DolenCapacity;

/* Somebody asked, and what came of it: that facts still hold, or that nobody answered. */
typedef struct {
  char *uid;
  char *on; /* the day */
  DolenToldBy how;
  char *asked; /* who was asked */
  /* facts, comma-separated: "capacity", "times", "contact", "cost", "access" ...; NULL: none */
  char *confirmed;
  char *by; /* who asked */
  DolenCallOutcome outcome;
  char *note;        /* of the listing, never of a person */
  char *next_try_on; /* when to ask again, where nothing was told */
} DolenConfirmation;

/* A service with all that hangs on it. */
typedef struct {
  gint64 id;
  char *uid;
  char *source_uid;
  char *organisation_uid; /* (nullable) */
  DolenBilingual name;
  DolenBilingual description;
  DolenBilingual eligibility; /* for whom, in words */
  DolenBilingual how_to_join; /* application process */
  DolenServiceStatus status;
  char *url;
  char *email;
  gboolean email_personal;
  char *phone;
  int minimum_age; /* years, -1 unknown */
  int maximum_age;
  char *gender;     /* NULL: everybody; "female", "male", or as given */
  char *fees;       /* in words */
  char *wait_given; /* HSDS wait_time, in words */
  char *alert;
  DolenAccess access;
  DolenAttending attending;
  char *areas;              /* service areas by name, one a line */
  char *assured_on;         /* "the feed says checked on"; never a confirmation */
  gboolean assured_is_edit; /* the date equals the date modified, so it says only that */
  char *modified_on;        /* by the feed */
  char *gone_since;         /* not in the feed since; NULL: still there */
  gboolean do_not_list;
  char *closed_on; /* it ended then; NULL: it has not, or that is not known */
  char *closed_reason;
  char *successor_uid;      /* what came in its place */
  GPtrArray *venues;        /* of DolenVenue */
  GPtrArray *schedules;     /* of DolenSchedule */
  GPtrArray *contacts;      /* of DolenContact */
  GPtrArray *costs;         /* of DolenCost */
  GPtrArray *languages;     /* of DolenLanguageOffered */
  GPtrArray *tags;          /* of DolenTag */
  GPtrArray *capacities;    /* of DolenCapacity, newest first; every report is kept */
  GPtrArray *funding;       /* of DolenFunding */
  GPtrArray *confirmations; /* of DolenConfirmation, newest first */
} DolenService;

DolenOrganisation *dolen_organisation_new (void);
DolenOrganisation *dolen_organisation_copy (const DolenOrganisation *organisation);
void dolen_organisation_free (DolenOrganisation *organisation);
DolenService *dolen_service_new (void);
DolenService *dolen_service_copy (const DolenService *service);
void dolen_service_free (DolenService *service);
DolenVenue *dolen_venue_new (void);
DolenVenue *dolen_venue_copy (const DolenVenue *venue);
void dolen_venue_free (DolenVenue *venue);
DolenSchedule *dolen_schedule_new (void);
void dolen_schedule_free (DolenSchedule *schedule);
DolenContact *dolen_contact_new (void);
void dolen_contact_free (DolenContact *contact);
DolenCost *dolen_cost_new (void);
void dolen_cost_free (DolenCost *cost);
DolenLanguageOffered *dolen_language_offered_new (void);
void dolen_language_offered_free (DolenLanguageOffered *language);
DolenTag *dolen_tag_new (void);
void dolen_tag_free (DolenTag *tag);
DolenCapacity *dolen_capacity_new (void);
DolenCapacity *dolen_capacity_copy (const DolenCapacity *capacity);
void dolen_capacity_free (DolenCapacity *capacity);
DolenFunding *dolen_funding_new (void);
void dolen_funding_free (DolenFunding *funding);
DolenConfirmation *dolen_confirmation_new (void);
void dolen_confirmation_free (DolenConfirmation *confirmation);
DolenAssurance *dolen_assurance_new (void);
DolenAssurance *dolen_assurance_copy (const DolenAssurance *assurance);
void dolen_assurance_free (DolenAssurance *assurance);
DolenRegistration *dolen_registration_new (void);
void dolen_registration_free (DolenRegistration *registration);

/* Codes of the enumerations: static text; an unknown code gives the UNKNOWN or first value. */
const char *dolen_governance_code (DolenGovernance governance);
DolenGovernance dolen_governance_from_code (const char *code);
const char *dolen_capacity_status_code (DolenCapacityStatus status);
DolenCapacityStatus dolen_capacity_status_from_code (const char *code);
const char *dolen_told_by_code (DolenToldBy source);
DolenToldBy dolen_told_by_from_code (const char *code);
const char *dolen_service_status_code (DolenServiceStatus status);
DolenServiceStatus dolen_service_status_from_code (const char *code);
const char *dolen_call_outcome_code (DolenCallOutcome outcome);
DolenCallOutcome dolen_call_outcome_from_code (const char *code);
const char *dolen_permission_code (DolenPermission permission);
DolenPermission dolen_permission_from_code (const char *code);
const char *dolen_tag_kind_code (DolenTagKind kind);
DolenTagKind dolen_tag_kind_from_code (const char *code);
const char *dolen_tag_state_code (DolenTagState state);
DolenTagState dolen_tag_state_from_code (const char *code);
const char *dolen_venue_kind_code (DolenVenueKind kind);
DolenVenueKind dolen_venue_kind_from_code (const char *code);
const char *dolen_assurance_state_code (DolenAssuranceState state);
DolenAssuranceState dolen_assurance_state_from_code (const char *code);

/** dolen_access_to_codes: (transfer full) (nullable): "drop-in,appointment"; NULL: not known. */
char *dolen_access_to_codes (DolenAccess access);
/** dolen_access_from_codes: @codes: (nullable). FALSE where one is not known. */
gboolean dolen_access_from_codes (const char *codes, DolenAccess *access);
/** dolen_attending_to_codes, _from_codes: the same: "venue,phone,online,home-visit". */
char *dolen_attending_to_codes (DolenAttending attending);
gboolean dolen_attending_from_codes (const char *codes, DolenAttending *attending);

/** dolen_service_find_venue: (transfer none) (nullable): that place, where it is one of its own. */
DolenVenue *dolen_service_find_venue (const DolenService *service, const char *uid);

/** dolen_service_current_capacity: (transfer none) (nullable): the newest report. */
const DolenCapacity *dolen_service_current_capacity (const DolenService *service);

/** dolen_organisation_get_check: (transfer none) (nullable): what is known of a policy or check;
 *  NULL: it was not asked for. */
const DolenAssurance *dolen_organisation_get_check (const DolenOrganisation *organisation,
                                                    const char *what);

/** dolen_funding_status: derived from the dates of all of @funding on @today. */
DolenFundingStatus dolen_funding_status (const GPtrArray *funding, const char *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenOrganisation, dolen_organisation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenService, dolen_service_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenVenue, dolen_venue_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSchedule, dolen_schedule_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenContact, dolen_contact_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCost, dolen_cost_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTag, dolen_tag_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCapacity, dolen_capacity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFunding, dolen_funding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenAssurance, dolen_assurance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRegistration, dolen_registration_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenLanguageOffered, dolen_language_offered_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenConfirmation, dolen_confirmation_free)

G_END_DECLS
