/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-guess.h"
#include "language/dolen-words.h"
#include "support/dolen-test.h"

static void
check (const char *const *texts, DolenGuess expected, DolenGuess also)
{
  for (gsize i = 0; texts[i] != NULL; i++) {
    DolenGuess guess = dolen_guess_language (texts[i]);
    if (guess != expected && guess != also)
      g_error ("%d for: %s", guess, texts[i]);
  }
}

static void
test_welsh_is_never_taken_for_english (void)
{
  static const char *const texts[] = {
    "Gardd Gymunedol Pen-y-bryn",
    "Clwb Cinio",
    "Merched y Wawr Aberaeron",
    "Côr Meibion Treorci",
    "Grŵp cerdded i bobl dros 60",
    "Cylch Meithrin Llandysul",
    "Ti a Fi",
    "Bore coffi yn y neuadd bob dydd Mawrth",
    "Cymorth i ofalwyr ifanc a’u teuluoedd",
    "Dewch i ganu gyda ni; does dim angen profiad.",
    "Mae’r gwasanaeth am ddim i bawb sy’n byw yng Ngheredigion.",
    NULL,
  };
  check (texts, DOLEN_GUESS_WELSH, DOLEN_GUESS_WELSH);
}

static void
test_english_is_never_taken_for_welsh (void)
{
  static const char *const texts[] = {
    "Llanelli Community Choir",
    "Men’s Shed",
    "Pontypridd Walking Group",
    "Knit and Natter",
    "Lunch club for people over 60 in Scunthorpe",
    "Aberystwyth Foodbank",
    "Machynlleth Community Garden",
    "Free advice about debt, housing and benefits, at Canolfan Rhys every Tuesday from 10 to 12.",
    "A weekly group where carers can meet over a cup of tea.",
    NULL,
  };
  check (texts, DOLEN_GUESS_ENGLISH, DOLEN_GUESS_UNCLEAR);
  g_assert_cmpint (dolen_guess_language (texts[0]), ==, DOLEN_GUESS_ENGLISH);
  g_assert_cmpint (dolen_guess_language (texts[4]), ==, DOLEN_GUESS_ENGLISH);
  g_assert_cmpint (dolen_guess_language (texts[7]), ==, DOLEN_GUESS_ENGLISH);
  g_assert_cmpint (dolen_guess_language (texts[8]), ==, DOLEN_GUESS_ENGLISH);
}

static void
test_what_is_both_or_neither_is_unclear (void)
{
  static const char *const texts[] = {
    "Clwb Ffermwyr Ifanc / Young Farmers Club",
    "Grŵp Cerdded / Walking Group",
    "Bingo",
    "Tregaron",
    "",
    "2026",
    NULL,
  };
  check (texts, DOLEN_GUESS_UNCLEAR, DOLEN_GUESS_UNCLEAR);
  g_assert_cmpint (dolen_guess_language (NULL), ==, DOLEN_GUESS_UNCLEAR);
}

static void
test_no_word_gives_away_both_languages (void)
{
  static const char *const words[] = {
    "a",   "i",    "o",    "at",   "am",  "hi",  "her", "man",  "plant",
    "de",  "plan", "bore", "dull", "her", "te",  "the", "on",   "pan",
    "tan", "for",  "mor",  "bod",  "and", "was", "sir", "term", "mis",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (dolen_words_have (DOLEN_WORDS_ENGLISH, words[i])
                    && dolen_words_have (DOLEN_WORDS_WELSH, words[i]));
  g_assert_true (dolen_words_have (DOLEN_WORDS_FUNCTION, "the"));
  g_assert_true (dolen_words_have (DOLEN_WORDS_FUNCTION, "yn"));
  g_assert_false (dolen_words_have (DOLEN_WORDS_FUNCTION, "choir"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/language/guess/" #name, test_##name)
  ADD (welsh_is_never_taken_for_english);
  ADD (english_is_never_taken_for_welsh);
  ADD (what_is_both_or_neither_is_unclear);
  ADD (no_word_gives_away_both_languages);
  return g_test_run ();
}
