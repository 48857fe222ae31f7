/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/dolen-error.h"
#include "directory/dolen-writer.h"
#include "exchange/files/dolen-osm-stream.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <math.h>
#include <string.h>

/* Extracts of OpenStreetMap. */

static DolenImportReport *
import_extract (DolenDirectory *directory, const char *text)
{
  return imports_text (directory, "ceredigion.osm", text);
}

static DolenService *
get_place (DolenDirectory *directory, const DolenImportReport *report, const char *id)
{
  g_autofree char *uid
      = dolen_directory_find_by_source (directory, report->source_uid, "service", id, NULL);

  g_assert_nonnull (uid);
  return dolen_directory_get_service (directory, uid, NULL);
}

#define EXTRACT                                                                                         \
  "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n"                                       \
  " <node id='1' lat='52.2' lon='-3.9'/>\n <node id='2' lat='52.3' lon='-4.0'/>\n"                      \
  " <node id='3' lat='52.25' lon='-4.05'>\n"                                                            \
  "  <tag k='amenity' v='community_centre'/><tag k='name' v='Neuadd y Pentref'/>\n"                     \
  "  <tag k='name:cy' v='Neuadd y Pentref'/><tag k='name:en' v='Village Hall &amp; Field'/>\n"          \
  "  <tag k='operator' v='Community Council'/><tag k='opening_hours' v='Mo-Fr 09:00-17:00; PH off'/>\n" \
  "  <tag k='wheelchair' v='no'/><tag k='contact:phone' v='+44 1974 000000;01974 000001'/>\n"           \
  "  <tag k='contact:website' v='https://hall.example.org'/><tag k='addr:postcode' v='SY25 6HX'/>\n"    \
  " </node>\n"                                                                                          \
  " <node id='4' lat='1' lon='1'><tag k='amenity' v='pub'/><tag k='name' v='The Red Lion'/></node>\n"   \
  " <node id='5' lat='1' lon='1'><tag k='leisure' v='dance'/></node>\n"                                 \
  " <node id='6' lat='1' lon='1'><tag k='club' v='sport'/><tag k='name' v='Members'/>"                  \
  "<tag k='access' v='private'/></node>\n"                                                              \
  " <way id='7'><nd ref='2'/><nd ref='1'/><tag k='building' v='yes'/>"                                  \
  "<tag k='amenity' v='library'/><tag k='name' v='Library'/></way>\n"                                   \
  " <way id='8'><nd ref='1'/><tag k='highway' v='track'/><tag k='name' v='Back Lane'/></way>\n"         \
  " <relation id='9'><center lat='52.4' lon='-4.1'/><member type='way' ref='7' role='outer'/>"          \
  "<tag k='club' v='bowls'/><tag k='name' v='Bowls Club'/></relation>\n</osm>\n"

static void
places_of_a_community_come_in (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_extract (directory, EXTRACT);
  g_autoptr (DolenImportReport) again = import_extract (directory, EXTRACT);
  g_autoptr (DolenService) hall = get_place (directory, report, "node/3");
  g_autoptr (DolenService) library = get_place (directory, report, "way/7");
  g_autoptr (DolenService) club = get_place (directory, report, "relation/9");
  g_autoptr (DolenOrganisation) council = NULL;
  const DolenVenue *venue = hall->venues->pdata[0];

  g_assert_cmpuint (report->services.added, ==, 3);
  g_assert_cmpuint (report->organisations.added, ==, 2);
  g_assert_cmpuint (report->services.rejected, ==, 0);
  g_assert_cmpuint (again->services.unchanged, ==, 3);
  /* The licence wants its owners named wherever the data is shown. */
  g_assert_cmpstr (report->source_name, ==, DOLEN_OSM_SOURCE);
  g_assert_cmpstr (hall->name.en, ==, "Village Hall & Field");
  g_assert_cmpstr (hall->name.cy, ==, "Neuadd y Pentref");
  g_assert_cmpstr (hall->phone, ==, "01974000000");
  g_assert_cmpstr (((DolenSchedule *) hall->schedules->pdata[0])->description.en,
                   ==,
                   "Mo-Fr 09:00-17:00; PH off");
  g_assert_cmpstr (venue->accessibility->pdata[0], ==, "No wheelchair access");
  g_assert_cmpfloat (fabs (venue->latitude - 52.25), <, 1e-9);
  council = dolen_directory_get_organisation (directory, hall->organisation_uid, NULL);
  g_assert_cmpstr (council->name.en, ==, "Community Council");
  /* A way stands where its first corner does. */
  venue = library->venues->pdata[0];
  g_assert_cmpfloat (fabs (venue->latitude - 52.3), <, 1e-9);
  venue = club->venues->pdata[0];
  g_assert_cmpfloat (fabs (venue->longitude + 4.1), <, 1e-9);
  g_assert_nonnull (club->organisation_uid);
}

static void
assert_refused (const char *text, int code, const char *where)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *path = imports_write ("ceredigion.osm", text);
  const char *one = path;
  g_autoptr (GError) error = NULL;
  DolenDirectoryCounts counts;

  g_assert_false (dolen_import_run (directory, &one, 1, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, code);
  g_assert_nonnull (strstr (error->message, "ceredigion.osm"));
  g_assert_nonnull (strstr (error->message, where));
  g_assert_true (dolen_directory_get_counts (directory, &counts, NULL));
  g_assert_cmpint (counts.services, ==, 0);
}

static void
what_is_broken_or_hostile_is_refused (void)
{
  g_autoptr (GString) deep = g_string_new ("<osm>");
  g_autofree char *cut = g_strndup (EXTRACT, strlen (EXTRACT) - 30);

  assert_refused (cut, DOLEN_ERROR_INVALID, "line");
  assert_refused ("<osm>\n<node id='1'>\n</way></osm>", DOLEN_ERROR_INVALID, "line 3");
  assert_refused ("<!DOCTYPE osm [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><osm>&b;</osm>",
                  DOLEN_ERROR_UNSUPPORTED,
                  "DOCTYPE");
  assert_refused ("<gpx/>", DOLEN_ERROR_UNSUPPORTED, "OpenStreetMap");
  assert_refused ("", DOLEN_ERROR_INVALID, "XML");
  for (int i = 0; i < 100; i++)
    g_string_append (deep, "<a>");
  assert_refused (deep->str, DOLEN_ERROR_TOO_LARGE, "deep");
}

/* Pieces do not matter: a file of many of them has every place once. */
static void
a_long_extract_is_read_to_its_end (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (GString) text = g_string_new ("<osm>");
  g_autoptr (DolenImportReport) report = NULL;

  for (int i = 1; i <= 5000; i++)
    g_string_append_printf (
        text,
        "<node id='%d' lat='52.%04d' lon='-4.0'>%s</node>\n",
        i,
        i,
        i % 100 ? "" : "<tag k='amenity' v='library'/><tag k='name' v='Llyfrgell'/>");
  for (int i = 1; i <= 50; i++)
    g_string_append_printf (text,
                            "<way id='%d'><nd ref='%d'/><tag k='leisure' v='dance'/>"
                            "<tag k='name' v='Dance'/></way>",
                            i,
                            i * 3);
  g_string_append (text, "</osm>");
  report = import_extract (directory, text->str);
  g_assert_cmpuint (report->services.added, ==, 100);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/osm/" name, function)
  ADD ("places of a community come in", places_of_a_community_come_in);
  ADD ("what is broken or hostile is refused", what_is_broken_or_hostile_is_refused);
  ADD ("a long extract is read to its end", a_long_extract_is_read_to_its_end);
  return g_test_run ();
}
