/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-sent-letter.h"

#include "app/casework/dolen-paper-window.h"
#include "app/casework/dolen-refer-text.h"
#include "casework/records/dolen-export.h"
#include "casework/records/dolen-slip.h"

#include <glib/gi18n.h>

typedef struct {
  DolenReferral *referral;         /* (owned) */
  DolenService *service;           /* (owned) (nullable): in the directory no more */
  DolenOrganisation *organisation; /* (owned) (nullable) */
} Sent;

static void
sent_free (gpointer data)
{
  Sent *sent = data;

  dolen_referral_free (sent->referral);
  dolen_service_free (sent->service);
  dolen_organisation_free (sent->organisation);
  g_free (sent);
}

gboolean
dolen_sent_letter_is_there (const DolenReferral *referral)
{
  return referral->state != DOLEN_REFERRAL_DRAFT && referral->sent_on != NULL;
}

static void
load_service (Sent *sent, DolenDirectory *directory)
{
  if (directory == NULL || sent->referral->service == NULL)
    return;
  sent->service = dolen_directory_get_service (directory, sent->referral->service, NULL);
  if (sent->service != NULL && sent->service->organisation_uid != NULL)
    sent->organisation
        = dolen_directory_get_organisation (directory, sent->service->organisation_uid, NULL);
}

static char *
write_text (DolenSession *session, gpointer data, DolenLanguage language)
{
  const Sent *sent = data;
  const DolenReferText from = { dolen_session_get_settings (session),
                                sent->referral,
                                sent->service,
                                sent->organisation,
                                language,
                                sent->referral->sent_on };

  return dolen_refer_text_new (&from);
}

static char *
dup_code (gpointer data)
{
  const DolenReferral *referral = ((const Sent *) data)->referral;

  if (referral->kind == DOLEN_SIGNPOSTING || referral->target != NULL)
    return NULL;
  return dolen_slip_reference (referral->reference);
}

/* Who was told on the telephone stays told so. */
static void
given_out (
    DolenSession *session, gpointer data, DolenLanguage language, const char *text, const char *how)
{
  const DolenReferral *referral = ((const Sent *) data)->referral;
  DolenTold told = g_str_equal (how, DOLEN_EXPORT_PRINTED) ? DOLEN_TOLD_LETTER : DOLEN_TOLD_EMAIL;
  g_autoptr (GError) error = NULL;

  if (referral->told != DOLEN_TOLD_NOT_YET)
    told = DOLEN_TOLD_NOT_YET;
  if (!dolen_casework_referral_given_out (
          dolen_session_get_casework (session), referral->uid, how, told, &error))
    dolen_session_report (session, error);
}

GtkWindow *
dolen_sent_letter_new (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  Sent *sent = g_new0 (Sent, 1);
  DolenPaperSpec spec = { .job = _ ("letter"),
                          .what = DOLEN_EXPORT_REFERRAL,
                          .text = write_text,
                          .out = given_out,
                          .code = dup_code,
                          .data = sent,
                          .free_data = sent_free };

  if (caseload != NULL)
    sent->referral = dolen_caseload_get_referral (caseload, uid);
  if (sent->referral == NULL || !dolen_sent_letter_is_there (sent->referral)) {
    dolen_session_toast (session, _ ("That referral is not in the case records any more."));
    sent_free (sent);
    return NULL;
  }
  load_service (sent, dolen_session_get_directory (session));
  spec.person = sent->referral->person;
  spec.unsigned_ok = sent->referral->kind == DOLEN_SIGNPOSTING;
  spec.title = sent->referral->kind == DOLEN_REFERRAL ? _ ("The Letter") : _ ("The Details");
  spec.language = dolen_language_current ();
  dolen_language_from_code (sent->referral->language, &spec.language);
  return dolen_paper_window_new (session, &spec);
}
