/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-json-value.h"
#include "support/dolen-test.h"
#include "tool/run.h"

#include <sqlite3.h>
#include <string.h>

static int
count_of (json_object *report, const char *of, const char *what)
{
  return dolen_json_get_int (dolen_json_get (report, of), what);
}

static char *
feed (const char *folder, const char *text)
{
  char *path = g_build_filename (folder, "feed.json", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

#define TWO                                                                                        \
  "[{\"id\":\"1\",\"name\":\"Walking group\",\"status\":\"active\",\"organization\":{\"id\":"      \
  "\"o\",\"name\":\"Walkers\"},\"service_at_locations\":[{\"location\":{\"id\":\"l\",\"name\":"    \
  "\"Hall\",\"addresses\":[{\"city\":\"Lampeter\",\"postal_code\":\"SA48 7AA\"}]}}]},"             \
  "{\"id\":\"2\",\"name\":\"Côr cymuned\",\"description\":\"Canu i bawb yn y neuadd bob nos "     \
  "Fawrth.\",\"status\":\"active\",\"organization\":{\"id\":\"o\",\"name\":\"Walkers\"}}]"

static void
import_reports_in_json (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, TWO);
  g_auto (Run) first = run ("import", "--directory", folder, "--json", path, NULL);
  g_auto (Run) second = run ("import", "--directory", folder, "--json", path, NULL);
  json_object *report = json_of (&first);
  json_object *again = json_of (&second);

  g_assert_cmpint (count_of (report, "services", "added"), ==, 2);
  g_assert_cmpint (count_of (report, "organisations", "added"), ==, 1);
  g_assert_true (json_object_is_type (dolen_json_get (report, "oddities"), json_type_array));
  g_assert_true (json_object_is_type (dolen_json_get (report, "rejected"), json_type_array));
  g_assert_cmpint (count_of (again, "services", "unchanged"), ==, 2);
  g_assert_cmpint (count_of (again, "services", "added"), ==, 0);
  json_object_put (report);
  json_object_put (again);
}

static void
search_finds_in_both_languages_and_by_place (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, TWO);
  g_auto (Run) import = run ("import", "--directory", folder, path, NULL);
  g_auto (Run) welsh = run ("search", "--directory", folder, "--json", "gymuned", NULL);
  g_auto (Run) near = run ("search",
                           "--directory",
                           folder,
                           "--json",
                           "walking",
                           "--near",
                           "Lampeter",
                           "--within",
                           "20",
                           NULL);
  g_auto (Run) same = run ("search", "-d", folder, "walking", "--near", "sa487aa", NULL);
  g_auto (Run) other = run ("search", "-d", folder, "walking", "--near", "SA48 8AA", NULL);
  json_object *found = json_of (&welsh);
  json_object *close = json_of (&near);
  g_autofree char *district = NULL;
  g_autofree char *name = dolen_json_get_text (dolen_json_at (found, 0), "name");
  g_autofree char *organisation = dolen_json_get_text (dolen_json_at (close, 0), "organisation");
  g_autofree char *place = dolen_json_get_text (dolen_json_at (close, 0), "place");

  g_assert_cmpint (import.status, ==, 0);
  g_assert_cmpstr (name, ==, "Côr cymuned");
  g_assert_cmpuint (dolen_json_length (close), ==, 1);
  g_assert_cmpstr (organisation, ==, "Walkers");
  g_assert_cmpstr (place, ==, "Lampeter");
  /* Of its postcode a district is known, and no distance; but for whoever is at the very same. */
  g_assert_null (dolen_json_get (dolen_json_at (close, 0), "distance_km"));
  district = dolen_json_get_text (dolen_json_at (close, 0), "somewhere_in");
  g_assert_cmpstr (district, ==, "SA48");
  g_assert_nonnull (strstr (same.out, ", 0.0 km"));
  g_assert_nonnull (strstr (other.out, ", somewhere in SA48"));
  json_object_put (found);
  json_object_put (close);
}

