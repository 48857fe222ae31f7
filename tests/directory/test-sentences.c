/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"
#include "directory/samples.h"

#define EN DOLEN_LANGUAGE_EN
#define TODAY "2026-05-04"

static void
expect (char *said, const char *wanted)
{
  g_assert_cmpstr (said, ==, wanted);
  g_free (said);
}

static void
test_schedules_are_said_as_people_say_them (void)
{
  g_autoptr (DolenSchedule) schedule = samples_schedule ("TU", "10:00", "12:00:00");

  expect (dolen_sentence_schedule (EN, schedule), "Tuesdays 10:00–12:00");
  schedule->interval = 2;
  expect (dolen_sentence_schedule (EN, schedule), "Tuesdays 10:00–12:00, every other week");
  schedule->interval = 3;
  expect (dolen_sentence_schedule (EN, schedule), "Tuesdays 10:00–12:00, every 3 weeks");
  schedule->interval = 1;
  g_free (schedule->byday);
  schedule->byday = g_strdup ("MO, FR");
  expect (dolen_sentence_schedule (EN, schedule), "Mondays, Fridays 10:00–12:00");
  g_free (schedule->freq);
  schedule->freq = g_strdup ("MONTHLY");
  g_free (schedule->byday);
  schedule->byday = g_strdup ("-1FR");
  expect (dolen_sentence_schedule (EN, schedule), "Last Friday of the month 10:00–12:00");
}

static void
test_what_the_parts_do_not_say_its_own_words_do (void)
{
  g_autoptr (DolenSchedule) schedule = dolen_schedule_new ();

  expect (dolen_sentence_schedule (EN, schedule), "");
  dolen_bilingual_set (&schedule->description, EN, "When the tide allows", DOLEN_TEXT_CHECKED);
  expect (dolen_sentence_schedule (EN, schedule), "When the tide allows");
  schedule->dtstart = g_strdup ("2026-05-05");
  expect (dolen_sentence_schedule (EN, schedule), "Tuesday 5 May 2026 (When the tide allows)");
}

/* Whom a feed's labels name: the narrower where one is within another, each once. */
static void
test_for_whom_the_labels_of_a_feed_say (void)
{
  static const char *const LABELS[] = { "Parents>Grandparents", "Carers ", "Carers", "Men" };
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_tag_free);
  g_autofree char *none = dolen_sentence_audience (tags);

  g_assert_cmpstr (none, ==, "");
  g_ptr_array_add (tags, samples_tag (DOLEN_TAG_OTHER, "Pottery", TRUE, DOLEN_TAG_PROPOSED));
  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++) {
    DolenTag *tag = samples_tag (DOLEN_TAG_OTHER, LABELS[i], TRUE, DOLEN_TAG_PROPOSED);
    g_free (tag->scheme);
    tag->scheme = g_strdup ("audience");
    g_ptr_array_add (tags, tag);
  }
  expect (dolen_sentence_audience (tags), "Grandparents, Carers, Men");
}

static void
test_what_is_over_or_said_twice_is_left_out (void)
{
  g_autoptr (GPtrArray) schedules
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_schedule_free);
  DolenSchedule *over = samples_schedule ("SU", "09:00", NULL);
  DolenSchedule *no_longer_valid = samples_schedule ("SA", "09:00", NULL);

  over->until = g_strdup ("2026-05-03");
  no_longer_valid->valid_to = g_strdup ("2026-05-03");
  g_ptr_array_add (schedules, no_longer_valid);
  g_ptr_array_add (schedules, over);
  g_ptr_array_add (schedules, samples_schedule ("TU", "10:00", "12:00"));
  g_ptr_array_add (schedules, samples_schedule ("TU", "10:00", "12:00"));
  g_ptr_array_add (schedules, samples_schedule ("WE", NULL, NULL));
  expect (dolen_sentence_when (EN, schedules, TODAY), "Tuesdays 10:00–12:00; Wednesdays");
}

