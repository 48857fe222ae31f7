/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dolen-status-word.h"
#include "exchange/files/dolen-csv-languages.h"
#include "exchange/imports.h"
#include "format/dolen-json-value.h"
#include "support/dolen-test.h"

#include <string.h>

/* Usual short forms are read; what is not is told. */

static DolenService *
import_choir (const char *heading, const char *cell, DolenImportReport **report)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *text = g_strdup_printf ("Name,%s\nChoir,%s\n", heading, cell);
  g_autofree char *uid = NULL;

  *report = imports_table (directory, text);
  uid = imports_find (directory, "service", "Choir");
  return dolen_directory_get_service (directory, uid, NULL);
}

/* "cy,en(note)": codes, or names where there is none. */
static char *
languages_of (const DolenService *service)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < service->languages->len; i++) {
    const DolenLanguageOffered *one = service->languages->pdata[i];

    g_string_append_printf (all,
                            "%s%s%s",
                            all->len ? "," : "",
                            one->code ? one->code : one->name,
                            one->note ? "*" : "");
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
languages_are_known_by_short_forms (void)
{
  static const struct {
    const char *cell, *languages;
    gboolean told;
  } cases[] = {
    { "E/W", "en,cy", FALSE },
    { "Cym/Eng", "cy,en", FALSE },
    { "W+E", "cy,en", FALSE },
    { "C/S", "cy,en", FALSE },
    { "W", "cy", FALSE },
    { "English with some Welsh", "cy*,en*", FALSE },
    { "iaith gyntaf Cymraeg", "cy*", FALSE },
    { "Saesneg gyda rhywfaint o Gymraeg", "cy*,en*", FALSE },
    { "Mainly Welsh", "cy*", FALSE },
    { "Welsh speaking", "cy*", FALSE },
    { "English and Polish", "en,pl", FALSE },
    { "Both", "cy,en", FALSE },
    { "No Welsh", "No Welsh", TRUE },
    { "Welsh learners", "Welsh learners", TRUE },
    { "Ask", "Ask", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenImportReport) report = NULL;
    g_autoptr (DolenService) choir = import_choir ("Languages", cases[i].cell, &report);
    g_autofree char *languages = languages_of (choir);

    g_test_message ("%s", cases[i].cell);
    g_assert_cmpstr (languages, ==, cases[i].languages);
    g_assert_cmpuint (report->noted->len, ==, cases[i].told);
  }
}

static void
no_charge_is_free (void)
{
  static const char *const cells[] = { "n/c", "N/C", "No charge", "Free", "Am ddim" };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autoptr (DolenImportReport) report = NULL;
    g_autoptr (DolenService) choir = import_choir ("Cost", cells[i], &report);

    g_test_message ("%s", cells[i]);
    g_assert_cmpuint (choir->costs->len, ==, 1);
    g_assert_cmpint (((const DolenCost *) choir->costs->pdata[0])->pence, ==, 0);
  }
}

static void
whoever_is_under_an_age_has_not_reached_it (void)
{
  static const struct {
    const char *cell;
    int least, most;
    gboolean told;
  } cases[] = {
    { "under 18", -1, 17, FALSE }, { "Under 12s", -1, 11, FALSE }, { "o dan 25", -1, 24, FALSE },
    { "up to 18", -1, 18, FALSE }, { "hyd at 18", -1, 18, FALSE }, { "18+", 18, -1, FALSE },
    { "18-", -1, -1, TRUE },       { "7 or 8ish", -1, -1, TRUE },  { "Adults", -1, -1, FALSE },
    { "All ages", -1, -1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenImportReport) report = NULL;
    g_autoptr (DolenService) choir = import_choir ("Ages", cases[i].cell, &report);

    g_test_message ("%s", cases[i].cell);
    g_assert_cmpint (choir->minimum_age, ==, cases[i].least);
    g_assert_cmpint (choir->maximum_age, ==, cases[i].most);
    g_assert_cmpuint (report->noted->len, ==, cases[i].told);
    if (cases[i].told)
      g_assert_cmpstr (choir->eligibility.en, ==, cases[i].cell);
  }
}

