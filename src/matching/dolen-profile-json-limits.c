/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-profile-json-private.h"

#include "matching/dolen-criteria.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* When, how and where they can go, what they are, and what is not wanted. */

#define MOST_MINUTES (24 * 60)
#define MOST_KM 2000
#define MOST_WEEKS 520

static gboolean
read_free (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  g_autoptr (GPtrArray) texts = dolen_profile_read_texts (key, value, error);

  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++) {
    guint32 slots = dolen_slots_from_code (g_ptr_array_index (texts, i));

    if (slots == 0)
      return dolen_profile_refuse (
          error,
          key,
          /* Translators: goes into “%s” in the profile must be %s. The codes stay as they are. */
          _ ("a list of days such as “MO” or “TU-morning” (morning, afternoon, evening)"));
    reader->profile->free |= slots;
  }
  return TRUE;
}

static gboolean
read_minutes (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  double minutes;

  if (!dolen_profile_read_number (key, value, 1, MOST_MINUTES, &minutes, error))
    return FALSE;
  reader->profile->max_minutes = (int) minutes;
  return TRUE;
}

static gboolean
refuse_travel (GError **error, const char *key)
{
  return dolen_profile_refuse (
      error,
      key,
      /* Translators: goes into “%s” in the profile must be %s. The words in quotation marks stay as
       * they are; null is a word of JSON. */
      _ ("an object of “walk”, “bus”, “lift” and “car”, each a number of kilometres or null"));
}

static gboolean
read_travel (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  DolenProfile *profile = reader->profile;

  if (!json_object_is_type (value, json_type_object))
    return refuse_travel (error, key);
  json_object_object_foreach (value, code, limit)
  {
    g_autofree char *place = g_strdup_printf ("%s.%s", key, code);
    guint means = 0;

    while (means < DOLEN_N_MEANS && strcmp (code, dolen_means_code ((DolenMeans) means)) != 0)
      means++;
    if (means == DOLEN_N_MEANS)
      return refuse_travel (error, key);
    profile->travel_km[means] = DOLEN_TRAVEL_ANY;
    if (limit != NULL
        && !dolen_profile_read_number (place, limit, 0, MOST_KM, &profile->travel_km[means], error))
      return FALSE;
    profile->means |= 1u << means;
  }
  return TRUE;
}

/* A list of codes as bits. @wanted says which there are. */
static gboolean
read_bits (const char *key,
           JsonValue *value,
           guint (*find) (const char *code),
           const char *wanted,
           guint *bits,
           GError **error)
{
  g_autoptr (GPtrArray) texts = dolen_profile_read_texts (key, value, error);

  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++) {
    guint bit = find (g_ptr_array_index (texts, i));

    if (bit == 0)
      return dolen_profile_refuse (error, key, wanted);
    *bits |= bit;
  }
  return TRUE;
}

/* "a list of: church, school": codes of single bits up to the first that is none. */
static char *
say_codes (const char *(*code_of) (guint bit))
{
  GString *list = g_string_new (NULL);

  for (guint bit = 1; code_of (bit) != NULL; bit <<= 1)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", code_of (bit));
  /* Translators: goes into “%s” in the profile must be %s. Here %s is a list of codes. */
  g_string_prepend (list, _ ("a list of: "));
  return g_string_free (list, FALSE);
}

static const char *
place_code (guint bit)
{
  return dolen_place_kind_code ((DolenPlaceKind) bit);
}

static const char *
about_code (guint bit)
{
  return dolen_about_code ((DolenAbout) bit);
}

static gboolean
read_avoid (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  g_autofree char *wanted = say_codes (place_code);

  return read_bits (
      key, value, dolen_place_kind_from_code, wanted, &reader->profile->avoid_places, error);
}

static gboolean
read_about (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  g_autofree char *wanted = say_codes (about_code);

  return read_bits (key, value, dolen_about_from_code, wanted, &reader->profile->about, error);
}

/* One of two words: 1 for the first, 2 for the second, 0 for neither. */
static int
choose (JsonValue *value, const char *first, const char *second)
{
  const char *text
      = json_object_is_type (value, json_type_string) ? json_object_get_string (value) : "";

  if (g_ascii_strcasecmp (text, first) == 0)
    return 1;
  return second != NULL && g_ascii_strcasecmp (text, second) == 0 ? 2 : 0;
}

