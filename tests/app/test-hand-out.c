/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-letter-buttons.h"
#include "app/casework/dolen-refer-window.h"
#include "app/dolen-page.h"
#include "app/dolen-print.h"
#include "app/find/dolen-hand-out-window.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-shortlist.h"

#include <glib/gstdio.h>
#include <string.h>

/* The hand-out that a person takes home: what is asked first, what stands on it, how it leaves. */

#define CHOIR "5f0e2a60-7a53-4f39-9a52-0f2f4d1f0011"
#define DEBT "5f0e2a60-7a53-4f39-9a52-0f2f4d1f0012"

typedef struct {
  DolenWindow *window;
  DolenSession *session;
  char *person; /* (owned) */
  char *folder; /* (owned) */
  char *path;   /* (owned) in it */
  GtkWindow *form;
} Fixture;

static gpointer
save_service (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  dolen_directory_save_service (directory, data, error);
  return NULL;
}

static DolenService *
new_service (const char *uid, const char *en, const char *cy)
{
  DolenService *service = dolen_service_new ();
  DolenSchedule *schedule = dolen_schedule_new ();
  DolenVenue *venue = dolen_venue_new ();

  g_free (service->uid);
  service->uid = g_strdup (uid);
  dolen_bilingual_load (&service->name, en, DOLEN_TEXT_GIVEN, cy, DOLEN_TEXT_GIVEN);
  service->phone = g_strdup ("01632960150");
  schedule->freq = g_strdup ("WEEKLY");
  schedule->interval = 1;
  schedule->byday = g_strdup ("TU");
  schedule->opens_at = g_strdup ("10:00");
  g_ptr_array_add (service->schedules, schedule);
  venue->city = g_strdup ("Tregaron");
  venue->latitude = 52.2196;
  venue->longitude = -3.9334;
  venue->origin = DOLEN_POSITION_FEED;
  g_ptr_array_add (service->venues, venue);
  return service;
}

static void
save (Fixture *fixture, DolenService *service)
{
  DolenSessionJob job
      = { "save", G_PRIORITY_DEFAULT, save_service, service, (GDestroyNotify) dolen_service_free };

  dolen_session_run (fixture->session, &job, NULL, NULL, NULL);
  dolen_app_test_settle (fixture->window);
}

static void
add_services (Fixture *fixture)
{
  DolenService *debt = new_service (DEBT, "Clear of Debt", "Clirio Dyled");
  DolenTag *tag = dolen_tag_new ();

  tag->kind = DOLEN_TAG_NEED;
  tag->code = g_strdup ("debt");
  tag->scheme = g_strdup ("dolen");
  tag->value = TRUE;
  g_ptr_array_add (debt->tags, tag);
  save (fixture, debt);
  save (fixture, new_service (CHOIR, "Tregaron Choir", "Côr Tregaron"));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = dolen_people_test_window (NULL);
  fixture->session = dolen_window_get_session (fixture->window);
  fixture->person = dolen_people_test_add_person (fixture->window);
  fixture->folder = g_dir_make_tmp ("dolen-hand-out-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  add_services (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->form != NULL)
    gtk_window_destroy (fixture->form);
  dolen_app_test_close (fixture->window);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->person);
}

static DolenHandOutForm *
open_one (Fixture *fixture, const char *person, const char *service)
{
  const char *const services[] = { service, NULL };

  fixture->form = dolen_hand_out_window_new (fixture->session, person, services, NULL);
  g_assert_nonnull (fixture->form);
  dolen_window_present_dialog (GTK_WIDGET (fixture->window), fixture->form);
  dolen_app_test_settle (fixture->window);
  return dolen_hand_out_window_get_form (DOLEN_HAND_OUT_WINDOW (fixture->form));
}

static char *
dup_text (Fixture *fixture)
{
  return dolen_hand_out_window_dup_text (DOLEN_HAND_OUT_WINDOW (fixture->form));
}

static gboolean
save_pdf (Fixture *fixture)
{
  GtkWidget *buttons = dolen_letter_buttons_find (GTK_WIDGET (fixture->form));

  if (!dolen_letter_buttons_save (buttons, fixture->path, DOLEN_LETTER_MARKUP))
    return FALSE;
  DOLEN_WAIT_UNTIL (!dolen_letter_buttons_is_saving (buttons), 10000);
  return TRUE;
}

static guint
count_in_file (Fixture *fixture, const char *words)
{
  g_autofree char *bytes = NULL;
  gsize length;
  guint n = 0;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (char *at = bytes;
       (at = memmem (at, length - (gsize) (at - bytes), words, strlen (words))) != NULL;
       at++)
    n++;
  return n;
}

