/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"
#include "casework/records/dolen-due.h"

G_BEGIN_DECLS

/*
 * What is written when support has closed: the letter to the person, then the message to who
 * referred them. Each is offered by itself and stands in Today until it has left, or until somebody
 * says that none is needed.
 */

/** dolen_closing_papers_offer: @form has just closed the support of @person: the next window is the
 *  letter to them, or where none is wanted the message to who referred them. */
void dolen_closing_papers_offer (DolenSmallForm *form, const char *person);

/** dolen_closing_paper_new_for_due: (nullable): the letter, from Today. */
GtkWindow *dolen_closing_paper_new_for_due (DolenSession *session, const DolenDue *due);

/** dolen_closing_paper_gone: the letter to @person has left Dolen; @how: DOLEN_EXPORT_*. What asked
 *  for it is done. */
void dolen_closing_paper_gone (DolenSession *session, const char *person, const char *how);

G_END_DECLS
