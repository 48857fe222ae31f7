/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-call-draft.h"
#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * dolen_call_questions_new:
 * @callback: (widget, const char *uid, gboolean answered, @user_data): a tick was touched
 *
 * Returns: (transfer floating): what colleagues want to know of a group, each with a tick for when
 *   it was answered; nothing is to be seen of it where nothing is asked
 */
GtkWidget *dolen_call_questions_new (DolenSession *session,
                                     const DolenQueueItem *item,
                                     const DolenCallDraft *draft,
                                     GCallback callback,
                                     gpointer user_data);

G_END_DECLS
