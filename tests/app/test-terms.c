/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/dolen-preferences-window.h"
#include "app/dolen-scheme-terms.h"
#include "app/dolen-term-window.h"
#include "app/dolen-terms-page.h"
#include "app/dolen-tour.h"

/* The vocabulary as staff want it, changed in the preferences. */

static const DolenOwnTerm *
own_of (DolenSession *session, const char *code)
{
  return dolen_own_terms_get (dolen_scheme_terms_get (session), DOLEN_TERM_INTEREST, code);
}

static const DolenTerm *
term_of (const char *code)
{
  return dolen_vocabulary_by_code (dolen_vocabulary_default (NULL), DOLEN_TERM_INTEREST, code);
}

/* What one service of the directory is tagged with, as its words say. */
static gboolean
has_tag (DolenWindow *window, const char *uid, const char *code)
{
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, uid, NULL);

  for (guint t = 0; service != NULL && t < service->tags->len; t++) {
    const DolenTag *tag = g_ptr_array_index (service->tags, t);

    if (g_strcmp0 (tag->code, code) == 0 && tag->value)
      return TRUE;
  }
  return FALSE;
}

static DolenTermWindow *
open_term (DolenWindow *window, const char *code)
{
  DolenTermWindow *term
      = dolen_term_window_new (dolen_window_get_session (window), DOLEN_TERM_INTEREST, code);

  gtk_window_set_transient_for (GTK_WINDOW (term), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (term));
  dolen_app_test_settle (window);
  dolen_app_test_assert_names (GTK_WIDGET (term));
  return term;
}

static void
test_terms_are_looked_through (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  GtkWidget *page = g_object_ref_sink (dolen_terms_page_new (dolen_window_get_session (window)));

  dolen_terms_page_look (page, DOLEN_TERM_INTEREST, "crochenwaith");
  g_assert_cmpstr (dolen_terms_page_get_first (page), ==, "pottery");
  dolen_terms_page_look (page, DOLEN_TERM_BARRIER, "no car");
  g_assert_cmpstr (dolen_terms_page_get_first (page), ==, "no-car");
  dolen_terms_page_look (page, DOLEN_TERM_NEED, "qqqq");
  g_assert_null (dolen_terms_page_get_first (page));
  g_object_unref (page);
  dolen_app_test_close (window);
}

static void
test_a_further_word_is_read_in_what_groups_say (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenSession *session = dolen_window_get_session (window);
  const char *uid = "9e6190e4-4b4b-54f6-91bf-3806467d4dbd"; /* the workshop of Sied Dderw */
  g_autoptr (GError) error = NULL;
  DolenTermWindow *term;

  dolen_tour_prepare_profile (session, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (window);
  g_assert_false (has_tag (window, uid, "pottery"));
  term = open_term (window, "pottery");
  dolen_term_window_set (term, DOLEN_LANGUAGE_CY, NULL, "turniwch fowlen, ,turniwch fowlen");
  g_assert_true (dolen_term_window_save (term));
  dolen_app_test_settle (window);
  g_assert_cmpuint (g_strv_length (own_of (session, "pottery")->words[DOLEN_LANGUAGE_CY]), ==, 1);
  g_assert_null (own_of (session, "pottery")->label[DOLEN_LANGUAGE_EN]);
  g_assert_true (has_tag (window, uid, "pottery"));
  term = open_term (window, "pottery");
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (term), "As Installed"), "clicked");
  g_assert_true (dolen_term_window_save (term));
  dolen_app_test_settle (window);
  g_assert_null (own_of (session, "pottery"));
  g_assert_false (has_tag (window, uid, "pottery"));
  dolen_app_test_close (window);
}

static void
test_a_term_can_be_unwanted (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenTermWindow *term = open_term (window, "golf");

  dolen_term_window_set_hidden (term, TRUE);
  g_assert_true (dolen_term_window_save (term));
  dolen_app_test_settle (window);
  g_assert_true (term_of ("golf")->hidden);
  dolen_app_test_close (window);
}

static void
test_a_new_term_wants_a_name (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenTermWindow *term = open_term (window, NULL);

  g_assert_false (dolen_term_window_save (term));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (term), "Give it a name"));
  dolen_term_window_set (term, DOLEN_LANGUAGE_CY, "Corwglau", "corwgl");
  g_assert_true (dolen_term_window_save (term));
  dolen_app_test_settle (window);
  g_assert_cmpstr (term_of ("own-corwglau")->label_en, ==, "Corwglau");
  dolen_app_test_close (window);
}

/* Another profile knows nothing of it. */
static void
test_another_profile_has_its_own (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);

  g_assert_null (term_of ("own-corwglau"));
  g_assert_false (term_of ("golf")->hidden);
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/terms/" #name, test_##name)
  TEST (terms_are_looked_through);
  TEST (a_further_word_is_read_in_what_groups_say);
  TEST (a_term_can_be_unwanted);
  TEST (a_new_term_wants_a_name);
  TEST (another_profile_has_its_own);
#undef TEST
  return dolen_app_test_run ();
}
