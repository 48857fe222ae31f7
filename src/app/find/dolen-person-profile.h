/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-find-filters.h"
#include "casework/records/dolen-person.h"

G_BEGIN_DECLS

/**
 * dolen_person_filters_new:
 * @person: the one being supported
 * @today: civil date, for the age
 *
 * What a person said of themselves, as Find asks it: interests, needs, barriers, languages they can
 * use, days, how far from their postcode, whether it must be free, how long they can wait. Nothing
 * that says who it is but the postcode, which never leaves this machine. Where no languages are
 * recorded, the one they wish to be spoken to in counts if it is not English.
 *
 * Returns: (transfer full): a value of its own; changing it changes nothing of the record
 */
DolenFindFilters *dolen_person_filters_new (const DolenPerson *person, const char *today);

/** dolen_person_profile_new: (transfer full): the same as the profile to rank by. */
DolenProfile *dolen_person_profile_new (const DolenPerson *person,
                                        DolenVocabulary *vocabulary,
                                        const char *today);

G_END_DECLS
