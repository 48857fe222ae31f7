/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-own-terms.h"

#include "matching/dolen-tagger.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* A term staff changed, in the vocabulary as they want it. */
static DolenVocabulary *
apply (const DolenOwnTerms *own, guint n_wrong)
{
  g_auto (GStrv) wrong = NULL;
  g_autoptr (GError) error = NULL;
  DolenVocabulary *vocabulary = dolen_own_terms_apply (own, NULL, &wrong, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (wrong), ==, n_wrong);
  return vocabulary;
}

static void
put (DolenOwnTerms *own,
     DolenTermKind kind,
     const char *code,
     DolenLanguage language,
     const char *label,
     const char *word)
{
  const DolenOwnTerm *before = dolen_own_terms_get (own, kind, code);
  DolenOwnTerm *term
      = before != NULL ? dolen_own_term_copy (before) : dolen_own_term_new (kind, code);
  const char *words[] = { word, NULL };

  g_free (term->label[language]);
  term->label[language] = g_strdup (label);
  if (word != NULL) {
    g_strfreev (term->words[language]);
    term->words[language] = g_strdupv ((char **) words);
  }
  dolen_own_terms_put (own, term);
}

static gboolean
reads (DolenVocabulary *vocabulary, const char *text, const char *code)
{
  g_autoptr (DolenTagger) tagger = dolen_tagger_new (vocabulary);
  DolenTaggerText texts[] = { { text, DOLEN_TAGGER_ENGLISH, FALSE } };
  g_autoptr (GPtrArray) readings = dolen_tagger_read (tagger, texts, 1);

  for (guint i = 0; i < readings->len; i++) {
    const DolenReading *reading = g_ptr_array_index (readings, i);

    if (strcmp (reading->term->code, code) == 0)
      return reading->value;
  }
  return FALSE;
}

static const char *
first_found (DolenVocabulary *vocabulary, DolenTermKind kind, const char *typed)
{
  g_autoptr (GPtrArray) found = dolen_vocabulary_find (vocabulary, kind, typed, 1);

  return found->len > 0 ? ((const DolenTerm *) g_ptr_array_index (found, 0))->code : "";
}

static void
test_a_further_word_is_read_and_understood (void)
{
  g_autoptr (DolenOwnTerms) own = dolen_own_terms_new ();
  g_autoptr (DolenVocabulary) vocabulary = NULL;
  DolenVocabulary *installed = dolen_vocabulary_default (NULL);

  put (own, DOLEN_TERM_INTEREST, "pottery", DOLEN_LANGUAGE_EN, NULL, "lustre pipkins");
  put (own, DOLEN_TERM_BARRIER, "no-car", DOLEN_LANGUAGE_CY, NULL, "dim siarabang");
  vocabulary = apply (own, 0);
  g_assert_false (reads (installed, "We make lustre pipkins.", "pottery"));
  g_assert_true (reads (vocabulary, "We make lustre pipkins.", "pottery"));
  g_assert_cmpstr (first_found (vocabulary, DOLEN_TERM_INTEREST, "lustre pipkins"), ==, "pottery");
  g_assert_cmpstr (first_found (vocabulary, DOLEN_TERM_BARRIER, "dim siarabang"), ==, "no-car");
}

static void
test_a_hidden_term_is_gone_and_its_place_stays (void)
{
  g_autoptr (DolenOwnTerms) own = dolen_own_terms_new ();
  g_autoptr (DolenVocabulary) vocabulary = NULL;
  DolenVocabulary *installed = dolen_vocabulary_default (NULL);
  DolenOwnTerm *term = dolen_own_term_new (DOLEN_TERM_INTEREST, "golf");

  term->hidden = TRUE;
  dolen_own_terms_put (own, term);
  vocabulary = apply (own, 0);
  g_assert_true (reads (installed, "Come and play golf.", "golf"));
  g_assert_false (reads (vocabulary, "Come and play golf.", "golf"));
  g_assert_cmpstr (first_found (vocabulary, DOLEN_TERM_INTEREST, "golf"), !=, "golf");
  g_assert_cmpuint (dolen_vocabulary_count (vocabulary, DOLEN_TERM_INTEREST),
                    ==,
                    dolen_vocabulary_count (installed, DOLEN_TERM_INTEREST));
}

