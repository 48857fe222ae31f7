/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/**
 * DolenRetentionRules: how long records are kept; one for the vault, of nobody, so that all who
 * work with it share it. What is proposed follows the Records Management Code of Practice for
 * Health and Social Care (NHS England 2021, updated 2023; Welsh Government 2022), Appendix II:
 * adult health records 8 years after last seen; children's until the 25th birthday, or the 26th if
 * they were 17 when treatment ended.
 */
typedef struct {
  char *uid;             /* DOLEN_RETENTION_RULES_UID */
  int supported_years;   /* after the last contact with somebody supported */
  int other_years;       /* after it with somebody declined, not reached, or given advice only */
  int minor_birthday;    /* somebody under 18 at the last contact: until this birthday */
  int minor_birthday_17; /* somebody who was 17 then */
  char *set_on;          /* (nullable) civil date somebody decided; NULL: proposed only */
  char *set_by;          /* (nullable) */
  gint64 created;
} DolenRetentionRules;

#define DOLEN_RETENTION_RULES_UID "3a9c6a52-0c7e-4f0e-9a51-6f1d2b8e7c40"

extern const DolenRecordType dolen_retention_rules_type;

/** dolen_retention_rules_new: (transfer full): what is proposed: 8, 2, 25, 26. */
DolenRetentionRules *dolen_retention_rules_new (void);
void dolen_retention_rules_free (DolenRetentionRules *rules);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRetentionRules, dolen_retention_rules_free)

G_END_DECLS
