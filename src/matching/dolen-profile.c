/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-profile.h"

#include "language/dolen-language.h"

DolenProfile *
dolen_profile_new (void)
{
  DolenProfile *profile = g_new0 (DolenProfile, 1);

  profile->age = -1;
  profile->max_km = -1;
  profile->max_wait_weeks = -1;
  profile->max_pence = -1;
  return profile;
}

DolenProfile *
dolen_profile_copy (const DolenProfile *profile)
{
  DolenProfile *copy = g_memdup2 (profile, sizeof *profile);

  copy->languages = g_strdupv (profile->languages);
  copy->place = g_strdup (profile->place);
  return copy;
}

void
dolen_profile_free (DolenProfile *profile)
{
  if (profile == NULL)
    return;
  g_strfreev (profile->languages);
  g_free (profile->place);
  g_free (profile);
}

/* The two languages have one code each here; others stay as given, in lower case. */
static char *
language_code (const char *given)
{
  DolenLanguage ours;

  if (dolen_language_from_code (given, &ours))
    return g_strdup (dolen_language_code (ours));
  return g_ascii_strdown (given, -1);
}

void
dolen_profile_set_languages (DolenProfile *profile, const char *const *languages)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; languages != NULL && *languages != NULL; languages++) {
    g_autofree char *code = language_code (*languages);

    g_strv_builder_add (builder, code);
  }
  g_strfreev (profile->languages);
  profile->languages = g_strv_builder_end (builder);
}

gboolean
dolen_profile_has_language (const DolenProfile *profile, const char *code)
{
  return profile->languages != NULL
         && g_strv_contains ((const char *const *) profile->languages, code);
}

gboolean
dolen_term_set_is_empty (const DolenTermSet *set)
{
  for (gsize i = 0; i < G_N_ELEMENTS (set->bits); i++)
    if (set->bits[i] != 0)
      return FALSE;
  return TRUE;
}

gboolean
dolen_profile_names_wishes (const DolenProfile *profile)
{
  return !dolen_term_set_is_empty (&profile->interests)
         || !dolen_term_set_is_empty (&profile->needs);
}

gboolean
dolen_profile_is_empty (const DolenProfile *profile)
{
  return !dolen_profile_names_wishes (profile) && dolen_term_set_is_empty (&profile->barriers)
         && (profile->languages == NULL || profile->languages[0] == NULL) && profile->age < 0
         && profile->gender == DOLEN_GENDER_UNKNOWN && !dolen_position_is_known (&profile->position)
         && profile->max_km < 0 && profile->max_wait_weeks < 0 && profile->max_pence < 0
         && profile->days == 0;
}
