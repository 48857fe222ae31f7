/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/** dolen_person_consents_new: (transfer floating): whom we may tell what, and how each consent
 *  stands, in words. */
GtkWidget *dolen_person_consents_new (DolenSession *session, const char *person);

/** dolen_consent_form_new: a consent to share. Fields: "kind" (a position among the recipients),
 * "name", "line-0" ... (ticks), "by", "on", "until". Draft: "consent". */
GtkWindow *dolen_consent_form_new (DolenSession *session, const char *person);

/** dolen_consent_renew_form_new: (nullable): asked again. Field: "until". */
GtkWindow *dolen_consent_renew_form_new (DolenSession *session, const char *consent);

/** dolen_consent_withdraw_form_new: (nullable): Field: "note". */
GtkWindow *dolen_consent_withdraw_form_new (DolenSession *session, const char *consent);

/** dolen_consent_ends_form_new: finishes the reminder. Fields: "answer" (0 they agree, 1 they do
 *  not), "until". */
GtkWindow *dolen_consent_ends_form_new (DolenSession *session, const DolenDue *due);

G_END_DECLS
