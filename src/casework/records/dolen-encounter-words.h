/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-encounter.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/* Contacts in words, in either language. */

/** dolen_encounter_kind_name: "Telephone call", "Home visit" ... */
const char *dolen_encounter_kind_name (DolenEncounterKind kind, DolenLanguage language);

/** dolen_encounter_result_name: "reached", "no answer" ... */
const char *dolen_encounter_result_name (DolenEncounterResult result, DolenLanguage language);

/** dolen_encounter_nick_name: the name of the kind whose nick is @nick; (nullable). */
const char *dolen_encounter_nick_name (const char *nick, DolenLanguage language);

/** dolen_minutes_say: (transfer full): "2 h 10 min", "45 min". */
char *dolen_minutes_say (int minutes, DolenLanguage language);

G_END_DECLS
