/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenFollowUpKind: what is to be done; the words come from it, in either language. */
typedef enum {
  DOLEN_FOLLOW_UP_NO_ANSWER,    /* ring the group: no answer to the referral */
  DOLEN_FOLLOW_UP_CHECK,        /* 28-day check: how is it going? */
  DOLEN_FOLLOW_UP_NEXT_CONTACT, /* contact the person, set by hand */
  DOLEN_FOLLOW_UP_OTHER,        /* .note says what */
  /* Coming in. */
  DOLEN_FOLLOW_UP_DECIDE,        /* decide on a referral in and tell the referrer */
  DOLEN_FOLLOW_UP_MORE_INFO,     /* the referrer has not given what was asked */
  DOLEN_FOLLOW_UP_FIRST_CONTACT, /* try the first contact */
  DOLEN_FOLLOW_UP_TRY_AGAIN,     /* not reached: on another day, at another time */
  DOLEN_FOLLOW_UP_NOT_REACHED,   /* tries are used up: the letter, then close and tell */
  DOLEN_FOLLOW_UP_TELL_REFERRER, /* the referrer expects to hear */
  /* Going out. */
  DOLEN_FOLLOW_UP_FIRST_SESSION, /* how was the first time? */
  DOLEN_FOLLOW_UP_ABSENT,        /* the group says they did not come: contact the person */
  DOLEN_FOLLOW_UP_WAIT_OVER,     /* they wait longer than the group said */
  DOLEN_FOLLOW_UP_NEXT_CHOICE,   /* declined or no answer: offer the next one of the plan */
  DOLEN_FOLLOW_UP_TELL_GROUP,    /* consent was withdrawn: tell who had it */
  /* The spell of support. */
  DOLEN_FOLLOW_UP_SUPPORT_ENDS, /* in two weeks: what continues after? */
  DOLEN_FOLLOW_UP_REVIEW,
  DOLEN_FOLLOW_UP_BASELINE, /* the first measure is missing */
  DOLEN_FOLLOW_UP_CONSENT_ENDS,
  DOLEN_FOLLOW_UP_CONCERN,        /* first of all, until it is answered */
  DOLEN_FOLLOW_UP_APPOINTMENT,    /* our own: be there, then say how it was */
  DOLEN_FOLLOW_UP_PAUSED,         /* a referral was paused: can it go on? */
  DOLEN_FOLLOW_UP_NEEDS_DECISION, /* two copies say differently how a referral ended: .was */
  DOLEN_FOLLOW_UP_CLOSING_LETTER, /* support has closed: write to the person */
  DOLEN_N_FOLLOW_UP_KINDS
} DolenFollowUpKind;

typedef enum {
  DOLEN_FOLLOW_UP_OPEN,
  DOLEN_FOLLOW_UP_DONE,
  DOLEN_FOLLOW_UP_CANCELLED,
} DolenFollowUpState;

/** DolenFollowUp: a dated thing to do so that nobody is lost. */
typedef struct {
  char *uid;      /* never NULL */
  char *person;   /* uid */
  char *referral; /* (nullable) uid of the referral it is about */
  char *subject;  /* (nullable) uid of what else it is about: referral in, concern, consent ... */
  DolenFollowUpKind kind;
  char *rule;     /* (nullable) code of the rule that made it (dolen-rules.h) */
  int step;       /* 0, 1, 2 ...: how often the rule has come back; -1 made by hand */
  char *due;      /* civil date, never NULL in a stored record */
  char *at;       /* (nullable) "10:00" where the hour matters */
  char *from;     /* (nullable) civil date the waiting began (the referral was sent) */
  char *note;     /* (nullable) what to do or to mind, by hand */
  GPtrArray *was; /* (nullable) (element-type DolenSaid) what each copy said, the earlier first */
  DolenFollowUpState state;
  char *done_on;   /* (nullable) civil date it was done or cancelled */
  char *outcome;   /* (nullable) what came of it, in words */
  char *closed_by; /* (nullable) code of what closed it where nobody did: "accepted", "died" ... */
  gint64 created;
} DolenFollowUp;

extern const DolenRecordType dolen_follow_up_type;

DolenFollowUp *dolen_follow_up_new (const char *person,
                                    const char *referral,
                                    DolenFollowUpKind kind,
                                    const char *due);
/** dolen_follow_up_kind_nick: "no-answer"; the code in JSON and in rules; _from_nick: FALSE for one
 * that is not known. */
const char *dolen_follow_up_kind_nick (DolenFollowUpKind kind);
gboolean dolen_follow_up_kind_from_nick (const char *nick, DolenFollowUpKind *kind);

DolenFollowUp *dolen_follow_up_copy (const DolenFollowUp *follow_up);
void dolen_follow_up_free (DolenFollowUp *follow_up);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFollowUp, dolen_follow_up_free)

G_END_DECLS
