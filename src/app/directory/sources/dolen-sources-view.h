/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Directory, "Sources": the feeds and files the listings come from; adding a feed, reading it
 * again, undoing what an import brought, removing a source. A DolenPage. */
#define DOLEN_TYPE_SOURCES_VIEW (dolen_sources_view_get_type ())
G_DECLARE_FINAL_TYPE (DolenSourcesView, dolen_sources_view, DOLEN, SOURCES_VIEW, AdwBin)

GtkWidget *dolen_sources_view_new (DolenSession *session);

/** dolen_sources_view_is_ready: whether the list has been read; for tests and the tour. */
gboolean dolen_sources_view_is_ready (DolenSourcesView *self);

/** dolen_sources_view_choose: opens the source at @index, as a click does. (transfer none)
 *  (nullable): its window. */
GtkWindow *dolen_sources_view_choose (DolenSourcesView *self, guint index);

G_END_DECLS
