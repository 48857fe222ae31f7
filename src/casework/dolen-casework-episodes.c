/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-act-follow-ups.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/dolen-casework-incoming-private.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-support-acts.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_WEEKS 104
#define MOST_SESSIONS 200

/* ---- what the rules say of an open episode ---- */

static gboolean
was_made (DolenAct *act, const char *rule, const DolenEpisode *episode)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_records (
      act->casework->caseload, &dolen_follow_up_type, episode->person, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const DolenFollowUp *found = g_ptr_array_index (all, i);

    if (g_strcmp0 (found->rule, rule) == 0 && g_strcmp0 (found->subject, episode->uid) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_scored (const DolenEpisode *episode)
{
  for (guint i = 0; episode->goals != NULL && i < episode->goals->len; i++)
    if (((const DolenGoal *) g_ptr_array_index (episode->goals, i))->first >= 0)
      return TRUE;
  return FALSE;
}

static void
put_support_ends (DolenAct *act,
                  const DolenEpisode *before,
                  const DolenEpisode *after,
                  const DolenFollowUp *about,
                  const char *today)
{
  g_autofree char *was = before != NULL ? dolen_episode_foreseen_end (before) : NULL;
  g_autofree char *end = dolen_episode_foreseen_end (after);

  if (g_strcmp0 (was, end) == 0 && was_made (act, "support-ends", after))
    return;
  dolen_act_end_rule (act, after->person, "support-ends", after->uid, FALSE, "moved");
  if (end != NULL)
    dolen_act_put_by_rule_not_before (act, "support-ends", about, end, 0, today);
}

/* The referrer said by when they wish to hear how it goes; once for each such day. */
static void
put_feedback (DolenAct *act, const DolenEpisode *episode, const char *today)
{
  g_autoptr (DolenIncoming) incoming = NULL;
  g_autoptr (DolenFollowUp) tell = NULL;
  g_autoptr (GPtrArray) made = dolen_caseload_list_records (
      act->casework->caseload, &dolen_follow_up_type, episode->person, "kind = 'tell-referrer'");

  if (episode->incoming != NULL)
    incoming = dolen_caseload_get_record (
        act->casework->caseload, &dolen_incoming_type, episode->incoming);
  if (incoming == NULL || !dolen_date_is_valid (incoming->feedback_by)
      || g_strcmp0 (incoming->feedback, "progress") != 0
      || strcmp (incoming->feedback_by, today) < 0)
    return;
  for (guint i = 0; made != NULL && i < made->len; i++)
    if (g_strcmp0 (((DolenFollowUp *) made->pdata[i])->from, incoming->feedback_by) == 0)
      return;
  tell = dolen_follow_up_new (
      episode->person, NULL, DOLEN_FOLLOW_UP_TELL_REFERRER, incoming->feedback_by);
  tell->subject = g_strdup (incoming->uid);
  tell->rule = g_strdup ("tell-referrer");
  tell->from = g_strdup (incoming->feedback_by);
  tell->created = dolen_time_now ();
  dolen_act_put (act, &dolen_follow_up_type, NULL, tell);
}

/* (transfer full) (nullable): the civil date on which they were first met in @episode: reached by
 * a contact, or with goals of their own. @now: (nullable): a contact that this act puts. */
static char *
first_met (DolenAct *act, const DolenEpisode *episode, const char *now)
{
  g_autoptr (GPtrArray) contacts = dolen_caseload_list_records (
      act->casework->caseload, &dolen_encounter_type, episode->person, "result = 'reached'");
  const char *met = now != NULL ? now : episode->goals != NULL ? episode->goals_on : NULL;

  for (guint i = 0; contacts != NULL && i < contacts->len; i++) {
    const DolenEncounter *contact = g_ptr_array_index (contacts, i);

    if (contact->with == NULL && g_strcmp0 (contact->episode, episode->uid) == 0
        && (met == NULL || g_strcmp0 (contact->on, met) < 0))
      met = contact->on;
  }
  return g_strdup (met);
}

/* Nobody can be measured before they were met. */
static void
put_baseline (DolenAct *act,
              const DolenEpisode *episode,
              const DolenFollowUp *about,
              const char *now,
              const char *today)
{
  g_autofree char *met = NULL;

  if (is_scored (episode)) {
    dolen_act_end_rule (act, episode->person, "baseline", episode->uid, TRUE, "scored");
    return;
  }
  met = first_met (act, episode, now);
  if (met != NULL && !was_made (act, "baseline", episode))
    dolen_act_put_by_rule_not_before (act, "baseline", about, met, 0, today);
}

/* @now: (nullable): civil date of a contact that this act puts. */
static void
put_rules (DolenAct *act, const DolenEpisode *before, const DolenEpisode *after, const char *now)
{
  const DolenFollowUp about = { .person = after->person, .subject = after->uid };
  g_autofree char *today = dolen_date_today ();
  const char *met = dolen_date_is_valid (after->goals_on) ? after->goals_on : today;

  put_support_ends (act, before, after, &about, today);
  put_baseline (act, after, &about, now, today);
  put_feedback (act, after, today);
  if (after->goals != NULL && !was_made (act, "review", after))
    dolen_act_put_by_rule_not_before (act, "review", &about, met, 0, today);
}

void
dolen_act_put_episode_rules (DolenAct *act, const DolenEpisode *before, const DolenEpisode *after)
{
  put_rules (act, before, after, NULL);
}

void
dolen_act_put_reached (DolenAct *act, const DolenEncounter *encounter)
{
  g_autoptr (DolenEpisode) episode = NULL;

  if (encounter->with != NULL || encounter->result != DOLEN_ENCOUNTER_REACHED)
    return;
  dolen_act_close_kinds (act, encounter->person, NULL, DOLEN_COMING_IN_TRIES, "reached");
  episode = dolen_caseload_get_open_episode (act->casework->caseload, encounter->person);
  if (episode != NULL)
    put_rules (act, episode, episode, encounter->on);
}

void
dolen_act_open_episode (DolenAct *act, DolenEpisode *episode, const char *from)
{
  const DolenFollowUp first
      = { .person = episode->person,
          .subject = episode->incoming != NULL ? episode->incoming : episode->uid };

  g_free (episode->worker);
  episode->worker = g_strdup (dolen_casework_get_author (act->casework));
  episode->created = dolen_time_now ();
  dolen_act_put (act, &dolen_episode_type, NULL, episode);
  dolen_act_put_by_rule (act, "first-contact", &first, from, 0);
  dolen_act_put_episode_rules (act, NULL, episode);
}

/* ---- reading ---- */

DolenEpisode *
dolen_caseload_get_last_episode (DolenCaseload *caseload, const char *person)
{
  g_autoptr (GPtrArray) all = NULL;
  const DolenEpisode *last = NULL;
  DolenEpisode *open = dolen_caseload_get_open_episode (caseload, person);

  if (open != NULL)
    return open;
  all = dolen_caseload_list_records (caseload, &dolen_episode_type, person, NULL);
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const DolenEpisode *episode = g_ptr_array_index (all, i);

    if (last == NULL || g_strcmp0 (episode->closed, last->closed) >= 0)
      last = episode;
  }
  return last != NULL ? dolen_episode_copy (last) : NULL;
}

static DolenEpisode *
need_episode (DolenCasework *self, const char *uid, gboolean open, GError **error)
{
  g_autoptr (DolenEpisode) found = NULL;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  found = dolen_caseload_get_record (self->caseload, &dolen_episode_type, uid);
  if (found == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such spell of support."));
    return NULL;
  }
  if (open && found->closed != NULL) {
    dolen_refuse (error, _ ("Support has closed: it can no longer be changed."));
    return NULL;
  }
  return g_steal_pointer (&found);
}

/* ---- planned ---- */

static gboolean
check_goals (const DolenEpisode *episode, GError **error)
{
  if (episode->goals != NULL && episode->goals->len > DOLEN_MOST_GOALS)
    return dolen_refuse_invalid (error, _ ("Three goals at most: what matters most to them."));
  for (guint i = 0; episode->goals != NULL && i < episode->goals->len; i++) {
    const DolenGoal *goal = g_ptr_array_index (episode->goals, i);

    if (dolen_text_is_empty (goal->text))
      return dolen_refuse_invalid (error, _ ("Please write each goal in their own words."));
    if (goal->first > 10 || goal->wanted > 10 || goal->latest > 10)
      return dolen_refuse_invalid (error, _ ("Scores go from 0 to 10."));
  }
  return TRUE;
}

static gboolean
check_episode (const DolenEpisode *episode, GError **error)
{
  if (episode->planned_weeks == 0 || episode->planned_weeks > MOST_WEEKS)
    return dolen_refuse_invalid (error, _ ("Please give a length of 1 to 104 weeks."));
  if (episode->sessions_offered > MOST_SESSIONS)
    return dolen_refuse_invalid (error, _ ("Please give at most 200 sessions."));
  if (episode->ends_on != NULL
      && (!dolen_date_is_valid (episode->ends_on)
          || strcmp (episode->ends_on, episode->opened) < 0))
    return dolen_refuse_invalid (error, _ ("The end must be a day after the beginning."));
  return check_goals (episode, error);
}

/* What only other acts may set stays as it is stored. */
static DolenEpisode *
take_given (const DolenEpisode *given, const DolenEpisode *before)
{
  DolenEpisode *after = dolen_episode_copy (given);

  g_free (after->opened);
  after->opened = g_strdup (before->opened);
  g_clear_pointer (&after->closed, g_free);
  g_clear_pointer (&after->reason, g_free);
  g_clear_pointer (&after->closing_note, g_free);
  g_clear_pointer (&after->return_until, g_free);
  after->created = before->created;
  if (after->goals != NULL && after->goals->len > 0 && after->goals_on == NULL)
    after->goals_on = dolen_date_today ();
  return after;
}

gboolean
dolen_casework_episode_set (DolenCasework *self,
                            const DolenEpisode *episode,
                            DolenUndo **undo,
                            GError **error)
{
  g_autoptr (DolenEpisode) before = need_episode (self, episode->uid, TRUE, error);
  g_autoptr (DolenEpisode) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  after = take_given (episode, before);
  if (!check_episode (after, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_EPISODE_SET, before->person, error);
  if (act == NULL)
    return FALSE;
  dolen_act_put (act, &dolen_episode_type, before, after);
  if (act->event->changes == NULL)
    return dolen_act_commit (act, undo, error);
  dolen_act_put_episode_rules (act, before, after);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_episode_extend (DolenCasework *self,
                               const char *episode,
                               const char *ends_on,
                               const char *why,
                               DolenUndo **undo,
                               GError **error)
{
  g_autoptr (DolenEpisode) before = need_episode (self, episode, TRUE, error);
  g_autoptr (DolenEpisode) after = NULL;
  g_autoptr (DolenAct) act = NULL;
  g_autofree char *end = before != NULL ? dolen_episode_foreseen_end (before) : NULL;

  if (before == NULL)
    return FALSE;
  if (!dolen_date_is_valid (ends_on) || g_strcmp0 (ends_on, end) <= 0)
    return dolen_refuse_invalid (error, _ ("Please give a day after the end foreseen now."));
  if (dolen_text_is_empty (why))
    return dolen_refuse_invalid (error, _ ("Please say why support goes on."));
  act = dolen_act_begin (self, DOLEN_EVENT_EPISODE_EXTEND, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_episode_copy (before);
  g_free (after->ends_on);
  after->ends_on = g_strdup (ends_on);
  act->event->note = dolen_text_clean (why);
  dolen_act_put (act, &dolen_episode_type, before, after);
  dolen_act_put_episode_rules (act, before, after);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_episode_look_ahead (DolenCasework *self,
                                   const char *episode,
                                   const char *carry_on,
                                   DolenUndo **undo,
                                   GError **error)
{
  g_autoptr (DolenEpisode) before = need_episode (self, episode, TRUE, error);
  g_autoptr (DolenEpisode) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  if (dolen_text_is_empty (carry_on))
    return dolen_refuse_invalid (error, _ ("Please say what continues after support ends."));
  act = dolen_act_begin (self, DOLEN_EVENT_EPISODE_SET, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_episode_copy (before);
  g_free (after->carry_on);
  after->carry_on = dolen_text_clean (carry_on);
  dolen_act_put (act, &dolen_episode_type, before, after);
  dolen_act_end_rule (act, after->person, "support-ends", after->uid, TRUE, "looked-ahead");
  return dolen_act_commit (act, undo, error);
}

/* ---- reviewed ---- */

static void
take_scores (DolenEpisode *episode, const DolenReview *review)
{
  for (guint i = 0; review->scores != NULL && i < review->scores->len; i++) {
    const DolenGoalScore *score = g_ptr_array_index (review->scores, i);

    for (guint j = 0; episode->goals != NULL && j < episode->goals->len; j++) {
      DolenGoal *goal = g_ptr_array_index (episode->goals, j);

      if (score->score < 0 || g_strcmp0 (goal->uid, score->goal) != 0)
        continue;
      if (goal->first < 0) {
        goal->first = score->score;
      } else {
        goal->latest = score->score;
        g_free (goal->last_on);
        goal->last_on = g_strdup (review->on);
      }
    }
  }
}

static gboolean
check_review (const DolenReview *review, GError **error)
{
  if (!dolen_date_is_valid (review->on))
    return dolen_refuse_invalid (error, _ ("Please give a day."));
  if (review->next_on != NULL
      && (!dolen_date_is_valid (review->next_on) || strcmp (review->next_on, review->on) <= 0))
    return dolen_refuse_invalid (error, _ ("The next review must be a later day."));
  for (guint i = 0; review->scores != NULL && i < review->scores->len; i++)
    if (((const DolenGoalScore *) g_ptr_array_index (review->scores, i))->score > 10)
      return dolen_refuse_invalid (error, _ ("Scores go from 0 to 10."));
  return TRUE;
}

/* The end of support looks back by itself: no review is asked for after it. */
static void
put_next_review (DolenAct *act, const DolenReview *review, const DolenEpisode *episode)
{
  const DolenRule *rule = dolen_rules_find (dolen_casework_get_rules (act->casework), "review");
  const DolenFollowUp about = { .person = episode->person, .subject = episode->uid };
  g_autofree char *end = dolen_episode_foreseen_end (episode);
  g_autofree char *due = review->next_on != NULL ? g_strdup (review->next_on)
                                                 : dolen_rule_due (rule, 0, review->on, FALSE);
  g_autoptr (DolenFollowUp) next = NULL;

  dolen_act_end_rule (act, episode->person, "review", episode->uid, TRUE, "reviewed");
  if (due == NULL || (review->next_on == NULL && g_strcmp0 (due, end) >= 0))
    return;
  if (review->next_on == NULL) {
    dolen_act_put_by_rule (act, "review", &about, review->on, 0);
    return;
  }
  next = dolen_follow_up_new (episode->person, NULL, DOLEN_FOLLOW_UP_REVIEW, due);
  next->subject = g_strdup (episode->uid);
  next->rule = g_strdup ("review");
  next->from = g_strdup (review->on);
  next->created = dolen_time_now ();
  dolen_act_put (act, &dolen_follow_up_type, NULL, next);
}

gboolean
dolen_casework_review_add (DolenCasework *self,
                           const DolenReview *review,
                           DolenUndo **undo,
                           GError **error)
{
  g_autoptr (DolenEpisode) before = need_episode (self, review->episode, TRUE, error);
  g_autoptr (DolenEpisode) after = NULL;
  g_autoptr (DolenReview) stored = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL || !check_review (review, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_EPISODE_REVIEW, before->person, error);
  if (act == NULL)
    return FALSE;
  stored = dolen_review_copy (review);
  g_free (stored->person);
  stored->person = g_strdup (before->person);
  stored->created = dolen_time_now ();
  after = dolen_episode_copy (before);
  take_scores (after, stored);
  act->event->note = dolen_text_clean (stored->text);
  dolen_act_put (act, &dolen_review_type, NULL, stored);
  dolen_act_put (act, &dolen_episode_type, before, after);
  put_next_review (act, stored, after);
  if (is_scored (after))
    dolen_act_end_rule (act, after->person, "baseline", after->uid, TRUE, "scored");
  return dolen_act_commit (act, undo, error);
}
