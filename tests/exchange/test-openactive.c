/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "directory/dolen-sentences.h"
#include "directory/dolen-writer.h"
#include "exchange/files/dolen-openactive.h"
#include "format/dolen-json-value.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <math.h>
#include <string.h>

/* Sessions of OpenActive feeds. */

static DolenImportReport *
import_page (DolenDirectory *directory, const char *text)
{
  return imports_text (directory, "leisure.json", text);
}

static DolenService *
get_session (DolenDirectory *directory, const DolenImportReport *report, const char *id)
{
  g_autofree char *uid
      = dolen_directory_find_by_source (directory, report->source_uid, "service", id, NULL);

  g_assert_nonnull (uid);
  return dolen_directory_get_service (directory, uid, NULL);
}

#define SERIES                                                                                             \
  "{\"state\": \"updated\", \"kind\": \"SessionSeries\", \"id\": \"77\", \"modified\": 5, \"data\": {"     \
  "\"@context\": \"https://openactive.io/\", \"@type\": \"SessionSeries\", \"@id\": \"https://x/77\","     \
  "\"name\": \"Gentle Yoga\", \"description\": \"On chairs.\", \"activity\": [{\"@type\": \"Concept\","    \
  "\"@id\": \"https://openactive.io/activity-list#bf1a5e00-cdcf-465d-8c5a-6f57040b7f7e\","                 \
  "\"prefLabel\": \"Yoga\"}], \"organizer\": {\"@type\": \"Organization\", \"name\": \"Leisure Trust\","   \
  "\"url\": \"https://leisure.example.org\"}, \"ageRange\": {\"minValue\": 50},"                           \
  "\"genderRestriction\": \"https://openactive.io/FemaleOnly\", \"offers\": [{\"name\": \"Adult\","        \
  "\"price\": 4.5, \"priceCurrency\": \"GBP\"}], \"location\": {\"@type\": \"Place\", \"name\": \"Hall\"," \
  "\"address\": {\"streetAddress\": \"Main Street\", \"addressLocality\": \"Tregaron\","                   \
  "\"postalCode\": \"SY25 6HX\"}, \"geo\": {\"latitude\": 52.2, \"longitude\": -3.9}},"                    \
  "\"eventSchedule\": [{\"@type\": \"Schedule\", \"repeatFrequency\": \"P1W\","                            \
  "\"byDay\": [\"https://schema.org/Tuesday\", \"schema:Thursday\"], \"startTime\": \"10:00\","            \
  "\"duration\": \"PT1H30M\", \"startDate\": \"2026-09-01\"}]}}"
#define PAGE(items)                                                                                \
  "{\"next\": \"https://x/?after=5\", \"items\": [" items "], \"license\": \"CC BY\"}"

static void
sessions_become_services (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_page (directory, PAGE (SERIES));
  g_autoptr (DolenImportReport) again = import_page (directory, PAGE (SERIES));
  g_autoptr (DolenService) yoga = get_session (directory, report, "77");
  g_autoptr (DolenOrganisation) trust = NULL;
  const DolenSchedule *schedule = yoga->schedules->pdata[0];
  const DolenVenue *venue = yoga->venues->pdata[0];
  gboolean tagged = FALSE;

  g_assert_cmpuint (report->services.added, ==, 1);
  g_assert_cmpuint (again->services.unchanged, ==, 1);
  g_assert_cmpstr (yoga->name.en, ==, "Gentle Yoga");
  g_assert_cmpint (yoga->minimum_age, ==, 50);
  g_assert_cmpstr (yoga->gender, ==, "female");
  g_assert_cmpint (((DolenCost *) yoga->costs->pdata[0])->pence, ==, 450);
  g_assert_cmpuint (yoga->schedules->len, ==, 1);
  g_assert_cmpstr (schedule->freq, ==, "WEEKLY");
  g_assert_cmpstr (schedule->byday, ==, "TU,TH");
  g_assert_cmpstr (schedule->opens_at, ==, "10:00");
  g_assert_cmpstr (schedule->closes_at, ==, "11:30");
  g_assert_cmpstr (venue->postcode, ==, "SY25 6HX");
  g_assert_cmpfloat (fabs (venue->latitude - 52.2), <, 1e-9);
  for (guint i = 0; i < yoga->tags->len; i++) {
    const DolenTag *tag = g_ptr_array_index (yoga->tags, i);
    tagged |= g_strcmp0 (tag->scheme, "OpenActive") == 0 && g_strcmp0 (tag->words, "Yoga") == 0;
  }
  g_assert_true (tagged);
  trust = dolen_directory_get_organisation (directory, yoga->organisation_uid, NULL);
  g_assert_cmpstr (trust->name.en, ==, "Leisure Trust");
}

