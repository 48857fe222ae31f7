/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "casework/records/dolen-referral.h"

G_BEGIN_DECLS

/** DolenFollowUpKind: what is to be done; the words come from it, in either language. */
typedef enum {
  DOLEN_FOLLOW_UP_NO_ANSWER,    /* ring the group: no answer to the referral */
  DOLEN_FOLLOW_UP_CHECK,        /* 28-day check: how is it going? */
  DOLEN_FOLLOW_UP_NEXT_CONTACT, /* contact the person, set by hand */
  DOLEN_FOLLOW_UP_OTHER,        /* .note says what */
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
  DolenFollowUpKind kind;
  char *due;  /* civil date, never NULL in a stored record */
  char *from; /* (nullable) civil date the waiting began (the referral was sent) */
  char *note; /* (nullable) what to do or to mind, by hand */
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
DolenFollowUp *dolen_follow_up_copy (const DolenFollowUp *follow_up);
void dolen_follow_up_free (DolenFollowUp *follow_up);

/**
 * DolenDue: a follow-up with the names its sentence needs: one line of Today.
 */
typedef struct {
  DolenFollowUp *follow_up;
  char *person_called;     /* how the person is called */
  char *reference;         /* (nullable) of the referral */
  char *service_name;      /* (nullable) as it was, English or the only one */
  char *service_name_cy;   /* (nullable) */
  char *phone;             /* (nullable) of the group, canonical */
  int days_overdue;        /* > 0 overdue, 0 due today, < 0 days still to go */
  int working_days_waited; /* since .from; 0 where there is none */
} DolenDue;

void dolen_due_free (DolenDue *due);

/** dolen_due_sentence: (transfer full): the whole line: "Ring Clwb Cinio: no answer to referral
 *  D-4821 for 6 working days". */
char *dolen_due_sentence (const DolenDue *due, DolenLanguage language);

/** dolen_due_button: the verb of its button ("Record the call"). */
const char *dolen_due_button (const DolenDue *due, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFollowUp, dolen_follow_up_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenDue, dolen_due_free)

G_END_DECLS
