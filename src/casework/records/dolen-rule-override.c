/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-rule-override.h"

#include "base/dolen-id.h"

#define TEXT(field) DOLEN_FIELD (DolenRuleOverride, field, TEXT)

static const DolenField fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (episode),
  TEXT (service),
  TEXT (service_name),
  TEXT (service_name_cy),
  TEXT (criterion),
  TEXT (reason),
  TEXT (on),
  TEXT (by),
  TEXT (ended_on),
  TEXT (ended_by),
  DOLEN_FIELD (DolenRuleOverride, created, TIME),
};

const DolenRecordType dolen_rule_override_type = { "rule_override",
                                                   sizeof (DolenRuleOverride),
                                                   fields,
                                                   G_N_ELEMENTS (fields),
                                                   (GDestroyNotify) dolen_rule_override_free };

DolenRuleOverride *
dolen_rule_override_new (const char *person, const char *service, const char *criterion)
{
  DolenRuleOverride *rule_override = dolen_record_new (&dolen_rule_override_type);

  rule_override->uid = dolen_id_new ();
  rule_override->person = g_strdup (person);
  rule_override->service = g_strdup (service);
  rule_override->criterion = g_strdup (criterion);
  return rule_override;
}

DolenRuleOverride *
dolen_rule_override_copy (const DolenRuleOverride *rule_override)
{
  return dolen_record_copy (&dolen_rule_override_type, rule_override);
}

void
dolen_rule_override_free (DolenRuleOverride *rule_override)
{
  dolen_record_free (&dolen_rule_override_type, rule_override);
}