static void
a_status_may_say_since_when (void)
{
  static const struct {
    const char *word;
    DolenServiceStatus status;
  } closed[] = {
    { "Closed March 2025", DOLEN_SERVICE_DEFUNCT },
    { "Ended 3/2024", DOLEN_SERVICE_DEFUNCT },
    { "Finished last summer", DOLEN_SERVICE_DEFUNCT },
    { "Wedi cau Mawrth 2025", DOLEN_SERVICE_DEFUNCT },
    { "Wedi dod i ben yn 2024", DOLEN_SERVICE_DEFUNCT },
    { "Closed until September", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  };
  static const char *const open[] = { "Closed group", "Closed on Mondays", "Closed Tuesdays" };
  DolenServiceStatus status;

  for (gsize i = 0; i < G_N_ELEMENTS (closed); i++) {
    g_test_message ("%s", closed[i].word);
    g_assert_true (dolen_status_from_word (closed[i].word, &status));
    g_assert_cmpint (status, ==, closed[i].status);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (open); i++) {
    g_test_message ("%s", open[i]);
    g_assert_false (dolen_status_from_word (open[i], &status));
  }
}

static void
a_tick_says_that_it_runs (void)
{
  static const char *const headings[]
      = { "Active?", "Running?", "Still running?", "Status", "Yn rhedeg?" };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++) {
    g_autoptr (DolenImportReport) first = NULL, second = NULL;
    g_autoptr (DolenService) runs = import_choir (headings[i], "Y", &first);
    g_autoptr (DolenService) rests = import_choir (headings[i], "N", &second);

    g_test_message ("%s", headings[i]);
    g_assert_cmpint (runs->status, ==, DOLEN_SERVICE_ACTIVE);
    g_assert_cmpint (rests->status, ==, DOLEN_SERVICE_INACTIVE);
    g_assert_cmpuint (first->oddities.count[DOLEN_ODDITY_OFF_LIST_VALUE], ==, 0);
    g_assert_cmpuint (second->oddities.count[DOLEN_ODDITY_OFF_LIST_VALUE], ==, 0);
  }
}

/* It is how one comes, beside the days and hours; what stays in words is told. */
static void
an_appointment_is_a_way_to_come (void)
{
  static const struct {
    const char *cell, *opens;
    gboolean appointment, told;
  } cases[] = {
    { "9-5 Monday to Friday by appointment", "09:00", TRUE, FALSE },
    { "Mon 2-4 by appointment", "14:00", TRUE, FALSE },
    { "Llun 2-4 trwy apwyntiad", "14:00", TRUE, FALSE },
    { "By appointment", NULL, TRUE, FALSE },
    { "Wed 7-9 by appointment", NULL, TRUE, TRUE },
    { "Mon 2-4 or by appointment", NULL, FALSE, TRUE },
    { "Mon 2-4", "14:00", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenImportReport) report = NULL;
    g_autoptr (DolenService) choir = import_choir ("When", cases[i].cell, &report);
    const DolenSchedule *schedule = choir->schedules->pdata[0];

    g_test_message ("%s", cases[i].cell);
    g_assert_cmpstr (schedule->opens_at, ==, cases[i].opens);
    g_assert_cmpint ((choir->access & DOLEN_ACCESS_APPOINTMENT) != 0, ==, cases[i].appointment);
    g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_TIMES_UNREADABLE], ==, cases[i].told);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/csv-short/" name, function)
  ADD ("languages are known by short forms", languages_are_known_by_short_forms);
  ADD ("no charge is free", no_charge_is_free);
  ADD ("whoever is under an age has not reached it", whoever_is_under_an_age_has_not_reached_it);
  ADD ("a status may say since when", a_status_may_say_since_when);
  ADD ("a tick says that it runs", a_tick_says_that_it_runs);
  ADD ("an appointment is a way to come", an_appointment_is_a_way_to_come);
  return g_test_run ();
}
