/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-parts-members.h"

#include <stddef.h>

/* The tables of what parts hold. Keys stand in the history: they only grow. */

#define CODES(name, Type, to, from)                                                                \
  static const char *name##_to_code (int value) { return to ((Type) value); }                      \
  static int name##_from_code (const char *code) { return (int) from (code); }                     \
  static const DolenCodes name##_codes = { name##_to_code, name##_from_code };

CODES (permission, DolenPermission, dolen_permission_code, dolen_permission_from_code)
CODES (told_by, DolenToldBy, dolen_told_by_code, dolen_told_by_from_code)
CODES (tag_kind, DolenTagKind, dolen_tag_kind_code, dolen_tag_kind_from_code)
CODES (tag_state, DolenTagState, dolen_tag_state_code, dolen_tag_state_from_code)
CODES (venue_kind, DolenVenueKind, dolen_venue_kind_code, dolen_venue_kind_from_code)
CODES (status, DolenServiceStatus, dolen_service_status_code, dolen_service_status_from_code)
CODES (check_state,
       DolenAssuranceState,
       dolen_assurance_state_code,
       dolen_assurance_state_from_code)
CODES (origin, DolenPositionOrigin, dolen_position_origin_id, dolen_position_origin_from_id)

#define MEMBER(Type, TYPE, field)                                                                  \
  {                                                                                                \
    .key = #field, .type = DOLEN_MEMBER_##TYPE, .offset = offsetof (Type, field)                   \
  }
#define CODE(Type, field, its)                                                                     \
  {                                                                                                \
    .key = #field, .type = DOLEN_MEMBER_CODE, .offset = offsetof (Type, field), .codes = &(its)    \
  }

static const DolenMember contact_members[] = {
  MEMBER (DolenContact, TEXT, uid),         MEMBER (DolenContact, TEXT, name),
  MEMBER (DolenContact, TEXT, role),        MEMBER (DolenContact, TEXT, phone),
  MEMBER (DolenContact, TEXT, phone_given), MEMBER (DolenContact, TEXT, email),
  MEMBER (DolenContact, TEXT, email_given), MEMBER (DolenContact, TEXT, note),
  MEMBER (DolenContact, FLAG, personal),    CODE (DolenContact, permission, permission_codes),
};

static const DolenMember funding_members[] = {
  MEMBER (DolenFunding, TEXT, uid),       MEMBER (DolenFunding, TEXT, funder),
  MEMBER (DolenFunding, TEXT, kind),      MEMBER (DolenFunding, TEXT, amount_band),
  MEMBER (DolenFunding, TEXT, starts_on), MEMBER (DolenFunding, TEXT, ends_on),
  MEMBER (DolenFunding, TEXT, evidence),  CODE (DolenFunding, source, told_by_codes),
};

static const DolenMember registration_members[] = {
  MEMBER (DolenRegistration, TEXT, scheme),
  MEMBER (DolenRegistration, TEXT, value),
};

static const DolenMember schedule_members[] = {
  MEMBER (DolenSchedule, TEXT, uid),
  MEMBER (DolenSchedule, TEXT, venue_uid),
  MEMBER (DolenSchedule, TEXT, freq),
  MEMBER (DolenSchedule, INT, interval),
  MEMBER (DolenSchedule, TEXT, byday),
  MEMBER (DolenSchedule, TEXT, bymonthday),
  MEMBER (DolenSchedule, TEXT, dtstart),
  MEMBER (DolenSchedule, TEXT, until),
  MEMBER (DolenSchedule, TEXT, opens_at),
  MEMBER (DolenSchedule, TEXT, closes_at),
  MEMBER (DolenSchedule, TEXT, valid_from),
  MEMBER (DolenSchedule, TEXT, valid_to),
  MEMBER (DolenSchedule, BILINGUAL, description),
  MEMBER (DolenSchedule, FLAG, closed),
};

static const DolenMember cost_members[] = {
  MEMBER (DolenCost, TEXT, uid),          MEMBER (DolenCost, TEXT, option),
  MEMBER (DolenCost, INT64, pence),       MEMBER (DolenCost, TEXT, currency),
  MEMBER (DolenCost, TEXT, amount_given), MEMBER (DolenCost, TEXT, description),
  MEMBER (DolenCost, TEXT, valid_from),   MEMBER (DolenCost, TEXT, valid_to),
};

static const DolenMember language_members[] = {
  MEMBER (DolenLanguageOffered, TEXT, code),
  MEMBER (DolenLanguageOffered, TEXT, name),
  MEMBER (DolenLanguageOffered, TEXT, note),
};

