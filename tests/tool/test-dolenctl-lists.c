/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"
#include "tool/run.h"

#include <string.h>

/* What dolenctl prints for people: names that tell apart, examples, help. */

static char *
write_file (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

#define CLUBS                                                                                      \
  "Name,Organisation,Town,Postcode,Description\n"                                                  \
  "Lunch club,Age Friendly,Tregaron,SY25 6HX,Gardening and soup\n"                                 \
  "Lunch club,Menter,Lampeter,SA48 7AA,Gardening and soup\n"

static void
groups_of_one_name_are_told_apart (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = write_file (folder, "groups.csv", CLUBS);
  g_autofree char *profile
      = write_file (folder, "profile.json", "{\"interests\": [\"gardening\"]}");
  g_auto (Run) import = run ("import", "-d", folder, path, NULL);
  g_auto (Run) queue = run ("queue", "-d", folder, NULL);
  g_auto (Run) match = run ("match", "-d", folder, profile, NULL);

  g_assert_cmpint (import.status, ==, 0);
  g_assert_nonnull (strstr (queue.out, "Lunch club (Age Friendly), Tregaron  ["));
  g_assert_nonnull (strstr (queue.out, "Lunch club (Menter), Lampeter  ["));
  g_assert_nonnull (strstr (match.out, ": Lunch club (Age Friendly), Tregaron ("));
  g_assert_nonnull (strstr (match.out, ": Lunch club (Menter), Lampeter ("));
}

static void
help_is_a_command (void)
{
  g_auto (Run) usage = run ("--help", NULL);
  g_auto (Run) help = run ("help", NULL);
  g_auto (Run) of_import = run ("import", "--help", NULL);
  g_auto (Run) import = run ("help", "import", NULL);
  g_auto (Run) wrong = run ("help", "colour", NULL);

  g_assert_cmpint (help.status, ==, 0);
  g_assert_cmpstr (help.out, ==, usage.out);
  g_assert_nonnull (strstr (help.out, "\n  help "));
  g_assert_cmpint (import.status, ==, 0);
  g_assert_cmpstr (import.out, ==, of_import.out);
  g_assert_nonnull (strstr (import.out, "--dry-run"));
  g_assert_cmpint (wrong.status, ==, 1);
  g_assert_nonnull (strstr (wrong.err, "colour"));
}

static void
a_map_says_how_many_are_not_on_it (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = write_file (folder,
                                      "groups.csv",
                                      "Name,Town,Latitude,Longitude\n"
                                      "Lunch club,Tregaron,52.2,-3.9\n"
                                      "Choir,Lampeter,,\n"
                                      "Chess,,,\n");
  g_autofree char *map = g_build_filename (folder, "map.geojson", NULL);
  g_autofree char *sheet = g_build_filename (folder, "sheet.csv", NULL);
  g_auto (Run) import = run ("import", "-d", folder, path, NULL);
  g_auto (Run) export = run ("export", "-d", folder, map, NULL);
  g_auto (Run) json = run ("export", "-d", folder, "--json", map, NULL);
  g_auto (Run) other = run ("export", "-d", folder, sheet, NULL);
  json_object *report = json_of (&json);

  g_assert_cmpint (import.status, ==, 0);
  g_assert_nonnull (strstr (export.out, "         3  Services written"));
  g_assert_nonnull (strstr (export.out, "2 of these services have no position"));
  g_assert_null (strstr (other.out, "no position"));
  g_assert_cmpint (dolen_json_get_int (report, "without_position"), ==, 2);
  json_object_put (report);
}

#define IN_WELSH                                                                                          \
  "[{\"id\":\"1\",\"name\":\"Coffee Morning\",\"status\":\"active\",\"phone\":\"01239810000\","           \
  "\"service_at_locations\":[{\"location\":{\"id\":\"l\",\"x_dolen_name_cy\":\"Neuadd Goffa Aberporth\"," \
  "\"latitude\":52.13,\"longitude\":-4.54}}]}]"

/* With the id that the other commands take, a number one can read out, and a place whose name is
 * Welsh alone. */
static void
a_line_of_the_queue_can_be_worked_with (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = write_file (folder, "feed.json", IN_WELSH);
  g_auto (Run) import = run ("import", "-d", folder, path, NULL);
  g_auto (Run) search = run ("search", "-d", folder, "coffee", NULL);
  g_auto (Run) welsh = run_welsh ("queue", "-d", folder, NULL);
  g_auto (Run) queue = run ("queue", "-d", folder, NULL);
  g_autofree char *id = g_strndup (search.out, strcspn (search.out, " "));
  g_autofree char *end = g_strdup_printf ("]  01239 810000  %s\n", id);

  g_assert_cmpint (import.status, ==, 0);
  g_assert_nonnull (strstr (search.out, "Coffee Morning, Neuadd Goffa Aberporth"));
  g_assert_nonnull (strstr (queue.out, "Coffee Morning, Neuadd Goffa Aberporth  ["));
  g_assert_nonnull (strstr (welsh.out, "Coffee Morning, Neuadd Goffa Aberporth  ["));
  g_assert_nonnull (strstr (queue.out, end));
}

/* An id that never was is not said to be gone. */
static void
an_id_that_never_was_is_no_group (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = write_file (folder, "groups.csv", CLUBS);
  g_auto (Run) import = run ("import", "-d", folder, path, NULL);
  g_auto (Run) suggest = run ("suggest", "-d", folder, "nosuch", "phone", "01970 123456", NULL);

  g_assert_cmpint (import.status, ==, 0);
  g_assert_cmpint (suggest.status, ==, 1);
  g_assert_null (strstr (suggest.err, "any more"));
  g_assert_nonnull (strstr (suggest.err, "There is no such service in the directory (nosuch)."));
}

/* Said once of the table, not of each row; of the rest five and how many more. */
static void
problems_are_told_with_examples (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (GString) text = g_string_new ("Name,Telephone\n");
  g_autofree char *path = NULL;
  g_auto (Run) said = { 0 };
  g_auto (Run) json = { 0 };
  json_object *report, *phones;

  for (int i = 0; i < 9; i++)
    g_string_append_printf (text, "Group %d,ring the hall\n", i);
  path = write_file (folder, "groups.csv", text->str);
  said = run ("import", "-d", folder, "--dry-run", path, NULL);
  json = run ("import", "-d", folder, "--dry-run", "--json", path, NULL);
  report = json_of (&json);
  phones = dolen_json_at (dolen_json_get (report, "oddities"), 0);
  g_assert_nonnull (strstr (said.out, "Group 4: "));
  g_assert_null (strstr (said.out, "Group 5: "));
  g_assert_nonnull (strstr (said.out, "… and 4 more: --json names them"));
  g_assert_cmpuint (dolen_json_length (dolen_json_get (phones, "examples")), ==, 9);
  g_assert_null (strstr (said.out, "without an organisation"));
  g_assert_nonnull (strstr (said.err, "No column of the table says which organisation"));
  g_assert_true (dolen_json_get_flag (report, "bodiless"));
  json_object_put (report);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/tool/dolenctl-lists/" name, function)
  ADD ("groups of one name are told apart", groups_of_one_name_are_told_apart);
  ADD ("a line of the queue can be worked with", a_line_of_the_queue_can_be_worked_with);
  ADD ("an id that never was is no group", an_id_that_never_was_is_no_group);
  ADD ("help is a command", help_is_a_command);
  ADD ("problems are told with examples", problems_are_told_with_examples);
  ADD ("a map says how many are not on it", a_map_says_how_many_are_not_on_it);
  return g_test_run ();
}
