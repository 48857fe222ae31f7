/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-tagger.h"

#include "support/dolen-test.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

/* The sample directory holds what its README promises. */

typedef void (*Visit) (const char *key, json_object *value, gpointer data);

static json_object *
sample (void)
{
  static json_object *root;

  if (root == NULL) {
    g_autofree char *path
        = g_build_filename (g_getenv ("DOLEN_DATA_DIR"), "sample", "directory.json", NULL);

    root = json_object_from_file (path);
    g_assert_nonnull (root);
  }
  return root;
}

/* Calls @visit for every value below @object, with its key (that of the array for its items). */
static void
visit_all (const char *key, json_object *object, Visit visit, gpointer data)
{
  visit (key, object, data);
  if (json_object_is_type (object, json_type_object)) {
    json_object_object_foreach (object, name, value) visit_all (name, value, visit, data);
  } else if (json_object_is_type (object, json_type_array)) {
    for (gsize i = 0; i < json_object_array_length (object); i++)
      visit_all (key, json_object_array_get_idx (object, i), visit, data);
  }
}

static const char *
string_of (json_object *object, const char *key)
{
  return json_object_get_string (json_object_object_get (object, key));
}

static gsize
length_of (json_object *object, const char *key)
{
  const char *text = string_of (object, key);

  return text != NULL ? strlen (text) : 0;
}

static json_object *
services (void)
{
  return json_object_object_get (sample (), "contents");
}

static void
test_counts (void)
{
  g_autoptr (GHashTable) organisations = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n = json_object_array_length (services ()), welsh = 0;

  for (gsize i = 0; i < n; i++) {
    json_object *service = json_object_array_get_idx (services (), i);
    json_object *organisation = json_object_object_get (service, "organization");

    g_assert_cmpstr (string_of (service, "organization_id"), ==, string_of (organisation, "id"));
    g_hash_table_add (organisations, (gpointer) string_of (organisation, "id"));
    /* Some groups write in one language only. */
    g_assert_cmpint (
        length_of (service, "description") + length_of (service, "x_dolen_description_cy"), >, 100);
    welsh += string_of (service, "x_dolen_description_cy") != NULL;
  }
  g_assert_cmpuint (n, >=, 60);
  g_assert_cmpuint (3 * welsh, >=, 2 * n);
  g_assert_cmpuint (g_hash_table_size (organisations), >=, 30);
  g_assert_cmpint (json_object_get_int (json_object_object_get (sample (), "total_items")), ==, n);
}

static void
check_contact (const char *key, json_object *value, gpointer data)
{
  guint *phones = data;
  const char *text = json_object_get_string (value);

  if (!json_object_is_type (value, json_type_string))
    return;
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (g_strcmp0 (key, "number") == 0) {
    g_assert_true (g_str_has_prefix (text, "01632 960"));
    g_assert_cmpint (strlen (text), ==, strlen ("01632 960000"));
    (*phones)++;
  } else if (g_strcmp0 (key, "email") == 0) {
    g_assert_true (g_str_has_suffix (text, "example.org"));
  } else if (g_strcmp0 (key, "website") == 0 || g_strcmp0 (key, "url") == 0) {
    g_assert_true (g_str_has_prefix (text, "https://"));
    g_assert_nonnull (strstr (text, ".example.org"));
  }
}

static void
test_contacts_reach_nobody (void)
{
  guint phones = 0;

  visit_all (NULL, sample (), check_contact, &phones);
  g_assert_cmpuint (phones, >, 40);
}

static void
collect (const char *key, json_object *value, gpointer data)
{
  if (key != NULL && json_object_is_type (value, json_type_string))
    g_hash_table_add (data, g_strdup_printf ("%s=%s", key, json_object_get_string (value)));
}

