/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "app/talk/dolen-talk-changes.h"
#include "app/talk/dolen-talk-reasons.h"
#include "app/talk/dolen-talk-words.h"

#include <string.h>

/* What a conversation holds, without a window. */

static void
take (DolenTalkDraft **draft, DolenTalkDraft *next)
{
  dolen_talk_draft_free (*draft);
  *draft = next;
}

static void
assert_list (char **list, const char *blank_between)
{
  g_autofree char *joined = g_strjoinv (" ", list);

  g_assert_cmpstr (joined, ==, blank_between);
}

static void
test_a_draft_never_changes_itself (void)
{
  g_autoptr (DolenTalkDraft) draft = dolen_talk_draft_new (DOLEN_LANGUAGE_CY);
  g_autoptr (DolenTalkDraft) copy = dolen_talk_draft_copy (draft);
  g_autoptr (DolenTalkDraft) next
             = dolen_talk_draft_choose (draft, DOLEN_TERM_INTEREST, "singing", TRUE);

  g_assert_true (dolen_talk_draft_equal (draft, copy));
  g_assert_false (dolen_talk_draft_equal (draft, next));
  take (&next, dolen_talk_draft_choose (next, DOLEN_TERM_INTEREST, "singing", FALSE));
  g_assert_true (dolen_talk_draft_equal (draft, next));
}

static void
test_the_steps_end_where_they_end (void)
{
  g_autoptr (DolenTalkDraft) draft = dolen_talk_draft_new (DOLEN_LANGUAGE_EN);

  take (&draft, dolen_talk_draft_back (draft));
  g_assert_cmpint (draft->step, ==, DOLEN_TALK_MATTERS);
  for (int i = 0; i < 20; i++)
    take (&draft, dolen_talk_draft_next (draft));
  g_assert_cmpint (draft->step, ==, DOLEN_TALK_FOUND);
  for (int i = 0; i < 20; i++)
    take (&draft, dolen_talk_draft_resize (draft, 1));
  g_assert_cmpuint (draft->size, ==, DOLEN_TALK_LARGEST);
}

static void
test_every_step_can_be_answered_and_skipped (void)
{
  g_autoptr (DolenTalkDraft) draft = dolen_talk_draft_new (DOLEN_LANGUAGE_EN);

  for (DolenTalkStep step = 0; step < DOLEN_TALK_N_STEPS; step++)
    g_assert_false (dolen_talk_draft_answered (draft, step));
  g_assert_true (dolen_talk_draft_says_nothing (draft));
  take (&draft, dolen_talk_draft_say (draft, "To see my sister"));
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_INTEREST, "singing", TRUE));
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_BARRIER, "stairs", TRUE));
  take (&draft, dolen_talk_draft_set_far (draft, 0));
  take (&draft, dolen_talk_draft_set_minutes (draft, 0));
  take (&draft, dolen_talk_draft_judge (draft, "a", DOLEN_TALK_LIKED));
  for (DolenTalkStep step = 0; step < DOLEN_TALK_N_STEPS; step++)
    g_assert_true (dolen_talk_draft_answered (draft, step));
}

static void
test_one_opinion_of_a_suggestion (void)
{
  g_autoptr (DolenTalkDraft) draft = dolen_talk_draft_new (DOLEN_LANGUAGE_EN);

  take (&draft, dolen_talk_draft_judge (draft, "a", DOLEN_TALK_LIKED));
  take (&draft, dolen_talk_draft_judge (draft, "b", DOLEN_TALK_LIKED));
  take (&draft, dolen_talk_draft_judge (draft, "a", DOLEN_TALK_NOT_FOR_ME));
  assert_list (draft->liked, "b");
  assert_list (draft->not_for_me, "a");
  take (&draft, dolen_talk_draft_judge (draft, "a", DOLEN_TALK_NO_OPINION));
  g_assert_cmpint (dolen_talk_draft_opinion (draft, "a"), ==, DOLEN_TALK_NO_OPINION);
}

