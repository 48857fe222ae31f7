/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/dolen-by-donation.h"
#include "matching/criteria-helper.h"
#include "matching/dolen-reasons.h"

#include <string.h>

/* Sentences about when, how, where and with whom, and about what is known of the group: each is of
 * one fact, says what that fact says, and asks where nothing is known. */

/* All reasons of the one service, a line each: "times unknown: ... [question]". Lets go of @c. */
static char *
say (Case c, DolenLanguage language)
{
  g_autoptr (GPtrArray) reasons
             = dolen_reasons_new (c.facts, c.profile, 0, NULL, language, DOLEN_DISTANCE_MILES);
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < reasons->len; r++) {
    const DolenReason *reason = g_ptr_array_index (reasons, r);

    g_string_append_printf (text,
                            "%s %s: %s [%s]\n",
                            dolen_criterion_code (reason->criterion),
                            dolen_verdict_code (reason->verdict),
                            reason->text,
                            reason->question != NULL ? reason->question : "");
  }
  dolen_profile_free (c.profile);
  dolen_facts_unref (c.facts);
  return g_string_free (text, FALSE);
}

static void
assert_says (Case c, const char *line)
{
  g_autofree char *text = say (c, DOLEN_LANGUAGE_EN);

  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, line));
}

static Case
at (guint32 free, guint32 slots, guint attending)
{
  Case c = new_case ();

  c.profile->free = free;
  c.facts->slots[0] = slots;
  c.facts->days[0] = (guint8) dolen_slots_days (slots);
  c.facts->attending[0] = (guint8) attending;
  return c;
}

static void
test_times_are_told (void)
{
  guint32 morning = DOLEN_SLOT_BIT (2, DOLEN_DAY_MORNING);
  guint32 evening = DOLEN_SLOT_BIT (2, DOLEN_DAY_EVENING);
  guint32 friday = DOLEN_SLOT_BIT (5, DOLEN_DAY_MORNING);
  Case monthly = at (morning, morning, 0);

  assert_says (at (morning, morning, 0), "times yes: On when they are free []");
  assert_says (at (morning, evening, 0),
               "times unknown: On one of their days, but at another time of the day []");
  assert_says (at (morning, friday, 0), "times no: Not on when they are free []");
  assert_says (at (morning, 0, 0), "times unknown: When it is on is not known [When do you meet?]");
  assert_says (at (morning, friday, DOLEN_ATTENDING_PHONE),
               "a call or a visit is arranged with them [Can another time be arranged?]");
  monthly.facts->rhythm[0] = DOLEN_RHYTHM_MONTHLY;
  monthly.facts->next_days[0] = 7;
  assert_says (monthly, "On when they are free. Next: 12 May 2026 []");
}

/* The day of the snapshot is 5 May 2026; the 25th is the spring bank holiday. */
static void
test_a_bank_holiday_is_to_be_asked_about (void)
{
  guint32 monday = DOLEN_SLOT_BIT (1, DOLEN_DAY_MORNING);
  Case c = at (monday, monday, 0);

  c.facts->rhythm[0] = DOLEN_RHYTHM_WEEKLY;
  c.facts->next_days[0] = 20;
  assert_says (c, "Next: 25 May 2026, a bank holiday; ask whether it is on");
}

static Case
lasting (int minutes, const char *tags)
{
  Case c = case_of (tags, "");

  c.profile->max_minutes = 180;
  c.facts->minutes[0] = (gint16) minutes;
  return c;
}

static void
test_length_is_told (void)
{
  assert_says (lasting (90, ""), "length yes: No longer than they can stay: 90 minutes []");
  assert_says (lasting (240, ""),
               "length unknown: Longer than they can stay: 240 minutes. May they come for part of "
               "it? [May somebody come for part of it?]");
  assert_says (lasting (240, "enabler:drop-in"),
               "length helped: Longer than they can stay (240 minutes), but one may come for part");
  assert_says (lasting (-1, ""), "length unknown: How long it lasts is not known [How long");
}

