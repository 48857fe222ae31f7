/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/casework/dolen-small-form.h"
#include "app/dolen-find-page.h"
#include "app/dolen-page.h"
#include "app/dolen-tour-casework.h"
#include "app/dolen-tour.h"
#include "app/find/dolen-detail-plan.h"
#include "app/find/dolen-gap-form.h"
#include "app/find/dolen-service-note-form.h"
#include "app/find/dolen-suggested-forms.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-gaps.h"
#include "casework/dolen-casework-overrides.h"
#include "casework/dolen-casework-service-notes.h"
#include "casework/dolen-casework-shortlist.h"
#include "casework/dolen-casework-tried.h"
#include "matching/dolen-reasons.h"
#include "matching/dolen-vocabulary.h"

/* What suggestions leave in the case records and learn from them, in the window: on the sample and
 * the invented people of the tour. */
static DolenWindow *shared;

static DolenFindPage *
page (void)
{
  return DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (shared), "find"));
}

static DolenSession *
session (void)
{
  return dolen_window_get_session (shared);
}

static DolenCaseload *
caseload (void)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session ()));
}

static gboolean
is_idle (void)
{
  return !dolen_session_is_busy (session ()) && dolen_find_page_get_findings (page ()) != NULL;
}

static void
settle (void)
{
  dolen_app_test_settle (shared);
  DOLEN_WAIT_UNTIL (is_idle (), 10000);
  dolen_app_test_settle (shared);
}

/* One window for all; with somebody of the tour open. */
static const char *
open_somebody (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  g_autoptr (GPtrArray) people = NULL;
  const DolenPersonRow *row;

  if (shared == NULL) {
    shared = dolen_app_test_window ();
    dolen_tour_prepare_profile (session (), &error);
    g_assert_no_error (error);
  }
  gtk_widget_activate_action (GTK_WIDGET (shared), "win.go", "s", "find");
  settle ();
  today = dolen_date_today ();
  people = dolen_caseload_list_people (caseload (), name, today, NULL);
  g_assert_cmpuint (people->len, >, 0);
  row = g_ptr_array_index (people, 0);
  dolen_session_open_person (session (), row->uid, row->called);
  settle ();
  return dolen_session_get_person (session ());
}

static void
close_somebody (void)
{
  dolen_session_open_person (session (), NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (page ()), "find.close-detail", NULL);
  settle ();
}

static void
open_service (const char *uid)
{
  dolen_page_go (GTK_WIDGET (shared), "find", "service", uid);
  settle ();
}

static char *
dup_uid (int index)
{
  char text[DOLEN_FACTS_UID_SIZE];

  return g_strdup (
      dolen_facts_uid (dolen_find_page_get_findings (page ())->facts, (guint) index, text));
}

static DolenBand
band_of (const char *uid)
{
  DolenFindings *findings = dolen_find_page_get_findings (page ());
  int index = dolen_facts_find (findings->facts, uid);

  g_assert_cmpint (index, >=, 0);
  return dolen_ranking_judge (findings->facts, findings->profile, (guint) index).band;
}

static gboolean
shows_button (const char *label)
{
  return dolen_app_test_find_button (GTK_WIDGET (page ()), label) != NULL;
}

