/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-profile.h"

#include "language/dolen-language-names.h"

DolenProfile *
dolen_profile_new (void)
{
  DolenProfile *profile = g_new0 (DolenProfile, 1);

  profile->age = -1;
  profile->max_km = -1;
  profile->max_wait_weeks = -1;
  profile->max_pence = -1;
  profile->max_minutes = -1;
  profile->support_weeks = -1;
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
  copy->words = g_strdupv (profile->words);
  copy->respelt = g_strdupv (profile->respelt);
  copy->weights = profile->weights != NULL ? dolen_weights_ref (profile->weights) : NULL;
  copy->answers = profile->answers != NULL ? dolen_answers_ref (profile->answers) : NULL;
  copy->own_words = profile->own_words != NULL ? dolen_own_words_ref (profile->own_words) : NULL;
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
  g_strfreev (profile->words);
  g_strfreev (profile->respelt);
  dolen_profile_set_weights (profile, NULL);
  dolen_profile_set_answers (profile, NULL);
  dolen_profile_set_own_words (profile, NULL);
  g_free (profile);
}

/* The new one is held before the former is let go of: they may be the same. */
#define DEFINE_SET(Type, name)                                                                     \
  void dolen_profile_set_##name (DolenProfile *profile, Type *name)                                \
  {                                                                                                \
    Type *former = profile->name;                                                                  \
                                                                                                   \
    profile->name = name != NULL ? dolen_##name##_ref (name) : NULL;                               \
    if (former != NULL)                                                                            \
      dolen_##name##_unref (former);                                                               \
  }

DEFINE_SET (DolenWeights, weights)
DEFINE_SET (DolenAnswers, answers)
DEFINE_SET (DolenOwnWords, own_words)

static void
add_once (char ***list, const char *text)
{
  guint n = *list != NULL ? g_strv_length (*list) : 0;

  if (n > 0 && g_strv_contains ((const char *const *) *list, text))
    return;
  *list = g_renew (char *, *list, n + 2);
  (*list)[n] = g_strdup (text);
  (*list)[n + 1] = NULL;
}

void
dolen_profile_add_word (DolenProfile *profile, const char *word)
{
  add_once (&profile->words, word);
}

void
dolen_profile_add_respelt (DolenProfile *profile, const char *line)
{
  add_once (&profile->respelt, line);
}

gboolean
dolen_profile_find_words (DolenProfile *profile, DolenDirectory *directory, GError **error)
{
  g_autoptr (DolenOwnWords) found = NULL;

  if (profile->words == NULL || profile->words[0] == NULL)
    return TRUE;
  found = dolen_own_words_find (directory, (const char *const *) profile->words, error);
  dolen_profile_set_own_words (profile, found);
  return found != NULL;
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
  const char *named = dolen_language_code_of_name (given);
  DolenLanguage ours;

  if (named != NULL)
    return g_strdup (named);
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
         || !dolen_term_set_is_empty (&profile->needs)
         || (profile->words != NULL && profile->words[0] != NULL);
}

gboolean
dolen_profile_is_empty (const DolenProfile *profile)
{
  return !dolen_profile_names_wishes (profile) && dolen_term_set_is_empty (&profile->barriers)
         && (profile->languages == NULL || profile->languages[0] == NULL) && profile->age < 0
         && profile->gender == DOLEN_GENDER_UNKNOWN && !dolen_position_is_known (&profile->position)
         && profile->max_km < 0 && profile->max_wait_weeks < 0 && profile->max_pence < 0
         && profile->days == 0 && profile->free == 0 && profile->max_minutes < 0
         && profile->means == 0 && profile->avoid_places == 0
         && profile->setting == DOLEN_SETTING_ANY && profile->company == DOLEN_COMPANY_ANY
         && profile->about == 0 && dolen_term_set_is_empty (&profile->dislikes)
         && !profile->higher_risk && profile->support_weeks < 0;
}

/* ---- codes ---- */

const char *
dolen_means_code (DolenMeans means)
{
  static const char *const codes[] = { "walk", "bus", "lift", "car" };

  g_return_val_if_fail (means < DOLEN_N_MEANS, "");
  return codes[means];
}

static const char *const about_codes[] = {
  "veteran",        "carer",      "parent",
  "lgbtq",          "disabled",   "refugee",
  "student",        "bereaved",   "learning-disability",
  "neurodivergent", "unemployed", "farmer",
  "minority",
};

const char *
dolen_about_code (DolenAbout bit)
{
  for (guint i = 0; i < G_N_ELEMENTS (about_codes); i++)
    if (bit == 1u << i)
      return about_codes[i];
  return NULL;
}

guint
dolen_about_from_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (about_codes); i++)
    if (g_ascii_strcasecmp (code, about_codes[i]) == 0)
      return 1u << i;
  return 0;
}

const char *
dolen_about_label (DolenAbout bit, DolenLanguage language)
{
  switch (bit) {
  case DOLEN_ABOUT_VETERAN:
    /* Translators: what a person is, where a group asks for it: in a list */
    return dolen_ctext (language, "about", "A veteran of the armed forces");
  case DOLEN_ABOUT_CARER:
    /* Translators: what a person is: somebody who cares for a relative or friend */
    return dolen_ctext (language, "about", "A carer");
  case DOLEN_ABOUT_PARENT:
    /* Translators: what a person is, where a group asks for it: in a list */
    return dolen_ctext (language, "about", "A parent");
  case DOLEN_ABOUT_LGBTQ:
    return dolen_ctext (language, "about", "LGBTQ+");
  case DOLEN_ABOUT_DISABLED:
    /* Translators: what a person is, where a group asks for it: in a list */
    return dolen_ctext (language, "about", "Disabled");
  case DOLEN_ABOUT_REFUGEE:
    /* Translators: what a person is, where a group asks for it: in a list */
    return dolen_ctext (language, "about", "A refugee or seeking asylum");
  case DOLEN_ABOUT_STUDENT:
    /* Translators: what a person is, where a group asks for it: in a list */
    return dolen_ctext (language, "about", "A student");
  case DOLEN_ABOUT_BEREAVED:
    /* Translators: what a person is, where a group asks for it: in a list */
    return dolen_ctext (language, "about", "Bereaved");
  case DOLEN_ABOUT_LEARNING_DISABILITY:
    /* Translators: what is so of a person, where a group asks for it: in a list */
    return dolen_ctext (language, "about", "A learning disability");
  case DOLEN_ABOUT_NEURODIVERGENT:
    /* Translators: what a person is: autistic, ADHD and the like */
    return dolen_ctext (language, "about", "Neurodivergent");
  case DOLEN_ABOUT_UNEMPLOYED:
    /* Translators: what a person is, where a group asks for it: in a list */
    return dolen_ctext (language, "about", "Out of work");
  case DOLEN_ABOUT_FARMER:
    /* Translators: what a person is: farmer, farm worker or of a farming family */
    return dolen_ctext (language, "about", "Of a farming family");
  case DOLEN_ABOUT_MINORITY:
    break;
  }
  /* Translators: what a person is, where a group asks for it: in a list */
  return dolen_ctext (language, "about", "Of an ethnic minority");
}