static void
test_json_gives_the_same_back (void)
{
  g_autoptr (DolenTalkDraft) draft = dolen_talk_draft_new (DOLEN_LANGUAGE_CY);
  g_autoptr (DolenTalkDraft) back = NULL;
  g_autofree char *json = NULL;

  take (&draft, dolen_talk_draft_say (draft, "Gweld fy chwaer"));
  take (&draft, dolen_talk_draft_say (draft, "a’r môr"));
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_NEED, "money", TRUE));
  take (&draft, dolen_talk_draft_set_word (draft, "stargazing", TRUE));
  take (&draft, dolen_talk_draft_set_place (draft, "Llandysul"));
  take (&draft, dolen_talk_draft_set_means (draft, DOLEN_TALK_BUS, TRUE));
  take (&draft, dolen_talk_draft_set_days (draft, DOLEN_DAY_BIT (2), TRUE));
  take (&draft, dolen_talk_draft_set_times (draft, DOLEN_TALK_MORNING, TRUE));
  take (&draft, dolen_talk_draft_set_far (draft, 8.04672));
  take (&draft, dolen_talk_draft_set_minutes (draft, 60));
  take (&draft, dolen_talk_draft_judge (draft, "a", DOLEN_TALK_LIKED));
  take (&draft, dolen_talk_draft_next (draft));
  json = dolen_talk_draft_to_json (draft);
  back = dolen_talk_draft_from_json (json);
  g_assert_nonnull (back);
  g_assert_true (dolen_talk_draft_equal (draft, back));
  g_assert_cmpstr (back->matters, ==, "Gweld fy chwaer\na’r môr");
  g_assert_null (dolen_talk_draft_from_json ("[]"));
  g_assert_null (dolen_talk_draft_from_json (NULL));
}

/* ---- what is typed ---- */

static void
assert_understood (DolenTalkStep step,
                   const char *line,
                   const char *interests,
                   const char *needs,
                   const char *barriers,
                   const char *words)
{
  g_autoptr (DolenTalkDraft) draft = dolen_talk_draft_new (DOLEN_LANGUAGE_EN);
  g_autoptr (DolenTalkUnderstood) understood = NULL;

  draft->step = step;
  understood = dolen_talk_understand (dolen_vocabulary_default (NULL), draft, line);
  g_test_message ("%s", line);
  assert_list (understood->draft->interests, interests);
  assert_list (understood->draft->needs, needs);
  assert_list (understood->draft->barriers, barriers);
  assert_list (understood->draft->words, words);
}

static void
test_what_is_typed_is_understood_in_both_languages (void)
{
  assert_understood (DOLEN_TALK_ENJOY, "hoffi canu", "singing", "", "", "");
  assert_understood (DOLEN_TALK_ENJOY, "I like singing", "singing", "", "", "");
  assert_understood (DOLEN_TALK_HINDERS, "can't do stairs", "", "", "stairs", "");
  assert_understood (DOLEN_TALK_HINDERS, "no car", "", "", "no-car", "");
  assert_understood (DOLEN_TALK_HINDERS, "dim car", "", "", "no-car", "");
  /* On another page than its own, and several at once. */
  assert_understood (DOLEN_TALK_ENJOY, "no car", "", "", "no-car", "");
  assert_understood (
      DOLEN_TALK_ENJOY, "canu, garddio a dim car", "singing gardening", "", "no-car", "");
}

static void
test_words_mean_what_the_page_asks (void)
{
  assert_understood (DOLEN_TALK_MATTERS, "memory", "", "memory-loss", "", "");
  assert_understood (DOLEN_TALK_HINDERS, "memory", "", "", "memory", "");
}

static void
test_a_no_is_never_turned_round (void)
{
  g_autoptr (DolenTalkDraft) draft = dolen_talk_draft_new (DOLEN_LANGUAGE_EN);
  g_autoptr (DolenTalkUnderstood) understood = NULL;
  g_autofree char *sentence = NULL;

  draft->step = DOLEN_TALK_ENJOY;
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_INTEREST, "football", TRUE));
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_BARRIER, "stairs", TRUE));
  understood = dolen_talk_understand (dolen_vocabulary_default (NULL),
                                      draft,
                                      "I like gardening but not football. Stairs are no problem.");
  assert_list (understood->draft->interests, "gardening");
  assert_list (understood->draft->dislikes, "football");
  assert_list (understood->draft->barriers, "");
  sentence = dolen_talk_understood_sentence (understood, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (sentence, "not: Football"));
}

static void
test_what_is_not_understood_is_kept_kindly (void)
{
  g_autoptr (DolenTalkDraft) draft = dolen_talk_draft_new (DOLEN_LANGUAGE_EN);
  g_autoptr (DolenTalkUnderstood) understood = NULL;
  g_autofree char *sentence = NULL;

  draft->step = DOLEN_TALK_ENJOY;
  understood = dolen_talk_understand (
      dolen_vocabulary_default (NULL), draft, "singing, xylophonics qwertz");
  assert_list (understood->draft->interests, "singing");
  assert_list (understood->draft->words, "xylophonics qwertz");
  sentence = dolen_talk_understood_sentence (understood, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (sentence, "Thank you: Singing."));
  g_assert_nonnull (strstr (sentence, "xylophonics qwertz"));
}

static void
test_what_matters_is_kept_as_it_was_said (void)
{
  g_autoptr (DolenTalkDraft) draft = dolen_talk_draft_new (DOLEN_LANGUAGE_EN);
  g_autoptr (DolenTalkUnderstood) understood = dolen_talk_understand (
      dolen_vocabulary_default (NULL), draft, "I want to hear voices in the house again");

  g_assert_cmpstr (understood->draft->matters, ==, "I want to hear voices in the house again");
  assert_list (understood->draft->words, "");
}