static void
click (const char *label)
{
  GtkWidget *button = dolen_app_test_find_button (GTK_WIDGET (page ()), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

/* The form that a button of the page opened. */
static DolenSmallForm *
find_form (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (DOLEN_IS_SMALL_FORM (window->data))
      return window->data;
  g_assert_not_reached ();
}

/* ---- a gap ---- */

static void
test_a_gap_is_noted_and_taken_back (void)
{
  const char *person = open_somebody ("Eirlys");
  DolenFindFilters *filters = dolen_find_filters_copy (dolen_find_page_get_filters (page ()));
  DolenSmallForm *form;
  g_autoptr (GPtrArray) gaps = NULL;

  g_strfreev (filters->needs);
  filters->needs = g_strsplit ("housing", " ", -1);
  dolen_find_page_set_filters (page (), filters);
  settle ();
  click ("Note the Gap…");
  form = find_form ();
  dolen_app_test_assert_names (GTK_WIDGET (form));
  /* What would be noted is shown first: the thing and the district, and no name. */
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), ", SA4"));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (form), "Prosser"));
  dolen_small_form_set_check (form, "need-housing", TRUE);
  dolen_small_form_set_check (form, "interest-gardening", FALSE);
  g_assert_true (dolen_small_form_act (form));
  settle ();
  gaps = dolen_caseload_list_gaps (caseload (), person);
  g_assert_cmpuint (gaps->len, ==, 1);
  g_assert_cmpstr (((DolenGap *) gaps->pdata[0])->term, ==, "housing");
  g_assert_true (g_str_has_prefix (((DolenGap *) gaps->pdata[0])->district, "SA"));
  click ("Note the Gap…");
  form = find_form ();
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "Noted already:"));
  gtk_window_destroy (GTK_WINDOW (form));
  gtk_widget_activate_action (GTK_WIDGET (shared), "win.undo", "u", 0);
  settle ();
  g_clear_pointer (&gaps, g_ptr_array_unref);
  gaps = dolen_caseload_list_gaps (caseload (), person);
  g_assert_cmpuint (gaps->len, ==, 0);
  close_somebody ();
}

static gboolean
is_narrowest (DolenVocabulary *vocabulary, guint index)
{
  for (guint i = 0; i < dolen_vocabulary_count (vocabulary, DOLEN_TERM_INTEREST); i++)
    if (i != index
        && dolen_term_set_has (dolen_vocabulary_closure (vocabulary, DOLEN_TERM_INTEREST, i),
                               index))
      return FALSE;
  return TRUE;
}

/* The code of an interest that no group of the sample has, and nothing narrower. */
static const char *
find_missing (void)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);

  for (guint i = 0; i < dolen_vocabulary_count (vocabulary, DOLEN_TERM_INTEREST); i++) {
    const char *const codes[]
        = { dolen_vocabulary_term (vocabulary, DOLEN_TERM_INTEREST, i)->code, NULL };
    g_autoptr (GArray) hits = NULL;
    DolenSearchQuery query;

    dolen_search_query_init (&query);
    query.interests = codes;
    hits = dolen_search_ids (dolen_session_get_directory (session ()), &query, NULL, NULL);
    if (hits->len == 0 && is_narrowest (vocabulary, i))
      return codes[0];
  }
  g_assert_not_reached ();
}

static void
test_what_nothing_suits_is_ticked (void)
{
  const char *person = open_somebody ("Eirlys");
  DolenFindFilters *filters = dolen_find_filters_copy (dolen_find_page_get_filters (page ()));
  g_autofree char *codes = g_strdup_printf ("gardening %s", find_missing ());
  g_autofree char *missing = g_strdup_printf ("interest-%s", find_missing ());
  DolenSmallForm *form;

  g_strfreev (filters->interests);
  filters->interests = g_strsplit (codes, " ", -1);
  dolen_find_page_set_filters (page (), filters);
  settle ();
  form = DOLEN_SMALL_FORM (dolen_gap_form_new (session (),
                                               person,
                                               dolen_find_page_get_filters (page ()),
                                               dolen_find_page_get_findings (page ())));
  g_assert_true (dolen_small_form_get_check (form, missing));
  g_assert_false (dolen_small_form_get_check (form, "interest-gardening"));
  gtk_window_destroy (GTK_WINDOW (form));
  close_somebody ();
}

/* ---- not for them ---- */

static void
test_not_for_them_reaches_the_profile (void)
{
  const char *person = open_somebody ("Eirlys");
  const DolenFinding *first
      = &g_array_index (dolen_find_page_get_findings (page ())->results, DolenFinding, 0);
  g_autofree char *uid = dup_uid (first->index);
  DolenSmallForm *form;

  open_service (uid);
  click ("Not for Them…");
  form = find_form ();
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_choice (form, "reason", 0);
  g_assert_true (dolen_small_form_act (form));
  settle ();
  g_assert_true (dolen_profile_has_tried (dolen_find_page_get_findings (page ())->profile, uid));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (page ()), "did not like it"));
  g_assert_cmpint (band_of (uid), ==, DOLEN_BAND_UNSUITABLE);
  click ("May Be Suggested");
  g_assert_false (dolen_profile_has_tried (dolen_find_page_get_findings (page ())->profile, uid));
  g_assert_true (shows_button ("Not for Them…"));
  g_assert_nonnull (person);
  close_somebody ();
}