static void
show_stats_and_check_agree (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, TWO);
  G_GNUC_UNUSED g_auto (Run) import = run ("import", "--directory", folder, path, NULL);
  g_auto (Run) search = run ("search", "--directory", folder, "--json", "walking", NULL);
  json_object *found = json_of (&search);
  g_autofree char *id = dolen_json_get_text (dolen_json_at (found, 0), "id");
  g_auto (Run) show = run ("show", "--directory", folder, "--json", id, NULL);
  g_auto (Run) stats = run ("stats", "--directory", folder, "--json", NULL);
  g_auto (Run) check = run ("check", "--directory", folder, NULL);
  json_object *service = json_of (&show);
  json_object *counts = json_of (&stats);
  g_autofree char *name = dolen_json_get_text (dolen_json_get (service, "name"), "en");

  g_assert_cmpstr (name, ==, "Walking group");
  g_assert_cmpint (dolen_json_get_int (counts, "services"), ==, 2);
  g_assert_cmpint (dolen_json_get_int (counts, "located"), ==, 1);
  g_assert_cmpint (check.status, ==, 0);
  json_object_put (found);
  json_object_put (service);
  json_object_put (counts);
}

#define FOR_SOME                                                                                     \
  "[{\"id\":\"1\",\"name\":\"Choir\",\"status\":\"active\",\"eligibility_description\":\"Carers, "   \
  "and who they care for\",\"service_at_locations\":[{\"location\":{\"id\":\"l\",\"name\":\"Hall\"," \
  "\"addresses\":[{\"city\":\"Lampeter\",\"postal_code\":\"SA48 7AA\"}]}}]}]"

static void
show_says_for_whom_and_where (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, FOR_SOME);
  G_GNUC_UNUSED g_auto (Run) import = run ("import", "--directory", folder, path, NULL);
  g_auto (Run) search = run ("search", "--directory", folder, "--json", "choir", NULL);
  json_object *found = json_of (&search);
  g_autofree char *id = dolen_json_get_text (dolen_json_at (found, 0), "id");
  g_auto (Run) show = run ("show", "--directory", folder, id, NULL);
  g_auto (Run) welsh = run_welsh ("show", "--directory", folder, id, NULL);

  g_assert_nonnull (strstr (show.out, "Carers, and who they care for\n"));
  g_assert_nonnull (strstr (show.out, "Hall, Lampeter"));
  g_assert_nonnull (strstr (welsh.out, "Hall, Llanbedr Pont Steffan"));
  json_object_put (found);
}

/* What nobody ever confirmed is to be asked about, by place and kind, and as the scheme says. */
static void
queue_and_completeness (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, TWO);
  g_autofree char *rules = g_build_filename (folder, "keeping.json", NULL);
  g_auto (Run) import = run ("import", "--directory", folder, path, NULL);
  g_auto (Run) all = run ("queue", "-d", folder, "--json", "--kind", "stale", NULL);
  g_auto (Run) there = run ("queue", "-d", folder, "--json", "-k", "stale", "-a", "SA48", NULL);
  g_auto (Run) text = run ("queue", "-d", folder, "-k", "stale", "-l", "1", NULL);
  g_auto (Run) wrong = run ("queue", "-d", folder, "--kind", "colour", NULL);
  g_auto (Run) complete = run ("completeness", "-d", folder, "--json", NULL);
  g_auto (Run) own = { 0 };
  json_object *list = json_of (&all), *near = json_of (&there), *known = json_of (&complete);
  json_object *item = dolen_json_at (dolen_json_get (near, "items"), 0);
  g_autofree char *title = dolen_json_get_text (item, "title");

  g_assert_cmpint (import.status, ==, 0);
  g_assert_cmpint (dolen_json_get_int (list, "total"), ==, 2);
  g_assert_cmpint (dolen_json_get_int (dolen_json_get (list, "by_kind"), "stale"), ==, 2);
  g_assert_cmpint (dolen_json_get_int (near, "total"), ==, 1);
  g_assert_cmpstr (title, ==, "Walking group");
  g_assert_cmpuint (dolen_json_length (dolen_json_get (item, "asks")), ==, 6);
  g_assert_nonnull (strstr (text.out, "1 of 2"));
  g_assert_cmpint (wrong.status, ==, 1);
  g_assert_nonnull (strstr (wrong.err, "stale"));
  g_assert_cmpint (dolen_json_get_int (known, "of"), ==, 2);
  g_assert_cmpint (dolen_json_get_int (dolen_json_get (known, "known"), "place"), ==, 1);
  g_assert_true (g_file_set_contents (rules, "{\"welsh\": false, \"try\": 1}", -1, NULL));
  own = run ("queue", "-d", folder, "-k", "welsh", NULL);
  g_assert_nonnull (strstr (own.out, "There is nothing to check."));
  json_object_put (list);
  json_object_put (near);
  json_object_put (known);
}

