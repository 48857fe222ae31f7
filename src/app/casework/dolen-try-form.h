/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * Reaching them: a contact that was made or tried, with what has been tried so far and what the
 * rule asks for next; then the letter, then the end. Fields for tests: "kind" (DolenEncounterKind),
 * "result" (DolenEncounterResult), "on", "at", "outcome"; of the end: "next" (DolenLastStep),
 * "large", "language", "text", "how", "why". Drafts: "try/<person>", "end/<uid>",
 * "follow-up/<uid>".
 */

/** DolenLastStep: the choices of "next". */
typedef enum {
  DOLEN_LAST_LETTER,
  DOLEN_LAST_CLOSE,
} DolenLastStep;

/** dolen_try_form_new: (nullable): about @person. */
GtkWindow *dolen_try_form_new (DolenSession *session, const char *person);
GtkWindow *dolen_try_form_new_for_due (DolenSession *session, const DolenDue *due);

/** dolen_end_form_new: (nullable): somebody who could not be reached: the letter, or the end of the
 * referral in @uid. */
GtkWindow *dolen_end_form_new (DolenSession *session, const char *uid);
GtkWindow *dolen_end_form_new_for_due (DolenSession *session, const DolenDue *due);

G_END_DECLS
