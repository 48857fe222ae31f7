/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/dolen-sheet-preview.h"
#include "app/casework/dolen-letter-buttons.h"
#include "app/directory/out/dolen-booklet-window.h"
#include "app/dolen-import-job.h"

#include <string.h>

/* A booklet of an area, on screen and as a PDF. */

#define SOME 24  /* groups: some pages */
#define MANY 400 /* which no machine lays out within a frame */

static void
settle (DolenWindow *window, DolenBookletWindow *booklet)
{
  dolen_app_test_settle (window);
  DOLEN_WAIT_UNTIL (dolen_booklet_window_is_ready (booklet), 10000);
}

/* Choirs in one town, advice in another. */
static char *
write_feed (guint groups)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (GString) text = g_string_new ("[");
  char *path = g_build_filename (folder, "feed.json", NULL);

  for (guint i = 0; i < groups; i++)
    g_string_append_printf (
        text,
        "%s{\"id\":\"%u\",\"name\":\"%s %u\",\"status\":\"active\",\"description\":"
        "\"Come along and meet others.\",\"service_at_locations\":[{\"id\":\"l%u\",\"location\":"
        "{\"id\":\"v%u\",\"location_type\":\"physical\",\"name\":\"Hall\",\"addresses\":"
        "[{\"address_1\":\"1 Street\",\"city\":\"%s\"}]}}]}",
        i > 0 ? "," : "",
        i,
        i % 2 == 0 ? "Community choir" : "Debt advice",
        i,
        i,
        i,
        i % 2 == 0 ? "Tregaron" : "Lampeter");
  g_string_append_c (text, ']');
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

/* A window on so many of those groups. */
static DolenWindow *
open_window (guint groups)
{
  DolenWindow *window = dolen_app_test_window ();
  g_autofree char *path = write_feed (groups);
  const char *paths[] = { path, NULL };
  g_autoptr (DolenImportJob) job = NULL;

  if (groups == 0)
    return window;
  job = dolen_import_job_start (dolen_window_get_session (window), paths, NULL);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_import_job_get_report (job));
  return window;
}

static DolenBookletWindow *
present (DolenWindow *window)
{
  GtkWindow *dialog = dolen_booklet_window_new (dolen_window_get_session (window));

  dolen_window_present_dialog (GTK_WIDGET (window), dialog);
  settle (window, DOLEN_BOOKLET_WINDOW (dialog));
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  return DOLEN_BOOKLET_WINDOW (dialog);
}

static guint
count_pdf_pages (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GRegex) page = g_regex_new ("/Type /Page\\b", G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize length;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (g_regex_match_full (page, text, (gssize) length, 0, 0, &match, NULL);
       g_match_info_matches (match);
       g_match_info_next (match, NULL))
    n++;
  return n;
}

static void
test_an_area_is_chosen_and_saved_as_a_pdf (void)
{
  DolenWindow *window = open_window (SOME);
  DolenBookletWindow *booklet = present (window);
  DolenBookletForm *form = dolen_booklet_window_get_form (booklet);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "booklet.pdf", NULL);
  GtkWidget *buttons = dolen_letter_buttons_find (GTK_WIDGET (booklet));
  guint everywhere = dolen_booklet_window_count_pages (booklet);
  g_autofree char *name = dolen_letter_buttons_dup_file_name (buttons, DOLEN_LETTER_TEXT);
  g_autofree char *found = NULL;

  g_assert_true (dolen_booklet_form_choose_area (form, DOLEN_BOOKLET_TOWN, "Tregaron"));
  g_assert_false (dolen_booklet_window_is_ready (booklet));
  settle (window, booklet);
  g_assert_cmpuint (dolen_booklet_window_count_pages (booklet), >, 2);
  g_assert_cmpuint (dolen_booklet_window_count_pages (booklet), <, everywhere);
  /* Bit by bit: it can be stopped, and nothing is written then. */
  g_assert_true (dolen_letter_buttons_save (buttons, path, DOLEN_LETTER_TEXT));
  g_assert_true (dolen_letter_buttons_is_saving (buttons));
  g_assert_false (dolen_letter_buttons_save (buttons, path, DOLEN_LETTER_TEXT));
  g_signal_emit_by_name (dolen_app_test_find_button (buttons, "Stop"), "clicked");
  DOLEN_WAIT_UNTIL (!dolen_letter_buttons_is_saving (buttons), 10000);
  g_assert_cmpstr (dolen_letter_buttons_get_message (buttons), ==, "Stopped: nothing was saved.");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (dolen_letter_buttons_save (buttons, path, DOLEN_LETTER_TEXT));
  DOLEN_WAIT_UNTIL (!dolen_letter_buttons_is_saving (buttons), 10000);
  found = dolen_test_find_in_tree (folder, "%PDF");
  g_assert_cmpstr (found, ==, path);
  g_assert_cmpstr (name, ==, "booklet.pdf");
  g_assert_cmpuint (count_pdf_pages (path), ==, dolen_booklet_window_count_pages (booklet));
  gtk_window_destroy (GTK_WINDOW (booklet));
  dolen_app_test_close (window);
}

