/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenChoiceState: what became of a choice. */
typedef enum {
  DOLEN_CHOICE_OPEN,
  DOLEN_CHOICE_TAKEN,     /* referred or signposted to */
  DOLEN_CHOICE_SET_ASIDE, /* the person does not want it, or it does not suit */
} DolenChoiceState;

/** DolenChoice: a group on the person's plan that they may go to: the first, the next one should it
 * decline. Texts are (nullable) unless said. */
typedef struct {
  char *uid;             /* never NULL */
  char *person;          /* uid */
  char *episode;         /* uid */
  char *service;         /* uid in the directory */
  char *service_name;    /* English, or the only name */
  char *service_name_cy; /* Welsh */
  int rank;              /* 0 first; -1 last */
  DolenChoiceState state;
  char *referral; /* uid of the referral made of it */
  char **reasons; /* why: the match's sentences as they were */
  char *note;
  gint64 created;
} DolenChoice;

extern const DolenRecordType dolen_choice_type;

/** dolen_choice_new: (transfer full): with a new uid. */
DolenChoice *dolen_choice_new (const char *person);
DolenChoice *dolen_choice_copy (const DolenChoice *choice);
void dolen_choice_free (DolenChoice *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenChoice, dolen_choice_free)

G_END_DECLS
