/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/samples.h"

#include "matching/dolen-own-words.h"

static gint64
add (DolenDirectory *directory, const char *name, const char *description)
{
  g_autoptr (DolenService) service = samples_service (name, NULL, DOLEN_TEXT_MISSING);

  dolen_bilingual_load (
      &service->description, description, DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  samples_save (directory, service);
  return service->id;
}

static DolenOwnWords *
find (DolenDirectory *directory, const char *const *words)
{
  g_autoptr (GError) error = NULL;
  DolenOwnWords *own_words = dolen_own_words_find (directory, words, &error);

  g_assert_no_error (error);
  return own_words;
}

static void
test_words_are_found_in_a_groups_own_text (void)
{
  const char *const words[] = { "trombone", "model railways", NULL };
  g_autoptr (DolenDirectory) directory = samples_open ();
  gint64 band = add (directory, "Town Band", "Cornet and trombone players wanted.");
  gint64 club = add (directory, "Trombone Club", "We also run model railways.");
  gint64 other = add (directory, "Rail Watch", "Models of trams.");
  g_autoptr (DolenOwnWords) own_words = find (directory, words);
  const DolenOwnWordsHit *hit = dolen_own_words_look_up (own_words, band);
  guint n = 0;

  g_assert_nonnull (hit);
  g_assert_cmphex (hit->words, ==, 1);
  g_assert_cmphex (hit->in_name, ==, 0);
  hit = dolen_own_words_look_up (own_words, club);
  g_assert_nonnull (hit);
  g_assert_cmphex (hit->words, ==, 3);
  g_assert_cmphex (hit->in_name, ==, 1);
  g_assert_null (dolen_own_words_look_up (own_words, other));
  g_assert_null (dolen_own_words_look_up (NULL, band));
  g_assert_cmpstr (dolen_own_words_get (own_words, 1), ==, "model railways");
  for (const DolenOwnWordsHit *all = dolen_own_words_hits (own_words, &n); n > 1; n--, all++)
    g_assert_cmpint (all[0].id, <, all[1].id);
}

/* What a spelling-tolerant search brings is not what the group says. */
static void
test_a_word_spelt_nearly_so_is_not_theirs (void)
{
  const char *const words[] = { "trombune", "", NULL };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenOwnWords) own_words = NULL;
  g_autoptr (DolenOwnWords) none = NULL;
  guint n = 0;

  add (directory, "Trombone Club", NULL);
  own_words = find (directory, words);
  dolen_own_words_hits (own_words, &n);
  g_assert_cmpuint (n, ==, 0);
  none = find (directory, NULL);
  dolen_own_words_hits (none, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* The whole word, in either number; a word that only begins so is another. */
static void
test_a_word_is_a_whole_one (void)
{
  const char *const words[] = { "art", "carer", "hobbies", "class", NULL };
  g_autoptr (DolenDirectory) directory = samples_open ();
  gint64 joints = add (directory, "Joints", "For people with arthritis.");
  gint64 several = add (directory, "Café", "Carers and anybody with a hobby.");
  gint64 one = add (directory, "Class", "Bring a carer.");
  g_autoptr (DolenOwnWords) own_words = find (directory, words);

  g_assert_null (dolen_own_words_look_up (own_words, joints));
  g_assert_cmphex (dolen_own_words_look_up (own_words, several)->words, ==, 1 << 1 | 1 << 2);
  g_assert_cmphex (dolen_own_words_look_up (own_words, one)->words, ==, 1 << 1 | 1 << 3);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/own-words/found", test_words_are_found_in_a_groups_own_text);
  g_test_add_func ("/own-words/nearly", test_a_word_spelt_nearly_so_is_not_theirs);
  g_test_add_func ("/own-words/whole", test_a_word_is_a_whole_one);
  return g_test_run ();
}
