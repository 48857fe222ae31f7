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
  [DOLEN_GOVERNANCE_CHARITABLE_TRUST] = "charitable-trust",
  [DOLEN_GOVERNANCE_COMPANY_BY_GUARANTEE] = "company-by-guarantee",
  [DOLEN_GOVERNANCE_COMMUNITY_BENEFIT_SOCIETY] = "community-benefit-society",
  [DOLEN_GOVERNANCE_COOPERATIVE] = "cooperative",
};

static const char *const capacity_statuses[] = {
  [DOLEN_CAPACITY_UNKNOWN] = "unknown", [DOLEN_CAPACITY_OPEN] = "open",
  [DOLEN_CAPACITY_PLACES] = "places",   [DOLEN_CAPACITY_WAITING_LIST] = "waiting-list",
  [DOLEN_CAPACITY_FULL] = "full",       [DOLEN_CAPACITY_ASK_FIRST] = "ask-first",
  [DOLEN_CAPACITY_PAUSED] = "paused",
};

static const char *const told_bys[] = {
  [DOLEN_TOLD_BY_UNKNOWN] = "unknown",   [DOLEN_TOLD_BY_CALL] = "call",
  [DOLEN_TOLD_BY_VISIT] = "visit",       [DOLEN_TOLD_BY_EMAIL] = "email",
  [DOLEN_TOLD_BY_GROUP] = "group",       [DOLEN_TOLD_BY_FEED] = "feed",
  [DOLEN_TOLD_BY_REGISTER] = "register",
};

static const char *const service_statuses[] = {
  [DOLEN_SERVICE_ACTIVE] = "active",
  [DOLEN_SERVICE_INACTIVE] = "inactive",
  [DOLEN_SERVICE_DEFUNCT] = "defunct",
  [DOLEN_SERVICE_TEMPORARILY_CLOSED] = "temporarily-closed",
};

static const char *const call_outcomes[] = {
  [DOLEN_CALL_REACHED] = "reached",
  [DOLEN_CALL_LEFT_MESSAGE] = "left-message",
  [DOLEN_CALL_NO_ANSWER] = "no-answer",
  [DOLEN_CALL_WRONG_NUMBER] = "wrong-number",
  [DOLEN_CALL_ASKED_TO_BE_REMOVED] = "asked-to-be-removed",
  [DOLEN_CALL_DO_NOT_CONTACT] = "do-not-contact",
};
G_STATIC_ASSERT (G_N_ELEMENTS (call_outcomes) == DOLEN_N_CALL_OUTCOMES);

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

static const char *const assurance_states[] = {
  [DOLEN_ASSURANCE_TOLD] = "told",
  [DOLEN_ASSURANCE_SEEN] = "seen",
  [DOLEN_ASSURANCE_NOT_THERE] = "not-there",
  [DOLEN_ASSURANCE_NOT_NEEDED] = "not-needed",
};

/* Sets of bits: the code of bit 0 first. */
static const char *const accesses[]
    = { "drop-in", "appointment", "membership", "self-referral", "professional-referral" };

static const char *const attendings[] = { "venue", "phone", "online", "home-visit" };

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
DEFINE_CODES (DolenCallOutcome, call_outcome, call_outcomes, DOLEN_CALL_REACHED)
DEFINE_CODES (DolenPermission, permission, permissions, DOLEN_PERMISSION_NOT_ASKED)
DEFINE_CODES (DolenTagKind, tag_kind, tag_kinds, DOLEN_TAG_OTHER)
DEFINE_CODES (DolenTagState, tag_state, tag_states, DOLEN_TAG_PROPOSED)
DEFINE_CODES (DolenVenueKind, venue_kind, venue_kinds, DOLEN_VENUE_PHYSICAL)
DEFINE_CODES (DolenAssuranceState, assurance_state, assurance_states, DOLEN_ASSURANCE_TOLD)

static char *
bits_to_codes (const char *const *codes, guint n, guint bits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (bits & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", codes[i]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static gboolean
bits_from_codes (const char *const *codes, guint n, const char *text, guint *bits)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  *bits = 0;
  for (guint i = 0; words[i] != NULL; i++) {
    guint bit = find (codes, n, g_strstrip (words[i]), n);

    if (bit == n)
      return FALSE;
    *bits |= 1u << bit;
  }
  return TRUE;
}

char *
dolen_access_to_codes (DolenAccess access)
{
  return bits_to_codes (accesses, G_N_ELEMENTS (accesses), access);
}

gboolean
dolen_access_from_codes (const char *codes, DolenAccess *access)
{
  guint bits = 0;
  gboolean known = bits_from_codes (accesses, G_N_ELEMENTS (accesses), codes, &bits);

  if (known)
    *access = (DolenAccess) bits;
  return known;
}

char *
dolen_attending_to_codes (DolenAttending attending)
{
  return bits_to_codes (attendings, G_N_ELEMENTS (attendings), attending);
}

gboolean
dolen_attending_from_codes (const char *codes, DolenAttending *attending)
{
  guint bits = 0;
  gboolean known = bits_from_codes (attendings, G_N_ELEMENTS (attendings), codes, &bits);

  if (known)
    *attending = (DolenAttending) bits;
  return known;
}
