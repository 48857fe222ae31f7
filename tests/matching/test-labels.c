/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-tagger.h"

#include "format/dolen-html-text.h"
#include "support/dolen-test.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

/* The tagger, measured on services that a person has labelled: labels/README.md says how. */

/* One more than the kinds that are counted (interests and needs): together. */
#define N_COUNTS 3
#define BOTH 2

static const char *const count_names[N_COUNTS] = { "interests", "needs", "together" };

typedef struct {
  guint right, wrong, found, musts;
} Count;

typedef struct {
  DolenVocabulary *vocabulary;
  DolenTagger *tagger;
  Count even[N_COUNTS], odd[N_COUNTS];
  GHashTable *wrong;  /* code -> how often read wrongly, even lines */
  GHashTable *missed; /* code -> how often not found, even lines */
} Measure;

typedef struct {
  const char *id;
  GPtrArray *must; /* of const DolenTerm * */
  GPtrArray *may;
} Label;

static gboolean
is_counted (const DolenTerm *term)
{
  return term->kind == DOLEN_TERM_INTEREST || term->kind == DOLEN_TERM_NEED;
}

static GPtrArray *
terms_of (DolenVocabulary *vocabulary, const char *codes)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);
  GPtrArray *terms = g_ptr_array_new ();

  for (guint i = 0; list[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_INTEREST, list[i]);

    if (*list[i] == '\0')
      continue;
    if (term == NULL)
      term = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_NEED, list[i]);
    if (term == NULL)
      g_error ("no such code: %s", list[i]);
    g_ptr_array_add (terms, (gpointer) term);
  }
  return terms;
}

/* Whether @narrow is @broad or something narrower. */
static gboolean
is_within (DolenVocabulary *vocabulary, const DolenTerm *narrow, const DolenTerm *broad)
{
  return narrow->kind == broad->kind
         && dolen_term_set_has (dolen_vocabulary_closure (vocabulary, narrow->kind, narrow->index),
                                broad->index);
}

static gboolean
any_within (DolenVocabulary *vocabulary, const GPtrArray *labels, const DolenTerm *broad)
{
  for (guint i = 0; i < labels->len; i++)
    if (is_within (vocabulary, g_ptr_array_index (labels, i), broad))
      return TRUE;
  return FALSE;
}

static gboolean
is_found (DolenVocabulary *vocabulary, const GPtrArray *readings, const DolenTerm *must)
{
  for (guint i = 0; i < readings->len; i++) {
    const DolenReading *reading = g_ptr_array_index (readings, i);

    if (reading->value && is_within (vocabulary, reading->term, must))
      return TRUE;
  }
  return FALSE;
}

static void
note (GHashTable *table, const char *code)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (table, code));

  g_hash_table_insert (table, (gpointer) code, GUINT_TO_POINTER (n + 1));
}

/* What is to be seen while phrases are written: only ever of the half that is tuned on. */
static void
show (const Label *label, gboolean odd, const char *what, const char *code, const char *words)
{
  if (!odd && g_getenv ("DOLEN_LABELS_SHOW") != NULL)
    g_printerr ("%s\t%s\t%s\t%s\n", label->id, what, code, words);
}

static void
measure_one (Measure *self, const Label *label, gboolean odd, const GPtrArray *readings)
{
  Count *counts = odd ? self->odd : self->even;

  for (guint i = 0; i < readings->len; i++) {
    const DolenReading *reading = g_ptr_array_index (readings, i);
    const DolenTerm *term = reading->term;
    gboolean right;

    if (!reading->value || !is_counted (term))
      continue;
    right = any_within (self->vocabulary, label->must, term);
    if (right) {
      counts[term->kind].right++;
      show (label, odd, "right", term->code, reading->words);
    } else if (!any_within (self->vocabulary, label->may, term)) {
      counts[term->kind].wrong++;
      show (label, odd, "wrong", term->code, reading->words);
      if (!odd)
        note (self->wrong, term->code);
    }
  }
  for (guint i = 0; i < label->must->len; i++) {
    const DolenTerm *must = g_ptr_array_index (label->must, i);
    gboolean found = is_found (self->vocabulary, readings, must);

    counts[must->kind].musts++;
    counts[must->kind].found += found;
    if (!found) {
      show (label, odd, "missed", must->code, "");
      if (!odd)
        note (self->missed, must->code);
    }
  }
}

static double
share (guint part, guint whole)
{
  return whole > 0 ? (double) part / whole : 1;
}

static Count
sum (const Count *a, const Count *b)
{
  return (
      Count){ a->right + b->right, a->wrong + b->wrong, a->found + b->found, a->musts + b->musts };
}

static void
tell (const char *half, const Count *counts)
{
  for (guint i = 0; i < N_COUNTS; i++) {
    Count both = sum (&counts[0], &counts[1]);
    const Count *count = i == BOTH ? &both : &counts[i];

    g_test_message ("%-5s %-9s precision %.3f (%u wrong of %u), recall %.3f (%u of %u)",
                    half,
                    count_names[i],
                    share (count->right, count->right + count->wrong),
                    count->wrong,
                    count->right + count->wrong,
                    share (count->found, count->musts),
                    count->found,
                    count->musts);
  }
}

static int
by_count (gconstpointer a, gconstpointer b, gpointer table)
{
  const char *const *x = a, *const *y = b;
  guint m = GPOINTER_TO_UINT (g_hash_table_lookup (table, *x));
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (table, *y));

  return m != n ? (m > n ? -1 : 1) : strcmp (*x, *y);
}

