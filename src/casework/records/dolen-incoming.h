/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenIncomingState: what became of somebody who was referred to us. */
typedef enum {
  DOLEN_INCOMING_NEW,         /* to be decided */
  DOLEN_INCOMING_MORE_INFO,   /* the referrer was asked for more */
  DOLEN_INCOMING_WAITING,     /* suitable; on our waiting list */
  DOLEN_INCOMING_SUPPORTED,   /* suitable; somebody is in touch */
  DOLEN_INCOMING_RETURNED,    /* not suitable; returned with where it should go */
  DOLEN_INCOMING_NOT_REACHED, /* closed: tried as the rule says, and not reached */
  DOLEN_INCOMING_DECLINED,    /* closed: the person does not wish it */
  DOLEN_INCOMING_IN_ERROR,
  DOLEN_N_INCOMING_STATES
} DolenIncomingState;

/** DolenPriority: how soon; the reason stands beside it. */
typedef enum {
  DOLEN_PRIORITY_ROUTINE,
  DOLEN_PRIORITY_SOON,
  DOLEN_PRIORITY_URGENT,
} DolenPriority;

/**
 * DolenIncoming: the referral in: how a person came to us, and what was decided. Texts are
 * (nullable) unless said; dates are civil.
 */
typedef struct {
  char *uid;     /* never NULL */
  char *person;  /* uid */
  char *episode; /* uid of the episode it opened */
  DolenIncomingState state;

  char *source;       /* code: "gp", "nurse", "hospital" ... (dolen_source_codes()) */
  char *source_name;  /* who and where, as given */
  char *source_phone; /* canonical */
  char *source_email;
  char *source_language; /* "cy", "en": letters to the referrer */
  char *received_on;     /* never NULL in a stored record */
  char *reason;          /* why, as the referrer wrote it */
  char *own_view;        /* what the person themselves needs and wants */
  char *risk;            /* risk issues passed on */
  char *consent;         /* code "yes", "no": has the person agreed to be referred; NULL not told */
  char *feedback;        /* code: "none", "progress", "closing"; NULL not told */
  char *feedback_by;     /* when the referrer expects it */

  DolenPriority priority;
  char *priority_reason;

  char *info_asked_on; /* more information was asked */
  char *info_wanted;   /* which */
  char *info_come_on;  /* it came */
  char *decided_on;    /* suitable or not */
  char *told_on;       /* the referrer was told what was decided */
  char *returned_to;   /* not suitable: where it should go */
  char *closed_on;
  char *note;         /* in words: why returned, declined, closed */
  char *letter_on;    /* the letter to somebody who could not be reached went out */
  char *contacted_on; /* first contact tried */
  gint64 created;
} DolenIncoming;

extern const DolenRecordType dolen_incoming_type;

/** dolen_incoming_new: (transfer full): received today, with a new uid. */
DolenIncoming *dolen_incoming_new (const char *person);
DolenIncoming *dolen_incoming_copy (const DolenIncoming *incoming);
void dolen_incoming_free (DolenIncoming *incoming);

/** dolen_incoming_state_nick: "more-info"; dolen_incoming_state_name: what a person reads. */
const char *dolen_incoming_state_nick (DolenIncomingState state);
const char *dolen_incoming_state_name (DolenIncomingState state, DolenLanguage language);

/** dolen_incoming_is_over: returned, not reached, declined or in error: nothing more is done. */
gboolean dolen_incoming_is_over (DolenIncomingState state);

const char *dolen_priority_name (DolenPriority priority, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenIncoming, dolen_incoming_free)

G_END_DECLS
