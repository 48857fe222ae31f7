/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-follow-up-form.h"

G_BEGIN_DECLS

/*
 * The form of a follow-up about a referral: a question, a table of answers, and for each answer the
 * act it is and the fields it needs. dolen-outcome-forms.c holds the tables.
 *
 * Fields: "answer" (and "answer-1", "answer-2" ... where one call is about several),
 * "reason-<state>", "first" and "first-at", "weeks", "pause-reason" and "until", "next", "outcome".
 */

/** DolenOutcomeAct: what an answer does. */
typedef enum {
  DOLEN_OUTCOME_DONE,      /* the follow-up is done, and perhaps comes again */
  DOLEN_OUTCOME_NO_ANSWER, /* the next step of the chase */
  DOLEN_OUTCOME_STEP,      /* the referral goes on to .state */
  DOLEN_OUTCOME_PAUSE,
  DOLEN_OUTCOME_RESUME,
  DOLEN_OUTCOME_SET_ASIDE, /* the choice is not wanted */
  DOLEN_OUTCOME_REFER,     /* opens the referral form for the choice */
  DOLEN_OUTCOME_SIGNPOST,
} DolenOutcomeAct;

/** DolenOutcomeField: what an answer asks for (bits). */
typedef enum {
  DOLEN_OUTCOME_NEXT = 1 << 0,  /* another day */
  DOLEN_OUTCOME_FIRST = 1 << 1, /* the first session */
  DOLEN_OUTCOME_WEEKS = 1 << 2, /* how long they say it takes */
  DOLEN_OUTCOME_UNTIL = 1 << 3, /* a pause: why, and until when */
  DOLEN_OUTCOME_WORDS = 1 << 4, /* words are needed */
} DolenOutcomeField;

typedef struct {
  const char *name; /* msgid: the answer */
  DolenOutcomeAct act;
  DolenReferralState
      state;        /* DOLEN_OUTCOME_STEP; "left early" is "did not start" for who never went */
  guint fields;     /* bits */
  const char *said; /* (nullable) msgid: the outcome where nothing is written */
} DolenOutcome;

typedef struct {
  const char *question; /* msgid */
  const DolenOutcome *outcomes;
  guint n_outcomes;
  gboolean by_person; /* the person says it; their ways are shown. Else the group, and its number */
  const char *next;   /* msgid: title of the field "next" */
  int next_days;      /* working days from today that "next" proposes; 0 nothing */
  void (*after) (DolenSmallForm *form,
                 const DolenDue *due,
                 guint answer); /* (nullable) once done */
} DolenOutcomeForm;

/** dolen_outcome_form_new: @table: static. */
GtkWindow *
dolen_outcome_form_new (DolenSession *session, const DolenDue *due, const DolenOutcomeForm *table);

G_END_DECLS
