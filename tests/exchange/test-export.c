/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "directory/dolen-directory-private.h"
#include "directory/dolen-edit-parts.h"
#include "exchange/out/dolen-export.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <json-c/json.h>
#include <string.h>

static DolenDirectory *
import (const char *path)
{
  DolenDirectory *directory = samples_open ();
  g_autoptr (DolenImportReport) report = imports_read (directory, path);

  return directory;
}

static char *export(DolenDirectory *directory, DolenExportFormat format, DolenExportReport *report)
{
  static int number;
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *name = g_strdup_printf ("out-%d", number++);
  char *path = g_build_filename (folder, name, NULL);
  GError *error = NULL;

  dolen_export_run (directory, format, path, NULL, report, &error);
  g_assert_no_error (error);
  return path;
}

static char *
read_text (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* What must not be found outside; each stands somewhere in the group below. */
static const char *const CANARIES[]
    = { "Canary-Said-No",  "canary-said-no", "01632960901",   "01632 960901",    "Canary-Refuge",
        "Canary-Street",   "SY99",           "Canary-Funder", "Canary-Teller",   "Canary-Asked",
        "Canary-Unlisted", "Canary-Closed",  "52.4242",       "Canary-Personal", "Canary-Evidence",
        "Canary-Note" };

static const char GROUP[]
    = "{\"contents\":[{\"id\":\"g1\",\"name\":\"Open Group\",\"status\":\"active\","
      "\"email\":\"Canary-Personal.Jones@gmail.com\","
      "\"contacts\":[{\"name\":\"Canary-Said-No\",\"email\":\"canary-said-no@group.example\","
      "\"phones\":[{\"number\":\"01632 960901\"}],\"x_dolen_contact_permission\":\"workers-only\"},"
      "{\"name\":\"Bookings\",\"phones\":[{\"number\":\"01632 960900\"}],"
      "\"x_dolen_contact_permission\":\"given-out\"}],"
      "\"service_at_locations\":[{\"id\":\"l1\",\"location\":{\"id\":\"v1\",\"location_type\":"
      "\"physical\",\"name\":\"Canary-Refuge\",\"latitude\":52.4242,\"longitude\":-4,"
      "\"x_dolen_hide_address\":true,\"addresses\":[{\"address_1\":\"1 Canary-Street\",\"city\":"
      "\"Town\",\"postal_code\":\"SY99 1AA\"}]}}],"
      "\"x_dolen_funding\":[{\"funder\":\"Canary-Funder\",\"ends_on\":\"2027-01-01\",\"evidence\":"
      "\"Canary-Evidence\"}],"
      "\"x_dolen_capacity\":[{\"status\":\"places\",\"places_free\":4,\"as_of\":\"2026-11-01\","
      "\"source\":\"call\",\"by\":\"Canary-Teller\",\"note\":\"Canary-Note\"}],"
      "\"x_dolen_confirmed\":[{\"on\":\"2026-11-01\",\"by\":\"Canary-Asked\",\"how\":\"call\","
      "\"outcome\":\"reached\",\"facts\":[\"times\"]}]},"
      "{\"id\":\"g2\",\"name\":\"Canary-Closed\",\"status\":\"defunct\"},"
      "{\"id\":\"g3\",\"name\":\"Canary-Unlisted\",\"status\":\"inactive\"}]}";

static DolenDirectory *
import_text (const char *text)
{
  g_autofree char *path = imports_write ("made.json", text);

  return import (path);
}

static void
take_bookings (DolenRow *row, gpointer list)
{
  g_ptr_array_add (list, dolen_row_take_text (row));
  g_ptr_array_add (list, dolen_row_take_text (row));
}

/* The group, and "Bookings" was asked here and may be given out. */
static DolenDirectory *
import_group (void)
{
  DolenDirectory *directory = import_text (GROUP);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  dolen_directory_each (directory,
                        "SELECT s.uid, c.uid FROM contact c JOIN service s ON s.id = c.service"
                        " WHERE c.role = 'Bookings' AND ?1 = 0",
                        0,
                        take_bookings,
                        uids,
                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uids->len, ==, 2);
  dolen_edit_set_permission (directory,
                             "service",
                             uids->pdata[0],
                             uids->pdata[1],
                             DOLEN_PERMISSION_GIVEN_OUT,
                             NULL,
                             &error);
  g_assert_no_error (error);
  return directory;
}

static void
assert_no_canary (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);
    assert_no_canary (inner);
  }
  if (dir != NULL)
    return;
  text = read_text (path);
  for (guint i = 0; i < G_N_ELEMENTS (CANARIES); i++)
    if (strstr (text, CANARIES[i]) != NULL)
      g_error ("%s holds %s", path, CANARIES[i]);
}