/* ---- a rule set aside ---- */

/* One that a hard rule speaks against. */
static char *
find_unsuitable (void)
{
  DolenFindings *findings = dolen_find_page_get_findings (page ());
  g_autoptr (DolenQuery) query = dolen_query_new (findings->facts, findings->profile);

  for (guint i = 0; i < findings->facts->n; i++) {
    DolenVerdicts verdicts;

    dolen_query_judge (query, i, &verdicts);
    if (verdicts.of[DOLEN_CRITERION_AGE] == DOLEN_VERDICT_NO)
      return dup_uid ((int) i);
  }
  g_assert_not_reached ();
}

/* What suggestions say of somebody depends on their age. */
static void
set_age (const char *uid, int age)
{
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (caseload (), uid);

  person->age = age;
  g_assert_true (
      dolen_casework_person_update (dolen_session_get_casework (session ()), person, NULL, NULL));
  settle ();
}

static void
test_a_rule_is_set_aside_with_a_reason (void)
{
  const char *person = open_somebody ("Eirlys");
  g_autofree char *uid = NULL;
  g_autoptr (GPtrArray) standing = NULL;
  DolenSmallForm *form;

  set_age (person, 81);
  uid = find_unsuitable ();
  g_assert_cmpint (band_of (uid), ==, DOLEN_BAND_UNSUITABLE);
  open_service (uid);
  click ("Suggest All the Same…");
  form = find_form ();
  dolen_app_test_assert_names (GTK_WIDGET (form));
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "reason", "Her grandson goes with her");
  g_assert_true (dolen_small_form_act (form));
  settle ();
  standing = dolen_caseload_list_overrides (caseload (), person, uid);
  g_assert_cmpuint (standing->len, >, 0);
  g_assert_true (
      dolen_profile_has_override (dolen_find_page_get_findings (page ())->profile,
                                  uid,
                                  ((DolenRuleOverride *) standing->pdata[0])->criterion));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (page ()), "Her grandson goes with her"));
  g_assert_false (shows_button ("Suggest All the Same…"));
  g_assert_cmpint (band_of (uid), ==, DOLEN_BAND_HELP);
  click ("Rules Hold Again");
  g_assert_cmpint (band_of (uid), ==, DOLEN_BAND_UNSUITABLE);
  g_assert_true (shows_button ("Suggest All the Same…"));
  close_somebody ();
}

/* ---- how a group answered ---- */

static void
test_how_it_answered_stands_in_no_letter (void)
{
  DolenReason answered
      = { DOLEN_CRITERION_ANSWERS, DOLEN_VERDICT_YES, (char *) "Answered", NULL, NULL };
  DolenReason liked
      = { DOLEN_CRITERION_INTEREST, DOLEN_VERDICT_YES, (char *) "Singing", NULL, NULL };
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = NULL;

  g_ptr_array_add (reasons, &answered);
  g_ptr_array_add (reasons, &liked);
  texts = dolen_detail_list_reasons (reasons);
  g_assert_cmpuint (texts->len, ==, 2);
  g_assert_cmpstr (texts->pdata[0], ==, "Singing");
  g_assert_null (texts->pdata[1]);
}

/* Sent forty days ago and accepted four days later; put into the caseload that is read. */
static void
add_answered (const char *person, const char *service)
{
  g_autoptr (DolenReferral) referral = dolen_referral_new (person, DOLEN_REFERRAL);
  g_autoptr (DolenEvent) event = dolen_event_new (DOLEN_EVENT_REFERRAL_SET, person);
  g_autofree char *today = dolen_date_today ();

  referral->service = g_strdup (service);
  referral->state = DOLEN_REFERRAL_ACCEPTED;
  referral->sent_on = dolen_date_add_days (today, -40);
  referral->accepted_on = dolen_date_add_days (today, -36);
  dolen_event_add_change (event,
                          dolen_referral_type.name,
                          referral->uid,
                          dolen_record_to_json (&dolen_referral_type, referral));
  dolen_caseload_apply (caseload (), event);
}

