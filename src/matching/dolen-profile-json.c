/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-profile-json-private.h"

#include "language/dolen-language-names.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 8
#define MAX_WORDS 256

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_tokener, json_tokener_free)

gboolean
dolen_profile_refuse (GError **error, const char *key, const char *wanted)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: of a profile file; the first %s is a key such as "max_km", the
                * second says what it may hold, such as "a number from 0 to 2000". */
               _ ("“%s” in the profile must be %s."),
               key,
               wanted);
  return FALSE;
}

gboolean
dolen_profile_read_number (
    const char *key, JsonValue *value, double least, double most, double *number, GError **error)
{
  g_autofree char *wanted = NULL;

  if (json_object_is_type (value, json_type_int) || json_object_is_type (value, json_type_double)) {
    *number = json_object_get_double (value);
    if (isfinite (*number) && *number >= least && *number <= most)
      return TRUE;
  }
  /* Translators: goes into “%s” in the profile must be %s. The two %g are numbers. */
  wanted = g_strdup_printf (_ ("a number from %g to %g"), least, most);
  return dolen_profile_refuse (error, key, wanted);
}

/* One text, or an array of texts, as an array. */
GPtrArray *
dolen_profile_read_texts (const char *key, JsonValue *value, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  /* Translators: goes into “%s” in the profile must be %s. */
  const char *wanted = _ ("a list of words");

  if (json_object_is_type (value, json_type_string)) {
    g_ptr_array_add (texts, (gpointer) json_object_get_string (value));
    return g_steal_pointer (&texts);
  }
  if (!json_object_is_type (value, json_type_array)
      || json_object_array_length (value) > MAX_WORDS) {
    dolen_profile_refuse (error, key, wanted);
    return NULL;
  }
  for (size_t i = 0; i < json_object_array_length (value); i++) {
    JsonValue *item = json_object_array_get_idx (value, i);

    if (!json_object_is_type (item, json_type_string)) {
      dolen_profile_refuse (error, key, wanted);
      return NULL;
    }
    g_ptr_array_add (texts, (gpointer) json_object_get_string (item));
  }
  return g_steal_pointer (&texts);
}

void
dolen_profile_note_unknown (DolenProfileReader *reader, const char *key, const char *words)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", key, words);

  g_strv_builder_add (reader->unknown, line);
}

static gboolean
read_interests (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  return dolen_profile_read_terms (
      reader, key, value, DOLEN_TERM_INTEREST, &reader->profile->interests, error);
}

static gboolean
read_needs (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  return dolen_profile_read_terms (
      reader, key, value, DOLEN_TERM_NEED, &reader->profile->needs, error);
}

static gboolean
read_barriers (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  return dolen_profile_read_terms (
      reader, key, value, DOLEN_TERM_BARRIER, &reader->profile->barriers, error);
}

/* A name that is known ("British Sign Language"), or what may be a code or another name. */
static gboolean
is_language (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

  return dolen_language_code_of_name (text) != NULL
         || (length >= 2 && length <= 12 && text[length] == '\0');
}

static gboolean
read_languages (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  g_autoptr (GPtrArray) texts = dolen_profile_read_texts (key, value, error);

  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++) {
    if (!is_language (g_ptr_array_index (texts, i)))
      return dolen_profile_refuse (
          error,
          key,
          /* Translators: goes into “%s” in the profile must be %s. ISO 639 is a standard. */
          _ ("a list of languages by name or ISO 639 code, such as “cy”"));
  }
  g_ptr_array_add (texts, NULL);
  dolen_profile_set_languages (reader->profile, (const char *const *) texts->pdata);
  return TRUE;
}

static gboolean
read_age (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  double age;

  if (!dolen_profile_read_number (key, value, 0, 120, &age, error))
    return FALSE;
  reader->profile->age = (int) age;
  return TRUE;
}

static gboolean
read_gender (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  static const char *const codes[] = { "unknown", "female", "male", "other" };

  for (guint i = 0; json_object_is_type (value, json_type_string) && i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (json_object_get_string (value), codes[i]) == 0) {
      reader->profile->gender = (DolenGender) i;
      return TRUE;
    }
  /* Translators: goes into “%s” in the profile must be %s. The words in quotation marks stay as
   * they are. */
  return dolen_profile_refuse (error, key, _ ("“female”, “male” or “other”"));
}

static gboolean
read_place (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  const char *text = json_object_get_string (value);

  if (!json_object_is_type (value, json_type_string))
    /* Translators: goes into “%s” in the profile must be %s. */
    return dolen_profile_refuse (error, key, _ ("a postcode or the name of a place"));
  g_free (reader->profile->place);
  reader->profile->place = g_strdup (text);
  if (reader->find_place == NULL
      || !reader->find_place (text, &reader->profile->position, reader->data))
    dolen_profile_note_unknown (reader, key, text);
  return TRUE;
}

static gboolean
read_latitude (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  return dolen_profile_read_number (key, value, -90, 90, &reader->latitude, error);
}