static void
test_every_enumeration_is_used (void)
{
  static const char *const wanted[] = {
    "x_dolen_governance=constituted-group",
    "x_dolen_governance=informal-group",
    "x_dolen_governance=unincorporated-association",
    "x_dolen_governance=trust",
    "x_dolen_governance=cio",
    "x_dolen_governance=charitable-company",
    "x_dolen_governance=cic",
    "x_dolen_governance=registered-society",
    "x_dolen_governance=faith-body",
    "x_dolen_governance=community-council",
    "x_dolen_governance=statutory",
    "x_dolen_governance=private",
    "x_dolen_governance=branch",
    "status=open",
    "status=places",
    "status=waiting-list",
    "status=full",
    "status=ask-first",
    "status=paused",
    "status=unknown",
    "source=call",
    "source=visit",
    "source=email",
    "source=group",
    "source=feed",
    "x_dolen_contact_permission=given-out",
    "x_dolen_contact_permission=workers-only",
    "x_dolen_contact_permission=not-asked",
    "x_dolen_name_cy_state=draft",
    "x_dolen_name_cy_state=checked",
    "x_dolen_description_cy_state=draft",
    "x_dolen_description_cy_state=checked",
    "x_dolen_access=drop-in",
    "x_dolen_access=referral",
    "x_dolen_access=self-referral",
    "x_dolen_access=appointment",
    "x_dolen_access=membership",
    "x_dolen_attending=venue",
    "x_dolen_attending=phone",
    "x_dolen_attending=online",
    "x_dolen_attending=home-visit",
    "freq=WEEKLY",
    "freq=MONTHLY",
    "kind=grant",
    "kind=contract",
    "kind=subscriptions",
    "kind=donations",
    "kind=trading",
    "kind=core",
    "value=yes",
    "value=no",
  };
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  visit_all (NULL, sample (), collect, found);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    if (!g_hash_table_contains (found, wanted[i]))
      g_test_message ("not used: %s", wanted[i]);
    g_assert_true (g_hash_table_contains (found, wanted[i]));
  }
}

static void
test_the_same_id_is_the_same_thing (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < json_object_array_length (services ()); i++) {
    json_object *service = json_object_array_get_idx (services (), i);
    json_object *at = json_object_object_get (service, "service_at_locations");
    GPtrArray *things = g_ptr_array_new ();

    g_assert_true (g_hash_table_add (seen, (gpointer) string_of (service, "id")));
    g_ptr_array_add (things, json_object_object_get (service, "organization"));
    for (gsize j = 0; at != NULL && j < json_object_array_length (at); j++)
      g_ptr_array_add (things,
                       json_object_object_get (json_object_array_get_idx (at, j), "location"));
    for (guint j = 0; j < things->len; j++) {
      json_object *thing = g_ptr_array_index (things, j);
      json_object *before = g_hash_table_lookup (seen, string_of (thing, "id"));

      g_assert_true (before == NULL || json_object_equal (before, thing));
      g_hash_table_replace (seen, (gpointer) string_of (thing, "id"), thing);
    }
    g_ptr_array_unref (things);
  }
}

static void
test_a_hidden_address_has_no_place (void)
{
  guint hidden = 0;

  for (gsize i = 0; i < json_object_array_length (services ()); i++) {
    json_object *at = json_object_object_get (json_object_array_get_idx (services (), i),
                                              "service_at_locations");

    for (gsize j = 0; at != NULL && j < json_object_array_length (at); j++) {
      json_object *venue = json_object_object_get (json_object_array_get_idx (at, j), "location");

      if (json_object_object_get (venue, "x_dolen_hide_address") == NULL)
        continue;
      hidden++;
      g_assert_nonnull (json_object_object_get (venue, "x_dolen_no_map"));
      g_assert_null (json_object_object_get (venue, "latitude"));
      g_assert_null (json_object_object_get (venue, "longitude"));
    }
  }
  g_assert_cmpuint (hidden, >, 0);
}

