/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-edits.h"
#include "format/dolen-json-value.h"
#include "support/dolen-test.h"
#include "tool/run.h"

#include <string.h>

/* What dolenctl tells of one group: whether it runs, how to join, who says so. */

#define FEED                                                                                       \
  "[{\"id\":\"1\",\"name\":\"Choir\",\"status\":\"active\",\"application_process\":\"Referral by " \
  "agency\",\"service_at_locations\":[{\"location\":{\"id\":\"l\",\"name\":\"Hall\","              \
  "\"accessibility\":[{\"description\":\"Step free. Ring first\"}],"                               \
  "\"addresses\":[{\"city\":\"Lampeter\",\"postal_code\":\"SA48 7AA\"}]}}]},"                      \
  "{\"id\":\"2\",\"name\":\"Singing for all\",\"status\":\"active\"},"                             \
  "{\"id\":\"3\",\"name\":\"Chess\",\"status\":\"temporarily closed\"}]"

typedef struct {
  char *folder;
  char *choir, *singing, *chess;
} Fixture;

static char *
find_id (const char *folder, const char *name)
{
  g_auto (Run) search = run ("search", "-d", folder, "--json", name, NULL);
  json_object *found = json_of (&search);
  char *id = dolen_json_get_text (dolen_json_at (found, 0), "id");

  g_assert_nonnull (id);
  json_object_put (found);
  return id;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "feed.json", NULL);

  g_assert_true (g_file_set_contents (path, FEED, -1, NULL));
  {
    g_auto (Run) import = run ("import", "-d", folder, "--source", "Ceredigion", path, NULL);

    g_assert_cmpint (import.status, ==, 0);
  }
  fixture->choir = find_id (folder, "choir");
  fixture->singing = find_id (folder, "singing");
  fixture->chess = find_id (folder, "chess");
  fixture->folder = g_steal_pointer (&folder);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_free (fixture->folder);
  g_free (fixture->choir);
  g_free (fixture->singing);
  g_free (fixture->chess);
}

static DolenDirectory *
open_directory (const Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.db", NULL);
  g_autoptr (GError) error = NULL;
  DolenDirectory *directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  return directory;
}

/* Before when and where it would be. */
static void
assert_first (const Run *show, const char *said)
{
  const char *there = strstr (show->out, said);
  const char *facts = strstr (show->out, "\n\n");

  g_assert_nonnull (there);
  g_assert_true (there < facts);
}

static void
a_closed_group_says_so_first (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *place = g_strdup_printf ("in its place: Singing for all (%s)", fixture->singing);

  {
    g_autoptr (DolenDirectory) directory = open_directory (fixture);

    g_assert_cmpint (dolen_edit_close (directory,
                                       fixture->choir,
                                       "2026-05-04",
                                       "nobody to lead it",
                                       fixture->singing,
                                       NULL,
                                       NULL),
                     >,
                     0);
  }
  {
    g_auto (Run) show = run ("show", "-d", fixture->folder, fixture->choir, NULL);
    g_auto (Run) json = run ("show", "-d", fixture->folder, "--json", fixture->choir, NULL);
    json_object *told = json_of (&json);
    g_autofree char *on = dolen_json_get_text (told, "closed_on");

    assert_first (&show, "Closed since 4 May 2026 · nobody to lead it");
    assert_first (&show, place);
    g_assert_cmpstr (on, ==, "2026-05-04");
    json_object_put (told);
  }
}

