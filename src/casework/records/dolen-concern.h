/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenConcernState: how far a concern has come. */
typedef enum {
  DOLEN_CONCERN_RAISED,
  DOLEN_CONCERN_DISCUSSED,
  DOLEN_CONCERN_REPORTED,
  DOLEN_CONCERN_ANSWERED,
  DOLEN_CONCERN_CLOSED,
} DolenConcernState;

/** DolenConcern: safeguarding, self-harm, crisis: a thread of its own that cannot be forgotten.
 * Only what it is needs to be written; all else may come later. Texts are (nullable) unless said;
 * dates are civil. */
typedef struct {
  char *uid;    /* never NULL */
  char *person; /* uid */
  char *kind; /* code: "safeguarding-adult", "safeguarding-child", "self-harm", "crisis", "other" */
  char *text; /* what was seen or said */
  DolenConcernState state;
  char *raised_on;
  char *raised_by;
  char *discussed_on;
  char *discussed_with;
  char *consent;      /* code: "yes", "no", "not-asked": to report it */
  char *consent_note; /* why without */
  char *reported_on;
  char *reported_to;
  char *report_reference;
  char *answered_on;
  char *answer;
  char *closed_on;
  char *closing_note;
  char *taken_out_on; /* the words it was raised with were destroyed; the concern stands */
  gint64 created;
} DolenConcern;

extern const DolenRecordType dolen_concern_type;

/** dolen_concern_new: (transfer full): raised today. */
DolenConcern *dolen_concern_new (const char *person);
/** dolen_concern_say_words: (transfer full) (nullable): what was seen or said, or that it was taken
 * out and when. */
char *dolen_concern_say_words (const DolenConcern *concern, DolenLanguage language);
DolenConcern *dolen_concern_copy (const DolenConcern *concern);
void dolen_concern_free (DolenConcern *concern);

/** dolen_concern_kinds: (transfer none): the codes, NULL-terminated, "other" last. */
const char *const *dolen_concern_kinds (void);

/** dolen_concern_kind_is_known: @code: (nullable) */
gboolean dolen_concern_kind_is_known (const char *code);

/** dolen_concern_kind_name: what a person reads ("safeguarding, adult"), lower case. @code:
 *  (nullable) */
const char *dolen_concern_kind_name (const char *code, DolenLanguage language);

/** dolen_concern_state_name: "raised", "reported, no answer yet" ... */
const char *dolen_concern_state_name (DolenConcernState state, DolenLanguage language);

/** dolen_concern_state_from_nick: "raised" ...; RAISED where it is not known. @nick: (nullable) */
DolenConcernState dolen_concern_state_from_nick (const char *nick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenConcern, dolen_concern_free)

G_END_DECLS
