/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "gold-set.h"

#include <json-c/json.h>
#include <math.h>

typedef struct json_object JsonValue;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonValue, json_object_put)

struct _GoldVerdicts {
  GHashTable *people; /* id -> GHashTable of service -> GoldGrade */
};

const char *
gold_which_code (GoldWhich which)
{
  static const char *const codes[] = { "sample", "feed" };

  return codes[which];
}

static void
person_free (gpointer data)
{
  GoldPerson *person = data;

  g_free (person->id);
  g_free (person->search);
  for (int w = 0; w < GOLD_N_DIRECTORIES; w++)
    g_free (person->profile[w]);
  g_free (person);
}

/* The farthest they can go: "max_km", or the longest of their means of travel, null being none. */
static double
farthest (json_object *profile)
{
  json_object *given = json_object_object_get (profile, "max_km");
  json_object *travel = json_object_object_get (profile, "travel");
  double km = 0;

  if (given != NULL)
    return json_object_get_double (given);
  if (travel == NULL)
    return INFINITY;
  json_object_object_foreach (travel, means, limit)
  {
    g_assert_nonnull (means);
    km = limit == NULL ? INFINITY : MAX (km, json_object_get_double (limit));
  }
  return km;
}

static GoldPerson *
read_person (const char *path, const char *id)
{
  g_autoptr (JsonValue) root = json_object_from_file (path);
  json_object *profile, *where;
  GoldPerson *person = g_new0 (GoldPerson, 1);

  g_assert_nonnull (root);
  g_assert_nonnull (json_object_object_get (root, "story"));
  profile = json_object_object_get (root, "profile");
  where = json_object_object_get (root, "where");
  person->id = g_strdup (id);
  person->search = g_strdup (json_object_get_string (json_object_object_get (root, "search")));
  for (int w = 0; w < GOLD_N_DIRECTORIES; w++) {
    json_object *home = json_object_object_get (where, gold_which_code ((GoldWhich) w));

    if (home == NULL)
      continue;
    json_object_object_add (
        profile, "postcode", json_object_get (json_object_object_get (home, "postcode")));
    person->profile[w] = g_strdup (json_object_to_json_string (profile));
    person->max_km[w] = farthest (profile);
  }
  return person;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(GoldPerson *const *) a)->id, (*(GoldPerson *const *) b)->id);
}

GPtrArray *
gold_people_read (const char *folder)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (person_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *id = g_strndup (name, strcspn (name, "."));

    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (people, read_person (path, id));
  }
  g_ptr_array_sort (people, compare_ids);
  return g_steal_pointer (&people);
}

static GoldGrade
read_grade (json_object *value)
{
  int grade;

  if (json_object_is_type (value, json_type_string)) {
    g_assert_cmpstr (json_object_get_string (value), ==, "unsuitable");
    return GOLD_UNSUITABLE;
  }
  g_assert_true (json_object_is_type (value, json_type_int));
  grade = json_object_get_int (value);
  g_assert_cmpint (grade, >=, 0);
  g_assert_cmpint (grade, <=, 3);
  return (GoldGrade) (GOLD_NOTHING + grade);
}

static GHashTable *
read_grades (json_object *object)
{
  GHashTable *grades = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (json_object_is_type (object, json_type_object));
  json_object_object_foreach (object, service, value)
      g_hash_table_insert (grades, g_strdup (service), GINT_TO_POINTER (read_grade (value)));
  return grades;
}

GoldVerdicts *
gold_verdicts_read (const char *path)
{
  g_autoptr (JsonValue) root = NULL;
  GoldVerdicts *verdicts;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  root = json_object_from_file (path);
  g_assert_true (json_object_is_type (root, json_type_object));
  verdicts = g_new0 (GoldVerdicts, 1);
  verdicts->people = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  json_object_object_foreach (root, person, grades)
      g_hash_table_insert (verdicts->people, g_strdup (person), read_grades (grades));
  return verdicts;
}

void
gold_verdicts_free (GoldVerdicts *verdicts)
{
  if (verdicts == NULL)
    return;
  g_hash_table_unref (verdicts->people);
  g_free (verdicts);
}

gboolean
gold_verdicts_has (const GoldVerdicts *verdicts, const char *person)
{
  return g_hash_table_contains (verdicts->people, person);
}

GoldGrade
gold_verdicts_grade (const GoldVerdicts *verdicts,
                     const char *person,
                     const char *service,
                     gboolean *listed)
{
  GHashTable *grades = g_hash_table_lookup (verdicts->people, person);
  gpointer grade = NULL;
  gboolean found = grades != NULL && g_hash_table_lookup_extended (grades, service, NULL, &grade);

  if (listed != NULL)
    *listed = found;
  return found ? (GoldGrade) GPOINTER_TO_INT (grade) : GOLD_NOTHING;
}

GList *
gold_verdicts_people (const GoldVerdicts *verdicts)
{
  return g_hash_table_get_keys (verdicts->people);
}

GList *
gold_verdicts_services (const GoldVerdicts *verdicts, const char *person)
{
  GHashTable *grades = g_hash_table_lookup (verdicts->people, person);

  return grades != NULL ? g_hash_table_get_keys (grades) : NULL;
}
