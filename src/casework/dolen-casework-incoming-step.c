/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-act-follow-ups.h"
#include "casework/dolen-casework-incoming-private.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

gboolean
dolen_step_begin (
    DolenStep *step, DolenCasework *self, const char *type, const char *incoming, GError **error)
{
  g_autoptr (DolenPerson) person = NULL;

  if (!dolen_casework_need_open (self, error))
    return FALSE;
  step->before = incoming != NULL
                     ? dolen_caseload_get_record (self->caseload, &dolen_incoming_type, incoming)
                     : NULL;
  if (step->before == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such referral to us."));
    return FALSE;
  }
  if (dolen_incoming_is_over (step->before->state))
    return dolen_refuse (error, _ ("This referral to us is closed already."));
  person = dolen_casework_need_person (self, step->before->person, TRUE, error);
  if (person == NULL)
    return FALSE;
  step->after = dolen_incoming_copy (step->before);
  step->today = dolen_date_today ();
  step->act = dolen_act_begin (self, type, step->before->person, error);
  return step->act != NULL;
}

void
dolen_step_clear (DolenStep *step)
{
  g_clear_pointer (&step->before, dolen_incoming_free);
  g_clear_pointer (&step->after, dolen_incoming_free);
  g_clear_pointer (&step->act, dolen_act_free);
  g_clear_pointer (&step->today, g_free);
}

typedef struct {
  const char *subject; /* (nullable) */
  guint kinds;
} Kinds;

static gboolean
is_of_kinds (const DolenFollowUp *follow_up, gconstpointer data)
{
  const Kinds *meant = data;

  return (meant->kinds & DOLEN_KIND_BIT (follow_up->kind))
         && (meant->subject == NULL || g_strcmp0 (follow_up->subject, meant->subject) == 0);
}

void
dolen_act_close_kinds (
    DolenAct *act, const char *person, const char *subject, guint kinds, const char *why)
{
  const Kinds meant = { subject, kinds };
  const DolenEnding ending = { DOLEN_FOLLOW_UP_CANCELLED, NULL, why };

  dolen_act_end_follow_ups (act, person, is_of_kinds, &meant, &ending);
}

void
dolen_step_close (DolenStep *step, guint kinds, const char *why)
{
  dolen_act_close_kinds (step->act, step->before->person, step->before->uid, kinds, why);
}

void
dolen_step_plan (DolenStep *step, const char *rule, const char *from, int rule_step)
{
  const DolenFollowUp about = { .person = step->before->person, .subject = step->before->uid };

  dolen_act_put_by_rule (step->act, rule, &about, from, rule_step);
}

void
dolen_step_tell (DolenStep *step, const char *from)
{
  static const char *const nobody[] = { "self", NULL };

  if (step->after->source == NULL || g_strv_contains (nobody, step->after->source))
    return;
  dolen_step_close (step, DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_TELL_REFERRER), "again");
  dolen_step_plan (step, "tell-referrer", from, 0);
}

const char *
dolen_step_clock (const DolenIncoming *incoming)
{
  return dolen_date_is_valid (incoming->info_come_on) ? incoming->info_come_on
                                                      : incoming->received_on;
}

void
dolen_step_close_episode (DolenStep *step, const char *reason, const char *note)
{
  g_autoptr (DolenEpisode) before
             = step->before->episode != NULL ? dolen_caseload_get_record (
                   step->act->casework->caseload, &dolen_episode_type, step->before->episode)
                                             : NULL;
  g_autoptr (DolenEpisode) after = NULL;

  if (before == NULL || before->closed != NULL
      || g_strcmp0 (before->incoming, step->before->uid) != 0)
    return;
  after = dolen_episode_copy (before);
  after->closed = g_strdup (step->today);
  dolen_set_text (&after->reason, reason);
  dolen_set_text (&after->closing_note, note);
  dolen_act_put (step->act, &dolen_episode_type, before, after);
  /* With the spell of support its reminders end. */
  dolen_act_close_kinds (step->act,
                         step->before->person,
                         NULL,
                         DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_SUPPORT_ENDS)
                             | DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_REVIEW)
                             | DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_BASELINE),
                         reason);
}

gboolean
dolen_step_commit (DolenStep *step, DolenUndo **undo, GError **error)
{
  dolen_act_put (step->act, &dolen_incoming_type, step->before, step->after);
  return dolen_act_commit (step->act, undo, error);
}
