/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * Tells the referrer what was decided: a text in their language that is printed, copied or read out
 * by telephone. Nothing is sent by itself. Fields for tests: "language", "text", "how"
 * (DolenTellHow). Drafts: "tell/<uid>", "follow-up/<uid>".
 */

/** DolenTellHow: the choices of "how". */
typedef enum {
  DOLEN_TELL_NOT_YET,
  DOLEN_TELL_TELEPHONED,
  DOLEN_TELL_COPIED,
  DOLEN_TELL_PRINTED,
  DOLEN_TELL_SAVED, /* as a file */
} DolenTellHow;

/** dolen_referrer_form_new: (nullable): about the referral in @uid. */
GtkWindow *dolen_referrer_form_new (DolenSession *session, const char *uid);
GtkWindow *dolen_referrer_form_new_for_due (DolenSession *session, const DolenDue *due);

/** dolen_referrer_form_offer: @form has just decided on the referral in @uid: the next window is
 * the one that tells the referrer, unless the person came themselves. */
void dolen_referrer_form_offer (DolenSmallForm *form, const char *uid);

/** dolen_tell_add_buttons: Print, Copy and Save as PDF for the field "text" of @form; each sets the
 * choice "how" once it is done.
 * @person: uid of whom it is about
 * @what: DOLEN_EXPORT_*
 * @large: (nullable): a field whose choice 1 is large print
 * @shown: as long as @form: the language the text is in; G_MAXUINT, and the signal "changed", where
 *   it is to be written anew */
void dolen_tell_add_buttons (
    DolenSmallForm *form, const char *person, const char *what, const char *large, guint *shown);

/** dolen_tell_code: (transfer none) (nullable): how it was told, as a message keeps it. */
const char *dolen_tell_code (guint how);

/** dolen_tell_add_how: adds the choice "how". */
void dolen_tell_add_how (DolenSmallForm *form, gboolean telephone);

G_END_DECLS
