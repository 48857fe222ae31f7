/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-support-acts.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

/* Acts about a referral or a signposting, and the follow-ups that come with them by rule. */

#define FIRST_REFERENCE 1001

static gint64
next_reference (DolenCasework *self)
{
  gint64 last = 0;

  dolen_db_get_int64 (dolen_caseload_get_db (self->caseload),
                      "SELECT max (CAST (substr (reference, 3) AS INTEGER)) FROM referral",
                      &last,
                      NULL);
  return MAX (last + 1, FIRST_REFERENCE);
}

static gboolean
check_referral (const DolenReferral *referral, GError **error)
{
  if (!dolen_id_is_valid (referral->uid))
    return dolen_refuse_invalid (error, _ ("The record has no number of its own."));
  if (dolen_text_is_empty (referral->service_name)
      && dolen_text_is_empty (referral->service_name_cy))
    return dolen_refuse_invalid (error, _ ("Please choose a group."));
  return TRUE;
}

/* What is stored of @given: what only the acts may set is kept from @before, or set here. */
static DolenReferral *
take_draft (DolenCasework *self, const DolenReferral *given, const DolenReferral *before)
{
  DolenReferral *stored = dolen_referral_copy (given);

  g_free (stored->reference);
  stored->reference = before != NULL
                          ? g_strdup (before->reference)
                          : g_strdup_printf ("D-%" G_GINT64_FORMAT, next_reference (self));
  stored->created = before != NULL ? before->created : dolen_time_now ();
  stored->state = DOLEN_REFERRAL_DRAFT;
  return stored;
}

static gboolean
find_draft (DolenCasework *self, const DolenReferral *given, DolenReferral **before, GError **error)
{
  g_autoptr (DolenPerson) person = dolen_casework_need_person (self, given->person, TRUE, error);

  *before = NULL;
  if (person == NULL || !check_referral (given, error))
    return FALSE;
  *before = dolen_caseload_get_referral (self->caseload, given->uid);
  if (*before != NULL && (*before)->state != DOLEN_REFERRAL_DRAFT)
    return dolen_refuse (error, _ ("It has left the draft and can no longer be rewritten."));
  if (*before != NULL && g_strcmp0 ((*before)->person, given->person) != 0)
    return dolen_refuse (error, _ ("This draft is about somebody else."));
  return TRUE;
}

gboolean
dolen_casework_referral_draft (DolenCasework *self,
                               const DolenReferral *referral,
                               DolenUndo **undo,
                               GError **error)
{
  g_autoptr (DolenReferral) before = NULL;
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (!find_draft (self, referral, &before, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_DRAFT, referral->person, error);
  if (act == NULL)
    return FALSE;
  after = take_draft (self, referral, before);
  dolen_act_put (act, &dolen_referral_type, before, after);
  return dolen_act_commit (act, undo, error);
}

void
dolen_act_put_left_draft (DolenAct *act, const DolenReferral *referral, const char *check_on)
{
  dolen_act_put_consent_for_referral (act, referral);
  dolen_act_take_choice (act, referral);
  if (dolen_referral_is_under_way (referral->state))
    dolen_act_put_sent (act, referral, referral->sent_on, check_on);
}

gboolean
dolen_casework_referral_send (DolenCasework *self,
                              const DolenReferral *referral,
                              const char *check_on,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenReferral) before = NULL;
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (!find_draft (self, referral, &before, error))
    return FALSE;
  after = take_draft (self, referral, before);
  if (!dolen_referral_check_step (after, DOLEN_REFERRAL_SENT, NULL, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_STATE, referral->person, error);
  if (act == NULL)
    return FALSE;
  after->state = DOLEN_REFERRAL_SENT;
  g_free (after->sent_on);
  after->sent_on = dolen_date_today ();
  dolen_act_put (act, &dolen_referral_type, before, after);
  dolen_act_put_left_draft (act, after, check_on);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_referral_given_out (
    DolenCasework *self, const char *referral, const char *how, DolenTold told, GError **error)
{
  g_autoptr (DolenReferral) before = dolen_casework_need_referral (self, referral, error);
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_SET, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_referral_copy (before);
  if (how != NULL) {
    g_free (after->given_out);
    after->given_out = g_strdup (how);
  }
  if (told != DOLEN_TOLD_NOT_YET) {
    after->told = told;
    g_free (after->told_on);
    after->told_on = dolen_date_today ();
  }
  dolen_act_put (act, &dolen_referral_type, before, after);
  return dolen_act_commit (act, NULL, error);
}
