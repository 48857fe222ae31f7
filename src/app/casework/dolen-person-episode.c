/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-episode.h"

#include "app/casework/dolen-episode-forms.h"
#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-incoming-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-encounters.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/records/dolen-encounter-words.h"
#include "casework/records/dolen-episode-words.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static void
add_fact (GtkWidget *list, const char *title, const char *text)
{
  if (!dolen_text_is_empty (text))
    dolen_boxed_list_add (list, dolen_fact_new (title, text));
}

static void
add_day (GtkWidget *list, const char *title, const char *date)
{
  g_autofree char *day = dolen_format_date_as (dolen_language_current (), date, DOLEN_DATE_FULL);

  add_fact (list, title, day);
}

/* ---- sessions and time ---- */

static char *
say_sessions (const DolenEpisode *episode, const DolenTimeSpent *spent)
{
  if (episode->sessions_offered < 0 && spent->sessions == 0)
    return NULL;
  if (episode->sessions_offered < 0)
    return g_strdup_printf (
        /* Translators: sessions (sesiynau) that somebody has had. */
        ngettext ("%d session used", "%d sessions used", (gulong) spent->sessions),
        spent->sessions);
  /* Translators: sessions (sesiynau) that somebody has had, of those that were offered. */
  return g_strdup_printf (
      _ ("%1$d used of %2$d offered"), spent->sessions, episode->sessions_offered);
}

/* "Home visit: 2 (1 h 30 min) · Telephone call: 5 (40 min)" */
static char *
say_time (const DolenTimeSpent *spent)
{
  DolenLanguage language = dolen_language_current ();
  GString *words = g_string_new (NULL);

  for (int kind = 0; kind < DOLEN_N_ENCOUNTER_KINDS; kind++) {
    g_autofree char *minutes = dolen_minutes_say (spent->minutes[kind], language);

    if (spent->count[kind] == 0)
      continue;
    g_string_append_printf (words,
                            "%s%s: %d",
                            words->len > 0 ? " · " : "",
                            dolen_encounter_kind_name (kind, language),
                            spent->count[kind]);
    if (spent->minutes[kind] > 0)
      g_string_append_printf (words, " (%s)", minutes);
  }
  return g_string_free (words, FALSE);
}

static void
add_time (GtkWidget *list, DolenSession *session, const DolenEpisode *episode)
{
  DolenTimeSpent here, ever;
  g_autofree char *sessions = NULL;
  g_autofree char *kinds = NULL;
  g_autofree char *all = NULL;
  g_autofree char *minutes = NULL;

  if (!dolen_caseload_time_spent (caseload_of (session), episode->person, episode->uid, &here)
      || !dolen_caseload_time_spent (caseload_of (session), episode->person, NULL, &ever))
    return;
  sessions = say_sessions (episode, &here);
  add_fact (list, _ ("Sessions"), sessions);
  kinds = say_time (&here);
  add_fact (list, _ ("Contacts and time spent"), kinds);
  if (ever.all_count == here.all_count)
    return;
  minutes = dolen_minutes_say (ever.all_minutes, dolen_language_current ());
  /* Translators: a number of contacts, then how much time they took. */
  all = g_strdup_printf (
      ngettext ("%1$d contact, %2$s", "%1$d contacts, %2$s", (gulong) ever.all_count),
      ever.all_count,
      minutes);
  add_fact (list, _ ("In all, earlier support too"), all);
}

/* ---- the section ---- */

static void
add_button (
    GtkWidget *box, DolenSession *session, const char *label, DolenFormFunc func, const char *uid)
{
  gtk_box_append (GTK_BOX (box), dolen_form_button_new (session, label, func, uid));
}

