/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-hand-out-sheet.h"
#include "support/dolen-test.h"

#define TODAY "2026-05-01" /* a Friday; Monday the 4th is a bank holiday */

typedef struct {
  DolenService *service;
  DolenOrganisation *organisation;
  DolenAppointment *appointment;
  DolenScheme *scheme;
  DolenSafePaper *safe;
  DolenHandOutGroup group;
  DolenHandOutChoices choices;
  DolenHandOutFrame frame;
  char *why[2];
  char *ask[2];
} Fixture;

static void
add_tag (DolenService *service, DolenTagKind kind, const char *code, gboolean value)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = kind;
  tag->code = g_strdup (code);
  tag->value = value;
  g_ptr_array_add (service->tags, tag);
}

static DolenVenue *
add_venue (DolenService *service)
{
  DolenVenue *venue = dolen_venue_new ();

  dolen_bilingual_set (&venue->name, DOLEN_LANGUAGE_EN, "The Old Mill", DOLEN_TEXT_GIVEN);
  venue->address = g_strdup ("3 Heol y Bont");
  venue->city = g_strdup ("Tregaron");
  venue->postcode = g_strdup ("SY25 6AA");
  venue->getting_there = g_strdup ("Door at the back, by the river");
  venue->latitude = 52.2196;
  venue->longitude = -3.9334;
  venue->origin = DOLEN_POSITION_FEED;
  g_ptr_array_add (service->venues, venue);
  return venue;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  DolenSchedule *schedule = dolen_schedule_new ();

  f->service = dolen_service_new ();
  dolen_bilingual_set (&f->service->name, DOLEN_LANGUAGE_EN, "Debt Advice", DOLEN_TEXT_CHECKED);
  dolen_bilingual_set (
      &f->service->name, DOLEN_LANGUAGE_CY, "Cyngor ar Ddyled", DOLEN_TEXT_CHECKED);
  f->service->phone = g_strdup ("01632960333");
  f->service->url = g_strdup ("https://debt.example.org");
  schedule->freq = g_strdup ("WEEKLY");
  schedule->interval = 2;
  schedule->byday = g_strdup ("MO");
  schedule->dtstart = g_strdup ("2026-04-06");
  schedule->opens_at = g_strdup ("10:00");
  schedule->closes_at = g_strdup ("12:00");
  dolen_bilingual_set (
      &schedule->description, DOLEN_LANGUAGE_EN, "Bailiff clinic", DOLEN_TEXT_GIVEN);
  g_ptr_array_add (f->service->schedules, schedule);
  add_venue (f->service);
  add_tag (f->service, DOLEN_TAG_NEED, "debt", TRUE);
  add_tag (f->service, DOLEN_TAG_ENABLER, "parking", TRUE);
  add_tag (f->service, DOLEN_TAG_ENABLER, "step-free", FALSE);
  f->organisation = dolen_organisation_new ();
  dolen_bilingual_set (
      &f->organisation->name, DOLEN_LANGUAGE_EN, "Money Sorters", DOLEN_TEXT_GIVEN);
  f->appointment = dolen_appointment_new ("somebody");
  g_free (f->appointment->on);
  f->appointment->on = g_strdup ("2026-05-05");
  f->appointment->at = g_strdup ("14:30");
  f->appointment->kind = DOLEN_APPOINTMENT_ACCOMPANY;
  f->appointment->worker = g_strdup ("Non Jones");
  f->appointment->note = g_strdup ("Canary note");
  f->scheme = dolen_scheme_new ();
  f->scheme->phone = g_strdup ("01632 960111");
  f->safe = dolen_safe_paper_new (NULL, dolen_vocabulary_default (NULL), NULL);
  f->why[0] = (char *) "It helps with debt.";
  f->ask[0] = (char *) "Is there a place on Monday?";
  f->group = (DolenHandOutGroup){ f->service, f->organisation, NULL, { f->why }, { f->ask } };
  f->choices = (DolenHandOutChoices){ .map = TRUE, .why = TRUE, .ask = TRUE, .cards = TRUE };
  f->frame = (DolenHandOutFrame){ .scheme = f->scheme, .safe = f->safe, .today = TODAY };
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  dolen_service_free (f->service);
  dolen_organisation_free (f->organisation);
  dolen_appointment_free (f->appointment);
  dolen_scheme_free (f->scheme);
  dolen_safe_paper_free (f->safe);
}

static char *
write_text (const Fixture *f)
{
  g_autoptr (DolenSheet) sheet = dolen_hand_out_sheet_new (&f->group, 1, &f->choices, &f->frame);

  return dolen_sheet_to_text (sheet);
}