static gboolean
read_longitude (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  return dolen_profile_read_number (key, value, -180, 180, &reader->longitude, error);
}

static gboolean
read_max_km (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  return dolen_profile_read_number (key, value, 0, 2000, &reader->profile->max_km, error);
}

static gboolean
read_max_wait (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  double weeks;

  if (!dolen_profile_read_number (key, value, 0, 520, &weeks, error))
    return FALSE;
  reader->profile->max_wait_weeks = (int) weeks;
  return TRUE;
}

static gboolean
read_free_only (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  if (!json_object_is_type (value, json_type_boolean))
    /* Translators: goes into “%s” in the profile must be %s. The words true and false stay. */
    return dolen_profile_refuse (error, key, _ ("true or false"));
  if (json_object_get_boolean (value))
    reader->profile->max_pence = 0;
  return TRUE;
}

static gboolean
read_max_pence (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  double pence;

  if (!dolen_profile_read_number (key, value, 0, 1000000, &pence, error))
    return FALSE;
  if (reader->profile->max_pence != 0)
    reader->profile->max_pence = (gint64) pence;
  return TRUE;
}

static gboolean
read_days (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  static const char *const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autoptr (GPtrArray) texts = dolen_profile_read_texts (key, value, error);

  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++) {
    guint day = 0;

    while (day < 7 && g_ascii_strcasecmp (g_ptr_array_index (texts, i), codes[day]) != 0)
      day++;
    if (day == 7)
      /* Translators: goes into “%s” in the profile must be %s. The codes stay as they are. */
      return dolen_profile_refuse (error, key, _ ("a list of MO, TU, WE, TH, FR, SA, SU"));
    reader->profile->days |= 1u << day;
  }
  return TRUE;
}

static const struct {
  const char *key;
  DolenProfileReadKey read;
} keys[] = {
  { "interests", read_interests },
  { "needs", read_needs },
  { "barriers", read_barriers },
  { "languages", read_languages },
  { "age", read_age },
  { "gender", read_gender },
  { "postcode", read_place },
  { "place", read_place },
  { "latitude", read_latitude },
  { "longitude", read_longitude },
  { "max_km", read_max_km },
  { "max_wait_weeks", read_max_wait },
  { "free_only", read_free_only },
  { "max_pence", read_max_pence },
  { "days", read_days },
};

static gboolean
read_key (DolenProfileReader *reader, const char *key, JsonValue *value, GError **error)
{
  DolenProfileReadKey read = dolen_profile_find_limit (key);

  if (value == NULL) /* null: as if left out */
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].key, key) == 0)
      return keys[i].read (reader, key, value, error);
  if (read != NULL)
    return read (reader, key, value, error);
  dolen_profile_note_unknown (reader, key, json_object_to_json_string (value));
  return TRUE;
}

static JsonValue *
parse (const char *json, gssize length, GError **error)
{
  g_autoptr (json_tokener) tokener = json_tokener_new_ex (MAX_DEPTH);
  g_autoptr (JsonValue) root = NULL;
  gsize bytes = length < 0 ? strlen (json) : (gsize) length;

  if (bytes > MAX_BYTES) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE, _ ("The profile is too large."));
    return NULL;
  }
  json_tokener_set_flags (tokener, JSON_TOKENER_VALIDATE_UTF8);
  root = json_tokener_parse_ex (tokener, json, (int) bytes);
  if (json_object_is_type (root, json_type_object))
    return g_steal_pointer (&root);
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: JSON is a file format. %lu is a number. */
               _ ("The profile is not a JSON object (byte %lu)."),
               (gulong) json_tokener_get_parse_end (tokener));
  return NULL;
}

/* Coordinates say it more exactly than a name and win over it. */
static gboolean
finish_position (DolenProfileReader *reader, GError **error)
{
  if (isnan (reader->latitude) && isnan (reader->longitude))
    return TRUE;
  if (!dolen_position_set (&reader->profile->position,
                           reader->latitude,
                           reader->longitude,
                           0,
                           DOLEN_POSITION_PERSON))
    /* Translators: goes into “%s” in the profile must be %s. */
    return dolen_profile_refuse (error, "latitude, longitude", _ ("given both, in degrees"));
  return TRUE;
}

DolenProfile *
dolen_profile_from_json (const char *json,
                         gssize length,
                         DolenVocabulary *vocabulary,
                         DolenPlaceFinder find_place,
                         gpointer data,
                         char ***unknown,
                         GError **error)
{
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (JsonValue) root = parse (json, length, error);
  DolenProfileReader reader = { profile, vocabulary, find_place, data, builder, NAN, NAN };

  if (root == NULL)
    return NULL;
  json_object_object_foreach (root, key, value)
  {
    if (!read_key (&reader, key, value, error))
      return NULL;
  }
  if (!finish_position (&reader, error))
    return NULL;
  if (unknown != NULL)
    *unknown = g_strv_builder_end (builder);
  return g_steal_pointer (&profile);
}
