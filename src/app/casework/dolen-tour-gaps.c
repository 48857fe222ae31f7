/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-tour-gaps.h"

#include "app/casework/dolen-gaps-form.h"
#include "app/casework/dolen-small-form.h"
#include "app/dolen-find-page.h"
#include "app/find/dolen-gap-form.h"
#include "app/find/dolen-service-note-form.h"
#include "app/find/dolen-suggested-forms.h"
#include "app/find/dolen-tour-find.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-gaps.h"
#include "casework/dolen-casework-overrides.h"
#include "casework/dolen-casework-service-notes.h"

/* More people than the tour has, so that there is a number to show: they are put into the caseload
 * that is read, and into no journal. */
static void
add_gaps (DolenCaseload *caseload,
          int n,
          const char *kind,
          const char *term,
          const char *name,
          const char *name_cy,
          const char *where)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *on = dolen_date_add_months (today, -3);

  for (int i = 0; i < n; i++) {
    g_autofree char *person = g_strdup_printf ("tour-%s-%s-%d", term, where, i);
    g_autoptr (DolenGap) gap = dolen_gap_new (person, NULL, kind, term);
    g_autoptr (DolenEvent) event = dolen_event_new (DOLEN_EVENT_GAP_NOTE, person);

    gap->name = g_strdup (name);
    gap->name_cy = g_strdup (name_cy);
    gap->on = g_strdup (on);
    dolen_gap_set_place (gap, where);
    dolen_event_add_change (
        event, dolen_gap_type.name, gap->uid, dolen_record_to_json (&dolen_gap_type, gap));
    dolen_caseload_apply (caseload, event);
  }
}

static void
add_idea (DolenCasework *casework)
{
  g_autoptr (DolenGapGroup) idea = dolen_gap_group_new ("need", "debt", "SA48");

  idea->state = DOLEN_GAP_IDEA;
  idea->note = g_strdup ("A surgery in the library, Tuesdays");
  dolen_casework_gap_group_set (casework, idea, NULL, NULL);
}

void
dolen_tour_show_gaps (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenCasework *casework = dolen_session_get_casework (session);
  DolenCaseload *caseload = dolen_casework_get_caseload (casework);

  if (caseload == NULL)
    return;
  add_idea (casework);
  add_gaps (caseload, 12, "need", "debt", "Debt advice", "Cyngor ar ddyled", "SA48");
  add_gaps (caseload, 5, "need", "debt", "Debt advice", "Cyngor ar ddyled", "SY23");
  add_gaps (caseload, 4, "need", "debt", "Debt advice", "Cyngor ar ddyled", "SA47");
  add_gaps (caseload, 19, "interest", "singing", "Singing", "Canu", "SA48");
  add_gaps (caseload, 3, "interest", "gardening", "Gardening", "Garddio", "SA48");
  dolen_window_present_dialog (GTK_WIDGET (window), dolen_gaps_form_new (session, NULL));
}

void
dolen_tour_show_gap_group (DolenWindow *window)
{
  dolen_window_present_dialog (
      GTK_WIDGET (window),
      dolen_gap_group_form_new (dolen_window_get_session (window), "need/debt/SA48"));
}

/* Somebody of the tour, with what they are looked for. */
static GtkWindow *
new_note (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *today = dolen_date_today ();
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (GPtrArray) people = caseload != NULL
                                     ? dolen_caseload_list_people (caseload, "Eirlys", today, NULL)
                                     : NULL;

  return people != NULL && people->len > 0
             ? dolen_gap_form_open (session, ((DolenPersonRow *) people->pdata[0])->uid)
             : NULL;
}

void
dolen_tour_show_gap_note (DolenWindow *window)
{
  GtkWindow *form = new_note (window);

  if (form == NULL)
    return;
  dolen_small_form_set_check (DOLEN_SMALL_FORM (form), "need-loneliness", TRUE);
  dolen_window_present_dialog (GTK_WIDGET (window), form);
}

/* A form about the group of the sample that the tour shows most. */
static void
present_suggested (DolenWindow *window,
                   GtkWindow *(*make) (DolenSession *, const char *, const char *),
                   const char *more)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenFindPage *page
      = DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "find"));
  const char *person, *uid;
  g_autofree char *name = NULL;
  GtkWindow *form;

  dolen_tour_show_find_person_detail (window);
  person = dolen_session_get_person (session);
  uid = dolen_detail_pane_get_uid (dolen_find_page_get_detail (page));
  if (person == NULL || uid == NULL)
    return;
  name = g_strconcat (uid, more, NULL);
  form = make (session, person, name);
  if (form != NULL)
    dolen_window_present_dialog (GTK_WIDGET (window), form);
}

void
dolen_tour_show_suggest_anyway (DolenWindow *window)
{
  present_suggested (window, dolen_override_form_new, "/age");
}

void
dolen_tour_show_not_for_them (DolenWindow *window)
{
  present_suggested (window, dolen_unwanted_form_new, "");
}

/* A rule set aside for the group that is shown, and why. */
void
dolen_tour_show_set_aside (DolenWindow *window)
{
  static const char *const criteria[] = { "distance", NULL };
  DolenSession *session = dolen_window_get_session (window);
  DolenFindPage *page
      = DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "find"));
  g_autoptr (DolenRuleOverride) override = NULL;
  const char *uid;

  dolen_tour_show_find_person_detail (window);
  uid = dolen_detail_pane_get_uid (dolen_find_page_get_detail (page));
  if (uid == NULL || dolen_session_get_person (session) == NULL)
    return;
  override = dolen_rule_override_new (dolen_session_get_person (session), uid, NULL);
  override->service_name = g_strdup ("Yr Ardd Gudd gardening mornings");
  override->reason = g_strdup ("Her neighbour drives her there");
  dolen_casework_override_add (
      dolen_session_get_casework (session), override, criteria, NULL, NULL);
}

/* A private note on the group that is shown. */
void
dolen_tour_show_service_notes (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenFindPage *page
      = DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "find"));
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autoptr (GPtrArray) notes = NULL;
  DolenDetailPane *pane;

  dolen_session_open_person (session, NULL, NULL);
  dolen_tour_show_find_detail (window);
  pane = dolen_find_page_get_detail (page);
  if (dolen_detail_pane_get_uid (pane) == NULL || dolen_casework_get_caseload (casework) == NULL)
    return;
  notes = dolen_caseload_list_service_notes (dolen_casework_get_caseload (casework),
                                             dolen_detail_pane_get_uid (pane));
  if (notes->len == 0)
    dolen_casework_service_note_add (casework,
                                     dolen_detail_pane_get_uid (pane),
                                     NULL,
                                     "Ring before ten; the caretaker opens at nine",
                                     NULL,
                                     NULL);
  dolen_detail_pane_reload (pane);
}

/* Another being written. */
void
dolen_tour_show_service_note (DolenWindow *window)
{
  DolenFindPage *page
      = DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "find"));
  const char *service;
  GtkWindow *form;

  dolen_tour_show_find_person_detail (window);
  service = dolen_detail_pane_get_uid (dolen_find_page_get_detail (page));
  form = service != NULL ? dolen_service_note_form_new (dolen_window_get_session (window), service)
                         : NULL;
  if (form != NULL)
    dolen_window_present_dialog (GTK_WIDGET (window), form);
}
