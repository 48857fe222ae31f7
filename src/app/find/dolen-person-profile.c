/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-person-profile.h"

#include "app/find/dolen-person-limits.h"
#include "casework/dolen-casework-overrides.h"
#include "casework/dolen-casework-tried.h"

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
  filters->limits = dolen_person_limits_json (person);
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

/* ---- what the case records know of services ---- */

static void
add_tried (DolenProfile *known, DolenCaseload *caseload, const char *person)
{
  g_autoptr (GPtrArray) tried = dolen_caseload_list_tried (caseload, person);
  g_autoptr (GPtrArray) services = g_ptr_array_new ();

  for (guint i = 0; i < tried->len; i++)
    g_ptr_array_add (services, ((DolenTried *) tried->pdata[i])->service);
  if (services->len == 0)
    return;
  g_ptr_array_add (services, NULL);
  dolen_profile_set_tried (known, (const char *const *) services->pdata);
}

DolenProfile *
dolen_person_known_new (DolenCaseload *caseload, const char *person, DolenAnswers *answers)
{
  DolenProfile *known = dolen_profile_new ();
  g_autoptr (GPtrArray) overrides = dolen_caseload_list_overrides (caseload, person, NULL);

  add_tried (known, caseload, person);
  for (guint i = 0; overrides != NULL && i < overrides->len; i++) {
    const DolenRuleOverride *override = g_ptr_array_index (overrides, i);

    if (override->service != NULL && override->criterion != NULL)
      dolen_profile_add_override (known, override->service, override->criterion);
  }
  known->answers = answers != NULL ? dolen_answers_ref (answers) : NULL;
  return known;
}

void
dolen_person_known_add (const DolenProfile *known, DolenProfile *profile)
{
  dolen_profile_set_tried (profile, (const char *const *) known->tried);
  for (guint i = 0; known->overrides != NULL && i < known->overrides->len; i++) {
    const DolenProfileOverride *override = g_ptr_array_index (known->overrides, i);

    dolen_profile_add_override (profile, override->service, override->criterion);
  }
  if (known->answers != NULL && profile->answers == NULL)
    profile->answers = dolen_answers_ref (known->answers);
}

static guint
count_services (char **services)
{
  return services != NULL ? g_strv_length (services) : 0;
}

gboolean
dolen_person_known_same (const DolenProfile *a, const DolenProfile *b)
{
  guint n = a->overrides != NULL ? a->overrides->len : 0;
  guint n_tried = count_services (a->tried);

  if (n != (b->overrides != NULL ? b->overrides->len : 0) || n_tried != count_services (b->tried))
    return FALSE;
  for (guint i = 0; i < n_tried; i++)
    if (!dolen_profile_has_tried (b, a->tried[i]))
      return FALSE;
  for (guint i = 0; i < n; i++) {
    const DolenProfileOverride *override = g_ptr_array_index (a->overrides, i);

    if (!dolen_profile_has_override (b, override->service, override->criterion))
      return FALSE;
  }
  return TRUE;
}
