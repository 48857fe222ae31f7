/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_choice_factory_new: (transfer full): shows GtkStringObjects in full, on as many lines as
 * it takes: no list of choices makes a window wider than a phone. */
GtkListItemFactory *dolen_choice_factory_new (void);

/** dolen_choice_row_show_whole: what is chosen stands in full beneath the title of @row, and the
 *  choices in full in its list, however narrow the window: beside the title an AdwComboRow cuts
 * them off. Its model must be of GtkStringObjects. Title and choices are plain text. */
void dolen_choice_row_show_whole (AdwComboRow *row);

/** dolen_choice_row_new: (transfer floating): such a row. @names: NULL-terminated; none, where the
 *  model is set later. @chosen: the index of one. */
AdwComboRow *dolen_choice_row_new (const char *title, const char *const *names, guint chosen);

G_END_DECLS
