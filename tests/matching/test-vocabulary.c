/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-vocabulary.h"

#include "base/dolen-error.h"
#include "matching/dolen-phrases.h"
#include "support/dolen-test.h"

#include <json-c/json.h>
#include <string.h>

static DolenVocabulary *
vocabulary (void)
{
  g_autoptr (GError) error = NULL;
  DolenVocabulary *v = dolen_vocabulary_default (&error);

  g_assert_no_error (error);
  return v;
}

static void
test_counts (void)
{
  DolenVocabulary *v = vocabulary ();

  g_assert_cmpuint (dolen_vocabulary_count (v, DOLEN_TERM_INTEREST), >=, 250);
  g_assert_cmpuint (dolen_vocabulary_count (v, DOLEN_TERM_NEED), >=, 80);
  g_assert_cmpuint (dolen_vocabulary_count (v, DOLEN_TERM_BARRIER), >=, 50);
  g_assert_cmpuint (dolen_vocabulary_count (v, DOLEN_TERM_ENABLER), >=, 70);
}

static void
test_every_interest_is_under_a_root (void)
{
  static const char *const roots[]
      = { "creative", "connecting", "active", "learning", "nature", "caring" };
  DolenVocabulary *v = vocabulary ();

  for (guint i = 0; i < dolen_vocabulary_count (v, DOLEN_TERM_INTEREST); i++) {
    const DolenTermSet *closure = dolen_vocabulary_closure (v, DOLEN_TERM_INTEREST, i);
    gboolean found = FALSE;

    for (guint r = 0; r < G_N_ELEMENTS (roots); r++)
      found |= dolen_term_set_has (
          closure, dolen_vocabulary_by_code (v, DOLEN_TERM_INTEREST, roots[r])->index);
    g_assert_true (found);
  }
}

static void
test_closure_takes_several_ways_up (void)
{
  DolenVocabulary *v = vocabulary ();
  const DolenTerm *line = dolen_vocabulary_by_code (v, DOLEN_TERM_INTEREST, "line-dancing");
  const DolenTermSet *up = dolen_vocabulary_closure (v, DOLEN_TERM_INTEREST, line->index);
  static const char *const above[] = { "line-dancing", "dance", "active", "creative" };

  for (guint i = 0; i < G_N_ELEMENTS (above); i++)
    g_assert_true (dolen_term_set_has (
        up, dolen_vocabulary_by_code (v, DOLEN_TERM_INTEREST, above[i])->index));
  g_assert_false (dolen_term_set_has (
      up, dolen_vocabulary_by_code (v, DOLEN_TERM_INTEREST, "swimming")->index));
}

static void
test_every_term_has_both_labels (void)
{
  DolenVocabulary *v = vocabulary ();

  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS; kind++)
    for (guint i = 0; i < dolen_vocabulary_count (v, (DolenTermKind) kind); i++) {
      const DolenTerm *term = dolen_vocabulary_term (v, (DolenTermKind) kind, i);

      g_assert_cmpuint (term->index, ==, i);
      g_assert_cmpint (strlen (dolen_term_label (term, DOLEN_LANGUAGE_EN)), >, 0);
      g_assert_cmpint (strlen (dolen_term_label (term, DOLEN_LANGUAGE_CY)), >, 0);
      g_assert_true (strchr ("mf", term->gender) != NULL);
    }
}

static void
test_every_barrier_has_a_remedy (void)
{
  DolenVocabulary *v = vocabulary ();

  for (guint i = 0; i < dolen_vocabulary_count (v, DOLEN_TERM_BARRIER); i++) {
    guint n;
    const DolenRemedy *remedies = dolen_vocabulary_remedies (v, i, &n);

    if (n == 0)
      g_test_message ("no remedy: %s", dolen_vocabulary_term (v, DOLEN_TERM_BARRIER, i)->code);
    g_assert_cmpuint (n, >, 0);
    for (guint j = 1; j < n; j++)
      g_assert_cmpint (remedies[j - 1].degree, >=, remedies[j].degree);
  }
}

static void
test_remedies_know_their_degree (void)
{
  DolenVocabulary *v = vocabulary ();
  guint wheelchair = dolen_vocabulary_by_code (v, DOLEN_TERM_BARRIER, "wheelchair")->index;
  guint no_car = dolen_vocabulary_by_code (v, DOLEN_TERM_BARRIER, "no-car")->index;
  guint step_free = dolen_vocabulary_by_code (v, DOLEN_TERM_ENABLER, "step-free")->index;
  guint bus = dolen_vocabulary_by_code (v, DOLEN_TERM_ENABLER, "bus-route")->index;

  g_assert_cmpint (
      dolen_vocabulary_remedy (v, wheelchair, step_free)->degree, ==, DOLEN_REMEDY_FULL);
  g_assert_true (dolen_vocabulary_remedy (v, wheelchair, step_free)->blocks);
  g_assert_cmpint (dolen_vocabulary_remedy (v, no_car, bus)->degree, ==, DOLEN_REMEDY_PARTLY);
  g_assert_null (dolen_vocabulary_remedy (v, no_car, step_free));
}

