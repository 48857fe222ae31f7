/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenRetentionKind: why a record stays beyond what the rules say. */
typedef enum {
  DOLEN_RETENTION_KEEP, /* somebody looked at it and keeps it until .until */
  DOLEN_RETENTION_HOLD, /* a legal hold (a claim, an inquiry): until it is lifted */
} DolenRetentionKind;

/** DolenRetentionDecision: what somebody decided about a person's record. Texts are (nullable)
 * unless said. */
typedef struct {
  char *uid;    /* never NULL */
  char *person; /* uid */
  DolenRetentionKind kind;
  char *until;     /* civil date; of KEEP, never NULL then */
  char *reason;    /* in words; never empty in a stored record */
  char *on;        /* civil date it was decided */
  char *by;        /* who decided */
  char *lifted_on; /* civil date; of a HOLD that is over */
  char *lifted_by;
  gint64 created;
} DolenRetentionDecision;

extern const DolenRecordType dolen_retention_decision_type;

/** dolen_retention_decision_new: (transfer full): decided today. */
DolenRetentionDecision *dolen_retention_decision_new (const char *person, DolenRetentionKind kind);
DolenRetentionDecision *dolen_retention_decision_copy (const DolenRetentionDecision *decision);
void dolen_retention_decision_free (DolenRetentionDecision *decision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRetentionDecision, dolen_retention_decision_free)

G_END_DECLS
