/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The small pieces that pages of casework are put together from. All return floating widgets. */

/** dolen_label_new: a wrapping label, left aligned. @css: (nullable): "heading", "dim-label" ... */
GtkWidget *dolen_label_new (const char *text, const char *css);

/** dolen_icon_button_new: a flat button; @label is its tooltip and its name for screen readers. */
GtkWidget *dolen_icon_button_new (const char *icon, const char *label);

/** dolen_box_clear: takes everything out of @box. */
void dolen_box_clear (GtkWidget *box);

/** dolen_boxed_list_new: a list box for rows that are no choices; Tab comes to what can be done in
 * any of them. */
GtkWidget *dolen_boxed_list_new (void);

/** dolen_boxed_row_new: @child, with the usual room around it, as a row that is not activatable. */
GtkWidget *dolen_boxed_row_new (GtkWidget *child);

/** dolen_boxed_list_add: such a row at the end of @list. */
void dolen_boxed_list_add (GtkWidget *list, GtkWidget *child);

/** dolen_fact_new: what is known of one thing: a small @title above @text; for a boxed list. */
GtkWidget *dolen_fact_new (const char *title, const char *text);

/** dolen_plain_row_new: an AdwActionRow; neither its title nor a subtitle is markup, and both are
 *  shown whole. */
GtkWidget *dolen_plain_row_new (const char *title);

/**
 * dolen_progress_new: a bar that says how far something is, and beside it a button Stop. Not shown
 * yet, and nothing is connected.
 * @what: what is going on, for screen readers
 * @bar: (out) (transfer none): the bar
 * @stop: (out) (transfer none): the button
 */
GtkWidget *dolen_progress_new (const char *what, GtkProgressBar **bar, GtkButton **stop);

/** dolen_cancel_when_gone: cancels @cancellable when @widget is taken out of its window, or the
 *  window closes: what was asked for it need not be read any more. Keeps neither. */
void dolen_cancel_when_gone (GtkWidget *widget, GCancellable *cancellable);

/** dolen_section_new: a heading, (nullable) @suffix at its end, @content beneath. */
GtkWidget *dolen_section_new (const char *title, GtkWidget *suffix, GtkWidget *content);

/** dolen_section_set_title: another heading for a @section of dolen_section_new(). */
void dolen_section_set_title (GtkWidget *section, const char *title);

/** dolen_window_fill: gives @window a header bar and, beneath, a scrolled column as wide as text
 * wants to be, down to 340 pixels. Escape closes it where the class says so. Returns: (transfer
 * none): the column, a vertical box. */
GtkWidget *dolen_window_fill (AdwWindow *window, const char *title);

/**
 * dolen_draft_toast_new: says that what was being typed has come back, with a button to start
 * afresh.
 * @func: called with @data swapped in when the button is clicked
 * @data: an object; the toast does not keep it
 *
 * Returns: (transfer full): for an AdwToastOverlay
 */
AdwToast *dolen_draft_toast_new (GCallback func, gpointer data);

G_END_DECLS
