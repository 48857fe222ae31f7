/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The place "directory" of the window: the sub-places of dolen-directory-places.h under a switcher,
 * which is hidden while there is only one.
 *
 * dolen_page_go (widget, "directory", KEY, VALUE):
 *   "place"       shows the sub-place of that name
 *   "service", "organisation", "history" ... opens the editor of that record over the sub-places;
 *                 its button "Back" goes to the one before
 *   any other     goes to the sub-place that is shown
 */
#define DOLEN_TYPE_DIRECTORY_PAGE (dolen_directory_page_get_type ())
G_DECLARE_FINAL_TYPE (DolenDirectoryPage, dolen_directory_page, DOLEN, DIRECTORY_PAGE, AdwBin)

GtkWidget *dolen_directory_page_new (DolenSession *session);

/** dolen_directory_page_get_place: (transfer none) (nullable): the sub-place of that name. */
DolenPage *dolen_directory_page_get_place (DolenDirectoryPage *self, const char *name);

/** dolen_directory_page_get_editor: (transfer none) (nullable): the editor that is open. */
GtkWidget *dolen_directory_page_get_editor (DolenDirectoryPage *self);

G_END_DECLS
