/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-act-follow-ups.h"
#include "casework/dolen-casework-consents.h"

#include "casework/dolen-support-acts.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- reading ---- */

char *
dolen_caseload_consent_closed (DolenCaseload *caseload, const DolenShareConsent *consent)
{
  g_autoptr (DolenEpisode) episode = NULL;

  if (consent->episode != NULL)
    episode = dolen_caseload_get_record (caseload, &dolen_episode_type, consent->episode);
  return episode != NULL ? g_strdup (episode->closed) : NULL;
}

static gboolean
is_for (const DolenShareConsent *consent, const char *kind, const char *recipient)
{
  return g_strcmp0 (consent->recipient_kind, kind) == 0
         && (recipient == NULL || g_strcmp0 (consent->recipient, recipient) == 0);
}

DolenShareConsent *
dolen_caseload_find_consent (DolenCaseload *caseload,
                             const char *person,
                             const char *recipient_kind,
                             const char *recipient,
                             const char *day)
{
  g_autoptr (GPtrArray) all
             = dolen_caseload_list_records (caseload, &dolen_consent_type, person, NULL);

  /* Oldest first. */
  for (guint i = all != NULL ? all->len : 0; i > 0; i--) {
    const DolenShareConsent *consent = g_ptr_array_index (all, i - 1);
    g_autofree char *closed = dolen_caseload_consent_closed (caseload, consent);

    if (is_for (consent, recipient_kind, recipient)
        && dolen_consent_in_force (consent, closed, day))
      return dolen_consent_copy (consent);
  }
  return NULL;
}

/* ---- the reminder that it ends ---- */

/* One that ends with the episode is asked about when support ends. */
void
dolen_act_put_consent_rules (DolenAct *act,
                             const DolenShareConsent *before,
                             const DolenShareConsent *after)
{
  const DolenFollowUp about
      = { .person = after->person, .referral = after->referral, .subject = after->uid };
  g_autofree char *today = dolen_date_today ();

  if (before != NULL && before->withdrawn_on == after->withdrawn_on
      && g_strcmp0 (before->until, after->until) == 0)
    return;
  if (before != NULL)
    dolen_act_end_rule (
        act, after->person, "consent-ends", after->uid, after->withdrawn_on == NULL, "asked");
  if (after->withdrawn_on == NULL && after->until != NULL)
    dolen_act_put_by_rule_not_before (act, "consent-ends", &about, after->until, 0, today);
}

/* ---- given ---- */

static gboolean
check_until (const char *until, GError **error)
{
  g_autofree char *today = dolen_date_today ();

  if (until == NULL)
    return TRUE;
  if (!dolen_date_is_valid (until))
    return dolen_refuse_invalid (error, _ ("Please give a day."));
  return strcmp (until, today) >= 0
         || dolen_refuse_invalid (error, _ ("That day has passed already."));
}

static gboolean
has_ticked (const DolenShareConsent *consent)
{
  for (guint i = 0; consent->lines != NULL && i < consent->lines->len; i++)
    if (((const DolenShareLine *) g_ptr_array_index (consent->lines, i))->ticked)
      return TRUE;
  return FALSE;
}

static gboolean
check_consent (const DolenShareConsent *consent, GError **error)
{
  if (dolen_text_is_empty (consent->recipient_name))
    return dolen_refuse_invalid (error, _ ("Please say who may be told."));
  if (!dolen_date_is_valid (consent->given_on))
    return dolen_refuse_invalid (error, _ ("Please give the day on which they agreed."));
  if (!has_ticked (consent))
    return dolen_refuse_invalid (error, _ ("Please tick what may be told."));
  return check_until (consent->until, error);
}

static char *
open_episode_uid (DolenAct *act, const char *person)
{
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_open_episode (act->casework->caseload, person);

  return episode != NULL ? g_strdup (episode->uid) : NULL;
}

