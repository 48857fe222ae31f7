/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_backup_notice_new: for the top of Today: says that there is no backup, or an old one, with
 *  the button that makes one; hidden while all is well, and over practice records. */
GtkWidget *dolen_backup_notice_new (DolenSession *session);

G_END_DECLS