static guint
count_maps (const Fixture *f)
{
  g_autoptr (DolenSheet) sheet = dolen_hand_out_sheet_new (&f->group, 1, &f->choices, &f->frame);
  guint n = 0;

  for (guint i = 0; i < sheet->blocks->len; i++)
    n += ((DolenSheetBlock *) g_ptr_array_index (sheet->blocks, i))->kind == DOLEN_SHEET_MAP;
  return n;
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static void
assert_has_not (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_error ("“%s” is in:\n%s", words, text);
}

static void
test_it_says_all_that_is_needed (Fixture *f, gconstpointer data)
{
  g_autofree char *text = write_text (f);

  assert_has (text, "Debt Advice\n");
  assert_has (text, "Money Sorters\n");
  assert_has (text, "• Monday 4 May 2026, 10:00–12:00 (a bank holiday: ring first)\n");
  assert_has (text, "• Monday 18 May 2026, 10:00–12:00\n");
  assert_has (text, "• Monday 1 June 2026, 10:00–12:00\n");
  assert_has_not (text, "15 June");
  assert_has (text, "The Old Mill, 3 Heol y Bont, Tregaron, SY25 6AA");
  assert_has (text, "Door at the back");
  assert_has (text, "There is: Parking\n");
  assert_has (text, "There is not: Step-free");
  assert_has (text, "Telephone: 01632 960333");
  assert_has (text, "• It helps with debt.");
  assert_has (text, "• Is there a place on Monday?");
  assert_has (text, "If you need help at once");
  assert_has_not (text, "Your appointment");
  g_assert_cmpuint (count_maps (f), ==, 1);
}

static void
test_what_was_not_chosen_is_not_there (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  f->choices.why = f->choices.ask = f->choices.map = FALSE;
  text = write_text (f);
  assert_has_not (text, "It helps with debt");
  assert_has_not (text, "Is there a place");
  g_assert_cmpuint (count_maps (f), ==, 0);
}

/* Nothing of what it is, where it is, whose it is, or why; in neither language. */
static void
test_a_discreet_one_says_a_number_and_a_time (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  static const char *const never[]
      = { "ebt",        "dyled",     "Ddyled",          "Money",       "Mill",
          "Heol",       "Tregaron",  "river",           "Parking",     "clinic",
          "Bailiff",    "helps",     "place on Monday", "example.org", "help at once",
          "Samaritans", "Non Jones", "Canary",          "link worker" };

  f->choices.discreet = f->choices.both = TRUE;
  f->group.appointment = f->appointment;
  text = write_text (f);
  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    assert_has_not (text, never[i]);
  assert_has (text, "To remember\n");
  assert_has (text, "The place we spoke about\n");
  assert_has (text, "Monday 18 May 2026, 10:00–12:00");
  assert_has (text, "01632 960333");
  assert_has (text, "Appointment\nWhen: Tuesday 5 May 2026\nTime: 14:30\nTelephone: 01632 960111");
  g_assert_cmpuint (count_maps (f), ==, 0);
}

static void
test_a_discreet_name_may_stand_where_it_says_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (DolenService) plain = dolen_service_new ();
  DolenHandOutGroup groups[] = { f->group, { .service = plain } };
  g_autoptr (DolenSheet) sheet = NULL;
  g_autofree char *text = NULL;

  dolen_bilingual_set (&plain->name, DOLEN_LANGUAGE_EN, "Y Bont", DOLEN_TEXT_GIVEN);
  f->choices.discreet = TRUE;
  sheet = dolen_hand_out_sheet_new (groups, 2, &f->choices, &f->frame);
  text = dolen_sheet_to_text (sheet);
  assert_has (text, "The place we spoke about (1)\n");
  assert_has (text, "\nY Bont\n");
}

static void
test_a_card_says_who_goes_along (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  f->group.appointment = f->appointment;
  text = write_text (f);
  assert_has (text, "Your appointment\nWhen: Tuesday 5 May 2026\nTime: 14:30\n");
  assert_has (text, "Where: The Old Mill, 3 Heol y Bont");
  assert_has (text, "Who goes along with you: Non Jones\n");
  assert_has (text, "Telephone: 01632 960111\n");
  assert_has_not (text, "Canary");
}

static void
test_a_card_never_says_where_they_live (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  f->group.appointment = f->appointment;
  f->appointment->kind = DOLEN_APPOINTMENT_HOME_VISIT;
  f->appointment->place = g_strdup ("9 Canary Row");
  text = write_text (f);
  assert_has (text, "With: Non Jones\n");
  assert_has_not (text, "Canary");
}

