/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * What is decided about a referral in. Fields for tests: "decision" (DolenTriage), "priority",
 * "urgent-because", "wanted", "where", "note"; of the answer: "words". Drafts: "triage/<uid>",
 * "info/<uid>", and "follow-up/<uid>" where it comes from a follow-up.
 */

/** DolenTriage: the choices of "decision". */
typedef enum {
  DOLEN_TRIAGE_NOT_CHOSEN,
  DOLEN_TRIAGE_WAIT,
  DOLEN_TRIAGE_TAKE_UP,
  DOLEN_TRIAGE_ASK,
  DOLEN_TRIAGE_RETURN,
  DOLEN_TRIAGE_DECLINE,
  DOLEN_TRIAGE_IN_ERROR,
} DolenTriage;

/** dolen_triage_form_new: (nullable): decides on the referral in @uid. */
GtkWindow *dolen_triage_form_new (DolenSession *session, const char *uid);

/** dolen_info_form_new: (nullable): what was asked of the referrer of @uid has come, or is asked
 * again. */
GtkWindow *dolen_info_form_new (DolenSession *session, const char *uid);

/** dolen_triage_form_new_for_due, dolen_info_form_new_for_due: the same for a line of Today. */
GtkWindow *dolen_triage_form_new_for_due (DolenSession *session, const DolenDue *due);
GtkWindow *dolen_info_form_new_for_due (DolenSession *session, const DolenDue *due);

G_END_DECLS
