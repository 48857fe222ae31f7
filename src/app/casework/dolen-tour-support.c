/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-tour-support.h"

#include "app/casework/dolen-episode-forms.h"
#include "app/casework/dolen-person-consents.h"
#include "app/casework/dolen-person-papers.h"
#include "app/casework/dolen-tour-people.h"
#include "app/casework/dolen-form-button.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-consents.h"
#include "casework/dolen-casework-encounters.h"
#include "casework/dolen-casework-episodes.h"

#define DAY (G_GINT64_CONSTANT (86400000))

static char *
dup_first_person (DolenCaseload *caseload)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) people = dolen_caseload_list_people (caseload, NULL, today, NULL);

  g_assert (people != NULL && people->len > 0);
  return g_strdup (((DolenPersonRow *) g_ptr_array_index (people, 0))->uid);
}

static gboolean
invent_contact (DolenCasework *casework, const char *person, const char *said, GError **error)
{
  g_autoptr (DolenEncounter) visit = dolen_encounter_new (person);
  g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "visit", said);

  visit->kind = DOLEN_ENCOUNTER_VISIT;
  visit->minutes = 45;
  visit->session = TRUE;
  return dolen_casework_contact_add (casework, visit, note, NULL, error);
}

static gboolean
invent_consent (DolenCasework *casework, const char *person, GError **error)
{
  g_autoptr (DolenShareConsent) consent = dolen_consent_new (person);

  consent->recipient_kind = g_strdup ("family");
  consent->recipient_name = g_strdup ("Hodan (chwaer · sister)");
  dolen_share_lines_add (
      &consent->lines, "progress", "When we meet · Pryd y byddwn yn cwrdd", TRUE);
  return dolen_casework_consent_give (casework, consent, NULL, error);
}

gboolean
dolen_tour_invent_support (DolenCasework *casework, gint64 now, GError **error)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (casework);
  g_autofree char *person = dup_first_person (caseload);
  g_autoptr (DolenEpisode) episode = dolen_caseload_get_open_episode (caseload, person);
  DolenGoal *goal;

  if (episode == NULL)
    return TRUE;
  dolen_time_set_fixed (now - 10 * DAY);
  episode->level = DOLEN_LEVEL_MEDIUM;
  episode->sessions_offered = 6;
  goal = dolen_episode_add_goal (episode, "To open a letter without my heart stopping.");
  goal->first = 2;
  goal->wanted = 8;
  goal->latest = 5;
  dolen_episode_add_goal (episode, "Coginio i bobl eto.");
  if (!dolen_casework_episode_set (casework, episode, NULL, error)
      || !invent_contact (casework, person, "We read two letters together.", error))
    return FALSE;
  dolen_time_set_fixed (now - 4 * DAY);
  return invent_contact (casework, person, "She opened the third one herself.", error)
         && invent_consent (casework, person, error);
}

/* ---- the stops ---- */

static void
turn_to (DolenWindow *window, const char *part)
{
  dolen_tour_show_person (window);
  dolen_tour_act (window, "person.part", g_variant_new_string (part));
}

static void
show_form (DolenWindow *window, DolenFormFunc func)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *person
      = dup_first_person (dolen_casework_get_caseload (dolen_session_get_casework (session)));
  GtkWindow *form;

  dolen_tour_show_person (window);
  form = func (session, person);
  if (form != NULL)
    dolen_window_present_dialog (GTK_WIDGET (window), form);
}

void
dolen_tour_show_support_record (DolenWindow *window)
{
  turn_to (window, "record");
}

void
dolen_tour_show_support_timeline (DolenWindow *window)
{
  turn_to (window, "timeline");
}

void
dolen_tour_show_support_goals (DolenWindow *window)
{
  show_form (window, dolen_goals_form_new);
}

void
dolen_tour_show_support_closing (DolenWindow *window)
{
  show_form (window, dolen_closing_form_new);
}

void
dolen_tour_show_support_consent (DolenWindow *window)
{
  show_form (window, dolen_consent_form_new);
}

void
dolen_tour_show_support_letter (DolenWindow *window)
{
  show_form (window, dolen_closing_paper_new);
}

void
dolen_tour_show_support_contact (DolenWindow *window)
{
  turn_to (window, "now");
  dolen_tour_act (window, "person.contact", NULL);
}

#define CLOSED "dolen-tour-closed"

/* Closed for this picture alone. */
void
dolen_tour_reopen (DolenWindow *window)
{
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  g_autoptr (DolenUndo) undo = g_object_steal_data (G_OBJECT (window), CLOSED);

  if (undo != NULL)
    dolen_casework_undo (casework, undo, NULL);
}

void
dolen_tour_show_closed (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      dolen_casework_get_caseload (casework), &dolen_episode_type, NULL, NULL);
  const DolenEpisode *last = open != NULL && open->len > 0 ? open->pdata[open->len - 1] : NULL;
  g_autoptr (GPtrArray) leaving = NULL;
  g_autofree const char **uids = NULL;
  g_autofree DolenLeaving *how = NULL;
  DolenClosing closing = { .reason = "completed", .return_until = "2026-11-12" };
  DolenUndo *undo = NULL;

  if (last == NULL)
    return;
  leaving = dolen_caseload_list_leaving (dolen_casework_get_caseload (casework), last->person);
  uids = g_new0 (const char *, leaving->len + 1);
  how = g_new0 (DolenLeaving, leaving->len + 1);
  for (guint i = 0; i < leaving->len; i++) {
    uids[i] = ((const DolenReferral *) leaving->pdata[i])->uid;
    how[i] = DOLEN_LEAVING_COMPLETE;
  }
  closing.episode = last->uid;
  closing.referrals = uids;
  closing.leaving = how;
  dolen_casework_episode_close (casework, &closing, &undo, NULL);
  g_object_set_data (G_OBJECT (window), CLOSED, undo);
  dolen_page_go (GTK_WIDGET (window), "people", "person", last->person);
}