static guint
count_exports (Fixture *fixture, const char *about)
{
  g_autoptr (GPtrArray) lines
             = dolen_casework_list_audit (dolen_session_get_casework (fixture->session), NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += g_strcmp0 (((DolenAudit *) lines->pdata[i])->about, about) == 0;
  return n;
}

static void
test_nothing_leaves_before_it_is_answered (Fixture *fixture, gconstpointer data)
{
  DolenHandOutForm *form = open_one (fixture, fixture->person, DEBT);
  g_autofree char *text = NULL;

  dolen_app_test_assert_names (GTK_WIDGET (fixture->form));
  dolen_app_test_assert_mnemonics (GTK_WIDGET (fixture->form));
  g_assert_nonnull (
      dolen_app_test_find_label (GTK_WIDGET (fixture->form), "Ask them before you print"));
  g_assert_false (save_pdf (fixture));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (
      gtk_widget_is_sensitive (dolen_app_test_find_button (GTK_WIDGET (fixture->form), "Print…")));
  dolen_hand_out_form_answer (form, DOLEN_HAND_OUT_DISCREET);
  dolen_app_test_settle (fixture->window);
  g_assert_true (
      gtk_widget_is_sensitive (dolen_app_test_find_button (GTK_WIDGET (fixture->form), "Print…")));
  text = dup_text (fixture);
  g_assert_nonnull (strstr (text, "The place we spoke about"));
  g_assert_null (strstr (text, "ebt"));
  g_assert_null (strstr (text, "Tregaron"));
  g_assert_true (save_pdf (fixture));
  g_assert_cmpuint (count_exports (fixture, DOLEN_EXPORT_HAND_OUT "/" DOLEN_EXPORT_SAVED), ==, 1);
}

static void
test_what_is_safe_says_all (Fixture *fixture, gconstpointer data)
{
  DolenHandOutForm *form = open_one (fixture, fixture->person, DEBT);
  g_autofree char *text = NULL;

  dolen_hand_out_form_answer (form, DOLEN_HAND_OUT_SAFE);
  dolen_app_test_settle (fixture->window);
  text = dup_text (fixture);
  g_assert_nonnull (strstr (text, "Clear of Debt"));
  g_assert_null (strstr (text, DOLEN_TEST_CALLED));
}

static void
test_what_asks_nothing_is_ready (Fixture *fixture, gconstpointer data)
{
  DolenHandOutForm *form = open_one (fixture, NULL, CHOIR);
  DolenHandOutChoices choices;
  DolenSheetLook look;
  gboolean home;

  g_assert_cmpint (dolen_hand_out_form_get (form, &choices, &look, &home), ==, DOLEN_HAND_OUT_SAFE);
  g_assert_false (home);
  g_assert_true (choices.map);
  g_assert_true (save_pdf (fixture));
  g_assert_cmpuint (count_exports (fixture, DOLEN_EXPORT_HAND_OUT "/" DOLEN_EXPORT_SAVED), ==, 0);
}

/* Somebody whose own needs call for it is asked whatever the paper is about. */
static void
test_a_persons_needs_ask_too (Fixture *fixture, gconstpointer data)
{
  DolenCasework *casework = dolen_session_get_casework (fixture->session);
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (
      dolen_people_test_caseload (fixture->window), fixture->person);
  DolenHandOutChoices choices;
  DolenHandOutForm *form;
  DolenSheetLook look;
  gboolean home;
  GError *error = NULL;

  person->needs = g_strsplit ("domestic-abuse", " ", -1);
  person->barriers = g_strsplit ("sight literacy", " ", -1);
  g_free (person->language_written);
  person->language_written = g_strdup ("cy");
  dolen_casework_person_update (casework, person, NULL, &error);
  g_assert_no_error (error);
  form = open_one (fixture, fixture->person, CHOIR);
  g_assert_cmpint (
      dolen_hand_out_form_get (form, &choices, &look, &home), ==, DOLEN_HAND_OUT_NOT_ASKED);
  g_assert_cmpint (choices.language, ==, DOLEN_LANGUAGE_CY);
  g_assert_cmpint (look.size, ==, DOLEN_SHEET_LARGE);
  g_assert_true (look.roomy);
}

static void
test_large_print_takes_more_pages_and_has_structure (Fixture *fixture, gconstpointer data)
{
  DolenHandOutForm *form = open_one (fixture, NULL, CHOIR);
  guint normal;

  g_assert_true (save_pdf (fixture));
  normal = count_in_file (fixture, "/Type /Page ") + count_in_file (fixture, "/Type /Page\n");
  g_assert_cmpuint (normal, >=, 1);
  g_assert_cmpuint (count_in_file (fixture, "/StructTreeRoot"), >, 0);
  g_assert_cmpuint (count_in_file (fixture, "/S /H1"), ==, 1);
  g_assert_cmpuint (count_in_file (fixture, "/S /Figure"), ==, 1);
  g_assert_cmpuint (count_in_file (fixture, "/Title"), ==, 0);
  g_assert_cmpuint (count_in_file (fixture, "/Author"), ==, 0);
  dolen_hand_out_form_set_look (form, 2, DOLEN_SHEET_VERY_LARGE);
  dolen_app_test_settle (fixture->window);
  g_assert_true (save_pdf (fixture));
  g_assert_cmpuint (count_in_file (fixture, "/Type /Page ")
                        + count_in_file (fixture, "/Type /Page\n"),
                    >,
                    2 * normal);
  g_assert_cmpuint (count_in_file (fixture, "/S /H1"), ==, 2); /* both languages */
}

static void
test_the_printer_gets_the_same_pages (Fixture *fixture, gconstpointer data)
{
  guint n;

  open_one (fixture, fixture->person, CHOIR);
  g_assert_true (save_pdf (fixture));
  n = count_in_file (fixture, "/S /H1");
  g_assert_cmpuint (n, ==, 1);
  dolen_print_set_test_path (fixture->path);
  dolen_letter_buttons_print (dolen_letter_buttons_find (GTK_WIDGET (fixture->form)));
  dolen_app_test_settle (fixture->window);
  dolen_print_set_test_path (NULL);
  g_assert_cmpuint (count_in_file (fixture, "/S /H1"), ==, n);
  g_assert_cmpuint (count_exports (fixture, DOLEN_EXPORT_HAND_OUT "/" DOLEN_EXPORT_PRINTED), ==, 1);
}

static void
test_it_goes_when_the_case_records_lock (Fixture *fixture, gconstpointer data)
{
  GtkWindow *form;

  open_one (fixture, fixture->person, CHOIR);
  form = g_steal_pointer (&fixture->form);
  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  dolen_session_lock (fixture->session);
  dolen_app_test_settle (fixture->window);
  g_assert_null (form);
}

static void
test_a_shortlist_is_one_paper (Fixture *fixture, gconstpointer data)
{
  static const char *const services[] = { CHOIR, DEBT };
  DolenCasework *casework = dolen_session_get_casework (fixture->session);
  g_autofree char *text = NULL;

  g_assert_null (dolen_hand_out_window_new_of_shortlist (fixture->session, fixture->person));
  for (gsize i = 0; i < G_N_ELEMENTS (services); i++) {
    g_autoptr (DolenShortlisted) entry = dolen_shortlisted_new (fixture->person, services[i]);
    GError *error = NULL;

    dolen_casework_shortlist_add (casework, entry, NULL, &error);
    g_assert_no_error (error);
  }
  fixture->form = dolen_hand_out_window_new_of_shortlist (fixture->session, fixture->person);
  g_assert_nonnull (fixture->form);
  dolen_hand_out_form_answer (
      dolen_hand_out_window_get_form (DOLEN_HAND_OUT_WINDOW (fixture->form)), DOLEN_HAND_OUT_SAFE);
  text = dup_text (fixture);
  g_assert_nonnull (strstr (text, "Places to try"));
  g_assert_nonnull (strstr (text, "Tregaron Choir"));
  g_assert_nonnull (strstr (text, "Clear of Debt"));
}

static gboolean
match_question (GtkWidget *widget, gpointer user_data)
{
  GtkWidget **found = user_data;

  if (ADW_IS_COMBO_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
                      "Is this paper safe at home?"))
    *found = widget;
  return *found == NULL;
}

