/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feed-server.h"
#include "format/dolen-json-value.h"
#include "support/dolen-test.h"

#include <string.h>

/* dolenctl sources, refresh and undo: the program itself, a server of this one. */

#define SERVICE(id, name)                                                                          \
  "{\"id\":\"" id "\",\"name\":\"" name "\",\"status\":\"active\",\"schedules\":[{\"id\":\"s\","   \
  "\"byday\":\"MO\"}]}"

typedef struct {
  FeedServer *server;
  char *folder;
  char *address;
  char *out; /* of the last run */
  char *err;
} Tool;

static void
tool_init (Tool *tool)
{
  tool->server = feed_server_new ();
  tool->folder = dolen_test_folder ();
  tool->address = g_strconcat (tool->server->base, "/services", NULL);
}

static void
tool_clear (Tool *tool)
{
  g_clear_pointer (&tool->server, feed_server_free);
  g_free (tool->folder);
  g_free (tool->address);
  g_free (tool->out);
  g_free (tool->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tool, tool_clear)

/* Arguments end with NULL. */
static int
run (Tool *tool, const char *first, ...)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *profile = g_build_filename (tool->folder, "profile", NULL);
  g_autofree char *cache = g_build_filename (tool->folder, "cache", NULL);
  GError *error = NULL;
  va_list more;

  g_ptr_array_add (arguments, (char *) g_getenv ("DOLENCTL"));
  va_start (more, first);
  for (const char *next = first; next != NULL; next = va_arg (more, const char *))
    g_ptr_array_add (arguments, (char *) next);
  va_end (more);
  g_ptr_array_add (arguments, (char *) "-d");
  g_ptr_array_add (arguments, profile);
  g_ptr_array_add (arguments, NULL);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", cache, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_free (tool->out);
  g_free (tool->err);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &tool->out, &tool->err, &error);
  g_assert_no_error (error);
  return g_subprocess_get_exit_status (process);
}

static int
first_number (Tool *tool, const char *key)
{
  json_object *root = json_tokener_parse (tool->out);
  json_object *object
      = json_object_is_type (root, json_type_array) ? json_object_array_get_idx (root, 0) : root;
  int number = dolen_json_get_int (object, key);

  json_object_put (root);
  return number;
}

static void
test_a_feed_is_added_read_undone_and_removed (void)
{
  g_auto (Tool) tool = { 0 };

  tool_init (&tool);
  feed_server_say (
      tool.server, "/services", "[" SERVICE ("1", "Choir") "," SERVICE ("2", "Garden") "]");
  g_assert_cmpint (run (&tool, "sources", "add", "Our feed", tool.address, NULL), ==, 0);
  g_assert_cmpuint (tool.server->asked->len, ==, 0); /* nothing goes out before it is asked */
  g_assert_cmpint (run (&tool, "refresh", "--json", NULL), ==, 0);
  g_assert_cmpint (first_number (&tool, "records"), ==, 2);
  g_assert_cmpint (run (&tool, "refresh", "our FEED", NULL), ==, 0);
  g_assert_nonnull (strstr (tool.out, "Nothing has changed"));
  g_assert_cmpint (run (&tool, "sources", "--json", NULL), ==, 0);
  g_assert_cmpint (first_number (&tool, "services"), ==, 2);
  g_assert_cmpint (run (&tool, "undo", "--list", "--json", NULL), ==, 0);
  g_assert_cmpint (first_number (&tool, "entry"), >, 0);
  g_assert_cmpint (run (&tool, "undo", "--json", NULL), ==, 0);
  g_assert_cmpint (first_number (&tool, "removed"), ==, 2);
  g_assert_cmpint (run (&tool, "undo", NULL), ==, 1);
  g_assert_cmpint (run (&tool, "sources", "remove", "Our feed", NULL), ==, 1);
  g_assert_cmpint (run (&tool, "sources", "remove", "Our feed", "--keep", NULL), ==, 0);
  g_assert_cmpint (run (&tool, "sources", NULL), ==, 0);
  g_assert_null (strstr (tool.out, "Our feed"));
}