static void
test_every_word_on_offer_is_known_and_kind (void)
{
  static const DolenTermKind kinds[] = { DOLEN_TERM_INTEREST, DOLEN_TERM_NEED, DOLEN_TERM_BARRIER };
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++) {
    guint n;
    const DolenTalkWord *words = dolen_talk_words (kinds[k], &n);

    for (guint i = 0; i < n; i++) {
      const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, kinds[k], words[i].code);

      g_test_message ("%s", words[i].code);
      g_assert_nonnull (term);
      g_assert_cmpstr (dolen_talk_say (term, DOLEN_LANGUAGE_EN), ==, words[i].said);
      g_assert_cmpstr (dolen_talk_say (term, DOLEN_LANGUAGE_CY), !=, words[i].said);
    }
  }
}

/* ---- into the record ---- */

static char **
list (const char *blank_between)
{
  return g_strsplit (blank_between, " ", -1);
}

static void
test_what_could_do_harm_neither_shows_nor_goes (void)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenTalkDraft) draft = NULL;
  g_autoptr (DolenPerson) after = NULL;

  person->needs = list ("domestic-abuse");
  person->barriers = list ("unsafe-home stairs trauma");
  person->interests = list ("cooking lgbtq");
  draft = dolen_talk_from_person (person, DOLEN_LANGUAGE_EN);
  assert_list (draft->needs, "");
  assert_list (draft->barriers, "stairs");
  assert_list (draft->interests, "cooking");
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_BARRIER, "stairs", FALSE));
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_NEED, "money", TRUE));
  after = dolen_talk_to_person (draft, person);
  assert_list (after->needs, "domestic-abuse money");
  assert_list (after->barriers, "unsafe-home trauma");
  assert_list (after->interests, "lgbtq cooking");
}

static const DolenTalkChange *
find_change (const GPtrArray *changes, const char *title)
{
  for (guint i = 0; i < changes->len; i++) {
    const DolenTalkChange *change = g_ptr_array_index (changes, i);

    if (g_str_equal (change->title, title))
      return change;
  }
  return NULL;
}

static void
test_changes_are_told_as_they_are (void)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenTalkDraft) draft = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);

  person->interests = list ("cooking singing");
  draft = dolen_talk_from_person (person, DOLEN_LANGUAGE_EN);
  changes = dolen_talk_changes_of_person (
      draft, person, vocabulary, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES);
  g_assert_cmpuint (changes->len, ==, 0);
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_INTEREST, "gardening", TRUE));
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_INTEREST, "dance", TRUE));
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_INTEREST, "cooking", FALSE));
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_BARRIER, "no-car", TRUE));
  take (&draft, dolen_talk_draft_set_times (draft, DOLEN_TALK_MORNING, TRUE));
  g_ptr_array_unref (changes);
  changes = dolen_talk_changes_of_person (
      draft, person, vocabulary, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES);
  g_assert_cmpstr (find_change (changes, "2 interests more")->words, ==, "Gardening, Dance");
  g_assert_cmpstr (find_change (changes, "1 interest fewer")->words, ==, "Cooking");
  g_assert_cmpstr (find_change (changes, "1 barrier more")->words, ==, "No car");
  g_assert_cmpstr (find_change (changes, "Times of day")->words, ==, "In the morning");
  g_assert_cmpuint (changes->len, ==, 4);
}

/* What is no longer said is taken over too: the worker sees it before. */
static void
test_what_is_taken_back_is_told_too (void)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenPerson) said = NULL;
  g_autoptr (DolenTalkDraft) draft = dolen_talk_from_person (person, DOLEN_LANGUAGE_EN);
  g_autoptr (GPtrArray) changes = NULL;

  take (&draft, dolen_talk_draft_dislike (draft, "football", TRUE));
  take (&draft, dolen_talk_draft_set_word (draft, "coracles", TRUE));
  take (&draft, dolen_talk_draft_set_times (draft, DOLEN_TALK_MORNING, TRUE));
  take (&draft, dolen_talk_draft_set_minutes (draft, 60));
  said = dolen_talk_to_person (draft, person);
  take (&draft, dolen_talk_from_person (said, DOLEN_LANGUAGE_EN));
  take (&draft, dolen_talk_draft_dislike (draft, "football", FALSE));
  take (&draft, dolen_talk_draft_set_word (draft, "coracles", FALSE));
  take (&draft, dolen_talk_draft_set_times (draft, DOLEN_TALK_MORNING, FALSE));
  take (&draft, dolen_talk_draft_set_minutes (draft, 0));
  changes = dolen_talk_changes_of_person (
      draft, said, dolen_vocabulary_default (NULL), DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES);
  g_assert_cmpstr (find_change (changes, "Would rather not: taken back")->words, ==, "Football");
  g_assert_cmpstr (find_change (changes, "In other words: taken back")->words, ==, "coracles");
  g_assert_cmpstr (find_change (changes, "Times of day")->words, ==, "taken back");
  g_assert_cmpstr (find_change (changes, "How long they can stay")->words, ==, "taken back");
}

