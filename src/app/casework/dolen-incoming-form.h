/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * A referral in, as short as it can be: whom, from whom, why. While the person is typed, those
 * known already are shown, so that nobody is recorded twice.
 *
 * Fields for tests: "name", "birth", "phone", "address", "known" (uid of the person chosen),
 * "source", "source-name", "source-contact", "source-language", "received", "reason", "own-view",
 * "risk", "consent", "feedback", "feedback-by". Drafts: "incoming", "incoming-change/<uid>".
 */

/** dolen_incoming_form_new: @person: (nullable): somebody known. */
GtkWindow *dolen_incoming_form_new (DolenSession *session, const char *person);

/** dolen_incoming_change_form_new: (nullable): corrects what stands in the referral in @uid. */
GtkWindow *dolen_incoming_change_form_new (DolenSession *session, const char *uid);

/** dolen_incoming_form_choose: as if the row of @person were clicked; for tests and the tour. */
void dolen_incoming_form_choose (DolenSmallForm *form, const char *person);

G_END_DECLS
