/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_sent_letter_is_there: whether @referral has left the draft, so that its letter or its
 *  details can be looked at again. */
gboolean dolen_sent_letter_is_there (const DolenReferral *referral);

/** dolen_sent_letter_new: (nullable): the letter with its slip, or the details of a signposting, of
 *  the referral @uid as it was sent, dated that day: to read, print, copy or save again. */
GtkWindow *dolen_sent_letter_new (DolenSession *session, const char *uid);

G_END_DECLS
