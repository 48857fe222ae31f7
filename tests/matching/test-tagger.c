/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-tagger.h"

#include "support/dolen-test.h"

#include <json-c/json.h>
#include <string.h>

static DolenTagger *
tagger_new (void)
{
  g_autoptr (GError) error = NULL;
  DolenVocabulary *vocabulary = dolen_vocabulary_default (&error);

  g_assert_no_error (error);
  return dolen_tagger_new (vocabulary);
}

/* What was read about @code itself or, where @narrower, about something narrower: a choir sings. */
static const DolenReading *
reading_of (GPtrArray *readings, const char *code, gboolean narrower)
{
  g_autoptr (GError) error = NULL;
  DolenVocabulary *vocabulary = dolen_vocabulary_default (&error);

  for (guint i = 0; i < readings->len; i++) {
    const DolenReading *reading = g_ptr_array_index (readings, i);
    const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, reading->term->kind, code);

    if (term == reading->term
        || (narrower && term != NULL && reading->value
            && dolen_term_set_has (
                dolen_vocabulary_closure (vocabulary, term->kind, reading->term->index),
                term->index)))
      return reading;
  }
  return NULL;
}

static char
answer_of (GPtrArray *readings, const char *code)
{
  const DolenReading *reading = reading_of (readings, code, FALSE);

  if (reading == NULL)
    reading = reading_of (readings, code, TRUE);

  return reading == NULL ? '!' : reading->value ? '+' : '-';
}

static guint
check_line (DolenTagger *tagger, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 3);
  g_auto (GStrv) expected = g_strsplit (fields[1], " ", -1);
  DolenTaggerText text = { fields[2], DOLEN_TAGGER_UNKNOWN, strstr (fields[0], "name") != NULL };
  g_autoptr (GPtrArray) readings = NULL;
  guint wrong = 0;

  if (g_str_has_prefix (fields[0], "en"))
    text.language = DOLEN_TAGGER_ENGLISH;
  else if (g_str_has_prefix (fields[0], "cy"))
    text.language = DOLEN_TAGGER_WELSH;
  readings = dolen_tagger_read (tagger, &text, 1);
  for (guint i = 0; expected[i] != NULL; i++) {
    char answer = answer_of (readings, expected[i] + 1);

    if (answer != *expected[i]) {
      g_test_message ("“%s”: wanted %s, read %c", fields[2], expected[i], answer);
      wrong++;
    }
  }
  return wrong;
}

/* Reads every sentence of a table; at least so many in all and in Welsh. */
static void
check_table (const char *file, guint at_least, guint welsh_at_least)
{
  g_autoptr (DolenTagger) tagger = tagger_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "matching", file, NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  guint wrong = 0, n = 0, welsh = 0;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && strchr (lines[i], '\t') != NULL) {
      wrong += check_line (tagger, lines[i]);
      welsh += g_str_has_prefix (lines[i], "cy");
      n++;
    }
  g_test_message ("%u sentences, %u of them Welsh", n, welsh);
  g_assert_cmpuint (n, >=, at_least);
  g_assert_cmpuint (welsh, >=, welsh_at_least);
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_table (void)
{
  check_table ("tagger.tsv", 100, 30);
}

static void
test_negations_are_never_turned_round (void)
{
  check_table ("negation.tsv", 60, 30);
}

static void
test_words_go_with_it (void)
{
  g_autoptr (DolenTagger) tagger = tagger_new ();
  DolenTaggerText texts[] = {
    { "Côr y Fro", DOLEN_TAGGER_WELSH, TRUE },
    { "We sing. Sorry, there is no wheelchair access here.", DOLEN_TAGGER_ENGLISH, FALSE },
    { NULL, DOLEN_TAGGER_ENGLISH, FALSE },
  };
  g_autoptr (GPtrArray) readings = dolen_tagger_read (tagger, texts, G_N_ELEMENTS (texts));
  const DolenReading *choirs = reading_of (readings, "choirs", FALSE);
  const DolenReading *step_free = reading_of (readings, "step-free", FALSE);

  g_assert_true (choirs != NULL && step_free != NULL);
  g_assert_cmpstr (choirs->words, ==, "Côr");
  g_assert_cmpint (choirs->confidence, ==, 90);
  g_assert_true (choirs->welsh);
  g_assert_cmpuint (choirs->text, ==, 0);
  g_assert_cmpstr (step_free->words, ==, "no wheelchair access");
  g_assert_cmpint (step_free->confidence, ==, 60);
  g_assert_false (step_free->welsh);
  g_assert_cmpuint (step_free->text, ==, 1);
}

static void
test_a_need_in_the_name_stands (void)
{
  g_autoptr (DolenTagger) tagger = tagger_new ();
  DolenTaggerText texts[] = {
    { "Debt Advice", DOLEN_TAGGER_ENGLISH, TRUE },
    { "Sorry, we cannot help with business debts.", DOLEN_TAGGER_ENGLISH, FALSE },
  };
  g_autoptr (GPtrArray) readings = dolen_tagger_read (tagger, texts, G_N_ELEMENTS (texts));

  g_assert_cmpint (answer_of (readings, "debt"), ==, '+');
}