static void
test_no_map_of_what_is_hidden_or_not_known (Fixture *f, gconstpointer data)
{
  DolenVenue *venue = g_ptr_array_index (f->service->venues, 0);

  venue->hide_address = TRUE;
  g_assert_cmpuint (count_maps (f), ==, 0);
  venue->hide_address = FALSE;
  venue->no_map = TRUE;
  g_assert_cmpuint (count_maps (f), ==, 0);
  venue->no_map = FALSE;
  venue->origin = DOLEN_POSITION_POSTCODE_DISTRICT;
  g_assert_cmpuint (count_maps (f), ==, 0);
  venue->origin = DOLEN_POSITION_POSTCODE_UNIT;
  g_assert_cmpuint (count_maps (f), ==, 1);
}

static void
test_their_home_stands_only_where_they_said_so (Fixture *f, gconstpointer data)
{
  g_autofree char *without = write_text (f);
  g_autofree char *with = NULL;

  assert_has_not (without, "From home");
  dolen_position_set (
      &f->frame.home, 52.2460, -3.9334, DOLEN_POSITION_EXACT_KM, DOLEN_POSITION_POSTCODE_UNIT);
  with = write_text (f);
  assert_has (with, "From home, in a straight line: ");
}

static void
test_both_languages_follow_one_another (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  const char *first, *second;

  f->choices.language = DOLEN_LANGUAGE_CY;
  f->choices.both = TRUE;
  text = write_text (f);
  first = strstr (text, "Cyngor ar Ddyled\n");
  second = strstr (text, "Debt Advice\n");
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_true (first < second);
  assert_has (text, "Dydd Llun 18 Mai 2026");
  assert_has (text, "Monday 18 May 2026");
}

static void
test_a_reminder_is_short_and_may_be_neutral (Fixture *f, gconstpointer data)
{
  g_autofree char *open = dolen_hand_out_reminder (&f->group, &f->choices, &f->frame);
  g_autofree char *planned = NULL, *discreet = NULL;

  g_assert_cmpstr (open, ==, "Reminder: Mon 4 May, 10:00: Debt Advice, Tregaron. 01632 960333");
  f->group.appointment = f->appointment;
  planned = dolen_hand_out_reminder (&f->group, &f->choices, &f->frame);
  g_assert_true (g_str_has_prefix (planned, "Reminder: Tue 5 May, 14:30: "));
  f->choices.discreet = TRUE;
  discreet = dolen_hand_out_reminder (&f->group, &f->choices, &f->frame);
  g_assert_cmpstr (
      discreet, ==, "Reminder: Tue 5 May, 14:30: The place we spoke about. 01632 960333");
}

static void
test_without_a_day_there_is_no_reminder (Fixture *f, gconstpointer data)
{
  g_ptr_array_set_size (f->service->schedules, 0);
  g_assert_null (dolen_hand_out_reminder (&f->group, &f->choices, &f->frame));
}

static void
test_markup_is_escaped (Fixture *f, gconstpointer data)
{
  g_autoptr (DolenSheet) sheet = dolen_sheet_new ();
  g_autofree char *markup = NULL;

  dolen_sheet_add (sheet, DOLEN_SHEET_TITLE, DOLEN_LANGUAGE_EN, NULL, "Tea & <Co>");
  dolen_sheet_add (sheet, DOLEN_SHEET_LINE, DOLEN_LANGUAGE_EN, "Where:", "Bridge <3>");
  g_assert_null (dolen_sheet_add (sheet, DOLEN_SHEET_LINE, DOLEN_LANGUAGE_EN, "For:", " "));
  markup = dolen_sheet_to_markup (sheet);
  assert_has (markup, "Tea &amp; &lt;Co&gt;");
  assert_has (markup, "<b>Where:</b> Bridge &lt;3&gt;\n");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name)                                                                                  \
  g_test_add ("/reports/hand_out_sheet/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (it_says_all_that_is_needed);
  ADD (what_was_not_chosen_is_not_there);
  ADD (a_discreet_one_says_a_number_and_a_time);
  ADD (a_discreet_name_may_stand_where_it_says_nothing);
  ADD (a_card_says_who_goes_along);
  ADD (a_card_never_says_where_they_live);
  ADD (no_map_of_what_is_hidden_or_not_known);
  ADD (their_home_stands_only_where_they_said_so);
  ADD (both_languages_follow_one_another);
  ADD (a_reminder_is_short_and_may_be_neutral);
  ADD (without_a_day_there_is_no_reminder);
  ADD (markup_is_escaped);
#undef ADD
  return g_test_run ();
}