/* Suggested in one folder, read in twice, and in the queue once. */
static void
changes_travel_in_a_file (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, TWO);
  g_autofree char *file = g_build_filename (folder, "change.json", NULL);
  g_auto (Run) import = run ("import", "--directory", folder, path, NULL);
  g_auto (Run) search = run ("search", "-d", folder, "--json", "walking", NULL);
  json_object *found = json_of (&search);
  g_autofree char *id = dolen_json_get_text (dolen_json_at (found, 0), "id");
  g_auto (Run) suggest
          = run ("suggest", "-d", folder, "-b", "Mair", "-o", file, id, "fees", "Free", NULL);
  g_auto (Run) same = run ("suggest", "-d", folder, id, "colour", "blue", NULL);
  g_auto (Run) first = run ("changes", "-d", folder, "--json", file, NULL);
  g_auto (Run) again = run ("changes", "-d", folder, "--json", file, NULL);
  g_auto (Run) queue = run ("queue", "-d", folder, "--json", "-k", "suggestion", NULL);
  json_object *added = json_of (&first), *known = json_of (&again), *list = json_of (&queue);

  g_assert_cmpint (import.status, ==, 0);
  g_assert_cmpint (suggest.status, ==, 0);
  g_assert_cmpint (same.status, ==, 1);
  g_assert_cmpint (dolen_json_get_int (added, "added"), ==, 1);
  g_assert_cmpint (dolen_json_get_int (known, "added"), ==, 0);
  g_assert_cmpint (dolen_json_get_int (known, "known"), ==, 1);
  g_assert_cmpint (dolen_json_get_int (list, "total"), ==, 1);
  json_object_put (found);
  json_object_put (added);
  json_object_put (known);
  json_object_put (list);
}

/* What waits is told with its id, and decided by it; an act can be taken back. */
static void
changes_are_decided (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, TWO);
  g_autofree char *file = g_build_filename (folder, "change.json", NULL);
  g_auto (Run) import = run ("import", "--directory", folder, path, NULL);
  g_auto (Run) search = run ("search", "-d", folder, "--json", "walking", NULL);
  json_object *found = json_of (&search);
  g_autofree char *id = dolen_json_get_text (dolen_json_at (found, 0), "id");
  g_auto (Run) fields = run ("suggest", "--fields", NULL);
  g_auto (Run) now = run ("suggest", "-d", folder, "--fields", "--json", id, NULL);
  g_auto (Run) wrong = run ("suggest", "-d", folder, id, "places", "a few", NULL);
  g_auto (Run) suggest = run (
      "suggest", "-d", folder, "-b", "Mair", "-o", file, id, "times", "Fridays 10:00-11:00", NULL);
  g_auto (Run) read = run ("changes", "-d", folder, file, NULL);
  g_auto (Run) list = run ("changes", "-d", folder, "--json", NULL);
  json_object *changes = json_of (&list), *told = json_of (&now);
  g_autofree char *uid = dolen_json_get_text (dolen_json_at (changes, 0), "id");
  g_autofree char *would = dolen_json_get_text (dolen_json_at (changes, 0), "would");
  g_auto (Run) decline
          = run ("changes", "-d", folder, "--decline", uid, "--reason", "Not yet", NULL);
  g_auto (Run) again = run ("changes", "-d", folder, "--accept", uid, NULL);
  g_auto (Run) undo = run ("changes", "-d", folder, "--undo", uid, NULL);
  g_auto (Run) accept = run ("changes", "-d", folder, "--accept", uid, "--by", "Siân", NULL);
  g_auto (Run) none = run ("changes", "-d", folder, NULL);
  g_auto (Run) show = run ("show", "-d", folder, id, NULL);

  g_assert_cmpint (import.status, ==, 0);
  g_assert_nonnull (strstr (fields.out, "places"));
  g_assert_cmpuint (dolen_json_length (told), >, 20);
  g_assert_cmpint (wrong.status, ==, 1);
  g_assert_nonnull (strstr (wrong.err, "An example: "));
  g_assert_cmpint (suggest.status, ==, 0);
  g_assert_cmpint (read.status, ==, 0);
  g_assert_cmpstr (would, ==, "Fridays 10:00–11:00");
  g_assert_cmpint (decline.status, ==, 0);
  g_assert_cmpint (again.status, ==, 1);
  g_assert_cmpint (undo.status, ==, 0);
  g_assert_cmpint (accept.status, ==, 0);
  g_assert_nonnull (strstr (none.out, "No suggested change"));
  g_assert_nonnull (strstr (show.out, "Fridays 10:00–11:00"));
  json_object_put (found);
  json_object_put (changes);
  json_object_put (told);
}

