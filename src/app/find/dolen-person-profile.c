/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-person-profile.h"

static void
take_codes (char ***to, char **from)
{
  if (from == NULL)
    return;
  g_strfreev (*to);
  *to = g_strdupv (from);
}

static void
take_languages (DolenFindFilters *filters, const DolenPerson *person)
{
  const char *spoken = person->language_spoken;

  if (person->languages != NULL && person->languages[0] != NULL) {
    take_codes (&filters->languages, person->languages);
  } else if (spoken != NULL && !g_str_equal (spoken, "en")) {
    const char *const only[] = { spoken, NULL };
    take_codes (&filters->languages, (char **) only);
  }
}

static guint
read_days (char **days)
{
  static const char *const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  guint bits = 0;

  for (guint i = 0; days != NULL && days[i] != NULL; i++)
    for (guint day = 0; day < G_N_ELEMENTS (codes); day++)
      if (g_str_equal (days[i], codes[day]))
        bits |= DOLEN_DAY_BIT (day + 1);
  /* Free every day narrows nothing. */
  return bits == DOLEN_DAYS_ALL ? 0 : bits;
}

static DolenGender
read_gender (const char *code)
{
  if (code == NULL)
    return DOLEN_GENDER_UNKNOWN;
  if (g_str_equal (code, "woman"))
    return DOLEN_GENDER_FEMALE;
  return g_str_equal (code, "man") ? DOLEN_GENDER_MALE : DOLEN_GENDER_OTHER;
}

DolenFindFilters *
dolen_person_filters_new (const DolenPerson *person, const char *today)
{
  DolenFindFilters *filters = dolen_find_filters_new ();

  g_return_val_if_fail (person != NULL && today != NULL, filters);

  take_codes (&filters->interests, person->interests);
  take_codes (&filters->needs, person->needs);
  take_codes (&filters->barriers, person->barriers);
  take_languages (filters, person);
  filters->days = read_days (person->days);
  filters->max_pence = person->free_only ? 0 : -1;
  filters->max_wait = person->max_wait;
  filters->age = dolen_person_age (person, today);
  filters->gender = read_gender (person->gender);
  filters->place = g_strdup (person->postcode);
  if (filters->place != NULL && person->max_km > 0)
    filters->max_km = person->max_km;
  return filters;
}

DolenProfile *
dolen_person_profile_new (const DolenPerson *person, DolenVocabulary *vocabulary, const char *today)
{
  g_autoptr (DolenFindFilters) filters = dolen_person_filters_new (person, today);

  return dolen_find_filters_to_profile (filters, vocabulary);
}
