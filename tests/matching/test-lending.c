/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-lending.h"

#include "../directory/samples.h"
#include "directory/dolen-edits.h"
#include "support/dolen-test.h"

/* A choir that is open to all, in a directory with what matching lends. */
static DolenDirectory *
open_with_choir (DolenService *service)
{
  DolenDirectory *dir = samples_open ();
  g_autoptr (GError) error = NULL;

  dolen_lend_vocabulary (dir);
  g_free (service->fees);
  service->fees = g_strdup ("It is free.");
  g_assert_cmpint (dolen_edit_add_group (dir, NULL, service, "Siân", &error), >, 0);
  g_assert_no_error (error);
  return dir;
}

static gint64
count_tag (DolenDirectory *dir, const char *code)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT count (*) FROM tag WHERE scheme = 'dolen' AND code = '%s'", code);

  return samples_count (dir, sql);
}

static gint64
set (DolenDirectory *dir, const DolenService *service, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = dolen_edit_set_field (dir, "service", service->uid, field, value, "Siân", &error);

  g_assert_no_error (error);
  g_assert_cmpint (entry, >, 0);
  return entry;
}

static void
test_what_words_said_goes_with_them_and_comes_back (void)
{
  g_autoptr (DolenService) service = samples_service ("Choir", NULL, DOLEN_TEXT_GIVEN);
  g_autoptr (DolenDirectory) dir = open_with_choir (service);
  g_autoptr (GError) error = NULL;
  gint64 entry;

  g_assert_cmpint (count_tag (dir, "choirs"), ==, 1);
  g_assert_cmpint (count_tag (dir, "free"), ==, 1);
  entry = set (dir, service, "fees", NULL);
  g_assert_cmpint (count_tag (dir, "free"), ==, 0);
  g_assert_cmpint (count_tag (dir, "choirs"), ==, 1);
  g_assert_cmpint (dolen_edit_undo (dir, entry, "Siân", &error), >, 0);
  g_assert_cmpint (count_tag (dir, "free"), ==, 1);
}

static void
test_what_is_read_is_searched_at_once (void)
{
  const char *sql = "SELECT count (*) FROM search_cy WHERE search_cy MATCH 'rhandiroedd'";
  g_autoptr (DolenService) service = samples_service ("Choir", NULL, DOLEN_TEXT_GIVEN);
  g_autoptr (DolenDirectory) dir = open_with_choir (service);

  g_assert_cmpint (samples_count (dir, sql), ==, 0);
  set (dir, service, "description_en", "We keep an allotment.");
  g_assert_cmpint (count_tag (dir, "allotment"), ==, 1);
  g_assert_cmpint (samples_count (dir, sql), ==, 1);
}

static void
test_what_people_said_of_tags_stays (void)
{
  g_autoptr (DolenService) service = samples_service ("Choir", NULL, DOLEN_TEXT_GIVEN);
  g_autoptr (DolenDirectory) dir = NULL;

  g_ptr_array_add (service->tags,
                   samples_tag (DOLEN_TAG_ENABLER, "free", FALSE, DOLEN_TAG_CONFIRMED));
  dir = open_with_choir (service);
  g_assert_cmpint (count_tag (dir, "free"), ==, 1);
  set (dir, service, "fees", NULL);
  g_assert_cmpint (
      samples_count (dir, "SELECT count (*) FROM tag WHERE code = 'free' AND value = 0"), ==, 1);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);

  g_test_add_func ("/matching/lending/what-words-said-goes-with-them-and-comes-back",
                   test_what_words_said_goes_with_them_and_comes_back);
  g_test_add_func ("/matching/lending/what-is-read-is-searched-at-once",
                   test_what_is_read_is_searched_at_once);
  g_test_add_func ("/matching/lending/what-people-said-of-tags-stays",
                   test_what_people_said_of_tags_stays);

  return g_test_run ();
}