static void
test_what_may_not_leave_does_not (void)
{
  g_autoptr (DolenDirectory) directory = import_group ();

  for (guint i = 0; i < DOLEN_N_EXPORTS; i++) {
    DolenExportReport report = { 0 };
    g_autofree char *path = export(directory, (DolenExportFormat) i, &report);

    assert_no_canary (path);
    g_assert_cmpuint (report.services, ==, 1);
    g_assert_cmpuint (report.services_kept_back, ==, 2);
    g_assert_cmpuint (report.contacts_kept_back, ==, 1);
    g_assert_cmpuint (report.places_kept_back, ==, 1);
  }
}

/* Whoever said no is reached by nothing: neither as a contact, nor where their number or mailbox
 * stands as the group's own, the organisation's or a sister group's. */
static const char REFUSED[]
    = "{\"contents\":[{\"id\":\"g1\",\"name\":\"Open Group\",\"status\":\"active\","
      "\"email\":\"Canary-said-no@group.example\",\"phones\":[{\"number\":\"01632 960903\"}],"
      "\"organization\":{\"id\":\"o1\",\"name\":\"Trust\",\"email\":\"canary-asked@group.example\","
      "\"phones\":[{\"number\":\"01632 960901\"}],\"contacts\":[{\"name\":\"Canary-Refuge\","
      "\"phones\":[{\"number\":\"01632 960903\"}],\"x_dolen_contact_permission\":"
      "\"workers-only\"}]},"
      "\"contacts\":[{\"name\":\"Canary-Said-No\",\"email\":\"canary-said-no@group.example\","
      "\"phones\":[{\"number\":\"01632 960901\"}],\"x_dolen_contact_permission\":"
      "\"workers-only\"}]},"
      "{\"id\":\"g2\",\"name\":\"Second Group\",\"status\":\"active\","
      "\"email\":\"office@group.example\",\"phones\":[{\"number\":\"01632 960904\"}],"
      "\"organization\":{\"id\":\"o1\",\"name\":\"Trust\"},"
      "\"contacts\":[{\"title\":\"Bookings\",\"phones\":[{\"number\":\"01632 960904\"}]},"
      "{\"name\":\"Canary-Asked\",\"email\":\"canary-asked@group.example\"}]}]}";

static void
test_a_refused_number_or_mailbox_leaves_nowhere (void)
{
  static const char *const more[]
      = { "anary-said-no", "canary-asked", "960901", "960 901", "960903", "Canary" };
  g_autoptr (DolenDirectory) directory = import_text (REFUSED);

  for (guint i = 0; i < DOLEN_N_EXPORTS; i++) {
    DolenExportReport report = { 0 };
    g_autofree char *path = export(directory, (DolenExportFormat) i, &report);
    g_autofree char *text = NULL;

    assert_no_canary (path);
    g_assert_cmpuint (report.contacts_kept_back, ==, 4);
    if (i == DOLEN_EXPORT_HSDS_CSV)
      continue;
    text = read_text (path);
    for (guint k = 0; k < G_N_ELEMENTS (more); k++)
      if (strstr (text, more[k]) != NULL)
        g_error ("%s holds %s", path, more[k]);
    if (i == DOLEN_EXPORT_HSDS) {
      g_assert_nonnull (strstr (text, "960904"));
      g_assert_nonnull (strstr (text, "office@group.example"));
    }
  }
}

static void
test_what_is_given_out_leaves (void)
{
  g_autoptr (DolenDirectory) directory = import_group ();

  for (guint i = 0; i < DOLEN_N_EXPORTS; i++) {
    g_autofree char *path = NULL;
    g_autofree char *text = NULL;

    if (i == DOLEN_EXPORT_HSDS_CSV)
      continue;
    path = export(directory, (DolenExportFormat) i, NULL);
    text = read_text (path);
    g_assert_nonnull (strstr (text, "Open Group"));
    g_assert_nonnull (strstr (text, "01632 960900"));
    g_assert_cmpint (strstr (text, "x_dolen") != NULL, ==, i == DOLEN_EXPORT_HSDS);
  }
}

