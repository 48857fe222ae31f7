/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Large things to tap: a picture, words, and a tick where it is chosen. They stand in as many
 * columns of one width as there is room for, so that one column is left on a telephone.
 */
#define DOLEN_TYPE_TALK_GRID (dolen_talk_grid_get_type ())
G_DECLARE_FINAL_TYPE (DolenTalkGrid, dolen_talk_grid, DOLEN, TALK_GRID, GtkLayoutManager)

/** dolen_talk_grid_box_new: (transfer floating): a box to append to, laid out so. @width: pixels of
 *  a column at least, where there is room; @most: so many columns at most. */
GtkWidget *dolen_talk_grid_box_new (int width, guint most);

/** dolen_talk_picture_new: (transfer floating): an icon beside words, which a screen reader passes
 *  over. */
GtkWidget *dolen_talk_picture_new (const char *icon, int size);

/** dolen_talk_tile_new: (transfer floating): a GtkToggleButton. @icon: (nullable) */
GtkWidget *dolen_talk_tile_new (const char *icon, const char *words, gboolean chosen);

/** dolen_talk_door_new: (transfer floating): a GtkButton of the same look that leads on. @count:
 * how many are chosen behind it, in words, or "". */
GtkWidget *dolen_talk_door_new (const char *icon, const char *words, const char *count);

G_END_DECLS
