/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-welsh.h"
#include "support/dolen-test.h"

#include <string.h>

static void
test_folding_drops_what_is_above_the_letters (void)
{
  static const char *const cases[][2] = {
    { "Tŷ’r Ysgol", "ty'r ysgol" }, { "DŴR", "dwr" },     { "w\u0302", "w" },
    { "Ynys Môn", "ynys mon" },     { "copïo", "copio" }, { "L\u034flan", "llan" },
    { "Straße", "strasse" },        { "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = dolen_welsh_fold (cases[i][0]);
    g_assert_cmpstr (folded, ==, cases[i][1]);
  }
}

static void
test_words_that_lean_on_others_stand_apart (void)
{
  static const char *const cases[][2] = {
    { "ty'r", "ty r" },   { "o'ch", "o ch" }, { "'n", "n" }, { "'na", "n a" },
    { "mae'n", "mae n" }, { "cwm", "cwm" },   { "'", "'" },  { "i'w", "i w" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) parts = dolen_welsh_split_clitics (cases[i][0]);
    g_autofree char *joined = g_strjoinv (" ", parts);
    g_assert_cmpstr (joined, ==, cases[i][1]);
  }
}

static void
test_the_table_of_mutations_reads_backwards (void)
{
  static const char *const cases[][2] = {
    { "gymuned", "gymuned cymuned" },
    { "nghymuned", "nghymuned cymuned" },
    { "chymuned", "chymuned cymuned" },
    { "cymuned", "cymuned" },
    { "ben", "ben pen" },
    { "mhen", "mhen pen" },
    { "phen", "phen pen" },
    { "nhad", "nhad tad" },
    { "dad", "dad tad" },
    { "thad", "thad tad" },
    { "fws", "fws bws mws" },
    { "mws", "mws bws" },
    { "ddawns", "ddawns dawns" },
    { "nawns", "nawns dawns gnawns" },
    { "wasanaeth", "wasanaeth gwasanaeth" },
    { "ngwasanaeth", "ngwasanaeth gwasanaeth" },
    { "lesiant", "lesiant llesiant glesiant" },
    { "restr", "restr rhestr grestr" },
    { "ardd", "ardd gardd" },
    { "neud", "neud deud gneud" },
    { "hiechyd", "hiechyd iechyd" },
    { "chyda", "chyda gyda" },
    { "chwm", "chwm cwm" },
    { "llan", "llan" },
    { "rhodd", "rhodd" },
    { "ffrwd", "ffrwd" },
    { "ysgol", "ysgol gysgol" },
    /* no Welsh spelling, or no word */
    { "food", "food" },
    { "mood", "mood" },
    { "knit", "knit" },
    { "2nd", "2nd" },
    { "o", "o" },
    { "ch", "ch" },
    { "dd", "dd" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) keys = dolen_welsh_keys (cases[i][0]);
    g_autofree char *joined = g_strjoinv (" ", keys);
    g_assert_cmpstr (joined, ==, cases[i][1]);
  }
}

/* The mutations forwards, by rule: every form of every word must meet every other. */
static const struct {
  const char *radical, *soft, *nasal, *aspirate;
} forwards[] = {
  { "p", "b", "mh", "ph" }, { "t", "d", "nh", "th" },  { "c", "g", "ngh", "ch" },
  { "b", "f", "m", NULL },  { "d", "dd", "n", NULL },  { "g", "", "ng", NULL },
  { "m", "f", NULL, NULL }, { "ll", "l", NULL, NULL }, { "rh", "r", NULL, NULL },
};

static GPtrArray *
mutate (const char *word)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (forms, g_strdup (word));
  if (strchr ("aeiouwy", word[0]) != NULL)
    g_ptr_array_add (forms, g_strconcat ("h", word, NULL));
  if (g_str_has_prefix (word, "ch") || g_str_has_prefix (word, "th")
      || g_str_has_prefix (word, "ph"))
    return forms;
  for (gsize i = 0; i < G_N_ELEMENTS (forwards); i++) {
    const char *rest = word + strlen (forwards[i].radical);
    const char *ways[] = { forwards[i].soft, forwards[i].nasal, forwards[i].aspirate };

    if (!g_str_has_prefix (word, forwards[i].radical))
      continue;
    for (gsize k = 0; k < G_N_ELEMENTS (ways); k++)
      if (ways[k] != NULL)
        g_ptr_array_add (forms, g_strconcat (ways[k], rest, NULL));
  }
  return forms;
}

static const char words[]
    = "pobl plant pentref prynhawn papur tai tref teulu te taith cymuned canolfan cor clwb cinio "
      "cerdded banc bwyd bore bywyd bws dawns dysgu diwrnod dosbarth drws gardd grwp gwasanaeth "
      "gofal gwirfoddolwr glan gradd gnaws merched mis menter mawr meddwl llesiant llyfr lle lleol "
      "rhestr rhieni rhaglen iechyd ysgol eglwys uned amser oedolion wythnos natur neuadd nofio "
      "siarad sied hanes hwyl ffermwyr chwarae theatr";

static void
test_every_form_of_a_word_meets_every_other (void)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  guint pairs = 0;

  for (gsize w = 0; list[w] != NULL; w++) {
    g_autoptr (GPtrArray) forms = mutate (list[w]);

    for (guint i = 0; i < forms->len; i++)
      for (guint k = 0; k < forms->len; k++, pairs++)
        if (!dolen_welsh_may_be_same (forms->pdata[i], forms->pdata[k]))
          g_error ("%s does not meet %s", (char *) forms->pdata[i], (char *) forms->pdata[k]);
  }
  g_assert_cmpuint (pairs, >, 300);
}

static void
test_different_words_seldom_meet (void)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  guint false_pairs = 0;

  for (gsize i = 0; list[i] != NULL; i++)
    for (gsize k = i + 1; list[k] != NULL; k++)
      false_pairs += dolen_welsh_may_be_same (list[i], list[k]);
  g_assert_cmpuint (false_pairs, <=, 1);
  g_assert_false (dolen_welsh_may_be_same ("food", "mood"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/language/welsh/" #name, test_##name)
  ADD (folding_drops_what_is_above_the_letters);
  ADD (words_that_lean_on_others_stand_apart);
  ADD (the_table_of_mutations_reads_backwards);
  ADD (every_form_of_a_word_meets_every_other);
  ADD (different_words_seldom_meet);
  return g_test_run ();
}
