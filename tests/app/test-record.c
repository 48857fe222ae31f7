/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-person-window.h"
#include "casework/records/dolen-asked.h"

/* A person's record in the window: what may be written down, what is checked,
 * what is shown. */

typedef struct {
  const char *title;
  GtkWidget *found;
} Search;

static gboolean
match_row (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), search->title)
             == 0)
    search->found = widget;
  return search->found == NULL;
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  Search search = { title, NULL };

  dolen_app_test_walk (root, match_row, &search);
  g_assert_nonnull (search.found);
  return search.found;
}

static void
type (GtkWidget *root, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (root, title)), text);
}

static void
choose (GtkWidget *root, const char *title, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (root, title)), position);
}

static void
click (DolenWindow *window, GtkWidget *root, const char *label)
{
  GtkWidget *button = dolen_app_test_find_button (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (window);
}

static gboolean
shows (DolenWindow *window, const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (window), text) != NULL;
}

static GtkWidget *
open_record (DolenWindow *window, const char *uid)
{
  dolen_page_go (GTK_WIDGET (window), "people", "person", uid);
  dolen_app_test_settle (window);
  dolen_people_test_act (window, "person.change", NULL);
  return dolen_people_test_dialog (window);
}

static void
test_what_was_never_asked_is_said_and_asked_is_not_no (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  g_autoptr(DolenPerson) person = NULL;
  GtkWidget *dialog = open_record (window, uid);

  dolen_people_test_act (window, "person.part", g_variant_new_string ("record"));
  g_assert_true (shows (window, "Not asked yet: privacy information, gender"));
  dolen_app_test_assert_names (dialog);
  choose (dialog, "Interpreter wanted for", 3); /* BSL */
  choose (dialog, "Gender", 1);                 /* woman */
  choose (dialog, "Ethnic group", 6);           /* asked, declined */
  choose (dialog, "Armed forces", 4);           /* asked, not known */
  choose (dialog, "Lives alone", 2);            /* no */
  g_assert_true (dolen_person_window_save (DOLEN_PERSON_WINDOW (dialog)));
  dolen_app_test_settle (window);
  person = dolen_caseload_get_person (dolen_people_test_caseload (window), uid);
  g_assert_cmpstr (person->gender, ==, "woman");
  g_assert_cmpstr (person->ethnicity, ==, DOLEN_ASKED_DECLINED);
  g_assert_cmpstr (person->veteran, ==, DOLEN_ASKED_UNKNOWN);
  g_assert_cmpstr (person->lives_alone, ==, "no");
  g_assert_null (person->employment);
  g_assert_true (shows (window, "Interpreter wanted: BSL"));
  g_assert_false (shows (window, "gender, "));
  g_assert_true (shows (window, "disability"));
  dolen_app_test_close (window);
}

static void
test_a_risk_stands_before_the_address (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  GtkWidget *dialog = open_record (window, uid);
  graphene_rect_t risk, address;

  type (dialog, "Address", "1 Stryd Fawr");
  click (window, dialog, "Add a Risk");
  type (dialog, "What it is, in words", "A dog that bites");
  type (dialog, "On (day/month/year)", "yesterday-ish");
  g_assert_false (dolen_person_window_save (DOLEN_PERSON_WINDOW (dialog)));
  g_assert_nonnull (dolen_app_test_find_label (dialog, "This is not a day"));
  type (dialog, "On (day/month/year)", "3/11/2026");
  click (window, dialog, "Add Somebody");
  g_assert_true (dolen_person_window_save (DOLEN_PERSON_WINDOW (dialog)));
  dolen_app_test_settle (window);
  g_assert_true (gtk_widget_compute_bounds (
      dolen_app_test_find_label (GTK_WIDGET (window), "Risk: A dog that bites"),
      GTK_WIDGET (window),
      &risk));
  g_assert_true (gtk_widget_compute_bounds (
      dolen_app_test_find_label (GTK_WIDGET (window), "Address: 1 Stryd Fawr"),
      GTK_WIDGET (window),
      &address));
  g_assert_cmpfloat (risk.origin.y, <, address.origin.y);
  /* Somebody without a name is not recorded. */
  g_assert_false (shows (window, "Who Else Is Involved"));
  dolen_app_test_close (window);
}

static void
test_numbers_privacy_and_bases (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  g_autoptr(DolenPerson) person = NULL;
  GtkWidget *dialog = open_record (window, uid);

  type (dialog, "NHS number", "943 476 5918");
  g_assert_false (dolen_person_window_save (DOLEN_PERSON_WINDOW (dialog)));
  g_assert_nonnull (dolen_app_test_find_label (dialog, "no NHS number"));
  type (dialog, "NHS number", "943 476 5919");
  click (window, dialog, "Given Today");
  click (window, dialog, "As the Scheme Proposes");
  g_assert_true (dolen_person_window_save (DOLEN_PERSON_WINDOW (dialog)));
  dolen_app_test_settle (window);
  person = dolen_caseload_get_person (dolen_people_test_caseload (window), uid);
  g_assert_cmpstr (person->nhs_number, ==, "9434765919");
  g_assert_cmpuint (person->privacy->len, ==, 1);
  g_assert_cmpuint (person->bases->len, ==, 3);
  g_assert_cmpstr (((DolenLawfulBasis *) person->bases->pdata[0])->purpose, ==, "support");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  dolen_person_free (person);
  person = dolen_caseload_get_person (dolen_people_test_caseload (window), uid);
  g_assert_null (person->nhs_number);
  dolen_app_test_close (window);
}

static void
test_whoever_is_known_is_shown_while_a_name_is_typed (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_app_test_settle (window);
  dolen_people_test_act (window, "people.add", NULL);
  dialog = dolen_people_test_dialog (window);
  type (dialog, "Name", "Quintavalle");
  g_assert_nonnull (dolen_app_test_find_label (dialog, "Known Already?"));
  click (window, dialog, "Open Their Record");
  g_assert_cmpstr (dolen_session_get_person (dolen_window_get_session (window)), ==, uid);
  g_assert_cmpint (dolen_caseload_count_people (dolen_people_test_caseload (window)), ==, 1);
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/record/" #name, test_##name)
  TEST (what_was_never_asked_is_said_and_asked_is_not_no);
  TEST (a_risk_stands_before_the_address);
  TEST (numbers_privacy_and_bases);
  TEST (whoever_is_known_is_shown_while_a_name_is_typed);
#undef TEST
  return dolen_app_test_run ();
}
