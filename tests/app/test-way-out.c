/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-calendar-form.h"
#include "app/casework/dolen-letter-buttons.h"
#include "app/casework/dolen-paper-window.h"
#include "app/casework/dolen-person-papers.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-referrer-form.h"
#include "app/dolen-page.h"
#include "app/dolen-print-code.h"
#include "app/dolen-print.h"
#include "app/dolen-way-out.h"
#include "casework/dolen-casework-appointments.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/dolen-casework-incoming.h"

#include <glib/gstdio.h>
#include <string.h>

/* What leaves the program: each door writes one line of the log, or is shut. */

typedef struct {
  DolenWindow *window;
  DolenSession *session;
  DolenCasework *casework;
  char *person; /* (owned) */
  char *folder; /* (owned) where files are saved */
} Fixture;

static void
set_up (Fixture *fixture)
{
  fixture->window = dolen_people_test_window (NULL);
  fixture->session = dolen_window_get_session (fixture->window);
  fixture->casework = dolen_session_get_casework (fixture->session);
  fixture->person = dolen_people_test_add_person (fixture->window);
  fixture->folder = g_dir_make_tmp ("dolen-out-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture)
{
  dolen_print_set_test_path (NULL);
  dolen_app_test_close (fixture->window);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* and nothing else was left in it */
  g_free (fixture->folder);
  g_free (fixture->person);
}

static GPtrArray *
list_log (Fixture *fixture)
{
  GPtrArray *lines = dolen_casework_list_audit (fixture->casework, NULL);

  g_assert_nonnull (lines);
  for (guint i = lines->len; i > 0; i--)
    if (g_strcmp0 (((DolenAudit *) lines->pdata[i - 1])->what, DOLEN_AUDIT_EXPORT) != 0)
      g_ptr_array_remove_index (lines, i - 1);
  return lines;
}

/* One more line than @n, the newest says @about of @person. */
static void
assert_logged (Fixture *fixture, guint *n, const char *about, const char *person)
{
  g_autoptr (GPtrArray) lines = list_log (fixture);
  const DolenAudit *newest;

  g_assert_cmpuint (lines->len, ==, *n + 1);
  newest = lines->pdata[0];
  g_assert_cmpstr (newest->about, ==, about);
  g_assert_cmpstr (newest->person, ==, person);
  g_assert_nonnull (newest->worker); /* who did it */
  *n = lines->len;
}

static char *
path_in (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
assert_pdf (const char *path, gboolean saved)
{
  g_autofree char *bytes = NULL;
  gsize length;
  GStatBuf status;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, 5, "%PDF-", 5);
  /* The dictionary of its properties is not compressed. */
  g_assert_nonnull (memmem (bytes, length, "/Producer", 9));
  g_assert_null (memmem (bytes, length, "/Title", 6));
  g_assert_null (memmem (bytes, length, "/Author", 7));
  g_assert_null (memmem (bytes, length, "Quintavalle", 11));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  /* What the toolkit prints into is the printer's in earnest. */
  g_assert_true (!saved || (status.st_mode & 0077) == 0);
  g_remove (path);
}

/* Copies, prints, and saves what @root shows: three lines of the log. */
static void
try_buttons (Fixture *fixture, GtkWidget *root, const char *what, const char *person, guint *n)
{
  GtkWidget *buttons = dolen_letter_buttons_find (root);
  g_autofree char *pdf = path_in (fixture, "saved.pdf");
  g_autofree char *printed = path_in (fixture, "printed.pdf");
  g_autofree char *name = NULL;
  g_autofree char *code = dolen_export_code (what, DOLEN_EXPORT_COPIED);

  g_assert_nonnull (buttons);
  dolen_letter_buttons_copy (buttons);
  g_assert_true (gdk_clipboard_is_local (gtk_widget_get_clipboard (buttons)));
  assert_logged (fixture, n, code, person);
  g_clear_pointer (&code, g_free);
  dolen_print_set_test_path (printed);
  dolen_letter_buttons_print (buttons);
  dolen_app_test_settle (fixture->window);
  code = dolen_export_code (what, DOLEN_EXPORT_PRINTED);
  assert_logged (fixture, n, code, person);
  assert_pdf (printed, FALSE);
  g_clear_pointer (&code, g_free);
  g_assert_true (dolen_letter_buttons_save (buttons, pdf, DOLEN_LETTER_MARKUP));
  DOLEN_WAIT_UNTIL (!dolen_letter_buttons_is_saving (buttons), 10000);
  code = dolen_export_code (what, DOLEN_EXPORT_SAVED);
  assert_logged (fixture, n, code, person);
  assert_pdf (pdf, TRUE);
  name = dolen_letter_buttons_dup_file_name (buttons, DOLEN_LETTER_MARKUP);
  g_assert_true (g_str_has_suffix (name, ".pdf"));
  g_assert_null (strstr (name, "Quintavalle"));
}

static void
show (Fixture *fixture, GtkWindow *window)
{
  g_assert_nonnull (window);
  dolen_window_present_dialog (GTK_WIDGET (fixture->window), window);
  dolen_app_test_settle (fixture->window);
}

static void
test_a_referral_leaves_with_a_line_of_the_log (void)
{
  Fixture fixture;
  g_autofree char *service = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  GtkWindow *form;
  guint n = 0;

  set_up (&fixture);
  service = dolen_people_test_add_service (fixture.window);
  form = dolen_refer_window_new (fixture.session, DOLEN_REFERRAL, fixture.person, service, NULL);
  show (&fixture, form);
  dolen_refer_window_set_consent (DOLEN_REFER_WINDOW (form), DOLEN_CONSENT_YES);
  dolen_app_test_settle (fixture.window);
  try_buttons (&fixture, GTK_WIDGET (form), DOLEN_EXPORT_REFERRAL, fixture.person, &n);
  name = dolen_letter_buttons_dup_file_name (dolen_letter_buttons_find (GTK_WIDGET (form)),
                                             DOLEN_LETTER_MARKUP);
  g_assert_true (g_str_has_prefix (name, "D-")); /* the reference */
  /* That it was given out is an entry of its own: the log's line is not there too. */
  entries = dolen_caseload_list_timeline (
      dolen_people_test_caseload (fixture.window), fixture.person, DOLEN_ENTRY_ALL, -1, NULL);
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (((DolenEntry *) entries->pdata[i])->type, !=, DOLEN_EVENT_AUDIT);
  gtk_window_destroy (form);
  tear_down (&fixture);
}

static void
add_incoming (Fixture *fixture, DolenIncoming *incoming)
{
  GError *error = NULL;

  incoming->source = g_strdup ("gp");
  incoming->source_name = g_strdup ("Meddygfa Bryn");
  dolen_casework_incoming_add (fixture->casework, incoming, NULL, NULL, &error);
  g_assert_no_error (error);
  dolen_casework_incoming_take_up (fixture->casework, incoming->uid, NULL, &error);
  g_assert_no_error (error);
}

/* The size of the window is a setting as the name under a letter is. */
static void
test_what_was_put_right_in_a_letter_stays (void)
{
  Fixture fixture;
  g_autoptr (DolenIncoming) incoming = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *anew = NULL;
  GSettings *settings;
  GtkWindow *form;

  set_up (&fixture);
  settings = dolen_session_get_settings (fixture.session);
  incoming = dolen_incoming_new (fixture.person);
  add_incoming (&fixture, incoming);
  form = dolen_referrer_form_new (fixture.session, incoming->uid);
  show (&fixture, form);
  dolen_small_form_set_text (DOLEN_SMALL_FORM (form), "text", "In other words");
  g_settings_set_int (settings, "window-width", g_settings_get_int (settings, "window-width") + 1);
  kept = dolen_small_form_dup_text (DOLEN_SMALL_FORM (form), "text");
  g_assert_cmpstr (kept, ==, "In other words");
  g_settings_set_string (settings, "worker-name", "Nia Example");
  anew = dolen_small_form_dup_text (DOLEN_SMALL_FORM (form), "text");
  g_assert_nonnull (strstr (anew, "Nia Example"));
  g_settings_reset (settings, "worker-name");
  gtk_window_destroy (form);
  tear_down (&fixture);
}

static void
test_letters_and_messages_leave_with_a_line_of_the_log (void)
{
  Fixture fixture;
  g_autoptr (DolenIncoming) incoming = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *xml = NULL;
  GtkWindow *form;
  guint n = 0, shown = 0;

  set_up (&fixture);
  incoming = dolen_incoming_new (fixture.person);
  add_incoming (&fixture, incoming);
  form = dolen_referrer_form_new (fixture.session, incoming->uid);
  show (&fixture, form);
  try_buttons (&fixture, GTK_WIDGET (form), DOLEN_EXPORT_MESSAGE, fixture.person, &n);
  gtk_window_destroy (form);
  form = dolen_referrer_paper_new (fixture.session, fixture.person);
  show (&fixture, form);
  try_buttons (&fixture, GTK_WIDGET (form), DOLEN_EXPORT_MESSAGE, fixture.person, &n);
  xml = path_in (&fixture, "saved.xml");
  g_assert_true (dolen_letter_buttons_save (
      dolen_letter_buttons_find (GTK_WIDGET (form)), xml, DOLEN_LETTER_XML));
  assert_logged (&fixture, &n, DOLEN_EXPORT_MESSAGE "/" DOLEN_EXPORT_SAVED, fixture.person);
  g_remove (xml);
  gtk_window_destroy (form);
  form = dolen_closing_paper_new (fixture.session, fixture.person);
  show (&fixture, form);
  /* Nobody signs it: that is said before it leaves. */
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "Nobody signs it yet"));
  g_settings_set_string (
      dolen_session_get_settings (fixture.session), "worker-name", "Nia Example");
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (form), "Nobody signs it yet"));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "how to reach you"));
  g_settings_set_string (
      dolen_session_get_settings (fixture.session), "scheme-phone", "01632 960777");
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (form), "how to reach you"));
  g_assert_nonnull (
      strstr (dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (form)), "Ring us: 01632 960777"));
  g_settings_reset (dolen_session_get_settings (fixture.session), "scheme-phone");
  g_assert_nonnull (
      strstr (dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (form)), "Nia Example"));
  g_settings_reset (dolen_session_get_settings (fixture.session), "worker-name");
  try_buttons (&fixture, GTK_WIDGET (form), DOLEN_EXPORT_CLOSING, fixture.person, &n);
  gtk_window_destroy (form);
  form = dolen_timeline_paper_new (fixture.session, fixture.person);
  show (&fixture, form);
  try_buttons (&fixture, GTK_WIDGET (form), DOLEN_EXPORT_TIMELINE, fixture.person, &n);
  gtk_window_destroy (form);
  /* Of a closing letter and a timeline nothing else tells: there the line stands. */
  entries = dolen_caseload_list_timeline (
      dolen_people_test_caseload (fixture.window), fixture.person, DOLEN_ENTRY_ALL, -1, NULL);
  for (guint i = 0; i < entries->len; i++)
    shown += g_str_equal (((DolenEntry *) entries->pdata[i])->type, DOLEN_EVENT_AUDIT);
  g_assert_cmpuint (shown, ==, 6);
  tear_down (&fixture);
}

