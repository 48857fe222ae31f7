/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-person.h"
#include "matching/dolen-profile.h"

G_BEGIN_DECLS

/*
 * What a person said of when, how and where they can go, and with whom: kept in their record field
 * by field, and read by matching as the keys of dolen_profile_from_json().
 */

/** dolen_person_limits_json: (transfer full) (nullable): an object of the keys that are said; NULL
 *  where none is. */
char *dolen_person_limits_json (const DolenPerson *person);

/** dolen_person_limits_profile: (transfer full): a profile that says what @json does and nothing
 * else; a key that is not understood is passed over, with no other. @json: (nullable) */
DolenProfile *dolen_person_limits_profile (const char *json, DolenVocabulary *vocabulary);

G_END_DECLS
