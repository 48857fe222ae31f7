/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-reach.h"

#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

/* What has been tried and what is next, as it is said aloud. */

const char *
dolen_encounter_kind_words (DolenEncounterKind kind, DolenLanguage language)
{
  static const char *const words[] = {
    /* Translators: how a person was contacted. */
    [DOLEN_ENCOUNTER_PHONE] = N_ ("by telephone"),   [DOLEN_ENCOUNTER_VISIT] = N_ ("at home"),
    [DOLEN_ENCOUNTER_MEETING] = N_ ("face to face"), [DOLEN_ENCOUNTER_VIDEO] = N_ ("by video"),
    [DOLEN_ENCOUNTER_TEXT] = N_ ("by text"),         [DOLEN_ENCOUNTER_EMAIL] = N_ ("by e-mail"),
    [DOLEN_ENCOUNTER_LETTER] = N_ ("by letter"),
  };

  g_return_val_if_fail (kind <= DOLEN_ENCOUNTER_LETTER, "");
  return dolen_text (language, words[kind]);
}

const char *
dolen_day_part_words (DolenDayPart part, DolenLanguage language)
{
  switch (part) {
  case DOLEN_DAY_PART_MORNING:
    return dolen_text (language, "in the morning");
  case DOLEN_DAY_PART_AFTERNOON:
    return dolen_text (language, "in the afternoon");
  case DOLEN_DAY_PART_EVENING:
    return dolen_text (language, "in the evening");
  case DOLEN_DAY_PART_UNKNOWN:
  case DOLEN_N_DAY_PARTS:
  default:
    return "";
  }
}

static void
add_way (GString *words, DolenEncounterKind kind, DolenDayPart part, DolenLanguage language)
{
  g_string_append (words, dolen_encounter_kind_words (kind, language));
  if (part != DOLEN_DAY_PART_UNKNOWN)
    g_string_append_printf (words, " %s", dolen_day_part_words (part, language));
}

static void
add_tried (GString *words, const DolenReach *reach, DolenLanguage language)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int kind = 0; kind <= DOLEN_ENCOUNTER_LETTER; kind++)
    for (int part = 0; part < DOLEN_N_DAY_PARTS; part++) {
      guint n = reach->tried[kind][part];

      if (n == 0)
        continue;
      g_string_append (list, list->len > 0 ? ", " : "");
      add_way (list, kind, part, language);
      if (n > 1)
        g_string_append_printf (list, " (%u)", n);
    }
  if (reach->n_tries > 0)
    /* Translators: %d: how often somebody tried to reach a person (cynnig, masc.); %s: how, a list:
     * "by telephone in the morning (2)". */
    g_string_append_printf (
        words,
        dolen_ntext (
            language, "%1$u try so far: %2$s.", "%1$u tries so far: %2$s.", reach->n_tries),
        reach->n_tries,
        list->str);
  if (reach->n_wrong > 0)
    g_string_append_printf (words,
                            "%s%s",
                            words->len > 0 ? " " : "",
                            dolen_text (language, "A number was wrong: ask the referrer."));
}

static void
add_next_try (GString *words, const DolenReach *reach, DolenLanguage language)
{
  g_autofree char *day = dolen_format_date_as (language, reach->next_on, DOLEN_DATE_WEEKDAY);
  g_autoptr (GString) way = g_string_new (NULL);

  if (reach->next_kind == DOLEN_ENCOUNTER_LETTER) {
    g_string_append (
        words, dolen_text (language, "No safe way to reach them is recorded: ask the referrer."));
    return;
  }
  add_way (way, reach->next_kind, reach->next_part, language);
  /* Translators: when and how to try next. First %s: "by text in the evening"; second: a day. */
  g_string_append_printf (words, dolen_text (language, "Next: %1$s, from %2$s."), way->str, day);
}

static void
add_next (GString *words, const DolenReach *reach, DolenLanguage language)
{
  g_autofree char *day = dolen_format_date_as (language, reach->close_on, DOLEN_DATE_WEEKDAY);

  switch (reach->step) {
  case DOLEN_REACH_TRY:
    add_next_try (words, reach, language);
    break;
  case DOLEN_REACH_LETTER:
    g_string_append (words, dolen_text (language, "Next: a letter in their language."));
    break;
  case DOLEN_REACH_WAIT:
    /* Translators: a letter went to somebody who could not be reached; %s: a day. */
    g_string_append_printf (
        words, dolen_text (language, "The letter is out: wait for an answer until %s."), day);
    break;
  case DOLEN_REACH_CLOSE:
    g_string_append (words, dolen_text (language, "Next: close, and tell the referrer."));
    break;
  case DOLEN_REACH_REACHED:
  default:
    break;
  }
}

char *
dolen_reach_sentence (const DolenReach *reach, DolenLanguage language)
{
  g_autoptr (GString) words = g_string_new (NULL);

  add_tried (words, reach, language);
  if (words->len > 0 && reach->step != DOLEN_REACH_REACHED)
    g_string_append_c (words, ' ');
  add_next (words, reach, language);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
