/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-call.h"

#include "base/dolen-working-days.h"
#include "language/dolen-calendar.h"

/* What came of a call in words, and what to do next. */

const char *
dolen_call_outcome_label (DolenCallOutcome outcome, DolenLanguage language)
{
  switch (outcome) {
  case DOLEN_CALL_LEFT_MESSAGE:
    /* Translators: what came of a telephone call. */
    return dolen_ctext (language, "call", "Left a message");
  case DOLEN_CALL_NO_ANSWER:
    /* Translators: what came of a telephone call. */
    return dolen_ctext (language, "call", "No answer");
  case DOLEN_CALL_WRONG_NUMBER:
    /* Translators: what came of a telephone call. */
    return dolen_ctext (language, "call", "Wrong number");
  case DOLEN_CALL_ASKED_TO_BE_REMOVED:
    /* Translators: what came of a telephone call to a group. */
    return dolen_ctext (language, "call", "Asked to be removed");
  case DOLEN_CALL_DO_NOT_CONTACT:
    /* Translators: what came of a telephone call to a group: they do not want to be rung. */
    return dolen_ctext (language, "call", "Do not contact");
  case DOLEN_CALL_REACHED:
  default:
    /* Translators: what came of a telephone call. */
    return dolen_ctext (language, "call", "Reached");
  }
}

void
dolen_next_try_free (DolenNextTry *next)
{
  if (next == NULL)
    return;
  g_free (next->on);
  g_free (next->words);
  g_free (next);
}

static void
propose_day (DolenNextTry *next,
             const DolenKeepingRules *rules,
             guint tries,
             const char *on,
             DolenLanguage language)
{
  guint step = MIN (tries, rules->n_tries - 1);
  g_autofree char *date = NULL;

  next->on = dolen_date_add_working_days (on, rules->try_again[step], dolen_nation_current ());
  next->another_way = tries + 1 >= rules->n_tries;
  date = dolen_format_date_as (language, next->on, DOLEN_DATE_WEEKDAY);
  if (next->another_way)
    next->words = g_strdup_printf (
        /* Translators: %1$u counts telephone calls without an answer, one or more; %2$s is a day,
         * "Tue 5 May". */
        dolen_ntext (
            language,
            "Rung %1$u time. Try another way: write, or ask somebody who knows them. Or ring again "
            "on %2$s.",
            "Rung %1$u times. Try another way: write, or ask somebody who knows them. Or ring "
            "again on %2$s.",
            tries + 1),
        tries + 1,
        date);
  else
    /* Translators: %s is a day, "Tue 5 May". */
    next->words = g_strdup_printf (dolen_text (language, "Ring again on %s."), date);
}

DolenNextTry *
dolen_call_next_try (const DolenKeepingRules *rules,
                     DolenCallOutcome outcome,
                     guint tries,
                     const char *on,
                     DolenLanguage language)
{
  DolenNextTry *next = g_new0 (DolenNextTry, 1);
  DolenKeepingRules ours;

  dolen_keeping_rules_init (&ours);
  switch (outcome) {
  case DOLEN_CALL_LEFT_MESSAGE:
  case DOLEN_CALL_NO_ANSWER:
    propose_day (next, rules != NULL ? rules : &ours, tries, on, language);
    break;
  case DOLEN_CALL_WRONG_NUMBER:
    next->another_way = TRUE;
    next->words = g_strdup (
        dolen_text (language, "Find another number, write, or ask somebody who knows them."));
    break;
  case DOLEN_CALL_ASKED_TO_BE_REMOVED:
    next->words
        = g_strdup (dolen_text (language, "The listing is taken off; it is not shown any more."));
    break;
  case DOLEN_CALL_DO_NOT_CONTACT:
    next->words = g_strdup (dolen_text (language, "Nobody rings them again. The listing stays."));
    break;
  case DOLEN_CALL_REACHED:
  default:
    next->words = g_strdup (dolen_text (language, "Nothing more to do until a fact grows old."));
    break;
  }
  return next;
}