static void
test_words_find_terms (void)
{
  static const struct {
    DolenTermKind kind;
    const char *words, *code;
  } cases[] = {
    { DOLEN_TERM_INTEREST, "singing", "singing" },
    { DOLEN_TERM_INTEREST, "Canu", "singing" },
    { DOLEN_TERM_INTEREST, "hoffi canu", "singing" },
    { DOLEN_TERM_INTEREST, "ganu mewn côr", "choirs" },
    { DOLEN_TERM_INTEREST, "likes choirs", "choirs" },
    { DOLEN_TERM_INTEREST, "swimm", "swimming" },
    { DOLEN_TERM_INTEREST, "arddio", "gardening" },
    { DOLEN_TERM_INTEREST, "art", "visual-art" },
    { DOLEN_TERM_INTEREST, "line dancing", "line-dancing" },
    { DOLEN_TERM_NEED, "debts", "debt" },
    { DOLEN_TERM_NEED, "dyledion", "debt" },
    { DOLEN_TERM_NEED, "lonely", "loneliness" },
    { DOLEN_TERM_NEED, "help with PIP", "benefits" },
    { DOLEN_TERM_NEED, "brofedigaeth", "bereavement" },
    { DOLEN_TERM_BARRIER, "no car", "no-car" },
    { DOLEN_TERM_BARRIER, "can't do stairs", "stairs" },
    { DOLEN_TERM_BARRIER, "can’t do stairs", "stairs" },
    { DOLEN_TERM_BARRIER, "heb gar", "no-car" },
    { DOLEN_TERM_BARRIER, "cannot read", "literacy" },
    { DOLEN_TERM_BARRIER, "cadair olwyn", "wheelchair" },
    { DOLEN_TERM_BARRIER, "oxygen", "oxygen" },
    { DOLEN_TERM_ENABLER, "mini-bus", NULL },
    { DOLEN_TERM_ENABLER, "minibus", "minibus" },
    { DOLEN_TERM_ENABLER, "step free", "step-free" },
    { DOLEN_TERM_ENABLER, "xyzzy", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) found
               = dolen_vocabulary_find (vocabulary (), cases[i].kind, cases[i].words, 3);
    const DolenTerm *first = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;

    g_test_message ("%s -> %s", cases[i].words, first != NULL ? first->code : "nothing");
    g_assert_cmpstr (first != NULL ? first->code : NULL, ==, cases[i].code);
    g_assert_cmpuint (found->len, <=, 3);
  }
}

#define NO_REMEDIES "{\"format\":\"dolen-vocabulary\",\"version\":1,\"remedies\":[]}"

/* A folder with the real files, one of them replaced; where it is that of the needs, nothing is
 * said of needs elsewhere. */
static char *
folder_with (const char *file, const char *content)
{
  static const char *const files[]
      = { "interests.json", "needs.json",    "barriers.json", "enablers.json",
          "grammar.json",   "remedies.json", "typed.json" };
  char *folder = dolen_test_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *to = g_build_filename (folder, files[i], NULL);
    g_autofree char *from
        = g_build_filename (g_getenv ("DOLEN_DATA_DIR"), "vocabulary", files[i], NULL);
    g_autofree char *text = NULL;
    const char *written;

    g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
    written = strcmp (files[i], file) == 0 ? content : text;
    if (strcmp (file, "needs.json") == 0 && strcmp (files[i], "remedies.json") == 0)
      written = NO_REMEDIES;
    g_assert_true (g_file_set_contents (to, written, -1, NULL));
  }
  return folder;
}

#define TERM(code, broader)                                                                        \
  "{\"code\":\"" code "\",\"broader\":[" broader "],\"en\":{\"label\":\"A\"},"                     \
  "\"cy\":{\"label\":\"B\"}}"
#define RELATED(code, related)                                                                     \
  "{\"code\":\"" code "\",\"related\":[" related "],\"en\":{\"label\":\"A\"},"                     \
  "\"cy\":{\"label\":\"B\"}}"
#define FILE_OF(terms) "{\"format\":\"dolen-vocabulary\",\"version\":1,\"terms\":[" terms "]}"

