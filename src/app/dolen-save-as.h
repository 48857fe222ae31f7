/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** DolenSaveFunc: writes the file @path; FALSE with @error where that was not possible. */
typedef gboolean (*DolenSaveFunc) (DolenSession *session,
                                   const char *path,
                                   gpointer data,
                                   GError **error);

/**
 * dolen_save_as:
 * @parent: (nullable): the window the question belongs to
 * @name: proposed for the file: never a person's
 * @data: (transfer full): for @func; freed with @free_data (nullable)
 *
 * Asks for a place and has @func write there. A toast says that it was saved, or why not.
 */
void dolen_save_as (DolenSession *session,
                    GtkWindow *parent,
                    const char *name,
                    DolenSaveFunc func,
                    gpointer data,
                    GDestroyNotify free_data);

G_END_DECLS