static gboolean
shows (const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (page ()), text) != NULL;
}

static void
test_how_a_group_answered_is_for_workers (void)
{
  const char *said = "Answered 6 of 6 referrals, half of them within 4 days";
  g_autofree char *person = g_strdup (open_somebody ("Eirlys"));
  DolenCasework *casework = dolen_session_get_casework (session ());
  g_autofree char *uid = dup_uid (0);
  g_autoptr (DolenShortlisted) act = dolen_shortlisted_new (person, uid);
  GError *error = NULL;

  close_somebody ();
  open_service (uid);
  g_assert_false (shows (said));
  for (int i = 0; i < 6; i++)
    add_answered (person, uid);
  /* It is read again after an act. */
  g_assert_true (dolen_casework_shortlist_add (casework, act, NULL, &error));
  g_assert_no_error (error);
  dolen_detail_pane_reload (dolen_find_page_get_detail (page ()));
  settle ();
  g_assert_true (shows (said));
  gtk_widget_activate_action (GTK_WIDGET (shared), "win.lock", NULL);
  settle ();
  dolen_detail_pane_reload (dolen_find_page_get_detail (page ()));
  g_assert_false (shows (said));
  g_assert_true (dolen_casework_unlock_sync (casework, DOLEN_TOUR_PASSPHRASE, NULL));
  close_somebody ();
}

static void
test_a_private_note_is_for_workers (void)
{
  const char *person = open_somebody ("Eirlys");
  g_autofree char *uid = dup_uid (0);
  DolenCasework *casework = dolen_session_get_casework (session ());
  g_autoptr (GPtrArray) notes = NULL;
  DolenSmallForm *form;

  g_assert_nonnull (person);
  open_service (uid);
  g_assert_true (shows_button ("Add a Note…"));
  form = DOLEN_SMALL_FORM (dolen_service_note_form_new (session (), uid));
  dolen_window_present_dialog (GTK_WIDGET (shared), GTK_WINDOW (form));
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "text", "Ring before ten");
  dolen_app_test_assert_names (GTK_WIDGET (form));
  g_assert_true (dolen_small_form_act (form));
  dolen_detail_pane_reload (dolen_find_page_get_detail (page ()));
  settle ();
  g_assert_true (shows ("Ring before ten"));
  notes = dolen_caseload_list_service_notes (caseload (), uid);
  g_assert_cmpuint (notes->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (shared), "win.lock", NULL);
  settle ();
  dolen_detail_pane_reload (dolen_find_page_get_detail (page ()));
  g_assert_false (shows ("Ring before ten"));
  g_assert_false (shows_button ("Add a Note…"));
  g_assert_null (dolen_service_note_form_new (session (), uid));
  g_assert_true (dolen_casework_unlock_sync (casework, DOLEN_TOUR_PASSPHRASE, NULL));
  close_somebody ();
}

static void
test_the_window_goes_away (void)
{
  dolen_app_test_close (shared);
  shared = NULL;
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/find/known/a_gap_is_noted_and_taken_back", test_a_gap_is_noted_and_taken_back);
  g_test_add_func ("/find/known/what_nothing_suits_is_ticked", test_what_nothing_suits_is_ticked);
  g_test_add_func ("/find/known/not_for_them_reaches_the_profile",
                   test_not_for_them_reaches_the_profile);
  g_test_add_func ("/find/known/a_rule_is_set_aside_with_a_reason",
                   test_a_rule_is_set_aside_with_a_reason);
  g_test_add_func ("/find/known/how_it_answered_stands_in_no_letter",
                   test_how_it_answered_stands_in_no_letter);
  g_test_add_func ("/find/known/how_a_group_answered_is_for_workers",
                   test_how_a_group_answered_is_for_workers);
  g_test_add_func ("/find/known/a_private_note_is_for_workers", test_a_private_note_is_for_workers);
  g_test_add_func ("/find/known/the_window_goes_away", test_the_window_goes_away);
  return dolen_app_test_run ();
}