static void
test_a_calendar_file_leaves_with_a_line_of_the_log (void)
{
  Fixture fixture;
  const DolenCalendarChoice choice = { 0 };
  g_autofree char *path = NULL;
  GError *error = NULL;
  guint n = 0;

  set_up (&fixture);
  path = path_in (&fixture, "appointments.ics");
  dolen_calendar_save (fixture.session, path, &choice, &error);
  g_assert_no_error (error);
  assert_logged (&fixture, &n, DOLEN_EXPORT_CALENDAR "/" DOLEN_EXPORT_SAVED, NULL);
  g_remove (path);
  tear_down (&fixture);
}

/* Of nobody while no person is open; of them while one is. */
static void
test_a_hand_out_for_a_person_leaves_with_a_line_of_the_log (void)
{
  Fixture fixture;
  g_autofree char *service = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget *button;
  guint n = 0;

  set_up (&fixture);
  service = dolen_people_test_add_service (fixture.window);
  dolen_page_go (GTK_WIDGET (fixture.window), "find", "service", service);
  dolen_app_test_settle (fixture.window);
  button = dolen_app_test_find_id (GTK_WIDGET (fixture.window), "copy_button");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  lines = list_log (&fixture);
  g_assert_cmpuint (lines->len, ==, 0);
  dolen_session_open_person (fixture.session, fixture.person, DOLEN_TEST_CALLED);
  dolen_page_go (GTK_WIDGET (fixture.window), "find", "service", service);
  dolen_app_test_settle (fixture.window);
  button = dolen_app_test_find_id (GTK_WIDGET (fixture.window), "copy_button");
  g_signal_emit_by_name (button, "clicked");
  assert_logged (&fixture, &n, DOLEN_EXPORT_HAND_OUT "/" DOLEN_EXPORT_COPIED, fixture.person);
  tear_down (&fixture);
}

