/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-vocabulary-understand.h"

#include "support/dolen-test.h"

#include <string.h>

static DolenVocabulary *
vocabulary (void)
{
  g_autoptr (GError) error = NULL;
  DolenVocabulary *v = dolen_vocabulary_default (&error);

  g_assert_no_error (error);
  return v;
}

/* What was understood, as "interest:singing need:!debt | the rest": a ! is a negation. */
static char *
spell_out (const DolenUnderstanding *understanding)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < understanding->terms->len; i++) {
    const DolenUnderstood *understood = g_ptr_array_index (understanding->terms, i);

    g_string_append_printf (out,
                            "%s%c:%s%s",
                            i > 0 ? " " : "",
                            dolen_term_kind_code (understood->term->kind)[0],
                            understood->negated ? "!" : "",
                            understood->term->code);
  }
  for (guint i = 0; understanding->rest[i] != NULL; i++)
    g_string_append_printf (out, "%s| %s", out->len > 0 ? " " : "", understanding->rest[i]);
  return g_string_free (out, FALSE);
}

/* understand.tsv: language, what is typed, what is understood. */
static void
test_typed_phrases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "matching", "understand.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0, n_welsh = 0, n_wrong = 0;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 3);
    g_autoptr (DolenUnderstanding) understanding = NULL;
    g_autofree char *got = NULL;
    DolenLanguage language = DOLEN_LANGUAGE_EN;

    if (*lines[i] == '#' || g_strv_length (fields) < 3)
      continue;
    g_assert_true (dolen_language_from_code (fields[0], &language));
    understanding = dolen_vocabulary_understand (vocabulary (), fields[1], language);
    got = spell_out (understanding);
    n++;
    n_welsh += language == DOLEN_LANGUAGE_CY;
    if (strcmp (got, fields[2]) != 0) {
      n_wrong++;
      g_test_message ("%s: expected %s, got %s", fields[1], fields[2], got);
    }
  }
  g_test_message ("%u phrases, %u of them Welsh, %u misread", n, n_welsh, n_wrong);
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n, >=, 30);
  g_assert_cmpuint (n_welsh, >=, n / 4);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/understand/typed phrases", test_typed_phrases);
  return g_test_run ();
}