static void
test_nothing_is_read_from_nothing (void)
{
  g_autoptr (DolenTagger) tagger = tagger_new ();
  DolenTaggerText texts[]
      = { { "", DOLEN_TAGGER_UNKNOWN, TRUE }, { " ... ", DOLEN_TAGGER_UNKNOWN, FALSE } };
  g_autoptr (GPtrArray) readings = dolen_tagger_read (tagger, texts, 2);
  g_autoptr (GPtrArray) none = dolen_tagger_read (tagger, NULL, 0);

  g_assert_cmpuint (readings->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (dolen_tagger_version (tagger), >, 1000);
}

/* Crude: the tests want words, not layout; the program uses format/dolen-html-text. */
static char *
without_markup (const char *html)
{
  g_autoptr (GRegex) tags = g_regex_new ("<(p|li|br|h[1-6]|div)[^>]*>", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GRegex) others = g_regex_new ("<[^>]*>|&nbsp;", 0, 0, NULL);
  g_autofree char *broken = g_regex_replace_literal (tags, html, -1, 0, "\n", 0, NULL);

  return g_regex_replace_literal (others, broken, -1, 0, " ", 0, NULL);
}

static const struct {
  const char *name;
  const char *expected;
} northlincs[] = {
  { "Grief Cafe", "+bereavement" },
  { "Kirton in Lindsey Food Aid", "+food" },
  { "Help to Claim Universal Credit Advice", "+benefits +telephone +bsl" },
  { "Coffee Morning - Living Later Life Well", "+coffee-morning +drop-in +games" },
  { "Bowling rollup for all", "+bowls +drop-in" },
  { "Horse Riding Lessons", "+horse-riding" },
  { "Parent Carer Peer Support Group", "+carers +peer-support" },
  { "Free Women's Group (18+)", "+women-groups +free +crafts" },
  { "Barton Inclusive Football Club", "+football +walking-sports !walking" },
  { "Do Something Different - Archery", "+climbing" },
};

static void
check_northlincs (GPtrArray *readings, const char *name, guint *seen)
{
  for (guint i = 0; i < G_N_ELEMENTS (northlincs); i++) {
    g_auto (GStrv) expected = g_strsplit (northlincs[i].expected, " ", -1);

    if (strcmp (northlincs[i].name, name) != 0)
      continue;
    *seen |= 1u << i;
    for (guint j = 0; expected[j] != NULL; j++) {
      if (answer_of (readings, expected[j] + 1) != *expected[j])
        g_test_message ("%s: wanted %s", name, expected[j]);
      g_assert_cmpint (answer_of (readings, expected[j] + 1), ==, *expected[j]);
    }
  }
}

static void
test_a_real_feed (void)
{
  g_autofree char *path = dolen_test_shared ("oruk1-northlincs/services.json");
  g_autoptr (DolenTagger) tagger = tagger_new ();
  guint tagged = 0, yes = 0, no = 0, seen = 0;
  json_object *root;
  gsize n;

  if (path == NULL)
    return;
  root = json_object_from_file (path);
  g_assert_nonnull (root);
  n = json_object_array_length (root);
  for (gsize i = 0; i < n; i++) {
    json_object *service = json_object_array_get_idx (root, i);
    const char *name = json_object_get_string (json_object_object_get (service, "name"));
    const char *html = json_object_get_string (json_object_object_get (service, "description"));
    g_autofree char *text = without_markup (html != NULL ? html : "");
    DolenTaggerText texts[]
        = { { name, DOLEN_TAGGER_ENGLISH, TRUE }, { text, DOLEN_TAGGER_ENGLISH, FALSE } };
    g_autoptr (GPtrArray) readings = dolen_tagger_read (tagger, texts, 2);

    tagged += readings->len > 0;
    for (guint j = 0; j < readings->len; j++) {
      const DolenReading *reading = g_ptr_array_index (readings, j);

      if (reading->value)
        yes++;
      else
        no++;
      if (g_getenv ("DOLEN_TAGGER_SHOW") != NULL)
        g_print ("%s\t%c%s\t%s\n",
                 name,
                 reading->value ? '+' : '-',
                 reading->term->code,
                 reading->words);
    }
    check_northlincs (readings, name, &seen);
  }
  g_test_message ("%u of %u services tagged: %u yes, %u no", tagged, (guint) n, yes, no);
  g_assert_cmpuint (tagged * 100, >, (guint) n * 85);
  g_assert_cmpuint (seen, ==, (1u << G_N_ELEMENTS (northlincs)) - 1);
  json_object_put (root);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/tagger/reads every sentence of the table", test_table);
  g_test_add_func ("/tagger/negations are never turned round",
                   test_negations_are_never_turned_round);
  g_test_add_func ("/tagger/the words it was read from go with it", test_words_go_with_it);
  g_test_add_func ("/tagger/a need in the name stands", test_a_need_in_the_name_stands);
  g_test_add_func ("/tagger/nothing is read from nothing", test_nothing_is_read_from_nothing);
  g_test_add_func ("/tagger/reads a real feed", test_a_real_feed);
  return g_test_run ();
}
