/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-episode-forms.h"

#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/records/dolen-episode-words.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define MOST_TYPED 999

static DolenCasework *
casework_of (DolenSmallForm *form)
{
  return dolen_session_get_casework (dolen_small_form_get_session (form));
}

/* A form about the open episode, which it owns. */
static DolenSmallForm *
new_form (DolenSession *session,
          const char *person,
          const char *title,
          const char *button,
          const char *draft,
          DolenSmallFormFunc func)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  DolenSmallFormSpec spec = { .title = title,
                              .button = button,
                              .draft = draft,
                              .person = person,
                              .func = func,
                              .free_data = (GDestroyNotify) dolen_episode_free };

  if (caseload != NULL)
    spec.data = dolen_caseload_get_open_episode (caseload, person);
  if (spec.data == NULL) {
    dolen_session_toast (session, _ ("No support is under way."));
    return NULL;
  }
  return dolen_small_form_new (session, &spec);
}

static char *
say_number (int number)
{
  return number >= 0 ? g_strdup_printf ("%d", number) : g_strdup ("");
}

/* ---- how much, how long ---- */

static gboolean
do_plan (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenEpisode) episode = dolen_episode_copy (data);

  if (!dolen_small_form_get_number (form, "weeks", MOST_TYPED, &episode->planned_weeks, error)
      || !dolen_small_form_get_number (
          form, "sessions", MOST_TYPED, &episode->sessions_offered, error))
    return FALSE;
  episode->level = dolen_small_form_get_choice (form, "level");
  episode->attends_often = dolen_small_form_get_check (form, "often");
  g_free (episode->carry_on);
  episode->carry_on = dolen_small_form_dup_text (form, "carry-on");
  return dolen_casework_episode_set (casework_of (form), episode, undo, error);
}