static void
fill_open (GtkWidget *list, DolenSession *session, const DolenEpisode *episode)
{
  GtkWidget *buttons = dolen_wrap_box_new ();
  g_autofree char *end = dolen_episode_foreseen_end (episode);
  const char *person = episode->person;

  add_fact (
      list, _ ("How much support"), dolen_level_name (episode->level, dolen_language_current ()));
  add_day (list, _ ("Began"), episode->opened);
  /* Translators: the day on which support is expected to end. */
  add_day (list, _ ("End foreseen"), end);
  add_time (list, session, episode);
  add_fact (list, _ ("What continues after support ends"), episode->carry_on);
  if (episode->attends_often)
    add_fact (list, _ ("Marked"), _ ("Goes to the GP or hospital very often"));
  add_button (buttons, session, _ ("_Plan…"), dolen_plan_form_new, person);
  add_button (buttons, session, _ ("_Review…"), dolen_review_form_new, person);
  add_button (buttons, session, _ ("E_xtend…"), dolen_extend_form_new, person);
  dolen_boxed_list_add (list, buttons);
}

/* Within the time that was agreed they need no new referral; after it they come in as others do. */
static void
add_way_back (GtkWidget *list, DolenSession *session, const DolenEpisode *last, const char *person)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenPerson) known = dolen_caseload_get_person (caseload_of (session), person);
  g_autoptr (DolenIncoming) incoming
             = dolen_caseload_get_current_incoming (caseload_of (session), person);
  GtkWidget *button;

  if (known == NULL || known->died_on != NULL || incoming != NULL)
    return;
  button = last != NULL && dolen_episode_may_come_back (last, today)
               ? dolen_form_button_new (
                   session, _ ("_They Come Back…"), dolen_come_back_form_new, person)
               : dolen_form_button_new (
                   session, _ ("_Add a Referral…"), dolen_incoming_form_new, person);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  dolen_boxed_list_add (list, button);
}

static void
fill_closed (GtkWidget *list, DolenSession *session, const DolenEpisode *episode)
{
  add_day (list, _ ("Began"), episode->opened);
  add_day (list, _ ("Closed"), episode->closed);
  add_fact (
      list, _ ("Why"), dolen_closing_reason_name (episode->reason, dolen_language_current ()));
  add_fact (list, _ ("In words"), episode->closing_note);
  add_time (list, session, episode);
  add_fact (list, _ ("What continues"), episode->carry_on);
  if (episode->return_until != NULL)
    add_day (list, _ ("May come back until"), episode->return_until);
  add_way_back (list, session, episode, episode->person);
}

GtkWidget *
dolen_person_episode_new (DolenSession *session, const char *person)
{
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_last_episode (caseload_of (session), person);
  GtkWidget *list = dolen_boxed_list_new ();

  if (episode == NULL) {
    dolen_boxed_list_add (list, dolen_label_new (_ ("No support is under way."), "dim-label"));
    add_way_back (list, session, NULL, person);
  } else if (episode->closed != NULL) {
    fill_closed (list, session, episode);
  } else {
    fill_open (list, session, episode);
  }
  /* Translators: one spell of support (cyfnod o gymorth). */
  return dolen_section_new (_ ("Support"), NULL, list);
}

/* ---- goals ---- */

static GtkWidget *
new_goal (const DolenGoal *goal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *scores = dolen_goal_say_scores (goal, dolen_language_current ());

  gtk_box_append (GTK_BOX (box), dolen_label_new (goal->text, "own-words"));
  if (scores != NULL)
    gtk_box_append (GTK_BOX (box), dolen_label_new (scores, "dim-label"));
  return box;
}

GtkWidget *
dolen_person_goals_new (DolenSession *session, const char *person)
{
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_open_episode (caseload_of (session), person);
  GtkWidget *list, *change;
  guint n;

  if (episode == NULL)
    return NULL;
  list = dolen_boxed_list_new ();
  n = episode->goals != NULL ? episode->goals->len : 0;
  for (guint i = 0; i < n; i++)
    dolen_boxed_list_add (list, new_goal (g_ptr_array_index (episode->goals, i)));
  if (n == 0)
    dolen_boxed_list_add (
        list,
        dolen_label_new (_ ("No goals yet. Ask what would make the most difference to them."),
                         "dim-label"));
  change = dolen_form_button_new (
      session, n > 0 ? _ ("Chan_ge…") : _ ("_Set Goals…"), dolen_goals_form_new, person);
  gtk_widget_add_css_class (change, "flat");
  /* Translators: what somebody wants to reach (nodau). */
  return dolen_section_new (_ ("Goals"), change, list);
}
