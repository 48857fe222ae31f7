/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-act-follow-ups.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/dolen-casework-incoming-private.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "base/dolen-working-days.h"
#include "casework/records/dolen-episode-words.h"
#include "casework/dolen-support-acts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The end of a spell of support, and coming back. */

GPtrArray *
dolen_caseload_list_leaving (DolenCaseload *caseload, const char *person)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_referrals (caseload, person, FALSE, NULL);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    if (dolen_referral_has_ended (((DolenReferral *) all->pdata[i - 1])->state))
      g_ptr_array_remove_index (all, i - 1);
  return g_steal_pointer (&all);
}

static DolenLeaving
decided (const DolenClosing *closing, const char *referral)
{
  for (gsize i = 0; closing->referrals != NULL && closing->referrals[i] != NULL; i++)
    if (g_str_equal (closing->referrals[i], referral))
      return closing->leaving[i];
  return DOLEN_LEAVING_NOT_DECIDED;
}

static gboolean
check_closing (const DolenClosing *closing,
               const DolenEpisode *episode,
               const char *on,
               GError **error)
{
  if (!dolen_closing_reason_is_known (closing->reason))
    return dolen_refuse (error, _ ("Please choose why support closes."));
  if (strcmp (on, episode->opened) < 0)
    return dolen_refuse_invalid (error, _ ("The end must be a day after the beginning."));
  return closing->return_until == NULL
         || (dolen_date_is_valid (closing->return_until) && strcmp (closing->return_until, on) >= 0)
         || dolen_refuse_invalid (error, _ ("They can come back only after support has closed."));
}

/* ---- the referrals, one by one ---- */

/* How long a consent lasts past the end, where no day was agreed until which they may come back. */
#define MONTHS_OF_CONSENT 3

/* Somebody may still ask after it: so the consent lasts as long. */
static void
lengthen_consent (DolenAct *act, const DolenReferral *referral, const DolenClosing *closing)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *until = closing->return_until != NULL
                               ? g_strdup (closing->return_until)
                               : dolen_date_add_months (today, MONTHS_OF_CONSENT);
  g_autoptr (GPtrArray) all = dolen_caseload_list_records (
      act->casework->caseload, &dolen_consent_type, referral->person, "withdrawn_on IS NULL");

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const DolenShareConsent *before = g_ptr_array_index (all, i);
    g_autoptr (DolenShareConsent) after = NULL;

    if (g_strcmp0 (before->referral, referral->uid) != 0 || before->until != NULL)
      continue;
    after = dolen_consent_copy (before);
    after->until = g_strdup (until);
    g_free (after->renewed_on);
    after->renewed_on = g_strdup (today);
    dolen_act_put (act, &dolen_consent_type, before, after);
    dolen_act_put_consent_rules (act, before, after);
  }
}

static void
end_referral (DolenAct *act, const DolenReferral *before, gboolean completed, const char *on)
{
  g_autoptr (DolenReferral) after = dolen_referral_copy (before);

  after->state = completed ? DOLEN_REFERRAL_COMPLETED : DOLEN_REFERRAL_CANCELLED;
  if (completed) {
    g_free (after->completed_on);
    after->completed_on = g_strdup (on);
  } else {
    g_free (after->cancelled_on);
    after->cancelled_on = g_strdup (on);
    g_free (after->reason);
    after->reason = g_strdup ("no-longer");
  }
  dolen_act_put (act, &dolen_referral_type, before, after);
}

static gboolean
decide_referrals (
    DolenAct *act, const DolenClosing *closing, const char *person, const char *on, GError **error)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_leaving (act->casework->caseload, person);

  for (guint i = 0; open != NULL && i < open->len; i++) {
    const DolenReferral *referral = g_ptr_array_index (open, i);

    switch (decided (closing, referral->uid)) {
    case DOLEN_LEAVING_KEEP:
      if (referral->state == DOLEN_REFERRAL_DRAFT)
        return dolen_refuse (error, _ ("A draft was never sent: send it first, or cancel it."));
      lengthen_consent (act, referral, closing);
      break;
    case DOLEN_LEAVING_COMPLETE:
      if (!dolen_referral_check_step (referral, DOLEN_REFERRAL_COMPLETED, NULL, error))
        return FALSE;
      end_referral (act, referral, TRUE, on);
      break;
    case DOLEN_LEAVING_CANCEL:
      end_referral (act, referral, FALSE, on);
      break;
    case DOLEN_LEAVING_NOT_DECIDED:
    default:
      return dolen_refuse (error, _ ("Please decide what becomes of each referral."));
    }
  }
  return TRUE;
}

/* ---- the follow-ups ---- */

static gboolean
outlives (const DolenFollowUp *follow_up, const DolenClosing *closing)
{
  switch (follow_up->kind) {
  case DOLEN_FOLLOW_UP_CONCERN:
  case DOLEN_FOLLOW_UP_APPOINTMENT:
  case DOLEN_FOLLOW_UP_TELL_GROUP:
  case DOLEN_FOLLOW_UP_TELL_REFERRER:
    return TRUE;
  default:
    return follow_up->referral != NULL
           && decided (closing, follow_up->referral) == DOLEN_LEAVING_KEEP;
  }
}