static void
test_wrong_files_are_refused_by_name (void)
{
  static const char *const wrong[] = {
    "",
    "{",
    "[]",
    "{\"format\":\"other\",\"terms\":[]}",
    FILE_OF (TERM ("a", "") "," TERM ("a", "")),
    FILE_OF (TERM ("A b", "")),
    FILE_OF (TERM ("a", "\"b\"")),
    FILE_OF (TERM ("a", "\"b\"") "," TERM ("b", "\"a\"")),
    FILE_OF ("{\"code\":\"a\",\"en\":{\"label\":\"A\"}}"),
    FILE_OF (RELATED ("a", "{\"code\":\"b\",\"weight\":0.5}")),
    FILE_OF (RELATED ("a", "{\"code\":\"a\",\"weight\":0.5}")),
    FILE_OF (RELATED ("a", "{\"code\":\"b\"}") "," TERM ("b", "")),
    FILE_OF (RELATED ("a", "{\"code\":\"b\",\"weight\":1}") "," TERM ("b", "")),
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *folder = folder_with ("needs.json", wrong[i]);
    g_autoptr (GError) error = NULL;

    g_assert_null (dolen_vocabulary_new (folder, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "needs.json"));
  }
}

/* How much @of says of @term, percent; 0 where nothing. */
static guint
relation (DolenVocabulary *v, const char *of, const char *term)
{
  const DolenTerm *from = dolen_vocabulary_by_code (v, DOLEN_TERM_NEED, of);
  const DolenTerm *to = dolen_vocabulary_by_code (v, DOLEN_TERM_NEED, term);
  guint n = 0, weight = 0;
  const DolenRelated *related = dolen_vocabulary_related (v, DOLEN_TERM_NEED, from->index, &n);

  for (guint i = 0; i < n; i++)
    if (related[i].index == to->index) {
      g_assert_cmpuint (weight, ==, 0); /* once */
      weight = related[i].weight;
    }
  return weight;
}

