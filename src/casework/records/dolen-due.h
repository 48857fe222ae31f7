/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-follow-up.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/**
 * DolenDue: a follow-up with the names its sentence needs: one line of Today.
 */
typedef struct {
  DolenFollowUp *follow_up;
  GPtrArray *together; /* (nullable) (element-type DolenDue) the other referrals that one call is
                          about: a group run by volunteers is rung once, whoever's they are */
  char *service;       /* (nullable) uid of the group in the directory */
  gboolean volunteer_run;
  char *person_called;   /* how the person is called */
  char *reference;       /* (nullable) of the referral */
  char *service_name;    /* (nullable) as it was, English or the only one */
  char *service_name_cy; /* (nullable) */
  char *phone;           /* (nullable) of the group, canonical */
  char *detail; /* (nullable) who referred to us, or who the consent shares with; as given. Of a
                    concern: the civil date on which its words were taken out */
  char *subject_kind;      /* (nullable) code: what kind of concern, appointment or referrer */
  char *subject_state;     /* (nullable) nick of its state */
  int days_overdue;        /* > 0 overdue, 0 due today, < 0 days still to go */
  int working_days_waited; /* since .from; 0 where there is none */
} DolenDue;

void dolen_due_free (DolenDue *due);

/** dolen_due_count: how many referrals the line is about; 1 where it is about one or none. */
guint dolen_due_count (const DolenDue *due);

/** dolen_due_sentence: (transfer full): the whole line: "Ring Clwb Cinio: no answer to referral
 *  D-4821 for 6 working days". */
char *dolen_due_sentence (const DolenDue *due, DolenLanguage language);

/** dolen_due_button: the verb of its button ("Record the call"). */
const char *dolen_due_button (const DolenDue *due, DolenLanguage language);

/** dolen_due_what: what is to be done, short and without a name ("First contact"). */
const char *dolen_due_what (DolenFollowUpKind kind, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenDue, dolen_due_free)

G_END_DECLS
