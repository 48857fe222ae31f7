/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-encounter-words.h"

#include <glib/gi18n-lib.h>

const char *
dolen_encounter_kind_name (DolenEncounterKind kind, DolenLanguage language)
{
  static const char *const names[DOLEN_N_ENCOUNTER_KINDS] = {
    /* Translators: how a contact with a person was made. */
    [DOLEN_ENCOUNTER_PHONE] = N_ ("Telephone call"), [DOLEN_ENCOUNTER_VISIT] = N_ ("Home visit"),
    [DOLEN_ENCOUNTER_MEETING] = N_ ("Meeting"),      [DOLEN_ENCOUNTER_VIDEO] = N_ ("Video call"),
    [DOLEN_ENCOUNTER_TEXT] = N_ ("Text message"),    [DOLEN_ENCOUNTER_EMAIL] = N_ ("E-mail"),
    [DOLEN_ENCOUNTER_LETTER] = N_ ("Letter"),
  };

  g_return_val_if_fail (kind >= 0 && kind < DOLEN_N_ENCOUNTER_KINDS, "");
  return dolen_text (language, names[kind]);
}

const char *
dolen_encounter_result_name (DolenEncounterResult result, DolenLanguage language)
{
  static const char *const names[DOLEN_N_ENCOUNTER_RESULTS] = {
    /* Translators: what came of a contact (cyswllt, masc.). */
    [DOLEN_ENCOUNTER_REACHED] = N_ ("Reached"),
    [DOLEN_ENCOUNTER_NO_ANSWER] = N_ ("No answer"),
    [DOLEN_ENCOUNTER_LEFT_MESSAGE] = N_ ("Left a message"),
    [DOLEN_ENCOUNTER_WRONG_NUMBER] = N_ ("Wrong number"),
    [DOLEN_ENCOUNTER_NOT_THERE] = N_ ("Not there"),
  };

  g_return_val_if_fail (result >= 0 && result < DOLEN_N_ENCOUNTER_RESULTS, "");
  return dolen_text (language, names[result]);
}

const char *
dolen_encounter_nick_name (const char *nick, DolenLanguage language)
{
  for (int kind = 0; kind < DOLEN_N_ENCOUNTER_KINDS; kind++)
    if (g_strcmp0 (dolen_encounter_kind_nick (kind), nick) == 0)
      return dolen_encounter_kind_name (kind, language);
  return NULL;
}

char *
dolen_minutes_say (int minutes, DolenLanguage language)
{
  if (minutes < 60)
    /* Translators: minutes, short. */
    return g_strdup_printf (dolen_text (language, "%d min"), minutes);
  if (minutes % 60 == 0)
    /* Translators: hours, short. */
    return g_strdup_printf (dolen_text (language, "%d h"), minutes / 60);
  /* Translators: hours and minutes, short. */
  return g_strdup_printf (dolen_text (language, "%1$d h %2$d min"), minutes / 60, minutes % 60);
}
