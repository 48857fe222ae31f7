/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Referring a person to a service, or signposting: one page. Only consent "yes", or a recorded
 * reason of safety, lets it leave the draft; the text beside it holds ticked lines only.
 */
#define DOLEN_TYPE_REFER_WINDOW (dolen_refer_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenReferWindow, dolen_refer_window, DOLEN, REFER_WINDOW, AdwWindow)

/**
 * dolen_refer_window_new:
 * @kind: referral or signposting
 * @person_uid: for whom; case records must be open
 * @service_uid: to what, in the directory
 * @reasons: (nullable): why, the match's sentences
 *
 * Returns: (nullable): NULL where person or service are gone (a toast says so)
 */
GtkWindow *dolen_refer_window_new (DolenSession *session,
                                   DolenReferralKind kind,
                                   const char *person_uid,
                                   const char *service_uid,
                                   const char *const *reasons);

/** dolen_refer_window_new_for_draft: goes on with a draft of the case records. */
GtkWindow *dolen_refer_window_new_for_draft (DolenSession *session, const char *referral_uid);

/** dolen_refer_window_new_for_choice: a referral or a signposting to the choice @choice (uid) of a
 *  plan, with its reasons. (nullable) as dolen_refer_window_new(). */
GtkWindow *dolen_refer_window_new_for_choice (DolenSession *session,
                                              DolenReferralKind kind,
                                              const char *choice);

/** dolen_refer_window_new_for_target: to somebody who is in no directory. @target: code: "gp",
 *  "crisis-team", "social-care"; @service: how they are called and reached (its uid does not
 * count). (nullable) as dolen_refer_window_new(). */
GtkWindow *dolen_refer_window_new_for_target (DolenSession *session,
                                              const char *person,
                                              const char *target,
                                              const DolenService *service);

/** dolen_refer_window_set_consent, _send, _dup_text: what a person does, for tests and the tour. */
void dolen_refer_window_set_consent (DolenReferWindow *self, DolenConsent consent);
gboolean dolen_refer_window_send (DolenReferWindow *self);
char *dolen_refer_window_dup_text (DolenReferWindow *self);

G_END_DECLS
