/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenLineList: a boxed list of lines with buttons, of which there may be a thousand, on a page
 * that is looked through again after each act. Three things keep that from holding anybody up:
 *
 *   - a line that says what it said stays as it is; only what changed is made anew;
 *   - the first lines stand, the rest are counted, and a button under them shows more;
 *   - lines are made while they are looked at, some milliseconds at a time between two frames.
 *
 * Where the line that has the keyboard goes, the one that takes its place has it.
 */
#define DOLEN_TYPE_LINE_LIST (dolen_line_list_get_type ())
G_DECLARE_FINAL_TYPE (DolenLineList, dolen_line_list, DOLEN, LINE_LIST, AdwBin)

/** DolenLineKey: (transfer full): all that the line of @item says and does, as one text: while it
 * is the same, the line is. */
typedef char *(*DolenLineKey) (gconstpointer item, gpointer user_data);

/** DolenLineNew: (transfer floating): the line of @item: what a row holds. */
typedef GtkWidget *(*DolenLineNew) (gconstpointer item, gpointer user_data);

/** dolen_line_list_new: (transfer floating): an empty list. @user_data: for both functions; it
 * outlives the list */
GtkWidget *dolen_line_list_new (DolenLineKey key, DolenLineNew make, gpointer user_data);

/** dolen_line_list_new_inside: the same without a frame, for the one row of an AdwExpanderRow. */
GtkWidget *dolen_line_list_new_inside (DolenLineKey key, DolenLineNew make, gpointer user_data);

/** dolen_line_list_show: @items: (nullable): what is to be shown; the list keeps a reference, and
 * the array is not changed afterwards. */
void dolen_line_list_show (DolenLineList *self, GPtrArray *items);

G_END_DECLS