/* The same text whatever the ids: keys sorted, ids left out, lists in the order of their texts. */
static void append_plain (GString *text, json_object *value);

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
append_sorted (GString *text, GPtrArray *parts, char open, char close)
{
  g_ptr_array_sort (parts, compare_texts);
  g_string_append_c (text, open);
  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s;", (char *) parts->pdata[i]);
  g_string_append_c (text, close);
}

static gboolean
is_id (const char *key)
{
  /* Where it came from last is another place each time. */
  return strcmp (key, "id") == 0 || g_str_has_suffix (key, "_id")
         || strcmp (key, "x_dolen_source") == 0;
}

static void
append_object (GString *text, json_object *object)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  json_object_object_foreach (object, key, value)
  {
    GString *part = g_string_new (NULL);

    if (is_id (key)) {
      g_string_free (part, TRUE);
      continue;
    }
    g_string_append_printf (part, "%s=", key);
    append_plain (part, value);
    g_ptr_array_add (parts, g_string_free (part, FALSE));
  }
  append_sorted (text, parts, '{', '}');
}

static void
append_plain (GString *text, json_object *value)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (json_object_is_type (value, json_type_object)) {
    append_object (text, value);
    return;
  }
  if (!json_object_is_type (value, json_type_array)) {
    g_string_append (text, json_object_get_string (value));
    return;
  }
  for (gsize i = 0; i < json_object_array_length (value); i++) {
    GString *part = g_string_new (NULL);

    append_plain (part, json_object_array_get_idx (value, i));
    g_ptr_array_add (parts, g_string_free (part, FALSE));
  }
  append_sorted (text, parts, '[', ']');
}

static GPtrArray *
plain_services (const char *path)
{
  json_object *all = json_object_from_file (path);
  json_object *contents = json_object_object_get (all, "contents");
  GPtrArray *services = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < json_object_array_length (contents); i++) {
    GString *text = g_string_new (NULL);

    append_plain (text, json_object_array_get_idx (contents, i));
    g_ptr_array_add (services, g_string_free (text, FALSE));
  }
  g_ptr_array_sort (services, compare_texts);
  json_object_put (all);
  return services;
}

/* Only those who said yes leave; whoever reads it has to ask them again
 * (test_a_yes_to_another_is_not_one_to_us), and here all say yes. */
static void
ask_all (DolenDirectory *directory)
{
  GError *error = NULL;

  dolen_directory_run (
      directory, "UPDATE contact SET permission = 'given-out' WHERE ?1 = 0", 0, &error);
  g_assert_no_error (error);
}

static void
assert_comes_back (DolenDirectory *directory, DolenExportFormat format)
{
  g_autofree char *first = export(directory, format, NULL);
  g_autofree char *named = g_strconcat (first, ".json", NULL);
  g_autoptr (DolenDirectory) again = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpint (g_rename (first, named), ==, 0);
  again = import (named);
  ask_all (again);
  second = export(again, format, NULL);
  before = plain_services (named);
  after = plain_services (second);
  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpstr (before->pdata[i], ==, after->pdata[i]);
}

static void
test_the_sample_comes_back_as_it_was (void)
{
  g_autoptr (DolenDirectory) directory = imports_sample ();

  assert_comes_back (directory, DOLEN_EXPORT_HSDS);
}

static void
test_a_real_feed_comes_back_as_it_was (void)
{
  g_autofree char *path = dolen_test_shared ("oruk1-northlincs/services.json");
  g_autoptr (DolenDirectory) directory = NULL;

  if (path == NULL)
    return;
  directory = import (path);
  assert_comes_back (directory, DOLEN_EXPORT_HSDS);
}

static void
test_a_yes_to_another_is_not_one_to_us (void)
{
  g_autoptr (DolenDirectory) directory = imports_sample ();
  DolenExportReport given = { 0 }, report = { 0 };
  g_autofree char *first = export(directory, DOLEN_EXPORT_HSDS, &given);
  g_autofree char *named = g_strconcat (first, ".json", NULL);
  g_autoptr (DolenDirectory) again = NULL;
  g_autofree char *second = NULL, *text = NULL, *there = read_text (first);

  g_assert_cmpint (g_rename (first, named), ==, 0);
  again = import (named);
  second = export(again, DOLEN_EXPORT_HSDS, &report);
  text = read_text (second);
  g_assert_nonnull (strstr (there, "\"given-out\""));
  g_assert_null (strstr (text, "\"given-out\""));
  g_assert_cmpuint (report.contacts_kept_back, >, 0);
}