/* Whose records go out is said by name; what a source wants said goes with them. */
static void
sources_are_chosen_for_an_export (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, TWO);
  g_autofree char *out = g_build_filename (folder, "out.json", NULL);
  g_autofree char *text = NULL;
  g_auto (Run) import = run ("import", "-d", folder, "--source", "Conwy", path, NULL);
  g_auto (Run) silent = run ("export", "-d", folder, out, NULL);
  g_auto (Run) licence = run (
      "sources", "-d", folder, "licence", "Conwy", "--licence", "OGL-UK-3.0", "--keep-here", NULL);
  g_auto (Run) strict = run ("export", "-d", folder, "--json", out, NULL);
  g_auto (Run) named = run ("export", "-d", folder, "-s", "Conwy", "-s", "here", out, NULL);
  g_auto (Run) unknown = run ("publish", "-d", folder, "-s", "Nobody", out, NULL);
  json_object *report = json_of (&strict);

  g_assert_cmpint (import.status, ==, 0);
  g_assert_nonnull (strstr (silent.err, "No licence is stated"));
  g_assert_cmpint (licence.status, ==, 0);
  g_assert_cmpstr (licence.out,
                   ==,
                   "Conwy\n    Open Government Licence v3.0\n"
                   "    What came from it may not be passed on.\n");
  g_assert_nonnull (strstr (strict.err, "Conwy is left out"));
  g_assert_cmpint (dolen_json_get_int (report, "services_of_others"), ==, 2);
  g_assert_cmpint (named.status, ==, 0);
  g_assert_nonnull (strstr (named.err, "may not be passed on"));
  g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Open Government Licence v3.0"));
  g_assert_cmpint (unknown.status, ==, 1);
  json_object_put (report);
}

/* The words of a service are gone from the index, though its rows all stand: only FTS5 can tell. */
static void
check_looks_into_the_index (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, TWO);
  g_autofree char *store = g_build_filename (folder, "directory.db", NULL);
  g_auto (Run) import = run ("import", "--directory", folder, path, NULL);
  g_auto (Run) check = { 0 };
  sqlite3 *handle = NULL;

  g_assert_cmpint (import.status, ==, 0);
  g_assert_cmpint (sqlite3_open (store, &handle), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (handle, "UPDATE search_text_en SET name = 'another'", NULL, NULL, NULL),
      ==,
      SQLITE_OK);
  sqlite3_close (handle);
  check = run ("check", "--directory", folder, NULL);
  g_assert_cmpint (check.status, ==, 1);
  g_assert_cmpstr (check.err, !=, "");
}