gboolean
dolen_casework_consent_give (DolenCasework *self,
                             const DolenShareConsent *consent,
                             DolenUndo **undo,
                             GError **error)
{
  g_autoptr (DolenPerson) person = dolen_casework_need_person (self, consent->person, TRUE, error);
  g_autoptr (DolenShareConsent) stored = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL || !check_consent (consent, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_CONSENT_GIVE, consent->person, error);
  if (act == NULL)
    return FALSE;
  act->event->note = g_strdup (consent->recipient_name);
  stored = dolen_consent_copy (consent);
  stored->created = dolen_time_now ();
  if (stored->episode == NULL)
    stored->episode = open_episode_uid (act, stored->person);
  dolen_act_put (act, &dolen_consent_type, NULL, stored);
  dolen_act_put_consent_rules (act, NULL, stored);
  return dolen_act_commit (act, undo, error);
}

/* ---- given with a referral ---- */

static const char *
giver_code (DolenConsentBy by)
{
  static const char *const codes[] = { "person", "attorney", "best-interests" };

  return codes[MIN ((guint) by, G_N_ELEMENTS (codes) - 1)];
}

static DolenShareConsent *
find_for_referral (DolenAct *act, const DolenReferral *referral)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_records (
      act->casework->caseload, &dolen_consent_type, referral->person, "withdrawn_on IS NULL");

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const DolenShareConsent *consent = g_ptr_array_index (all, i);

    if (g_strcmp0 (consent->referral, referral->uid) == 0)
      return dolen_consent_copy (consent);
  }
  return NULL;
}

static const char *
recipient_name (const DolenReferral *referral)
{
  return !dolen_text_is_empty (referral->service_name) ? referral->service_name
                                                       : referral->service_name_cy;
}

static void
take_lines (DolenShareConsent *consent, const DolenReferral *referral)
{
  g_autoptr (DolenReferral) copy = dolen_referral_copy (referral);
  GPtrArray *lines = consent->lines;

  /* The record of the referral owns what it had; they change places. */
  consent->lines = copy->shared;
  copy->shared = lines;
}

void
dolen_act_put_consent_for_referral (DolenAct *act, const DolenReferral *referral)
{
  g_autoptr (DolenShareConsent) before = NULL;
  g_autoptr (DolenShareConsent) after = NULL;

  if (referral->consent != DOLEN_CONSENT_YES || referral->kind != DOLEN_REFERRAL)
    return;
  before = find_for_referral (act, referral);
  after = before != NULL ? dolen_consent_copy (before) : dolen_consent_new (referral->person);
  if (before == NULL) {
    after->episode = referral->episode != NULL ? g_strdup (referral->episode)
                                               : open_episode_uid (act, referral->person);
    after->referral = g_strdup (referral->uid);
    after->created = dolen_time_now ();
  }
  g_free (after->recipient_kind);
  after->recipient_kind = g_strdup (referral->target != NULL ? "professional" : "group");
  g_free (after->recipient);
  after->recipient = g_strdup (referral->service);
  g_free (after->recipient_name);
  after->recipient_name = g_strdup (recipient_name (referral));
  g_free (after->given_by);
  after->given_by = g_strdup (giver_code (referral->consent_by));
  if (dolen_date_is_valid (referral->consent_on)) {
    g_free (after->given_on);
    after->given_on = g_strdup (referral->consent_on);
  }
  take_lines (after, referral);
  dolen_act_put (act, &dolen_consent_type, before, after);
}

/* ---- renewed, withdrawn ---- */

static DolenShareConsent *
need_consent (DolenCasework *self, const char *uid, GError **error)
{
  g_autoptr (DolenShareConsent) found = NULL;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  found = dolen_caseload_get_record (self->caseload, &dolen_consent_type, uid);
  if (found == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such consent."));
    return NULL;
  }
  if (found->withdrawn_on != NULL) {
    dolen_refuse (error, _ ("They withdrew it. Record a new one if they agree again."));
    return NULL;
  }
  return g_steal_pointer (&found);
}