static gboolean
read_outdoors (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  int choice = choose (value, "in", "out");

  if (choice == 0)
    /* Translators: goes into “%s” in the profile must be %s. The words in quotation marks stay as
     * they are. */
    return dolen_profile_refuse (error, key, _ ("“in” or “out”"));
  reader->profile->setting = choice == 1 ? DOLEN_SETTING_INDOORS : DOLEN_SETTING_OUTDOORS;
  return TRUE;
}

static gboolean
read_group_size (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  int choice = choose (value, "small", "one-to-one");

  if (choice == 0)
    /* Translators: goes into “%s” in the profile must be %s. The words in quotation marks stay as
     * they are. */
    return dolen_profile_refuse (error, key, _ ("“small” or “one-to-one”"));
  reader->profile->company = choice == 1 ? DOLEN_COMPANY_SMALL : DOLEN_COMPANY_ONE_TO_ONE;
  return TRUE;
}

static gboolean
read_risk (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  int choice = choose (value, "higher", "usual");

  if (choice == 0)
    /* Translators: goes into “%s” in the profile must be %s. The words in quotation marks stay as
     * they are. */
    return dolen_profile_refuse (error, key, _ ("“higher” or “usual”"));
  reader->profile->higher_risk = choice == 1;
  return TRUE;
}

static gboolean
read_weeks (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  double weeks;

  if (!dolen_profile_read_number (key, value, 0, MOST_WEEKS, &weeks, error))
    return FALSE;
  reader->profile->support_weeks = (int) weeks;
  return TRUE;
}

static gboolean
read_dislikes (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  return dolen_profile_read_terms (
      reader, key, value, DOLEN_TERM_INTEREST, &reader->profile->dislikes, error);
}

static gboolean
read_tried (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  g_autoptr (GPtrArray) texts = dolen_profile_read_texts (key, value, error);

  if (texts == NULL)
    return FALSE;
  g_ptr_array_add (texts, NULL);
  dolen_profile_set_tried (reader->profile, (const char *const *) texts->pdata);
  return TRUE;
}

static gboolean
read_words (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  g_autoptr (GPtrArray) texts = dolen_profile_read_texts (key, value, error);

  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++) {
    const char *word = g_ptr_array_index (texts, i);

    if (*word != '\0')
      dolen_profile_add_word (reader->profile, word);
  }
  return TRUE;
}

static gboolean
is_criterion (const char *code)
{
  for (guint c = 0; c < DOLEN_N_CRITERIA; c++)
    if (strcmp (code, dolen_criterion_code ((DolenCriterion) c)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_overrides (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  /* Translators: goes into “%s” in the profile must be %s. "Criteria" such as age. */
  const char *wanted = _ ("an object of services, each with a list of criteria such as “age”");

  if (!json_object_is_type (value, json_type_object))
    return dolen_profile_refuse (error, key, wanted);
  json_object_object_foreach (value, service, criteria)
  {
    g_autoptr (GPtrArray) texts = dolen_profile_read_texts (key, criteria, error);

    if (texts == NULL)
      return FALSE;
    for (guint i = 0; i < texts->len; i++) {
      if (!is_criterion (g_ptr_array_index (texts, i)))
        return dolen_profile_refuse (error, key, wanted);
      dolen_profile_add_override (reader->profile, service, g_ptr_array_index (texts, i));
    }
  }
  return TRUE;
}

static const struct {
  const char *key;
  DolenProfileReadKey read;
} keys[] = {
  { "free", read_free },         { "max_minutes", read_minutes },
  { "travel", read_travel },     { "avoid_places", read_avoid },
  { "outdoors", read_outdoors }, { "group_size", read_group_size },
  { "about", read_about },       { "dislikes", read_dislikes },
  { "tried", read_tried },       { "overrides", read_overrides },
  { "risk", read_risk },         { "support_weeks", read_weeks },
  { "words", read_words },
};

DolenProfileReadKey
dolen_profile_find_limit (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].key, key) == 0)
      return keys[i].read;
  return NULL;
}