static void
assert_fails (const Run *result, const char *says)
{
  g_test_message ("%s", result->err);
  g_assert_cmpint (result->status, ==, 1);
  g_assert_nonnull (strstr (result->err, says));
}

static void
failures_are_told_on_stderr (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *empty = dolen_test_folder ();
  g_autofree char *path = feed (folder, "[{\"id\":1},{");
  g_auto (Run) broken = run ("import", "--directory", folder, path, NULL);
  g_auto (Run) absent = run ("import", "--directory", folder, "/nowhere.json", NULL);
  g_auto (Run) nothing = run ("import", "--directory", folder, NULL);
  g_auto (Run) hollow = run ("import", "--directory", folder, empty, NULL);
  g_auto (Run) none = run ("search", "--directory", empty, "x", NULL);
  g_auto (Run) unknown = run ("show", "--directory", folder, "no-such-id", NULL);
  g_auto (Run) option = run ("stats", "--nonsense", NULL);
  g_auto (Run) command = run ("dance", NULL);
  g_auto (Run) bare = run (NULL, NULL);

  assert_fails (&broken, "feed.json, record 2, byte 11");
  assert_fails (&absent, "nowhere.json");
  assert_fails (&nothing, "no file");
  assert_fails (&hollow, "no JSON");
  assert_fails (&none, "no directory");
  assert_fails (&unknown, "dolenctl: ");
  assert_fails (&option, "nonsense");
  assert_fails (&command, "dance");
  assert_fails (&bare, "import");
}

static char *
write_table (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* The same table under another name does not come in twice unless somebody says so. */
static void
a_renamed_table_is_asked_about (void)
{
  static const char TABLE[]
      = "Name,Postcode,Colour\nLunch club,SY25 6HX,Red\nWalking group,SA44 4SR,\n";
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = write_table (folder, "groups.csv", TABLE);
  g_autofree char *renamed = write_table (folder, "groups of march.csv", TABLE);
  g_auto (Run) first = run ("import", "--directory", folder, path, NULL);
  g_auto (Run) asked = run ("import", "--directory", folder, "--dry-run", renamed, NULL);
  g_auto (Run) same
          = run ("import", "--directory", folder, "--json", "--source", "groups", renamed, NULL);
  json_object *report = json_of (&same);
  json_object *services = json_object_object_get (report, "services");

  g_assert_cmpint (first.status, ==, 0);
  g_assert_nonnull (strstr (first.out, "Rows of the table: 2. Services made of them: 2."));
  g_assert_nonnull (strstr (first.err, "Columns that were not read: “Colour”."));
  g_assert_cmpint (asked.status, !=, 0);
  g_assert_nonnull (strstr (asked.err, "--source \"groups\""));
  g_assert_nonnull (strstr (asked.err, "2 of the 2"));
  g_assert_cmpint (json_object_get_int (json_object_object_get (services, "unchanged")), ==, 2);
  g_assert_cmpint (json_object_get_int (json_object_object_get (services, "added")), ==, 0);
  g_assert_cmpint (count_of (report, "rows", "read"), ==, 2);
  g_assert_cmpint (count_of (report, "rows", "services"), ==, 2);
  json_object_put (report);
}

static void
an_import_of_nothing_fails_and_says_why (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, "{\"version\":\"3.0\",\"openapi_url\":\"x\"}");
  g_auto (Run) root = run ("import", "--directory", folder, "--json", path, NULL);
  json_object *report = json_tokener_parse (root.out);

  assert_fails (&root, "feed.json, record 1");
  g_assert_cmpint (count_of (report, "services", "rejected"), ==, 1);
  json_object_put (report);
}

static void
it_speaks_welsh (void)
{
  g_auto (Run) help = run_welsh ("--help", NULL);
  g_auto (Run) english = run ("--help", NULL);

  g_assert_cmpint (help.status, ==, 0);
  g_assert_nonnull (strstr (english.out, "Usage: dolenctl"));
  g_assert_nonnull (strstr (help.out, "Defnydd: dolenctl"));
}

