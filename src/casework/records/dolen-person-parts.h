/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/* What a person's record holds several of. */

/** DolenWay: one way to reach a person, or a way that must not be used. */
typedef struct {
  char *kind;     /* "phone", "mobile", "text", "email", "post", "visit", "through" (somebody) */
  char *value;    /* number, address or name, as given */
  gboolean avoid; /* TRUE: not to be used; shown as a warning before any number */
  gboolean preferred; /* they like this way best */
  char *note;         /* (nullable) what makes it safe or not ("leave no message") */
} DolenWay;

/** DolenInvolved: somebody else who is involved: a carer, the next of kin, the GP. */
typedef struct {
  char *
      kind; /* code: "gp", "carer", "cared-for", "next-of-kin", "family", "professional", "other" */
  char *name;         /* never empty */
  char *organisation; /* (nullable) practice, team */
  char *phone;        /* (nullable) canonical */
  gboolean may_share; /* the person agrees that we speak with them */
  char *note;         /* (nullable) */
} DolenInvolved;

/** DolenPrivacyGiven: privacy information was given. */
typedef struct {
  char *on;       /* civil date */
  char *version;  /* of the notice, as the scheme names it */
  char *language; /* "cy", "en" */
  char *how;      /* (nullable) code: "told", "paper", "email" */
} DolenPrivacyGiven;

/** DolenLawfulBasis: why we may hold and use what we know, per purpose (UK GDPR articles 6
 * and 9). */
typedef struct {
  char *purpose;   /* code: "support", "safeguarding", "evaluation", "other" */
  char *basis;     /* code: "public-task", "legitimate-interests", "consent", "vital-interests",
                      "legal-obligation" */
  char *condition; /* (nullable) code for special categories: "health-care", "explicit-consent",
                      "vital-interests", "substantial-public-interest" */
  char *on;        /* civil date */
  char *note;      /* (nullable) */
} DolenLawfulBasis;

/** DolenRisk: something that may hurt somebody: shown before any address. */
typedef struct {
  char *kind;    /* code: "dog", "violence", "property", "self-harm", "infection", "other" */
  char *text;    /* what it is, in words */
  char *on;      /* civil date it was told */
  char *source;  /* (nullable) who told it */
  char *over_on; /* (nullable) civil date it ceased */
} DolenRisk;

extern const DolenRecordType dolen_way_type;
extern const DolenRecordType dolen_involved_type;
extern const DolenRecordType dolen_privacy_given_type;
extern const DolenRecordType dolen_lawful_basis_type;
extern const DolenRecordType dolen_risk_type;

G_END_DECLS
