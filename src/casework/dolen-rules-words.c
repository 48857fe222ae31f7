/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-rules.h"

#include <glib/gi18n-lib.h>

/* A rule in words, for whoever wants to know why Dolen asks when it asks. */

/* "3, 6 and 10". */
static char *
say_numbers (const int *steps, gsize n, DolenLanguage language)
{
  GString *numbers = g_string_new (NULL);

  for (gsize i = 0; i < n; i++) {
    if (i > 0 && i + 1 < n)
      g_string_append (numbers, ", ");
    else if (i > 0)
      /* Translators: between the last two of several numbers: "3, 6 and 10"; with blanks. */
      g_string_append (numbers, dolen_ctext (language, "numbers", " and "));
    g_string_append_printf (numbers, "%d", ABS (steps[i]));
  }
  return g_string_free (numbers, FALSE);
}

static char *
say_steps (const DolenRule *rule, DolenLanguage language)
{
  g_autofree char *numbers = say_numbers (rule->steps, rule->n_steps, language);

  if (rule->n_steps == 1 && rule->steps[0] == 0)
    return g_strdup (dolen_text (language, "on the same day"));
  if (rule->steps[0] < 0)
    /* Translators: %s: one or several numbers. */
    return g_strdup_printf (dolen_text (language, "days before: %s"), numbers);
  if (rule->working_days)
    /* Translators: %s: one or several numbers: "3, 6 and 10". */
    return g_strdup_printf (dolen_text (language, "after working days: %s"), numbers);
  /* Translators: days of the calendar; %s: one or several numbers. */
  return g_strdup_printf (dolen_text (language, "after days: %s"), numbers);
}

static char *
say_volunteers (const DolenRule *rule, DolenLanguage language)
{
  g_autofree char *numbers = say_numbers (rule->volunteer_steps, rule->n_volunteer_steps, language);

  if (rule->after_session <= 0)
    /* Translators: %s: one or several numbers. */
    return g_strdup_printf (
        dolen_text (language, "groups run by volunteers, after working days: %s"), numbers);
  return g_strdup_printf (
      /* Translators: %1$s: one or several numbers; %2$d: working days after a session. */
      dolen_text (language,
                  "groups run by volunteers, after working days: %1$s, or %2$d after their next "
                  "session, whichever is later; one call a group"),
      numbers,
      rule->after_session);
}

char *
dolen_rule_say (const DolenRule *rule, DolenLanguage language)
{
  g_autofree char *steps = NULL;
  g_autofree char *volunteers = NULL;

  if (rule->n_steps == 0)
    return g_strdup (dolen_text (language, "switched off"));
  steps = say_steps (rule, language);
  if (rule->n_volunteer_steps == 0)
    return g_steal_pointer (&steps);
  volunteers = say_volunteers (rule, language);
  return g_strdup_printf ("%s; %s", steps, volunteers);
}
