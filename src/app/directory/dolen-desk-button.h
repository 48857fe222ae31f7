/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-undoable.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** DolenDeskAct: what a button of a card at the desk does. */
typedef struct {
  const char *label;      /* of the button, translated */
  const char *about;      /* (nullable) what it is about, for a screen reader */
  const char *title;      /* of the toast, translated */
  DolenUndoableFunc func; /* its data: the arguments, a GStrv; "" for what is not there */
} DolenDeskAct;

/** dolen_desk_button_new: (transfer floating): a button that makes one edit of the directory, with
 *  its undo. @arguments: NULL-terminated, copied. */
GtkWidget *dolen_desk_button_new (DolenSession *session,
                                  const DolenDeskAct *act,
                                  const char *const *arguments);

G_END_DECLS