/* "deleted" marks, and nothing is lost; what comes back is there again. */
static void
what_is_deleted_is_marked (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = import_page (directory, PAGE (SERIES));
  g_autoptr (DolenImportReport) second
             = import_page (directory,
                            PAGE ("{\"state\": \"deleted\", \"kind\": \"SessionSeries\","
                                  " \"id\": \"77\", \"modified\": 6},"
                                  "{\"state\": \"deleted\", \"kind\": \"SessionSeries\","
                                  " \"id\": \"never seen\", \"modified\": 7}"));
  g_autoptr (DolenService) gone = get_session (directory, first, "77");
  g_autoptr (DolenImportReport) third = NULL;
  g_autoptr (DolenService) back = NULL;

  g_assert_cmpuint (second->gone, ==, 1);
  g_assert_nonnull (gone->gone_since);
  g_assert_cmpstr (gone->name.en, ==, "Gentle Yoga");
  third = import_page (directory, PAGE (SERIES));
  back = get_session (directory, first, "77");
  g_assert_null (back->gone_since);
}

static void
dates_of_a_series (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_page (
      directory,
      PAGE ("{\"state\": \"updated\", \"kind\": \"ScheduledSession\", \"id\": 1, \"modified\": 1,"
            " \"data\": {\"@type\": \"ScheduledSession\", \"startDate\": \"2026-07-07T09:00:00Z\","
            " \"endDate\": \"2026-07-07T10:00:00Z\", \"superEvent\": {\"@type\": \"SessionSeries\","
            " \"@id\": \"s9\", \"name\": \"Walking Football\"}}},"
            "{\"state\": \"updated\", \"kind\": \"ScheduledSession\", \"id\": 2, \"modified\": 2,"
            " \"data\": {\"@type\": \"ScheduledSession\", \"startDate\": \"2026-07-07T09:00:00Z\","
            " \"superEvent\": \"https://x/series/8\"}},"
            "{\"state\": \"updated\", \"kind\": \"Event\", \"id\": 3, \"modified\": 3,"
            " \"data\": {\"type\": \"Event\", \"name\": \"Fun Day\", \"isAccessibleForFree\": true,"
            " \"organizer\": {\"@type\": \"Person\", \"name\": \"Jan Jones\"},"
            " \"startDate\": \"2026-12-05T14:00:00+00:00\", \"duration\": \"PT2H\"}}"));
  g_autoptr (DolenService) football = get_session (directory, report, "s9");
  g_autoptr (DolenService) day = get_session (directory, report, "3");
  const DolenSchedule *schedule = football->schedules->pdata[0];

  g_assert_cmpuint (report->services.added, ==, 2);
  g_assert_cmpuint (report->services.rejected, ==, 1);
  /* Nine in the feed's zone is ten in a British summer. */
  g_assert_cmpstr (schedule->dtstart, ==, "2026-07-07");
  g_assert_cmpstr (schedule->opens_at, ==, "10:00");
  g_assert_cmpstr (schedule->closes_at, ==, "11:00");
  schedule = day->schedules->pdata[0];
  g_assert_cmpstr (schedule->until, ==, "2026-12-05");
  g_assert_cmpstr (schedule->closes_at, ==, "16:00");
  g_assert_cmpstr (day->fees, ==, "free");
  /* A person is no organisation. */
  g_assert_null (day->organisation_uid);
}

/* Every activity of the standard's own list comes through by its identifier and its name. */
static void
the_whole_activity_list (void)
{
  g_autofree char *path = dolen_test_shared ("openactive/activity-list.jsonld");
  json_object *list, *concepts;

  if (!path)
    return;
  list = json_object_from_file (path);
  concepts = json_object_object_get (list, "concept");
  g_assert_cmpuint (json_object_array_length (concepts), >, 700);
  for (size_t i = 0; i < json_object_array_length (concepts); i++) {
    json_object *concept = json_object_array_get_idx (concepts, i);
    json_object *record
        = json_tokener_parse ("{\"state\": \"updated\", \"id\": \"1\", \"modified\": 1,"
                              " \"data\": {\"type\": \"Event\", \"name\": \"X\"}}");
    json_object *activity = json_object_new_array (), *item, *term;
    const char *why = NULL;
    g_autofree char *name = NULL, *code = NULL;

    json_object_array_add (activity, json_object_get (concept));
    json_object_object_add (json_object_object_get (record, "data"), "activity", activity);
    g_assert_true (dolen_openactive_is_item (record));
    item = dolen_openactive_convert (record, &why);
    term = dolen_json_get (
        dolen_json_at (dolen_json_get (dolen_json_get (item, "data"), "attributes"), 0),
        "taxonomy_term");
    name = dolen_json_get_line (term, "name");
    code = dolen_json_get_line (term, "code");
    g_assert_cmpstr (
        name, ==, json_object_get_string (json_object_object_get (concept, "prefLabel")));
    g_assert_cmpstr (code, ==, json_object_get_string (json_object_object_get (concept, "id")));
    json_object_put (item);
    json_object_put (record);
  }
  json_object_put (list);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/openactive/" name, function)
  ADD ("sessions become services", sessions_become_services);
  ADD ("what is deleted is marked", what_is_deleted_is_marked);
  ADD ("dates of a series", dates_of_a_series);
  ADD ("the whole activity list", the_whole_activity_list);
  return g_test_run ();
}