#define PLACE                                                                                      \
  MEMBER (DolenVenue, TEXT, address), MEMBER (DolenVenue, TEXT, city),                             \
      MEMBER (DolenVenue, TEXT, county), MEMBER (DolenVenue, TEXT, postcode),                      \
      MEMBER (DolenVenue, TEXT, country), MEMBER (DolenVenue, DOUBLE, latitude),                   \
      MEMBER (DolenVenue, DOUBLE, longitude), CODE (DolenVenue, origin, origin_codes),             \
      MEMBER (DolenVenue, FLAG, hide_address), MEMBER (DolenVenue, FLAG, no_map)

static const DolenMember place_members[] = { PLACE };

static const DolenMember venue_members[] = {
  MEMBER (DolenVenue, TEXT, uid),
  MEMBER (DolenVenue, BILINGUAL, name),
  CODE (DolenVenue, kind, venue_kind_codes),
  PLACE,
  MEMBER (DolenVenue, TEXT, getting_there),
  MEMBER (DolenVenue, TEXTS, accessibility),
};

static const DolenMember accessibility_members[] = {
  MEMBER (DolenVenue, TEXTS, accessibility),
};

static const DolenMember closing_members[] = {
  CODE (DolenService, status, status_codes),
  MEMBER (DolenService, TEXT, closed_on),
  MEMBER (DolenService, TEXT, closed_reason),
  MEMBER (DolenService, TEXT, successor_uid),
};

const DolenMember dolen_members_of_tag[] = {
  CODE (DolenTag, kind, tag_kind_codes),   MEMBER (DolenTag, TEXT, scheme),
  MEMBER (DolenTag, TEXT, code),           MEMBER (DolenTag, FLAG, value),
  CODE (DolenTag, state, tag_state_codes), MEMBER (DolenTag, INT, tagger),
  MEMBER (DolenTag, TEXT, words),
};
const gsize dolen_n_members_of_tag = G_N_ELEMENTS (dolen_members_of_tag);

const DolenMember dolen_members_of_check[] = {
  MEMBER (DolenAssurance, TEXT, uid),
  MEMBER (DolenAssurance, TEXT, what),
  CODE (DolenAssurance, state, check_state_codes),
  MEMBER (DolenAssurance, TEXT, seen_on),
  MEMBER (DolenAssurance, TEXT, expires_on),
  MEMBER (DolenAssurance, TEXT, evidence),
  MEMBER (DolenAssurance, TEXT, by),
};
const gsize dolen_n_members_of_check = G_N_ELEMENTS (dolen_members_of_check);

#define LIST(its_kind, its_name, its_members, Type, field, item)                                   \
  {                                                                                                \
    .kind = (its_kind), .name = (its_name), .members = (its_members),                              \
    .n_members = G_N_ELEMENTS (its_members), .list = offsetof (Type, field),                       \
    .new_item = (gpointer (*) (void)) dolen_##item##_new,                                          \
    .free_item = (void (*) (gpointer)) dolen_##item##_free                                         \
  }
#define SOME(its_kind, its_name, its_members)                                                      \
  {                                                                                                \
    .kind = (its_kind), .name = (its_name), .members = (its_members),                              \
    .n_members = G_N_ELEMENTS (its_members)                                                        \
  }

static const DolenPart parts[] = {
  LIST ("service", "venues", venue_members, DolenService, venues, venue),
  LIST ("service", "schedules", schedule_members, DolenService, schedules, schedule),
  LIST ("service", "contacts", contact_members, DolenService, contacts, contact),
  LIST ("service", "costs", cost_members, DolenService, costs, cost),
  LIST ("service", "languages", language_members, DolenService, languages, language_offered),
  LIST ("service", "funding", funding_members, DolenService, funding, funding),
  SOME ("service", "closing", closing_members),
  LIST ("organisation", "contacts", contact_members, DolenOrganisation, contacts, contact),
  LIST ("organisation", "funding", funding_members, DolenOrganisation, funding, funding),
  LIST ("organisation",
        "registrations",
        registration_members,
        DolenOrganisation,
        registrations,
        registration),
  SOME ("venue", "place", place_members),
  SOME ("venue", "accessibility", accessibility_members),
};

const DolenPart *
dolen_part_find (const char *kind, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].kind, kind) == 0 && g_strcmp0 (parts[i].name, name) == 0)
      return &parts[i];
  return NULL;
}