static void
the_manual_names_every_command (void)
{
  static const char *const COMMANDS[]
      = { "import",  "search",  "match",        "show",  "stats",  "queue",
          "suggest", "changes", "completeness", "check", "clashes" };
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_SOURCE_DIR"), "data", "dolenctl.1", NULL);
  g_autofree char *manual = NULL;

  g_assert_true (g_file_get_contents (path, &manual, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (COMMANDS); i++) {
    g_autofree char *heading = g_strdup_printf (".SS %s", COMMANDS[i]);
    g_assert_nonnull (strstr (manual, heading));
  }
}

/* A word that no term knows, found in a group's own text; and the scheme's own file, one thing in
 * which is wrong. */
static void
match_weighs_as_the_scheme_says (const char *folder, const char *profile)
{
  g_autofree char *weights = g_build_filename (folder, "matching.json", NULL);
  g_auto (Run) usual = { 0 };
  g_auto (Run) own = { 0 };
  g_auto (Run) nothing = { 0 };
  json_object *list, *first;
  int score;

  g_assert_true (
      g_file_set_contents (profile, "{ \"words\": [\"Lampeter\", \"Walking\"] }", -1, NULL));
  usual = run ("match", "--json", "-d", folder, profile, NULL);
  list = json_of (&usual);
  g_assert_cmpuint (json_object_array_length (list), ==, 1);
  first = json_object_array_get_idx (list, 0);
  g_assert_cmpstr (json_object_get_string (dolen_json_get (first, "name")), ==, "Walking group");
  g_assert_nonnull (strstr (json_object_to_json_string (first), "\"words\""));
  g_assert_nonnull (strstr (json_object_to_json_string (first), "\"question\""));
  score = dolen_json_get_int (first, "score");
  json_object_put (list);
  g_assert_true (g_file_set_contents (
      weights, "{ \"weights\": { \"closeness\": \"none\", \"karma\": \"lot\" } }", -1, NULL));
  own = run ("match", "--json", "-d", folder, profile, NULL);
  list = json_of (&own);
  g_assert_cmpint (dolen_json_get_int (json_object_array_get_idx (list, 0), "score"), !=, score);
  g_assert_nonnull (strstr (own.err, "weights.karma"));
  json_object_put (list);
  g_assert_true (g_file_set_contents (profile, "{ \"interests\": [\"xyzzy\"] }", -1, NULL));
  nothing = run ("match", "-d", folder, profile, NULL);
  g_assert_cmpint (nothing.status, !=, 0);
  g_assert_nonnull (strstr (nothing.err, "xyzzy"));
}

/* What is in the way, who could help, and a service that somebody has in mind. */
static void
match_names_the_help_and_says_why_not (const char *folder, const char *profile, const char *uid)
{
  g_auto (Run) helped = { 0 };
  g_auto (Run) why = { 0 };
  json_object *list, *help, *judged;

  g_assert_true (g_file_set_contents (
      profile, "{ \"interests\": [\"chess\"], \"barriers\": [\"no-car\"] }", -1, NULL));
  why = run ("match", "--json", "-d", folder, "--why", uid, profile, NULL);
  judged = json_of (&why);
  g_assert_cmpstr (json_object_get_string (dolen_json_get (judged, "id")), ==, uid);
  g_assert_cmpint (json_object_get_int (dolen_json_get (judged, "place")), ==, 0);
  g_assert_cmpstr (json_object_get_string (dolen_json_get (judged, "why_not")),
                   ==,
                   "Nothing of what is sought is said of it.");
  help = json_object_array_get_idx (dolen_json_get (judged, "help"), 0);
  g_assert_cmpstr (json_object_get_string (dolen_json_get (help, "barrier")), ==, "no-car");
  g_assert_cmpuint (json_object_array_length (dolen_json_get (help, "ask_group_for")), >, 0);
  json_object_put (judged);
  helped = run ("match", "--json", "-d", folder, profile, NULL);
  list = json_of (&helped);
  g_assert_cmpuint (json_object_array_length (list), ==, 0);
  g_assert_nonnull (strstr (helped.err, "Nothing here suits"));
  json_object_put (list);
}

/* What was read by a spelling is told, and nothing is said that contradicts itself. */
static void
match_tells_how_it_read (const char *folder, const char *profile)
{
  g_auto (Run) respelt = { 0 };
  g_auto (Run) nothing = { 0 };

  g_assert_true (g_file_set_contents (profile, "{ \"interests\": [\"walkng\"] }", -1, NULL));
  respelt = run ("match", "-d", folder, profile, NULL);
  g_assert_nonnull (strstr (respelt.err, "understood as: interests: walkng: walking"));
  g_assert_true (g_file_set_contents (profile, "{ \"needs\": [\"zzyzx\"] }", -1, NULL));
  nothing = run ("match", "-d", folder, profile, NULL);
  g_assert_cmpint (nothing.status, !=, 0);
  g_assert_nonnull (strstr (nothing.err, "looked for as it is: needs: zzyzx"));
  g_assert_nonnull (strstr (nothing.err, "no group uses its words"));
}

static void
match_ranks_and_says_why (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = feed (folder, TWO);
  g_autofree char *profile = g_build_filename (folder, "profile.json", NULL);
  g_auto (Run) imported = run ("import", "-d", folder, path, NULL);
  g_auto (Run) matched = { 0 };
  g_auto (Run) refused = { 0 };
  g_autofree char *uid = NULL;
  json_object *list, *first;

  g_assert_cmpint (imported.status, ==, 0);
  g_assert_true (g_file_set_contents (profile,
                                      "{ \"interests\": [\"cerdded\", \"xyzzy\"],"
                                      "  \"postcode\": \"SA48 7AA\" }",
                                      -1,
                                      NULL));
  matched = run ("match", "--json", "-d", folder, profile, NULL);
  list = json_of (&matched);
  g_assert_cmpuint (json_object_array_length (list), ==, 1);
  first = json_object_array_get_idx (list, 0);
  g_assert_cmpstr (json_object_get_string (dolen_json_get (first, "name")), ==, "Walking group");
  g_assert_cmpstr (json_object_get_string (dolen_json_get (first, "band")), ==, "help");
  g_assert_cmpuint (json_object_array_length (dolen_json_get (first, "reasons")), >=, 2);
  g_assert_nonnull (strstr (matched.err, "interests: xyzzy"));
  uid = g_strdup (json_object_get_string (dolen_json_get (first, "id")));
  json_object_put (list);
  match_weighs_as_the_scheme_says (folder, profile);
  match_names_the_help_and_says_why_not (folder, profile, uid);
  match_tells_how_it_read (folder, profile);
  g_assert_true (g_file_set_contents (profile, "{ \"age\": -1 }", -1, NULL));
  refused = run ("match", "-d", folder, profile, NULL);
  g_assert_cmpint (refused.status, !=, 0);
  g_assert_nonnull (strstr (refused.err, "age"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/tool/dolenctl/" name, function)
  ADD ("import reports in JSON", import_reports_in_json);
  ADD ("queue and completeness", queue_and_completeness);
  ADD ("changes travel in a file", changes_travel_in_a_file);
  ADD ("changes are decided", changes_are_decided);
  ADD ("sources are chosen for an export", sources_are_chosen_for_an_export);
  ADD ("search finds in both languages and by place", search_finds_in_both_languages_and_by_place);
  ADD ("match ranks and says why", match_ranks_and_says_why);
  ADD ("show, stats and check agree", show_stats_and_check_agree);
  ADD ("show says for whom and where", show_says_for_whom_and_where);
  ADD ("check looks into the index", check_looks_into_the_index);
  ADD ("failures are told on stderr", failures_are_told_on_stderr);
  ADD ("a renamed table is asked about", a_renamed_table_is_asked_about);
  ADD ("an import of nothing fails and says why", an_import_of_nothing_fails_and_says_why);
  ADD ("it speaks Welsh", it_speaks_welsh);
  ADD ("the manual names every command", the_manual_names_every_command);
  return g_test_run ();
}
