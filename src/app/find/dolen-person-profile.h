/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-find-filters.h"
#include "casework/dolen-caseload.h"
#include "matching/dolen-answers.h"

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

/**
 * dolen_person_known_new:
 * @person: uid
 * @answers: (nullable): how groups answered
 *
 * What the case records know of services for @person: those tried before, the rules set aside, and
 * how groups answered. Main thread: the caseload is read.
 *
 * Returns: (transfer full): a profile that says this and nothing else
 */
DolenProfile *
dolen_person_known_new (DolenCaseload *caseload, const char *person, DolenAnswers *answers);

/** dolen_person_known_add: puts what @known says into @profile. */
void dolen_person_known_add (const DolenProfile *known, DolenProfile *profile);

/** dolen_person_known_same: whether both name the same services, tried and set aside. */
gboolean dolen_person_known_same (const DolenProfile *a, const DolenProfile *b);

G_END_DECLS