static void
a_paused_group_says_until_when (Fixture *fixture, gconstpointer unused)
{
  {
    g_autoptr (DolenDirectory) directory = open_directory (fixture);

    g_assert_cmpint (dolen_edit_pause (directory,
                                       fixture->choir,
                                       "2099-09-01",
                                       "the hall is being mended",
                                       DOLEN_TOLD_BY_CALL,
                                       NULL,
                                       NULL,
                                       NULL),
                     >,
                     0);
    g_assert_cmpint (dolen_edit_set_field (
                         directory, "service", fixture->singing, "do_not_list", "1", NULL, NULL),
                     >,
                     0);
  }
  {
    g_auto (Run) paused = run ("show", "-d", fixture->folder, fixture->choir, NULL);
    g_auto (Run) unlisted = run ("show", "-d", fixture->folder, fixture->singing, NULL);
    g_auto (Run) by_feed = run ("show", "-d", fixture->folder, fixture->chess, NULL);

    assert_first (&paused, "Paused until 1 September 2099 · the hall is being mended");
    assert_first (&unlisted, "Do not list");
    assert_first (&by_feed, "Closed for now");
  }
}

static void
a_group_gone_from_its_feed_says_so (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "feed.json", NULL);
  const char *left = "[{\"id\":\"2\",\"name\":\"Singing for all\",\"status\":\"active\"},"
                     "{\"id\":\"3\",\"name\":\"Chess\",\"status\":\"active\"}]";

  g_assert_true (g_file_set_contents (path, left, -1, NULL));
  {
    g_auto (Run) import = run (
        "import", "-d", fixture->folder, "--complete", "--source", "Ceredigion", path, NULL);
    g_auto (Run) show = run ("show", "-d", fixture->folder, fixture->choir, NULL);

    g_assert_cmpint (import.status, ==, 0);
    assert_first (&show, "Not in its feed since ");
  }
}

static void
joining_access_names_and_source_are_told (Fixture *fixture, gconstpointer unused)
{
  {
    g_autoptr (DolenDirectory) directory = open_directory (fixture);

    g_assert_cmpint (
        dolen_edit_set_field (directory, "service", fixture->choir, "name_cy", "Y Côr", NULL, NULL),
        >,
        0);
    g_assert_cmpint (
        dolen_edit_still_true (
            directory, fixture->choir, DOLEN_TOLD_BY_CALL, NULL, "times,contact", NULL, NULL),
        >,
        0);
  }
  {
    g_auto (Run) show = run ("show", "-d", fixture->folder, fixture->choir, NULL);
    g_auto (Run) other = run ("show", "-d", fixture->folder, fixture->singing, NULL);

    g_assert_true (g_str_has_prefix (show.out, "Choir\nY Côr\n"));
    g_assert_nonnull (strstr (show.out, "How to join              Referral by agency\n"));
    g_assert_nonnull (strstr (show.out, "Access                   Step free. Ring first\n"));
    g_assert_nonnull (
        strstr (show.out,
                "Where this comes from    Feed: Ceredigion. Last confirmed today (by telephone)"));
    g_assert_nonnull (strstr (other.out, "Feed: Ceredigion. Never confirmed by anybody"));
  }
}

/* Who changed what, and why not. */
static void
the_history_is_told (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (fixture->folder, "change.json", NULL);
  g_autofree char *uid = NULL;

  {
    g_autoptr (DolenDirectory) directory = open_directory (fixture);

    g_assert_cmpint (
        dolen_edit_set_field (
            directory, "service", fixture->choir, "phone", "01570422000", "Siân", NULL),
        >,
        0);
  }
  {
    g_auto (Run) suggest = run (
        "suggest", "-d", fixture->folder, "-o", file, fixture->choir, "fees", "£9", NULL);
    g_auto (Run) read = run ("changes", "-d", fixture->folder, file, NULL);
    g_auto (Run) list = run ("changes", "-d", fixture->folder, "--json", NULL);
    json_object *changes = json_of (&list);

    g_assert_cmpint (suggest.status, ==, 0);
    g_assert_cmpint (read.status, ==, 0);
    uid = dolen_json_get_text (dolen_json_at (changes, 0), "id");
    json_object_put (changes);
  }
  {
    g_auto (Run) decline
            = run ("changes", "-d", fixture->folder, "-x", uid, "-r", "Rang them: £2", NULL);
    g_auto (Run) show = run ("show", "-d", fixture->folder, "--history", fixture->choir, NULL);
    g_auto (Run) plain = run ("show", "-d", fixture->folder, fixture->choir, NULL);
    g_auto (Run) never = run ("show", "-d", fixture->folder, "--history", fixture->chess, NULL);

    g_assert_cmpint (decline.status, ==, 0);
    g_assert_nonnull (strstr (show.out, ", Siân  Telephone: nothing → 01570 422000\n"));
    g_assert_nonnull (strstr (show.out, "  Suggestion declined: Rang them: £2\n"));
    g_assert_null (strstr (plain.out, "Siân"));
    g_assert_true (g_str_has_suffix (never.out, "History\nNothing Changed Yet\n"));
  }
}

