/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-retention-decision.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

#define DECISION(field, kind, ...) DOLEN_FIELD (DolenRetentionDecision, field, kind, ##__VA_ARGS__)

static const char *const kinds[] = { "keep", "hold", NULL };

static const DolenField decision_fields[] = {
  DECISION (uid, TEXT),     DECISION (person, TEXT),    DECISION (kind, ENUM, .nicks = kinds),
  DECISION (until, TEXT),   DECISION (reason, TEXT),    DECISION (on, TEXT),
  DECISION (by, TEXT),      DECISION (lifted_on, TEXT), DECISION (lifted_by, TEXT),
  DECISION (created, TIME),
};

const DolenRecordType dolen_retention_decision_type
    = { "retention_decision",
        sizeof (DolenRetentionDecision),
        decision_fields,
        G_N_ELEMENTS (decision_fields),
        (GDestroyNotify) dolen_retention_decision_free };

DolenRetentionDecision *
dolen_retention_decision_new (const char *person, DolenRetentionKind kind)
{
  DolenRetentionDecision *decision = dolen_record_new (&dolen_retention_decision_type);

  decision->uid = dolen_id_new ();
  decision->person = g_strdup (person);
  decision->kind = kind;
  decision->on = dolen_date_today ();
  decision->created = dolen_time_now ();
  return decision;
}

DolenRetentionDecision *
dolen_retention_decision_copy (const DolenRetentionDecision *decision)
{
  return dolen_record_copy (&dolen_retention_decision_type, decision);
}

void
dolen_retention_decision_free (DolenRetentionDecision *decision)
{
  dolen_record_free (&dolen_retention_decision_type, decision);
}