static GtkWidget *
open_signposting (Fixture *fixture, const char *service)
{
  GtkWidget *question = NULL;

  fixture->form = dolen_refer_window_new (
      fixture->session, DOLEN_SIGNPOSTING, fixture->person, service, NULL);
  dolen_window_present_dialog (GTK_WIDGET (fixture->window), fixture->form);
  dolen_app_test_settle (fixture->window);
  dolen_app_test_walk (GTK_WIDGET (fixture->form), match_question, &question);
  return question;
}

/* The other paper that a person is given asks the same. */
static void
test_signposting_asks_too (Fixture *fixture, gconstpointer data)
{
  GtkWidget *question = open_signposting (fixture, DEBT);
  g_autofree char *open = NULL, *discreet = NULL;

  g_assert_nonnull (question);
  open = dolen_refer_window_dup_text (DOLEN_REFER_WINDOW (fixture->form));
  g_assert_nonnull (strstr (open, "Clear of Debt"));
  g_assert_false (save_pdf (fixture));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  adw_combo_row_set_selected (ADW_COMBO_ROW (question), 2); /* no, or not sure */
  dolen_app_test_settle (fixture->window);
  discreet = dolen_refer_window_dup_text (DOLEN_REFER_WINDOW (fixture->form));
  g_assert_nonnull (strstr (discreet, "The place we spoke about"));
  g_assert_null (strstr (discreet, "ebt"));
  g_assert_true (save_pdf (fixture));
}

static void
test_signposting_to_a_choir_does_not (Fixture *fixture, gconstpointer data)
{
  g_assert_null (open_signposting (fixture, CHOIR));
  g_assert_true (save_pdf (fixture));
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add ("/hand-out/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  TEST (nothing_leaves_before_it_is_answered);
  TEST (what_is_safe_says_all);
  TEST (what_asks_nothing_is_ready);
  TEST (a_persons_needs_ask_too);
  TEST (large_print_takes_more_pages_and_has_structure);
  TEST (the_printer_gets_the_same_pages);
  TEST (it_goes_when_the_case_records_lock);
  TEST (a_shortlist_is_one_paper);
  TEST (signposting_asks_too);
  TEST (signposting_to_a_choir_does_not);
#undef TEST
  return dolen_app_test_run ();
}