static void
tell_worst (const char *what, GHashTable *table)
{
  g_autofree gpointer *codes = g_hash_table_get_keys_as_array (table, NULL);
  guint n = g_hash_table_size (table);
  GString *line = g_string_new (what);

  g_qsort_with_data (codes, (int) n, sizeof *codes, by_count, table);
  for (guint i = 0; i < MIN (n, 12); i++)
    g_string_append_printf (line,
                            " %s %u",
                            (const char *) codes[i],
                            GPOINTER_TO_UINT (g_hash_table_lookup (table, codes[i])));
  g_test_message ("%s", line->str);
  g_string_free (line, TRUE);
}

static void
conclude (Measure *self, double precision, double recall)
{
  Count all[N_COUNTS]
      = { sum (&self->even[0], &self->odd[0]), sum (&self->even[1], &self->odd[1]) };
  Count both = sum (&all[0], &all[1]);

  tell ("even", self->even);
  tell ("odd", self->odd);
  tell ("all", all);
  tell_worst ("read wrongly:", self->wrong);
  tell_worst ("not found:", self->missed);
  g_assert_cmpfloat (share (both.right, both.right + both.wrong), >=, precision);
  g_assert_cmpfloat (share (both.found, both.musts), >=, recall);
  g_hash_table_unref (self->wrong);
  g_hash_table_unref (self->missed);
  dolen_tagger_free (self->tagger);
}

static json_object *
service_by_id (json_object *list, const char *id)
{
  for (gsize i = 0; i < json_object_array_length (list); i++) {
    json_object *service = json_object_array_get_idx (list, i);
    json_object *own = json_object_object_get (service, "id");

    if (g_strcmp0 (json_object_get_string (own), id) == 0)
      return service;
  }
  return NULL;
}

static char *
plain_of (json_object *service, const char *key)
{
  g_autoptr (GError) error = NULL;
  const char *text = json_object_get_string (json_object_object_get (service, key));
  char *plain = dolen_html_to_text (text != NULL ? text : "", &error);

  g_assert_no_error (error);
  return plain;
}

static Measure
measure_new (void)
{
  g_autoptr (GError) error = NULL;
  Measure self = { .vocabulary = dolen_vocabulary_default (&error) };

  g_assert_no_error (error);
  self.tagger = dolen_tagger_new (self.vocabulary);
  self.wrong = g_hash_table_new (g_str_hash, g_str_equal);
  self.missed = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/* Reads every labelled service of @list, at least so many, and asks for so much of what is read. */
static void
measure (const char *file,
         json_object *list,
         const char *name_key,
         const char *text_key,
         DolenTaggerLanguage language,
         guint at_least,
         double precision,
         double recall)
{
  Measure self = measure_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "matching", "labels", file, NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 3);
    json_object *service;

    if (*lines[i] == '#' || g_strv_length (fields) != 3)
      continue;
    service = service_by_id (list, fields[0]);
    g_assert_nonnull (service);
    {
      g_autofree char *name = plain_of (service, name_key);
      g_autofree char *text = plain_of (service, text_key);
      const DolenTaggerText texts[] = { { name, language, TRUE }, { text, language, FALSE } };
      g_autoptr (GPtrArray) readings = dolen_tagger_read (self.tagger, texts, 2);
      g_autoptr (GPtrArray) must = terms_of (self.vocabulary, fields[1]);
      g_autoptr (GPtrArray) may = terms_of (self.vocabulary, fields[2]);
      const Label label = { fields[0], must, may };

      measure_one (&self, &label, n++ % 2 == 1, readings);
    }
  }
  g_assert_cmpuint (n, >=, at_least);
  conclude (&self, precision, recall);
}

/* Short listings of our own, in many styles, with their words. */
static void
test_welsh_of_our_own (void)
{
  Measure self = measure_new ();
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "matching", "labels", "cy-own.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 4);

    if (*lines[i] != '#' && g_strv_length (fields) == 4) {
      const DolenTaggerText texts[]
          = { { fields[2], DOLEN_TAGGER_WELSH, TRUE }, { fields[3], DOLEN_TAGGER_WELSH, FALSE } };
      g_autoptr (GPtrArray) readings = dolen_tagger_read (self.tagger, texts, 2);
      g_autoptr (GPtrArray) must = terms_of (self.vocabulary, fields[0]);
      g_autoptr (GPtrArray) may = terms_of (self.vocabulary, fields[1]);
      const Label label = { fields[2], must, may };

      measure_one (&self, &label, n++ % 2 == 1, readings);
    }
  }
  g_assert_cmpuint (n, >=, 170);
  conclude (&self, 0.97, 0.97);
}

static void
test_english (void)
{
  g_autofree char *path = dolen_test_shared ("oruk1-northlincs/services.json");
  json_object *root;

  if (path == NULL) {
    g_test_skip ("the real feed is not here");
    return;
  }
  root = json_object_from_file (path);
  g_assert_nonnull (root);
  measure ("en.tsv", root, "name", "description", DOLEN_TAGGER_ENGLISH, 200, 0.9, 0.85);
  json_object_put (root);
}

static void
test_welsh (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_DATA_DIR"), "sample", "directory.json", NULL);
  json_object *root = json_object_from_file (path);

  g_assert_nonnull (root);
  measure ("cy.tsv",
           json_object_object_get (root, "contents"),
           "x_dolen_name_cy",
           "x_dolen_description_cy",
           DOLEN_TAGGER_WELSH,
           60,
           0.9,
           0.81);
  json_object_put (root);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/labels/a real feed is read as a person reads it", test_english);
  g_test_add_func ("/labels/Welsh is read as a person reads it", test_welsh);
  g_test_add_func ("/labels/Welsh of our own is read as it was meant", test_welsh_of_our_own);
  return g_test_run ();
}
