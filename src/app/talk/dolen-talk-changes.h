/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-find-filters.h"
#include "app/talk/dolen-talk-draft.h"
#include "casework/records/dolen-person.h"

G_BEGIN_DECLS

/*
 * Between a conversation and the record it is about, both ways. What is recorded and could do harm
 * on a screen that somebody else sees too (needs, and what is in their way but not on offer to
 * everybody) never goes into a conversation, and so is never taken out of the record by one.
 */

/** dolen_talk_from_person: (transfer full): a conversation that begins with what they said before:
 *  what they enjoy and what gets in the way; in the language they wish to be spoken to in. */
DolenTalkDraft *dolen_talk_from_person (const DolenPerson *person, DolenLanguage otherwise);

/** dolen_talk_from_filters: (transfer full): the same with what Find asks, without a person. */
DolenTalkDraft *dolen_talk_from_filters (const DolenFindFilters *filters, DolenLanguage language);

/** dolen_talk_slots: the parts of the week (matching/dolen-day-slots.h) of a draft's days and
 * times; where only one of them is said the other is any. */
guint32 dolen_talk_slots (guint days, guint times);

/** dolen_talk_to_person: (transfer full): the record with all that was chosen. */
DolenPerson *dolen_talk_to_person (const DolenTalkDraft *draft, const DolenPerson *person);

/** dolen_talk_to_filters: (transfer full): what Find asks with all that was chosen. */
DolenFindFilters *dolen_talk_to_filters (const DolenTalkDraft *draft,
                                         const DolenFindFilters *filters);

/** DolenTalkChange: one line of what is to be taken over. */
typedef struct {
  char *title; /* "3 interests more" */
  char *words; /* which */
} DolenTalkChange;

void dolen_talk_change_free (DolenTalkChange *change);

/** dolen_talk_changes_of_person, _of_filters: (transfer full) (element-type DolenTalkChange): what
 *  would be another after taking over, in @language, the worker's; empty where nothing would. */
GPtrArray *dolen_talk_changes_of_person (const DolenTalkDraft *draft,
                                         const DolenPerson *person,
                                         DolenVocabulary *vocabulary,
                                         DolenLanguage language,
                                         DolenDistanceUnit unit);
GPtrArray *dolen_talk_changes_of_filters (const DolenTalkDraft *draft,
                                          const DolenFindFilters *filters,
                                          DolenVocabulary *vocabulary,
                                          DolenLanguage language,
                                          DolenDistanceUnit unit);

G_END_DECLS
