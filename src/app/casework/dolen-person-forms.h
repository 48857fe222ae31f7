/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/** dolen_died_form_new: in one act: records that @person died and stops everything. Fields: "on",
 *  "note". Draft: "died". */
GtkWindow *dolen_died_form_new (DolenSession *session, const char *person);

/** dolen_note_redact_form_new: (nullable): takes the words of the note @note out of the record for
 * good; who, when and why stay. Field: "why". Draft: "note-redact/<uid>". @event: id of its entry.
 */
GtkWindow *dolen_note_redact_form_new (DolenSession *session, const char *note, const char *event);

G_END_DECLS
