/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-questions.h"

#include "directory/samples.h"

#include "base/dolen-error.h"

/* Questions to a group: asked once, answered, taken back; nothing of a person among them. */

#define DAY "2026-05-01"

static const char *const two[] = { "capacity", "enabler:minibus", NULL };

static DolenDirectory *
directory_with (DolenService **service)
{
  DolenDirectory *dir = samples_open ();

  *service = samples_service ("Band", "Band y dref", DOLEN_TEXT_CHECKED);
  samples_save (dir, *service);
  return dir;
}

static guint
count_open (DolenDirectory *dir, const char *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = dolen_directory_list_questions (dir, service, &error);

  g_assert_no_error (error);
  return list->len;
}

static char **
ask (DolenDirectory *dir, const char *service, const char *on)
{
  g_autoptr (GError) error = NULL;
  char **asked = dolen_directory_ask (dir, service, two, on, "Mair", &error);

  g_assert_no_error (error);
  return asked;
}

static void
test_what_is_open_is_asked_once (void)
{
  g_autoptr (DolenService) service = NULL;
  g_autoptr (DolenDirectory) dir = directory_with (&service);
  g_auto (GStrv) first = ask (dir, service->uid, DAY);
  g_auto (GStrv) again = ask (dir, service->uid, "2026-05-02");
  g_autoptr (GPtrArray) list = dolen_directory_list_questions (dir, NULL, NULL);
  const DolenQuestion *question = g_ptr_array_index (list, 0);

  g_assert_cmpuint (g_strv_length (first), ==, 2);
  g_assert_cmpuint (g_strv_length (again), ==, 0);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (question->service, ==, service->uid);
  g_assert_cmpstr (question->name_en, ==, "Band");
  g_assert_cmpstr (question->what, ==, "capacity");
  g_assert_cmpstr (question->asked_on, ==, DAY);
  g_assert_cmpstr (question->asked_by, ==, "Mair");
}

static void
test_done_and_open_again (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenService) service = NULL;
  g_autoptr (DolenDirectory) dir = directory_with (&service);
  g_auto (GStrv) asked = ask (dir, service->uid, DAY);
  g_auto (GStrv) again = NULL;

  g_assert_true (dolen_directory_set_question_done (dir, asked[0], DAY, &error));
  g_assert_cmpuint (count_open (dir, service->uid), ==, 1);
  g_assert_true (dolen_directory_set_question_done (dir, asked[0], NULL, &error));
  g_assert_cmpuint (count_open (dir, service->uid), ==, 2);
  /* Answered, and asked once more on the same day. */
  g_assert_true (dolen_directory_set_question_done (dir, asked[0], DAY, &error));
  again = ask (dir, service->uid, DAY);
  g_assert_cmpuint (g_strv_length (again), ==, 1);
  g_assert_cmpuint (count_open (dir, service->uid), ==, 2);
  g_assert_true (dolen_directory_unask (dir, (const char *const *) again, &error));
  g_assert_cmpuint (count_open (dir, service->uid), ==, 1);
  g_assert_no_error (error);
}

static void
test_only_codes_and_known_groups (void)
{
  static const char *const words[] = { "Can Gwen Rees come with her oxygen?", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenService) service = NULL;
  g_autoptr (DolenDirectory) dir = directory_with (&service);

  g_assert_null (dolen_directory_ask (dir, service->uid, words, DAY, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM worth_asking"), ==, 0);
  g_assert_null (dolen_directory_ask (dir, "nobody", two, DAY, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/questions/once", test_what_is_open_is_asked_once);
  g_test_add_func ("/directory/questions/done", test_done_and_open_again);
  g_test_add_func ("/directory/questions/codes", test_only_codes_and_known_groups);
  return g_test_run ();
}
