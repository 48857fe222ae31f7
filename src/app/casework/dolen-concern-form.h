/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/* The small forms of a concern. What to do now stands in each: the scheme's own crisis text. */

/** dolen_concern_form_new: raises one about @person. Fields: "kind", "text". Draft "concern". */
GtkWindow *dolen_concern_form_new (DolenSession *session, const char *person);

/** dolen_concern_form_new_with: the same, @text (nullable) stands in it already. */
GtkWindow *
dolen_concern_form_new_with (DolenSession *session, const char *person, const char *text);

/** DolenConcernStep: the order of the choice "step". */
typedef enum {
  DOLEN_CONCERN_STEP_DISCUSS,
  DOLEN_CONCERN_STEP_REPORT,
  DOLEN_CONCERN_STEP_WAIT,
  DOLEN_CONCERN_STEP_ANSWER,
  DOLEN_CONCERN_STEP_CLOSE,
  DOLEN_N_CONCERN_STEPS
} DolenConcernStep;

/** dolen_concern_step_form_new: (nullable): the next step of the open concern @uid. Fields: "step",
 * "on", "with", "to", "reference", "consent", "consent-note", "words". Draft "concern-step/<uid>".
 */
GtkWindow *dolen_concern_step_form_new (DolenSession *session, const char *uid);

/** dolen_concern_due_form_new: the same for its line of Today. */
GtkWindow *dolen_concern_due_form_new (DolenSession *session, const DolenDue *due);

G_END_DECLS
