/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_choice_row_show_whole: what is chosen stands in full beneath the title of @row, and the
 *  choices in full in its list, however narrow the window: beside the title an AdwComboRow cuts
 * them off. Its model must be of GtkStringObjects. Title and choices are plain text. */
void dolen_choice_row_show_whole (AdwComboRow *row);

G_END_DECLS