static void
test_a_term_of_their_own_stands_under_another (void)
{
  g_autoptr (DolenOwnTerms) own = dolen_own_terms_new ();
  g_autoptr (DolenVocabulary) vocabulary = NULL;
  g_autofree char *code = dolen_own_terms_new_code (own, DOLEN_TERM_INTEREST, "Corwgl – coracles!");
  g_autofree char *again = NULL;
  DolenOwnTerm *term = dolen_own_term_new (DOLEN_TERM_INTEREST, code);
  const DolenTerm *made, *above;

  g_assert_cmpstr (code, ==, "own-corwgl-coracles");
  term->broader = g_strdup ("crafts");
  term->label[DOLEN_LANGUAGE_EN] = g_strdup ("Coracles");
  dolen_own_terms_put (own, term);
  again = dolen_own_terms_new_code (own, DOLEN_TERM_INTEREST, "corwgl coracles");
  g_assert_cmpstr (again, ==, "own-corwgl-coracles-2");
  vocabulary = apply (own, 0);
  made = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_INTEREST, code);
  above = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_INTEREST, "crafts");
  g_assert_nonnull (made);
  g_assert_cmpstr (made->label_cy, ==, "Coracles");
  g_assert_true (dolen_term_set_has (
      dolen_vocabulary_closure (vocabulary, DOLEN_TERM_INTEREST, made->index), above->index));
  g_assert_cmpstr (first_found (vocabulary, DOLEN_TERM_INTEREST, "coracles"), ==, code);
}

static void
test_another_label_is_shown (void)
{
  g_autoptr (DolenOwnTerms) own = dolen_own_terms_new ();
  g_autoptr (DolenVocabulary) vocabulary = NULL;

  put (own, DOLEN_TERM_NEED, "debt", DOLEN_LANGUAGE_CY, "Dyledion", NULL);
  vocabulary = apply (own, 0);
  g_assert_cmpstr (
      dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_NEED, "debt")->label_cy, ==, "Dyledion");
}

static void
test_what_has_no_place_is_told (void)
{
  g_autoptr (DolenOwnTerms) own = dolen_own_terms_new ();
  g_autoptr (DolenVocabulary) vocabulary = NULL;

  put (own, DOLEN_TERM_NEED, "no-such-need", DOLEN_LANGUAGE_EN, "Nothing", NULL);
  put (own, DOLEN_TERM_NEED, "own-Not A Code", DOLEN_LANGUAGE_EN, "Nothing", NULL);
  put (own, DOLEN_TERM_NEED, "debt", DOLEN_LANGUAGE_EN, NULL, "in the red");
  vocabulary = apply (own, 2);
  g_assert_cmpstr (first_found (vocabulary, DOLEN_TERM_NEED, "in the red"), ==, "debt");
}

static void
test_the_file_keeps_what_was_said (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, DOLEN_OWN_TERMS_FILE, NULL);
  g_autoptr (DolenOwnTerms) own = dolen_own_terms_read (path, NULL);
  g_autoptr (DolenOwnTerms) back = NULL;
  g_auto (GStrv) wrong = NULL;
  g_autoptr (GError) error = NULL;
  const DolenOwnTerm *term;

  put (own, DOLEN_TERM_INTEREST, "pottery", DOLEN_LANGUAGE_CY, "Crochenwaith", "potiau clai");
  g_assert_true (dolen_own_terms_write (own, path, &error));
  g_assert_no_error (error);
  back = dolen_own_terms_read (path, &wrong);
  g_assert_cmpuint (g_strv_length (wrong), ==, 0);
  g_assert_cmpint (back->version, ==, 1);
  term = dolen_own_terms_get (back, DOLEN_TERM_INTEREST, "pottery");
  g_assert_nonnull (term);
  g_assert_cmpstr (term->label[DOLEN_LANGUAGE_CY], ==, "Crochenwaith");
  g_assert_cmpstr (term->words[DOLEN_LANGUAGE_CY][0], ==, "potiau clai");
  dolen_own_terms_put (back, dolen_own_term_new (DOLEN_TERM_INTEREST, "pottery"));
  g_assert_cmpuint (back->terms->len, ==, 0);
}

static void
test_a_damaged_file_stops_nothing (void)
{
  static const char *const texts[] = {
    "", "nonsense", "[]", "{\"terms\": 4}", "{\"terms\": [7, {\"kind\": \"need\"}]}",
  };
  static const guint n_wrong[] = { 1, 1, 1, 1, 2 };
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, DOLEN_OWN_TERMS_FILE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (DolenOwnTerms) own = NULL;
    g_auto (GStrv) wrong = NULL;

    g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    own = dolen_own_terms_read (path, &wrong);
    g_assert_cmpuint (own->terms->len, ==, 0);
    g_assert_cmpuint (g_strv_length (wrong), ==, n_wrong[i]);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/matching/own-terms/" #name, test_##name)
  ADD (a_further_word_is_read_and_understood);
  ADD (a_hidden_term_is_gone_and_its_place_stays);
  ADD (a_term_of_their_own_stands_under_another);
  ADD (another_label_is_shown);
  ADD (what_has_no_place_is_told);
  ADD (the_file_keeps_what_was_said);
  ADD (a_damaged_file_stops_nothing);
  return g_test_run ();
}
