/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-appointments-calendar.h"
#include "support/dolen-test.h"

#include <libical/ical.h>

/* What is written is read back with libical, as a calendar would. */

static GPtrArray *
new_lines (void)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_appointment_line_free);
  DolenAppointmentLine *line = g_new0 (DolenAppointmentLine, 1);

  line->person_called = g_strdup ("Canary, Zerubbabel; \"Q\"");
  line->appointment = dolen_appointment_new ("person");
  g_free (line->appointment->on);
  line->appointment->on = g_strdup ("2026-07-07");
  line->appointment->at = g_strdup ("10:30");
  line->appointment->expected_back = g_strdup ("12:00");
  line->appointment->place = g_strdup ("3 Heol y Bont, Tŷ Glas");
  line->appointment->note = g_strdup ("Canary of the note");
  line->appointment->revision = 2;
  g_ptr_array_add (lines, line);
  line = g_new0 (DolenAppointmentLine, 1);
  line->person_called = g_strdup ("Canary");
  line->appointment = dolen_appointment_new ("person");
  g_free (line->appointment->on);
  line->appointment->on = g_strdup ("2026-12-31");
  line->appointment->kind = DOLEN_APPOINTMENT_PHONE;
  g_ptr_array_add (lines, line);
  return lines;
}

static icalcomponent *
parse (const GPtrArray *lines, DolenCalendarChoice choice, char **text)
{
  icalcomponent *calendar;

  *text = dolen_appointments_calendar_new (lines, &choice, DOLEN_LANGUAGE_EN);
  calendar = icalparser_parse_string (*text);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  return calendar;
}

static void
test_no_name_leaves_unless_it_is_asked_for (void)
{
  g_autoptr (GPtrArray) lines = new_lines ();
  g_autofree char *text = NULL;
  icalcomponent *calendar = parse (lines, (DolenCalendarChoice){ FALSE, FALSE }, &text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  g_assert_null (strstr (text, "Canary"));
  g_assert_null (strstr (text, "Heol"));
  g_assert_null (strstr (text, "visit"));
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "Appointment");
  icalcomponent_free (calendar);
}

static void
test_what_is_asked_for_comes_back_whole (void)
{
  g_autoptr (GPtrArray) lines = new_lines ();
  g_autofree char *text = NULL;
  icalcomponent *calendar = parse (lines, (DolenCalendarChoice){ TRUE, TRUE }, &text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "Canary, Zerubbabel; \"Q\": home visit");
  g_assert_cmpstr (icalcomponent_get_location (event), ==, "3 Heol y Bont, Tŷ Glas");
  /* What it is about never leaves this way. */
  g_assert_null (strstr (text, "of the note"));
  icalcomponent_free (calendar);
}

static void
test_the_hours_are_those_of_london (void)
{
  g_autoptr (GPtrArray) lines = new_lines ();
  g_autofree char *text = NULL;
  icalcomponent *calendar = parse (lines, (DolenCalendarChoice){ FALSE, FALSE }, &text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  icaltimezone *zone = icalcomponent_get_timezone (calendar, "Europe/London");
  struct icaltimetype start, utc;

  g_assert_nonnull (zone);
  start = icalcomponent_get_dtstart (event);
  g_assert_cmpint (start.hour, ==, 10);
  /* Summer time by the rules in the file itself. */
  utc = icaltime_convert_to_zone (start, icaltimezone_get_utc_timezone ());
  g_assert_cmpint (utc.hour, ==, 9);
  g_assert_cmpint (icalcomponent_get_dtend (event).hour, ==, 12);
  event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_true (icalcomponent_get_dtstart (event).is_date);
  g_assert_cmpint (icalcomponent_get_dtend (event).year, ==, 2027);
  icalcomponent_free (calendar);
}

static void
test_an_event_is_the_same_one_the_second_time (void)
{
  g_autoptr (GPtrArray) lines = new_lines ();
  const DolenAppointment *appointment = ((DolenAppointmentLine *) lines->pdata[0])->appointment;
  g_autofree char *uid = g_strconcat (appointment->uid, "@dolen", NULL);

  for (int i = 0; i < 2; i++) {
    g_autofree char *text = NULL;
    icalcomponent *calendar = parse (lines, (DolenCalendarChoice){ i == 1, FALSE }, &text);
    icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

    g_assert_cmpstr (icalcomponent_get_uid (event), ==, uid);
    g_assert_cmpint (icalcomponent_get_sequence (event), ==, 2);
    icalcomponent_free (calendar);
  }
}

static void
test_the_card_is_in_their_language_and_names_only_the_worker (void)
{
  g_autoptr (GPtrArray) lines = new_lines ();
  const DolenAppointmentLine *line = lines->pdata[0];
  g_autofree char *card = dolen_appointment_card_new (
      line->appointment, "Non Jones", "01632960111", NULL, DOLEN_LANGUAGE_CY);

  g_assert_nonnull (strstr (card, "7 Gorffennaf 2026"));
  g_assert_nonnull (strstr (card, "10:30"));
  g_assert_nonnull (strstr (card, "Non Jones"));
  g_assert_nonnull (strstr (card, "01632 960111"));
  g_assert_nonnull (strstr (card, "116 123"));
  g_assert_null (strstr (card, "Canary"));
  g_assert_null (strstr (card, "Heol y Bont"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/reports/appointments_calendar/" #name, test_##name)
  ADD (no_name_leaves_unless_it_is_asked_for);
  ADD (what_is_asked_for_comes_back_whole);
  ADD (the_hours_are_those_of_london);
  ADD (an_event_is_the_same_one_the_second_time);
  ADD (the_card_is_in_their_language_and_names_only_the_worker);
#undef ADD
  return g_test_run ();
}
