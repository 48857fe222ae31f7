/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-retention.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <string.h>

/* The day, by the rules alone. */

#define GROWN_UP 18

static gboolean
is_leap_day (const char *date)
{
  return g_str_has_suffix (date, "-02-29");
}

static char *
add_years (const char *date, int years)
{
  char *day = dolen_date_add_months (date, 12 * years);

  /* GDate goes back to 28 February; the whole of the last year is kept. */
  if (is_leap_day (date) && !is_leap_day (day)) {
    g_autofree char *short_of = day;

    day = dolen_date_add_days (short_of, 1);
  }
  return day;
}

static char *
later (char *a, char *b)
{
  char *first = strcmp (a, b) >= 0 ? a : b;

  g_free (first == a ? b : a);
  return first;
}

/* Whether somebody born on @born was younger than @years on @day: one is older from the birthday
 * on. */
static gboolean
was_younger (const char *born, const char *day, int years)
{
  g_autofree char *birthday = add_years (born, years);

  return strcmp (day, birthday) < 0;
}

char *
dolen_retention_due (const DolenRetentionRules *rules,
                     const DolenRetentionFacts *facts,
                     DolenRetentionWhy *why)
{
  int years = facts->supported ? rules->supported_years : rules->other_years;
  DolenRetentionWhy rule = facts->supported ? DOLEN_RETENTION_SUPPORTED : DOLEN_RETENTION_OTHER;
  char *due = add_years (facts->last_contact, years);

  if (dolen_date_is_valid (facts->died_on)) {
    rule = DOLEN_RETENTION_DIED;
    due = later (due, add_years (facts->died_on, years));
  } else if (dolen_date_is_valid (facts->date_of_birth)
             && was_younger (facts->date_of_birth, facts->last_contact, GROWN_UP)) {
    gboolean younger = was_younger (facts->date_of_birth, facts->last_contact, GROWN_UP - 1);

    rule = younger ? DOLEN_RETENTION_MINOR : DOLEN_RETENTION_MINOR_17;
    due = later (due,
                 add_years (facts->date_of_birth,
                            younger ? rules->minor_birthday : rules->minor_birthday_17));
  }
  if (why != NULL)
    *why = rule;
  return due;
}

char *
dolen_retention_why_sentence (DolenRetentionWhy why,
                              const DolenRetentionRules *rules,
                              DolenLanguage language)
{
  switch (why) {
  case DOLEN_RETENTION_SUPPORTED:
    return g_strdup_printf (dolen_ntext (language,
                                         "%d year after the last contact",
                                         "%d years after the last contact",
                                         (gulong) rules->supported_years),
                            rules->supported_years);
  case DOLEN_RETENTION_OTHER:
    return g_strdup_printf (dolen_ntext (language,
                                         "%d year after the last contact: not supported",
                                         "%d years after the last contact: not supported",
                                         (gulong) rules->other_years),
                            rules->other_years);
  case DOLEN_RETENTION_MINOR:
    /* Translators: %d: an age, 25; under 18 when last seen. */
    return g_strdup_printf (dolen_text (language, "Under 18 then: until the age of %d"),
                            rules->minor_birthday);
  case DOLEN_RETENTION_MINOR_17:
    /* Translators: %d: an age, 26; 17 when last seen. */
    return g_strdup_printf (dolen_text (language, "Aged 17 then: until the age of %d"),
                            rules->minor_birthday_17);
  case DOLEN_RETENTION_DIED:
  default:
    return g_strdup (dolen_text (language, "Counted from the day they died"));
  }
}