static gboolean
close_follow_ups (DolenAct *act, const DolenClosing *closing, const char *person)
{
  const DolenEnding ending = { DOLEN_FOLLOW_UP_CANCELLED, NULL, "closed" };
  gboolean telling = FALSE;
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      act->casework->caseload, &dolen_follow_up_type, person, "state = 'open'");

  for (guint i = 0; open != NULL && i < open->len; i++) {
    const DolenFollowUp *found = g_ptr_array_index (open, i);

    telling = telling || found->kind == DOLEN_FOLLOW_UP_TELL_REFERRER;
    if (!outlives (found, closing))
      dolen_act_end_follow_up (act, found, &ending);
  }
  return telling;
}

/* The referrer hears of the end unless they said that they need not. */
static void
put_tell_referrer (DolenAct *act, const DolenEpisode *episode, const char *on)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenIncoming) incoming = NULL;
  DolenFollowUp about = { .person = episode->person, .subject = episode->incoming };

  if (episode->incoming == NULL)
    return;
  incoming = dolen_caseload_get_record (
      act->casework->caseload, &dolen_incoming_type, episode->incoming);
  if (incoming == NULL || g_strcmp0 (incoming->feedback, "none") == 0
      || g_strcmp0 (incoming->source, "self") == 0)
    return;
  dolen_act_put_by_rule_not_before (act, "tell-referrer", &about, on, 0, today);
}

/* Due today, whatever day it closed: it cannot be written before. */
static void
put_closing_letter (DolenAct *act, const DolenEpisode *episode)
{
  g_autofree char *today = dolen_date_today ();
  const DolenFollowUp about = { .person = episode->person, .subject = episode->uid };

  dolen_act_put_by_rule (act, "closing-letter", &about, today, 0);
}

gboolean
dolen_casework_episode_close (DolenCasework *self,
                              const DolenClosing *closing,
                              DolenUndo **undo,
                              GError **error)
{
  g_autofree char *today = dolen_date_today ();
  const char *on = dolen_date_is_valid (closing->on) ? closing->on : today;
  g_autoptr (DolenEpisode) before = NULL;
  g_autoptr (DolenEpisode) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (!dolen_casework_need_open (self, error))
    return FALSE;
  before = dolen_caseload_get_record (self->caseload, &dolen_episode_type, closing->episode);
  if (before == NULL || before->closed != NULL)
    return dolen_refuse (error, _ ("No support is under way."));
  if (!check_closing (closing, before, on, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_EPISODE_CLOSE, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_episode_copy (before);
  after->closed = g_strdup (on);
  after->reason = g_strdup (closing->reason);
  after->closing_note = dolen_text_clean (closing->note);
  after->return_until = g_strdup (closing->return_until);
  g_free (after->carry_on);
  after->carry_on = dolen_text_clean (closing->carry_on);
  act->event->note = g_strdup (after->closing_note);
  dolen_act_put (act, &dolen_episode_type, before, after);
  if (!decide_referrals (act, closing, before->person, on, error))
    return FALSE;
  if (!close_follow_ups (act, closing, before->person))
    put_tell_referrer (act, after, on);
  if (closing->letter)
    put_closing_letter (act, after);
  return dolen_act_commit (act, undo, error);
}

/* ---- coming back ---- */

gboolean
dolen_episode_may_come_back (const DolenEpisode *episode, const char *today)
{
  return episode->closed != NULL && dolen_date_is_valid (episode->return_until)
         && strcmp (today, episode->return_until) <= 0;
}

static gboolean
check_come_back (const DolenEpisode *last, const char *why, GError **error)
{
  g_autofree char *today = dolen_date_today ();

  if (last != NULL && last->closed == NULL)
    return dolen_refuse (error, _ ("They are being supported already."));
  if (last == NULL || !dolen_episode_may_come_back (last, today))
    return dolen_refuse (error,
                         _ ("The time in which they may come back without a referral is over. Add "
                            "a referral; they may have come themselves."));
  return !dolen_text_is_empty (why)
         || dolen_refuse_invalid (error, _ ("Please say why they come back."));
}

gboolean
dolen_casework_come_back (
    DolenCasework *self, const char *person, const char *why, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenPerson) known = dolen_casework_need_person (self, person, TRUE, error);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenEpisode) last = NULL;
  g_autoptr (DolenEpisode) episode = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (known == NULL)
    return FALSE;
  last = dolen_caseload_get_last_episode (self->caseload, person);
  if (!check_come_back (last, why, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_EPISODE_RETURN, person, error);
  if (act == NULL)
    return FALSE;
  act->event->note = dolen_text_clean (why);
  episode = dolen_episode_new (person);
  episode->former = g_strdup (last->uid);
  dolen_act_close_kinds (
      act, person, last->uid, DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_CLOSING_LETTER), "came-back");
  dolen_act_open_episode (act, episode, today);
  return dolen_act_commit (act, undo, error);
}