static void
test_a_spreadsheet_is_given_no_formula (void)
{
  g_autoptr (DolenDirectory) directory = import_text (
      "{\"contents\":[{\"id\":\"1\",\"name\":\"=HYPERLINK(\\\"http://bad\\\")\",\"status\":"
      "\"active\",\"description\":\"-2+3\"}]}");
  g_autofree char *path = export(directory, DOLEN_EXPORT_CSV, NULL);
  g_autofree char *text = read_text (path);

  g_assert_nonnull (strstr (text, "\"'=HYPERLINK(\"\"http://bad\"\")\""));
  g_assert_nonnull (strstr (text, "\"'-2+3\""));
}

static void
test_a_failed_export_leaves_what_was_there (void)
{
  g_autoptr (DolenDirectory) directory = imports_sample ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "kept.json", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  DolenExportOptions options = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "as it was", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (dolen_export_run (directory, DOLEN_EXPORT_HSDS, path, &options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  text = read_text (path);
  g_assert_cmpstr (text, ==, "as it was");
}

static void
test_a_folder_of_somebody_elses_is_left_alone (void)
{
  g_autoptr (DolenDirectory) directory = imports_sample ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *photo = g_build_filename (folder, "photo.jpg", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) published = NULL;

  g_assert_true (g_file_set_contents (photo, "x", -1, NULL));
  g_assert_false (dolen_export_run (directory, DOLEN_EXPORT_HSDS_CSV, folder, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_false (dolen_publish (directory, folder, NULL, NULL, &published));
  g_assert_error (published, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
}

/* A web root or a data package that somebody else made has files of the same names. */
static void
assert_left_alone (const char *name, gboolean publishes)
{
  static const char theirs[] = "{\"version\":\"HSDS-UK-3.0\",\"name\":\"theirs\"}";
  g_autoptr (DolenDirectory) directory = import_text (GROUP);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *pages = g_build_filename (folder, "services", NULL);
  g_autofree char *page = g_build_filename (pages, "theirs.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, theirs, -1, NULL));
  g_assert_cmpint (g_mkdir (pages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (page, theirs, -1, NULL));
  if (publishes)
    dolen_publish (directory, folder, NULL, NULL, &error);
  else
    dolen_export_run (directory, DOLEN_EXPORT_HSDS_CSV, folder, NULL, NULL, &error);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  text = read_text (path);
  g_assert_cmpstr (text, ==, theirs);
  g_assert_true (g_file_test (page, G_FILE_TEST_EXISTS));
}

static void
test_files_of_our_names_make_no_folder_ours (void)
{
  assert_left_alone ("index.json", TRUE);
  assert_left_alone ("datapackage.json", FALSE);
}

static void
test_tables_are_written_again (void)
{
  g_autoptr (DolenDirectory) directory = import_text (GROUP);
  g_autofree char *folder = export(directory, DOLEN_EXPORT_HSDS_CSV, NULL);
  GError *error = NULL;

  dolen_export_run (directory, DOLEN_EXPORT_HSDS_CSV, folder, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_only_pages_of_services_are_taken_away (void)
{
  g_autoptr (DolenDirectory) directory = import_text (GROUP);
  g_autofree char *root = dolen_test_folder ();
  g_autofree char *folder = g_build_filename (root, "site", NULL);
  g_autofree char *kept = g_build_filename (folder, "services", "package.json", NULL);
  g_autofree char *gone
      = g_build_filename (folder, "services", "00000000-0000-4000-8000-000000000000.json", NULL);
  GError *error = NULL;

  dolen_publish (directory, folder, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (kept, "{}", -1, NULL));
  g_assert_true (g_file_set_contents (gone, "{}", -1, NULL));
  dolen_publish (directory, folder, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
}

static guint
count_pages (const char *folder)
{
  g_autofree char *pages = g_build_filename (folder, "services", NULL);
  g_autoptr (GDir) dir = g_dir_open (pages, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_pages_of_what_is_gone_go_too (void)
{
  g_autoptr (DolenDirectory) many = imports_sample ();
  g_autoptr (DolenDirectory) few = import_group ();
  g_autofree char *root = dolen_test_folder ();
  g_autofree char *folder = g_build_filename (root, "site", NULL);
  g_autofree char *feed = g_build_filename (folder, "feed.json", NULL);
  g_autoptr (DolenDirectory) subscriber = NULL;
  DolenDirectoryCounts counts;
  DolenExportReport report;
  GError *error = NULL;

  g_assert_true (dolen_publish (many, folder, NULL, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_pages (folder), ==, report.services);
  subscriber = import (feed);
  g_assert_true (dolen_directory_get_counts (subscriber, &counts, NULL));
  g_assert_cmpint (counts.services, ==, report.services);
  g_assert_cmpint (counts.with_capacity, >, 0);
  g_assert_true (dolen_publish (few, folder, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_pages (folder), ==, 1);
  assert_no_canary (folder);
}

static void
test_tables_hold_each_thing_once (void)
{
  g_autoptr (DolenDirectory) directory = imports_sample ();
  DolenExportReport report;
  g_autofree char *folder = export(directory, DOLEN_EXPORT_HSDS_CSV, &report);
  g_autofree char *path = g_build_filename (folder, "services.csv", NULL);
  g_autofree char *package = g_build_filename (folder, "datapackage.json", NULL);
  g_autofree char *text = read_text (path);
  json_object *described = json_object_from_file (package);
  guint lines = 0;

  for (const char *p = text; (p = strstr (p, "\r\n")) != NULL; p++)
    lines++;
  g_assert_cmpuint (lines, ==, report.services + 1);
  g_assert_cmpuint (
      json_object_array_length (json_object_object_get (described, "resources")), ==, 15);
  json_object_put (described);
}

static DolenImportReport *
read_published (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (DolenDirectory) directory = dolen_directory_open (NULL, DOLEN_DB_MEMORY, NULL);
  const char *one = path;
  DolenImportReport *report = NULL;
  g_autoptr (GError) error = NULL;

  dolen_import_run (directory, &one, 1, NULL, &report, &error);
  g_assert_no_error (error);
  return report;
}

/* The list of a site alone lacks what stands on each page: that is said. */
static void
the_list_of_a_site_says_that_it_is_one (void)
{
  g_autoptr (DolenDirectory) directory = import_group ();
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (DolenImportReport) list = NULL, feed = NULL;
  g_autofree char *json = NULL;

  g_assert_true (dolen_publish (directory, folder, NULL, NULL, NULL));
  list = read_published (folder, "services.json");
  feed = read_published (folder, "feed.json");
  json = dolen_import_report_to_json (list);
  g_assert_true (list->only_list);
  g_assert_false (feed->only_list);
  g_assert_nonnull (strstr (json, "\"only_list\":true"));
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/exchange/export/canaries", test_what_may_not_leave_does_not);
  g_test_add_func ("/exchange/export/refused", test_a_refused_number_or_mailbox_leaves_nowhere);
  g_test_add_func ("/exchange/export/given-out", test_what_is_given_out_leaves);
  g_test_add_func ("/exchange/export/sample-again", test_the_sample_comes_back_as_it_was);
  g_test_add_func ("/exchange/export/feed-again", test_a_real_feed_comes_back_as_it_was);
  g_test_add_func ("/exchange/export/yes-again", test_a_yes_to_another_is_not_one_to_us);
  g_test_add_func ("/exchange/export/formula", test_a_spreadsheet_is_given_no_formula);
  g_test_add_func ("/exchange/export/cancelled", test_a_failed_export_leaves_what_was_there);
  g_test_add_func ("/exchange/export/folder", test_a_folder_of_somebody_elses_is_left_alone);
  g_test_add_func ("/exchange/export/names", test_files_of_our_names_make_no_folder_ours);
  g_test_add_func ("/exchange/export/tables-again", test_tables_are_written_again);
  g_test_add_func ("/exchange/export/only-pages", test_only_pages_of_services_are_taken_away);
  g_test_add_func ("/exchange/export/publish", test_pages_of_what_is_gone_go_too);
  g_test_add_func ("/exchange/export/tables", test_tables_hold_each_thing_once);
  g_test_add_func ("/exchange/export/list", the_list_of_a_site_says_that_it_is_one);
  return g_test_run ();
}
