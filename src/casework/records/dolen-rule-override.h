/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/**
 * DolenRuleOverride: a hard rule of the suggestions (age, safeguarding, closed) set aside for one
 * person and one service, with the reason: so that nobody has to falsify a fact to get past it.
 * Texts are (nullable) unless said; dates are civil.
 */
typedef struct {
  char *uid;             /* never NULL */
  char *person;          /* uid */
  char *episode;         /* uid */
  char *service;         /* uid in the directory; never NULL */
  char *service_name;    /* English, or the only name, as it was */
  char *service_name_cy; /* Welsh */
  char *criterion;       /* dolen_criterion_code(): "age", "listing" ...; never NULL */
  char *reason;          /* why, in words; never empty */
  char *on;
  char *by;       /* who decided */
  char *ended_on; /* NULL: it stands */
  char *ended_by;
  gint64 created; /* instant */
} DolenRuleOverride;

extern const DolenRecordType dolen_rule_override_type;

/** dolen_rule_override_new: (transfer full): with a new uid. */
DolenRuleOverride *
dolen_rule_override_new (const char *person, const char *service, const char *criterion);
DolenRuleOverride *dolen_rule_override_copy (const DolenRuleOverride *rule_override);
void dolen_rule_override_free (DolenRuleOverride *rule_override);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRuleOverride, dolen_rule_override_free)

G_END_DECLS