static void
test_days_after_one_another_are_told_as_one (void)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autoptr (GPtrArray) schedules
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_schedule_free);
  g_autoptr (DolenSchedule) two = samples_schedule ("TU,WE", "10:00", NULL);
  g_autoptr (DolenSchedule) most = samples_schedule ("SA,MO,TU,WE", "10:00", NULL);
  g_autoptr (DolenSchedule) second = samples_schedule ("2MO,TU", NULL, NULL);
  g_autoptr (DolenSchedule) twice = samples_schedule ("2FR,4FR", "10:00", "12:00");

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (schedules, samples_schedule (days[i], "09:00", "17:00"));
  expect (dolen_sentence_when (EN, schedules, TODAY), "Mondays to Fridays 9:00–17:00");
  g_ptr_array_add (schedules, samples_schedule ("SA", "09:00", "12:00"));
  expect (dolen_sentence_when (EN, schedules, TODAY),
          "Mondays to Fridays 9:00–17:00; Saturdays 9:00–12:00");
  for (guint i = 5; i < 7; i++)
    g_ptr_array_add (schedules, samples_schedule (days[i], "09:00", "17:00"));
  expect (dolen_sentence_when (EN, schedules, TODAY), "Every day 9:00–17:00; Saturdays 9:00–12:00");
  expect (dolen_sentence_schedule (EN, two), "Tuesdays, Wednesdays from 10:00");
  expect (dolen_sentence_schedule (EN, most), "Mondays to Wednesdays, Saturdays from 10:00");
  expect (dolen_sentence_schedule (EN, second), "Second Monday of the month, Tuesdays");
  expect (dolen_sentence_schedule (EN, twice), "Second and fourth Friday of the month 10:00–12:00");
}

static void
test_money_is_written_as_on_a_poster (void)
{
  g_autoptr (DolenCost) cost = dolen_cost_new ();

  expect (dolen_sentence_money (300, "GBP"), "£3");
  expect (dolen_sentence_money (250, NULL), "£2.50");
  expect (dolen_sentence_money (1005, "USD"), "10.05 USD");
  cost->pence = 0;
  expect (dolen_sentence_cost (EN, cost), "free");
  cost->pence = 300;
  cost->option = g_strdup ("members");
  expect (dolen_sentence_cost (EN, cost), "£3 (members)");
}

static void
test_places_are_told_with_their_age_and_source (void)
{
  g_autoptr (DolenCapacity) capacity = samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01");

  expect (dolen_sentence_capacity (EN, capacity, TODAY),
          "4 places (told 3 days ago, by telephone)");
  capacity->source = DOLEN_TOLD_BY_UNKNOWN;
  expect (dolen_sentence_capacity (EN, capacity, TODAY), "4 places (told 3 days ago)");
  capacity->places_free = 1;
  expect (dolen_sentence_capacity_bare (EN, capacity), "1 place");
  capacity->status = DOLEN_CAPACITY_WAITING_LIST;
  capacity->wait_weeks_from = 3;
  capacity->wait_weeks_to = 6;
  expect (dolen_sentence_capacity_bare (EN, capacity), "Waiting list, 3–6 weeks");
  capacity->status = DOLEN_CAPACITY_PAUSED;
  capacity->returns_on = g_strdup ("2026-06-03");
  expect (dolen_sentence_capacity_bare (EN, capacity), "Paused until 3 June 2026");
}

static void
test_places_told_too_long_ago_are_not_known (void)
{
  g_autoptr (DolenCapacity) capacity = samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-04-04");

  g_assert_true (dolen_capacity_is_fresh (capacity, TODAY));
  g_assert_false (dolen_capacity_is_fresh (capacity, "2026-05-05"));
  expect (dolen_sentence_capacity (EN, capacity, "2026-05-05"),
          "Not known; last told: 4 places, April 2026");
  expect (dolen_sentence_capacity (EN, NULL, TODAY), "Not known");
}

static void
test_facts_age_by_their_kind (void)
{
  g_assert_true (dolen_fact_is_fresh (DOLEN_FACT_TIMES, "2025-11-04", TODAY));
  g_assert_false (dolen_fact_is_fresh (DOLEN_FACT_TIMES, "2025-11-03", TODAY));
  g_assert_true (dolen_fact_is_fresh (DOLEN_FACT_COST, "2025-05-04", TODAY));
  g_assert_false (dolen_fact_is_fresh (DOLEN_FACT_CAPACITY, "2025-11-03", TODAY));
  g_assert_false (dolen_fact_is_fresh (DOLEN_FACT_COST, NULL, TODAY));
}

