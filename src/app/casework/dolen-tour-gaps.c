/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-tour-gaps.h"

#include "app/casework/dolen-gaps-form.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-gaps.h"

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
