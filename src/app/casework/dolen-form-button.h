/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** DolenFormFunc: (transfer floating) (nullable): a form about @uid: a person or another record;
 *  NULL where it is not there any more (a toast said so). */
typedef GtkWindow *(*DolenFormFunc) (DolenSession *session, const char *uid);

/** dolen_form_button_new: (transfer floating): a button that opens a form as a dialog over its
 * window. @label: with a mnemonic. */
GtkWidget *dolen_form_button_new (DolenSession *session,
                                  const char *label,
                                  DolenFormFunc func,
                                  const char *uid);

/** dolen_form_offer: opens @func's form over @parent once what is going on now has ended: the next
 *  thing to do, offered by itself. Nothing where the records are locked or @parent is gone by then.
 */
void
dolen_form_offer (GtkWidget *parent, DolenSession *session, DolenFormFunc func, const char *uid);

G_END_DECLS
