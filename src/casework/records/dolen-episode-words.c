/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-episode-words.h"

#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

const char *
dolen_level_name (DolenLevel level, DolenLanguage language)
{
  static const char *const names[] = {
    /* Translators: how much support (cefnogaeth, fem.) somebody gets. */
    [DOLEN_LEVEL_NOT_SET] = N_ ("Not settled"),
    [DOLEN_LEVEL_SIGNPOST] = N_ ("Signposting: told where to go"),
    [DOLEN_LEVEL_LIGHT] = N_ ("Light: a talk or two"),
    [DOLEN_LEVEL_MEDIUM] = N_ ("Medium: several sessions"),
    [DOLEN_LEVEL_HOLISTIC] = N_ ("Holistic: alongside them, all of life"),
  };

  g_return_val_if_fail (level >= 0 && level < (int) G_N_ELEMENTS (names), "");
  return dolen_text (language, names[level]);
}

/* ---- why support closes ---- */

static const char *const reason_codes[]
    = { "completed",   "moved-on", "disengaged", "no-longer-wanted",
        "not-reached", "unwell",   "moved-away", "not-suitable",
        "other",       NULL };

static const struct {
  const char *code;
  const char *name;
} reason_names[] = {
  /* Translators: why support (cefnogaeth, fem.) for a person closed. */
  { "completed", N_ ("Finished as planned") },
  { "moved-on", N_ ("Others support them now") },
  { "disengaged", N_ ("They stopped coming or answering") },
  { "no-longer-wanted", N_ ("They no longer wish it") },
  { "not-reached", N_ ("They could not be reached") },
  { "unwell", N_ ("Not well enough, or in hospital") },
  { "moved-away", N_ ("They moved away") },
  { "not-suitable", N_ ("It did not suit what they need") },
  { "other", N_ ("Another reason") },
  { "died", N_ ("They died") },
};

const char *const *
dolen_closing_reasons (void)
{
  return reason_codes;
}

const char *
dolen_closing_reason_name (const char *reason, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reason_names); i++)
    if (g_strcmp0 (reason_names[i].code, reason) == 0)
      return dolen_text (language, reason_names[i].name);
  return reason != NULL ? reason : "";
}

gboolean
dolen_closing_reason_is_known (const char *reason)
{
  return reason != NULL && g_strv_contains (reason_codes, reason);
}

/* ---- goals ---- */

static const char *
say_change (const DolenGoal *goal, DolenLanguage language)
{
  if (goal->latest > goal->first)
    /* Translators: a score (sgôr, masc.) beside an earlier one. */
    return dolen_text (language, "higher");
  if (goal->latest < goal->first)
    return dolen_text (language, "lower");
  return dolen_text (language, "the same");
}

char *
dolen_goal_say_scores (const DolenGoal *goal, DolenLanguage language)
{
  g_autofree char *scores = NULL;

  if (goal->first < 0)
    return NULL;
  if (goal->latest < 0)
    /* Translators: a score from 0 to 10 that a person gave when a goal was set. */
    scores = g_strdup_printf (dolen_text (language, "%d of 10 at first."), goal->first);
  else
    /* Translators: two scores from 0 to 10, then "higher", "lower" or "the same". */
    scores = g_strdup_printf (dolen_text (language, "%1$d of 10 at first, %2$d now: %3$s."),
                              goal->first,
                              goal->latest,
                              say_change (goal, language));
  if (goal->wanted < 0)
    return g_steal_pointer (&scores);
  /* Translators: first: a sentence about scores; second: a score from 0 to 10 they wish for. */
  return g_strdup_printf (
      dolen_text (language, "%1$s They would like %2$d."), scores, goal->wanted);
}

/* ---- consents ---- */

char *
dolen_consent_say_state (const DolenShareConsent *consent,
                         const char *closed,
                         const char *day,
                         DolenLanguage language)
{
  const char *last = consent->until != NULL ? consent->until : closed;
  g_autofree char *until = dolen_format_date_as (language, last, DOLEN_DATE_DAY);
  g_autofree char *withdrawn
      = dolen_format_date_as (language, consent->withdrawn_on, DOLEN_DATE_DAY);
  g_autofree char *given = dolen_format_date_as (language, consent->given_on, DOLEN_DATE_DAY);

  switch (dolen_consent_state_on (consent, closed, day)) {
  case DOLEN_CONSENT_STATE_WITHDRAWN:
    /* Translators: of a consent (cydsyniad, masc.); %s: a day. */
    return g_strdup_printf (dolen_text (language, "Withdrawn: %s"), withdrawn);
  case DOLEN_CONSENT_STATE_ENDED:
    return g_strdup_printf (dolen_text (language, "Ended: %s"), until);
  case DOLEN_CONSENT_STATE_NOT_BEGUN:
    return g_strdup_printf (dolen_text (language, "Begins: %s"), given);
  case DOLEN_CONSENT_STATE_IN_FORCE:
  default:
    if (dolen_date_is_valid (last))
      return g_strdup_printf (dolen_text (language, "In force until %s"), until);
    return g_strdup (dolen_text (language, "In force until support ends"));
  }
}