gboolean
dolen_casework_consent_renew (
    DolenCasework *self, const char *consent, const char *until, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenShareConsent) before = need_consent (self, consent, error);
  g_autoptr (DolenShareConsent) after = NULL;
  g_autoptr (DolenAct) act = NULL;
  g_autofree char *episode = NULL;

  if (before == NULL || !check_until (until, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_CONSENT_RENEW, before->person, error);
  if (act == NULL)
    return FALSE;
  act->event->note = g_strdup (before->recipient_name);
  episode = open_episode_uid (act, before->person);
  if (until == NULL && episode == NULL)
    return dolen_refuse (error, _ ("Support has ended: please give a day until when."));
  after = dolen_consent_copy (before);
  g_free (after->renewed_on);
  after->renewed_on = dolen_date_today ();
  g_free (after->until);
  after->until = g_strdup (until);
  if (episode != NULL) {
    g_free (after->episode);
    after->episode = g_steal_pointer (&episode);
  }
  dolen_act_put (act, &dolen_consent_type, before, after);
  /* Asked again: the reminder is done even where the day stays. */
  if (g_strcmp0 (before->until, after->until) == 0)
    dolen_act_end_rule (act, after->person, "consent-ends", after->uid, TRUE, "asked");
  dolen_act_put_consent_rules (act, before, after);
  return dolen_act_commit (act, undo, error);
}

/* Whether anything left Dolen under it. Of recipients whose mail does not go through Dolen (family,
 * the GP) nobody can know: they are told. */
static gboolean
was_shared (DolenAct *act, const DolenShareConsent *consent)
{
  DolenCaseload *caseload = act->casework->caseload;
  g_autoptr (DolenReferral) referral = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  if (consent->referral != NULL) {
    referral = dolen_caseload_get_referral (caseload, consent->referral);
    return referral != NULL && referral->sent_on != NULL;
  }
  if (g_strcmp0 (consent->recipient_kind, "referrer") != 0)
    return TRUE;
  messages = dolen_caseload_list_records (
      caseload, &dolen_message_type, consent->person, "given_out IS NOT NULL");
  for (guint i = 0; messages != NULL && i < messages->len; i++)
    if (g_strcmp0 (((DolenMessage *) messages->pdata[i])->incoming, consent->recipient) == 0)
      return TRUE;
  return FALSE;
}

/* What has not gone out may not go out any more. */
static void
stop_drafts (DolenAct *act, const DolenShareConsent *consent)
{
  g_autoptr (GPtrArray) drafts = dolen_caseload_list_records (
      act->casework->caseload, &dolen_referral_type, consent->person, "state = 'draft'");

  for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
    const DolenReferral *before = g_ptr_array_index (drafts, i);
    g_autoptr (DolenReferral) after = NULL;

    if (g_strcmp0 (before->uid, consent->referral) != 0
        && (consent->recipient == NULL || g_strcmp0 (before->service, consent->recipient) != 0))
      continue;
    after = dolen_referral_copy (before);
    after->consent = DOLEN_CONSENT_NO;
    dolen_act_put (act, &dolen_referral_type, before, after);
  }
}

gboolean
dolen_casework_consent_withdraw (
    DolenCasework *self, const char *consent, const char *note, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenShareConsent) before = need_consent (self, consent, error);
  g_autoptr (DolenShareConsent) after = NULL;
  g_autoptr (DolenAct) act = NULL;
  DolenFollowUp about = { NULL };

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_CONSENT_WITHDRAW, before->person, error);
  if (act == NULL)
    return FALSE;
  act->event->note = g_strdup (before->recipient_name);
  after = dolen_consent_copy (before);
  after->withdrawn_on = dolen_date_today ();
  g_free (after->withdrawn_note);
  after->withdrawn_note = dolen_text_clean (note);
  dolen_act_put (act, &dolen_consent_type, before, after);
  dolen_act_put_consent_rules (act, before, after);
  stop_drafts (act, after);
  about.person = after->person;
  about.referral = after->referral;
  about.subject = after->uid;
  if (was_shared (act, after))
    dolen_act_put_by_rule (act, "tell-group", &about, after->withdrawn_on, 0);
  return dolen_act_commit (act, undo, error);
}
