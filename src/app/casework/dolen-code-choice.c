/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-code-choice.h"

#include "app/dolen-typed-date.h"

char **
dolen_code_names (DolenCodeList list, const char *none)
{
  guint n = dolen_codes_count (list);
  char **names = g_new0 (char *, n + 2);

  names[0] = g_strdup (none);
  for (guint i = 0; i < n; i++)
    names[i + 1]
        = g_strdup (dolen_code_name (list, dolen_codes_nth (list, i), dolen_language_current ()));
  return names;
}

void
dolen_code_choice_add (DolenSmallForm *form,
                       const char *key,
                       const char *title,
                       DolenCodeList list,
                       const char *none,
                       const char *code)
{
  g_auto (GStrv) names = dolen_code_names (list, none);

  dolen_small_form_add_choice (form,
                               key,
                               title,
                               (const char *const *) names,
                               (guint) (dolen_codes_position (list, code) + 1));
}

const char *
dolen_code_choice_get (DolenSmallForm *form, const char *key, DolenCodeList list)
{
  guint chosen = dolen_small_form_get_choice (form, key);

  return chosen > 0 ? dolen_codes_nth (list, chosen - 1) : NULL;
}

void
dolen_code_choice_add_day (DolenSmallForm *form,
                           const char *key,
                           const char *title,
                           const char *date)
{
  g_autofree char *typed = dolen_typed_date_format (date);

  dolen_small_form_add_entry (form, key, title, typed);
}
