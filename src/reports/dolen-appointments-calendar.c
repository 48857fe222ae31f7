/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-appointments-calendar.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-scheme-footer.h"

#include <libical/ical.h>
#include <stdio.h>

#define ZONE "Europe/London"
#define USUAL_MINUTES 60

/* ---- the time zone ---- */

static icalcomponent *
new_observance (icalcomponent_kind kind,
                const char *name,
                const char *rule,
                const char *start,
                int from,
                int to)
{
  icalcomponent *part = icalcomponent_new (kind);

  icalcomponent_add_property (part, icalproperty_new_dtstart (icaltime_from_string (start)));
  icalcomponent_add_property (part, icalproperty_new_tzoffsetfrom (from));
  icalcomponent_add_property (part, icalproperty_new_tzoffsetto (to));
  icalcomponent_add_property (part, icalproperty_new_tzname (name));
  icalcomponent_add_property (part, icalproperty_new_rrule (icalrecurrencetype_from_string (rule)));
  return part;
}

/* Summer time from the last Sunday of March, 1:00 UTC, to the last of October: Summer Time Act 1972
 * as amended in 2002; unchanged since 1996. */
static icalcomponent *
new_zone (void)
{
  icalcomponent *zone = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);

  icalcomponent_add_property (zone, icalproperty_new_tzid (ZONE));
  icalcomponent_add_component (zone,
                               new_observance (ICAL_XDAYLIGHT_COMPONENT,
                                               "BST",
                                               "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                                               "19960331T010000",
                                               0,
                                               3600));
  icalcomponent_add_component (zone,
                               new_observance (ICAL_XSTANDARD_COMPONENT,
                                               "GMT",
                                               "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                                               "19961027T020000",
                                               3600,
                                               0));
  return zone;
}

/* ---- an event ---- */

static struct icaltimetype
read_when (const char *on, const char *at)
{
  struct icaltimetype when = icaltime_null_time ();

  when.is_date = at == NULL;
  sscanf (on, "%d-%d-%d", &when.year, &when.month, &when.day);
  if (at != NULL)
    sscanf (at, "%d:%d", &when.hour, &when.minute);
  return when;
}

static void
add_when (icalcomponent *event, icalproperty *property, gboolean timed)
{
  if (timed)
    icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE));
  icalcomponent_add_property (event, property);
}

static void
add_times (icalcomponent *event, const DolenAppointment *appointment)
{
  gboolean timed = appointment->at != NULL;
  struct icaltimetype start = read_when (appointment->on, appointment->at);
  struct icaltimetype end = start;

  if (!timed)
    icaltime_adjust (&end, 1, 0, 0, 0);
  else if (appointment->expected_back != NULL)
    end = read_when (appointment->on, appointment->expected_back);
  else
    icaltime_adjust (
        &end, 0, 0, appointment->minutes > 0 ? appointment->minutes : USUAL_MINUTES, 0);
  add_when (event, icalproperty_new_dtstart (start), timed);
  add_when (event, icalproperty_new_dtend (end), timed);
}

static icalcomponent *
new_event (const DolenAppointmentLine *line,
           const DolenCalendarChoice *choice,
           DolenLanguage language)
{
  const DolenAppointment *appointment = line->appointment;
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *uid = g_strconcat (appointment->uid, "@dolen", NULL);
  g_autofree char *named = g_strdup_printf (
      "%s: %s", line->person_called, dolen_appointment_kind_name (appointment->kind, language));

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (
      event,
      icalproperty_new_dtstamp (icaltime_from_timet_with_zone (
          (time_t) (dolen_time_now () / 1000), 0, icaltimezone_get_utc_timezone ())));
  icalcomponent_add_property (event, icalproperty_new_sequence (appointment->revision));
  add_times (event, appointment);
  icalcomponent_add_property (
      event,
      /* Translators: title in a calendar that names nobody. */
      icalproperty_new_summary (choice->names ? named : dolen_text (language, "Appointment")));
  if (choice->places && !dolen_text_is_empty (appointment->place))
    icalcomponent_add_property (event, icalproperty_new_location (appointment->place));
  icalcomponent_add_property (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  return event;
}

char *
dolen_appointments_calendar_new (const GPtrArray *lines,
                                 const DolenCalendarChoice *choice,
                                 DolenLanguage language)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  char *given, *text;

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Dolen//Dolen//EN"));
  icalcomponent_add_component (calendar, new_zone ());
  for (guint i = 0; i < lines->len; i++)
    icalcomponent_add_component (calendar, new_event (lines->pdata[i], choice, language));
  given = icalcomponent_as_ical_string_r (calendar);
  text = g_strdup (given);
  icalmemory_free_buffer (given);
  icalcomponent_free (calendar);
  return text;
}

/* ---- the card ---- */

static void
add_line (GString *card, const char *label, const char *words)
{
  if (!dolen_text_is_empty (words))
    g_string_append_printf (card, "%s %s\n", label, words);
}

char *
dolen_appointment_card_new (const DolenAppointment *appointment,
                            const char *worker,
                            const char *phone,
                            const DolenScheme *scheme,
                            DolenLanguage language)
{
  GString *card = g_string_new (NULL);
  gboolean home = appointment->kind == DOLEN_APPOINTMENT_HOME_VISIT;
  g_autofree char *day = dolen_format_date_as (language, appointment->on, DOLEN_DATE_FULL);
  g_autofree char *canonical = phone != NULL ? dolen_text_phone (phone) : NULL;
  g_autofree char *number
      = canonical != NULL ? dolen_text_phone_display (canonical) : g_strdup (phone);
  g_autofree char *footer = dolen_scheme_footer (scheme, language);

  /* Translators: heading of a card that somebody keeps: their appointment with us. */
  g_string_append_printf (card, "%s\n\n", dolen_text (language, "Your appointment"));
  add_line (card, dolen_text (language, "When:"), day);
  /* Translators: on an appointment card: a time of day follows. */
  add_line (card, dolen_text (language, "Time:"), appointment->at);
  /* Translators: on an appointment card: "home visit" follows. */
  add_line (card,
            dolen_text (language, "What:"),
            dolen_appointment_kind_name (appointment->kind, language));
  /* They know where they live; a card that is lost need not. */
  if (!home && dolen_appointment_goes_out (appointment->kind))
    add_line (card, dolen_text (language, "Where:"), appointment->place);
  /* Translators: on an appointment card: the worker's name follows. */
  add_line (card, dolen_text (language, "With:"), worker);
  /* Translators: on an appointment card: a telephone number follows. */
  add_line (card, dolen_text (language, "If you cannot come, ring:"), number);
  g_string_append_printf (card, "\n%s", footer);
  return g_string_free (card, FALSE);
}