static void
edit_and_change_in_the_feed (const Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "feed.json", NULL);
  const char *changed = "[{\"id\":\"2\",\"name\":\"Singing for all\",\"status\":\"active\","
                        "\"phone\":\"01570 333333\"}]";

  {
    g_autoptr (DolenDirectory) directory = open_directory (fixture);

    g_assert_cmpint (
        dolen_edit_set_field (
            directory, "service", fixture->singing, "phone", "01570222222", NULL, NULL),
        >,
        0);
  }
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
  {
    g_auto (Run) import
            = run ("import", "-d", fixture->folder, "--source", "Ceredigion", path, NULL);

    g_assert_cmpint (import.status, ==, 0);
  }
}

static void
a_clash_is_listed_and_settled (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *line = g_strdup_printf ("%s  phone  Singing for all\n", fixture->singing);

  edit_and_change_in_the_feed (fixture);
  {
    const char *folder = fixture->folder, *id = fixture->singing;
    g_auto (Run) list = run ("clashes", "-d", folder, NULL);
    g_auto (Run) queue = run ("queue", "-d", folder, "--kind", "clash", NULL);
    g_auto (Run) both = run ("clashes", "-d", folder, "--keep", "--take", id, "phone", NULL);
    g_auto (Run) other = run ("clashes", "-d", folder, "--keep", id, "email", NULL);
    g_auto (Run) keep = run ("clashes", "-d", folder, "--keep", "--json", id, "phone", NULL);
    json_object *kept = json_of (&keep);
    g_autofree char *entry = g_strdup_printf ("%d", dolen_json_get_int (kept, "entry"));
    g_auto (Run) none = run ("clashes", "-d", folder, NULL);
    g_auto (Run) undo = run ("undo", "-d", folder, entry, NULL);
    g_auto (Run) take = run ("clashes", "-d", folder, "--take", id, "phone", NULL);
    g_auto (Run) show = run ("show", "-d", folder, id, NULL);

    g_assert_nonnull (strstr (list.out, line));
    g_assert_nonnull (strstr (list.out, "Telephone: here 01570 222222, the feed 01570 333333\n"));
    g_assert_nonnull (strstr (queue.out, "Telephone: here 01570 222222, the feed 01570 333333\n"));
    g_assert_cmpint (both.status, ==, 1);
    g_assert_cmpint (other.status, ==, 1);
    g_assert_nonnull (strstr (none.out, "No field clashes with a feed."));
    g_assert_cmpint (undo.status, ==, 0);
    g_assert_nonnull (strstr (take.out, "Theirs is taken\n"));
    g_assert_nonnull (strstr (show.out, "01570 333333"));
    json_object_put (kept);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/tool/dolenctl-show/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a closed group says so first", a_closed_group_says_so_first);
  ADD ("a paused group says until when", a_paused_group_says_until_when);
  ADD ("a group gone from its feed says so", a_group_gone_from_its_feed_says_so);
  ADD ("joining, access, names and source are told", joining_access_names_and_source_are_told);
  ADD ("the history is told", the_history_is_told);
  ADD ("a clash is listed and settled", a_clash_is_listed_and_settled);
  return g_test_run ();
}