/* Locked stands for all that refuses an event: the log cannot be written. */
static void
test_what_cannot_be_logged_does_not_leave (void)
{
  Fixture fixture;
  DolenWayOut out;
  g_autofree char *path = NULL;
  g_autofree char *printed = NULL;
  GdkClipboard *clipboard;
  GtkWidget *widget;
  GError *error = NULL;

  set_up (&fixture);
  widget = GTK_WIDGET (fixture.window);
  clipboard = gtk_widget_get_clipboard (widget);
  gdk_clipboard_set_content (clipboard, NULL);
  out = (DolenWayOut){ fixture.session, fixture.person, DOLEN_EXPORT_CLOSING };
  path = path_in (&fixture, "letter.pdf");
  printed = path_in (&fixture, "printed.pdf");
  dolen_session_lock (fixture.session);
  dolen_app_test_settle (fixture.window);
  g_assert_false (dolen_way_out_copy (&out, widget, DOLEN_TEST_CANARY, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, !=, "");
  g_clear_error (&error);
  g_assert_null (gdk_clipboard_get_content (clipboard));
  g_assert_false (dolen_way_out_save (&out, path, DOLEN_TEST_CANARY, &error));
  g_clear_error (&error);
  g_assert_false (dolen_way_out_save_pdf (&out, path, DOLEN_TEST_CANARY, &error));
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  dolen_print_set_test_path (printed);
  dolen_way_out_print (&out, GTK_WINDOW (fixture.window), "letter", DOLEN_TEST_CANARY, NULL, NULL);
  dolen_app_test_settle (fixture.window);
  if (g_file_test (printed, G_FILE_TEST_EXISTS)) {
    g_autofree char *bytes = NULL;
    gsize length;

    /* The toolkit has opened the file it was to print into; no page is in it. */
    g_file_get_contents (printed, &bytes, &length, NULL);
    g_assert_null (memmem (bytes, length, "/Font ", 6));
    g_remove (printed);
  }
  tear_down (&fixture);
}

static void
test_a_timeline_is_chosen_by_kind_and_day (void)
{
  Fixture fixture;
  g_autoptr (DolenNote) note = NULL;
  GtkWindow *form;
  const char *text;

  set_up (&fixture);
  note = dolen_note_new (fixture.person, NULL, "call", "She sang.");
  g_assert_true (dolen_casework_note_add (fixture.casework, note, NULL, NULL));
  form = dolen_timeline_paper_new (fixture.session, fixture.person);
  show (&fixture, form);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  text = dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (form));
  g_assert_nonnull (strstr (text, "She sang."));
  g_assert_nonnull (strstr (text, "First recorded"));
  dolen_timeline_paper_choose (form, 1, "", ""); /* notes */
  text = dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (form));
  g_assert_nonnull (strstr (text, "She sang."));
  g_assert_null (strstr (text, "First recorded"));
  dolen_timeline_paper_choose (form, 0, "", "1/1/2020");
  text = dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (form));
  g_assert_null (strstr (text, "She sang."));
  g_assert_nonnull (strstr (text, "Until: "));
  dolen_timeline_paper_choose (form, 0, "yesterweek", "");
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "A day is written like"));
  gtk_window_destroy (form);
  tear_down (&fixture);
}