static void
test_remedies_are_refused_where_they_are_wrong (void)
{
#define REMEDIES(lists) "{\"format\":\"dolen-vocabulary\",\"version\":1," lists "}"
  static const char *const wrong[] = {
    "",
    "[]",
    REMEDIES ("\"remedies\":[{\"barrier\":\"no-car\",\"enabler\":\"horse\",\"removes\":\"full\"}]"),
    REMEDIES (
        "\"remedies\":[{\"barrier\":\"no-car\",\"enabler\":\"minibus\",\"removes\":\"a bit\"}]"),
    REMEDIES ("\"remedies\":[],\"at-home\":[{\"barrier\":\"memory\",\"needs\":[\"horse\"]}]"),
    REMEDIES ("\"remedies\":[],\"at-home\":[{\"barrier\":\"horse\",\"needs\":[\"dementia\"]}]"),
    REMEDIES ("\"remedies\":[],\"no-use\":[{\"barrier\":\"no-phone\",\"enablers\":[\"horse\"]}]"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *folder = folder_with ("remedies.json", wrong[i]);
    g_autoptr (GError) error = NULL;

    g_assert_null (dolen_vocabulary_new (folder, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "remedies.json"));
  }
#undef REMEDIES
}

static void
test_relations_hold_both_ways (void)
{
  const char *terms = FILE_OF (
      RELATED ("a", "{\"code\":\"b\",\"weight\":0.3},{\"code\":\"c\",\"weight\":0.55}") "," RELATED (
          "b",
          "{\"code\":\"a\",\"weight\":0.7}") "," RELATED ("c",
                                                          "{\"code\":\"b\",\"weight\":0.4,\"one-way\":true}"));
  g_autofree char *folder = folder_with ("needs.json", terms);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenVocabulary) v = dolen_vocabulary_new (folder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (relation (v, "a", "b"), ==, 70);
  g_assert_cmpuint (relation (v, "b", "a"), ==, 70);
  g_assert_cmpuint (relation (v, "c", "a"), ==, 55);
  g_assert_cmpuint (relation (v, "b", "c"), ==, 0);
  g_assert_cmpuint (relation (v, "c", "b"), ==, 40);
}

/* The words of each interest, folded, and which interest has them. */
static void
note_words (GHashTable *owners, json_object *term, const char *language, guint *twice)
{
  const char *code = json_object_get_string (json_object_object_get (term, "code"));
  json_object *side = json_object_object_get (term, language), *list = NULL;
  gsize n;

  if (!json_object_object_get_ex (side, "words", &list))
    return;
  n = json_object_array_length (list);
  for (gsize i = 0; i < n; i++) {
    const char *phrase = json_object_get_string (json_object_array_get_idx (list, i));
    g_autofree char *folded = dolen_phrases_fold (
        strcmp (language, "cy") == 0 ? DOLEN_LANGUAGE_CY : DOLEN_LANGUAGE_EN, phrase);
    g_autofree char *key = g_strconcat (language, " ", folded, NULL);
    const char *owner = g_hash_table_lookup (owners, key);

    /* A men's shed is making things and men's company at once. */
    if (owner != NULL && strcmp (owner, code) != 0 && !g_str_equal (key, "en men shed")
        && !g_str_equal (key, "cy sied dynion")) {
      g_test_message ("“%s” belongs to %s and %s", phrase, owner, code);
      (*twice)++;
    }
    g_hash_table_replace (owners, g_steal_pointer (&key), (gpointer) code);
  }
}

static void
test_no_interest_claims_the_words_of_another (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_DATA_DIR"), "vocabulary", "interests.json", NULL);
  json_object *root = json_object_from_file (path);
  json_object *terms = json_object_object_get (root, "terms");
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint twice = 0;

  for (gsize i = 0; i < json_object_array_length (terms); i++) {
    note_words (owners, json_object_array_get_idx (terms, i), "en", &twice);
    note_words (owners, json_object_array_get_idx (terms, i), "cy", &twice);
  }
  g_assert_cmpuint (g_hash_table_size (owners), >, 4000);
  g_assert_cmpuint (twice, ==, 0);
  json_object_put (root);
}

/* Every "same" of the interests is a concept of OpenActive's own list, by id and label. */
static void
test_what_is_the_same_elsewhere_is_there (void)
{
  g_autofree char *list = dolen_test_shared ("openactive/activity-list.jsonld");
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_DATA_DIR"), "vocabulary", "interests.json", NULL);
  g_autofree char *known = NULL, *text = NULL;
  g_autoptr (GRegex) same = g_regex_new (
      "\"scheme\": \"openactive\",\\s*\"id\": \"([0-9a-f-]+)\",\\s*\"label\": \"([^\"]+)\"",
      0,
      0,
      NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  if (list == NULL)
    return;
  g_assert_true (g_file_get_contents (list, &known, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (same, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *id = g_match_info_fetch (match, 1);
    const char *at = strstr (known, id);

    g_assert_nonnull (at);
    n++;
  }
  g_assert_cmpuint (n, >, 100);
}

/* The rules for policies and checks stand below the vocabulary and know its terms by their codes.
 */
static void
test_rules_for_checks_name_terms (void)
{
  static const struct {
    const char *key;
    DolenTermKind kind;
  } kinds[] = { { "needs", DOLEN_TERM_NEED },
                { "interests", DOLEN_TERM_INTEREST },
                { "enablers", DOLEN_TERM_ENABLER } };
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_DATA_DIR"), "assurance", "checks.json", NULL);
  json_object *file = json_object_from_file (path);
  json_object *activities = json_object_object_get (file, "activities");
  guint n = 0;

  for (gsize a = 0; a < json_object_array_length (activities); a++)
    for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++) {
      json_object *codes
          = json_object_object_get (json_object_array_get_idx (activities, a), kinds[k].key);

      for (gsize c = 0; codes != NULL && c < json_object_array_length (codes); c++, n++)
        g_assert_nonnull (dolen_vocabulary_by_code (
            vocabulary (),
            kinds[k].kind,
            json_object_get_string (json_object_array_get_idx (codes, c))));
    }
  g_assert_cmpuint (n, >, 50);
  json_object_put (file);
}

static void
test_a_file_that_is_not_there_is_named (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (GError) error = NULL;

  g_assert_null (dolen_vocabulary_new (folder, &error));
  g_assert_nonnull (strstr (error->message, "interests.json"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/vocabulary/holds what matching needs", test_counts);
  g_test_add_func ("/vocabulary/every interest is under a root",
                   test_every_interest_is_under_a_root);
  g_test_add_func ("/vocabulary/the closure takes several ways up",
                   test_closure_takes_several_ways_up);
  g_test_add_func ("/vocabulary/every term has both labels", test_every_term_has_both_labels);
  g_test_add_func ("/vocabulary/every barrier has a remedy", test_every_barrier_has_a_remedy);
  g_test_add_func ("/vocabulary/remedies are refused",
                   test_remedies_are_refused_where_they_are_wrong);
  g_test_add_func ("/vocabulary/remedies know their degree", test_remedies_know_their_degree);
  g_test_add_func ("/vocabulary/typed words find terms", test_words_find_terms);
  g_test_add_func ("/vocabulary/wrong files are refused by name",
                   test_wrong_files_are_refused_by_name);
  g_test_add_func ("/vocabulary/relations hold both ways", test_relations_hold_both_ways);
  g_test_add_func ("/vocabulary/no interest claims the words of another",
                   test_no_interest_claims_the_words_of_another);
  g_test_add_func ("/vocabulary/what is the same elsewhere is there",
                   test_what_is_the_same_elsewhere_is_there);
  g_test_add_func ("/vocabulary/rules for checks name terms", test_rules_for_checks_name_terms);
  g_test_add_func ("/vocabulary/a file that is not there is named",
                   test_a_file_that_is_not_there_is_named);
  return g_test_run ();
}
