/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-assurance-rules.h"

G_BEGIN_DECLS

/*
 * What is known of a body's policies and checks, as a plain account and no accreditation.
 */

/** DolenAssuranceStanding: how one check stands on a day. */
typedef enum {
  DOLEN_STANDING_SEEN,
  DOLEN_STANDING_TOLD,      /* they say so; nobody has seen it */
  DOLEN_STANDING_LAPSED,    /* it was seen or told, and has ended since */
  DOLEN_STANDING_NOT_THERE, /* asked for: they have none */
  DOLEN_STANDING_NOT_NEEDED,
  DOLEN_STANDING_NOT_ASKED, /* nobody has asked yet */
} DolenAssuranceStanding;

/** DolenAssuranceLine: one check of a body. */
typedef struct {
  const char *check; /* a code of the rules, or of the record it came from; borrowed from either */
  DolenAssuranceStanding standing;
  DolenAssuranceLevel level;
  const DolenAssurance *record; /* (nullable) borrowed from the organisation or its parent */
  gboolean from_parent;         /* a cover that the larger body shares */
} DolenAssuranceLine;

/**
 * dolen_assurance_lines:
 * @organisation: whose
 * @parent: (nullable): its larger body; read where the organisation says that its cover holds
 * @activities: of the service, or of all its services
 * @today: the day
 *
 * Returns: (transfer full) (element-type DolenAssuranceLine): what is called for or was recorded,
 * in the order of the rules; borrows from its arguments
 */
GPtrArray *dolen_assurance_lines (const DolenAssuranceRules *rules,
                                  const DolenOrganisation *organisation,
                                  const DolenOrganisation *parent,
                                  DolenActivities activities,
                                  const char *today);

/**
 * dolen_assurance_account:
 *
 * The same in sentences, for people: "Seen: insurance (to May 2027), safeguarding policy. Not
 * asked: DBS checks." What this kind of activity should have and was not seen is said; where
 * nothing is called for, it is said that nothing is.
 *
 * Returns: (transfer full): the account, "" for a body that answers to a regulator of its own and
 * of which nothing was recorded
 */
char *dolen_assurance_account (const DolenAssuranceRules *rules,
                               const DolenOrganisation *organisation,
                               const DolenOrganisation *parent,
                               DolenActivities activities,
                               const char *today,
                               DolenLanguage language);

/** dolen_assurance_is_missing: whether something that this kind of activity should have was neither
 *  seen nor told, or has lapsed. Of an informal group that does nothing risky: never. */
gboolean dolen_assurance_is_missing (const DolenAssuranceRules *rules,
                                     const DolenOrganisation *organisation,
                                     const DolenOrganisation *parent,
                                     DolenActivities activities,
                                     const char *today);

G_END_DECLS