static void
test_own_words_are_added_and_nothing_is_lost (void)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenTalkDraft) draft = NULL;
  g_autoptr (DolenPerson) after = NULL;

  person->what_matters = g_strdup ("My dog.");
  draft = dolen_talk_from_person (person, DOLEN_LANGUAGE_EN);
  g_assert_null (draft->matters);
  take (&draft, dolen_talk_draft_say (draft, "To sing again."));
  after = dolen_talk_to_person (draft, person);
  g_assert_cmpstr (after->what_matters, ==, "My dog.\nTo sing again.");
}

static void
test_a_conversation_that_says_nothing_changes_nothing (void)
{
  g_autoptr (DolenFindFilters) filters = dolen_find_filters_new ();
  g_autoptr (DolenTalkDraft) draft = NULL;
  g_autoptr (DolenFindFilters) after = NULL;

  filters->days = DOLEN_DAY_BIT (3);
  filters->place = g_strdup ("SA44");
  filters->max_km = 8;
  draft = dolen_talk_from_filters (filters, DOLEN_LANGUAGE_EN);
  after = dolen_talk_to_filters (draft, filters);
  g_assert_true (dolen_find_filters_equal (filters, after));
}

static void
test_own_words_of_nobody_are_searched_for (void)
{
  g_autoptr (DolenFindFilters) filters = dolen_find_filters_new ();
  g_autoptr (DolenTalkDraft) draft = dolen_talk_from_filters (filters, DOLEN_LANGUAGE_EN);
  g_autoptr (DolenFindFilters) alone = NULL;
  g_autoptr (DolenFindFilters) beside = NULL;

  take (&draft, dolen_talk_draft_set_word (draft, "zither", TRUE));
  alone = dolen_talk_to_filters (draft, filters);
  g_assert_cmpstr (alone->text, ==, "zither");
  take (&draft, dolen_talk_draft_choose (draft, DOLEN_TERM_INTEREST, "music", TRUE));
  beside = dolen_talk_to_filters (draft, filters);
  g_assert_null (beside->text);
}

static void
test_a_gist_gives_no_names_numbers_or_money (void)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  DolenContact *contact = dolen_contact_new ();
  g_autofree char *gist = NULL;

  dolen_bilingual_load (&service->description,
                        "Funded by the Lottery until March. We sing old songs. "
                        "Blodwen makes the tea. Write to cor@example.cymru. Everybody is welcome. "
                        "There is cake too.",
                        DOLEN_TEXT_GIVEN,
                        NULL,
                        DOLEN_TEXT_MISSING);
  contact->name = g_strdup ("Blodwen Pugh");
  g_ptr_array_add (service->contacts, contact);
  gist = dolen_talk_gist (service, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (gist, ==, "We sing old songs. Everybody is welcome.");
  g_assert_false (dolen_talk_may_be_said (service, "Free, thanks to a grant"));
  g_assert_false (dolen_talk_may_be_said (service, "Ask Blodwen"));
  g_assert_true (dolen_talk_may_be_said (service, "£2 (members)"));
  g_assert_true (dolen_talk_may_be_said (service, "Tuesdays 10:00–12:00"));
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/talk_draft/" #name, test_##name)
  TEST (a_draft_never_changes_itself);
  TEST (the_steps_end_where_they_end);
  TEST (every_step_can_be_answered_and_skipped);
  TEST (one_opinion_of_a_suggestion);
  TEST (json_gives_the_same_back);
  TEST (what_is_typed_is_understood_in_both_languages);
  TEST (words_mean_what_the_page_asks);
  TEST (a_no_is_never_turned_round);
  TEST (what_is_not_understood_is_kept_kindly);
  TEST (what_matters_is_kept_as_it_was_said);
  TEST (every_word_on_offer_is_known_and_kind);
  TEST (what_could_do_harm_neither_shows_nor_goes);
  TEST (changes_are_told_as_they_are);
  TEST (what_is_taken_back_is_told_too);
  TEST (own_words_are_added_and_nothing_is_lost);
  TEST (a_conversation_that_says_nothing_changes_nothing);
  TEST (own_words_of_nobody_are_searched_for);
  TEST (a_gist_gives_no_names_numbers_or_money);
#undef TEST
  return g_test_run ();
}