static void
test_one_that_fails_does_not_keep_the_others (void)
{
  g_auto (Tool) tool = { 0 };
  g_autofree char *broken = NULL;

  tool_init (&tool);
  broken = g_strconcat (tool.server->base, "/broken/services", NULL);
  feed_server_say (tool.server, "/services", "[" SERVICE ("1", "Choir") "]");
  feed_server_play (
      tool.server, "/broken/services", &(FeedAnswer){ .body = (char *) "<html>", .status = 200 });
  g_assert_cmpint (run (&tool, "sources", "add", "A broken one", broken, NULL), ==, 0);
  g_assert_cmpint (run (&tool, "sources", "add", "Our feed", tool.address, NULL), ==, 0);
  g_assert_cmpint (run (&tool, "refresh", NULL), ==, 1);
  g_assert_nonnull (strstr (tool.err, "/broken/services: "));
  g_assert_nonnull (strstr (tool.out, "Our feed"));
}

static void
test_what_is_typed_wrongly_is_said (void)
{
  g_auto (Tool) tool = { 0 };

  tool_init (&tool);
  g_assert_cmpint (run (&tool, "sources", "add", "Feed", NULL), ==, 1);
  g_assert_cmpint (run (&tool, "sources", "add", "Feed", "http://example.org/x", NULL), ==, 1);
  g_assert_nonnull (strstr (tool.err, "https"));
  g_assert_cmpint (
      run (&tool, "sources", "add", "Feed", "example.org/x", "--every", "hourly", NULL), ==, 1);
  g_assert_cmpint (run (&tool, "sources", "burn", NULL), ==, 1);
  g_assert_cmpint (run (&tool, "refresh", NULL), ==, 1);
  g_assert_cmpint (run (&tool, "refresh", "Nobody's", NULL), ==, 1);
}

/* (transfer full): the uid of the one that a search finds. */
static char *
find (Tool *tool, const char *words)
{
  json_object *list;
  char *uid;

  g_assert_cmpint (run (tool, "search", "--json", words, NULL), ==, 0);
  list = json_tokener_parse (tool->out);
  uid = dolen_json_get_line (json_object_array_get_idx (list, 0), "id");
  json_object_put (list);
  g_assert_nonnull (uid);
  return uid;
}

static void
import_two (Tool *tool)
{
  feed_server_say (
      tool->server,
      "/services",
      "[" SERVICE ("1", "Choir") ",{\"id\":\"2\",\"name\":\"Singers\","
                                 "\"status\":\"active\",\"email\":\"singers@example.org\"}]");
  run (tool, "sources", "add", "Our feed", tool->address, NULL);
  g_assert_cmpint (run (tool, "refresh", NULL), ==, 0);
}

