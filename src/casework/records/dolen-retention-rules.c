/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-retention-rules.h"

#define RULES(field, kind, ...) DOLEN_FIELD (DolenRetentionRules, field, kind, ##__VA_ARGS__)

static const DolenField rules_fields[] = {
  RULES (uid, TEXT),
  RULES (supported_years, INT, .unset = -1),
  RULES (other_years, INT, .unset = -1),
  RULES (minor_birthday, INT, .unset = -1),
  RULES (minor_birthday_17, INT, .unset = -1),
  RULES (set_on, TEXT),
  RULES (set_by, TEXT),
  RULES (created, TIME),
};

const DolenRecordType dolen_retention_rules_type = { "retention",
                                                     sizeof (DolenRetentionRules),
                                                     rules_fields,
                                                     G_N_ELEMENTS (rules_fields),
                                                     (GDestroyNotify) dolen_retention_rules_free };

DolenRetentionRules *
dolen_retention_rules_new (void)
{
  DolenRetentionRules *rules = dolen_record_new (&dolen_retention_rules_type);

  rules->uid = g_strdup (DOLEN_RETENTION_RULES_UID);
  rules->supported_years = 8;
  rules->other_years = 2;
  rules->minor_birthday = 25;
  rules->minor_birthday_17 = 26;
  return rules;
}

void
dolen_retention_rules_free (DolenRetentionRules *rules)
{
  dolen_record_free (&dolen_retention_rules_type, rules);
}