static void
test_a_feeds_date_is_never_a_confirmation (void)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  DolenConfirmation *confirmation = dolen_confirmation_new ();

  expect (dolen_fact_age_text (EN, service, DOLEN_FACT_TIMES, TODAY), "never confirmed");
  service->assured_on = g_strdup ("2026-05-01");
  expect (dolen_fact_age_text (EN, service, DOLEN_FACT_TIMES, TODAY),
          "not confirmed; the feed says checked on 1 May 2026");
  service->assured_is_edit = TRUE;
  expect (dolen_fact_age_text (EN, service, DOLEN_FACT_TIMES, TODAY),
          "not confirmed; changed in the feed on 1 May 2026");
  confirmation->on = g_strdup ("2026-05-01");
  confirmation->confirmed = g_strdup ("capacity, times");
  g_ptr_array_add (service->confirmations, confirmation);
  expect (dolen_fact_age_text (EN, service, DOLEN_FACT_TIMES, TODAY), "confirmed 3 days ago");
  g_assert_null (dolen_service_fact_confirmed_on (service, DOLEN_FACT_COST));
  expect (dolen_fact_age_text (EN, service, DOLEN_FACT_TIMES, "2027-05-04"),
          "last confirmed 12 months ago; ask again");
}

static void
test_funding_says_until_when (void)
{
  g_autoptr (GPtrArray) funding
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_funding_free);
  DolenFunding *one = dolen_funding_new ();

  expect (dolen_sentence_funding (EN, funding, TODAY), "");
  one->ends_on = g_strdup ("2027-03-31");
  g_ptr_array_add (funding, one);
  expect (dolen_sentence_funding (EN, funding, TODAY), "Funded until 31 March 2027");
  expect (dolen_sentence_funding (EN, funding, "2027-03-30"),
          "Funded until 31 March 2027 (ends tomorrow)");
  expect (dolen_sentence_funding (EN, funding, "2027-05-01"), "Funding ended on 31 March 2027");
}

static void
test_whom_how_and_in_what_language (void)
{
  g_autoptr (GPtrArray) languages
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_language_offered_free);
  DolenLanguageOffered *welsh = dolen_language_offered_new ();
  DolenLanguageOffered *other = dolen_language_offered_new ();

  welsh->code = g_strdup ("cy");
  other->name = g_strdup ("Tagalog");
  g_ptr_array_add (languages, welsh);
  g_ptr_array_add (languages, other);
  expect (dolen_sentence_languages (EN, languages), "Welsh, Tagalog");
  expect (dolen_sentence_ages (EN, 18, -1), "18 and over");
  expect (dolen_sentence_ages (EN, 16, 25), "Ages 16 to 25");
  expect (dolen_sentence_ages (EN, -1, -1), "");
  expect (dolen_sentence_access (EN, DOLEN_ACCESS_DROP_IN | DOLEN_ACCESS_APPOINTMENT),
          "drop in; by appointment");
  expect (dolen_sentence_attending (EN, DOLEN_ATTENDING_VENUE), "");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/sentences/" #name, test_##name)
  ADD (schedules_are_said_as_people_say_them);
  ADD (what_the_parts_do_not_say_its_own_words_do);
  ADD (for_whom_the_labels_of_a_feed_say);
  ADD (what_is_over_or_said_twice_is_left_out);
  ADD (days_after_one_another_are_told_as_one);
  ADD (money_is_written_as_on_a_poster);
  ADD (places_are_told_with_their_age_and_source);
  ADD (places_told_too_long_ago_are_not_known);
  ADD (facts_age_by_their_kind);
  ADD (a_feeds_date_is_never_a_confirmation);
  ADD (funding_says_until_when);
  ADD (whom_how_and_in_what_language);
#undef ADD
  return g_test_run ();
}
