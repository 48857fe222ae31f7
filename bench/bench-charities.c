/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "exchange/dolen-import.h"

#include <json-c/json.h>
#include <stdio.h>

/* The register of charities, 400,000 rows made up in the form of the public extract, read against a
 * directory of 2,000 services, beside json-c reading the same file into memory. */
#define ROWS 400000

static char *
make_register (void)
{
  char *path = g_build_filename (g_getenv ("DOLEN_BENCH_DIR"), "charity.json", NULL);
  FILE *file;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  file = fopen (path, "w");
  if (file == NULL)
    g_error ("%s cannot be written", path);
  fputs ("\xef\xbb\xbf[", file);
  for (guint i = 0; i < ROWS; i++)
    fprintf (
        file,
        "%s{\"date_of_extract\":\"2026-11-01T00:00:00\",\"organisation_number\":%u,"
        "\"registered_charity_number\":%u,\"linked_charity_number\":%d,\"charity_name\":\"THE "
        "SOCIETY OF %u\",\"charity_type\":\"%s\",\"charity_registration_status\":\"%s\","
        "\"date_of_registration\":\"1985-04-01T00:00:00\",\"date_of_removal\":null,"
        "\"charity_reporting_status\":\"Submission Received\",\"latest_income\":%u.00,"
        "\"charity_contact_address1\":\"%u HIGH STREET\",\"charity_contact_address2\":\"TOWN\","
        "\"charity_contact_postcode\":\"SY25 6HX\",\"charity_contact_phone\":\"01974000000\","
        "\"charity_contact_email\":\"info@society%u.example.org\",\"charity_contact_web\":null,"
        "\"charity_company_registration_number\":null,\"charity_insolvent\":false,"
        "\"charity_in_administration\":false,\"charity_is_cio\":%s,"
        "\"charity_activities\":\"The relief of poverty, the advancement of education and the "
        "provision of facilities for recreation in the area.\"}",
        i ? "," : "",
        i + 1,
        200000 + i,
        i % 9 == 0 ? (int) (i % 4) : 0,
        i,
        i % 3 ? "Charitable company" : "Trust",
        i % 2 ? "Registered" : "Removed",
        i % 90000,
        i % 200,
        i,
        i % 5 ? "false" : "true");
  fputs ("]", file);
  fclose (file);
  return path;
}

static double
read_bare (const char *path)
{
  double start = dolen_bench_cpu ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  json_object *all;
  gsize length;
  struct json_tokener *tokener = json_tokener_new ();

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  all = json_tokener_parse_ex (tokener, text + 3, (int) length - 3);
  if (json_object_array_length (all) != ROWS)
    g_error ("json-c read %zu rows", json_object_array_length (all));
  json_object_put (all);
  json_tokener_free (tokener);
  return dolen_bench_cpu () - start;
}

static double
read_ours (const char *path)
{
  g_autofree char *folder = dolen_bench_small_folder ();
  g_autofree char *file = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) directory = dolen_directory_open (file, DOLEN_DB_READ_WRITE, &error);
  const DolenImportOptions options = { .dry_run = TRUE };
  g_autoptr (DolenImportReport) report = NULL;
  double start = dolen_bench_cpu ();

  if (directory == NULL || !dolen_import_run (directory, &path, 1, &options, &report, &error))
    g_error ("%s", error->message);
  if (report->matched + report->passed == 0)
    g_error ("nothing was read");
  return dolen_bench_cpu () - start;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = make_register ();
  double ours = G_MAXDOUBLE, bare = G_MAXDOUBLE;

  for (int i = 0; i < 3; i++) {
    bare = MIN (bare, read_bare (path));
    ours = MIN (ours, read_ours (path));
  }
  dolen_bench_say ("the register of charities, 400,000 rows, seconds", ours, bare, 2);
  return 0;
}
