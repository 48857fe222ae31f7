/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** DolenSeveralFunc: one of them was chosen. */
typedef void (*DolenSeveralFunc) (gint64 id, gpointer user_data);

/**
 * dolen_several_popover_show: which of several services at one spot of the map?
 * @parent: the widget it points into
 * @at: (nullable): where in it
 * @ids: (array length=n)
 * @user_data: must outlive @parent
 */
void dolen_several_popover_show (GtkWidget *parent,
                                 const GdkRectangle *at,
                                 DolenSession *session,
                                 const gint64 *ids,
                                 guint n,
                                 DolenSeveralFunc func,
                                 gpointer user_data);

G_END_DECLS