static Case
going (double walk, double bus, const char *tags)
{
  Case c = case_of (tags, "");

  dolen_position_set (&c.profile->position, 52.0, -4.0, 0, DOLEN_POSITION_PERSON);
  c.profile->means = 1u << DOLEN_MEANS_WALK | 1u << DOLEN_MEANS_BUS;
  c.profile->travel_km[DOLEN_MEANS_WALK] = walk;
  c.profile->travel_km[DOLEN_MEANS_BUS] = bus;
  c.facts->n_venues = c.facts->first_venue[1] = 1;
  c.facts->latitude[0] = 52.09f;
  c.facts->longitude[0] = -4.0f;
  c.facts->precision[0] = 1;
  return c;
}

static void
test_how_they_get_there_is_told (void)
{
  assert_says (going (20, 20, "enabler:bus-route"),
               "travel yes: They can get there: on foot, by bus (");
  assert_says (going (1, 20, ""), "[Is there a bus to you that fits your times?]");
  assert_says (going (1, 5, "enabler:minibus"), "but the group brings people []");
  assert_says (going (1, 5, ""), "Could somebody bring them? [Can somebody be brought to you?]");
}

static void
test_what_kind_of_place_and_company_is_told (void)
{
  Case church = new_case (), hall = new_case (), park = case_of ("interest:walking", "");
  Case small = case_of ("enabler:small-group", ""), unknown = new_case ();

  church.profile->avoid_places = hall.profile->avoid_places = DOLEN_PLACE_CHURCH;
  church.facts->places_all[0] = church.facts->places_any[0] = DOLEN_PLACE_CHURCH;
  hall.facts->places_all[0] = hall.facts->places_any[0] = DOLEN_PLACE_HALL;
  park.profile->setting = DOLEN_SETTING_INDOORS;
  small.profile->company = unknown.profile->company = DOLEN_COMPANY_SMALL;
  unknown.profile->avoid_places = DOLEN_PLACE_CHURCH;
  assert_says (church, "place no: A place they do not go to: A church");
  assert_says (hall, "place yes: Not a place they avoid: A village hall");
  assert_says (park, "setting no: Outdoors; they would rather be indoors");
  assert_says (small, "group-size yes: A small group");
  assert_says (unknown, "[What kind of place do you meet in?]");
}

static void
test_what_is_known_of_the_group_is_told (void)
{
  Case asked = new_case (), paid = new_case (), ended = new_case ();
  Case tried = new_case (), choir = case_of ("+interest:singing", "");
  const char *const uids[] = { "service 00000", NULL };

  asked.profile->higher_risk = TRUE;
  assert_says (asked,
               "safeguarding unknown: Nobody has seen a safeguarding policy yet [May we see");
  paid.profile->support_weeks = ended.profile->support_weeks = 12;
  paid.facts->funded_days[0] = 30;
  ended.facts->funded_days[0] = 0;
  assert_says (paid,
               "funding helped: Paid for until 4 June 2026, which is before their support ends");
  assert_says (ended, "funding unknown: Its funding has ended [Are you still running");
  dolen_profile_set_tried (tried.profile, uids);
  assert_says (tried, "tried no: They have tried it and do not want it again");
  dolen_term_set_add (&choir.profile->dislikes, test_term (DOLEN_TERM_INTEREST, "singing")->index);
  assert_says (choir, "dislikes no: It is about what they do not like: Singing");
}

static void
test_what_was_set_aside_is_told (void)
{
  Case c = new_case ();

  c.profile->age = 40;
  c.facts->eligible[0].min_age = 50;
  dolen_profile_add_override (c.profile, "service 00000", "age");
  assert_says (c, "age no: Set aside for this person: Not for their age: 50 and over");
}

static void
test_whom_we_sent_is_told (void)
{
  Case c = new_case ();
  g_autoptr (DolenAnswers) answers = dolen_answers_new ();
  DolenAnswer *answer = dolen_answers_add (answers, "service 00000");
  GDate day;
  guint32 julian;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 4, G_DATE_MAY, 2026);
  julian = g_date_get_julian (&day);
  g_array_append_val (answer->sent, julian);
  test_make_ready (c.facts, 0);
  dolen_profile_set_answers (c.profile, answers);
  assert_says (c, "Since then we have sent 1 person");
}

