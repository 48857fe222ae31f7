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

static void
override_free (gpointer data)
{
  DolenProfileOverride *override = data;

  g_free (override->service);
  g_free (override->criterion);
  g_free (override);
}

static void
copy_overrides (DolenProfile *copy, const GPtrArray *overrides)
{
  for (guint i = 0; overrides != NULL && i < overrides->len; i++) {
    const DolenProfileOverride *override = g_ptr_array_index (overrides, i);

    dolen_profile_add_override (copy, override->service, override->criterion);
  }
}

DolenProfile *
dolen_profile_copy (const DolenProfile *profile)
{
  DolenProfile *copy = g_memdup2 (profile, sizeof *profile);

  copy->languages = g_strdupv (profile->languages);
  copy->place = g_strdup (profile->place);
  copy->tried = g_strdupv (profile->tried);
  copy->overrides = NULL;
  copy_overrides (copy, profile->overrides);
  return copy;
}

void
dolen_profile_free (DolenProfile *profile)
{
  if (profile == NULL)
    return;
  g_strfreev (profile->languages);
  g_free (profile->place);
  g_strfreev (profile->tried);
  g_clear_pointer (&profile->overrides, g_ptr_array_unref);
  g_free (profile);
}

void
dolen_profile_set_tried (DolenProfile *profile, const char *const *services)
{
  char **tried = g_strdupv ((char **) services);

  g_strfreev (profile->tried);
  profile->tried = tried;
}

gboolean
dolen_profile_has_tried (const DolenProfile *profile, const char *service)
{
  return profile->tried != NULL && g_strv_contains ((const char *const *) profile->tried, service);
}

void
dolen_profile_add_override (DolenProfile *profile, const char *service, const char *criterion)
{
  DolenProfileOverride *override = g_new0 (DolenProfileOverride, 1);

  if (profile->overrides == NULL)
    profile->overrides = g_ptr_array_new_with_free_func (override_free);
  override->service = g_strdup (service);
  override->criterion = g_strdup (criterion);
  g_ptr_array_add (profile->overrides, override);
}

gboolean
dolen_profile_has_override (const DolenProfile *profile, const char *service, const char *criterion)
{
  for (guint i = 0; profile->overrides != NULL && i < profile->overrides->len; i++) {
    const DolenProfileOverride *override = g_ptr_array_index (profile->overrides, i);

    if (g_str_equal (override->service, service) && g_str_equal (override->criterion, criterion))
      return TRUE;
  }
  return FALSE;
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