/* Funding ends within 3, 6 and 12 months of the sample's day, and has ended. */
static void
test_funding_ends_are_spread (void)
{
  GDate day;
  guint past = 0, within[3] = { 0 };

  g_date_clear (&day, 1);
  g_date_set_parse (&day, string_of (sample (), "x_dolen_sample_date"));
  g_assert_true (g_date_valid (&day));
  for (gsize i = 0; i < json_object_array_length (services ()); i++) {
    json_object *organisation
        = json_object_object_get (json_object_array_get_idx (services (), i), "organization");
    json_object *funding = json_object_object_get (organisation, "x_dolen_funding");

    for (gsize j = 0; funding != NULL && j < json_object_array_length (funding); j++) {
      const char *ends = string_of (json_object_array_get_idx (funding, j), "ends_on");
      GDate end;
      int days;

      if (ends == NULL)
        continue;
      g_date_clear (&end, 1);
      g_date_set_parse (&end, ends);
      days = g_date_days_between (&day, &end);
      past += days < 0;
      within[0] += days >= 0 && days < 91;
      within[1] += days >= 91 && days < 182;
      within[2] += days >= 182 && days < 366;
    }
  }
  g_assert_cmpuint (past, >, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (within[i], >, 1);
}

/* What was confirmed by hand, the tagger does not contradict; and its codes exist. */
static guint
check_tags (DolenTagger *tagger, json_object *service, guint *unread)
{
  /* The text of a group that writes in one language only may be either. */
  DolenTaggerLanguage language = string_of (service, "x_dolen_description_cy") != NULL
                                     ? DOLEN_TAGGER_ENGLISH
                                     : DOLEN_TAGGER_UNKNOWN;
  DolenTaggerText texts[] = {
    { string_of (service, "name"), DOLEN_TAGGER_UNKNOWN, TRUE },
    { string_of (service, "description"), language, FALSE },
    { string_of (service, "x_dolen_description_cy"), DOLEN_TAGGER_WELSH, FALSE },
  };
  g_autoptr (GPtrArray) readings = dolen_tagger_read (tagger, texts, G_N_ELEMENTS (texts));
  json_object *tags = json_object_object_get (service, "x_dolen_tags");
  guint wrong = 0;

  for (gsize i = 0; tags != NULL && i < json_object_array_length (tags); i++) {
    json_object *tag = json_object_array_get_idx (tags, i);
    const DolenTerm *term
        = dolen_vocabulary_by_code (dolen_vocabulary_default (NULL),
                                    dolen_term_kind_from_code (string_of (tag, "kind")),
                                    string_of (tag, "code"));

    if (term == NULL)
      g_test_message ("no such code: %s", string_of (tag, "code"));
    g_assert_nonnull (term);
    for (guint j = 0; j < readings->len; j++) {
      const DolenReading *reading = g_ptr_array_index (readings, j);

      if (reading->term == term && reading->value != (*string_of (tag, "value") == 'y')) {
        g_test_message ("%s: %s read from “%s”", texts[0].text, term->code, reading->words);
        wrong++;
      }
    }
  }
  if (readings->len == 0) {
    g_test_message ("nothing is read from %s", texts[0].text);
    (*unread)++;
  }
  return wrong;
}

static void
test_the_tagger_agrees (void)
{
  g_autoptr (DolenTagger) tagger = dolen_tagger_new (dolen_vocabulary_default (NULL));
  guint wrong = 0, unread = 0;

  for (gsize i = 0; i < json_object_array_length (services ()); i++)
    wrong += check_tags (tagger, json_object_array_get_idx (services (), i), &unread);
  g_assert_cmpuint (wrong, ==, 0);
  /* Some groups say so little that there is nothing to read; few do. */
  g_assert_cmpuint (20 * unread, <=, json_object_array_length (services ()));
}

int
main (int argc, char **argv)
{
  int result;

  dolen_test_init (&argc, &argv);
  g_test_add_func ("/sample/holds as many as it says", test_counts);
  g_test_add_func ("/sample/its contacts reach nobody", test_contacts_reach_nobody);
  g_test_add_func ("/sample/every enumeration is used", test_every_enumeration_is_used);
  g_test_add_func ("/sample/the same id is the same thing", test_the_same_id_is_the_same_thing);
  g_test_add_func ("/sample/a hidden address has no place", test_a_hidden_address_has_no_place);
  g_test_add_func ("/sample/funding ends are spread", test_funding_ends_are_spread);
  g_test_add_func ("/sample/the tagger agrees with what was confirmed", test_the_tagger_agrees);
  result = g_test_run ();
  json_object_put (sample ());
  return result;
}