GtkWindow *
dolen_plan_form_new (DolenSession *session, const char *person)
{
  DolenSmallForm *form
      = new_form (session, person, _ ("Plan the Support"), _ ("_Save"), "plan", do_plan);
  const char *levels[DOLEN_LEVEL_HOLISTIC + 2] = { NULL };
  const DolenEpisode *episode;
  g_autofree char *weeks = NULL;
  g_autofree char *sessions = NULL;

  if (form == NULL)
    return NULL;
  episode = dolen_small_form_get_data (form);
  for (int level = 0; level <= DOLEN_LEVEL_HOLISTIC; level++)
    levels[level] = dolen_level_name (level, dolen_language_current ());
  weeks = say_number (episode->planned_weeks >= 0 ? episode->planned_weeks : DOLEN_USUAL_WEEKS);
  sessions = say_number (episode->sessions_offered);
  dolen_small_form_add_choice (form, "level", _ ("How much support"), levels, episode->level);
  dolen_small_form_add_entry (form, "weeks", _ ("Planned length in weeks"), weeks);
  dolen_small_form_add_entry (form, "sessions", _ ("Sessions offered"), sessions);
  dolen_small_form_add_check (
      form, "often", _ ("Goes to the GP or hospital very often"), episode->attends_often);
  dolen_small_form_add_entry (
      form, "carry-on", _ ("What continues after support ends"), episode->carry_on);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- what matters ---- */

static void
add_score (DolenSmallForm *form, const char *key, const char *title, int score)
{
  static const char *const numbers[]
      = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", NULL };
  const char *names[G_N_ELEMENTS (numbers) + 1] = { _ ("Not scored") };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    names[i + 1] = numbers[i];
  dolen_small_form_add_choice (form, key, title, names, score >= 0 ? (guint) score + 1 : 0);
}

static int
get_score (DolenSmallForm *form, const char *format, guint n)
{
  char key[16];

  g_snprintf (key, sizeof key, "%s-%u", format, n);
  return (int) dolen_small_form_get_choice (form, key) - 1;
}

/* A goal that stays keeps what was scored since; one whose words are gone is gone. */
static void
take_goal (DolenSmallForm *form, guint n, const DolenEpisode *before, DolenEpisode *after)
{
  const DolenGoal *old = before->goals != NULL && n < before->goals->len
                             ? g_ptr_array_index (before->goals, n)
                             : NULL;
  char key[16];
  g_autofree char *text = NULL;
  DolenGoal *goal;

  g_snprintf (key, sizeof key, "goal-%u", n);
  text = dolen_small_form_dup_text (form, key);
  if (text == NULL)
    return;
  goal = dolen_episode_add_goal (after, text);
  goal->first = get_score (form, "first", n);
  goal->wanted = get_score (form, "wanted", n);
  if (old == NULL)
    return;
  g_free (goal->uid);
  goal->uid = g_strdup (old->uid);
  goal->latest = old->latest;
  goal->last_on = g_strdup (old->last_on);
}

static gboolean
do_goals (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenEpisode *before = data;
  g_autoptr (DolenEpisode) after = dolen_episode_copy (before);

  dolen_record_rows_clear (&dolen_goal_type, &after->goals);
  g_clear_pointer (&after->goals_on, g_free);
  for (guint i = 0; i < DOLEN_MOST_GOALS; i++)
    take_goal (form, i, before, after);
  return dolen_small_form_dup_date (form, "on", &after->goals_on, error)
         && dolen_casework_episode_set (casework_of (form), after, undo, error);
}

static void
add_goal (DolenSmallForm *form, guint n, const DolenGoal *goal)
{
  g_autofree char *heading = g_strdup_printf (_ ("Goal %u"), n + 1);
  char key[16];

  dolen_small_form_add (form, dolen_label_new (heading, "heading"));
  g_snprintf (key, sizeof key, "goal-%u", n);
  dolen_small_form_add_entry (
      form, key, _ ("In their own words"), goal != NULL ? goal->text : NULL);
  g_snprintf (key, sizeof key, "first-%u", n);
  /* Translators: from 0 to 10, how near a goal (nod, masc.) is. */
  add_score (form,
             key,
             _ ("Where they are now, if they wish to score it"),
             goal != NULL ? goal->first : -1);
  g_snprintf (key, sizeof key, "wanted-%u", n);
  add_score (form, key, _ ("Where they would like to be"), goal != NULL ? goal->wanted : -1);
}

GtkWindow *
dolen_goals_form_new (DolenSession *session, const char *person)
{
  DolenSmallForm *form
      = new_form (session, person, _ ("What Matters to Them"), _ ("_Save"), "goals", do_goals);
  const DolenEpisode *episode;
  g_autofree char *today = dolen_date_today ();
  g_autofree char *typed = NULL;

  if (form == NULL)
    return NULL;
  episode = dolen_small_form_get_data (form);
  typed = dolen_typed_date_format (episode->goals_on != NULL ? episode->goals_on : today);
  dolen_small_form_add (form,
                        dolen_label_new (_ ("Up to three things, in the words they use. 0 is as "
                                            "far away as can be, 10 is there."),
                                         "dim-label"));
  for (guint i = 0; i < DOLEN_MOST_GOALS; i++)
    add_goal (form,
              i,
              episode->goals != NULL && i < episode->goals->len
                  ? g_ptr_array_index (episode->goals, i)
                  : NULL);
  dolen_small_form_add_entry (form, "on", _ ("Talked about on (day/month/year)"), typed);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- review ---- */

static gboolean
do_review (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenEpisode *episode = data;
  g_autoptr (DolenReview) review = dolen_review_new (episode->person);

  review->episode = g_strdup (episode->uid);
  review->text = dolen_small_form_dup_text (form, "text");
  for (guint i = 0; episode->goals != NULL && i < episode->goals->len; i++) {
    const DolenGoal *goal = g_ptr_array_index (episode->goals, i);
    DolenGoalScore *score = dolen_record_new (&dolen_goal_score_type);

    score->goal = g_strdup (goal->uid);
    score->score = get_score (form, "score", i);
    if (review->scores == NULL)
      review->scores = g_ptr_array_new ();
    g_ptr_array_add (review->scores, score);
  }
  return dolen_small_form_dup_date (form, "next", &review->next_on, error)
         && dolen_casework_review_add (casework_of (form), review, undo, error);
}

GtkWindow *
dolen_review_form_new (DolenSession *session, const char *person)
{
  DolenSmallForm *form
      = new_form (session, person, _ ("Review Together"), _ ("_Record"), "review", do_review);
  const DolenEpisode *episode;
  char key[16];

  if (form == NULL)
    return NULL;
  episode = dolen_small_form_get_data (form);
  for (guint i = 0; episode->goals != NULL && i < episode->goals->len; i++) {
    const DolenGoal *goal = g_ptr_array_index (episode->goals, i);
    g_autofree char *scores = dolen_goal_say_scores (goal, dolen_language_current ());

    dolen_small_form_add (form, dolen_label_new (goal->text, "heading"));
    if (scores != NULL)
      dolen_small_form_add (form, dolen_label_new (scores, "dim-label"));
    g_snprintf (key, sizeof key, "score-%u", i);
    add_score (form, key, _ ("Where they are now, if they wish to score it"), -1);
  }
  dolen_small_form_add_text (form, "text", _ ("What has changed, in words"));
  dolen_small_form_add_entry (
      form, "next", _ ("Next review (day/month/year); empty: as the rule says"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- extended ---- */

static gboolean
do_extend (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenEpisode *episode = data;
  g_autofree char *why = dolen_small_form_dup_text (form, "why");
  g_autofree char *until = NULL;

  return dolen_small_form_dup_date (form, "until", &until, error)
         && dolen_casework_episode_extend (
             casework_of (form), episode->uid, until, why, undo, error);
}

static void
add_end (DolenSmallForm *form, const DolenEpisode *episode)
{
  g_autofree char *end = dolen_episode_foreseen_end (episode);
  g_autofree char *day = dolen_format_date_as (dolen_language_current (), end, DOLEN_DATE_FULL);

  dolen_small_form_add (form, dolen_fact_new (_ ("End foreseen"), day));
}

GtkWindow *
dolen_extend_form_new (DolenSession *session, const char *person)
{
  DolenSmallForm *form
      = new_form (session, person, _ ("Extend the Support"), _ ("_Extend"), "extend", do_extend);

  if (form == NULL)
    return NULL;
  add_end (form, dolen_small_form_get_data (form));
  dolen_small_form_add_entry (form, "until", _ ("New end (day/month/year)"), NULL);
  dolen_small_form_add_entry (form, "why", _ ("Why it goes on"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- from Today ---- */

GtkWindow *
dolen_review_due_form_new (DolenSession *session, const DolenDue *due)
{
  return dolen_review_form_new (session, due->follow_up->person);
}

/* A goal that is scored is the first measure; somebody who does not wish to score has said so. */
static gboolean
do_baseline (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenFollowUp *follow_up = data;
  g_autofree char *outcome = dolen_small_form_dup_text (form, "outcome");
  g_autoptr (DolenEpisode) episode = dolen_caseload_get_open_episode (
      dolen_casework_get_caseload (casework_of (form)), follow_up->person);
  gboolean scored = FALSE;

  for (guint i = 0; episode != NULL && episode->goals != NULL && i < episode->goals->len; i++) {
    DolenGoal *goal = g_ptr_array_index (episode->goals, i);

    goal->first = get_score (form, "first", i);
    scored = scored || goal->first >= 0;
  }
  if (scored)
    return dolen_casework_episode_set (casework_of (form), episode, undo, error);
  return dolen_due_form_need_text (outcome, _ ("Score a goal, or say why it is not scored."), error)
         && dolen_casework_follow_up_done (
             casework_of (form), follow_up->uid, outcome, NULL, undo, error);
}

GtkWindow *
dolen_baseline_due_form_new (DolenSession *session, const DolenDue *due)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_open_episode (caseload, due->follow_up->person);
  DolenSmallForm *form;
  char key[16];

  if (episode == NULL)
    return dolen_plain_form_new (session, due);
  if (episode->goals == NULL)
    return dolen_goals_form_new (session, due->follow_up->person);
  form = dolen_due_form_new (session, due, do_baseline);
  for (guint i = 0; i < episode->goals->len; i++) {
    g_snprintf (key, sizeof key, "first-%u", i);
    add_score (form, key, ((DolenGoal *) g_ptr_array_index (episode->goals, i))->text, -1);
  }
  dolen_small_form_add_entry (form, "outcome", _ ("Why it is not scored"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

static gboolean
do_look_ahead (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenFollowUp *follow_up = data;
  g_autofree char *carry_on = dolen_small_form_dup_text (form, "carry-on");
  g_autofree char *why = dolen_small_form_dup_text (form, "why");
  g_autofree char *until = NULL;

  if (!dolen_small_form_dup_date (form, "until", &until, error))
    return FALSE;
  if (until != NULL)
    return dolen_casework_episode_extend (
        casework_of (form), follow_up->subject, until, why, undo, error);
  return dolen_casework_episode_look_ahead (
      casework_of (form), follow_up->subject, carry_on, undo, error);
}

GtkWindow *
dolen_support_ends_form_new (DolenSession *session, const DolenDue *due)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_open_episode (caseload, due->follow_up->person);
  DolenSmallForm *form;

  if (episode == NULL)
    return dolen_plain_form_new (session, due);
  form = dolen_due_form_new (session, due, do_look_ahead);
  add_end (form, episode);
  dolen_small_form_add_entry (
      form, "carry-on", _ ("What continues after support ends"), episode->carry_on);
  dolen_small_form_add (
      form, dolen_label_new (_ ("Or, where it needs to go on for longer:"), "dim-label"));
  dolen_small_form_add_entry (form, "until", _ ("New end (day/month/year)"), NULL);
  dolen_small_form_add_entry (form, "why", _ ("Why it goes on"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