static guint
count_previews (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_prefix (name, "preview");
  return n;
}

/* GTK's own preview leaves a file in the temporary folder. */
static void
test_a_preview_writes_nothing (void)
{
  Fixture fixture;
  GtkWindow *form;
  GtkWidget *buttons;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  guint n = count_previews ();

  set_up (&fixture);
  form = dolen_timeline_paper_new (fixture.session, fixture.person);
  show (&fixture, form);
  buttons = dolen_letter_buttons_find (GTK_WIDGET (form));
  before = list_log (&fixture);
  dolen_print_set_test_preview (TRUE);
  dolen_letter_buttons_print (buttons);
  dolen_app_test_settle (fixture.window);
  dolen_print_set_test_preview (FALSE);
  g_print ("# M %s\n", dolen_letter_buttons_get_message (buttons));
  g_assert_nonnull (strstr (dolen_letter_buttons_get_message (buttons), "No preview"));
  after = list_log (&fixture);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_cmpuint (count_previews (), ==, n);
  gtk_window_destroy (form);
  tear_down (&fixture);
}

/* ---- the square a scanner reads ---- */

#define MODULES 21 /* of the smallest code, which a reference fits */
#define CELLS (MODULES + 2 * 4)
#define CELL 8 /* pixels */

static cairo_surface_t *
draw_code (const char *text)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_A8, CELLS * CELL, CELLS * CELL);
  cairo_t *cr = cairo_create (surface);
  double scale = CELLS * CELL / dolen_print_code_height ();

  cairo_scale (cr, scale, scale);
  g_assert_true (dolen_print_code_draw (cr, text));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_dark (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface)
                             + (y * CELL + CELL / 2) * cairo_image_surface_get_stride (surface);

  return row[x * CELL + CELL / 2] > 127;
}

