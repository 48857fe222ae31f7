/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/out/dolen-booklet-form.h"
#include "app/dolen-session.h"

G_BEGIN_DECLS

/* A booklet of an area, to be looked at, printed and saved as a PDF. */
#define DOLEN_TYPE_BOOKLET_WINDOW (dolen_booklet_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenBookletWindow, dolen_booklet_window, DOLEN, BOOKLET_WINDOW, AdwWindow)

GtkWindow *dolen_booklet_window_new (DolenSession *session);

/** dolen_booklet_window_get_form: (transfer none) (nullable): once the directory was read. */
DolenBookletForm *dolen_booklet_window_get_form (DolenBookletWindow *self);

/** dolen_booklet_window_is_ready: whether the pages of what is chosen are shown. */
gboolean dolen_booklet_window_is_ready (DolenBookletWindow *self);

/** dolen_booklet_window_count_pages: how many those are. */
guint dolen_booklet_window_count_pages (DolenBookletWindow *self);

/** dolen_booklet_window_get_message: (transfer none): how many groups, or why there are no pages.
 */
const char *dolen_booklet_window_get_message (DolenBookletWindow *self);

G_END_DECLS