/* Of the object, or of the first of the list, that was printed last. */
static void
assert_says (Tool *tool, const char *key, const char *expected)
{
  json_object *root = json_tokener_parse (tool->out);
  json_object *object
      = json_object_is_type (root, json_type_array) ? json_object_array_get_idx (root, 0) : root;
  g_autofree char *text = dolen_json_get_line (object, key);

  json_object_put (root);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_two_records_are_made_one (void)
{
  g_auto (Tool) tool = { 0 };
  g_autofree char *kept = NULL;
  g_autofree char *gone = NULL;

  tool_init (&tool);
  import_two (&tool);
  kept = find (&tool, "choir");
  gone = find (&tool, "singers");
  g_assert_cmpint (run (&tool, "merge", kept, gone, NULL), ==, 0);
  g_assert_nonnull (strstr (tool.out, "Taken over: E-mail\n"));
  g_assert_cmpint (run (&tool, "show", kept, NULL), ==, 0);
  g_assert_nonnull (strstr (tool.out, "singers@example.org"));
  g_assert_cmpint (run (&tool, "show", gone, NULL), ==, 0);
  g_assert_nonnull (strstr (tool.out, "Merged into “Choir” ("));
  g_assert_nonnull (strstr (tool.out, kept));
  g_assert_cmpint (run (&tool, "show", "--json", gone, NULL), ==, 0);
  assert_says (&tool, "merged_into", kept);
}

static void
test_a_merge_is_listed_and_undone (void)
{
  g_auto (Tool) tool = { 0 };
  g_autofree char *kept = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *number = NULL;

  tool_init (&tool);
  import_two (&tool);
  kept = find (&tool, "choir");
  gone = find (&tool, "singers");
  g_assert_cmpint (run (&tool, "merge", kept, gone, NULL), ==, 0);
  g_assert_cmpint (run (&tool, "undo", "--list", NULL), ==, 0);
  g_assert_nonnull (strstr (tool.out, "“Singers” merged into “Choir”\n"));
  g_assert_nonnull (strstr (tool.out, "Our feed"));
  g_assert_cmpint (run (&tool, "undo", "--list", "--json", NULL), ==, 0);
  assert_says (&tool, "act", "merge");
  assert_says (&tool, "kept", kept);
  assert_says (&tool, "gone", gone);
  number = g_strdup_printf ("%d", first_number (&tool, "entry"));
  g_assert_cmpint (run (&tool, "undo", number, NULL), ==, 0);
  g_assert_cmpint (run (&tool, "show", gone, NULL), ==, 0);
  g_assert_null (strstr (tool.out, "Merged"));
  g_assert_cmpint (run (&tool, "undo", "--list", NULL), ==, 0);
  g_assert_nonnull (strstr (tool.out, "merged into “Choir” (undone)"));
  g_assert_cmpint (run (&tool, "undo", NULL), ==, 0);
  g_assert_cmpint (run (&tool, "undo", "--list", NULL), ==, 0);
  g_assert_null (strstr (tool.out, "“”"));
  g_assert_nonnull (strstr (tool.out, kept));
}

/* A spreadsheet opens what is called one. */
static void
test_an_export_is_what_its_name_says (void)
{
  static const struct {
    const char *name, *format;
    gboolean json, map;
  } CASES[] = { { "out.csv", "csv", FALSE, FALSE },
                { "out.GeoJSON", "geojson", TRUE, TRUE },
                { "out.json", "hsds", TRUE, FALSE } };
  g_auto (Tool) tool = { 0 };

  tool_init (&tool);
  g_assert_cmpint (run (&tool, "sources", "add", "Our feed", tool.address, NULL), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *out = g_build_filename (tool.folder, CASES[i].name, NULL);
    g_autofree char *other = g_build_filename (tool.folder, "other", NULL);
    g_autofree char *text = NULL, *same = NULL;

    g_assert_cmpint (run (&tool, "export", out, NULL), ==, 0);
    g_assert_cmpint (run (&tool, "export", other, "--format", CASES[i].format, NULL), ==, 0);
    g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
    g_assert_true (g_file_get_contents (other, &same, NULL, NULL));
    g_assert_cmpint (strchr (text, '{') != NULL, ==, CASES[i].json);
    g_assert_cmpint (strstr (text, "FeatureCollection") != NULL, ==, CASES[i].map);
    g_assert_cmpuint (strlen (text), ==, strlen (same));
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/tool/dolenctl-feeds/" #name, test_##name)
  ADD (a_feed_is_added_read_undone_and_removed);
  ADD (one_that_fails_does_not_keep_the_others);
  ADD (an_export_is_what_its_name_says);
  ADD (what_is_typed_wrongly_is_said);
  ADD (two_records_are_made_one);
  ADD (a_merge_is_listed_and_undone);
#undef ADD
  return g_test_run ();
}