/* A ring of seven, a white one, three by three in the middle. */
static void
assert_finder (cairo_surface_t *surface, int left, int top)
{
  for (int y = -3; y <= 3; y++)
    for (int x = -3; x <= 3; x++)
      g_assert_cmpint (
          is_dark (surface, left + 3 + x, top + 3 + y), ==, MAX (ABS (x), ABS (y)) != 2);
}

static void
test_a_scanner_finds_the_reference (void)
{
  cairo_surface_t *code = draw_code ("D-4821-K");
  cairo_surface_t *other = draw_code ("D-4822-L");
  int differing = 0;

  assert_finder (code, 4, 4);
  assert_finder (code, 4 + MODULES - 7, 4);
  assert_finder (code, 4, 4 + MODULES - 7);
  for (int y = 0; y < CELLS; y++)
    for (int x = 0; x < CELLS; x++) {
      gboolean quiet = x < 4 || y < 4 || x >= CELLS - 4 || y >= CELLS - 4;

      g_assert_false (quiet && is_dark (code, x, y));
      differing += is_dark (code, x, y) != is_dark (other, x, y);
    }
  g_assert_cmpint (differing, >, 10);
  cairo_surface_destroy (code);
  cairo_surface_destroy (other);
}

static guint
count_pages (const char *path, const char *markup, const char *code)
{
  g_autofree char *pdf = NULL;
  gsize length;
  GError *error = NULL;
  guint n = 0;

  dolen_print_to_pdf (path, markup, code, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &pdf, &length, NULL));
  for (char *at = pdf; (at = memmem (at, length - (gsize) (at - pdf), "/Type /Page %", 13)); at++)
    n++;
  return n;
}

/* It stands beneath the last line, on a page more only where the last one is full. */
static void
test_a_code_needs_no_page_of_its_own (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dolen-out-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "slip.pdf", NULL);
  g_autoptr (GString) full = g_string_new ("line");

  g_assert_cmpuint (count_pages (path, full->str, "D-4821-K"), ==, 1);
  while (count_pages (path, full->str, NULL) == 1)
    g_string_append (full, "\nline");
  g_string_truncate (full, full->len - strlen ("\nline"));
  g_assert_cmpuint (count_pages (path, full->str, NULL), ==, 1);
  g_assert_cmpuint (count_pages (path, full->str, "D-4821-K"), ==, 2);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/way-out/" #name, test_##name)
  TEST (a_referral_leaves_with_a_line_of_the_log);
  TEST (a_preview_writes_nothing);
  TEST (a_scanner_finds_the_reference);
  TEST (a_code_needs_no_page_of_its_own);
  TEST (what_was_put_right_in_a_letter_stays);
  TEST (letters_and_messages_leave_with_a_line_of_the_log);
  TEST (a_calendar_file_leaves_with_a_line_of_the_log);
  TEST (a_hand_out_for_a_person_leaves_with_a_line_of_the_log);
  TEST (what_cannot_be_logged_does_not_leave);
  TEST (a_timeline_is_chosen_by_kind_and_day);
#undef TEST
  return dolen_app_test_run ();
}
