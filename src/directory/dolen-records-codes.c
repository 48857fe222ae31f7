/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-records.h"

/* The words that stand for the enumerations in databases, files and JSON. They never change. */

static const char *const governances[] = {
  [DOLEN_GOVERNANCE_UNKNOWN] = "unknown",
  [DOLEN_GOVERNANCE_CONSTITUTED_GROUP] = "constituted-group",
  [DOLEN_GOVERNANCE_INFORMAL_GROUP] = "informal-group",
  [DOLEN_GOVERNANCE_UNINCORPORATED_ASSOCIATION] = "unincorporated-association",
  [DOLEN_GOVERNANCE_TRUST] = "trust",
  [DOLEN_GOVERNANCE_CIO] = "cio",
  [DOLEN_GOVERNANCE_CHARITABLE_COMPANY] = "charitable-company",
  [DOLEN_GOVERNANCE_CIC] = "cic",
  [DOLEN_GOVERNANCE_REGISTERED_SOCIETY] = "registered-society",
  [DOLEN_GOVERNANCE_FAITH_BODY] = "faith-body",
  [DOLEN_GOVERNANCE_COMMUNITY_COUNCIL] = "community-council",
  [DOLEN_GOVERNANCE_STATUTORY] = "statutory",
  [DOLEN_GOVERNANCE_PRIVATE] = "private",
  [DOLEN_GOVERNANCE_BRANCH] = "branch",
};

static const char *const capacity_statuses[] = {
  [DOLEN_CAPACITY_UNKNOWN] = "unknown", [DOLEN_CAPACITY_OPEN] = "open",
  [DOLEN_CAPACITY_PLACES] = "places",   [DOLEN_CAPACITY_WAITING_LIST] = "waiting-list",
  [DOLEN_CAPACITY_FULL] = "full",       [DOLEN_CAPACITY_ASK_FIRST] = "ask-first",
  [DOLEN_CAPACITY_PAUSED] = "paused",
};

static const char *const told_bys[] = {
  [DOLEN_TOLD_BY_UNKNOWN] = "unknown", [DOLEN_TOLD_BY_CALL] = "call",
  [DOLEN_TOLD_BY_VISIT] = "visit",     [DOLEN_TOLD_BY_EMAIL] = "email",
  [DOLEN_TOLD_BY_GROUP] = "group",     [DOLEN_TOLD_BY_FEED] = "feed",
};

static const char *const service_statuses[] = {
  [DOLEN_SERVICE_ACTIVE] = "active",
  [DOLEN_SERVICE_INACTIVE] = "inactive",
  [DOLEN_SERVICE_DEFUNCT] = "defunct",
  [DOLEN_SERVICE_TEMPORARILY_CLOSED] = "temporarily-closed",
};

static const char *const permissions[] = {
  [DOLEN_PERMISSION_NOT_ASKED] = "not-asked",
  [DOLEN_PERMISSION_GIVEN_OUT] = "given-out",
  [DOLEN_PERMISSION_WORKERS_ONLY] = "workers-only",
};

static const char *const tag_kinds[] = {
  [DOLEN_TAG_INTEREST] = "interest",
  [DOLEN_TAG_NEED] = "need",
  [DOLEN_TAG_ENABLER] = "enabler",
  [DOLEN_TAG_OTHER] = "other",
};

static const char *const tag_states[] = {
  [DOLEN_TAG_PROPOSED] = "proposed",
  [DOLEN_TAG_CONFIRMED] = "confirmed",
  [DOLEN_TAG_REJECTED] = "rejected",
};

static const char *const venue_kinds[] = {
  [DOLEN_VENUE_PHYSICAL] = "physical",
  [DOLEN_VENUE_POSTAL] = "postal",
  [DOLEN_VENUE_VIRTUAL] = "virtual",
};

static guint
find (const char *const *codes, guint n, const char *code, guint otherwise)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;
  return otherwise;
}

#define DEFINE_CODES(Type, name, codes, otherwise)                                                 \
  const char *dolen_##name##_code (Type value)                                                     \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (codes), codes[0]);                         \
    return codes[value];                                                                           \
  }                                                                                                \
                                                                                                   \
  Type dolen_##name##_from_code (const char *code)                                                 \
  {                                                                                                \
    return (Type) find (codes, G_N_ELEMENTS (codes), code, otherwise);                             \
  }

DEFINE_CODES (DolenGovernance, governance, governances, DOLEN_GOVERNANCE_UNKNOWN)
DEFINE_CODES (DolenCapacityStatus, capacity_status, capacity_statuses, DOLEN_CAPACITY_UNKNOWN)
DEFINE_CODES (DolenToldBy, told_by, told_bys, DOLEN_TOLD_BY_UNKNOWN)
DEFINE_CODES (DolenServiceStatus, service_status, service_statuses, DOLEN_SERVICE_ACTIVE)
DEFINE_CODES (DolenPermission, permission, permissions, DOLEN_PERMISSION_NOT_ASKED)
DEFINE_CODES (DolenTagKind, tag_kind, tag_kinds, DOLEN_TAG_OTHER)
DEFINE_CODES (DolenTagState, tag_state, tag_states, DOLEN_TAG_PROPOSED)
DEFINE_CODES (DolenVenueKind, venue_kind, venue_kinds, DOLEN_VENUE_PHYSICAL)
