/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-directory-schema.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-search.h"
#include "directory/samples.h"

#include <gio/gio.h>

/*
 * Directories of every released schema, as gzip files in fixtures/. A new version adds one: run
 * this test with DOLEN_WRITE_FIXTURE=path and compress what it writes.
 */
#define NEWEST 4

static DolenDirectory *
open_file (const char *path, DolenDbMode mode)
{
  GError *error = NULL;
  DolenDirectory *dir = dolen_directory_open (path, mode, &error);

  g_assert_no_error (error);
  return dir;
}

static void
fill (DolenDirectory *dir)
{
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  g_autoptr (DolenService) service
             = samples_service ("Community garden", "Gardd gymunedol", DOLEN_TEXT_DRAFT);
  GError *error = NULL;

  dolen_bilingual_set (&organisation->name, DOLEN_LANGUAGE_EN, "Example Trust", DOLEN_TEXT_CHECKED);
  service->uid = g_strdup ("00000000-0000-4000-8000-000000000001");
  g_ptr_array_add (service->venues, samples_venue ("Hall", "Lampeter", 52.1127, -4.078));
  g_ptr_array_add (service->schedules, samples_schedule ("TU", "10:00", "12:00"));
  g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01"));
  g_ptr_array_add (service->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "gardening", TRUE, DOLEN_TAG_PROPOSED));
  g_assert_cmpint (dolen_edit_add_group (dir, organisation, service, "a worker", &error), >, 0);
  g_assert_no_error (error);
}

/* The fixture of a version, unpacked into a file of its own. */
static char *
unpack_fixture (int version)
{
  g_autofree char *name = g_strdup_printf ("directory-v%d.db.gz", version);
  g_autofree char *packed = g_build_filename (
      g_getenv ("DOLEN_SOURCE_DIR"), "tests", "directory", "fixtures", name, NULL);
  g_autofree char *folder = dolen_test_folder ();
  char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  GError *error = NULL;
  g_autoptr (GFileInputStream) file = g_file_read (from, NULL, &error);
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  in = g_converter_input_stream_new (G_INPUT_STREAM (file), G_CONVERTER (gzip));
  out = g_file_replace (to, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out),
                          in,
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL,
                          &error);
  g_assert_no_error (error);
  return path;
}

static void
test_every_released_directory_still_opens (void)
{
  for (int version = 1; version <= NEWEST; version++) {
    g_autofree char *path = unpack_fixture (version);
    g_autoptr (DolenDirectory) dir = open_file (path, DOLEN_DB_READ_WRITE);
    g_autoptr (DolenService) service = NULL;
    DolenSearchQuery query;
    g_autoptr (GArray) hits = NULL;

    g_assert_true (dolen_directory_check (dir, NULL));
    dolen_search_query_init (&query);
    query.text = "chymunedol";
    hits = dolen_search_ids (dir, &query, NULL, NULL);
    g_assert_cmpint (hits->len, ==, 1);
    service
        = dolen_directory_get_service_by_id (dir, g_array_index (hits, DolenSearchHit, 0).id, NULL);
    g_assert_cmpstr (service->uid, ==, "00000000-0000-4000-8000-000000000001");
    g_assert_cmpint (dolen_service_current_capacity (service)->places_free, ==, 4);
  }
}

static char *
get_schema (DolenDirectory *dir)
{
  GString *all = g_string_new (NULL);
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      dolen_directory_get_db (dir),
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name",
      NULL);
  gboolean row = FALSE;

  while (dolen_statement_step (statement, &row, NULL) && row)
    g_string_append_printf (all, "%s\n", dolen_statement_get_text (statement, 0));
  return g_string_free (all, FALSE);
}

static void
test_a_released_schema_is_never_edited (void)
{
  g_autofree char *path = unpack_fixture (NEWEST);
  g_autoptr (DolenDirectory) old = open_file (path, DOLEN_DB_READ_WRITE);
  g_autoptr (DolenDirectory) new = samples_open ();
  g_autofree char *old_schema = get_schema (old);
  g_autofree char *new_schema = get_schema (new);

  g_assert_cmpint (dolen_directory_schema ()->version, ==, NEWEST);
  g_assert_cmpstr (old_schema, ==, new_schema);
}

static void
test_lists_read_while_an_import_writes (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (DolenDirectory) writer = open_file (path, DOLEN_DB_READ_WRITE);
  g_autoptr (DolenDirectory) reader = open_file (path, DOLEN_DB_READ_ONLY);
  DolenDirectoryCounts counts;
  gint64 before = dolen_db_data_version (dolen_directory_get_db (reader));
  g_autoptr (DolenTransaction) transaction
             = dolen_transaction_begin (dolen_directory_get_db (writer), NULL);

  fill (writer);
  g_assert_true (dolen_directory_get_counts (reader, &counts, NULL));
  g_assert_cmpint (counts.services, ==, 0);
  g_assert_true (dolen_transaction_commit (transaction, NULL));
  g_assert_true (dolen_directory_get_counts (reader, &counts, NULL));
  g_assert_cmpint (counts.services, ==, 1);
  g_assert_cmpint (dolen_db_data_version (dolen_directory_get_db (reader)), !=, before);
  g_assert_true (dolen_directory_check (reader, NULL));
}

static void
test_a_directory_opened_to_read_is_not_written (void)
{
  g_autofree char *path = unpack_fixture (NEWEST);
  G_GNUC_UNUSED g_autoptr (DolenDirectory) brought_up_to_date
                           = open_file (path, DOLEN_DB_READ_WRITE);
  g_autoptr (DolenDirectory) dir = open_file (path, DOLEN_DB_READ_ONLY);
  g_autoptr (DolenService) service = samples_service ("New", NULL, DOLEN_TEXT_GIVEN);
  g_autoptr (GError) error = NULL;

  g_assert_false (dolen_directory_save_service (dir, service, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_READ_ONLY);
}

static void
test_an_index_that_lost_a_service_is_found_out (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (GError) error = NULL;

  fill (dir);
  g_assert_true (dolen_db_exec (dolen_directory_get_db (dir), "DELETE FROM search_text_cy", NULL));
  g_assert_false (dolen_directory_check (dir, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_CORRUPT);
  g_assert_true (dolen_directory_rebuild_search (dir, NULL));
  g_assert_true (dolen_directory_check (dir, NULL));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  dolen_time_set_fixed (G_GINT64_CONSTANT (1777892400000));
  if (g_getenv ("DOLEN_WRITE_FIXTURE") != NULL) {
    g_autoptr (DolenDirectory) dir
               = open_file (g_getenv ("DOLEN_WRITE_FIXTURE"), DOLEN_DB_READ_WRITE);
    fill (dir);
    return 0;
  }
#define ADD(name) g_test_add_func ("/directory/schema/" #name, test_##name)
  ADD (every_released_directory_still_opens);
  ADD (a_released_schema_is_never_edited);
  ADD (lists_read_while_an_import_writes);
  ADD (a_directory_opened_to_read_is_not_written);
  ADD (an_index_that_lost_a_service_is_found_out);
#undef ADD
  return g_test_run ();
}