static void
test_nothing_is_saved_for_a_window_that_has_gone (void)
{
  DolenWindow *window = open_window (SOME);
  DolenBookletWindow *booklet = present (window);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "booklet.pdf", NULL);
  g_autoptr (GtkWidget) buttons = g_object_ref (dolen_letter_buttons_find (GTK_WIDGET (booklet)));

  g_assert_true (dolen_letter_buttons_save (buttons, path, DOLEN_LETTER_TEXT));
  gtk_window_destroy (GTK_WINDOW (booklet));
  DOLEN_WAIT_UNTIL (!dolen_letter_buttons_is_saving (buttons), 10000);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  dolen_app_test_close (window);
}

static void
test_large_print_and_both_languages_take_more_pages (void)
{
  DolenWindow *window = open_window (SOME);
  DolenBookletWindow *booklet = present (window);
  DolenBookletForm *form = dolen_booklet_window_get_form (booklet);
  guint normal, large, both;

  dolen_booklet_form_choose_area (form, DOLEN_BOOKLET_TOWN, "Tregaron");
  dolen_booklet_form_choose_look (form, FALSE, 1, DOLEN_SHEET_NORMAL);
  settle (window, booklet);
  normal = dolen_booklet_window_count_pages (booklet);
  dolen_booklet_form_choose_look (form, TRUE, 1, DOLEN_SHEET_VERY_LARGE);
  settle (window, booklet);
  large = dolen_booklet_window_count_pages (booklet);
  dolen_booklet_form_choose_look (form, TRUE, 2, DOLEN_SHEET_VERY_LARGE); /* one after the other */
  settle (window, booklet);
  both = dolen_booklet_window_count_pages (booklet);
  g_assert_cmpuint (large, >, normal);
  g_assert_cmpuint (both, >, large);
  dolen_booklet_form_choose_look (form, FALSE, 2, DOLEN_SHEET_NORMAL); /* side by side */
  settle (window, booklet);
  g_assert_cmpuint (dolen_booklet_window_count_pages (booklet), >=, normal);
  g_assert_cmpuint (dolen_booklet_window_count_pages (booklet), <, 2 * normal);
  gtk_window_destroy (GTK_WINDOW (booklet));
  dolen_app_test_close (window);
}

static void
click (GtkWidget *booklet, const char *label)
{
  GtkWidget *button = dolen_app_test_find_button (booklet, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_laying_out_is_stopped_and_goes_on (void)
{
  DolenWindow *window = open_window (MANY);
  DolenBookletWindow *booklet = present (window);
  guint all = dolen_booklet_window_count_pages (booklet);

  dolen_sheet_preview_set_bit (0);
  dolen_booklet_form_choose_look (
      dolen_booklet_window_get_form (booklet), TRUE, 2, DOLEN_SHEET_NORMAL);
  DOLEN_WAIT_UNTIL (dolen_app_test_find_button (GTK_WIDGET (booklet), "Stop") != NULL, 10000);
  click (GTK_WIDGET (booklet), "Stop");
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (dolen_booklet_window_is_ready (booklet));
  click (GTK_WIDGET (booklet), "Go On");
  settle (window, booklet);
  g_assert_cmpuint (dolen_booklet_window_count_pages (booklet), >=, all);
  g_assert_null (dolen_app_test_find_button (GTK_WIDGET (booklet), "Go On"));
  dolen_sheet_preview_set_bit (-1);
  gtk_window_destroy (GTK_WINDOW (booklet));
  dolen_app_test_close (window);
}

static void
test_kinds_are_ticked (void)
{
  DolenWindow *window = open_window (SOME);
  DolenBookletWindow *booklet = present (window);
  DolenBookletForm *form = dolen_booklet_window_get_form (booklet);
  guint all = dolen_booklet_window_count_pages (booklet);

  g_assert_true (dolen_booklet_form_choose_kind (form, "creative", TRUE));
  settle (window, booklet);
  g_assert_cmpuint (dolen_booklet_window_count_pages (booklet), <, all);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (booklet), "Creative"));
  g_assert_true (dolen_booklet_form_choose_kind (form, "creative", FALSE));
  settle (window, booklet);
  g_assert_cmpuint (dolen_booklet_window_count_pages (booklet), ==, all);
  gtk_window_destroy (GTK_WINDOW (booklet));
  dolen_app_test_close (window);
}

static void
test_an_empty_directory_says_so_and_prints_nothing (void)
{
  DolenWindow *window = open_window (0);
  DolenBookletWindow *booklet = present (window);
  GtkWidget *buttons = dolen_letter_buttons_find (GTK_WIDGET (booklet));

  g_assert_cmpuint (dolen_booklet_window_count_pages (booklet), ==, 0);
  g_assert_nonnull (
      strstr (dolen_booklet_window_get_message (booklet), "There is nothing of that"));
  g_assert_false (gtk_widget_is_sensitive (dolen_app_test_find_button (buttons, "Print…")));
  gtk_window_destroy (GTK_WINDOW (booklet));
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/app/booklet/" #name, test_##name)
  ADD (an_area_is_chosen_and_saved_as_a_pdf);
  ADD (nothing_is_saved_for_a_window_that_has_gone);
  ADD (large_print_and_both_languages_take_more_pages);
  ADD (laying_out_is_stopped_and_goes_on);
  ADD (kinds_are_ticked);
  ADD (an_empty_directory_says_so_and_prints_nothing);
#undef ADD
  return dolen_app_test_run ();
}