/* What the scheme bars is never offered, in no sentence. */
static void
test_only_what_a_worker_may_do_is_offered (void)
{
  static const struct {
    DolenLeave leave;
    const char *line; /* (nullable) */
  } cases[] = {
    { DOLEN_LEAVE_YES, "going-alone helped: A worker may go along the first time" },
    { DOLEN_LEAVE_ASK_LEAD, "going-alone unknown: Ask the lead whether a worker may go along" },
    { DOLEN_LEAVE_NO, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    Case c = case_of ("", "barrier:going-alone");
    g_autoptr (DolenWeights) weights = dolen_weights_copy (dolen_weights_default (NULL));
    g_autofree char *text = NULL;

    dolen_weights_set_leave (weights, DOLEN_HELP_ACCOMPANY, cases[i].leave);
    dolen_profile_set_weights (c.profile, weights);
    text = say (c, DOLEN_LANGUAGE_EN);
    if (cases[i].line != NULL)
      g_assert_nonnull (strstr (text, cases[i].line));
    else
      g_assert_null (strstr (text, "worker"));
  }
}

/* Nothing of it is left in English. */
static void
test_they_are_told_in_welsh (void)
{
  Case c = going (1, 5, "+interest:singing");
  g_autofree char *text = NULL;

  c.profile->free = DOLEN_SLOT_DAY (1);
  c.profile->max_minutes = 60;
  c.profile->avoid_places = DOLEN_PLACE_PUB;
  c.profile->setting = DOLEN_SETTING_OUTDOORS;
  c.profile->company = DOLEN_COMPANY_SMALL;
  c.profile->higher_risk = TRUE;
  dolen_term_set_add (&c.profile->dislikes, test_term (DOLEN_TERM_INTEREST, "singing")->index);
  text = say (c, DOLEN_LANGUAGE_CY);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "Ni wyddys pryd mae’n cael ei gynnal [Pryd ydych chi’n cwrdd?]"));
  g_assert_null (strstr (text, " the "));
  g_assert_null (strstr (text, " they "));
  g_assert_null (strstr (text, " is "));
}

/* What is left to people to give is no price that they cannot pay. */
static void
test_prices_in_words (void)
{
  static const struct {
    const char *price;
    gboolean by_donation;
  } cases[] = {
    { "Pay what you can", TRUE },          { "Donation", TRUE },
    { "Talwch fel y gallwch", TRUE },      { "Rhodd", TRUE },
    { "Suggested donation £2", TRUE },     { "Minimum donation £2", FALSE },
    { "£3, donations for tea", FALSE },    { "It depends", FALSE },
    { "Isafswm rhodd o ddwybunt", FALSE }, { NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].price != NULL ? cases[i].price : "-");
    g_assert_cmpint (dolen_is_by_donation (cases[i].price), ==, cases[i].by_donation);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/reasons/times", test_times_are_told);
  g_test_add_func ("/reasons/bank-holiday", test_a_bank_holiday_is_to_be_asked_about);
  g_test_add_func ("/reasons/length", test_length_is_told);
  g_test_add_func ("/reasons/travel", test_how_they_get_there_is_told);
  g_test_add_func ("/reasons/place", test_what_kind_of_place_and_company_is_told);
  g_test_add_func ("/reasons/group", test_what_is_known_of_the_group_is_told);
  g_test_add_func ("/reasons/set-aside", test_what_was_set_aside_is_told);
  g_test_add_func ("/reasons/sent", test_whom_we_sent_is_told);
  g_test_add_func ("/reasons/goes-along", test_only_what_a_worker_may_do_is_offered);
  g_test_add_func ("/reasons/limits-welsh", test_they_are_told_in_welsh);
  g_test_add_func ("/reasons/limits/prices-in-words", test_prices_in_words);
  return g_test_run ();
}
